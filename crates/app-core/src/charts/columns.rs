//! The months as upright bars, with the account below them.

use super::row::{TextRow, around};
use super::scale::Scale;
use super::series::{MonthBar, Series, SupportEnd};
use super::shape::{Anchor, Pct, Px, Shape, wider, width_of};
use crate::locale::language::Text;

/// How high the drawing is, in pixels.
pub const HEIGHT: i64 = 632;

const PHASE_HEIGHT: Px = Px::whole(22);
const FLAG_Y: Px = Px::whole(30);
const UNIT_Y: Px = Px::whole(68);
const TOP: Px = Px::whole(108);
const ZERO: Px = Px::whole(420);
const MONTH_Y: Px = Px::whole(438);
const YEAR_Y: Px = Px::whole(454);
const TITLE_Y: Px = Px::whole(480);
const ACCOUNT_TOP: Px = Px::whole(508);
const ACCOUNT_BOTTOM: Px = Px::whole(602);
const LOWEST_Y: Px = Px::whole(627);

/// Fewer months than this stand at the start and are not stretched.
const FEWEST_SLOTS: usize = 10;
/// How much of its slot a bar fills, in percent.
const BAR: i64 = 72;
/// The narrowest the plot is, in pixels: beside the widest axis, in the narrowest box that shows it.
/// What fits there fits everywhere.
const NARROWEST: i64 = 400;
/// More months than this and the box scrolls: the plot is then as wide as the style sheet says.
pub const LONG: usize = 60;
const LONG_WIDTH: i64 = 940;

/// The words in the picture that are the same for every series.
#[derive(Clone, Copy, Debug)]
pub struct ChartWords {
    /// Above the axis.
    pub unit: Text,
    /// Above the account.
    pub balance: Text,
}

/// The widest text beside the axes, which need room for it.
#[inline(never)]
pub fn room(series: &Series) -> String {
    let plot = Plot::of(series);
    wider(&plot.money.room(), &plot.account.room()).to_owned()
}

/// The drawing: layers, each above the one before.
pub fn layers(series: &Series, words: ChartWords) -> Vec<Vec<Shape>> {
    let plot = Plot::of(series);
    vec![
        plot.phases(),
        plot.grid(&words.unit),
        plot.bars(),
        plot.cost_line("chart__halo"),
        plot.cost_line("chart__cost"),
        plot.month_names(),
        plot.account(&words.balance),
        plot.support_end(),
        plot.account_line(),
        plot.labels(),
    ]
}

/// A series on its scales. The small picture beside others draws the same bars and line.
pub(super) struct Plot<'a> {
    series: &'a Series,
    slots: usize,
    money: Scale,
    account: Scale,
}

impl<'a> Plot<'a> {
    /// A small picture, on a scale that others share.
    pub(super) fn mini(series: &'a Series, money: Scale) -> Self {
        Plot { series, slots: series.months.len().max(FEWEST_SLOTS), money, account: money }
    }

    fn of(series: &'a Series) -> Self {
        let most = series.months.iter().map(|month| month.income().max(month.cost)).max().unwrap_or(0);
        let balances = || series.months.iter().map(|month| month.balance);
        let (least, highest) = (balances().min().unwrap_or(0), balances().max().unwrap_or(0));
        Plot {
            series,
            slots: series.months.len().max(FEWEST_SLOTS),
            money: Scale::from_zero(most, 5, TOP, ZERO),
            account: Scale::around_zero(least, highest, 3, ACCOUNT_TOP, ACCOUNT_BOTTOM),
        }
    }

    /// How wide the plot is at least, in pixels.
    fn width(&self) -> i64 {
        if self.slots > LONG { LONG_WIDTH } else { NARROWEST }
    }

    /// How much of the width a text takes at most, with what is between it and its neighbour.
    fn reach(&self, text: &str) -> Pct {
        Pct((width_of(text) + 8) * Pct::FULL.0 / self.width())
    }

    pub(super) fn start(&self, month: usize) -> Pct {
        Pct::part(month, self.slots)
    }

