//! The questions: one row each, from which their keys, the answers, and every reading and writing of them
//! follow.
//!
//! A row says the question's key in the case file, where the answer is kept, and what it can be. Reader,
//! writer, link and app go through the rows; none of them knows a question by name. An answer that is not
//! given is `None`.

use super::answers::{BusinessAccount, CoursePlan, Idea, LoanPurpose, Municipality, Plan, Skill, Support, YesNo};
use crate::quantity::{Bounds, Money};
use crate::string_enum::string_enum;

/// An amount in kroner, in an answer and in a scenario.
pub const AMOUNT: Bounds<Money> = Bounds { min: Money::ZERO, max: Money::from_kroner(10_000_000) };

/// Age in the answers.
pub const AGE: Bounds<u32> = Bounds { min: 0, max: 120 };

/// What a question is answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// A whole number.
    Whole(Bounds<u32>),
    /// An amount.
    Amount(Bounds<Money>),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Some of these words, or none.
    Several(&'static [&'static str]),
    /// Yes or no.
    Truth,
}

/// An answer, whatever the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A whole number.
    Whole(u32),
    /// An amount.
    Amount(Money),
    /// The place of its word among the words of the question.
    Choice(usize),
    /// The places of the words, as they were given.
    Several(Vec<usize>),
    /// Yes or no.
    Truth(bool),
}

