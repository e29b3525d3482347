//! Month by month: what somebody should know, the picture, the table, the figures to change, and what
//! it all rests on.
//!
//! One view model, a function of what the plan comes to, which its parts follow: headlines and picture at every key,
//! the rest debounced. What cannot be read hides what was said, and the fields keep what is in them.

mod advice;
pub mod cannot_calculate;
mod panel;

use std::sync::Arc;

use advice::Advised;
use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::Simulation;
use mikrolaan_markup::{Element, dynamic, view};

use crate::charts::{Drawn, figure};
use crate::components::assumption_list::assumption_list;
use crate::components::headlines::headlines;
use crate::components::month_table::month_table;
use crate::components::{Announcer, heading};
use crate::pages::conflict::conflict_boxes;
use crate::pages::plan;
use crate::platform::{focus, layout, printer};
use crate::session::Session;
use mikrolaan_app_core::locale::argument::DateOf;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::assumptions::Assumption;
use mikrolaan_app_core::views::months::{MonthsView, Said, all_lines, ruleset};
use mikrolaan_markup::watch::{SharedSignal, WorkedOut, watch, worked_out};

/// The heading of the panel, which takes the focus from the link to it.
const PANEL_TITLE: &str = "ret-tallene-titel";

/// What the page shows, as the plan is now, or debounced.
type MonthsMemo = WorkedOut<MonthsView>;

/// A part of the page that follows the months; nothing while there is nothing to say.
fn part(months: MonthsMemo, draw: fn(&Said) -> Element) -> AnyView {
    dynamic(move || months.get()?.said().map(|said| draw(said).into_any()))
}

/// The page.
pub fn months_page() -> Element {
    let session = Session::get();
    session.dispatch(Event::EnsureScenario);
    let months = worked_out(move || Some(Arc::new(MonthsView::of(&*session.evaluated.get()?))));
    let (advised, announcer) = (Advised::of(session), Announcer::get());
    // What need not follow every key makes none wait.
    let debounced = worked_out(move || {
        session.with_debounced(|_| ());
        months.get_untracked()
    });
    // What was said about figures that can no longer be read is neither seen, heard nor printed.
    let unsaid = move || session.has_drafts();
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            {part(debounced, print_head)}
            {heading(t::months::title().to_owned())}
            {move || session.is_example().then(|| example_note(session))}
            {conflict_boxes(session, AnswerKey::ALL)}
            {top(session, months, advised)}
            <p class="jump"><a href="#ret-tallene" on:click=to_panel>{t::months::edit()}</a></p>
            <div class="months">
                <div class="months__said" class:is-unsaid=unsaid>{picture(months)}{part(debounced, small_table)}</div>
                <form class="card inputs months__inputs" id="ret-tallene" novalidate
                    on:submit=|event| event.prevent_default()
                    on:change=move |_| {
                        session.flush();
                        announce(session, announcer, months, advised);
                    }>
                    <h2 id=PANEL_TITLE tabindex="-1">
                        <span class="screen-only">{t::months::edit()}</span><span class="print-only">{t::months::your_figures()}</span>
                    </h2>
                    <p class="form-hint">{t::months::edit_hint()}</p>
                    {plan::of_the_case(session, move || panel::groups(session).into_any())}
                </form>
                <div class="months__more">
                    <div class:is-unsaid=unsaid>
                        {every_line(session, debounced)}
                        {advised.sensitivity()}
                        {part(debounced, assumptions)}
                    </div>
                    {source(session)}
                    {actions()}
                </div>
            </div>
        </main>
    }
}

fn to_panel(event: mikrolaan_markup::Event) {
    event.prevent_default();
    focus::on_id(PANEL_TITLE);
}

/// Says the first sentence anew when a field has been left, and what would be enough. While a field cannot be
/// read, nothing but what is wrong with it, which the field says.
fn announce(session: Session, announcer: Announcer, months: MonthsMemo, advised: Advised) {
    if untrack(|| session.has_drafts()) {
        return;
    }
    let (months, advice) = (months.get_untracked(), advised.advice.get_untracked());
    let words = months.as_ref().and_then(|months| months.said()).map(|said| said.announcement(advice.as_deref()));
    announcer.announce(&words.unwrap_or_default());
}

/// The line at the top of the paper.
fn print_head(said: &Said) -> Element {
    let (day, rates) = (t::months::print_date(today(Session::get())), said.print_rates.clone());
    view! { <p class="print-head"><span>{t::months::print_head()}</span><span>{day}" · "{rates}</span></p> }
}

/// The day on which the figures are worked out.
pub(super) fn today(session: Session) -> DateOf {
    DateOf(session.today.number, session.today.month)
}

