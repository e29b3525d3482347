//! A link as a code for a camera: the modules of a QR code as one path, to be drawn.
//!
//! `qrcodegen` makes the modules (docs/adr/0015); the largest code is bounded, because a phone no longer reads a
//! finer one from a screen.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The largest version: 97 modules a side, 666 bytes of link.
const LARGEST: u8 = 20;

/// The empty modules around a code, which a camera needs.
const QUIET: usize = 4;

/// A code, in modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrPicture {
    /// How many modules there are a side, those around it counted.
    pub side: usize,
    /// The dark modules: one rectangle for those beside each other in a row.
    pub path: String,
}

impl QrPicture {
    /// The code of a text; `None` when it is too long for one.
    pub fn of(text: &str) -> Option<Self> {
        let segments = [QrSegment::make_bytes(text.as_bytes())];
        let level = QrCodeEcc::Medium;
        let code = QrCode::encode_segments_advanced(&segments, level, Version::MIN, Version::new(LARGEST), None, false)
            .ok()?;
        let size = code.size();
        let mut path = String::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let dark = (x..size).take_while(|&x| code.get_module(x, y)).count();
                if dark > 0 {
                    // The code has at most a few hundred modules a side.
                    let [left, top] = [x, y].map(|at| usize::try_from(at).unwrap_or_default() + QUIET);
                    path.push_str(&format!("M{left} {top}h{dark}v1h-{dark}z"));
                }
                x += i32::try_from(dark).unwrap_or_default() + 1;
            }
        }
        Some(QrPicture { side: usize::try_from(size).unwrap_or_default() + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::QrPicture;

    /// The modules of a picture, read from its path again.
    fn modules(picture: &QrPicture) -> Vec<Vec<bool>> {
        let mut rows = vec![vec![false; picture.side]; picture.side];
        for run in picture.path.split('M').skip(1) {
            let (left, rest) = run.split_once(' ').expect("a place");
            let (top, rest) = rest.split_once('h').expect("a place");
            let (length, rest) = rest.split_once('v').expect("a length");
            assert_eq!(rest, format!("1h-{length}z"));
            let [left, top, length] = [left, top, length].map(|number| number.parse::<usize>().expect("a number"));
            rows[top][left..left + length].fill(true);
        }
        rows
    }

    #[test]
    fn a_code_has_its_three_corners_and_nothing_around_it() {
        let picture = QrPicture::of("https://example.dk/#v1.abc").expect("short");
        let rows = modules(&picture);
        assert_eq!(picture.side, 25 + 8, "version 2");
        let quiet = |at: usize| at < 4 || at >= picture.side - 4;
        for (y, row) in rows.iter().enumerate() {
            assert!(row.iter().enumerate().all(|(x, dark)| !dark || !(quiet(x) || quiet(y))));
        }
        for (x, y) in [(4, 4), (22, 4), (4, 22)] {
            assert!(rows[y][x..x + 7].iter().all(|dark| *dark), "the top of a corner at {x}, {y}");
            assert!(!rows[y + 1][x + 1] && rows[y + 3][x + 3]);
        }
        assert!(!rows[22][22..29].iter().all(|dark| *dark), "the fourth corner has none");
    }

    #[test]
    fn a_text_that_is_too_long_has_no_code() {
        assert!(QrPicture::of(&"x".repeat(666)).is_some_and(|picture| picture.side == 97 + 8));
        assert_eq!(QrPicture::of(&"x".repeat(667)), None);
        assert_eq!(QrPicture::of(&"x".repeat(9_000)), None);
    }
}
