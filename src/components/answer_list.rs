//! The answers given, each with a way to change it.

use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::words::answer::Given;

/// How an answer stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Given(Given),
    /// There is none yet.
    Missing,
    /// It no longer matters, and why.
    Void(Given, &'static str),
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The question.
    pub question: String,
    /// The answer.
    pub standing: Standing,
    /// Where it is changed.
    pub href: String,
}

/// All of them.
pub fn answer_list(rows: Vec<Row>) -> Element {
    view! { <dl class="answers">{rows.into_iter().map(row).collect::<Vec<_>>()}</dl> }
}

fn row(row: Row) -> Element {
    let Row { question, standing, href } = row;
    let class = if matches!(standing, Standing::Void(..)) { "answers__row answers__row--void" } else { "answers__row" };
    let (verb, whole) = match standing {
        Standing::Missing => (t::answers::answer(), t::answers::answer_question(&question)),
        _ => (t::common::change(), t::common::change_answer(&question)),
    };
    // What is seen begins what is heard, so that both ways of naming the link work.
    let rest = whole.strip_prefix(verb).unwrap_or(&whole).to_owned();
    view! {
        <div class=class>
            <dt>{question}</dt>
            <dd>{answer(standing)}</dd>
            <dd class="answers__change"><a href=href>{verb}<span class="visually-hidden">{rest}</span></a></dd>
        </div>
    }
}

fn answer(standing: Standing) -> Vec<Element> {
    match standing {
        Standing::Given(given) => vec![words(given)],
        Standing::Missing => vec![view! { <span class="unsure">{t::common::not_answered()}</span> }],
        Standing::Void(given, why) => {
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
