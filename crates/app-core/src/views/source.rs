//! Where something is written, and how firmly it stands.

use crate::locale::language::Text;
use mikrolaan_engine::rulebook::{Basis, Period, RuleId};

use crate::locale::words::basis;
use crate::rulebook::RULEBOOK;

/// A source as it stands below what it is the source of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceView {
    /// What it is called.
    pub name: String,
    /// Its address, where it has one.
    pub url: Option<&'static str>,
    /// How firmly it stands: Lov, Erfaring, Antagelse …
    pub tag: Text,
}

impl SourceView {
    /// The source of a rule with the place in it; `None` where nothing is published.
    pub fn of(rule: &Basis) -> Option<Self> {
        let source = rule.source?;
        let name = rule.place.map_or_else(|| source.title().to_owned(), |place| format!("{}, {place}", source.title()));
        Some(SourceView { name, url: source.url(), tag: basis::tag(rule.status) })
    }

    /// The source of a rule of the rulebook.
    pub fn of_rule(rule: RuleId) -> Option<Self> {
        Self::of(RULEBOOK.basis(rule))
    }

    /// The source of a figure's value.
    pub fn of_period(period: &Period) -> Self {
        let source = period.source;
        SourceView { name: source.title().to_owned(), url: source.url(), tag: basis::standing(period.status) }
    }

    /// Another place in the source of a rule.
    pub fn at(rule: RuleId, place: Text) -> Option<Self> {
        Self::of(&Basis { place: Some(place.words()), ..*RULEBOOK.basis(rule) })
    }
}
