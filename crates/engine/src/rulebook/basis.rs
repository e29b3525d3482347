//! What a rule stands on.

use super::RuleId;
use crate::choice::choice;

/// Where something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Source {
    /// The key in `sources.toml`.
    pub id: &'static str,
    /// The title, as the source is called in Danish.
    pub title: &'static str,
    /// The address; only an assumption may lack one.
    pub url: Option<&'static str>,
}

choice! {
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
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub struct Basis {
    /// Which rule.
    pub rule: RuleId,
    /// How firmly it stands.
    pub status: BasisStatus,
    /// The words of the law or of the evaluation; for an assumption, what is missing and done instead.
    pub words: &'static str,
    /// The place in the source, such as a section.
    pub place: Option<&'static str>,
    /// The source; an assumption may lack one.
    pub source: Option<&'static Source>,
}
