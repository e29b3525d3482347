//! What follows the debounced case: what one can do, and what matters most. What has been said about other figures is
//! not seen meanwhile, and keeps its room.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::prelude::*;
use mikrolaan_engine::case::Case;
use mikrolaan_markup::{Element, dynamic, view};

use crate::components::sensitivity::sensitivity;
use crate::platform::slices;
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::offers as o;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::offers::{Lever, LeverSearch, Levers};
use mikrolaan_app_core::views::sensitivity::{SensitivityView, sensitivity as what_matters};
use mikrolaan_markup::watch::{SharedSignal, Watched, WorkedOut, watch, worked_out};

/// What one can do about the plan without what is tried, and what matters most in it as it is.
#[derive(Clone, Copy)]
pub struct Advised {
    session: Session,
    /// What one can do, as far as it has been sought; nothing while the plan cannot be worked out.
    pub levers: WorkedOut<Levers>,
    matters: WorkedOut<SensitivityView>,
    /// Which kind of change is tried.
    tried: Watched,
}

/// The search, and of which case.
type Sought = Arc<Mutex<Option<(Case, Option<LeverSearch>)>>>;

fn lock(sought: &Sought) -> MutexGuard<'_, Option<(Case, Option<LeverSearch>)>> {
    sought.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Advised {
    /// On the first scenario. The search begins when it is first asked for, and goes on in slices.
    pub fn of(session: Session) -> Self {
        session.flush();
        let (sought, done) = (Sought::default(), SharedSignal::new(false));
        let levers = worked_out(move || {
            done.track();
            let case = session.untried();
            let mut kept = lock(&sought);
            if kept.as_ref().is_none_or(|(of, _)| *of != case) {
                let search = LeverSearch::of(&case);
                *kept = Some((case, search));
                search_on(&sought, done);
            }
            Some(Arc::new(kept.as_ref()?.1.as_ref()?.levers()))
        });
        on_cleanup(slices::stop);
        let matters = worked_out(move || {
            // Once debounced, the case is the one that was worked out last.
            session.with_debounced(|_| ());
            let outcome = session.evaluated.get_untracked()?;
            Some(Arc::new(what_matters(outcome.as_ref().as_ref().ok()?)?))
        });
        let tried = watch(move || session.with(|state| state.tried().map(|found| found.numbers()[0])));
        Advised { session, levers, matters, tried }
    }

    /// What one can do, below the headlines.
    pub fn offers(self, told: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
        let session = self.session;
        let drawn = dynamic(move || {
            let levers = self.levers.get()?;
            let tried = self.tried.get();
            let press = move |event: Event| {
                session.dispatch(event);
                session.flush();
                told();
            };
            Some(
                match levers.as_ref() {
                    Levers::Enough(watch) => view! { <p class="keys__note">{watch.clone()}</p> },
                    Levers::Missing { .. } => list(&levers, tried, press),
                }
                .into_any(),
            )
        });
        let outdated = move || session.is_untried_stale();
        view! { <div class:is-outdated=outdated>{drawn}</div> }.into_any()
    }

    /// What matters most.
    pub fn sensitivity(self) -> AnyView {
        let session = self.session;
        let outdated = move || session.is_stale();
        let drawn = dynamic(move || Some(sensitivity(self.matters.get()?.as_ref()).into_any()));
        view! { <div class:is-outdated=outdated>{drawn}</div> }.into_any()
    }
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

/// The plan itself, and what can be tried. While it is sought, the room is kept.
fn list(levers: &Levers, tried: Option<i64>, press: impl Fn(Event) + Copy + 'static) -> Element {
    let Levers::Missing { own, own_months, cells, cell, levers, note, is_done } = levers else {
        return view! { <div></div> };
    };
    let mut rows = view! { <ul class=if *is_done { "levers" } else { "levers is-sought" }></ul> };
    for lever in levers {
        rows = rows.element(row(lever, *cells, tried == Some(lever.found.numbers()[0]), press));
    }
    view! {
        <section class="offers">
            <h2>{o::title()}</h2>
            <div class="lever lever--own"><p>{own.clone()}</p>{band(*own_months, *cells)}</div>
            {rows}
            <p class="source">{cell.clone()}" "{note.clone()}</p>
        </section>
    }
}

fn row(lever: &Lever, cells: usize, is_tried: bool, press: impl Fn(Event) + 'static) -> Element {
    let (question, found) = (lever.question, lever.found);
    let words = if is_tried { t::undo::undo() } else { o::attempt() };
    let event = move || if is_tried { Event::EndTrial } else { Event::Try(question, found) };
    let heard = [&*words, ": ", &lever.name].concat();
    let class = if is_tried { "lever is-tried" } else { "lever" };
    view! {
        <li class=class>
            <p><strong>{lever.name.clone()}</strong></p>
            <p>{lever.effect.clone()}</p>
            <button class="button button-secondary" type="button" aria-label=heard on:click=move |_| press(event())>
                {words}
            </button>
            {band(lever.months, cells)}
        </li>
    }
}

/// The months after the support: those with money are filled.
fn band(filled: usize, cells: usize) -> Element {
    let mut band = view! { <div class="band lever__band" aria-hidden="true"></div> };
    for cell in 0..cells {
        band = band.element(view! { <i class=(cell < filled).then_some("is-own")></i> });
    }
    band
}
