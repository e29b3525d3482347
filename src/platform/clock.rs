//! What day it is where the person sits.

use mikrolaan_engine::case::bounds;
use mikrolaan_engine::quantity::{Date, Month};

/// Today. A clock that is far off gives the nearest month the rules can be held against.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(i32::MAX);
    let allowed = bounds::month();
    let month = Month::new(year, now.get_month() + 1).unwrap_or(allowed.max).clamp(allowed.min, allowed.max);
    Date::new(month, now.get_date()).unwrap_or(Date::first_of(month))
}
