//! Small jobs beside the business.

use leptos::prelude::*;
use mikrolaan_engine::case::{bounds, usual_small_job};
use mikrolaan_markup::{Element, view};

use super::rows::Rows;
use super::{Words, fields, part, stay};
use crate::pages::plan;
use crate::pages::plan::choices::{JOB_FROM, JOB_UNTIL};
use crate::pages::plan::fields::Item::{Choice, Input};
use crate::pages::plan::fields::{Place, no_word};
use crate::pages::plan::inputs as i;
use crate::platform::focus;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::budget::job as j;
use mikrolaan_app_core::rulebook::RULEBOOK;
use mikrolaan_app_core::state::event::{Event, NewRow, RowList};

const WORDS: Words = Words { title: j::title, name: no_word, hint: j::hint, why: j::why };

/// The button that adds a job.
const ADD: &str = "job-add";

/// The part of the page.
pub fn jobs(place: Place) -> Element {
    let session = place.session;
    let count = plan::read(session, |scenario| scenario.small_jobs.len()).unwrap_or_default();
    let rows = Rows::of(place, count);
    let full = move || rows.count() >= bounds::SMALL_JOBS.max as usize;
    let add = move |_| {
        let Some(job) = untrack(|| plan::read(session, |scenario| usual_small_job(scenario, &RULEBOOK))) else {
            return;
        };
        session.dispatch(Event::AddRow(NewRow::Job(job)));
        focus::on_id(&rows.add().id(i::JOB_HOURS.field));
    };
    let none = move || if rows.count() == 0 { j::none() } else { "" };
    let adder = view! {
        <div>
            <p prop:textContent=none></p>
            <button class="button button-secondary" type="button" id=ADD disabled=full on:mousedown=stay on:click=add>{j::add()}</button>
        </div>
    };
    part(&WORDS, vec![rows.draw(move |place| row(rows, place).into_any()), adder.into_any()])
}

fn row(rows: Rows, place: Place) -> Element {
    let name = move || j::item(&place.at().saturating_add(1).to_string());
    let figures = [Input(&i::JOB_HOURS), Input(&i::JOB_WAGE), Choice(&JOB_FROM), Choice(&JOB_UNTIL)];
    let remove = move |_| {
        let at = untrack(|| place.at());
        place.session.dispatch(Event::RemoveRow(RowList::Jobs, at));
        rows.remove(place);
        focus::on_id(ADD);
    };
    view! {
        <fieldset class="form-group">
            <legend class="form-label" prop:textContent=name></legend>
            {fields(place, &figures)}
            <button class="button button-tertiary" type="button" on:mousedown=stay on:click=remove>
                {t::common::remove()}" "<span class="visually-hidden" prop:textContent=name></span>
            </button>
        </fieldset>
    }
}
