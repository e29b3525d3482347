//! *Alle tal*: every value of the plan as a field, over the assessment, so that the money stays in sight.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::office::caseworker::all_figures::{
    FigureLine, FigurePart, PlanFigure, add_row, all_figures, remove_row,
};
use mikrolaan_app_core::office::caseworker::case_field::CaseEntry;
use mikrolaan_app_core::state::event::RowList;
use mikrolaan_markup::watch::{WorkedOut, worked_out};
use mikrolaan_markup::{Element, Event as DomEvent, dynamic, fragment, keyed, view};

use super::CaseDesk;
use super::fields::option;
use super::text_field::text_field;
use crate::platform::focus;

/// Every value of the plan, worked out once a change.
type Figures = WorkedOut<Vec<FigurePart>>;

/// The fields of the plan, by part.
pub fn figures(desk: CaseDesk) -> Element {
    let all: Figures = worked_out(move || Some(Arc::new(desk.state.with(all_figures))));
    focus::on_id("panel");
    let first = all.get_untracked();
    let parts: Vec<Element> = first
        .iter()
        .flat_map(|parts| parts.iter().enumerate())
        .map(|(at, part)| {
            let numbers = move || {
                let parts = all.get();
                parts.iter().filter_map(|parts| parts.get(at)).flat_map(|part| &part.lines).map(|line| line.0).collect()
            };
            let drawn = keyed(numbers, move |number| line(desk, all, at, number).into_any());
            view! { <fieldset class="cw__group"><legend>{part.title}</legend>{drawn}</fieldset> }
        })
        .collect();
    view! { <form class="cw__figures" novalidate autocomplete="off" on:submit=|event| event.prevent_default()>{parts}</form> }
}

/// The line of this number, where it is still there.
fn found(parts: &[FigurePart], at: usize, number: usize) -> Option<&FigureLine> {
    parts.get(at)?.lines.iter().find(|(own, _)| *own == number).map(|(_, line)| line)
}

fn line(desk: CaseDesk, all: Figures, at: usize, number: usize) -> Element {
    let first = all.get_untracked().and_then(|parts| found(&parts, at, number).cloned());
    match first {
        Some(FigureLine::Field(figure)) => {
            let now = move || match all.get().as_deref().and_then(|parts| found(parts, at, number)) {
                Some(FigureLine::Field(figure)) => Some(figure.clone()),
                _ => None,
            };
            field(desk, &figure, now)
        }
        Some(FigureLine::Remove(list, row, name)) => {
            let act = move |_| {
                desk.dispatch(remove_row(list, row));
                focus::on_id(adder(list));
            };
            view! { <p class="cw__row"><button class="button button-tertiary" type="button" on:click=act>{t::common::remove()}" "<span class="visually-hidden">{name}</span></button></p> }
        }
        Some(FigureLine::Add(list, words, _)) => {
            let is_full = move || {
                matches!(
                    all.get().as_deref().and_then(|parts| found(parts, at, number)),
                    Some(FigureLine::Add(.., true))
                )
            };
            let act = move |_| {
                if let Some(event) = desk.with(|state| add_row(state, list)) {
                    desk.dispatch(event);
                }
            };
            view! { <p class="cw__row"><button class="button button-secondary" type="button" id=adder(list) disabled=is_full on:click=act>{words}</button></p> }
        }
        None => view! { <p hidden=true></p> },
    }
}

/// The button that adds a row; it takes the focus of one that goes.
const fn adder(list: RowList) -> &'static str {
    match list {
        RowList::Costs => "alle-ny-udgift",
        RowList::Jobs => "alle-nyt-job",
    }
}

fn field(
    desk: CaseDesk,
    first: &PlanFigure,
    now: impl Fn() -> Option<Box<PlanFigure>> + Clone + Send + Sync + 'static,
) -> Element {
    let id = first.props.id.clone();
    let (of_class, of_tag) = (now.clone(), now.clone());
    let class = move || {
        if of_class().is_some_and(|now| now.is_dashed) { "cw__row is-dashed" } else { "cw__row" }
    };
    let tag = dynamic(move || of_tag()?.tag.map(|tag| view! { <span class="tag">{tag}</span> }.into_any()));
    let input = match first.entry {
        CaseEntry::Chosen(..) => chosen(desk, first, now),
        CaseEntry::Typed(_) | CaseEntry::Several(_) => {
            let value = move || match now().map(|now| now.entry) {
                Some(CaseEntry::Typed(text)) => text,
                _ => String::new(),
            };
            let (taken, unit) = (first.clone(), first.props.unit.to_owned());
            let (id, name) = (first.props.id.clone(), first.props.label.clone());
            text_field(desk, id, name, unit, value, move |state, text| taken.take(state, text))
        }
    };
    view! { <div class=class><label for=id>{first.props.label.clone()}" "{tag}</label>{input}</div> }
}

fn chosen(
    desk: CaseDesk,
    first: &PlanFigure,
    now: impl Fn() -> Option<Box<PlanFigure>> + Send + Sync + 'static,
) -> Element {
    let options = dynamic(move || {
        let CaseEntry::Chosen(options, chosen) = now()?.entry else { return None };
        Some(fragment(options.iter().map(|one| option(one, &chosen).into_any()).collect()))
    });
    let taken = first.clone();
    let choose = move |event: DomEvent| {
        let word = event_target_value(&event);
        if let Some(event) = desk.with(|state| taken.choose(state, &word)) {
            desk.dispatch(event);
            desk.say();
        }
    };
    view! { <select class="form-select" id=first.props.id.clone() autocomplete="off" on:change=choose>{options}</select> }
}
