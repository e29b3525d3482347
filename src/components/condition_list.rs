//! The conditions, each with its reason, what would change it, and what it stands on.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::screening::Outcome;

use super::source::SourceLine;
use super::sprite::Glyph;
use crate::texts as t;

/// A condition in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// How it looks.
    pub outcome: Outcome,
    /// In a few words.
    pub title: &'static str,
    /// Why it looks so.
    pub reason: String,
    /// What would change it.
    pub change: Option<&'static str>,
    /// Where the missing answer is given.
    pub answer_at: Option<String>,
    /// What the source is called, and its address.
    pub source: (String, Option<&'static str>),
    /// How firmly it stands.
    pub tag: &'static str,
    /// The source's own words; an assumption has none.
    pub quote: Option<&'static str>,
}

/// Conditions that look the same, under a heading.
#[component]
pub fn ConditionList(title: &'static str, conditions: Vec<Condition>, two_columns: bool) -> impl IntoView {
    let class = if two_columns { "conds conds--two" } else { "conds" };
    let items = conditions.into_iter().map(condition).collect_view();
    view! { <h3>{title}</h3><ul class=class>{items}</ul> }
}

fn condition(condition: Condition) -> AnyView {
    let Condition { outcome, title, reason, change, answer_at, source: (name, url), tag, quote } = condition;
    let change = change.map(|words| {
        view! { <p class="conds__change"><strong>{t::result::change_it()}</strong>" "{words}</p> }
    });
    let answer = answer_at.map(|href| {
        view! { <p><a href=href>{t::answers::answer()}<span class="visually-hidden">": "{title}</span></a></p> }
    });
    let quote = quote.map(|words| {
        view! {
            <details class="details">
                <summary>{t::common::law_words()}<span class="visually-hidden">": "{title}</span></summary>
                <blockquote class="quote">{words}</blockquote>
            </details>
        }
    });
    view! {
        <li>
            {glyph(outcome)}
            <div>
                <p class="conds__title">{title}</p>
                <p>{reason}</p>
                {change}
                {answer}
                <SourceLine name url tag/>
                {quote}
            </div>
        </li>
    }
    .into_any()
}

fn glyph(outcome: Outcome) -> AnyView {
    match outcome {
        Outcome::Met => Glyph::Met.small(),
        Outcome::NotMet => Glyph::No.small(),
        Outcome::CaseworkerAssesses => Glyph::Assess.small(),
        Outcome::NeedsAnswer => Glyph::Unknown.small(),
        Outcome::NotApplicable => view! { <span class="glyph"></span> }.into_any(),
    }
}
