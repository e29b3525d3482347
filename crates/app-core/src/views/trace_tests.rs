//! What the pages about single figures say, for every line of every month of every example.

use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::trace::{Formula, Line, Node, Origin, Value};

use super::{From, Sign, Step, line, sign};
use crate::locale::write;
use crate::navigation::Route;
use crate::rulebook::RULEBOOK;

const AS_OF: Month = Month::new(2026, 11).expect("a month");

/// The page of a line of the hairdresser's.
fn hairdresser(month: &str, asked: Line) -> Step {
    let month = Month::parse(month).expect("a month");
    let case = example(ExampleId::Hairdresser, AS_OF);
    let explanation = case.explain(&RULEBOOK, 0, month).expect("worked out").expect("a month of the plan");
    line(month, asked, &explanation.line(asked).expect("told"))
}

/// Every step of a page, the first one included.
fn all(step: &Step) -> Vec<&Step> {
    let inner = match &step.from {
        From::Formula(how) => how.steps.as_slice(),
        _ => &[],
    };
    std::iter::once(step).chain(inner.iter().flat_map(all)).collect()
}

#[test]
fn every_figure_of_every_example_has_a_page_that_can_be_read() {
    let mut longest = 0;
    for &id in ExampleId::ALL {
        let case = example(id, AS_OF);
        let simulation = case.simulate(&RULEBOOK, 0).expect("worked out");
        for row in &simulation.months {
            let explanation = case.explain(&RULEBOOK, 0, row.month).expect("worked out").expect("a month");
            for &asked in Line::ALL {
                let page = line(row.month, asked, &explanation.line(asked).expect("told"));
                let steps = all(&page);
                assert!(steps.iter().all(|step| !step.name.is_empty() && !step.value.is_empty()), "{page:?}");
                assert!(!steps.iter().any(|step| step.value.contains('_')), "an id is no word: {page:?}");
                longest = longest.max(steps.len());
            }
        }
    }
    println!("the longest page has {longest} steps");
    assert!(longest < 60, "a page of {longest} steps is not read to its end");
}

#[test]
fn another_line_is_a_way_on_and_not_said_again() {
    let page = hairdresser("2027-11", Line::HouseholdClosing);
    let From::Formula(how) = &page.from else { panic!("worked out: {page:?}") };
    let draw = how.steps.iter().find(|step| step.name == "Penge fra virksomheden").expect("the draw enters");
    let november = Month::parse("2027-11").expect("a month");
    assert_eq!(draw.from, From::Line(Route::Trace(november, Some(Line::HouseholdDraw))));
    let opening = how.steps.iter().find(|step| step.name == "På kontoen sidst i oktober 2027").expect("the opening");
    let october = Month::parse("2027-10").expect("a month");
    assert_eq!(opening.from, From::Line(Route::Trace(october, Some(Line::HouseholdClosing))));
}

#[test]
fn what_is_carried_over_leads_to_the_month_before() {
    let page = hairdresser("2027-11", Line::HouseholdOpening);
    let october = Month::parse("2027-10").expect("a month");
    assert_eq!(page.from, From::Line(Route::Trace(october, Some(Line::HouseholdClosing))));
}

#[test]
fn a_rate_says_when_it_holds_how_it_is_known_and_where_it_stands() {
    let page = hairdresser("2028-03", Line::HouseholdTax);
    let rates: Vec<_> = all(&page)
        .into_iter()
        .filter_map(|step| match &step.from {
            From::Rate(rate) => Some((step, rate)),
            _ => None,
        })
        .collect();
    let (step, rate) = rates.iter().find(|(step, _)| step.name == "Bundskat").expect("the state's rate");
    assert_eq!(step.value.replace('\u{a0}', " "), "12,01 %");
    assert!(rate.in_force.contains("Gælder januar 2026 til december 2026"), "{}", rate.in_force);
    assert_eq!(rate.carried.map(|carried| carried.words()), Some("Det er den sidst kendte sats."));
    assert!(rates.iter().all(|(_, rate)| rate.source.url.is_some() || rate.source.tag == "antagelse"), "{rates:?}");
}

#[test]
fn an_own_figure_is_told_from_one_nobody_wrote() {
    let own = hairdresser("2027-11", Line::HouseholdLivingCosts);
    assert!(matches!(own.from, From::Own { tag, change: Some(Route::Budget), .. } if tag == "Eget tal"), "{own:?}");
    let page = hairdresser("2028-03", Line::HouseholdTax);
    let church = all(&page).into_iter().find(|step| step.name == "Kirkeskat").expect("the church rate");
    assert!(matches!(church.from, From::Own { tag, .. } if tag == "Antagelse"), "{church:?}");
}

