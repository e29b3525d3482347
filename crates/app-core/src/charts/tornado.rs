//! What each change does, as pairs of bars to both sides of nothing: above with less of a figure, below
//! with more. Light and dark, so that grey paper tells them apart; the amount stands at the end of each.

use super::legend::{LegendItem, Swatch};
use super::scale::Scale;
use super::shape::{Anchor, Pct, Px, Shape, width_of};
use crate::locale::language::Text;

/// One picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EffectBars {
    /// What is changed, the largest effect first.
    pub rows: Vec<Effect>,
    /// What stands on the side of bars below nothing.
    pub falls: Text,
    /// What stands on the other side.
    pub rises: Text,
}

/// One figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// Its name.
    pub name: String,
    /// With less of it.
    pub less: Option<Bar>,
    /// With more of it.
    pub more: Option<Bar>,
}

/// A bar with the amount that stands at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// How far it goes: below zero to the left.
    pub amount: i64,
    /// The amount as written.
    pub text: String,
}

/// The class of a bar with less, and of one with more.
const CLASSES: [&str; 2] = ["effect effect--less", "effect effect--more"];

/// What the bars mean: with less of a figure, and with more.
pub fn legend(less: Text, more: Text) -> [LegendItem; 2] {
    let [first, second] = CLASSES.map(|class| Swatch::Bar { class, fill: None });
    [(first, less), (second, more)].map(|(swatch, name)| LegendItem { swatch, letter: None, name })
}

const HEAD: i64 = 26;
const ROW: i64 = 62;
/// Where the bars of a row begin, below its name.
const BARS: i64 = 20;
const BAR: i64 = 15;
/// On both sides of the bars there is room for their amounts: this much at least, and at most so much that
/// the bars are still seen.
const MARGIN: i64 = 2_200;
const WIDEST_MARGIN: i64 = 4_200;
/// The narrowest the picture is, in pixels: on the narrowest phone.
const NARROWEST: i64 = 280;

/// How high the drawing is, in pixels.
pub fn height(effects: &EffectBars) -> i64 {
    HEAD + ROW * effects.rows.len() as i64
}

/// The drawing.
pub fn shapes(effects: &EffectBars) -> Vec<Shape> {
    let plot = TornadoPlot::of(effects);
    let zero = plot.place(0);
    let bottom = Px::whole(height(effects));
    let mut shapes = head(effects);
    for (number, row) in effects.rows.iter().enumerate() {
        let top = Px::whole(HEAD + ROW * number as i64);
        shapes.push(text("chart__label", (Pct(0), 0), top.down(13), Anchor::Start, row.name.clone()));
        for (side, bar) in [&row.less, &row.more].into_iter().enumerate() {
            let y = top.down(BARS + side as i64 * (BAR + 2));
            shapes.extend(bar.iter().flat_map(|bar| drawn(&plot, bar, CLASSES[side], y)));
        }
        let (from, to) = (top.down(BARS - 3), top.down(BARS + 2 * BAR + 5));
        shapes.push(Shape::Line { class: "chart__axis", from: (zero, from), to: (zero, to.min(bottom)) });
    }
    shapes
}

fn all(effects: &EffectBars) -> impl Iterator<Item = &Bar> {
    effects.rows.iter().flat_map(|row| [&row.less, &row.more]).flatten()
}

fn bars(effects: &EffectBars) -> impl Iterator<Item = i64> {
    all(effects).map(|bar| bar.amount)
}

/// The bars on their scale, between two margins as wide as the amounts that stand in them.
struct TornadoPlot {
    scale: Scale,
    left: i64,
    reach: i64,
}

impl TornadoPlot {
    fn of(effects: &EffectBars) -> Self {
        let (least, most) = (bars(effects).min().unwrap_or(0), bars(effects).max().unwrap_or(0));
        let (mut left, mut right) = (MARGIN, MARGIN);
        for bar in all(effects) {
            let side = if bar.amount < 0 { &mut left } else { &mut right };
            let room = (width_of(&bar.text) + 8) * Pct::FULL.0 / NARROWEST;
            *side = room.clamp(*side, WIDEST_MARGIN);
        }
        TornadoPlot { scale: Scale::around_zero(least, most, 1, Px(0), Px(1)), left, reach: Pct::FULL.0 - left - right }
    }

    fn place(&self, amount: i64) -> Pct {
        Pct(self.left + self.scale.share(amount, self.reach))
    }
}

/// Which side means what, where there are bars on it.
fn head(effects: &EffectBars) -> Vec<Shape> {
    let mut shapes = Vec::new();
    if bars(effects).any(|amount| amount < 0) {
        let falls = ["← ", &effects.falls].concat();
        shapes.push(text("chart__unit", (Pct(0), 0), Px::whole(12), Anchor::Start, falls));
    }
    if bars(effects).any(|amount| amount > 0) {
        let rises = [&effects.rises, " →"].concat();
        shapes.push(text("chart__unit", (Pct::FULL, 0), Px::whole(12), Anchor::End, rises));
    }
    shapes
}

fn drawn(plot: &TornadoPlot, bar: &Bar, class: &'static str, y: Px) -> [Shape; 2] {
    let (zero, end) = (plot.place(0), plot.place(bar.amount));
    let (x, width) = (zero.min(end), Pct((end.0 - zero.0).abs()));
    let falls = bar.amount < 0;
    let (dx, anchor) = if falls { (-6, Anchor::End) } else { (6, Anchor::Start) };
    [
        Shape::Rect { class, x, width, y, height: Px::whole(BAR), fill: None },
        text("chart__tick", (end, dx), y.down(12), anchor, bar.text.clone()),
    ]
}

fn text(class: &'static str, (x, dx): (Pct, i64), y: Px, anchor: Anchor, text: String) -> Shape {
    Shape::Text { class, x, dx, y, anchor, text }
}

#[cfg(test)]
#[path = "tornado_tests.rs"]
mod tests;
