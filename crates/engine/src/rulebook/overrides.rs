//! What a municipality may set otherwise than the rulebook: the one part of a rulebook that varies.

use std::fmt;

use crate::quantity::{Money, Rate};
use crate::string_enum::string_enum;

string_enum! {
    /// Something a municipality may set itself, by its key in the case file.
    OverrideKey {
        /// The largest loan.
        LargestLoan = "largest_loan",
        /// How many months the subsidy is paid.
        SupportMonths = "support_months",
        /// The municipal rate.
        MunicipalRate = "municipal_rate",
        /// The church rate.
        ChurchRate = "church_rate",
        /// The municipality that counts as *here*.
        Municipality = "municipality",
    }
}

/// What a municipality has fixed itself. `None` = as the rulebook has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// The largest loan, in place of the scheme's: the limit of the criterion, of the note and of what is
    /// searched for.
    pub largest_loan: Option<Money>,
    /// How many months the subsidy is paid when a scenario does not say: 0 to 24.
    pub support_months: Option<u32>,
    /// The municipal rate of every month, in place of the published ones. A scenario's own rate wins.
    pub municipal_rate: Option<Rate>,
    /// The church rate of those who pay it and do not write their own.
    pub church_rate: Option<Rate>,
    /// The municipality that counts as *here*, in place of Aalborg.
    pub municipality: Option<MunicipalityId>,
}

impl Overrides {
    /// Nothing is set: the rulebook as it is.
    pub const NONE: Overrides = Overrides {
        largest_loan: None,
        support_months: None,
        municipal_rate: None,
        church_rate: None,
        municipality: None,
    };

    /// Is nothing set?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Overrides::NONE
    }
}

/// The most letters of a municipality's id.
const LONGEST_ID: usize = MunicipalityId::LONGEST as usize;

/// The id of a municipality in files: `[a-z][a-z0-9-]{0,31}`, such as `aalborg`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct MunicipalityId {
    letters: [u8; LONGEST_ID],
    length: usize,
}

impl MunicipalityId {
    /// The most letters of an id.
    pub const LONGEST: u32 = 32;

    /// Reads an id; `None` when the text is not one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (first, rest) = text.as_bytes().split_first()?;
        let is_letter = |byte: &u8| byte.is_ascii_lowercase();
        if !is_letter(first) || !rest.iter().all(|byte| is_letter(byte) || byte.is_ascii_digit() || *byte == b'-') {
            return None;
        }
        let mut letters = [0; LONGEST_ID];
        letters.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(MunicipalityId { letters, length: text.len() })
    }

    /// The id as it stands in files.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // What was read is ASCII, and the length is that of what was read.
        self.letters.get(..self.length).and_then(|letters| str::from_utf8(letters).ok()).unwrap_or_default()
    }
}

impl fmt::Display for MunicipalityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for MunicipalityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::{MunicipalityId, Overrides};

    #[test]
    fn an_id_begins_with_a_small_letter_and_has_at_most_thirty_two() {
        let longest = "a".repeat(32);
        for text in ["a", "aalborg", "ny-by-2", longest.as_str()] {
            assert_eq!(MunicipalityId::parse(text).map(|id| id.to_string()).as_deref(), Some(text));
        }
        let too_long = "a".repeat(33);
        for text in ["", "2by", "-by", "Aalborg", "å", "by_2", "by 2", too_long.as_str()] {
            assert_eq!(MunicipalityId::parse(text), None, "{text:?}");
        }
        assert_ne!(MunicipalityId::parse("a"), MunicipalityId::parse("aa"));
    }

    #[test]
    fn anything_set_is_something() {
        assert!(Overrides::default().is_empty());
        assert!(!Overrides { support_months: Some(0), ..Overrides::NONE }.is_empty());
        assert!(!Overrides { municipality: MunicipalityId::parse("by"), ..Overrides::NONE }.is_empty());
    }
}
