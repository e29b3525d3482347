//! The drawing of upright bars, state by state.

use super::{ACCOUNT_BOTTOM, ACCOUNT_TOP, ChartWords, TOP, ZERO, layers, room};
use crate::charts::series::{MonthBar, NamedPlace, PhaseSpan, Series, SupportEnd};
use crate::charts::shape::{Anchor, Pct, Px, Shape, width_of};
use crate::locale::language::Text;
use crate::locale::write;

const WORDS: ChartWords = ChartWords { unit: Text::of(&"Kr."), balance: Text::of(&"Konto") };
const NAMES: [&str; 12] = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/// So many months from January 2027, each with 10 000 kr. in, 8 000 out, and 1 000 on the account.
fn series(count: usize) -> Series {
    let month = |i: usize| MonthBar {
        name: Text::of(&NAMES[i % 12]),
        number: i as u32 % 12 + 1,
        year: (2027 + i / 12).to_string(),
        parts: [100_000, 900_000, 0, 0, 0],
        cost: 800_000,
        balance: 100_000,
        ..MonthBar::default()
    };
    Series {
        months: (0..count).map(month).collect(),
        phases: vec![PhaseSpan { name: Text::of(&"Kursus"), short: Text::of(&"Kursus"), months: count, closed: false }],
        cost_label: Text::of(&"Det, du bruger hjemme"),
        ..Series::default()
    }
}

fn drawn(series: &Series) -> Vec<Shape> {
    layers(series, WORDS).into_iter().flatten().collect()
}

fn of_class<'a>(shapes: &'a [Shape], wanted: &str) -> Vec<&'a Shape> {
    let class = |shape: &Shape| match shape {
        Shape::Rect { class, .. }
        | Shape::Line { class, .. }
        | Shape::Text { class, .. }
        | Shape::Circle { class, .. } => *class,
        Shape::Flag { .. } => "flag",
    };
    shapes.iter().filter(|shape| class(shape) == wanted).collect()
}

fn text_of(shape: &Shape) -> &str {
    match shape {
        Shape::Text { text, .. } | Shape::Flag { text, .. } => text,
        _ => "",
    }
}

fn texts<'a>(shapes: &'a [Shape], class: &str) -> Vec<&'a str> {
    of_class(shapes, class).into_iter().map(text_of).collect()
}

#[test]
fn bars_stand_on_each_other_up_to_what_comes_in() {
    let shapes = drawn(&series(12));
    let bars = [of_class(&shapes, "bar bar--other"), of_class(&shapes, "bar bar--benefit")];
    let (Shape::Rect { y: lower, height: first, x, .. }, Shape::Rect { y: upper, height: second, x: above, .. }) =
        (bars[0][0], bars[1][0])
    else {
        panic!("bars are rectangles");
    };
    assert_eq!(x, above);
    assert_eq!(lower.0 + first.0, ZERO.0);
    assert_eq!(upper.0 + second.0, lower.0);
    assert_eq!(*upper, TOP, "ten thousand is a round amount and stands at the top");
    assert!(of_class(&shapes, "bar bar--missing").is_empty());
}

#[test]
fn the_hole_reaches_from_the_bar_to_the_line() {
    let mut series = series(12);
    series.months[3].parts = [0, 500_000, 0, 0, 0];
    series.months[3].shortfall = "−3.000".to_owned();
    series.missing = Some(NamedPlace { month: 3, label: "Mangler 3.000 kr.".to_owned() });
    let shapes = drawn(&series);
    let (Shape::Rect { y, height, .. }, Shape::Line { from, .. }) =
        (of_class(&shapes, "bar bar--missing")[0], of_class(&shapes, "chart__leader")[0])
    else {
        panic!("a hole and a leader to it");
    };
    let bar = |amount: i64| Px(ZERO.0 - (ZERO.0 - TOP.0) * amount / 1_000_000);
    assert_eq!((*y, Px(y.0 + height.0)), (bar(800_000), bar(500_000)));
    assert_eq!(from.1, bar(800_000));
    assert_eq!(texts(&shapes, "chart__label chart__label--missing chart__halo-text"), ["Mangler 3.000 kr."]);
}

#[test]
fn few_months_are_not_stretched() {
    let shapes = drawn(&series(2));
    let Shape::Rect { x, width, .. } = of_class(&shapes, "bar bar--benefit")[1] else { panic!("a bar") };
    assert!(x.0 + width.0 < 2_000, "two of ten places are taken");
}

