//! Every kind of field beside everything that may stand in it: a value, a question, or a message of its own.

use mikrolaan_engine::case::bounds::{self, Bounds};
use mikrolaan_engine::quantity::{Money, Rate, WeeklyHours};
use proptest::prelude::*;

use super::super::FieldError;
use crate::locale::texts as t;
use crate::locale::write;

/// A kind of field in which a number stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Amount,
    OptionalAmount,
    Wage,
    Months,
    Percent,
    TaxPercent,
    Factor,
    Hours,
    Age,
    BenefitAge,
}

use Kind::{Age, Amount, BenefitAge, Factor, Hours, Months, OptionalAmount, Percent, TaxPercent, Wage};

const ALL: [Kind; 10] = [Amount, OptionalAmount, Wage, Months, Percent, TaxPercent, Factor, Hours, Age, BenefitAge];

impl Kind {
    /// What was typed, in the smallest unit; `None` for nothing where that is allowed.
    fn take(self, text: &str) -> Result<Option<i64>, FieldError> {
        let rate = |rate: Rate| Some(rate.millionths());
        match self {
            Amount => super::money(text, bounds::AMOUNT).map(|money| Some(money.oere())),
            OptionalAmount => super::optional_money(text).map(|money| money.map(Money::oere)),
            Wage => super::money(text, bounds::HOURLY_WAGE).map(|money| Some(money.oere())),
            Months => super::months(text, bounds::MONTHS).map(|months| Some(months.into())),
            Percent => super::percent(text, bounds::RATE).map(rate),
            TaxPercent => super::percent(text, bounds::LOCAL_TAX_RATE).map(rate),
            Factor => super::factor(text).map(rate),
            Hours => super::hours(text).map(|hours| Some(hours.hundredths())),
            Age => super::age(text).map(|age| Some(age.into())),
            BenefitAge => super::benefit_age(text).map(|age| Some(age.into())),
        }
    }

    /// The bounds, in the smallest unit.
    fn bounds(self) -> Bounds<i64> {
        let money = |bounds: Bounds<Money>| Bounds { min: bounds.min.oere(), max: bounds.max.oere() };
        let rate = |bounds: Bounds<Rate>| Bounds { min: bounds.min.millionths(), max: bounds.max.millionths() };
        let whole = |bounds: Bounds<u32>| Bounds { min: bounds.min.into(), max: bounds.max.into() };
        match self {
            Amount | OptionalAmount => money(bounds::AMOUNT),
            Wage => money(bounds::HOURLY_WAGE),
            Months => whole(bounds::MONTHS),
            Percent => rate(bounds::RATE),
            TaxPercent => rate(bounds::LOCAL_TAX_RATE),
            Factor => rate(bounds::SEASON),
            Hours => Bounds { min: bounds::HOURS.min.hundredths(), max: bounds::HOURS.max.hundredths() },
            Age => whole(bounds::AGE),
            BenefitAge => whole(bounds::BENEFIT_AGE),
        }
    }

    /// As the field shows it.
    fn shown(self, value: i64) -> String {
        match self {
            Amount | OptionalAmount | Wage => write::typed(Money::from_oere(value)),
            Percent | TaxPercent => write::percent(Rate::from_millionths(value)),
            Factor => write::factor(Rate::from_millionths(value)),
            Hours => write::hours(WeeklyHours::from_hundredths(value)),
            Months | Age | BenefitAge => value.to_string(),
        }
    }

