//! The headlines above the months: the first one with the line of facts below it; the rest folded.

use std::borrow::Cow;

use mikrolaan_markup::{Child, Element, view};

use mikrolaan_app_core::locale::texts::trace as t;
use mikrolaan_app_core::views::headlines::Headline;
use mikrolaan_app_core::views::months::Said;

/// The first sentence, and the line of facts. The row of its month in the list or table leads to where its figure
/// comes from.
pub fn lead(said: &Said, headline: &Headline) -> Element {
    let facts = paragraph("keys__note", said.facts().into());
    view! {
        <div class="keys"><div class=headline.lead_class()>
            {paragraph("keys__fact", headline.fact.clone())}
            {facts}
        </div></div>
    }
}

/// What else is said.
pub fn rest<'a>(headlines: impl Iterator<Item = &'a Headline>) -> Element {
    let mut list = view! { <ul class="keys"></ul> };
    for headline in headlines {
        let mut item = view! { <li></li> }.element(paragraph("keys__fact", headline.fact.clone()));
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