pub(super) fn example_note(session: Session) -> AnyView {
    let leave = move |_| {
        session.dispatch(Event::LeaveExample);
        session.dispatch(Event::EnsureScenario);
    };
    view! {
        <p><span class="tag">{t::tag::example()}</span>" "{t::months::example_note()}" "
            <a class="screen-only" href=Route::Months.href() on:click=leave>{t::months::example_own()}</a>
        </p>
    }
    .into_any()
}

/// The headlines and what would help, or why there are none.
fn top(session: Session, months: MonthsMemo, advised: Advised) -> AnyView {
    let drawn = dynamic(move || Some(drawn_headlines(months.get()?.said()?, advised).into_any()));
    // Drawn anew only when something else is asked: one writes in it.
    let asked = watch(move || months.get()?.asked().map(|unwritten| unwritten as i64));
    let asks = dynamic(move || {
        asked.get()?;
        Some(cannot_calculate::ask(session, months.get_untracked()?.asked()?).into_any())
    });
    let problems =
        dynamic(move || Some(cannot_calculate::cannot_calculate(session, months.get()?.obstacles()?).into_any()));
    view! {
        <div>
            {cannot_calculate::unreadable(session)}
            {asks}
            {problems}
            <div class:is-unsaid=move || session.has_drafts()>{drawn}</div>
        </div>
    }
    .into_any()
}

fn drawn_headlines(said: &Said, advised: Advised) -> Element {
    let note = said.before_tax.then(|| view! { <p class="source">{t::months::before_tax()}</p> });
    view! { <div>{headlines(&said.headlines)}{advised.offers()}{note}</div> }
}

/// The picture. CSS shows one of two by the width of its box; only that one is drawn, but on paper.
fn picture(months: MonthsMemo) -> AnyView {
    let drawn = SharedSignal::new(Drawn::Both);
    let look = move || {
        let seen = Drawn::PLACES.into_iter().find(|(_, place)| layout::is_shown(place));
        if let Some((seen, _)) = seen.filter(|&(seen, _)| drawn.try_get_untracked() != Some(seen)) {
            drawn.set(seen);
        }
    };
    layout::when_sized(look);
    printer::before(move || drawn.set(Drawn::Both));
    printer::after(look);
    dynamic(move || {
        let drawn = drawn.get();
        Some(figure(&months.get()?.said()?.picture, drawn).into_any())
    })
}

fn small_table(said: &Said) -> Element {
    view! {
        <div class="months__table">{month_table("months-table", &said.months)}<p class="source">{t::trace::hint()}" "{t::table::rounded()}</p></div>
    }
}

/// Every line there is, folded. Drawn only when somebody looks, on the page or on paper: it is half of
/// what would have to be written anew on every key.
fn every_line(session: Session, debounced: MonthsMemo) -> AnyView {
    let wanted = SharedSignal::new(false);
    printer::before(move || wanted.set(true));
    let can_tell = watch(move || debounced.get()?.said().map(|_| 1));
    dynamic(move || can_tell.get().map(|_| folded(wanted, session).into_any()))
}

fn folded(wanted: SharedSignal<bool>, session: Session) -> Element {
    let lines = dynamic(move || {
        session.with_debounced(|_| ());
        let outcome = session.evaluated.get_untracked().filter(|_| wanted.get())?;
        Some(lines(&outcome.as_ref().as_ref().ok()?.simulation).into_any())
    });
    view! {
        <details class="details"><summary on:click=move |_| wanted.set(true)>{t::months::all_lines()}</summary>{lines}</details>
    }
}

fn lines(simulation: &Simulation) -> Element {
    let [household, business] = &all_lines(simulation);
    view! {
        <div>
            {month_table("all-household", household)}
            {month_table("all-business", business)}
            <p class="source">{t::table::business_pays()}" "{t::table::rounded()}</p>
        </div>
    }
}

fn assumptions(said: &Said) -> Element {
    let carried = said.rates_carried.clone().map(|Assumption { text, tag }| {
        let rules = view! { <a href=Route::Rules.href()>{t::rules::title()}</a> };
        view! { <p>{text.into_owned()}" "{rules}" "<span class="tag">{tag}</span></p> }
    });
    view! { <section><h2>{t::months::assumptions()}</h2>{assumption_list(&said.assumptions)}{carried}</section> }
}

pub(super) fn source(session: Session) -> Element {
    let ruleset = session.with_case(|case| ruleset(today(session), case.scheme));
    view! { <p class="source">{ruleset}" "{t::months::sources()}</p> }
}

fn actions() -> Element {
    view! {
        <div class="actions">
            <button class="button button-secondary" type="button" on:click=|_| printer::print()>{t::common::print()}</button>
            <a href=Route::Compare.href()>{t::months::compare()}</a>
            <a href=Route::Budget.href()>{t::months::to_budget()}</a>
        </div>
    }
}
