//! Plans beside each other: the person's own and ready-made changes of it. Worked out only while the
//! page stands.

use leptos::prelude::*;
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_markup::{Element, live, view};

use super::months::refused::{refused, unreadable};
use super::months::{example_note, source, today};
use crate::charts::{legend, picture, plot};
use crate::components::plan_cards::{plan_card, plans_table, title_id};
use crate::components::{Announcer, heading};
use crate::platform::{focus, printer};
use crate::session::Session;
use mikrolaan_app_core::charts::balances;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::compare as c;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::compare::{Card, Comparison, LETTERS, MOST, compare};
use mikrolaan_app_core::views::keys::Unwritten;

/// The page.
pub fn compare_page() -> Element {
    let session = Session::get();
    let page = Page { session, announcer: Announcer::get() };
    session.dispatch(Event::EnsureScenario);
    let content = live(move || {
        let compared = session.compared();
        let outcome = session.evaluated.get();
        let content = match outcome.as_deref() {
            Some(Ok(own)) => {
                let comparison = untrack(|| session.with_case(|case| compare(case, own, &compared)));
                match comparison.unwritten {
                    Some(unwritten) => missing(unwritten),
                    None => page.content(&comparison),
                }
            }
            Some(Err(obstacles)) => refused(session, obstacles),
            None => refused(session, &[]),
        };
        Some(content.into_any())
    });
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            <p class="print-head"><span>{t::months::print_head()}</span><span>{t::months::print_date(&today(session))}</span></p>
            {heading(c::title().to_owned())}
            {move || session.is_example().then(|| example_note(session))}
            {live(move || Some(session.with(unreadable).into_any()))}
            <div class:is-unsaid=move || session.has_drafts()>{content}</div>
        </main>
    }
}

/// What is to be written before anything can be said.
fn missing(unwritten: Unwritten) -> Element {
    let what = match unwritten {
        Unwritten::LivingCosts => t::key::unwritten::living_costs(),
        Unwritten::Revenue => t::key::unwritten::revenue(),
    };
    view! { <p class="lead">{what}" "{t::key::unwritten::note()}" "<a href=Route::Months.href()>{c::own_change()}</a></p> }
}

#[derive(Clone, Copy)]
struct Page {
    session: Session,
    announcer: Announcer,
}

impl Page {
    fn content(self, comparison: &Comparison) -> Element {
        let mut cards = view! { <div class="plans"></div> };
        for card in &comparison.cards {
            cards = cards.element(plan_card(card, comparison.highest, self.action(card)));
        }
        let mut lead = view! { <div></div> };
        for sentence in &comparison.lead {
            lead = lead.element(view! { <p class="lead">{sentence.clone()}</p> });
        }
        let lead = lead.element(view! { <p class="source">{comparison.months.clone()}</p> });
        view! {
            <div class="compare">
                {lead}
                {legend(&comparison.legend)}
                {cards}
                {self.others(comparison)}
                {accounts(comparison)}
                <section><h2>{c::table_title()}</h2>{plans_table("plans-table", &comparison.table)}</section>
                <p class="source">{t::table::rounded()}" "{c::grounds()}</p>
                {source(self.session)}
                {actions()}
            </div>
        }
    }

    /// What can be done with a plan: the own one is changed, another one taken away.
    fn action(self, card: &Card) -> AnyView {
        let Some(variant) = card.variant else {
            return view! { <p class="plan__action"><a href=Route::Months.href()>{c::own_change()}</a></p> }.into_any();
        };
        let title = card.title;
        // Then one stands where it can be had again.
        let remove = move |_| {
            self.change(variant, title, false);
            focus::on_id(&add_id(variant));
        };
        view! {
            <p class="plan__action">
                <button class="button button-tertiary" type="button" on:click=remove>
                    {t::common::remove()}" "<span class="visually-hidden">{title}</span>
                </button>
            </p>
        }
        .into_any()
    }

    /// What can be added, while there is room.
    fn others(self, comparison: &Comparison) -> Element {
        let shown = comparison.cards.len();
        let full = shown >= MOST;
        let hint = if full { c::add_full(&shown.to_string()) } else { c::add_hint().to_owned() };
        let mut list = view! { <ul class="others"></ul> };
        for &(variant, title) in &comparison.others {
            // Then one reads on at the new plan, which comes last.
            let add = move |_| {
                self.change(variant, title, true);
                focus::on_id(&LETTERS.get(shown).map(|letter| title_id(letter)).unwrap_or_default());
            };
            list = list.element(view! {
                <li>
                    <button class="button button-secondary" type="button" id=add_id(variant) disabled=full on:click=add>
                        {title}
                    </button>
                </li>
            });
        }
        view! { <section class="compare__add"><h2>{c::add_title()}</h2><p>{hint}</p>{list}</section> }
    }

    /// One plan more or less.
    fn change(self, variant: Variant, title: &'static str, wanted: bool) {
        self.session.dispatch(Event::Compare(variant, wanted));
        let words = if wanted { c::added } else { c::removed };
        self.announcer.say(&words(title));
    }
}

fn add_id(variant: Variant) -> String {
    ["add-", variant.id()].concat()
}

/// The accounts of all in one picture.
fn accounts(comparison: &Comparison) -> Element {
    let longest = comparison.cards.iter().map(|card| &card.picture.months).max_by_key(|months| months.len());
    let Some(months) = longest else { return view! { <div></div> } };
    let shapes = balances::shapes(&comparison.balances, months);
    let mut lines = view! { <ul class="legend chart__legend"></ul> };
    for (card, class) in comparison.cards.iter().zip(balances::CLASSES) {
        lines = lines.element(view! {
            <li>
                <svg class="swatch swatch--long" aria-hidden="true"><line class=class x1="0" y1="7" x2="100%" y2="7"/></svg>
                <span><strong>{card.letter}</strong>" "{card.title}</span>
            </li>
        });
    }
    view! {
        <section>
            <h2>{c::balances()}</h2>
            <figure class="chart">
                <figcaption class="source" id="balances-caption">{comparison.accounts.caption.clone()}</figcaption>
                {lines}
                <div role="img" aria-labelledby="balances-caption" aria-describedby="balances-text">
                    {plot(balances::room(&comparison.balances), Some(picture(balances::HEIGHT, vec![shapes])))}
                </div>
                <p class="visually-hidden" id="balances-text">{comparison.accounts.text.clone()}</p>
            </figure>
        </section>
    }
}

fn actions() -> Element {
    view! {
        <div class="actions">
            <button class="button button-secondary" type="button" on:click=|_| printer::print()>{c::print()}</button>
        </div>
    }
}
