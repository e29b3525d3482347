//! A field in which something is typed.
//!
//! It reads on every key. What can be read goes on at once; a text that cannot be read brings back the
//! value from before the typing began, is kept as it was typed, and told about. The message waits for a
//! pause in the typing, because `25.5` may be on its way to `25.500`; leaving the field shows it at once.
//!
//! There are many fields, so what differs between them is boxed and the code is there once.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use mikrolaan_app_core::forms::Refusal;
use mikrolaan_markup::{Element, live, view};

use super::say::Announcer;
use crate::platform::focus;
use crate::platform::typing::{self, Finish};
use crate::watch::Held;
use mikrolaan_app_core::locale::texts as t;

/// Where a field stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// On its own, label above.
    #[default]
    Group,
    /// As a row of the panel beside the months.
    Row,
}

/// How wide a field is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// As wide as an amount.
    #[default]
    Amount,
    /// As wide as a number of months.
    Short,
    /// As wide as there is room: a name.
    Wide,
}

/// The words of a field and how it looks.
#[derive(Clone, Debug, Default)]
pub struct Face {
    /// The field's id in the document.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Help below the label; empty = none. Left out in a row.
    pub hint: &'static str,
    /// The ids of what explains it and stands elsewhere on the page; empty = nothing does.
    pub described_by: &'static str,
    /// The unit behind it; empty = none.
    pub unit: &'static str,
    /// How wide it is.
    pub width: Width,
    /// Where it stands.
    pub layout: Layout,
    /// It holds a number, so phones show digits.
    pub numeric: bool,
}

/// A text that follows signals.
pub type Shown = Arc<dyn Fn() -> String + Send + Sync>;

/// Takes what was typed: puts it in force, or says why not.
pub type Take = Arc<dyn Fn(&str) -> Result<(), Refusal> + Send + Sync>;

/// Keeps a text and whether it was told about; `None` = it can be read again.
pub type Keep = Arc<dyn Fn(Option<(&str, bool)>) + Send + Sync>;

/// Where a text that could not be read is kept while its field is not on the page.
#[derive(Clone)]
pub struct Kept {
    /// The text that is kept. Does not track.
    pub text: Arc<dyn Fn() -> Option<String> + Send + Sync>,
    /// Keeps a text, told about or not yet; `None` = it can be read again.
    pub keep: Keep,
}

/// What a field reads into and shows.
#[derive(Clone)]
pub struct Wire {
    /// The value in force, as the field shows it.
    pub value: Shown,
    /// Takes what was typed.
    pub take: Take,
    /// What is wrong now, for the page to know.
    pub refusal: Held<Option<Refusal>>,
    /// Where a text that could not be read is kept; `None` = on the page alone.
    pub kept: Option<Kept>,
    /// Nothing goes on before the field is left.
    pub waits: bool,
}

impl Wire {
    /// A field whose errors only it shows.
    pub fn new(value: Shown, take: Take, kept: Option<Kept>) -> Self {
        Wire { value, take, refusal: Held::new(None), kept, waits: false }
    }
}

/// A field at work.
struct Field {
    id: String,
    unit: &'static str,
    wire: Wire,
    draft: Mutex<Draft>,
    announcer: Announcer,
}

/// What is in the field and has not been put in force, or not yet been shown the way we write it.
#[derive(Default)]
struct Draft {
    text: Option<String>,
    /// The value in force when the typing began.
    before: Option<String>,
    /// The message beside the field has changed under the typing, and nobody was told.
    unsaid: bool,
}

impl Field {
    fn draft<T>(&self, change: impl FnOnce(&mut Draft) -> T) -> Option<T> {
        self.draft.lock().ok().map(|mut draft| change(&mut draft))
    }

    /// Is something wrong? Tracks.
    fn is_refused(&self) -> bool {
        self.wire.refusal.with(Option::is_some)
    }

    fn value_in_force(&self) -> String {
        untrack(|| (self.wire.value)())
    }

    /// Which value is in force meanwhile.
    fn still(&self) -> String {
        let value = self.value_in_force();
        if value.is_empty() {
            return value;
        }
        let space = if self.unit.is_empty() { "" } else { "\u{a0}" };
        [" ", &t::errors::field::still(&[&value, space, self.unit].concat())].concat()
    }

