//! Why a scenario cannot be worked out, as what it is: the command puts it in words ([`Obstacle::problem`]), the
//! app in its own.

use super::bounds::{BENEFIT_AGE, month};
use super::{ErrorCode, Problem, ValuePath};
use crate::quantity::Month;
use crate::simulation::{NotCovered, ScenarioField as F};

/// What keeps a scenario from being worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The case has no such scenario.
    NoScenario,
    /// The business would close before it has been open for a month.
    ClosesTooEarly {
        /// Its last month.
        closes: Month,
        /// The month it opens in.
        opening: Month,
    },
    /// A small job would end before it begins.
    JobEndsTooEarly {
        /// Its position.
        job: usize,
        /// Its first month.
        from: Month,
        /// Its last month.
        until: Month,
    },
    /// The last month lies beyond what can be counted.
    TooFar {
        /// The last month.
        last: Month,
    },
    /// The benefit follows neither from the scenario nor from the answers.
    NoBenefit,
    /// The benefit depends on the age, and nobody has said it.
    NoAge,
    /// The benefit is not known at this age.
    AgeOutOfRange(u32),
    /// It reaches back before a figure is known.
    NotCovered(NotCovered),
}

impl Obstacle {
    /// What kind of error it is.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Obstacle::NoScenario
            | Obstacle::ClosesTooEarly { .. }
            | Obstacle::JobEndsTooEarly { .. }
            | Obstacle::TooFar { .. } => ErrorCode::Inconsistent,
            Obstacle::NoBenefit | Obstacle::NoAge => ErrorCode::Missing,
            Obstacle::AgeOutOfRange(_) => ErrorCode::OutOfRange,
            Obstacle::NotCovered(_) => ErrorCode::NotCovered,
        }
    }

    /// What is wrong, in English.
    pub(super) fn message(&self, index: usize) -> String {
        match self {
            Obstacle::NoScenario => format!("there is no scenario {index}"),
            Obstacle::ClosesTooEarly { closes, opening } => {
                format!("{closes} is not after the opening month {opening}")
            }
            Obstacle::JobEndsTooEarly { from, until, .. } => format!("{until} is before {from}"),
            Obstacle::TooFar { last } => format!("the last month would be {last}, after {}", month().max),
            Obstacle::NoBenefit => "the benefit does not follow from the answers: write what is received".to_owned(),
            Obstacle::NoAge => "the benefit depends on the age".to_owned(),
            Obstacle::AgeOutOfRange(age) => {
                format!("read {age}; the benefit is known for ages {} to {}", BENEFIT_AGE.min, BENEFIT_AGE.max)
            }
            Obstacle::NotCovered(missing) => {
                format!("the figure {} is not known in {}", missing.figure.id(), missing.month)
            }
        }
    }

    /// The bounds that were broken.
    pub(super) fn bounds(&self) -> Option<(String, String)> {
        let is_age = matches!(self, Obstacle::AgeOutOfRange(_));
        is_age.then(|| (BENEFIT_AGE.min.to_string(), BENEFIT_AGE.max.to_string()))
    }

    /// The error at its place in the case, for the scenario at `index`.
    #[must_use]
    pub fn problem(&self, index: usize) -> Problem {
        let (field, at) = match *self {
            Obstacle::NoScenario => return Problem::new("scenario", self.code(), self.message(index)),
            Obstacle::ClosesTooEarly { .. } => (F::Closes, None),
            Obstacle::JobEndsTooEarly { job, .. } => (F::JobUntil, Some(job)),
            Obstacle::TooFar { .. } => (F::Months, None),
            Obstacle::NoBenefit => (F::Benefit, None),
            Obstacle::NoAge | Obstacle::AgeOutOfRange(_) => (F::ProfileAge, None),
            Obstacle::NotCovered(_) => (F::Start, None),
        };
        let path = ValuePath::Field { scenario: index, field, at };
        let problem = Problem::new(path.to_string(), self.code(), self.message(index));
        match self.bounds() {
            Some((min, max)) => problem.between(min, max),
            None => problem,
        }
    }

    /// The errors of the scenario at `index`.
    #[must_use]
    pub fn problems(obstacles: &[Obstacle], index: usize) -> Vec<Problem> {
        obstacles.iter().map(|obstacle| obstacle.problem(index)).collect()
    }
}
