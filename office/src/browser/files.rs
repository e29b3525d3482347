//! Many files at once, chosen or dropped, read as texts. They stay in the page.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Event};

use mikrolaan_app_core::office::evaluation::AddedFile;

/// The largest file that is read, in bytes: thousands of cases.
const LARGEST: f64 = 67_108_864.0;

/// Reads the files that were chosen in the field of this event, and calls back once with all of them, in their order. The
/// field is empty again, so that the same files can be chosen once more.
pub fn read_chosen(event: &Event, done: impl FnOnce(Vec<AddedFile>) + 'static) {
    let Some(field) = event.target() else { return };
    let files = get(&field, "files").map(|files| Array::from(&files)).unwrap_or_default();
    read_all(&files, done);
    let _ = Reflect::set(&field, &"value".into(), &"".into());
}

/// The same with what was dropped; what stands in a folder is found.
pub fn read_dropped(event: &Event, done: impl FnOnce(Vec<AddedFile>) + 'static) {
    let items = get(event, "dataTransfer").and_then(|data| get(&data, "items")).map(|items| Array::from(&items));
    // The entries must be asked for before the event is over.
    let items = items.unwrap_or_default();
    let entries = items.iter().map(|item| {
        let entry = call(&item, "webkitGetAsEntry", &[]).ok().filter(JsValue::is_object);
        (item, entry)
    });
    let found: Found = Rc::default();
    let mut waits: Vec<JsValue> = Vec::new();
    for (item, entry) in entries {
        match entry {
            Some(entry) => waits.push(walk(entry, Rc::clone(&found)).into()),
            // Dragged out of another program: a file that stands in no file system.
            None => {
                let file = call(&item, "getAsFile", &[]).ok().filter(JsValue::is_object);
                let name = |file: &JsValue| get(file, "name").ok().and_then(|name| name.as_string());
                found.borrow_mut().extend(file.map(|file| (name(&file).unwrap_or_default(), file)));
            }
        }
    }
    let all = Promise::all(&waits.into_iter().collect::<Array>());
    then(&all, move |_| {
        let mut files = found.take();
        files.sort_by(|(one, _), (other, _)| one.cmp(other));
        read_all(&files.into_iter().map(|(_, file)| file).collect(), done);
    });
}

/// Empties the field of this event: what was chosen in it was not taken.
pub fn empty(event: &Event) {
    if let Some(field) = event.target() {
        let _ = Reflect::set(&field, &"value".into(), &"".into());
    }
}

/// Files by the path they were found under.
type Found = Rc<RefCell<Vec<(String, JsValue)>>>;

/// A promise that is kept when every file of the entry has been found.
fn walk(entry: JsValue, found: Found) -> Promise {
    Promise::new(&mut |resolve, _| {
        let path = get(&entry, "fullPath").ok().and_then(|path| path.as_string()).unwrap_or_default();
        let failed = resolve.clone();
        if get(&entry, "isDirectory").is_ok_and(|is| is.is_truthy()) {
            let Ok(reader) = call(&entry, "createReader", &[]) else {
                let _ = resolve.call0(&JsValue::NULL);
                return;
            };
            read_folder(reader, Rc::clone(&found), resolve);
        } else {
            let found = Rc::clone(&found);
            let take = Closure::once_into_js(move |file: JsValue| {
                found.borrow_mut().push((path, file));
                let _ = resolve.call0(&JsValue::NULL);
            });
            let _ = call(&entry, "file", &[take, failed.into()]);
        }
    })
}

/// A browser gives the entries of a folder in parts, the last of which is empty.
fn read_folder(reader: JsValue, found: Found, resolve: Function) {
    let failed = resolve.clone();
    let again = reader.clone();
    let take = Closure::once_into_js(move |entries: JsValue| {
        let entries = Array::from(&entries);
        if entries.length() == 0 {
            let _ = resolve.call0(&JsValue::NULL);
            return;
        }
        let waits: Array = entries.iter().map(|entry| JsValue::from(walk(entry, Rc::clone(&found)))).collect();
        then(&Promise::all(&waits), move |_| read_folder(again, found, resolve));
    });
    let _ = call(&reader, "readEntries", &[take, failed.into()]);
}

/// A file by its name, and how long it is; nothing of what is too large to be read.
struct ListedFile {
    name: String,
    size: Option<usize>,
    file: JsValue,
}

impl ListedFile {
    fn of(file: JsValue) -> Self {
        let name = get(&file, "name").ok().and_then(|name| name.as_string()).unwrap_or_default();
        let size = get(&file, "size").ok().and_then(|size| size.as_f64()).filter(|size| *size <= LARGEST);
        ListedFile { name, size: size.map(|size| size as usize), file }
    }
}

/// Reads the files: all in one piece, which takes a third of the time of asking for each, or one by one where something keeps the
/// browser from that, such as a single file that cannot be read.
fn read_all(files: &Array, done: impl FnOnce(Vec<AddedFile>) + 'static) {
    let listed: Vec<ListedFile> = files.iter().map(ListedFile::of).collect();
    if listed.is_empty() {
        return;
    }
    let readable = listed.iter().filter(|one| one.size.is_some());
    let parts: Array = readable.map(|one| &one.file).collect();
    let whole = Blob::new_with_blob_sequence(&parts);
    let whole = whole.and_then(|blob| call(&blob, "arrayBuffer", &[]));
    let whole = whole.unwrap_or_else(|failure| Promise::reject(&failure).into());
    then(&Promise::all_settled(&Array::of1(&whole)), move |settled| {
        let settled = Array::from(&settled).get(0);
        match get(&settled, "value").ok().filter(JsValue::is_object) {
            Some(buffer) => done(cut(listed, &Uint8Array::new(&buffer).to_vec())),
            None => read_each(listed, done),
        }
    });
}

/// The texts of files that were read in one piece. What cannot be read has no text, and is told as a file without a case.
fn cut(listed: Vec<ListedFile>, whole: &[u8]) -> Vec<AddedFile> {
    let mut rest = whole;
    let read = |ListedFile { name, size, .. }: ListedFile| {
        let (own, after) = rest.split_at_checked(size.unwrap_or_default()).unwrap_or((rest, &[]));
        rest = after;
        let text = String::from_utf8_lossy(own);
        AddedFile { name, text: text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned() }
    };
    listed.into_iter().map(read).collect()
}

fn read_each(listed: Vec<ListedFile>, done: impl FnOnce(Vec<AddedFile>) + 'static) {
    let text = |one: &ListedFile| {
        let text = one.size.and_then(|_| call(&one.file, "text", &[]).ok());
        text.unwrap_or_else(|| Promise::resolve(&JsValue::NULL).into())
    };
    let texts = Promise::all_settled(&listed.iter().map(text).collect::<Array>());
    then(&texts, move |settled| {
        let texts = Array::from(&settled);
        let text = |at: usize| get(&texts.get(at as u32), "value").ok().and_then(|text| text.as_string());
        let read = |(at, one): (usize, ListedFile)| AddedFile { name: one.name, text: text(at).unwrap_or_default() };
        done(listed.into_iter().enumerate().map(read).collect());
    });
}

fn then(promise: &Promise, act: impl FnOnce(JsValue) + 'static) {
    let act = Closure::once_into_js(act);
    let _ = call(promise, "then", &[act]);
}

fn get(of: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(of, &name.into())
}

fn call(of: &JsValue, name: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
    get(of, name)?.dyn_into::<Function>()?.apply(of, &given.iter().collect())
}
