//! What the marks of a picture mean.

use super::series::Mark;
use crate::locale::language::Text;

/// A mark with what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegendItem {
    /// How it looks.
    pub swatch: Swatch,
    /// What stands in the picture for it.
    pub letter: Option<&'static str>,
    /// What it means.
    pub name: Text,
}

/// How a mark looks beside its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    /// A piece of a bar.
    Bar {
        /// Its class.
        class: &'static str,
        /// The pattern it is filled with, where the class alone does not say.
        fill: Option<&'static str>,
    },
    /// A step of the line above the bars.
    Step,
    /// A piece of a line with this class, long enough for its dashes.
    Line(&'static str),
}

impl LegendItem {
    /// A mark of the picture of the months.
    pub fn of(mark: Mark, name: Text) -> Self {
        let bar = Swatch::Bar { class: mark.class(), fill: mark.pattern() };
        LegendItem { swatch: if mark == Mark::Cost { Swatch::Step } else { bar }, letter: None, name }
    }
}

#[cfg(test)]
mod tests {
    use super::{LegendItem, Mark, Swatch};
    use crate::locale::language::Text;

    #[test]
    fn every_mark_but_the_line_is_a_piece_of_its_bar() {
        for mark in Mark::PARTS.into_iter().chain([Mark::Missing]) {
            let expected = Swatch::Bar { class: mark.class(), fill: mark.pattern() };
            assert_eq!(LegendItem::of(mark, Text::of(&"name")).swatch, expected, "{mark:?}");
        }
        assert_eq!(
            LegendItem::of(Mark::Cost, Text::of(&"cost")),
            LegendItem { swatch: Swatch::Step, letter: None, name: Text::of(&"cost") }
        );
    }
}
