//! From amounts to heights, and the round amounts beside the axis.

use super::shape::{Px, wider};
use crate::locale::argument::Count;
use crate::locale::texts::unit;
use crate::locale::write;

/// From so many øre an axis counts in millions: ten million kroner.
const MILLIONS_FROM: i64 = 10 * MILLION;
/// A million kroner in øre.
const MILLION: i64 = 100_000_000;

/// A vertical scale: `low` stands at `bottom`, `high` at `top`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    low: i64,
    high: i64,
    top: Px,
    bottom: Px,
    step: i64,
}

impl Scale {
    /// A scale from zero up to a round amount not below `most`, with at most `steps` steps.
    pub fn from_zero(most: i64, steps: i64, top: Px, bottom: Px) -> Self {
        let step = round_step(most, steps);
        let count = most.max(1).div_euclid(step) + i64::from(most.max(1).rem_euclid(step) > 0);
        Scale { low: 0, high: step * count, top, bottom, step }
    }

    /// A scale that holds `least`, `most` and zero, with at most `steps` steps.
    pub fn around_zero(least: i64, most: i64, steps: i64, top: Px, bottom: Px) -> Self {
        let (low, high) = (least.min(0), most.max(0));
        let high = if low == high { high + 1 } else { high };
        Scale { low, high, top, bottom, step: round_step(high - low, steps) }
    }

    /// Where an amount stands.
    pub fn y(&self, amount: i64) -> Px {
        let height = i128::from(self.bottom.0 - self.top.0);
        let part = i128::from(amount - self.low) * height / i128::from((self.high - self.low).max(1));
        Px(self.bottom.0 - i64::try_from(part).unwrap_or(0))
    }

    /// How much of the whole an amount is, of `whole`.
    pub fn share(&self, amount: i64, whole: i64) -> i64 {
        let part = i128::from(amount - self.low) * i128::from(whole) / i128::from((self.high - self.low).max(1));
        i64::try_from(part).unwrap_or(0)
    }

    /// The round amounts within the scale, lowest first.
    pub fn ticks(&self) -> impl Iterator<Item = i64> + use<> {
        let (step, high) = (self.step, self.high);
        let first = -(-self.low).div_euclid(step) * step;
        (0..).map(move |i| first + i * step).take_while(move |&tick| tick <= high)
    }
}

impl Scale {
    /// The round amounts as they stand on the axis, lowest first, each with its amount. All of an axis is
    /// in kroner or all of it in millions.
    #[inline(never)]
    pub fn labels(&self) -> Vec<(i64, String)> {
        let millions = self.low.min(-self.high) <= -MILLIONS_FROM;
        let mut labels = Vec::new();
        for tick in self.ticks() {
            let text = if millions && tick != 0 { unit::mio(Count(tick / MILLION)) } else { write::whole(tick / 100) };
            labels.push((tick, text));
        }
        labels
    }

    /// The widest of them: the axis needs room for it.
    #[inline(never)]
    pub fn room(&self) -> String {
        let labels = self.labels();
        let mut widest = "";
        for (_, text) in &labels {
            widest = wider(widest, text);
        }
        widest.to_owned()
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 … kroner that makes at most `steps` steps of `span` øre.
fn round_step(span: i64, steps: i64) -> i64 {
    let span = span.max(1);
    let mut decade: i64 = 100;
    loop {
        for step in [decade, decade.saturating_mul(2), decade.saturating_mul(5)] {
            if span <= step.saturating_mul(steps) {
                return step;
            }
        }
        decade = decade.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;
    use crate::charts::shape::Px;

    fn kroner(amounts: &[i64]) -> Vec<i64> {
        amounts.iter().map(|amount| amount * 100).collect()
    }

    #[test]
    fn the_axis_has_round_amounts() {
        let ticks = |most| Scale::from_zero(most, 5, Px(0), Px(1)).ticks().collect::<Vec<_>>();
        assert_eq!(ticks(1_884_000), kroner(&[0, 5_000, 10_000, 15_000, 20_000]));
        assert_eq!(ticks(2_000_000), kroner(&[0, 5_000, 10_000, 15_000, 20_000]));
        assert_eq!(ticks(2_600_000), kroner(&[0, 10_000, 20_000, 30_000]));
        assert_eq!(ticks(0), kroner(&[0, 1]));
    }

    #[test]
    fn amounts_stand_in_proportion() {
        let scale = Scale::from_zero(2_000_000, 5, Px::whole(90), Px::whole(420));
        assert_eq!(scale.y(0), Px::whole(420));
        assert_eq!(scale.y(2_000_000), Px::whole(90));
        assert_eq!(scale.y(1_000_000), Px::whole(255));
        assert_eq!(scale.share(500_000, 10_000), 2_500);
    }

    #[test]
    fn zero_is_always_in_view() {
        let below = Scale::around_zero(-300_000, -100_000, 3, Px::whole(500), Px::whole(600));
        assert_eq!(below.y(0), Px::whole(500));
        assert_eq!(below.y(-300_000), Px::whole(600));
        assert_eq!(below.ticks().collect::<Vec<_>>(), kroner(&[-3_000, -2_000, -1_000, 0]));
        let above = Scale::around_zero(100_000, 300_000, 3, Px::whole(500), Px::whole(600));
        assert_eq!(above.y(0), Px::whole(600));
        let both = Scale::around_zero(-134_300, 981_900, 3, Px::whole(500), Px::whole(600));
        assert_eq!(both.ticks().collect::<Vec<_>>(), kroner(&[0, 5_000]));
    }

    fn labels(least: i64, most: i64) -> Vec<String> {
        let scale = Scale::around_zero(least * 100, most * 100, 3, Px(0), Px(1));
        scale.labels().into_iter().map(|(_, text)| text.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn above_ten_million_an_axis_counts_in_millions() {
        assert_eq!(labels(-200_000, 0), ["−200.000", "−100.000", "0"]);
        assert_eq!(labels(0, 9_000_000), ["0", "5.000.000"]);
        assert_eq!(labels(0, 12_000_000), ["0", "5 mio.", "10 mio."]);
        assert_eq!(labels(-100_000_000, 100_000_000), ["−100 mio.", "0", "100 mio."]);
    }

    #[test]
    fn the_room_is_the_widest_labels() {
        let room = |least, most| Scale::around_zero(least, most, 3, Px(0), Px(1)).room();
        assert_eq!(room(0, 2_000_000), "10.000");
        assert_eq!(room(-20_000_000, 0), "−200.000");
        assert_eq!(room(-10_000_000_000, 0), "−100\u{a0}mio.");
    }

    #[test]
    fn extremes_do_not_stop_it() {
        for (least, most) in [(0, 0), (i64::MIN / 4, i64::MAX / 4), (-1, 0), (0, 1)] {
            let scale = Scale::around_zero(least, most, 3, Px::whole(500), Px::whole(600));
            assert!(scale.ticks().count() <= 5);
            assert!((Px::whole(500)..=Px::whole(600)).contains(&scale.y(least)));
        }
    }
}
