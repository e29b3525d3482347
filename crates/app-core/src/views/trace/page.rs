//! The page of one line of a month, or of all lines of it.

use crate::locale::language::Text;
use mikrolaan_engine::case::{Case, Obstacle};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::simulation::Timeline;
use mikrolaan_engine::trace::{Line, MonthTrace};

use super::{Step, is_nothing, line, value};
use crate::locale::argument::MonthOf;
use crate::locale::texts::named::FromTo;
use crate::locale::texts::trace as t;
use crate::locale::words::trace as words;
use crate::navigation::Route;
use crate::rulebook::RULEBOOK;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TraceView {
    /// The plan cannot be worked out.
    CannotCalculate(Vec<Obstacle>),
    /// The plan does not have the month: which ones it has.
    NoSuchMonth(String),
    /// A line with everything that entered it.
    Line(Option<Step>),
    /// All lines of the month.
    Month(MonthLines),
}

/// The lines of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthLines {
    /// The lines of each purse that are something, with the purse's name.
    pub purses: Vec<(Text, Vec<LineRow>)>,
    /// What is nothing, or stands in no purse: why something is nothing can be asked too.
    pub others: Vec<LineRow>,
}

/// A line with its value, and the page of where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRow {
    /// What it is called.
    pub name: Text,
    /// Its value, øre included.
    pub value: String,
    /// Where it comes from.
    pub page: Route,
}

/// What the page is called.
pub fn title(month: Month, line: Option<Line>) -> String {
    let month = MonthOf(month);
    line.map_or_else(|| t::all_of_month(month), |line| t::of_month(&words::line(line), month))
}

impl TraceView {
    /// The page of a line of the first scenario, or of all lines of a month.
    pub fn of(case: &Case, month: Month, asked: Option<Line>) -> Self {
        match (case.explain(&RULEBOOK, 0, month), asked) {
            (Err(obstacles), _) => TraceView::CannotCalculate(obstacles),
            (Ok(None), _) => TraceView::NoSuchMonth(months_there_are(case)),
            (Ok(Some(trace)), Some(asked)) => TraceView::Line(trace.line(asked).map(|node| line(month, asked, &node))),
            (Ok(Some(trace)), None) => TraceView::Month(all(month, &trace)),
        }
    }
}

fn months_there_are(case: &Case) -> String {
    let scenario = case.scenarios.first();
    let months =
        scenario.map(|it| t::no_month_text(FromTo { from: MonthOf(it.start), to: MonthOf(Timeline::of(it).last()) }));
    months.unwrap_or_default()
}

fn all(month: Month, trace: &MonthTrace<'_>) -> MonthLines {
    let purses =
        [(t::group::household(), "household."), (t::group::business(), "business."), (t::group::loan(), "loan.")];
    let purses = purses.map(|(title, purse)| (title, rows(month, purse, trace, false)));
    MonthLines {
        purses: purses.into_iter().filter(|(_, rows)| !rows.is_empty()).collect(),
        others: rows(month, "", trace, true),
    }
}

/// The lines of a purse that are something, or the others.
fn rows(month: Month, purse: &str, trace: &MonthTrace<'_>, others: bool) -> Vec<LineRow> {
    let row = |&line: &Line| {
        let found = line.in_month(&trace.row)?;
        let is_other = is_nothing(found) || line == Line::SelfSupporting;
        (is_other == others && line.id().starts_with(purse)).then(|| LineRow {
            name: words::line(line),
            value: value(found, None),
            page: Route::Trace(month, Some(line)),
        })
    };
    Line::ALL.iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::{Case, Line, Month, Obstacle, Route, TraceView, title};
    use crate::rulebook::RULEBOOK;
    use mikrolaan_engine::case::examples::{ExampleId, example};

    fn hairdresser() -> Case {
        example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"))
    }

    fn month(text: &str) -> Month {
        Month::parse(text).expect("a month")
    }

    #[test]
    fn the_page_is_named_after_the_line_and_the_month() {
        assert!(title(month("2027-11"), Some(Line::HouseholdDraw)).contains("november 2027"));
        let all = title(month("2027-11"), None);
        assert!(all.contains("november 2027") && all != title(month("2027-11"), Some(Line::HouseholdDraw)));
    }

    #[test]
    fn every_line_of_a_month_stands_on_its_page_once() {
        let case = hairdresser();
        let explanation = case.explain(&RULEBOOK, 0, month("2027-11")).expect("worked out").expect("a month of it");
        let TraceView::Month(lines) = TraceView::of(&case, month("2027-11"), None) else { panic!("all lines") };
        let shown = lines.purses.iter().flat_map(|(_, rows)| rows).chain(&lines.others);
        let mut pages: Vec<Route> = shown.map(|row| row.page).collect();
        let told = Line::ALL.iter().filter(|line| line.in_month(&explanation.row).is_some());
        let mut expected: Vec<Route> = told.map(|&line| Route::Trace(month("2027-11"), Some(line))).collect();
        for routes in [&mut pages, &mut expected] {
            routes.sort_by_key(|route| route.href());
        }
        assert_eq!(pages, expected);
        assert_eq!(lines.purses.len(), 3, "{:?}", lines.purses);
        let nothing = lines.others.iter().filter(|row| row.value == "0\u{a0}kr.").count();
        assert!(nothing > 0, "{:?}", lines.others);
    }

    #[test]
    fn a_line_of_a_month_has_its_steps() {
        let view = TraceView::of(&hairdresser(), month("2027-11"), Some(Line::HouseholdClosing));
        assert!(matches!(&view, TraceView::Line(Some(step)) if !step.value.is_empty()), "{view:?}");
    }

    #[test]
    fn a_month_the_plan_does_not_have_is_told_with_those_it_has() {
        let view = TraceView::of(&hairdresser(), month("2040-01"), Some(Line::HouseholdClosing));
        assert!(
            matches!(&view, TraceView::NoSuchMonth(text) if text == "Planen går fra december 2026 til november 2028."),
            "{view:?}"
        );
    }

    #[test]
    fn where_nothing_is_worked_out_the_page_says_why() {
        let mut case = hairdresser();
        case.scenarios.clear();
        assert_eq!(
            TraceView::of(&case, month("2027-11"), None),
            TraceView::CannotCalculate(vec![Obstacle::NoScenario])
        );
    }
}
