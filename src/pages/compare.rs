//! Plans beside each other: the person's own and ready-made changes of it. Worked out only while the
//! page stands.
//!
//! One view model, a function of what the plan comes to and of what is chosen to compare, and drawn anew from it.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_markup::{Element, dynamic, view};

use super::months::cannot_calculate::{cannot_calculate, unreadable};
use super::months::{example_note, source, today};
use crate::charts::{described, legend, picture, plot};
use crate::components::plan_cards::{plan_card, plans_table};
use crate::components::{Announcer, heading};
use crate::platform::{focus, printer};
use crate::session::Session;
use mikrolaan_app_core::charts::balances;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::compare as c;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::compare::{Accounts, Card, CompareView, ComparisonView, Other, add_id, said};
use mikrolaan_app_core::views::headlines::Unwritten;
use mikrolaan_markup::watch::worked_out;

/// The page.
pub fn compare_page() -> Element {
    let session = Session::get();
    let page = CompareContext { session, announcer: Announcer::get() };
    session.dispatch(Event::EnsureScenario);
    let compared = worked_out(move || {
        let (chosen, outcome) = (session.compared(), session.evaluated.get()?);
        Some(Arc::new(untrack(|| session.with_case(|case| CompareView::of(case, &outcome, &chosen)))))
    });
    let content = dynamic(move || {
        let content = match &*compared.get()? {
            CompareView::Compared(comparison) => page.content(comparison),
            CompareView::Unwritten(unwritten) => missing(*unwritten),
            CompareView::CannotCalculate(obstacles) => cannot_calculate(session, obstacles),
        };
        Some(content.into_any())
    });
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            <p class="print-head"><span>{t::months::print_head()}</span><span>{t::months::print_date(today(session))}</span></p>
            {heading(c::title().to_owned())}
            {move || session.is_example().then(|| example_note(session))}
            {unreadable(session)}
            <div class:is-unsaid=move || session.has_drafts()>{content}</div>
        </main>
    }
}

/// What is to be written before anything can be said.
fn missing(unwritten: Unwritten) -> Element {
    view! {
        <p class="lead">{unwritten.words()}" "{t::headline::unwritten::note()}" "<a href=Route::Months.href()>{c::own_change()}</a></p>
    }
}

#[derive(Clone, Copy)]
struct CompareContext {
    session: Session,
    announcer: Announcer,
}

impl CompareContext {
    fn content(self, comparison: &ComparisonView) -> Element {
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
                {accounts(&comparison.accounts)}
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
    fn others(self, comparison: &ComparisonView) -> Element {
        let full = comparison.is_full;
        let mut list = view! { <ul class="others"></ul> };
        for &Other { variant, title } in &comparison.others {
            let next = comparison.next_id();
            // Then one reads on at the new plan.
            let add = move |_| {
                self.change(variant, title, true);
                focus::on_id(&next);
            };
            list = list.element(view! {
                <li>
                    <button class="button button-secondary" type="button" id=add_id(variant) disabled=full on:click=add>
                        {title}
                    </button>
                </li>
            });
        }
        view! { <section class="compare__add"><h2>{c::add_title()}</h2><p>{comparison.add_hint.clone()}</p>{list}</section> }
    }

    /// One plan more or less.
    fn change(self, variant: Variant, title: Text, wanted: bool) {
        self.session.dispatch(Event::Compare(variant, wanted));
        self.announcer.announce(&said(&title, wanted));
    }
}

/// The accounts of all in one picture.
fn accounts(accounts: &Accounts) -> Element {
    let Accounts { balances, months, .. } = accounts;
    let drawing = picture(balances::HEIGHT, vec![balances::shapes(balances, months)]);
    let figure = described(
        ["balances-caption", "balances-text"],
        ("source", accounts.caption.clone()),
        &accounts.legend,
        plot(balances::room(balances), Some(drawing)),
        accounts.text.clone(),
    );
    view! { <section><h2>{c::balances()}</h2>{figure}</section> }
}

fn actions() -> Element {
    view! {
        <div class="actions">
            <button class="button button-secondary" type="button" on:click=|_| printer::print()>{c::print()}</button>
        </div>
    }
}
