//! Whom to turn to.

use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts::contact as words;
use mikrolaan_app_core::views::contact::ContactView;
use mikrolaan_markup::{Element, view};

use super::source::named;

/// What the municipality has given of its contact, or that it has given none; and its own site.
pub fn contact(view: &ContactView) -> Element {
    let line = |(name, given): &(Text, &'static str)| view! { <p><strong>{*name}</strong>" "{*given}</p> };
    let lines = view.lines.iter().map(line).collect::<Vec<_>>();
    let (site, address) = view.site;
    view! {
        <section>
            <h2>{words::title()}</h2>
            {lines}
            {view.missing.map(|missing| view! { <p>{missing}</p> })}
            <p>{named(site.to_owned(), Some(address))}</p>
        </section>
    }
}
