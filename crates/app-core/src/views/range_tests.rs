//! The pages while an answer is missing that decides the benefit: they say so first, and work with the least.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::evaluate::{Evaluated, evaluate};
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::screening::Support;
use mikrolaan_engine::simulation::Vat;

use super::budget::budget;
use super::months::Said;
use crate::rulebook::RULEBOOK;

fn courier(change: impl FnOnce(&mut Case)) -> (Case, Evaluated) {
    let mut case = example(ExampleId::Courier, Month::new(2026, 11).expect("a month"));
    (case.answers.age, case.answers.single, case.answers.children) = (Some(34), Some(true), Some(false));
    case.answers.support = Some(Support::KontanthjaelpJobparat);
    (case.answers.lived_abroad, case.answers.residence_and_work_met) = (None, None);
    case.scenarios[0].benefit = None;
    change(&mut case);
    let evaluated = evaluate(&case, &RULEBOOK, 0).expect("worked out");
    (case, evaluated)
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn facts(said: &Said) -> Vec<String> {
    said.headlines.iter().map(|headline| plain(&headline.fact)).collect()
}

#[test]
fn what_the_benefit_can_be_is_said_first_with_what_the_answer_is_worth() {
    let (case, evaluated) = courier(|_| {});
    let said = Said::of(&evaluated);
    assert_eq!(facts(&said)[0], "Din ydelse er ikke sikker: 7.095 kr.–14.201 kr. om måneden før skat.");
    let notes: Vec<String> = said.headlines[0].notes.iter().map(|note| plain(note)).collect();
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert_eq!(notes[0], "Der mangler svar. Indtil da regner vi med det laveste. Svar i budgettet under »Din ydelse«.");
    assert!(notes[1].ends_with("Nej: 14.201 kr. Ja: måske kun 7.095 kr."), "{notes:?}");
    assert!(said.picture.unsure);
    let shown = budget(&case, Some(&evaluated)).benefit;
    assert_eq!(plain(&shown.sum), "7.095 kr.–14.201 kr.");
}

#[test]
fn every_month_is_of_the_least() {
    let (_, evaluated) = courier(|_| {});
    assert_eq!(evaluated.simulation.months[0].household.benefit, Money::from_kroner(7_095));
    let (_, lowest) = courier(|case| {
        (case.answers.lived_abroad, case.answers.residence_and_work_met) = (Some(true), Some(false));
    });
    assert_eq!(evaluated.simulation.months, lowest.simulation.months);
    let [open, known] = [&evaluated, &lowest].map(|evaluated| facts(&Said::of(evaluated)));
    assert_eq!(open[1..], known[..], "nothing else is said than if it were the least");
}

#[test]
fn an_answer_ends_it() {
    let (_, evaluated) = courier(|case| case.answers.lived_abroad = Some(false));
    let said = Said::of(&evaluated);
    assert!(!said.picture.unsure);
    assert!(facts(&said).iter().all(|fact| !fact.contains("ikke sikker")), "{:?}", facts(&said));
    assert_eq!(evaluated.simulation.months[0].household.benefit, Money::from_kroner(14_201));
}

#[test]
fn an_answer_with_two_amounts_says_both() {
    let (_, evaluated) = courier(|case| (case.answers.lived_abroad, case.answers.single) = (Some(false), None));
    let notes = &Said::of(&evaluated).headlines[0].notes;
    assert!(plain(&notes[1]).ends_with("Ja: 14.201 kr. Nej: 13.060 kr."), "{notes:?}");
}

#[test]
fn what_is_not_asked_yet_is_not_named() {
    let (_, evaluated) = courier(|case| {
        (case.answers.lived_abroad, case.answers.children, case.answers.age) = (None, None, Some(28));
    });
    let said = Said::of(&evaluated);
    let notes = said.headlines[0].notes[1..].join(" ");
    assert!(notes.contains("Har du børn under 18 år") && notes.contains("Er du flyttet hertil"), "{notes}");
    assert!(!notes.contains("hos dig?") && !notes.contains("længe nok"), "{notes}");
}

#[test]
fn vat_is_said_with_what_it_costs_if_prices_stay_and_not_where_they_do() {
    let sells = |case: &mut Case| {
        case.answers.lived_abroad = Some(false);
        let business = case.scenarios[0].business.as_mut().expect("a business");
        business.seasonality = None;
        business.variable_cost_share = mikrolaan_engine::quantity::Rate::ZERO;
        business.fixed_costs = Money::from_kroner(1_000);
        business.revenue.ramp_months = 1;
        business.revenue.full_month = Money::from_kroner(25_000);
    };
    let of = |change: &dyn Fn(&mut Case)| {
        let (_, evaluated) = courier(|case| {
            sells(case);
            change(case);
        });
        let said = Said::of(&evaluated);
        said.headlines.iter().find(|it| it.fact.contains("solgt for mere end")).map(|it| plain(&it.notes[0]))
    };
    // 25.000 − 20.000 less sold, 1.000 − 800 less in costs.
    let ignored = of(&|_| {}).expect("the limit is passed");
    assert!(ignored.contains("koster momsen 4.800 kr. i "), "{ignored}");
    let absorbed = of(&|case| case.scenarios[0].business.as_mut().expect("a business").vat = Vat::Absorbed);
    assert!(!absorbed.expect("it is passed all the same").contains("uden moms"));
    let last = of(&|case| case.scenarios[0].months = 6);
    assert!(last.is_none_or(|note| !note.contains("koster momsen")), "no month after it");
}

/// The page names at most three things, the unanswered ones first, with the other amount.
#[test]
fn what_is_not_certain_begins_with_the_questions() {
    let (_, evaluated) = courier(|_| {});
    let unsure = Said::of(&evaluated).unsure;
    assert!(unsure[0].asked && unsure[0].what.contains("Er du flyttet hertil"), "{unsure:?}");
    assert_eq!(plain(&unsure[0].note), "Ydelsen kan være 14.201 kr. i stedet for 7.095 kr.");
    assert!(unsure.len() <= 3 && unsure[1..].iter().all(|row| !row.asked), "{unsure:?}");
    assert_eq!(unsure.iter().filter(|row| row.what.contains("længe nok")).count(), 0, "not asked before the other");
    let (_, evaluated) = courier(|case| {
        (case.answers.lived_abroad, case.answers.children, case.answers.age) = (None, None, Some(28));
    });
    let unsure = Said::of(&evaluated).unsure;
    assert!(unsure.len() == 3 && unsure[0].asked && unsure[1].asked, "{unsure:?}");
    let (_, evaluated) = courier(|case| case.answers.lived_abroad = Some(false));
    assert!(Said::of(&evaluated).unsure.iter().all(|row| !row.asked));
}
