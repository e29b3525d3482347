//! The page of the budgets: what it says beside its fields. All of it is one value that follows the case, so that no
//! two parts of the page can say different things.

mod benefit;
mod groups;
pub mod parts;
mod running;
mod time;

use mikrolaan_engine::case::examples::{self, ExampleId};
use mikrolaan_engine::case::{Case, bounds, usual_small_job};
use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::screening::{AnswerKey, Support};
use mikrolaan_engine::simulation::{FullMonth, Scenario, SetupCost, StartUpBudget, repaid_after};

pub use benefit::{ASKED, BenefitSource, BenefitView};
pub use groups::GroupView;
pub use running::{BAR_HEIGHT, RunningAnswer};
pub use time::TimeView;

use crate::forms::choices::{by_term, closing, seasons};
use crate::forms::{FormItem, Word};
use crate::locale::argument::{Amount, Count, Months};
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::texts::budget::{job as j, loan as l, operating as o, setup as s};
use crate::locale::texts::money as m;
use crate::locale::words::question;
use crate::locale::write;
use crate::navigation::MoneyStep;
use crate::rulebook::RULEBOOK;
use crate::state::State;
use crate::state::event::{Event, NewRow, RowList};
use crate::state::plan::with_plan;
use crate::state::provenance::{self, Provenance};

/// Everything the page of the budgets says beside its fields, and which of those stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetView {
    /// What it takes to start.
    pub start_up: StartUp,
    /// What the lines of a full month come to, as in [`FULL_MONTH`].
    pub full_month: [String; FULL_MONTH.len()],
    /// Has each month a factor of its own?
    pub has_seasons: bool,
    /// Is there a month in which the business closes?
    pub closes: bool,
    /// The ordinary benefit.
    pub benefit: BenefitView,
    /// How the loan is paid back.
    pub repayment: RepaymentView,
    /// "Med 500 kr. om måneden er lånet betalt efter 51 måneder."; empty where it never is.
    pub repaid: String,
    /// The costs of starting.
    pub costs: RowsView,
    /// The small jobs.
    pub jobs: RowsView,
    /// How many figures come from where, by the place in `Provenance::ALL`.
    pub counts: [usize; Provenance::ALL.len()],
    /// The groups of the page of all figures.
    pub groups: [GroupView; 9],
    /// What the first three steps come to.
    pub running: [RunningAnswer; MoneyStep::ALL.len()],
    /// Does who has as much as they own have to think of the limit? Then how it is asked.
    pub wealth: String,
    /// How long each part takes, in a sentence each, and the same as cells.
    pub time: TimeView,
}

/// What it takes to start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartUp {
    /// What it comes to.
    pub total: String,
    /// What is left of the money for it, or missing.
    pub left: String,
}

/// A line of a full month.
pub struct LedgerLine {
    /// What it is called.
    pub name: Word,
    read: fn(&FullMonth) -> Money,
    /// Is it what the others come to?
    pub is_total: bool,
}

/// A full month of the business, line by line.
pub static FULL_MONTH: [LedgerLine; 5] = [
    LedgerLine { name: o::ledger_revenue, read: |month| month.revenue, is_total: false },
    LedgerLine { name: o::ledger_variable, read: |month| month.variable_costs.negated(), is_total: false },
    LedgerLine { name: o::ledger_fixed, read: |month| month.fixed_costs.negated(), is_total: false },
    LedgerLine { name: o::ledger_fee, read: |month| month.account_fee.negated(), is_total: false },
    LedgerLine { name: o::ledger_surplus, read: |month| month.surplus, is_total: true },
];

/// How the loan is paid back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepaymentView {
    /// There is no loan.
    NoLoan,
    /// So much a month.
    Instalment,
    /// Over so many months.
    Term,
}

impl RepaymentView {
    /// What is asked about it.
    pub fn items(self) -> &'static [FormItem] {
        match self {
            RepaymentView::NoLoan => &[],
            RepaymentView::Instalment => &parts::BY_INSTALMENT,
            RepaymentView::Term => &parts::BY_TERM,
        }
    }
}

/// A list whose rows come and go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowsView {
    /// What each row is called.
    pub names: Vec<String>,
    /// Can no more rows be added?
    pub is_full: bool,
    /// What is to be said of how many there are; empty = nothing.
    pub note: String,
}

impl BudgetView {
    /// The rows of a list.
    pub fn rows(&self, list: RowList) -> &RowsView {
        match list {
            RowList::Costs => &self.costs,
            RowList::Jobs => &self.jobs,
        }
    }
}

