//! What one can do, where the citizen reads along: sought in slices, tried with one press and taken back.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::prelude::*;
use mikrolaan_app_core::locale::texts::{offers as o, undo};
use mikrolaan_app_core::office::caseworker::CaseworkerEvent;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::offers::{Lever, LeverSearch, Levers};
use mikrolaan_engine::case::Case;
use mikrolaan_markup::watch::{SharedSignal, worked_out};
use mikrolaan_markup::{Element, dynamic, view};

use super::CaseDesk;
use crate::platform::slices;

/// The search, and of which case.
type Sought = Arc<Mutex<Option<(Case, Option<LeverSearch>)>>>;

fn lock(sought: &Sought) -> MutexGuard<'_, Option<(Case, Option<LeverSearch>)>> {
    sought.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What one can do about the plan without what is tried. Sought only while the citizen reads along.
pub fn levers(desk: CaseDesk) -> AnyView {
    let (sought, done) = (Sought::default(), SharedSignal::new(false));
    let found = worked_out(move || {
        if !desk.for_citizen.get() {
            return None;
        }
        done.track();
        let case = desk.state.with(|state| state.state().untried_case());
        let mut kept = lock(&sought);
        if kept.as_ref().is_none_or(|(of, _)| *of != case) {
            let search = LeverSearch::of(&case);
            *kept = Some((case, search));
            search_on(&sought, done);
        }
        Some(Arc::new(kept.as_ref()?.1.as_ref()?.levers()))
    });
    dynamic(move || {
        let tried = desk.state.with(|state| state.state().tried().map(|found| found.numbers()[0]));
        Some(match found.get()?.as_ref() {
            Levers::Enough(words) => view! { <p class="source">{words.clone()}</p> }.into_any(),
            Levers::Missing { own, levers, cell, note, .. } => {
                let rows: Vec<Element> =
                    levers.iter().map(|one| lever(desk, one, tried == Some(one.found.numbers()[0]))).collect();
                view! {
                    <div class="cw__levers">
                        <h3>{o::title()}</h3>
                        <p>{own.clone()}</p>
                        <ul>{rows}</ul>
                        <p class="source">{cell.clone()}" "{note.clone()}</p>
                    </div>
                }
                .into_any()
            }
        })
    })
}

/// Seeks one simulation at a time, and tells when all of it has been sought.
fn search_on(sought: &Sought, done: SharedSignal<bool>) {
    let sought = Arc::clone(sought);
    slices::start(move || {
        let goes_on = lock(&sought).as_mut().and_then(|(_, search)| search.as_mut()).is_some_and(LeverSearch::go_on);
        if !goes_on {
            done.set(true);
        }
        goes_on
    });
}

fn lever(desk: CaseDesk, lever: &Lever, is_tried: bool) -> Element {
    let (question, found) = (lever.question, lever.found);
    let words = if is_tried { undo::undo() } else { o::attempt() };
    let heard = [&*words, ": ", &lever.name].concat();
    let press = move |_| {
        desk.dispatch(CaseworkerEvent::Of(if is_tried { Event::EndTrial } else { Event::Try(question, found) }));
        desk.say();
    };
    view! {
        <li class=is_tried.then_some("is-changed")>
            <p><strong>{lever.name.clone()}</strong>" "{lever.effect.clone()}</p>
            <button class="button button-secondary" type="button" aria-label=heard on:click=press>{words}</button>
        </li>
    }
}
