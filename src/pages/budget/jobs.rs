//! Small jobs beside the business.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::case::bounds;
use mikrolaan_engine::quantity::{Money, WeeklyHours};
use mikrolaan_engine::simulation::Scenario;

use super::{fields, part};
use crate::pages::plan;
use crate::pages::plan::fields::{Place, amount_of, face, hours_of};
use crate::pages::plan::job::{edit_job, job, usual_job};
use crate::pages::plan::selects;
use crate::platform::focus;
use crate::texts as t;
use crate::texts::budget::job as j;

/// The button that adds a job.
const ADD: &str = "job-add";

/// The part of the page.
pub fn jobs(place: Place) -> AnyView {
    let session = place.session;
    let count = RwSignal::new(session.with_case(|case| case.scenarios.first().map_or(0, |scenario| scenario.small_jobs.len())));
    // A row gone means other figures in those after it: all are drawn anew.
    let drawn = RwSignal::new(0_u32);
    let remove = Callback::new(move |at: usize| {
        plan::change(session, |scenario| drop(scenario.small_jobs.remove(at)));
        count.update(|count| *count = count.saturating_sub(1));
        drawn.update(|drawn| *drawn += 1);
        focus::on_id(ADD);
    });
    let add = move |_| {
        plan::change(session, |scenario| scenario.small_jobs.push(usual_job(scenario)));
        count.update(|count| *count += 1);
        focus::on_id(&id("hours", count.get_untracked() - 1));
    };
    let full = move || count.get() >= bounds::SMALL_JOBS.max as usize;
    let rows = move || (0..count.get()).map(|at| (drawn.get(), at)).collect::<Vec<_>>();
    let content = view! {
        {move || (count.get() == 0).then(|| view! { <p>{j::none()}</p> })}
        <For each=rows key=|row| *row children=move |(_, at)| row(place, at, remove)/>
        <button class="button button-secondary" type="button" id=ADD disabled=full on:click=add>{j::add()}</button>
    };
    part(j::title(), j::hint(), content, j::why())
}

fn id(what: &str, at: usize) -> String {
    ["job-", &at.to_string(), "-", what].concat()
}

fn row(place: Place, at: usize, remove: Callback<usize>) -> AnyView {
    let name = j::item(&(at + 1).to_string());
    let fields = fields(vec![
        hours(place, at),
        wage(place, at),
        selects::job_from(place, id("from", at), at),
        selects::job_until(place, id("until", at), at),
    ]);
    view! {
        <fieldset class="form-group">
            <legend class="form-label">{name.clone()}</legend>
            {fields}
            <button class="button button-tertiary" type="button" on:click=move |_| remove.run(at)>
                {t::common::remove()}<span class="visually-hidden">" "{name}</span>
            </button>
        </fieldset>
    }
    .into_any()
}

fn hours(place: Place, at: usize) -> AnyView {
    let get = move |scenario: &Scenario| job(scenario, at).hours_per_week;
    let set = move |scenario: &mut Scenario, hours: WeeklyHours| edit_job(scenario, at, |job| job.hours_per_week = hours);
    hours_of(place.session, face(id("hours", at), j::hours(), ""), get, set)
}

fn wage(place: Place, at: usize) -> AnyView {
    let get = move |scenario: &Scenario| job(scenario, at).hourly_wage;
    let set = move |scenario: &mut Scenario, wage: Money| edit_job(scenario, at, |job| job.hourly_wage = wage);
    amount_of(place.session, face(id("wage", at), j::wage(), j::wage_hint()), bounds::HOURLY_WAGE, get, set)
}
