//! What day it is where the person sits.

use mikrolaan_engine::case::bounds;
use mikrolaan_engine::quantity::Month;

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Its month.
    pub month: Month,
    /// Its number in the month, from 1.
    pub number: u32,
}

/// Today. A clock that is far off gives the nearest month the rules can be held against.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(i32::MAX);
    let allowed = bounds::month();
    let month = Month::new(year, now.get_month() + 1).unwrap_or(allowed.max);
    Day { month: month.clamp(allowed.min, allowed.max), number: now.get_date() }
}
