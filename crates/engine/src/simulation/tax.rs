//! Tax, simplified and month by month.

use super::figures::{Figures, NotCovered};
use super::job::JobMonth;
use super::scenario::{Tax, TaxMode};
use crate::quantity::{Exact, Money, Month, Rate};
use crate::rulebook::figure;

/// The business's result for tax purposes, with the loss carried from month to month.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TaxableProfit {
    carried_loss: Money,
}

impl TaxableProfit {
    /// The month's taxable profit: a loss is carried, a profit first uses up what is carried.
    pub(super) fn of(&mut self, result: Money) -> Money {
        if result.is_negative() {
            self.carried_loss -= result;
            return Money::ZERO;
        }
        let used = result.min(self.carried_loss);
        self.carried_loss -= used;
        result - used
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

/// The labour-market contribution of an amount. Nothing is looked up for nothing.
pub(super) fn labour_market_contribution(
    amount: Money,
    month: Month,
    figures: &mut Figures<'_>,
) -> Result<Money, NotCovered> {
    if !amount.is_positive() {
        return Ok(Money::ZERO);
    }
    Ok(amount.times(figures.take(figure::AM_BIDRAG, month)?).round())
}

/// The month's tax, labour-market contribution included.
pub(super) fn tax(
    tax: &Tax,
    income: Income,
    job: &JobMonth,
    month: Month,
    figures: &mut Figures<'_>,
) -> Result<Money, NotCovered> {
    if tax.mode == TaxMode::None {
        return Ok(Money::ZERO);
    }
    let of_profit = labour_market_contribution(income.profit, month, figures)?;
    let taxed = income.public + (job.wage() - job.am) + (income.profit - of_profit);
    if !taxed.is_positive() {
        return Ok(job.am + of_profit);
    }
    let allowance = figures.take(figure::PERSONFRADRAG, month)?.twelfth();
    let above_allowance = Exact::from(taxed) - allowance;
    let deduction = work_deductions(job.wage() + income.profit, month, figures)?;
    let state = above_allowance.or_zero().times_rounded(figures.take(figure::BUNDSKAT, month)?);
    let local = (above_allowance - deduction).or_zero().times_rounded(local_rate(tax, month, figures)?);
    Ok(job.am + of_profit + state + local)
}

/// Beskæftigelsesfradrag and jobfradrag of a month's wage and profit.
fn work_deductions(work: Money, month: Month, figures: &mut Figures<'_>) -> Result<Exact, NotCovered> {
    if !work.is_positive() {
        return Ok(Exact::ZERO);
    }
    let employment = work.times(figures.take(figure::BESK_FRADRAG_SATS, month)?);
    let employment_most = figures.take(figure::BESK_FRADRAG_MAX, month)?.twelfth();
    let threshold = figures.take(figure::JOBFRADRAG_BUND, month)?.twelfth();
    let rate = figures.take(figure::JOBFRADRAG_SATS, month)?;
    let job = (Exact::from(work) - threshold).or_zero().times(rate);
    let job_most = figures.take(figure::JOBFRADRAG_MAX, month)?.twelfth();
    Ok(employment.min(employment_most) + job.min(job_most))
}

fn local_rate(tax: &Tax, month: Month, figures: &mut Figures<'_>) -> Result<Rate, NotCovered> {
    let municipal = match tax.municipal_rate {
        Some(rate) => rate,
        None => figures.take(figure::KOMMUNESKAT_AALBORG, month)?,
    };
    Ok(municipal.plus(tax.church_rate).plus(figures.take(figure::SUNDHEDSBIDRAG, month)?))
}
