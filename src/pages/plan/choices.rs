//! Small choices about the plan: months, and ways of doing a thing.

use std::sync::Arc;

use leptos::prelude::untrack;
use mikrolaan_engine::case::{Case, FieldKind, FieldValue, bounds, usual_small_job};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::simulation::{Repayment, Scenario, ScenarioField as F, SmallJob, Timeline};
use mikrolaan_markup::Element;

use super::fields::{Place, Word, no_word};
use crate::components::choice_field::{Chosen, Pick, pick, radio_field, select_field};
use crate::components::field::Face;
use crate::pages::plan;
use crate::watch::{sliced, watch};
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::budget as b;
use mikrolaan_app_core::locale::texts::months::input as short;
use mikrolaan_app_core::locale::write::{month_year, short_month_year};
use mikrolaan_app_core::rulebook::RULEBOOK;

/// A choice about the scenario.
pub struct Choice {
    /// Which field.
    pub field: F,
    /// Its label.
    pub label: Word,
    /// Help below the label.
    pub hint: Word,
    /// What there is to choose between.
    pub picks: Picks,
    /// What does not fit with the rest of the plan, in words. For months it is decided by those there are to choose
    /// between and the chosen one.
    pub misfit: fn(&Scenario, usize) -> Option<String>,
}

/// Fits with everything.
fn fits(_: &Scenario, _: usize) -> Option<String> {
    None
}

/// What there is to choose between.
pub enum Picks {
    /// Always the same few things, as rows.
    Rows(&'static [(&'static str, Word)]),
    /// Months, which depend on the rest of the plan, as a list that folds out.
    Months(fn(&Case, &Scenario, usize) -> Span),
}

/// Months to choose between.
pub struct Span {
    /// The word for choosing none, where one can.
    none: Option<Word>,
    from: Month,
    to: Month,
    chosen: Option<Month>,
}

impl Span {
    /// A number that differs when one of the three months does.
    fn number(&self) -> i64 {
        let chosen = self.chosen.map_or(0, number);
        (number(self.from) << 40) | (number(self.to) << 20) | chosen
    }

    fn picks(&self) -> Vec<Pick> {
        let none = self.none.map(|none| pick("", none()));
        none.into_iter().chain(month_picks(self.from, self.to, self.chosen)).collect()
    }
}

/// A month by a number below 2²⁰.
fn number(month: Month) -> i64 {
    i64::from(month.year()) * 12 + i64::from(month.number())
}

/// The word for what is chosen.
fn chosen_word(field: F, scenario: &Scenario, at: usize) -> String {
    match (field.read(scenario, &RULEBOOK, at), field.kind()) {
        (Some(FieldValue::Month(month)), _) => month.to_string(),
        (Some(FieldValue::Choice(place)), Some(FieldKind::Choice(words))) => {
            words.get(place).copied().unwrap_or_default().to_owned()
        }
        _ => String::new(),
    }
}

/// Takes what was chosen, by its word; none of a list of months is nothing.
fn take(field: F, scenario: &mut Scenario, at: usize, word: &str) {
    let value = match field.kind() {
        Some(FieldKind::Choice(words)) => words.iter().position(|known| *known == word).map(FieldValue::Choice),
        _ => Month::parse(word).map(FieldValue::Month),
    };
    field.write(scenario, &RULEBOOK, at, value);
}

/// The field of a choice.
pub fn choice(place: Place, choice: &'static Choice) -> Element {
    let session = place.session;
    let set = move |word: &str| {
        let at = untrack(|| place.at());
        plan::change(session, &mut |scenario| take(choice.field, scenario, at, word));
    };
    let value =
        move || plan::read(session, |scenario| chosen_word(choice.field, scenario, place.at())).unwrap_or_default();
    let chosen = Chosen { value: Arc::new(value), set: Arc::new(set) };
    let (label, hint) = ((choice.label)().to_owned(), (choice.hint)());
    let face = Face { id: place.id(choice.field), label, hint, layout: place.layout, ..Face::default() };
    match choice.picks {
        Picks::Rows(rows) => {
            radio_field(&face, rows.iter().map(|(word, label)| pick(word, label())).collect(), &chosen)
        }
        Picks::Months(months) => {
            let span = move || {
                session.with_case(|case| case.scenarios.first().map(|scenario| months(case, scenario, place.at())))
            };
            let slice = watch(move || span().map(|span| span.number()));
            let picks = sliced(slice, Arc::new(move || span().map(|span| span.picks()).unwrap_or_default()));
            let chosen = Chosen { value: sliced(slice, chosen.value), ..chosen };
            let words = move || plan::read(session, |scenario| (choice.misfit)(scenario, place.at())).flatten();
            let misfit = sliced(slice, Arc::new(words));
            select_field(&face, picks, chosen, misfit)
        }
    }
}

