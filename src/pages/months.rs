//! Month by month: what somebody should know, the picture, the table, the figures to change, and what
//! it all rests on. Nothing is worked out here.

mod panel;
mod refused;

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::rulebook::VERSION;

use crate::app::Announcer;
use crate::charts::figure;
use crate::components::ground_list::ground_list;
use crate::components::key_sentences::key_sentences;
use crate::components::month_table::{items_table, month_table};
use crate::components::Heading;
use crate::danish::write::{date, month_year};
use crate::platform::{clock, focus, printer};
use crate::route::Route;
use crate::session::Session;
use crate::story::{Story, base, tell};
use crate::texts as t;

/// The heading of the panel, which takes the focus from the link to it.
const PANEL_TITLE: &str = "ret-tallene-titel";

/// What the months say; `None` while they cannot be worked out.
type Told = Memo<Option<Story>>;

/// The page.
#[component]
pub fn MonthsPage() -> impl IntoView {
    let session = Session::get();
    session.ensure_scenario();
    let story: Told = Memo::new(move |_| {
        let simulation = session.simulation.get()?.ok()?;
        session.with_case(|case| tell(case, &simulation).ok())
    });
    let can_tell = Memo::new(move |_| story.with(Option::is_some));
    let top = move || if can_tell.get() { keys(story) } else { refused::refused(session) };
    let picture = move || can_tell.get().then(|| picture(story));
    let more = move || can_tell.get().then(|| more(session, story));
    view! {
        <main class="container page" id="indhold">
            {print_head(session)}
            <Heading text=t::months::title()/>
            {move || session.is_example().then(example_note)}
            {top}
            <p class="jump"><a href="#ret-tallene" on:click=to_panel>{t::months::edit()}</a></p>
            <div class="months">
                {picture}
                <form class="card inputs months__inputs" id="ret-tallene" novalidate
                    on:submit=move |event| event.prevent_default()
                    on:change=move |_| announce(story)>
                    <h2 id=PANEL_TITLE tabindex="-1">{t::months::edit()}</h2>
                    <p class="form-hint">{t::months::edit_hint()}</p>
                    {panel::groups(session)}
                </form>
                {more}
            </div>
        </main>
    }
}

fn to_panel(event: mikrolaan_markup::Event) {
    event.prevent_default();
    focus::on_id(PANEL_TITLE);
}

/// Says the first sentence anew when a field has been left.
fn announce(story: Told) {
    let first = story.with_untracked(|story| story.as_ref().and_then(|story| Some(story.keys.first()?.fact.clone())));
    Announcer::get().say(&[t::common::recalculated(), &first.unwrap_or_default()].join(" "));
}

/// The line at the top of the paper.
fn print_head(session: Session) -> AnyView {
    let rates = move || session.with_case(|case| t::months::print_rates(&month_year(case.as_of)));
    view! {
        <p class="print-head">
            <span>{t::months::print_head()}</span>
            <span>{t::months::print_date(&today())}" · "{rates}</span>
        </p>
    }
    .into_any()
}

/// The day on which the figures are worked out.
fn today() -> String {
    let day = clock::today();
    date(day.number, day.month)
}

fn example_note() -> AnyView {
    view! {
        <p class="lead"><span class="tag">{t::tag::example()}</span>" "{t::months::example_note()}" "
            <a href=Route::Budget.href()>{t::months::example_own()}</a>
        </p>
    }
    .into_any()
}

fn keys(story: Told) -> AnyView {
    let before_tax = move || story.with(|story| story.as_ref().is_some_and(|story| story.before_tax));
    let sentences = move || part(story, |story| key_sentences(&story.keys));
    view! {
        <ul class="keys">{sentences}</ul>
        {move || before_tax().then(|| view! { <p class="source">{t::months::before_tax()}</p> })}
    }
    .into_any()
}

/// A part of what the months say.
fn part<T: Default>(story: Told, read: impl FnOnce(&Story) -> T) -> T {
    story.with(|story| story.as_ref().map(read).unwrap_or_default())
}

fn picture(story: Told) -> AnyView {
    let series = Memo::new(move |_| part(story, |story| story.picture.clone()));
    let groups = Memo::new(move |_| part(story, |story| story.months.clone()));
    view! {
        {figure(series)}
        <div class="months__table">{month_table(groups.into())}</div>
    }
    .into_any()
}

fn more(session: Session, story: Told) -> AnyView {
    let household = Memo::new(move |_| part(story, |story| story.items[0].clone()));
    let business = Memo::new(move |_| part(story, |story| story.items[1].clone()));
    let grounds = move || part(story, |story| ground_list(&story.base));
    view! {
        <div class="months__more">
            <details class="details">
                <summary>{t::months::all_lines()}</summary>
                {items_table("all-household", household.into())}
                {items_table("all-business", business.into())}
                <p class="source">{t::table::business_pays()}" "{t::table::rounded()}</p>
            </details>
            <section>
                <h2>{t::months::assumptions()}</h2>
                <ul>{grounds}</ul>
                <p class="source">{move || ruleset(session)}" "{t::months::sources()}</p>
            </section>
            <div class="actions">
                <button class="button button-secondary" type="button" on:click=move |_| printer::print()>{t::common::print()}</button>
                <a href=Route::Budget.href()>{t::months::compare()}</a>
            </div>
        </div>
    }
    .into_any()
}

fn ruleset(session: Session) -> String {
    let scheme = session.with_case(|case| base::scheme_name(case.scheme));
    t::months::ruleset(&today(), scheme, VERSION)
}
