//! Month by month: what somebody should know first, what they can do, the months, the figures to change, what matters,
//! what is not certain, and what it all rests on.
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
use crate::components::headlines::{self, lead};
use crate::components::month_list::month_list;
use crate::components::month_table::month_table;
use crate::components::{Announcer, glyph, heading};
use crate::pages::conflict::conflict_boxes;
use crate::pages::plan;
use crate::platform::{focus, layout, printer};
use crate::session::Session;
use mikrolaan_app_core::locale::argument::DateOf;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::write;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::assumptions::Assumption;
use mikrolaan_app_core::views::decisive::{self, DecisiveView};
use mikrolaan_app_core::views::glyph::Glyph;
use mikrolaan_app_core::views::months::{MonthsView, Said, all_lines, ruleset};
use mikrolaan_app_core::views::unsure::Unsure;
use mikrolaan_markup::watch::{SharedSignal, WorkedOut, watch, worked_out};

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
    let tell = move || announce(session, announcer, months, advised);
    // What need not follow every key makes none wait.
    let debounced = worked_out(move || {
        session.with_debounced(|_| ());
        months.get_untracked()
    });
    // What was said about figures that can no longer be read is neither seen, heard nor printed.
    let unsaid = move || session.has_drafts();
    let drawn = drawn_picture();
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            {part(debounced, print_head)}
            <div class="is-heard">{heading(t::months::title().to_owned())}</div>
            {move || session.is_example().then(|| example_note(session))}
            {conflicts(session)}
            <div class="months">
                <div class="months__main">
                    {top(session, months, advised, tell)}
                    <div class="months__said" class:is-unsaid=unsaid>
                        <h2 class="months__list-title">{t::months::list()}</h2>
                        {picture(months, drawn)}
                        {small_table(debounced, drawn)}
                    </div>
                </div>
                <div class="months__side">
                    <form class="card inputs months__five" novalidate
                        on:submit=|event| event.prevent_default()
                        on:change=move |_| {
                            session.flush();
                            tell();
                        }>
                        <h2>{t::months::five()}</h2>
                        {plan::of_the_case(session, move || panel::five(session).into_any())}
                        <p><a href=Route::Budget.href()>{t::months::all_figures()}</a></p>
                    </form>
                    {on_paper(session)}
                    <div class:is-unsaid=unsaid>{advised.sensitivity()}{part(debounced, unsure)}</div>
                </div>
                <div class="months__more">
                    <div class:is-unsaid=unsaid>
                        {part(debounced, rest)}
                        {part(debounced, assumptions)}
                        {every_line(session, debounced)}
                    </div>
                    {actions()}
                </div>
            </div>
        </main>
    }
}

/// What an answer and the plan say differently; not while a change is tried, which is no answer.
fn conflicts(session: Session) -> Element {
    let tries = watch(move || Some(session.with(|state| state.tried().is_some()).into()));
    view! { <div hidden=move || tries.get() == Some(1)>{conflict_boxes(session, AnswerKey::ALL)}</div> }
}

/// Says the first sentence anew when a field has been left or a change is tried, and what would be enough. While a
/// field cannot be read, nothing but what is wrong with it, which the field says.
fn announce(session: Session, announcer: Announcer, months: MonthsMemo, advised: Advised) {
    if untrack(|| session.has_drafts()) {
        return;
    }
    let months = months.get_untracked();
    let said = months.as_ref().and_then(|months| months.said());
    let is_tried = untrack(|| session.with(|state| state.tried().is_some()));
    let levers = advised.levers.get_untracked().filter(|_| !is_tried);
    let condition = untrack(|| condition(session));
    announcer.announce(&said.map(|said| said.announcement(&condition, levers.as_deref())).unwrap_or_default());
}

/// The line at the top of the paper.
fn print_head(said: &Said) -> Element {
    let (day, rates) = (t::months::print_date(today(Session::get())), said.print_rates.clone());
    view! { <p class="print-head"><span>{t::months::print_head()}</span><span>{day}" · "{rates}</span></p> }
}

/// The day on which the figures are worked out.
pub(super) fn today(session: Session) -> DateOf {
    DateOf(session.today)
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

/// The first sentence and what one can do, or why there is none.
fn top(
    session: Session,
    months: MonthsMemo,
    advised: Advised,
    tell: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let drawn = dynamic(move || {
        let months = months.get()?;
        let said = months.said()?;
        Some(lead(said, said.lead()?).into_any())
    });
    let condition = dynamic(move || {
        months.get()?.said()?;
        let words = condition(session);
        (!words.is_empty()).then(|| view! { <p class="keys__condition">{words}</p> }.into_any())
    });
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
            <div class:is-unsaid=move || session.has_drafts()>{condition}{drawn}{decisive(session, months)}{advised.offers(tell)}</div>
        </div>
    }
    .into_any()
}