/// A month to choose: its word is `2027-01`.
fn month_pick(month: Month) -> Pick {
    pick(&month.to_string(), &short_month_year(month))
}

/// The months from one to another, with the chosen one before or after them when it lies outside.
fn month_picks(from: Month, to: Month, chosen: Option<Month>) -> Vec<Pick> {
    let allowed = bounds::month();
    let (from, to) = (from.clamp(allowed.min, allowed.max), to.clamp(allowed.min, allowed.max));
    let mut months: Vec<Month> = (0..=to.months_since(from)).map(|i| from.plus(i)).collect();
    match chosen {
        Some(chosen) if chosen < from => months.insert(0, chosen),
        Some(chosen) if chosen > to => months.push(chosen),
        _ => {}
    }
    months.into_iter().map(month_pick).collect()
}

/// A small job, or the usual one when there is none at this place.
fn job(scenario: &Scenario, at: usize) -> SmallJob {
    scenario.small_jobs.get(at).cloned().unwrap_or_else(|| usual_small_job(scenario, &RULEBOOK))
}

/// How far ahead of today a plan can begin.
const MONTHS_AHEAD: i32 = 24;

/// The first month of the plan.
pub static START: Choice = Choice {
    field: F::Start,
    label: b::course::start,
    hint: no_word,
    picks: Picks::Months(|case, scenario, _| Span {
        none: None,
        from: case.as_of,
        to: case.as_of.plus(MONTHS_AHEAD),
        chosen: Some(scenario.start),
    }),
    misfit: fits,
};

/// The first month of a small job.
pub static JOB_FROM: Choice = Choice {
    field: F::JobFrom,
    label: short::from,
    hint: no_word,
    picks: Picks::Months(|_, scenario, at| Span {
        none: None,
        from: scenario.start,
        to: Timeline::of(scenario).last(),
        chosen: Some(job(scenario, at).from),
    }),
    misfit: fits,
};

/// The last month of a small job, if it has one.
pub static JOB_UNTIL: Choice = Choice {
    field: F::JobUntil,
    label: b::job::until,
    hint: no_word,
    picks: Picks::Months(|_, scenario, at| {
        let job = job(scenario, at);
        Span { none: Some(b::job::until_open), from: job.from, to: Timeline::of(scenario).last(), chosen: job.until }
    }),
    misfit: ends_too_early,
};

/// The month in which the business closes, if it does: one after that in which it opens.
pub static CLOSES: Choice = Choice {
    field: F::Closes,
    label: b::operating::closes,
    hint: b::operating::closes_hint,
    picks: Picks::Months(|_, scenario, _| {
        let timeline = Timeline::of(scenario);
        let first = timeline.opening().map_or(scenario.start, |opening| opening.plus(1));
        Span { none: Some(b::operating::closes_never), from: first, to: timeline.last(), chosen: closing(scenario) }
    }),
    misfit: closes_too_early,
};

fn closes_too_early(scenario: &Scenario, _: usize) -> Option<String> {
    let opening = Timeline::of(scenario).opening()?;
    (closing(scenario)? <= opening).then(|| t::months::closes_too_early(&month_year(opening)))
}

fn ends_too_early(scenario: &Scenario, at: usize) -> Option<String> {
    let job = scenario.small_jobs.get(at)?;
    (job.until? < job.from).then(|| t::months::until_too_early(&month_year(job.from)))
}

/// The first thing in a plan that does not fit with the rest of it, in words.
pub fn misfit(scenario: &Scenario) -> Option<String> {
    let jobs = (0..scenario.small_jobs.len()).find_map(|at| ends_too_early(scenario, at));
    closes_too_early(scenario, 0).or(jobs)
}

/// When the business closes, if it does.
pub fn closing(scenario: &Scenario) -> Option<Month> {
    scenario.business.as_ref().and_then(|business| business.closes)
}

/// What the person lives on after the business has closed.
pub static AFTER_CLOSURE: Choice = Choice {
    field: F::AfterClosure,
    label: b::operating::after_closure,
    hint: no_word,
    picks: Picks::Rows(&[
        ("benefit", b::operating::after_closure_benefit),
        ("nothing", b::operating::after_closure_nothing),
    ]),
    misfit: fits,
};

/// How the subsidy follows the need.
pub static SUBSIDY_MODEL: Choice = Choice {
    field: F::SubsidyModel,
    label: b::course::subsidy_model,
    hint: b::course::subsidy_model_why,
    picks: Picks::Rows(&[("need_based", b::course::subsidy_need_based), ("full", b::course::subsidy_full)]),
    misfit: fits,
};

