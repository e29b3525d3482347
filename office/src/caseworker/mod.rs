//! The caseworker's screen: a case, with the citizen beside.
//!
//! One signal holds the [`CaseworkerState`], which events alone change; everything is worked out once a change, and each part of
//! the screen follows what it shows of it. Nothing is kept: a new citizen loads the page anew.

mod assessment;
mod bar;
mod fields;
mod figures;
mod levers;
mod money;
mod own_rules;
mod panels;
mod tabs;
mod text_field;

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts::office::caseworker;
use mikrolaan_app_core::office::caseworker::checklist::CheckId;
use mikrolaan_app_core::office::caseworker::examples::SampleCase;
use mikrolaan_app_core::office::caseworker::tracing::TracedFigure;
use mikrolaan_app_core::office::caseworker::worked::WorkedCase;
use mikrolaan_app_core::office::caseworker::{CaseworkerEvent, CaseworkerState, CaseworkerView};
use mikrolaan_engine::quantity::Date;
use mikrolaan_markup::watch::{SharedSignal, WorkedOut, worked_out};
use mikrolaan_markup::{Element, keyed, view};
use panels::Panel;
use tabs::Tab;

use crate::browser::focus_back;
use crate::browser::keys::{Shortcut, on_shortcut};
use crate::browser::unsaved::warn_while;
use crate::browser::wiping::{is_wiping, on_copied, on_fragment, take_fragment};
use crate::components::{Announcer, live_text};
use crate::platform::{clock, focus};

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub struct CaseDesk {
    state: RwSignal<CaseworkerState>,
    worked: WorkedOut<WorkedCase>,
    view: WorkedOut<CaseworkerView>,
    announcer: Announcer,
    today: Date,
    /// What lies over the screen.
    panel: SharedSignal<Panel>,
    tab: SharedSignal<Tab>,
    /// The screen as the citizen reads it.
    for_citizen: SharedSignal<bool>,
    /// Something of this case was put on the clipboard.
    has_copied: SharedSignal<bool>,
    /// The case as it was last given along or copied; it can be left then.
    kept: SharedSignal<Option<CaseworkerState>>,
    /// What was opened, until it is taken.
    offered: SharedSignal<String>,
    /// How often another case was taken: what was typed about the one before goes with it.
    cases: SharedSignal<usize>,
    /// Which of the figures with the same origin was asked about, by its name.
    asked: SharedSignal<String>,
    /// The tab before a figure was asked about.
    tab_before: SharedSignal<Tab>,
}

impl CaseDesk {
    fn new() -> Self {
        let today = clock::today();
        let state = RwSignal::new(CaseworkerState::new(today.month()));
        let worked = worked_out(move || Some(Arc::new(state.with(WorkedCase::of))));
        let view = worked_out(move || {
            let worked = worked.get()?;
            Some(Arc::new(state.with_untracked(|state| CaseworkerView::of_worked(state, &worked))))
        });
        CaseDesk {
            state,
            worked,
            view,
            announcer: Announcer::new(),
            today,
            panel: SharedSignal::new(Panel::None),
            tab: SharedSignal::new(Tab::Notes),
            for_citizen: SharedSignal::new(false),
            has_copied: SharedSignal::new(false),
            kept: SharedSignal::new(None),
            offered: SharedSignal::new(String::new()),
            cases: SharedSignal::new(0),
            asked: SharedSignal::new(String::new()),
            tab_before: SharedSignal::new(Tab::Notes),
        }
    }

    /// The one place where the state changes.
    fn dispatch(self, event: CaseworkerEvent) {
        let next = self.state.with_untracked(|state| state.apply(event));
        if self.state.with_untracked(|state| *state != next) {
            self.state.set(next);
        }
    }

    fn with<T>(self, read: impl FnOnce(&CaseworkerState) -> T) -> T {
        self.state.with_untracked(read)
    }

    /// Something was typed or chosen: the sentence is said anew, and nothing else.
    fn say(self) {
        if let Some(view) = self.view.get_untracked() {
            self.announcer.announce(&view.money.text());
        }
    }

    /// Another case takes the place of this one.
    fn take_case(self, event: CaseworkerEvent) {
        self.dispatch(event);
        self.offered.set(String::new());
        self.panel.set(Panel::None);
        self.cases.update(|cases| *cases += 1);
        self.say();
    }

    /// Is what stands here somebody's? An invented case is, once something of it was changed.
    fn is_somebodys(self) -> bool {
        let new = CaseworkerState::new(self.today.month());
        self.with(|state| {
            let nobodys = match state.sample() {
                Some(sample) => new.apply(CaseworkerEvent::LoadSample(sample)),
                None => new,
            };
            let is_ticked = CheckId::ALL.iter().any(|&check| state.is_done(check));
            state.case() != nobodys.case() || !state.notes().is_empty() || !state.told().is_empty() || is_ticked
        })
    }

    /// Would leaving the page lose something that is somebody's?
    fn is_unsaved(self) -> bool {
        !is_wiping()
            && self.is_somebodys()
            && self.with(|state| self.kept.with_untracked(|kept| kept.as_ref() != Some(state)))
    }