/// What the first sentence holds under, while what is spent or sold is nobody's figure. Of an example all is, and that is said.
fn condition(session: Session) -> String {
    if session.is_example() { String::new() } else { session.with_case(decisive::condition) }
}

/// How many of the figures that decide most are the person's, with the way to the others.
fn decisive(session: Session, months: MonthsMemo) -> AnyView {
    dynamic(move || {
        months.get()?.said()?;
        if session.is_example() {
            return None;
        }
        let DecisiveView { words, unsure } = session.with_case(DecisiveView::of);
        let link = |(name, page): (Text, Route)| view! { " "<a class="prov prov--guess" href=page.href()>{name}</a> };
        let guessed = (!unsure.is_empty()).then(|| [" ", &*t::decisive::guessed()].concat());
        let links: Vec<AnyView> = unsure.into_iter().map(|one| link(one).into_any()).collect();
        Some(view! { <p class="decisive screen-only">{words}{guessed}{links}</p> }.into_any())
    })
}

/// Which of picture and list is seen: CSS shows one of two by the width of their box. Only that one is drawn; the
/// paper has the picture.
fn drawn_picture() -> SharedSignal<Drawn> {
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
    drawn
}

fn picture(months: MonthsMemo, drawn: SharedSignal<Drawn>) -> AnyView {
    let opened = SharedSignal::new(0);
    dynamic(move || {
        let drawn = drawn.get();
        let months = months.get()?;
        let said = months.said()?;
        let list = (drawn != Drawn::Upright).then(|| month_list(&said.list, &said.picture, opened));
        Some(figure(&said.picture, drawn, list).into_any())
    })
}

/// The months in whole kroner, beside the picture; the list has them in it.
fn small_table(months: MonthsMemo, drawn: SharedSignal<Drawn>) -> AnyView {
    dynamic(move || {
        let months = months.get()?;
        let said = months.said().filter(|_| drawn.get() != Drawn::List)?;
        Some(
            view! {
                <div class="months__table">{month_table("months-table", &said.months)}<p class="source">{t::trace::hint()}" "{t::table::rounded()}</p></div>
            }
            .into_any(),
        )
    })
}

/// All figures that are of use on paper: drawn for it, and gone after it.
fn on_paper(session: Session) -> AnyView {
    let wanted = SharedSignal::new(false);
    printer::before(move || wanted.set(true));
    printer::after(move || wanted.set(false));
    dynamic(move || {
        wanted.get().then(|| {
            view! {
                <div class="inputs months__inputs is-heard"><h2>{t::months::your_figures()}</h2>{panel::groups(session)}</div>
            }
            .into_any()
        })
    })
}

/// What is not certain, and where it can be answered or put right.
fn unsure(said: &Said) -> Element {
    let mut list = view! { <ul class="pairs"></ul> };
    for Unsure { what, note, field, asked } in &said.unsure {
        let words = if *asked { t::months::answer() } else { t::months::correct() };
        let heard = [&*words, ": ", what].concat();
        let field = *field;
        list = list.element(view! {
            <li>
                {glyph(Glyph::Unknown)}
                <p>{what.clone().into_owned()}" "<span class="source">{note.clone().into_owned()}</span></p>
                <a href=Route::Budget.href() aria-label=heard on:click=move |_| focus::on_id(field)>{words}</a>
            </li>
        });
    }
    view! { <section class="screen-only"><h2>{t::months::unsure()}</h2>{list}</section> }
}

fn rest(said: &Said) -> Element {
    view! { <details class="details"><summary>{t::months::more()}</summary>{headlines::rest(said.rest())}</details> }
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
    let count = write::whole((said.assumptions.len() + usize::from(carried.is_some())) as i64);
    view! {
        <details class="details">
            <summary>{t::months::assumptions()}" "<span class="source">{count}</span></summary>
            {assumption_list(&said.assumptions)}{carried}{source(Session::get())}
        </details>
    }
}

pub(super) fn source(session: Session) -> Element {
    let ruleset = session.with_case(|case| ruleset(today(session), case.scheme));
    view! { <p class="source">{ruleset}" "{t::months::sources()}</p> }
}

fn actions() -> Element {
    view! {
        <div class="actions">
            <a class="button button-primary" href=Route::NextSteps.href()>{t::nav::next_steps()}</a>
            <a class="button button-secondary" href=Route::TakeAlong.href()>{t::nav::take_along()}</a>
            <button class="button button-tertiary" type="button" on:click=|_| printer::print()>{t::common::print()}</button>
            <a href=Route::Compare.href()>{t::months::compare()}</a>
            <a href=Route::Help(None).href()>{t::months::wrong()}</a>
        </div>
    }
}
