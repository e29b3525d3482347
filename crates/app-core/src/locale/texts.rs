//! Every word a person reads, as functions: `[start] title` in `texts/da.toml` is `texts::start::title()`.
//!
//! A text with `{placeholders}` is a function of them, in alphabetical order, each with the type of what it is
//! ([`argument`](super::argument)); where two are of one type they have their names ([`named`]). The build script writes
//! the functions: a key or an argument that is missing does not compile. A text that counts chooses its form by the
//! rule of the language.

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

#[cfg(test)]
mod tests {
    use mikrolaan_engine::quantity::{Money, Month};

    use super::named::MaxMin;
    use super::{errors, headline};
    use crate::locale::argument::{Amount, Count, MonthOf};

    #[test]
    fn arguments_have_the_type_of_what_they_are() {
        let (missing, month) = (Amount::Whole(Money::from_kroner(2_211)), Month::new(2027, 11).expect("a month"));
        let text = headline::missing::first(missing, MonthOf(month));
        assert_eq!(text, "I november 2027 mangler du 2.211\u{a0}kr.");
        let months = errors::field::months(MaxMin { max: Count(120), min: Count(1) });
        assert_eq!(months, "Skriv et antal måneder fra 1 til 120, for eksempel 6.");
    }

    #[test]
    fn a_line_never_ends_inside_an_amount_or_a_date() {
        assert!(super::question::loan_amount::why().contains("50.000\u{a0}kr."));
        assert!(super::state::frikommune().contains("31.\u{a0}december 2022"));
        assert!(super::criterion::sound_plan::source().contains("§\u{a0}148, som den lød til 31.\u{a0}januar 2026"));
    }
}
