//! Why there are no months to show, and where that is put right.

use crate::locale::language::Text;
use mikrolaan_engine::case::Obstacle;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::AnswerKey;

use crate::locale::argument::MonthOf;
use crate::locale::texts::{errors, headline, months as m, question};
use crate::navigation::Route;

/// What keeps a plan from being worked out, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObstacleRow {
    /// What it is.
    pub text: String,
    /// The words of the way to where it is put right.
    pub link: Text,
    /// The page that leads to.
    pub page: Route,
}

/// Everything that keeps a plan from being worked out. `start` is its first month; `misfit` says which of its months
/// do not fit together.
pub fn rows(obstacles: &[Obstacle], start: Option<Month>, misfit: Option<&str>) -> Vec<ObstacleRow> {
    obstacles.iter().map(|obstacle| row(obstacle, start, misfit)).collect()
}

fn row(obstacle: &Obstacle, start: Option<Month>, misfit: Option<&str>) -> ObstacleRow {
    let budget = |text: &str, link| ObstacleRow { text: text.to_owned(), link, page: Route::Budget };
    match obstacle {
        Obstacle::NoAge => ObstacleRow {
            text: headline::unwritten::age().to_owned(),
            link: question::age::title(),
            page: Route::Question(AnswerKey::Age),
        },
        Obstacle::AgeOutOfRange(_) => budget(&errors::field::benefit_age(), m::to_benefit()),
        Obstacle::NoBenefit => budget(&headline::unwritten::benefit(), m::to_benefit()),
        Obstacle::NotCovered(_) => {
            budget(&start.map(|start| m::not_covered(MonthOf(start))).unwrap_or_default(), m::to_budget())
        }
        Obstacle::NoScenario
        | Obstacle::ClosesTooEarly { .. }
        | Obstacle::JobEndsTooEarly { .. }
        | Obstacle::TooFar { .. } => budget(misfit.unwrap_or(&m::too_far()), m::to_budget()),
    }
}

#[cfg(test)]
mod tests {
    use super::{AnswerKey, Month, Obstacle, Route, rows};
    use mikrolaan_engine::case::examples::{ExampleId, example};
    use mikrolaan_engine::evaluate::evaluate;

    use crate::rulebook::RULEBOOK;

    const AS_OF: Month = Month::new(2026, 11).expect("a month");

    #[test]
    fn what_is_missing_leads_to_where_it_is_written() {
        let rows = rows(&[Obstacle::NoAge, Obstacle::NoBenefit, Obstacle::AgeOutOfRange(70)], Some(AS_OF), None);
        let pages: Vec<Route> = rows.iter().map(|row| row.page).collect();
        assert_eq!(pages, [Route::Question(AnswerKey::Age), Route::Budget, Route::Budget]);
        assert_eq!((rows[0].link.words(), rows[1].link.words()), ("Hvor gammel er du?", "Skriv din ydelse"));
        assert!(rows[2].text.contains("18 til 66"), "{}", rows[2].text);
    }

    #[test]
    fn months_that_do_not_fit_are_said_and_else_that_it_is_too_far() {
        let last = AS_OF.plus(2_000);
        let too_far = &rows(&[Obstacle::TooFar { last }], Some(AS_OF), None)[0];
        assert_eq!(too_far.text, "Vi kan ikke regne længere end til 2099. Vælg færre måneder.");
        let early = [Obstacle::ClosesTooEarly { closes: AS_OF, opening: AS_OF }];
        assert_eq!(rows(&early, Some(AS_OF), Some("For tidligt."))[0].text, "For tidligt.");
    }

    #[test]
    fn a_plan_from_before_the_figures_names_its_first_month() {
        let mut case = example(ExampleId::Hairdresser, AS_OF);
        let start = Month::new(2015, 3).expect("a month");
        case.scenarios[0].start = start;
        let obstacles = evaluate(&case, &RULEBOOK, 0).expect_err("no figure is that old");
        assert!(matches!(obstacles[..], [Obstacle::NotCovered(_)]), "{obstacles:?}");
        let rows = rows(&obstacles, Some(start), None);
        assert_eq!(rows[0].text, "Vi kender ikke satserne for marts 2015. Vælg en senere måned.");
    }
}
