//! The conditions, each with its reason, what would change it, and what it stands on.

use mikrolaan_markup::{Element, view};

use super::source::source_line;
use super::sprite::glyph;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::views::result::{Condition, ConditionGroup};

/// Conditions that look the same, under their heading.
pub fn condition_group(group: &ConditionGroup) -> [Element; 2] {
    match group.clone() {
        ConditionGroup::NotAsked(text) => [view! { <h3>{t::result::group_not_asked()}</h3> }, view! { <p>{text}</p> }],
        ConditionGroup::Listed { title, two_columns, conditions } => {
            let class = if two_columns { "conds conds--two" } else { "conds" };
            let conditions = conditions.into_iter().map(condition).collect::<Vec<_>>();
            [view! { <h3>{title}</h3> }, view! { <ul class=class>{conditions}</ul> }]
        }
    }
}

fn condition(condition: Condition) -> Element {
    let Condition { glyph: sign, title, reason, change, answer_at, source, quote } = condition;
    let sign = sign.map_or_else(|| view! { <span class="glyph"></span> }, glyph);
    let change = change.map(|words| {
        view! { <p class="conds__change"><strong>{t::result::change_it()}</strong>" "{words}</p> }
    });
    let answer = answer_at.map(|page| view! { <p><a href=page.href()>{t::answers::answer()}{about(title)}</a></p> });
    view! {
        <li>
            {sign}
            <div>
                <p class="conds__title">{title}</p>
                <p>{reason}</p>
                {change}
                {answer}
                {source_line(source)}
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
