//! Plans beside each other: as cards whose rows line up, and as one table.

use leptos::prelude::AnyView;
use mikrolaan_markup::{Child, Element, view};

use super::month_table::scrolling;
use super::source::source_line;
use crate::charts::{picture, plot};
use mikrolaan_app_core::charts::mini_columns;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::compare as c;
use mikrolaan_app_core::views::compare::{Card, KeyFigure, PlanNote, PlansTable};

/// A plan. `action` is what can be done with it; `highest` is the highest month of all the plans.
pub fn plan_card(card: &Card, highest: i64, action: AnyView) -> Element {
    let drawing = picture(mini_columns::HEIGHT, mini_columns::layers(&card.picture, highest, c::support_ends()));
    view! {
        <section class=card.class() aria-labelledby=card.id("plan")>
            <div>
                <h2 id=card.id("plan") tabindex="-1"><span class="plan__letter">{card.letter}</span>" "{card.title}</h2>
                <p class="source">{card.hint.clone()}</p>
                {action}
            </div>
            <figure class=card.chart_class()>
                <div role="img" aria-labelledby=card.id("caption")>
                    {plot(mini_columns::room(highest), Some(drawing))}
                </div>
                <figcaption class="source" id=card.id("caption")>{card.picture.caption.clone()}</figcaption>
                <p class="visually-hidden" id=card.id("text")>{card.picture.text.clone()}</p>
            </figure>
            {figures(&card.figures)}
            {notes(&card.notes)}
        </section>
    }
}

fn figures(figures: &[KeyFigure]) -> Element {
    let mut list = view! { <dl class="plan__figures"></dl> };
    for figure in figures {
        let class = figure.short.then_some("is-negative");
        let mut row = view! {
            <div><dt>{figure.label}</dt><dd class=class><strong>{figure.value.clone()}</strong></dd></div>
        };
        for note in &figure.notes {
            row = row.element(view! { <dd class="source">{note.clone()}</dd> });
        }
        list = list.element(row);
    }
    list
}

fn notes(notes: &[PlanNote]) -> Element {
    let mut list = view! { <div class="plan__notes"></div> };
    for note in notes {
        list = list.element(view! { <p>{note.text.clone()}</p> }).element(source_line(note.source.clone()));
    }
    list
}

/// The months of all the plans.
pub fn plans_table(id: &'static str, table: &PlansTable) -> Element {
    let mut names = view! { <tr><th scope="col" rowspan="2">{t::table::month()}</th></tr> };
    let mut columns = view! { <tr></tr> };
    for (letter, name) in &table.plans {
        names = names.element(view! { <th scope="colgroup" colspan="2" class="num">{*letter}" "{*name}</th> });
        columns = columns
            .element(view! { <th scope="col" class="num">{t::table::left()}</th> })
            .element(view! { <th scope="col" class="num">{t::table::account()}</th> });
    }
    let mut body = view! { <tbody></tbody> };
    for row in &table.rows {
        let mut line = view! { <tr><th scope="row">{row.month.clone()}</th></tr> };
        for cell in &row.cells {
            line = line.element(view! { <td class=cell.class></td> }.child(Child::Text(cell.text.clone().into())));
        }
        body = body.element(line);
    }
    let table = view! {
        <table class="table table--compact plans-table">
            <caption id=id>{c::table()}</caption><thead>{names}{columns}</thead>{body}
        </table>
    };
    scrolling(id, table)
}
