//! Lists whose rows come and go: the costs of starting, and the small jobs.

use leptos::prelude::*;
use mikrolaan_markup::{Element, view};

use super::{BudgetContext, stay};
use crate::pages::plan::fields::{FieldContext, RowKey, items};
use crate::pages::plan::inputs as i;
use crate::platform::focus;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::budget::{job as j, setup as s};
use mikrolaan_app_core::state::event::{Event, RowList};
use mikrolaan_app_core::views::budget::{new_row, parts};
use mikrolaan_markup::keyed;
use mikrolaan_markup::watch::SharedSignal;

/// The rows of a list in the scenario, by numbers of their own.
#[derive(Clone, Copy)]
pub struct ListRows {
    place: FieldContext,
    all: SharedSignal<Vec<usize>>,
}

impl ListRows {
    /// As many rows as the list has.
    pub fn of(place: FieldContext, count: usize) -> Self {
        ListRows { place, all: SharedSignal::new((0..count).collect()) }
    }

    /// The place of a row.
    pub fn place(self, number: usize) -> FieldContext {
        FieldContext { row: Some(RowKey { number, all: self.all }), ..self.place }
    }

    /// One more row at the end; gives its place.
    fn add(self) -> FieldContext {
        let next = self.all.with_untracked(|all| all.iter().max().map_or(0, |last| last + 1));
        self.all.update(|all| all.push(next));
        self.place(next)
    }

    /// One row less.
    fn remove(self, place: FieldContext) {
        let gone = place.row.map(|row| row.number);
        self.all.update(|all| all.retain(|&number| Some(number) != gone));
    }
}

/// The content of the part about what it costs to start, and where the money comes from.
pub fn setup(page: BudgetContext) -> Vec<AnyView> {
    let left = move || page.words(|view| Some(&view.start_up.left));
    let total = move || page.words(|view| Some(&view.start_up.total));
    let sums = view! {
        <div>
            <p class="sum">{s::sum()}" "<strong class="nobreak" prop:textContent=total></strong></p>
            <p prop:textContent=left></p>
        </div>
    };
    let [list, adder] = rows(page, RowList::Costs);
    let list = view! { <ul class="rows">{list}</ul> };
    let mut content = vec![list.into_any(), adder];
    content.extend(items(page.place, parts::SETUP.items));
    content.push(sums.into_any());
    content
}

/// The rows of a list, and the button that adds one, with what is to be said of how many there are.
pub fn rows(page: BudgetContext, list: RowList) -> [AnyView; 2] {
    let count = untrack(|| page.view.get()).map_or(0, |view| view.rows(list).names.len());
    let rows = ListRows::of(page.place, count);
    let drawn = keyed(move || rows.all.get(), move |number| row(page, list, rows, rows.place(number)).into_any());
    let note = move || page.words(|view| Some(&view.rows(list).note));
    let button = add_button(page, list, rows);
    let adder = match list {
        RowList::Costs => view! { <div>{button}<p class="form-hint" prop:textContent=note></p></div> },
        RowList::Jobs => view! { <div><p prop:textContent=note></p>{button}</div> },
    };
    [drawn, adder.into_any()]
}

/// The id of the button that adds a row, which takes the focus of one that is removed.
fn adder_id(list: RowList) -> &'static str {
    match list {
        RowList::Costs => "setup-add",
        RowList::Jobs => "job-add",
    }
}

fn add_button(page: BudgetContext, list: RowList, rows: ListRows) -> Element {
    let session = page.place.session;
    let (label, first) = match list {
        RowList::Costs => (s::add(), &i::COST_LABEL),
        RowList::Jobs => (j::add(), &i::JOB_HOURS),
    };
    let full = move || page.view.get().is_some_and(|view| view.rows(list).is_full);
    let add = move |_| {
        if let Some(row) = untrack(|| session.with_case(|case| new_row(case, list))) {
            session.dispatch(Event::AddRow(row));
            focus::on_id(&rows.add().scope().id(first.of));
        }
    };
    view! {
        <button class="button button-secondary" type="button" id=adder_id(list) disabled=full
            on:mousedown=stay on:click=add>{label}</button>
    }
}

fn row(page: BudgetContext, list: RowList, rows: ListRows, place: FieldContext) -> Element {
    let name = move || page.words(|view| view.rows(list).names.get(place.at()).map(String::as_str));
    let remove = move |_| {
        let at = untrack(|| place.at());
        place.session.dispatch(Event::RemoveRow(list, at));
        rows.remove(place);
        focus::on_id(adder_id(list));
    };
    let button = view! {
        <button class="button button-tertiary" type="button" on:mousedown=stay on:click=remove>
            {t::common::remove()}" "<span class="visually-hidden" prop:textContent=name></span>
        </button>
    };
    match list {
        RowList::Costs => view! { <li class="rows__row">{items(place, &parts::COST)}{button}</li> },
        RowList::Jobs => view! {
            <fieldset class="form-group">
                <legend class="form-label" prop:textContent=name></legend>
                {items(place, parts::JOBS.items)}
                {button}
            </fieldset>
        },
    }
}