    /// The unit that stands behind the field.
    fn unit(self) -> &'static str {
        match self {
            Amount | OptionalAmount | Wage => t::unit::kroner().words(),
            Months => t::unit::months().words(),
            Percent | TaxPercent => t::unit::percent().words(),
            Hours => t::unit::hours().words(),
            Age | BenefitAge => t::unit::years().words(),
            Factor => "",
        }
    }

    /// What the field wants, with its bounds and an example.
    fn wanted(self) -> &'static str {
        match self {
            Amount => "Skriv et beløb fra 0 kr. til 10.000.000 kr., for eksempel 12.500.",
            OptionalAmount => {
                "Skriv et beløb fra 0 kr. til 10.000.000 kr., for eksempel 12.500. Feltet må også være tomt."
            }
            Wage => "Skriv en timeløn fra 0,01 kr. til 2.000 kr., for eksempel 152,50.",
            Months => "Skriv et antal måneder fra 1 til 120, for eksempel 6.",
            Percent => "Skriv et procenttal fra 0 til 100, for eksempel 25,6.",
            TaxPercent => "Skriv et procenttal fra 0 til 40, for eksempel 25,6.",
            Factor => "Skriv et tal fra 0 til 10, for eksempel 1,2. 1 er en almindelig måned.",
            Hours => "Skriv timer om ugen fra 0 til 60, for eksempel 12,5.",
            Age => "Skriv din alder i hele år fra 0 til 120, for eksempel 34.",
            BenefitAge => "Skriv din alder i hele år fra 18 til 66, for eksempel 34.",
        }
    }

    /// Messages that say what to do in another way than what is wanted.
    fn others(self) -> &'static [&'static str] {
        match self {
            Amount => &["Skriv et beløb. Skriv 0, hvis der ikke er noget."],
            BenefitAge => &["Vi kan kun regne din ydelse ud fra 18 til 66 år. Skriv ydelsen selv."],
            _ => &[],
        }
    }

    /// In short what became of a text: the value as the field shows it, the two readings with `|` between
    /// them, or what is wrong with it, without what is wanted.
    fn outcome(self, text: &str) -> String {
        match self.take(text) {
            Ok(value) => value.map(|value| self.shown(value)).unwrap_or_default(),
            Err(FieldError { message, readings }) => match readings.as_slice() {
                [(first, _), (second, _)] => [first, "|", second].concat(),
                _ => {
                    let message = message.replace('\u{a0}', " ");
                    message.strip_suffix(self.wanted()).unwrap_or(&message).trim_end().to_owned()
                }
            },
        }
    }
}

/// What is wrong with a text, the short way: the words of the message are tested where they are made.
fn short(wrong: &str, text: &str) -> String {
    match wrong {
        "?" => t::errors::field::not_a_number(text),
        "<0" => t::errors::field::negative(text),
        "<" => t::errors::field::too_small(text),
        ">" => t::errors::field::too_large(text),
        "whole" => t::errors::field::not_whole(text),
        value => value.to_owned(),
    }
}

#[test]
fn what_every_kind_of_field_makes_of_a_text() {
    let kinds = [Amount, Wage, Months, Percent, Factor, Hours, Age];
    let rows: [(&str, [&str; 7]); 24] = [
        ("12,500", ["12.500|12,50", "12,50", "whole", "12,5", ">", "12,5", "whole"]),
        ("12'500", ["?"; 7]),
        ("9.75", ["9.750|9,75", "9,75", "whole", "9,75", "9,75", "9,75", "whole"]),
        ("1e5", ["?"; 7]),
        ("25.5", ["25.500|25,50", "25,50", "whole", "25,5", ">", "25,5", "whole"]),
        ("1.2.3", ["?"; 7]),
        ("−5", ["<0"; 7]),
        ("1 000", ["1.000", "1.000", ">", ">", ">", ">", ">"]),
        ("1\u{a0}000", ["1.000", "1.000", ">", ">", ">", ">", ">"]),
        ("1\u{202f}000", ["1.000", "1.000", ">", ">", ">", ">", ">"]),
        ("٣٤", ["?"; 7]),
        ("34,5", ["34,50", "34,50", "whole", "34,5", ">", "34,5", "whole"]),
        ("152.50", ["152.500|152,50", "152,50", "whole", ">", ">", ">", "whole"]),
        ("25.000", ["25.000", ">", ">", ">", ">", ">", ">"]),
        ("1,000", ["1.000|1", "1.000|1", "1", "1", "1", "1", "1"]),
        ("1.0", ["1.000|1", "1.000|1", "1", "1", "1", "1", "1"]),
        ("0", ["0", "<", "<", "0", "0", "0", "0"]),
        ("-0", ["0", "<", "<", "0", "0", "0", "0"]),
        ("unge 34", ["?"; 7]),
        ("kr. 25.000,-", ["25.000", ">", "?", "?", "?", "?", "?"]),
        ("6 md.", ["?", "?", "6", "?", "?", "?", "?"]),
        ("6 pct.", ["?", "?", "?", "6", "?", "?", "?"]),
        ("6 timer", ["?", "?", "?", "?", "?", "6", "?"]),
        ("6 år", ["?", "?", "?", "?", "?", "?", "6"]),
    ];
    for (text, outcomes) in rows {
        for (kind, expected) in kinds.into_iter().zip(outcomes) {
            let expected = short(expected, text).replace('\u{a0}', " ");
            assert_eq!(kind.outcome(text), expected, "{kind:?}: {text:?}");
        }
    }
}

