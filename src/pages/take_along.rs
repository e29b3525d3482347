//! *Tag det med*: what is kept, printed, sent, and opened again.
//!
//! Whatever is opened – a file, a link that is pasted or was the address, what was kept – is one text, offered in
//! `Session::offered`, and told here before anything of it is taken.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::case::write;
use mikrolaan_markup::{Element, Event as DomEvent, dynamic, view};

use crate::components::{Icon, fold, heading, live_text};
use crate::pages::undo::dispatch_anew;
use crate::platform::opening::{ChosenFile, read_chosen};
use crate::platform::{clipboard, device, download, focus, layout, location, printer};
use crate::session::Session;
use mikrolaan_app_core::formats::qr::QrPicture;
use mikrolaan_app_core::formats::spreadsheet;
use mikrolaan_app_core::locale::argument::DateOf;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts::take_along as t;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::State;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::state::kept_copy::{CalendarDay, KeptCopy};
use mikrolaan_app_core::views::months::MonthsView;
use mikrolaan_app_core::views::opened::{FoundCase, OpenedView};
use mikrolaan_app_core::views::take_along::{KeptStatus, TakeAlongView};
use mikrolaan_markup::watch::{SharedSignal, WorkedOut, watch, worked_out};

/// The ids of what the focus moves to.
const FOUND: &str = "found";
const LINK: &str = "link";
const PASTED: &str = "pasted";
const FILE: &str = "file";

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    today: CalendarDay,
    /// How often what is kept has changed.
    changes: SharedSignal<usize>,
    view: WorkedOut<TakeAlongView>,
}

