//! The evaluation: what became of the people, counted from their case files.
//!
//! One signal holds the [`EvaluationState`], which events alone change; one memo works out what the page shows of it. Nothing
//! of it is kept.

mod counts;
mod draft;
mod files;

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_app_core::office::evaluation::{
    DraftSegment, EvaluationEvent, EvaluationState, EvaluationView, EvaluationWords,
};
use mikrolaan_engine::quantity::Date;
use mikrolaan_markup::watch::{SharedSignal, WorkedOut, watch, worked_out};
use mikrolaan_markup::{Element, dynamic, view};

use crate::browser::unsaved;
use crate::components::{Announcer, live_text};
use crate::page_head::page_head;
use crate::platform::{clock, focus};

/// The heading of the list, to which a count leads.
const LIST: &str = "filer";

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct EvaluationDesk {
    state: RwSignal<EvaluationState>,
    view: WorkedOut<EvaluationView>,
    announcer: Announcer,
    /// What became of the last copy, for the eye.
    copied: SharedSignal<String>,
    today: Date,
}

impl EvaluationDesk {
    fn new() -> Self {
        let today = clock::today();
        let state = RwSignal::new(EvaluationState::default());
        let before: SharedSignal<Option<Arc<EvaluationView>>> = SharedSignal::new(None);
        let view = worked_out(move || {
            let mut view = state.with(|state| EvaluationView::of(state, today));
            if let Some(before) = before.get_untracked() {
                view.list = view.list.sharing(&before.list);
            }
            let view = Arc::new(view);
            before.set(Some(Arc::clone(&view)));
            Some(view)
        });
        EvaluationDesk { state, view, announcer: Announcer::new(), copied: SharedSignal::new(String::new()), today }
    }

    /// The one place where the state changes.
    fn dispatch(self, event: EvaluationEvent) {
        let next = self.state.with_untracked(|state| state.apply(event));
        if self.state.with_untracked(|state| *state != next) {
            self.state.set(next);
        }
    }

    /// Files have come: what was read is said, and the focus goes to the list.
    fn add(self, event: EvaluationEvent) {
        self.dispatch(event);
        if let Some(view) = self.view.get_untracked() {
            self.announcer.announce(&view.lead);
        }
        focus::on_id(LIST);
    }

    /// A part that is drawn anew when the state changes; nothing of it on the empty page.
    fn part(self, draw: fn(EvaluationDesk, &EvaluationView) -> Element) -> AnyView {
        dynamic(move || {
            let view = self.view.get()?;
            (!view.is_empty).then(|| draw(self, &view).into_any())
        })
    }
}

/// The page.
pub fn evaluation_page() -> Element {
    let desk = EvaluationDesk::new();
    unsaved::warn_while(move || desk.state.with_untracked(EvaluationState::is_unsaved));
    let words = EvaluationWords::all();
    let lead = move || desk.view.get().map(|view| view.lead.clone()).unwrap_or_default();
    let is_empty = watch(move || Some(desk.view.get()?.is_empty.into()));
    let start = dynamic(move || (is_empty.get() == Some(1)).then(|| files::start(desk).into_any()));
    let files = dynamic(move || (is_empty.get() == Some(0)).then(|| files::list(desk).into_any()));
    view! {
        <div>
            {page_head(words.title)}
            <main class="ev" id="indhold" tabindex="-1">
                <h1 tabindex="-1">{words.title}</h1>
                <p class="lead">{live_text(lead)}</p>
                {start}
                {desk.part(told)}
                {files}
                {desk.part(counts::table)}
                {desk.part(checks)}
                {desk.part(counts::half_years)}
                {desk.part(draft::draft)}
                <p class="source">{words.stays}</p>
            </main>
            <p class="visually-hidden" id="live" role="status">{live_text(move || desk.announcer.message())}</p>
        </div>
    }
}

/// What one should know before anything is read off the page.
fn told(_: EvaluationDesk, view: &EvaluationView) -> Element {
    let line = |words: String| view! { <p class="ev__told">{words}</p> };
    let told = [view.invented.clone(), view.not_read.clone(), view.unsaved.map(|words| words.to_owned())];
    view! { <div>{told.into_iter().flatten().map(line).collect::<Vec<_>>()}</div> }
}

/// What fits, what is worth a second look, and what is missing.
fn checks(desk: EvaluationDesk, view: &EvaluationView) -> Element {
    use mikrolaan_app_core::office::evaluation::CheckKind;
    use mikrolaan_app_core::views::glyph::Glyph;

    let rows: Vec<Element> = view
        .checks
        .iter()
        .map(|check| {
            let sign = match check.kind {
                CheckKind::Fits => crate::components::glyph(Glyph::Met).into_any(),
                CheckKind::LookTwice => {
                    view! { <svg class="icon ev__warns" aria-hidden="true"><use href="#i-warning"/></svg> }.into_any()
                }
                CheckKind::Open => crate::components::glyph(Glyph::Unknown).into_any(),
            };
            let names: Vec<&str> = check.files.iter().map(|link| link.name.as_str()).collect();
            let about = (!names.is_empty()).then(|| view! { <b>{names.join(" · ")}": "</b> });
            view! { <li>{sign}<p>{about}{segments(desk, &check.text)}</p></li> }
        })
        .collect();
    view! {
        <section>
            <h2>{EvaluationWords::all().checks}</h2>
            <ul class="ev__checks">{rows}</ul>
        </section>
    }
}

/// Words in which counts stand, each the way to its files.
fn segments(desk: EvaluationDesk, segments: &[DraftSegment]) -> Vec<Element> {
    segments
        .iter()
        .map(|segment| match segment {
            DraftSegment::Words(words) => view! { <span>{words.clone()}</span> },
            DraftSegment::Count(count) => counts::count(desk, count),
        })
        .collect()
}
