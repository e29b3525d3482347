//! How long each part takes, and the loan.

use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::repaid_after;
use mikrolaan_markup::{Element, live, together, view};

use super::{Words, fields, part};
use crate::pages::conflict::conflict_boxes;
use crate::pages::plan;
use crate::pages::plan::choices::{REPAYMENT, START, SUBSIDY_MODEL, by_term, choice};
use crate::pages::plan::fields::Item::{Choice, Input};
use crate::pages::plan::fields::{Place, field, no_word};
use crate::pages::plan::inputs as i;
use crate::session::Session;
use crate::watch::watch;
use mikrolaan_app_core::locale::texts::budget::{course as c, loan as l};
use mikrolaan_app_core::locale::write;

const COURSE: Words = Words { title: c::title, name: no_word, hint: c::hint, why: c::why };
const LOAN: Words = Words { title: l::title, name: no_word, hint: l::hint, why: l::why };

/// Course, waiting and subsidy.
pub fn course(place: Place) -> Element {
    let figures = [
        Choice(&START),
        Input(&i::MONTHS),
        Input(&i::COURSE_MONTHS),
        Input(&i::ACCOUNT_WAIT_MONTHS),
        Input(&i::SUBSIDY_MONTHS),
        Input(&i::SUBSIDY_MONTHLY),
    ];
    let conflict = conflict_boxes(place.session, &[AnswerKey::WillTakeCourse, AnswerKey::BusinessAccount]);
    part(&COURSE, vec![fields(place, &figures).into_any(), conflict, choice(place, &SUBSIDY_MODEL).into_any()])
}

/// The loan; what is paid back is asked only when something is borrowed.
pub fn loan(place: Place) -> Element {
    let by_term = watch(move || plan::read(place.session, by_term).flatten().map(i64::from));
    let rest = live(move || {
        Some(match by_term.get() {
            Some(by_term) => terms(place, by_term == 1),
            None => view! { <p>{l::none()}</p> }.into_any(),
        })
    });
    let conflict = conflict_boxes(place.session, &[AnswerKey::LoanAmount]);
    part(&LOAN, vec![field(place, &i::PRINCIPAL), conflict, rest])
}

fn terms(place: Place, by_term: bool) -> AnyView {
    let figures = [
        Input(if by_term { &i::TERM } else { &i::INSTALMENT }),
        Input(&i::FIRST_INSTALMENT),
        Input(&i::ANNUAL_RATE),
        Input(&i::LOAN_FEE),
    ];
    together(vec![
        choice(place, &REPAYMENT).into_any(),
        fields(place, &figures).into_any(),
        repaid(place.session).into_any(),
    ])
}

/// "Med 500 kr. om måneden er lånet betalt efter 51 måneder."
fn repaid(session: Session) -> Element {
    let text = move || {
        let found = plan::read(session, |scenario| scenario.loan.as_ref().and_then(repaid_after)).flatten();
        found
            .map(|(instalment, count)| l::repaid(&write::amount(instalment), &write::months(count)))
            .unwrap_or_default()
    };
    view! { <p prop:textContent=text></p> }
}
