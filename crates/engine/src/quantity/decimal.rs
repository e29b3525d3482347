//! Decimal text to whole units, strictly.

use rust_decimal::Decimal;

/// Why a decimal string was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Not of the form `-?[0-9]+(\.[0-9]+)?`.
    NotANumber,
    /// More decimals written than allowed; zeros count.
    TooManyDecimals,
    /// A number, but too large to be held at all.
    TooLarge,
}

/// Reads `text` as a decimal number with at most `decimals` decimals, and returns it in units of
/// 10⁻ᵈᵉᶜⁱᵐᵃˡˢ: `parse_scaled("12.5", 2)` is `1250`.
///
/// # Errors
/// [`DecimalError`], checked in the order of its variants.
pub fn parse_scaled(text: &str, decimals: u32) -> Result<i64, DecimalError> {
    let written = decimals_written(text).ok_or(DecimalError::NotANumber)?;
    if written > decimals as usize {
        return Err(DecimalError::TooManyDecimals);
    }
    let mut value = Decimal::from_str_exact(text).map_err(|_| DecimalError::TooLarge)?;
    value.rescale(decimals);
    if value.scale() != decimals {
        return Err(DecimalError::TooLarge);
    }
    i64::try_from(value.mantissa()).map_err(|_| DecimalError::TooLarge)
}

/// How many decimals `text` has, or `None` when it is not a plain decimal number.
fn decimals_written(text: &str) -> Option<usize> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
        Some(_) => return None,
        None => (unsigned, ""),
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (!whole.is_empty() && digits(whole) && digits(fraction)).then_some(fraction.len())
}

#[cfg(test)]
mod tests {
    use super::{DecimalError, parse_scaled};

    #[test]
    fn reads_plain_decimals_only() {
        assert_eq!(parse_scaled("12345.5", 2), Ok(1_234_550));
        assert_eq!(parse_scaled("-12", 2), Ok(-1200));
        assert_eq!(parse_scaled("-0", 2), Ok(0));
        assert_eq!(parse_scaled("0012", 2), Ok(1200));
        for text in ["", "-", "+5", ".5", "5.", "1e3", "12,50", " 5", "5 ", "1_000", "٣", "--1", "NaN"] {
            assert_eq!(parse_scaled(text, 2), Err(DecimalError::NotANumber), "{text:?}");
        }
    }

    #[test]
    fn decimals_written_count_even_when_they_are_zero() {
        assert_eq!(parse_scaled("1.00", 2), Ok(100));
        assert_eq!(parse_scaled("1.000", 2), Err(DecimalError::TooManyDecimals));
    }

    #[test]
    fn too_large_is_told_apart() {
        assert_eq!(parse_scaled(&"9".repeat(40), 2), Err(DecimalError::TooLarge));
        assert_eq!(parse_scaled("9999999999999999999", 2), Err(DecimalError::TooLarge));
        assert_eq!(parse_scaled("7922816251426433759354395033", 6), Err(DecimalError::TooLarge));
        assert_eq!(parse_scaled(&format!("{}.123", "9".repeat(40)), 2), Err(DecimalError::TooManyDecimals));
    }
}
