//! *Tag det med*: what is kept, printed, sent, and opened again.
//!
//! Whatever is opened – a file, a link that is pasted or was the address, what was kept – is one text, offered in
//! `Session::offered`, and told here before anything of it is taken.

mod link;
mod opening;

use std::sync::Arc;

use leptos::prelude::*;
use link::link;
use mikrolaan_engine::case::write;
use mikrolaan_engine::quantity::Date;
use mikrolaan_markup::{Element, dynamic, view};
use opening::{opened, opening, tell};

use super::next_steps;
use crate::components::{fold, heading, information, live_text};
use crate::platform::{device, download, focus, frame, layout, location, printer, shell};
use crate::session::Session;
use mikrolaan_app_core::locale::argument::DateOf;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts::take_along as t;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::State;
use mikrolaan_app_core::state::kept_copy::KeptCopy;
use mikrolaan_app_core::views::months::sayable;
use mikrolaan_app_core::views::spreadsheet;
use mikrolaan_app_core::views::take_along::{KeptStatus, TakeAlongView};
use mikrolaan_markup::watch::{SharedSignal, WorkedOut, watch, worked_out};

/// The heading over what is kept.
const KEEP: &str = "keep";

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct TakeAlongDesk {
    session: Session,
    today: Date,
    /// How often what is kept has changed.
    changes: SharedSignal<usize>,
    view: WorkedOut<TakeAlongView>,
}

impl TakeAlongDesk {
    fn new(session: Session) -> Self {
        let today = session.today;
        let changes = SharedSignal::new(0);
        let is_over = KeptCopy::read(device::kept().as_deref(), today) == KeptCopy::Expired;
        if is_over {
            device::forget();
        }
        let view = worked_out(move || {
            let kept = match KeptCopy::read(device::kept().as_deref(), today) {
                // Said once, on the page that found it so.
                KeptCopy::Nothing if is_over && changes.get() == 0 => KeptCopy::Expired,
                kept => kept,
            };
            changes.track();
            Some(Arc::new(session.with(|state| TakeAlongView::of(state, &kept, today))))
        });
        TakeAlongDesk { session, today, changes, view }
    }

    fn state<T>(self, read: impl FnOnce(&State) -> T) -> T {
        untrack(|| self.session.with(read))
    }

    fn has_changed(self) {
        self.changes.update(|changes| *changes += 1);
    }

    /// Is there anything to take along? Tracks.
    fn has_case(self) -> bool {
        self.view.get().is_some_and(|view| view.has_case)
    }
}

/// The page.
pub fn take_along_page() -> Element {
    let session = Session::get();
    let desk = TakeAlongDesk::new(session);
    frame::when_handed_over(move |link, scheme| fill_in(session, link, scheme));
    let keeps = watch(move || Some(i64::from(desk.has_case())));
    let can_tell = watch(move || Some(i64::from(has_months(session))));
    let taken = dynamic(move || {
        (keeps.get() == Some(1)).then(|| {
            let has_months = can_tell.get() == Some(1);
            view! { <div>{printing(has_months)}{files(desk, has_months)}{link(desk)}</div> }.into_any()
        })
    });
    let empty = dynamic(move || (keeps.get() != Some(1)).then(|| view! { <p>{t::empty()}</p> }.into_any()));
    view! {
        <main class="container page page--narrow" id="indhold" tabindex="-1">
            {heading(t::title().to_owned())}
            {shell::is_boxed().then(|| boxed(session))}
            {opened(desk)}
            {empty}
            {kept(desk, keeps.get_untracked() == Some(1))}
            {taken}
            {opening(session)}
            {contents(desk)}
        </main>
    }
}

/// Fills in what the page around our frame asks to begin with. It is read as a link from elsewhere is, and that is done here.
fn fill_in(session: Session, link: &str, scheme: &str) -> bool {
    let state = State::handed_over(link, scheme, session.today.month());
    state.map(|state| session.begin_with(state)).is_some()
}

/// Can the months be told? Not while something that is typed cannot be read. Tracks.
fn has_months(session: Session) -> bool {
    let outcome = session.evaluated.get();
    !session.has_drafts() && outcome.is_some_and(|outcome| sayable(&outcome).is_ok())
}

/// What cannot be done in a frame that may keep and save nothing, and where it can.
fn boxed(session: Session) -> Element {
    let link = untrack(|| session.with(|state| state.link(false))).unwrap_or_default();
    let address = [location::base(), link].concat();
    information(
        t::boxed::title(),
        vec![
            view! { <p>{t::boxed::text()}</p> },
            view! { <p><a href=address target="_blank" rel="noopener">{t::boxed::open()}</a></p> },
        ],
    )
}

pub(super) fn button(class: &'static str, words: Text, act: impl Fn() + 'static) -> Element {
    view! { <button class=class type="button" on:click=move |_| act()>{words}</button> }
}

/// What has just happened, for the eye and for the ear.
fn said(words: SharedSignal<String>) -> Element {
    view! { <p role="status">{live_text(move || words.get())}</p> }
}

// ── kept for thirty days

