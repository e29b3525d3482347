//! Where each value of the plan comes from: from the person, from an answer, from an example, or from nobody.
//!
//! Kept with the case (`AppPart`), so that it goes where the case goes: into a link, behind an example, back with *Fortryd*. A
//! value that stands in no list and could is the person's own. What nobody gave follows what it was worked out from, until
//! somebody writes over it.

use mikrolaan_engine::case::{AppPart, Case, FieldValue, ValuePath, account_is_open, set_principal, starter_scenario};
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::screening::{Answers, CoursePlan};
use mikrolaan_engine::simulation::{Scenario, ScenarioField as F, StartUpBudget};

use super::event::RowList;
use super::plan::{first_month, with_plan};
use crate::rulebook::RULEBOOK;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// The person wrote it.
    Own,
    /// It follows from an answer.
    Answer,
    /// It is an invented business's.
    Example,
    /// Nobody gave it.
    Guess,
}

impl Provenance {
    /// All of them; the place of each is its number.
    pub const ALL: [Provenance; 4] = [Provenance::Own, Provenance::Answer, Provenance::Example, Provenance::Guess];
}

/// The values of the business an example fills in; each row of the list of costs besides.
const OF_EXAMPLE: [F; 6] =
    [F::FirstMonth, F::FullMonth, F::RampMonths, F::Seasonality, F::VariableCostShare, F::FixedCosts];

/// What else is a guess before anybody has written anything. Of these, the first three can follow an answer.
const GUESSED: [F; 9] = [
    F::Principal,
    F::CourseMonths,
    F::AccountWaitMonths,
    F::LivingCosts,
    F::Savings,
    F::OtherIncome,
    F::AccountFee,
    F::AccountSetup,
    F::Buffer,
];

/// The values that decide most, of which a person should know how many are theirs.
pub const DECISIVE: [F; 7] =
    [F::LivingCosts, F::Savings, F::FullMonth, F::VariableCostShare, F::FixedCosts, F::Principal, F::AccountWaitMonths];

/// Where the field stands in the first scenario.
pub const fn place(field: F) -> ValuePath {
    ValuePath::Field { scenario: 0, field, at: None }
}

/// Is it kept where this value comes from?
pub fn is_kept(of: ValuePath) -> bool {
    let ValuePath::Field { field, .. } = of else { return false };
    field == F::JobWage || is_cost(field) || OF_EXAMPLE.contains(&field) || GUESSED.contains(&field)
}

/// Where a value comes from; `None` = it is set from the beginning and nobody's guess, such as the month it begins.
pub fn provenance(case: &Case, of: ValuePath) -> Option<Provenance> {
    let lists = case.app.as_ref()?;
    let is_in = |list: &Option<Vec<ValuePath>>| list.as_ref().is_some_and(|list| list.contains(&of));
    is_kept(of).then(|| {
        if is_in(&lists.guessed) {
            Provenance::Guess
        } else if is_in(&lists.from_example) {
            Provenance::Example
        } else if is_in(&lists.from_answers) {
            Provenance::Answer
        } else {
            Provenance::Own
        }
    })
}

const fn is_cost(field: F) -> bool {
    matches!(field, F::SetupCostLabel | F::SetupCostAmount)
}

/// The places of a list of costs.
fn costs(scenario: &Scenario) -> impl Iterator<Item = ValuePath> + use<> {
    let count = scenario.business.as_ref().map_or(0, |business| business.setup_costs.len());
    (0..count).flat_map(|at| {
        [F::SetupCostLabel, F::SetupCostAmount].map(|field| ValuePath::Field { scenario: 0, field, at: Some(at) })
    })
}

/// The lists of a case, to be changed.
fn lists(case: &mut Case) -> [&mut Vec<ValuePath>; 3] {
    let AppPart { guessed, from_example, from_answers, .. } = case.app.get_or_insert_default();
    [guessed, from_example, from_answers].map(|list| list.get_or_insert_default())
}

