//! Values that cannot be wrong: money in whole øre, rates, months, days and hours.
//!
//! Nothing here rounds by itself. An intermediate amount is an [`Exact`]; it becomes [`Money`]
//! through [`Exact::round`] or [`Exact::ceil`], the two roundings the rules know.

mod bounds;
mod date;
mod decimal;
mod exact;
mod hours;
mod money;
mod month;
mod percent;
mod rate;

pub use bounds::Bounds;
pub use date::Date;
pub use decimal::{DecimalError, parse_scaled};
pub use exact::{Exact, rounded_product};
pub use hours::{MonthlyHours, WeeklyHours};
pub use money::Money;
pub use month::Month;
pub use percent::AnnualPercentage;
pub use rate::Rate;
