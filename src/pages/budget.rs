//! Every figure there is, in groups that fold: what each comes to, and how much of it nobody has given. The steps on which the money
//! is asked for show some of the same.

pub mod benefit;
pub mod business;
pub mod examples;
pub mod loan;
pub mod rows;

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{Element, view};

use crate::components::{self, Icon, heading, way_to};
use crate::pages::conflict::conflict_boxes;
use crate::pages::months::example_note;
use crate::pages::plan;
use crate::pages::plan::choices::{HOUSING_BENEFIT, SUBSIDY_MODEL, VAT, WEALTH};
use crate::pages::plan::fields::{FieldContext, choice, items, labelled_choice};
use crate::session::Session;
use mikrolaan_app_core::forms::field_props::Layout;
use mikrolaan_app_core::locale::argument::Count;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::budget as b;
use mikrolaan_app_core::locale::texts::money as m;
use mikrolaan_app_core::locale::words::origin;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::{Event, RowList};
use mikrolaan_app_core::state::provenance::Provenance;
use mikrolaan_app_core::views::budget::parts::{self, BudgetPart};
use mikrolaan_app_core::views::budget::{BudgetView, budget, shown};
use mikrolaan_markup::watch::{SharedSignal, Watched, WorkedOut, watch, worked_out};
use mikrolaan_markup::{dynamic, fragment};

/// The page.
pub fn budget_page() -> Element {
    let session = Session::get();
    session.dispatch(Event::EnsureScenario);
    let place = FieldContext { layout: Layout::Row, ..FieldContext::on_page(session) };
    let page = BudgetContext { place, view: budget_view(session) };
    let show = SharedSignal::new(0);
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            {heading(b::title().to_owned())}
            <p class="lead">{b::lead()}</p>
            {move || session.is_example().then(|| example_note(session))}
            {filter(page, show)}
            {form(page, show)}
        </main>
    }
}

/// What is shown: everything, or what comes from one place alone, by [`SHOWN`].
type Show = SharedSignal<usize>;

/// What can be shown alone, by its word in the style sheet; first everything.
const SHOWN: [Option<Provenance>; 4] =
    [None, Some(Provenance::Own), Some(Provenance::Example), Some(Provenance::Guess)];

/// A button for each kind of value, with how many there are.
fn filter(page: BudgetContext, show: Show) -> Element {
    let buttons = SHOWN.into_iter().enumerate().map(|(at, from)| {
        let label = move || {
            let count = page.view.get().and_then(|view| view.counts.get(from? as usize).copied()).unwrap_or_default();
            shown(from, Count::of(count))
        };
        let pressed = move || if show.get() == at { "true" } else { "false" };
        view! {
            <button class="button" type="button" aria-pressed=pressed on:mousedown=stay on:click=move |_| show.set(at)
                prop:textContent=label></button>
        }
    });
    view! { <div class="filter" role="group" aria-label=m::show()>{buttons.collect::<Vec<_>>()}</div> }
}

/// What the pages say of the plan beside its fields.
pub fn budget_view(session: Session) -> WorkedOut<BudgetView> {
    worked_out(move || {
        let outcome = session.evaluated.get();
        let evaluated = outcome.as_deref().and_then(|outcome| outcome.as_ref().ok());
        Some(Arc::new(session.with_case(|case| budget(case, evaluated))))
    })
}

/// What every part of the page stands on.
#[derive(Clone, Copy)]
pub struct BudgetContext {
    /// Where the fields stand.
    pub place: FieldContext,
    /// What is said beside them.
    pub view: WorkedOut<BudgetView>,
}

impl BudgetContext {
    /// Words of the page: tracks.
    pub fn words(self, read: impl FnOnce(&BudgetView) -> Option<&str>) -> String {
        self.view.get().and_then(|view| read(&view).map(str::to_owned)).unwrap_or_default()
    }

    /// What decides which elements stand there, as a number: they are drawn anew when it differs.
    pub fn watch(self, read: fn(&BudgetView) -> i64) -> Watched {
        watch(move || self.view.get().map(|view| read(&view)))
    }
}

/// Pressing a button must not take the focus from a field first: its message would move the button away
/// from under the pointer.
pub fn stay(event: mikrolaan_markup::Event) {
    event.prevent_default();
}

/// Fields that unfold in their place.
pub fn fold(title: Text, fields: Vec<AnyView>) -> AnyView {
    components::fold(title, None, fragment(fields)).into_any()
}

