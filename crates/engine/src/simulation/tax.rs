//! Tax, simplified and month by month.

use super::figures::{Figures, NotCovered};
use super::job::JobMonth;
use super::record::{Formula, Input, Item, Line, Record, Role, Value, item, line, overridden, own, rate};
use super::scenario::{Tax, TaxMode};
use crate::quantity::{Exact, Money, Month, Rate};
use crate::rulebook::{Rulebook, figure};

/// The business's result for tax purposes, with the loss carried from month to month.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TaxableProfit {
    carried_loss: Money,
}

impl TaxableProfit {
    /// What later profits use up.
    pub(super) fn carried_loss(&self) -> Money {
        self.carried_loss
    }

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

/// What a labour-market contribution is worked out from, and what it is called.
pub(super) struct ContributionOf {
    amount: Money,
    of: Item,
    contribution: Item,
}

impl ContributionOf {
    /// Of the pay after ATP.
    pub(super) fn wage(amount: Money) -> Self {
        ContributionOf { amount, of: Item::Wage, contribution: Item::JobContribution }
    }

    fn profit(amount: Money) -> Self {
        ContributionOf { amount, of: Item::TaxableProfit, contribution: Item::ProfitContribution }
    }

    fn tell(&self, record: &mut Record, contribution: Money) {
        let rate = self.amount.is_positive().then_some((Role::ContributionRate, rate(figure::AM_BIDRAG)));
        let inputs: Vec<(Role, Input)> = [(Role::ContributionBase, item(self.of))].into_iter().chain(rate).collect();
        record.formula(self.contribution, Formula::LabourMarketContribution, contribution, &inputs);
    }
}

/// The labour-market contribution of an amount. Nothing is looked up for nothing.
pub(super) fn labour_market_contribution(
    from: ContributionOf,
    month: Month,
    figures: &mut Figures<'_>,
) -> Result<Money, NotCovered> {
    if !from.amount.is_positive() {
        figures.tell(|record| from.tell(record, Money::ZERO));
        return Ok(Money::ZERO);
    }
    let contribution = from.amount.times(figures.take(figure::AM_BIDRAG, month)?).round();
    figures.tell(|record| from.tell(record, contribution));
    Ok(contribution)
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
        let mode = [(Role::TaxMode, own("tax.mode", tax.mode.id()))];
        figures.tell(|record| record.formula(Line::HouseholdTax, Formula::NoTax, Money::ZERO, &mode));
        return Ok(Money::ZERO);
    }
    let of_profit = labour_market_contribution(ContributionOf::profit(income.profit), month, figures)?;
    let taxed = income.public + (job.wage() - job.am) + (income.profit - of_profit);
    let work = job.wage() + income.profit;
    let income_tax =
        if taxed.is_positive() { income_tax(tax, taxed, work, month, figures)? } else { IncomeTax::default() };
    let sum = job.am + of_profit + income_tax.state + income_tax.local;
    figures.tell(|record| {
        tell_tax(record, taxed, sum);
        income_tax.tell_nothing(record, taxed);
    });
    Ok(sum)
}

/// Tax of the income, in its two parts.
#[derive(Clone, Copy, Debug, Default)]
struct IncomeTax {
    state: Money,
    local: Money,
}

/// The tax of an income above zero, `work` of which comes from work.
fn income_tax(
    tax: &Tax,
    taxed: Money,
    work: Money,
    month: Month,
    figures: &mut Figures<'_>,
) -> Result<IncomeTax, NotCovered> {
    let allowance = figures.take(figure::PERSONFRADRAG, month)?.twelfth();
    let above_allowance = Exact::from(taxed) - allowance;
    let deduction = work_deductions(work, month, figures)?;
    let state = above_allowance.or_zero().times_rounded(figures.take(figure::BUNDSKAT, month)?);
    let local = (above_allowance - deduction).or_zero().times_rounded(local_rate(tax, month, figures)?);
    figures.tell(|record| {
        let taxed = (Role::TaxedIncome, item(Item::TaxedIncome));
        let allowance = (Role::PersonalAllowance, rate(figure::PERSONFRADRAG));
        let inputs = [taxed, allowance, (Role::StateRate, rate(figure::BUNDSKAT))];
        record.formula(Item::StateTax, Formula::StateTax, state, &inputs);
        let deductions = (Role::WorkDeductions, item(Item::WorkDeductions));
        let inputs = [taxed, allowance, deductions, (Role::LocalRate, item(Item::LocalRate))];
        record.formula(Item::LocalTax, Formula::LocalTax, local, &inputs);
    });
    Ok(IncomeTax { state, local })
}

