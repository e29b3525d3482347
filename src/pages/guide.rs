//! *Godt at vide*: short answers to what people ask, folded; what one came for stands first and open.

use mikrolaan_markup::{Element, view};

use crate::components::{heading, source};
use crate::session::Session;
use mikrolaan_app_core::locale::texts::guide as words;
use mikrolaan_app_core::navigation::GuideTopic;
use mikrolaan_app_core::views::guide::{GuideEntry, guide};

/// The page.
pub fn guide_page(asked: Option<GuideTopic>) -> Element {
    let answers = guide(asked, Session::get().today.month()).into_iter().map(answer).collect::<Vec<_>>();
    view! {
        <main class="container page page--narrow" id="indhold" tabindex="-1">
            {heading(words::title().to_owned())}
            <p class="lead">{words::lead()}</p>
            {answers}
        </main>
    }
}

fn answer(entry: GuideEntry) -> Element {
    let GuideEntry { topic, title, answer, sources, is_asked } = entry;
    let sources = sources.into_iter().map(source::source_line).collect::<Vec<_>>();
    view! {
        <details class="details guide" id=topic.id() open=is_asked.then_some("")>
            <summary>{title}</summary>
            <p>{answer}</p>
            {sources}
        </details>
    }
}
