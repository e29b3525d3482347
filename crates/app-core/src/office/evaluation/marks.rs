//! What is marked of a person: a choice by its word, a month or an amount as it was typed.
//!
//! A text that cannot be read is kept as it stands, and what it stands for is not known until it can. The last month of the
//! course before its first is such a text too, because no case file may say so; it holds again as soon as the two fit.

use mikrolaan_engine::case::{CaseOutcome, CourseOutcome, LoanOutcome, ResultOutcome, bounds};
use mikrolaan_engine::evaluation::Person;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::YesNo;

use super::event::OutcomeField;
use super::file::ReadCase;
use crate::forms::{FieldError, field_errors};
use crate::locale::argument::MonthOf;
use crate::locale::read_month::{MonthFault, month};
use crate::locale::texts::named::MaxMin;
use crate::locale::texts::office::evaluation::field as t;
use crate::locale::write;

impl ReadCase {
    /// The same with this mark.
    pub(super) fn marked(&self, field: OutcomeField, text: &str) -> Self {
        let mut outcome = self.case.outcome.unwrap_or_default();
        let mut typed = self.typed.clone();
        if take(&mut outcome, field, text) {
            typed.remove(&field);
        } else {
            typed.insert(field, text.to_owned());
        }
        fit_course(&mut outcome, &mut typed, (field == OutcomeField::CourseUntil).then_some(text));
        let mut case = self.case.clone();
        case.outcome = Some(outcome).filter(|outcome| *outcome != CaseOutcome::default());
        ReadCase { person: Person::of(0, &case), case, typed }
    }

    /// What stands in a field: the word of a choice, what was typed, or the value as we write it.
    pub(super) fn standing(&self, field: OutcomeField) -> String {
        let outcome = self.case.outcome.unwrap_or_default();
        let month = |month: Option<Month>| month.map(write::month_year).unwrap_or_default();
        if let Some(text) = self.typed.get(&field) {
            return text.clone();
        }
        match field {
            OutcomeField::Course => outcome.course.map_or("", CourseOutcome::id).to_owned(),
            OutcomeField::CourseFrom => month(outcome.course_from),
            OutcomeField::CourseUntil => month(outcome.course_until),
            OutcomeField::Loan => outcome.loan.map_or("", LoanOutcome::id).to_owned(),
            OutcomeField::LoanAmount => outcome.loan_amount.map(write::amount).unwrap_or_default(),
            OutcomeField::LoanFrom => month(outcome.loan_from),
            OutcomeField::Subsidy => outcome.subsidy.map_or("", yes_no).to_owned(),
            OutcomeField::Result => outcome.result.map_or("", ResultOutcome::id).to_owned(),
            OutcomeField::ResultFrom => month(outcome.result_from),
        }
    }

    /// What is wrong with what was typed into a field; `example` is a month to write.
    pub(super) fn error(&self, field: OutcomeField, example: Month) -> Option<FieldError> {
        let text = self.typed.get(&field)?;
        let plain = |message| FieldError { message, readings: Vec::new() };
        if field == OutcomeField::LoanAmount {
            return field_errors::optional_money(text).err();
        }
        let bounds = bounds::month();
        Some(plain(match (month(text, bounds), self.case.outcome.and_then(|outcome| outcome.course_from)) {
            (Err(MonthFault::OutOfRange), _) => t::range(MaxMin { max: MonthOf(bounds.max), min: MonthOf(bounds.min) }),
            (Ok(Some(_)), Some(first)) => t::until(MonthOf(first)),
            _ => t::month(MonthOf(example), &write::quoted(text)),
        }))
    }
}

/// The words of yes and no.
pub(super) fn yes_no(is_so: bool) -> &'static str {
    if is_so { YesNo::Yes.id() } else { YesNo::No.id() }
}

/// Puts what was chosen or typed into its place, nothing where it cannot be read; says whether it can.
fn take(outcome: &mut CaseOutcome, field: OutcomeField, text: &str) -> bool {
    match field {
        OutcomeField::Course => outcome.course = CourseOutcome::from_id(text),
        OutcomeField::Loan => outcome.loan = LoanOutcome::from_id(text),
        OutcomeField::Result => outcome.result = ResultOutcome::from_id(text),
        OutcomeField::Subsidy => outcome.subsidy = [true, false].into_iter().find(|&is_so| yes_no(is_so) == text),
        OutcomeField::CourseFrom => return put(&mut outcome.course_from, month(text, bounds::month())),
        OutcomeField::CourseUntil => return put(&mut outcome.course_until, month(text, bounds::month())),
        OutcomeField::LoanFrom => return put(&mut outcome.loan_from, month(text, bounds::month())),
        OutcomeField::ResultFrom => return put(&mut outcome.result_from, month(text, bounds::month())),
        OutcomeField::LoanAmount => return put(&mut outcome.loan_amount, field_errors::optional_money(text)),
    }
    true
}

fn put<T, E>(place: &mut Option<T>, read: Result<Option<T>, E>) -> bool {
    let is_read = read.is_ok();
    *place = read.ok().flatten();
    is_read
}

/// Takes the last month of the course out while it lies before the first, and puts it back when it does not; `just_typed`
/// where it was written this moment.
fn fit_course(
    outcome: &mut CaseOutcome,
    typed: &mut std::collections::BTreeMap<OutcomeField, String>,
    just_typed: Option<&str>,
) {
    let last = OutcomeField::CourseUntil;
    if let Some(text) = typed.get(&last).cloned()
        && take(outcome, last, &text)
    {
        typed.remove(&last);
        return keep_apart(outcome, typed, Some(&text));
    }
    keep_apart(outcome, typed, just_typed);
}

fn keep_apart(
    outcome: &mut CaseOutcome,
    typed: &mut std::collections::BTreeMap<OutcomeField, String>,
    text: Option<&str>,
) {
    let ends_too_early = outcome.course_from.zip(outcome.course_until).filter(|(first, last)| last < first);
    if let Some((_, last)) = ends_too_early {
        outcome.course_until = None;
        typed.insert(OutcomeField::CourseUntil, text.map_or_else(|| write::month_year(last), str::to_owned));
    }
}
