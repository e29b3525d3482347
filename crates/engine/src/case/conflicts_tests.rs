//! Answers and plan: they agree until somebody writes over one of them, and after either way out.

use proptest::prelude::*;

use super::{Conflict, ConflictSide, conflicts};
use crate::case::examples::{ExampleId, example};
use crate::case::{Case, apply_changed_answers, starter_scenario, starting_loan};
use crate::quantity::{Money, Month};
use crate::rulebook::Rulebook;
use crate::screening::{AnswerKey, Answers, BusinessAccount, CoursePlan};
use crate::simulation::{Loan, Scenario};

fn as_of() -> Month {
    Month::new(2026, 11).expect("a month")
}

fn starter(answers: &Answers) -> Scenario {
    starter_scenario(&Case { answers: answers.clone(), ..Case::new(as_of()) }, &Rulebook::embedded())
}

fn kr(kroner: i64) -> Money {
    Money::from_kroner(kroner)
}

/// Every answer that puts something into a plan.
fn seeding() -> impl Strategy<Value = Answers> {
    let loan = prop::option::of(prop::sample::select(vec![0, 10_000, 30_000, 60_000]));
    let course = prop::option::of(prop::sample::select(CoursePlan::ALL.to_vec()));
    let account = prop::option::of(prop::sample::select(BusinessAccount::ALL.to_vec()));
    (loan, course, account).prop_map(|(loan, will_take_course, business_account)| Answers {
        loan_amount: loan.map(kr),
        will_take_course,
        business_account,
        ..Answers::default()
    })
}

proptest! {
    /// Whatever is answered, and answered anew: nobody has written over anything, so both say the same.
    #[test]
    fn a_plan_that_only_follows_never_differs(given in prop::collection::vec(seeding(), 1..=4)) {
        let mut scenario = starter(&given[0]);
        prop_assert_eq!(conflicts(&given[0], &scenario), []);
        for pair in given.windows(2) {
            apply_changed_answers(&mut scenario, &pair[0], &pair[1]);
            prop_assert_eq!(conflicts(&pair[1], &scenario), []);
        }
    }

    /// Whatever is answered and written, either way out leaves nothing to ask, and changes one side only.
    #[test]
    fn either_way_out_leaves_nothing_to_ask(
        first in seeding(), answered in seeding(), loan in prop::sample::select(vec![0, 500, 30_000, 60_000]),
        course in 0_u32..=4, wait in 0_u32..=4, sides in prop::collection::vec(any::<bool>(), 3),
    ) {
        let mut scenario = starter(&first);
        scenario.loan = (loan > 0).then(|| starting_loan(kr(loan)));
        (scenario.course_months, scenario.account_wait_months) = (course, wait);
        let mut answers = answered;
        let mut open = conflicts(&answers, &scenario);
        for plan in sides {
            let Some(&conflict) = open.first() else { break };
            let (before, written) = (answers.clone(), scenario.clone());
            conflict.resolve(if plan { ConflictSide::Plan } else { ConflictSide::Answer }, &mut answers, &mut scenario);
            prop_assert_eq!((before == answers, written == scenario), (!plan, plan));
            open.remove(0);
            prop_assert_eq!(&conflicts(&answers, &scenario), &open);
        }
        prop_assert_eq!(open, []);
    }
}

