//! What of one person's file does not fit together, or is worth a second look. It changes no count.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::person::{Milestone, Person};
use crate::case::CourseOutcome;
use crate::quantity::Month;
use crate::screening::ADULT_AGE;
use crate::string_enum::string_enum;

string_enum! {
    /// What is worth a second look.
    FindingCode {
        /// A granted loan, and a course that was not taken, was broken off or is not known.
        LoanWithoutCourse = "loan_without_course",
        /// A subsidy, and no granted loan.
        SubsidyWithoutLoan = "subsidy_without_loan",
        /// A result, and a course that was not taken or is not known.
        ResultWithoutCourse = "result_without_course",
        /// A granted loan, and a result from a month before it was paid out.
        ResultBeforeLoan = "result_before_loan",
        /// A granted loan, paid out before the last month of the course, or while it goes on.
        LoanBeforeCourseEnds = "loan_before_course_ends",
        /// Says the same as a file before it. Only maybe the same person: two can have the same answers.
        SameFileTwice = "same_file_twice",
        /// Younger than eighteen.
        Under18 = "under_18",
    }
}

/// What is worth a second look, and in which file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FileFinding {
    /// The place of the file, from 0.
    pub file: usize,
    /// What it is.
    pub code: FindingCode,
    /// The first file that says the same, where it is [`FindingCode::SameFileTwice`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<usize>,
}

/// Everything that is worth a second look, by file, and of one file in the order of [`FindingCode::ALL`].
pub(super) fn findings(persons: &[Person]) -> Vec<FileFinding> {
    let mut first_to_say: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
    let mut all = Vec::new();
    for person in persons {
        let first = *first_to_say.entry(Cow::Borrowed(&*person.said)).or_insert(person.file);
        let same_as = Some(first).filter(|&first| first != person.file);
        for &code in FindingCode::ALL.iter().filter(|&&code| is_found(code, person, same_as)) {
            let same_as = same_as.filter(|_| code == FindingCode::SameFileTwice);
            all.push(FileFinding { file: person.file, code, same_as });
        }
    }
    all
}

fn is_found(code: FindingCode, person: &Person, same_as: Option<usize>) -> bool {
    let outcome = &person.outcome;
    let has_loan = person.has_reached(Milestone::Loan);
    let has_result = outcome.result.is_some();
    let (never_taken, broken_off, goes_on) = (
        outcome.course.is_none_or(|course| course == CourseOutcome::None),
        outcome.course == Some(CourseOutcome::Stopped),
        outcome.course == Some(CourseOutcome::Ongoing),
    );
    match code {
        FindingCode::LoanWithoutCourse => has_loan && (never_taken || broken_off),
        FindingCode::SubsidyWithoutLoan => outcome.subsidy == Some(true) && !has_loan,
        FindingCode::ResultWithoutCourse => has_result && never_taken,
        FindingCode::ResultBeforeLoan => has_loan && has_result && is_before(outcome.result_from, outcome.loan_from),
        FindingCode::LoanBeforeCourseEnds => {
            has_loan && (goes_on || is_before(outcome.loan_from, outcome.course_until))
        }
        FindingCode::SameFileTwice => same_as.is_some(),
        FindingCode::Under18 => person.age.is_some_and(|age| age < ADULT_AGE),
    }
}

/// Are both months known, and is the first one earlier?
fn is_before(first: Option<Month>, other: Option<Month>) -> bool {
    first.zip(other).is_some_and(|(first, other)| first < other)
}
