//! What lies over assessment and money: a case is opened, given along, or copied as a note.

use leptos::prelude::*;
use mikrolaan_app_core::locale::texts::office::case_page as t;
use mikrolaan_app_core::locale::texts::take_along;
use mikrolaan_app_core::office::caseworker::CaseworkerEvent;
use mikrolaan_app_core::office::caseworker::case_note::case_note;
use mikrolaan_app_core::office::caseworker::examples::SampleCase;
use mikrolaan_app_core::office::caseworker::travel;
use mikrolaan_app_core::views::opened::OpenedView;
use mikrolaan_markup::watch::SharedSignal;
use mikrolaan_markup::{Element, Event as DomEvent, dynamic, view};

use super::figures::figures;
use super::own_rules::own;
use super::{CaseDesk, button};
use crate::browser::pictures::{ReadPicture, read_picture};
use crate::components::live_text;
use crate::platform::opening::{ChosenFile, read_chosen};
use crate::platform::{clipboard, download, focus, location};

/// The text of the note.
const NOTE: &str = "notat";
/// The field for a link.
const PASTED: &str = "link-felt";
/// The link to copy.
const LINK: &str = "sagens-link";

/// Which of them lies there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// Nothing does.
    #[default]
    None,
    /// A case is opened.
    Open,
    /// The case is given along.
    Give,
    /// The note is copied.
    Note,
    /// Every value of the plan is shown.
    Figures,
    /// What the municipality has set itself is shown.
    OwnRules,
    /// An invented case would take the place of one.
    Replace(SampleCase),
}

/// The panel.
pub fn panel(desk: CaseDesk) -> AnyView {
    dynamic(move || {
        let (title, content) = match desk.panel.get() {
            Panel::None => return None,
            Panel::Open => (t::panel::open(), open(desk)),
            Panel::Give => (t::panel::give(), give(desk)),
            Panel::Note => (t::panel::note(), note(desk)),
            Panel::Figures => (t::all_figures(), figures(desk)),
            Panel::OwnRules => (t::own_rules(), own(desk)),
            Panel::Replace(sample) => (t::bar::sample(), replace(desk, sample)),
        };
        let class = match desk.panel.get() {
            Panel::Figures | Panel::OwnRules => "card cw__over cw__over--middle",
            _ => "card cw__over",
        };
        let close = button("button button-tertiary", t::tab::close(), move || desk.close_panel());
        Some(
            view! {
                <section class=class aria-labelledby="panel">
                    <div class="cw__columns-head"><h2 id="panel" tabindex="-1">{title}</h2>{close}</div>
                    {content}
                </section>
            }
            .into_any(),
        )
    })
}

/// What is opened is told before anything of it is taken.
fn open(desk: CaseDesk) -> Element {
    let words = SharedSignal::new(String::new());
    let offer = move |text: String| {
        words.set(if text.trim().is_empty() { t::panel::nothing().to_owned() } else { String::new() });
        desk.offered.set(text);
    };
    let choose = move |event: DomEvent| {
        let is_picture = read_picture(&event, move |picture| match picture {
            ReadPicture::Code(text) => offer(text),
            ReadPicture::NoCode => words.set(t::panel::no_code().to_owned()),
            ReadPicture::Unreadable => words.set(t::panel::no_picture().to_owned()),
        });
        if is_picture {
            words.set(t::panel::looking().to_owned());
            return;
        }
        read_chosen(&event, move |file| match file {
            ChosenFile::Text(text) => offer(text),
            ChosenFile::TooLarge => words.set(take_along::error::large_file().to_owned()),
            ChosenFile::Unreadable => words.set(t::panel::unreadable().to_owned()),
        });
    };
    let pasted = SharedSignal::new(String::new());
    let look = move |event: DomEvent| {
        event.prevent_default();
        offer(pasted.get_untracked());
    };
    focus::on_id(PASTED);
    view! {
        <div>
            <p><label>{t::panel::file()}" "<input type="file" accept=".json,application/json,image/*" on:change=choose/></label></p>
            <form novalidate on:submit=look>
                <label for=PASTED>{t::panel::link()}</label>
                <input class="form-input" id=PASTED autocomplete="off" spellcheck="false" on:input=move |event| pasted.set(event_target_value(&event))/>
                <button class="button button-secondary" type="submit">{t::panel::look()}</button>
            </form>
            <p role="status">{live_text(move || words.get())}</p>
            {found(desk)}
        </div>
    }
}

