//! A box with something to know or to do.

use mikrolaan_app_core::locale::language::Text;
use mikrolaan_markup::{Element, view};

use super::icons::Icon;

/// One line in a box: good to know.
pub fn notice(text: String) -> Element {
    view! { <div class="alert alert-info">{Icon::Info.draw()}<div class="alert-body"><p>{text}</p></div></div> }
}

/// A box with a heading: something to know before one can go on.
pub fn information(title: Text, body: Vec<Element>) -> Element {
    view! {
        <section class="alert alert-info">
            {Icon::Info.draw()}
            <div class="alert-body"><h2 class="alert-heading">{title}</h2>{body}</div>
        </section>
    }
}
