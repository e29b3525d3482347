//! What is typed and what is shown, row by row.

use mikrolaan_engine::case::bounds::{self, Bounds};
use mikrolaan_engine::quantity::{Money, Month, Rate, WeeklyHours};
use proptest::prelude::*;

use super::read::{self, NameFault, ParseError};
use super::write;

fn oere(text: &str) -> Result<i64, ParseError> {
    read::money(text, bounds::AMOUNT).map(Money::oere)
}

#[test]
fn amounts_that_can_be_read_in_one_way() {
    let rows = [
        ("0", 0),
        ("7", 700),
        ("007", 700),
        ("25000", 2_500_000),
        ("25.000", 2_500_000),
        ("25 000", 2_500_000),
        ("25\u{a0}000", 2_500_000),
        ("25\u{202f}000", 2_500_000),
        ("25\u{2009}000", 2_500_000),
        ("  25.000  ", 2_500_000),
        ("1.234.567", 123_456_700),
        ("1 234 567,5", 123_456_750),
        ("25,5", 2_550),
        ("25,50", 2_550),
        ("0,5", 50),
        ("0.5", 50),
        ("0.50", 50),
        ("25.000,50", 2_500_050),
        ("25000,50", 2_500_050),
        ("25000,500", 2_500_050),
        ("1234.50", 123_450),
        ("12345.5", 1_234_550),
        ("1,234.50", 123_450),
        ("1,234,567", 123_456_700),
        ("1 234.5", 123_450),
        ("25.000 kr.", 2_500_000),
        ("25.000kr", 2_500_000),
        ("25.000\u{a0}KR.", 2_500_000),
        ("kr. 25.000", 2_500_000),
        ("kr 500", 50_000),
        ("500,-", 50_000),
        ("500 DKK", 50_000),
        ("10.000.000", 1_000_000_000),
        ("-0", 0),
        ("−0,00", 0),
        ("kr. 25.000,-", 2_500_000),
        ("Kr 25.000,–", 2_500_000),
        ("25000,-", 2_500_000),
        ("25.000,- kr.", 2_500_000),
        ("25.000,-\u{a0}kr", 2_500_000),
        ("25.000 kr", 2_500_000),
        ("25.000 kroner", 2_500_000),
        ("25.000,00 kr.", 2_500_000),
        ("25 000 KRONER", 2_500_000),
        ("1 krone", 100),
    ];
    for (text, expected) in rows {
        assert_eq!(oere(text), Ok(expected), "{text:?}");
    }
}

#[test]
fn amounts_that_can_be_read_in_two_ways_are_asked_about() {
    let rows = [
        ("25.5", 2_550_000, 2_550),
        ("25.50", 2_550_000, 2_550),
        ("2.5", 250_000, 250),
        ("2.50", 250_000, 250),
        ("100.05", 10_005_000, 10_005),
        ("25.5 kr.", 2_550_000, 2_550),
        ("25,000", 2_500_000, 2_500),
        ("25,500", 2_550_000, 2_550),
        ("1,230", 123_000, 123),
    ];
    for (text, larger, smaller) in rows {
        assert_eq!(oere(text), Err(ParseError::Ambiguous(larger, smaller)), "{text:?}");
    }
}

#[test]
fn the_only_reading_within_the_bounds_is_taken() {
    let wage = |text| read::money(text, bounds::HOURLY_WAGE).map(Money::oere);
    for (text, expected) in [("152.50", 15_250), ("152,500", 15_250), ("9.75", 975), ("1.525", 152_500), ("2.5", 250)] {
        assert_eq!(wage(text), Ok(expected), "{text:?}");
    }
    assert_eq!(wage("1.5"), Err(ParseError::Ambiguous(150_000, 150)), "1.500 and 1,50 are both wages");
    assert_eq!(wage("152.500"), Err(ParseError::TooLarge));
    assert_eq!(wage("0"), Err(ParseError::TooSmall));
    assert_eq!(wage("-0"), Err(ParseError::TooSmall));
    let small = Bounds { min: Money::from_kroner(1_000), max: Money::from_kroner(90_000) };
    assert_eq!(read::money("25.5", small).map(Money::oere), Ok(2_550_000));
    assert_eq!(read::money("99.5", small), Err(ParseError::TooSmall), "99,50 and 99.500: what is wrong with the first");
}

