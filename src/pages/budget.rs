//! The budgets: what it costs to start, a normal month, home, and everything else the months are made
//! of. Every figure is there from the beginning and can be changed.

mod benefit;
mod business;
mod course;
mod examples;
mod jobs;
mod rows;
mod setup;

pub(super) use examples::name as example_name;
use leptos::prelude::*;
use mikrolaan_markup::{Element, view};

use crate::components::{Icon, heading};
use crate::pages::months::example_note;
use crate::pages::plan::fields::Item::{self, Choice, Input};
use crate::pages::plan::fields::{Place, Word, items, no_word};
use crate::pages::plan::{self, choices, inputs as i};
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::budget as b;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::Event;

/// The page.
pub fn budget_page() -> Element {
    let session = Session::get();
    session.dispatch(Event::EnsureScenario);
    let form = plan::of_the_case(session, move || form(session));
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            {heading(b::title().to_owned())}
            <p class="lead">{b::lead()}</p>
            {move || session.is_example().then(|| example_note(session))}
            {examples::examples(session)}
            {form}
        </main>
    }
}

/// Pressing a button must not take the focus from a field first: its message would move the button away
/// from under the pointer.
fn stay(event: mikrolaan_markup::Event) {
    event.prevent_default();
}

/// The words of one of the budgets: its heading, what it is about, and why we ask.
struct Words {
    title: Word,
    /// What it is called in the plan the municipality sees, if it is one of those.
    name: Word,
    hint: Word,
    why: Word,
}

const HOUSEHOLD: Words =
    Words { title: b::household::title, name: no_word, hint: b::household::hint, why: b::household::why };
const TAX: Words = Words { title: b::tax::title, name: no_word, hint: b::tax::hint, why: b::tax::why };

fn form(session: Session) -> AnyView {
    let place = Place::on_page(session);
    let household = [Input(&i::LIVING_COSTS), Input(&i::OTHER_INCOME), Input(&i::SAVINGS)];
    let tax = [Choice(&choices::TAX_MODE), Input(&i::MUNICIPAL_RATE), Input(&i::CHURCH_RATE)];
    let parts: Vec<AnyView> = [
        setup::setup(place),
        business::business(place),
        part(&HOUSEHOLD, vec![fields(place, &household).into_any()]),
        benefit::benefit(place),
        course::course(place),
        course::loan(place),
        jobs::jobs(place),
        part(&TAX, vec![fields(place, &tax).into_any()]),
    ]
    .into_iter()
    .map(IntoAny::into_any)
    .collect();
    view! {
        <form class="budget" novalidate on:submit=|event| event.prevent_default()>
            {parts}
            <div class="actions">
                <a class="button button-primary" href=Route::Months.href() on:mousedown=stay>{b::to_months()}{Icon::Next.draw()}</a>
            </div>
        </form>
    }
    .into_any()
}

/// One of the budgets: its heading, what it is about, its fields.
fn part(words: &Words, content: Vec<AnyView>) -> Element {
    view! {
        <fieldset class="budget__part">
            <legend><h2>{(words.title)()}</h2></legend>
            <p class="form-hint"><strong>{(words.name)()}</strong>" "{(words.hint)()}</p>
            {content}
            <details class="details"><summary>{t::common::why()}</summary><p>{(words.why)()}</p></details>
        </fieldset>
    }
}

/// Fields beside each other where there is room.
fn fields(place: Place, wanted: &[Item]) -> Element {
    view! { <div class="fields">{items(place, wanted)}</div> }
}
