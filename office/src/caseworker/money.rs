//! The money: the sentence, the months as a picture, and the plans beside each other, whose heads are fields.

use leptos::prelude::*;
use mikrolaan_app_core::charts::legend::LegendItem;
use mikrolaan_app_core::charts::mini_columns;
use mikrolaan_app_core::locale::texts::compare as c;
use mikrolaan_app_core::locale::texts::office::case_page as t;
use mikrolaan_app_core::office::caseworker::column_results::ResultCell;
use mikrolaan_app_core::office::caseworker::scenario_columns::{ColumnCell, ColumnRow, ColumnsView, ScenarioColumn};
use mikrolaan_app_core::office::caseworker::sentence::{MoneySentence, SentencePart};
use mikrolaan_app_core::office::caseworker::tracing::TracedFigure;
use mikrolaan_app_core::office::caseworker::view::PlanMoney;
use mikrolaan_app_core::office::caseworker::{CaseworkerEvent, CaseworkerState};
use mikrolaan_app_core::views::months::Said;
use mikrolaan_markup::{Element, dynamic, keyed, view};

use super::text_field::text_field;
use super::{CaseDesk, button, levers, unseen};
use crate::charts::{legend, picture, plot};
use crate::platform::focus;

/// What stands below the last row with fields.
const LAST: &str = " is-last";

/// The id of the field of a column's name.
pub fn name_id(column: usize) -> String {
    format!("forloeb-{column}-navn")
}

/// The column of the money.
pub fn money(desk: CaseDesk) -> Element {
    let plan = dynamic(move || {
        let view = desk.view.get()?;
        Some(match &view.money {
            PlanMoney::Said(sentence, said) => view! { <div>{told(desk, sentence)}{months(said)}</div> }.into_any(),
            PlanMoney::Asked(words, samples) => {
                let samples: Vec<Element> = samples
                    .iter()
                    .map(|&sample| button("button button-tertiary", sample.name(), move || desk.take_sample(sample)))
                    .collect();
                view! { <div><p class="cw__sentence">{words.clone()}</p><p>{t::invented()}" "{samples}</p></div> }
                    .into_any()
            }
            PlanMoney::CannotCalculate(words) => view! { <p class="cw__sentence">{words.clone()}</p> }.into_any(),
        })
    });
    view! {
        <section class="card cw__money" aria-labelledby="penge">
            {unseen(t::money(), "penge")}
            {plan}
            {levers::levers(desk)}
            {columns(desk)}
        </section>
    }
}

fn told(desk: CaseDesk, sentence: &MoneySentence) -> Element {
    let parts: Vec<Element> = sentence
        .parts
        .iter()
        .map(|part| match part {
            SentencePart::Words(words) => view! { <span>{words.clone()}</span> },
            SentencePart::Figure(text, figure) => traced(desk, "cw__figure", text.clone(), String::new(), *figure),
        })
        .collect();
    let condition = (!sentence.condition.is_empty()).then(|| view! { <p>{sentence.condition.clone()}</p> });
    let notes: Vec<Element> =
        sentence.notes.iter().map(|words| view! { <p class="source">{words.clone()}</p> }).collect();
    let class = if sentence.is_short { "cw__sentence is-short" } else { "cw__sentence" };
    view! { <div>{condition}<p class=class>{parts}</p>{notes}</div> }
}

/// A figure that leads to where it comes from; the focus stays on it.
fn traced(desk: CaseDesk, class: &'static str, text: String, name: String, figure: TracedFigure) -> Element {
    let asked = if name.is_empty() { text.clone() } else { name.clone() };
    let is_asked = {
        let asked = asked.clone();
        move || desk.with(CaseworkerState::traced) == Some(figure) && desk.asked.with_untracked(|name| *name == asked)
    };
    let is_open = is_asked();
    let press = move |_| if is_asked() { desk.trace(None, "") } else { desk.trace(Some(figure), &asked) };
    let name = (!name.is_empty()).then_some(name);
    view! {
        <button class=class type="button" aria-label=name aria-pressed=if is_open { "true" } else { "false" } on:click=press>{text}</button>
    }
}

/// The months as a small picture.
fn months(said: &Said) -> Element {
    let series = &said.picture;
    let class = if series.unsure { "chart chart--unsure plan__chart cw__chart" } else { "chart plan__chart cw__chart" };
    let highest = series.highest();
    let drawing = picture(mini_columns::HEIGHT, mini_columns::layers(series, highest, c::support_ends()));
    let items: Vec<LegendItem> = series.legend.iter().map(|&(mark, name)| LegendItem::of(mark, name)).collect();
    view! {
        <figure class=class>
            <div role="img" aria-labelledby="billede">{plot(mini_columns::room(highest), Some(drawing))}</div>
            {legend(&items)}
            <figcaption class="visually-hidden" id="billede">{series.caption.clone()}</figcaption>
        </figure>
    }
}

/// The plans beside each other. The fields of a column stand as long as it does; what they come to follows.
fn columns(desk: CaseDesk) -> Element {
    let count = move || desk.view.get().map_or(0, |view| view.columns.columns.len());
    let input_rows = dynamic(move || Some(view! { <div>{heads(&desk.view.get()?.columns)}</div> }.into_any()));
    let add = dynamic(move || {
        let can = desk.view.get()?.columns.can_add;
        can.then(|| {
            button("button button-secondary", t::add_column(), move || {
                desk.dispatch(CaseworkerEvent::AddColumn);
                focus::on_id(&name_id(desk.with(CaseworkerState::columns) - 1));
            })
            .into_any()
        })
    });
    let hidden = dynamic(move || {
        let words = desk.view.get()?.columns.hidden.clone();
        (!words.is_empty()).then(|| view! { <p class="source">{words}</p> }.into_any())
    });
    view! {
        <div>
            <div class="cw__columns-head"><h3>{t::columns()}</h3>{add}</div>
            <div class="cw__columns">
                <div class="cw__names">{input_rows}</div>
                {keyed(move || (0..count()).collect(), move |column| one(desk, column).into_any())}
                {dynamic(move || Some(benefit(desk, &desk.view.get()?.columns).into_any()))}
            </div>
            {hidden}
        </div>
    }
}