    /// The case was given along or copied as it stands.
    fn keep(self) {
        self.kept.set(Some(self.with(Clone::clone)));
    }

    /// Takes an invented case, or asks where it would take the place of somebody's.
    fn take_sample(self, sample: SampleCase) {
        if self.is_somebodys() {
            self.open(Panel::Replace(sample));
        } else {
            self.take_case(CaseworkerEvent::LoadSample(sample));
        }
    }

    /// Lays a panel over the screen; the citizen does not read along then.
    fn open(self, panel: Panel) {
        focus_back::remember();
        self.for_citizen.set(false);
        self.panel.set(panel);
    }

    /// Takes the panel away; the focus goes back to where it was.
    fn close_panel(self) {
        self.panel.set(Panel::None);
        focus_back::give_back();
    }

    /// Shows the screen as the citizen reads it, or as it was.
    fn turn_to_citizen(self) {
        self.panel.set(Panel::None);
        self.for_citizen.update(|shown| *shown = !*shown);
    }

    /// Shows where a figure comes from, by the name it was asked about; the focus stays.
    fn trace(self, figure: Option<TracedFigure>, name: &str) {
        if self.with(CaseworkerState::traced).is_none() {
            self.tab_before.set(self.tab.get_untracked());
        }
        self.asked.set(name.to_owned());
        self.dispatch(CaseworkerEvent::Trace(figure));
        self.tab.set(if figure.is_some() { Tab::Trace } else { self.tab_before.get_untracked() });
    }
}

/// The page.
pub fn caseworker_page() -> Element {
    let desk = CaseDesk::new();
    provide_context(desk.announcer);
    take_link(desk);
    on_fragment(move || take_link(desk));
    warn_while(move || desk.is_unsaved());
    on_copied(move || desk.has_copied.set(true));
    on_shortcut(move |pressed| shortcut(desk, pressed));
    let root = move || if desk.for_citizen.get() { "cw is-for-citizen" } else { "cw" };
    view! {
        <div class=root>
            <main id="indhold" tabindex="-1">
                <h1 class="visually-hidden">{caseworker::title()}</h1>
                {bar::bar(desk)}
                {bar::state_line(desk)}
                <h2 class="cw__top">{live_text(move || desk.view.get().map(|view| view.money.text()).unwrap_or_default())}</h2>
                {keyed(move || vec![desk.cases.get()], move |_| parts(desk).into_any())}
            </main>
            {bar::foot()}
            <p class="visually-hidden" id="live" role="status">{live_text(move || desk.announcer.message())}</p>
        </div>
    }
}

/// The three columns, drawn anew with every case: what is half typed is about the one before.
fn parts(desk: CaseDesk) -> Element {
    view! {
        <div class="cw__desk">
            {panels::panel(desk)}
            {fields::inputs(desk)}
            <div class="cw__middle">{assessment::assessment(desk)}{tabs::tabs(desk)}</div>
            {money::money(desk)}
        </div>
    }
}

/// A link in the address is told before anything is replaced, and is no longer in the address.
fn take_link(desk: CaseDesk) {
    let link = take_fragment();
    if !link.is_empty() {
        desk.offered.set(link);
        desk.open(Panel::Open);
    }
}

/// What a shortcut does; `false` where it is none here.
fn shortcut(desk: CaseDesk, pressed: Shortcut) -> bool {
    // While the citizen reads along, no key brings what is the caseworker's to the screen.
    if desk.for_citizen.get_untracked() && matches!(pressed, Shortcut::Alt('N' | 'H' | 'R' | 'K')) {
        return true;
    }
    let show = |tab: Tab, id: &str| {
        desk.tab.set(tab);
        focus::on_id(id);
    };
    match pressed {
        Shortcut::Alt(digit @ '1'..='4') => focus::on_id(&money::name_id(digit as usize - '1' as usize)),
        Shortcut::Alt('N') => show(Tab::Notes, tabs::NOTES),
        Shortcut::Alt('H') => show(Tab::Checklist, Tab::Checklist.id()),
        Shortcut::Alt('R') => show(Tab::Trace, Tab::Trace.id()),
        Shortcut::Alt('K') => desk.open(Panel::Note),
        Shortcut::Alt('B') => desk.turn_to_citizen(),
        Shortcut::Escape => return close(desk),
        Shortcut::Alt(_) => return false,
    }
    true
}

/// Esc closes what lies on top.
fn close(desk: CaseDesk) -> bool {
    if desk.panel.get_untracked() != Panel::None {
        desk.close_panel();
    } else if desk.with(CaseworkerState::traced).is_some() {
        desk.trace(None, "");
    } else if desk.for_citizen.get_untracked() {
        desk.for_citizen.set(false);
    } else {
        return false;
    }
    true
}

/// A button of words.
fn button(class: &'static str, words: impl Into<String>, act: impl Fn() + 'static) -> Element {
    let words: String = words.into();
    view! { <button class=class type="button" on:click=move |_| act()>{words}</button> }
}

/// The heading of a part for who listens.
fn unseen(words: Text, id: &'static str) -> Element {
    view! { <h2 class="visually-hidden" id=id>{words}</h2> }
}