#[test]
fn an_amount_written_over_is_asked_about() {
    let mut answers = Answers { loan_amount: Some(kr(30_000)), ..Answers::default() };
    let mut scenario = starter(&answers);
    scenario.loan = Some(Loan { principal: kr(60_000), fee: kr(500), ..starting_loan(kr(60_000)) });
    let conflict = Conflict::Loan { answered: kr(30_000), planned: kr(60_000) };
    assert_eq!(conflicts(&answers, &scenario), [conflict]);
    assert_eq!(conflict.question(), AnswerKey::LoanAmount);
    let mut by_plan = answers.clone();
    conflict.resolve(ConflictSide::Plan, &mut by_plan, &mut scenario);
    assert_eq!(by_plan.loan_amount, Some(kr(60_000)));
    // The terms that were written stay.
    conflict.resolve(ConflictSide::Answer, &mut answers, &mut scenario);
    assert_eq!(scenario.loan, Some(Loan { principal: kr(30_000), fee: kr(500), ..starting_loan(kr(30_000)) }));
    scenario.loan = None;
    let none = Conflict::Loan { answered: kr(30_000), planned: Money::ZERO };
    assert_eq!(conflicts(&answers, &scenario), [none]);
    none.resolve(ConflictSide::Answer, &mut answers, &mut scenario);
    assert_eq!(scenario.loan, Some(starting_loan(kr(30_000))));
    let no_loan = Conflict::Loan { answered: Money::ZERO, planned: kr(30_000) };
    no_loan.resolve(ConflictSide::Answer, &mut answers, &mut scenario);
    assert_eq!(scenario.loan, None);
}

#[test]
fn the_course_and_the_account_are_asked_about_in_both_directions() {
    let with = |course, account| Answers {
        will_take_course: Some(course),
        business_account: Some(account),
        ..Answers::default()
    };
    let mut scenario = starter(&with(CoursePlan::Yes, BusinessAccount::None));
    let differ = conflicts(&with(CoursePlan::Done, BusinessAccount::Open), &scenario);
    assert_eq!(differ, [Conflict::Course { planned: 3 }, Conflict::Account { planned: 1 }]);
    (scenario.course_months, scenario.account_wait_months) = (0, 0);
    for account in [BusinessAccount::None, BusinessAccount::Applied, BusinessAccount::Refused] {
        let mut answers = with(CoursePlan::Yes, account);
        let differ = conflicts(&answers, &scenario);
        assert_eq!(differ, [Conflict::Course { planned: 0 }, Conflict::Account { planned: 0 }]);
        let mut as_answered = scenario.clone();
        for conflict in &differ {
            conflict.resolve(ConflictSide::Answer, &mut answers.clone(), &mut as_answered);
            conflict.resolve(ConflictSide::Plan, &mut answers, &mut scenario);
        }
        assert_eq!((as_answered.course_months, as_answered.account_wait_months), (3, 1));
        assert_eq!(answers, with(CoursePlan::Done, BusinessAccount::Open));
    }
    (scenario.course_months, scenario.account_wait_months) = (2, 5);
    let mut answers = with(CoursePlan::Done, BusinessAccount::Open);
    let mut as_answered = scenario.clone();
    for conflict in conflicts(&answers, &scenario) {
        conflict.resolve(ConflictSide::Answer, &mut answers.clone(), &mut as_answered);
    }
    assert_eq!((as_answered.course_months, as_answered.account_wait_months), (0, 0), "done, and open");
    for conflict in conflicts(&answers, &scenario) {
        conflict.resolve(ConflictSide::Plan, &mut answers, &mut scenario);
    }
    assert_eq!(answers, with(CoursePlan::Yes, BusinessAccount::Applied));
}

#[test]
fn who_does_not_know_and_who_says_no_differs_from_no_plan() {
    for (course, account) in
        [(CoursePlan::No, BusinessAccount::Unknown), (CoursePlan::Unknown, BusinessAccount::Unknown)]
    {
        let answers = Answers { will_take_course: Some(course), business_account: Some(account), ..Answers::default() };
        let mut scenario = starter(&answers);
        for months in [0, 1, 7] {
            (scenario.course_months, scenario.account_wait_months) = (months, months);
            scenario.loan = (months > 0).then(|| starting_loan(kr(45_000)));
            assert_eq!(conflicts(&answers, &scenario), []);
        }
    }
}

#[test]
fn no_example_differs_from_itself() {
    for &id in ExampleId::ALL {
        let case = example(id, as_of());
        assert_eq!(conflicts(&case.answers, &case.scenarios[0]), [], "{id:?}");
    }
}
