//! What matters most, in words and figures.

use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::insight::sensitivity::{Input, sensitivity};
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::simulation::Scenario;

use super::{SensitivityView, name};
use crate::locale::write::whole_kroner;
use crate::rulebook::RULEBOOK;

const AS_OF: Month = Month::new(2026, 11).expect("a month");

fn told(id: ExampleId, change: impl FnOnce(&mut Scenario)) -> Option<SensitivityView> {
    let mut case = example(id, AS_OF);
    change(case.scenarios.first_mut().expect("an example has a scenario"));
    super::sensitivity(&evaluate(&case, &RULEBOOK, 0).ok()?)
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn what_matters_most_comes_first_and_is_said() {
    for &id in ExampleId::ALL {
        let view = told(id, |_| {}).expect("something matters");
        let fact = plain(&view.fact);
        assert!(fact.contains(" betyder mest. ") && fact.contains(" er det laveste på din konto "), "{id:?} {fact}");
        assert!(!fact.starts_with(char::is_numeric), "{id:?} {fact}");
        let first = &view.rows[0];
        let amounts = first.sides.iter().map(|side| side.amount.trim_start_matches(['+', '−']).to_owned());
        assert!(amounts.into_iter().any(|amount| fact.contains(&amount)), "{id:?} {fact} {first:?}");
    }
}

#[test]
fn the_table_and_the_picture_show_what_the_engine_found() {
    let case = example(ExampleId::Hairdresser, AS_OF);
    let rows = sensitivity(&RULEBOOK, &case.plan(0).expect("a plan")).expect("worked out");
    let base = case.simulate(&RULEBOOK, 0).expect("worked out").key_figures.lowest_household.expect("a month").balance;
    let view = told(ExampleId::Hairdresser, |_| {}).expect("something matters");
    assert_eq!(view.rows.len(), rows.len());
    for ((line, effect), row) in view.rows.iter().zip(&view.picture.rows).zip(&rows) {
        assert_eq!(line.name, name(row.input));
        let side = row.high.expect("more is always possible");
        let seen = (base + side.lowest_household_change).rounded_kroner() - base.rounded_kroner();
        assert_eq!(line.sides[1].amount.trim_start_matches('+'), whole_kroner(Money::from_kroner(seen)));
        assert_eq!(effect.more.as_ref().map(|bar| (bar.amount, &bar.text)), Some((seen, &line.sides[1].amount)));
        assert_eq!(line.sides[1].falls, seen < 0);
    }
}

#[test]
fn only_as_many_months_are_taken_away_as_there_are() {
    let wait = |months: u32| {
        let view = told(ExampleId::Hairdresser, |scenario| scenario.account_wait_months = months);
        let rows = view.expect("something matters").rows;
        rows.into_iter().find(|line| line.name == name(Input::AccountWaitMonths)).expect("a row").sides
    };
    assert_eq!(wait(1)[0].step, "1 måned mindre");
    assert_eq!(wait(3)[0].step, "2 måneder mindre");
    assert_eq!(wait(1)[1].step, "2 måneder mere");
    assert_eq!((wait(0)[0].step.as_str(), wait(0)[0].amount.as_str()), ("", "Kan ikke lade sig gøre"));
}

#[test]
fn the_months_are_named() {
    let view = told(ExampleId::Hairdresser, |_| {}).expect("something matters");
    assert!(plain(&view.caption).contains("I din plan er den −2.023 kr. i december 2027."), "{}", view.caption);
    for side in view.rows.iter().flat_map(|line| &line.sides).filter(|side| !side.step.is_empty()) {
        let never = side.own == "Klarer dig ikke selv inden nov 2028";
        assert!(never || side.own.starts_with("Klarer dig selv fra "), "{side:?}");
    }
}

#[test]
fn while_a_figure_is_missing_nothing_is_compared() {
    assert_eq!(told(ExampleId::Hairdresser, |scenario| scenario.household.living_costs = Money::ZERO), None);
}

/// Where money is missing what helps is said, else what would hurt.
#[test]
fn three_changes_are_said_with_how_long_the_money_lasts_then() {
    let short = told(ExampleId::Hairdresser, |_| {}).expect("something matters").sentences;
    assert_eq!(short.len(), 3);
    assert!(short.iter().all(|change| !change.falls && change.amount.starts_with('+')), "{short:?}");
    assert!(short.iter().all(|change| plain(&change.amount).ends_with(" kr.")), "{short:?}");
    let costs = short.iter().find(|change| plain(&change.change) == "20 % mindre hjemme").expect("it matters");
    assert!(costs.until == "kontoen kommer ikke i minus" || costs.until.starts_with("penge til og med "), "{costs:?}");
    let enough = told(ExampleId::JewelleryWebShop, |scenario| scenario.household.savings = Money::from_kroner(30_000));
    let enough = enough.expect("something matters").sentences;
    assert!(!enough.is_empty() && enough.iter().all(|change| change.falls && change.amount.starts_with('−')));
    let poor = told(ExampleId::Hairdresser, |scenario| scenario.household.living_costs = Money::from_kroner(60_000));
    let poor = poor.expect("something matters").sentences;
    assert!(poor.iter().all(|change| change.until == "kontoen er i minus fra begyndelsen"), "{poor:?}");
}
