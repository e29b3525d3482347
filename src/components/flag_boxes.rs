//! What to look out for: first as boxes, the rest in a list.

use mikrolaan_markup::{Element, view};

use super::source::source_line;
use super::sprite::Icon;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::views::result::Flag;

/// A warning: what may happen, what to do, and where it is from.
pub fn warning_box(flag: Flag) -> Element {
    view! {
        <section class="alert alert-warning">
            {Icon::Warning.draw()}
            <div class="alert-body">
                <h3 class="alert-heading">{flag.title}</h3>
                <p>{flag.text}</p>
                <p><strong>{t::common::do_this()}</strong>" "{flag.action}</p>
                {source_line(flag.source)}
            </div>
        </section>
    }
}

/// Good to know: one line each.
pub fn good_to_know(flags: Vec<Flag>) -> Element {
    let item = |flag: Flag| view! { <li><strong>{flag.title}</strong>". "{flag.text}" "{flag.action}</li> };
    let items = flags.into_iter().map(item).collect::<Vec<_>>();
    view! { <section><h2>{t::result::good_to_know()}</h2><ul>{items}</ul></section> }
}
