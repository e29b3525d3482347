//! The lines of a month. A line that does not apply is zero, not absent.

use super::timeline::Phase;
use crate::quantity::{Money, Month};
use crate::string_enum::string_enum;

string_enum! {
    /// One of the two purses.
    Purse {
        /// What the person lives on.
        Household = "household",
        /// What stands on the business account.
        Business = "business",
    }
}

/// One month of a scenario. Costs, tax, instalments and draw are positive amounts that are subtracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MonthRow {
    /// Which month.
    pub month: Month,
    /// Which phase it is in.
    pub phase: Phase,
    /// The household's lines.
    pub household: HouseholdLines,
    /// The business's lines.
    pub business: BusinessLines,
    /// The debt's lines.
    pub loan: LoanLines,
    /// No public support, and what comes in covers living costs, tax and instalment.
    pub self_supporting: bool,
}

/// The household's lines of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HouseholdLines {
    /// On the account at the start of the month.
    pub opening: Money,
    /// The ordinary benefit.
    pub benefit: Money,
    /// The subsistence subsidy.
    pub subsidy: Money,
    /// Pay of the small jobs.
    pub job_pay: Money,
    /// The employee's ATP.
    pub atp: Money,
    /// What is drawn from the business.
    pub draw: Money,
    /// What the closed business hands over; negative = a debt.
    pub wound_up: Money,
    /// Other income after tax.
    pub other_income: Money,
    /// What the household puts into the business.
    pub own_contribution: Money,
    /// Tax, labour-market contribution included.
    pub tax: Money,
    /// What it costs to live.
    pub living_costs: Money,
    /// The loan's instalment, when the household pays it.
    pub instalment: Money,
    /// On the account at the end of the month.
    pub closing: Money,
}

/// The business's lines of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BusinessLines {
    /// On the account at the start of the month.
    pub opening: Money,
    /// What the household puts in.
    pub own_contribution: Money,
    /// The loan.
    pub payout: Money,
    /// The loan's fee.
    pub loan_fee: Money,
    /// What it costs to start.
    pub setup_costs: Money,
    /// Opening the business account.
    pub account_setup: Money,
    /// What is sold, without VAT.
    pub revenue: Money,
    /// Goods and materials.
    pub variable_costs: Money,
    /// Fixed costs.
    pub fixed_costs: Money,
    /// The business account.
    pub account_fee: Money,
    /// What is left of the revenue; it may be negative.
    pub surplus: Money,
    /// The loan's instalment, when the business pays it.
    pub instalment: Money,
    /// What the owner draws.
    pub draw: Money,
    /// What the closed business hands over; negative = a debt.
    pub wound_up: Money,
    /// On the account at the end of the month.
    pub closing: Money,
}

/// The debt's lines of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoanLines {
    /// Owed at the start of the month; in the month of the payout, the principal.
    pub opening: Money,
    /// Interest, added to the debt.
    pub interest: Money,
    /// What is paid back.
    pub instalment: Money,
    /// Paused: neither interest nor instalment.
    pub paused: bool,
    /// Owed at the end of the month.
    pub outstanding: Money,
}

impl MonthRow {
    /// Is there too little in a purse at the end of the month?
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.household.closing.is_negative() || self.business.closing.is_negative()
    }

    /// What is missing in the month between its income and living costs, tax and instalment; zero where
    /// nothing is. Savings do not count.
    #[must_use]
    pub fn gap(&self) -> Money {
        (self.household.outgoings() - self.household.income()).at_least_zero()
    }

    /// A gap of at least one krone, as people see it.
    #[must_use]
    pub fn has_gap(&self) -> bool {
        self.gap().rounded_kroner() > 0
    }
}

impl HouseholdLines {
    /// Is the ordinary benefit or the subsidy paid?
    #[must_use]
    pub fn has_public_support(&self) -> bool {
        !self.benefit.is_zero() || !self.subsidy.is_zero()
    }

    /// What the household earns itself and has otherwise: without benefit and subsidy.
    #[must_use]
    pub fn own_income(&self) -> Money {
        self.job_pay - self.atp + self.draw + self.other_income
    }

    /// Pay of the small jobs after the employee's ATP.
    #[must_use]
    pub fn job_after_atp(&self) -> Money {
        self.job_pay - self.atp
    }

    /// What the household has in the month: public support, the small jobs after ATP, the business, other income.
    #[must_use]
    pub fn income(&self) -> Money {
        self.benefit + self.subsidy + self.own_income()
    }

    /// Everything that comes in, with what a closed business hands over.
    #[must_use]
    pub fn total_in(&self) -> Money {
        self.income() + self.wound_up.at_least_zero()
    }

    /// Everything that goes out, with what is put into the business and a closed business's debt.
    #[must_use]
    pub fn total_out(&self) -> Money {
        self.outgoings() + self.own_contribution + (-self.wound_up).at_least_zero()
    }

    /// What the month adds to the account: [`total_in`](Self::total_in) less [`total_out`](Self::total_out).
    #[must_use]
    pub fn net_change(&self) -> Money {
        self.closing - self.opening
    }

    /// What the household must pay: living costs, tax and the instalment it pays itself.
    #[must_use]
    pub fn outgoings(&self) -> Money {
        self.living_costs + self.tax + self.instalment
    }
}

impl BusinessLines {
    /// What is paid out of the loan, after its fee.
    #[must_use]
    pub fn net_payout(&self) -> Money {
        self.payout - self.loan_fee
    }

    /// What it costs to start, with the account.
    #[must_use]
    pub fn start_up_costs(&self) -> Money {
        self.setup_costs + self.account_setup
    }
}
