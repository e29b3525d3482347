//! What would be enough, in words, for each way in which money can be missing.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::insight::goal_seek::{Goal, holds};
use mikrolaan_engine::quantity::{Money, Month, Rate, WeeklyHours};
use mikrolaan_engine::simulation::{Scenario, SetupCost, SmallJob, TaxMode};

use crate::rulebook::RULEBOOK;
use crate::story::advise;
use crate::story::keys::Key;

const AS_OF: Month = Month::new(2026, 11).expect("a month");

fn case(id: ExampleId, change: impl FnOnce(&mut Scenario)) -> Case {
    let mut case = example(id, AS_OF);
    change(case.scenarios.first_mut().expect("an example has a scenario"));
    case
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// The sentence and its note.
fn told(case: &Case) -> Option<(String, String)> {
    let Key { fact, notes, .. } = advise(case).enough?;
    assert_eq!(notes.len(), 1);
    Some((plain(&fact), plain(&notes[0])))
}

fn number_before(text: &str, word: &str) -> i64 {
    let (before, _) = text.split_once(word).unwrap_or_else(|| panic!("no {word:?} in {text:?}"));
    let digits = before.split(' ').rfind(|part| !part.is_empty()).expect("a number");
    // Half hours are counted.
    if digits.contains(',') {
        digits.replace(",5", "").parse::<i64>().expect("a number") * 2 + 1
    } else {
        digits.parse::<i64>().expect("a number") * 2
    }
}

#[test]
fn the_hours_are_the_fewest_that_close_the_hole() {
    let case = case(ExampleId::Hairdresser, |scenario| scenario.small_jobs.clear());
    let (fact, note) = told(&case).expect("money is missing");
    assert!(fact.starts_with("Det svarer til ") && fact.ends_with(" småjob om ugen fra oktober 2027."), "{fact}");
    assert!(note.starts_with("Eller til ") && note.ends_with("Regnet efter skat med 145 kr. i timen."), "{note}");
    let halves = number_before(&fact, " timer");
    let with = |halves: i64| {
        let mut case = case.clone();
        case.scenarios[0].small_jobs.push(SmallJob {
            from: Month::parse("2027-10").expect("a month"),
            until: None,
            hours_per_week: WeeklyHours::from_hundredths(halves * 50),
            hourly_wage: Money::from_kroner(145),
        });
        holds(Goal::HouseholdNeverNegative, &case.simulate(&RULEBOOK, 0).expect("worked out"))
    };
    assert!(with(halves) && !with(halves - 1), "{fact}");
}

#[test]
fn the_revenue_is_the_least_that_closes_the_hole() {
    let case = case(ExampleId::Hairdresser, |_| {});
    let (_, note) = told(&case).expect("money is missing");
    let more = number_before(&note, " % mere omsætning") / 2;
    let with = |percent: i64| {
        let mut case = case.clone();
        let revenue = &mut case.scenarios[0].business.as_mut().expect("a business").revenue;
        let factor = Rate::from_millionths((100 + percent) * 10_000);
        revenue.first_month = revenue.first_month.times(factor).round();
        revenue.full_month = revenue.full_month.times(factor).round();
        holds(Goal::HouseholdNeverNegative, &case.simulate(&RULEBOOK, 0).expect("worked out"))
    };
    assert!(with(more) && !with(more - 1), "{note}");
}

#[test]
fn hours_beside_a_job_come_on_top() {
    let (fact, _) = told(&case(ExampleId::Hairdresser, |_| {})).expect("money is missing");
    assert!(fact.contains(" ekstra småjob om ugen fra oktober 2027."), "{fact}");
    let over = case(ExampleId::Hairdresser, |scenario| {
        let job = scenario.small_jobs.first_mut().expect("a job");
        job.from = scenario.start;
        job.until = Some(scenario.start);
    });
    assert!(!told(&over).expect("money is missing").0.contains("ekstra"), "that job is over by then");
}

#[test]
fn no_number_of_hours_is_said_as_it_is() {
    let case = case(ExampleId::Hairdresser, |scenario| {
        scenario.small_jobs.clear();
        scenario.household.savings = Money::from_kroner(400_000);
        scenario.household.living_costs = Money::from_kroner(60_000);
    });
    let (fact, note) = told(&case).expect("money is missing");
    let late = fact == "Et småjob efter støtten kommer for sent.";
    assert!(late || fact == "Selv 37 timers småjob om ugen fra oktober 2027 er ikke nok.", "{fact}");
    assert!(
        note.contains("omsætning er nok.") || note.contains("Selv fem gange så meget omsætning er ikke nok."),
        "{note}"
    );
}

#[test]
fn a_hole_before_the_support_ends_is_not_closed_by_a_job_after_it() {
    let case = case(ExampleId::Hairdresser, |scenario| scenario.household.savings = Money::ZERO);
    let (fact, note) = told(&case).expect("money is missing");
    assert_eq!(fact, "Et småjob efter støtten kommer for sent.");
    assert!(note.starts_with("Pengene mangler, før støtten slutter. "), "{note}");
}

#[test]
fn a_hole_the_savings_cover_has_its_hours_too() {
    let case = case(ExampleId::GraphicDesigner, |scenario| scenario.household.savings = Money::from_kroner(40_000));
    let (fact, _) = told(&case).expect("a hole");
    assert!(fact.starts_with("Det svarer til ") && fact.ends_with("fra oktober 2027."), "{fact}");
}

#[test]
fn money_the_business_lacks_is_not_earned_in_a_job() {
    let case = case(ExampleId::Hairdresser, |scenario| {
        let business = scenario.business.as_mut().expect("a business");
        business.setup_costs.push(SetupCost { label: "Skilt".to_owned(), amount: Money::from_kroner(2_000) });
    });
    let (fact, note) = told(&case).expect("money is missing");
    assert!(fact.starts_with("Det svarer til ") && fact.ends_with(" % mere omsætning."), "{fact}");
    assert_eq!(note, "Et småjob hjælper dig, men ikke virksomhedens konto.");
}

#[test]
fn nothing_missing_or_not_written_yet_asks_nothing() {
    let enough = case(ExampleId::JewelleryWebShop, |scenario| scenario.household.savings = Money::from_kroner(20_000));
    assert_eq!(told(&enough), None);
    let unwritten = case(ExampleId::Hairdresser, |scenario| scenario.household.living_costs = Money::ZERO);
    assert_eq!(told(&unwritten), None);
    assert_eq!(advise(&Case::new(AS_OF)).enough, None);
}

#[test]
fn before_tax_is_said() {
    let case = case(ExampleId::Hairdresser, |scenario| {
        scenario.tax.mode = TaxMode::None;
        scenario.household.living_costs = Money::from_kroner(17_000);
    });
    let (fact, note) = told(&case).expect("money is missing");
    assert!(note.contains("Regnet før skat med") || fact.contains("for sent"), "{fact} {note}");
}
