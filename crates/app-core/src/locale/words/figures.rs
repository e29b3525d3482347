//! The figures of the rulebook, as they are shown.

use crate::locale::language::Text;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::{Dated, Lookup, Period, Topic, Unit};

use crate::locale::argument::MonthOf;
use crate::locale::texts as t;
use crate::locale::texts::named::FromTo;
use crate::locale::write;

/// What a topic is called.
pub fn topic_title(topic: Topic) -> Text {
    use t::rules::topic as words;
    match topic {
        Topic::Benefit => words::benefit(),
        Topic::BenefitBefore => words::benefit_before(),
        Topic::OtherBenefits => words::other_benefits(),
        Topic::Work => words::work(),
        Topic::Tax => words::tax(),
        Topic::Business => words::business(),
        Topic::Regulation => words::regulation(),
    }
}

/// A figure in a month.
#[derive(Clone, Debug)]
pub struct FigureShown {
    /// Its value, or before its first period from when it is known.
    pub value: String,
    /// The months the value holds in, and that it was carried beyond them.
    pub months: String,
    /// Its period; before the first one, the first.
    pub period: &'static Period,
}

/// What is shown of a figure in a month; nothing of one without a value.
pub fn shown(dated: &Dated, month: Month) -> Option<FigureShown> {
    let (found, is_carried) = match dated.at(month) {
        Lookup::InForce(_, period) => (period, false),
        Lookup::Carried(_, period) => (period, true),
        Lookup::NotCovered => {
            let first = dated.periods.first()?;
            let value = t::rules::not_covered(MonthOf(first.from()));
            return Some(FigureShown { value, months: String::new(), period: first });
        }
    };
    let months = period(found.from(), found.to());
    let months = if is_carried { [&months, " (", &t::rules::carried(), ")"].concat() } else { months };
    Some(FigureShown { value: value(dated.unit, &found.published()), months, period: found })
}

/// A value with its unit: "7.500 kr. om måneden", "8 %".
pub fn value(unit: Unit, text: &str) -> String {
    let number = || write::published(text);
    let kroner = || Money::parse(text).map_or_else(|_| number(), write::amount);
    match unit {
        Unit::Kroner => kroner(),
        Unit::KronerPerMonth => format!("{} {}", kroner(), t::rules::per_month()),
        Unit::KronerPerYear => format!("{} {}", kroner(), t::rules::per_year()),
        Unit::KronerPerHour => format!("{} {}", kroner(), t::rules::per_hour()),
        Unit::KronerPerKilometre => format!("{} {}", kroner(), t::rules::per_kilometre()),
        Unit::Percent => t::unit::percent_value(&number()),
        Unit::HoursPerMonth => t::rules::hours_per_month(&number()),
        Unit::Months => text.parse().map_or_else(|_| number(), write::months),
        Unit::Index => number(),
    }
}

/// The months a value holds in: "fra januar 2026", "juli 2025 til december 2025".
pub fn period(from: Month, to: Option<Month>) -> String {
    match to {
        Some(to) => t::rules::from_to(FromTo { from: MonthOf(from), to: MonthOf(to) }),
        None => t::rules::from(MonthOf(from)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Month, Unit, shown, value};
    use crate::rulebook::RULEBOOK;
    use mikrolaan_engine::rulebook::FigureId;

    #[test]
    fn a_month_before_the_first_period_has_no_value() {
        let dated = RULEBOOK.dated(FigureId::NyGrundsats);
        let at = |month| {
            let shown = shown(dated, Month::parse(month).expect("a month")).expect("a figure");
            (shown.value, shown.months)
        };
        assert_eq!(at("2025-06"), ("Ikke kendt før juli 2025".to_owned(), String::new()));
        let (value, months) = at("2025-07");
        assert!(value.ends_with("kr. om måneden") && months == "juli 2025 til december 2025", "{value} {months}");
        assert!(at("2027-01").1.ends_with("(sidst kendte)"));
    }

    #[test]
    fn values_are_written_as_in_denmark() {
        assert_eq!(value(Unit::Kroner, "16000"), "16.000\u{a0}kr.");
        assert_eq!(value(Unit::KronerPerHour, "145.5"), "145,50\u{a0}kr. i timen");
        assert_eq!(value(Unit::Percent, "12.01"), "12,01\u{a0}%");
        assert_eq!(value(Unit::Months, "6"), "6 måneder");
    }
}
