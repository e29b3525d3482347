//! Bounds as regular expressions: values that are written as text can be bounded in no other way by a schema.

use crate::case::bounds::Bounds;
use crate::quantity::Month;

/// A decimal text from 0 to `most` units of 10^−`scale`, with so many decimals at most: signs before zero and zeros in front
/// included, as the reader takes them.
pub(super) fn decimal(most: i64, scale: u32, decimals: u32) -> String {
    let digits = format!("{:0width$}", most, width = scale as usize + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale as usize);
    let fraction = fraction.trim_end_matches('0');
    let any = format!(r"(\.[0-9]{{1,{decimals}}})?");
    let below = whole.parse::<u64>().unwrap_or_default().checked_sub(1);
    let below = below.map(|below| format!("{}{any}|", up_to(below)));
    let at_most = format!("{whole}({})?", fraction_up_to(fraction, decimals));
    format!(r"^(-0+(\.0{{1,{decimals}}})?|0*({}{at_most}))$", below.unwrap_or_default())
}

/// A decimal text that is zero.
pub(super) const ZERO: &str = r"^-?0+(\.0+)?$";

/// The point and decimals that come to no more than these.
fn fraction_up_to(most: &str, decimals: u32) -> String {
    let room = |used: usize| decimals as usize - used;
    let mut all = vec![format!(r"\.{most}0{{{},{}}}", usize::from(most.is_empty()), room(most.len()))];
    for (at, digit) in most.char_indices() {
        let before = &most[..at];
        if at > 0 {
            all.push(format!(r"\.{before}"));
        }
        if let Some(less) = digit.to_digit(10).and_then(|digit| digit.checked_sub(1)) {
            all.push(format!(r"\.{before}[0-{less}][0-9]{{0,{}}}", room(at + 1)));
        }
    }
    all.join("|")
}

/// Whole numbers from 0 to `most`, without zeros in front.
fn up_to(most: u64) -> String {
    let digits = most.to_string();
    let shorter = (digits.len() > 1).then(|| format!("[0-9]{{1,{}}}", digits.len() - 1));
    let same_length = digits.char_indices().filter_map(|(at, digit)| {
        let less = digit.to_digit(10)?.checked_sub(1)?;
        let rest = digits.len() - at - 1;
        let rest = if rest == 0 { String::new() } else { format!("[0-9]{{{rest}}}") };
        Some(format!("{}[0-{less}]{rest}", &digits[..at]))
    });
    let all: Vec<String> = shorter.into_iter().chain(same_length).chain([digits.clone()]).collect();
    format!("({})", all.join("|"))
}

/// A month between two.
pub(super) fn month(bounds: Bounds<Month>) -> String {
    let (min, max) = (bounds.min, bounds.max);
    let of_year = |year: i32, from: u32, to: u32| {
        let months: Vec<String> = (from..=to).map(|month| format!("{month:02}")).collect();
        format!("{year:04}-({})", months.join("|"))
    };
    let whole = |year: i32| format!("{year:04}");
    let years: Vec<String> = (min.year() + 1..max.year()).map(whole).collect();
    let between = format!("({})-(0[1-9]|1[0-2])", by_decade(&years));
    format!("^({}|{between}|{})$", of_year(min.year(), min.number(), 12), of_year(max.year(), 1, max.number()))
}

/// Years of four digits in a row, with decades that are whole as one.
fn by_decade(years: &[String]) -> String {
    let mut all: Vec<String> = Vec::new();
    for decade in years.chunk_by(|one, other| one[..3] == other[..3]) {
        let (first, last) = (&decade[0], &decade[decade.len() - 1]);
        all.push(format!("{}[{}-{}]", &first[..3], &first[3..], &last[3..]));
    }
    all.join("|")
}
