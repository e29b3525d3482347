//! Which question comes next, and what a changed answer leaves without meaning.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::Rulebook;
use mikrolaan_engine::screening::{AnswerKey, Answers, Municipality, Support};

use super::{Flow, Relevance, Standing, Void};
use crate::session::answering::{UNKNOWN, choose, knows_unknown, purposes};
use crate::wording::options;

fn flow(answers: &Answers, skipped: &[AnswerKey]) -> Flow {
    let mut case = Case::new(Month::new(2026, 11).expect("a month"));
    case.answers = answers.clone();
    Flow::of(&case.answers, skipped, &case.screen(&Rulebook::embedded()))
}

/// Answers every question that is asked, with the answer `pick` gives; the keys in the order asked.
fn walk(pick: impl Fn(&mut Answers, AnswerKey) -> bool) -> (Vec<AnswerKey>, Flow) {
    let (mut answers, mut skipped, mut asked) = (Answers::default(), Vec::new(), Vec::new());
    while let Some(key) = flow(&answers, &skipped).next() {
        assert!(asked.len() < AnswerKey::ASKED.len(), "asked without end: {asked:?}");
        asked.push(key);
        if !pick(&mut answers, key) {
            skipped.push(key);
        }
    }
    let end = flow(&answers, &skipped);
    (asked, end)
}

/// An answer that keeps a person on the way.
fn good(answers: &mut Answers, key: AnswerKey) -> bool {
    match key {
        AnswerKey::Age => answers.age = Some(27),
        AnswerKey::LoanAmount => answers.loan_amount = Some(Money::from_kroner(25_500)),
        AnswerKey::LoanPurposes => answers.loan_purposes = Some(purposes(&["stock"])),
        AnswerKey::Children => answers.children = Some(false),
        _ => {
            let first = options::of(key).into_iter().flat_map(|group| group.choices).next();
            choose(answers, key, first.expect("a choice").id);
        }
    }
    answers.has(key)
}

#[test]
fn somebody_young_on_kontanthjaelp_is_asked_everything_once_and_in_order() {
    let (asked, end) = walk(good);
    assert_eq!(asked, AnswerKey::ASKED);
    assert!(end.is_certain() && end.next().is_none() && end.open() == 0);
}

#[test]
fn who_knows_nothing_comes_to_the_end() {
    let (asked, end) = walk(|answers, key| {
        choose(answers, key, UNKNOWN);
        knows_unknown(key)
    });
    assert!(!asked.contains(&AnswerKey::LoanPurposes), "not asked what a loan of unknown size is for");
    assert!(!asked.contains(&AnswerKey::Single), "the amount of the benefit is asked elsewhere");
    assert_eq!(end.open(), 0);
}

#[test]
fn the_questions_that_are_left_never_grow_past_what_was_announced() {
    let (mut answers, skipped) = (Answers::default(), Vec::new());
    let mut announced = flow(&answers, &skipped).way().count();
    while let Some(key) = flow(&answers, &skipped).next() {
        good(&mut answers, key);
        let now = flow(&answers, &skipped).way().count();
        assert!(now <= announced, "{key:?}: {announced} became {now}");
        announced = now;
    }
}

#[test]
fn without_a_loan_nothing_is_asked_about_it() {
    let (asked, end) = walk(|answers, key| match key {
        AnswerKey::LoanAmount => {
            answers.loan_amount = Some(Money::ZERO);
            true
        }
        _ => good(answers, key),
    });
    assert!(!asked.contains(&AnswerKey::LoanPurposes) && !asked.contains(&AnswerKey::PublicDebt));
    assert_eq!(end.void(AnswerKey::LoanPurposes), Some(Void::NoLoan));
}

#[test]
fn a_hard_no_ends_the_questions_at_once_and_keeps_the_answers() {
    let mut answers = Answers::default();
    good(&mut answers, AnswerKey::Age);
    good(&mut answers, AnswerKey::Idea);
    answers.municipality = Some(Municipality::Other);
    let flow = flow(&answers, &[]);
    assert!(flow.is_outside && flow.next().is_none());
    assert_eq!(flow.void(AnswerKey::Idea), Some(Void::Outside));
    assert_eq!(flow.void_answers(), 1, "the idea was answered; the hard conditions still count");
}

#[test]
fn another_support_leaves_the_answers_about_the_benefit_without_meaning() {
    let mut answers = Answers::default();
    for &key in AnswerKey::ASKED {
        good(&mut answers, key);
    }
    assert_eq!(flow(&answers, &[]).void_answers(), 0);
    answers.support = Some(Support::Selvforsoergende);
    let flow = flow(&answers, &[]);
    let void: Vec<AnswerKey> = flow.steps().iter().filter(|step| step.is_void_answer()).map(|step| step.key).collect();
    assert_eq!(void, [AnswerKey::WealthOverLimit, AnswerKey::Single, AnswerKey::Children, AnswerKey::LivesWithParents]);
}

#[test]
fn living_with_parents_matters_below_thirty_and_without_children() {
    let relevance = |age, children| {
        let answers = Answers { age, children, support: Some(Support::KontanthjaelpJobparat), ..Answers::default() };
        let flow = flow(&answers, &[]);
        flow.steps().iter().find(|step| step.key == AnswerKey::LivesWithParents).map(|step| step.relevance)
    };
    assert_eq!(relevance(Some(29), Some(false)), Some(Relevance::Matters));
    assert_eq!(relevance(Some(30), Some(false)), Some(Relevance::Void(Void::NotYoung)));
    assert_eq!(relevance(Some(29), Some(true)), Some(Relevance::Void(Void::HasChildren)));
    assert_eq!(relevance(Some(29), None), Some(Relevance::Depends));
    assert_eq!(relevance(None, Some(false)), Some(Relevance::Depends));
}

#[test]
fn back_goes_to_the_question_before_on_the_way() {
    let (_, flow) = walk(good);
    assert_eq!(flow.before(AnswerKey::Age), None);
    assert_eq!(flow.before(AnswerKey::Support), Some(AnswerKey::Municipality));
    assert_eq!(flow.place(AnswerKey::Support), Some((3, AnswerKey::ASKED.len())));
}

#[test]
fn dont_know_passes_a_question() {
    let flow = flow(&Answers::default(), &[AnswerKey::Age]);
    assert_eq!(flow.steps().first().map(|step| step.standing), Some(Standing::Passed));
    assert_eq!(flow.next(), Some(AnswerKey::Municipality));
}
