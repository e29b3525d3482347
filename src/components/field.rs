//! A field in which something is typed, on the page: it passes on what happens to it and does what follows, which
//! [`Typed`] decides.
//!
//! There are many fields, so what differs between them is boxed and the code is there once.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use mikrolaan_app_core::forms::FieldError;
use mikrolaan_app_core::forms::face::FieldPart;
use mikrolaan_app_core::forms::typed::{HalfWritten, Message, Offered, Todo, Typed};
use mikrolaan_markup::{Child, Element, dynamic, view};

use super::say::Announcer;
use crate::platform::focus;
use crate::platform::typing::{self, Finish};
use mikrolaan_app_core::locale::texts::errors::field::choose_reading;
use mikrolaan_markup::watch::SharedSignal;

pub use mikrolaan_app_core::forms::face::{FieldProps, Layout, Width};

/// A text that follows signals.
pub type LiveText = Arc<dyn Fn() -> String + Send + Sync>;

/// Takes what was typed: puts it in force, or says why not.
pub type Take = Arc<dyn Fn(&str) -> Result<(), FieldError> + Send + Sync>;

/// Keeps a text and whether it was told about; `None` = it can be read again.
pub type Keep = Arc<dyn Fn(Option<(&str, bool)>) + Send + Sync>;

/// Where a text that could not be read is kept while its field is not on the page.
#[derive(Clone)]
pub struct KeptText {
    /// The text that is kept. Does not track.
    pub text: Arc<dyn Fn() -> Option<String> + Send + Sync>,
    /// Keeps a text, told about or not yet; `None` = it can be read again.
    pub keep: Keep,
}

/// What a field reads into and shows.
#[derive(Clone)]
pub struct FieldBinding {
    /// The value in force, as the field shows it.
    pub value: LiveText,
    /// Takes what was typed.
    pub take: Take,
    /// What is wrong now, for the page to know.
    pub refusal: SharedSignal<Option<FieldError>>,
    /// Where a text that could not be read is kept; `None` = on the page alone.
    pub kept: Option<KeptText>,
    /// Nothing goes on before the field is left.
    pub waits: bool,
}

impl FieldBinding {
    /// A field whose errors only it shows.
    pub fn new(value: LiveText, take: Take, kept: Option<KeptText>) -> Self {
        FieldBinding { value, take, refusal: SharedSignal::new(None), kept, waits: false }
    }
}

/// A field at work.
struct Field {
    face: FieldProps,
    wire: FieldBinding,
    typed: Mutex<Typed>,
    announcer: Announcer,
}

impl Field {
    fn typed<T: Default>(&self, turn: impl FnOnce(&mut Typed) -> T) -> T {
        self.typed.lock().map(|mut typed| turn(&mut typed)).unwrap_or_default()
    }

    /// Is something wrong? Tracks.
    fn is_refused(&self) -> bool {
        self.wire.refusal.with(Option::is_some)
    }

    fn value_in_force(&self) -> String {
        untrack(|| (self.wire.value)())
    }

    /// What stands in the field: what is typed, else the value in force.
    fn shown(&self) -> String {
        self.wire.refusal.track();
        let value = (self.wire.value)();
        self.typed(|typed| typed.shown(value))
    }

    fn kept(&self) -> Option<String> {
        self.wire.kept.as_ref().and_then(|kept| (kept.text)())
    }

    /// What was typed and could not be read when the page was last here.
    fn resume(&self) {
        let Some(text) = self.kept() else { return };
        let in_force = self.value_in_force();
        self.typed(|typed| typed.resume(text, in_force));
        // In silence: what is heard on arrival is the page.
        self.commit();
        self.announcer.say("");
    }

    fn on_key(&self, text: String, finish: &Finish) {
        let before = self.value_in_force();
        let offered = (!self.wire.waits).then(|| self.offer(&text));
        let todo = self.typed(|typed| typed.key(text, before, offered));
        typing::begin(finish, todo.after_a_pause);
        self.carry_out(todo);
    }

    /// The typing is over.
    fn commit(&self) {
        let Some(text) = self.typed(|typed| typed.text()) else { return };
        let offered = self.offer(&text);
        let todo = self.typed(|typed| typed.end(offered));
        self.carry_out(todo);
    }

    fn offer(&self, text: &str) -> Offered {
        let refusal = (self.wire.take)(text).err();
        Offered { refusal, in_force: self.value_in_force(), standing: self.wire.refusal.get_untracked() }
    }

    fn carry_out(&self, todo: Todo) {
        if let Some(before) = todo.put_back {
            let _ = (self.wire.take)(&before);
        }
        self.keep(todo.keep.as_ref());
        match todo.message {
            Message::Stays => {}
            Message::Shown(refusal) => self.wire.refusal.set(refusal),
            Message::Said(refusal) => {
                self.announcer.say(&refusal.as_ref().map(|refusal| self.message(refusal)).unwrap_or_default());
                self.wire.refusal.set(refusal);
            }
        }
    }

