//! What matters most: each figure a little less and a little more, and what that does to the lowest
//! balance. As a picture, as a table, and in one sentence.

use crate::locale::language::Text;
use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::insight;
use mikrolaan_engine::insight::sensitivity::{Input, Row, SensitivityEffect};
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::simulation::{Lowest, Scenario};

use super::View;
use super::headlines::unwritten;
use crate::charts::tornado::{Bar, Effect, EffectBars};
use crate::locale::argument::{Amount, MonthOf, Months};
use crate::locale::texts::months::input as names;
use crate::locale::texts::named::AmountInputStep;
use crate::locale::texts::sensitivity as s;
use crate::locale::texts::{table as lines, unit};
use crate::locale::write::{short_month_year, whole};
use crate::rulebook::RULEBOOK;

/// Everything the section shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SensitivityView {
    /// What matters most, in a sentence.
    pub fact: String,
    /// The three changes that matter most, on the side that is of use: what helps where money is missing, else what
    /// hurts.
    pub sentences: Vec<ChangeSentence>,
    /// The picture.
    pub picture: EffectBars,
    /// The picture in words.
    pub text: String,
    /// What stands above the table.
    pub caption: String,
    /// The table: the same order as the picture.
    pub rows: Vec<SensitivityLine>,
}

/// One figure with less and with more of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SensitivityLine {
    /// The figure.
    pub name: Text,
    /// Less of it, and more.
    pub sides: [SensitivityCell; 2],
}

/// What one change does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SensitivityCell {
    /// How much is changed: `20 % mindre`.
    pub step: String,
    /// What it does to the lowest balance, in whole kroner.
    pub amount: String,
    /// It leaves less.
    pub falls: bool,
    /// From when one is self-supporting.
    pub own: String,
}

/// One change of a figure and what it does, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSentence {
    /// What is changed: `20 % mindre hjemme`.
    pub change: String,
    /// How long the money lasts then.
    pub until: String,
    /// How much higher or lower the lowest balance is, with its sign.
    pub amount: String,
    /// It is lower.
    pub falls: bool,
}

/// The sensitivity of the plan; `None` while a figure is missing that all the others hang on.
pub fn sensitivity(evaluated: &Evaluated) -> Option<SensitivityView> {
    let plan = evaluated.plan();
    let view = &View { plan: &plan, simulation: &evaluated.simulation };
    let lowest = view.simulation.key_figures.lowest_household?;
    if unwritten(view).is_some() {
        return None;
    }
    let rows = insight::sensitivity::sensitivity(&RULEBOOK, view.plan).ok()?;
    let first = rows.first()?;
    let fact = fact(view.plan.scenario, first, lowest);
    Some(SensitivityView {
        text: [&fact, " ", &s::text()].concat(),
        fact,
        sentences: sentences(view, &rows, lowest),
        caption: s::caption(Amount::Whole(lowest.balance), MonthOf(lowest.month)),
        picture: EffectBars {
            rows: rows.iter().map(|row| effect(row, lowest)).collect(),
            falls: s::falls(),
            rises: s::rises(),
        },
        rows: rows.iter().map(|row| line(view, row, lowest)).collect(),
    })
}

// ── the sentence

fn fact(scenario: &Scenario, row: &Row, lowest: Lowest) -> String {
    let changes = sides(row).map(|(_, side)| side.map_or(0, |side| change(side, lowest)));
    let [less, more] = changes;
    let (direction, change) =
        if less.abs() >= more.abs() { (LessOrMore::Less, less) } else { (LessOrMore::More, more) };
    let (input, amount) = (definite(row.input), Amount::Whole(Money::from_kroner(change.abs())));
    let step = step(scenario, row.input, direction);
    let words = AmountInputStep { amount, input: input.words(), step: step.as_str() };
    match change {
        0 => s::nothing().to_owned(),
        ..0 => s::fact_less(words),
        _ => s::fact_more(words),
    }
}

/// So many changes are said in words.
const SAID: usize = 3;

fn sentences(view: &View<'_>, rows: &[Row], lowest: Lowest) -> Vec<ChangeSentence> {
    rows.iter().filter_map(|row| sentence(view, row, lowest)).take(SAID).collect()
}

/// What the side of a figure does that is of use; nothing where neither is.
fn sentence(view: &View<'_>, row: &Row, lowest: Lowest) -> Option<ChangeSentence> {
    let is_short = lowest.balance.is_negative();
    let all = sides(row).into_iter().filter_map(|(direction, side)| Some((direction, side?)));
    let (direction, side) = all.max_by_key(|&(_, side)| change(side, lowest) * if is_short { 1 } else { -1 })?;
    let amount = change(side, lowest);
    let until = match side.lasts_until {
        Some(month) => s::until(MonthOf(month)),
        None if (lowest.balance + side.lowest_household_change).is_negative() => s::until_never().to_owned(),
        None => s::until_end().to_owned(),
    };
    let sentence = ChangeSentence {
        change: [&step(view.plan.scenario, row.input, direction), " ", &thing(row.input)].concat(),
        until,
        amount: unit::kr(&signed(amount)),
        falls: amount < 0,
    };
    (amount != 0 && (amount > 0) == is_short).then_some(sentence)
}

