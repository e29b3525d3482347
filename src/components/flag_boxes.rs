//! What to look out for: first as boxes, the rest in a list.

use mikrolaan_markup::{Element, view};

use super::source::source_line;
use super::sprite::Icon;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::words::basis;
use mikrolaan_app_core::locale::words::flag::Words;

/// A warning: what may happen, what to do, and where it is from.
pub fn warning_box(words: Words) -> Element {
    view! {
        <section class="alert alert-warning">
            {Icon::Warning.draw()}
            <div class="alert-body">
                <h3 class="alert-heading">{words.title}</h3>
                <p>{words.text}</p>
                <p><strong>{t::common::do_this()}</strong>" "{words.action}</p>
                {source_line(words.source.to_owned(), None, basis::tag(words.status))}
            </div>
        </section>
    }
}

/// Good to know: one line each.
pub fn good_to_know(flags: Vec<Words>) -> Element {
    let item = |words: Words| view! { <li><strong>{words.title}</strong>". "{words.text}" "{words.action}</li> };
    let items: Vec<Element> = flags.into_iter().map(item).collect();
    view! { <section><h2>{t::result::good_to_know()}</h2><ul>{items}</ul></section> }
}
