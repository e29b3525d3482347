//! What the figures are about, for who lists them.

use super::FigureId;

/// What a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The ordinary benefit today.
    Benefit,
    /// The ordinary benefit before the reform.
    BenefitBefore,
    /// Other benefits.
    OtherBenefits,
    /// Wages and what is taken from them.
    Work,
    /// Tax.
    Tax,
    /// Wealth, VAT and driving.
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

    /// The topic of a figure, by how its id begins; what is not named here belongs to tax.
    #[must_use]
    pub fn of(figure: FigureId) -> Self {
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
            (Topic::Business, &["formue_", "koersel_", "moms_"]),
            (Topic::Regulation, &["regulering"]),
        ];
        let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| figure.id().starts_with(beginning));
        BEGINNINGS.iter().find(|(_, beginnings)| begins(beginnings)).map_or(Topic::Tax, |(topic, _)| *topic)
    }
}

#[cfg(test)]
mod tests {
    use super::{FigureId, Topic};

    #[test]
    fn every_topic_has_figures() {
        for topic in Topic::ALL {
            assert!(FigureId::ALL.iter().any(|&id| Topic::of(id) == topic), "{topic:?}");
        }
    }

    #[test]
    fn only_tax_falls_under_tax() {
        let taxed: Vec<&str> =
            FigureId::ALL.iter().filter(|&&id| Topic::of(id) == Topic::Tax).map(|id| id.id()).collect();
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