macro_rules! questions {
    ($($(#[doc = $about:literal])* $key:ident = $id:literal, $field:ident: $kind:ident $(($values:ident))?;)+) => {
        string_enum! {
            /// A question, by its key in the case file. Rows keep their places for good, because links name them by
            /// number: a new one comes last.
            AnswerKey { $($(#[doc = $about])* $key = $id,)+ }
        }

        /// The answers given so far.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Answers {
            $($(#[doc = $about])* pub $field: Option<questions!(@type $kind $($values)?)>,)+
        }

        impl AnswerKey {
            /// What the question is answered with.
            #[must_use]
            pub const fn kind(self) -> AnswerKind {
                match self { $(AnswerKey::$key => questions!(@kind $kind $($values)?),)+ }
            }
        }

        impl Answers {
            /// Has the question been answered?
            #[must_use]
            pub const fn has(&self, key: AnswerKey) -> bool {
                match key { $(AnswerKey::$key => self.$field.is_some(),)+ }
            }

            /// The answer to a question.
            #[must_use]
            pub fn get(&self, key: AnswerKey) -> Option<Answer> {
                match key {
                    $(AnswerKey::$key => self.$field.as_ref().map(|given| questions!(@get given, $kind $($values)?)),)+
                }
            }

            /// Writes the answer to a question, or takes it out. One that the question does not have takes it
            /// out too.
            pub fn set(&mut self, key: AnswerKey, answer: Option<Answer>) {
                match key {
                    $(AnswerKey::$key => self.$field = answer.and_then(|given| questions!(@set given, $kind $($values)?)),)+
                }
            }
        }
    };
    (@type Whole) => { u32 };
    (@type Amount) => { Money };
    (@type Choice $values:ident) => { $values };
    (@type Several $values:ident) => { Vec<$values> };
    (@type Truth) => { bool };
    (@kind Whole) => { AnswerKind::Whole(AGE) };
    (@kind Amount) => { AnswerKind::Amount(AMOUNT) };
    (@kind Choice $values:ident) => { AnswerKind::Choice($values::IDS) };
    (@kind Several $values:ident) => { AnswerKind::Several($values::IDS) };
    (@kind Truth) => { AnswerKind::Truth };
    (@get $given:ident, Choice $values:ident) => { Answer::Choice(*$given as usize) };
    (@get $given:ident, Several $values:ident) => { Answer::Several($given.iter().map(|one| *one as usize).collect()) };
    (@get $given:ident, $kind:ident) => { Answer::$kind(*$given) };
    (@set $given:ident, Choice $values:ident) => {
        match $given { Answer::Choice(place) => $values::ALL.get(place).copied(), _ => None }
    };
    (@set $given:ident, Several $values:ident) => {
        match $given {
            Answer::Several(places) => places.into_iter().map(|place| $values::ALL.get(place).copied()).collect(),
            _ => None,
        }
    };
    (@set $given:ident, $kind:ident) => {
        match $given { Answer::$kind(value) => Some(value), _ => None }
    };
}

questions! {
    /// Age in whole years, 0 to 120.
    Age = "age", age: Whole;
    /// Where the person lives.
    Municipality = "municipality", municipality: Choice(Municipality);
    /// What the person lives on today.
    Support = "support", support: Choice(Support);
    /// Has the business started?
    BusinessStarted = "business_started", business_started: Choice(YesNo);
    /// How far the idea is.
    Idea = "idea", idea: Choice(Idea);
    /// Does the person know the trade?
    TradeSkills = "trade_skills", trade_skills: Choice(Skill);
    /// Can the person run a business?
    BusinessSkills = "business_skills", business_skills: Choice(Skill);
    /// Is a job or an education close?
    JobOrEducationClose = "job_or_education_close", job_or_education_close: Choice(YesNo);
    /// Will the person take the course?
    WillTakeCourse = "will_take_course", will_take_course: Choice(CoursePlan);
    /// How far the business plan is.
    Plan = "plan", plan: Choice(Plan);
    /// How much to borrow; zero = no loan.
    LoanAmount = "loan_amount", loan_amount: Amount;
    /// What the loan is for.
    LoanPurposes = "loan_purposes", loan_purposes: Several(LoanPurpose);
    /// Debt to the public, collected by Gældsstyrelsen.
    PublicDebt = "public_debt", public_debt: Choice(YesNo);
    /// Where the business account stands.
    BusinessAccount = "business_account", business_account: Choice(BusinessAccount);
    /// Wealth above the limit.
    WealthOverLimit = "wealth_over_limit", wealth_over_limit: Choice(YesNo);
    /// Does the person receive housing benefit?
    HousingBenefit = "housing_benefit", housing_benefit: Choice(YesNo);
    /// Living alone.
    Single = "single", single: Truth;
    /// Supports a child, wherever it lives.
    Children = "children", children: Truth;
    /// Lives with parents.
    LivesWithParents = "lives_with_parents", lives_with_parents: Truth;
    /// Meets the residence and employment requirements (benefit from July 2025).
    ResidenceAndWorkMet = "residence_and_work_met", residence_and_work_met: Truth;
    /// Has worked two and a half years full time (benefit from July 2025, ages 25 to 29).
    WorkedTwoAndAHalfYears = "worked_two_and_a_half_years", worked_two_and_a_half_years: Truth;
    /// One of the children lives with the person.
    ChildrenAtHome = "children_at_home", children_at_home: Truth;
    /// Is married; living together is not.
    Married = "married", married: Truth;
    /// Moved to Denmark from another country, or lived abroad for twelve months in a row.
    LivedAbroad = "lived_abroad", lived_abroad: Truth;
}

impl AnswerKey {
    /// The questions `next_questions` can name, in their order: first those behind the criteria, then those that never hold back the
    /// verdict. The others belong to the amount of the benefit.
    pub const ASKED: &'static [AnswerKey] = &[
        AnswerKey::Age,
        AnswerKey::Municipality,
        AnswerKey::Support,
        AnswerKey::BusinessStarted,
        AnswerKey::Idea,
        AnswerKey::TradeSkills,
        AnswerKey::BusinessSkills,
        AnswerKey::JobOrEducationClose,
        AnswerKey::WillTakeCourse,
        AnswerKey::Plan,
        AnswerKey::LoanAmount,
        AnswerKey::LoanPurposes,
        AnswerKey::PublicDebt,
        AnswerKey::BusinessAccount,
        AnswerKey::WealthOverLimit,
        AnswerKey::HousingBenefit,
        AnswerKey::Single,
        AnswerKey::Children,
        AnswerKey::LivesWithParents,
    ];

    /// The questions on the way to the result, a page each, in their order. [`Plan`](AnswerKey::Plan) is answered on the page of
    /// [`Idea`](AnswerKey::Idea). What only the money at home depends on is asked beside it; of that, where somebody has lived is asked
    /// here already, because who is on the lowest rate may be outside the group.
    pub const ON_THE_WAY: [AnswerKey; 15] = [
        AnswerKey::Age,
        AnswerKey::Municipality,
        AnswerKey::Support,
        AnswerKey::BusinessStarted,
        AnswerKey::Idea,
        AnswerKey::TradeSkills,
        AnswerKey::BusinessSkills,
        AnswerKey::JobOrEducationClose,
        AnswerKey::WillTakeCourse,
        AnswerKey::LoanAmount,
        AnswerKey::LoanPurposes,
        AnswerKey::PublicDebt,
        AnswerKey::BusinessAccount,
        AnswerKey::LivedAbroad,
        AnswerKey::ResidenceAndWorkMet,
    ];

    /// The questions the months rest on that have a page of their own.
    pub const FOR_THE_MONTHS: [AnswerKey; 4] =
        [AnswerKey::Age, AnswerKey::Support, AnswerKey::LivedAbroad, AnswerKey::ResidenceAndWorkMet];

    /// The question on whose page this one is answered: mostly its own.
    #[must_use]
    pub const fn page(self) -> AnswerKey {
        match self {
            AnswerKey::Plan => AnswerKey::Idea,
            own => own,
        }
    }

    /// All keys in the order of the case file and of the link: it only grows at its end.
    pub const IN_FILE: [AnswerKey; 24] = [
        AnswerKey::Age,
        AnswerKey::Municipality,
        AnswerKey::Support,
        AnswerKey::Idea,
        AnswerKey::TradeSkills,
        AnswerKey::BusinessSkills,
        AnswerKey::BusinessStarted,
        AnswerKey::JobOrEducationClose,
        AnswerKey::WillTakeCourse,
        AnswerKey::Plan,
        AnswerKey::LoanAmount,
        AnswerKey::LoanPurposes,
        AnswerKey::PublicDebt,
        AnswerKey::BusinessAccount,
        AnswerKey::WealthOverLimit,
        AnswerKey::HousingBenefit,
        AnswerKey::Single,
        AnswerKey::Children,
        AnswerKey::ChildrenAtHome,
        AnswerKey::LivesWithParents,
        AnswerKey::Married,
        AnswerKey::LivedAbroad,
        AnswerKey::ResidenceAndWorkMet,
        AnswerKey::WorkedTwoAndAHalfYears,
    ];
}

/// Some of the questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnswerKeys(u32);

impl AnswerKeys {
    /// One more.
    pub const fn add(&mut self, key: AnswerKey) {
        self.0 |= 1 << key as u32;
    }

    /// Is the question one of them?
    #[must_use]
    pub const fn has(self, key: AnswerKey) -> bool {
        self.0 & 1 << key as u32 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, AnswerKey, AnswerKind, Answers};

    /// Every answer a question can have, as far as they can be counted; else a few.
    fn answers_of(key: AnswerKey) -> Vec<Answer> {
        match key.kind() {
            AnswerKind::Whole(bounds) => [bounds.min, 34, bounds.max].map(Answer::Whole).to_vec(),
            AnswerKind::Amount(bounds) => [bounds.min, bounds.max].map(Answer::Amount).to_vec(),
            AnswerKind::Choice(ids) => (0..ids.len()).map(Answer::Choice).collect(),
            AnswerKind::Several(ids) => vec![Answer::Several(Vec::new()), Answer::Several((0..ids.len()).collect())],
            AnswerKind::Truth => [true, false].map(Answer::Truth).to_vec(),
        }
    }

    #[test]
    fn every_answer_is_kept_under_its_own_key_and_taken_out_again() {
        for &key in AnswerKey::ALL {
            for answer in answers_of(key) {
                let mut answers = Answers::default();
                answers.set(key, Some(answer.clone()));
                assert_eq!(answers.get(key), Some(answer), "{key:?}");
                let given: Vec<_> = AnswerKey::ALL.iter().copied().filter(|&key| answers.has(key)).collect();
                assert_eq!(given, [key]);
                answers.set(key, None);
                assert_eq!(answers, Answers::default());
            }
        }
    }

    #[test]
    fn an_answer_a_question_does_not_have_is_none() {
        let mut answers = Answers::default();
        for &key in AnswerKey::ALL {
            answers.set(key, Some(Answer::Choice(99)));
            answers.set(key, Some(Answer::Several(vec![99])));
            if !matches!(key.kind(), AnswerKind::Truth) {
                answers.set(key, Some(Answer::Truth(true)));
            }
        }
        assert_eq!(answers, Answers::default());
    }

    #[test]
    fn the_file_has_every_key_once() {
        let mut in_file = AnswerKey::IN_FILE.to_vec();
        in_file.sort_unstable();
        assert_eq!(in_file, AnswerKey::ALL);
        assert_eq!(AnswerKey::ASKED.len(), 19);
    }
}
