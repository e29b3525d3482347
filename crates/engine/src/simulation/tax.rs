//! Tax, simplified and month by month.

use super::figures::{Figures, NotCovered};
use super::job::JobsWorkings;
use super::plan::Plan;
use super::scenario::{Tax, TaxMode};
use crate::quantity::{Exact, Money, Month, Rate};
use crate::rulebook::{Figure, Rulebook, figure};

/// The labour-market contribution of an amount.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum Contribution {
    /// There is nothing it could be taken of.
    #[default]
    Nothing,
    /// So much of it.
    Due(Money),
}

impl Contribution {
    /// The contribution of `base`. Nothing is looked up for nothing.
    pub(super) fn of(base: Money, month: Month, figures: &mut Figures<'_>) -> Result<Self, NotCovered> {
        if !base.is_positive() {
            return Ok(Contribution::Nothing);
        }
        Ok(Contribution::Due(base.times(figures.take(figure::AM_BIDRAG, month)?).round()))
    }

    /// How much it is.
    pub(crate) fn amount(self) -> Money {
        match self {
            Contribution::Nothing => Money::ZERO,
            Contribution::Due(amount) => amount,
        }
    }
}

/// What is taxed in a month.
#[derive(Clone, Copy, Debug)]
pub(super) struct Income {
    /// Benefit and subsidy.
    pub(super) public: Money,
    /// The taxable profit.
    pub(super) profit: Money,
}

/// The tax of a month.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TaxWorkings {
    /// It is not worked out.
    NotWorkedOut,
    /// Simplified, for the month alone.
    Simplified {
        /// Labour-market contribution of the profit.
        profit_contribution: Contribution,
        /// What is taxed, after the contributions.
        taxed_income: Money,
        /// The tax of it; `None` = nothing is taxed.
        income_tax: Option<IncomeTax>,
        /// The contributions and the tax of the income.
        sum: Money,
    },
}

/// Tax of an income, in its two parts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct IncomeTax {
    /// What is not taxed locally, because it comes from work; `None` = nothing comes from work.
    pub(crate) work_deductions: Option<WorkDeductions>,
    /// The state's tax.
    pub(crate) state: Money,
    /// The rates of the local taxes.
    pub(crate) local_rate: LocalRate,
    /// The local taxes.
    pub(crate) local: Money,
}

/// What of a month's wage and profit is not taxed locally.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WorkDeductions {
    /// All of it.
    pub(crate) sum: Exact,
    /// Is a single parent's deduction in it?
    pub(crate) of_single_parent: bool,
}

/// The rates of the local taxes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LocalRate {
    /// The municipal rate.
    pub(crate) municipal: MunicipalRateTaken,
    /// All of them together.
    pub(crate) sum: Rate,
}

/// Where the municipal rate is from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum MunicipalRateTaken {
    /// The scenario.
    Own(Rate),
    /// What the municipality has set itself.
    Override(Rate),
    /// The rulebook.
    Published,
}

impl TaxWorkings {
    /// The month's tax, labour-market contribution included.
    pub(super) fn of(
        plan: &Plan<'_>,
        income: Income,
        jobs: &JobsWorkings,
        month: Month,
        figures: &mut Figures<'_>,
    ) -> Result<Self, NotCovered> {
        if plan.scenario.tax.mode == TaxMode::None {
            return Ok(TaxWorkings::NotWorkedOut);
        }
        let profit_contribution = Contribution::of(income.profit, month, figures)?;
        let (of_job, of_profit) = (jobs.contribution.amount(), profit_contribution.amount());
        let taxed_income = income.public + (jobs.wage - of_job) + (income.profit - of_profit);
        let work = jobs.wage + income.profit;
        let income_tax = if taxed_income.is_positive() {
            Some(IncomeTax::of(plan, taxed_income, work, month, figures)?)
        } else {
            None
        };
        let (state, local) = income_tax.map_or_else(Default::default, |tax| (tax.state, tax.local));
        let sum = of_job + of_profit + state + local;
        Ok(TaxWorkings::Simplified { profit_contribution, taxed_income, income_tax, sum })
    }

    /// How much it is.
    pub(super) fn amount(&self) -> Money {
        match self {
            TaxWorkings::NotWorkedOut => Money::ZERO,
            TaxWorkings::Simplified { sum, .. } => *sum,
        }
    }
}

impl IncomeTax {
    /// The tax of an income above zero, `work` of which comes from work.
    fn of(
        plan: &Plan<'_>,
        taxed: Money,
        work: Money,
        month: Month,
        figures: &mut Figures<'_>,
    ) -> Result<Self, NotCovered> {
        let allowance = figures.take(figure::PERSONFRADRAG, month)?.twelfth();
        let above_allowance = Exact::from(taxed) - allowance;
        let work_deductions = if work.is_positive() {
            Some(WorkDeductions::of(work, plan.resolved.single_parent.holds(), month, figures)?)
        } else {
            None
        };
        let state = above_allowance.at_least_zero().times_rounded(figures.take(figure::BUNDSKAT, month)?);
        let local_rate = LocalRate::of(&plan.scenario.tax, month, figures)?;
        let locally_taxed = above_allowance - work_deductions.map(|deductions| deductions.sum).unwrap_or_default();
        let local = locally_taxed.at_least_zero().times_rounded(local_rate.sum);
        Ok(IncomeTax { work_deductions, state, local_rate, local })
    }
}

impl WorkDeductions {
    /// Beskæftigelsesfradrag (with a single parent's extra one) and jobfradrag of a month's wage and profit.
    fn of(work: Money, of_single_parent: bool, month: Month, figures: &mut Figures<'_>) -> Result<Self, NotCovered> {
        let mut sum = part_of(work, figure::BESK_FRADRAG_SATS, figure::BESK_FRADRAG_MAX, month, figures)?;
        let threshold = figures.take(figure::JOBFRADRAG_BUND, month)?.twelfth();
        let job_rate = figures.take(figure::JOBFRADRAG_SATS, month)?;
        let job = (Exact::from(work) - threshold).at_least_zero().times(job_rate);
        let job_most = figures.take(figure::JOBFRADRAG_MAX, month)?.twelfth();
        sum = sum + job.min(job_most);
        if of_single_parent {
            sum = sum + part_of(work, figure::BESK_FRADRAG_ENLIG_SATS, figure::BESK_FRADRAG_ENLIG_MAX, month, figures)?;
        }
        Ok(WorkDeductions { sum, of_single_parent })
    }
}

/// A percentage of the work, up to a most a year.
fn part_of(
    work: Money,
    rate: Figure<Rate>,
    most_a_year: Figure<Money>,
    month: Month,
    figures: &mut Figures<'_>,
) -> Result<Exact, NotCovered> {
    let part = work.times(figures.take(rate, month)?);
    Ok(part.min(figures.take(most_a_year, month)?.twelfth()))
}

impl LocalRate {
    fn of(tax: &Tax, month: Month, figures: &mut Figures<'_>) -> Result<Self, NotCovered> {
        let (municipal, rate) = match (tax.municipal_rate, figures.overrides().municipal_rate) {
            (Some(written), _) => (MunicipalRateTaken::Own(written), written),
            (None, Some(set)) => (MunicipalRateTaken::Override(set), set),
            (None, None) => (MunicipalRateTaken::Published, figures.take(Rulebook::MUNICIPAL_RATE, month)?),
        };
        let sum = rate.plus(tax.church_rate).plus(figures.take(figure::SUNDHEDSBIDRAG, month)?);
        Ok(LocalRate { municipal, sum })
    }
}
