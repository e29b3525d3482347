//! The months as one list, chart and table in one, for a narrow box. Phases fold; only what is open is drawn, because
//! every row is written anew at every key.

use mikrolaan_markup::{Element, view};

use crate::charts::row_picture;
use mikrolaan_app_core::charts::series::Series;
use mikrolaan_app_core::locale::argument::Count;
use mikrolaan_app_core::locale::texts::{months as m, table as t};
use mikrolaan_app_core::views::month_list::{ListPhase, ListRow, MonthList};
use mikrolaan_app_core::views::tables::AmountCell;
use mikrolaan_markup::watch::SharedSignal;

/// The bit in the set of opened phases that opens all of them.
const ALL: u64 = 1 << 63;

/// The list. `opened` is the set of phases somebody has opened, a bit for each: tracks.
pub fn month_list(list: &MonthList, series: &Series, opened: SharedSignal<u64>) -> Element {
    let set = opened.get();
    let class = if list.has_long_amounts() { "mlist mlist--long" } else { "mlist" };
    let mut drawn = view! {
        <div class=class>
            <p class="mlist__row mlist__head" aria-hidden="true"><span></span><b>{t::left()}</b><b>{t::account()}</b></p>
        </div>
    };
    for (at, phase) in list.phases.iter().enumerate() {
        let bit = 1 << at.min(62);
        drawn = drawn.element(folded(phase, series, set & (bit | ALL), move || opened.update(|set| *set |= bit)));
        if let Some(ends) = &phase.support_ends {
            drawn = drawn.element(view! { <p class="mlist__end">{ends.clone()}</p> });
        }
    }
    let is_all = set & ALL != 0;
    let words = if is_all { m::list_few().to_owned() } else { m::list_all(Count::of(list.months)) };
    let toggle = move |_| opened.set(if is_all { 0 } else { ALL });
    drawn.element(view! {
        <button class="button button-secondary" type="button" aria-expanded=words_of(is_all) on:click=toggle>{words}</button>
    })
}

const fn words_of(is_true: bool) -> &'static str {
    if is_true { "true" } else { "false" }
}

/// A phase. One that somebody has opened shows all of its months, one that is near the worst only those near it.
fn folded(phase: &ListPhase, series: &Series, opened: u64, open: impl Fn() + 'static) -> Element {
    let rows = phase.rows.iter().filter(|row| opened != 0 || row.near);
    let rows: Vec<Element> = rows.map(|row| month(row, series)).collect();
    let is_open = opened & ALL != 0 || phase.is_near();
    view! {
        <details class="mlist__phase" open=is_open>
            <summary on:click=move |_| open()>
                <span><b>{phase.title}</b>" "<small>{phase.span.clone()}</small></span>
                {amount(&phase.account, t::account().words())}
            </summary>
            {rows}
        </details>
    }
}

/// The whole row leads to where its figures come from.
fn month(row: &ListRow, series: &Series) -> Element {
    let class = if row.worst { "mlist__row is-worst" } else { "mlist__row" };
    let year = row.heard.strip_prefix(row.name.words()).unwrap_or_default().to_owned();
    view! {
        <a class=class href=row.page.href()>
            <span class="nobreak">{row.name}<span class="visually-hidden">{year}</span></span>
            {row_picture(series, row.at)}
            {amount(&row.left, t::left().words())}
            {amount(&row.account, t::account().words())}
        </a>
    }
}

fn amount(cell: &AmountCell, heard: &'static str) -> Element {
    view! { <span class=cell.class><span class="visually-hidden">", "{heard}" "</span>{cell.text.clone()}</span> }
}
