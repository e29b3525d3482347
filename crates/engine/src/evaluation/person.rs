//! One person of the evaluation: what of a case it looks at, and how far the person came.

use crate::case::{Case, CaseOutcome, CaseWritten, CourseOutcome, LoanOutcome, ResultOutcome, write};
use crate::quantity::Month;
use crate::screening::Support;
use crate::simulation::FieldsWritten;

/// How far a person can come. The words of the evaluation form's point 7: the course is *gennemført*, the loan *bevilget*,
/// and of those with a loan some are *blevet selvforsørgende*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Milestone {
    /// Has completed the course.
    Course,
    /// Was granted a loan.
    Loan,
    /// Was granted a loan and became self-supporting.
    SelfSupporting,
}

impl Milestone {
    /// All of them, in their order.
    pub const ALL: [Milestone; 3] = [Milestone::Course, Milestone::Loan, Milestone::SelfSupporting];
}

/// A person, as far as the evaluation looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The place of the case among those that are evaluated, from 0.
    pub file: usize,
    /// What the person lived on when the course was granted: the answer `support`. Without one it is
    /// [`Support::Unknown`].
    pub group: Support,
    /// Age in whole years; `None` = not answered.
    pub age: Option<u32>,
    /// What became of the person; nothing known where nothing is written.
    pub outcome: CaseOutcome,
    /// The whole case, in words that are the same for two cases exactly when they say the same.
    pub(super) said: String,
}

impl Person {
    /// The person a case is about, at its place among the others.
    #[must_use]
    pub fn of(file: usize, case: &Case) -> Self {
        Person {
            file,
            group: case.answers.support.unwrap_or(Support::Unknown),
            age: case.answers.age,
            outcome: case.outcome.unwrap_or_default(),
            said: said(case),
        }
    }

    /// Is anything known of what became of the person?
    #[must_use]
    pub fn has_outcome(&self) -> bool {
        self.outcome != CaseOutcome::default()
    }

    /// Did the person come so far?
    #[must_use]
    pub fn has_reached(&self, milestone: Milestone) -> bool {
        match milestone {
            Milestone::Course => self.outcome.course == Some(CourseOutcome::Completed),
            Milestone::Loan => self.outcome.loan == Some(LoanOutcome::Granted),
            Milestone::SelfSupporting => {
                self.has_reached(Milestone::Loan) && self.outcome.result == Some(ResultOutcome::SelfSupporting)
            }
        }
    }

    /// The month somebody came so far in, who did: the last of the course, or its first where that is all that is known;
    /// the one the loan was paid out in; the one since which the person is self-supporting. `None` = not known.
    #[must_use]
    pub fn month_of(&self, milestone: Milestone) -> Option<Month> {
        match milestone {
            Milestone::Course => self.outcome.course_until.or(self.outcome.course_from),
            Milestone::Loan => self.outcome.loan_from,
            Milestone::SelfSupporting => self.outcome.result_from,
        }
    }

    /// Does the table count the person: is there a completed course or a granted loan?
    #[must_use]
    pub fn is_in_table(&self) -> bool {
        self.has_reached(Milestone::Course) || self.has_reached(Milestone::Loan)
    }
}

/// The case as its file, without what stands there although it says nothing: defaults, and an outcome without a key. A file
/// is read back as the case it was written from, so two cases that give the same one say the same.
fn said(case: &Case) -> String {
    let mut bare = case.clone();
    bare.written = CaseWritten::default();
    bare.outcome = bare.outcome.filter(|outcome| *outcome != CaseOutcome::default());
    for scenario in &mut bare.scenarios {
        scenario.written = FieldsWritten::default();
    }
    write(&bare)
}
