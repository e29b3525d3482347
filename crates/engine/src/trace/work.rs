//! How the lines of the small jobs came about.

use super::intermediate::Intermediate;
use super::telling::{Telling, Terms, formula, term};
use super::{Formula, Line, MonthTrace, TermRole};
use crate::rulebook::figure;
use crate::simulation::{Contribution, JobWorkings, ScenarioField};

impl MonthTrace<'_> {
    pub(super) fn job_pay(&self, line: Line) -> Option<Telling> {
        self.line_by(line, Formula::JobPay, self.each_job(TermRole::Pay, Intermediate::PayOfJob))
    }

    pub(super) fn atp(&self, line: Line) -> Option<Telling> {
        self.line_by(line, Formula::Atp, self.each_job(TermRole::Atp, Intermediate::AtpOfJob))
    }

    pub(super) fn hours(&self) -> Option<Telling> {
        let hours = self.each_job(TermRole::Hours, Intermediate::HoursOfJob);
        formula(Formula::Hours, self.workings.jobs.hours, hours)
    }

    fn each_job(&self, role: TermRole, of: fn(usize) -> Intermediate) -> Terms {
        (0..self.jobs.len()).map(|job| term(role, of(job))).collect()
    }

    fn job(&self, job: usize) -> Option<&JobWorkings> {
        self.jobs.get(job)
    }

    pub(super) fn hours_of_job(&self, job: usize) -> Option<Telling> {
        let JobWorkings { position, hours, .. } = *self.job(job)?;
        let hours_per_week = self.plan.scenario.small_jobs.get(position)?.hours_per_week;
        let entered = self.own_at(ScenarioField::JobHours, position, hours_per_week);
        formula(Formula::HoursInMonth, hours, vec![term(TermRole::HoursPerWeek, entered)])
    }

    pub(super) fn pay_of_job(&self, job: usize) -> Option<Telling> {
        let JobWorkings { position, pay, .. } = *self.job(job)?;
        let hourly_wage = self.plan.scenario.small_jobs.get(position)?.hourly_wage;
        let terms = vec![
            term(TermRole::Hours, Intermediate::HoursOfJob(job)),
            term(TermRole::HourlyWage, self.own_at(ScenarioField::JobWage, position, hourly_wage)),
        ];
        formula(Formula::PayOfJob, pay, terms)
    }

    pub(super) fn atp_of_job(&self, job: usize) -> Option<Telling> {
        let JobWorkings { atp, atp_step, .. } = *self.job(job)?;
        let mut terms = vec![term(TermRole::Hours, Intermediate::HoursOfJob(job))];
        if let Some(step) = atp_step {
            terms.push(term(TermRole::AtpStep, self.figure(step)?));
        }
        terms.push(term(TermRole::Pay, Intermediate::PayOfJob(job)));
        formula(Formula::AtpOfJob, atp, terms)
    }

    pub(super) fn wage(&self) -> Option<Telling> {
        let terms = vec![term(TermRole::Pay, Line::HouseholdJobPay), term(TermRole::Atp, Line::HouseholdAtp)];
        formula(Formula::Wage, self.workings.jobs.wage, terms)
    }

    pub(super) fn countable_earnings(&self) -> Option<Telling> {
        let terms = vec![
            term(TermRole::Wage, Intermediate::Wage),
            term(TermRole::JobContribution, Intermediate::JobContribution),
        ];
        formula(Formula::CountableEarnings, self.workings.jobs.countable, terms)
    }

    /// The labour-market contribution of a wage or a profit.
    pub(super) fn contribution(&self, contribution: Contribution, of: Intermediate) -> Option<Telling> {
        let mut terms = vec![term(TermRole::ContributionBase, of)];
        match contribution {
            Contribution::Nothing => {}
            Contribution::Due(_) => terms.push(term(TermRole::ContributionRate, self.figure(figure::AM_BIDRAG)?)),
        }
        formula(Formula::LabourMarketContribution, contribution.amount(), terms)
    }
}
