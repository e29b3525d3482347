//! What holds where a municipality may have set its own: the largest loan, the municipal rate,
//! and which municipality is here.

use super::{Figure, FigureStatus, Rulebook, Scheme, figure};
use crate::quantity::{Money, Month, Rate};

/// The municipality the trial was given to.
const HERE: &str = "aalborg";

/// The municipal rate of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MunicipalRate {
    /// The rate.
    pub rate: Rate,
    /// How it is known.
    pub status: FigureStatus,
}

impl Rulebook {
    /// The figure the municipal rate is taken from where nobody has set another.
    pub const MUNICIPAL_RATE: Figure<Rate> = figure::KOMMUNESKAT_AALBORG;

    /// The largest loan under a scheme; `None` = there is no largest.
    #[must_use]
    pub fn largest_loan(&self, scheme: Scheme) -> Option<Money> {
        self.overrides.largest_loan.or(scheme.rules().largest_loan)
    }

    /// The municipal rate of somebody who has not written their own; `None` before the first period.
    #[must_use]
    pub fn municipal_rate(&self, month: Month) -> Option<MunicipalRate> {
        if let Some(rate) = self.overrides.municipal_rate {
            return Some(MunicipalRate { rate, status: FigureStatus::Municipality });
        }
        let found = Rulebook::MUNICIPAL_RATE.at(self, month)?;
        Some(MunicipalRate { rate: found.value, status: found.period.status })
    }

    /// Does this id name the municipality that counts as *here*?
    #[must_use]
    pub fn is_here(&self, municipality: &str) -> bool {
        municipality == self.overrides.municipality.as_ref().map_or(HERE, |id| id.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{FigureStatus, HERE, MunicipalRate, Rulebook, Scheme};
    use crate::quantity::{Money, Month, Rate};
    use crate::rulebook::{MunicipalityId, Overrides};

    const AS_OF: Month = Month::new(2026, 11).expect("a month");

    #[test]
    fn without_overrides_all_is_as_published() {
        let rulebook = Rulebook::embedded();
        assert_eq!(rulebook.largest_loan(Scheme::Viderefoert), Some(Money::from_kroner(50_000)));
        assert_eq!(rulebook.largest_loan(Scheme::Revalidering), None);
        let found = rulebook.municipal_rate(AS_OF).expect("known");
        let figure = Rulebook::MUNICIPAL_RATE.at(&rulebook, AS_OF).expect("known");
        assert_eq!((found.rate, found.status), (figure.value, figure.period.status));
        assert_ne!(found.status, FigureStatus::Municipality);
        assert!(rulebook.is_here(HERE) && !rulebook.is_here("other"));
    }

    #[test]
    fn what_a_municipality_has_set_wins_in_every_month() {
        let rate = Rate::from_millionths(270_000);
        let rulebook = Rulebook::embedded().with_overrides(Overrides {
            largest_loan: Some(Money::from_kroner(30_000)),
            support_months: None,
            municipal_rate: Some(rate),
            church_rate: None,
            municipality: MunicipalityId::parse("nyby"),
        });
        for &scheme in Scheme::ALL {
            assert_eq!(rulebook.largest_loan(scheme), Some(Money::from_kroner(30_000)));
        }
        let early = Month::new(1999, 1).expect("a month");
        for month in [early, AS_OF] {
            let expected = MunicipalRate { rate, status: FigureStatus::Municipality };
            assert_eq!(rulebook.municipal_rate(month), Some(expected));
        }
        assert!(rulebook.is_here("nyby") && !rulebook.is_here(HERE));
    }
}