/// The value comes from there, whatever it came from before. *Own* is no list.
fn set(case: &mut Case, of: ValuePath, from: Provenance) {
    let [guessed, from_example, from_answers] = lists(case);
    for list in [&mut *guessed, &mut *from_example, &mut *from_answers] {
        list.retain(|listed| *listed != of);
    }
    match from {
        Provenance::Own => {}
        Provenance::Answer => from_answers.push(of),
        Provenance::Example => from_example.push(of),
        Provenance::Guess => guessed.push(of),
    }
}

/// Nobody has written anything in the first scenario yet.
pub(super) fn begin(case: &mut Case) {
    for field in OF_EXAMPLE.iter().chain(&GUESSED) {
        set(case, place(*field), Provenance::Guess);
    }
    set(case, ValuePath::Field { scenario: 0, field: F::JobWage, at: Some(0) }, Provenance::Guess);
    follow(case);
}

/// The first scenario of these answers before anybody has written anything in it.
pub(super) fn untouched(case: &Case) -> Scenario {
    let scenario = starter_scenario(case, &RULEBOOK);
    let mut begun = Case { scenarios: vec![scenario.clone()], app: None, ..case.clone() };
    begin(&mut begun);
    begun.scenarios.pop().unwrap_or(scenario)
}

/// Everything in the case is an invented person's.
pub(super) fn invent(case: &mut Case) {
    let costs = case.scenarios.first().map(costs).into_iter().flatten();
    let all: Vec<ValuePath> = OF_EXAMPLE.iter().chain(&GUESSED).map(|field| place(*field)).chain(costs).collect();
    for of in all {
        set(case, of, Provenance::Example);
    }
}

/// The person has written this value, even if it is the one that stood there.
pub(super) fn own(case: &mut Case, of: ValuePath) {
    if provenance(case, of).is_some_and(|from| from != Provenance::Own) {
        set(case, of, Provenance::Own);
    }
}

/// The value comes from where it came from before somebody began to write over it.
pub(super) fn give_back(case: &mut Case, of: ValuePath, from: Provenance) {
    set(case, of, from);
}

/// What differs from `before` has been written.
pub(super) fn own_what_differs(case: &mut Case, before: &Scenario) {
    let Some(now) = case.scenarios.first().cloned() else { return };
    let differs = |of: &ValuePath| {
        let &ValuePath::Field { field, at, .. } = of else { return false };
        let at = at.unwrap_or_default();
        match field {
            F::Seasonality => seasonality(&now) != seasonality(before),
            _ => field.read(&now, &RULEBOOK, at) != field.read(before, &RULEBOOK, at),
        }
    };
    for list in lists(case) {
        list.retain(|of| !differs(of));
    }
}

fn seasonality(scenario: &Scenario) -> Option<&[mikrolaan_engine::quantity::Rate; 12]> {
    scenario.business.as_ref()?.seasonality.as_ref()
}

/// A row of a list was removed: what is known of later rows moves up.
pub(super) fn remove_row(case: &mut Case, list: RowList, at: usize) {
    for kept in lists(case) {
        *kept = kept.drain(..).filter_map(|of| list.after_removal(of, at)).collect();
    }
}