impl IncomeTax {
    /// Without an income there is neither of the two.
    fn tell_nothing(self, record: &mut Record, taxed: Money) {
        if taxed.is_positive() {
            return;
        }
        let inputs = [(Role::TaxedIncome, item(Item::TaxedIncome))];
        record.formula(Item::StateTax, Formula::NothingTaxed, self.state, &inputs);
        record.formula(Item::LocalTax, Formula::NothingTaxed, self.local, &inputs);
    }
}

fn tell_tax(record: &mut Record, taxed: Money, sum: Money) {
    let contributions = [
        (Role::JobContribution, item(Item::JobContribution)),
        (Role::ProfitContribution, item(Item::ProfitContribution)),
    ];
    let [of_job, of_profit] = contributions;
    let inputs = [
        (Role::Benefit, line(Line::HouseholdBenefit)),
        (Role::Subsidy, line(Line::HouseholdSubsidy)),
        (Role::Wage, item(Item::Wage)),
        of_job,
        (Role::TaxableProfit, item(Item::TaxableProfit)),
        of_profit,
    ];
    record.formula(Item::TaxedIncome, Formula::TaxedIncome, taxed, &inputs);
    let inputs = [of_job, of_profit, (Role::StateTax, item(Item::StateTax)), (Role::LocalTax, item(Item::LocalTax))];
    record.formula(Line::HouseholdTax, Formula::Tax, sum, &inputs);
}

/// What comes from work: wage and taxable profit.
const WORK: [(Role, Input); 2] =
    [(Role::Wage, Input::Item(Item::Wage)), (Role::TaxableProfit, Input::Item(Item::TaxableProfit))];

/// Beskæftigelsesfradrag and jobfradrag of a month's wage and profit.
fn work_deductions(work: Money, month: Month, figures: &mut Figures<'_>) -> Result<Exact, NotCovered> {
    if !work.is_positive() {
        figures.tell(|record| record.formula(Item::WorkDeductions, Formula::WorkDeductions, Exact::ZERO, &WORK));
        return Ok(Exact::ZERO);
    }
    let employment = work.times(figures.take(figure::BESK_FRADRAG_SATS, month)?);
    let employment_most = figures.take(figure::BESK_FRADRAG_MAX, month)?.twelfth();
    let threshold = figures.take(figure::JOBFRADRAG_BUND, month)?.twelfth();
    let job_rate = figures.take(figure::JOBFRADRAG_SATS, month)?;
    let job = (Exact::from(work) - threshold).or_zero().times(job_rate);
    let job_most = figures.take(figure::JOBFRADRAG_MAX, month)?.twelfth();
    let deductions = employment.min(employment_most) + job.min(job_most);
    figures.tell(|record| tell_deductions(record, deductions));
    Ok(deductions)
}

fn tell_deductions(record: &mut Record, deductions: Exact) {
    let [wage, profit] = WORK;
    let inputs = [
        wage,
        profit,
        (Role::EmploymentRate, rate(figure::BESK_FRADRAG_SATS)),
        (Role::EmploymentMost, rate(figure::BESK_FRADRAG_MAX)),
        (Role::JobThreshold, rate(figure::JOBFRADRAG_BUND)),
        (Role::JobRate, rate(figure::JOBFRADRAG_SATS)),
        (Role::JobMost, rate(figure::JOBFRADRAG_MAX)),
    ];
    record.formula(Item::WorkDeductions, Formula::WorkDeductions, deductions, &inputs);
}

fn local_rate(tax: &Tax, month: Month, figures: &mut Figures<'_>) -> Result<Rate, NotCovered> {
    let (municipal, told) = match (tax.municipal_rate, figures.overrides().municipal_rate) {
        (Some(written), _) => (written, own("tax.municipal_rate", written)),
        (None, Some(set)) => (set, overridden("municipal_rate", set)),
        (None, None) => (figures.take(Rulebook::MUNICIPAL_RATE, month)?, rate(Rulebook::MUNICIPAL_RATE)),
    };
    let sum = municipal.plus(tax.church_rate).plus(figures.take(figure::SUNDHEDSBIDRAG, month)?);
    figures.tell(|record| {
        let church = own("tax.church_rate", Value::from(tax.church_rate));
        let health = rate(figure::SUNDHEDSBIDRAG);
        let inputs = [(Role::MunicipalRate, told), (Role::ChurchRate, church), (Role::HealthRate, health)];
        record.formula(Item::LocalRate, Formula::LocalRate, sum, &inputs);
    });
    Ok(sum)
}
