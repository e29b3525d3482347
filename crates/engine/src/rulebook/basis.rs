//! What a rule stands on.

use super::RuleId;
use super::generated::{SOURCE_ADDRESSES, SOURCE_IDS, SOURCE_TITLES, assumption};
use super::looked_up::LookedUp;
use crate::string_enum::{string_enum, written_as};

/// Where something is written: its number among all sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source(pub(super) u8);

impl Source {
    /// The title, as the source is called in Danish.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.line(SOURCE_TITLES, LookedUp::Titles).unwrap_or_default()
    }

    /// The address; only an assumption may lack one.
    #[must_use]
    pub fn url(self) -> Option<&'static str> {
        self.line(SOURCE_ADDRESSES, LookedUp::Addresses).filter(|address| !address.is_empty())
    }

    /// Its line of the sources that rules name, or of those behind them.
    fn line(self, of_rules: &'static str, of_figures: LookedUp) -> Option<&'static str> {
        let at = usize::from(self.0);
        of_rules.split('\n').nth(at).or_else(|| of_figures.line(at - of_rules.split('\n').count()))
    }
}

string_enum! {
    /// How firmly a rule stands.
    BasisStatus {
        /// An act or an executive order.
        Law = "law",
        /// The municipality's evaluation of the trial.
        MunicipalExperience = "municipal_experience",
        /// A newspaper.
        Press = "press",
        /// Nobody has published it: our own, and labelled so.
        Assumption = "assumption",
    }
}

/// A criterion or rule with the sentence it stands on.
#[derive(Clone, Copy, Debug)]
pub struct Basis {
    /// Which rule.
    pub rule: RuleId,
    /// How firmly it stands.
    pub status: BasisStatus,
    /// The words of the law or of the evaluation; an assumption has none.
    pub quote: Option<&'static str>,
    /// The place in the source, such as a section.
    pub place: Option<&'static str>,
    /// The source; an assumption may lack one.
    pub source: Option<Source>,
}

// What only the command says stands in tables of its own: a program that never asks for it does not carry it.

impl Source {
    /// The key in `sources.toml`.
    #[must_use]
    pub fn id(self) -> &'static str {
        SOURCE_IDS.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// Every source, in the order of the keys.
    pub(super) fn all() -> Vec<Self> {
        (0..=u8::MAX).map(Source).take(SOURCE_IDS.len()).collect()
    }
}

impl Basis {
    /// The words it stands on; for an assumption what is missing and what is done instead, in English.
    #[must_use]
    pub fn words(&self) -> &'static str {
        self.quote.unwrap_or_else(|| assumption(self.rule))
    }
}

/// A source as it is written in a result.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Source"))]
struct SourceWritten {
    /// Its key, which stays the same.
    id: &'static str,
    /// The title, in Danish.
    title: &'static str,
    /// The address; an assumption may have none.
    url: Option<&'static str>,
}

written_as!(Source as SourceWritten);

impl serde::Serialize for Source {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        SourceWritten { id: self.id(), title: self.title(), url: self.url() }.serialize(serializer)
    }
}

/// What a rule stands on, as it is written in a result.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Basis"))]
struct BasisWritten {
    /// Which rule.
    rule: RuleId,
    /// How firmly it stands.
    status: BasisStatus,
    /// The words of the law or of the evaluation; of an assumption what is missing, and what is done instead.
    words: &'static str,
    /// The place in the source, such as a section.
    place: Option<&'static str>,
    /// The source; an assumption may have none.
    source: Option<Source>,
}

written_as!(Basis as BasisWritten);

impl serde::Serialize for Basis {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Basis { rule, status, place, source, .. } = *self;
        BasisWritten { rule, status, words: self.words(), place, source }.serialize(serializer)
    }
}
