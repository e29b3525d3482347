//! Which page shows, and what happens on every step from one to the next.

use std::sync::{Mutex, PoisonError};

use leptos::prelude::*;
use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_markup::view;

use crate::components::{Announcer, keyed, say};
use crate::pages;
use crate::platform::{clock, focus, leaving, location, pause, printer, shell, tab};
use crate::session::Session;
use crate::watch::{Held, watch};
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::State;
use mikrolaan_app_core::state::event::Event;

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
        let page = settle(wanted, session);
        if page != wanted {
            location::replace(&page.href());
        }
        route.set(page);
    };
    location::on_change(arrive);
    arrive(location::fragment());
    route
}

/// The page an address leads to: some stand for another page.
fn settle(route: Route, session: Session) -> Route {
    if is_about_answers(route) {
        session.dispatch(Event::LeaveExample);
    }
    match route {
        Route::FirstQuestion => session.flow().next().map_or(Route::Answers, Route::Question),
        Route::Example(id) => {
            session.dispatch(Event::ViewExample(id.unwrap_or(ExampleId::Hairdresser)));
            Route::Months
        }
        route => route,
    }
}

/// Pages that show or take the person's own answers, never an example's.
fn is_about_answers(route: Route) -> bool {
    matches!(route, Route::FirstQuestion | Route::Question(_) | Route::Answers | Route::Result)
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

fn page(route: Route) -> AnyView {
    match route {
        Route::Start => ().into_any(),
        Route::Question(key) => pages::question_page(key).into_any(),
        Route::Rules => pages::rules_page().into_any(),
        Route::Accessibility => pages::accessibility_page().into_any(),
        Route::Answers => with_tabs(route, pages::answers_page().into_any()),
        Route::Result => with_tabs(route, pages::result_page().into_any()),
        Route::Budget => with_tabs(route, pages::budget_page().into_any()),
        Route::Months => with_tabs(route, pages::months_page().into_any()),
        Route::Trace(month, line) => with_tabs(Route::Months, pages::trace_page(month, line).into_any()),
        Route::Compare => with_tabs(route, pages::compare_page().into_any()),
        // The other two have sent the person on before a page is drawn.
        Route::NotFound | Route::FirstQuestion | Route::Example(_) => pages::not_found_page().into_any(),
    }
}

/// A page with the way to its neighbours above it.
fn with_tabs(route: Route, page: AnyView) -> AnyView {
    let tabs = [
        (Route::Result, t::nav::result()),
        (Route::Budget, t::nav::budget()),
        (Route::Months, t::nav::months()),
        (Route::Compare, t::nav::compare()),
        (Route::Answers, t::nav::answers()),
    ];
    let tabs = tabs.into_iter().map(|(to, name)| {
        let current = (to == route).then_some("page");
        view! { <li><a href=to.href() aria-current=current>{name}</a></li> }
    });
    view! {
        <nav class="tabs" aria-label=t::nav::label()><ul class="container">{tabs.collect_view()}</ul></nav>
        {page}
    }
    .into_any()
}
