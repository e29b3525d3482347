//! Small jobs: pay, ATP and what counts as earnings.

use super::figures::{Figures, NotCovered};
use super::scenario::SmallJob;
use super::tax::Contribution;
use crate::quantity::{Money, Month, MonthlyHours};
use crate::rulebook::{Figure, figure};

/// One small job in a month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JobWorkings {
    /// Its position in the scenario.
    pub(crate) position: usize,
    /// Hours worked.
    pub(crate) hours: MonthlyHours,
    /// Pay before ATP and tax.
    pub(crate) pay: Money,
    /// The step of the employee's ATP; none below 39 hours.
    pub(crate) atp_step: Option<Figure<Money>>,
    /// The employee's ATP.
    pub(crate) atp: Money,
}

/// The small jobs of a month, taken together.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct JobsWorkings {
    /// Pay before ATP and tax.
    pub(crate) pay: Money,
    /// Hours worked.
    pub(crate) hours: MonthlyHours,
    /// The employee's ATP.
    pub(crate) atp: Money,
    /// Pay after ATP: what labour-market contribution and income tax are worked out from.
    pub(crate) wage: Money,
    /// Labour-market contribution of the pay, where anything depends on it.
    pub(crate) contribution: Contribution,
    /// Earnings that count against a benefit (aktivloven § 31, stk. 7): pay after ATP and
    /// labour-market contribution.
    pub(crate) countable: Money,
}

impl JobWorkings {
    /// A job in `month`. ATP is settled for each of them, and is never more than the pay.
    fn of(position: usize, job: &SmallJob, month: Month, figures: &mut Figures<'_>) -> Result<Self, NotCovered> {
        let hours = job.hours_per_week.monthly();
        let pay = hours.at(job.hourly_wage).round();
        let atp_step = atp_step(hours);
        let atp = match atp_step {
            Some(step) => figures.take(step, month)?.min(pay),
            None => Money::ZERO,
        };
        Ok(JobWorkings { position, hours, pay, atp_step, atp })
    }
}

impl JobsWorkings {
    /// The jobs of `month`, before any contribution; each of them is left in `of_month`.
    pub(super) fn of(
        jobs: &[SmallJob],
        month: Month,
        of_month: &mut Vec<JobWorkings>,
        figures: &mut Figures<'_>,
    ) -> Result<Self, NotCovered> {
        of_month.clear();
        let mut sum = JobsWorkings::default();
        for (position, job) in jobs.iter().enumerate().filter(|(_, job)| job.covers(month)) {
            let job = JobWorkings::of(position, job, month, figures)?;
            sum.pay += job.pay;
            sum.hours = sum.hours.plus(job.hours);
            sum.atp += job.atp;
            of_month.push(job);
        }
        sum.wage = sum.pay - sum.atp;
        Ok(sum.after(Contribution::Nothing))
    }

    /// The same jobs with the contribution of their wage.
    pub(super) fn after(self, contribution: Contribution) -> Self {
        JobsWorkings { contribution, countable: self.wage - contribution.amount(), ..self }
    }
}

/// The step of the contribution by hours in the month; none below 39.
fn atp_step(hours: MonthlyHours) -> Option<Figure<Money>> {
    let at_least = |limit| hours >= MonthlyHours::from_whole(limit);
    if at_least(117) {
        Some(figure::ATP_117)
    } else if at_least(78) {
        Some(figure::ATP_78)
    } else {
        at_least(39).then_some(figure::ATP_39)
    }
}
