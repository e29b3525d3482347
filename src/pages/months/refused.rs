//! Why there are no months to show, and what to do.

use mikrolaan_engine::case::{ErrorCode, Problem};
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{Element, view};

use crate::components::Icon;
use crate::danish::write::month_year;
use crate::pages::plan;
use crate::route::Route;
use crate::session::Session;
use crate::texts as t;

/// The box in the place of the key sentences.
pub fn refused(session: Session, problems: &[Problem]) -> Element {
    let start = plan::read(session, |scenario| month_year(scenario.start)).unwrap_or_default();
    let mut body = view! { <div class="alert-body"><h2 class="alert-heading">{t::months::refused()}</h2></div> };
    for problem in problems {
        body = body.element(row(problem, &start));
    }
    let example = view! { <p><a href=Route::Example(None).href()>{t::start::example()}</a></p> };
    view! { <section class="alert alert-info">{Icon::Info.draw()}{body.element(example)}</section> }
}

fn row(problem: &Problem, start: &str) -> Element {
    let age = problem.path.ends_with("profile.age");
    let (text, link, to) = match problem.code {
        ErrorCode::Missing if age => {
            (t::question::age::error().to_owned(), t::question::age::title(), Route::Question(AnswerKey::Age))
        }
        ErrorCode::OutOfRange if age => {
            (t::errors::field::benefit_age().to_owned(), t::months::to_benefit(), Route::Budget)
        }
        ErrorCode::Missing => (t::months::needs_benefit().to_owned(), t::months::to_benefit(), Route::Budget),
        _ => (t::months::not_covered(start), t::months::to_budget(), Route::Budget),
    };
    view! { <p>{text}" "<a href=to.href()>{link}</a></p> }
}
