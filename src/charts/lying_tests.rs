//! The drawing of lying bars.

use super::{LONGEST, Line, head, lines};
use crate::charts::series::{MonthBar, Named, Series, Span, SupportEnd};
use crate::charts::shape::{Pct, Shape};

fn series() -> Series {
    let month = |name, number, income: i64, shortfall: &str, balance: i64| MonthBar {
        name,
        number,
        parts: [0, income, 0, 0, 0],
        cost: 1_000_000,
        shortfall: shortfall.to_owned(),
        balance,
        balance_text: balance.to_string(),
        ..MonthBar::default()
    };
    let span = |name, months| Span { name, short: name, months, closed: false };
    Series {
        months: vec![
            month("nov", 11, 1_200_000, "", 100),
            month("dec", 12, 1_200_000, "", 300),
            month("jan", 1, 700_000, "−3.000", -700),
        ],
        phases: vec![span("Lån og tilskud", 2), span("På egne ben", 1)],
        support: SupportEnd::After { months: 2, flag: String::new(), row: "Støtten slutter".to_owned() },
        lowest: Some(Named { month: 2, label: String::new() }),
        ..Series::default()
    }
}

fn month(line: &Line) -> (&'static str, &[Shape], &'static str) {
    match line {
        Line::Month { name, shapes, balance_class, .. } => (name, shapes, balance_class),
        other => panic!("not a month: {other:?}"),
    }
}

#[test]
fn time_runs_downward_with_phases_and_the_end_of_support_between() {
    let lines = lines(&series());
    assert_eq!(lines[0], Line::Phase("Lån og tilskud"));
    assert_eq!(month(&lines[1]).0, "nov");
    assert_eq!(lines[3], Line::SupportEnds("Støtten slutter".to_owned()));
    assert_eq!(lines[4], Line::Phase("På egne ben"));
    assert_eq!((month(&lines[5]).0, month(&lines[5]).2), ("jan", "num is-negative is-lowest"));
}

#[test]
fn the_end_of_support_can_stand_last() {
    let mut series = series();
    series.support = SupportEnd::After { months: 3, flag: String::new(), row: "Slut".to_owned() };
    assert_eq!(lines(&series).last(), Some(&Line::SupportEnds("Slut".to_owned())));
    series.support = SupportEnd::Later("Senere".to_owned());
    assert_eq!(lines(&series).last(), Some(&Line::SupportEnds("Senere".to_owned())));
    series.support = SupportEnd::Never;
    assert!(lines(&series).iter().all(|line| !matches!(line, Line::SupportEnds(_))));
}

#[test]
fn the_longest_bar_leaves_room_for_what_is_missing() {
    let lines = lines(&series());
    let (_, shapes, _) = month(&lines[1]);
    let bar = shapes.iter().find_map(|shape| match shape {
        Shape::Rect { x, width, .. } => Some(x.0 + width.0),
        _ => None,
    });
    assert_eq!(bar, Some(LONGEST));
    let (_, shapes, _) = month(&lines[5]);
    let text = shapes.iter().find_map(|shape| match shape {
        Shape::Text { x, text, .. } => Some((*x, text.as_str())),
        _ => None,
    });
    assert_eq!(text, Some((Pct(6_250), "−3.000")), "it stands behind the line");
}

#[test]
fn the_scale_begins_at_zero() {
    let ticks: Vec<String> = head(&series(), "Kr.")
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text { class: "chart__tick", text, .. } => Some(text.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(ticks, ["0", "5.000", "10.000"]);
    assert!(lines(&Series::default()).is_empty());
}
