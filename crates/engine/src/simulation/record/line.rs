//! The lines of a month by name.

use super::Value;
use crate::choice::choice;
use crate::simulation::ledger::MonthRow;

choice! {
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
        self.in_household(row).or_else(|| self.in_business(row)).or_else(|| self.in_loan(row))
    }

    fn in_household(self, row: &MonthRow) -> Option<Value> {
        let lines = &row.household;
        Some(Value::Money(match self {
            Line::HouseholdOpening => lines.opening,
            Line::HouseholdBenefit => lines.benefit,
            Line::HouseholdSubsidy => lines.subsidy,
            Line::HouseholdJobPay => lines.job_pay,
            Line::HouseholdAtp => lines.atp,
            Line::HouseholdDraw => lines.draw,
            Line::HouseholdWoundUp => lines.wound_up,
            Line::HouseholdOtherIncome => lines.other_income,
            Line::HouseholdOwnContribution => lines.own_contribution,
            Line::HouseholdTax => lines.tax,
            Line::HouseholdLivingCosts => lines.living_costs,
            Line::HouseholdInstalment => lines.instalment,
            Line::HouseholdClosing => lines.closing,
            _ => return None,
        }))
    }

    fn in_business(self, row: &MonthRow) -> Option<Value> {
        let lines = &row.business;
        Some(Value::Money(match self {
            Line::BusinessOpening => lines.opening,
            Line::BusinessOwnContribution => lines.own_contribution,
            Line::BusinessPayout => lines.payout,
            Line::BusinessLoanFee => lines.loan_fee,
            Line::BusinessSetupCosts => lines.setup_costs,
            Line::BusinessAccountSetup => lines.account_setup,
            Line::BusinessRevenue => lines.revenue,
            Line::BusinessVariableCosts => lines.variable_costs,
            Line::BusinessFixedCosts => lines.fixed_costs,
            Line::BusinessAccountFee => lines.account_fee,
            Line::BusinessSurplus => lines.surplus,
            Line::BusinessInstalment => lines.instalment,
            Line::BusinessDraw => lines.draw,
            Line::BusinessWoundUp => lines.wound_up,
            Line::BusinessClosing => lines.closing,
            _ => return None,
        }))
    }

    fn in_loan(self, row: &MonthRow) -> Option<Value> {
        Some(match self {
            Line::LoanOpening => Value::Money(row.loan.opening),
            Line::LoanInterest => Value::Money(row.loan.interest),
            Line::LoanInstalment => Value::Money(row.loan.instalment),
            Line::LoanPaused => Value::Truth(row.loan.paused),
            Line::LoanOutstanding => Value::Money(row.loan.outstanding),
            Line::SelfSupporting => Value::Truth(row.self_supporting),
            _ => return None,
        })
    }
}
