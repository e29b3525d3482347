//! The months as tables: the small one beside the picture, and every line there is.

use leptos::prelude::*;
use mikrolaan_markup::view;

use crate::story::tables::{Cell, Group, Items, Row};
use crate::texts::table as t;

/// The small table: in, out, left, and on the account.
pub fn month_table(groups: Signal<Vec<Group>>) -> AnyView {
    let names = [t::income(), t::spent(), t::left(), t::account()];
    view! {
        <table class="table table--compact">
            <caption>{t::caption()}</caption>
            <thead>{head(&names)}</thead>
            {move || groups.with(|groups| bodies(groups, names.len()))}
        </table>
        <p class="source">{t::rounded()}</p>
    }
    .into_any()
}

/// Every line of one purse.
pub fn items_table(id: &'static str, items: Signal<Items>) -> AnyView {
    let caption = move || items.with(|items| t::caption_of(items.title));
    view! {
        <div class="table--responsive-scroll" tabindex="0" role="region" aria-labelledby=id>
            <table class="table table--compact">
                <caption id=id prop:textContent=caption></caption>
                <thead>{move || items.with(|items| head(&items.columns))}</thead>
                {move || items.with(|items| bodies(&items.groups, items.columns.len()))}
            </table>
        </div>
    }
    .into_any()
}

fn head(names: &[&'static str]) -> AnyView {
    let name = |name: &&'static str| view! { <th scope="col" class="num" prop:textContent=*name></th> }.into_any();
    let names: Vec<AnyView> = names.iter().map(name).collect();
    view! { <tr><th scope="col">{t::month()}</th>{names}</tr> }.into_any()
}

fn bodies(groups: &[Group], columns: usize) -> Vec<AnyView> {
    groups.iter().map(|group| body(group, columns)).collect()
}

fn body(group: &Group, columns: usize) -> AnyView {
    let rows: Vec<AnyView> = group.rows.iter().map(row).collect();
    let span = (columns + 1).to_string();
    view! {
        <tbody class=group.after_support.then_some("after-support")>
            <tr class="phase"><th scope="rowgroup" colspan=span prop:textContent=group.title></th></tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(row: &Row) -> AnyView {
    let cells: Vec<AnyView> = row.cells.iter().map(cell).collect();
    view! {
        <tr class=row.short.then_some("is-short")><th scope="row" prop:textContent=row.month.clone()></th>{cells}</tr>
    }
    .into_any()
}

fn cell(cell: &Cell) -> AnyView {
    view! { <td class=cell.class prop:textContent=cell.text.clone()></td> }.into_any()
}
