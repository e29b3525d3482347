//! The conditions, each with its reason, what would change it, and what it stands on.

use mikrolaan_engine::screening::Outcome;
use mikrolaan_markup::{Element, view};

use super::source::source_line;
use super::sprite::Glyph;
use mikrolaan_app_core::locale::texts as t;

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

/// Conditions that look the same.
pub fn condition_list(conditions: Vec<Condition>, two_columns: bool) -> Element {
    let class = if two_columns { "conds conds--two" } else { "conds" };
    view! { <ul class=class>{conditions.into_iter().map(condition).collect::<Vec<_>>()}</ul> }
}

fn condition(condition: Condition) -> Element {
    let Condition { outcome, title, reason, change, answer_at, source: (name, url), tag, quote } = condition;
    let change = change.map(|words| {
        view! { <p class="conds__change"><strong>{t::result::change_it()}</strong>" "{words}</p> }
    });
    let answer = answer_at.map(|href| view! { <p><a href=href>{t::answers::answer()}{about(title)}</a></p> });
    view! {
        <li>
            {glyph(outcome)}
            <div>
                <p class="conds__title">{title}</p>
                <p>{reason}</p>
                {change}
                {answer}
                {source_line(name, url, tag)}
                {quote.map(|words| own_words(words, title))}
            </div>
        </li>
    }
}

fn own_words(words: &'static str, title: &'static str) -> Element {
    view! {
        <details class="details">
            <summary>{t::common::law_words()}{about(title)}</summary>
            <blockquote class="quote">{words}</blockquote>
        </details>
    }
}

/// Tells a screen reader what a link or a fold is about.
fn about(title: &'static str) -> Element {
    view! { <span class="visually-hidden">": "{title}</span> }
}

fn glyph(outcome: Outcome) -> Element {
    match outcome {
        Outcome::Met => Glyph::Met.small(),
        Outcome::NotMet => Glyph::No.small(),
        Outcome::CaseworkerAssesses => Glyph::Assess.small(),
        Outcome::NeedsAnswer => Glyph::Unknown.small(),
        Outcome::NotApplicable => view! { <span class="glyph"></span> },
    }
}
