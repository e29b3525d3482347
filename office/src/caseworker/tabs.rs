//! What stands below the assessment: notes, the checklist, and where a figure comes from.

use leptos::prelude::*;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts::office::case_page as t;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::office::caseworker::checklist::CheckRow;
use mikrolaan_app_core::office::caseworker::tracing::{TracePanel, TracedFigure};
use mikrolaan_app_core::office::caseworker::{CaseworkerEvent, CaseworkerState, notes};
use mikrolaan_app_core::views::trace::LineRow;
use mikrolaan_markup::watch::SharedSignal;
use mikrolaan_markup::{Element, Event as DomEvent, dynamic, view};

use super::CaseDesk;
use crate::browser::keys::go_to_end;
use crate::components::source::named;
use crate::components::trace::trace;
use crate::platform::toolbar;

/// The field of the notes.
pub const NOTES: &str = "noter";

/// One of the three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What the caseworker notes.
    #[default]
    Notes,
    /// What belongs to the file.
    Checklist,
    /// Where a figure comes from.
    Trace,
}

impl Tab {
    const ALL: [Tab; 3] = [Tab::Notes, Tab::Checklist, Tab::Trace];

    /// The id of its tab.
    pub const fn id(self) -> &'static str {
        match self {
            Tab::Notes => "fane-noter",
            Tab::Checklist => "fane-huskeliste",
            Tab::Trace => "fane-regnet-ud",
        }
    }

    const fn keys(self) -> &'static str {
        match self {
            Tab::Notes => "Alt+N",
            Tab::Checklist => "Alt+H",
            Tab::Trace => "Alt+R",
        }
    }
}

/// The tabs with their panels. All three are there, so that the paper has them.
pub fn tabs(desk: CaseDesk) -> Element {
    let tab = |tab: Tab| {
        let words = move || match tab {
            Tab::Notes => t::tab::notes().to_owned(),
            Tab::Checklist => desk.view.get().map(|view| view.checklist.title.clone()).unwrap_or_default(),
            Tab::Trace => t::tab::trace().to_owned(),
        };
        let is_here = move || desk.tab.get() == tab;
        view! {
            <button class="cw__tab" role="tab" type="button" id=tab.id() aria-controls=[tab.id(), "-panel"].concat() aria-keyshortcuts=tab.keys()
                aria-selected=move || if is_here() { "true" } else { "false" } tabindex=move || if is_here() { "0" } else { "-1" }
                on:click=move |_| desk.tab.set(tab)>{crate::components::live_text(words)}</button>
        }
    };
    let panel = |tab: Tab, content: Element| {
        view! {
            <div class="cw__panel" class:is-hidden=move || desk.tab.get() != tab role="tabpanel" id=[tab.id(), "-panel"].concat() aria-labelledby=tab.id()>{content}</div>
        }
    };
    view! {
        <section class="card cw__tabs">
            <div class="cw__tablist" role="tablist" aria-label=t::tab::label() on:keydown=|event| {
                toolbar::go_through(&event);
                go_to_end(&event);
            }>{Vec::from(Tab::ALL.map(tab))}</div>
            {panel(Tab::Notes, note(desk))}
            {panel(Tab::Checklist, checklist(desk))}
            {panel(Tab::Trace, origin(desk))}
        </section>
    }
}

fn note(desk: CaseDesk) -> Element {
    let error = SharedSignal::new(String::new());
    let typed: SharedSignal<Option<String>> = SharedSignal::new(None);
    let key = move |event: DomEvent| {
        let text = event_target_value(&event);
        match notes::take(&text) {
            Ok(event) => {
                typed.set(None);
                error.set(String::new());
                desk.dispatch(event);
            }
            Err(wrong) => {
                if error.get_untracked() != wrong.message {
                    desk.announcer.announce(&wrong.message);
                }
                // What was kept of it while it was typed goes, too.
                desk.dispatch(CaseworkerEvent::Note(notes::without_numbers(&text)));
                typed.set(Some(text));
                error.set(wrong.message);
            }
        }
    };
    let value = move || typed.get().unwrap_or_else(|| desk.state.with(|state| state.notes().to_owned()));
    let message = dynamic(move || {
        let words = error.get();
        (!words.is_empty()).then(|| view! { <p class="form-error-message" id="noter-fejl">{words}</p> }.into_any())
    });
    let travels = move || desk.state.with(CaseworkerState::notes_travel);
    let turn = move |event: DomEvent| desk.dispatch(CaseworkerEvent::LetNotesTravel(event_target_checked(&event)));
    let told = dynamic(move || {
        let view = desk.view.get()?;
        let flags = view.assessment.warnings.iter().chain(&view.assessment.more_flags);
        let boxes: Vec<Element> = flags.map(|flag| guidance(desk, flag.title)).collect();
        (!boxes.is_empty()).then(|| {
            view! { <fieldset class="cw__told"><legend>{t::tab::told()}</legend>{boxes}</fieldset> }.into_any()
        })
    });
    view! {
        <div class="cw__note">
            <p class="source">{t::tab::notes_hint()}</p>
            <textarea class="form-input" id=NOTES aria-label=t::tab::notes_label() autocomplete="off" rows="5"
                aria-describedby=move || (!error.get().is_empty()).then_some("noter-fejl") prop:value=value on:input=key></textarea>
            {message}
            {told}
            <label class="cw__tick"><input type="checkbox" prop:checked=travels on:change=turn/>" "{t::tab::notes_travel()}</label>
        </div>
    }
}

