//! What to look out for: first as boxes, the rest in a list.

use leptos::prelude::*;
use mikrolaan_markup::view;

use super::source::SourceLine;
use super::sprite::Icon;
use crate::texts as t;
use crate::wording::basis;
use crate::wording::flag::Words;

/// A warning: what may happen, what to do, and where it is from.
#[component]
pub fn WarningBox(words: Words) -> impl IntoView {
    view! {
        <section class="alert alert-warning">
            {Icon::Warning.draw()}
            <div class="alert-body">
                <h3 class="alert-heading">{words.title}</h3>
                <p>{words.text}</p>
                <p><strong>{t::common::do_this()}</strong>" "{words.action}</p>
                <SourceLine name=words.source url=None tag=basis::tag(words.status)/>
            </div>
        </section>
    }
}

/// Good to know: one line each.
#[component]
pub fn GoodToKnow(flags: Vec<Words>) -> impl IntoView {
    let items = flags
        .into_iter()
        .map(|words| view! { <li><strong>{words.title}</strong>". "{words.text}" "{words.action}</li> })
        .collect_view();
    view! { <section><h2>{t::result::good_to_know()}</h2><ul>{items}</ul></section> }
}
