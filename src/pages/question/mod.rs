//! One decision: the question, why it is asked, the answers, and *Ved ikke*.
//!
//! What stands on the page is worked out as it is drawn, and stays: nothing changes under it but its own fields, and
//! *Næste* leads to another page. What is chosen and typed in the fields is kept in the state at every change.

mod draft;
mod figure;

use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{Element, view};

use self::draft::QuestionDraft;
use self::figure::figure_field;
use crate::components::{
    Announcer, ERRORS, PROGRESS, choices, error_summary, heading_with_errors, step_head, way_to, why_box,
};
use crate::platform::{focus, location, typing};
use crate::session::Session;
use mikrolaan_app_core::forms::FieldError;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::guide::beside_question;
use mikrolaan_app_core::views::question::{FigureField, QuestionRows, QuestionView, after_an_answer};
use mikrolaan_markup::watch::{SharedSignal, WatchedText, watch_text};

/// The page.
pub fn question_page(key: AnswerKey) -> Element {
    let session = Session::get();
    let question = untrack(|| session.with(|state| QuestionView::of(state, key, "")));
    let draft = QuestionDraft::new(session, key, &question);
    // Has *Næste* been pressed?
    let tried = SharedSignal::new(false);
    let wrong = watch_text(move || tried.get().then(|| draft.read().err().map(FieldError::summary))?);
    let first = question.first_field().to_owned();
    let summary = move |what: &str| error_summary(t::errors::summary_one(), first.clone(), what.to_owned());
    let announcer = Announcer::get();
    let submit = move |event: mikrolaan_markup::Event| {
        event.prevent_default();
        send(session, draft, tried, announcer);
    };
    // Pressing the button must not leave the field first: a message there would move the button
    // from under the finger, and the press would be lost.
    let stay = |event: mikrolaan_markup::Event| event.prevent_default();
    let QuestionView { title, hint, why, where_text, nothing, rows, field, progress, back, was_answered, .. } =
        question;
    let described = progress.is_some().then_some(PROGRESS);
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            {step_head(back, progress)}
            {move || Some(summary(wrong.get()?.as_ref()).into_any())}
            <form class="question" novalidate on:submit=submit>
                <div class="question__head">
                    {heading_with_errors(title, described, move || wrong.get().is_some())}
                    <p class="form-hint" id="hint">{hint}</p>
                </div>
                <div class="question__field">
                    {answer_field(draft, rows, field, nothing, wrong)}
                    <div class="actions">
                        <button class="button button-primary" type="submit" on:mousedown=stay>{t::common::next()}</button>
                        {was_answered.then(to_answers)}
                    </div>
                    {beside_question(key).map(way_to)}
                </div>
                {why_box(why, where_text)}
            </form>
        </main>
    }
}

fn answer_field(
    draft: QuestionDraft,
    rows: QuestionRows,
    field: Option<FigureField>,
    nothing: Text,
    wrong: WatchedText,
) -> AnyView {
    match field {
        Some(field) => figure_field(draft, field, &rows),
        None => choices(&rows, &draft.choosing(|_, _| ()), move || wrong.get().map(|_| nothing)).into_any(),
    }
}

/// The way back for who came to change an answer.
fn to_answers() -> Element {
    view! { <a class="button button-tertiary" href=Route::Answers.href()>{t::questions::to_answers()}</a> }
}

/// *Næste*: keeps the answer and goes on, or says what must be put right.
fn send(session: Session, draft: QuestionDraft, tried: SharedSignal<bool>, announcer: Announcer) {
    match untrack(|| draft.read()) {
        Ok(answer) => {
            draft.sent.set(true);
            session.dispatch(Event::Answer(draft.key, answer));
            location::go(&untrack(|| session.with(|state| after_an_answer(state, draft.key))).href());
        }
        Err(error) => {
            draft.error.set(Some(error));
            tried.set(true);
            // The summary, which takes the focus, says it: the field has nothing to add when it is left.
            typing::finish();
            announcer.announce("");
            focus::on_id(ERRORS);
        }
    }
}
