//! What the municipality may set for itself in place of the scheme's rules and the published rates. It travels with the case, and is
//! marked wherever it shows.

use mikrolaan_engine::case::bounds;
use mikrolaan_engine::quantity::Rate;
use mikrolaan_engine::rulebook::{OverrideKey, Overrides};
use mikrolaan_engine::simulation::defaults;

use super::event::CaseworkerEvent;
use super::state::CaseworkerState;
use crate::forms::{FieldError, field_errors};
use crate::locale::argument::{Amount, Months, Percent};
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::texts::office::caseworker::own_rule as words;
use crate::locale::write;
use crate::rulebook::RULEBOOK;

/// A rule the municipality can set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRule {
    /// Which.
    pub key: OverrideKey,
    /// The id of its field.
    pub id: &'static str,
    /// Its label.
    pub label: Text,
    /// What it is counted in.
    pub unit: Text,
    /// What the municipality has set; empty where the rule holds.
    pub value: String,
    /// What holds while nothing is set.
    pub usual: String,
}

/// The rules that can be typed. Which municipality is *here* comes with a case and is not typed: no field asks for it.
pub const TYPED: [OverrideKey; 4] =
    [OverrideKey::LargestLoan, OverrideKey::SupportMonths, OverrideKey::MunicipalRate, OverrideKey::ChurchRate];

/// The rules that can be typed, with what holds now.
pub fn own_rules(state: &CaseworkerState) -> [OwnRule; TYPED.len()] {
    let case = state.case();
    let own = case.overrides.unwrap_or_default();
    let scheme = case.scheme.rules();
    let published = RULEBOOK.municipal_rate(case.as_of);
    let rate = |rate: Option<Rate>| rate.map(write::percent).unwrap_or_default();
    TYPED.map(|key| {
        let (id, label, unit, value, usual) = match key {
            OverrideKey::SupportMonths => (
                "egen-støtte",
                words::support_months(),
                t::unit::months(),
                own.support_months.map(write::plain).unwrap_or_default(),
                words::usual_months(Months(defaults::SUBSIDY_MONTHS)),
            ),
            OverrideKey::MunicipalRate => (
                "egen-kommuneskat",
                words::municipal_rate(),
                t::unit::percent(),
                rate(own.municipal_rate),
                published.map(|published| words::usual_rate(Percent::Of(published.rate))).unwrap_or_default(),
            ),
            OverrideKey::ChurchRate => (
                "egen-kirkeskat",
                words::church_rate(),
                t::unit::percent(),
                rate(own.church_rate),
                words::no_church_rate().to_owned(),
            ),
            OverrideKey::LargestLoan | OverrideKey::Municipality => (
                "eget-loft",
                words::largest_loan(),
                t::unit::kroner(),
                own.largest_loan.map(write::typed).unwrap_or_default(),
                scheme
                    .largest_loan
                    .map_or_else(|| words::no_largest_loan().to_owned(), |most| words::usual_loan(Amount::Exact(most))),
            ),
        };
        OwnRule { key, id, label, unit, value, usual }
    })
}

/// What happens when this is typed as the municipality's own; emptied, the rule holds again.
///
/// # Errors
/// What is wrong with what was typed; then nothing happens.
pub fn take(state: &CaseworkerState, key: OverrideKey, text: &str) -> Result<CaseworkerEvent, FieldError> {
    let mut own = state.case().overrides.unwrap_or_default();
    let text = Some(text).filter(|text| !text.trim().is_empty());
    let percent = |text| field_errors::percent(text, bounds::LOCAL_TAX_RATE);
    match key {
        OverrideKey::LargestLoan => {
            own.largest_loan = text.map(|text| field_errors::money(text, bounds::AMOUNT)).transpose()?;
        }
        OverrideKey::SupportMonths => {
            own.support_months = text.map(|text| field_errors::months(text, bounds::SUBSIDY_MONTHS)).transpose()?;
        }
        OverrideKey::MunicipalRate => own.municipal_rate = text.map(percent).transpose()?,
        OverrideKey::ChurchRate => own.church_rate = text.map(percent).transpose()?,
        OverrideKey::Municipality => {}
    }
    Ok(CaseworkerEvent::SetOwnRules(Some(own).filter(|own: &Overrides| !own.is_empty())))
}

#[cfg(test)]
#[path = "own_rules_tests.rs"]
mod tests;
