//! *Næste skridt*: what can be done today, what to do after a letter, and what only comes if the scheme opens again.
//!
//! One view model, a function of the state, of what the plan comes to and of the day. Its order is that of what was noted when
//! the page was opened, so that no field jumps away under the hand.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::quantity::Date;
use mikrolaan_markup::{Element, Event, dynamic, view};

use super::months::cannot_calculate::{cannot_calculate, unreadable};
use crate::components::source::{named, source_line};
use crate::components::{Icon, contact, copy_box, fold, glyph, heading, live_text};
use crate::platform::{download, printer};
use crate::session::Session;
use mikrolaan_app_core::formats::calendar::MEDIA_TYPE;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::next_steps as words;
use mikrolaan_app_core::navigation::{MoneyStep, Route};
use mikrolaan_app_core::state::State;
use mikrolaan_app_core::state::event::Event as StateEvent;
use mikrolaan_app_core::state::typed_text::looks_like_cpr;
use mikrolaan_app_core::views::glyph::Glyph;
use mikrolaan_app_core::views::next_steps::{
    AppealView, CALENDAR_FILE, NextStepsView, PlannedStep, PlannedSteps, PlannedTone, StepProgress, TodayStep,
    TodayStepId,
};
use mikrolaan_markup::watch::{SharedSignal, worked_out};

/// The page.
pub fn next_steps_page() -> Element {
    let session = Session::get();
    session.dispatch(StateEvent::EnsureScenario);
    let (today, arrived) = (session.today, untrack(|| progress(session)));
    let steps = worked_out(move || {
        let outcome = session.evaluated.get();
        let view = |state: &State| NextStepsView::of(state, outcome.as_deref(), &arrived, today);
        let mut view = session.with(view);
        // The note is its field's alone: a letter that is typed draws nothing anew.
        view.progress.debt.clear();
        Some(Arc::new(view))
    });
    let content = dynamic(move || Some(told(session, &*steps.get()?).into_any()));
    view! {
        <main class="container page page--narrow" id="indhold" tabindex="-1">
            {heading(words::title().to_owned())}
            {unreadable(session)}
            {content}
        </main>
    }
}

/// The dates as a calendar, where there are any.
pub(super) fn calendar(session: Session) -> Option<String> {
    let outcome = session.evaluated.get_untracked();
    let (today, arrived) = (session.today, untrack(|| progress(session)));
    untrack(|| session.with(|state| NextStepsView::of(state, outcome.as_deref(), &arrived, today).calendar))
}

/// Has the browser save the calendar.
pub(super) fn save_calendar(file: &str) {
    download::offer(CALENDAR_FILE, MEDIA_TYPE, file);
}

fn progress(session: Session) -> StepProgress {
    session.with(|state| StepProgress::of(state.next_steps()))
}

/// Notes something beside what is noted already.
fn note(session: Session, change: impl FnOnce(StepProgress) -> StepProgress) {
    let changed = change(untrack(|| progress(session)));
    session.dispatch(changed.kept());
}

fn told(session: Session, steps: &NextStepsView) -> Element {
    let appeal = || appeal(session, &steps.appeal, steps.progress.letter);
    let of_today = steps.today.iter().map(|step| one_of_today(session, step, steps)).collect::<Vec<_>>();
    view! {
        <div>
            <p class="lead">{steps.lead}</p>
            {actions(steps.calendar.clone())}
            {steps.appeal.is_first.then(appeal)}
            <section>
                <h2>{words::today()}</h2>
                <div class="rail choices">{of_today}</div>
                <p class="source screen-only">{words::kept()}</p>
            </section>
            {(!steps.appeal.is_first).then(appeal)}
            <section>
                <h2>{words::planned::title()}</h2>
                {planned(session, &steps.planned)}
            </section>
            {contact(&steps.contact)}
        </div>
    }
}

/// The dates as a file, where there are any, and the page on paper.
fn actions(calendar: Option<String>) -> Element {
    let hint = calendar.as_ref().map(|_| view! { <p class="source">{words::calendar_hint()}</p> });
    let calendar = calendar.map(|file| {
        let save = move |_| save_calendar(&file);
        view! { <button class="button button-secondary" type="button" on:click=save>{words::download_calendar()}</button> }
    });
    view! {
        <div class="screen-only">
            <p class="actions">
                {calendar}
                <button class="button button-secondary" type="button" on:click=|_| printer::print()>{t::common::print()}</button>
            </p>
            {hint}
        </div>
    }
}

// ── today

/// A step with its tick. What belongs to it stands below.
fn one_of_today(session: Session, step: &TodayStep, steps: &NextStepsView) -> Element {
    let (which, id) = (step.id, step.id.id());
    let hint = [id, "-hint"].concat();
    let described = hint.clone();
    let tick = move |event: Event| {
        let is_done = event_target_checked(&event);
        note(session, |progress| progress.ticked(which, is_done));
    };
    let site = step.site.map(|(name, address)| view! { <p>{named(name.to_owned(), Some(address))}</p> });
    let below = match which {
        TodayStepId::Debt => vec![view! { <div>{site}{owed(session)}</div> }],
        TodayStepId::Letter => {
            vec![copy_box("letter-text", words::letter::copy(), words::letter::read(), steps.letter.clone())]
        }
        TodayStepId::StartHelp => site.into_iter().collect(),
        TodayStepId::Account => account(session, step, steps.progress.applied, site),
    };
    view! {
        <section>
            <div class="form-group-checkbox">
                <input class="form-checkbox" type="checkbox" id=id aria-describedby=described
                    prop:checked=step.is_done on:change=tick/>
                <label class="form-label" for=id>{step.title}</label>
                <span class="form-hint" id=hint>{step.text}</span>
            </div>
            {below}
        </section>
    }
}

