//! How the calculator can be used, how that was tried, what to do when it cannot, and its licence.

use mikrolaan_markup::{Element, view};

use crate::components::heading;
use mikrolaan_app_core::locale::texts::accessibility as words;

/// The page.
pub fn accessibility_page() -> Element {
    let can = [
        words::can_keyboard(),
        words::can_zoom(),
        words::can_screen_reader(),
        words::can_colours(),
        words::can_no_program(),
    ];
    view! {
        <main class="container page page--narrow" id="indhold" tabindex="-1">
            {heading(words::title().to_owned())}
            <p class="lead">{words::lead()}</p>
            <h2>{words::goal_title()}</h2>
            <p>{words::goal_text()}</p>
            <h2>{words::can_title()}</h2>
            <ul>{can.into_iter().map(|text| view! { <li>{text}</li> }).collect::<Vec<_>>()}</ul>
            <h2>{words::tested_title()}</h2>
            <p>{words::tested_text()}</p>
            <h2>{words::problem_title()}</h2>
            <p>{words::problem_text()}</p>
            <h2>{words::licence_title()}</h2>
            <p>{words::licence_text()}</p>
            <ul>
                <li><a href="LICENSE.txt" target="_blank" rel="noopener">{words::licence_own()}</a></li>
                <li><a href="THIRD-PARTY.txt" target="_blank" rel="noopener">{words::licence_others()}</a></li>
            </ul>
        </main>
    }
}
