//! The months as lying bars, one a row, for a narrow box.

use super::row::TextRow;
use super::scale::Scale;
use super::series::{MonthBar, Series, SupportEnd};
use super::shape::{Anchor, Pct, Px, Shape, wider, width_of};
use crate::locale::language::Text;

/// How high a row is, in pixels.
pub const ROW: i64 = 24;
/// How high the scale above the rows is.
pub const HEAD: i64 = 36;

const BAR_TOP: Px = Px::whole(3);
const BAR_HEIGHT: Px = Px::whole(18);
const ROW_HEIGHT: Px = Px::whole(ROW);
/// The narrowest a bar's row is, in pixels: beside the widest balance, on the narrowest phone.
const NARROWEST: i64 = 150;

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BarsLine {
    /// A phase begins.
    Phase(Text),
    /// A month.
    Month {
        /// Its short name.
        name: Text,
        /// January, or the first month: in bold.
        strong: bool,
        /// The bar.
        shapes: Vec<Shape>,
        /// The balance, as written.
        balance: String,
        /// The class of the balance.
        balance_class: &'static str,
    },
    /// Public support has ended.
    SupportEnds(String),
}

/// The widest balance: the column needs room for it.
#[inline(never)]
pub fn room(series: &Series) -> String {
    let mut widest = "";
    for month in &series.months {
        widest = wider(widest, &month.balance_text);
    }
    widest.to_owned()
}

/// The scale above the rows.
pub fn head(series: &Series, unit: Text) -> Vec<Shape> {
    let scale = scale(series);
    let mut shapes = vec![Shape::Text {
        class: "chart__unit",
        x: Pct(0),
        dx: 0,
        y: Px::whole(12),
        anchor: Anchor::Start,
        text: unit.to_owned(),
    }];
    // All of them, or every second, or third: what there is room for.
    let labels = scale.labels();
    for every in 1..=labels.len() {
        let mut row = TextRow::regular(NARROWEST);
        let mut fits = true;
        shapes.truncate(1);
        for (tick, text) in labels.iter().step_by(every) {
            let Some((x, anchor)) = row.place(place(&scale, *tick), text) else {
                fits = false;
                break;
            };
            shapes.push(Shape::Text { class: "chart__tick", x, dx: 0, y: Px::whole(30), anchor, text: text.clone() });
        }
        if fits {
            break;
        }
    }
    shapes
}

/// The rows, top down.
pub fn lines(series: &Series) -> Vec<BarsLine> {
    let scale = scale(series);
    let support_months = match &series.support {
        SupportEnd::After { months, row, .. } => Some((*months, row)),
        _ => None,
    };
    let mut starts = phase_starts(series);
    let mut lines = Vec::new();
    for (i, month) in series.months.iter().enumerate() {
        lines.extend(
            support_months.filter(|&(months, _)| months == i).map(|(_, row)| BarsLine::SupportEnds(row.clone())),
        );
        if let Some((_, name)) = starts.next_if(|&(start, _)| start == i) {
            lines.push(BarsLine::Phase(name));
        }
        lines.push(month_line(series, &scale, i, month));
    }
    let at_end = support_months.filter(|&(months, _)| months == series.months.len());
    lines.extend(at_end.map(|(_, row)| BarsLine::SupportEnds(row.clone())));
    if let SupportEnd::Later(flag) = &series.support {
        lines.push(BarsLine::SupportEnds(flag.clone()));
    }
    lines
}

fn phase_starts(series: &Series) -> std::iter::Peekable<impl Iterator<Item = (usize, Text)>> {
    let starts = series.phases.iter().scan(0, |next, span| {
        let start = *next;
        *next += span.months;
        Some((start, span.name))
    });
    starts.peekable()
}

fn month_line(series: &Series, scale: &Scale, i: usize, month: &MonthBar) -> BarsLine {
    let lowest = series.lowest.as_ref().is_some_and(|lowest| lowest.month == i);
    let balance_class = match (month.balance < 0, lowest) {
        (true, true) => "num is-negative is-lowest",
        (true, false) => "num is-negative",
        _ => "num",
    };
    BarsLine::Month {
        name: month.name,
        strong: month.number == 1 || i == 0,
        shapes: row(scale, month),
        balance: month.balance_text.clone(),
        balance_class,
    }
}

fn scale(series: &Series) -> Scale {
    let most = series.months.iter().map(|month| month.income().max(month.cost)).max().unwrap_or(0);
    Scale::around_zero(0, most, 4, Px(0), Px(1))
}

/// Behind the longest bar there is room for what is missing.
const LONGEST: i64 = 7_500;

fn place(scale: &Scale, amount: i64) -> Pct {
    Pct(scale.share(amount, LONGEST))
}

fn row(scale: &Scale, month: &MonthBar) -> Vec<Shape> {
    let place = |amount| place(scale, amount);
    let mut shapes: Vec<Shape> = scale.ticks().map(|tick| upright("chart__grid", place(tick))).collect();
    for (mark, from, to) in month.pieces() {
        let (x, width) = (place(from), Pct(place(to).0 - place(from).0));
        if width.0 > 20 {
            shapes.push(Shape::Rect {
                class: mark.class(),
                x,
                width,
                y: BAR_TOP,
                height: BAR_HEIGHT,
                fill: mark.pattern(),
            });
        }
    }
    let cost = place(month.cost);
    shapes.extend([upright("chart__halo", cost), upright("chart__cost", cost)]);
    if !month.shortfall.is_empty() {
        let class = "chart__label chart__label--missing chart__halo-text";
        let text = month.shortfall.clone();
        let (x, dx, anchor) = beside(cost, &text);
        shapes.push(Shape::Text { class, x, dx, y: Px::whole(16), anchor, text });
    }
    shapes
}

/// Where a text beside a line stands: behind it, before it, or, with no room for either, at the end.
fn beside(line: Pct, text: &str) -> (Pct, i64, Anchor) {
    let (pixel, room) = (line.0 * NARROWEST / Pct::FULL.0, width_of(text) + 6);
    if pixel + room <= NARROWEST {
        (line, 6, Anchor::Start)
    } else if pixel >= room {
        (line, -6, Anchor::End)
    } else {
        (Pct::FULL, 0, Anchor::End)
    }
}

fn upright(class: &'static str, x: Pct) -> Shape {
    Shape::Line { class, from: (x, Px(0)), to: (x, ROW_HEIGHT) }
}

#[cfg(test)]
#[path = "bars_tests.rs"]
mod tests;
