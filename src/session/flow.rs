//! Where the person is in the questions: a function of the answers, never a script.
//!
//! The engine says what is missing. Here it is narrowed to what can still change something that is
//! shown, and what a changed answer has left without meaning is found.

use mikrolaan_engine::screening::{AnswerKey, Answers, Screening, Support, Verdict};

/// Below this age living with one's parents lowers the benefit.
const ADULT_RATE_AGE: u32 = 30;

/// Does a question matter for what is shown?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relevance {
    /// It does.
    Matters,
    /// That depends on an answer that is not there yet.
    Depends,
    /// It does not, and why.
    Void(Void),
}

/// Why a question does not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Void {
    /// Other answers show the result already.
    Outside,
    /// No loan is wanted.
    NoLoan,
    /// How much to borrow is not known.
    LoanNotKnown,
    /// The support is not one the question belongs to.
    OtherSupport,
    /// It only matters below the age of thirty.
    NotYoung,
    /// It does not matter for somebody with children at home.
    HasChildren,
}

/// How far a question has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is an answer.
    Answered,
    /// Passed with *Ved ikke*.
    Passed,
    /// Not answered yet.
    Open,
}

/// One question in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub key: AnswerKey,
    /// Whether it matters.
    pub relevance: Relevance,
    /// How far it has come.
    pub standing: Standing,
}

impl Step {
    /// Is the question, or perhaps, part of this person's way?
    pub fn is_on_the_way(&self) -> bool {
        !matches!(self.relevance, Relevance::Void(_))
    }

    /// Was it answered before another answer made it matter no more?
    pub fn is_void_answer(&self) -> bool {
        self.standing == Standing::Answered && !self.is_on_the_way()
    }
}

/// All questions with how they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    steps: Vec<Step>,
    next: Option<AnswerKey>,
    /// Nothing more is asked, because answers show the result already.
    pub is_outside: bool,
}

impl Flow {
    /// How the questions stand by these answers and the screening of them.
    pub fn of(answers: &Answers, skipped: &[AnswerKey], screening: &Screening) -> Self {
        let is_outside = screening.verdict == Verdict::NotInTargetGroup;
        let step = |&key: &AnswerKey| Step {
            key,
            relevance: relevance(key, answers, skipped, is_outside),
            standing: standing(key, answers, skipped),
        };
        let steps: Vec<Step> = AnswerKey::ASKED.iter().map(step).collect();
        let next = screening.next_questions.iter().copied().find(|key| {
            steps
                .iter()
                .any(|step| step.key == *key && step.relevance == Relevance::Matters && step.standing == Standing::Open)
        });
        Flow { steps, next, is_outside }
    }

    /// Every question, in the order they are asked.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The first question that is still to be answered.
    pub fn next(&self) -> Option<AnswerKey> {
        self.next
    }

    /// The questions that are, or may be, part of this person's way.
    pub fn way(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.is_on_the_way())
    }

    /// The question before this one on the way.
    pub fn before(&self, key: AnswerKey) -> Option<AnswerKey> {
        self.way().take_while(|step| step.key != key).last().map(|step| step.key)
    }

    /// The question's number on the way, and how many there are; `None` when it is not on it.
    pub fn place(&self, key: AnswerKey) -> Option<(usize, usize)> {
        let position = self.way().position(|step| step.key == key)?;
        Some((position + 1, self.way().count()))
    }

    /// Is it certain how many questions there are?
    pub fn is_certain(&self) -> bool {
        self.way().all(|step| step.relevance == Relevance::Matters)
    }

    /// Why the question does not matter, if it does not.
    pub fn void(&self, key: AnswerKey) -> Option<Void> {
        self.steps.iter().find(|step| step.key == key).and_then(|step| match step.relevance {
            Relevance::Void(why) => Some(why),
            _ => None,
        })
    }

    /// How many answers have been left without meaning by another.
    pub fn void_answers(&self) -> usize {
        self.steps.iter().filter(|step| step.is_void_answer()).count()
    }

    /// How many questions that matter are not answered.
    pub fn open(&self) -> usize {
        self.way().filter(|step| step.relevance == Relevance::Matters && step.standing == Standing::Open).count()
    }

    /// Has nothing been answered or passed?
    pub fn is_untouched(&self) -> bool {
        self.steps.iter().all(|step| step.standing == Standing::Open)
    }
}

fn standing(key: AnswerKey, answers: &Answers, skipped: &[AnswerKey]) -> Standing {
    if answers.has(key) {
        Standing::Answered
    } else if skipped.contains(&key) {
        Standing::Passed
    } else {
        Standing::Open
    }
}

fn relevance(key: AnswerKey, answers: &Answers, skipped: &[AnswerKey], is_outside: bool) -> Relevance {
    match key {
        AnswerKey::Age | AnswerKey::Municipality | AnswerKey::Support => Relevance::Matters,
        _ if is_outside => Relevance::Void(Void::Outside),
        AnswerKey::LoanPurposes | AnswerKey::PublicDebt => with_a_loan(key, answers, skipped),
        AnswerKey::WealthOverLimit => for_support(answers, has_wealth_limit),
        AnswerKey::Single | AnswerKey::Children => for_support(answers, has_rates),
        AnswerKey::LivesWithParents => lives_with_parents(answers, skipped),
        _ => Relevance::Matters,
    }
}

/// What the loan is for matters when there is one; so does debt, which can take the payout.
fn with_a_loan(key: AnswerKey, answers: &Answers, skipped: &[AnswerKey]) -> Relevance {
    match answers.loan_amount {
        Some(amount) if amount.is_positive() => Relevance::Matters,
        Some(_) => Relevance::Void(Void::NoLoan),
        None if key == AnswerKey::PublicDebt => Relevance::Matters,
        None if skipped.contains(&AnswerKey::LoanAmount) => Relevance::Void(Void::LoanNotKnown),
        None => Relevance::Depends,
    }
}

fn for_support(answers: &Answers, belongs: fn(Support) -> bool) -> Relevance {
    match answers.support {
        None => Relevance::Depends,
        Some(support) if belongs(support) => Relevance::Matters,
        Some(_) => Relevance::Void(Void::OtherSupport),
    }
}

fn lives_with_parents(answers: &Answers, skipped: &[AnswerKey]) -> Relevance {
    let by_support = for_support(answers, has_rates);
    if matches!(by_support, Relevance::Void(_)) {
        return by_support;
    }
    if answers.age.is_some_and(|age| age >= ADULT_RATE_AGE) {
        return Relevance::Void(Void::NotYoung);
    }
    match answers.children {
        Some(true) => Relevance::Void(Void::HasChildren),
        None if !skipped.contains(&AnswerKey::Children) => Relevance::Depends,
        _ if answers.age.is_none() && !skipped.contains(&AnswerKey::Age) => Relevance::Depends,
        _ => by_support,
    }
}

/// The benefits whose amount follows from age and home.
fn has_rates(support: Support) -> bool {
    support.is_kontanthjaelp() || support.is_uddannelse()
}

/// The benefits that wealth can stop; who does not know may have one of them.
fn has_wealth_limit(support: Support) -> bool {
    has_rates(support) || matches!(support, Support::Overgangsydelse | Support::Unknown)
}

#[cfg(test)]
#[path = "flow_tests.rs"]
mod tests;