    /// What stands in the field: what is typed, else the value in force.
    fn shown(&self) -> String {
        self.wire.refusal.track();
        let value = (self.wire.value)();
        self.draft(|draft| draft.text.clone()).flatten().unwrap_or(value)
    }

    /// What was typed and could not be read when the page was last here.
    fn resume(&self) {
        let Some(text) = self.wire.kept.as_ref().and_then(|kept| (kept.text)()) else { return };
        let before = self.value_in_force();
        self.draft(|draft| (draft.text, draft.before) = (Some(text), Some(before)));
        // In silence: what is heard on arrival is the page.
        self.settle();
        self.announcer.say("");
    }

    fn on_key(&self, text: String, finish: &Finish) {
        let before = self.value_in_force();
        self.draft(|draft| {
            draft.text = Some(text.clone());
            draft.before.get_or_insert(before);
        });
        if self.wire.waits {
            self.keep(Some((&text, false)));
            return typing::begin(finish, false);
        }
        let was_refused = self.wire.refusal.with_untracked(Option::is_some);
        let refusal = self.read(&text, was_refused).err();
        // A message that stands changes at once; a new one waits for a pause.
        typing::begin(finish, refusal.is_some() && !was_refused);
        if was_refused {
            self.draft(|draft| draft.unsaid |= !self.stands(refusal.as_ref()));
            self.wire.refusal.set(refusal);
        }
    }

    /// Puts the text in force, or the value from before it; `told` is whether a message will say so now.
    fn read(&self, text: &str, told: bool) -> Result<(), Refusal> {
        let result = (self.wire.take)(text);
        let before = self.draft(|draft| draft.before.clone()).flatten();
        if let (Err(_), Some(before)) = (&result, before)
            && before != self.value_in_force()
        {
            let _ = (self.wire.take)(&before);
        }
        self.keep(result.is_err().then_some((text, told)));
        result
    }

    fn keep(&self, text: Option<(&str, bool)>) {
        if let Some(kept) = &self.wire.kept
            && (text.is_some() || (kept.text)().is_some())
        {
            (kept.keep)(text);
        }
    }

    /// The typing is over: says once what is wrong, or shows the value the way we write it.
    fn settle(&self) {
        let Some(text) = self.draft(|draft| draft.text.clone()).flatten() else { return };
        let refusal = self.read(&text, true).err();
        let unsaid = self.draft(|draft| std::mem::take(&mut draft.unsaid)) == Some(true);
        if unsaid || !self.stands(refusal.as_ref()) {
            let message = refusal.as_ref().map(|refusal| self.message(refusal));
            self.announcer.say(message.as_deref().unwrap_or_default());
        }
        if refusal.is_none() {
            self.draft(|draft| *draft = Draft::default());
        }
        self.wire.refusal.set(refusal);
    }

    /// What is wrong, and which value is in force meanwhile.
    fn message(&self, refusal: &Refusal) -> String {
        [&refusal.message, self.still().as_str()].concat()
    }

    /// Is this what the message says already?
    fn stands(&self, refusal: Option<&Refusal>) -> bool {
        self.wire.refusal.with_untracked(|standing| standing.as_ref() == refusal)
    }

    /// The field goes away, perhaps before a pause: what is kept of it is to be told about elsewhere. Nothing
    /// else is written, because the case may be another one by now.
    fn go(&self) {
        let text = self.draft(|draft| draft.text.clone()).flatten();
        let kept = self.wire.kept.as_ref().and_then(|kept| (kept.text)());
        if let Some(text) = text.filter(|text| kept.as_ref() == Some(text)) {
            self.keep(Some((&text, true)));
        }
    }

    fn choose(&self, reading: &str) {
        self.draft(|draft| draft.text = Some(reading.to_owned()));
        self.settle();
        focus::on_id(&self.id);
    }
}

