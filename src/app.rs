//! Which page shows, and what happens on every step from one to the next.

use std::sync::{Mutex, PoisonError};

use leptos::prelude::*;
use mikrolaan_markup::view;

use crate::components::{Announcer, keyed, say};
use crate::pages;
use crate::platform::{clock, focus, leaving, location, pause, printer, shell, tab};
use crate::session::Session;
use crate::watch::{Held, watch};
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::navigation::{Arrival, Route};
use mikrolaan_app_core::state::State;
use mikrolaan_app_core::views::tabs::{Tab, tabs};

/// Everything in `#app`.
#[component]
pub fn App() -> impl IntoView {
    let today = clock::today();
    let kept = tab::take().and_then(|text| State::restored(&text, today.month));
    let session = Session::begin(today, kept.unwrap_or_else(|| State::new(today.month)));
    pause::then(move || {
        session.keep();
    });
    let announcer = Announcer::begin();
    leaving::warn_while(move || !session.keep());
    provide_context(session);
    provide_context(announcer);
    shell::show_lost(leaving::lost_something());
    let route = follow_address(session);
    on_every_step(route, announcer);
    before_every_print(session);
    // Keyed, so that a step draws a new page and never patches the old one: the browser's translation
    // may have moved its text nodes, and what was open or written on the last page must not stay.
    let redrawn = watch(move || Some(session.with(State::redrawn) as i64));
    view! {
        {pages::undo_bar(session)}
        {drawn_anew(move || (route.get(), redrawn.get()), move || page(route.get_untracked()))}
        <p class="visually-hidden" id="live" role="status">{say(move || announcer.heard())}</p>
    }
}

/// A view that is drawn anew whenever `key` has become another: each key that comes gets the next number.
fn drawn_anew<K: PartialEq + Send + 'static>(
    key: impl Fn() -> K + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let last = Mutex::new((0, None));
    let number = move || {
        let now = Some(key());
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.1 != now {
            *last = (last.0 + 1, now);
        }
        vec![last.0]
    };
    keyed(number, move |_| draw())
}

/// The route of the address, now and whenever it changes.
fn follow_address(session: Session) -> Held<Route> {
    let route = Held::new(Route::Start);
    let arrive = move |fragment: String| {
        let Some(wanted) = Route::parse(&fragment) else { return };
        let Arrival { event, page } = untrack(|| session.with(|state| wanted.arrive(state)));
        if let Some(event) = event {
            session.dispatch(event);
        }
        if page != wanted {
            location::replace(&page.href());
        }
        route.set(page);
    };
    location::on_change(arrive);
    arrive(location::fragment());
    route
}

/// Shows the start page or the app, and moves the focus to the new heading; not when the site opens.
fn on_every_step(route: Held<Route>, announcer: Announcer) {
    Effect::new(move |before: Option<()>| {
        let start = route.get() == Route::Start;
        if before.is_some() {
            shell::hide_lines();
        }
        shell::show_start(start);
        if start {
            shell::set_title(t::common::app());
        }
        if before.is_some() {
            // What was said on the last page is not about this one.
            announcer.say("");
            focus::on_page(if start { shell::START } else { "indhold" });
        }
    });
}

/// What waits until a field is left, or for a pause in the typing, happens before the page goes to paper.
fn before_every_print(session: Session) {
    printer::before(move || {
        focus::settle_field();
        session.settle();
    });
}

/// A page with the way to its neighbours above it.
fn page(route: Route) -> AnyView {
    let page = match route {
        Route::Start => return ().into_any(),
        Route::Question(key) => pages::question_page(key),
        Route::Rules => pages::rules_page(),
        Route::Accessibility => pages::accessibility_page(),
        Route::Answers => pages::answers_page(),
        Route::Result => pages::result_page(),
        Route::Budget => pages::budget_page(),
        Route::Months => pages::months_page(),
        Route::Trace(month, line) => pages::trace_page(month, line),
        Route::Compare => pages::compare_page(),
        // The other two have sent the person on before a page is drawn.
        Route::NotFound | Route::FirstQuestion | Route::Example(_) => pages::not_found_page(),
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
