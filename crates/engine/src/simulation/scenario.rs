//! A scenario as the person describes it.

use super::defaults;
use super::field::FieldsWritten;
use crate::quantity::{Money, Month, Rate, WeeklyHours};
use crate::string_enum::string_enum;

/// One plan to look at, or an alternative to compare with (no business).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// What the person calls it.
    pub name: String,
    /// First month.
    pub start: Month,
    /// How many months, 1 to 120.
    pub months: u32,
    /// How long the course lasts.
    pub course_months: u32,
    /// How long the business account takes after the course.
    pub account_wait_months: u32,
    /// The household's money.
    pub household: Household,
    /// The ordinary benefit; `None` = it follows from the answers.
    pub benefit: Option<Benefit>,
    /// The subsistence subsidy.
    pub subsidy: Subsidy,
    /// The microloan.
    pub loan: Option<Loan>,
    /// The business; `None` = an alternative such as an ordinary job.
    pub business: Option<Business>,
    /// Small jobs beside the business, or an ordinary one.
    pub small_jobs: Vec<SmallJob>,
    /// How tax is worked out.
    pub tax: Tax,
    /// What the person lives on after the business has closed.
    pub after_closure: AfterClosure,
    /// What stands in the file although it is the default.
    pub written: FieldsWritten,
}

impl Scenario {
    /// A scenario of this name from this month on, everything else at its default.
    #[must_use]
    pub fn begun(start: Month, name: String) -> Self {
        Scenario {
            name,
            start,
            months: defaults::MONTHS,
            course_months: defaults::COURSE_MONTHS,
            account_wait_months: defaults::ACCOUNT_WAIT_MONTHS,
            household: Household::default(),
            benefit: None,
            subsidy: Subsidy::default(),
            loan: None,
            business: None,
            small_jobs: Vec::new(),
            tax: Tax::default(),
            after_closure: AfterClosure::Benefit,
            written: FieldsWritten::default(),
        }
    }
}

/// The household's money.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Household {
    /// On the account at the start.
    pub savings: Money,
    /// What it costs to live, a month.
    pub living_costs: Money,
    /// Income after tax that does not reduce the benefit, a month.
    pub other_income: Money,
}

/// Where the ordinary benefit comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Benefit {
    /// The amount the person receives.
    Own {
        /// Before tax, a month.
        monthly: Money,
        /// Whether earnings reduce it.
        deduction: Deduction,
    },
    /// The rate that follows from the person's situation.
    Profile(Profile),
}

string_enum! {
    /// Whether earnings reduce an own benefit amount.
    Deduction {
        /// As kontanthjælp.
        Kontanthjaelp = "kontanthjaelp",
        /// Not at all.
        None = "none",
    }
}

/// The situation that decides the rate of the ordinary benefit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Age in whole years, 18 to 66; it stays as given.
    pub age: u32,
    /// Supports a child, wherever it lives.
    pub children: bool,
    /// Lives alone.
    pub single: bool,
    /// Lives with parents.
    pub lives_with_parents: bool,
    /// Uddannelseshjælp rather than kontanthjælp (to June 2025).
    pub education_help: bool,
    /// Meets the residence and employment requirements (from July 2025).
    pub residence_and_work_met: bool,
    /// Has worked two and a half years full time (from July 2025, ages 25 to 29).
    pub worked_two_and_a_half_years: bool,
    /// One of the children lives with the person; `None` = as `children`.
    pub children_at_home: Option<bool>,
}

impl Profile {
    /// The youngest age with an ordinary benefit.
    pub const LEAST_AGE: u32 = 18;
    /// The oldest.
    pub const GREATEST_AGE: u32 = 66;

    /// Somebody of this age, everything else at its default.
    #[must_use]
    pub const fn of_age(age: u32) -> Self {
        Profile {
            age,
            children: false,
            single: false,
            lives_with_parents: false,
            education_help: false,
            residence_and_work_met: true,
            worked_two_and_a_half_years: false,
            children_at_home: None,
        }
    }

    /// Does one of the children live with the person?
    #[must_use]
    pub fn lives_with_child(&self) -> bool {
        self.children && self.children_at_home.unwrap_or(true)
    }

    /// Does the person live alone with a child?
    #[must_use]
    pub fn is_single_parent(&self) -> bool {
        self.single && self.lives_with_child()
    }
}

/// The subsistence subsidy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subsidy {
    /// How many months.
    pub months: u32,
    /// Whether the need is looked at each month.
    pub model: SubsidyModel,
    /// The full monthly amount; `None` = as the ordinary benefit.
    pub monthly: Option<Money>,
}

