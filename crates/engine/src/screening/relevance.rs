//! Where a person is in the questions: a function of the answers, never a script.
//!
//! The screening says what is missing. Here it is narrowed to what can still change something that is
//! shown, and what a changed answer has left without meaning is found.

use super::{AnswerKey, Answers, Screening, Support, Verdict};

/// Does a question matter for what is shown?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relevance {
    /// It does.
    Matters,
    /// That depends on an answer that is not there yet.
    Depends,
    /// It does not, and why.
    Not(NotRelevant),
}

/// Why a question does not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRelevant {
    /// Other answers show the result already.
    Outside,
    /// No loan is wanted.
    NoLoan,
    /// How much to borrow is not known.
    LoanNotKnown,
    /// The support is not one the question belongs to.
    OtherSupport,
    /// It only matters for who has been abroad.
    NotAbroad,
}

/// How far a question has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionStatus {
    /// There is an answer.
    Answered,
    /// Skipped: the person does not know, and the question has no such answer.
    Skipped,
    /// Not answered yet.
    Open,
}

/// One question in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionStep {
    /// Which.
    pub key: AnswerKey,
    /// Whether it matters.
    pub relevance: Relevance,
    /// How far it has come.
    pub status: QuestionStatus,
}

impl QuestionStep {
    /// Is the question, or perhaps, part of this person's path?
    #[must_use]
    pub fn is_on_path(&self) -> bool {
        !matches!(self.relevance, Relevance::Not(_))
    }

    /// Does it matter, and is it not answered?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.relevance == Relevance::Matters && self.status == QuestionStatus::Open
    }

    /// Was it answered before another answer made it matter no more?
    #[must_use]
    pub fn is_answered_in_vain(&self) -> bool {
        self.status == QuestionStatus::Answered && !self.is_on_path()
    }
}

/// All questions with how they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionFlow {
    steps: Vec<QuestionStep>,
    next: Option<AnswerKey>,
    /// Nothing more is asked, because answers show the result already.
    pub is_outside: bool,
}

impl QuestionFlow {
    /// How the questions stand by these answers and the screening of them.
    #[must_use]
    pub fn of(answers: &Answers, skipped: &[AnswerKey], screening: &Screening) -> Self {
        let is_outside = screening.verdict == Verdict::NotInTargetGroup;
        Self::of_questions(&AnswerKey::ON_THE_WAY, answers, skipped, is_outside)
    }

    /// How the few questions stand that the months rest on, for who only wants to see the money: nobody is outside there.
    #[must_use]
    pub fn of_money(answers: &Answers, skipped: &[AnswerKey]) -> Self {
        Self::of_questions(&AnswerKey::FOR_THE_MONTHS, answers, skipped, false)
    }

    fn of_questions(keys: &[AnswerKey], answers: &Answers, skipped: &[AnswerKey], is_outside: bool) -> Self {
        let step = |&key: &AnswerKey| QuestionStep {
            key,
            relevance: relevance(key, answers, skipped, is_outside),
            status: status(key, answers, skipped),
        };
        let steps: Vec<QuestionStep> = keys.iter().map(step).collect();
        // Who is outside is not asked on, not even for what could put them outside once more.
        let next = steps.iter().find(|step| step.is_open() && !is_outside).map(|step| step.key);
        QuestionFlow { steps, next, is_outside }
    }

    /// Every question, in the order they are asked.
    #[must_use]
    pub fn steps(&self) -> &[QuestionStep] {
        &self.steps
    }

    /// The first question that is still to be answered.
    #[must_use]
    pub fn next(&self) -> Option<AnswerKey> {
        self.next
    }

    /// The questions that are, or may be, part of this person's path.
    pub fn path(&self) -> impl Iterator<Item = &QuestionStep> {
        self.steps.iter().filter(|step| step.is_on_path())
    }

    /// The question before this one on the path.
    #[must_use]
    pub fn before(&self, key: AnswerKey) -> Option<AnswerKey> {
        self.path().take_while(|step| step.key != key).last().map(|step| step.key)
    }

