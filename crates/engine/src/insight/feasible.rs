//! How far somebody can be held to go: what is called enough must be something one can plan for.

use super::goal_seek::{Found, Goal, LARGEST_PRINCIPAL, Question, check, grid};
use super::variants::hours_left;
use crate::quantity::{Money, Rate};
use crate::rulebook::Rulebook;
use crate::simulation::{NoteId, Plan, Scenario, Simulation, Vat};

/// So much of the living costs is held to be all that can be saved: a part of four.
const CUT_PART: i64 = 4;
/// In steps of a hundred kroner, as it is sought.
const CUT_STEP: i64 = 10_000;
/// More than half as much again is not held to be something one can plan for.
const LARGEST_REVENUE_FACTOR: Rate = Rate::from_millionths(1_500_000);
/// More than this is not held to be found beside what one has.
const LARGEST_SAVINGS: Money = Money::from_kroner(50_000);

/// Can what was found be done? A larger loan is nothing one does; a smaller one is.
#[must_use]
pub fn is_feasible(plan: &Plan<'_>, found: Found) -> bool {
    match found {
        Found::JobHours(hours) => hours <= hours_left(plan),
        Found::LivingCostsCut(cut) => cut <= largest_cut(plan.scenario),
        Found::RevenueFactor(factor) => factor <= LARGEST_REVENUE_FACTOR && factor > Rate::ONE,
        Found::ExtraSavings(savings) => savings <= LARGEST_SAVINGS,
        Found::Principal(principal) => plan.scenario.loan.as_ref().is_some_and(|loan| principal < loan.principal),
    }
}

/// All that can be done, the least change first; nothing where the question does not fit the scenario.
#[must_use]
pub fn candidates(rulebook: &Rulebook, plan: &Plan<'_>, question: Question) -> Vec<Found> {
    if check(plan.scenario, &plan.timeline(), question, Goal::EnoughEveryMonth).is_err() {
        return Vec::new();
    }
    let largest_loan = rulebook.largest_loan(plan.resolved.scheme).unwrap_or(LARGEST_PRINCIPAL);
    let mut found: Vec<Found> = grid(question, largest_loan).filter(|&found| is_feasible(plan, found)).collect();
    if question == Question::Principal {
        found.reverse();
    }
    found
}

/// Does a change lead into something its figures leave out: more sold than the limit for VAT while the plan is without
/// it, or more on the account than one may have while one is on benefit? Then nothing is to be promised of it.
#[must_use]
pub fn leads_too_far(plan: &Plan<'_>, before: &Simulation, found: Found, after: &Simulation) -> bool {
    let without_vat = plan.scenario.business.as_ref().is_some_and(|business| business.vat == Vat::Ignored);
    let sells_more = without_vat && matches!(found, Found::RevenueFactor(_));
    let wealthy = |simulation: &Simulation| simulation.notes.iter().any(|note| note.note == NoteId::WealthAboveLimit);
    (sells_more && after.key_figures.turnover_over_vat_threshold.is_some()) || (wealthy(after) && !wealthy(before))
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
    use super::{Found, LARGEST_SAVINGS, Question, candidates, has_helped, is_feasible, leads_too_far};
    use crate::case::Case;
    use crate::case::examples::{ExampleId, example};
    use crate::quantity::{Money, Month, Rate};
    use crate::rulebook::Rulebook;
    use crate::simulation::{Note, NoteId, Scenario, Simulation, Vat};

    #[test]
    fn savings_are_found_up_to_a_limit() {
        let case = example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"));
        let plan = case.plan(0).expect("a plan");
        for (savings, can) in [(LARGEST_SAVINGS, true), (LARGEST_SAVINGS + Money::from_oere(1), false)] {
            assert_eq!(is_feasible(&plan, Found::ExtraSavings(savings)), can);
        }
        let loan = plan.scenario.loan.as_ref().expect("a loan").principal;
        let less = Found::Principal(loan - Money::from_oere(1));
        assert!(is_feasible(&plan, less) && !is_feasible(&plan, Found::Principal(loan)));
    }

    #[test]
    fn what_can_be_done_is_gone_through_from_the_least_change_on() {
        let case = example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"));
        let plan = case.plan(0).expect("a plan");
        let rulebook = Rulebook::embedded();
        let all = |question| candidates(&rulebook, &plan, question);
        assert_eq!(all(Question::RevenueFactor).len(), 50, "from one percent more to half as much again");
        let loan = plan.scenario.loan.as_ref().expect("a loan").principal;
        assert_eq!(all(Question::Principal).first(), Some(&Found::Principal(loan - Money::from_kroner(500))));
        assert_eq!(all(Question::Principal).last(), Some(&Found::Principal(Money::ZERO)));
        let bare = Scenario { business: None, loan: None, ..plan.scenario.clone() };
        assert_eq!(candidates(&rulebook, &plan.trying(&bare), Question::RevenueFactor), []);
    }

    #[test]
    fn what_was_found_comes_back_from_its_numbers() {
        let case = example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"));
        let plan = case.plan(0).expect("a plan");
        let wage = Question::JobHours(Money::from_kroner(145));
        for question in
            [wage, Question::RevenueFactor, Question::Principal, Question::LivingCostsCut, Question::ExtraSavings]
        {
            for found in candidates(&Rulebook::embedded(), &plan, question) {
                assert_eq!(Found::of_numbers(found.numbers()), Some(found));
            }
        }
        assert_eq!(Found::of_numbers([5, 1]), None);
    }

    #[test]
    fn what_the_figures_leave_out_is_too_far() {
        let rulebook = Rulebook::embedded();
        let mut case = example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"));
        let mut before = case.simulate(&rulebook, 0).expect("worked out");
        before.key_figures.turnover_over_vat_threshold = None;
        let far = |case: &Case, found: Found, after: &Simulation| {
            leads_too_far(&case.plan(0).expect("a plan"), &before, found, after)
        };
        let mut sells = before.clone();
        sells.key_figures.turnover_over_vat_threshold = Month::new(2027, 11);
        let mut saves = before.clone();
        saves.notes.push(Note { note: NoteId::WealthAboveLimit, figure: None, path: None, from: None });
        let (more, cut) = (Found::RevenueFactor(Rate::ONE), Found::LivingCostsCut(Money::from_kroner(100)));
        case.scenarios[0].business.as_mut().expect("a business").vat = Vat::Ignored;
        assert_eq!([&before, &sells, &saves].map(|after| far(&case, more, after)), [false, true, true]);
        assert!(!far(&case, cut, &sells), "what is sold is as it was");
        case.scenarios[0].business.as_mut().expect("a business").vat = Vat::Absorbed;
        assert_eq!([&sells, &saves].map(|after| far(&case, more, after)), [false, true]);
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
        let most = candidates(&Rulebook::embedded(), &plan, Question::LivingCostsCut).pop();
        assert_eq!(most, Some(Found::LivingCostsCut(Money::from_kroner(3_500))));
        assert!(is_feasible(&plan, Found::LivingCostsCut(Money::from_kroner(3_500))));
        assert!(!is_feasible(&plan, Found::LivingCostsCut(Money::from_kroner(3_600))));
        assert!(!is_feasible(&plan, Found::RevenueFactor(Rate::ONE)));
    }
}
