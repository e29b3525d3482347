//! Simulation: one scenario, month by month.
//!
//! [`simulate`] goes through the months in order. In each one it works out the lines of the spec in
//! their order – job, business, benefit, subsidy, loan, draw, tax, household – each in its own file,
//! and keeps two purses that are never mixed: the household's and the business's. All of a month is one
//! value (`MonthWorkings`), of which the row of the result is taken; how a line came about is read from it elsewhere.

mod annuity;
mod benefit;
mod budget;
mod business;
pub mod defaults;
mod field;
mod figures;
mod job;
mod key_figures;
mod ledger;
mod loan;
mod month;
mod notes;
mod plan;
mod profit;
mod purses;
mod scenario;
mod situation;
mod state;
mod subsidy;
mod tax;
mod timeline;
mod turnover;
mod workings;

#[cfg(test)]
mod tests;

pub(crate) use benefit::{BaseWorkings, BenefitRule, InFull, Taper};
pub use budget::{FullMonth, StartUpBudget, instalments, repaid_after};
pub(crate) use business::{Pace, TradeWorkings};
pub use field::{FieldsWritten, ScenarioField};
pub use figures::{FigureUsed, NotCovered};
pub(crate) use job::JobWorkings;
pub(crate) use key_figures::SELF_SUPPORTING_MONTHS;
pub use key_figures::{KeyFigures, LoanApr, LoanFigures, Lowest, Shortfall, Totals};
pub use ledger::{BusinessLines, HouseholdLines, LoanLines, MonthRow, Purse};
pub use loan::payments;
pub(crate) use loan::{Instalment, LevelPayment, LoanStage};
pub use notes::{Note, NoteId};
pub(crate) use plan::AccountSetup;
pub use plan::{Plan, Resolved, SingleParent};
pub(crate) use purses::{BusinessStage, DrawRule, OpeningMonth};
pub use scenario::{
    AfterClosure, Benefit, Business, Deduction, Household, Loan, Profile, Repayment, Revenue, Scenario, SetupCost,
    SmallJob, Subsidy, SubsidyModel, Tax, TaxMode, Vat,
};
pub use situation::{BenefitRange, OpenAnswer, Situation, SituationKey};
pub(crate) use subsidy::{Reduction, SubsidyRule};
pub(crate) use tax::{Contribution, IncomeTax, MunicipalRateTaken, TaxWorkings};
pub use timeline::{Phase, Timeline};
pub(crate) use workings::{FullSupport, MonthWorkings};

use crate::quantity::{Money, Month};
use crate::rulebook::{Rulebook, figure};
use figures::Figures;
use state::SimulationState;

/// What a scenario comes to.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Simulation {
    /// The scenario's name.
    pub name: String,
    /// Is everything before tax?
    pub before_tax: bool,
    /// The months; left out where only the key figures are wanted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<MonthRow>,
    /// The months in a few figures.
    pub key_figures: KeyFigures,
    /// What the ordinary benefit can be, while answers it hangs on are missing.
    pub benefit_range: Option<BenefitRange>,
    /// What must be said beside the result.
    pub notes: Vec<Note>,
    /// Every figure of the rulebook that entered the result.
    pub figures_used: Vec<FigureUsed>,
}

/// Works out a scenario.
///
/// # Errors
/// [`NotCovered`] when a month lies before the first period of a figure it needs.
pub fn simulate(rulebook: &Rulebook, plan: &Plan<'_>) -> Result<Simulation, NotCovered> {
    #[cfg(test)]
    SIMULATIONS.with(|count| count.set(count.get() + 1));
    let mut figures = Figures::new(rulebook);
    let mut state = SimulationState::new(plan);
    let months = state.all_months(&mut figures)?;
    let key_figures = key_figures::of(plan, &months, state.turnover);
    let found = notes::of_plan(rulebook, plan, key_figures.business_start.is_some());
    let notes = in_order(found.into_iter().chain(state.into_notes()).chain(figures.carried().map(Note::rates_carried)));
    Ok(Simulation {
        name: plan.scenario.name.clone(),
        before_tax: plan.scenario.tax.mode == TaxMode::None,
        months,
        key_figures,
        benefit_range: BenefitRange::of(rulebook, plan)?,
        notes,
        figures_used: figures.used(),
    })
}

#[cfg(test)]
thread_local! {
    /// How many scenarios this thread has simulated.
    static SIMULATIONS: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// What the work gives, and how many scenarios were simulated for it.
#[cfg(test)]
pub(crate) fn counted<T>(work: impl FnOnce() -> T) -> (T, u32) {
    let before = SIMULATIONS.with(std::cell::Cell::get);
    let done = work();
    (done, SIMULATIONS.with(std::cell::Cell::get) - before)
}

/// The ordinary benefit before any deduction in the plan's first month, without working the months out; `None`
/// when that month lies before a figure's first period.
#[must_use]
pub fn base_benefit(rulebook: &Rulebook, plan: &Plan<'_>) -> Option<Money> {
    let base = BaseWorkings::of(&plan.resolved.benefit, plan.scenario.start, &mut Figures::new(rulebook)).ok()?;
    Some(base.amount())
}

/// What VAT takes of the business's surplus in a month, if it is registered by then and customers pay no more than before;
/// `None` where the business is not open in the month, and before the rate is known.
#[must_use]
pub fn vat_costs(rulebook: &Rulebook, plan: &Plan<'_>, month: Month) -> Option<Money> {
    let state = SimulationState::new(plan);
    let (business, open_month) =
        state.open_business(state.context(month)).filter(|_| month <= state.timeline.last())?;
    let surplus = |vat| TradeWorkings::of(business, month, open_month, vat).surplus;
    let rate = figure::MOMS_SATS.at(rulebook, month)?.value;
    Some(surplus(None) - surplus(Some(rate)))
}

/// Each put in its place by hand: there are few, and a sort is 1 kB of the page.
fn in_order(notes: impl Iterator<Item = Note>) -> Vec<Note> {
    let mut sorted = Vec::new();
    for note in notes {
        let place = sorted.partition_point(|before| *before <= note);
        sorted.insert(place, note);
    }
    sorted
}

/// Works a scenario out up to a month, and gives all that month was worked out to be, with each small job. `None` when
/// the scenario does not have the month.
pub(crate) fn workings(
    rulebook: &Rulebook,
    plan: &Plan<'_>,
    asked: Month,
) -> Result<Option<(MonthWorkings, Vec<JobWorkings>)>, NotCovered> {
    let mut figures = Figures::new(rulebook);
    let mut state = SimulationState::new(plan);
    for month in state.timeline.months().take_while(|&month| month <= asked) {
        let workings = state.month(month, &mut figures)?;
        if month == asked {
            return Ok(Some((workings, state.jobs)));
        }
    }
    Ok(None)
}
