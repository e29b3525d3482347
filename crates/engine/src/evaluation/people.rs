//! The people of the evaluation, and who of them is counted where.

use std::borrow::Borrow;

use super::half_year::HalfYear;
use super::person::{Milestone, Person};
use crate::case::{Case, Problem, ResultOutcome, parse_any, pieces};
use crate::screening::Support;

/// A case that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unreadable {
    /// Its place among those that are evaluated, from 0.
    pub file: usize,
    /// Everything that is wrong with it, at its place in the case.
    pub error: Vec<Problem>,
}

/// Everybody who is evaluated, in the order of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// The people whose case was read.
    pub persons: Vec<Person>,
    /// The cases that could not be read.
    pub unreadable: Vec<Unreadable>,
}

/// One count of the evaluation: who belongs to it. What is counted and the list of the files behind it both follow from
/// [`CountOf::has`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountOf {
    /// Nothing is known of what became of them.
    WithoutOutcome,
    /// A field of the table, of one group or (`None`) of all.
    Table(Option<Support>, Column),
    /// Those with a loan who have not become self-supporting, with this result; `None` = the result is not known.
    LoanWithoutSelfSupport(Option<ResultOutcome>),
    /// Those who have completed the course and have no loan, with this result; `None` = the result is not known.
    CourseWithoutLoan(Option<ResultOutcome>),
    /// Those with a loan whose amount is known.
    LoansWithAmount,
    /// Those who came so far in this half year.
    Dated(HalfYear, Milestone),
    /// Those who came so far in a month that is not known.
    Undated(Milestone),
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// How many came so far.
    Reached(Milestone),
    /// How many of those with a completed course or a loan have this result; `None` = it is not known.
    Result(Option<ResultOutcome>),
}

impl CountOf {
    /// Does the person belong to it?
    #[must_use]
    pub fn has(self, person: &Person) -> bool {
        let has_loan = person.has_reached(Milestone::Loan);
        let result = person.outcome.result;
        match self {
            CountOf::WithoutOutcome => !person.has_outcome(),
            CountOf::Table(group, column) => {
                group.is_none_or(|group| person.group == group)
                    && match column {
                        Column::Reached(milestone) => person.has_reached(milestone),
                        Column::Result(of) => person.is_in_table() && result == of,
                    }
            }
            CountOf::LoanWithoutSelfSupport(of) => {
                has_loan && !person.has_reached(Milestone::SelfSupporting) && result == of
            }
            CountOf::CourseWithoutLoan(of) => person.has_reached(Milestone::Course) && !has_loan && result == of,
            CountOf::LoansWithAmount => has_loan && person.outcome.loan_amount.is_some(),
            CountOf::Dated(half_year, milestone) => {
                person.has_reached(milestone) && person.month_of(milestone).map(HalfYear::of) == Some(half_year)
            }
            CountOf::Undated(milestone) => person.has_reached(milestone) && person.month_of(milestone).is_none(),
        }
    }
}

impl People {
    /// The people behind cases that have been read, or could not be, each at its place.
    #[must_use]
    pub fn of<C: Borrow<Case>>(cases: impl IntoIterator<Item = Result<C, Vec<Problem>>>) -> Self {
        let mut people = People::default();
        cases.into_iter().for_each(|case| people.add(case));
        people
    }

    /// The people in some documents, each with one case, a list of cases, or one case or link a line. What is wrong with
    /// a case, and a document that is no JSON among others that are, is [unreadable](Unreadable), and the rest go on.
    ///
    /// # Errors
    /// [`NotJson`](crate::case::ErrorCode::NotJson) when no document is JSON: why the first is not.
    pub fn read<D: AsRef<[u8]>>(documents: impl IntoIterator<Item = D>) -> Result<Self, Problem> {
        let mut people = People::default();
        let (mut is_json, mut not_json) = (false, None);
        for document in documents {
            match pieces(document.as_ref()) {
                Ok(cases) => {
                    is_json = true;
                    cases.into_iter().for_each(|case| people.add(parse_any(case)));
                }
                Err(problem) => {
                    not_json.get_or_insert_with(|| problem.clone());
                    people.add::<Case>(Err(vec![problem]));
                }
            }
        }
        match not_json {
            Some(problem) if !is_json => Err(problem),
            _ => Ok(people),
        }
    }

    fn add<C: Borrow<Case>>(&mut self, case: Result<C, Vec<Problem>>) {
        let file = self.files();
        match case {
            Ok(case) => self.persons.push(Person::of(file, case.borrow())),
            Err(error) => self.unreadable.push(Unreadable { file, error }),
        }
    }

    /// How many cases there are, those that could not be read too.
    #[must_use]
    pub fn files(&self) -> usize {
        self.persons.len() + self.unreadable.len()
    }

    /// Who belongs to a count, in the order of the files.
    pub fn who(&self, count: CountOf) -> impl Iterator<Item = &Person> {
        self.persons.iter().filter(move |person| count.has(person))
    }

    /// How many belong to a count.
    #[must_use]
    pub fn count(&self, count: CountOf) -> usize {
        self.who(count).count()
    }
}
