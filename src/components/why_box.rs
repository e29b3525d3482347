//! Why a question is asked, and where the answer is written.

use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts as t;

/// The box beside a question, folded: why it is asked, in one or more paragraphs, and where the answer stands.
pub fn why_box(why: Vec<Text>, where_text: Option<Text>) -> Element {
    let why: Vec<Element> = why.into_iter().map(|text| view! { <p>{text}</p> }).collect();
    let place = where_text.map(|text| view! { <p><strong>{t::common::where_title()}</strong>" "{text}</p> });
    view! { <div class="why"><details><summary>{t::common::why()}</summary>{why}{place}</details></div> }
}
