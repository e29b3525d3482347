//! The pages of the questions, and what each answer changes of the result.

use mikrolaan_app_core::state::State;
use mikrolaan_app_core::state::answering::purposes;
use mikrolaan_app_core::state::event::{Event, GivenAnswer};
use mikrolaan_app_core::views::answers::AnswersView;
use mikrolaan_app_core::views::question::{QuestionView, is_figure};
use mikrolaan_app_core::views::result::{ConditionGroup, ResultView};
use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::screening::AnswerKey;

use crate::AS_OF;
use crate::outline::{line, outline};
use crate::record::Record;

/// Every answer a question can have: each word it offers, figures at the edges, and *Ved ikke*.
fn answers(key: AnswerKey) -> Vec<GivenAnswer> {
    let view = QuestionView::of(&State::new(AS_OF), key, "");
    let offered = view.rows.groups.iter().flat_map(|group| &group.rows).map(|row| row.value);
    let mut answers: Vec<GivenAnswer> = match key {
        AnswerKey::Age => [17, 18, 29, 30, 66, 67, 70].map(GivenAnswer::Age).into(),
        AnswerKey::LoanAmount => {
            [0, 10_000, 30_000, 50_000, 50_001].map(|kr| GivenAnswer::Amount(Money::from_kroner(kr))).into()
        }
        AnswerKey::LoanPurposes => offered.map(|word| GivenAnswer::Purposes(purposes(&[word]))).collect(),
        _ => offered.map(GivenAnswer::Chosen).collect(),
    };
    if key == AnswerKey::LoanPurposes {
        answers.push(GivenAnswer::Purposes(Vec::new()));
    }
    answers.push(GivenAnswer::Unknown);
    answers
}

/// What the result says of the answers.
fn result(state: &State) -> String {
    let Some(view) = ResultView::of(state) else { return String::new() };
    let of_group = |group: &ConditionGroup| -> String {
        group.conditions.iter().map(|condition| format!("{} – {}", group.title, line(condition))).collect()
    };
    let parts = [
        outline(&view.verdict),
        outline(&view.rest),
        view.first.iter().map(|step| "First ".to_owned() + &line(step)).collect(),
        view.groups.iter().map(of_group).collect(),
        view.ways.iter().map(line).collect(),
        view.closed_ways.iter().map(|way| "Closed ".to_owned() + &line(way)).collect(),
        view.warnings.iter().map(|flag| "Warning ".to_owned() + &line(flag)).collect(),
        view.more_warnings.iter().map(|flag| "Folded ".to_owned() + &line(flag)).collect(),
        view.notes.iter().map(|flag| "Note ".to_owned() + &line(flag)).collect(),
        outline(&view.bring),
    ];
    parts.concat()
}

/// What the page of a question and the page of the answers say of one answer.
fn answer(state: &State, key: AnswerKey) -> String {
    let page = QuestionView::of(state, key, "");
    let figure = is_figure(key).then(|| page.begun.figure(key));
    let answers = AnswersView::of(state);
    let row = answers.iter().flat_map(|view| &view.rows).find(|row| row.question == page.title);
    let row = row.map(|row| (&row.standing, &row.link));
    let progress = page.progress.map(|progress| progress.words);
    [outline(&figure), outline(&row), outline(&progress), outline(&answers.map(|view| view.notices))].concat()
}

#[test]
fn the_page_of_every_question() {
    let mut record = Record::new("questions");
    let state = State::new(AS_OF);
    for &key in AnswerKey::ALL {
        record.part(key.id(), &QuestionView::of(&state, key, ""));
    }
    record.check();
}

/// What is said with an answer and not before it.
#[test]
fn what_each_answer_changes_of_the_result() {
    let mut record = Record::new("answers");
    let aged = State::new(AS_OF).apply(Event::Answer(AnswerKey::Age, GivenAnswer::Age(45)));
    let example = aged.apply(Event::ViewExample(ExampleId::Hairdresser));
    for begun in [aged, example] {
        for &key in AnswerKey::ALL {
            let of = |state: &State| result(state) + &answer(state, key);
            let before = of(&begun);
            for answer in answers(key) {
                let heading = format!("{} {answer:?}", key.id());
                record.new_lines(&heading, &of(&begun.apply(Event::Answer(key, answer))), &before);
            }
        }
    }
    record.check();
}
