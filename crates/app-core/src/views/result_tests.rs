//! The result of answers bent to show each part of the page.

use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::screening::AnswerKey;

use super::{ConditionGroup, Glyph, ResultView, Route, State};
use crate::state::event::{Event, GivenAnswer};

const AS_OF: Month = Month::new(2026, 11).expect("a month");

/// What the hairdresser has answered, and these on top.
fn state(answers: &[(AnswerKey, GivenAnswer)]) -> State {
    let example = State::new(AS_OF).apply(Event::ViewExample(ExampleId::Hairdresser));
    answers.iter().fold(example, |state, (key, answer)| state.apply(Event::Answer(*key, answer.clone())))
}

fn view(answers: &[(AnswerKey, GivenAnswer)]) -> ResultView {
    ResultView::of(&state(answers)).expect("something is answered")
}

fn chosen(key: AnswerKey, id: &'static str) -> (AnswerKey, GivenAnswer) {
    (key, GivenAnswer::Chosen(id))
}

fn titles(view: &ResultView) -> Vec<&str> {
    let title = |group: &ConditionGroup| match group {
        ConditionGroup::Listed { title, .. } => title.words(),
        ConditionGroup::NotAsked(_) => "not asked",
    };
    view.groups.iter().map(title).collect()
}

#[test]
fn there_is_no_result_before_anything_is_answered() {
    assert_eq!(ResultView::of(&State::new(AS_OF)), None);
}

#[test]
fn while_the_scheme_is_closed_the_card_says_so_and_looks_like_no_verdict() {
    let view = view(&[chosen(AnswerKey::Plan, "complete")]);
    let card = &view.verdict;
    assert_eq!(
        (card.class, card.glyph, card.title.words()),
        ("card verdict verdict--closed", None, "Ordningen er lukket.")
    );
    let counted: usize =
        card.legend.iter().filter_map(|(_, words)| words.split(' ').next()?.parse::<usize>().ok()).sum();
    assert_eq!(card.cells.len(), counted, "{:?}", card.legend);
    assert_eq!(card.legend.first().map(|(glyph, _)| *glyph), Some(Glyph::Met));
    assert!(
        card.cells
            .is_sorted_by_key(|class| ["is-done", "is-half", "is-maybe", "is-not"].iter().position(|it| it == class))
    );
}

#[test]
fn what_is_missing_can_be_answered_from_where_it_is_listed() {
    let mut missing = State::new(AS_OF);
    missing = missing.apply(Event::Answer(AnswerKey::Age, GivenAnswer::Age(45)));
    let view = ResultView::of(&missing).expect("something is answered");
    assert_eq!(view.rest, Some(Route::Question(AnswerKey::Municipality)));
    let listed = view.groups.iter().find_map(|group| match group {
        ConditionGroup::Listed { title, conditions, .. } if *title == "Det mangler vi svar på" => Some(conditions),
        _ => None,
    });
    let conditions = listed.expect("much is missing");
    assert!(conditions.iter().all(|condition| condition.glyph == Some(Glyph::Unknown)));
    let municipality = conditions.iter().find(|it| it.answer_at == Some(Route::Question(AnswerKey::Municipality)));
    assert!(municipality.is_some(), "{conditions:?}");
}

#[test]
fn who_is_outside_is_told_what_was_not_asked_and_is_sent_nowhere() {
    let mut outside = State::new(AS_OF);
    for (key, answer) in [
        (AnswerKey::Age, GivenAnswer::Age(17)),
        chosen(AnswerKey::Municipality, "other"),
        chosen(AnswerKey::Support, "kontanthjaelp_jobparat"),
    ] {
        outside = outside.apply(Event::Answer(key, answer));
    }
    let view = ResultView::of(&outside).expect("something is answered");
    assert_eq!(view.rest, None);
    assert_eq!(titles(&view)[0], "Det taler imod");
    let not_asked = view.groups.iter().find_map(|group| match group {
        ConditionGroup::NotAsked(text) => Some(text),
        ConditionGroup::Listed { .. } => None,
    });
    assert!(not_asked.expect("nine were not asked").contains("betingelser"));
    let ConditionGroup::Listed { conditions, two_columns: false, .. } = &view.groups[0] else { panic!("listed") };
    assert!(conditions.iter().all(|condition| condition.glyph == Some(Glyph::No) && condition.change.is_some()));
}

