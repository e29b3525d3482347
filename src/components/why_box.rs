//! Why a question is asked, and where the answer is written.

use leptos::prelude::*;
use mikrolaan_markup::view;

use crate::texts as t;

/// The box beside a question.
#[component]
pub fn WhyBox(
    /// Why it is asked, in one or more paragraphs.
    why: Vec<&'static str>,
    /// Where the answer is written.
    where_text: Option<&'static str>,
) -> impl IntoView {
    let why = why.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    let place = where_text.map(|text| view! { <p><strong>{t::common::where_title()}</strong>" "{text}</p> });
    view! { <aside class="why"><h2>{t::common::why()}</h2>{why}{place}</aside> }
}