/// The figures that change the lowest balance, what matters most first, with their names and what changing them does.
pub(super) fn most_effective(view: &View<'_>) -> Vec<(Input, Text, ChangeSentence)> {
    let Some(lowest) = view.simulation.key_figures.lowest_household else { return Vec::new() };
    let rows = insight::sensitivity::sensitivity(&RULEBOOK, view.plan).unwrap_or_default();
    let told = |row: &Row| Some((row.input, name(row.input), sentence(view, row, lowest)?));
    rows.iter().filter_map(told).collect()
}

/// What is changed, behind how much of it.
fn thing(input: Input) -> Text {
    use s::thing as t;
    match input {
        Input::Revenue => t::revenue(),
        Input::VariableCostShare => t::variable_cost_share(),
        Input::FixedCosts => t::fixed_costs(),
        Input::LivingCosts => t::living_costs(),
        Input::SmallJobHours => t::small_job_hours(),
        Input::AccountWaitMonths => t::account_wait_months(),
        Input::SubsidyMonths => t::subsidy_months(),
    }
}

fn definite(input: Input) -> Text {
    use s::definite as d;
    match input {
        Input::Revenue => d::revenue(),
        Input::VariableCostShare => d::variable_cost_share(),
        Input::FixedCosts => d::fixed_costs(),
        Input::LivingCosts => d::living_costs(),
        Input::SmallJobHours => d::small_job_hours(),
        Input::AccountWaitMonths => d::account_wait_months(),
        Input::SubsidyMonths => d::subsidy_months(),
    }
}

fn name(input: Input) -> Text {
    match input {
        Input::Revenue => s::revenue(),
        Input::VariableCostShare => lines::variable_costs(),
        Input::FixedCosts => names::fixed_costs(),
        Input::LivingCosts => names::living_costs(),
        Input::SmallJobHours => s::small_job_hours(),
        Input::AccountWaitMonths => names::account_wait_months(),
        Input::SubsidyMonths => names::subsidy_months(),
    }
}

// ── one change

#[derive(Clone, Copy, PartialEq, Eq)]
enum LessOrMore {
    Less,
    More,
}

fn sides(row: &Row) -> [(LessOrMore, Option<SensitivityEffect>); 2] {
    [(LessOrMore::Less, row.low), (LessOrMore::More, row.high)]
}

/// `20 % mindre`, `2 måneder mere`; a month less where there is only one to take away.
fn step(scenario: &Scenario, input: Input, direction: LessOrMore) -> String {
    let there = match input {
        Input::AccountWaitMonths => scenario.account_wait_months,
        Input::SubsidyMonths => scenario.subsidy.months,
        _ => return [s::percent_less, s::percent_more][direction as usize]().to_owned(),
    };
    match direction {
        LessOrMore::Less => s::months_less(Months(there.min(2))),
        LessOrMore::More => s::months_more(Months(2)),
    }
}

/// In whole kroner, from the balances as people see them.
fn change(side: SensitivityEffect, lowest: Lowest) -> i64 {
    side.kroner_above(lowest)
}

fn effect(row: &Row, lowest: Lowest) -> Effect {
    let bar = |side| {
        let change = change(side, lowest);
        Bar { amount: change, text: signed(change) }
    };
    let [less, more] = sides(row).map(|(_, side)| side.map(bar));
    Effect { name: name(row.input).replace('\u{ad}', ""), less, more }
}

/// With its sign: `+1.200`, `−3.606`, `0`.
fn signed(kroner: i64) -> String {
    [if kroner > 0 { "+" } else { "" }, &whole(kroner)].concat()
}

fn line(view: &View<'_>, row: &Row, lowest: Lowest) -> SensitivityLine {
    let last = view.plan.timeline().last();
    let cell = |(direction, side): (LessOrMore, Option<SensitivityEffect>)| {
        let Some(side) = side else {
            return SensitivityCell {
                step: String::new(),
                amount: s::not_possible().to_owned(),
                falls: false,
                own: String::new(),
            };
        };
        let change = change(side, lowest);
        SensitivityCell {
            step: step(view.plan.scenario, row.input, direction),
            amount: signed(change),
            falls: change < 0,
            own: own(side.manages_from, last),
        }
    };
    SensitivityLine { name: name(row.input), sides: sides(row).map(cell) }
}

fn own(from: Option<Month>, last: Month) -> String {
    from.map_or_else(|| s::own_never(&short_month_year(last)), |from| s::own_from(&short_month_year(from)))
}

#[cfg(test)]
#[path = "sensitivity_tests.rs"]
mod tests;
