//! The bounds of the values in a case, for the file and for the fields of the app alike.

use crate::quantity::{Money, Month, Rate, WeeklyHours};

pub use crate::quantity::Bounds;
pub use crate::screening::{AGE, AMOUNT};

const fn whole(min: u32, max: u32) -> Bounds<u32> {
    Bounds { min, max }
}

const fn rate(max_millionths: i64) -> Bounds<Rate> {
    Bounds { min: Rate::ZERO, max: Rate::from_millionths(max_millionths) }
}

/// An amount that must be above zero.
pub const POSITIVE_AMOUNT: Bounds<Money> = Bounds { min: Money::from_oere(1), max: AMOUNT.max };
/// An hourly wage.
pub const HOURLY_WAGE: Bounds<Money> = Bounds { min: Money::from_oere(1), max: Money::from_kroner(2_000) };
/// Hours a week.
pub const HOURS: Bounds<WeeklyHours> =
    Bounds { min: WeeklyHours::from_hundredths(0), max: WeeklyHours::from_hundredths(6_000) };
/// A rate.
pub const RATE: Bounds<Rate> = rate(1_000_000);
/// A municipal or church tax rate.
pub const LOCAL_TAX_RATE: Bounds<Rate> = rate(400_000);
/// A factor for a month's season.
pub const SEASON: Bounds<Rate> = rate(10_000_000);
/// Age of somebody with an ordinary benefit.
pub const BENEFIT_AGE: Bounds<u32> = whole(18, 66);
/// Months of a scenario.
pub const MONTHS: Bounds<u32> = whole(1, 120);
/// Months of course, and of waiting for an account.
pub const BEFORE_OPENING: Bounds<u32> = whole(0, 12);
/// Months of subsidy.
pub const SUBSIDY_MONTHS: Bounds<u32> = whole(0, 24);
/// Months from the payout to the first instalment.
pub const FIRST_INSTALMENT: Bounds<u32> = whole(1, 60);
/// How many instalments.
pub const TERM: Bounds<u32> = whole(1, 360);
/// Months until full speed.
pub const RAMP: Bounds<u32> = whole(1, 60);
/// Characters of a name or label.
pub const NAME: Bounds<u32> = whole(1, 60);
/// How many scenarios.
pub const SCENARIOS: Bounds<u32> = whole(0, 8);
/// How many costs of starting.
pub const SETUP_COSTS: Bounds<u32> = whole(0, 40);
/// How many small jobs.
pub const SMALL_JOBS: Bounds<u32> = whole(0, 6);

/// A month of a case.
#[must_use]
pub const fn month() -> Bounds<Month> {
    Bounds { min: Month::from_index(2017 * 12 + 6), max: Month::from_index(2099 * 12 + 11) }
}
