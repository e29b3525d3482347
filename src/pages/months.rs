//! Month by month: what somebody should know, the picture, the table, the figures to change, and what
//! it all rests on. Nothing is worked out here.

mod advice;
mod panel;
pub mod refused;

use std::sync::Arc;

use advice::Advised;
use leptos::prelude::*;
use mikrolaan_engine::case::Obstacle;
use mikrolaan_engine::rulebook::VERSION;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::Simulation;
use mikrolaan_markup::{Element, live, view};

use crate::charts::{Drawn, figure};
use crate::components::Announcer;
use crate::components::ground_list::ground_list;
use crate::components::heading;
use crate::components::key_sentences::key_sentences;
use crate::components::month_table::month_table;
use crate::pages::conflict::conflict_boxes;
use crate::pages::plan;
use crate::platform::{focus, layout, printer};
use crate::session::Session;
use crate::watch::{Held, WorkedOut, watch, worked_out};
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::write::{date, month_year};
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::{self, Story, base, tell};

/// The heading of the panel, which takes the focus from the link to it.
const PANEL_TITLE: &str = "ret-tallene-titel";

/// What the months say, or why they say nothing.
#[derive(Clone, Copy)]
struct Told(WorkedOut<Result<Story, Vec<Obstacle>>>);

impl Told {
    fn of(session: Session) -> Self {
        Told(worked_out(move || {
            let outcome = session.evaluated.get()?;
            Some(Arc::new(outcome.as_ref().as_ref().map(tell).map_err(Clone::clone)))
        }))
    }

    /// The same as of the last pause in the typing: what need not follow every key makes none wait.
    fn at_pause(self, session: Session) -> Self {
        let told = self.0;
        Told(worked_out(move || {
            session.with_settled(|_| ());
            told.get_untracked()
        }))
    }

    /// What is said, unless a figure is missing without which nothing can be.
    fn said<T>(self, say: impl FnOnce(&Story) -> T) -> Option<T> {
        let told = self.0.get()?;
        told.as_ref().as_ref().ok().filter(|story| story.unwritten.is_none()).map(say)
    }

    /// A part of the page that follows the months; nothing while there is nothing to say.
    fn part(self, part: fn(&Story) -> Element) -> AnyView {
        live(move || self.said(|story| part(story).into_any()))
    }
}

