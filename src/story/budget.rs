//! The sums of the budgets: what it takes to start, a full month, and how long the loan lasts.

use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::simulation::{Loan, Plan, Repayment, Scenario};

/// What it takes to start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// Everything that is paid once.
    pub total: Money,
    /// What own money and the loan leave; negative = that much is missing.
    pub left: Money,
}

/// What it takes to start, with the account.
pub fn setup(plan: &Plan<'_>) -> Setup {
    let Some(business) = &plan.scenario.business else { return Setup::default() };
    let items: Money = business.setup_costs.iter().map(|cost| cost.amount).sum();
    let total = items + plan.account_setup;
    let borrowed = plan.scenario.loan.as_ref().map(|loan| loan.principal - loan.fee).unwrap_or_default();
    Setup { total, left: business.own_contribution + borrowed - total }
}

/// A full month of the business.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FullMonth {
    /// What it sells.
    pub revenue: Money,
    /// Goods and materials.
    pub variable_costs: Money,
    /// Fixed costs.
    pub fixed_costs: Money,
    /// The bank.
    pub account_fee: Money,
    /// What is left.
    pub surplus: Money,
}

/// A full month of the business, without a season.
pub fn full_month(scenario: &Scenario) -> FullMonth {
    let Some(business) = &scenario.business else { return FullMonth::default() };
    let revenue = business.revenue.full_month;
    let variable_costs = revenue.times(business.variable_cost_share).round();
    let (fixed_costs, account_fee) = (business.fixed_costs, business.account_fee);
    let surplus = revenue - variable_costs - fixed_costs - account_fee;
    FullMonth { revenue, variable_costs, fixed_costs, account_fee, surplus }
}

/// The instalment, and after how many of them the loan is paid: only without interest and fee, where it
/// can be said without a plan.
pub fn repaid_after(loan: &Loan) -> Option<(Money, u32)> {
    let Repayment::Instalment(instalment) = loan.repayment else { return None };
    if loan.annual_rate.millionths() != 0 || !instalment.is_positive() {
        return None;
    }
    let (debt, part) = (loan.principal.oere(), instalment.oere());
    let count = debt / part + i64::from(debt % part > 0);
    Some((instalment, u32::try_from(count).ok()?))
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::examples::{ExampleId, example};
    use mikrolaan_engine::quantity::{Money, Month, Rate};

    use super::{full_month, repaid_after, setup};

    const AS_OF: Month = Month::new(2026, 11).expect("a month");

    #[test]
    fn the_account_belongs_to_what_it_takes_to_start() {
        let mut case = example(ExampleId::Hairdresser, AS_OF);
        let sums = setup(&case.plan(0).expect("a plan"));
        assert_eq!(sums.total, Money::from_kroner(22_000 + 8_000 + 5_000 + 6_000 + 2_000));
        assert_eq!(sums.left, Money::from_kroner(45_000 - 43_000));
        case.scenarios[0].loan = None;
        assert_eq!(setup(&case.plan(0).expect("a plan")).left, Money::from_kroner(-43_000));
    }

    #[test]
    fn a_full_month_is_the_one_the_calculation_reaches() {
        let case = example(ExampleId::Hairdresser, AS_OF);
        let simulation = case.simulate(&crate::rulebook::RULEBOOK, 0).expect("worked out");
        let last = simulation.months.last().expect("a month").business;
        let full = full_month(&case.scenarios[0]);
        assert_eq!(
            (full.revenue, full.variable_costs, full.surplus),
            (last.revenue, last.variable_costs, last.surplus)
        );
    }

    #[test]
    fn how_long_the_loan_lasts() {
        let mut case = example(ExampleId::Hairdresser, AS_OF);
        let loan = case.scenarios[0].loan.as_mut().expect("a loan");
        assert_eq!(repaid_after(loan), Some((Money::from_kroner(750), 60)));
        loan.annual_rate = Rate::from_millionths(10_000);
        assert_eq!(repaid_after(loan), None);
    }
}
