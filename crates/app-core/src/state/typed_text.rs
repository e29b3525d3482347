//! What must be seen in a text somebody typed: characters that cannot be seen, and CPR numbers, which are never kept.
//!
//! A CPR number: ten digits of which the first six are a day, in one or with spaces and hyphens where people write them: before the last four,
//! and between pairs. What is a piece of a longer row of digits is none.

/// A character that cannot be seen: control characters and those that turn the direction of the writing.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Does something in the text look like a CPR number?
pub fn looks_like_cpr(text: &str) -> bool {
    let mut before = ' ';
    for (at, sign) in text.char_indices() {
        if !before.is_ascii_digit() && is_cpr(&text[at..]) {
            return true;
        }
        if !is_unseen(sign) {
            before = sign;
        }
    }
    false
}

/// Does it begin with one?
fn is_cpr(text: &str) -> bool {
    let (mut number, mut count, mut gaps, mut gap) = (0_u64, 0_u32, 0_u32, 0_u32);
    for sign in text.chars() {
        if let Some(digit) = sign.to_digit(10) {
            match (count, gap) {
                // The eleventh in one: a piece of something longer.
                (10, 0) => return false,
                (10, _) => break,
                (_, 0) => {}
                _ => gaps |= 1 << count,
            }
            number = number * 10 + u64::from(digit);
            (count, gap) = (count + 1, 0);
        } else if matches!(sign, ' ' | '\u{a0}' | '-' | '‐'..='—' | '−') && gap < 3 {
            gap += 1;
        } else if !is_unseen(sign) || sign == '\n' {
            break;
        }
    }
    // A bit for each digit with a gap before it: none, before the last four, also between the pairs of the day, of the last four, all.
    let is_shape = matches!(gaps, 0 | 0x40 | 0x54 | 0x140 | 0x154);
    let (day, month) = (number / 100_000_000, number / 1_000_000 % 100);
    // Of the century nothing is known, so February has 29.
    let short_of_31 = match month {
        2 => 2,
        4 | 6 | 9 | 11 => 1,
        _ => 0,
    };
    count == 10 && is_shape && (1..=12).contains(&month) && day >= 1 && day + short_of_31 <= 31
}

#[cfg(test)]
mod tests {
    use super::looks_like_cpr;

    #[test]
    fn a_cpr_number_is_seen_however_it_is_written() {
        for text in [
            "0101901234",
            "010190-1234",
            "010190 1234",
            "010190 - 1234",
            "010190–1234",
            "010190\u{a0}1234",
            "01 01 90 1234",
            "01 01 90 12 34",
            "010190 12 34",
            "01-01-90-1234",
            "Ring til borgeren, 010190-1234.",
            "(2902001234)",
            "cpr0101901234x",
            "Barn 2 010190-1234 1500 kr.",
            "0101\u{200b}901234",
            "311299-0000",
            // An account that begins like a day: rather one too many.
            "Konto 1234 0112345678",
            "første linje\n010190-1234",
        ] {
            assert!(looks_like_cpr(text), "not seen: {text}");
        }
    }

    #[test]
    fn what_is_something_else_is_let_through() {
        for text in [
            "",
            "010190",
            "01019012345",
            "20101901234",
            "3213901234",
            "013190-1234",
            "310290-1234",
            "000190-1234",
            "DK5000400440116243",
            "DK50 0040 0440 1162 43",
            "+45 12 34 56 78",
            "+4512345678",
            "Ring 98 12 34 56 eller 21 12 34 56",
            "Møde 12-10-2026 14:30",
            "12.10.26 1430",
            "1.010.190 1234",
            "CVR 29102630",
            "8.670 kr. og 12.000 kr.",
            "2026-11-23",
            "1234 5678 9012 3456",
            "010190\n1234",
        ] {
            assert!(!looks_like_cpr(text), "seen: {text}");
        }
    }
}
