//! Half years: what the timeline counts by.

use std::fmt;

use crate::quantity::Month;

/// How many months a half year has.
const MONTHS: i32 = 6;

/// January to June, or July to December, of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfYear {
    /// January or July.
    first: Month,
}

impl HalfYear {
    /// The half year a month lies in.
    #[must_use]
    pub const fn of(month: Month) -> Self {
        let gone = (month.number().cast_signed() - 1) % MONTHS;
        HalfYear { first: month.plus(-gone) }
    }

    /// The half year after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        HalfYear { first: self.first.plus(MONTHS) }
    }
}

/// `2021-1`, `2021-2`.
impl fmt::Display for HalfYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.first.number() == 1 { 1 } else { 2 };
        write!(f, "{:04}-{half}", self.first.year())
    }
}

impl serde::Serialize for HalfYear {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
