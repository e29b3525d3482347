//! The budgets: what it costs to start, a normal month, home, and everything else the months are made
//! of. Every figure is there from the beginning and can be changed.

mod benefit;
mod business;
mod examples;
mod loan;
mod rows;

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{Element, view};

use crate::components::{Icon, heading, way_to};
use crate::pages::conflict::conflict_boxes;
use crate::pages::months::example_note;
use crate::pages::plan::fields::{FieldContext, FormItem, choice, items};
use crate::pages::plan::{self, choices};
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::budget as b;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::{Event, RowList};
use mikrolaan_app_core::views::budget::parts::{self, BudgetPart};
use mikrolaan_app_core::views::budget::{BudgetView, budget};
use mikrolaan_markup::watch::{Watched, WorkedOut, watch, worked_out};

/// The page.
pub fn budget_page() -> Element {
    let session = Session::get();
    session.dispatch(Event::EnsureScenario);
    let view = worked_out(move || {
        let outcome = session.evaluated.get();
        let evaluated = outcome.as_deref().and_then(|outcome| outcome.as_ref().ok());
        Some(Arc::new(session.with_case(|case| budget(case, evaluated))))
    });
    let page = BudgetContext { place: FieldContext::on_page(session), view };
    let form = plan::of_the_case(session, move || form(page).into_any());
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

/// What every part of the page stands on.
#[derive(Clone, Copy)]
struct BudgetContext {
    /// Where the fields stand.
    place: FieldContext,
    /// What is said beside them.
    view: WorkedOut<BudgetView>,
}

impl BudgetContext {
    /// Words of the page: tracks.
    fn words(self, read: impl FnOnce(&BudgetView) -> Option<&str>) -> String {
        self.view.get().and_then(|view| read(&view).map(str::to_owned)).unwrap_or_default()
    }

    /// What decides which elements stand there, as a number: they are drawn anew when it differs.
    fn watch(self, read: fn(&BudgetView) -> i64) -> Watched {
        watch(move || self.view.get().map(|view| read(&view)))
    }
}

/// Pressing a button must not take the focus from a field first: its message would move the button away
/// from under the pointer.
fn stay(event: mikrolaan_markup::Event) {
    event.prevent_default();
}

fn form(page: BudgetContext) -> Element {
    let place = page.place;
    let parts: Vec<AnyView> = [
        part(&parts::SETUP, rows::setup(page)),
        part(&parts::BUSINESS, business::business(page)),
        part(&parts::HOUSEHOLD, vec![fields(place, parts::HOUSEHOLD.items)]),
        part(&parts::BENEFIT, vec![benefit::benefit(page)]),
        part(&parts::COURSE, course(place)),
        part(&parts::LOAN, loan::loan(page)),
        part(&parts::JOBS, rows::rows(page, RowList::Jobs).into()),
        part(&parts::TAX, vec![fields(place, parts::TAX.items)]),
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
}

/// One of the budgets: its heading, what it is about, its fields.
fn part(part: &BudgetPart, content: Vec<AnyView>) -> Element {
    view! {
        <fieldset class="budget__part">
            <legend><h2>{(part.title)()}</h2></legend>
            <p class="form-hint"><strong>{(part.name)()}</strong>" "{(part.hint)()}</p>
            {content}
            <details class="details"><summary>{t::common::why()}</summary><p>{(part.why)()}</p>{part.more.map(way_to)}</details>
        </fieldset>
    }
}

/// Fields beside each other where there is room.
fn fields(place: FieldContext, wanted: &[FormItem]) -> AnyView {
    view! { <div class="fields">{items(place, wanted)}</div> }.into_any()
}

fn course(place: FieldContext) -> Vec<AnyView> {
    let conflict = conflict_boxes(place.session, &[AnswerKey::WillTakeCourse, AnswerKey::BusinessAccount]);
    vec![fields(place, parts::COURSE.items), conflict, choice(place, &choices::SUBSIDY_MODEL)]
}
