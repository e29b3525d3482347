//! Decimal text to whole units, strictly.

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
    let (whole, fraction) = parts(text).ok_or(DecimalError::NotANumber)?;
    let missing = (decimals as usize).checked_sub(fraction.len()).ok_or(DecimalError::TooManyDecimals)?;
    // In units of the last decimal it is a whole number; counted on its own side of zero, so that the least
    // number fits too.
    let is_negative = text.starts_with('-');
    let digits = whole.bytes().chain(fraction.bytes()).chain(std::iter::repeat_n(b'0', missing));
    let step = |number: i64, digit: u8| {
        let digit = i64::from(digit - b'0');
        number.checked_mul(10)?.checked_add(if is_negative { -digit } else { digit })
    };
    digits.into_iter().try_fold(0, step).ok_or(DecimalError::TooLarge)
}

/// What stands before and after the decimal point, or `None` when it is not a plain decimal number.
fn parts(text: &str) -> Option<(&str, &str)> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
        Some(_) => return None,
        None => (unsigned, ""),
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (!whole.is_empty() && digits(whole) && digits(fraction)).then_some((whole, fraction))
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
        assert_eq!(parse_scaled("92233720368547758.07", 2), Ok(i64::MAX));
        assert_eq!(parse_scaled("92233720368547758.08", 2), Err(DecimalError::TooLarge));
        assert_eq!(parse_scaled("-92233720368547758.08", 2), Ok(i64::MIN));
        assert_eq!(parse_scaled(&"9".repeat(40), 2), Err(DecimalError::TooLarge));
        assert_eq!(parse_scaled("9999999999999999999", 2), Err(DecimalError::TooLarge));
        assert_eq!(parse_scaled("7922816251426433759354395033", 6), Err(DecimalError::TooLarge));
        assert_eq!(parse_scaled(&format!("{}.123", "9".repeat(40)), 2), Err(DecimalError::TooManyDecimals));
    }
}