/// One after the other.
pub fn both(mut first: Vec<AnyView>, second: Vec<AnyView>) -> Vec<AnyView> {
    first.extend(second);
    first
}

fn form(page: BudgetContext, show: Show) -> Element {
    let groups = plan::of_the_case(page.place.session, move || fragment(groups(page, show)));
    view! {
        <form class="values budget" novalidate data-show=move || SHOWN.get(show.get()).copied().flatten().map(origin::word) on:submit=|event| event.prevent_default()>
            // What is pressed stays while the fields are drawn anew, and keeps the focus.
            {examples::trades(page.place.session)}
            {groups}
            <div class="actions">
                <a class="button button-primary" href=Route::Months.href() on:mousedown=stay>{b::to_months()}{Icon::Next.draw()}</a>
            </div>
        </form>
    }
}

fn groups(page: BudgetContext, show: Show) -> Vec<AnyView> {
    let place = page.place;
    [
        (&parts::BENEFIT, vec![benefit::benefit(page)]),
        (&parts::HOUSEHOLD, household(page)),
        (&parts::SALES, both(items(place, parts::SALES.items), business::seasonality(page))),
        (&parts::OPERATING, operating(page)),
        (&parts::SETUP, rows::setup(page)),
        (&parts::LOAN, loan(page)),
        (&parts::JOBS, rows::rows(page, RowList::Jobs).into()),
        (&parts::COURSE, course(place)),
        (&parts::TAX, both(items(place, parts::TAX.items), vec![choice(place, &VAT)])),
    ]
    .into_iter()
    .enumerate()
    .map(|(at, (part, content))| group(page, show, at, part, content).into_any())
    .collect()
}

/// The groups that are open from the beginning: home, sales, costs, and small jobs.
const OPEN: [usize; 4] = [1, 2, 3, 6];

/// One group: its heading with what it comes to and how much of it is a guess, what it is about, its fields.
fn group(page: BudgetContext, show: Show, at: usize, part: &BudgetPart, content: Vec<AnyView>) -> Element {
    // What most people change is open from the beginning; of one kind alone, everything is.
    let open = move || show.get() > 0 || OPEN.contains(&at);
    let sum = move || page.words(|view| view.groups.get(at).map(|group| group.sum.as_str()));
    let guesses = move || page.words(|view| view.groups.get(at).map(|group| group.guesses.as_str()));
    view! {
        <details class="budget__part" prop:open=open>
            <summary>
                <h2>{(part.title)()}</h2>
                <span class="prov prov--guess" prop:textContent=guesses></span>
                <strong class="num" prop:textContent=sum></strong>
            </summary>
            <p class="form-hint"><strong>{(part.name)()}</strong>" "{(part.hint)()}</p>
            {content}
            <details class="details"><summary>{t::common::why()}</summary><p>{(part.why)()}</p>{part.more.map(way_to)}</details>
        </details>
    }
}

/// What comes in and goes out at home, and what can end the benefit.
pub fn household(page: BudgetContext) -> Vec<AnyView> {
    let place = page.place;
    let mut content = items(place, &parts::HOME);
    content.push(choice(place, &HOUSING_BENEFIT));
    content.push(dynamic(move || {
        let label = page.words(|view| Some(&view.wealth));
        (!label.is_empty()).then(|| labelled_choice(place, &WEALTH, label))
    }));
    content
}

fn operating(page: BudgetContext) -> Vec<AnyView> {
    let liquidity = view! { <p>{b::operating::liquidity()}" "<a href=Route::Months.href()>{b::to_months()}</a></p> };
    let mut content = items(page.place, parts::OPERATING.items);
    content.push(business::ledger(page).into_any());
    content.extend(business::closing(page));
    content.push(liquidity.into_any());
    content
}

fn loan(page: BudgetContext) -> Vec<AnyView> {
    let mut content = items(page.place, parts::LOAN.items);
    content.push(conflict_boxes(page.place.session, &[AnswerKey::LoanAmount]));
    content.push(loan::terms(page));
    content
}

/// How long each part takes.
pub fn course(place: FieldContext) -> Vec<AnyView> {
    let mut content = items(place, parts::COURSE.items);
    content.push(conflict_boxes(place.session, &[AnswerKey::WillTakeCourse, AnswerKey::BusinessAccount]));
    content.push(choice(place, &SUBSIDY_MODEL));
    content
}
