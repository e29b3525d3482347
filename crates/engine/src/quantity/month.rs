//! Calendar months.

use std::fmt;

use chrono::NaiveDate;

/// A calendar month, such as July 2027.
///
/// Counted from January of year 0, so that stepping and comparing are integer operations; days come
/// from `chrono`, which knows the leap years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    index: i32,
}

impl Month {
    /// The month `month` (1 to 12) of `year` (0 to 9999).
    #[must_use]
    pub const fn new(year: i32, month: u32) -> Option<Self> {
        if year < 0 || year > 9999 || month < 1 || month > 12 {
            return None;
        }
        Some(Month { index: year * 12 + month.cast_signed() - 1 })
    }

    /// For the tables made at build time, which have been checked there.
    pub(crate) const fn from_index(index: i32) -> Self {
        Month { index }
    }

    /// Reads `"2027-01"`; `None` when the text is not such a month.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return None;
        }
        Month::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.index.div_euclid(12)
    }

    /// The month's number in its year, 1 to 12.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.index.rem_euclid(12).unsigned_abs() + 1
    }

    /// So many months later (earlier when negative).
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Month { index: self.index.saturating_add(months) }
    }

    /// The month before.
    #[must_use]
    pub const fn previous(self) -> Self {
        self.plus(-1)
    }

    /// How many months this one lies after `earlier`.
    #[must_use]
    pub const fn months_since(self, earlier: Month) -> i32 {
        self.index.saturating_sub(earlier.index)
    }

    /// How many days the month has.
    #[must_use]
    pub fn days(self) -> u32 {
        let first = |month: Month| NaiveDate::from_ymd_opt(month.year(), month.number(), 1);
        match (first(self), first(self.plus(1))) {
            (Some(this), Some(next)) => next.signed_duration_since(this).num_days().unsigned_abs() as u32,
            _ => 31,
        }
    }
}

/// `2027-01`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl serde::Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Month;

    #[test]
    fn reads_and_prints() {
        for text in ["2017-07", "2027-01", "2099-12", "0000-01"] {
            assert_eq!(Month::parse(text).map(|month| month.to_string()).as_deref(), Some(text));
        }
        for text in
            ["", "2027", "2027-13", "2027-00", "2027-1", "27-01", "2027-01-01", "+027-01", "2027/01", " 2027-01"]
        {
            assert_eq!(Month::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn steps_over_the_year() {
        let month = Month::new(2026, 11).expect("a month");
        assert_eq!(month.plus(3).to_string(), "2027-02");
        assert_eq!(month.plus(-11).to_string(), "2025-12");
        assert_eq!(month.plus(14).months_since(month), 14);
    }

    #[test]
    fn knows_its_days() {
        let days = |text| Month::parse(text).map(Month::days);
        assert_eq!(days("2028-02"), Some(29));
        assert_eq!(days("2100-02"), Some(28));
        assert_eq!(days("2027-10"), Some(31));
    }
}
