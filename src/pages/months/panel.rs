//! The figures that matter most, beside the picture.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::case::bounds;

use crate::components::field::Layout;
use crate::pages::plan::fields::{Place, amount, bounded_amount, hours, months, percent};
use crate::pages::plan::{inputs, selects};
use crate::session::Session;
use crate::texts as t;
use crate::texts::months::group as g;

/// The groups of the panel.
pub fn groups(session: Session) -> AnyView {
    let place = Place { session, layout: Layout::Row };
    let household = vec![
        amount(place, &inputs::LIVING_COSTS),
        amount(place, &inputs::OTHER_INCOME),
        amount(place, &inputs::SAVINGS),
    ];
    let job = vec![
        hours(place, &inputs::JOB_HOURS),
        bounded_amount(place, &inputs::JOB_WAGE, bounds::HOURLY_WAGE),
        selects::job_from(place, "job_from".to_owned(), 0),
    ];
    let course = vec![
        months(place, &inputs::COURSE_MONTHS, bounds::BEFORE_OPENING),
        months(place, &inputs::ACCOUNT_WAIT_MONTHS, bounds::BEFORE_OPENING),
        months(place, &inputs::SUBSIDY_MONTHS, bounds::SUBSIDY_MONTHS),
    ];
    vec![
        group(g::home(), household),
        group(g::business(), business(place)),
        group(g::job(), job),
        group(g::course(), course),
    ]
    .into_any()
}

fn group(title: &'static str, fields: Vec<AnyView>) -> AnyView {
    view! { <fieldset class="inputs__group"><legend>{title}</legend>{fields}</fieldset> }.into_any()
}

fn business(place: Place) -> Vec<AnyView> {
    let by_term = Memo::new(move |_| selects::by_term(place.session));
    let instalment = move || by_term.get().map(|by_term| instalment(place, by_term));
    vec![
        amount(place, &inputs::FIRST_MONTH),
        amount(place, &inputs::FULL_MONTH),
        months(place, &inputs::RAMP_MONTHS, bounds::RAMP),
        percent(place, &inputs::VARIABLE_SHARE, bounds::RATE, t::errors::field::percent()),
        amount(place, &inputs::FIXED_COSTS),
        amount(place, &inputs::PRINCIPAL),
        instalment.into_any(),
    ]
}

/// What is paid back: an amount a month, or over a number of months.
fn instalment(place: Place, by_term: bool) -> AnyView {
    if by_term {
        months(place, &inputs::TERM, bounds::TERM)
    } else {
        bounded_amount(place, &inputs::INSTALMENT, bounds::POSITIVE_AMOUNT)
    }
}
