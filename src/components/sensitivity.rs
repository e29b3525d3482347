//! What matters most: three changes in words; the picture and the table of all of them, folded.

use mikrolaan_markup::{Element, view};

use super::month_table::scrolling;
use crate::charts::{described, picture};
use mikrolaan_app_core::charts::tornado;
use mikrolaan_app_core::locale::texts::sensitivity as s;
use mikrolaan_app_core::views::sensitivity::{ChangeSentence, SensitivityCell, SensitivityLine, SensitivityView};

/// The section.
pub fn sensitivity(view: &SensitivityView) -> Element {
    let drawing = picture(tornado::height(&view.picture), vec![tornado::shapes(&view.picture)]);
    let (caption, legend) = (("chart__caption", view.fact.clone()), tornado::legend(s::less(), s::more()));
    let figure = described(["matters-caption", "matters-text"], caption, &legend, drawing, view.text.clone());
    let mut said = view! { <ul class="pairs"></ul> };
    for sentence in &view.sentences {
        said = said.element(change(sentence));
    }
    view! {
        <section class="matters">
            <h2>{s::title()}</h2>
            <p class="source">{s::lead()}</p>
            {said}
            <details class="details"><summary>{s::fold()}</summary><div class="matters__all">{figure}{table(view)}</div></details>
        </section>
    }
}

fn change(sentence: &ChangeSentence) -> Element {
    let amount = sentence.falls.then_some("is-negative");
    view! {
        <li>
            <p>{sentence.change.clone()}" "<span class="source">{sentence.until.clone()}</span></p>
            <strong class=amount>{sentence.amount.clone()}</strong>
        </li>
    }
}

fn table(view: &SensitivityView) -> Element {
    let mut body = view! { <tbody></tbody> };
    for line in &view.rows {
        body = body.element(row(line));
    }
    let table = view! {
        <table class="table table--compact">
            <caption id="matters-table">{view.caption.clone()}</caption>
            <thead><tr>
                <th scope="col">{s::figure()}</th>
                <th scope="col">{s::less()}</th>
                <th scope="col">{s::more()}</th>
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
