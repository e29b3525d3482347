//! The names of what stands between the lines.

/// What a month works out on the way to its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Intermediate {
    /// The month the business opens.
    OpeningMonth,
    /// The phase of the month.
    Phase,
    /// Which month of its life the business is in.
    OpenMonth,
    /// How long ago the loan was paid out.
    MonthsSincePayout,
    /// Hours of a small job, by its place among those there is work in.
    HoursOfJob(usize),
    /// Its pay.
    PayOfJob(usize),
    /// Its ATP.
    AtpOfJob(usize),
    /// Hours of all small jobs.
    Hours,
    /// Pay after ATP.
    Wage,
    /// Labour-market contribution of the pay.
    JobContribution,
    /// Earnings that count against a benefit.
    CountableEarnings,
    /// The benefit before any deduction.
    Base,
    /// What is disregarded for the hours worked.
    HourlyDisregard,
    /// The part of the earnings above the disregard that counts.
    Taper,
    /// The subsidy before any deduction.
    FullSubsidy,
    /// What customers pay for, before VAT is taken out of it.
    RevenueBeforeVat,
    /// The business account before the draw.
    BeforeDraw,
    /// The loss carried into the month.
    CarriedBefore,
    /// The business's result for tax.
    TaxResult,
    /// The taxable profit.
    TaxableProfit,
    /// Labour-market contribution of the profit.
    ProfitContribution,
    /// What is taxed.
    TaxedIncome,
    /// What of it is not taxed locally, because it comes from work.
    WorkDeductions,
    /// The state's tax.
    StateTax,
    /// The local rates together.
    LocalRate,
    /// The local taxes.
    LocalTax,
}