/// What the rows are called.
fn heads(view: &ColumnsView) -> Vec<Element> {
    let inputs = view.input_rows.iter().map(|(row, words)| {
        let class = ["cw__cell", if ColumnRow::ALL.last() == Some(row) { LAST } else { "" }].concat();
        view! { <span class=class>{words.clone()}</span> }
    });
    let results = view
        .result_rows
        .iter()
        .map(|(_, words)| view! { <span class="cw__cell cw__cell--result">{words.clone()}</span> });
    [view! { <span class="cw__cell cw__cell--head"></span> }].into_iter().chain(inputs).chain(results).collect()
}

/// A plan: its name and what can be written in it, then what it comes to.
fn one(desk: CaseDesk, at: usize) -> Element {
    let now = move || desk.view.get().and_then(|view| view.columns.columns.get(at).cloned());
    let Some(first) = desk.view.get_untracked().and_then(|view| view.columns.columns.get(at).cloned()) else {
        return view! { <div></div> };
    };
    let name = text_field(
        desk,
        name_id(at),
        first.name_props.label.clone(),
        String::new(),
        move || now().map(|column| column.name).unwrap_or_default(),
        move |_, text| ScenarioColumn::take_name(at, text).map(Some),
    );
    let cells: Vec<Element> = (0..first.cells.len()).map(|row| cell(desk, at, row, &first.cells[row])).collect();
    let class = move || if now().is_some_and(|column| column.is_plan) { "cw__column is-plan" } else { "cw__column" };
    let results = dynamic(move || {
        let column = now()?;
        let cells: Vec<Element> = column.results.iter().map(|one| result(desk, one)).collect();
        let why = (!column.why_not.is_empty()).then(|| view! { <p class="source">{column.why_not.clone()}</p> });
        let use_it = move |_| {
            desk.dispatch(CaseworkerEvent::UseAsPlan(at));
            desk.say();
        };
        let chosen = if column.is_plan {
            view! { <span class="cw__is-plan">{column.use_label}</span> }
        } else {
            view! { <button class="button button-tertiary" type="button" aria-label=column.use_name.clone() on:click=use_it>{column.use_label}</button> }
        };
        let remove = column.remove_name.clone().map(|name| {
            let remove = move |_| desk.dispatch(CaseworkerEvent::RemoveColumn(at));
            view! { <button class="button button-tertiary" type="button" aria-label=name on:click=remove>{mikrolaan_app_core::locale::texts::common::remove()}</button> }
        });
        Some(view! { <div>{cells}<span class="cw__actions">{why}{chosen}{remove}</span></div> }.into_any())
    });
    view! {
        <div class=class role="group" aria-label=first.name_props.label.clone()>
            <span class="cw__cell cw__cell--head"><b aria-hidden="true">{first.letter}</b>{name}</span>
            {cells}
            {results}
        </div>
    }
}

fn cell(desk: CaseDesk, column: usize, row: usize, first: &ColumnCell) -> Element {
    let now = move || desk.view.get().and_then(|view| view.columns.columns.get(column)?.cells.get(row).cloned());
    let is_last = row + 1 == ColumnRow::ALL.len();
    let class = move || {
        let state = match now() {
            Some(cell) if cell.is_changed => " is-changed",
            Some(cell) if cell.is_dashed => " is-dashed",
            _ => "",
        };
        ["cw__cell", if is_last { LAST } else { "" }, state].concat()
    };
    let taken = first.clone();
    let input = text_field(
        desk,
        first.props.id.clone(),
        first.props.label.clone(),
        first.props.unit.to_owned(),
        move || now().map(|cell| cell.text).unwrap_or_default(),
        move |state, text| taken.take(state, text),
    );
    view! { <span class=class>{input}</span> }
}

fn result(desk: CaseDesk, cell: &ResultCell) -> Element {
    let class = if cell.is_short { "cw__cell cw__cell--result is-short" } else { "cw__cell cw__cell--result" };
    let figure = match cell.trace {
        Some(figure) => traced(desk, "cw__figure", cell.text.clone(), cell.name.clone(), figure),
        None => view! { <span aria-label=cell.name.clone() role="text">{cell.text.clone()}</span> },
    };
    let when = (!cell.when.is_empty()).then(|| view! { <small>{cell.when.clone()}</small> });
    view! { <span class=class>{figure}{when}</span> }
}

/// The benefit in their stead.
fn benefit(desk: CaseDesk, view: &ColumnsView) -> Element {
    let column = &view.benefit;
    let cells = column.cells.iter().enumerate().map(|(row, text)| {
        let class = ["cw__cell", if row + 1 == column.cells.len() { LAST } else { "" }].concat();
        view! { <span class=class>{text.clone()}</span> }
    });
    let results = column.results.iter().map(|one| result(desk, one));
    let why = (!column.why_not.is_empty()).then(|| view! { <p class="source">{column.why_not.clone()}</p> });
    let all: Vec<Element> = cells.chain(results).collect();
    view! {
        <div class="cw__column" role="group" aria-label=column.title>
            <span class="cw__cell cw__cell--head"><b>{column.title}</b></span>
            {all}
            {why}
        </div>
    }
}