    pub(super) fn middle(&self, month: usize) -> Pct {
        Pct::part(2 * month + 1, 2 * self.slots)
    }

    fn end(&self, month: usize) -> Pct {
        self.start(month + 1)
    }

    fn months(&self) -> impl Iterator<Item = (usize, &'a MonthBar)> {
        self.series.months.iter().enumerate()
    }

    fn phases(&self) -> Vec<Shape> {
        let mut shapes = Vec::new();
        let mut first = 0;
        for span in &self.series.phases {
            let (x, end) = (self.start(first), self.start(first + span.months));
            let gap = Pct(if shapes.is_empty() { 0 } else { 20 });
            let class = if span.closed { "chart__phase is-closed" } else { "chart__phase" };
            let (x, width) = (Pct(x.0 + gap.0), Pct(end.0 - x.0 - gap.0));
            shapes.push(Shape::Rect { class, x, width, y: Px(0), height: PHASE_HEIGHT, fill: None });
            let room = width.0 * self.width() / Pct::FULL.0;
            let fits = [span.name, span.short].into_iter().find(|name| width_of(name) <= room + 2);
            let text = fits.unwrap_or_default().to_owned();
            let x = Pct(x.0 + width.0 / 2);
            shapes.push(text_at("chart__phase-name", x, Px::whole(15), Anchor::Middle, text));
            first += span.months;
        }
        shapes
    }

    pub(super) fn grid(&self, unit: &str) -> Vec<Shape> {
        let mut shapes = vec![text_at("chart__unit", Pct(0), UNIT_Y, Anchor::Start, unit.to_owned())];
        ticks(&self.money, &mut shapes);
        shapes.push(level_line("chart__axis", self.money.y(0)));
        shapes
    }

    pub(super) fn bars(&self) -> Vec<Shape> {
        self.months().flat_map(|(i, month)| self.bar(i, month)).collect()
    }

    fn bar(&self, i: usize, month: &MonthBar) -> Vec<Shape> {
        let slot = Pct::FULL.0 / self.slots as i64;
        let width = Pct(slot * BAR / 100);
        let x = Pct(self.middle(i).0 - width.0 / 2);
        let mut shapes = Vec::new();
        for (mark, from, to) in month.pieces() {
            let (y, height) = (self.money.y(to), Px(self.money.y(from).0 - self.money.y(to).0));
            if height >= Px(5) {
                shapes.push(Shape::Rect { class: mark.class(), x, width, y, height, fill: mark.pattern() });
            }
        }
        shapes
    }

    /// A level piece for each month, and an upright one between two months.
    pub(super) fn cost_line(&self, class: &'static str) -> Vec<Shape> {
        let mut shapes = Vec::new();
        let mut before: Option<Px> = None;
        for (i, month) in self.months() {
            let y = self.money.y(month.cost);
            if let Some(before) = before.filter(|&before| before != y) {
                shapes.push(Shape::Line { class, from: (self.start(i), before), to: (self.start(i), y) });
            }
            shapes.push(Shape::Line { class, from: (self.start(i), y), to: (self.end(i), y) });
            before = Some(y);
        }
        shapes
    }

    /// The highest point of bars and line between two places.
    fn highest_between(&self, from: Pct, to: Pct) -> Px {
        let within = self.months().filter(|&(i, _)| self.end(i) > from && self.start(i) < to);
        within.map(|(_, month)| self.money.y(month.income().max(month.cost))).min().unwrap_or(ZERO)
    }

    fn labels(&self) -> Vec<Shape> {
        if let Some(empty) = self.series.empty {
            let y = self.highest_between(Pct(0), Pct::FULL).max(TOP.down(60));
            let mut shapes = self.cost_label();
            shapes.push(text_at(
                "chart__label chart__halo-text",
                Pct(5_000),
                y.down(40),
                Anchor::Middle,
                empty.to_owned(),
            ));
            return shapes;
        }
        let mut shapes = self.cost_label();
        shapes.extend(self.missing_label());
        shapes
    }

