//! What of the business's result is taxed, with the loss that is carried from month to month.

use super::ledger::BusinessLines;
use crate::quantity::Money;

/// The taxable profit of a month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProfitWorkings {
    /// The loss carried into the month.
    pub(crate) carried_before: Money,
    /// The business's result for tax; `None` = it is not open.
    pub(crate) result: Option<Money>,
    /// The taxable profit.
    pub(crate) profit: Money,
    /// The loss carried on.
    pub(crate) carried_loss: Money,
}

/// The loss that later profits use up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CarriedLoss(Money);

impl CarriedLoss {
    /// A month of the business; `None` = it is not open. A loss is carried, a profit first uses up what is carried.
    pub(super) fn month(&mut self, result: Option<Money>) -> ProfitWorkings {
        let carried_before = self.0;
        let profit = match result {
            None => Money::ZERO,
            Some(loss) if loss.is_negative() => {
                self.0 -= loss;
                Money::ZERO
            }
            Some(gain) => {
                let used = gain.min(self.0);
                self.0 -= used;
                gain - used
            }
        };
        ProfitWorkings { carried_before, result, profit, carried_loss: self.0 }
    }
}

/// The business's result for tax: what is paid once when it opens is deducted in that month.
pub(super) fn result(lines: &BusinessLines) -> Money {
    lines.surplus - lines.setup_costs - lines.account_setup - lines.loan_fee
}
