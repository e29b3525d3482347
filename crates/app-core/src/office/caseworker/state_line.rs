//! The line above everything: that the scheme is closed, by which rules and rates it is worked out, what the municipality has set
//! itself, and what is only carried on.

use mikrolaan_engine::rulebook::{OverrideKey, Overrides, Scheme, VERSION};
use mikrolaan_engine::simulation::NoteId;

use super::as_of;
use super::state::CaseworkerState;
use super::worked::WorkedCase;
use crate::forms::choices::SelectOption;
use crate::locale::argument::{Amount, MonthOf, Months, Percent};
use crate::locale::texts::named::FirstLast;
use crate::locale::texts::office::caseworker::state_line as words;
use crate::locale::write;

/// The line above everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateLine {
    /// That the scheme is closed, in words that stand out.
    pub closed: String,
    /// How it is worked out nevertheless.
    pub how: String,
    /// Which rates are used.
    pub rates: String,
    /// From when the last known rates are used, for a dashed mark; empty where none are carried.
    pub carried: String,
    /// What the municipality has set itself, each for a mark.
    pub overrides: Vec<String>,
    /// That it is an invented case; empty where it is not.
    pub sample: String,
    /// The months one can look from.
    pub months: Vec<SelectOption>,
    /// Which of them it is.
    pub chosen: String,
    /// It is worked out as of another month than today's.
    pub is_another_month: bool,
    /// The version of the rulebook.
    pub version: &'static str,
}

impl StateLine {
    /// Of a case and what it comes to.
    pub fn of(state: &CaseworkerState, worked: &WorkedCase) -> Self {
        let as_of = state.case().as_of;
        let in_trial = state.case().scheme == Scheme::Frikommune && Scheme::Frikommune.is_in_force(as_of);
        StateLine {
            closed: words::closed().to_owned(),
            how: if in_trial { words::as_in_the_trial() } else { words::as_if() }.to_owned(),
            rates: rates(state, worked),
            carried: carried(worked),
            overrides: state.case().overrides.as_ref().map(overrides).unwrap_or_default(),
            sample: state.sample().map(|sample| words::invented(&sample.name())).unwrap_or_default(),
            months: months(state),
            chosen: as_of.to_string(),
            is_another_month: as_of != state.today(),
            version: VERSION,
        }
    }

    /// The line as one text, without what can be chosen in it.
    pub fn text(&self) -> String {
        [self.closed.as_str(), &self.how, &self.rates].join(" ")
    }
}

/// The month it is chosen to be worked out as of; `None` where the word is no month there is.
pub fn chosen_month(state: &CaseworkerState, word: &str) -> Option<super::event::CaseworkerEvent> {
    let month = mikrolaan_engine::quantity::Month::parse(word)?;
    let (from, to) = as_of::months(state.today());
    (from <= month && month <= to).then_some(super::event::CaseworkerEvent::WorkOutAsOf(month))
}

fn months(state: &CaseworkerState) -> Vec<SelectOption> {
    let (from, to) = as_of::months(state.today());
    let all = (0..=to.months_since(from)).map(|later| from.plus(later));
    all.map(|month| SelectOption { value: month.to_string(), label: write::month_year(month) }).collect()
}

/// The years of the rates that were used: of those in force in the first month, and of the newest.
fn rates(state: &CaseworkerState, worked: &WorkedCase) -> String {
    let year = |month: mikrolaan_engine::quantity::Month| write::plain(month.year().unsigned_abs());
    let used = worked.plan().and_then(|(_, outcome)| outcome.as_ref().ok()).map(|plan| &plan.simulation.figures_used);
    let newest = used.and_then(|used| used.iter().map(|used| used.period.from()).max());
    let first = state.case().as_of;
    match newest {
        Some(newest) if newest.year() > first.year() => {
            words::rates_between(FirstLast { first: &year(first), last: &year(newest) })
        }
        Some(newest) => words::rates(&year(newest)),
        None => words::rates(&year(first)),
    }
}

fn carried(worked: &WorkedCase) -> String {
    let simulation = worked.plan().and_then(|(_, outcome)| outcome.as_ref().ok()).map(|plan| &plan.simulation);
    let notes = simulation.into_iter().flat_map(|simulation| &simulation.notes);
    let from = notes.filter(|note| note.note == NoteId::RatesCarried).filter_map(|note| note.from).min();
    from.map(|month| words::carried(MonthOf(month))).unwrap_or_default()
}

/// What the municipality has set itself, in words.
fn overrides(overrides: &Overrides) -> Vec<String> {
    let said = |&key: &OverrideKey| match key {
        OverrideKey::LargestLoan => overrides.largest_loan.map(|most| words::own_largest_loan(Amount::Exact(most))),
        OverrideKey::SupportMonths => overrides.support_months.map(|months| words::own_support_months(Months(months))),
        OverrideKey::MunicipalRate => overrides.municipal_rate.map(|rate| words::own_municipal_rate(Percent::Of(rate))),
        OverrideKey::ChurchRate => overrides.church_rate.map(|rate| words::own_church_rate(Percent::Of(rate))),
        OverrideKey::Municipality => overrides.municipality.map(|id| words::own_municipality(id.as_str())),
    };
    OverrideKey::ALL.iter().filter_map(said).collect()
}

#[cfg(test)]
#[path = "state_line_tests.rs"]
mod tests;