fn found(desk: CaseDesk) -> AnyView {
    dynamic(move || {
        let text = desk.offered.get();
        if text.trim().is_empty() {
            return None;
        }
        let (found, event) = travel::opened(&text, desk.today);
        Some(match (found, event) {
            (OpenedView::Found(found), Some(event)) => {
                let rows: Vec<Element> = found
                    .rows
                    .iter()
                    .map(|(name, value)| view! { <div><dt>{*name}</dt><dd>{value.clone()}</dd></div> })
                    .collect();
                let take = button("button button-primary", t::panel::take(), move || desk.take_case(event.clone()));
                view! { <div><dl class="ledger">{rows}</dl><p>{t::panel::replaces()}</p>{take}{cancel(desk)}</div> }
                    .into_any()
            }
            (OpenedView::Refused(why), _) => {
                let why: Vec<Element> = why.into_iter().map(|words| view! { <p>{words}</p> }).collect();
                view! { <div class="form-error-message" role="alert">{why}</div> }.into_any()
            }
            (OpenedView::Found(_), None) => return None,
        })
    })
}

fn cancel(desk: CaseDesk) -> Element {
    button("button button-tertiary", t::panel::cancel(), move || {
        desk.offered.set(String::new());
        desk.close_panel();
    })
}

fn replace(desk: CaseDesk, sample: SampleCase) -> Element {
    let take =
        button("button button-primary", t::panel::take(), move || desk.take_case(CaseworkerEvent::LoadSample(sample)));
    focus::on_id("panel");
    view! { <div><p>{sample.name()}". "{sample.teaches()}</p><p>{t::panel::replaces()}</p>{take}{cancel(desk)}</div> }
}

fn give(desk: CaseDesk) -> Element {
    let said = SharedSignal::new(String::new());
    let link = desk.with(travel::link).map(|link| {
        // With notes only this page reads it; else the citizen's does, which stands beside.
        let here = location::base();
        let has_notes = desk.with(|state| state.notes_travel() && !state.notes().is_empty());
        let citizens = here.strip_suffix("sag/").filter(|_| !has_notes).unwrap_or(&here);
        [citizens, &link].concat()
    });
    let save = button("button button-secondary", t::panel::save_file(), move || {
        download::offer(&format!("mikrolaan-sag-{}.json", desk.today), "application/json", &desk.with(travel::file));
        desk.keep();
    });
    focus::on_id("panel");
    let copy = match link {
        Some(link) => view! {
            <p>
                <textarea class="form-input" id=LINK readonly rows="2" aria-label=t::panel::give() prop:value=link.clone()></textarea>
                {button("button button-secondary", t::panel::copy_link(), move || copy(desk, said, LINK, link.clone()))}
            </p>
        },
        None => view! { <p>{t::panel::no_link()}</p> },
    };
    view! { <div><p>{t::panel::give_hint()}</p>{copy}<p>{save}</p><p role="status">{live_text(move || said.get())}</p></div> }
}

fn note(desk: CaseDesk) -> Element {
    let said = SharedSignal::new(String::new());
    let text = desk
        .worked
        .get_untracked()
        .map(|worked| desk.with(|state| case_note(state, &worked, desk.today)))
        .unwrap_or_default();
    let copied = text.clone();
    focus::select(NOTE);
    view! {
        <div>
            <textarea class="form-input cw__text" id=NOTE readonly rows="20" aria-label=t::panel::note() prop:value=text></textarea>
            <p>{button("button button-primary", t::panel::copy_text(), move || copy(desk, said, NOTE, copied.clone()))}" "
            <span role="status">{live_text(move || said.get())}</span></p>
        </div>
    }
}

/// Puts a text on the clipboard, from which a new citizen takes it off.
fn copy(desk: CaseDesk, said: SharedSignal<String>, field: &'static str, text: String) {
    clipboard::copy(text, move |is_copied| {
        said.set(if is_copied { t::panel::copied() } else { t::panel::select() }.to_owned());
        if is_copied {
            desk.has_copied.set(true);
            desk.keep();
        } else {
            focus::select(field);
        }
    });
}
