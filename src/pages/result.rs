//! The result: the verdict, what to take care of first, every condition, and the ways on.
//!
//! One view model, a function of the state: it is worked out anew at every change, and the page drawn anew from it.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{Element, dynamic, view};

use super::conflict::conflict_boxes;
use crate::components::result::{condition_group, good_to_know, route_list, verdict_card, warning_box};
use crate::components::{Icon, heading, nothing_yet};
use crate::session::Session;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::navigation::{MoneyStep, Route};
use mikrolaan_app_core::views::result::ResultView;
use mikrolaan_markup::watch::worked_out;

/// The page.
pub fn result_page() -> Element {
    let session = Session::get();
    let result = worked_out(move || session.with(ResultView::of).map(Arc::new));
    let content = dynamic(move || {
        let result = result.get();
        Some(result.map_or_else(nothing_yet, |result| told(&result).into_any()))
    });
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            {heading(t::result::title().to_owned())}
            {conflict_boxes(session, AnswerKey::ALL)}
            {content}
        </main>
    }
}

fn told(result: &ResultView) -> Element {
    view! {
        <div class="with-aside">
            <div>
                {verdict_card(result.verdict.clone())}
                {result.rest.map(answer_rest)}
                {warnings(result)}
                <h2>{t::result::conditions()}</h2>
                {result.groups.iter().flat_map(condition_group).collect::<Vec<_>>()}
                <h2>{t::result::routes()}</h2>
                {route_list(&result.ways)}
            </div>
            <aside>
                {next_step()}
                {to_bring(&result.bring)}
                {(!result.notes.is_empty()).then(|| good_to_know(result.notes.clone()))}
                <p><a href=Route::GoodToKnow(None).href()>{t::guide::title()}</a></p>
            </aside>
        </div>
    }
}

/// The way to the missing answers.
fn answer_rest(page: Route) -> Element {
    view! { <p class="actions"><a class="button button-secondary" href=page.href()>{t::result::answer_rest()}</a></p> }
}

fn warnings(result: &ResultView) -> Vec<Element> {
    let heading = (!result.warnings.is_empty()).then(|| view! { <h2>{result.warnings_title()}</h2> });
    heading.into_iter().chain(result.warnings.iter().cloned().map(warning_box)).collect()
}

fn next_step() -> Element {
    view! {
        <section class="card">
            <h2>{t::result::next_step()}</h2>
            <p>{t::result::next_step_text()}</p>
            <p class="actions">
                <a class="button button-primary" href=Route::Money(MoneyStep::Home).href()>
                    <span>{t::result::to_budget()}</span>{Icon::Next.draw()}
                </a>
            </p>
        </section>
    }
}

/// What to bring to the talk with the municipality.
fn to_bring(items: &[Text]) -> Element {
    let items = items.iter().map(|&text| view! { <li>{text}</li> }).collect::<Vec<_>>();
    view! { <section><h2>{t::result::bring()}</h2><ul>{items}</ul></section> }
}
