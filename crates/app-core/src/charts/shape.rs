//! Shapes, and the numbers they are made of.

/// Hundredths of a percent of the width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pct(pub i64);

/// Tenths of a pixel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Px(pub i64);

impl Pct {
    /// The whole width.
    pub const FULL: Pct = Pct(10_000);

    /// The part `numerator / denominator` of the width.
    pub fn part(numerator: usize, denominator: usize) -> Self {
        Pct(Pct::FULL.0 * numerator as i64 / denominator.max(1) as i64)
    }

    /// As an attribute: `12.5%`.
    pub fn text(self) -> String {
        decimal(self.0, 100) + "%"
    }
}

impl Px {
    /// Whole pixels.
    pub const fn whole(pixels: i64) -> Self {
        Px(pixels * 10)
    }

    /// So many pixels further down.
    pub const fn down(self, pixels: i64) -> Self {
        Px(self.0 + pixels * 10)
    }

    /// As an attribute: `90.5`.
    pub fn text(self) -> String {
        decimal(self.0, 10)
    }
}

/// `value / scale` with a dot and as few decimals as it takes.
fn decimal(value: i64, scale: i64) -> String {
    let mut text = if value < 0 { String::from("-") } else { String::new() };
    text.push_str(&(value.abs() / scale).to_string());
    let mut rest = value.abs() % scale;
    if rest != 0 {
        text.push('.');
    }
    let mut place = scale / 10;
    while rest != 0 {
        text.push_str(&(rest / place).to_string());
        rest %= place;
        place /= 10;
    }
    text
}

/// Which end of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// As an attribute.
    pub fn text(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// One shape. Its `class` is the style sheet's; `x` is across the width of the box, `y` down from its top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// Its class.
        class: &'static str,
        /// Its left edge.
        x: Pct,
        /// How wide it is.
        width: Pct,
        /// Its upper edge.
        y: Px,
        /// How high it is.
        height: Px,
        /// The pattern it is filled with, where the class alone does not say.
        fill: Option<&'static str>,
    },
    /// A straight line.
    Line {
        /// Its class.
        class: &'static str,
        /// Where it begins.
        from: (Pct, Px),
        /// Where it ends.
        to: (Pct, Px),
    },
    /// A text.
    Text {
        /// Its class.
        class: &'static str,
        /// Where its anchor stands.
        x: Pct,
        /// So many pixels to the right of there.
        dx: i64,
        /// Its baseline.
        y: Px,
        /// Which part of it stands there.
        anchor: Anchor,
        /// What it says.
        text: String,
    },
    /// A circle.
    Circle {
        /// Its class.
        class: &'static str,
        /// Its middle.
        x: Pct,
        /// Its middle.
        y: Px,
        /// Its radius.
        radius: Px,
    },
    /// A flag on a pole.
    Flag {
        /// The pole.
        x: Pct,
        /// Its upper edge.
        y: Px,
        /// It flies to the left of the pole.
        to_left: bool,
        /// What it says.
        text: String,
    },
}

/// How wide a text of twelve pixels in bold is at most, whatever the typeface: the widest of the common
/// ones (DejaVu, Verdana) decides, in tenths of a pixel for each letter.
pub fn width_of(text: &str) -> i64 {
    let tenths: i64 = text.chars().map(width_of_letter).sum();
    (tenths + 9) / 10
}

fn width_of_letter(letter: char) -> i64 {
    match letter {
        'i' | 'l' | 'j' | '.' | ',' | ':' | ' ' | '\u{a0}' => 48,
        't' | 'f' | 'r' => 60,
        'm' | 'w' | 'æ' | 'M' | 'W' => 125,
        '−' | '+' | '←' | '→' => 102,
        // Of the letters of Europe's west. Not `is_uppercase`: that brings every alphabet's table along.
        'A'..='Z' | 'À'..='Þ' => 93,
        _ => 86,
    }
}

/// The wider of two texts.
pub fn wider<'a>(one: &'a str, other: &'a str) -> &'a str {
    if width_of(other) > width_of(one) { other } else { one }
}

#[cfg(test)]
mod tests {
    use super::{Pct, Px, wider, width_of};

    #[test]
    fn attributes_are_short() {
        assert_eq!(Pct(1_250).text(), "12.5%");
        assert_eq!(Pct(0).text(), "0%");
        assert_eq!(Pct::FULL.text(), "100%");
        assert_eq!(Pct(5).text(), "0.05%");
        assert_eq!(Pct::part(1, 3).text(), "33.33%");
        assert_eq!(Pct::part(1, 0), Pct::FULL);
        assert_eq!(Px(905).text(), "90.5");
        assert_eq!(Px(-80).text(), "-8");
    }

    #[test]
    fn a_longer_text_is_wider() {
        assert!(width_of("Lån og tilskud") > width_of("Vent"));
        assert!(width_of("−1.000") > width_of("1.000"));
        assert!(width_of("100.000") > width_of("50.000"));
    }

    #[test]
    fn the_wider_of_two_is_found() {
        assert_eq!(wider("20.000", "−20.000"), "−20.000");
        assert_eq!(wider("0", ""), "0");
    }
}