/// A field in which something is typed.
pub fn typed_field(face: Face, wire: Wire) -> AnyView {
    let field = Arc::new(Field {
        id: face.id.clone(),
        unit: face.unit,
        wire,
        draft: Mutex::default(),
        announcer: Announcer::get(),
    });
    field.resume();
    let ends = Arc::clone(&field);
    let finish: Finish = Arc::new(move || ends.settle());
    on_cleanup({
        let (field, finish) = (Arc::clone(&field), Arc::clone(&finish));
        move || {
            typing::end(&finish);
            field.go();
        }
    });
    let refused = Arc::clone(&field);
    let row = face.layout == Layout::Row;
    let class = if row { "inputs__row" } else { "form-group" };
    let outer = view! { <div class=class class:form-error=move || refused.is_refused()></div> };
    let outer = outer.element(label(&face));
    let (message, readings) = (message(&field), readings(&field));
    let inner = if row {
        view! { {input(&face, &field, &finish)}{message}{readings} }
    } else {
        view! { {hint(&face)}{message}{input(&face, &field, &finish)}{readings} }
    };
    view! { {outer.child(mikrolaan_markup::Child::View(inner))} }
}

fn label(face: &Face) -> Element {
    let class = (face.layout == Layout::Group).then_some("form-label");
    view! { <label class=class for=face.id.clone()>{face.label.clone()}</label> }
}

fn hint(face: &Face) -> Option<Element> {
    let id = [&face.id, "-hint"].concat();
    let shown = !face.hint.is_empty() && face.layout == Layout::Group;
    shown.then(|| view! { <p class="form-hint" id=id>{face.hint}</p> })
}

/// The message stands beside the field and describes it. It is no alarm: it is said through the page's one
/// live region, so that whoever has already been told by a summary does not hear it twice.
fn message(field: &Arc<Field>) -> AnyView {
    let field = Arc::clone(field);
    live(move || {
        let refusal = field.wire.refusal.get()?;
        let text = field.message(&refusal);
        let id = [&field.id, "-error"].concat();
        Some(view! { <p class="form-error-message" id=id>{text}</p> }.into_any())
    })
}

fn readings(field: &Arc<Field>) -> AnyView {
    let field = Arc::clone(field);
    live(move || {
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
    let label = t::errors::field::choose_reading(&name);
    let choose = move |_| field.choose(&text);
    view! { <button class="button button-secondary" type="button" aria-label=label on:click=choose>{name}</button> }
}

fn input(face: &Face, field: &Arc<Field>, finish: &Finish) -> Element {
    let [described, invalid, shown, key, leave] = std::array::from_fn(|_| Arc::clone(field));
    let [typed, left] = [(); 2].map(|()| Arc::clone(finish));
    let ids = described_by(face);
    let unit = (!face.unit.is_empty()).then(|| {
        let id = [&face.id, "-unit"].concat();
        view! { <span class="form-input-suffix" id=id>{face.unit}</span> }
    });
    view! {
        <div class=wrapper_class(face)>
            <input class="form-input" id=face.id.clone() autocomplete="off" spellcheck="false"
                inputmode=face.numeric.then_some("decimal")
                aria-describedby=move || ids(described.is_refused())
                aria-invalid=move || invalid.is_refused().then_some("true")
                prop:value=move || shown.shown()
                on:input=move |event| key.on_key(event_target_value(&event), &typed)
                on:change=move |_| {
                    typing::end(&left);
                    leave.settle();
                }/>
            {unit}
        </div>
    }
}

/// The ids of everything that explains the field: what stands elsewhere, hint, error, unit.
fn described_by(face: &Face) -> impl Fn(bool) -> Option<String> + use<> {
    let hint = !face.hint.is_empty() && face.layout == Layout::Group;
    let unit = !face.unit.is_empty();
    let (elsewhere, id) = (face.described_by, face.id.clone());
    move |refused| {
        let mut ids = [elsewhere, " "].concat();
        for (there, part) in [(hint, "-hint "), (refused, "-error "), (unit, "-unit")] {
            if there {
                ids.push_str(&id);
                ids.push_str(part);
            }
        }
        let ids = ids.trim();
        (!ids.is_empty()).then(|| ids.to_owned())
    }
}

fn wrapper_class(face: &Face) -> &'static str {
    match (face.unit.is_empty(), face.width) {
        (false, Width::Short) => "form-input-wrapper form-input-wrapper--suffix form-input-wrapper--short",
        (false, _) => "form-input-wrapper form-input-wrapper--suffix",
        (true, Width::Short) => "form-input-wrapper form-input-wrapper--short",
        (true, Width::Wide) => "form-input-wrapper form-input-wrapper--wide",
        (true, Width::Amount) => "form-input-wrapper",
    }
}
