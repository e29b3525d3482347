//! One decision: the question, why it is asked, the answers, and *Ved ikke*.

mod draft;
mod figure;

use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{Element, view};

use self::draft::Draft;
use crate::components::{
    Announcer, Cell, ERRORS, FieldError, Icon, Kind, PROGRESS, Rows, choices, error_summary, first_row,
    heading_with_errors, progress_band, why_box,
};
use crate::platform::{focus, location, typing};
use crate::session::Session;
use crate::watch::{Held, WatchedWords, watch_words};
use mikrolaan_app_core::forms::Refusal;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::words::options;
use mikrolaan_app_core::locale::words::question::{Words, words};
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_engine::screening::{QuestionFlow, QuestionStatus, Relevance, Step};

/// The page.
pub fn question_page(key: AnswerKey) -> Element {
    let session = Session::get();
    let flow = session.flow();
    let words = words(key, session.today.month);
    let draft = Draft::begin(session, key, words.error);
    let (tried, words, announcer) = (Held::new(false), StoredValue::new(words), Announcer::get());
    let page = Page { session, key, draft, tried, words, announcer };
    let wrong = watch_words(move || Some(what_is_wrong(page.tried.get().then(|| page.draft.read().err())??)));
    let text = page.words.with_value(|words| words.title.clone());
    let progress = progress(&flow, key);
    let described = progress.is_some().then_some(PROGRESS);
    let submit = move |event: mikrolaan_markup::Event| {
        event.prevent_default();
        page.submit();
    };
    // Pressing the button must not leave the field first: a message there would move the button
    // from under the finger, and the press would be lost.
    let stay = |event: mikrolaan_markup::Event| event.prevent_default();
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            <a class="back-link" href=back(&flow, key)>{Icon::Back.draw()}<span>{t::common::back()}</span></a>
            {move || Some(page.summary(&wrong.get()?).into_any())}
            {progress}
            <form class="question" novalidate on:submit=submit>
                <div class="question__head">
                    {heading_with_errors(text, described, move || wrong.get().is_some())}
                    <p class="form-hint" id="hint">{page.word(|words| words.hint)}</p>
                </div>
                {page.why()}
                <div class="question__field">
                    {page.field(wrong)}
                    <div class="actions">
                        <button class="button button-primary" type="submit" on:mousedown=stay>{t::common::next()}</button>
                        {to_answers(&flow, key)}
                    </div>
                </div>
            </form>
        </main>
    }
}

/// Everything the parts of the page share.
#[derive(Clone, Copy)]
struct Page {
    session: Session,
    key: AnswerKey,
    draft: Draft,
    /// Has *Næste* been pressed?
    tried: Held<bool>,
    words: StoredValue<Words>,
    announcer: Announcer,
}

impl Page {
    fn word(self, pick: fn(&Words) -> &'static str) -> &'static str {
        self.words.with_value(pick)
    }

    fn why(self) -> Element {
        let (why, where_text) = self.words.with_value(|words| {
            ([Some(words.why), words.why_more].into_iter().flatten().collect::<Vec<_>>(), words.where_text)
        });
        why_box(why, where_text)
    }

    fn field(self, wrong: WatchedWords) -> AnyView {
        let Page { key, draft, .. } = self;
        let unknown_hint = self.word(|words| words.unknown_hint);
        if matches!(key, AnswerKey::Age | AnswerKey::LoanAmount) {
            return figure::field(key, draft, unknown_hint);
        }
        let kind = if key == AnswerKey::LoanPurposes { Kind::Checkbox } else { Kind::Radio };
        let what = self.word(|words| words.error);
        let error = move || wrong.get().map(|_| what);
        let rows = Rows { name: key.id(), kind, chosen: draft.chosen };
        choices(rows, options::of(key), unknown_hint, error).into_any()
    }

    fn summary(self, what: &str) -> Element {
        let field = match self.key {
            AnswerKey::Age | AnswerKey::LoanAmount => self.key.id().to_owned(),
            key => first_row(key.id(), &options::of(key)),
        };
        error_summary(t::errors::summary_one(), vec![FieldError { field, what: what.to_owned() }])
    }

    /// *Næste*: keeps the answer and goes on, or says what must be put right.
    fn submit(self) {
        match untrack(|| self.draft.read()) {
            Ok(answer) => {
                self.draft.sent.set(true);
                self.session.dispatch(Event::Answer(self.key, answer));
                let next = self.session.flow().next();
                location::go(&next.map_or(Route::Answers, Route::Question).href());
            }
            Err(refusal) => {
                self.draft.refusal.set(Some(refusal));
                self.tried.set(true);
                // The summary, which takes the focus, says it: the field has nothing to add when it is left.
                typing::finish();
                self.announcer.say("");
                focus::on_id(ERRORS);
            }
        }
    }
}

/// What is to be put right, in words that stand alone.
fn what_is_wrong(refusal: Refusal) -> String {
    match refusal.readings.as_slice() {
        [(_, first), (_, second)] => t::errors::field::ambiguous_summary(first, second),
        _ => refusal.message,
    }
}

fn back(flow: &QuestionFlow, key: AnswerKey) -> String {
    flow.before(key).map_or(Route::Start, Route::Question).href()
}

/// "Spørgsmål 3 af ca. 12"; nothing for a question that is not on the way.
fn progress(flow: &QuestionFlow, key: AnswerKey) -> Option<Vec<Element>> {
    let (number, total) = flow.place(key)?;
    let (number, total) = (number.to_string(), total.to_string());
    let words = if flow.is_certain() {
        t::questions::progress_exact(&number, &total)
    } else {
        t::questions::progress(&number, &total)
    };
    let cells = flow.path().map(|step| cell(step, key)).collect();
    Some(progress_band(words, cells))
}

fn cell(step: &Step, here: AnswerKey) -> Cell {
    match (step.relevance, step.status) {
        _ if step.key == here => Cell::Now,
        (_, QuestionStatus::Answered | QuestionStatus::Skipped) => Cell::Done,
        (Relevance::Depends, QuestionStatus::Open) => Cell::Perhaps,
        (_, QuestionStatus::Open) => Cell::ToCome,
    }
}

/// The way back for who came to change an answer.
fn to_answers(flow: &QuestionFlow, key: AnswerKey) -> Option<Element> {
    let was_answered = flow.steps().iter().any(|step| step.key == key && step.status != QuestionStatus::Open);
    was_answered.then(|| {
        view! { <a class="button button-tertiary" href=Route::Answers.href()>{t::questions::to_answers()}</a> }
    })
}