    fn keep(&self, text: Option<&HalfWritten>) {
        if let Some(kept) = &self.wire.kept
            && (text.is_some() || (kept.text)().is_some())
        {
            (kept.keep)(text.map(|HalfWritten { text, told }| (text.as_str(), *told)));
        }
    }

    /// What is wrong, and which value is in force meanwhile.
    fn message(&self, refusal: &FieldError) -> String {
        refusal.beside(&self.value_in_force(), &self.face.unit)
    }

    fn leave(&self) {
        let kept = self.kept();
        if let Some(left) = self.typed(|typed| typed.leave(kept)) {
            self.keep(Some(&left));
        }
    }

    fn choose(&self, reading: &str) {
        self.typed(|typed| typed.replace(reading));
        self.commit();
        focus::on_id(&self.face.id);
    }
}

/// A field in which something is typed.
pub fn typed_field(face: FieldProps, wire: FieldBinding) -> AnyView {
    let field = Arc::new(Field { face, wire, typed: Mutex::default(), announcer: Announcer::get() });
    field.resume();
    let ends = Arc::clone(&field);
    let finish: Finish = Arc::new(move || ends.commit());
    on_cleanup({
        let (field, finish) = (Arc::clone(&field), Arc::clone(&finish));
        move || {
            typing::end(&finish);
            field.leave();
        }
    });
    let refused = Arc::clone(&field);
    let (class, label_class) = match field.face.layout {
        Layout::Row => ("inputs__row", None),
        Layout::Group => ("form-group", Some("form-label")),
    };
    let outer = view! {
        <div class=class class:form-error=move || refused.is_refused()>
            <label class=label_class for=field.face.id.clone()>{field.face.label.clone()}</label>
        </div>
    };
    let (message, input, readings) = (message(&field), input(&field, &finish), readings(&field));
    let inner = match field.face.layout {
        Layout::Row => view! { {input}{message}{readings} },
        Layout::Group => view! { {hint(&field.face)}{message}{input}{readings} },
    };
    view! { {outer.child(Child::View(inner))} }
}

/// The help below a field's label.
pub(super) fn hint(face: &FieldProps) -> Option<Element> {
    let hint = face.shown_hint()?;
    Some(view! { <p class="form-hint" id=face.part_id(FieldPart::Hint)>{hint}</p> })
}

/// The message stands beside the field and describes it. It is no alarm: it is said through the page's one
/// live region, so that whoever has already been told by a summary does not hear it twice.
fn message(field: &Arc<Field>) -> AnyView {
    let field = Arc::clone(field);
    dynamic(move || {
        let text = field.message(&field.wire.refusal.get()?);
        Some(view! { <p class="form-error-message" id=field.face.part_id(FieldPart::Error)>{text}</p> }.into_any())
    })
}

fn readings(field: &Arc<Field>) -> AnyView {
    let field = Arc::clone(field);
    dynamic(move || {
        let readings = field.wire.refusal.get()?.readings;
        let mut row = view! { <div class="readings"></div> };
        for (text, name) in readings {
            row = row.element(reading_button(&field, text, name));
        }
        Some(row.into_any())
    })
}

fn reading_button(field: &Arc<Field>, text: String, name: String) -> Element {
    let field = Arc::clone(field);
    let label = choose_reading(&name);
    let choose = move |_| field.choose(&text);
    view! { <button class="button button-secondary" type="button" aria-label=label on:click=choose>{name}</button> }
}

fn input(field: &Arc<Field>, finish: &Finish) -> Element {
    let face = &field.face;
    let [described, invalid, shown, key, leave] = std::array::from_fn(|_| Arc::clone(field));
    let [typed, left] = [(); 2].map(|()| Arc::clone(finish));
    let unit = (!face.unit.is_empty())
        .then(|| view! { <span class="form-input-suffix" id=face.part_id(FieldPart::Unit)>{face.unit}</span> });
    view! {
        <div class=wrapper_class(face)>
            <input class="form-input" id=face.id.clone() autocomplete="off" spellcheck="false"
                inputmode=face.numeric.then_some("decimal")
                aria-describedby=move || described.face.described_by(described.is_refused())
                aria-invalid=move || invalid.is_refused().then_some("true")
                prop:value=move || shown.shown()
                on:input=move |event| key.on_key(event_target_value(&event), &typed)
                on:change=move |_| {
                    typing::end(&left);
                    leave.commit();
                }/>
            {unit}
        </div>
    }
}

fn wrapper_class(face: &FieldProps) -> &'static str {
    match (face.unit.is_empty(), face.width) {
        (false, Width::Short) => "form-input-wrapper form-input-wrapper--suffix form-input-wrapper--short",
        (false, _) => "form-input-wrapper form-input-wrapper--suffix",
        (true, Width::Short) => "form-input-wrapper form-input-wrapper--short",
        (true, Width::Wide) => "form-input-wrapper form-input-wrapper--wide",
        (true, Width::Amount) => "form-input-wrapper",
    }
}
