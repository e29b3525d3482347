//! The rulebook as JSON: every figure, scheme, rule and source.

use crate::quantity::Month;
use crate::rulebook::{
    Basis, Dated, FigureId, FigureStatus, Lookup, Period, Rulebook, Scheme, SchemeRules, Source, Unit, VERSION,
};

/// The rulebook.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RulesOutput"))]
pub(crate) struct Listing<'a> {
    /// Its version.
    version: &'static str,
    /// The month that was asked for.
    month: Option<Month>,
    /// Every figure.
    figures: Vec<FigureListing>,
    /// The sets of rules.
    schemes: Vec<&'static SchemeRules>,
    /// What each criterion and each rule of the calculation stands on.
    rules: &'a [Basis],
    /// Where it is all written.
    sources: Vec<Source>,
}

/// A dated figure.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct FigureListing {
    /// Which.
    figure: FigureId,
    /// Its name, in Danish.
    name: &'static str,
    /// In what it is counted.
    unit: Unit,
    /// Its periods, the earliest first.
    values: Vec<ValueListing>,
}

/// A figure in a period.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ValueListing {
    /// The first month.
    from: Month,
    /// The last one; `null` = not known to end.
    to: Option<Month>,
    /// The value as it was published.
    value: String,
    /// How firmly it stands.
    status: FigureStatus,
    /// The section of the law.
    law: Option<&'static str>,
    /// The title of its source.
    source: &'static str,
    /// The address of its source.
    url: Option<&'static str>,
    /// Only where one month is asked for: was the value carried into it?
    #[serde(skip_serializing_if = "Option::is_none")]
    carried: Option<bool>,
}

impl ValueListing {
    fn of(period: &Period, carried: Option<bool>) -> Self {
        ValueListing {
            from: period.from(),
            to: period.to(),
            value: period.published(),
            status: period.status,
            law: period.law(),
            source: period.source.title(),
            url: period.source.url(),
            carried,
        }
    }
}

/// The whole rulebook, or what of it holds in `month`, as one line of JSON. A figure that does not
/// reach back to the month has no values.
#[must_use]
pub fn rules(month: Option<Month>) -> String {
    let rulebook = Rulebook::embedded();
    let listing = Listing {
        version: VERSION,
        month,
        figures: rulebook.figures().iter().map(|dated| figure(dated, month)).collect(),
        schemes: Scheme::ALL.iter().map(|scheme| scheme.rules()).collect(),
        rules: rulebook.rules(),
        sources: rulebook.sources(),
    };
    serde_json::to_string(&listing).unwrap_or_default()
}

fn figure(dated: &Dated, month: Option<Month>) -> FigureListing {
    let values = match month.map(|month| dated.at(month)) {
        None => dated.periods.iter().map(|period| ValueListing::of(period, None)).collect(),
        Some(Lookup::InForce(_, period)) => vec![ValueListing::of(period, Some(false))],
        Some(Lookup::Carried(_, period)) => vec![ValueListing::of(period, Some(true))],
        Some(Lookup::NotCovered) => Vec::new(),
    };
    FigureListing { figure: dated.id, name: dated.id.name(), unit: dated.unit, values }
}