fn kept(desk: TakeAlongDesk, has_case: bool) -> Element {
    let words = SharedSignal::new(String::new());
    let save = move || {
        words.set(save(desk));
        desk.has_changed();
    };
    let forget = move || {
        device::forget();
        words.set(t::keep::deleted().to_owned());
        desk.has_changed();
        // The button that was pressed is gone with what it deleted.
        focus::on_id(KEEP);
    };
    let fetch = move || tell(desk.session.offered, device::kept().unwrap_or_default());
    let status = dynamic(move || Some(status(&desk.view.get()?.status).into_any()));
    let can = move |is: fn(&KeptStatus) -> bool| desk.view.get().is_some_and(|view| is(&view.status));
    let fetch = dynamic(move || {
        can(|status| status.is_saved).then(|| button("button button-secondary", t::keep::fetch(), fetch).into_any())
    });
    let delete = dynamic(move || {
        can(|status| status.can_delete).then(|| button("button button-tertiary", t::keep::delete(), forget).into_any())
    });
    let title = if layout::is_narrow() { t::keep::title_phone() } else { t::keep::title_computer() };
    let keep = has_case.then(|| button("button button-primary", t::keep::save(), save));
    view! {
        <section>
            {status}
            <h2 id=KEEP tabindex="-1">{title}</h2>
            <p>{t::keep::lead()}" "<span class="source">{t::keep::deleted_when()}</span></p>
            <div class="actions">{keep}{fetch}{delete}</div>
            {said(words)}
        </section>
    }
}

fn status(status: &KeptStatus) -> Element {
    let class = if status.is_saved { "asks" } else { "asks missing" };
    view! { <p class=class><strong>{status.fact.clone()}</strong>" "{status.notes.join(" ")}</p> }
}

/// Keeps the state, and says what that replaced, or why it is not kept.
fn save(desk: TakeAlongDesk) -> String {
    let before = KeptCopy::read(device::kept().as_deref(), desk.today);
    let Some(text) = desk.state(|state| state.kept_copy(desk.today)) else { return t::keep::too_much().to_owned() };
    if !device::keep(&text) {
        return t::keep::refused().to_owned();
    }
    match before.saved() {
        Some(before) => t::keep::replaced(DateOf(before.saved)),
        None => t::keep::done().to_owned(),
    }
}

// ── on paper

/// What is printed is a page, and shown, so that one sees what is on the paper. For the municipality it is to be Danish: then one
/// chooses that first.
fn printing(has_months: bool) -> Element {
    let short = || {
        location::go(&Route::Months.href());
        printer::print_soon(true);
    };
    let whole = || {
        location::go(&Route::Paper.href());
        if shell::is_danish() {
            printer::print_soon(false);
        }
    };
    let not_yet = (!has_months).then(|| view! { <p>{t::print::not_yet()}</p> });
    let short = has_months.then(|| button("button button-secondary", t::print::short(), short));
    view! {
        <section>
            <h2>{t::print::title()}</h2>
            {not_yet}
            <p>{t::print::hint()}</p>
            <div class="actions">{short}{button("button button-secondary", t::print::whole(), whole)}</div>
        </section>
    }
}

// ── as a file

fn files(desk: TakeAlongDesk, has_months: bool) -> Element {
    let content = view! {
        <ul class="pairs">
            {calendar(desk.session)}
            {sheet(desk, has_months)}
            <li><p>{t::files::case_hint()}</p>{button("button button-secondary", t::files::case(), move || take_case(desk))}</li>
        </ul>
    };
    fold(t::files::title(), None, content.into_any())
}

/// The days of what comes next, where there are any.
fn calendar(session: Session) -> Option<Element> {
    let file = next_steps::calendar(session)?;
    Some(
        view! { <li><p>{t::files::calendar_hint()}</p>{button("button button-secondary", t::files::calendar(), move || next_steps::save_calendar(&file))}</li> },
    )
}

fn sheet(desk: TakeAlongDesk, has_months: bool) -> Element {
    if !has_months {
        return view! { <li><p>{t::files::sheet_not_yet()}</p></li> };
    }
    let take = move || take_sheet(desk);
    view! { <li><p>{t::files::sheet_hint()}</p>{button("button button-secondary", t::files::sheet(), take)}</li> }
}

fn take_sheet(desk: TakeAlongDesk) {
    let (view, outcome) = (desk.view.get_untracked(), desk.session.evaluated.get_untracked());
    if let (Some(view), Some(Ok(evaluated))) = (view, outcome.as_deref()) {
        let sheet = spreadsheet::months(&evaluated.simulation);
        download::offer(&view.files.sheet, spreadsheet::MEDIA_TYPE, &sheet);
    }
}

fn take_case(desk: TakeAlongDesk) {
    if let Some(view) = desk.view.get_untracked() {
        let file = desk.state(|state| write(&state.carried()));
        download::offer(&view.files.case, "application/json", &file);
    }
}

// ── what is in it

fn contents(desk: TakeAlongDesk) -> Element {
    let view = desk.view.get_untracked();
    let list = |words: [Text; 3]| {
        let items = words.map(|words| view! { <li>{words}</li> });
        view! { <ul>{Vec::from(items)}</ul> }
    };
    let lists = view.map(|view| {
        view! {
            <div>
                <h3>{t::contents::inside()}</h3>
                {list(view.inside)}
                <h3>{t::contents::outside()}</h3>
                {list(view.outside)}
            </div>
        }
    });
    fold(t::contents::title(), None, lists.into_any())
}
