//! The rulebook as JSON: every figure, scheme, rule and source.

use crate::quantity::Month;
use crate::rulebook::{
    Basis, Dated, FigureId, FigureStatus, Lookup, Period, Rulebook, Scheme, SchemeRules, Source, Unit, VERSION,
};

#[derive(serde::Serialize)]
struct Listing<'a> {
    version: &'static str,
    month: Option<Month>,
    figures: Vec<FigureListing>,
    schemes: Vec<&'static SchemeRules>,
    rules: &'a [Basis],
    sources: Vec<Source>,
}

#[derive(serde::Serialize)]
struct FigureListing {
    figure: FigureId,
    name: &'static str,
    unit: Unit,
    values: Vec<ValueListing>,
}

#[derive(serde::Serialize)]
struct ValueListing {
    from: Month,
    to: Option<Month>,
    value: String,
    status: FigureStatus,
    law: Option<&'static str>,
    source: &'static str,
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
