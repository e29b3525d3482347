//! The way back from [`pack`](super::pack).

use super::bits::BitReader;
use super::pack::{
    AMOUNT_UNITS, ANY_BITS, CAPITAL, CAPITALS, COMMON, HOURS_UNITS, LARGE, MONTH, OTHER, RATE_UNITS, SMALL, USUAL,
    USUAL_BITS,
};
use crate::case::bounds::Bounds;
use crate::case::parts::ValuePath;
use crate::case::walk::{EachItem, Inside, Item, Leaf, Need, Presence, Walk, Wrong};
use crate::quantity::{Money, Rate, WeeklyHours};
use crate::rulebook::MunicipalityId;
use crate::screening::AnswerKey;
use crate::simulation::ScenarioField;

/// Unpacks a case. What it cannot unpack is a failure, and nothing after it is read.
pub(super) struct Unpacker<'b> {
    pub(super) bits: BitReader<'b>,
    pub(super) failed: bool,
}

impl Unpacker<'_> {
    fn member(&mut self, need: Need<'_>) -> bool {
        let (presence, can_be_null) = match need {
            Need::Required => return !self.failed,
            Need::Optional(presence) => (presence, false),
            Need::Nullable(presence) => (presence, true),
        };
        *presence = Presence::of(self.flag());
        if can_be_null && !presence.is_there() && self.flag() {
            *presence = Presence::Null;
        }
        presence.is_there()
    }

    fn flag(&mut self) -> bool {
        let bit = if self.failed { None } else { self.bits.bit() };
        self.failed |= bit.is_none();
        bit.unwrap_or(false)
    }

    fn small(&mut self) -> Option<usize> {
        self.bits.number(SMALL).map(|number| number as usize)
    }

    fn scaled(&mut self, units: [i64; 4]) -> Option<i64> {
        let unit = units.get(self.bits.bits(2)? as usize)?;
        i64::from(self.bits.number(LARGE)?).checked_mul(*unit)
    }

    fn text(&mut self, lengths: Bounds<u32>) -> Option<String> {
        let length = self.bits.number(SMALL).filter(|length| *length <= lengths.max)?;
        (0..length).map(|_| self.letter()).collect()
    }

    fn letter(&mut self) -> Option<char> {
        match self.bits.bits(5)? {
            CAPITAL => {
                let place = self.bits.bits(5)? as usize;
                CAPITALS.chars().nth(place)
            }
            OTHER if self.bits.bit()? => char::from_u32(self.bits.bits(ANY_BITS)?),
            OTHER => USUAL.chars().nth(self.bits.bits(USUAL_BITS)? as usize),
            place => COMMON.chars().nth(place as usize),
        }
    }

    fn path(&mut self) -> Option<ValuePath> {
        if !self.bits.bit()? {
            return AnswerKey::ALL.get(self.small()?).copied().map(ValuePath::Answer);
        }
        let scenario = self.bits.bits(3)? as usize;
        let field = *ScenarioField::ALL.get(self.small()?)?;
        let at = if self.bits.bit()? { Some(self.small()?) } else { None };
        ValuePath::field(scenario, field, at)
    }

    /// Puts the value in its place; `None` when it cannot be unpacked.
    fn value(&mut self, leaf: Leaf<'_>) -> Option<()> {
        match leaf {
            Leaf::Whole(place, _) => *place = self.bits.number(SMALL)?,
            Leaf::Amount(place, _) => *place = Money::from_oere(self.scaled(AMOUNT_UNITS)?),
            Leaf::Rate(place, _) => *place = Rate::from_millionths(self.scaled(RATE_UNITS)?),
            Leaf::Hours(place, _) => *place = WeeklyHours::from_hundredths(self.scaled(HOURS_UNITS)?),
            Leaf::Month(place, bounds) => *place = bounds.min.plus(i32::try_from(self.bits.bits(MONTH)?).ok()?),
            Leaf::Text(place, lengths) => *place = self.text(lengths)?,
            Leaf::Truth(place) => *place = self.bits.bit()?,
            Leaf::Choice(place, ids) => *place = self.small().filter(|place| *place < ids.len())?,
            Leaf::Municipality(place) => {
                let id = self.text(Bounds { min: 1, max: MunicipalityId::LONGEST })?;
                *place = Some(MunicipalityId::parse(&id)?);
            }
            Leaf::Path(place) => *place = Some(self.path()?),
        }
        Some(())
    }

    fn put(&mut self, leaf: Leaf<'_>) -> bool {
        let read = if self.failed { None } else { self.value(leaf) };
        self.failed |= read.is_none();
        read.is_some()
    }
}

impl Walk for Unpacker<'_> {
    fn leaf(&mut self, _key: &'static str, need: Need<'_>, leaf: Leaf<'_>) -> bool {
        !self.member(need) || self.put(leaf)
    }

    fn object(&mut self, _key: &'static str, need: Need<'_>, inside: Inside<'_>) -> bool {
        if self.member(need) {
            inside(self);
        }
        !self.failed
    }

    fn list(
        &mut self,
        _key: &'static str,
        need: Need<'_>,
        lengths: Bounds<u32>,
        _length: usize,
        each: EachItem<'_>,
    ) -> bool {
        if self.member(need) {
            let length = self.small().filter(|length| u32::try_from(*length).is_ok_and(|it| it <= lengths.max));
            self.failed |= length.is_none();
            for at in 0..length.unwrap_or(0) {
                if self.failed {
                    break;
                }
                each(at, self);
            }
        }
        !self.failed
    }

    fn format(&mut self, _key: &'static str, _format: &'static str) {}

    /// Of two alternatives a case can hold one: what holds both or none cannot be kept, so it is not read. What else
    /// does not fit can be kept, and is noticed when the case is held against the format.
    fn wrong(&mut self, _key: &'static str, wrong: Wrong) {
        self.failed |= matches!(wrong, Wrong::Both(_) | Wrong::Neither(_) | Wrong::DeductionOfProfile);
    }
}

impl Item for Unpacker<'_> {
    fn leaf(&mut self, leaf: Leaf<'_>) -> bool {
        self.put(leaf)
    }

    fn object(&mut self, inside: Inside<'_>) {
        inside(self);
    }
}