#[test]
fn the_message_is_the_fields_own() {
    let rows = [
        (Age, "34,5", "»34,5« er ikke et helt tal. Skriv din alder i hele år fra 0 til 120, for eksempel 34."),
        (Age, "ung", "Vi kan ikke læse »ung«. Skriv din alder i hele år fra 0 til 120, for eksempel 34."),
        (Age, "121", "»121« er for højt. Skriv din alder i hele år fra 0 til 120, for eksempel 34."),
        (Age, "", "Skriv din alder i hele år fra 0 til 120, for eksempel 34."),
        (BenefitAge, "ung", "Vi kan ikke læse »ung«. Skriv din alder i hele år fra 18 til 66, for eksempel 34."),
        (BenefitAge, "67", "Vi kan kun regne din ydelse ud fra 18 til 66 år. Skriv ydelsen selv."),
        (BenefitAge, "17", "Vi kan kun regne din ydelse ud fra 18 til 66 år. Skriv ydelsen selv."),
        (Wage, "0", "»0« er for lavt. Skriv en timeløn fra 0,01 kr. til 2.000 kr., for eksempel 152,50."),
        (Wage, "-5", "»-5« er under nul. Skriv en timeløn fra 0,01 kr. til 2.000 kr., for eksempel 152,50."),
        (Wage, "", "Skriv en timeløn fra 0,01 kr. til 2.000 kr., for eksempel 152,50."),
        (Months, "seks", "Vi kan ikke læse »seks«. Skriv et antal måneder fra 1 til 120, for eksempel 6."),
        (Months, "2,5", "»2,5« er ikke et helt tal. Skriv et antal måneder fra 1 til 120, for eksempel 6."),
        (Percent, "101", "»101« er for højt. Skriv et procenttal fra 0 til 100, for eksempel 25,6."),
        (
            Percent,
            "1,23456",
            "»1,23456« har mere end 4 tal efter kommaet. Skriv et procenttal fra 0 til 100, for eksempel 25,6.",
        ),
        (TaxPercent, "41", "»41« er for højt. Skriv et procenttal fra 0 til 40, for eksempel 25,6."),
        (
            Factor,
            "1,2345",
            "»1,2345« har mere end 3 tal efter kommaet. Skriv et tal fra 0 til 10, for eksempel 1,2. 1 er en almindelig måned.",
        ),
        (Hours, "61", "»61« er for højt. Skriv timer om ugen fra 0 til 60, for eksempel 12,5."),
        (
            Hours,
            "1,234",
            "»1,234« har mere end 2 tal efter kommaet. Skriv timer om ugen fra 0 til 60, for eksempel 12,5.",
        ),
        (Amount, "", "Skriv et beløb. Skriv 0, hvis der ikke er noget."),
        (Amount, "x", "Vi kan ikke læse »x«. Skriv et beløb fra 0 kr. til 10.000.000 kr., for eksempel 12.500."),
        (Amount, "25.5", "»25.5« kan betyde to ting. Vælg det, du mener, eller skriv det igen."),
        (
            OptionalAmount,
            "x",
            "Vi kan ikke læse »x«. Skriv et beløb fra 0 kr. til 10.000.000 kr., for eksempel 12.500. Feltet må også være tomt.",
        ),
    ];
    for (kind, text, expected) in rows {
        let error = kind.take(text).expect_err(text);
        assert_eq!(error.message.replace('\u{a0}', " "), expected, "{kind:?}: {text:?}");
    }
    assert_eq!(OptionalAmount.take(" \u{a0}"), Ok(None));
}

