//! *Ser tallet forkert ud?*: the figure again, what changes it most, the usual reasons, and a text for the municipality.
//!
//! One view model, a function of the state, of what the plan comes to and of the figure one came from.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_markup::{Element, dynamic, view};

use super::months::cannot_calculate::{cannot_calculate, unreadable};
use super::months::example_note;
use crate::components::{Icon, contact, copy_box, fold, heading};
use crate::platform::location;
use crate::session::Session;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::help as words;
use mikrolaan_app_core::locale::words::origin;
use mikrolaan_app_core::navigation::{FigurePlace, Route};
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::help::{DoubtedValue, HelpTold, HelpView};
use mikrolaan_markup::watch::worked_out;

/// The page about this figure, or about what the months say first.
pub fn help_page(asked: Option<FigurePlace>) -> Element {
    let session = Session::get();
    session.dispatch(Event::EnsureScenario);
    let day = session.today;
    let help = worked_out(move || {
        let outcome = session.evaluated.get()?;
        Some(Arc::new(session.with(|state| HelpView::of(state, &outcome, asked, day))))
    });
    let content = dynamic(move || {
        let content = match &*help.get()? {
            HelpView::Told(figure) => told(figure),
            HelpView::Asked(what) => missing(*what),
            HelpView::CannotCalculate(obstacles) => cannot_calculate(session, obstacles),
        };
        Some(content.into_any())
    });
    let (back, page) = match asked {
        Some((month, line)) => (words::back_to_figure(), Route::Trace(month, line)),
        None => (words::back_to_months(), Route::Months),
    };
    view! {
        <main class="container page page--narrow" id="indhold" tabindex="-1">
            <a class="back-link" href=page.href() on:click=location::back>{Icon::Back.draw()}<span>{back}</span></a>
            {heading(words::title().to_owned())}
            {move || session.is_example().then(|| example_note(session))}
            {unreadable(session)}
            <div class:is-unsaid=move || session.has_drafts()>{content}</div>
        </main>
    }
}

/// What is to be written before there is a figure.
fn missing(what: Text) -> Element {
    view! { <p class="lead">{what}" "<a href=Route::Months.href()>{words::back_to_months()}</a></p> }
}

fn told(figure: &HelpTold) -> Element {
    let class = if figure.is_short { "keys__first keys__first--short" } else { "keys__first" };
    let values = figure.values.iter().map(value).collect::<Vec<_>>();
    let reason = |(title, text): &(Text, String)| fold(*title, None, view! { <p>{text.clone()}</p> }.into_any());
    let reasons = figure.reasons.iter().map(reason).collect::<Vec<_>>();
    let whole = figure.whole.map(|page| view! { <p><a href=page.href()>{words::whole()}</a></p> });
    view! {
        <div>
            <ul class="keys"><li class=class>
                <p class="keys__fact">{figure.fact.clone()}</p>
                <p class="keys__note">{figure.parts.clone()}</p>
            </li></ul>
            {whole}
            <section><h2>{words::values()}</h2>{values}</section>
            <section><h2>{words::reasons()}</h2>{reasons}</section>
            <section>
                {fold(words::left_out(), None, view! { <p>{t::rules::left_out_text()}</p> }.into_any())}
            </section>
            <section>
                <h2>{words::ask()}</h2>
                <p>{words::ask_text()}</p>
                {copy_box("figure-text", words::copy(), words::read(), figure.letter.clone())}
            </section>
            {contact(&figure.contact)}
        </div>
    }
}

/// A value with where it comes from, what else the figure would be, and the way to it.
fn value(value: &DoubtedValue) -> Element {
    let missing = ("guess", t::common::not_answered());
    let told = value.is_missing.then_some(missing).or(value.from.map(|from| (origin::word(from), origin::tag(from))));
    let (word, tag) = told.unzip();
    let (class, link) = if value.is_missing {
        ("button button-primary", words::answer())
    } else {
        ("button button-secondary", t::common::change())
    };
    view! {
        <div class="val" data-from=word>
            <strong>{value.name}": "{value.value.clone()}</strong>
            {tag.map(|tag| view! { <span class="prov">{tag}</span> })}
            <p class="form-hint">{value.note.clone()}</p>
            <p class="val__sum">
                <a class=class href=value.page.href()>{link}<span class="visually-hidden">" "{value.name}</span></a>
            </p>
        </div>
    }
}
