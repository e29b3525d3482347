//! The months as tables: the small one beside the picture, and every line there is.

use mikrolaan_markup::{Element, view};

use crate::story::tables::{Cell, Group, Table};
use crate::texts::table as t;

/// A table of months, with a row group for each phase.
pub fn month_table(id: &'static str, table: &Table) -> Element {
    let mut drawn = view! {
        <table class="table table--compact"><caption id=id>{table.caption.clone()}</caption><thead>{head(&table.columns)}</thead></table>
    };
    for group in &table.groups {
        drawn = drawn.element(body(group, table.columns.len()));
    }
    drawn
}

/// A wide table, which scrolls in a box of its own.
pub fn wide_table(id: &'static str, table: &Table) -> Element {
    view! {
        <div class="table--responsive-scroll" tabindex="0" role="region" aria-labelledby=id>{month_table(id, table)}</div>
    }
}

fn head(names: &[&'static str]) -> Element {
    let mut row = view! { <tr><th scope="col">{t::month()}</th></tr> };
    for name in names {
        row = row.element(view! { <th scope="col" class="num">{*name}</th> });
    }
    row
}

fn body(group: &Group, columns: usize) -> Element {
    let mut body = view! {
        <tbody class=group.after_support.then_some("after-support")>
            <tr class="phase"><th scope="rowgroup" colspan=columns + 1>{group.title}</th></tr>
        </tbody>
    };
    for row in &group.rows {
        let class = row.short.then_some("is-short");
        let page = row.page.href();
        let mut line = view! { <tr class=class><th scope="row"><a href=page>{row.month.clone()}</a></th></tr> };
        for cell in &row.cells {
            line = line.element(view! { <td class=cell.class>{origin(cell)}</td> });
        }
        body = body.element(line);
    }
    body
}

/// The amount, which leads to where it comes from. The keyboard gets there by way of the month, so that a
/// table is not a hundred stops long.
fn origin(cell: &Cell) -> Element {
    view! { <a href=cell.page.href() tabindex="-1">{cell.text.clone()}</a> }
}
