//! Why there are no months to show, and what to do.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::case::{ErrorCode, Problem};
use mikrolaan_engine::screening::AnswerKey;

use crate::components::Icon;
use crate::danish::write::month_year;
use crate::pages::plan;
use crate::route::Route;
use crate::session::Session;
use crate::texts as t;

/// The box in the place of the key sentences.
pub fn refused(session: Session) -> AnyView {
    let problems = session.simulation.with(|outcome| match outcome {
        Some(Err(problems)) => problems.clone(),
        _ => Vec::new(),
    });
    let start = plan::read(session, |scenario| month_year(scenario.start));
    let rows: Vec<AnyView> = problems.iter().map(|problem| row(problem, &start)).collect();
    view! {
        <section class="alert alert-info">
            {Icon::Info.draw()}
            <div class="alert-body">
                <h2 class="alert-heading">{t::months::refused()}</h2>
                {rows}
                <p><a href=Route::Example(None).href()>{t::start::example()}</a></p>
            </div>
        </section>
    }
    .into_any()
}

fn row(problem: &Problem, start: &str) -> AnyView {
    let age = problem.path.ends_with("profile.age");
    let (text, link, to) = match problem.code {
        ErrorCode::Missing if age => {
            (t::question::age::error().to_owned(), t::question::age::title(), Route::Question(AnswerKey::Age))
        }
        ErrorCode::OutOfRange if age => (t::errors::field::benefit_age().to_owned(), t::months::to_benefit(), Route::Budget),
        ErrorCode::Missing => (t::months::needs_benefit().to_owned(), t::months::to_benefit(), Route::Budget),
        _ => (t::months::not_covered(start), t::months::compare(), Route::Budget),
    };
    view! { <p>{text}" "<a href=to.href()>{link}</a></p> }.into_any()
}
