//! What the benefit can be while answers are missing: the range holds every way they can turn out, and every answer narrows it.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::{FigureId, Rulebook};
use mikrolaan_engine::screening::{Answer, AnswerKey, Answers, Support};
use mikrolaan_engine::simulation::{Benefit, BenefitRange, Deduction, Plan, Profile, Scenario, base_benefit, simulate};
use proptest::prelude::*;

use crate::support::{random, random_case, read};

/// The answers the range is taken over, in the order it names them.
const KEYS: [AnswerKey; 7] = [
    AnswerKey::Single,
    AnswerKey::Children,
    AnswerKey::LivesWithParents,
    AnswerKey::ChildrenAtHome,
    AnswerKey::LivedAbroad,
    AnswerKey::ResidenceAndWorkMet,
    AnswerKey::WorkedTwoAndAHalfYears,
];

fn plan(case: &Case) -> Plan<'_> {
    case.plan(0).expect("a plan")
}

fn range(case: &Case) -> Option<BenefitRange> {
    BenefitRange::of(&Rulebook::embedded(), &plan(case)).expect("covered")
}

/// The two ends; where nothing is open, both are the amount itself.
fn ends(case: &Case) -> (Money, Money) {
    let amount = || in_first_month(case);
    range(case).map_or_else(|| (amount(), amount()), |range| (range.low, range.high))
}

/// The base of the benefit in the scenario's first month, which is one with a benefit.
fn in_first_month(case: &Case) -> Money {
    base_benefit(&Rulebook::embedded(), &plan(case)).expect("covered")
}

/// Somebody on kontanthjælp, with what a random case has answered of the seven and its first month.
fn somebody(document: &serde_json::Value) -> Case {
    let mut case = read(document);
    let first = case.scenarios.swap_remove(0);
    let alone = Scenario::begun(first.start, first.name);
    case.scenarios = vec![Scenario { months: 1, ..alone }];
    let support = ["kontanthjaelp_jobparat", "uddannelsesparat"][usize::from(case.answers.age < Some(30))];
    case.answers.support = Support::from_id(support);
    case
}

fn answered(case: &Case, key: AnswerKey, answer: bool) -> Case {
    let mut case = case.clone();
    case.answers.set(key, Some(Answer::Truth(answer)));
    case
}

fn missing(answers: &Answers) -> Vec<AnswerKey> {
    KEYS.into_iter().filter(|&key| !answers.has(key)).collect()
}

/// Every way the missing answers can turn out.
fn completions(case: &Case) -> Vec<Case> {
    let all = |cases: Vec<Case>, key| {
        cases.iter().flat_map(|case| [true, false].map(|answer| answered(case, key, answer))).collect()
    };
    missing(&case.answers).into_iter().fold(vec![case.clone()], all)
}

proptest! {
    #![proptest_config(random(96))]

    /// The ends are the least and the most of all ways the answers can turn out, and what is worked out now lies between.
    #[test]
    fn the_range_is_that_of_every_completion(document in random_case::case()) {
        let case = somebody(&document);
        let (low, high) = ends(&case);
        let amounts: Vec<Money> = completions(&case).iter().map(in_first_month).collect();
        prop_assert_eq!(amounts.iter().min(), Some(&low));
        prop_assert_eq!(amounts.iter().max(), Some(&high));
        prop_assert_eq!(range(&case).is_none(), low == high);
        let now = in_first_month(&case);
        prop_assert!(low <= now && now <= high, "{low} {now} {high}");
    }

    /// One more answer never raises the upper end nor lowers the lower one.
    #[test]
    fn an_answer_narrows_the_range(document in random_case::case()) {
        let case = somebody(&document);
        let (low, high) = ends(&case);
        for key in missing(&case.answers) {
            for answer in [true, false] {
                let (after_low, after_high) = ends(&answered(&case, key, answer));
                prop_assert!(low <= after_low && after_high <= high, "{} {answer}", key.id());
            }
        }
    }

    /// An answer is named when, and only when, it changes the amount in some way the others can turn out.
    #[test]
    fn what_is_named_changes_something(document in random_case::case()) {
        let case = somebody(&document);
        let named: Vec<&str> = range(&case).iter().flat_map(|range| &range.open).map(|open| open.key.id()).collect();
        let changes = |key: &AnswerKey| {
            let amount = |case: &Case, answer| in_first_month(&answered(case, *key, answer));
            completions(&case).iter().any(|case| amount(case, true) != amount(case, false))
        };
        let expected: Vec<&str> = missing(&case.answers).iter().filter(|key| changes(key)).map(|key| key.id()).collect();
        prop_assert_eq!(named, expected);
    }

    /// Who has not been abroad: nothing hangs on residence, whatever is answered of it.
    #[test]
    fn without_having_been_abroad_nothing_hangs_on_residence(document in random_case::case()) {
        let here = answered(&somebody(&document), AnswerKey::LivedAbroad, false);
        let of = |answer| answered(&here, AnswerKey::ResidenceAndWorkMet, answer);
        let simulated = |case: &Case| simulate(&Rulebook::embedded(), &plan(case)).expect("worked out");
        prop_assert_eq!(simulated(&of(true)), simulated(&of(false)));
        let [met, not_met] = [true, false].map(|answer| of(answer).screen(&Rulebook::embedded()));
        prop_assert_eq!(met, not_met);
        let open = range(&here).map(|range| range.open).unwrap_or_default();
        prop_assert!(open.iter().all(|open| open.key.id() != "residence_and_work_met"));
    }

    /// The plan that is concluded from has the least, and the one that is worked out for the command what is most common.
    #[test]
    fn the_cautious_plan_has_the_least(document in random_case::case()) {
        let case = somebody(&document);
        let rulebook = Rulebook::embedded();
        let cautious = case.cautious_plan(&rulebook, 0).expect("a plan");
        prop_assert_eq!(base_benefit(&rulebook, &cautious), Some(ends(&case).0));
        if missing(&case.answers).is_empty() {
            prop_assert_eq!(&cautious.resolved.benefit, &plan(&case).resolved.benefit);
        }
    }
}

