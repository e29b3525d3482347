//! Where a figure comes from: one line of one month with everything that entered it, and before that
//! all lines of the month.

use leptos::prelude::*;
use mikrolaan_engine::explain::{Explanation, Line};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::simulation::Timeline;
use mikrolaan_markup::{Element, view};

use super::months::refused;
use super::plan;
use crate::components::trace::trace;
use crate::components::{Icon, heading};
use crate::platform::location;
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::words::trace::line as name;
use mikrolaan_app_core::locale::write::month_year;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::rulebook::RULEBOOK;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views;

/// The page of a line, or of all lines of a month.
pub fn trace_page(month: Month, line: Option<Line>) -> Element {
    let session = Session::get();
    session.dispatch(Event::EnsureScenario);
    let words = month_year(month);
    let title = match line {
        Some(line) => t::trace::of_month(name(line), &words),
        None => t::trace::all_of_month(&words),
    };
    let explained = untrack(|| session.with_case(|case| case.explain(&RULEBOOK, 0, month)));
    let content = match (explained, line) {
        (Err(problems), _) => refused::refused(session, &problems),
        (Ok(None), _) => outside(session),
        (Ok(Some(explanation)), Some(line)) => one(month, line, &explanation),
        (Ok(Some(explanation)), None) => all(month, &explanation),
    };
    view! {
        <main class="container page page--narrow" id="indhold" tabindex="-1">
            <a class="back-link" href=Route::Months.href() on:click=location::back>{Icon::Back.draw()}<span>{t::trace::back()}</span></a>
            {heading(title)}
            {content}
            <p class="actions"><a href=Route::Months.href()>{t::trace::to_months()}</a></p>
        </main>
    }
}

/// The months of the plan do not have this one.
fn outside(session: Session) -> Element {
    let span = untrack(|| {
        plan::read(session, |scenario| {
            t::trace::no_month_text(&month_year(scenario.start), &month_year(Timeline::of(scenario).last()))
        })
    });
    view! {
        <section class="alert alert-info">{Icon::Info.draw()}
            <div class="alert-body"><h2 class="alert-heading">{t::trace::no_month()}</h2><p>{span.unwrap_or_default()}</p></div>
        </section>
    }
}

fn one(month: Month, line: Line, explanation: &Explanation) -> Element {
    let drawn = explanation.line(line).map(|node| trace(views::trace::line(month, line, &node)));
    view! { <div>{drawn}<p class="source">{t::trace::exact()}</p></div> }
}

fn all(month: Month, explanation: &Explanation) -> Element {
    let mut page = view! { <div><p class="lead">{t::trace::month_lead()}</p></div> };
    for (title, purse) in [
        (t::trace::group::household(), "household."),
        (t::trace::group::business(), "business."),
        (t::trace::group::loan(), "loan."),
    ] {
        if let Some(lines) = lines(month, purse, explanation, false) {
            page = page.element(view! { <section><h2>{title}</h2>{lines}</section> });
        }
    }
    // Why something is nothing can be asked too.
    let others = lines(month, "", explanation, true);
    page.element(view! { <details class="details"><summary>{t::trace::others()}</summary>{others}</details> })
}

/// The lines of a purse that are something, or the others: what is nothing, or stands in no purse. Each
/// leads to its page.
#[inline(never)]
fn lines(month: Month, purse: &str, explanation: &Explanation, others: bool) -> Option<Element> {
    let mut list = None;
    for &line in Line::ALL {
        let is_other = |value| views::trace::is_nothing(value) || line == Line::SelfSupporting;
        let value = line.in_month(&explanation.row).filter(|&value| is_other(value) == others);
        let Some(value) = value.filter(|_| line.id().starts_with(purse)) else { continue };
        let value = views::trace::value(value, None);
        let page = Route::Trace(month, Some(line)).href();
        let row = view! { <div><dt><a href=page>{name(line)}</a></dt><dd class="num">{value}</dd></div> };
        list = Some(list.unwrap_or_else(|| view! { <dl class="ledger"></dl> }).element(row));
    }
    list
}
