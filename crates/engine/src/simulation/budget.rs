//! The sums of the budgets: what it takes to start, a full month, and how long the loan lasts.

use super::{Loan, Plan, Repayment, Scenario};
use crate::quantity::Money;

/// What it takes to start, and what is there for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StartUpBudget {
    /// Everything that is paid once, opening the account included.
    pub total: Money,
    /// What own money and the loan leave; negative = that much is missing.
    pub left: Money,
}

impl StartUpBudget {
    /// The start-up budget of a plan; nothing without a business.
    #[must_use]
    pub fn of(plan: &Plan<'_>) -> Self {
        let Some(business) = &plan.scenario.business else { return StartUpBudget::default() };
        let items: Money = business.setup_costs.iter().map(|cost| cost.amount).sum();
        let total = items + plan.resolved.account_setup;
        let borrowed = plan.scenario.loan.as_ref().map(|loan| loan.principal - loan.fee).unwrap_or_default();
        StartUpBudget { total, left: business.own_contribution + borrowed - total }
    }

    /// Own money and the loan.
    #[must_use]
    pub fn paid(&self) -> Money {
        self.left + self.total
    }
}

/// A month of the business at full speed, without a season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FullMonth {
    /// What it sells, without VAT.
    pub revenue: Money,
    /// Goods and materials.
    pub variable_costs: Money,
    /// Fixed costs.
    pub fixed_costs: Money,
    /// The business account.
    pub account_fee: Money,
    /// What is left; it may be negative.
    pub surplus: Money,
}

impl FullMonth {
    /// The full month of a scenario; nothing without a business.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let Some(business) = &scenario.business else { return FullMonth::default() };
        let revenue = business.revenue.full_month;
        let variable_costs = revenue.times(business.variable_cost_share).round();
        let (fixed_costs, account_fee) = (business.fixed_costs, business.account_fee);
        let surplus = revenue - variable_costs - fixed_costs - account_fee;
        FullMonth { revenue, variable_costs, fixed_costs, account_fee, surplus }
    }

    /// Everything it pays.
    #[must_use]
    pub fn costs(&self) -> Money {
        self.variable_costs + self.fixed_costs + self.account_fee
    }
}

/// How many instalments pay an amount back without interest; the last one may be smaller. An instalment below
/// one øre counts as one.
#[must_use]
pub fn instalments(amount: Money, instalment: Money) -> u32 {
    let (amount, instalment) = (amount.oere().max(0), instalment.oere().max(1));
    let whole = amount / instalment + i64::from(amount % instalment > 0);
    u32::try_from(whole).unwrap_or(u32::MAX)
}

/// The instalment, and after how many of them the loan is paid: only without interest, where it can be said
/// without working the months out.
#[must_use]
pub fn repaid_after(loan: &Loan) -> Option<(Money, u32)> {
    let Repayment::Instalment(instalment) = loan.repayment else { return None };
    let is_plain = loan.annual_rate.is_zero() && instalment.is_positive();
    is_plain.then(|| (instalment, instalments(loan.principal, instalment)))
}

#[cfg(test)]
mod tests {
    use super::{FullMonth, StartUpBudget, instalments, repaid_after};
    use crate::case::examples::{ExampleId, example};
    use crate::quantity::{Money, Month, Rate};
    use crate::rulebook::Rulebook;

    const AS_OF: Month = Month::new(2026, 11).expect("a month");

    #[test]
    fn the_account_belongs_to_what_it_takes_to_start() {
        let mut case = example(ExampleId::Hairdresser, AS_OF);
        let sums = StartUpBudget::of(&case.plan(0).expect("a plan"));
        assert_eq!(sums.total, Money::from_kroner(22_000 + 8_000 + 5_000 + 6_000 + 2_000));
        assert_eq!(sums.left, Money::from_kroner(45_000 - 43_000));
        assert_eq!(sums.paid(), Money::from_kroner(45_000), "the loan alone");
        case.scenarios[0].loan.as_mut().expect("a loan").fee = Money::from_kroner(500);
        assert_eq!(StartUpBudget::of(&case.plan(0).expect("a plan")).left, Money::from_kroner(44_500 - 43_000));
        case.scenarios[0].loan = None;
        assert_eq!(StartUpBudget::of(&case.plan(0).expect("a plan")).left, Money::from_kroner(-43_000));
    }

    #[test]
    fn a_full_month_is_the_one_the_calculation_reaches() {
        let case = example(ExampleId::Hairdresser, AS_OF);
        let simulation = case.simulate(&Rulebook::embedded(), 0).expect("worked out");
        let last = simulation.months.last().expect("a month").business;
        let full = FullMonth::of(&case.scenarios[0]);
        assert_eq!(
            (full.revenue, full.variable_costs, full.surplus),
            (last.revenue, last.variable_costs, last.surplus)
        );
        // 20 % of 20,000 for goods, 3,600 fixed, 300 to the bank.
        assert_eq!(full.costs(), Money::from_kroner(4_000 + 3_600 + 300));
    }

    #[test]
    fn how_long_the_loan_lasts() {
        let mut case = example(ExampleId::Hairdresser, AS_OF);
        let loan = case.scenarios[0].loan.as_mut().expect("a loan");
        assert_eq!(repaid_after(loan), Some((Money::from_kroner(750), 60)));
        loan.annual_rate = Rate::from_millionths(10_000);
        assert_eq!(repaid_after(loan), None);
    }

    #[test]
    fn the_last_instalment_may_be_smaller() {
        let kroner = Money::from_kroner;
        assert_eq!(instalments(kroner(25_500), kroner(500)), 51);
        assert_eq!(instalments(kroner(25_501), kroner(500)), 52);
        assert_eq!(instalments(Money::ZERO, kroner(500)), 0);
        assert_eq!(instalments(kroner(10_000_000), Money::from_oere(1)), 1_000_000_000);
        assert_eq!(instalments(kroner(1), Money::ZERO), 100);
    }
}
