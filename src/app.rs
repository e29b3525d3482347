//! Which page shows, and what happens on every step from one to the next.

use leptos::prelude::*;
use mikrolaan_markup::view;

use crate::components::{Announcer, live_text};
use crate::pages;
use crate::platform::{clock, debounce, focus, leaving, location, printer, shell, tab};
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::navigation::{Arrival, Route};
use mikrolaan_app_core::state::State;
use mikrolaan_app_core::views::tabs::{Tab, tabs};
use mikrolaan_markup::keyed;
use mikrolaan_markup::watch::{SharedSignal, watch};

/// Everything in `#app`.
#[component]
pub fn App() -> impl IntoView {
    let today = clock::today();
    let kept = tab::take().and_then(|text| State::restored(&text, today.month()));
    let session = Session::new(today, kept.unwrap_or_else(|| State::new(today.month())));
    debounce::run(move || {
        session.keep();
    });
    let announcer = Announcer::new();
    leaving::warn_while(move || !session.keep());
    provide_context(session);
    provide_context(announcer);
    shell::show_lost(leaving::lost_something());
    let step = follow_address(session);
    on_every_step(step, announcer);
    before_every_print(session);
    // Keyed, so that a step draws a new page and never patches the old one: the browser's translation
    // may have moved its text nodes, and what was open or written on the last page must not stay.
    let redrawn = watch(move || Some(session.with(State::redrawn) as i64));
    let fetched = rest_fetched(step);
    let language = chosen_language(step, announcer);
    // None of them ever falls, so their sum is another number whenever one of them is.
    let drawn =
        move || vec![step.get().number + redrawn.get().unwrap_or_default() as usize + fetched.get() + language.get()];
    view! {
        {keyed(move || vec![language.get()], move |_| pages::undo_bar(session))}
        {keyed(drawn, move |_| page(step.get_untracked().page, fetched.get_untracked() > 0))}
        <p class="visually-hidden" id="live" role="status">{live_text(move || announcer.message())}</p>
    }
}

/// The page one is on, and how many steps from page to page led there.
#[derive(Clone, Copy, Default)]
struct HistoryStep {
    page: Route,
    number: usize,
}

/// The page of the address, now and whenever it changes.
fn follow_address(session: Session) -> SharedSignal<HistoryStep> {
    let step = SharedSignal::new(HistoryStep::default());
    let arrive = move |fragment: String| {
        let Some(wanted) = Route::parse(&fragment) else { return };
        let Arrival { event, page } = untrack(|| session.with(|state| wanted.arrive(state)));
        if let Some(event) = event {
            session.dispatch(event);
        }
        if wanted == Route::SharedCase {
            session.offered.set(fragment);
        }
        if page != wanted {
            location::replace(&page.href());
        }
        let before: HistoryStep = step.get_untracked();
        step.set(HistoryStep { page, number: before.number + usize::from(page != before.page) });
    };
    location::on_change(arrive);
    arrive(location::fragment());
    step
}

/// Shows the start page or the app, and moves the focus to the new heading; not when the site opens.
fn on_every_step(step: SharedSignal<HistoryStep>, announcer: Announcer) {
    Effect::new(move |before: Option<()>| {
        let start = step.get().page == Route::Start;
        if before.is_some() {
            shell::hide_lines();
        }
        shell::show_start(start);
        if start {
            shell::set_title(&t::common::app());
        }
        if before.is_some() {
            // What was said on the last page is not about this one.
            announcer.announce("");
            focus::on_page(if start { shell::START } else { "indhold" });
        }
    });
}

/// What waits until a field is left, or is debounced, happens before the page goes to paper.
fn before_every_print(session: Session) {
    printer::before(move || {
        focus::settle_field();
        session.flush();
    });
}

/// How often a page has waited for what the program does not bring along; the texts that came are spoken by then. A page that
/// does not wait for it is left alone: somebody may be typing on it.
fn rest_fetched(step: SharedSignal<HistoryStep>) -> SharedSignal<usize> {
    let fetched = SharedSignal::new(0);
    shell::when_rest_comes(move || {
        if step.get_untracked().page.is_looked_up() {
            fetched.set(fetched.get_untracked() + 1);
            focus::on_page("indhold");
        }
    });
    fetched
}

/// How often another language was chosen: everything is drawn anew in it, and the page stays where it was.
fn chosen_language(step: SharedSignal<HistoryStep>, announcer: Announcer) -> SharedSignal<usize> {
    let chosen = SharedSignal::new(0);
    shell::when_language_comes(move || {
        focus::stay();
        announcer.announce("");
        if step.get_untracked().page == Route::Start {
            shell::set_title(&t::common::app());
        }
        chosen.set(chosen.get_untracked() + 1);
    });
    chosen
}

/// A page with the way to its neighbours above it. `has_asked` for what the program does not bring along. Nothing else calls
/// for a page that is looked up, since here it is asked whether that is here; the build sees to it (docs/adr/0014).
#[inline(never)]
fn page(route: Route, has_asked: bool) -> AnyView {
    let page = match route {
        Route::Start => return ().into_any(),
        Route::Question(key) => pages::question_page(key),
        Route::Answers => pages::answers_page(),
        Route::Result => pages::result_page(),
        Route::Money(step) => pages::money_page(step),
        Route::Budget => pages::budget_page(),
        Route::Months => pages::months_page(),
        // The other two have sent the person on before a page is drawn.
        Route::NotFound | Route::FirstQuestion | Route::ShortWay | Route::Example(_) | Route::SharedCase => {
            pages::not_found_page()
        }
        looked_up if shell::is_whole() => pages::looked_up_page(looked_up),
        _ => pages::fetching_page(has_asked),
    };
    let Some(tabs) = tabs(route) else { return page.into_any() };
    let tabs = tabs.map(|Tab { page, name, is_current }| {
        view! { <li><a href=page.href() aria-current=is_current.then_some("page")>{name}</a></li> }
    });
    view! {
        <nav class="tabs" aria-label=t::nav::label()><ul class="container">{Vec::from(tabs)}</ul></nav>
        {page}
    }
    .into_any()
}
