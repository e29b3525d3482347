//! What the page of the months shows when there is nothing to say, and what is heard of it.

use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::case::{Case, Obstacle, ValuePath};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::quantity::{Date, Money, Month};
use mikrolaan_engine::rulebook::Scheme;
use mikrolaan_engine::simulation::ScenarioField;

use super::{Levers, MonthsView, UnreadableView, Unwritten, ruleset};
use crate::locale::argument::DateOf;
use crate::rulebook::RULEBOOK;
use crate::state::event::Event;
use crate::state::{Draft, State};

const AS_OF: Month = Month::new(2026, 11).expect("a month");

/// An example, bent.
fn case(id: ExampleId, change: impl FnOnce(&mut Case)) -> Case {
    let mut case = example(id, AS_OF);
    change(&mut case);
    case
}

fn view(id: ExampleId, change: impl FnOnce(&mut Case)) -> MonthsView {
    MonthsView::of(&evaluate(&case(id, change), &RULEBOOK, 0))
}

#[test]
fn a_missing_figure_is_asked_for_before_anything_is_said() {
    let costs = view(ExampleId::Hairdresser, |case| case.scenarios[0].household.living_costs = Money::ZERO);
    assert_eq!((costs.asked(), costs.said(), costs.obstacles()), (Some(Unwritten::LivingCosts), None, None));
    let revenue = view(ExampleId::Hairdresser, |case| {
        case.scenarios[0].business.as_mut().expect("a business").revenue = Default::default();
    });
    assert_eq!(revenue.asked(), Some(Unwritten::Revenue));
    let said = view(ExampleId::Hairdresser, |_| {});
    assert!(said.asked().is_none() && said.obstacles().is_none());
    assert!(!said.said().expect("all is written").headlines.is_empty());
}

#[test]
fn the_benefit_is_asked_for_where_it_is_all_that_is_missing() {
    let nobody = |case: &mut Case| (case.answers.support, case.scenarios[0].benefit) = (None, None);
    assert_eq!(view(ExampleId::Hairdresser, nobody), MonthsView::Asked(Unwritten::Benefit));
    let closes_too_early = view(ExampleId::Hairdresser, |case| {
        let start = case.scenarios[0].start;
        case.scenarios[0].business.as_mut().expect("a business").closes = Some(start);
    });
    let obstacles = closes_too_early.obstacles().expect("nothing to ask for");
    assert!(matches!(obstacles, [Obstacle::ClosesTooEarly { .. }]), "{obstacles:?}");
    assert!(closes_too_early.asked().is_none() && closes_too_early.said().is_none());
}

#[test]
fn what_is_heard_is_the_first_sentence_and_what_would_be_enough() {
    let mut heard_of_levers = Vec::new();
    for &id in ExampleId::ALL {
        let case = example(id, AS_OF);
        let view = MonthsView::of(&evaluate(&case, &RULEBOOK, 0));
        let said = view.said().expect("all is written");
        let heard = said.announcement("", None);
        let lead = &said.lead().expect("a sentence").fact;
        assert_eq!(heard, format!("{} {lead}", crate::locale::texts::common::recalculated()));
        let levers = Levers::of(&case).expect("all is written");
        let more = said.announcement("", Some(&levers));
        let under = said.announcement("Hvis du bruger 9.000 kr. om måneden:", None);
        assert!(
            under.ends_with(&format!("Hvis du bruger 9.000 kr. om måneden: {lead}")),
            "the condition stands first: {under}"
        );
        assert!(more.starts_with(&heard) && !more.ends_with(' '), "{more}");
        assert_eq!(more == heard, levers.sufficient_text().is_empty(), "{more}");
        heard_of_levers.push(more != heard);
    }
    assert!(heard_of_levers.contains(&true) && heard_of_levers.contains(&false));
}

/// The line below the first sentence is short; what is left out of it stands with the rest.
#[test]
fn the_line_of_facts_and_the_rest_together_say_everything() {
    for &id in ExampleId::ALL {
        let view = view(id, |_| {});
        let said = view.said().expect("all is written");
        let (lead, facts) = (said.lead().expect("a sentence"), said.facts());
        assert!(lead.notes.iter().all(|note| facts.contains(&**note)), "{facts}");
        assert!(facts.contains("Støtten slutter ") && facts.split(". ").count() <= 6, "{facts}");
        let rest: Vec<_> = said.rest().map(|headline| &headline.fact).collect();
        assert_eq!(rest.len() + 1, said.headlines.len());
        assert!(!rest.contains(&&lead.fact));
    }
    let before_tax = view(ExampleId::Hairdresser, |case| {
        case.scenarios[0].tax.mode = mikrolaan_engine::simulation::TaxMode::None;
    });
    assert!(before_tax.said().expect("written").facts().ends_with("Alle tal er før skat."));
}

#[test]
fn the_rules_are_named_with_the_day() {
    let line = ruleset(DateOf(Date::parse("2026-11-27").expect("a day")), Scheme::Viderefoert);
    assert!(line.contains("27.\u{a0}november 2026") && line.contains(mikrolaan_engine::rulebook::VERSION), "{line}");
}

#[test]
fn fields_that_cannot_be_read_are_counted_once_the_person_knows() {
    let place = |field| ValuePath::Field { scenario: 0, field, at: None };
    let draft = |field, label: &str, told| {
        let (field, label, text) = (place(field), label.to_owned(), "12.5".to_owned());
        Event::KeepDraft(Draft { field, label, text, told })
    };
    let state = State::new(AS_OF).apply(draft(ScenarioField::Savings, "Opsparing", false));
    assert_eq!(UnreadableView::of(&state), None, "one is still typing");
    let one = state.apply(draft(ScenarioField::Savings, "Opsparing", true));
    let view = UnreadableView::of(&one).expect("one field");
    assert!(view.title.starts_with("Et felt"), "{}", view.title);
    assert_eq!(view.fields, [("Ret feltet: Opsparing".to_owned(), place(ScenarioField::Savings))]);
    let two = one.apply(draft(ScenarioField::LivingCosts, "Hjemme", true));
    let view = UnreadableView::of(&two).expect("two fields");
    assert!(view.title.starts_with("2 felter") && view.fields.len() == 2, "{}", view.title);
}

#[test]
fn the_columns_of_the_list_are_wide_for_long_amounts_alone() {
    let list = |savings: i64| {
        let mut case = example(ExampleId::Hairdresser, AS_OF);
        case.scenarios[0].household.savings = mikrolaan_engine::quantity::Money::from_kroner(savings);
        let view = MonthsView::of(&evaluate(&case, &RULEBOOK, 0));
        view.said().expect("all is written").list.has_long_amounts()
    };
    assert!(!list(2_000) && list(9_000_000));
}