    fn cost_label_y(&self) -> Px {
        Px(self.highest_between(Pct(0), self.reach(&self.series.cost_label)).0 - 80)
    }

    fn cost_label(&self) -> Vec<Shape> {
        if self.series.months.is_empty() {
            return Vec::new();
        }
        let text = self.series.cost_label.to_owned();
        vec![text_at("chart__label chart__halo-text", Pct(30), self.cost_label_y(), Anchor::Start, text)]
    }

    fn missing_label(&self) -> Vec<Shape> {
        let Some(named) = &self.series.missing else { return Vec::new() };
        let Some(month) = self.series.months.get(named.month) else { return Vec::new() };
        let x = self.middle(named.month);
        let reach = self.reach(&named.label).0;
        let to_left = x.0 > Pct::FULL.0 - reach;
        let (from, to) = if to_left { (Pct(x.0 - reach), x) } else { (x, Pct(x.0 + reach)) };
        let mut y = Px(self.highest_between(from, to).0 - 120);
        if from < self.reach(&self.series.cost_label) {
            y = y.min(self.cost_label_y().down(-18));
        }
        let y = y.max(Px::whole(82));
        let hole = self.money.y(month.cost);
        let leader = Shape::Line { class: "chart__leader", from: (x, hole), to: (x, y.down(-4)) };
        let (anchor, dx) = if to_left { (Anchor::End, -6) } else { (Anchor::Start, 6) };
        let class = "chart__label chart__label--missing chart__halo-text";
        vec![leader, Shape::Text { class, x, dx, y, anchor, text: named.label.clone() }]
    }

    fn month_names(&self) -> Vec<Shape> {
        let count = self.series.months.len();
        let mut shapes = Vec::new();
        // Every month, every quarter or every half year: what there is room for. Not every language cuts months short.
        let is_short = self.months().all(|(_, month)| month.name.chars().count() <= 4);
        let every = match count {
            0..=12 => 1,
            13..=24 if is_short => 1,
            13..=48 => 3,
            _ => 6,
        };
        let is_named = |month: &MonthBar| count <= LONG && month.number % every == 1 % every;
        for (i, month) in self.months() {
            if !is_named(month) {
                continue;
            }
            let (x, january) = (self.middle(i), month.number == 1);
            // Where the box is narrow, CSS leaves out every second name of many.
            let strong = january || (i == 0 && month.number != 12);
            let class = match (strong, (19..=24).contains(&count) && month.number % 2 == 0) {
                (true, _) => "chart__month is-january",
                (false, true) => "chart__month is-between",
                (false, false) => "chart__month",
            };
            let (x, anchor) = around(x, &month.name, self.width());
            shapes.push(text_at(class, x, MONTH_Y, anchor, month.name.to_owned()));
        }
        self.years(&mut shapes);
        shapes
    }

    /// The year below each January, and below the first month where that leaves room for it.
    #[inline(never)]
    fn years(&self, shapes: &mut Vec<Shape>) {
        let short = self.series.months.len() <= LONG;
        let y = if short { YEAR_Y } else { MONTH_Y };
        let mut row = TextRow::bold(self.width());
        for first in [false, true] {
            for (i, month) in self.months() {
                let wanted = if first { i == 0 && short } else { month.number == 1 };
                if let Some((x, anchor)) = wanted.then(|| row.place(self.middle(i), &month.year)).flatten() {
                    shapes.push(text_at("chart__month is-january", x, y, anchor, month.year.clone()));
                }
            }
        }
    }

    fn account(&self, title: &str) -> Vec<Shape> {
        let zero = self.account.y(0);
        let mut shapes = vec![text_at("chart__label", Pct(0), TITLE_Y, Anchor::Start, title.to_owned())];
        if zero < ACCOUNT_BOTTOM {
            let height = Px(ACCOUNT_BOTTOM.0 - zero.0);
            let (x, width) = (Pct(0), Pct::FULL);
            shapes.push(Shape::Rect { class: "chart__below", x, width, y: zero, height, fill: None });
        }
        ticks(&self.account, &mut shapes);
        shapes.push(level_line("chart__axis", zero));
        shapes
    }