#[test]
fn names_of_months_thin_out() {
    let names = |count| {
        let shapes = drawn(&series(count));
        let all = ["chart__month", "chart__month is-between", "chart__month is-january"]
            .map(|class| texts(&shapes, class).len());
        (all[0] + all[1] + all[2], texts(&shapes, "chart__month is-between").len())
    };
    // Every month has its name and each January its year.
    assert_eq!(names(12), (13, 0));
    // Every second can be left out where the box is narrow.
    assert_eq!(names(24), (26, 12));
    // Quarters, then years.
    assert_eq!(names(36), (12 + 3, 0));
    assert_eq!(names(120), (10, 0));
}

#[test]
fn the_end_of_support_goes_through_both_panels() {
    let mut series = series(20);
    series.support = SupportEnd::After { months: 10, flag: "Støtten slutter 31. okt".to_owned(), row: String::new() };
    let shapes = drawn(&series);
    let Shape::Line { from, to, .. } = of_class(&shapes, "chart__end")[0] else { panic!("a line") };
    assert_eq!((from.0, to.0, to.1), (Pct(5_000), Pct(5_000), ACCOUNT_BOTTOM));
    assert!(matches!(of_class(&shapes, "flag")[0], Shape::Flag { to_left: true, .. }));

    series.support = SupportEnd::After { months: 1, flag: "Støtten slutter 31. jan".to_owned(), row: String::new() };
    assert!(matches!(of_class(&drawn(&series), "flag")[0], Shape::Flag { to_left: false, .. }), "no room on the left");

    series.support = SupportEnd::Later("Støtten slutter efter august 2028".to_owned());
    let shapes = drawn(&series);
    assert!(of_class(&shapes, "chart__end").is_empty());
    assert!(matches!(of_class(&shapes, "flag")[0], Shape::Flag { x: Pct::FULL, to_left: true, .. }));

    series.support = SupportEnd::Never;
    assert!(of_class(&drawn(&series), "flag").is_empty());
}

#[test]
fn the_lowest_point_is_ringed_in_brick_only_below_zero() {
    let mut series = series(12);
    series.lowest = Some(NamedPlace { month: 5, label: "Lavest: 1.000 kr. i juni 2027".to_owned() });
    let shapes = drawn(&series);
    assert!(of_class(&shapes, "chart__lowest").is_empty());
    assert!(of_class(&shapes, "chart__below").is_empty());

    series.months[5].balance = -100_000;
    let shapes = drawn(&series);
    let Shape::Circle { x, y, .. } = of_class(&shapes, "chart__lowest")[0] else { panic!("a ring") };
    assert_eq!((*x, *y), (Pct(4_583), ACCOUNT_BOTTOM));
    let Shape::Rect { y, height, .. } = of_class(&shapes, "chart__below")[0] else { panic!("the tint") };
    assert_eq!(y.0 + height.0, ACCOUNT_BOTTOM.0);
}

#[test]
fn all_below_zero_keeps_zero_at_the_top() {
    let mut series = series(12);
    series.months.iter_mut().for_each(|month| month.balance = -100_000);
    let shapes = drawn(&series);
    let Shape::Rect { y, .. } = of_class(&shapes, "chart__below")[0] else { panic!("the tint") };
    assert_eq!(*y, ACCOUNT_TOP);
}

#[test]
fn a_name_at_the_edge_does_not_leave_the_picture() {
    let mut series = series(12);
    for (month, anchor) in [(0, Anchor::Start), (6, Anchor::Middle), (11, Anchor::End)] {
        series.lowest = Some(NamedPlace { month, label: "Lavest: 1.000 kr. i december 2027".to_owned() });
        let shapes = drawn(&series);
        let found = shapes.iter().find(|shape| text_of(shape).starts_with("Lavest")).expect("the name");
        assert!(matches!(found, Shape::Text { anchor: at, .. } if *at == anchor), "{month}: {found:?}");
    }
}

#[test]
fn nothing_to_show_is_said_in_the_picture() {
    let mut series = series(12);
    series.empty = Some(Text::of(&"Skriv din omsætning, så kommer søjlerne."));
    assert!(drawn(&series).iter().any(|shape| text_of(shape).starts_with("Skriv din")));
    assert!(!drawn(&Series::default()).is_empty(), "no months at all: axes, and no panic");
}

#[test]
fn a_phase_too_short_for_its_name_takes_the_short_one_or_none() {
    let waiting = |count: usize| {
        let mut series = series(count);
        let span = |name, short, months| PhaseSpan { name, short, months, closed: false };
        series.phases = vec![
            span(Text::of(&"Ventetid på konto"), Text::of(&"Vent"), 1),
            span(Text::of(&"På egne ben"), Text::of(&"På egne ben"), count - 1),
        ];
        let shapes = drawn(&series);
        texts(&shapes, "chart__phase-name")[0].to_owned()
    };
    assert_eq!(waiting(10), "Vent");
    assert_eq!(waiting(60), "");
}

