//! The head of both pages: whose they are, and the way to the other.

use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts::common;
use mikrolaan_app_core::locale::texts::office::page as t;
use mikrolaan_app_core::views::contact::{PAGE_CASEWORKER, PAGE_EVALUATION};
use mikrolaan_markup::{Element, view};

/// The head of the page with this title.
pub fn page_head(title: Text) -> Element {
    let link = |address: &'static str, name: Text| {
        let is_here = name == title;
        let address = (!is_here).then_some(address);
        view! { <li><a href=address aria-current=is_here.then_some("page")>{name}</a></li> }
    };
    let links = [
        PAGE_CASEWORKER.then(|| link("../sag/", t::case())),
        PAGE_EVALUATION.then(|| link("../evaluering/", t::evaluation())),
    ];
    let links: Vec<Element> = links.into_iter().flatten().collect();
    view! {
        <header class="office__head">
            {brand()}
            <nav aria-label=t::pages()><ul>{links}</ul></nav>
        </header>
    }
}

/// The name of the calculator, which leads to the citizen's pages.
pub fn brand() -> Element {
    view! {
        <a class="office__brand" href="../">
            <svg class="brand" width="34" height="22" aria-hidden="true">
                <rect class="bar bar--benefit" x="1" y="6" width="9" height="15" rx="1.5"/>
                <rect class="bar bar--subsidy" x="12.5" y="1" width="9" height="20" rx="1.5" fill="url(#p-subsidy)"/>
                <rect class="bar bar--business" x="24" y="9" width="9" height="12" rx="1.5"/>
            </svg>
            <b>{common::app()}</b>
        </a>
    }
}