impl Default for Subsidy {
    fn default() -> Self {
        Subsidy { months: defaults::SUBSIDY_MONTHS, model: SubsidyModel::NeedBased, monthly: None }
    }
}

string_enum! {
    /// How the subsidy follows the need.
    SubsidyModel {
        /// Reduced by the surplus and by earnings (an assumption).
        NeedBased = "need_based",
        /// The full amount every month.
        Full = "full",
    }
}

/// The microloan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loan {
    /// What is paid out.
    pub principal: Money,
    /// Interest a year; the scheme's loan has none.
    pub annual_rate: Rate,
    /// A fee at the payout.
    pub fee: Money,
    /// How many months after the payout the first instalment falls.
    pub first_instalment_after_months: u32,
    /// How it is paid back.
    pub repayment: Repayment,
}

/// How a loan is paid back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repayment {
    /// So much a month.
    Instalment(Money),
    /// In so many level instalments.
    Term(u32),
}

/// The business.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Business {
    /// From the savings, in the opening month.
    pub own_contribution: Money,
    /// What it costs to start.
    pub setup_costs: Vec<SetupCost>,
    /// What it sells, without VAT.
    pub revenue: Revenue,
    /// A factor on the revenue for each calendar month, January first.
    pub seasonality: Option<[Rate; 12]>,
    /// The part of the revenue that goes to goods and materials.
    pub variable_cost_share: Rate,
    /// Fixed costs a month.
    pub fixed_costs: Money,
    /// The business account, a month.
    pub account_fee: Money,
    /// Opening the business account; `None` = nothing when it is open already, else the usual price.
    pub account_setup: Option<Money>,
    /// What stays on the business account.
    pub buffer: Money,
    /// The first month in which it is closed.
    pub closes: Option<Month>,
    /// What becomes of VAT.
    pub vat: Vat,
}

string_enum! {
    /// What becomes of VAT once the business must register for it.
    Vat {
        /// It is not worked out: revenue is without VAT, and customers pay it on top.
        Ignored = "ignored",
        /// Customers pay no more than before, and the business pays the VAT.
        Absorbed = "absorbed",
    }
}

#[expect(
    clippy::derivable_impls,
    reason = "what stands above a row of a closed list is what it means, and nothing else"
)]
impl Default for Vat {
    fn default() -> Self {
        Vat::Ignored
    }
}

/// One cost of starting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetupCost {
    /// What it is for.
    pub label: String,
    /// What it costs.
    pub amount: Money,
}

/// What the business sells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revenue {
    /// In the month it opens.
    pub first_month: Money,
    /// When it runs at full speed.
    pub full_month: Money,
    /// In which month it does so, in a straight line.
    pub ramp_months: u32,
}

impl Default for Revenue {
    fn default() -> Self {
        Revenue { first_month: Money::ZERO, full_month: Money::ZERO, ramp_months: defaults::RAMP_MONTHS }
    }
}

/// A small job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmallJob {
    /// First month.
    pub from: Month,
    /// Last month; `None` = open end.
    pub until: Option<Month>,
    /// Hours a week.
    pub hours_per_week: WeeklyHours,
    /// Pay an hour.
    pub hourly_wage: Money,
}

impl SmallJob {
    /// Is there work in this month?
    #[must_use]
    pub fn covers(&self, month: Month) -> bool {
        self.from <= month && self.until.is_none_or(|until| month <= until)
    }
}

/// How tax is worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tax {
    /// Simplified, or not at all.
    pub mode: TaxMode,
    /// The municipal rate; `None` = Aalborg's.
    pub municipal_rate: Option<Rate>,
    /// The church rate.
    pub church_rate: Rate,
    /// Has the single parent's tax deduction; `None` = it follows from the answers.
    pub single_parent: Option<bool>,
}

impl Default for Tax {
    fn default() -> Self {
        Tax { mode: TaxMode::Simplified, municipal_rate: None, church_rate: Rate::ZERO, single_parent: None }
    }
}

string_enum! {
    /// Whether tax is worked out.
    TaxMode {
        /// Simplified, month by month.
        Simplified = "simplified",
        /// Not at all: the result is before tax.
        None = "none",
    }
}

string_enum! {
    /// What the person lives on after the business has closed.
    AfterClosure {
        /// The ordinary benefit.
        Benefit = "benefit",
        /// No public support.
        Nothing = "nothing",
    }
}
