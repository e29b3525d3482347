//! The dates and ages the benefit acts turn on. What they give in kroner stands in the figures.

use crate::quantity::Month;

/// The first month of the reform of kontanthjælp: uddannelseshjælp and overgangsydelse are part
/// of kontanthjælp, with three rates and new rules for earnings.
pub const BENEFIT_REFORM: Month = Month::from_index(2025 * 12 + 6);

/// From this month turnover is counted by calendar year for VAT, before it over the last twelve months
/// (lov 1693/2024).
pub const TURNOVER_BY_CALENDAR_YEAR: Month = Month::from_index(2025 * 12);

/// From this age the benefit is that of adults, in whole years; below it living with one's parents lowers it.
pub const ADULT_RATE_AGE: u32 = 30;

/// From this age, and below [`ADULT_RATE_AGE`], two and a half years of work give the rate of adults.
pub const WORK_EXPERIENCE_AGE: u32 = 25;
