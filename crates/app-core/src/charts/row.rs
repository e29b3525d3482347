//! Texts in one row of a picture: none leaves it, and none stands on another.

use super::shape::{Anchor, Pct, width_of};

/// So many pixels at least are between two texts.
const GAP: i64 = 2;

/// A row of texts in a picture that is so many pixels wide at least.
pub struct TextRow {
    width: i64,
    /// How wide its letters are, in percent of bold ones.
    letters: i64,
    taken: Vec<(i64, i64)>,
}

impl TextRow {
    /// A row for texts in bold.
    pub fn bold(width: i64) -> Self {
        TextRow { width, letters: 100, taken: Vec::new() }
    }

    /// A row for ordinary texts.
    pub fn regular(width: i64) -> Self {
        TextRow { letters: 92, ..TextRow::bold(width) }
    }

    /// Where a text around `x` stands; `None` when another one is already there.
    #[inline(never)]
    pub fn place(&mut self, x: Pct, text: &str) -> Option<(Pct, Anchor)> {
        let (at, anchor) = around(x, text, self.width);
        let (pixel, wide) = (at.0 * self.width / Pct::FULL.0, width_of(text) * self.letters / 100);
        let from = match anchor {
            Anchor::Start => pixel,
            Anchor::Middle => pixel - wide / 2,
            Anchor::End => pixel - wide,
        };
        let to = from + wide;
        if self.taken.iter().any(|&(start, end)| from < end + GAP && start < to + GAP) {
            return None;
        }
        self.taken.push((from, to));
        Some((at, anchor))
    }
}

/// Where a text around `x` stands so that it does not leave a picture of this width.
#[inline(never)]
pub fn around(x: Pct, text: &str, width: i64) -> (Pct, Anchor) {
    let half = width_of(text) * Pct::FULL.0 / width / 2;
    if x.0 < half {
        (Pct(0), Anchor::Start)
    } else if x.0 > Pct::FULL.0 - half {
        (Pct::FULL, Anchor::End)
    } else {
        (x, Anchor::Middle)
    }
}

#[cfg(test)]
mod tests {
    use super::{TextRow, around};
    use crate::charts::shape::{Anchor, Pct};

    #[test]
    fn a_text_at_the_edge_does_not_leave_the_picture() {
        assert_eq!(around(Pct(100), "2027", 400), (Pct(0), Anchor::Start));
        assert_eq!(around(Pct(5_000), "2027", 400), (Pct(5_000), Anchor::Middle));
        assert_eq!(around(Pct(9_900), "2027", 400), (Pct::FULL, Anchor::End));
    }

    #[test]
    fn a_text_without_room_is_left_out() {
        let mut row = TextRow::bold(100);
        assert!(row.place(Pct(5_000), "2027").is_some());
        assert_eq!(row.place(Pct(6_000), "2028"), None);
        assert_eq!(row.place(Pct(9_900), "2029"), None, "moved inwards it would touch the first");
        assert_eq!(row.place(Pct(0), "jan"), Some((Pct(0), Anchor::Start)));
        let wider = |row: &mut TextRow| [0, 10_000].map(|x| row.place(Pct(x), "2028").is_some());
        assert_eq!((wider(&mut TextRow::bold(70)), wider(&mut TextRow::regular(70))), ([true, false], [true, true]));
    }
}
