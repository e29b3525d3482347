//! What a value is to the formula it enters.

use crate::string_enum::string_enum;

string_enum! {
    /// The part a term plays in a formula.
    TermRole {
        /// The month that is explained.
        Month = "month",
        /// The first month of the scenario.
        Start = "start",
        /// How long the course lasts.
        CourseMonths = "course_months",
        /// How long the business account takes.
        AccountWaitMonths = "account_wait_months",
        /// How long the subsidy lasts.
        SupportMonths = "support_months",
        /// The month the business opens.
        OpeningMonth = "opening_month",
        /// The first month in which it is closed.
        ClosingMonth = "closing_month",
        /// What the person lives on after that.
        AfterClosure = "after_closure",
        /// The phase of the month.
        Phase = "phase",
        /// Hours a week.
        HoursPerWeek = "hours_per_week",
        /// Pay an hour.
        HourlyWage = "hourly_wage",
        /// Hours in the month.
        Hours = "hours",
        /// Pay before ATP.
        Pay = "pay",
        /// The employee's ATP.
        Atp = "atp",
        /// The step of the ATP contribution.
        AtpStep = "atp_step",
        /// Pay after ATP.
        Wage = "wage",
        /// What a contribution is worked out from.
        ContributionBase = "contribution_base",
        /// The rate of the labour-market contribution.
        ContributionRate = "contribution_rate",
        /// Labour-market contribution of the pay.
        JobContribution = "job_contribution",
        /// Labour-market contribution of the profit.
        ProfitContribution = "profit_contribution",
        /// Earnings that count against a benefit.
        CountableEarnings = "countable_earnings",
        /// The benefit before any deduction.
        Base = "base",
        /// Whether earnings reduce an own benefit amount.
        Deduction = "deduction",
        /// A rate of benefit.
        Rate = "rate",
        /// A supplement to it.
        Supplement = "supplement",
        /// Age.
        Age = "age",
        /// Supports a child, wherever it lives.
        Children = "children",
        /// One of the children lives with the person.
        ChildrenAtHome = "children_at_home",
        /// Lives alone.
        Single = "single",
        /// Lives with parents.
        LivesWithParents = "lives_with_parents",
        /// Uddannelseshjælp rather than kontanthjælp.
        EducationHelp = "education_help",
        /// Meets the residence and employment requirements.
        ResidenceAndWorkMet = "residence_and_work_met",
        /// Has worked two and a half years full time.
        WorkedTwoAndAHalfYears = "worked_two_and_a_half_years",
        /// Disregarded for each hour worked.
        DisregardAnHour = "disregard_an_hour",
        /// The most hours that count for it.
        MostHours = "most_hours",
        /// What is disregarded for the hours worked.
        HourlyDisregard = "hourly_disregard",
        /// The earnings disregard.
        Disregard = "disregard",
        /// The part of the earnings above it that counts.
        TaperRate = "taper_rate",
        /// What that comes to.
        Taper = "taper",
        /// The income ceiling.
        Ceiling = "ceiling",
        /// The ordinary benefit.
        Benefit = "benefit",
        /// The subsidy before any deduction.
        FullSubsidy = "full_subsidy",
        /// The subsistence subsidy.
        Subsidy = "subsidy",
        /// Revenue of the first month.
        FirstMonth = "first_month",
        /// Revenue of a full month.
        FullMonth = "full_month",
        /// In which month it is full.
        RampMonths = "ramp_months",
        /// Which month of the business's life it is.
        OpenMonth = "open_month",
        /// The season's factor.
        Season = "season",
        /// Revenue.
        Revenue = "revenue",
        /// What customers pay for, before VAT is taken out of it.
        RevenueBeforeVat = "revenue_before_vat",
        /// The rate of VAT.
        VatRate = "vat_rate",
        /// The part of the revenue that goes to goods.
        CostShare = "cost_share",
        /// Goods and materials.
        VariableCosts = "variable_costs",
        /// Fixed costs.
        FixedCosts = "fixed_costs",
        /// The business account, a month.
        AccountFee = "account_fee",
        /// What is left of the revenue.
        Surplus = "surplus",
        /// One cost of starting.
        SetupCost = "setup_cost",
        /// All costs of starting.
        SetupCosts = "setup_costs",
        /// Opening the business account.
        AccountSetup = "account_setup",
        /// What the household puts into the business.
        OwnContribution = "own_contribution",
        /// The loan, paid out.
        Payout = "payout",
        /// The loan's fee.
        LoanFee = "loan_fee",
        /// On the account at the start of the month.
        Opening = "opening",
        /// The business account before the draw.
        BeforeDraw = "before_draw",
        /// What stays on the business account.
        Buffer = "buffer",
        /// What is drawn from the business.
        Draw = "draw",
        /// What the closed business hands over.
        WoundUp = "wound_up",
        /// Owed at the start of the month.
        Debt = "debt",
        /// Interest a year.
        AnnualRate = "annual_rate",
        /// Interest of the month.
        Interest = "interest",
        /// The instalment.
        Instalment = "instalment",
        /// The instalment the person named.
        NamedInstalment = "named_instalment",
        /// How many level instalments there are.
        Term = "term",
        /// The level payment.
        LevelPayment = "level_payment",
        /// The number of the instalment that falls due.
        InstalmentNumber = "instalment_number",
        /// How many fell due before.
        DueBefore = "due_before",
        /// How long after the payout the first instalment falls.
        FirstInstalmentAfter = "first_instalment_after",
        /// How long ago the loan was paid out.
        MonthsSincePayout = "months_since_payout",
        /// Whether the loan is paused.
        Paused = "paused",
        /// Owed at the end of the month.
        Outstanding = "outstanding",
        /// The business's result for tax.
        TaxResult = "tax_result",
        /// The loss carried into the month.
        CarriedLoss = "carried_loss",
        /// The taxable profit.
        TaxableProfit = "taxable_profit",
        /// What is taxed.
        TaxedIncome = "taxed_income",
        /// The personal allowance, a year.
        PersonalAllowance = "personal_allowance",
        /// The rate of the beskæftigelsesfradrag.
        EmploymentRate = "employment_rate",
        /// Its most, a year.
        EmploymentMost = "employment_most",
        /// The rate of the jobfradrag.
        JobRate = "job_rate",
        /// Above what it is given, a year.
        JobThreshold = "job_threshold",
        /// Its most, a year.
        JobMost = "job_most",
        /// Is the tax that of a single parent?
        SingleParent = "single_parent",
        /// The rate of a single parent's extra beskæftigelsesfradrag.
        SingleParentRate = "single_parent_rate",
        /// Its most, a year.
        SingleParentMost = "single_parent_most",
        /// All deductions for work.
        WorkDeductions = "work_deductions",
        /// The rate of the state's tax.
        StateRate = "state_rate",
        /// The municipal rate.
        MunicipalRate = "municipal_rate",
        /// The church rate.
        ChurchRate = "church_rate",
        /// Sundhedsbidrag (to 2018).
        HealthRate = "health_rate",
        /// The local rates together.
        LocalRate = "local_rate",
        /// The state's tax.
        StateTax = "state_tax",
        /// The local taxes.
        LocalTax = "local_tax",
        /// How tax is worked out.
        TaxMode = "tax_mode",
        /// The month's tax.
        Tax = "tax",
        /// Pay of all small jobs.
        JobPay = "job_pay",
        /// Other income after tax.
        OtherIncome = "other_income",
        /// What it costs to live.
        LivingCosts = "living_costs",
        /// The business account at the end of the month.
        BusinessClosing = "business_closing",
    }
}