    fn account_line(&self) -> Vec<Shape> {
        let point = |i: usize, month: &MonthBar| (self.middle(i), self.account.y(month.balance));
        let mut shapes = Vec::new();
        let pairs = self.series.months.iter().zip(self.series.months.iter().skip(1)).enumerate();
        for (i, (this, next)) in pairs {
            shapes.push(Shape::Line { class: "chart__balance", from: point(i, this), to: point(i + 1, next) });
        }
        for (i, month) in self.months() {
            let (x, y) = point(i, month);
            shapes.push(Shape::Circle { class: "chart__dot", x, y, radius: Px(25) });
        }
        shapes.extend(self.lowest());
        shapes.extend(self.last_balance());
        shapes
    }

    /// The lowest point has a ring; brick only when money is missing.
    fn lowest(&self) -> Vec<Shape> {
        let Some(named) = &self.series.lowest else { return Vec::new() };
        let Some(month) = self.series.months.get(named.month) else { return Vec::new() };
        let (x, y) = (self.middle(named.month), self.account.y(month.balance));
        let short = month.balance < 0;
        let (ring, radius) = if short { ("chart__lowest", Px(60)) } else { ("chart__dot", Px(45)) };
        let leader = if short { "chart__leader" } else { "chart__grid" };
        let label = if short { "chart__label chart__label--missing" } else { "chart__label" };
        let (x_text, anchor) = around(x, &named.label, self.width());
        vec![
            Shape::Line { class: leader, from: (x, y.down(6)), to: (x, LOWEST_Y.down(-12)) },
            Shape::Circle { class: ring, x, y, radius },
            text_at(label, x_text, LOWEST_Y, anchor, named.label.clone()),
        ]
    }

    fn last_balance(&self) -> Option<Shape> {
        let last = self.series.months.len().checked_sub(1)?;
        if self.series.lowest.as_ref().is_some_and(|lowest| lowest.month == last) || self.series.empty.is_some() {
            return None;
        }
        let y = self.account.y(self.series.months.get(last)?.balance);
        let x = self.end(last);
        let anchor = if x < self.reach(&self.series.last_balance) { Anchor::Start } else { Anchor::End };
        let class = "chart__label chart__halo-text";
        Some(text_at(class, x, Px(y.0 - 90), anchor, self.series.last_balance.clone()))
    }

    fn support_end(&self) -> Vec<Shape> {
        match &self.series.support {
            SupportEnd::Never => Vec::new(),
            SupportEnd::Later(flag) => {
                vec![Shape::Flag { x: Pct::FULL, y: FLAG_Y, to_left: true, text: flag.clone() }]
            }
            SupportEnd::After { months, flag, .. } => {
                let x = self.start(*months);
                let to_left = x.0 * self.width() / Pct::FULL.0 > width_of(flag) + 12;
                vec![
                    Shape::Line { class: "chart__end", from: (x, PHASE_HEIGHT), to: (x, ACCOUNT_BOTTOM) },
                    Shape::Flag { x, y: FLAG_Y, to_left, text: flag.clone() },
                ]
            }
        }
    }
}

/// The round amounts of an axis: a line across the plot, and the amount in the margin before it.
#[inline(never)]
pub(super) fn ticks(scale: &Scale, shapes: &mut Vec<Shape>) {
    for (tick, text) in scale.labels() {
        let y = scale.y(tick);
        shapes.push(level_line("chart__grid", y));
        shapes.push(Shape::Text { class: "chart__tick", x: Pct(0), dx: -8, y: y.down(4), anchor: Anchor::End, text });
    }
}

/// Kept out of its callers, as is the next: there are many of them.
#[inline(never)]
fn text_at(class: &'static str, x: Pct, y: Px, anchor: Anchor, text: String) -> Shape {
    Shape::Text { class, x, dx: 0, y, anchor, text }
}

#[inline(never)]
pub(super) fn level_line(class: &'static str, y: Px) -> Shape {
    Shape::Line { class, from: (Pct(0), y), to: (Pct::FULL, y) }
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod tests;
