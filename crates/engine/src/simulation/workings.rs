//! What a month was worked out to be: its lines, and everything in between them.
//!
//! Each part of the month gives a plain value of what it worked out. Where the rules decide which formula holds, an
//! enum says which one it was. Whoever wants to know how a figure came about reads it here; nothing is worked out
//! for the telling.

use super::benefit::{BaseWorkings, BenefitWorkings};
use super::business::TradeWorkings;
use super::job::JobsWorkings;
use super::ledger::{HouseholdLines, MonthRow};
use super::loan::LoanWorkings;
use super::profit::ProfitWorkings;
use super::purses::BusinessWorkings;
use super::subsidy::SubsidyWorkings;
use super::tax::TaxWorkings;
use super::timeline::Phase;
use crate::quantity::{Money, Month};

/// A month, worked out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MonthWorkings {
    /// When it is.
    pub(crate) context: MonthContext,
    /// Benefit or subsidy, before anything reduces it.
    pub(crate) full_support: FullSupport,
    /// The small jobs together.
    pub(crate) jobs: JobsWorkings,
    /// What the business sells and costs; `None` = it is not open.
    pub(crate) trade: Option<TradeWorkings>,
    /// The ordinary benefit.
    pub(crate) benefit: BenefitWorkings,
    /// The subsistence subsidy.
    pub(crate) subsidy: SubsidyWorkings,
    /// The debt.
    pub(crate) loan: LoanWorkings,
    /// The business account, with the owner's draw.
    pub(crate) business: BusinessWorkings,
    /// What of the business's result is taxed.
    pub(crate) profit: ProfitWorkings,
    /// The tax.
    pub(crate) tax: TaxWorkings,
    /// The household's account.
    pub(crate) household: HouseholdLines,
    /// Does the month carry itself?
    pub(crate) self_supporting: bool,
}

/// What is known of a month before its lines are worked out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MonthContext {
    /// The calendar month.
    pub(crate) month: Month,
    /// The phase it is in.
    pub(crate) phase: Phase,
    /// Is it the scenario's first month?
    pub(crate) is_first: bool,
    /// Month *b*; `None` without a business.
    pub(crate) opening: Option<Month>,
    /// How many months it is after month *b*; `None` before it.
    pub(crate) since_opening: Option<u32>,
    /// Which month of its life the business is in (1 = the first), while it is open.
    pub(crate) open_month: Option<u32>,
    /// Is it the first month in which the business is closed?
    pub(crate) is_first_closed: bool,
}

/// Benefit or subsidy of a month, before anything reduces it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FullSupport {
    /// There is none in the phase.
    Nothing,
    /// The subsidy the person has written.
    OwnSubsidy(Money),
    /// The base of the ordinary benefit.
    Base(BaseWorkings),
}

impl FullSupport {
    /// How much it is.
    pub(crate) fn amount(&self) -> Money {
        match self {
            FullSupport::Nothing => Money::ZERO,
            FullSupport::OwnSubsidy(monthly) => *monthly,
            FullSupport::Base(base) => base.amount(),
        }
    }
}

impl MonthWorkings {
    /// The month as it stands in a result.
    pub(crate) fn row(&self) -> MonthRow {
        MonthRow {
            month: self.context.month,
            phase: self.context.phase,
            household: self.household,
            business: self.business.lines,
            loan: self.loan.lines,
            self_supporting: self.self_supporting,
        }
    }
}
