//! The months as tables: the small one beside the picture, and every line there is.

use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts::table as t;
use mikrolaan_app_core::views::tables::{PhaseRows, Table, TableRow};

/// A table of months, with a row group for each phase. It scrolls in a box of its own, so that no text
/// size makes the page wider than the window.
#[inline(never)]
pub fn month_table(id: &'static str, table: &Table) -> Element {
    let mut drawn = view! {
        <table class="table table--compact table--rows"><caption id=id>{table.caption.clone()}</caption><thead>{head(&table.columns)}</thead></table>
    };
    for group in &table.groups {
        drawn = drawn.element(body(group, table.columns.len()));
    }
    scrolling(id, drawn)
}

/// A table in a box that scrolls; the caption with this id names it.
#[inline(never)]
pub fn scrolling(id: &'static str, table: Element) -> Element {
    view! { <div class="table--responsive-scroll" tabindex="0" role="region" aria-labelledby=id>{table}</div> }
}

fn head(names: &[Text]) -> Element {
    let mut row = view! { <tr><th scope="col">{t::month()}</th></tr> };
    for name in names {
        row = row.element(view! { <th scope="col" class="num">{*name}</th> });
    }
    row
}

fn body(group: &PhaseRows, columns: usize) -> Element {
    let mut body = view! {
        <tbody class=group.after_support.then_some("after-support")>
            <tr class="phase"><th scope="rowgroup" colspan=columns + 1>{group.title}</th></tr>
        </tbody>
    };
    for row in &group.rows {
        let class = row.short.then_some("is-short");
        let mut line = view! { <tr class=class>{month(row)}</tr> };
        for cell in &row.cells {
            line = line.element(view! { <td class=cell.class>{cell.text.clone()}</td> });
        }
        body = body.element(line);
    }
    body
}

/// The month, which leads to where its figures come from. The link covers the row, so that a tap on any
/// figure follows it, and is one stop for the keyboard.
fn month(row: &TableRow) -> Element {
    let (page, name) = (row.page.href(), row.month.clone());
    view! {
        <th scope="row" abbr=name.clone()><a href=page>{name}<span class="visually-hidden">{t::origin()}</span></a></th>
    }
}
