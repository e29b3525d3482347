//! A value of any kind a calculation knows.

use std::fmt;

use crate::quantity::{Exact, Money, Month, MonthlyHours, Rate, WeeklyHours};
use crate::string_enum::string_enum;

/// A value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// An amount.
    Money(Money),
    /// An amount between two roundings.
    Unrounded(Exact),
    /// A rate.
    Rate(Rate),
    /// A factor that may be above one.
    Factor(Rate),
    /// Hours in a month.
    MonthlyHours(MonthlyHours),
    /// Hours a week.
    WeeklyHours(WeeklyHours),
    /// A month.
    Month(Month),
    /// A whole number.
    Whole(u32),
    /// Yes or no.
    Truth(bool),
    /// A word of the case format, such as a phase.
    Word(&'static str),
}

string_enum! {
    /// What kind of value it is.
    ValueKind {
        /// Kroner, two decimals.
        Money = "money",
        /// Kroner, a fraction in lowest terms.
        Unrounded = "unrounded",
        /// A decimal fraction.
        Rate = "rate",
        /// A decimal number.
        Factor = "factor",
        /// Hours in a month, a fraction in lowest terms.
        MonthlyHours = "monthly_hours",
        /// Hours a week, two decimals.
        WeeklyHours = "weekly_hours",
        /// A month.
        Month = "month",
        /// A whole number.
        Whole = "whole",
        /// Yes or no.
        Truth = "truth",
        /// A word of the case format.
        Word = "word",
    }
}

impl Value {
    /// What kind it is.
    #[must_use]
    pub const fn kind(self) -> ValueKind {
        match self {
            Value::Money(_) => ValueKind::Money,
            Value::Unrounded(_) => ValueKind::Unrounded,
            Value::Rate(_) => ValueKind::Rate,
            Value::Factor(_) => ValueKind::Factor,
            Value::MonthlyHours(_) => ValueKind::MonthlyHours,
            Value::WeeklyHours(_) => ValueKind::WeeklyHours,
            Value::Month(_) => ValueKind::Month,
            Value::Whole(_) => ValueKind::Whole,
            Value::Truth(_) => ValueKind::Truth,
            Value::Word(_) => ValueKind::Word,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Money(money) => money.fmt(f),
            Value::Unrounded(amount) => amount.fmt(f),
            Value::Rate(rate) | Value::Factor(rate) => rate.fmt(f),
            Value::MonthlyHours(hours) => hours.fmt(f),
            Value::WeeklyHours(hours) => hours.fmt(f),
            Value::Month(month) => month.fmt(f),
            Value::Whole(number) => number.fmt(f),
            Value::Truth(truth) => truth.fmt(f),
            Value::Word(word) => f.write_str(word),
        }
    }
}

/// Whole numbers and truths as JSON has them, everything else as its text.
impl serde::Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Whole(number) => serializer.serialize_u32(*number),
            Value::Truth(truth) => serializer.serialize_bool(*truth),
            other => serializer.collect_str(other),
        }
    }
}

/// Each type of the engine is a value of one kind; a [`Value::Factor`] is said to be one.
macro_rules! from {
    ($($type:ty => $kind:ident,)+) => {
        $(impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Value::$kind(value)
            }
        })+
    };
}

from! {
    Money => Money,
    Exact => Unrounded,
    Rate => Rate,
    MonthlyHours => MonthlyHours,
    WeeklyHours => WeeklyHours,
    Month => Month,
    u32 => Whole,
    bool => Truth,
    &'static str => Word,
}
