//! A month as a lying bar, in a row of the list for a narrow box.

use super::scale::Scale;
use super::series::Series;
use super::shape::{Pct, Px, Shape};

/// How high a row is, in pixels.
pub const ROW: i64 = 22;

const BAR_TOP: Px = Px::whole(2);
const BAR_HEIGHT: Px = Px::whole(18);
const ROW_HEIGHT: Px = Px::whole(ROW);
/// Behind the longest bar there is room for the edge of the line.
const LONGEST: i64 = 9_800;

/// The bar of the month at this place: what comes in, what is missing, and the line of what goes out. All months of a
/// series are on one scale.
pub fn row(series: &Series, at: usize) -> Vec<Shape> {
    let Some(month) = series.months.get(at) else { return Vec::new() };
    let scale = scale(series);
    let place = |amount| Pct(scale.share(amount, LONGEST));
    let mut shapes = Vec::new();
    for (mark, from, to) in month.pieces() {
        let (x, width) = (place(from), Pct(place(to).0 - place(from).0));
        if width.0 > 20 {
            let fill = mark.pattern();
            shapes.push(Shape::Rect { class: mark.class(), x, width, y: BAR_TOP, height: BAR_HEIGHT, fill });
        }
    }
    let cost = place(month.cost);
    shapes.push(Shape::Line { class: "chart__cost", from: (cost, Px(0)), to: (cost, ROW_HEIGHT) });
    shapes
}

fn scale(series: &Series) -> Scale {
    let most = series.months.iter().map(|month| month.income().max(month.cost)).max().unwrap_or(0);
    Scale::around_zero(0, most, 4, Px(0), Px(1))
}

#[cfg(test)]
#[path = "bars_tests.rs"]
mod tests;
