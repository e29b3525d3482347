//! Why there are no months to show, and what to do about it on the spot.

use leptos::prelude::AnyView;
use mikrolaan_engine::case::{Obstacle, ValuePath};
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{Element, Event, view};

use crate::components::Icon;
use crate::pages::plan;
use crate::pages::plan::choices;
use crate::pages::plan::fields::{Place, field, id};
use crate::pages::plan::inputs as i;
use crate::platform::{focus, typing};
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::write::month_year;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::state::{Draft, State};
use mikrolaan_app_core::views::Story;
use mikrolaan_app_core::views::keys::Unwritten;

/// What is asked for on the spot before there is anything to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What it costs to live.
    LivingCosts,
    /// What the business sells for.
    Revenue,
    /// The amount somebody lives on, which does not follow from the answers.
    Benefit,
}

impl Asked {
    /// What a story that cannot be told asks for; `None` when it can, or when it is not a figure that is missing.
    pub fn of(told: Result<&Story, &Vec<Obstacle>>) -> Option<Self> {
        match told {
            Ok(story) => story.unwritten.map(|unwritten| match unwritten {
                Unwritten::LivingCosts => Asked::LivingCosts,
                Unwritten::Revenue => Asked::Revenue,
            }),
            Err(obstacles) => is_benefit_missing(obstacles).then_some(Asked::Benefit),
        }
    }
}

/// Is the amount of the benefit all that is missing?
pub fn is_benefit_missing(obstacles: &[Obstacle]) -> bool {
    matches!(obstacles, [Obstacle::NoBenefit])
}

/// The box in the place of the key sentences, with the field to fill in.
pub fn ask(session: Session, asked: Asked) -> Element {
    let place = Place { waits: true, prefix: "now-", ..Place::on_page(session) };
    let (what, input) = match asked {
        Asked::LivingCosts => (t::key::unwritten::living_costs(), &i::LIVING_COSTS),
        Asked::Revenue => (t::key::unwritten::revenue(), &i::FULL_MONTH),
        Asked::Benefit => (t::key::unwritten::benefit(), &i::BENEFIT_MONTHLY),
    };
    in_place(what, field(place, input))
}

/// One sentence on what is missing, and the field for it. What is written holds when it is sent or left.
fn in_place(what: &'static str, field: AnyView) -> Element {
    let send = |event: Event| {
        event.prevent_default();
        typing::finish();
    };
    view! {
        <form class="asked" novalidate on:submit=send>
            <p class="keys__first"><strong class="keys__fact">{what}</strong>" "{t::key::unwritten::note()}</p>
            {field}
            <p class="actions">
                <button class="button button-primary" type="submit">{t::months::show()}</button>
                <a href=Route::Example(None).href()>{t::start::example()}</a>
            </p>
        </form>
    }
}

/// Why it cannot be worked out, for pages that have no field for it.
pub fn refused(session: Session, obstacles: &[Obstacle]) -> Element {
    let mut body = view! { <div class="alert-body"><h2 class="alert-heading">{t::months::refused()}</h2></div> };
    for obstacle in obstacles {
        body = body.element(row(session, obstacle));
    }
    let example = view! { <p><a href=Route::Example(None).href()>{t::start::example()}</a></p> };
    view! { <section class="alert alert-info">{Icon::Info.draw()}{body.element(example)}</section> }
}

fn row(session: Session, obstacle: &Obstacle) -> Element {
    let (text, link, to) = match obstacle {
        Obstacle::NoAge => {
            (t::key::unwritten::age().to_owned(), t::question::age::title(), Route::Question(AnswerKey::Age))
        }
        Obstacle::AgeOutOfRange(_) => {
            (t::errors::field::benefit_age().to_owned(), t::months::to_benefit(), Route::Budget)
        }
        Obstacle::NoBenefit => (t::key::unwritten::benefit().to_owned(), t::months::to_benefit(), Route::Budget),
        Obstacle::NotCovered(_) => (not_covered(session), t::months::to_budget(), Route::Budget),
        Obstacle::NoScenario
        | Obstacle::ClosesTooEarly { .. }
        | Obstacle::JobEndsTooEarly { .. }
        | Obstacle::TooFar { .. } => (misfit(session), t::months::to_budget(), Route::Budget),
    };
    view! { <p>{text}" "<a href=to.href()>{link}</a></p> }
}

fn not_covered(session: Session) -> String {
    t::months::not_covered(&plan::read(session, |scenario| month_year(scenario.start)).unwrap_or_default())
}

/// Which months do not fit together, in words.
fn misfit(session: Session) -> String {
    let words = plan::read(session, choices::misfit).flatten();
    words.unwrap_or_else(|| t::months::too_far().to_owned())
}

// ── fields that cannot be read

/// Which fields cannot be read, of those the person has been told about, with the way to each.
pub fn unreadable(state: &State) -> Element {
    let drafts: Vec<&Draft> = state.drafts().iter().filter(|draft| draft.told).collect();
    if drafts.is_empty() {
        return view! { <div></div> };
    }
    let title = match drafts.len() {
        1 => t::months::unreadable().to_owned(),
        many => t::months::unreadable_many(&many.to_string()),
    };
    let links: Vec<Element> = drafts.into_iter().map(link).collect();
    view! {
        <section class="alert alert-error" aria-labelledby="unreadable-title">
            {Icon::Error.draw()}
            <div class="alert-body">
                <h2 class="alert-heading" id="unreadable-title">{title}</h2>
                <ul class="nobullet-list">{links}</ul>
            </div>
        </section>
    }
}

/// To the field where it stands on this page, else to the budget, where every field stands.
fn link(draft: &Draft) -> Element {
    let ids: Vec<String> = match draft.field {
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
    let words = t::months::unreadable_field(&draft.label);
    view! { <li><a class="function-link" href=Route::Budget.href() on:click=go>{words}</a></li> }
}
