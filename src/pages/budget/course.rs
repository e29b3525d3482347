//! How long each part takes, and the loan.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::case::bounds;

use super::{fields, part};
use crate::danish::write;
use crate::pages::plan;
use crate::pages::plan::fields::{Place, amount, bounded_amount, months, optional_amount, percent};
use crate::pages::plan::{inputs, selects};
use crate::session::Session;
use crate::story::budget;
use crate::texts as t;
use crate::texts::budget::{course as c, loan as l};

/// Course, waiting and subsidy.
pub fn course(place: Place) -> AnyView {
    let content = view! {
        {fields(vec![
            selects::start(place),
            months(place, &inputs::MONTHS, bounds::MONTHS),
            months(place, &inputs::COURSE_MONTHS, bounds::BEFORE_OPENING),
            months(place, &inputs::ACCOUNT_WAIT_MONTHS, bounds::BEFORE_OPENING),
            months(place, &inputs::SUBSIDY_MONTHS, bounds::SUBSIDY_MONTHS),
            optional_amount(place, &inputs::SUBSIDY_MONTHLY),
        ])}
        {selects::subsidy_model(place.session)}
    };
    part(c::title(), c::hint(), content, c::why())
}

/// The loan; what is paid back is asked only when something is borrowed.
pub fn loan(place: Place) -> AnyView {
    let by_term = Memo::new(move |_| selects::by_term(place.session));
    let rest = move || match by_term.get() {
        Some(by_term) => terms(place, by_term),
        None => view! { <p>{l::none()}</p> }.into_any(),
    };
    let content = view! { {fields(vec![amount(place, &inputs::PRINCIPAL)])}{rest} };
    part(l::title(), l::hint(), content, l::why())
}

fn terms(place: Place, by_term: bool) -> AnyView {
    let paid_back = if by_term {
        months(place, &inputs::TERM, bounds::TERM)
    } else {
        bounded_amount(place, &inputs::INSTALMENT, bounds::POSITIVE_AMOUNT)
    };
    let fields = fields(vec![
        paid_back,
        months(place, &inputs::FIRST_INSTALMENT, bounds::FIRST_INSTALMENT),
        percent(place, &inputs::ANNUAL_RATE, bounds::RATE, t::errors::field::percent()),
        amount(place, &inputs::LOAN_FEE),
    ]);
    view! { {selects::repayment(place.session)}{fields}{repaid(place.session)} }.into_any()
}

/// "Med 500 kr. om måneden er lånet betalt efter 51 måneder."
fn repaid(session: Session) -> impl Fn() -> Option<AnyView> {
    move || {
        let found = plan::read(session, |scenario| scenario.loan.as_ref().and_then(budget::repaid_after));
        let (instalment, count) = found?;
        let text = l::repaid(&write::amount(instalment), &write::months(count));
        Some(view! { <p prop:textContent=text></p> }.into_any())
    }
}
