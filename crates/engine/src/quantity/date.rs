//! Calendar days.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::Month;

/// A day, such as 4 December 2026. Plans are made of months; days are for deadlines that begin on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    month: Month,
    day: u32,
}

impl Date {
    /// The day with this number, from 1; `None` where the month has no such day.
    #[must_use]
    pub fn new(month: Month, day: u32) -> Option<Self> {
        (1..=month.days()).contains(&day).then_some(Date { month, day })
    }

    /// The first day of a month.
    #[must_use]
    pub const fn first_of(month: Month) -> Self {
        Date { month, day: 1 }
    }

    /// The last day of a month.
    #[must_use]
    pub fn last_of(month: Month) -> Self {
        Date { month, day: month.days() }
    }

    /// Reads `"2026-12-04"`; `None` when the text is not such a day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.rsplit_once('-')?;
        let is_two_digits = day.len() == 2 && day.bytes().all(|byte| byte.is_ascii_digit());
        Date::new(Month::parse(month)?, day.parse().ok().filter(|_| is_two_digits)?)
    }

    /// Its month.
    #[must_use]
    pub const fn month(self) -> Month {
        self.month
    }

    /// Its number in the month, from 1.
    #[must_use]
    pub const fn day(self) -> u32 {
        self.day
    }

    /// So many days later.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        let Date { mut month, day } = self;
        let mut day = day.saturating_add(days);
        while day > month.days() {
            day -= month.days();
            month = month.plus(1);
        }
        Date { month, day }
    }

    /// So many days from Monday to Friday later; the day itself is not counted. Public holidays are counted as working
    /// days, so that a deadline found like this is never later than the real one.
    #[must_use]
    pub fn plus_working_days(self, days: u32) -> Self {
        let mut date = self;
        for _ in 0..days {
            date = date.plus_days(1);
            while date.is_weekend() {
                date = date.plus_days(1);
            }
        }
        date
    }

    fn is_weekend(self) -> bool {
        let day = NaiveDate::from_ymd_opt(self.month.year(), self.month.number(), self.day);
        day.is_some_and(|day| day.weekday().num_days_from_monday() > 4)
    }
}

/// `2026-12-04`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Month};

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    #[test]
    fn reads_and_prints() {
        for text in ["2026-12-04", "2028-02-29", "2026-01-31"] {
            assert_eq!(date(text).to_string(), text);
        }
        for text in ["", "2026-12", "2026-12-4", "2026-02-29", "2026-13-01", "2026-12-00", "2026-12-+4", "04-12-2026"] {
            assert_eq!(Date::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn goes_over_months_and_years() {
        assert_eq!(date("2026-11-18").plus_days(28), date("2026-12-16"));
        assert_eq!(date("2026-12-31").plus_days(1), date("2027-01-01"));
        assert_eq!(date("2028-02-28").plus_days(1), date("2028-02-29"));
        assert_eq!(date("2026-01-01").plus_days(365), date("2027-01-01"));
        assert_eq!(date("2026-11-18").plus_days(0), date("2026-11-18"));
        assert!(date("2026-12-01") > date("2026-11-30"));
    }

    #[test]
    fn working_days_pass_weekends_by() {
        assert_eq!(date("2026-11-20").plus_working_days(10), date("2026-12-04"), "a Friday");
        assert_eq!(date("2026-11-21").plus_working_days(1), date("2026-11-23"), "a Saturday");
        assert_eq!(date("2026-11-20").plus_working_days(1), date("2026-11-23"));
        assert_eq!(date("2026-11-20").plus_working_days(0), date("2026-11-20"));
    }

    #[test]
    fn a_month_has_a_first_and_a_last_day() {
        let month = Month::new(2028, 2).expect("a month");
        assert_eq!((Date::first_of(month), Date::last_of(month)), (date("2028-02-01"), date("2028-02-29")));
        assert_eq!((date("2028-02-29").month(), date("2028-02-29").day()), (month, 29));
        assert_eq!(Date::new(month, 30), None);
    }
}
