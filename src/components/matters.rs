//! What matters most: the picture with its takeaway, and the same figures as a table.

use mikrolaan_markup::{Element, view};

use super::month_table::scrolling;
use crate::charts::picture;
use mikrolaan_app_core::charts::tornado;
use mikrolaan_app_core::locale::texts::matters as m;
use mikrolaan_app_core::views::matters::{Cell, Line, Matters};

/// The section without its heading.
pub fn matters(told: &Matters) -> Element {
    view! {
        <div class="matters">
            <figure class="chart">
                <figcaption class="chart__caption" id="matters-caption">{told.fact.clone()}</figcaption>
                {legend()}
                <div role="img" aria-labelledby="matters-caption" aria-describedby="matters-text">
                    {picture(tornado::height(&told.picture), vec![tornado::shapes(&told.picture)])}
                </div>
                <p class="visually-hidden" id="matters-text">{told.text.clone()}</p>
            </figure>
            {table(told)}
        </div>
    }
}

fn legend() -> Element {
    let mut list = view! { <ul class="legend chart__legend"></ul> };
    for (class, name) in tornado::CLASSES.into_iter().zip([m::less(), m::more()]) {
        list = list.element(view! {
            <li>
                <svg class="swatch" aria-hidden="true"><rect class=class width="100%" height="100%"/></svg>
                <span>{name}</span>
            </li>
        });
    }
    list
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

fn row(line: &Line) -> Element {
    let [less, more] = &line.sides;
    view! { <tr><th scope="row">{line.name}</th>{cell(less)}{cell(more)}</tr> }
}

fn cell(cell: &Cell) -> Element {
    let amount = cell.falls.then_some("is-negative");
    view! {
        <td>
            <span class="source">{cell.step.clone()}</span>
            <strong class=amount>{cell.amount.clone()}</strong>
            <span class="source">{cell.own.clone()}</span>
        </td>
    }
}
