//! The drawing of lying bars.

use super::{LONGEST, ROW_HEIGHT, row};
use crate::charts::series::{Mark, MonthBar, Series};
use crate::charts::shape::{Pct, Px, Shape};
use crate::locale::language::Text;

fn series() -> Series {
    let month = |income: i64, shortfall: &str| MonthBar {
        name: Text::of(&"nov"),
        parts: [0, income, 0, 0, 0],
        cost: 1_000_000,
        shortfall: shortfall.to_owned(),
        ..MonthBar::default()
    };
    Series { months: vec![month(1_200_000, ""), month(600_000, "−4.000")], ..Series::default() }
}

/// The rectangles of a row: class, beginning and end.
fn bars(series: &Series, at: usize) -> Vec<(&'static str, Pct, Pct)> {
    let rects = row(series, at).into_iter().filter_map(|shape| match shape {
        Shape::Rect { class, x, width, .. } => Some((class, x, Pct(x.0 + width.0))),
        _ => None,
    });
    rects.collect()
}

fn cost_line(series: &Series, at: usize) -> Option<Pct> {
    row(series, at).into_iter().find_map(|shape| match shape {
        Shape::Line { class: "chart__cost", from, to } if (from.1, to.1) == (Px(0), ROW_HEIGHT) => Some(from.0),
        _ => None,
    })
}

#[test]
fn all_months_are_on_one_scale_and_the_longest_fills_it() {
    let series = series();
    assert_eq!(bars(&series, 0), [(Mark::Benefit.class(), Pct(0), Pct(LONGEST))]);
    assert_eq!(bars(&series, 1)[0], (Mark::Benefit.class(), Pct(0), Pct(LONGEST / 2)));
    assert_eq!(cost_line(&series, 0), cost_line(&series, 1));
}

#[test]
fn what_is_missing_reaches_from_the_bar_to_the_line() {
    let series = series();
    let line = cost_line(&series, 1).expect("the line is drawn");
    assert_eq!(bars(&series, 1)[1], (Mark::Missing.class(), Pct(LONGEST / 2), line));
}

#[test]
fn what_is_too_small_to_be_seen_is_not_drawn_and_a_month_that_is_not_there_has_nothing() {
    let mut series = series();
    series.months[0].parts[4] = 100;
    assert_eq!(bars(&series, 0).len(), 1);
    assert_eq!((row(&series, 2), row(&Series::default(), 0)), (Vec::new(), Vec::new()));
}