#[test]
fn an_own_amount_and_nobody_on_benefit_have_no_range() {
    let mut case = Case::new(Month::new(2026, 11).expect("a month"));
    case.scenarios = vec![Scenario::begun(case.as_of, "Plan".to_owned())];
    case.answers.age = Some(27);
    case.answers.support = Support::from_id("kontanthjaelp_jobparat");
    let whole = range(&case).expect("everything is open");
    assert_eq!(whole.open.iter().map(|open| open.key.id()).collect::<Vec<_>>(), KEYS.map(AnswerKey::id));
    // 3.057 with one's parents and no child; 13.060 + 2.909 with a child and 2½ years of work.
    assert_eq!((whole.low, whole.high), (Money::from_kroner(3_057), Money::from_kroner(15_969)));
    // Of the ways that come to as little, the plan is that of the fewest *yes*.
    assert_eq!(whole.lowest, Profile { single: false, lives_with_parents: true, ..Profile::of_age(27) });
    let mut own = case.clone();
    own.scenarios[0].benefit = Some(Benefit::Own { monthly: Money::ZERO, deduction: Deduction::None });
    assert_eq!(range(&own), None);
    let mut nothing = case;
    nothing.answers.support = Support::from_id("selvforsoergende");
    assert_eq!(range(&nothing), None);
}

#[test]
fn what_residence_is_worth_is_said_of_somebody_who_was_away() {
    let mut case = Case::new(Month::new(2026, 11).expect("a month"));
    case.scenarios = vec![Scenario::begun(case.as_of, "Plan".to_owned())];
    case.answers.age = Some(40);
    case.answers.support = Support::from_id("kontanthjaelp_jobparat");
    for key in KEYS.into_iter().filter(|&key| key != AnswerKey::ResidenceAndWorkMet && key != AnswerKey::LivedAbroad) {
        case.answers.set(key, Some(Answer::Truth(false)));
    }
    let range = range(&case).expect("whether there was a time abroad is open");
    let said: Vec<_> = range.open.iter().map(|open| (open.key.id(), open.if_true, open.if_false)).collect();
    // Being away costs nothing by itself: the requirements count as met until they are answered.
    let [least, most] = [7_095, 13_060].map(Money::from_kroner);
    assert_eq!((range.low, range.high), (least, most));
    assert_eq!(said, [("lived_abroad", most, most), ("residence_and_work_met", most, least)]);
}

#[test]
fn the_base_is_that_of_the_first_month() {
    let mut case = Case::new(Month::new(2025, 6).expect("a month"));
    case.scenarios = vec![Scenario::begun(case.as_of, "Plan".to_owned())];
    case.answers.age = Some(40);
    case.answers.support = Support::from_id("kontanthjaelp_jobparat");
    assert_eq!(in_first_month(&case), Money::from_kroner(12_770));
    let first = FigureId::Kth30Andre;
    let cut = Rulebook::embedded().without_before(first, case.as_of.plus(1));
    assert_eq!(base_benefit(&cut, &plan(&case)), None);
}
