//! The headlines above the months.

use std::borrow::Cow;

use mikrolaan_markup::{Child, Element, view};

use mikrolaan_app_core::locale::texts::trace as t;
use mikrolaan_app_core::views::headlines::Headline;

/// The list; the first sentence is the largest.
pub fn headlines(headlines: &[Headline]) -> Element {
    let mut list = view! { <ul class="keys"></ul> };
    for (position, headline) in headlines.iter().enumerate() {
        let item = view! { <li class=headline.class(position == 0)></li> };
        let mut item = item.element(paragraph("keys__fact", headline.fact.clone()));
        for note in &headline.notes {
            item = item.element(paragraph("keys__note", note.clone()));
        }
        list = list.element(item.child(origin(headline).map_or(Child::Nothing, Child::Element)));
    }
    list
}

/// Where the sentence's figure comes from.
fn origin(headline: &Headline) -> Option<Element> {
    let href = headline.origin?.href();
    Some(view! { <p class="keys__note screen-only"><a href=href>{t::other_month()}</a></p> })
}

fn paragraph(class: &'static str, text: Cow<'static, str>) -> Element {
    view! { <p class=class></p> }.child(Child::Text(text))
}
