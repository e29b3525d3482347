//! Several accounts in one picture: each a line with dashes of its own and its letter at the end.

use super::columns::{level_line, ticks};
use super::legend::{LegendItem, Swatch};
use super::mini_columns::{Widths, month_names};
use super::scale::Scale;
use super::series::MonthBar;
use super::shape::{Anchor, Pct, Px, Shape};
use crate::locale::language::Text;

/// The accounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balances {
    /// One line for each.
    pub lines: Vec<AccountLine>,
}

/// One account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountLine {
    /// What stands at its end.
    pub letter: &'static str,
    /// What is on it at the end of each month.
    pub amounts: Vec<i64>,
}

/// How high the drawing is, in pixels.
pub const HEIGHT: i64 = 250;

/// The classes of the lines, in order: they differ in their dashes.
const CLASSES: [&str; 4] = ["balance balance--a", "balance balance--b", "balance balance--c", "balance balance--d"];

/// The lines with their letters and these names, in order.
pub fn legend(names: impl Iterator<Item = (&'static str, Text)>) -> Vec<LegendItem> {
    let item = |((letter, name), class)| LegendItem { swatch: Swatch::Line(class), letter: Some(letter), name };
    names.zip(CLASSES).map(item).collect()
}

const TOP: Px = Px::whole(14);
const BOTTOM: Px = Px::whole(220);
const NAMES_Y: Px = Px::whole(242);
/// The picture goes across the page: beside the widest axis, on the narrowest phone, and in the narrowest box
/// that shows July.
const WIDTHS: Widths = [230, 250];
/// Letters stand at least so far apart.
const APART: i64 = 140;

#[inline(never)]
fn scale(balances: &Balances) -> Scale {
    let (mut least, mut most) = (0, 0);
    for amount in balances.lines.iter().flat_map(|line| &line.amounts) {
        (least, most) = (*amount.min(&least), *amount.max(&most));
    }
    Scale::around_zero(least, most, 4, TOP, BOTTOM)
}

/// The widest text beside the axis, which needs room for it.
pub fn room(balances: &Balances) -> String {
    scale(balances).room()
}

/// The drawing; `months` are those of the longest line.
pub fn shapes(balances: &Balances, months: &[MonthBar]) -> Vec<Shape> {
    let scale = scale(balances);
    // Behind the last month there is room for the letters.
    let slots = months.len() + 1 + months.len() / 8;
    let place = |month: usize| Pct::part(2 * month + 1, 2 * slots);
    let mut shapes = ground(&scale);
    shapes.extend(month_names(months, NAMES_Y, WIDTHS, place));
    for (line, class) in balances.lines.iter().zip(CLASSES) {
        let point = |month: usize, amount: i64| (place(month), scale.y(amount));
        let pairs = line.amounts.iter().zip(line.amounts.iter().skip(1)).enumerate();
        shapes.extend(pairs.map(|(i, (&this, &next))| Shape::Line {
            class,
            from: point(i, this),
            to: point(i + 1, next),
        }));
    }
    shapes.extend(letters(balances, &scale, place));
    shapes
}

fn ground(scale: &Scale) -> Vec<Shape> {
    let zero = scale.y(0);
    let mut shapes = Vec::new();
    if zero < BOTTOM {
        let height = Px(BOTTOM.0 - zero.0);
        shapes.push(Shape::Rect { class: "chart__below", x: Pct(0), width: Pct::FULL, y: zero, height, fill: None });
    }
    ticks(scale, &mut shapes);
    shapes.push(level_line("chart__axis", zero));
    shapes
}

/// Each letter at the end of its line, from the highest down; one that has no room stands lower, but none
/// so low that those after it would leave the plot.
fn letters(balances: &Balances, scale: &Scale, place: impl Fn(usize) -> Pct) -> Vec<Shape> {
    let end = |line: &AccountLine| Some((scale.y(*line.amounts.last()?), place(line.amounts.len() - 1), line.letter));
    let mut ends: Vec<(Px, Pct, &'static str)> = balances.lines.iter().filter_map(end).collect();
    let mut free = Px(i64::MIN);
    let mut shapes = Vec::new();
    while let Some(highest) = (0..ends.len()).min_by_key(|&i| ends.get(i).map(|(y, ..)| *y)) {
        let (y, x, letter) = ends.remove(highest);
        let lowest = Px(BOTTOM.0 - APART * ends.len() as i64);
        let y = y.min(lowest).down(4).max(free);
        free = Px(y.0 + APART);
        let text = letter.to_owned();
        shapes.push(Shape::Text { class: "chart__label", x, dx: 6, y, anchor: Anchor::Start, text });
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::{APART, AccountLine, BOTTOM, Balances, CLASSES, room, shapes};
    use crate::charts::series::MonthBar;
    use crate::charts::shape::{Pct, Px, Shape};
    use crate::locale::language::Text;

    fn balances(lines: &[&[i64]]) -> Balances {
        let lines = lines.iter().zip(["A", "B", "C", "D"]);
        Balances { lines: lines.map(|(amounts, letter)| AccountLine { letter, amounts: amounts.to_vec() }).collect() }
    }

    fn months(count: usize) -> Vec<MonthBar> {
        vec![MonthBar { name: Text::of(&"feb"), number: 2, ..MonthBar::default() }; count]
    }

    fn letters(shapes: &[Shape]) -> Vec<(String, Px)> {
        let found = shapes.iter().filter_map(|shape| match shape {
            Shape::Text { class: "chart__label", text, y, .. } => Some((text.clone(), *y)),
            _ => None,
        });
        found.collect()
    }

    #[test]
    fn every_account_is_a_line_of_its_own() {
        let shapes = shapes(&balances(&[&[0, 100, 200], &[0, 50, -50]]), &months(3));
        for class in &CLASSES[..2] {
            let pieces =
                shapes.iter().filter(|shape| matches!(shape, Shape::Line { class: found, .. } if found == class));
            assert_eq!(pieces.count(), 2, "{class}");
        }
        assert!(shapes.iter().any(|shape| matches!(shape, Shape::Rect { class: "chart__below", .. })));
    }

    #[test]
    fn letters_never_stand_on_each_other() {
        let shapes = shapes(&balances(&[&[0, 100], &[0, 100], &[0, 100], &[0, 99]]), &months(2));
        let letters = letters(&shapes);
        assert_eq!(letters.len(), 4);
        for (i, (_, one)) in letters.iter().enumerate() {
            for (_, other) in &letters[i + 1..] {
                assert!((one.0 - other.0).abs() >= APART, "{letters:?}");
            }
        }
    }

    #[test]
    fn letters_stay_in_the_plot() {
        let low = shapes(&balances(&[&[0, -100], &[0, -100], &[0, -100], &[0, -100]]), &months(2));
        assert_eq!(letters(&low).last().map(|(_, y)| *y), Some(BOTTOM.down(4)), "the names of the months are below");
        let last = |count: usize| {
            let drawn = shapes(&balances(&[&vec![0; count]]), &months(count));
            let letter = drawn.iter().rev().find_map(|shape| match shape {
                Shape::Text { class: "chart__label", x, .. } => Some(*x),
                _ => None,
            });
            letter.expect("a letter")
        };
        for count in [1, 8, 18, 60, 120] {
            // Six pixels and the letter, in a plot of 200.
            assert!(last(count).0 * 200 / Pct::FULL.0 + 6 + 10 <= 200, "{count} months");
        }
    }

    #[test]
    fn the_axis_has_room_for_its_widest_amount() {
        assert_eq!(room(&balances(&[&[0, -20_000_000]])), "−200.000");
        assert_eq!(room(&balances(&[&[-10_000_000_000, 0]])), "−100\u{a0}mio.");
    }

    #[test]
    fn letters_stand_in_the_order_of_their_lines() {
        let shapes = shapes(&balances(&[&[0, 100], &[0, 101], &[0, -900]]), &months(2));
        let order: Vec<String> = letters(&shapes).into_iter().map(|(letter, _)| letter).collect();
        assert_eq!(order, ["B", "A", "C"]);
    }

    #[test]
    fn nothing_stops_it() {
        assert!(letters(&shapes(&Balances::default(), &[])).is_empty());
        let extreme = balances(&[&[i64::MIN / 4, i64::MAX / 4]]);
        assert_eq!(letters(&shapes(&extreme, &months(2))).len(), 1);
    }
}
