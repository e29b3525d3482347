//! How long each part of the way takes, in a sentence each, and as a row of cells.

use mikrolaan_engine::simulation::{Scenario, Timeline};

use crate::locale::argument::{DateOf, MonthOf, Months};
use crate::locale::texts::running as r;

/// The most months that are drawn: two years say how it goes.
const DRAWN: u32 = 24;

/// How long each part takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimeView {
    /// A cell for each month, by the class of its phase.
    pub cells: Vec<&'static str>,
    /// The course.
    pub course: String,
    /// The wait for the account.
    pub waiting: String,
    /// The subsidy.
    pub subsidy: String,
}

impl TimeView {
    /// Of a scenario with a business.
    pub(super) fn of(scenario: &Scenario) -> Self {
        let (course, waiting, subsidy) =
            (scenario.course_months, scenario.account_wait_months, scenario.subsidy.months);
        let phases = [("is-done", course), ("is-maybe", waiting), ("is-loan", subsidy), ("is-own", scenario.months)];
        let cells = phases.into_iter().flat_map(|(class, months)| (0..months).map(move |_| class));
        let opening = scenario.start.plus((course + waiting).cast_signed());
        let ends = Timeline::of(scenario).full_support_ends();
        TimeView {
            cells: cells.take(scenario.months.min(DRAWN) as usize).collect(),
            course: match course {
                0 => r::no_course().to_owned(),
                months => r::course(MonthOf(scenario.start), Months(months)),
            },
            waiting: r::waiting(Months(waiting)),
            subsidy: match ends.filter(|_| subsidy > 0) {
                None => r::no_subsidy().to_owned(),
                Some(last) => {
                    let from = r::subsidy(MonthOf(opening), Months(subsidy));
                    [from, r::subsidy_ends(DateOf::last_of(last))].join(" ")
                }
            },
        }
    }
}
