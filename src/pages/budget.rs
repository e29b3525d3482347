//! The budgets: what it costs to start, a normal month, home, and everything else the months are made
//! of. Every figure is there from the beginning and can be changed.

mod benefit;
mod business;
mod course;
mod examples;
mod jobs;
mod setup;
mod tax;

use leptos::prelude::*;
use mikrolaan_markup::view;

use crate::components::field::Layout;
use crate::components::{Heading, Icon};
use crate::pages::plan::fields::{Place, amount};
use crate::pages::plan::inputs;
use crate::route::Route;
use crate::session::Session;
use crate::texts as t;
use crate::texts::budget as b;

/// The page.
#[component]
pub fn BudgetPage() -> impl IntoView {
    let session = Session::get();
    session.ensure_scenario();
    let shown = Memo::new(move |_| session.example());
    // The form is drawn anew when another case is looked at: what was half written belonged to the last one.
    view! {
        <main class="container page" id="indhold">
            <Heading text=b::title()/>
            <p class="lead">{b::lead()}</p>
            {examples::examples(session)}
            <For each=move || [shown.get()] key=|shown| *shown children=move |_| form(session)/>
        </main>
    }
}

fn form(session: Session) -> AnyView {
    let place = Place { session, layout: Layout::Group };
    let parts = vec![
        setup::setup(place),
        business::business(place),
        household(place),
        benefit::benefit(place),
        course::course(place),
        course::loan(place),
        jobs::jobs(place),
        tax::tax(place),
    ];
    view! {
        <form class="budget" novalidate on:submit=move |event| event.prevent_default()>
            {parts}
            <div class="actions">
                <a class="button button-primary" href=Route::Months.href()>{b::to_months()}{Icon::Next.draw()}</a>
            </div>
        </form>
    }
    .into_any()
}

/// One of the budgets: its heading, what it is for, its fields.
fn part(title: &'static str, hint: &'static str, content: impl IntoView, why: &'static str) -> AnyView {
    view! {
        <fieldset class="budget__part">
            <legend><h2>{title}</h2></legend>
            <p class="form-hint">{hint}</p>
            {content.into_any()}
            <details class="details"><summary>{t::common::why()}</summary><p>{why}</p></details>
        </fieldset>
    }
    .into_any()
}

/// Fields beside each other where there is room.
fn fields(fields: Vec<AnyView>) -> AnyView {
    view! { <div class="fields">{fields}</div> }.into_any()
}

fn household(place: Place) -> AnyView {
    let content = fields(vec![
        amount(place, &inputs::LIVING_COSTS),
        amount(place, &inputs::OTHER_INCOME),
        amount(place, &inputs::SAVINGS),
    ]);
    part(b::household::title(), b::household::hint(), content, b::household::why())
}
