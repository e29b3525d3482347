//! Check your answers: each with a way to change it, and what no longer matters.

use mikrolaan_engine::screening::Outcome;
use mikrolaan_markup::{Element, view};

use crate::components::{AnswerRow, AnswerStanding, Icon, answer_list, heading, notice};
use crate::platform::location;
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::words::answer::{Given, given, why_void};
use mikrolaan_app_core::locale::words::{condition, counted, list, question};
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_engine::screening::{QuestionFlow, QuestionStatus, Relevance, Step};

/// The page.
pub fn answers_page() -> Element {
    let session = Session::get();
    let flow = session.flow();
    let body = if flow.is_untouched() { nothing_yet() } else { review(session, &flow) };
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            {heading(t::answers::title().to_owned())}
            {body}
        </main>
    }
}

/// For who has not answered anything.
pub(super) fn nothing_yet() -> Vec<Element> {
    let begin = Route::FirstQuestion.href();
    vec![
        view! { <p class="lead">{t::answers::empty()}</p> },
        view! { <div class="actions"><a class="button button-primary" href=begin>{t::answers::begin()}</a></div> },
    ]
}

fn review(session: Session, flow: &QuestionFlow) -> Vec<Element> {
    let rows: Vec<AnswerRow> = flow.steps().iter().filter_map(|step| row(session, step)).collect();
    let mut page = vec![view! { <p class="lead">{t::answers::lead()}</p> }];
    page.extend(notices(session, flow).into_iter().map(notice));
    page.extend([answer_list(rows), actions(session, flow)]);
    page
}

/// What must be said above the answers: why nothing more is asked, that some are missing, that some no
/// longer matter.
fn notices(session: Session, flow: &QuestionFlow) -> Vec<String> {
    let missing = flow.open();
    let missing = (missing > 0).then(|| counted(missing, t::answers::missing_one(), t::answers::missing_many));
    let void = flow.answered_in_vain();
    let void = (void > 0).then(|| counted(void, t::answers::void_one(), t::answers::void_many));
    let first = if flow.is_outside { Some(no_more(session)) } else { missing };
    [first, void].into_iter().flatten().collect()
}

/// Why no more is asked: the conditions that are not met.
fn no_more(session: Session) -> String {
    let screening = session.screening();
    let not_met = screening.findings.iter().filter(|finding| finding.outcome == Outcome::NotMet);
    let against = list(&not_met.filter_map(|finding| condition::because(finding.criterion)).collect::<Vec<_>>());
    t::answers::no_more_questions(&against)
}

fn row(session: Session, step: &Step) -> Option<AnswerRow> {
    let standing = session.with_case(|case| {
        let given = given(&case.answers, step.key);
        match (step.relevance, step.status, given) {
            (Relevance::Not(void), _, Some(given)) => Some(AnswerStanding::Void(given, why_void(void))),
            (Relevance::Not(_), _, None) => None,
            (_, QuestionStatus::Skipped, _) => Some(AnswerStanding::Given(Given::Unknown)),
            (_, _, Some(given)) => Some(AnswerStanding::Given(given)),
            (_, _, None) => Some(AnswerStanding::Missing),
        }
    })?;
    let as_of = session.with_case(|case| case.as_of);
    let question = question::words(step.key, as_of).title;
    Some(AnswerRow { question, standing, href: Route::Question(step.key).href() })
}

fn actions(session: Session, flow: &QuestionFlow) -> Element {
    let rest = flow.next().map(|key| {
        view! { <a class="button button-primary" href=Route::Question(key).href()>{t::answers::answer_rest()}</a> }
    });
    let start_over = move |_| {
        session.dispatch(Event::StartOver);
        location::go(&Route::FirstQuestion.href());
    };
    let class = if rest.is_some() { "button button-secondary" } else { "button button-primary" };
    view! {
        <div class="actions">
            {rest}
            <a class=class href=Route::Result.href()><span>{t::answers::to_result()}</span>{Icon::Next.draw()}</a>
            <button class="button button-tertiary" type="button" on:click=start_over>{t::common::start_over()}</button>
        </div>
    }
}
