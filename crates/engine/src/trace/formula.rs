//! The formulas a value can come about by. `docs/explain.md` says each in words and signs.

use crate::string_enum::string_enum;

string_enum! {
    /// A formula, by a stable id.
    Formula {
        /// The month the business opens: start, course and waiting.
        OpeningMonth = "opening_month",
        /// The phase of a scenario with a business.
        Phase = "phase",
        /// The phase of a scenario without a business: always the benefit.
        PhaseWithoutBusiness = "phase_without_business",
        /// Which month of the business's life it is.
        OpenMonth = "open_month",
        /// How long ago the loan was paid out.
        MonthsSincePayout = "months_since_payout",
        /// Nothing of this in the phase.
        NothingInPhase = "nothing_in_phase",
        /// Only in the month the business opens.
        OnlyInOpeningMonth = "only_in_opening_month",
        /// Only in the first closed month.
        OnlyInClosingMonth = "only_in_closing_month",
        /// Nothing has come about yet that could be carried here.
        NotYet = "not_yet",
        /// There is no loan.
        NoLoan = "no_loan",
        /// The loan is not paid out yet.
        NotPaidOutYet = "not_paid_out_yet",
        /// Neither interest nor instalment in the month of the payout.
        NothingInPayoutMonth = "nothing_in_payout_month",
        /// Nothing is owed.
        NothingOwed = "nothing_owed",
        /// Neither interest nor instalment while the loan is paused.
        NothingWhilePaused = "nothing_while_paused",
        /// No instalment before the first one falls.
        BeforeFirstInstalment = "before_first_instalment",
        /// The business pays it.
        PaidByBusiness = "paid_by_business",
        /// The household pays it.
        PaidByHousehold = "paid_by_household",
        /// The hours of a job in a month.
        HoursInMonth = "hours_in_month",
        /// The pay of a job.
        PayOfJob = "pay_of_job",
        /// The employee's ATP of a job.
        AtpOfJob = "atp_of_job",
        /// The pay of all jobs.
        JobPay = "job_pay",
        /// The hours of all jobs.
        Hours = "hours",
        /// The ATP of all jobs.
        Atp = "atp",
        /// Pay after ATP.
        Wage = "wage",
        /// Labour-market contribution of a wage or a profit.
        LabourMarketContribution = "labour_market_contribution",
        /// Earnings that count against a benefit.
        CountableEarnings = "countable_earnings",
        /// The rate of the benefit that follows from the situation.
        BenefitRate = "benefit_rate",
        /// The benefit, not reduced.
        BenefitInFull = "benefit_in_full",
        /// What is disregarded for the hours worked (to June 2025).
        HourlyDisregard = "hourly_disregard",
        /// The benefit after earnings above the hourly disregard (to June 2025).
        BenefitAfterHourlyDisregard = "benefit_after_hourly_disregard",
        /// The part of the earnings above the disregard that counts (from July 2025).
        Taper = "taper",
        /// The benefit after the taper (from July 2025, living with parents).
        BenefitAfterTaper = "benefit_after_taper",
        /// The benefit after taper and income ceiling (from July 2025).
        BenefitAfterTaperAndCeiling = "benefit_after_taper_and_ceiling",
        /// The subsidy, not reduced.
        SubsidyInFull = "subsidy_in_full",
        /// The subsidy after surplus and earnings.
        SubsidyByNeed = "subsidy_by_need",
        /// Revenue on the way to the full month.
        RevenueRamp = "revenue_ramp",
        /// Revenue of a full month.
        RevenueFull = "revenue_full",
        /// An amount without the VAT that is in it.
        WithoutVat = "without_vat",
        /// Goods and materials.
        VariableCosts = "variable_costs",
        /// What is left of the revenue.
        Surplus = "surplus",
        /// What it costs to start.
        SetupCosts = "setup_costs",
        /// The business account before the draw.
        BeforeDraw = "before_draw",
        /// The draw while a debt is outstanding.
        DrawWithDebt = "draw_with_debt",
        /// The draw without a debt.
        DrawWithoutDebt = "draw_without_debt",
        /// What the closed business hands over.
        WoundUp = "wound_up",
        /// The business account at the end of the month.
        BusinessClosing = "business_closing",
        /// The business account at the end of a month in which it is not open.
        BusinessClosingNotOpen = "business_closing_not_open",
        /// Interest of a month.
        Interest = "interest",
        /// The instalment the person named.
        FixedInstalment = "fixed_instalment",
        /// A level instalment.
        LevelInstalment = "level_instalment",
        /// The last instalment of a term.
        LastInstalment = "last_instalment",
        /// The level payment.
        LevelPayment = "level_payment",
        /// How many level instalments have fallen due.
        InstalmentsDue = "instalments_due",
        /// Whether the loan is paused.
        Paused = "paused",
        /// What is owed at the end of the month.
        Outstanding = "outstanding",
        /// The business's result for tax.
        TaxResult = "tax_result",
        /// The taxable profit.
        TaxableProfit = "taxable_profit",
        /// The loss that later profits use up.
        CarriedLoss = "carried_loss",
        /// What is taxed, after labour-market contribution.
        TaxedIncome = "taxed_income",
        /// Nothing is taxed.
        NothingTaxed = "nothing_taxed",
        /// Beskæftigelsesfradrag and jobfradrag.
        WorkDeductions = "work_deductions",
        /// The same with a single parent's extra beskæftigelsesfradrag.
        WorkDeductionsSingleParent = "work_deductions_single_parent",
        /// The bottom-bracket tax.
        StateTax = "state_tax",
        /// The rates of the local taxes together.
        LocalRate = "local_rate",
        /// Municipal and church tax.
        LocalTax = "local_tax",
        /// The month's tax.
        Tax = "tax",
        /// Tax is not worked out.
        NoTax = "no_tax",
        /// The household's account at the end of the month.
        HouseholdClosing = "household_closing",
        /// Whether the month is self-supporting.
        SelfSupporting = "self_supporting",
    }
}
