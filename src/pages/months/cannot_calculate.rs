//! Why there are no months to show, and what to do about it on the spot.

use leptos::prelude::*;
use mikrolaan_engine::case::{Obstacle, ValuePath};
use mikrolaan_markup::{Element, Event, dynamic, view};

use crate::components::{Icon, information};
use crate::pages::plan;
use crate::pages::plan::choices;
use crate::pages::plan::fields::{FieldContext, field, id};
use crate::pages::plan::inputs as i;
use crate::platform::{focus, typing};
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::views::headlines::Unwritten;
use mikrolaan_app_core::views::months::UnreadableView;
use mikrolaan_app_core::views::obstacles::{self, ObstacleRow};

/// The box in the place of the headlines: one sentence on what is missing, and the field for it. What is written
/// holds when it is sent or left.
pub fn ask(session: Session, unwritten: Unwritten) -> Element {
    let place = FieldContext { waits: true, prefix: "now-", ..FieldContext::on_page(session) };
    let input = match unwritten {
        Unwritten::LivingCosts => &i::LIVING_COSTS,
        Unwritten::Revenue => &i::FULL_MONTH,
        Unwritten::Benefit => &i::BENEFIT_MONTHLY,
    };
    let send = |event: Event| {
        event.prevent_default();
        typing::finish();
    };
    view! {
        <form class="asked" novalidate on:submit=send>
            <p class="keys__first"><strong class="keys__fact">{unwritten.words()}</strong>" "{t::headline::unwritten::note()}</p>
            {field(place, input)}
            <p class="actions">
                <button class="button button-primary" type="submit">{t::months::show()}</button>
                <a href=Route::Example(None).href()>{t::start::example()}</a>
            </p>
        </form>
    }
}

/// Why it cannot be worked out, for pages that have no field for it.
pub fn cannot_calculate(session: Session, obstacles: &[Obstacle]) -> Element {
    let (start, misfit) = plan::read(session, |scenario| (scenario.start, choices::misfit(scenario))).unzip();
    let rows = obstacles::rows(obstacles, start, misfit.flatten().as_deref());
    let row = |row: ObstacleRow| view! { <p>{row.text}" "<a href=row.page.href()>{row.link}</a></p> };
    let example = view! { <p><a href=Route::Example(None).href()>{t::start::example()}</a></p> };
    information(t::months::refused(), rows.into_iter().map(row).chain([example]).collect())
}

/// Which fields cannot be read, of those the person has been told about, with the way to each.
pub fn unreadable(session: Session) -> AnyView {
    dynamic(move || {
        let unreadable = session.with(UnreadableView::of);
        Some(unreadable.map_or_else(|| view! { <div></div> }, unreadable_box).into_any())
    })
}

fn unreadable_box(unreadable: UnreadableView) -> Element {
    let links = unreadable.fields.into_iter().map(|(words, place)| link(words, place)).collect::<Vec<_>>();
    view! {
        <section class="alert alert-error" aria-labelledby="unreadable-title">
            {Icon::Error.draw()}
            <div class="alert-body">
                <h2 class="alert-heading" id="unreadable-title">{unreadable.title}</h2>
                <ul class="nobullet-list">{links}</ul>
            </div>
        </section>
    }
}

/// To the field where it stands on this page, else to the budget, where every field stands.
fn link(words: String, place: ValuePath) -> Element {
    let ids: Vec<String> = match place {
        ValuePath::Answer(key) => vec![key.id().to_owned()],
        ValuePath::Field { field, at, .. } => {
            // In the panel the first job's fields stand without its number.
            let panel = (at == Some(0)).then_some(None);
            [Some(at), panel].into_iter().flatten().map(|row| id(field, row)).collect()
        }
    };
    let go = move |event: Event| {
        let here = ids.iter().find(|id| focus::is_here(id));
        if here.is_some() {
            event.prevent_default();
        }
        if let Some(first) = here.or(ids.first()) {
            focus::on_id(first);
        }
    };
    view! { <li><a class="function-link" href=Route::Budget.href() on:click=go>{words}</a></li> }
}