#[test]
fn a_names_message_says_what_a_name_is() {
    assert_eq!(super::name(" Symaskine "), Ok("Symaskine".to_owned()));
    let wanted = "Skriv et kort navn på højst 60 tegn, for eksempel symaskine.";
    let rows = [
        (String::new(), wanted.to_owned()),
        ("a".repeat(61), format!("Navnet er for langt. {wanted}")),
        ("a\u{202e}b".to_owned(), format!("Navnet har tegn, vi ikke kan bruge. {wanted}")),
        ("Jens 010190-1234".to_owned(), format!("Det ligner et CPR-nummer. Vi har ikke gemt det. {wanted}")),
    ];
    for (text, expected) in rows {
        assert_eq!(super::name(&text).expect_err(&text).message, expected);
    }
}

#[test]
fn the_example_in_a_message_is_taken_by_its_field() {
    for kind in ALL {
        let (_, example) = kind.wanted().split_once("for eksempel ").expect("an example");
        let example = example.split(". ").next().unwrap_or_default().trim_end_matches('.');
        assert_eq!(kind.outcome(example), example, "{kind:?}");
    }
}

/// The digits that say which number it is, whatever the size of its unit.
fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}

/// Texts as people type them, and worse.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[-−–0-9., 'ekrtmd%\u{a0}\u{202f}٣\u{202e}]{0,12}",
        "(kr\\.? ?)?-?[0-9]{1,4}([., ][0-9]{1,4}){0,3}( ?(kr\\.|kroner|kr|,-|,- kr\\.|%|pct\\.|t\\.|timer|md\\.|mdr|år)){0,2}",
    ]
}

proptest! {
    #[test]
    fn every_text_is_a_value_a_question_or_told_what_is_wanted(kind in prop::sample::select(&ALL[..]), text in texts()) {
        match kind.take(&text) {
            Ok(None) => prop_assert!(kind == OptionalAmount && text.trim().is_empty()),
            Ok(Some(value)) => {
                prop_assert!(kind.bounds().allow(&value), "{}", value);
                prop_assert_eq!(digits(&value.to_string()), digits(&text), "every digit counts");
            }
            Err(FieldError { message, readings }) if readings.is_empty() => {
                let message = message.replace('\u{a0}', " ");
                let told = message.ends_with(kind.wanted()) || kind.others().contains(&message.as_str());
                prop_assert!(told, "{}", message);
            }
            Err(FieldError { readings, .. }) => {
                let values: Vec<_> = readings.iter().map(|(typed, _)| kind.take(typed)).collect();
                prop_assert!(values.len() == 2 && values[0] != values[1], "{:?}", values);
                for value in values {
                    let value = value.ok().flatten();
                    prop_assert!(value.is_some_and(|value| kind.bounds().allow(&value)), "{:?}", value);
                    prop_assert_eq!(value.map(|value| digits(&value.to_string())), Some(digits(&text)));
                }
            }
        }
    }

    #[test]
    fn what_a_field_shows_it_takes(kind in prop::sample::select(&ALL[..]), part in 0..=1_000_000_i64) {
        let Bounds { min, max } = kind.bounds();
        // A factor has three decimals in a field.
        let step = if kind == Factor { 1_000 } else { 1 };
        let value = (min + (max - min) / 1_000_000 * part + part % (max - min + 1).min(1_000)).min(max) / step * step;
        let shown = kind.shown(value);
        for text in [shown.clone(), format!("{shown} {}", kind.unit()), format!("\u{a0}{shown}{} ", kind.unit())] {
            prop_assert_eq!(kind.take(&text), Ok(Some(value)), "{}", text);
        }
    }
}
