//! The result: the verdict, what to do first, every condition, and the ways on; or why one is outside, and what there is.
//!
//! One view model, a function of the state: it is worked out anew at every change, and the page drawn anew from it.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{Element, dynamic, view};

use super::conflict::conflict_boxes;
use crate::components::result::{
    condition_group, first_steps, flag_item, folded_list, verdict_card, warning_box, way_on,
};
use crate::components::{Icon, heading, nothing_yet};
use crate::session::Session;
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
            <div class="money__top">
                {heading(t::result::title().to_owned())}
                <p class="result__answers screen-only"><a href=Route::Answers.href()>{t::result::change_answers()}</a></p>
            </div>
            {conflict_boxes(session, AnswerKey::ALL)}
            {content}
        </main>
    }
}

fn told(result: &ResultView) -> Element {
    let groups = result.groups.iter().flat_map(condition_group).collect::<Vec<_>>();
    let warnings = result.warnings.iter().cloned().map(warning_box).collect::<Vec<_>>();
    // Whoever is outside reads first why; the others what to do.
    let (first, groups) = if result.is_outside { (groups, Vec::new()) } else { (first(result), groups) };
    let ways = result.ways.iter().map(way_on).collect::<Vec<_>>();
    let ways_title = if result.is_outside { t::outside::ways() } else { t::result::routes() };
    view! {
        <div class="result">
            {Vec::from(verdict_card(result.verdict.clone()))}
            {result.rest.map(answer_rest)}
            {first}
            <div class="result__warnings">{warnings}</div>
            {groups}
            <h2>{ways_title}</h2>
            <ul class="routes">{ways}</ul>
            {folds(result)}
            {onwards(result.is_outside)}
        </div>
    }
}

/// The way to the missing answers.
fn answer_rest(page: Route) -> Element {
    view! { <p class="actions"><a class="button button-secondary" href=page.href()>{t::result::answer_rest()}</a></p> }
}

fn first(result: &ResultView) -> Vec<Element> {
    vec![view! { <h2>{t::result::first::title()}</h2> }, first_steps(&result.first)]
}

/// What can wait, each a row that opens.
fn folds(result: &ResultView) -> Vec<Element> {
    let bring = result.bring.iter().map(|&text| view! { <li>{text}</li> });
    let folds = [
        (t::result::closed_routes(), result.closed_ways.iter().map(way_on).collect::<Vec<_>>()),
        (t::result::more_warnings(), result.more_warnings.iter().cloned().map(flag_item).collect()),
        (t::result::good_to_know(), result.notes.iter().cloned().map(flag_item).collect()),
        (t::result::bring(), bring.collect()),
    ];
    folds.into_iter().filter_map(|(title, items)| folded_list(title, items)).collect()
}

/// What to do, and what to take along: the money stands above. To somebody outside, its figures are of what is not for them.
fn onwards(is_outside: bool) -> Vec<Element> {
    let (class, page, name) = if is_outside {
        ("button button-secondary", Route::Money(MoneyStep::Home), t::outside::months())
    } else {
        ("button button-primary", Route::NextSteps, t::nav::next_steps())
    };
    let steps = is_outside.then(|| view! { <a href=Route::NextSteps.href()>{t::nav::next_steps()}</a> });
    let ways = view! {
        <p class="actions">
            <a class=class href=page.href()><span>{name}</span>{Icon::Next.draw()}</a>{steps}
            <a href=Route::TakeAlong.href()>{t::nav::take_along()}</a>
        </p>
    };
    let of_whom = is_outside.then(|| view! { <p class="form-hint screen-only">{t::outside::months_text()}</p> });
    std::iter::once(ways).chain(of_whom).collect()
}
