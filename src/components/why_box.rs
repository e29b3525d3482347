//! Why a question is asked, and where the answer is written.

use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::navigation::{GuideTopic, Route};
use mikrolaan_app_core::views::guide::way;

/// The box beside a question: why it is asked, in one or more paragraphs, where the answer stands, and the way to more.
pub fn why_box(why: Vec<Text>, where_text: Option<Text>, more: Option<GuideTopic>) -> Element {
    let why: Vec<Element> = why.into_iter().map(|text| view! { <p>{text}</p> }).collect();
    let place = where_text.map(|text| view! { <p><strong>{t::common::where_title()}</strong>" "{text}</p> });
    view! { <aside class="why"><h2>{t::common::why()}</h2>{why}{place}{more.map(way_to)}</aside> }
}

/// The way to what is good to know about the place it stands at.
pub fn way_to(topic: GuideTopic) -> Element {
    view! { <p><a href=Route::GoodToKnow(Some(topic)).href()>{way(topic)}</a></p> }
}