#[test]
fn a_unit_is_the_fields_own() {
    let months = |text| read::months(text, bounds::MONTHS);
    for text in ["6", "6 måneder", "6 MÅNEDER", "6 mdr.", "6mdr", "6 md.", "6 md", "6\u{a0}md."] {
        assert_eq!(months(text), Ok(6), "{text:?}");
    }
    for text in ["2 år", "6 uger", "6 kr.", "6 %", "6 mio.", "md.", "6 md. md.", "½ måned"] {
        assert_eq!(months(text), Err(ParseError::NotANumber), "{text:?}");
    }
    let years = |text| read::years(text, bounds::AGE);
    for text in ["34", "34 år", "34år", "34 ÅR"] {
        assert_eq!(years(text), Ok(34), "{text:?}");
    }
    for text in ["34 måneder", "34 Ã¥r", "år", "34 kr."] {
        assert_eq!(years(text), Err(ParseError::NotANumber), "{text:?}");
    }
    let hours = |text| read::hours(text, bounds::HOURS).map(WeeklyHours::hundredths);
    for text in ["12,5", "12,5 timer", "12,5 t.", "12.5t", "12,5 Timer om ugen"] {
        assert_eq!(hours(text), Ok(1_250), "{text:?}");
    }
    let percent = |text| read::percent(text, bounds::RATE).map(Rate::millionths);
    for text in ["25,6", "25,6 %", "25,6%", "% 25,6", "25,6 procent", "25,6 pct.", "25.6 pct"] {
        assert_eq!(percent(text), Ok(256_000), "{text:?}");
    }
    assert_eq!(percent("25,6 ‰"), Err(ParseError::NotANumber));
    assert_eq!(read::factor("1,4 %", bounds::SEASON), Err(ParseError::NotANumber));
}

#[test]
fn amounts_that_cannot_be_read() {
    let not_a_number = [
        "abc",
        "25.",
        ".5",
        ",5",
        "25,",
        "25..000",
        "25.0000",
        "2.5000",
        "25.00.00",
        "1.23.456",
        "1234.567",
        "0.500",
        "1,23,456",
        "1.234.50",
        "25 5",
        "25  000",
        "25 0000",
        "1 234.567",
        "1.234 567",
        "1e3",
        "1e400",
        "NaN",
        "inf",
        "+5",
        "5-",
        "--5",
        "0x10",
        "½",
        "٢٥",
        "２５",
        "२५",
        "25\u{202e}000",
        "\u{200f}25",
        "25\u{200b}",
        "25\0",
        "25'000",
        "12'500",
        "12’500",
        "1e5",
        "1.2.3",
        ",-",
        "kr.,-",
        "25,-5",
        ",-25",
        "25.-",
        "25 tkr.",
        "25 t.kr.",
        "2 mio. kr.",
        "25 timer",
        "25 år",
        "kr\u{e}25",
        "kr.",
        "kr",
        "kr. kr.",
        "%",
        "25 %",
        "1_000",
        "1/2",
        "12.500 til 15.000",
        "€25",
        "25\n000",
    ];
    for text in not_a_number {
        assert_eq!(oere(text), Err(ParseError::NotANumber), "{text:?}");
    }
    let rows = [
        ("", ParseError::Empty),
        ("   ", ParseError::Empty),
        ("\u{a0}", ParseError::Empty),
        ("-5", ParseError::Negative),
        ("−5", ParseError::Negative),
        ("- 25.000", ParseError::Negative),
        ("-25.5", ParseError::Negative),
        ("25,123", ParseError::TooManyDecimals),
        ("25,5055", ParseError::TooManyDecimals),
        ("1.234,567", ParseError::TooManyDecimals),
        ("10.000.000,01", ParseError::TooLarge),
        ("10000001", ParseError::TooLarge),
        ("99999999999999999999999999", ParseError::TooLarge),
        ("999.999.999.999.999.999.999", ParseError::TooLarge),
    ];
    for (text, fault) in rows {
        assert_eq!(oere(text), Err(fault), "{text:?}");
    }
}

#[test]
fn a_field_has_its_own_least_and_greatest_amount() {
    assert_eq!(read::money("0", bounds::POSITIVE_AMOUNT), Err(ParseError::TooSmall));
    assert_eq!(read::money("0,01", bounds::POSITIVE_AMOUNT), Ok(Money::from_oere(1)));
    assert_eq!(read::money("2.000,01", bounds::HOURLY_WAGE), Err(ParseError::TooLarge));
}

