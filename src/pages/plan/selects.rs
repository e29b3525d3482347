//! Months to choose between, and small choices about the plan.

use leptos::prelude::*;
use mikrolaan_engine::case::bounds;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::simulation::{AfterClosure, Repayment, Scenario, SubsidyModel, TaxMode, Timeline};

use super::job::{edit_job, job};
use super::{change, read, repayment};
use crate::components::choice_field::{Chosen, Pick, pick, radio_field, select_field};
use crate::danish::write::month_year;
use crate::pages::plan::fields::Place;
use crate::session::Session;
use crate::texts::budget as b;
use crate::texts::months::input as short;

/// How far ahead of today a plan can begin.
const MONTHS_AHEAD: i32 = 24;

/// A month to choose: its word is `2027-01`.
fn month_pick(month: Month) -> Pick {
    pick(month.to_string(), month_year(month))
}

/// The months from one to another, and the chosen one when it lies outside.
fn month_picks(from: Month, to: Month, chosen: Option<Month>) -> Vec<Pick> {
    let allowed = bounds::month();
    let count = to.months_since(from).max(0);
    let mut months: Vec<Month> = (0..=count).map(|i| from.plus(i).clamp(allowed.min, allowed.max)).collect();
    months.extend(chosen);
    months.sort();
    months.dedup();
    months.into_iter().map(month_pick).collect()
}

/// A choice kept in the scenario under the word for it.
fn chosen(
    session: Session,
    get: impl Fn(&Scenario) -> String + Copy + Send + Sync + 'static,
    set: impl Fn(&mut Scenario, &str) + Copy + Send + Sync + 'static,
) -> Chosen {
    Chosen {
        value: Signal::derive(move || read(session, get)),
        set: Callback::new(move |word: String| change(session, |scenario| set(scenario, &word))),
    }
}

/// The first month of the plan.
pub fn start(place: Place) -> AnyView {
    let session = place.session;
    let picks = Signal::derive(move || {
        session.with_case(|case| {
            let start = case.scenarios.first().map(|scenario| scenario.start);
            month_picks(case.as_of, case.as_of.plus(MONTHS_AHEAD), start)
        })
    });
    let set = |scenario: &mut Scenario, word: &str| scenario.start = Month::parse(word).unwrap_or(scenario.start);
    let chosen = chosen(session, |scenario| scenario.start.to_string(), set);
    select_field(place.layout, "start".to_owned(), b::course::start(), "", picks, chosen)
}

/// The first month of a small job.
pub fn job_from(place: Place, id: String, at: usize) -> AnyView {
    let session = place.session;
    let picks = Signal::derive(move || {
        read(session, |scenario| month_picks(scenario.start, Timeline::of(scenario).last(), Some(job(scenario, at).from)))
    });
    let set = move |scenario: &mut Scenario, word: &str| {
        if let Some(month) = Month::parse(word) {
            edit_job(scenario, at, |job| job.from = month);
        }
    };
    let chosen = chosen(session, move |scenario| job(scenario, at).from.to_string(), set);
    select_field(place.layout, id, short::from(), "", picks, chosen)
}

/// The last month of a small job, if it has one.
pub fn job_until(place: Place, id: String, at: usize) -> AnyView {
    let session = place.session;
    let picks = Signal::derive(move || {
        read(session, |scenario| {
            let job = job(scenario, at);
            let mut picks = vec![pick("", b::job::until_open())];
            picks.extend(month_picks(job.from, Timeline::of(scenario).last(), job.until));
            picks
        })
    });
    let get = move |scenario: &Scenario| job(scenario, at).until.map(|month| month.to_string()).unwrap_or_default();
    let set = move |scenario: &mut Scenario, word: &str| edit_job(scenario, at, |job| job.until = Month::parse(word));
    select_field(place.layout, id, b::job::until(), "", picks, chosen(session, get, set))
}