#[test]
fn what_looks_met_stands_last_but_one_in_two_columns_and_what_does_not_apply_has_no_glyph() {
    let view = view(&[(AnswerKey::LoanAmount, GivenAnswer::Amount(Money::ZERO))]);
    assert_eq!(titles(&view).last(), Some(&"Det gælder ikke for dig"));
    for group in &view.groups {
        let ConditionGroup::Listed { title, two_columns, conditions } = group else { panic!("all is answered") };
        let is_short = ["Det ser opfyldt ud", "Det gælder ikke for dig"].contains(&title.words());
        assert_eq!(*two_columns, is_short, "{title}");
        assert_eq!(conditions.iter().all(|it| it.glyph.is_none()), *title == "Det gælder ikke for dig", "{title}");
        assert!(conditions.iter().all(|it| !it.source.name.is_empty() && !it.reason.is_empty()), "{title}");
    }
}

#[test]
fn at_most_three_warnings_are_boxes_and_the_others_are_good_to_know() {
    let debt = chosen(AnswerKey::PublicDebt, "yes");
    let one =
        view(&[debt.clone(), chosen(AnswerKey::BusinessAccount, "yes"), chosen(AnswerKey::WealthOverLimit, "no")]);
    assert_eq!((one.warnings.len(), one.warnings_title().as_str()), (2, "Gør 2 ting først"));
    let alone = view(&[chosen(AnswerKey::PublicDebt, "no"), chosen(AnswerKey::WealthOverLimit, "no")]);
    let said: Vec<&str> = alone.warnings.iter().map(|flag| flag.title.words()).collect();
    assert_eq!(
        (said, alone.warnings_title().as_str()),
        (vec!["Virksomheden kan stoppe din ydelse"], "Gør én ting først")
    );
    let three = [debt, chosen(AnswerKey::BusinessAccount, "refused"), chosen(AnswerKey::WealthOverLimit, "yes")];
    let three = view(&three);
    assert_eq!((three.warnings.len(), three.warnings_title().as_str()), (3, "Gør 3 ting først"));
    let boxed: Vec<&str> = three.warnings.iter().map(|flag| flag.title.words()).collect();
    assert!(three.notes.len() > one.notes.len() || three.notes.iter().all(|note| !boxed.contains(&note.title.words())));
    assert!(three.notes.iter().any(|note| note.text.contains("kr.")), "the wealth limit is named: {:?}", three.notes);
}

#[test]
fn what_to_bring_follows_the_answers() {
    let none = view(&[
        chosen(AnswerKey::Plan, "none"),
        chosen(AnswerKey::PublicDebt, "no"),
        chosen(AnswerKey::BusinessAccount, "yes"),
        chosen(AnswerKey::HousingBenefit, "no"),
    ]);
    assert_eq!(none.bring[0], "Papirer, der viser, hvad du har arbejdet med");
    assert!(!none.bring.iter().any(|item| item.contains("plan") || item.contains("gæld") || item.contains("nej")));
    let all = view(&[
        chosen(AnswerKey::Plan, "partial"),
        chosen(AnswerKey::PublicDebt, "yes"),
        chosen(AnswerKey::BusinessAccount, "refused"),
        (AnswerKey::TradeSkills, GivenAnswer::Unknown),
    ]);
    assert_eq!(all.bring.len(), 5, "{:?}", all.bring);
}

#[test]
fn five_ways_lead_on_and_the_schemes_own_is_not_open_today() {
    let view = view(&[chosen(AnswerKey::Plan, "complete")]);
    assert_eq!(view.ways.len(), 5);
    let gone = view.ways.iter().find(|way| way.state == "Findes ikke i dag").expect("the scheme's own");
    assert_eq!(gone.glyph, Glyph::No);
    assert_eq!(view.ways[0].glyph, Glyph::Open);
}