impl Desk {
    fn new(session: Session) -> Self {
        let today = CalendarDay { month: session.today.month, number: session.today.number };
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
        Desk { session, today, changes, view }
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
    let desk = Desk::new(session);
    let keeps = watch(move || Some(i64::from(desk.has_case())));
    let can_tell = watch(move || Some(i64::from(has_months(session))));
    let taken = dynamic(move || {
        (keeps.get() == Some(1)).then(|| {
            let has_months = can_tell.get() == Some(1);
            view! { <div class="take__ways">{printing(has_months)}{files(desk, has_months)}{link(desk)}</div> }
                .into_any()
        })
    });
    let empty = dynamic(move || (keeps.get() != Some(1)).then(|| view! { <p>{t::empty()}</p> }.into_any()));
    view! {
        <main class="container page take" id="indhold" tabindex="-1">
            {heading(t::title().to_owned())}
            {opened(desk)}
            {empty}
            {kept(desk, keeps.get_untracked() == Some(1))}
            {taken}
            {opening(session)}
            {contents(desk)}
        </main>
    }
}

/// Can the months be told? Not while something that is typed cannot be read. Tracks.
fn has_months(session: Session) -> bool {
    let outcome = session.evaluated.get();
    !session.has_drafts() && outcome.is_some_and(|outcome| MonthsView::of(&outcome).said().is_some())
}

fn button(class: &'static str, words: Text, act: impl Fn() + 'static) -> Element {
    view! { <button class=class type="button" on:click=move |_| act()>{words}</button> }
}

/// What has just happened, for the eye and for the ear.
fn said(words: SharedSignal<String>) -> Element {
    view! { <p role="status">{live_text(move || words.get())}</p> }
}

// ── kept for thirty days

fn kept(desk: Desk, has_case: bool) -> Element {
    let words = SharedSignal::new(String::new());
    let save = move || {
        words.set(save(desk));
        desk.has_changed();
    };
    let forget = move || {
        device::forget();
        words.set(t::keep::deleted().to_owned());
        desk.has_changed();
    };
    let fetch = move || desk.session.offered.set(device::kept().unwrap_or_default());
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
        <section class="take__way">
            {status}
            <h2>{title}</h2>
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
fn save(desk: Desk) -> String {
    let before = KeptCopy::read(device::kept().as_deref(), desk.today);
    let Some(text) = desk.state(|state| state.kept_copy(desk.today)) else { return t::keep::too_much().to_owned() };
    if !device::keep(&text) {
        return t::keep::refused().to_owned();
    }
    match before.saved() {
        Some(before) => t::keep::replaced(DateOf(before.saved.number, before.saved.month)),
        None => t::keep::done().to_owned(),
    }
}

// ── on paper

/// The page of the months is what is printed: it is shown, so that one sees what is on the paper.
fn printing(has_months: bool) -> Element {
    let months = || location::go(&Route::Months.href());
    let short = move || {
        months();
        printer::print_soon(true);
    };
    let whole = move || {
        months();
        printer::print_soon(false);
    };
    let ways = if has_months {
        view! {
            <div>
                <p>{t::print::hint()}</p>
                <div class="actions">
                    {button("button button-secondary", t::print::short(), short)}
                    {button("button button-secondary", t::print::whole(), whole)}
                </div>
            </div>
        }
    } else {
        view! { <p>{t::print::not_yet()}</p> }
    };
    view! { <section class="take__way"><h2>{t::print::title()}</h2>{ways}</section> }
}

// ── as a file

fn files(desk: Desk, has_months: bool) -> Element {
    let content = view! {
        <ul class="pairs">
            {calendar()}
            {sheet(desk, has_months)}
            <li><p>{t::files::case_hint()}</p>{button("button button-secondary", t::files::case(), move || take_case(desk))}</li>
        </ul>
    };
    fold(t::files::title(), None, content.into_any())
}

/// The place of the calendar's button: `Some(<li>…</li>)` with the dates of what comes next.
fn calendar() -> Option<Element> {
    None
}

fn sheet(desk: Desk, has_months: bool) -> Element {
    if !has_months {
        return view! { <li><p>{t::files::sheet_not_yet()}</p></li> };
    }
    let take = move || take_sheet(desk);
    view! { <li><p>{t::files::sheet_hint()}</p>{button("button button-secondary", t::files::sheet(), take)}</li> }
}

fn take_sheet(desk: Desk) {
    let (view, outcome) = (desk.view.get_untracked(), desk.session.evaluated.get_untracked());
    if let (Some(view), Some(Ok(evaluated))) = (view, outcome.as_deref()) {
        let sheet = spreadsheet::months(&evaluated.simulation);
        download::offer(&view.files.sheet, spreadsheet::MEDIA_TYPE, sheet.as_bytes());
    }
}

fn take_case(desk: Desk) {
    if let Some(view) = desk.view.get_untracked() {
        let file = desk.state(|state| write(&state.carried()));
        download::offer(&view.files.case, "application/json", file.as_bytes());
    }
}

// ── as a link

fn link(desk: Desk) -> Element {
    // Without debt and age until somebody wants them in it.
    let whole = SharedSignal::new(false);
    let address = move |state: &State, whole: bool| Some([location::base(), state.link(!whole)?].concat());
    let followed = worked_out(move || {
        let whole = whole.get();
        desk.session.with(|state| address(state, whole)).map(Arc::new)
    });
    let refused = SharedSignal::new(String::new());
    let words = SharedSignal::new(String::new());
    let copy = move || copy_link(desk.state(|state| address(state, whole.get_untracked())), words, refused);
    let shows_code = SharedSignal::new(false);
    let toggle = dynamic(move || {
        let shows = shows_code.get();
        let name = if shows { t::link::hide_code() } else { t::link::show_code() };
        Some(button("button button-secondary", name, move || shows_code.set(!shows)).into_any())
    });
    let code =
        dynamic(move || shows_code.get().then(|| code(followed.get().as_deref().map(String::as_str)).into_any()));
    // Not copied, the link is there to be copied by hand, while it is still the one.
    let by_hand = dynamic(move || {
        let link = refused.get();
        (!link.is_empty() && followed.get().is_some_and(|now| *now == link)).then(|| shown(link).into_any())
    });
    view! {
        <section class="take__way">
            <h2>{t::link::title()}</h2>
            <p class="alert alert-warning">{Icon::Warning.draw()}<span>{t::link::warning()}</span></p>
            <div class="choices">
                <div class="form-group-checkbox">
                    <input class="form-checkbox" type="checkbox" id="discreet" aria-describedby="discreet-hint"
                        prop:checked=move || !whole.get() on:change=move |event| whole.set(!event_target_checked(&event))/>
                    <label class="form-label" for="discreet">{t::link::discreet()}</label>
                    <span class="form-hint" id="discreet-hint">{t::link::discreet_hint()}</span>
                </div>
            </div>
            <div class="actions">{button("button button-secondary", t::link::copy(), copy)}{toggle}</div>
            {said(words)}
            {by_hand}
            {code}
        </section>
    }
}

fn copy_link(link: Option<String>, words: SharedSignal<String>, refused: SharedSignal<String>) {
    let Some(link) = link else { return words.set(t::link::too_long().to_owned()) };
    clipboard::copy(link.clone(), move |is_copied| {
        if is_copied {
            refused.set(String::new());
            words.set(t::link::copied().to_owned());
        } else {
            refused.set(link);
            words.set(t::link::not_copied().to_owned());
            focus::select(LINK);
        }
    });
}

fn shown(link: String) -> Element {
    view! {
        <div class="form-group">
            <label class="form-label" for=LINK>{t::link::label()}</label>
            <div class="form-input-wrapper form-input-wrapper--wide">
                <input class="form-input" type="text" id=LINK readonly=true prop:value=link/>
            </div>
        </div>
    }
}

/// The link as a code for a camera: black on white in every theme, or no camera reads it.
fn code(link: Option<&str>) -> Element {
    let Some(link) = link else { return view! { <p>{t::link::too_long()}</p> } };
    let Some(QrPicture { side, path }) = QrPicture::of(link) else { return view! { <p>{t::link::no_code()}</p> } };
    let view_box = format!("0 0 {side} {side}");
    view! {
        <svg class="take__code" viewBox=view_box width="288" height="288" role="img" aria-label=t::link::code() shape-rendering="crispEdges">
            <rect width="100%" height="100%" fill="#fff"/>
            <path d=path fill="#000"/>
        </svg>
    }
}

// ── opened again

fn opening(session: Session) -> Element {
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
        <section class="take__way">
            <h2>{t::open::title()}</h2>
            <p>{t::open::lead()}</p>
            <div class="form-group">
                <label class="form-label" for=FILE>{t::open::file()}</label>
                <input type="file" id=FILE accept=".json,application/json" on:change=choose/>
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
    offered.set(text);
    focus::on_id(FOUND);
}

/// What was opened, told before anything of it is taken; nothing while nothing is offered.
fn opened(desk: Desk) -> AnyView {
    let offered = desk.session.offered;
    let view = worked_out(move || {
        let text = offered.get();
        (!text.is_empty()).then(|| Arc::new(OpenedView::of_text(&text, desk.today)))
    });
    let leave = move || {
        offered.set(String::new());
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

fn summary(desk: Desk, found: &FoundCase, leave: impl Fn() + 'static) -> Element {
    let rows = found.rows.iter().map(|(what, words)| view! { <li><p>{*what}</p><strong>{words.clone()}</strong></li> });
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

// ── what is in it

fn contents(desk: Desk) -> Element {
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