/// How tax is worked out.
pub static TAX_MODE: Choice = Choice {
    field: F::TaxMode,
    label: b::tax::mode,
    hint: no_word,
    picks: Picks::Rows(&[("simplified", b::tax::simplified), ("none", b::tax::none)]),
    misfit: fits,
};

/// How the loan is paid back.
pub static REPAYMENT: Choice = Choice {
    field: F::Repayment,
    label: b::loan::repayment,
    hint: no_word,
    picks: Picks::Rows(&[("instalment", b::loan::by_instalment), ("term", b::loan::by_term)]),
    misfit: fits,
};

/// Is the loan paid back over a number of months? `None` without a loan.
pub fn by_term(scenario: &Scenario) -> Option<bool> {
    scenario.loan.as_ref().map(|loan| matches!(loan.repayment, Repayment::Term(_)))
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::examples::{ExampleId, example};
    use mikrolaan_engine::quantity::Month;

    use super::{
        AFTER_CLOSURE, CLOSES, Choice, F, JOB_FROM, JOB_UNTIL, Picks, REPAYMENT, START, SUBSIDY_MODEL, Span, TAX_MODE,
        chosen_word, month_picks, take,
    };

    fn month(text: &str) -> Month {
        Month::parse(text).expect("a month")
    }

    #[test]
    fn every_row_can_be_chosen() {
        for choice in [&AFTER_CLOSURE, &SUBSIDY_MODEL, &TAX_MODE, &REPAYMENT] as [&Choice; 4] {
            let Picks::Rows(rows) = choice.picks else { panic!("{} has no rows", choice.field.id()) };
            let mut case = example(ExampleId::Hairdresser, month("2026-11"));
            let scenario = case.scenarios.first_mut().expect("a scenario");
            for (word, _) in rows {
                take(choice.field, scenario, 0, word);
                assert_eq!(chosen_word(choice.field, scenario, 0), *word, "{}", choice.field.id());
            }
        }
    }

    #[test]
    fn a_chosen_month_outside_the_others_can_still_be_seen() {
        let words = |from, to, chosen| -> Vec<String> {
            month_picks(month(from), month(to), Some(month(chosen))).into_iter().map(|pick| pick.value).collect()
        };
        assert_eq!(words("2027-01", "2027-02", "2027-02"), ["2027-01", "2027-02"]);
        assert_eq!(words("2027-01", "2027-02", "2026-06"), ["2026-06", "2027-01", "2027-02"]);
        assert_eq!(words("2027-01", "2027-02", "2028-06"), ["2027-01", "2027-02", "2028-06"]);
        assert_eq!(words("2027-03", "2027-02", "2028-06"), ["2028-06"]);
        assert_eq!(words("2099-11", "2101-01", "2099-12"), ["2099-11", "2099-12"]);
    }

    #[test]
    fn months_to_choose_between_have_a_number_of_their_own() {
        let span = |from: &str, to: &str, chosen: Option<&str>| {
            Span { none: None, from: month(from), to: month(to), chosen: chosen.map(month) }.number()
        };
        let all = [
            span("2027-01", "2028-01", None),
            span("2027-02", "2028-01", None),
            span("2027-01", "2028-02", None),
            span("2027-01", "2028-01", Some("2027-01")),
            span("2027-01", "2028-01", Some("2028-01")),
            span("1900-01", "9999-12", Some("9999-12")),
        ];
        for (at, number) in all.iter().enumerate() {
            assert!(*number > 0 && !all[..at].contains(number), "{at}");
        }
    }

    /// A list is drawn anew when its months differ, so they must decide what does not fit.
    #[test]
    fn what_does_not_fit_is_decided_by_the_months_to_choose_between() {
        let mut misfits = 0;
        for choice in [&START, &JOB_FROM, &JOB_UNTIL, &CLOSES] as [&Choice; 4] {
            let Picks::Months(months) = choice.picks else { panic!("{} has no months", choice.field.id()) };
            let must_follow = [F::JobUntil, F::Closes].contains(&choice.field);
            for (course, chosen) in (0..8).flat_map(|course| (0..12).map(move |later| (course, later))) {
                let mut case = example(ExampleId::Hairdresser, month("2026-11"));
                let scenario = case.scenarios.first_mut().expect("a scenario");
                scenario.course_months = course;
                take(choice.field, scenario, 0, &scenario.start.plus(chosen).to_string());
                let scenario = &case.scenarios[0];
                let span = months(&case, scenario, 0);
                let too_early = span.chosen.is_some_and(|chosen| chosen < span.from);
                assert_eq!((choice.misfit)(scenario, 0).is_some(), must_follow && too_early, "{}", choice.field.id());
                misfits += usize::from(must_follow && too_early);
            }
        }
        assert!(misfits > 10, "{misfits} do not fit");
    }
}
