//! How far somebody can be held to go: what is called enough must be something one can plan for.

use super::goal_seek::{Found, Question};
use super::variants::hours_left;
use crate::quantity::{Money, Rate};
use crate::simulation::{Plan, Scenario, Simulation};

/// So much of the living costs is held to be all that can be saved: a part of four.
const CUT_PART: i64 = 4;
/// In steps of a hundred kroner, as it is sought.
const CUT_STEP: i64 = 10_000;
/// More than half as much again is not held to be something one can plan for.
const LARGEST_REVENUE_FACTOR: Rate = Rate::from_millionths(1_500_000);
/// More than this is not held to be found beside what one has.
const LARGEST_SAVINGS: Money = Money::from_kroner(50_000);

/// Can what was found be done? Another loan is nothing one does.
#[must_use]
pub fn is_feasible(plan: &Plan<'_>, found: Found) -> bool {
    match found {
        Found::JobHours(hours) => hours <= hours_left(plan),
        Found::LivingCostsCut(cut) => cut <= largest_cut(plan.scenario),
        Found::RevenueFactor(factor) => factor <= LARGEST_REVENUE_FACTOR && factor > Rate::ONE,
        Found::ExtraSavings(savings) => savings <= LARGEST_SAVINGS,
        Found::Principal(_) => false,
    }
}

/// The most that can be done of it; `None` for savings, of which less can be enough, and for the loan.
#[must_use]
pub fn most_feasible(plan: &Plan<'_>, question: Question) -> Option<Found> {
    match question {
        Question::JobHours(_) => Some(Found::JobHours(hours_left(plan))),
        Question::LivingCostsCut => Some(Found::LivingCostsCut(largest_cut(plan.scenario))),
        Question::RevenueFactor => Some(Found::RevenueFactor(LARGEST_REVENUE_FACTOR)),
        Question::ExtraSavings | Question::Principal => None,
    }
}

/// Is less missing after a change, in either purse or in the months on one's own?
#[must_use]
pub fn has_helped(before: &Simulation, after: &Simulation) -> bool {
    let missing = |simulation: &Simulation| {
        let figures = &simulation.key_figures;
        let business = figures.lowest_business.map_or(Money::ZERO, |low| low.balance.min(Money::ZERO));
        (figures.deepest_shortfall - business, figures.gap_after_support)
    };
    missing(after) < missing(before)
}

fn largest_cut(scenario: &Scenario) -> Money {
    let part = scenario.household.living_costs.oere() / CUT_PART;
    Money::from_oere(part - part % CUT_STEP)
}

#[cfg(test)]
mod tests {
    use super::{Found, LARGEST_SAVINGS, Question, has_helped, is_feasible, most_feasible};
    use crate::case::examples::{ExampleId, example};
    use crate::quantity::{Money, Month, Rate};
    use crate::rulebook::Rulebook;

    #[test]
    fn savings_are_found_up_to_a_limit() {
        let case = example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"));
        let plan = case.plan(0).expect("a plan");
        for (savings, can) in [(LARGEST_SAVINGS, true), (LARGEST_SAVINGS + Money::from_oere(1), false)] {
            assert_eq!(is_feasible(&plan, Found::ExtraSavings(savings)), can);
        }
        assert!(!is_feasible(&plan, Found::Principal(Money::from_kroner(1))));
    }

    /// What is missing in the business counts as what is missing at home does.
    #[test]
    fn a_change_has_helped_when_less_is_missing_in_either_purse() {
        let case = example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"));
        let simulation = case.simulate(&Rulebook::embedded(), 0).expect("worked out");
        let with = |household: i64, business: i64| {
            let mut changed = simulation.clone();
            changed.key_figures.deepest_shortfall = Money::from_kroner(household);
            let lowest = changed.key_figures.lowest_business.as_mut().expect("a business");
            lowest.balance = Money::from_kroner(business);
            changed
        };
        assert!(has_helped(&with(5_000, 0), &with(4_000, 0)));
        assert!(!has_helped(&with(4_000, 0), &with(5_000, 0)));
        assert!(!has_helped(&with(4_000, 0), &with(4_000, 0)));
        assert!(has_helped(&with(0, -5_000), &with(0, -4_000)));
        assert!(!has_helped(&with(0, -4_000), &with(0, -5_000)));
        assert!(!has_helped(&with(0, 4_000), &with(0, 5_000)), "nothing is missing above zero");
    }

    #[test]
    fn the_most_that_can_be_done_can_be_done_and_no_more() {
        let mut case = example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"));
        case.scenarios[0].household.living_costs = Money::from_kroner(14_399);
        let plan = case.plan(0).expect("a plan");
        let most = most_feasible(&plan, Question::LivingCostsCut);
        assert_eq!(most, Some(Found::LivingCostsCut(Money::from_kroner(3_500))));
        assert!(is_feasible(&plan, Found::LivingCostsCut(Money::from_kroner(3_500))));
        assert!(!is_feasible(&plan, Found::LivingCostsCut(Money::from_kroner(3_600))));
        assert!(!is_feasible(&plan, Found::RevenueFactor(Rate::ONE)));
        for question in [Question::JobHours(Money::from_kroner(150)), Question::RevenueFactor] {
            assert!(most_feasible(&plan, question).is_some_and(|most| is_feasible(&plan, most)), "{question:?}");
        }
        assert_eq!([Question::ExtraSavings, Question::Principal].map(|it| most_feasible(&plan, it)), [None, None]);
    }
}
