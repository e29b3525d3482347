//! The bar with what can be done with the case, the line with what it is worked out by, and the foot with the shortcuts.

use std::time::Duration;

use leptos::prelude::*;
use mikrolaan_app_core::locale::argument::Count;
use mikrolaan_app_core::locale::texts::office::case_page as t;
use mikrolaan_app_core::locale::texts::office::{caseworker, page};
use mikrolaan_app_core::office::caseworker::examples::SampleCase;
use mikrolaan_app_core::office::caseworker::state_line::chosen_month;
use mikrolaan_app_core::views::contact::PAGE_EVALUATION;
use mikrolaan_markup::watch::SharedSignal;
use mikrolaan_markup::{Element, Event as DomEvent, dynamic, view};

use super::panels::Panel;
use super::{CaseDesk, button};
use crate::browser::files::empty;
use crate::browser::wiping::{Idle, watch_idle, wipe};
use crate::components::{Icon, live_text};
use crate::page_head::brand;
use crate::platform::printer;

/// So long a first press waits for the second.
const ARMED: Duration = Duration::from_secs(5);

/// The bar.
pub fn bar(desk: CaseDesk) -> Element {
    let open = move |panel: Panel| move || desk.open(panel);
    let pressed = move || if desk.for_citizen.get() { "true" } else { "false" };
    let turn = move |_| desk.turn_to_citizen();
    view! {
        <div class="cw__bar" role="group" aria-label=t::bar::label()>
            {brand()}
            <span class="cw__title" aria-hidden="true">{caseworker::title()}</span>
            {samples(desk)}
            {button("button button-secondary", t::bar::open(), open(Panel::Open))}
            {button("button button-secondary", t::bar::give(), open(Panel::Give))}
            <button class="button button-secondary" type="button" aria-pressed=pressed aria-keyshortcuts="Alt+B" on:click=turn>{t::bar::for_citizen()}</button>
            <button class="button button-secondary" type="button" aria-keyshortcuts="Alt+K" on:click=move |_| desk.open(Panel::Note)>{t::bar::copy()}</button>
            {button("button button-secondary", t::bar::print(), printer::print)}
            {new_citizen(desk)}
        </div>
    }
}

/// The invented cases, each in one step; what is there is only replaced when it is nobody's, or when one says so.
fn samples(desk: CaseDesk) -> Element {
    let name = |sample: &SampleCase| [sample.letter(), ": ", &sample.trade()].concat();
    let options: Vec<Element> =
        SampleCase::ALL.iter().map(|sample| view! { <option value=sample.letter()>{name(sample)}</option> }).collect();
    let choose = move |event: DomEvent| {
        let word = event_target_value(&event);
        let Some(sample) = SampleCase::ALL.into_iter().find(|sample| sample.letter() == word) else { return };
        empty(&event);
        desk.take_sample(sample);
    };
    view! {
        <label class="cw__sample"><span>{t::bar::sample()}</span>
            <select class="form-select" on:change=choose><option value="">{t::bar::sample_none()}</option>{options}</select>
        </label>
    }
}

/// Two presses within five seconds, and nothing is left.
fn new_citizen(desk: CaseDesk) -> Element {
    let armed = SharedSignal::new(false);
    let press = move |_| {
        if armed.get_untracked() {
            wipe(desk.has_copied.get_untracked());
        } else {
            armed.set(true);
            desk.announcer.announce(&t::bar::new_again());
            set_timeout(move || armed.set(false), ARMED);
        }
    };
    let class = move || if armed.get() { "button button-primary is-armed" } else { "button button-primary" };
    let words = move || if armed.get() { t::bar::new_again().to_owned() } else { t::bar::new().to_owned() };
    view! { <button class=class type="button" on:click=press>{live_text(words)}</button> }
}

/// What the case is worked out by: that the scheme is closed, the rates, the month, what the municipality has set itself.
pub fn state_line(desk: CaseDesk) -> Element {
    let idle = SharedSignal::new(Idle::Until(0, 0));
    watch_idle(move |now| {
        if now == Idle::Over {
            wipe(desk.has_copied.get_untracked());
        } else if now != idle.get_untracked() {
            let asked = matches!(idle.get_untracked(), Idle::Asks(_));
            if let (Idle::Asks(seconds), false) = (now, asked) {
                desk.announcer.announce(&t::idle::asks(Count::of(seconds as usize)));
            }
            idle.set(now);
        }
    });
    let line = dynamic(move || {
        let view = desk.view.get()?;
        let line = &view.state_line;
        let mark = |words: &String| (!words.is_empty()).then(|| view! { <span class="tag">{words.clone()}</span> });
        let own: Vec<Element> = line.overrides.iter().chain([&line.carried, &line.sample]).filter_map(mark).collect();
        let options: Vec<Element> = line
            .months
            .iter()
            .map(|month| {
                let selected = month.value == line.chosen;
                view! { <option value=month.value.clone() prop:selected=selected>{month.label.clone()}</option> }
            })
            .collect();
        let choose = move |event: DomEvent| {
            let word = event_target_value(&event);
            if let Some(event) = desk.with(|state| chosen_month(state, &word)) {
                desk.dispatch(event);
                desk.say();
            }
        };
        let class = if line.is_another_month { "form-select is-changed" } else { "form-select" };
        Some(
            view! {
                <p>{Icon::Info.draw()}<strong>{line.closed.clone()}</strong>" "{line.how.clone()}" "{line.rates.clone()}" "{own}</p>
                <label>{t::as_of()}" "<select class=class on:change=choose>{options}</select></label>
            }
            .into_any(),
        )
    });
    let asks = move || matches!(idle.get(), Idle::Asks(_));
    let words = move || match idle.get() {
        Idle::Until(hours, minutes) => t::wiped_at(&format!("{hours:02}.{minutes:02}")),
        Idle::Asks(seconds) => t::idle::asks(Count::of(seconds as usize)),
        Idle::Over => String::new(),
    };
    let stay = dynamic(move || asks().then(|| button("button button-secondary", t::idle::stay(), || ()).into_any()));
    view! {
        <div class="cw__state" class:is-asking=asks>
            {line}
            <span class="cw__idle">{live_text(words)}{stay}</span>
        </div>
    }
}

/// The foot.
pub fn foot() -> Element {
    let key = |name: &'static str, words: mikrolaan_app_core::locale::language::Text| {
        view! { <span><kbd>{name}</kbd>" "{words}</span> }
    };
    let keys = vec![
        key("Alt 1–4", t::keys::columns()),
        key("Alt N", t::keys::notes()),
        key("Alt H", t::keys::checklist()),
        key("Alt R", t::keys::trace()),
        key("Alt K", t::keys::copy()),
        key("Alt B", t::keys::citizen()),
    ];
    let evaluation = PAGE_EVALUATION.then(|| view! { <a href="../evaluering/">{page::evaluation()}</a> });
    view! {
        <footer class="cw__foot">
            <p><strong>{page::guidance()}</strong>" "{t::never_names()}" "{evaluation}</p>
            <p class="cw__keys" role="group" aria-label=t::keys::label()>{keys}</p>
        </footer>
    }
}