/// The page.
pub fn months_page() -> Element {
    let session = Session::get();
    session.dispatch(Event::EnsureScenario);
    let (told, announcer) = (Told::of(session), Announcer::get());
    let advised = Advised::of(session);
    let settled = told.at_pause(session);
    // What was said about figures that can no longer be read is neither seen, heard nor printed.
    let unsaid = move || session.has_drafts();
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            {settled.part(print_head)}
            {heading(t::months::title().to_owned())}
            {move || session.is_example().then(|| example_note(session))}
            {conflict_boxes(session, AnswerKey::ALL)}
            {top(session, told, advised)}
            <p class="jump"><a href="#ret-tallene" on:click=to_panel>{t::months::edit()}</a></p>
            <div class="months">
                <div class="months__said" class:is-unsaid=unsaid>{picture(told)}{settled.part(small_table)}</div>
                <form class="card inputs months__inputs" id="ret-tallene" novalidate
                    on:submit=|event| event.prevent_default()
                    on:change=move |_| {
                        session.settle();
                        announce(session, announcer, told, advised);
                    }>
                    <h2 id=PANEL_TITLE tabindex="-1">
                        <span class="screen-only">{t::months::edit()}</span><span class="print-only">{t::months::your_figures()}</span>
                    </h2>
                    <p class="form-hint">{t::months::edit_hint()}</p>
                    {plan::of_the_case(session, move || panel::groups(session).into_any())}
                </form>
                <div class="months__more">
                    <div class:is-unsaid=unsaid>
                        {all_lines(session, settled)}
                        {advised.matters()}
                        {settled.part(grounds)}
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
fn announce(session: Session, announcer: Announcer, told: Told, advised: Advised) {
    if untrack(|| session.has_drafts()) {
        return;
    }
    let words = untrack(|| {
        let fact = told.said(|story| story.keys.first().map(|key| key.fact.clone())).flatten();
        fact.map(|fact| [t::common::recalculated(), &fact, &advised.words()].join(" ").trim_end().to_owned())
    });
    announcer.say(&words.unwrap_or_default());
}

/// The line at the top of the paper.
fn print_head(story: &Story) -> Element {
    let rates = story.rates_from.map(|month| t::months::print_rates(&month_year(month))).unwrap_or_default();
    view! {
        <p class="print-head">
            <span>{t::months::print_head()}</span><span>{t::months::print_date(&today(Session::get()))}" · "{rates}</span>
        </p>
    }
}

/// The day on which the figures are worked out.
pub(super) fn today(session: Session) -> String {
    date(session.today.number, session.today.month)
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

/// The key sentences and what would help, or why there are none.
fn top(session: Session, told: Told, advised: Advised) -> AnyView {
    let keys = live(move || Some(told.said(|story| keys(story, advised))?.into_any()));
    // Drawn anew only when something else is asked: one writes in it.
    let asked = watch(move || Some(refused::Asked::of(told.0.get()?.as_ref().as_ref())? as i64));
    let asks = live(move || {
        asked.get()?;
        let asked = refused::Asked::of(told.0.get_untracked()?.as_ref().as_ref())?;
        Some(refused::ask(session, asked).into_any())
    });
    let problems = live(move || {
        let told = told.0.get()?;
        let problems = told.as_ref().as_ref().err().filter(|problems| !refused::is_benefit_missing(problems))?;
        Some(refused::refused(session, problems).into_any())
    });
    let unreadable = live(move || Some(session.with(refused::unreadable).into_any()));
    view! { <div>{unreadable}{asks}{problems}<div class:is-unsaid=move || session.has_drafts()>{keys}</div></div> }
        .into_any()
}

fn keys(story: &Story, advised: Advised) -> Element {
    let note = story.before_tax.then(|| view! { <p class="source">{t::months::before_tax()}</p> });
    view! { <div>{key_sentences(&story.keys)}{advised.offers()}{note}</div> }
}

/// The picture. CSS shows one of two by the width of its box; only that one is drawn, but on paper.
fn picture(told: Told) -> AnyView {
    let drawn = Held::new(Drawn::Both);
    let look = move || {
        let seen = Drawn::PLACES.into_iter().find(|(_, place)| layout::is_shown(place));
        if let Some((seen, _)) = seen.filter(|&(seen, _)| drawn.try_get_untracked() != Some(seen)) {
            drawn.set(seen);
        }
    };
    layout::when_sized(look);
    printer::before(move || drawn.set(Drawn::Both));
    printer::after(look);
    live(move || {
        let drawn = drawn.get();
        told.said(|story| figure(&story.picture, drawn).into_any())
    })
}

fn small_table(story: &Story) -> Element {
    view! {
        <div class="months__table">{month_table("months-table", &story.months)}<p class="source">{t::trace::hint()}" "{t::table::rounded()}</p></div>
    }
}

/// Every line there is, folded. Drawn only when somebody looks, on the page or on paper: it is half of
/// what would have to be written anew on every key.
fn all_lines(session: Session, settled: Told) -> AnyView {
    let wanted = Held::new(false);
    printer::before(move || wanted.set(true));
    let can_tell = watch(move || settled.said(|_| 1));
    live(move || can_tell.get().map(|_| folded(wanted, session).into_any()))
}

fn folded(wanted: Held<bool>, session: Session) -> Element {
    let lines = live(move || {
        session.with_settled(|_| ());
        let outcome = session.evaluated.get_untracked().filter(|_| wanted.get())?;
        Some(lines(&outcome.as_ref().as_ref().ok()?.simulation).into_any())
    });
    view! {
        <details class="details"><summary on:click=move |_| wanted.set(true)>{t::months::all_lines()}</summary>{lines}</details>
    }
}

fn lines(simulation: &Simulation) -> Element {
    let [household, business] = &views::all_lines(simulation);
    view! {
        <div>
            {month_table("all-household", household)}
            {month_table("all-business", business)}
            <p class="source">{t::table::business_pays()}" "{t::table::rounded()}</p>
        </div>
    }
}

fn grounds(story: &Story) -> Element {
    view! { <section><h2>{t::months::assumptions()}</h2>{ground_list(&story.base)}</section> }
}

pub(super) fn source(session: Session) -> Element {
    let scheme = session.with_case(|case| base::scheme_name(case.scheme));
    view! { <p class="source">{t::months::ruleset(&today(session), scheme, VERSION)}" "{t::months::sources()}</p> }
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
