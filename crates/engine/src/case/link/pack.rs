//! How each value is packed.

use super::bits::BitWriter;
use crate::case::bounds::Bounds;
use crate::case::parts::ValuePath;
use crate::case::walk::{EachItem, Inside, Item, Leaf, Need, Presence, Walk, Wrong};

/// The group of small numbers: counts, months, places in a list.
pub(super) const SMALL: u32 = 3;
/// The group of amounts and rates.
pub(super) const LARGE: u32 = 4;
/// How many bits a month takes.
pub(super) const MONTH: u32 = 10;
/// Amounts are mostly round: so many øre are one, the largest that fits.
pub(super) const AMOUNT_UNITS: [i64; 4] = [1, 100, 10_000, 100_000];
/// So are rates: in millionths.
pub(super) const RATE_UNITS: [i64; 4] = [1, 1_000, 10_000, 100_000];
/// Hours: whole ones, or hundredths.
pub(super) const HOURS_UNITS: [i64; 4] = [1, 25, 50, 100];

/// The letters that take five bits.
pub(super) const COMMON: &str = " abcdefghijklmnopqrstuvwxyzæøå";
/// Their capitals, each in the place of its letter.
pub(super) const CAPITALS: &str = "\u{0}ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ";
/// The next letter is a capital.
pub(super) const CAPITAL: u32 = 30;
/// Another character follows.
pub(super) const OTHER: u32 = 31;
/// The characters that take six bits behind [`OTHER`] and a zero.
pub(super) const USUAL: &str = "0123456789.,-/&()+:;'\"%!?éüöäß_#*=@ÉÜÖÄ–»«½…";
/// How many bits one of them takes, and any other.
pub(super) const USUAL_BITS: u32 = 6;
pub(super) const ANY_BITS: u32 = 21;

/// Packs a case.
pub(super) struct Packer {
    pub(super) bits: BitWriter,
}

impl Packer {
    /// Says whether the member is there; true when a value follows.
    fn member(&mut self, need: Need<'_>) -> bool {
        let presence = need.presence();
        if !matches!(need, Need::Required) {
            self.bits.bit(presence.is_there());
        }
        if matches!(need, Need::Nullable(_)) && !presence.is_there() {
            self.bits.bit(presence == Presence::Null);
        }
        presence.is_there()
    }

    fn scaled(&mut self, number: i64, units: [i64; 4]) {
        let fits = |unit: &&i64| number % **unit == 0;
        let (place, unit) = units.iter().enumerate().rfind(|(_, unit)| fits(unit)).unwrap_or((0, &1));
        self.bits.bits(u32::try_from(place).unwrap_or(0), 2);
        self.bits.number(u32::try_from(number / unit).unwrap_or(0), LARGE);
    }

    fn small(&mut self, number: usize) {
        self.bits.number(u32::try_from(number).unwrap_or(0), SMALL);
    }

    fn text(&mut self, text: &str) {
        self.small(text.chars().count());
        for letter in text.chars() {
            self.letter(letter);
        }
    }

    fn letter(&mut self, letter: char) {
        if let Some(place) = place_in(COMMON, letter) {
            return self.bits.bits(place, 5);
        }
        if let Some(place) = place_in(CAPITALS, letter) {
            self.bits.bits(CAPITAL, 5);
            return self.bits.bits(place, 5);
        }
        self.bits.bits(OTHER, 5);
        match place_in(USUAL, letter) {
            Some(place) => self.bits.bits(place, 1 + USUAL_BITS),
            None => self.bits.bits(1 << ANY_BITS | u32::from(letter), 1 + ANY_BITS),
        }
    }

    fn path(&mut self, path: ValuePath) {
        match path {
            ValuePath::Answer(key) => {
                self.bits.bit(false);
                self.small(key as usize);
            }
            ValuePath::Field { scenario, field, at } => {
                self.bits.bit(true);
                self.bits.bits(u32::try_from(scenario).unwrap_or(0), 3);
                self.small(field as usize);
                self.bits.bit(at.is_some());
                if let Some(at) = at {
                    self.small(at);
                }
            }
        }
    }

    fn value(&mut self, leaf: Leaf<'_>) {
        match leaf {
            Leaf::Whole(number, _) => self.bits.number(*number, SMALL),
            Leaf::Amount(amount, _) => self.scaled(amount.oere(), AMOUNT_UNITS),
            Leaf::Rate(rate, _) => self.scaled(rate.millionths(), RATE_UNITS),
            Leaf::Hours(hours, _) => self.scaled(hours.hundredths(), HOURS_UNITS),
            Leaf::Month(month, bounds) => {
                self.bits.bits(u32::try_from(month.months_since(bounds.min)).unwrap_or(0), MONTH);
            }
            Leaf::Text(text, _) => self.text(text),
            Leaf::Truth(value) => self.bits.bit(*value),
            Leaf::Choice(place, _) => self.small(*place),
            Leaf::Municipality(id) => self.text(id.as_ref().map_or("", |id| id.as_str())),
            Leaf::Path(path) => {
                if let Some(path) = path {
                    self.path(*path);
                }
            }
        }
    }
}

fn place_in(letters: &str, letter: char) -> Option<u32> {
    letters.chars().position(|known| known == letter).and_then(|place| u32::try_from(place).ok())
}

impl Walk for Packer {
    fn leaf(&mut self, _key: &'static str, need: Need<'_>, leaf: Leaf<'_>) -> bool {
        if self.member(need) {
            self.value(leaf);
        }
        true
    }

    fn object(&mut self, _key: &'static str, need: Need<'_>, inside: Inside<'_>) -> bool {
        if self.member(need) {
            inside(self);
        }
        true
    }

    fn list(
        &mut self,
        _key: &'static str,
        need: Need<'_>,
        _lengths: Bounds<u32>,
        length: usize,
        each: EachItem<'_>,
    ) -> bool {
        if self.member(need) {
            self.small(length);
            for at in 0..length {
                each(at, self);
            }
        }
        true
    }

    fn format(&mut self, _key: &'static str, _format: &'static str) {}

    fn wrong(&mut self, _key: &'static str, _wrong: Wrong) {}
}

impl Item for Packer {
    fn leaf(&mut self, leaf: Leaf<'_>) -> bool {
        self.value(leaf);
        true
    }

    fn object(&mut self, inside: Inside<'_>) {
        inside(self);
    }
}
