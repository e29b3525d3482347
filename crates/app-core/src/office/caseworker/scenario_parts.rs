//! The parts of a scenario by which a further plan can differ from the plan: what is not its own follows the plan.

use mikrolaan_engine::simulation::{Business, Scenario};

/// Some of the parts of a scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnParts(u32);

/// A part: is it the same in two scenarios, and how is it taken over from another one?
struct Part {
    is_same: fn(&Scenario, &Scenario) -> bool,
    take: fn(&mut Scenario, &Scenario),
}

macro_rules! parts {
    ($([$($field:ident).+ $(, $($more:ident).+)*],)+) => {
        &[$(Part {
            is_same: |a, b| a.$($field).+ == b.$($field).+ $(&& a.$($more).+ == b.$($more).+)*,
            take: |to, from| {
                to.$($field).+.clone_from(&from.$($field).+);
                $(to.$($more).+.clone_from(&from.$($more).+);)*
            },
        },)+]
    };
}

const PLAIN: &[Part] = parts! {
    [start, months, course_months],
    [account_wait_months],
    [household.savings, household.other_income],
    [household.living_costs],
    [benefit],
    [subsidy],
    [loan],
    [small_jobs],
    [tax, after_closure],
};

/// The business is two parts: what it sells in a good month, which is a field of every plan, and the rest.
const OF_BUSINESS: &[Part] = &[
    Part {
        is_same: |a, b| without_sales(a) == without_sales(b),
        take: |to, from| {
            let sales = to.business.as_ref().map(|business| business.revenue.full_month);
            to.business.clone_from(&from.business);
            if let (Some(business), Some(sales)) = (&mut to.business, sales) {
                business.revenue.full_month = sales;
            }
        },
    },
    Part {
        is_same: |a, b| sales(a) == sales(b),
        take: |to, from| {
            if let (Some(to), Some(from)) = (&mut to.business, &from.business) {
                to.revenue.full_month = from.revenue.full_month;
            }
        },
    },
];

fn sales(scenario: &Scenario) -> Option<mikrolaan_engine::quantity::Money> {
    scenario.business.as_ref().map(|business| business.revenue.full_month)
}

fn without_sales(scenario: &Scenario) -> Option<Business> {
    let mut business = scenario.business.clone()?;
    business.revenue.full_month = Default::default();
    Some(business)
}

fn parts() -> impl Iterator<Item = (u32, &'static Part)> {
    (0..).zip(PLAIN.iter().chain(OF_BUSINESS))
}

impl OwnParts {
    /// The parts in which a further plan differs from the plan.
    pub fn of(plan: &Scenario, further: &Scenario) -> Self {
        OwnParts(parts().filter(|(_, part)| !(part.is_same)(plan, further)).map(|(at, _)| 1 << at).sum())
    }

    /// Every part that is not its own is the plan's.
    pub fn follow(self, plan: &Scenario, further: &mut Scenario) {
        for (_, part) in parts().filter(|(at, _)| self.0 & (1 << at) == 0) {
            (part.take)(further, plan);
        }
    }
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::examples::{ExampleId, example};
    use mikrolaan_engine::quantity::{Money, Month, WeeklyHours};
    use mikrolaan_engine::simulation::Scenario;

    use super::OwnParts;

    fn plan() -> Scenario {
        example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month")).scenarios.remove(0)
    }

    #[test]
    fn what_is_not_its_own_follows_the_plan_and_what_is_stays() {
        let plan = plan();
        let mut further = plan.clone();
        further.business.as_mut().expect("a business").revenue.full_month = Money::from_kroner(9_600);
        further.small_jobs[0].hours_per_week = WeeklyHours::from_hundredths(1_000);
        let own = OwnParts::of(&plan, &further);
        let mut after = plan.clone();
        after.household.living_costs = Money::from_kroner(7_000);
        after.course_months = 1;
        after.loan = None;
        let business = after.business.as_mut().expect("a business");
        (business.fixed_costs, business.revenue.full_month) = (Money::from_kroner(1), Money::from_kroner(2));
        own.follow(&after, &mut further);
        let mut expected = after.clone();
        expected.business.as_mut().expect("a business").revenue.full_month = Money::from_kroner(9_600);
        expected.small_jobs[0].hours_per_week = WeeklyHours::from_hundredths(1_000);
        assert_eq!(further, expected);
        own.follow(&plan, &mut further);
        assert_eq!(OwnParts::of(&plan, &further), own);
    }

    #[test]
    fn a_copy_has_nothing_of_its_own_and_follows_in_everything() {
        let (plan, mut further) = (plan(), plan());
        assert_eq!(OwnParts::of(&plan, &further), OwnParts::default());
        let mut after = plan.clone();
        after.business = None;
        after.benefit = None;
        after.household.savings = Money::from_kroner(5);
        after.account_wait_months = 4;
        OwnParts::default().follow(&after, &mut further);
        assert_eq!(further, after);
    }
}