/// What somebody owes, for themselves, kept at every letter.
fn owed(session: Session) -> Element {
    let noted = untrack(|| progress(session)).debt;
    let refused = SharedSignal::new(false);
    let keep = move |event: Event| {
        let debt = event_target_value(&event);
        refused.set(looks_like_cpr(&debt));
        note(session, |progress| StepProgress { debt, ..progress });
    };
    let why = move || refused.get().then(t::errors::field::text_cpr).unwrap_or_default().to_owned();
    view! {
        <div class="form-group">
            <label class="form-label" for="owed">{words::debt::owed()}</label>
            <span class="form-hint" id="owed-hint">{words::debt::owed_hint()}</span>
            <p class="form-error-message" role="status">{live_text(why)}</p>
            <div class="form-input-wrapper form-input-wrapper--suffix">
                <input class="form-input" id="owed" inputmode="decimal" autocomplete="off" aria-describedby="owed-hint"
                    prop:value=noted on:input=keep/>
                <span class="form-input-suffix">{t::unit::kroner()}</span>
            </div>
        </div>
    }
}

/// When somebody applied, until when the bank is to answer, and what to do when it said no.
fn account(session: Session, step: &TodayStep, applied: Option<Date>, site: Option<Element>) -> Vec<Element> {
    let keep = move |applied| note(session, |progress| StepProgress { applied, ..progress });
    let refused = view! { <p>{words::account::refused_text()}</p> };
    let refused = fold(words::account::refused(), None, view! { {refused}{site} });
    vec![
        date_field("applied", words::account::applied(), applied, keep),
        due(step.due.clone()),
        view! { <p class="source">{step.due_hint.clone()}</p> },
        view! { <div>{step.source.clone().map(source_line)}</div> },
        refused,
    ]
}

/// Until when, heard when it is there.
fn due(sentence: Option<String>) -> Element {
    view! { <p role="status"><strong>{sentence}</strong></p> }
}

fn date_field(id: &'static str, label: Text, date: Option<Date>, keep: impl Fn(Option<Date>) + 'static) -> Element {
    let shown = date.map(|date| date.to_string()).unwrap_or_default();
    view! {
        <div class="form-group">
            <label class="form-label" for=id>{label}</label>
            <div class="form-input-wrapper">
                <input class="form-input" type="date" id=id prop:value=shown
                    on:change=move |event: Event| keep(Date::parse(&event_target_value(&event)))/>
            </div>
        </div>
    }
}

// ── a letter

fn appeal(session: Session, appeal: &AppealView, letter: Option<Date>) -> Element {
    let keep = move |letter| note(session, |progress| StepProgress { letter, ..progress });
    view! {
        <section>
            <h2>{words::refusal::title()}</h2>
            {date_field("decided", words::appeal::date(), letter, keep)}
            {due(appeal.due.clone())}
            <p>{appeal.text.clone()}</p>
            {source_line(appeal.source.clone())}
        </section>
    }
}

// ── the plan

fn planned(session: Session, planned: &PlannedSteps) -> Element {
    let way = |text: Text, link: Text, page: Route| view! { <p>{text}" "<a href=page.href()>{link}</a></p> };
    match planned {
        PlannedSteps::NoPlan => {
            way(words::planned::no_plan(), words::planned::to_figures(), Route::Money(MoneyStep::Home))
        }
        PlannedSteps::Asked(unwritten) => view! {
            <div>
                <p>{words::planned::asked()}</p>
                {way(unwritten.words(), words::planned::to_months(), Route::Months)}
            </div>
        },
        PlannedSteps::CannotCalculate(obstacles) => cannot_calculate(session, obstacles),
        PlannedSteps::Dated { condition, steps } => {
            let steps = steps.iter().map(planned_step).collect::<Vec<_>>();
            let condition = (!condition.is_empty()).then(|| view! { <p>{condition.clone()}</p> });
            view! { <div>{condition}<ul class="pairs rail rail--if">{steps}</ul></div> }
        }
    }
}

fn planned_step(step: &PlannedStep) -> Element {
    let (class, sign) = match step.tone {
        PlannedTone::Plain => (None, glyph(Glyph::Unknown)),
        PlannedTone::Ends => (None, Icon::Info.draw()),
        PlannedTone::Missing => (Some("is-missing"), Icon::Warning.draw()),
    };
    view! {
        <li class=class>
            {sign}
            <p><span class="conds__title">{step.title}</span>{step.when.clone()}<span class="source">{step.note.clone()}</span></p>
        </li>
    }
}
