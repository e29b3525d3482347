//! Check your answers: each with a way to change it, and what no longer matters.
//!
//! One view model, a function of the state: it is worked out anew at every change, and the page drawn anew from it.

use std::sync::Arc;

use leptos::prelude::AnyView;
use mikrolaan_markup::{Element, dynamic, view};

use crate::components::{Icon, answer_list, heading, nothing_yet, notice};
use crate::platform::{device, location};
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::answers::AnswersView;
use mikrolaan_markup::watch::worked_out;

/// The page.
pub fn answers_page() -> Element {
    let session = Session::get();
    let answers = worked_out(move || session.with(AnswersView::of).map(Arc::new));
    let content = dynamic(move || {
        let answers = answers.get();
        Some(answers.map_or_else(nothing_yet, |answers| review(session, &answers)))
    });
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            {heading(t::answers::title().to_owned())}
            {content}
        </main>
    }
}

fn review(session: Session, answers: &AnswersView) -> AnyView {
    view! {
        <p class="lead">{t::answers::lead()}</p>
        {answers.notices.iter().cloned().map(notice).collect::<Vec<_>>()}
        {answer_list(&answers.rows)}
        {actions(session, answers.rest)}
    }
}

fn actions(session: Session, rest: Option<Route>) -> Element {
    let start_over = move |_| {
        // What is kept for longer goes with it.
        device::forget();
        session.dispatch(Event::StartOver);
        location::go(&Route::FirstQuestion.href());
    };
    let class = if rest.is_some() { "button button-secondary" } else { "button button-primary" };
    let rest =
        rest.map(|page| view! { <a class="button button-primary" href=page.href()>{t::answers::answer_rest()}</a> });
    view! {
        <div class="actions">
            {rest}
            <a class=class href=Route::Result.href()><span>{t::answers::to_result()}</span>{Icon::Next.draw()}</a>
            <button class="button button-tertiary" type="button" on:click=start_over>{t::common::start_over()}</button>
        </div>
    }
}
