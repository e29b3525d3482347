//! What a scenario counts with where nothing is written. The one list of them.

use crate::quantity::Money;

/// Months of a scenario.
pub const MONTHS: u32 = 36;
/// Months of the course (an assumption: its length stands in no source).
pub const COURSE_MONTHS: u32 = 3;
/// Months until there is a business account (an assumption).
pub const ACCOUNT_WAIT_MONTHS: u32 = 1;
/// Months of subsidy: what the law named as normal.
pub const SUBSIDY_MONTHS: u32 = 6;
/// Months from the payout to the first instalment (an assumption).
pub const FIRST_INSTALMENT: u32 = 6;
/// In which month the business runs at full speed: from the first.
pub const RAMP_MONTHS: u32 = 1;
/// The bank's usual monthly fee for a business account (an assumption, see the rule `rule_account_cost`).
pub const ACCOUNT_FEE: Money = Money::from_kroner(300);
/// What opening a business account usually costs (an assumption, see the rule `rule_account_cost`).
pub const ACCOUNT_SETUP: Money = Money::from_kroner(2_000);

/// Months until there is a business account, by whether it is open already.
#[must_use]
pub const fn account_wait_months(is_open: bool) -> u32 {
    if is_open { 0 } else { ACCOUNT_WAIT_MONTHS }
}
