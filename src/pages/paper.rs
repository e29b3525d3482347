//! Everything for the meeting with the municipality, as one document: answers, conditions, months with what they rest on, what
//! is compared, and whom to turn to. It is made of the pages there are, so that nothing of it can say anything else.

use leptos::prelude::*;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::take_along::paper as words;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::views::contact::{CONTACT, ContactView};
use mikrolaan_markup::{Element, view};

use super::answers::answers_page;
use super::compare::compare_page;
use super::months::months_page;
use super::result::result_page;
use super::take_along::button;
use crate::components::{Icon, contact, heading};
use crate::platform::{location, printer, shell};
use crate::session::Session;

/// The page, as it goes to paper.
pub fn paper_page() -> Element {
    let session = Session::get();
    let compared = untrack(|| !session.compared().is_empty()).then(|| as_part(compare_page()));
    let in_danish = (!shell::is_danish()).then(|| {
        view! { <div class="screen-only"><p>{words::in_danish()}</p><p class="languages"><a href="?sprog=da" lang="da" hreflang="da">{words::danish()}</a></p></div> }
    });
    let parts = [answers_page(), result_page(), months_page()].map(as_part);
    let page = view! {
        <main id="indhold" tabindex="-1">
            <div class="container page screen-only">
                <a class="back-link" href=Route::TakeAlong.href() on:click=location::back>{Icon::Back.draw()}<span>{t::common::back()}</span></a>
                {heading(words::title().to_owned())}
                {in_danish}
                <div class="actions">{button("button button-primary", t::common::print(), printer::print)}</div>
            </div>
            {Vec::from(parts)}
            {compared}
            <div class="container">{contact(&ContactView::of(CONTACT))}</div>
        </main>
    };
    // Each part is a page that names the window, and the last one would.
    Effect::new(|_| shell::set_title(&t::common::page_title(&words::title())));
    page
}

fn as_part(page: Element) -> Element {
    page.as_part("section")
}
