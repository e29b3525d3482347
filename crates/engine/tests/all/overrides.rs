//! What a municipality has set itself wins over the rulebook, in the screening and in the months alike.

use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::case::{Case, starter_scenario};
use mikrolaan_engine::insight::goal_seek::{Found, Goal, Question, seek};
use mikrolaan_engine::quantity::{Money, Month, Rate};
use mikrolaan_engine::rulebook::{FigureId, MunicipalityId, Overrides, Rulebook};
use mikrolaan_engine::screening::{Change, CriterionId, Finding, Municipality, Outcome, Reason};
use mikrolaan_engine::simulation::NoteId;
use mikrolaan_engine::trace::{Line, Origin, Value};

const AS_OF: Month = Month::new(2026, 11).expect("a month");

fn with(overrides: Overrides) -> Rulebook {
    Rulebook::embedded().with_overrides(overrides)
}

fn finding(case: &Case, rulebook: &Rulebook, criterion: CriterionId) -> Finding {
    let mut findings = case.screen(rulebook).findings.into_iter();
    findings.find(|finding| finding.criterion == criterion).expect("every criterion")
}

/// The hairdresser borrows 45.000 kr.
fn hairdresser() -> Case {
    let mut case = example(ExampleId::Hairdresser, AS_OF);
    case.answers.loan_amount = Some(Money::from_kroner(45_000));
    case
}

#[test]
fn a_smaller_largest_loan_is_the_limit_of_the_criterion_of_the_note_and_of_what_is_sought() {
    let case = hairdresser();
    let own = with(Overrides { largest_loan: Some(Money::from_kroner(40_000)), ..Overrides::NONE });
    let embedded = Rulebook::embedded();
    let outcome = |rulebook| {
        let found = finding(&case, rulebook, CriterionId::LoanWithinMaximum);
        (found.outcome, found.figures.maximum)
    };
    assert_eq!(outcome(&embedded), (Outcome::Met, Some(Money::from_kroner(50_000))));
    assert_eq!(outcome(&own), (Outcome::CaseworkerAssesses, Some(Money::from_kroner(40_000))));
    let noted = |rulebook| {
        let notes = case.simulate(rulebook, 0).expect("worked out").notes;
        notes.iter().any(|note| note.note == NoteId::LoanAboveSchemeMaximum)
    };
    assert_eq!((noted(&embedded), noted(&own)), (false, true));
    let plan = case.plan(0).expect("a plan");
    let least = seek(&embedded, &plan, Question::Principal, Goal::BusinessNeverNegative).expect("fits");
    let Some(Found::Principal(least)) = least else { panic!("a loan is enough: {least:?}") };
    let sought = |largest_loan| {
        let own = with(Overrides { largest_loan: Some(largest_loan), ..Overrides::NONE });
        seek(&own, &plan, Question::Principal, Goal::BusinessNeverNegative).expect("fits")
    };
    assert_eq!(sought(least), Some(Found::Principal(least)));
    assert_eq!(sought(least - Money::from_oere(1)), None, "the grid ends below it");
}

#[test]
fn the_months_of_subsidy_are_those_of_a_scenario_that_does_not_say() {
    let own = with(Overrides { support_months: Some(9), ..Overrides::NONE });
    let case = Case::new(AS_OF);
    assert_eq!(starter_scenario(&case, &own).subsidy.months, 9);
    assert_eq!(starter_scenario(&case, &Rulebook::embedded()).subsidy.months, 6);
}

#[test]
fn the_municipal_rate_is_every_months_unless_the_scenario_has_its_own() {
    let mut case = hairdresser();
    let set = Rate::from_millionths(300_000);
    let own = with(Overrides { municipal_rate: Some(set), ..Overrides::NONE });
    let tax = |case: &Case, rulebook: &Rulebook| -> Vec<Money> {
        case.simulate(rulebook, 0).expect("worked out").months.iter().map(|row| row.household.tax).collect()
    };
    let [published, overridden] = [&Rulebook::embedded(), &own].map(|rulebook| tax(&case, rulebook));
    assert!(published.iter().zip(&overridden).all(|(published, overridden)| published <= overridden));
    assert_ne!(published, overridden);
    let used = case.simulate(&own, 0).expect("worked out").figures_used;
    assert!(
        used.iter().all(|used| used.figure != FigureId::KommuneskatAalborg),
        "nothing is looked up that is not used"
    );
    let month = case.scenarios[0].start;
    let tree = case.explain(&own, 0, month).expect("worked out").expect("a month").line(Line::HouseholdTax);
    let mut nodes = vec![tree.expect("a line")];
    let mut entries = Vec::new();
    while let Some(node) = nodes.pop() {
        match node.origin {
            Origin::Formula { terms, .. } => nodes.extend(terms.into_iter().map(|term| term.node)),
            Origin::Entry(entry) => entries.push((entry.place.to_string(), node.value)),
            _ => {}
        }
    }
    assert!(entries.contains(&("overrides.municipal_rate".to_owned(), Value::Rate(set))), "{entries:?}");
    case.scenarios[0].tax.municipal_rate = Some(Rate::from_millionths(256_000));
    assert_eq!(tax(&case, &own), published, "the scenario's own rate wins");
}

#[test]
fn with_another_municipality_here_aalborg_is_another_one() {
    let mut case = hairdresser();
    case.answers.municipality = Some(Municipality::Aalborg);
    let here = finding(&case, &Rulebook::embedded(), CriterionId::Municipality);
    assert_eq!((here.outcome, here.reason), (Outcome::Met, Reason::LivesInAalborg));
    let own = with(Overrides { municipality: MunicipalityId::parse("nyby"), ..Overrides::NONE });
    let elsewhere = finding(&case, &own, CriterionId::Municipality);
    assert_eq!((elsewhere.outcome, elsewhere.reason), (Outcome::NotMet, Reason::LivesElsewhere));
    assert_eq!(elsewhere.what_would_change_it, Some(Change::MoveOrAskOwnMunicipality));
}
