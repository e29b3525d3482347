//! Small jobs: pay, ATP and what counts as earnings.

use super::figures::{Figures, NotCovered};
use super::scenario::SmallJob;
use crate::quantity::{Money, Month, MonthlyHours};
use crate::rulebook::figure;

/// The small jobs of a month, taken together.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct JobMonth {
    /// Pay before ATP and tax.
    pub(super) pay: Money,
    /// Hours worked.
    pub(super) hours: MonthlyHours,
    /// The employee's ATP.
    pub(super) atp: Money,
    /// Labour-market contribution of the pay.
    pub(super) am: Money,
}

impl JobMonth {
    /// The jobs of `month`. ATP is settled for each of them.
    pub(super) fn of(jobs: &[SmallJob], month: Month, figures: &mut Figures<'_>) -> Result<Self, NotCovered> {
        let mut sum = JobMonth::default();
        for job in jobs.iter().filter(|job| job.covers(month)) {
            let hours = job.hours_per_week.monthly();
            let pay = hours.at(job.hourly_wage).round();
            sum.pay += pay;
            sum.hours = sum.hours.plus(hours);
            sum.atp += employee_atp(hours, month, figures)?.min(pay);
        }
        Ok(sum)
    }

    /// Pay after ATP: what labour-market contribution and income tax are worked out from.
    pub(super) fn wage(&self) -> Money {
        self.pay - self.atp
    }

    /// Earnings that count against a benefit (aktivloven § 31, stk. 7): pay after ATP and
    /// labour-market contribution.
    pub(super) fn countable(&self) -> Money {
        self.wage() - self.am
    }
}

/// The employee's ATP of one job in a month.
fn employee_atp(hours: MonthlyHours, month: Month, figures: &mut Figures<'_>) -> Result<Money, NotCovered> {
    let at_least = |limit| hours >= MonthlyHours::from_whole(limit);
    if at_least(117) {
        figures.take(figure::ATP_117, month)
    } else if at_least(78) {
        figures.take(figure::ATP_78, month)
    } else if at_least(39) {
        figures.take(figure::ATP_39, month)
    } else {
        Ok(Money::ZERO)
    }
}
