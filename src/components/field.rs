//! A field in which something is typed.
//!
//! It reads on every key. What can be read goes on at once; what cannot is kept as it was typed, told
//! about, and the last value that could be read stays in force. The message waits for a pause in the
//! typing, because `25.5` may be on its way to `25.500`; leaving the field shows it at once.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use mikrolaan_markup::view;

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

/// What a field reads into and shows.
#[derive(Clone, Copy)]
pub struct Wire {
    /// The value in force, as the field shows it.
    pub value: Signal<String>,
    /// Takes what was typed: puts it in force, or says why not.
    pub take: Callback<String, Result<(), Refusal>>,
    /// What is wrong now, for the page to know.
    pub refusal: RwSignal<Option<Refusal>>,
}

impl Wire {
    /// A field whose errors only it shows.
    pub fn new(value: Signal<String>, take: Callback<String, Result<(), Refusal>>) -> Self {
        Wire { value, take, refusal: RwSignal::new(None) }
    }
}

/// How long a pause in the typing is.
const PAUSE: Duration = Duration::from_millis(700);

/// What is in the field and has not been put in force, or not yet been shown the way we write it.
#[derive(Clone, Copy)]
struct Typing {
    wire: Wire,
    draft: RwSignal<Option<String>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Typing {
    fn on_key(self, text: String) {
        self.stop_timer();
        let result = self.wire.take.run(text.clone());
        self.draft.set(Some(text));
        match result {
            Ok(()) => self.wire.refusal.set(None),
            Err(refusal) if self.wire.refusal.with_untracked(Option::is_some) => self.wire.refusal.set(Some(refusal)),
            Err(_) => self.timer.set_value(set_timeout_with_handle(move || self.settle(), PAUSE).ok()),
        }
    }

    /// The typing has stopped: says what is wrong, or shows the value the way we write it.
    fn settle(self) {
        let Some(Some(text)) = self.draft.try_get_untracked() else { return };
        let refusal = self.wire.take.run(text).err();
        if refusal.is_none() {
            self.draft.set(None);
        }
        self.wire.refusal.set(refusal);
    }

    fn leave(self) {
        self.stop_timer();
        self.settle();
    }

    fn choose(self, reading: String, id: &str) {
        self.draft.set(Some(reading));
        self.leave();
        focus::on_id(id);
    }

    fn stop_timer(self) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
            self.timer.set_value(None);
        }
    }
}

/// A field in which something is typed.
pub fn typed_field(face: Face, wire: Wire) -> AnyView {
    let typing = Typing { wire, draft: RwSignal::new(None), timer: StoredValue::new(None) };
    let refused = move || wire.refusal.with(Option::is_some);
    let row = face.layout == Layout::Row;
    let label = label(&face);
    let message = message(format!("{}-error", face.id), wire);
    let readings = readings(face.id.clone(), typing);
    let input = input(&face, typing);
    let class = if row { "inputs__row" } else { "form-group" };
    let inner = if row {
        (label, input, message, readings).into_any()
    } else {
        (label, hint(&face), message, input, readings).into_any()
    };
    view! { <div class=class class:form-error=refused>{inner}</div> }.into_any()
}

fn label(face: &Face) -> AnyView {
    let class = if face.layout == Layout::Row { "" } else { "form-label" };
    view! { <label class=class for=face.id.clone()>{face.label.clone()}</label> }.into_any()
}

fn hint(face: &Face) -> Option<AnyView> {
    let id = format!("{}-hint", face.id);
    (!face.hint.is_empty()).then(|| view! { <p class="form-hint" id=id>{face.hint}</p> }.into_any())
}

/// The message stands alone, and says which value is in force meanwhile.
fn message(id: String, wire: Wire) -> impl Fn() -> Option<AnyView> {
    move || {
        let refusal = wire.refusal.get()?;
        let value = wire.value.get_untracked();
        let mut text = refusal.message;
        if !value.is_empty() {
            text.push(' ');
            text.push_str(&t::errors::field::still(&value));
        }
        Some(view! { <p class="form-error-message" id=id.clone() role="alert">{text}</p> }.into_any())
    }
}

fn readings(id: String, typing: Typing) -> impl Fn() -> Option<AnyView> {
    move || {
        let readings = typing.wire.refusal.with(|refusal| refusal.as_ref().map(|refusal| refusal.readings.clone()))?;
        if readings.is_empty() {
            return None;
        }
        let buttons: Vec<AnyView> = readings.into_iter().map(|reading| reading_button(reading, id.clone(), typing)).collect();
        Some(view! { <div class="readings">{buttons}</div> }.into_any())
    }
}

fn reading_button((text, name): (String, String), id: String, typing: Typing) -> AnyView {
    let label = t::errors::field::choose_reading(&name);
    let choose = move |_| typing.choose(text.clone(), &id);
    view! { <button class="button button-secondary" type="button" aria-label=label on:click=choose>{name}</button> }.into_any()
}

fn input(face: &Face, typing: Typing) -> AnyView {
    let refused = move || typing.wire.refusal.with(Option::is_some);
    let shown = move || typing.draft.get().unwrap_or_else(|| typing.wire.value.get());
    let described = described_by(face);
    let suffix = (!face.unit.is_empty()).then(|| {
        view! { <span class="form-input-suffix" id=format!("{}-unit", face.id)>{face.unit}</span> }.into_any()
    });
    view! {
        <div class=wrapper_class(face)>
            <input class="form-input" id=face.id.clone() autocomplete="off" spellcheck="false"
                inputmode=face.numeric.then_some("decimal")
                aria-describedby=move || described(refused())
                aria-invalid=move || refused().then_some("true")
                prop:value=shown
                on:input=move |event| typing.on_key(event_target_value(&event))
                on:change=move |_| typing.leave()/>
            {suffix}
        </div>
    }
    .into_any()
}

/// The ids of everything that explains the field: hint, error, unit.
fn described_by(face: &Face) -> impl Fn(bool) -> Option<String> + use<> {
    let hint = !face.hint.is_empty() && face.layout == Layout::Group;
    let unit = !face.unit.is_empty();
    let id = face.id.clone();
    move |refused| {
        let parts = [(hint, "-hint"), (refused, "-error"), (unit, "-unit")];
        let mut ids = String::new();
        for (_, part) in parts.into_iter().filter(|(there, _)| *there) {
            if !ids.is_empty() {
                ids.push(' ');
            }
            ids.push_str(&id);
            ids.push_str(part);
        }
        (!ids.is_empty()).then_some(ids)
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
