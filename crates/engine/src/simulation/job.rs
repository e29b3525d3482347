//! Small jobs: pay, ATP and what counts as earnings.

use super::figures::{Figures, NotCovered};
use super::record::{Formula, Input, Item, Line, Record, Role, Value, item, line, own_at, rate};
use super::scenario::SmallJob;
use crate::quantity::{Money, Month, MonthlyHours};
use crate::rulebook::{Figure, figure};

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
        for (position, job) in jobs.iter().enumerate().filter(|(_, job)| job.covers(month)) {
            let hours = job.hours_per_week.monthly();
            let pay = hours.at(job.hourly_wage).round();
            let atp = employee_atp(hours, pay, position, month, figures)?;
            figures.tell(|record| tell_job(record, position, job, pay));
            sum.pay += pay;
            sum.hours = sum.hours.plus(hours);
            sum.atp += atp;
        }
        figures.tell(|record| sum.tell(record, jobs, month));
        Ok(sum)
    }

    fn tell(&self, record: &mut Record, jobs: &[SmallJob], month: Month) {
        let of_each = |role, of: fn(usize) -> Item| -> Vec<(Role, Input)> {
            let covering = jobs.iter().enumerate().filter(|(_, job)| job.covers(month));
            covering.map(|(position, _)| (role, item(of(position)))).collect()
        };
        record.formula(Line::HouseholdJobPay, Formula::JobPay, self.pay, &of_each(Role::Pay, Item::PayOfJob));
        record.formula(Item::Hours, Formula::Hours, self.hours, &of_each(Role::Hours, Item::HoursOfJob));
        record.formula(Line::HouseholdAtp, Formula::Atp, self.atp, &of_each(Role::Atp, Item::AtpOfJob));
        let wage = [(Role::Pay, line(Line::HouseholdJobPay)), (Role::Atp, line(Line::HouseholdAtp))];
        record.formula(Item::Wage, Formula::Wage, self.wage(), &wage);
    }

    /// Tells what of the earnings counts, once the contribution is known.
    pub(super) fn tell_countable(&self, record: &mut Record) {
        let inputs = [(Role::Wage, item(Item::Wage)), (Role::JobContribution, item(Item::JobContribution))];
        record.formula(Item::CountableEarnings, Formula::CountableEarnings, self.countable(), &inputs);
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

/// The employee's ATP of one job in a month: never more than its pay.
fn employee_atp(
    hours: MonthlyHours,
    pay: Money,
    position: usize,
    month: Month,
    figures: &mut Figures<'_>,
) -> Result<Money, NotCovered> {
    let step = atp_step(hours);
    let atp = match step {
        Some(step) => figures.take(step, month)?.min(pay),
        None => Money::ZERO,
    };
    figures.tell(|record| {
        let mut inputs = vec![(Role::Hours, item(Item::HoursOfJob(position)))];
        inputs.extend(step.map(|step| (Role::AtpStep, rate(step))));
        inputs.push((Role::Pay, item(Item::PayOfJob(position))));
        record.formula(Item::AtpOfJob(position), Formula::AtpOfJob, atp, &inputs);
    });
    Ok(atp)
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

fn tell_job(record: &mut Record, position: usize, job: &SmallJob, pay: Money) {
    let entry = |key, value| own_at("small_jobs", position, key, value);
    let hours = [(Role::HoursPerWeek, entry("hours_per_week", Value::from(job.hours_per_week)))];
    record.formula(Item::HoursOfJob(position), Formula::HoursInMonth, job.hours_per_week.monthly(), &hours);
    let inputs = [
        (Role::Hours, item(Item::HoursOfJob(position))),
        (Role::HourlyWage, entry("hourly_wage", Value::from(job.hourly_wage))),
    ];
    record.formula(Item::PayOfJob(position), Formula::PayOfJob, pay, &inputs);
}
