//! The files: how they come, and what is marked of each.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_app_core::office::evaluation::{
    EvaluationEvent, EvaluationRow, EvaluationState, EvaluationView, EvaluationWords, FileNumber, MarkControl,
    MarkInput, SAVED_MEDIA_TYPE, saved_name,
};
use mikrolaan_engine::case::link::link;
use mikrolaan_markup::watch::{SharedSignal, watch};
use mikrolaan_markup::{Element, Event as DomEvent, dynamic, keyed, view};

use super::{EvaluationDesk, LIST, counts};
use crate::browser::files::{read_chosen, read_dropped};
use crate::components::live_text;
use crate::platform::{download, focus};
use mikrolaan_app_core::locale::language::Text;

/// The field links are pasted in.
const LINKS: &str = "links";

/// The empty page.
pub fn start(desk: EvaluationDesk) -> Element {
    let words = EvaluationWords::all();
    let invented = move |_| desk.add(EvaluationEvent::TryInvented);
    let becomes = desk.view.get_untracked().map(|view| counts::form_table(desk, &view.table));
    view! {
        <section>
            <h2>{words.start_title}</h2>
            <div class="ev__drop" on:dragover=|event| event.prevent_default() on:drop=move |event| dropped(desk, &event)>
                <p><strong>{words.drop}</strong></p>
                <p>{words.drop_stays}</p>
                <p class="source">{words.drop_hint}</p>
                {ways(desk, "start")}
                <p><button class="button button-tertiary" type="button" on:click=invented>{words.try_invented}</button></p>
            </div>
            <h2>{words.becomes}</h2>
            {becomes}
        </section>
    }
}

fn dropped(desk: EvaluationDesk, event: &DomEvent) {
    event.prevent_default();
    read_dropped(event, move |files| desk.add(EvaluationEvent::Add(files)));
}

/// The ways files come, beside dropping them. `place` tells the ids of two such apart.
fn ways(desk: EvaluationDesk, place: &'static str) -> Element {
    let words = EvaluationWords::all();
    let pastes = SharedSignal::new(false);
    let pasted = SharedSignal::new(String::new());
    let field = [LINKS, "-", place].concat();
    let read = move |_| {
        let text = pasted.get_untracked();
        if !text.trim().is_empty() {
            desk.add(EvaluationEvent::AddLinks(text));
        }
    };
    let named = field.clone();
    let paste = dynamic(move || {
        pastes.get().then(|| {
            view! {
                <div class="ev__paste">
                    <label for=named.clone()>{words.links_label}</label>
                    <textarea class="form-input" id=named.clone() rows="4" spellcheck="false"
                        on:input=move |event| pasted.set(event_target_value(&event))></textarea>
                    <button class="button button-secondary" type="button" on:click=read>{words.add_links}</button>
                </div>
            }
            .into_any()
        })
    });
    let open = move |_| {
        pastes.set(true);
        focus::on_id(&field);
    };
    view! {
        <div>
            <div class="ev__ways">
                {chooser(desk, ["vaelg-filer-", place].concat(), words.choose_files, false)}
                {chooser(desk, ["vaelg-mappe-", place].concat(), words.choose_folder, true)}
                <button class="button button-tertiary" type="button" on:click=open>{words.paste_links}</button>
            </div>
            {paste}
        </div>
    }
}

/// A field for files that looks like a button: the words are its label.
fn chooser(desk: EvaluationDesk, id: String, words: Text, is_folder: bool) -> Element {
    let choose = move |event: DomEvent| read_chosen(&event, move |files| desk.add(EvaluationEvent::Add(files)));
    view! {
        <span class="ev__choose">
            <input class="visually-hidden" type="file" multiple=true webkitdirectory=is_folder id=id.clone() on:change=choose/>
            <label class="button button-secondary" for=id>{words}</label>
        </span>
    }
}

/// The list, with what can be done about all of it. It stands as long as there are files: what is half pasted stays, and a row is
/// drawn anew only when it says something else.
pub fn list(desk: EvaluationDesk) -> Element {
    let words = EvaluationWords::all();
    let heading = move || desk.view.get().map(|view| view.list.heading.clone()).unwrap_or_default();
    let heads = desk.view.get_untracked().map(|view| view.list.columns).unwrap_or([Text::NONE; 11]);
    let heads: Vec<Element> = heads.iter().map(|name| view! { <th scope="col">{*name}</th> }).collect();
    view! {
        <section class="ev__list" on:dragover=|event| event.prevent_default() on:drop=move |event| dropped(desk, &event)>
            <div class="ev__bar">
                <h2 id=LIST tabindex="-1">{live_text(heading)}</h2>
                {ways(desk, "liste")}
            </div>
            <div class="ev__scroll" role="region" aria-labelledby=LIST tabindex="0">
                <table class="ev__files">
                    <thead><tr>{heads}<td></td></tr></thead>
                    <tbody>{rows(desk)}</tbody>
                </table>
            </div>
            {desk.part(shown)}
            <div class="ev__ways">
                <button class="button button-primary" type="button" on:click=move |_| save(desk)>{words.save}</button>
                <span class="source">{words.save_hint}</span>
                <button class="button button-tertiary" type="button" on:click=move |_| wipe(desk)>{words.wipe}</button>
            </div>
        </section>
    }
}

/// The rows, each by the number of its file.
fn rows(desk: EvaluationDesk) -> AnyView {
    let now = move |number: usize| {
        let view = desk.view.get()?;
        view.list.row(FileNumber(number as u32)).cloned()
    };
    let numbers = move || {
        let view = desk.view.get();
        view.iter().flat_map(|view| &view.list.rows).map(|row| row.file.0 as usize).collect()
    };
    keyed(numbers, move |number| {
        // A row that says the same is the same row.
        let which = watch(move || now(number).map(|row| Arc::as_ptr(&row) as i64));
        dynamic(move || {
            which.get()?;
            Some(row(desk, &*untrack(|| now(number))?).into_any())
        })
    })
}

