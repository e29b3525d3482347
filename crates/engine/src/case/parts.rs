//! The parts of a case that nothing is worked out from: what became of a person, and what the app keeps.

use super::bounds::{SCENARIOS, SETUP_COSTS};
use super::examples::ExampleId;
use crate::insight::variants::Variant;
use crate::quantity::{Money, Month};
use crate::screening::AnswerKey;
use crate::simulation::ScenarioField;
use crate::string_enum::string_enum;
use crate::trace::Place;

string_enum! {
    /// How the course went.
    CourseOutcome {
        /// To the end.
        Completed = "completed",
        /// It goes on.
        Ongoing = "ongoing",
        /// Broken off.
        Stopped = "stopped",
        /// Not taken.
        None = "none",
    }
}

string_enum! {
    /// What became of the loan.
    LoanOutcome {
        /// Paid out.
        Granted = "granted",
        /// Not given.
        Refused = "refused",
        /// Not asked for.
        NotApplied = "not_applied",
    }
}

string_enum! {
    /// What became of the person.
    ResultOutcome {
        /// Lives on the business, and perhaps a small job.
        SelfSupporting = "self_supporting",
        /// Has an ordinary job.
        OrdinaryJob = "ordinary_job",
        /// Referred to the ordinary effort.
        OrdinaryEffort = "ordinary_effort",
        /// Takes an education.
        Education = "education",
        /// Lives on public support.
        OnSupport = "on_support",
        /// Something else.
        Other = "other",
    }
}

/// What became of a person, for the municipality's evaluation. `None` = not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CaseOutcome {
    /// The course.
    pub course: Option<CourseOutcome>,
    /// Its first month.
    pub course_from: Option<Month>,
    /// Its last month.
    pub course_until: Option<Month>,
    /// The loan.
    pub loan: Option<LoanOutcome>,
    /// The month it was paid out in.
    pub loan_from: Option<Month>,
    /// How much.
    pub loan_amount: Option<Money>,
    /// Was there a subsidy?
    pub subsidy: Option<bool>,
    /// What became of the person.
    pub result: Option<ResultOutcome>,
    /// Since when.
    pub result_from: Option<Month>,
}

/// What the app keeps with a case and nothing is worked out from. `None` = not written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AppPart {
    /// The questions passed with *Ved ikke* whose answer has no such value.
    pub skipped: Option<Vec<AnswerKey>>,
    /// Values nobody has given: the calculator's guesses.
    pub guessed: Option<Vec<ValuePath>>,
    /// Values taken from an example.
    pub from_example: Option<Vec<ValuePath>>,
    /// Values that follow an answer.
    pub from_answers: Option<Vec<ValuePath>>,
    /// The example that is looked at; `Some(None)` = written as none.
    pub example: Option<Option<ExampleId>>,
    /// The ready-made changes that are compared with the plan.
    pub compare: Option<Vec<Variant>>,
}

/// The place of a value in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValuePath {
    /// An answer: `answers.age`.
    Answer(AnswerKey),
    /// A field of a scenario: `scenarios[0].household.savings`, `scenarios[1].small_jobs[0].from`.
    Field {
        /// Which scenario.
        scenario: usize,
        /// Which field.
        field: ScenarioField,
        /// Which item, where the field belongs to a list.
        at: Option<usize>,
    },
}

impl ValuePath {
    /// The position of a list's item in a path.
    const AT: &'static str = "[]";

    /// Reads `scenarios[0].household.savings`; `None` when no case has such a value.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(key) = text.strip_prefix("answers.") {
            return AnswerKey::from_id(key).map(ValuePath::Answer);
        }
        let (scenario, path) = text.strip_prefix("scenarios[")?.split_once(']')?;
        let path = path.strip_prefix('.')?;
        let scenario = position(scenario, SCENARIOS.max)?;
        let (known, at) = match path.split_once('[') {
            Some((list, rest)) => {
                let (at, rest) = rest.split_once(']')?;
                ([list, ValuePath::AT, rest].concat(), Some(position(at, SETUP_COSTS.max)?))
            }
            None => (path.to_owned(), None),
        };
        Some(ValuePath::Field { scenario, field: ScenarioField::from_id(&known)?, at })
    }

    /// The place of a field; `None` when no case has such a place.
    pub(super) fn field(scenario: usize, field: ScenarioField, at: Option<usize>) -> Option<Self> {
        let below = |number: usize, bound: u32| u32::try_from(number).is_ok_and(|number| number < bound);
        let in_list = field.id().bytes().any(|byte| byte == b'[');
        let is_place =
            below(scenario, SCENARIOS.max) && at.is_some() == in_list && at.is_none_or(|at| below(at, SETUP_COSTS.max));
        is_place.then_some(ValuePath::Field { scenario, field, at })
    }
}

/// A position below `bound`, written as one writes a number.
fn position(text: &str, bound: u32) -> Option<usize> {
    let number: u32 = text.parse().ok()?;
    (number < bound && number.to_string() == text).then_some(number as usize)
}

impl From<ValuePath> for Place {
    fn from(path: ValuePath) -> Self {
        match path {
            ValuePath::Answer(key) => Place::Answer(key),
            ValuePath::Field { scenario, field, at } => Place::Field { scenario, field, at },
        }
    }
}

/// As it stands in the case file.
impl std::fmt::Display for ValuePath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Place::from(*self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::ValuePath;
    use crate::screening::AnswerKey;
    use crate::simulation::ScenarioField;

    #[test]
    fn every_path_is_read_as_it_is_written() {
        for &key in AnswerKey::ALL {
            let path = ValuePath::Answer(key);
            assert_eq!(ValuePath::parse(&path.to_string()), Some(path));
        }
        for &field in ScenarioField::ALL {
            let at = field.id().contains("[]").then_some(5);
            let path = ValuePath::Field { scenario: 7, field, at };
            assert_eq!(ValuePath::parse(&path.to_string()), Some(path));
        }
    }

    #[test]
    fn what_no_case_has_is_no_path() {
        for text in [
            "",
            "answers",
            "answers.",
            "answers.name",
            "scenarios[8].start",
            "scenarios[00].start",
            "scenarios[+1].start",
            "scenarios[0]",
            "scenarios[0].",
            "scenarios[0].household.rent",
            "scenarios[0].small_jobs[].from",
            "scenarios[0].small_jobs.from",
            "scenarios[0].small_jobs[40].from",
            "scenarios[0].small_jobs[0]",
            "scenarios[0].start[0]",
        ] {
            assert_eq!(ValuePath::parse(text), None, "{text:?}");
        }
    }
}
