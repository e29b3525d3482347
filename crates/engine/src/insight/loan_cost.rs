//! What a scenario's own loan costs a year (ÅOP).

use mikrolaan_apr::of_monthly_payments;

use crate::quantity::{AnnualPercentage, Money};
use crate::simulation::{Loan, payments};

/// How long a plan may take.
const MOST_MONTHS: u32 = 1_200;

/// The loan's annual percentage rate: the principal at the start, the fee as a payment at the start,
/// and the whole plan without pauses. `None` when the plan does not end within 1,200 months, or when
/// no rate makes the two sides equal.
#[must_use]
pub fn loan_apr(loan: &Loan) -> Option<AnnualPercentage> {
    let payments: Vec<i64> = payments(loan, MOST_MONTHS)?.into_iter().map(Money::oere).collect();
    of_monthly_payments((loan.principal - loan.fee).oere(), &payments).map(AnnualPercentage::from_millionths)
}

#[cfg(test)]
mod tests {
    use super::loan_apr;
    use crate::quantity::{AnnualPercentage, Money, Rate};
    use crate::simulation::{Loan, Repayment};

    fn loan(principal: i64, rate: i64, fee: i64, first: u32, repayment: Repayment) -> Loan {
        Loan {
            principal: Money::from_oere(principal),
            annual_rate: Rate::from_millionths(rate),
            fee: Money::from_oere(fee),
            first_instalment_after_months: first,
            repayment,
        }
    }

    fn text(loan: &Loan) -> Option<String> {
        loan_apr(loan).map(|percent| percent.to_string())
    }

    #[test]
    fn a_loan_that_costs_nothing_costs_exactly_nothing() {
        for repayment in [Repayment::Term(60), Repayment::Instalment(Money::from_kroner(750))] {
            assert_eq!(loan_apr(&loan(4_500_000, 0, 0, 6, repayment)), Some(AnnualPercentage::ZERO));
        }
        // One øre at 3 %: the interest rounds to nothing.
        assert_eq!(loan_apr(&loan(1, 30_000, 0, 6, Repayment::Term(1))), Some(AnnualPercentage::ZERO));
    }

    #[test]
    fn one_month_at_one_percent() {
        // 1.01¹² − 1
        assert_eq!(text(&loan(1_000_000, 120_000, 0, 1, Repayment::Term(1))).as_deref(), Some("12.682503"));
        // Half of it as a fee: 10,000 / 9,000 a month, (10/9)¹² − 1
        assert_eq!(text(&loan(1_000_000, 0, 100_000, 1, Repayment::Term(1))).as_deref(), Some("254.070616"));
    }

    #[test]
    fn a_plan_without_an_end_has_no_rate() {
        // 1 % of 10,000 is 100 a month: the debt stays.
        let interest_only = Repayment::Instalment(Money::from_kroner(100));
        assert_eq!(loan_apr(&loan(1_000_000, 120_000, 0, 1, interest_only)), None);
        let just_within = Repayment::Instalment(Money::from_oere(100));
        assert_eq!(loan_apr(&loan(120_000, 0, 0, 1, just_within)), Some(AnnualPercentage::ZERO));
        assert_eq!(loan_apr(&loan(120_001, 0, 0, 1, just_within)), None);
        assert_eq!(loan_apr(&loan(120_000, 0, 0, 2, just_within)), None);
    }

    #[test]
    fn nothing_received_has_no_rate() {
        assert_eq!(loan_apr(&loan(100_000, 0, 100_000, 1, Repayment::Term(5))), None);
        assert_eq!(loan_apr(&loan(100_000, 0, 100_001, 1, Repayment::Term(5))), None);
        // 99.99 of 100 as a fee, back within a month: far above 10,000.
        assert_eq!(loan_apr(&loan(10_000, 0, 9_999, 1, Repayment::Term(1))), None);
    }
}
