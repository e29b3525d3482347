//! A field in which something is typed.
//!
//! It reads on every key. What can be read goes on at once; what cannot is kept as it was typed, told
//! about, and the last value that could be read stays in force. The message waits for a pause in the
//! typing, because `25.5` may be on its way to `25.500`; leaving the field shows it at once.
//!
//! There are many fields, so what differs between them is boxed and the code is there once.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use mikrolaan_markup::{Element, live, view};

use crate::platform::focus;
use crate::texts as t;

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What was read, and what is allowed.
    pub message: String,
    /// The ways it can be read, when there are two: what to put in the field, and how it is called.
    pub readings: Vec<(String, String)>,
}

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

/// What a field reads into and shows.
#[derive(Clone)]
pub struct Wire {
    /// The value in force, as the field shows it.
    pub value: Shown,
    /// Takes what was typed.
    pub take: Take,
    /// What is wrong now, for the page to know.
    pub refusal: RwSignal<Option<Refusal>>,
}

impl Wire {
    /// A field whose errors only it shows.
    pub fn new(value: Shown, take: Take) -> Self {
        Wire { value, take, refusal: RwSignal::new(None) }
    }
}

/// How long a pause in the typing is.
const PAUSE: Duration = Duration::from_millis(700);

/// A field at work.
struct Field {
    id: String,
    unit: &'static str,
    wire: Wire,
    draft: Mutex<Draft>,
}

/// What is in the field and has not been put in force, or not yet been shown the way we write it.
#[derive(Default)]
struct Draft {
    text: Option<String>,
    timer: Option<TimeoutHandle>,
}

impl Field {
    fn draft<T>(&self, change: impl FnOnce(&mut Draft) -> T) -> Option<T> {
        self.draft.lock().ok().map(|mut draft| change(&mut draft))
    }

    /// Is something wrong? Tracks.
    fn is_refused(&self) -> bool {
        self.wire.refusal.with(Option::is_some)
    }

    /// Which value is in force meanwhile.
    fn still(&self) -> String {
        let value = untrack(|| (self.wire.value)());
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

    fn on_key(self: &Arc<Self>, text: String) {
        self.stop_timer();
        self.draft(|draft| draft.text = Some(text.clone()));
        let was_refused = self.wire.refusal.with_untracked(Option::is_some);
        match (self.wire.take)(&text) {
            Err(_) if !was_refused => self.start_timer(),
            result if was_refused => self.wire.refusal.set(result.err()),
            _ => {}
        }
    }

    /// The typing has stopped: says what is wrong, or shows the value the way we write it.
    fn settle(&self) {
        let Some(text) = self.draft(|draft| draft.text.clone()).flatten() else { return };
        let refusal = (self.wire.take)(&text).err();
        if refusal.is_none() {
            self.draft(|draft| draft.text = None);
        }
        // The page may be gone by the time a pause is over.
        let _ = self.wire.refusal.try_set(refusal);
    }

    fn leave(&self) {
        self.stop_timer();
        self.settle();
    }

    fn choose(&self, reading: &str) {
        self.draft(|draft| draft.text = Some(reading.to_owned()));
        self.leave();
        focus::on_id(&self.id);
    }

    fn start_timer(self: &Arc<Self>) {
        let field = Arc::clone(self);
        let timer = set_timeout_with_handle(move || field.settle(), PAUSE).ok();
        self.draft(|draft| draft.timer = timer);
    }

    fn stop_timer(&self) {
        if let Some(timer) = self.draft(|draft| draft.timer.take()).flatten() {
            timer.clear();
        }
    }
}

/// A field in which something is typed.
pub fn typed_field(face: Face, wire: Wire) -> AnyView {
    let field = Arc::new(Field { id: face.id.clone(), unit: face.unit, wire, draft: Mutex::default() });
    let refused = Arc::clone(&field);
    let row = face.layout == Layout::Row;
    let class = if row { "inputs__row" } else { "form-group" };
    let outer = view! { <div class=class class:form-error=move || refused.is_refused()></div> };
    let outer = outer.element(label(&face));
    let (message, readings) = (message(&field), readings(&field));
    let inner = if row {
        view! { {input(&face, &field)}{message}{readings} }
    } else {
        view! { {hint(&face)}{message}{input(&face, &field)}{readings} }
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

/// The message stands alone, and says which value is in force meanwhile.
fn message(field: &Arc<Field>) -> AnyView {
    let field = Arc::clone(field);
    live(move || {
        let refusal = field.wire.refusal.get()?;
        let text = [&refusal.message, field.still().as_str()].concat();
        let id = [&field.id, "-error"].concat();
        Some(view! { <p class="form-error-message" id=id role="alert">{text}</p> }.into_any())
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

fn input(face: &Face, field: &Arc<Field>) -> Element {
    let [described, invalid, shown, key, leave] = std::array::from_fn(|_| Arc::clone(field));
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
                on:input=move |event| key.on_key(event_target_value(&event))
                on:change=move |_| leave.leave()/>
            {unit}
        </div>
    }
}

/// The ids of everything that explains the field: hint, error, unit.
fn described_by(face: &Face) -> impl Fn(bool) -> Option<String> + use<> {
    let hint = !face.hint.is_empty() && face.layout == Layout::Group;
    let unit = !face.unit.is_empty();
    let id = face.id.clone();
    move |refused| {
        let mut ids = String::new();
        for (there, part) in [(hint, "-hint "), (refused, "-error "), (unit, "-unit")] {
            if there {
                ids.push_str(&id);
                ids.push_str(part);
            }
        }
        (!ids.is_empty()).then(|| ids.trim_end().to_owned())
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
