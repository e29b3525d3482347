//! The evaluation: what became of the people, counted from their case files.
//!
//! The municipality must evaluate; point 7 of its form is a table by target group. [`People`] are who is counted, a
//! [`CountOf`] says who of them belongs where, and an [`Evaluation`] is every count at once, as plain data. Counts of
//! people, never a share and never a person's chance. Nothing is kept.

mod findings;
mod half_year;
mod people;
mod person;

pub use findings::{FileFinding, FindingCode};
pub use half_year::HalfYear;
pub use people::{Column, CountOf, People, Unreadable};
pub use person::{Milestone, Person};

use std::collections::BinaryHeap;

use crate::case::{Problem, ResultOutcome};
use crate::quantity::{Money, Rate, rounded_product};
use crate::screening::Support;

/// What became of the people.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evaluation {
    /// How many cases there are, those that could not be read too.
    pub files: usize,
    /// How many were read and say nothing of what became of the person.
    pub without_outcome: usize,
    /// The table, by what people lived on: the groups somebody is in who has completed the course or was granted a loan, in the
    /// order of the answer, the unknown last.
    pub groups: Vec<GroupRow>,
    /// Its last row: the sums over the groups.
    pub total: TotalRow,
    /// Those with a loan who have not become self-supporting, by result.
    pub loan_without_self_support: OtherResults,
    /// Those who have completed the course and have no loan, by result.
    pub course_without_loan: Results,
    /// The loans.
    pub money: Lending,
    /// When it was: half years from the first to the last that has anything, those without anything too.
    pub timeline: Vec<TimelineRow>,
    /// What came in a month that is not known.
    pub undated: MilestoneCounts,
    /// What is worth a second look, by file. It changes no count.
    pub findings: Vec<FileFinding>,
    /// The cases that could not be read.
    pub unreadable: Vec<Unreadable>,
}

/// A group's row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GroupRow {
    /// What the people lived on.
    pub group: Support,
    /// What became of them.
    #[serde(flatten)]
    pub row: TotalRow,
}

/// What became of the people of a group, or of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TotalRow {
    /// How many have completed the course.
    pub course: usize,
    /// How many were granted a loan.
    pub loan: usize,
    /// How many of those became self-supporting.
    pub self_supporting: usize,
    /// The results of those with a completed course or a loan.
    pub results: Results,
}

/// How many people have which result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Results {
    /// Became self-supporting.
    pub self_supporting: usize,
    /// Something else.
    #[serde(flatten)]
    pub others: OtherResults,
}

/// How many people have which result, other than having become self-supporting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OtherResults {
    /// Have an ordinary job.
    pub ordinary_job: usize,
    /// Were referred to the ordinary effort.
    pub ordinary_effort: usize,
    /// Take an education.
    pub education: usize,
    /// Live on public support.
    pub on_support: usize,
    /// Something else.
    pub other: usize,
    /// The result is not known.
    pub unknown: usize,
}

/// The granted loans whose amount is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lending {
    /// What they come to.
    pub lent: Money,
    /// The median; of an even number the mean of the middle two, rounded to the øre, halves up. `None` without any.
    pub median_loan: Option<Money>,
    /// How many there are.
    pub loans_with_amount: usize,
}

/// How many people came how far in a half year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimelineRow {
    /// When.
    pub half_year: HalfYear,
    /// How many.
    #[serde(flatten)]
    pub counts: MilestoneCounts,
}

/// How many people came how far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MilestoneCounts {
    /// Courses completed.
    pub courses: usize,
    /// Loans granted.
    pub loans: usize,
    /// Those with a loan who became self-supporting.
    pub self_supporting: usize,
}

impl Evaluation {
    /// Counts what became of these people.
    #[must_use]
    pub fn of(people: &People) -> Self {
        Evaluation {
            files: people.files(),
            without_outcome: people.count(CountOf::WithoutOutcome),
            groups: groups(people),
            total: TotalRow::of(people, None),
            loan_without_self_support: OtherResults::of(people, CountOf::LoanWithoutSelfSupport),
            course_without_loan: Results::of(people, CountOf::CourseWithoutLoan),
            money: Lending::of(people),
            timeline: timeline(people),
            undated: MilestoneCounts::of(people, CountOf::Undated),
            findings: findings::findings(&people.persons),
            unreadable: people.unreadable.clone(),
        }
    }
}

