//! The answers given, each with a way to change it.

use leptos::prelude::AnyView;
use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::words::answer::Given;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::views::answers::{AnswerRow, RowStatus};

/// All of them.
pub fn answer_list(rows: &[AnswerRow]) -> Element {
    view! { <dl class="answers">{rows.iter().map(row).collect::<Vec<_>>()}</dl> }
}

/// For who has not answered anything.
pub fn nothing_yet() -> AnyView {
    view! {
        <p class="lead">{t::answers::empty()}</p>
        <div class="actions"><a class="button button-primary" href=Route::FirstQuestion.href()>{t::answers::begin()}</a></div>
    }
}

fn row(row: &AnswerRow) -> Element {
    let AnswerRow { question, standing, link: (seen, heard), page } = row.clone();
    let class =
        if matches!(standing, RowStatus::Void(..)) { "answers__row answers__row--void" } else { "answers__row" };
    view! {
        <div class=class>
            <dt>{question}</dt>
            <dd>{answer(standing)}</dd>
            <dd class="answers__change"><a href=page.href()>{seen}<span class="visually-hidden">{heard}</span></a></dd>
        </div>
    }
}

fn answer(standing: RowStatus) -> Vec<Element> {
    match standing {
        RowStatus::Given(given) => vec![words(given)],
        RowStatus::Missing => vec![view! { <span class="unsure">{t::common::not_answered()}</span> }],
        RowStatus::Void(given, why) => {
            vec![view! { <s>{words(given)}</s> }, view! { <span class="answers__why">{why}</span> }]
        }
    }
}

fn words(given: Given) -> Element {
    match given {
        Given::Unknown => view! { <span class="unsure">{t::common::dont_know()}</span> },
        Given::Words(words) => view! { <span>{words}</span> },
    }
}
