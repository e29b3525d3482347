//! What is wrong with a case, and where.

use crate::string_enum::string_enum;

string_enum! {
    /// A kind of error.
    ErrorCode {
        /// Not JSON, or JSON this program does not take (byte-order mark, lone surrogate, too deep).
        NotJson = "not_json",
        /// A key is written twice.
        DuplicateKey = "duplicate_key",
        /// A key that does not exist here.
        UnknownKey = "unknown_key",
        /// Something required is not there.
        Missing = "missing",
        /// Another JSON type than the place takes.
        WrongType = "wrong_type",
        /// Not a plain decimal number.
        NotANumber = "not_a_number",
        /// More decimals than the place takes.
        TooManyDecimals = "too_many_decimals",
        /// Outside the bounds.
        OutOfRange = "out_of_range",
        /// Not a month of the form 2027-01.
        NotAMonth = "not_a_month",
        /// Not one of the values the place takes.
        UnknownValue = "unknown_value",
        /// Does not fit with something else in the case.
        Inconsistent = "inconsistent",
        /// A month before the first period of a figure.
        NotCovered = "not_covered",
        /// A format this program does not read.
        UnsupportedFormat = "unsupported_format",
        /// A link in which a character is wrong, missing or too many.
        DamagedLink = "damaged_link",
        /// More than 1 MiB, or a link of more than 8,000 characters.
        TooLarge = "too_large",
        /// There are more errors than are told.
        TooManyErrors = "too_many_errors",
        /// The command was called wrongly.
        Usage = "usage",
    }
}

/// One error: where, what kind, and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// Where in the document; empty = the whole of it.
    pub path: String,
    /// What kind.
    pub code: ErrorCode,
    /// What was read and what is allowed, in English.
    pub message: String,
    /// The least value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<String>,
    /// The greatest value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<String>,
}

impl Problem {
    /// An error without bounds.
    #[must_use]
    pub fn new(path: impl Into<String>, code: ErrorCode, message: impl Into<String>) -> Self {
        Problem { path: path.into(), code, message: message.into(), min: None, max: None }
    }

    /// With the bounds that were broken.
    #[must_use]
    pub fn between(mut self, min: impl ToString, max: impl ToString) -> Self {
        self.min = Some(min.to_string());
        self.max = Some(max.to_string());
        self
    }

    /// All errors as one line of JSON: `{"error": […]}`.
    #[must_use]
    pub fn to_json(problems: &[Problem]) -> String {
        #[derive(serde::Serialize)]
        struct Errors<'a> {
            error: &'a [Problem],
        }
        serde_json::to_string(&Errors { error: problems }).unwrap_or_default()
    }
}