/// Which rows are there.
fn shown(desk: EvaluationDesk, view: &EvaluationView) -> Element {
    let list = &view.list;
    let shown = |name: String, event: EvaluationEvent| {
        let show = move |_| {
            desk.dispatch(event.clone());
            focus::on_id(LIST);
        };
        view! { <button class="button button-tertiary" type="button" on:click=show>{name}</button> }
    };
    let more = [
        list.show_all.clone().map(|name| shown(name, EvaluationEvent::ShowAll(true))),
        list.show_few.map(|name| shown(name.to_owned(), EvaluationEvent::ShowAll(false))),
        list.without.clone().map(|(name, count)| shown(name, EvaluationEvent::Show(count))),
        list.everybody.map(|name| shown(name.to_owned(), EvaluationEvent::ShowEverybody)),
    ];
    let told = [list.hidden.clone(), list.kept.clone()].into_iter().flatten();
    let told: Vec<Element> = told.map(|words| view! { <span class="source">{words}" "</span> }).collect();
    view! { <div><p>{told}</p><div class="ev__ways">{more.into_iter().flatten().collect::<Vec<_>>()}</div></div> }
}

fn save(desk: EvaluationDesk) {
    let lines = desk.state.with_untracked(EvaluationState::saved_lines);
    download::offer(&saved_name(desk.today), SAVED_MEDIA_TYPE, &lines);
    desk.dispatch(EvaluationEvent::Saved);
}

fn wipe(desk: EvaluationDesk) {
    desk.dispatch(EvaluationEvent::Wipe);
    desk.announcer.announce("");
    focus::on_page("indhold");
}

fn row(desk: EvaluationDesk, row: &EvaluationRow) -> Element {
    let file = row.file;
    let remove = move |_| {
        desk.dispatch(EvaluationEvent::Remove(file));
        focus::on_id(LIST);
    };
    let remove = view! {
        <td><button class="button button-tertiary" type="button" aria-label=row.remove.clone() on:click=remove>{EvaluationWords::all().remove}</button></td>
    };
    let same = row.same_as.clone().map(|words| view! { <small>{words}</small> });
    if let Some(fault) = &row.fault {
        let more: Vec<Element> = fault.more.iter().map(|words| view! { <small>{words.clone()}</small> }).collect();
        return view! {
            <tr class="is-unreadable"><th scope="row">{row.name.clone()}</th><td colspan="10">{fault.text.clone()}{more}</td>{remove}</tr>
        };
    }
    let address = desk.state.with_untracked(|state| link(state.case(file)?).ok());
    let name = match address {
        Some(link) => {
            let address = ["../sag/", &link].concat();
            let words = [&*row.open, " ", &mikrolaan_app_core::locale::texts::common::new_tab()].concat();
            view! { <a href=address target="_blank" rel="noopener" aria-label=words>{row.name.clone()}</a> }
        }
        None => view! { <span>{row.name.clone()}</span> },
    };
    let controls: Vec<Element> = row.controls.iter().map(|one| view! { <td>{control(desk, row, one)}</td> }).collect();
    view! {
        <tr class=row.is_unmarked.then_some("is-unmarked")>
            <th scope="row">{name}{same}</th><td>{row.group.clone()}</td>{controls}{remove}
        </tr>
    }
}

/// What is marked of a person, by hand. Taken when the field is left, so that half a month is no error while one writes.
fn control(desk: EvaluationDesk, row: &EvaluationRow, control: &MarkControl) -> Element {
    let (file, field) = (row.file, control.field);
    let mark = move |event: DomEvent| desk.dispatch(EvaluationEvent::Mark(file, field, event_target_value(&event)));
    let (id, name) = (control.id.clone(), control.name.clone());
    match &control.input {
        MarkInput::Choice { options, chosen } => {
            let options: Vec<Element> = options
                .iter()
                .map(|one| {
                    let selected = one.value == *chosen;
                    view! { <option value=one.value.clone() prop:selected=selected>{one.label.clone()}</option> }
                })
                .collect();
            let class = if control.is_missing { "form-select is-missing" } else { "form-select" };
            view! { <select class=class id=id aria-label=name on:change=mark>{options}</select> }
        }
        MarkInput::Typed { text, placeholder, error } => {
            let class = if control.is_missing { "form-input is-missing" } else { "form-input" };
            let told = [&*id, "-fejl"].concat();
            let described = error.is_some().then(|| told.clone());
            let readings = error.iter().flat_map(|error| error.readings.clone());
            let readings: Vec<Element> = readings
                .map(|(reading, words)| {
                    let id = control.id.clone();
                    let choose = move |_| {
                        desk.dispatch(EvaluationEvent::Mark(file, field, reading.clone()));
                        focus::on_id(&id);
                    };
                    view! { <button class="button button-secondary" type="button" on:click=choose>{words}</button> }
                })
                .collect();
            let message = error.as_ref().map(|error| {
                view! { <p class="form-error-message" id=told>{error.message.clone()}" "{readings}</p> }
            });
            view! {
                <div>
                    <input class=class id=id aria-label=name placeholder=*placeholder autocomplete="off" spellcheck="false"
                        aria-describedby=described aria-invalid=error.is_some().then_some("true") prop:value=text.clone() on:change=mark/>
                    {message}
                </div>
            }
        }
    }
}
