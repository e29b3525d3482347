//! The figures of the rulebook, as they are shown.

use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::{Dated, Lookup, Period, Unit};

use crate::danish::write;
use crate::texts as t;

/// What a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The ordinary benefit today.
    Benefit,
    /// The ordinary benefit before July 2025.
    BenefitBefore,
    /// Other benefits.
    OtherBenefits,
    /// Wages and what is taken from them.
    Work,
    /// Tax.
    Tax,
    /// Wealth and VAT.
    Business,
    /// How figures follow prices.
    Regulation,
}

impl Topic {
    /// Every topic, in the order they are shown.
    pub const ALL: [Topic; 7] = [
        Topic::Benefit,
        Topic::Work,
        Topic::Tax,
        Topic::Business,
        Topic::OtherBenefits,
        Topic::BenefitBefore,
        Topic::Regulation,
    ];

    /// What the topic is called.
    pub fn title(self) -> &'static str {
        use t::rules::topic as words;
        match self {
            Topic::Benefit => words::benefit(),
            Topic::BenefitBefore => words::benefit_before(),
            Topic::OtherBenefits => words::other_benefits(),
            Topic::Work => words::work(),
            Topic::Tax => words::tax(),
            Topic::Business => words::business(),
            Topic::Regulation => words::regulation(),
        }
    }

    /// The topic of a figure, by how its id begins; what is not named here belongs to tax.
    pub fn of(id: &str) -> Self {
        const BEGINNINGS: [(Topic, &[&str]); 6] = [
            (Topic::BenefitBefore, &["kth_", "udh_", "timefradrag"]),
            (
                Topic::Benefit,
                &[
                    "ny_",
                    "fribeloeb_",
                    "indkomstloft_",
                    "aftrapning",
                    "procentfradrag",
                    "foerstegangs_",
                    "aegtefaelle_",
                ],
            ),
            (Topic::OtherBenefits, &["reval", "dagpenge"]),
            (Topic::Work, &["atp_", "butik_", "feriegodt", "overenskomst_", "smaajob_"]),
            (Topic::Business, &["formue_", "moms_"]),
            (Topic::Regulation, &["regulering"]),
        ];
        let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| id.starts_with(beginning));
        BEGINNINGS.iter().find(|(_, beginnings)| begins(beginnings)).map_or(Topic::Tax, |(topic, _)| *topic)
    }
}

/// The period that counts in a month, and whether it is only the last one known.
pub fn in_force(dated: &Dated, month: Month) -> Option<(&'static Period, bool)> {
    match dated.at(month) {
        Lookup::InForce(_, period) => Some((period, false)),
        Lookup::Carried(_, period) => Some((period, true)),
        Lookup::NotCovered => dated.periods.first().map(|period| (period, false)),
    }
}

/// A value with its unit: "7.500 kr. om måneden", "8 %".
pub fn value(unit: Unit, text: &str) -> String {
    let danish = || text.replace('.', ",");
    let kroner = || Money::parse(text).map_or_else(|_| danish(), write::amount);
    match unit {
        Unit::Kroner => kroner(),
        Unit::KronerPerMonth => format!("{} {}", kroner(), t::rules::per_month()),
        Unit::KronerPerYear => format!("{} {}", kroner(), t::rules::per_year()),
        Unit::KronerPerHour => format!("{} {}", kroner(), t::rules::per_hour()),
        Unit::Percent => t::unit::percent_value(&danish()),
        Unit::HoursPerMonth => t::rules::hours_per_month(&danish()),
        Unit::Months => text.parse().map_or_else(|_| danish(), write::months),
        Unit::Index => danish(),
    }
}

/// The months a value holds in: "fra januar 2026", "juli 2025 til december 2025".
pub fn period(from: Month, to: Option<Month>) -> String {
    let from = write::month_year(from);
    match to {
        Some(to) => t::rules::from_to(&from, &write::month_year(to)),
        None => t::rules::from(&from),
    }
}

#[cfg(test)]
mod tests {
    use super::{Topic, value};
    use mikrolaan_engine::rulebook::{FigureId, Unit};

    #[test]
    fn values_are_written_as_in_denmark() {
        assert_eq!(value(Unit::Kroner, "16000"), "16.000\u{a0}kr.");
        assert_eq!(value(Unit::KronerPerHour, "145.5"), "145,50\u{a0}kr. i timen");
        assert_eq!(value(Unit::Percent, "12.01"), "12,01\u{a0}%");
        assert_eq!(value(Unit::Months, "6"), "6 måneder");
    }

    #[test]
    fn every_topic_has_figures() {
        for topic in Topic::ALL {
            assert!(FigureId::ALL.iter().any(|id| Topic::of(id.id()) == topic), "{topic:?}");
        }
    }

    #[test]
    fn only_tax_falls_under_tax() {
        let taxed: Vec<&str> =
            FigureId::ALL.iter().map(|id| id.id()).filter(|id| Topic::of(id) == Topic::Tax).collect();
        let known = [
            "am_bidrag",
            "besk_",
            "bundskat",
            "jobfradrag_",
            "kirkeskat_",
            "kommuneskat_",
            "personfradrag",
            "sundhedsbidrag",
        ];
        for id in taxed {
            assert!(known.iter().any(|beginning| id.starts_with(beginning)), "{id} needs a topic");
        }
    }
}