/// Whether the citizen was told of it.
fn guidance(desk: CaseDesk, title: Text) -> Element {
    let words = title.to_owned();
    let is_told = desk.with(|state| state.is_told(&words));
    let turn = move |event: DomEvent| {
        desk.dispatch(CaseworkerEvent::TickGuidance(words.clone(), event_target_checked(&event)))
    };
    view! { <label class="cw__tick"><input type="checkbox" prop:checked=is_told on:change=turn/>" "{title}</label> }
}

fn checklist(desk: CaseDesk) -> Element {
    let rows = dynamic(move || {
        let view = desk.view.get()?;
        let rows: Vec<Element> = view.checklist.rows.iter().map(|row| check(desk, row)).collect();
        Some(view! { <ul class="cw__checks">{rows}</ul> }.into_any())
    });
    view! { <div><p class="source">{t::tab::checked_hint()}</p>{rows}</div> }
}

fn check(desk: CaseDesk, row: &CheckRow) -> Element {
    let id = row.id;
    let turn = move |event: DomEvent| desk.dispatch(CaseworkerEvent::Tick(id, event_target_checked(&event)));
    let class = row.is_optional.then_some("is-dashed");
    view! {
        <li class=class>
            <label class="cw__tick"><input type="checkbox" prop:checked=row.is_done on:change=turn/>" "<b>{row.title}</b></label>
            <p>{row.hint}" "<span class="source">{named(row.source.to_owned(), row.url)}</span></p>
        </li>
    }
}

fn origin(desk: CaseDesk) -> Element {
    let drawn = dynamic(move || {
        let view = desk.view.get()?;
        Some(match &view.trace {
            Some(panel) => traced(desk, panel).into_any(),
            None => view! { <p class="source">{t::tab::trace_empty()}</p> }.into_any(),
        })
    });
    view! { <div>{drawn}</div> }
}

fn traced(desk: CaseDesk, panel: &TracePanel) -> Element {
    let step = panel.step.clone().map(trace);
    let lines = panel.lines.as_ref().map(|lines| {
        let purses: Vec<Element> = lines
            .purses
            .iter()
            .map(|(title, rows)| view! { <section><h4>{*title}</h4>{ledger(rows)}</section> })
            .collect();
        view! { <div>{purses}{ledger(&lines.others)}</div> }
    });
    let column = panel.figure.column;
    let whole = panel.all_of_month.map(|figure| {
        super::button("button button-tertiary", t::tab::all_of_month(), move || desk.trace(Some(figure), ""))
    });
    let follow = move |event: DomEvent| follow(desk, column, &event);
    view! {
        <div class="cw__trace" on:click=follow>
            <h3>{panel.title.clone()}</h3>
            <p class="source">{panel.column.clone()}</p>
            {step}{lines}
            <p>{whole}{super::button("button button-tertiary", t::tab::close(), move || desk.trace(None, ""))}</p>
        </div>
    }
}

fn ledger(rows: &[LineRow]) -> Element {
    let rows: Vec<Element> = rows
        .iter()
        .map(|row| view! { <div><dt><a href=row.page.href()>{row.name}</a></dt><dd class="num">{row.value.clone()}</dd></div> })
        .collect();
    view! { <dl class="ledger">{rows}</dl> }
}

/// What the citizen's pages have as an address is another figure here: nothing of a case stands in the address.
fn follow(desk: CaseDesk, column: Option<usize>, event: &DomEvent) {
    let Some(address) = crate::browser::links::inner_link(event) else { return };
    event.prevent_default();
    if let Some(Route::Trace(month, line)) = Route::parse(&address) {
        desk.trace(Some(TracedFigure { column, month, line }), "");
    }
}