/// The month in which the business closes, if it does.
pub fn closes(place: Place) -> AnyView {
    let session = place.session;
    let picks = Signal::derive(move || read(session, closing_picks));
    let get = |scenario: &Scenario| closing(scenario).map(|month| month.to_string()).unwrap_or_default();
    let set = |scenario: &mut Scenario, word: &str| {
        if let Some(business) = &mut scenario.business {
            business.closes = Month::parse(word);
        }
    };
    let hint = b::operating::closes_hint();
    select_field(place.layout, "closes".to_owned(), b::operating::closes(), hint, picks, chosen(session, get, set))
}

fn closing(scenario: &Scenario) -> Option<Month> {
    scenario.business.as_ref().and_then(|business| business.closes)
}

/// It can close in the months after the one in which it opens.
fn closing_picks(scenario: &Scenario) -> Vec<Pick> {
    let timeline = Timeline::of(scenario);
    let mut picks = vec![pick("", b::operating::closes_never())];
    let first = timeline.opening().map_or(scenario.start, |opening| opening.plus(1));
    if first <= timeline.last() {
        picks.extend(month_picks(first, timeline.last(), closing(scenario)));
    } else {
        picks.extend(closing(scenario).map(month_pick));
    }
    picks
}

/// What the person lives on after the business has closed: asked only when it closes.
pub fn after_closure(session: Session) -> impl Fn() -> Option<AnyView> {
    let set = |scenario: &mut Scenario, word: &str| {
        scenario.after_closure = AfterClosure::from_id(word).unwrap_or(scenario.after_closure);
    };
    let chosen = chosen(session, |scenario| scenario.after_closure.id().to_owned(), set);
    let closes = Memo::new(move |_| read(session, |scenario| closing(scenario).is_some()));
    move || {
        let picks = vec![
            pick(AfterClosure::Benefit.id(), b::operating::after_closure_benefit()),
            pick(AfterClosure::Nothing.id(), b::operating::after_closure_nothing()),
        ];
        closes.get().then(|| radio_field("after_closure", b::operating::after_closure(), "", picks, chosen))
    }
}

/// How the subsidy follows the need.
pub fn subsidy_model(session: Session) -> AnyView {
    let set = |scenario: &mut Scenario, word: &str| {
        scenario.subsidy.model = SubsidyModel::from_id(word).unwrap_or(scenario.subsidy.model);
    };
    let picks = vec![
        pick(SubsidyModel::NeedBased.id(), b::course::subsidy_need_based()),
        pick(SubsidyModel::Full.id(), b::course::subsidy_full()),
    ];
    let chosen = chosen(session, |scenario| scenario.subsidy.model.id().to_owned(), set);
    radio_field("subsidy_model", b::course::subsidy_model(), b::course::subsidy_model_why(), picks, chosen)
}

/// How tax is worked out.
pub fn tax_mode(session: Session) -> AnyView {
    let set = |scenario: &mut Scenario, word: &str| {
        scenario.tax.mode = TaxMode::from_id(word).unwrap_or(scenario.tax.mode);
    };
    let picks = vec![pick(TaxMode::Simplified.id(), b::tax::simplified()), pick(TaxMode::None.id(), b::tax::none())];
    let chosen = chosen(session, |scenario| scenario.tax.mode.id().to_owned(), set);
    radio_field("tax_mode", b::tax::mode(), "", picks, chosen)
}

/// Is the loan paid back over a number of months? Tracks. `None` without a loan.
pub fn by_term(session: Session) -> Option<bool> {
    read(session, |scenario| scenario.loan.as_ref().map(|loan| matches!(loan.repayment, Repayment::Term(_))))
}

/// How the loan is paid back.
pub fn repayment(session: Session) -> AnyView {
    let get = |scenario: &Scenario| match scenario.loan.as_ref().map(|loan| loan.repayment) {
        Some(Repayment::Term(_)) => "term".to_owned(),
        _ => "instalment".to_owned(),
    };
    let set = |scenario: &mut Scenario, word: &str| {
        if let Some(loan) = &mut scenario.loan {
            loan.repayment = if word == "term" { repayment::as_term(loan) } else { repayment::as_instalment(loan) };
        }
    };
    let picks = vec![pick("instalment", b::loan::by_instalment()), pick("term", b::loan::by_term())];
    radio_field("repayment", b::loan::repayment(), "", picks, chosen(session, get, set))
}

