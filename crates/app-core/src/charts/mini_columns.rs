//! The months as a small upright picture beside others: the same bars and line, on one scale for all.

use super::columns::Plot;
use super::row::{TextRow, around};
use super::scale::Scale;
use super::series::{MonthBar, Series, SupportEnd};
use super::shape::{Pct, Px, Shape};
use crate::locale::language::Text;

/// How high the drawing is, in pixels.
pub const HEIGHT: i64 = 190;

/// More months than this and the bars are thin.
pub const LONG: usize = 36;
/// More months than this and only years are named.
const NAMED: usize = 28;

const TOP: Px = Px::whole(26);
const ZERO: Px = Px::whole(164);
const NAMES_Y: Px = Px::whole(182);
const END_Y: Px = Px::whole(11);
/// The narrowest the plot of one of several cards is, in pixels: beside the widest axis, on the narrowest phone.
const NARROWEST: i64 = 160;
/// How wide a plot is at least: in the narrowest box, and in the narrowest where the style sheet shows July.
pub(super) type Widths = [i64; 2];
const CARD: Widths = [NARROWEST, 240];

/// The widest text beside the axis, which needs room for it.
pub fn room(highest: i64) -> String {
    scale(highest).room()
}

fn scale(highest: i64) -> Scale {
    Scale::from_zero(highest, 3, TOP, ZERO)
}

/// The drawing: layers, each above the one before. `highest` is the highest month of all the pictures,
/// `ends` what stands at the end of the support.
pub fn layers(series: &Series, highest: i64, ends: Text) -> Vec<Vec<Shape>> {
    let plot = Plot::mini(series, scale(highest));
    vec![
        plot.grid(""),
        plot.bars(),
        plot.cost_line("chart__halo"),
        plot.cost_line("chart__cost"),
        month_names(&series.months, NAMES_Y, CARD, |month| plot.middle(month)),
        support_end(series, &plot, ends),
    ]
}

/// The names a narrow picture has room for: the Januaries and the first month with the year, or years
/// alone where there are many, and July in between.
pub(super) fn month_names(months: &[MonthBar], y: Px, widths: Widths, place: impl Fn(usize) -> Pct) -> Vec<Shape> {
    let [mut row, mut wide] = widths.map(TextRow::regular);
    let mut shapes = Vec::new();
    let many = months.len() > NAMED;
    for step in [Names::Januaries, Names::First, Names::Julys] {
        for (i, month) in months.iter().enumerate() {
            // Where the box is narrow, CSS leaves July out.
            let (wanted, class) = match step {
                Names::Januaries => (month.number == 1, "chart__month"),
                Names::First => (i == 0 && !many, "chart__month"),
                Names::Julys => (month.number == 7 && !many, "chart__month is-july"),
            };
            if !wanted {
                continue;
            }
            let mut text = if many { String::new() } else { month.name.to_owned() };
            if !matches!(step, Names::Julys) {
                text.push_str(if many { "" } else { " " });
                text.push_str(&month.year);
            }
            // What is seen in a narrow picture is there in a wide one too.
            let narrow = (!matches!(step, Names::Julys)).then(|| row.place(place(i), &text));
            if narrow == Some(None) {
                continue;
            }
            let at = wide.place(place(i), &text);
            if let Some((x, anchor)) = narrow.flatten().or(at) {
                shapes.push(Shape::Text { class, x, dx: 0, y, anchor, text });
            }
        }
    }
    shapes
}

/// The names that want a place in turn.
#[derive(Clone, Copy)]
enum Names {
    Januaries,
    First,
    Julys,
}

/// A dashed line with its words above it.
fn support_end(series: &Series, plot: &Plot<'_>, words: Text) -> Vec<Shape> {
    let SupportEnd::After { months, .. } = &series.support else { return Vec::new() };
    let x = plot.start(*months);
    let (at, anchor) = around(x, &words, NARROWEST);
    vec![
        Shape::Line { class: "chart__end", from: (x, END_Y.down(4)), to: (x, ZERO) },
        Shape::Text { class: "chart__month", x: at, dx: 0, y: END_Y, anchor, text: words.to_owned() },
    ]
}

#[cfg(test)]
mod tests {
    use super::{CARD, TOP, ZERO, layers, month_names};
    use crate::charts::series::{MonthBar, Series, SupportEnd};
    use crate::charts::shape::{Anchor, Pct, Px, Shape};
    use crate::locale::language::Text;

    fn months(first: u32, count: u32) -> Vec<MonthBar> {
        let month = |i: u32| MonthBar {
            name: Text::of(&"md"),
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
        let shapes = month_names(&months, Px(0), CARD, place);
        let mut names: Vec<_> = shapes
            .into_iter()
            .filter_map(|shape| match shape {
                Shape::Text { x, text, .. } => Some((x, text)),
                _ => None,
            })
            .collect();
        names.sort();
        names.into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn names_never_run_into_each_other() {
        assert_eq!(names(1, 18), ["md 2027", "md", "md 2028"]);
        assert_eq!(names(12, 24), ["md 2028", "md", "md 2029", "md"], "December has no room before January");
        assert_eq!(names(5, 24), ["md", "md 2028", "md", "md 2029"], "May would run into January on a phone");
        assert_eq!(names(6, 60).len(), 3, "many months have years only, and as many as there is room for");
    }

    fn tops(highest: i64) -> Vec<Px> {
        let series = Series { months: months(1, 12), ..Series::default() };
        let bars = layers(&series, highest, Text::of(&"Slut")).swap_remove(1);
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
        for (months_before, expected) in [(2, Anchor::Start), (6, Anchor::Middle), (10, Anchor::End)] {
            let support = SupportEnd::After { months: months_before, flag: String::new(), row: String::new() };
            let series = Series { months: months(1, 12), support, ..Series::default() };
            let last = layers(&series, 1_000_000, Text::of(&"Støtten slutter"))
                .pop()
                .and_then(|layer| layer.into_iter().last());
            assert!(matches!(last, Some(Shape::Text { anchor, .. }) if anchor == expected), "{last:?}");
        }
    }
}
