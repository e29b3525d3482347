//! The words of the evaluation: groups as the form and as the list call them, results, half years, and what a count is of.

use mikrolaan_engine::case::{CourseOutcome, LoanOutcome, ResultOutcome};
use mikrolaan_engine::evaluation::{Column, CountOf, HalfYear, Milestone};
use mikrolaan_engine::screening::Support;

use super::event::OutcomeField;
use crate::locale::language::Text;
use crate::locale::texts::named::PartWhole;
use crate::locale::texts::office::evaluation::list::{column, course as of_course, loan as of_loan};
use crate::locale::texts::office::evaluation::{count as c, result as r, table as t};
use crate::locale::words::options;

/// A group of the table, in the form's own words where the form has it.
pub(super) fn group(group: Support) -> Text {
    match group {
        Support::KontanthjaelpJobparat => t::jobparat(),
        Support::Uddannelsesparat => t::uddannelsesparat(),
        Support::Selvforsoergende => t::selvforsoergede(),
        Support::Unknown => t::unknown(),
        other => options::support(other),
    }
}

/// A group in the list of the files: as the answer says it.
pub(super) fn listed_group(of: Support) -> Text {
    match of {
        Support::Selvforsoergende | Support::Unknown => group(of),
        answer => options::support(answer),
    }
}

/// A column of the table.
pub(super) fn milestone(milestone: Milestone) -> Text {
    match milestone {
        Milestone::Course => t::course(),
        Milestone::Loan => t::loan(),
        Milestone::SelfSupporting => t::self_supporting(),
    }
}

/// What became of somebody.
pub(super) fn result(result: Option<ResultOutcome>) -> Text {
    match result {
        Some(ResultOutcome::SelfSupporting) => r::self_supporting(),
        Some(ResultOutcome::OrdinaryJob) => r::ordinary_job(),
        Some(ResultOutcome::OrdinaryEffort) => r::ordinary_effort(),
        Some(ResultOutcome::Education) => r::education(),
        Some(ResultOutcome::OnSupport) => r::on_support(),
        Some(ResultOutcome::Other) => r::other(),
        None => r::unknown(),
    }
}

/// Every result there can be, the unknown last.
pub(super) fn all_results() -> impl Iterator<Item = Option<ResultOutcome>> {
    ResultOutcome::ALL.iter().copied().map(Some).chain([None])
}

pub(super) fn course(course: CourseOutcome) -> Text {
    match course {
        CourseOutcome::Completed => of_course::completed(),
        CourseOutcome::Ongoing => of_course::ongoing(),
        CourseOutcome::Stopped => of_course::stopped(),
        CourseOutcome::None => of_course::none(),
    }
}

pub(super) fn loan(loan: LoanOutcome) -> Text {
    match loan {
        LoanOutcome::Granted => of_loan::granted(),
        LoanOutcome::Refused => of_loan::refused(),
        LoanOutcome::NotApplied => of_loan::not_applied(),
    }
}

/// A column of the list.
pub(super) fn field(field: OutcomeField) -> Text {
    match field {
        OutcomeField::Course => column::course(),
        OutcomeField::CourseFrom => column::course_from(),
        OutcomeField::CourseUntil => column::course_until(),
        OutcomeField::Loan => column::loan(),
        OutcomeField::LoanAmount => column::loan_sum(),
        OutcomeField::LoanFrom => column::loan_from(),
        OutcomeField::Subsidy => column::subsidy(),
        OutcomeField::Result => column::result(),
        OutcomeField::ResultFrom => column::result_from(),
    }
}

/// `1. halvår 2021`.
pub(super) fn half_year(half_year: HalfYear) -> String {
    let id = half_year.to_string();
    match id.split_once('-') {
        Some((year, "1")) => c::first_half(year),
        Some((year, _)) => c::second_half(year),
        None => id,
    }
}

/// What a count is of, where it stands alone.
pub(super) fn what(count: CountOf) -> String {
    let both = |part: &str, whole: &str| c::of(PartWhole { part, whole });
    match count {
        CountOf::WithoutOutcome => c::without().to_owned(),
        CountOf::Table(of, column) => {
            let column = match column {
                Column::Reached(reached) => milestone(reached),
                Column::Result(with) => result(with),
            };
            both(&of.map_or_else(t::total, group), &column)
        }
        CountOf::LoanWithoutSelfSupport(with) => both(&c::with_loan(), &result(with)),
        CountOf::CourseWithoutLoan(with) => both(&c::only_course(), &result(with)),
        CountOf::LoansWithAmount => c::with_amount().to_owned(),
        CountOf::Dated(when, reached) => both(&half_year(when), &milestone(reached)),
        CountOf::Undated(reached) => both(&c::undated(), &milestone(reached)),
    }
}
