//! The answers of a case file.

use super::bounds::{self, Bounds};
use super::decode::{choice, list};
use super::node::Node;
use super::object::{Object, optional_choice};
use super::problems::{Path, Problems};
use crate::screening::{
    Answers, BusinessAccount, CoursePlan, Idea, LoanPurpose, Municipality, Plan, Skill, Support, YesNo,
};

const ANY_LENGTH: Bounds<u32> = Bounds { min: 0, max: u32::MAX };

/// The answers. One that cannot be read is a problem, and no case with a problem is used.
pub(super) struct ReadAnswers {
    pub(super) given: Answers,
    /// No error in those the benefit follows from.
    pub(super) benefit_is_known: bool,
}

impl ReadAnswers {
    pub(super) fn none_given() -> Self {
        ReadAnswers { given: Answers::default(), benefit_is_known: true }
    }
}

/// The keys of the answers, in the order of the format.
const ANSWER_KEYS: [&str; 21] = [
    "age",
    "municipality",
    "support",
    "business_started",
    "idea",
    "trade_skills",
    "business_skills",
    "job_or_education_close",
    "will_take_course",
    "plan",
    "loan_amount",
    "loan_purposes",
    "public_debt",
    "business_account",
    "wealth_over_limit",
    "housing_benefit",
    "single",
    "children",
    "lives_with_parents",
    "residence_and_work_met",
    "worked_two_and_a_half_years",
];

pub(super) fn answers(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) -> ReadAnswers {
    let unreadable = ReadAnswers { given: Answers::default(), benefit_is_known: false };
    let Some(mut object) = Object::of(node, path, &ANSWER_KEYS, problems) else {
        return unreadable;
    };
    let age = object.optional("age", bounds::AGE);
    let support = optional_choice(&mut object, "support", (Support::ALL, Support::id));
    let needs_age = |support: Support| support.is_kontanthjaelp() || support.is_uddannelse();
    let benefit_is_known = support.is_some_and(|support| age.is_some() || !support.is_some_and(needs_age));
    let given = Answers {
        age: age.flatten(),
        support: support.flatten(),
        municipality: answer(&mut object, "municipality", (Municipality::ALL, Municipality::id)),
        business_started: yes_no(&mut object, "business_started"),
        idea: answer(&mut object, "idea", (Idea::ALL, Idea::id)),
        trade_skills: answer(&mut object, "trade_skills", (Skill::ALL, Skill::id)),
        business_skills: answer(&mut object, "business_skills", (Skill::ALL, Skill::id)),
        job_or_education_close: yes_no(&mut object, "job_or_education_close"),
        will_take_course: answer(&mut object, "will_take_course", (CoursePlan::ALL, CoursePlan::id)),
        plan: answer(&mut object, "plan", (Plan::ALL, Plan::id)),
        loan_amount: object.optional("loan_amount", bounds::AMOUNT).flatten(),
        loan_purposes: purposes(&mut object),
        public_debt: yes_no(&mut object, "public_debt"),
        business_account: answer(&mut object, "business_account", (BusinessAccount::ALL, BusinessAccount::id)),
        wealth_over_limit: yes_no(&mut object, "wealth_over_limit"),
        housing_benefit: yes_no(&mut object, "housing_benefit"),
        single: object.optional("single", ()).flatten(),
        children: object.optional("children", ()).flatten(),
        lives_with_parents: object.optional("lives_with_parents", ()).flatten(),
        residence_and_work_met: object.optional("residence_and_work_met", ()).flatten(),
        worked_two_and_a_half_years: object.optional("worked_two_and_a_half_years", ()).flatten(),
    };
    ReadAnswers { given, benefit_is_known }
}

fn answer<T: Copy>(object: &mut Object<'_, '_, '_, '_>, key: &str, all: (&[T], fn(T) -> &'static str)) -> Option<T> {
    optional_choice(object, key, all).flatten()
}

fn yes_no(object: &mut Object<'_, '_, '_, '_>, key: &str) -> Option<YesNo> {
    answer(object, key, (YesNo::ALL, YesNo::id))
}

fn purposes(object: &mut Object<'_, '_, '_, '_>) -> Option<Vec<LoanPurpose>> {
    let node = object.fields.get("loan_purposes")?;
    list(node, object.path.key("loan_purposes"), ANY_LENGTH, object.problems, |_, node, path, problems| {
        choice(node, path, (LoanPurpose::ALL, LoanPurpose::id), problems)
    })
}