/// Evaluates the cases in some documents, as [`People::read`] takes them. The answer is one line of JSON, without the newline at its
/// end.
///
/// # Errors
/// One [`Problem`] when no document is JSON.
pub fn run<D: AsRef<[u8]>>(documents: impl IntoIterator<Item = D>) -> Result<String, Vec<Problem>> {
    let people = People::read(documents).map_err(|problem| vec![problem])?;
    // Only a map with keys that are no strings can fail here, and there is none.
    Ok(serde_json::to_string(&Evaluation::of(&people)).unwrap_or_default())
}

fn groups(people: &People) -> Vec<GroupRow> {
    let has_somebody = |group| people.persons.iter().any(|person| person.group == group && person.is_in_table());
    let there = Support::ALL.iter().copied().filter(|&group| has_somebody(group));
    there.map(|group| GroupRow { group, row: TotalRow::of(people, Some(group)) }).collect()
}

/// From the first half year to the last in which somebody came as far as anything that is counted.
fn timeline(people: &People) -> Vec<TimelineRow> {
    let dated = people.persons.iter().flat_map(|person| {
        let reached = Milestone::ALL.into_iter().filter(|&milestone| person.has_reached(milestone));
        reached.filter_map(|milestone| person.month_of(milestone)).map(HalfYear::of)
    });
    let dated: Vec<HalfYear> = dated.collect();
    let (Some(&first), Some(&last)) = (dated.iter().min(), dated.iter().max()) else {
        return Vec::new();
    };
    let half_years = std::iter::successors(Some(first), |half_year| Some(half_year.next()));
    let row = |half_year| TimelineRow {
        half_year,
        counts: MilestoneCounts::of(people, |milestone| CountOf::Dated(half_year, milestone)),
    };
    half_years.take_while(|&half_year| half_year <= last).map(row).collect()
}

impl TotalRow {
    /// The row of one group, or (`None`) of all.
    fn of(people: &People, group: Option<Support>) -> Self {
        let reached = |milestone| people.count(CountOf::Table(group, Column::Reached(milestone)));
        TotalRow {
            course: reached(Milestone::Course),
            loan: reached(Milestone::Loan),
            self_supporting: reached(Milestone::SelfSupporting),
            results: Results::of(people, |result| CountOf::Table(group, Column::Result(result))),
        }
    }
}

impl Results {
    fn of(people: &People, count: impl Fn(Option<ResultOutcome>) -> CountOf) -> Self {
        Results {
            self_supporting: people.count(count(Some(ResultOutcome::SelfSupporting))),
            others: OtherResults::of(people, count),
        }
    }
}

impl OtherResults {
    fn of(people: &People, count: impl Fn(Option<ResultOutcome>) -> CountOf) -> Self {
        OtherResults {
            ordinary_job: people.count(count(Some(ResultOutcome::OrdinaryJob))),
            ordinary_effort: people.count(count(Some(ResultOutcome::OrdinaryEffort))),
            education: people.count(count(Some(ResultOutcome::Education))),
            on_support: people.count(count(Some(ResultOutcome::OnSupport))),
            other: people.count(count(Some(ResultOutcome::Other))),
            unknown: people.count(count(None)),
        }
    }
}

impl MilestoneCounts {
    fn of(people: &People, count: impl Fn(Milestone) -> CountOf) -> Self {
        MilestoneCounts {
            courses: people.count(count(Milestone::Course)),
            loans: people.count(count(Milestone::Loan)),
            self_supporting: people.count(count(Milestone::SelfSupporting)),
        }
    }
}

impl Lending {
    fn of(people: &People) -> Self {
        let amounts = people.who(CountOf::LoansWithAmount).filter_map(|person| person.outcome.loan_amount);
        // A heap puts them in order as fast as a sort, which is 1 kB more of the package.
        let amounts = amounts.collect::<BinaryHeap<Money>>().into_sorted_vec();
        Lending {
            lent: amounts.iter().copied().sum(),
            median_loan: median(&amounts),
            loans_with_amount: people.count(CountOf::LoansWithAmount),
        }
    }
}

/// The median of amounts in ascending order.
fn median(amounts: &[Money]) -> Option<Money> {
    // Of an odd number both are the one in the middle.
    let (upper, lower) = (amounts.len() / 2, amounts.len().saturating_sub(1) / 2);
    let (&lower, &upper) = amounts.get(lower).zip(amounts.get(upper))?;
    Some(rounded_product(&[(lower, 1), (upper, 1)], Rate::ONE, 2))
}
