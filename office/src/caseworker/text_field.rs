//! A field something is typed in. What happens at each key [`Typed`] decides, as on the citizen's pages: what can be read goes on at
//! once, and what cannot brings back the case as it was before the typing began and stays in the field, with what is wrong.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use mikrolaan_app_core::forms::FieldError;
use mikrolaan_app_core::forms::typed::{Message, Offered, Todo, Typed};
use mikrolaan_app_core::office::caseworker::{CaseworkerEvent, CaseworkerState};
use mikrolaan_markup::watch::SharedSignal;
use mikrolaan_markup::{Element, dynamic, view};

use super::CaseDesk;
use crate::browser::keys::select_all;
use crate::platform::focus;
use crate::platform::typing::{self, Finish};

/// Takes what was typed: what then happens, or why not.
type Take = Box<dyn Fn(&CaseworkerState, &str) -> Result<Option<CaseworkerEvent>, FieldError> + Send + Sync>;

/// What is typed, and the case before it was.
#[derive(Default)]
struct Typing {
    typed: Typed,
    before: Option<CaseworkerState>,
}

/// A field at work.
struct CaseEntryField {
    desk: CaseDesk,
    id: String,
    value: Box<dyn Fn() -> String + Send + Sync>,
    take: Take,
    typing: Mutex<Typing>,
    error: SharedSignal<Option<FieldError>>,
}

impl CaseEntryField {
    fn typing<T>(&self, turn: impl FnOnce(&mut Typing) -> T) -> T {
        turn(&mut self.typing.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What stands in the field: what is typed, else the value in force. Tracks.
    fn shown(&self) -> String {
        self.error.track();
        let value = (self.value)();
        self.typing(|typing| typing.typed.shown(value))
    }

    fn in_force(&self) -> String {
        untrack(|| (self.value)())
    }

    fn offer(&self, text: &str) -> Offered {
        let taken = self.desk.with(|state| (self.take)(state, text));
        let error = taken.map(|event| event.into_iter().for_each(|event| self.desk.dispatch(event))).err();
        Offered { error, in_force: self.in_force(), standing: self.error.get_untracked() }
    }

    fn on_key(&self, text: String, finish: &Finish) {
        let before = self.in_force();
        self.typing(|typing| typing.before = typing.before.take().or_else(|| Some(self.desk.with(Clone::clone))));
        let offered = self.offer(&text);
        let todo = self.typing(|typing| typing.typed.key(text, before, Some(offered)));
        typing::start(finish, todo.debounce);
        self.carry_out(todo);
    }

    /// The typing is over.
    fn commit(&self) {
        let Some(text) = self.typing(|typing| typing.typed.text()) else { return };
        let offered = self.offer(&text);
        let is_taken = offered.error.is_none();
        let todo = self.typing(|typing| typing.typed.end(offered));
        self.carry_out(todo);
        // What is changed in other fields from here on stays, whatever is typed in this one later.
        self.typing(|typing| typing.before = None);
        if is_taken {
            self.desk.say();
        }
    }

    fn carry_out(&self, todo: Todo) {
        if todo.put_back.is_some()
            && let Some(before) = self.typing(|typing| typing.before.clone())
        {
            self.desk.state.set(before);
        }
        match todo.message {
            Message::Stays => {}
            Message::Shown(error) => self.error.set(error),
            Message::Said(error) => {
                if let Some(wrong) = &error {
                    self.desk.announcer.announce(&wrong.message);
                }
                self.error.set(error);
            }
        }
    }

    fn choose(&self, reading: &str) {
        self.typing(|typing| typing.typed.replace(reading));
        self.commit();
        focus::on_id(&self.id);
    }
}

/// A field something is typed in, with its unit and what is wrong with it.
pub fn text_field(
    desk: CaseDesk,
    id: String,
    name: String,
    unit: String,
    value: impl Fn() -> String + Send + Sync + 'static,
    take: impl Fn(&CaseworkerState, &str) -> Result<Option<CaseworkerEvent>, FieldError> + Send + Sync + 'static,
) -> Element {
    let error = SharedSignal::new(None);
    let (value, take) = (Box::new(value), Box::new(take));
    let field = Arc::new(CaseEntryField { desk, id: id.clone(), value, take, typing: Mutex::default(), error });
    let [ends, shown, key, left, chooses] = std::array::from_fn(|_| Arc::clone(&field));
    let finish: Finish = Arc::new(move || ends.commit());
    let [gone, typed] = [(); 2].map(|()| Arc::clone(&finish));
    on_cleanup(move || typing::end(&gone));
    let told = [&*id, "-fejl"].concat();
    let described = {
        let told = told.clone();
        move || error.with(Option::is_some).then(|| told.clone())
    };
    let message = dynamic(move || {
        let wrong: FieldError = error.get()?;
        let reading = |(reading, words): (String, String)| {
            let field = Arc::clone(&chooses);
            view! { <button class="button button-secondary" type="button" on:click=move |_| field.choose(&reading)>{words}</button> }
        };
        let readings: Vec<Element> = wrong.readings.into_iter().map(reading).collect();
        Some(view! { <p class="form-error-message" id=told.clone()>{wrong.message}" "{readings}</p> }.into_any())
    });
    let class = match unit.chars().count() {
        0 => "cw__field",
        1..=3 => "cw__field has-unit",
        _ => "cw__field has-long-unit",
    };
    let unit = (!unit.is_empty()).then(|| view! { <span class="cw__unit" aria-hidden="true">{unit.clone()}</span> });
    view! {
        <span class=class>
            <input class="form-input" id=id aria-label=name autocomplete="off" spellcheck="false" aria-describedby=described
                aria-invalid=move || error.with(Option::is_some).then_some("true") prop:value=move || shown.shown()
                on:focus=|event| select_all(&event) on:input=move |event| key.on_key(event_target_value(&event), &typed)
                on:change=move |_| {
                    typing::end(&finish);
                    left.commit();
                }/>
            {unit}
            {message}
        </span>
    }
}
