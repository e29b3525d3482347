//! The drawing of lying bars.

use super::{BarsLine, LONGEST, beside, head, lines, room};
use crate::charts::series::{MonthBar, NamedPlace, PhaseSpan, Series, SupportEnd};
use crate::charts::shape::{Anchor, Pct, Shape, width_of};
use crate::locale::language::Text;

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
    let span = |name, months| PhaseSpan { name, short: name, months, closed: false };
    Series {
        months: vec![
            month(Text::of(&"nov"), 11, 1_200_000, "", 100),
            month(Text::of(&"dec"), 12, 1_200_000, "", 300),
            month(Text::of(&"jan"), 1, 700_000, "−3.000", -700),
        ],
        phases: vec![span(Text::of(&"Lån og tilskud"), 2), span(Text::of(&"På egne ben"), 1)],
        support: SupportEnd::After { months: 2, flag: String::new(), row: "Støtten slutter".to_owned() },
        lowest: Some(NamedPlace { month: 2, label: String::new() }),
        ..Series::default()
    }
}

fn month(line: &BarsLine) -> (&'static str, &[Shape], &'static str) {
    match line {
        BarsLine::Month { name, shapes, balance_class, .. } => (name.words(), shapes, balance_class),
        other => panic!("not a month: {other:?}"),
    }
}

#[test]
fn time_runs_downward_with_phases_and_the_end_of_support_between() {
    let lines = lines(&series());
    assert_eq!(lines[0], BarsLine::Phase(Text::of(&"Lån og tilskud")));
    assert_eq!(month(&lines[1]).0, "nov");
    assert_eq!(lines[3], BarsLine::SupportEnds("Støtten slutter".to_owned()));
    assert_eq!(lines[4], BarsLine::Phase(Text::of(&"På egne ben")));
    assert_eq!((month(&lines[5]).0, month(&lines[5]).2), ("jan", "num is-negative is-lowest"));
}

#[test]
fn the_end_of_support_can_stand_last() {
    let mut series = series();
    series.support = SupportEnd::After { months: 3, flag: String::new(), row: "Slut".to_owned() };
    assert_eq!(lines(&series).last(), Some(&BarsLine::SupportEnds("Slut".to_owned())));
    series.support = SupportEnd::Later("Senere".to_owned());
    assert_eq!(lines(&series).last(), Some(&BarsLine::SupportEnds("Senere".to_owned())));
    series.support = SupportEnd::Never;
    assert!(lines(&series).iter().all(|line| !matches!(line, BarsLine::SupportEnds(_))));
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

fn ticks(series: &Series) -> Vec<String> {
    let shapes = head(series, Text::of(&"Kr.")).into_iter().filter_map(|shape| match shape {
        Shape::Text { class: "chart__tick", text, .. } => Some(text.replace('\u{a0}', " ")),
        _ => None,
    });
    shapes.collect()
}

/// The three months with so much more of everything.
fn times(factor: i64) -> Series {
    let mut series = series();
    for month in &mut series.months {
        month.parts = month.parts.map(|part| part * factor);
        month.cost *= factor;
    }
    series
}

#[test]
fn amounts_on_the_scale_thin_out_before_they_touch() {
    assert_eq!(ticks(&times(10)), ["0", "100.000"], "every second");
    assert_eq!(ticks(&times(100)), ["0", "1.000.000"]);
    assert_eq!(ticks(&times(10_000)), ["0", "100 mio."]);
}

#[test]
fn what_is_missing_stands_where_there_is_room() {
    assert_eq!(beside(Pct(2_000), "−3.000"), (Pct(2_000), 6, Anchor::Start));
    assert_eq!(beside(Pct(7_500), "−25.000"), (Pct(7_500), -6, Anchor::End), "behind the line it would be cut");
    assert_eq!(beside(Pct(5_000), "−100.000.000"), (Pct::FULL, 0, Anchor::End));
    for line in (0..=LONGEST).step_by(100) {
        for text in ["−1", "−25.000", "−1.234.567", "−100.000.000"] {
            let (x, dx, anchor) = beside(Pct(line), text);
            let at = x.0 * super::NARROWEST / Pct::FULL.0 + dx;
            let (from, to) =
                if anchor == Anchor::Start { (at, at + width_of(text)) } else { (at - width_of(text), at) };
            assert!(from >= 0 && to <= super::NARROWEST, "{text} at {line}: {from} to {to}");
        }
    }
}

#[test]
fn the_column_has_room_for_the_widest_balance() {
    let mut series = series();
    series.months[1].balance_text = "−100.000.000".to_owned();
    assert_eq!(room(&series), "−100.000.000");
}

#[test]
fn the_scale_begins_at_zero() {
    assert_eq!(ticks(&series()), ["0", "5.000", "10.000"]);
    assert!(lines(&Series::default()).is_empty());
}