#[test]
fn hours_percentages_factors_and_whole_numbers() {
    let hours = |text| read::hours(text, bounds::HOURS).map(WeeklyHours::hundredths);
    for (text, expected) in [("4,5", 450), ("4.5", 450), ("60", 6_000), ("37 timer", 3_700), ("6 t.", 600), ("0", 0)] {
        assert_eq!(hours(text), Ok(expected), "{text:?}");
    }
    assert_eq!(hours("60,01"), Err(ParseError::TooLarge));
    assert_eq!(hours("4,555"), Err(ParseError::TooManyDecimals));
    assert_eq!(hours(""), Err(ParseError::Empty));

    let percent = |text| read::percent(text, bounds::RATE).map(Rate::millionths);
    for (text, expected) in
        [("20", 200_000), ("20 %", 200_000), ("25,6%", 256_000), ("25.6", 256_000), ("100", 1_000_000)]
    {
        assert_eq!(percent(text), Ok(expected), "{text:?}");
    }
    assert_eq!(percent("101"), Err(ParseError::TooLarge));
    assert_eq!(percent("-1"), Err(ParseError::Negative));

    let factor = |text| read::factor(text, bounds::SEASON).map(Rate::millionths);
    assert_eq!(factor("1,4"), Ok(1_400_000));
    assert_eq!(factor("0.85"), Ok(850_000));
    assert_eq!(factor("1,2345"), Err(ParseError::TooManyDecimals));
    assert_eq!(factor("10,1"), Err(ParseError::TooLarge));

    let months = |text| read::months(text, bounds::MONTHS);
    for (text, expected) in [("1", 1), ("18", 18), ("18 md.", 18), ("6 måneder", 6), ("3,0", 3), ("120", 120)] {
        assert_eq!(months(text), Ok(expected), "{text:?}");
    }
    assert_eq!(months("0"), Err(ParseError::TooSmall));
    assert_eq!(months("121"), Err(ParseError::TooLarge));
    assert_eq!(months("5.000.000.000"), Err(ParseError::TooLarge));
    assert_eq!(months("2,5"), Err(ParseError::TooManyDecimals));
    assert_eq!(months("2.5"), Err(ParseError::TooManyDecimals));
}

#[test]
fn names_of_rows() {
    assert_eq!(read::name("  Symaskine, brugt "), Ok("Symaskine, brugt".to_owned()));
    assert_eq!(read::name(&"å".repeat(60)), Ok("å".repeat(60)));
    assert_eq!(read::name(&"å".repeat(61)), Err(NameFault::TooLong));
    assert_eq!(read::name(" "), Err(NameFault::Empty));
    for text in ["a\u{202e}b", "a\u{200f}", "a\u{7}b", "a\nb", "\u{2066}a", "a\u{85}b"] {
        assert_eq!(read::name(text), Err(NameFault::Forbidden), "{text:?}");
    }
    assert_eq!(read::name("Jens 010190-1234"), Err(NameFault::CprNumber));
}

#[test]
fn amounts_as_shown() {
    let rows = [
        (0, "0 kr.", "0"),
        (221_100, "2.211 kr.", "2.211"),
        (-134_300, "−1.343 kr.", "−1.343"),
        (123_456, "1.235 kr.", "1.234,56"),
        (2_500_000, "25.000 kr.", "25.000"),
        (1_000_000_000, "10.000.000 kr.", "10.000.000"),
        (5, "0 kr.", "0,05"),
        (-40, "0 kr.", "−0,40"),
        (50, "1 kr.", "0,50"),
    ];
    for (oere, whole, typed) in rows {
        assert_eq!(write::kroner(Money::from_oere(oere)).replace('\u{a0}', " "), whole);
        assert_eq!(write::typed(Money::from_oere(oere)), typed);
    }
    assert!(write::kroner(Money::ZERO).contains('\u{a0}'), "the unit stays on the line of the number");
}

#[test]
fn other_numbers_as_shown() {
    let hours = [(450, "4,5"), (600, "6"), (1_025, "10,25"), (5, "0,05")];
    for (hundredths, text) in hours {
        assert_eq!(write::hours(WeeklyHours::from_hundredths(hundredths)), text);
    }
    assert_eq!(write::percent(Rate::from_millionths(256_000)), "25,6");
    assert_eq!(write::percent(Rate::from_millionths(200_000)), "20");
    assert_eq!(write::factor(Rate::from_millionths(1_400_000)), "1,4");
    assert_eq!(write::months(1), "1 måned");
    assert_eq!(write::months(6), "6 måneder");
}

