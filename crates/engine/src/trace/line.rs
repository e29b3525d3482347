//! The lines of a month by name.

use super::Value;
use crate::simulation::MonthRow;
use crate::string_enum::string_enum;

string_enum! {
    /// A line that can be explained: every line of a month, and three amounts that are carried from
    /// month to month without standing in a result.
    Line {
        /// On the household's account at the start of the month.
        HouseholdOpening = "household.opening",
        /// The ordinary benefit.
        HouseholdBenefit = "household.benefit",
        /// The subsistence subsidy.
        HouseholdSubsidy = "household.subsidy",
        /// Pay of the small jobs.
        HouseholdJobPay = "household.job_pay",
        /// The employee's ATP.
        HouseholdAtp = "household.atp",
        /// What is drawn from the business.
        HouseholdDraw = "household.draw",
        /// What the closed business hands over.
        HouseholdWoundUp = "household.wound_up",
        /// Other income after tax.
        HouseholdOtherIncome = "household.other_income",
        /// What the household puts into the business.
        HouseholdOwnContribution = "household.own_contribution",
        /// Tax, labour-market contribution included.
        HouseholdTax = "household.tax",
        /// What it costs to live.
        HouseholdLivingCosts = "household.living_costs",
        /// The instalment, when the household pays it.
        HouseholdInstalment = "household.instalment",
        /// On the household's account at the end of the month.
        HouseholdClosing = "household.closing",
        /// On the business account at the start of the month.
        BusinessOpening = "business.opening",
        /// What the household puts in.
        BusinessOwnContribution = "business.own_contribution",
        /// The loan.
        BusinessPayout = "business.payout",
        /// The loan's fee.
        BusinessLoanFee = "business.loan_fee",
        /// What it costs to start.
        BusinessSetupCosts = "business.setup_costs",
        /// Opening the business account.
        BusinessAccountSetup = "business.account_setup",
        /// What is sold.
        BusinessRevenue = "business.revenue",
        /// Goods and materials.
        BusinessVariableCosts = "business.variable_costs",
        /// Fixed costs.
        BusinessFixedCosts = "business.fixed_costs",
        /// The business account.
        BusinessAccountFee = "business.account_fee",
        /// What is left of the revenue.
        BusinessSurplus = "business.surplus",
        /// The instalment, when the business pays it.
        BusinessInstalment = "business.instalment",
        /// What the owner draws.
        BusinessDraw = "business.draw",
        /// What the closed business hands over.
        BusinessWoundUp = "business.wound_up",
        /// On the business account at the end of the month.
        BusinessClosing = "business.closing",
        /// Owed at the start of the month.
        LoanOpening = "loan.opening",
        /// Interest.
        LoanInterest = "loan.interest",
        /// What is paid back.
        LoanInstalment = "loan.instalment",
        /// Whether the loan is paused.
        LoanPaused = "loan.paused",
        /// Owed at the end of the month.
        LoanOutstanding = "loan.outstanding",
        /// Whether the month is self-supporting.
        SelfSupporting = "self_supporting",
        /// The level payment, once it is fixed. It stands in no result.
        LoanLevelPayment = "loan.level_payment",
        /// How many level instalments have fallen due. It stands in no result.
        LoanInstalmentsDue = "loan.instalments_due",
        /// The business's loss that later profits use up. It stands in no result.
        TaxCarriedLoss = "tax.carried_loss",
    }
}

impl Line {
    /// The line's value in a month of a result; `None` for the three that stand in none.
    #[must_use]
    pub fn in_month(self, row: &MonthRow) -> Option<Value> {
        let MonthRow { household, business, loan, .. } = row;
        Some(Value::Money(match self {
            Line::HouseholdOpening => household.opening,
            Line::HouseholdBenefit => household.benefit,
            Line::HouseholdSubsidy => household.subsidy,
            Line::HouseholdJobPay => household.job_pay,
            Line::HouseholdAtp => household.atp,
            Line::HouseholdDraw => household.draw,
            Line::HouseholdWoundUp => household.wound_up,
            Line::HouseholdOtherIncome => household.other_income,
            Line::HouseholdOwnContribution => household.own_contribution,
            Line::HouseholdTax => household.tax,
            Line::HouseholdLivingCosts => household.living_costs,
            Line::HouseholdInstalment => household.instalment,
            Line::HouseholdClosing => household.closing,
            Line::BusinessOpening => business.opening,
            Line::BusinessOwnContribution => business.own_contribution,
            Line::BusinessPayout => business.payout,
            Line::BusinessLoanFee => business.loan_fee,
            Line::BusinessSetupCosts => business.setup_costs,
            Line::BusinessAccountSetup => business.account_setup,
            Line::BusinessRevenue => business.revenue,
            Line::BusinessVariableCosts => business.variable_costs,
            Line::BusinessFixedCosts => business.fixed_costs,
            Line::BusinessAccountFee => business.account_fee,
            Line::BusinessSurplus => business.surplus,
            Line::BusinessInstalment => business.instalment,
            Line::BusinessDraw => business.draw,
            Line::BusinessWoundUp => business.wound_up,
            Line::BusinessClosing => business.closing,
            Line::LoanOpening => loan.opening,
            Line::LoanInterest => loan.interest,
            Line::LoanInstalment => loan.instalment,
            Line::LoanOutstanding => loan.outstanding,
            Line::LoanPaused => return Some(Value::Truth(loan.paused)),
            Line::SelfSupporting => return Some(Value::Truth(row.self_supporting)),
            Line::LoanLevelPayment | Line::LoanInstalmentsDue | Line::TaxCarriedLoss => return None,
        }))
    }
}
