//! What is opened again: a file, a link, what was kept. It is told before anything of it is taken.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_markup::{Element, Event as DomEvent, dynamic, view};

use super::{TakeAlongDesk, button, said};
use crate::components::{Announcer, Icon};
use crate::pages::undo::dispatch_anew;
use crate::platform::focus;
use crate::platform::opening::{ChosenFile, read_chosen};
use crate::session::Session;
use mikrolaan_app_core::locale::texts::take_along as t;
use mikrolaan_app_core::state::State;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::opened::{FoundCase, OpenedView};
use mikrolaan_markup::watch::{SharedSignal, worked_out};

/// What the focus moves to: what was opened.
const FOUND: &str = "found";
/// The field for a file.
const FILE: &str = "file";
/// The field for a link.
const PASTED: &str = "pasted";

/// The ways to open something.
pub fn opening(session: Session) -> Element {
    let words = SharedSignal::new(String::new());
    let offered = session.offered;
    let choose = move |event: DomEvent| {
        read_chosen(&event, move |file| match file {
            ChosenFile::Text(text) if !text.trim().is_empty() => offer(offered, words, text),
            ChosenFile::Text(_) => words.set(t::error::nothing().to_owned()),
            ChosenFile::TooLarge => words.set(t::error::large_file().to_owned()),
            ChosenFile::Unreadable => words.set(t::error::unreadable().to_owned()),
        });
    };
    let pasted = SharedSignal::new(String::new());
    let look = move |event: DomEvent| {
        event.prevent_default();
        let text = pasted.get_untracked();
        if text.trim().is_empty() {
            words.set(t::error::nothing().to_owned());
            focus::on_id(PASTED);
        } else {
            offer(offered, words, text);
        }
    };
    view! {
        <section>
            <h2>{t::open::title()}</h2>
            <p>{t::open::lead()}</p>
            <div class="form-group">
                <label class="form-label" for=FILE>{t::open::file()}</label>
                <div class="form-input-wrapper form-input-wrapper--wide">
                    <input class="form-input" type="file" id=FILE accept=".json,application/json" on:change=choose/>
                </div>
            </div>
            <form class="form-group" novalidate on:submit=look>
                <label class="form-label" for=PASTED>{t::open::paste()}</label>
                <div class="form-input-wrapper form-input-wrapper--wide">
                    <input class="form-input" type="text" id=PASTED autocomplete="off" spellcheck="false"
                        on:input=move |event| pasted.set(event_target_value(&event))/>
                </div>
                <div class="actions"><button class="button button-secondary" type="submit">{t::open::look()}</button></div>
            </form>
            {said(words)}
        </section>
    }
}

fn offer(offered: SharedSignal<String>, words: SharedSignal<String>, text: String) {
    words.set(String::new());
    tell(offered, text);
}

/// Tells what is in a text, and moves there.
pub fn tell(offered: SharedSignal<String>, text: String) {
    offered.set(text);
    focus::on_id(FOUND);
}

/// What was opened, told before anything of it is taken; nothing while nothing is offered.
pub fn opened(desk: TakeAlongDesk) -> AnyView {
    let offered = desk.session.offered;
    let view = worked_out(move || {
        let text = offered.get();
        (!text.is_empty()).then(|| Arc::new(OpenedView::of_text(&text, desk.today)))
    });
    // What nobody has taken is not kept for another time.
    on_cleanup(move || offered.set(String::new()));
    let announcer = Announcer::get();
    let leave = move || {
        offered.set(String::new());
        announcer.announce(&t::open::left());
        focus::on_page("indhold");
    };
    dynamic(move || {
        let view = view.get()?;
        let drawn = match &*view {
            OpenedView::Refused(problems) => refusal(problems, leave),
            OpenedView::Found(found) => summary(desk, found, leave),
        };
        Some(drawn.into_any())
    })
}

fn refusal(problems: &[String], leave: impl Fn() + 'static) -> Element {
    let problems = problems.iter().map(|problem| view! { <li>{problem.clone()}</li> }).collect::<Vec<_>>();
    view! {
        <section class="alert alert-error" id=FOUND tabindex="-1" aria-labelledby="found-title">
            {Icon::Error.draw()}
            <div class="alert-body">
                <h2 class="alert-heading" id="found-title">{t::error::title()}</h2>
                <ul>{problems}</ul>
                <div class="actions">{button("button button-secondary", t::open::leave(), leave)}</div>
            </div>
        </section>
    }
}

fn summary(desk: TakeAlongDesk, found: &FoundCase, leave: impl Fn() + 'static) -> Element {
    let rows = found.rows.iter().map(|(what, words)| view! { <li><p>{*what}</p><b>{words.clone()}</b></li> });
    let rows = rows.collect::<Vec<_>>();
    let state = found.state.clone();
    let take = move || {
        desk.session.offered.set(String::new());
        dispatch_anew(desk.session, Event::Open(Box::new(state.clone())));
    };
    let replaces = desk.state(State::is_begun).then(|| view! { <p>{t::open::replaces()}" "{t::open::undo()}</p> });
    view! {
        <section class="card" id=FOUND tabindex="-1" aria-labelledby="found-title">
            <h2 id="found-title">{t::open::found()}</h2>
            <ul class="pairs">{rows}</ul>
            {replaces}
            <div class="actions">
                {button("button button-primary", t::open::take(), take)}
                {button("button button-secondary", t::open::leave(), leave)}
            </div>
        </section>
    }
}