    /// The question's number on the path, and how many there are; `None` when it is not on it.
    #[must_use]
    pub fn place(&self, key: AnswerKey) -> Option<(usize, usize)> {
        let position = self.path().position(|step| step.key == key)?;
        Some((position + 1, self.path().count()))
    }

    /// Is it certain how many questions there are?
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.path().all(|step| step.relevance == Relevance::Matters)
    }

    /// Why the question does not matter, if it does not.
    #[must_use]
    pub fn not_relevant(&self, key: AnswerKey) -> Option<NotRelevant> {
        self.steps.iter().find(|step| step.key == key).and_then(|step| match step.relevance {
            Relevance::Not(why) => Some(why),
            _ => None,
        })
    }

    /// How many answers have been left without meaning by another.
    #[must_use]
    pub fn answered_in_vain(&self) -> usize {
        self.steps.iter().filter(|step| step.is_answered_in_vain()).count()
    }

    /// How many questions that matter are not answered.
    #[must_use]
    pub fn open(&self) -> usize {
        self.path().filter(|step| step.is_open()).count()
    }

    /// Has nothing been answered or skipped?
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.steps.iter().all(|step| step.status == QuestionStatus::Open)
    }
}

/// A question whose page asks for two answers is answered when both are there.
fn status(key: AnswerKey, answers: &Answers, skipped: &[AnswerKey]) -> QuestionStatus {
    let has_all = AnswerKey::ALL.iter().filter(|asked| asked.page() == key).all(|&asked| answers.has(asked));
    if has_all {
        QuestionStatus::Answered
    } else if skipped.contains(&key) {
        QuestionStatus::Skipped
    } else {
        QuestionStatus::Open
    }
}

fn relevance(key: AnswerKey, answers: &Answers, skipped: &[AnswerKey], is_outside: bool) -> Relevance {
    match key {
        AnswerKey::Age | AnswerKey::Municipality | AnswerKey::Support => Relevance::Matters,
        _ if is_outside => Relevance::Not(NotRelevant::Outside),
        AnswerKey::LoanPurposes | AnswerKey::PublicDebt => with_a_loan(key, answers, skipped),
        AnswerKey::LivedAbroad => for_support(answers, Support::has_computed_benefit),
        AnswerKey::ResidenceAndWorkMet => residence(answers, skipped),
        _ => Relevance::Matters,
    }
}

/// What the loan is for matters when there is one; so does debt, which can take the payout.
fn with_a_loan(key: AnswerKey, answers: &Answers, skipped: &[AnswerKey]) -> Relevance {
    match answers.loan_amount {
        Some(amount) if amount.is_positive() => Relevance::Matters,
        Some(_) => Relevance::Not(NotRelevant::NoLoan),
        None if key == AnswerKey::PublicDebt => Relevance::Matters,
        None if skipped.contains(&AnswerKey::LoanAmount) => Relevance::Not(NotRelevant::LoanNotKnown),
        None => Relevance::Depends,
    }
}

fn for_support(answers: &Answers, belongs: fn(Support) -> bool) -> Relevance {
    match answers.support {
        None => Relevance::Depends,
        Some(support) if belongs(support) => Relevance::Matters,
        Some(_) => Relevance::Not(NotRelevant::OtherSupport),
    }
}

fn residence(answers: &Answers, skipped: &[AnswerKey]) -> Relevance {
    let by_support = for_support(answers, Support::has_computed_benefit);
    if by_support != Relevance::Matters || AnswerKey::ResidenceAndWorkMet.matters_for_benefit(answers) {
        return by_support;
    }
    match answers.lived_abroad {
        None if !skipped.contains(&AnswerKey::LivedAbroad) => Relevance::Depends,
        _ => Relevance::Not(NotRelevant::NotAbroad),
    }
}

#[cfg(test)]
#[path = "relevance_tests.rs"]
mod tests;
