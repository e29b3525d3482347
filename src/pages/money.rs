//! The steps on which the money is asked for: home, the business, and what it takes to start. Each says what it comes to so far.

use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{Element, dynamic, fragment, view};

use super::budget::{
    BudgetContext, benefit, both, budget_view, business, course, examples, fold, household, loan, rows, stay,
};
use super::conflict::conflict_boxes;
use super::months::example_note;
use super::plan;
use super::plan::choices::VAT;
use super::plan::fields::{FieldContext, choice, items};
use crate::charts::picture;
use crate::components::{Announcer, Icon, cells, heading};
use crate::session::Session;
use mikrolaan_app_core::forms::field_props::Layout;
use mikrolaan_app_core::locale::argument::Count;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::money as m;
use mikrolaan_app_core::locale::texts::named::NumberTotal;
use mikrolaan_app_core::navigation::{MoneyStep, Route};
use mikrolaan_app_core::state::event::{Event, RowList};
use mikrolaan_app_core::views::budget::{BAR_HEIGHT, parts};
use mikrolaan_app_core::views::money::StepView;

/// The page of a step.
pub fn money_page(step: MoneyStep) -> Element {
    let session = Session::get();
    session.dispatch(Event::EnsureScenario);
    let place = FieldContext { layout: Layout::Value, ..FieldContext::on_page(session) };
    let page = BudgetContext { place, view: budget_view(session) };
    let StepView { title, before, after, number, cells: band } = StepView::of(step);
    let total = Count::of(MoneyStep::ALL.len() + 1);
    let next = if after == Route::Months { t::budget::to_months() } else { t::common::next() };
    view! {
        <main class="container page money" id="indhold" tabindex="-1">
            <div class="money__top">
                <a class="back-link" href=before.href()>{Icon::Back.draw()}{t::common::back()}</a>
                <p class="step-subheading" id="progress">{m::step(NumberTotal { number: Count::of(number), total })}</p>
            </div>
            <div class="band band--steps" aria-hidden="true">{cells(band)}</div>
            {heading(title.to_owned())}
            {move || session.is_example().then(|| example_note(session))}
            <div class="money__step">
                {form(page, step)}
                {running(page, step)}
            </div>
            <p class="actions">
                <a class="button button-primary" href=after.href() on:mousedown=stay>{next}{Icon::Next.draw()}</a>
                <a href=Route::Budget.href()>{m::all_figures()}</a>
            </p>
        </main>
    }
}

fn form(page: BudgetContext, step: MoneyStep) -> Element {
    let session = page.place.session;
    // What is pressed stays while the fields are drawn anew, and keeps the focus.
    let trades = (step == MoneyStep::Business).then(|| examples::trades(session));
    let content = plan::of_the_case(session, move || {
        fragment(match step {
            MoneyStep::Home => home(page),
            MoneyStep::Business => the_business(page),
            MoneyStep::Start => start(page),
        })
    });
    let announcer = Announcer::get();
    // A field was left, so it is at rest: what the step comes to now is said once.
    let say =
        move |_| announcer.announce(&page.words(|view| view.running.get(step as usize).map(|now| now.fact.as_str())));
    view! {
        <form class="values money__form" novalidate on:submit=|event| event.prevent_default() on:change=say>{trades}{content}</form>
    }
}

fn home(page: BudgetContext) -> Vec<AnyView> {
    let tax = fold(t::budget::tax::title(), items(page.place, parts::TAX.items));
    both(vec![benefit::benefit(page)], both(household(page), vec![tax]))
}

fn the_business(page: BudgetContext) -> Vec<AnyView> {
    let place = page.place;
    let mut content = items(place, &parts::GOOD_MONTH);
    content.push(fold(m::growth(), both(items(place, &parts::GROWTH), business::seasonality(page))));
    content.push(fold(m::vat(), vec![choice(place, &VAT)]));
    content.push(fold(m::rest(), both(items(place, &parts::REST), business::closing(page))));
    content
}

fn start(page: BudgetContext) -> Vec<AnyView> {
    let place = page.place;
    let [list, adder] = rows::rows(page, RowList::Costs);
    let list = view! { <ul class="rows">{list}</ul> }.into_any();
    let sum = move || page.words(|view| Some(&view.start_up.total));
    let costs = view! {
        <div class="val">
            <strong class="form-label">{m::costs()}</strong><strong class="val__sum" prop:textContent=sum></strong>
        </div>
    };
    let list = fold(m::list(), both(vec![list, adder], items(place, parts::SETUP.items)));
    let mut content = vec![costs.into_any(), list];
    content.extend(items(place, parts::LOAN.items));
    content.push(conflict_boxes(place.session, &[AnswerKey::LoanAmount]));
    content.push(fold(m::to_repay(), vec![loan::terms(page)]));
    content.extend([time_band(page), fold(t::budget::course::hint(), course(place))]);
    content
}

/// How long everything takes: a row of cells, and a sentence for each part.
fn time_band(page: BudgetContext) -> AnyView {
    dynamic(move || {
        let time = page.view.get()?.time.clone();
        let sentences = [time.course, time.waiting, time.subsidy].map(|words| view! { <li>{words}</li> });
        Some(
            view! {
                <section>
                    <h2>{m::time()}</h2>
                    <div class="band" aria-hidden="true">{cells(time.cells)}</div>
                    <ul class="nobullet-list money__time">{Vec::from(sentences)}</ul>
                </section>
            }
            .into_any(),
        )
    })
}

/// What the step comes to so far.
fn running(page: BudgetContext, step: MoneyStep) -> AnyView {
    dynamic(move || {
        let view = page.view.get()?;
        let running = view.running.get(step as usize).filter(|running| !running.fact.is_empty())?;
        let class = if running.is_short { "running running--short" } else { "running" };
        let sum: Vec<AnyView> = running
            .sum
            .iter()
            .map(|term| view! { <span class="nobreak">{term.clone()}</span>" " }.into_any())
            .collect();
        let bar = (!running.bar.is_empty()).then(|| picture(BAR_HEIGHT, vec![running.bar.clone()]));
        Some(
            view! {
                <section class=class>
                    <p class="running__fact">{running.fact.clone()}</p>
                    {bar}
                    <p class="running__sum">{fragment(sum)}</p>
                </section>
            }
            .into_any(),
        )
    })
}
