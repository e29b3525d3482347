//! The pairs of bars.

use super::{Bar, CLASSES, Effect, EffectBars, height, shapes};
use crate::charts::shape::{Anchor, Pct, Shape, width_of};
use crate::locale::language::Text;

fn bar(amount: i64) -> Option<Bar> {
    Some(Bar { amount, text: amount.to_string() })
}

fn effects(rows: &[(Option<Bar>, Option<Bar>)]) -> EffectBars {
    let row = |(less, more): &(Option<Bar>, Option<Bar>)| Effect {
        name: "Omsætning".to_owned(),
        less: less.clone(),
        more: more.clone(),
    };
    EffectBars { rows: rows.iter().map(row).collect(), falls: Text::of(&"Færre"), rises: Text::of(&"Flere") }
}

/// From where to where each bar goes, with its class.
fn bars(shapes: &[Shape]) -> Vec<(Pct, Pct, &'static str)> {
    let found = shapes.iter().filter_map(|shape| match shape {
        Shape::Rect { class, x, width, .. } => Some((*x, Pct(x.0 + width.0), *class)),
        _ => None,
    });
    found.collect()
}

#[test]
fn less_and_more_go_to_both_sides_of_nothing() {
    let shapes = shapes(&effects(&[(bar(-300), bar(100)), (bar(100), bar(-100))]));
    let bars = bars(&shapes);
    assert_eq!(bars[0], (Pct(2_200), Pct(6_400), CLASSES[0]), "the longest reaches the margin");
    assert_eq!(bars[1], (Pct(6_400), Pct(7_800), CLASSES[1]));
    assert_eq!((bars[2].0, bars[3].1), (Pct(6_400), Pct(6_400)));
}

#[test]
fn both_can_fall_and_neither_covers_the_other() {
    let shapes = shapes(&effects(&[(bar(-300), bar(-200))]));
    let tops: Vec<_> = shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Rect { y, height, .. } => Some((y.0, y.0 + height.0)),
            _ => None,
        })
        .collect();
    assert!(tops[0].1 < tops[1].0, "{tops:?}");
    let sides = shapes.iter().filter(|shape| matches!(shape, Shape::Text { text, .. } if text.contains("Flere")));
    assert_eq!(sides.count(), 0, "there is nothing on that side");
}

#[test]
fn an_amount_stands_outside_the_end_of_its_bar() {
    let shapes = shapes(&effects(&[(bar(-300), bar(100))]));
    let amount = |wanted: &str| {
        shapes.iter().find_map(|shape| match shape {
            Shape::Text { x, anchor, text, .. } if text == wanted => Some((*x, *anchor)),
            _ => None,
        })
    };
    assert_eq!(amount("-300"), Some((Pct(2_200), Anchor::End)));
    assert_eq!(amount("100"), Some((Pct(7_800), Anchor::Start)));
}

#[test]
fn the_margins_are_as_wide_as_their_amounts() {
    for (less, more) in [(-100, 100), (-2_500_000, 90_000), (-100_000_000, 100_000_000), (-1, 99_999_999)] {
        let amount = |amount: i64| Some(Bar { amount, text: crate::locale::write::whole(amount) });
        let shapes = shapes(&effects(&[(amount(less), amount(more))]));
        let texts = shapes.iter().filter_map(|shape| match shape {
            Shape::Text { class: "chart__tick", x, dx, anchor, text, .. } => {
                let at = x.0 * super::NARROWEST / Pct::FULL.0 + dx;
                let from = if *anchor == Anchor::Start { at } else { at - width_of(text) };
                Some((from, from + width_of(text)))
            }
            _ => None,
        });
        for (from, to) in texts {
            assert!(from >= -1 && to <= super::NARROWEST + 1, "{less}, {more}: {from} to {to}");
        }
    }
}

#[test]
fn a_side_that_cannot_be_has_no_bar_and_nothing_stops_it() {
    let one = effects(&[(None, bar(0))]);
    assert_eq!(bars(&shapes(&one)).len(), 1);
    assert!(height(&one) > height(&EffectBars::default()));
    assert!(shapes(&EffectBars::default()).is_empty());
    let extreme = effects(&[(bar(i64::MIN / 4), bar(i64::MAX / 4))]);
    assert!(bars(&shapes(&extreme)).iter().all(|(from, to, _)| *from >= Pct(0) && *to <= Pct::FULL));
}
