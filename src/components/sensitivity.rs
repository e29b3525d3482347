//! What matters most: the picture with its takeaway, and the same figures as a table.

use mikrolaan_markup::{Element, view};

use super::month_table::scrolling;
use crate::charts::{described, picture};
use mikrolaan_app_core::charts::tornado;
use mikrolaan_app_core::locale::texts::matters as m;
use mikrolaan_app_core::views::matters::{Matters, SensitivityCell, SensitivityLine};

/// The section without its heading.
pub fn matters(told: &Matters) -> Element {
    let drawing = picture(tornado::height(&told.picture), vec![tornado::shapes(&told.picture)]);
    let (caption, legend) = (("chart__caption", told.fact.clone()), tornado::legend(m::less(), m::more()));
    let figure = described(["matters-caption", "matters-text"], caption, &legend, drawing, told.text.clone());
    view! { <div class="matters">{figure}{table(told)}</div> }
}

fn table(told: &Matters) -> Element {
    let mut body = view! { <tbody></tbody> };
    for line in &told.rows {
        body = body.element(row(line));
    }
    let table = view! {
        <table class="table table--compact">
            <caption id="matters-table">{told.caption.clone()}</caption>
            <thead><tr>
                <th scope="col">{m::figure()}</th>
                <th scope="col">{m::less()}</th>
                <th scope="col">{m::more()}</th>
            </tr></thead>
            {body}
        </table>
    };
    scrolling("matters-table", table)
}

fn row(line: &SensitivityLine) -> Element {
    let [less, more] = &line.sides;
    view! { <tr><th scope="row">{line.name}</th>{cell(less)}{cell(more)}</tr> }
}

fn cell(cell: &SensitivityCell) -> Element {
    let amount = cell.falls.then_some("is-negative");
    view! {
        <td>
            <span class="source">{cell.step.clone()}</span>
            <strong class=amount>{cell.amount.clone()}</strong>
            <span class="source">{cell.own.clone()}</span>
        </td>
    }
}
