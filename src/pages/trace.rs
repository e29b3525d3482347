//! Where a figure comes from: one line of one month with everything that entered it, and before that
//! all lines of the month.
//!
//! One view model, a function of the case: it is worked out anew when the case changes, and drawn anew from it.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::trace::Line;
use mikrolaan_markup::{Element, dynamic, view};

use super::months::cannot_calculate::cannot_calculate;
use crate::components::trace::trace;
use crate::components::{Icon, heading, information};
use crate::platform::location;
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::trace::{LineRow, MonthLines, Step, TraceView, title};
use mikrolaan_markup::watch::worked_out;

/// The page of a line, or of all lines of a month.
pub fn trace_page(month: Month, line: Option<Line>) -> Element {
    let session = Session::get();
    session.dispatch(Event::EnsureScenario);
    let traced = worked_out(move || Some(Arc::new(session.with_case(|case| TraceView::of(case, month, line)))));
    let content = dynamic(move || {
        let content = match &*traced.get()? {
            TraceView::CannotCalculate(obstacles) => cannot_calculate(session, obstacles),
            TraceView::NoSuchMonth(months) => {
                let months = months.clone();
                information(t::trace::no_month(), vec![view! { <p>{months}</p> }])
            }
            TraceView::Line(step) => one(step.clone()),
            TraceView::Month(lines) => all(lines),
        };
        Some(content.into_any())
    });
    view! {
        <main class="container page page--narrow" id="indhold" tabindex="-1">
            <a class="back-link" href=Route::Months.href() on:click=location::back>{Icon::Back.draw()}<span>{t::trace::back()}</span></a>
            {heading(title(month, line))}
            {content}
            <p class="actions">
                <a href=Route::Months.href()>{t::trace::to_months()}</a>
                <a href=Route::Help(Some((month, line))).href()>{t::months::wrong()}</a>
            </p>
        </main>
    }
}

fn one(step: Option<Step>) -> Element {
    view! { <div>{step.map(trace)}<p class="source">{t::trace::exact()}</p></div> }
}

fn all(lines: &MonthLines) -> Element {
    let mut page = view! { <div><p class="lead">{t::trace::month_lead()}</p></div> };
    for (title, rows) in &lines.purses {
        page = page.element(view! { <section><h2>{*title}</h2>{ledger(rows)}</section> });
    }
    page.element(
        view! { <details class="details"><summary>{t::trace::others()}</summary>{ledger(&lines.others)}</details> },
    )
}

/// Lines with their values. Each leads to its page.
#[inline(never)]
fn ledger(rows: &[LineRow]) -> Option<Element> {
    let mut list = view! { <dl class="ledger"></dl> };
    for LineRow { name, value, page } in rows {
        list = list
            .element(view! { <div><dt><a href=page.href()>{*name}</a></dt><dd class="num">{value.clone()}</dd></div> });
    }
    (!rows.is_empty()).then_some(list)
}