/// The first scenario's business is `filled`, but for what the person has written, which stays. `from` says where the rest
/// comes from: an example, or nobody.
pub(super) fn fill(case: &mut Case, filled: &Scenario, from: Provenance) {
    let Some(scenario) = case.scenarios.first().cloned() else { return };
    let is_own = |of: ValuePath| provenance(case, of) == Some(Provenance::Own);
    let own_costs = costs(&scenario).any(is_own);
    let taken: Vec<F> = OF_EXAMPLE.into_iter().filter(|&field| !is_own(place(field))).collect();
    let Some(now) = case.scenarios.first_mut() else { return };
    for &field in &taken {
        match field {
            F::Seasonality => {
                let seasonality = filled.business.as_ref().and_then(|business| business.seasonality);
                now.business.get_or_insert_default().seasonality = seasonality;
            }
            _ => field.write(now, &RULEBOOK, 0, field.read(filled, &RULEBOOK, 0)),
        }
    }
    let mut all: Vec<ValuePath> = taken.into_iter().map(place).collect();
    if !own_costs {
        let wanted = filled.business.as_ref().map(|business| business.setup_costs.clone());
        now.business.get_or_insert_default().setup_costs = wanted.unwrap_or_default();
        all.extend(costs(filled));
        let gone: Vec<ValuePath> = costs(&scenario).collect();
        for list in lists(case) {
            list.retain(|of| !gone.contains(of));
        }
    }
    for of in all {
        set(case, of, from);
    }
}

/// Is all that comes from an example in the business what stands in this scenario, and is there something?
pub fn is_taken_from(case: &Case, filled: &Scenario) -> bool {
    let Some(scenario) = case.scenarios.first() else { return false };
    let mut of_example = OF_EXAMPLE
        .into_iter()
        .filter(|&field| field != F::Seasonality && provenance(case, place(field)) == Some(Provenance::Example));
    let read = |scenario: &Scenario, field: F| field.read(scenario, &RULEBOOK, 0);
    let is_same = |field: F| read(scenario, field) == read(filled, field);
    of_example.next().is_some_and(|first| is_same(first) && of_example.all(is_same))
}

/// What nobody gave, and what an answer gave, anew: after any change of the case.
pub(super) fn follow(case: &mut Case) {
    if case.scenarios.is_empty() || case.app.is_none() {
        return;
    }
    let Answers { loan_amount, will_take_course, .. } = case.answers;
    let answered = [
        (F::Principal, loan_amount.is_some()),
        (F::CourseMonths, will_take_course == Some(CoursePlan::Done)),
        (F::AccountWaitMonths, account_is_open(&case.answers)),
    ];
    for (field, is_answered) in answered {
        if let Some(Provenance::Guess | Provenance::Answer) = provenance(case, place(field)) {
            set(case, place(field), if is_answered { Provenance::Answer } else { Provenance::Guess });
        }
    }
    if provenance(case, place(F::Principal)) == Some(Provenance::Guess) {
        let wanted = what_it_takes_to_start(case);
        if let Some(scenario) = case.scenarios.first_mut() {
            set_principal(scenario, wanted);
        }
    }
    if provenance(case, place(F::LivingCosts)) == Some(Provenance::Guess) {
        let wanted = what_comes_in(case).unwrap_or_default();
        if let Some(scenario) = case.scenarios.first_mut() {
            F::LivingCosts.write(scenario, &RULEBOOK, 0, Some(FieldValue::Amount(wanted)));
        }
    }
}

/// What it costs to start, at most what the scheme lends: the loan of who does not know how much to borrow. Nothing before the
/// person has said what is to be bought; what an invented business buys makes nobody a loan.
fn what_it_takes_to_start(case: &Case) -> Money {
    let mut costs = case.scenarios.first().map(costs).into_iter().flatten().peekable();
    if costs.peek().is_none() || costs.any(|of| provenance(case, of) == Some(Provenance::Example)) {
        return Money::ZERO;
    }
    let budget = with_plan(case, StartUpBudget::of);
    let largest = RULEBOOK.largest_loan(case.scheme).unwrap_or_default();
    budget.map_or(Money::ZERO, |budget| (budget.total.at_least_zero()).min(largest))
}

/// What comes in in the first month, after tax, in whole kroner: somebody whose living costs are not known spends that. It
/// leaves nothing over and nothing short. `None` while the benefit is not known.
fn what_comes_in(case: &Case) -> Option<Money> {
    let left = first_month(case)?.household.net_change().at_least_zero();
    Some(Money::from_kroner(left.oere() / 100))
}

#[cfg(test)]
#[path = "provenance_tests.rs"]
mod tests;