#[test]
fn months_as_shown() {
    let month = |text| Month::parse(text).expect("a month");
    assert_eq!(write::month_year(month("2027-11")), "november 2027");
    assert_eq!(write::short_month_year(month("2027-11")), "nov 2027");
    for (text, day) in
        [("2027-10", "31. oktober 2027"), ("2028-02", "29. februar 2028"), ("2027-02", "28. februar 2027")]
    {
        assert_eq!(write::last_day(month(text)).replace('\u{a0}', " "), day);
    }
    assert!(write::last_day(month("2027-10")).starts_with("31.\u{a0}oktober"), "a day stays with its month");
    let names: Vec<&str> =
        (1..=12).map(|number| write::short_month(Month::new(2027, number).expect("a month")).words()).collect();
    assert_eq!(names.join(" "), "jan feb mar apr maj jun jul aug sep okt nov dec");
}

#[test]
fn what_is_quoted_is_short_and_visible() {
    assert_eq!(write::quoted(" 25\u{202e}000 "), "25\u{fffd}000");
    assert_eq!(write::quoted(&"9".repeat(30)), format!("{}…", "9".repeat(24)));
}

proptest! {
    #[test]
    fn an_amount_is_read_back_as_it_was_shown(oere in 0..=1_000_000_000_i64) {
        let money = Money::from_oere(oere);
        prop_assert_eq!(read::money(&write::typed(money), bounds::AMOUNT), Ok(money));
        prop_assert_eq!(read::money(&write::amount(money), bounds::AMOUNT), Ok(money));
    }

    /// One sign among the digits: the number it may stand for as a comma, and as a mark of thousands.
    #[test]
    fn nothing_is_a_thousand_times_wrong_without_asking(head in "[1-9][0-9]{0,2}", sign in "[.,]", tail in "[0-9]{1,3}") {
        let bounds = bounds::AMOUNT;
        let digits = |text: &str| text.parse::<i64>().expect("digits");
        let thousands = digits(&format!("{head}{tail:0<3}00"));
        let decimal = digits(&format!("{head}{tail:0<3}")) / 10;
        match read::money(&format!("{head}{sign}{tail}"), bounds).map(Money::oere) {
            Ok(value) if sign == "." => prop_assert!(value == thousands && tail.len() == 3, "only groups of three: {}", value),
            Ok(value) => prop_assert!(value == decimal && tail.len() < 3, "only a Danish comma: {}", value),
            Err(ParseError::Ambiguous(larger, smaller)) => prop_assert_eq!((larger, smaller), (thousands, decimal)),
            Err(fault) => prop_assert!(fault == ParseError::TooManyDecimals && sign == "," && !tail.ends_with('0')),
        }
    }

    #[test]
    fn numbers_are_read_back_as_they_were_shown(hundredths in 0..=6_000_i64, rate in 0..=10_000_i64, count in 1..=120_u32) {
        let hours = WeeklyHours::from_hundredths(hundredths);
        prop_assert_eq!(read::hours(&write::hours(hours), bounds::HOURS), Ok(hours));
        let rate = Rate::from_millionths(rate * 100);
        prop_assert_eq!(read::percent(&write::percent(rate), bounds::RATE), Ok(rate));
        let factor = Rate::from_millionths(rate.millionths() / 1_000 * 1_000);
        prop_assert_eq!(read::factor(&write::factor(factor), bounds::SEASON), Ok(factor));
        prop_assert_eq!(read::months(&write::months(count), bounds::MONTHS), Ok(count));
    }

    #[test]
    fn no_text_stops_the_reader(text in any::<String>()) {
        read_in_every_way(&text);
    }

    #[test]
    fn no_text_of_number_characters_stops_the_reader(text in "[-−0-9., kr%\u{a0}٣\u{202e}]{0,40}") {
        read_in_every_way(&text);
        if let Ok(money) = read::money(&text, bounds::AMOUNT) {
            prop_assert_eq!(read::money(&write::typed(money), bounds::AMOUNT), Ok(money));
        }
    }
}

fn read_in_every_way(text: &str) {
    let _ = read::money(text, bounds::AMOUNT);
    let _ = read::percent(text, bounds::RATE);
    let _ = read::factor(text, bounds::SEASON);
    let _ = read::hours(text, bounds::HOURS);
    let _ = read::months(text, Bounds { min: 0, max: u32::MAX });
    let _ = read::years(text, bounds::AGE);
    let _ = read::name(text);
    let _ = write::quoted(text);
}