/// Where a text stands, in pixels of the narrowest plot.
fn place(shape: &Shape, width: i64) -> Option<(String, [i64; 4])> {
    let (x, dx, y, anchor, text) = match shape {
        // Amounts of the axes hang in the margin; names of months have a rule of their own.
        Shape::Text { class: "chart__tick" | "chart__month" | "chart__month is-between", .. } => return None,
        Shape::Text { x, dx, y, anchor, text, .. } => (x, *dx, y.0 / 10, *anchor, text),
        Shape::Flag { x, y, to_left, text } => {
            (x, 0, y.0 / 10 + 15, if *to_left { Anchor::End } else { Anchor::Start }, text)
        }
        _ => return None,
    };
    let (at, wide) = (x.0 * width / Pct::FULL.0 + dx, width_of(text));
    let from = match anchor {
        Anchor::Start => at,
        Anchor::Middle => at - wide / 2,
        Anchor::End => at - wide,
    };
    Some((text.clone(), [from, y - 11, from + wide, y + 3]))
}

/// A plan with everything that has a name in the picture: the hole in one month, the end of support in another.
fn named(count: usize, kroner: i64, hole: usize, ends: usize) -> Series {
    let mut series = series(count);
    for (i, month) in series.months.iter_mut().enumerate() {
        month.cost = kroner.abs() * 100;
        month.parts = [0, if i == hole { 0 } else { month.cost }, 0, 0, 0];
        month.balance = kroner * 100 * i as i64;
    }
    let amount = write::whole(kroner);
    let label = |what: &str, when: &str| [what, ": ", &amount, " kr.", when].concat();
    series.cost_label = Text::of(&"Det, du bruger hjemme, og skat");
    series.missing =
        Some(NamedPlace { month: hole, label: ["Mangler ", &write::whole(kroner.abs()), " kr."].concat() });
    series.lowest = Some(NamedPlace { month: hole, label: label("Lavest", " i september 2027") });
    series.last_balance = [&amount, " kr."].concat();
    series.support =
        SupportEnd::After { months: ends, flag: "Støtten slutter 31. maj".to_owned(), row: String::new() };
    series
}

#[test]
fn every_name_stands_in_the_picture_and_on_no_other() {
    for count in [1, 2, 3, 5, 10, 12, 18, 24, 36, 60, 61, 120] {
        for kroner in [-100_000_000, -9_999_999, -200_000, -3_000, 0, 12_000, 100_000_000] {
            for part in [0, 1, 2, 3, 4, 7, 11, 17, 40, 119] {
                let (hole, ends) = (part.min(count - 1), (part + 1).min(count));
                let shapes = drawn(&named(count, kroner, hole, ends));
                let width = if count > super::LONG { super::LONG_WIDTH } else { super::NARROWEST };
                let places: Vec<_> = shapes.iter().filter_map(|shape| place(shape, width)).collect();
                let what = format!("{count} months, {kroner} kr., hole in {hole}");
                for (i, (text, [left, top, right, bottom])) in places.iter().enumerate() {
                    assert!(*left >= -1 && *right <= width + 1, "{what}: {text} from {left} to {right}");
                    assert!(*top >= 0 && super::HEIGHT >= *bottom, "{what}: {text}");
                    for (other, [from, above, to, below]) in &places[i + 1..] {
                        let apart = right <= from || to <= left || *bottom <= above + 1 || *below <= top + 1;
                        assert!(apart, "{what}: {text} and {other}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_margin_is_for_the_widest_of_both_axes() {
    assert_eq!(room(&named(12, -20_000, 3, 6)), "−200.000");
    assert_eq!(room(&named(12, 100_000_000, 3, 6)), "1.000\u{a0}mio.");
}

#[test]
fn a_year_below_the_first_month_leaves_the_one_below_january_alone() {
    let years = |first: usize, count: usize| {
        let mut series = series(count);
        for (i, month) in series.months.iter_mut().enumerate() {
            month.number = (first + i - 1) as u32 % 12 + 1;
            month.year = (2027 + (first + i - 1) / 12).to_string();
        }
        texts(&drawn(&series), "chart__month is-january").iter().filter(|text| text.starts_with("20")).count()
    };
    assert_eq!(years(11, 18), 2 + 1);
    assert_eq!(years(12, 18), 2, "one month is too narrow for a year");
    assert_eq!(years(11, 60), 5, "two months are too narrow for a year");
    assert_eq!(years(3, 60), 5 + 1);
}
