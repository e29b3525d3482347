//! What became of those with a loan and of those with the course alone, and what was lent.

use mikrolaan_engine::case::ResultOutcome;
use mikrolaan_engine::evaluation::{Column, CountOf, Evaluation, Lending, Milestone, People};

use super::counted::{CountView, DraftSegment, paragraph, segments};
use super::names;
use crate::locale::argument::{Amount, Count};
use crate::locale::language::Text;
use crate::locale::texts::named::AllCount;
use crate::locale::texts::office::evaluation::{count as c, money as m, table as t};

/// The results: those of people with a loan beside those of people with the course alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeTable {
    /// What the two columns are called.
    pub columns: [Text; 2],
    /// The results somebody has; self-supporting always.
    pub rows: Vec<OutcomeRow>,
    /// The last row: how many have a loan, and how many the course alone.
    pub total: OutcomeRow,
}

/// A row of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeRow {
    /// The result.
    pub label: Text,
    /// With a loan, and with the course alone.
    pub counts: [CountView; 2],
}

impl OutcomeTable {
    pub(super) fn of(people: &People) -> Self {
        let with_loan = |result| match result {
            Some(ResultOutcome::SelfSupporting) => CountOf::Table(None, Column::Reached(Milestone::SelfSupporting)),
            other => CountOf::LoanWithoutSelfSupport(other),
        };
        let row = |result| OutcomeRow {
            label: names::result(result),
            counts: [with_loan(result), CountOf::CourseWithoutLoan(result)].map(|count| CountView::of(people, count)),
        };
        let is_shown = |row: &OutcomeRow| {
            row.label == names::result(Some(ResultOutcome::SelfSupporting))
                || row.counts.iter().any(|count| count.number > 0)
        };
        let loans = CountView::of(people, CountOf::Table(None, Column::Reached(Milestone::Loan)));
        OutcomeTable {
            columns: [c::with_loan(), c::only_course()],
            rows: names::all_results().map(row).filter(is_shown).collect(),
            total: OutcomeRow { label: t::total(), counts: [loans, CountView::sum(only_course(people))] },
        }
    }
}

/// How many have completed the course and have no loan.
pub(super) fn only_course(people: &People) -> usize {
    names::all_results().map(|result| people.count(CountOf::CourseWithoutLoan(result))).sum()
}

/// What was lent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LendingView {
    /// Of how many loans the amount is known, what they come to and what the one in the middle is.
    pub text: Vec<DraftSegment>,
}

impl LendingView {
    /// `None` while no loan is granted.
    pub(super) fn of(people: &People, evaluation: &Evaluation) -> Option<Self> {
        let Lending { lent, median_loan, loans_with_amount } = evaluation.money;
        let all = CountView::of(people, CountOf::Table(None, Column::Reached(Milestone::Loan)));
        if all.number == 0 {
            return None;
        }
        let known = CountView::of(people, CountOf::LoansWithAmount);
        let words = m::known(AllCount { all: Count::of(all.number), count: Count::of(loans_with_amount) });
        let plain = |words: String| segments(&words, []);
        let sums =
            median_loan.map(|median| [plain(m::lent(Amount::Exact(lent))), plain(m::median(Amount::Exact(median)))]);
        let text = paragraph([segments(&words, [known, all])].into_iter().chain(sums.into_iter().flatten()));
        Some(LendingView { text })
    }
}
