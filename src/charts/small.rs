//! The months as a small upright picture beside others: the same bars and line, on one scale for all.

use super::scale::Scale;
use super::series::{MonthBar, Series, SupportEnd};
use super::shape::{Anchor, Pct, Px, Shape, width_of};
use super::upright::Plot;

/// How high the drawing is, in pixels.
pub const HEIGHT: i64 = 190;

/// More months than this and only years are named.
pub const LONG: usize = 36;

const TOP: Px = Px::whole(26);
const ZERO: Px = Px::whole(164);
const NAMES_Y: Px = Px::whole(182);
const END_Y: Px = Px::whole(11);
/// The narrowest a small picture usually is, in pixels.
const USUAL_WIDTH: i64 = 220;

/// The drawing: layers, each above the one before. `highest` is the highest month of all the pictures,
/// `ends` what stands at the end of the support.
pub fn layers(series: &Series, highest: i64, ends: &'static str) -> Vec<Vec<Shape>> {
    let plot = Plot::small(series, Scale::from_zero(highest, 3, TOP, ZERO));
    vec![
        plot.grid(""),
        plot.bars(),
        plot.cost_line("chart__halo"),
        plot.cost_line("chart__cost"),
        month_names(&series.months, NAMES_Y, |month| plot.middle(month)),
        support_end(series, &plot, ends),
    ]
}

/// The names a narrow picture has room for: the first month and every January with the year, July in
/// between.
pub(super) fn month_names(months: &[MonthBar], y: Px, place: impl Fn(usize) -> Pct) -> Vec<Shape> {
    let count = months.len();
    let next_january = |from: usize| months.iter().skip(from).position(|month| month.number == 1);
    let mut shapes = Vec::new();
    for (i, month) in months.iter().enumerate() {
        // Where the box is narrow, CSS leaves July out.
        let (class, text) = match month.number {
            1 if count > LONG => ("chart__month", month.year.clone()),
            1 => ("chart__month", with_year(month)),
            _ if i == 0 && count <= LONG && next_january(0).is_none_or(|ahead| ahead > 4) => {
                ("chart__month", with_year(month))
            }
            7 if count <= LONG && i > 3 && i + 1 < count => ("chart__month is-july", month.name.to_owned()),
            _ => continue,
        };
        let x = place(i);
        let (x, anchor) = match x.0 {
            ..600 => (Pct(0), Anchor::Start),
            9_400.. => (Pct::FULL, Anchor::End),
            _ => (x, Anchor::Middle),
        };
        shapes.push(Shape::Text { class, x, dx: 0, y, anchor, text });
    }
    shapes
}

fn with_year(month: &MonthBar) -> String {
    [month.name, " ", &month.year].concat()
}

/// A dashed line with its words on the side that has room.
fn support_end(series: &Series, plot: &Plot<'_>, words: &'static str) -> Vec<Shape> {
    let SupportEnd::After { months, .. } = &series.support else { return Vec::new() };
    let x = plot.start(*months);
    let to_left = x.0 * USUAL_WIDTH / Pct::FULL.0 > width_of(words);
    let (dx, anchor) = if to_left { (-6, Anchor::End) } else { (6, Anchor::Start) };
    vec![
        Shape::Line { class: "chart__end", from: (x, Px(0)), to: (x, ZERO) },
        Shape::Text { class: "chart__month", x, dx, y: END_Y, anchor, text: words.to_owned() },
    ]
}

#[cfg(test)]
mod tests {
    use super::{TOP, ZERO, layers, month_names};
    use crate::charts::series::{MonthBar, Series, SupportEnd};
    use crate::charts::shape::{Anchor, Pct, Px, Shape};

    fn months(first: u32, count: u32) -> Vec<MonthBar> {
        let month = |i: u32| MonthBar {
            name: "md",
            number: (first + i - 1) % 12 + 1,
            year: (2027 + (first + i - 1) / 12).to_string(),
            parts: [0, 1_000_000, 0, 0, 0],
            cost: 900_000,
            ..MonthBar::default()
        };
        (0..count).map(month).collect()
    }

    fn names(first: u32, count: u32) -> Vec<String> {
        let months = months(first, count);
        let place = |i: usize| Pct::part(2 * i + 1, 2 * months.len());
        let shapes = month_names(&months, Px(0), place);
        shapes
            .into_iter()
            .filter_map(|shape| match shape {
                Shape::Text { text, .. } => Some(text),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn names_never_run_into_each_other() {
        assert_eq!(names(1, 18), ["md 2027", "md", "md 2028"]);
        assert_eq!(names(12, 24), ["md 2028", "md", "md 2029", "md"], "December has no room before January");
        assert_eq!(names(5, 24), ["md 2027", "md 2028", "md", "md 2029"]);
        assert_eq!(names(6, 60).len(), 5, "many months have years only");
    }

    fn tops(highest: i64) -> Vec<Px> {
        let series = Series { months: months(1, 12), ..Series::default() };
        let bars = layers(&series, highest, "Slut").swap_remove(1);
        bars.into_iter()
            .filter_map(|shape| match shape {
                Shape::Rect { y, .. } => Some(y),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn the_scale_is_the_one_of_all() {
        assert_eq!(tops(1_000_000)[0], TOP);
        assert_eq!(tops(2_000_000)[0], Px((TOP.0 + ZERO.0) / 2));
    }

    #[test]
    fn the_end_of_support_is_named_where_there_is_room() {
        for (months_before, expected) in [(2, Anchor::Start), (10, Anchor::End)] {
            let support = SupportEnd::After { months: months_before, flag: String::new(), row: String::new() };
            let series = Series { months: months(1, 12), support, ..Series::default() };
            let last = layers(&series, 1_000_000, "Støtten slutter").pop().and_then(|layer| layer.into_iter().last());
            assert!(matches!(last, Some(Shape::Text { anchor, .. }) if anchor == expected), "{last:?}");
        }
    }
}