/// What the page of the budgets says of the case. What does not rest on the benefit is there before that is known.
pub fn budget(case: &Case, evaluated: Option<&Evaluated>) -> BudgetView {
    let scenario = case.scenarios.first();
    let budgets = match evaluated {
        Some(evaluated) => Some((evaluated.start_up, evaluated.full_month)),
        None => with_plan(case, |plan| (StartUpBudget::of(plan), FullMonth::of(plan.scenario))),
    };
    let (start, month) = budgets.unwrap_or_default();
    let left = if start.left.is_negative() { s::short } else { s::left };
    let benefit = benefit::benefit(case, evaluated);
    BudgetView {
        counts: groups::counts(case),
        groups: groups::groups(case, &benefit, &start, &month),
        start_up: StartUp { total: write::kroner(start.total), left: left(Amount::Whole(start.left.abs())) },
        full_month: FULL_MONTH.each_ref().map(|line| write::kroner((line.read)(&month))),
        has_seasons: scenario.and_then(seasons).is_some(),
        closes: scenario.and_then(closing).is_some(),
        benefit,
        repayment: match scenario.and_then(by_term) {
            None => RepaymentView::NoLoan,
            Some(false) => RepaymentView::Instalment,
            Some(true) => RepaymentView::Term,
        },
        repaid: scenario.and_then(repaid).unwrap_or_default(),
        costs: scenario.map(costs).unwrap_or_default(),
        jobs: scenario.map(jobs).unwrap_or_default(),
        running: [running::home(case, evaluated), running::business(&month), running::start(&start)],
        wealth: wealth(case),
        time: scenario.map(TimeView::of).unwrap_or_default(),
    }
}

/// How it is asked whether somebody has more than the benefit allows; empty where no limit is theirs.
fn wealth(case: &Case) -> String {
    let may = case.answers.support.is_some_and(Support::may_have_wealth_limit);
    if may { question::words(AnswerKey::WealthOverLimit, case.as_of).title } else { String::new() }
}

fn repaid(scenario: &Scenario) -> Option<String> {
    let (instalment, count) = repaid_after(scenario.loan.as_ref()?)?;
    Some(l::repaid(Amount::Exact(instalment), Months(count)))
}

fn costs(scenario: &Scenario) -> RowsView {
    let names: Vec<String> = setup_costs(scenario).iter().map(|cost| cost.label.clone()).collect();
    let is_full = names.len() >= bounds::SETUP_COSTS.max as usize;
    let most = || t::errors::field::too_many_rows(bounds::SETUP_COSTS.max.into());
    RowsView { names, is_full, note: is_full.then(most).unwrap_or_default() }
}

fn jobs(scenario: &Scenario) -> RowsView {
    let names: Vec<String> = (1..=scenario.small_jobs.len()).map(|number| j::item(Count::of(number))).collect();
    let is_full = names.len() >= bounds::SMALL_JOBS.max as usize;
    let note = if names.is_empty() { j::none() } else { Text::NONE };
    RowsView { names, is_full, note: note.to_owned() }
}

fn setup_costs(scenario: &Scenario) -> &[SetupCost] {
    scenario.business.as_ref().map(|business| business.setup_costs.as_slice()).unwrap_or_default()
}

/// The row that comes with a press on the button below a list; nothing without a plan.
pub fn new_row(case: &Case, list: RowList) -> Option<NewRow> {
    let scenario = case.scenarios.first()?;
    Some(match list {
        RowList::Costs => {
            let number = setup_costs(scenario).len() + 1;
            NewRow::Cost(SetupCost { label: s::item(Count::of(number)), amount: Money::ZERO })
        }
        RowList::Jobs => NewRow::Job(usual_small_job(scenario, &RULEBOOK)),
    })
}

/// What the button says that shows the figures from there alone; `None` = all of them.
pub fn shown(from: Option<Provenance>, count: Count) -> String {
    match from {
        Some(Provenance::Own) => m::show_own(count),
        Some(Provenance::Example) => m::show_example(count),
        Some(Provenance::Guess) => m::show_guess(count),
        Some(Provenance::Answer) | None => m::show_all().to_owned(),
    }
}

/// The trade whose figures stand in the business: the example from which everything is that is from one. `None` where nothing is.
pub fn trade(case: &Case) -> Option<ExampleId> {
    let scenario = case.scenarios.first()?;
    ExampleId::ALL.iter().copied().find(|&id| {
        let mut filled = scenario.clone();
        examples::fill_business(id, &mut filled);
        provenance::is_taken_from(case, &filled)
    })
}

/// What choosing a trade does; `None` = none of them. Who looks at an example looks at another one, or leaves it; everybody else gets
/// their own business filled in.
pub fn choose_trade(state: &State, id: Option<ExampleId>) -> Event {
    match id {
        _ if state.viewed().is_none() => Event::FillBusiness(id),
        Some(id) => Event::ViewExample(id),
        None => Event::LeaveExample,
    }
}

#[cfg(test)]
#[path = "budget/tests.rs"]
mod tests;