#[test]
fn the_same_sum_is_worked_out_once_on_a_page() {
    let page = hairdresser("2028-03", Line::HouseholdTax);
    let taxed: Vec<_> = all(&page).into_iter().filter(|step| step.name == "Indkomst, der beskattes").collect();
    assert_eq!(taxed.len(), 2);
    assert!(matches!(taxed[0].from, From::Formula(_)) && taxed[1].from == From::Above);
    assert_eq!(taxed[0].value, taxed[1].value);
}

#[test]
fn the_amount_is_the_one_of_the_table_with_its_oere() {
    let simulation = example(ExampleId::Hairdresser, AS_OF).simulate(&RULEBOOK, 0).expect("worked out");
    let november = Month::parse("2027-11").expect("a month");
    let row = simulation.months.iter().find(|row| row.month == november).expect("november");
    assert_eq!(hairdresser("2027-11", Line::HouseholdClosing).value, write::amount(row.household.closing));
}

/// A value as a whole number of its smallest part.
fn parts(value: Value) -> i64 {
    match value {
        Value::Money(money) => money.oere(),
        Value::Rate(rate) | Value::Factor(rate) => rate.millionths(),
        other => panic!("no amount: {other:?}"),
    }
}

/// Works out again what is nothing but a sum or a product, by the signs that are shown.
fn assert_signs(node: &Node, seen: &mut Vec<Formula>) {
    let Origin::Formula { formula, terms } = &node.origin else { return };
    terms.iter().for_each(|term| assert_signs(&term.node, seen));
    let signed: Vec<_> = terms.iter().filter_map(|it| Some((sign(*formula, it.role)?, it.node.value))).collect();
    // Months and hours are counted in units of their own.
    let counts = |value: Value| matches!(value, Value::Money(_) | Value::Rate(_) | Value::Factor(_));
    if signed.is_empty() || !counts(node.value) || !signed.iter().all(|&(_, value)| counts(value)) {
        return;
    }
    let result = signed.iter().fold(None, |sum: Option<i64>, &(sign, value)| {
        let part = parts(value);
        Some(match (sum, sign) {
            (None, Sign::Minus) => -part,
            (None, _) => part,
            (Some(sum), Sign::Plus) => sum + part,
            (Some(sum), Sign::Minus) => sum - part,
            (Some(sum), Sign::Times) => {
                let product = i128::from(sum) * i128::from(part);
                ((product.abs() + 500_000) / 1_000_000 * product.signum()) as i64
            }
        })
    });
    assert_eq!(result, Some(parts(node.value)), "{formula:?}: {signed:?}");
    seen.push(*formula);
}

#[test]
fn the_signs_are_those_of_the_calculation() {
    let mut seen = Vec::new();
    for &id in ExampleId::ALL {
        let case = example(id, AS_OF);
        for row in &case.simulate(&RULEBOOK, 0).expect("worked out").months {
            let explanation = case.explain(&RULEBOOK, 0, row.month).expect("worked out").expect("a month");
            Line::ALL.iter().for_each(|&asked| assert_signs(&explanation.line(asked).expect("told"), &mut seen));
        }
    }
    for formula in [
        Formula::HouseholdClosing,
        Formula::BusinessClosing,
        Formula::BeforeDraw,
        Formula::Surplus,
        Formula::Tax,
        Formula::TaxedIncome,
        Formula::TaxResult,
        Formula::Wage,
        Formula::CountableEarnings,
        Formula::Outstanding,
        Formula::VariableCosts,
        Formula::RevenueFull,
        Formula::LabourMarketContribution,
    ] {
        assert!(seen.contains(&formula), "{formula:?} occurs in no example");
    }
}

#[test]
fn what_comes_first_has_no_sign_and_a_least_or_most_is_said_in_words() {
    let signs = |step: &Step| match &step.from {
        From::Formula(how) => how.steps.iter().map(|step| step.sign).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    let surplus = signs(&hairdresser("2028-03", Line::BusinessSurplus));
    assert_eq!(surplus, [None, Some(Sign::Minus), Some(Sign::Minus), Some(Sign::Minus)]);
    let tax = hairdresser("2028-03", Line::HouseholdTax);
    let state = all(&tax).into_iter().find(|step| step.name == "Skat til staten").expect("a part of the tax");
    assert_eq!((state.sign, signs(state)), (Some(Sign::Plus), vec![None; 3]));
}

#[test]
fn a_sign_is_drawn_and_read() {
    let signs = [Sign::Plus, Sign::Minus, Sign::Times].map(|sign| {
        let (drawn, read) = sign.drawn_and_read();
        (drawn, read.words())
    });
    assert_eq!(signs, [("+", "plus"), ("−", "minus"), ("×", "gange")]);
}
