//! Values as members of an object: one that must be there, one that may be, one with a default.

use super::bounds::Bounds;
use super::walk::{Leaf, Need, Presence, RateLimits, Walk};
use crate::quantity::{Money, Month, Rate, WeeklyHours};
use crate::simulation::{FieldsWritten, ScenarioField};
use crate::string_enum::Listed;

/// A value that stands for itself in a case.
pub(super) trait CaseValue: Clone + PartialEq {
    /// What bounds it.
    type Limits: Copy;
    /// Any value, for who reads to begin with.
    fn blank() -> Self;
    /// The value as a leaf.
    fn leaf(&mut self, limits: Self::Limits) -> Leaf<'_>;
}

macro_rules! value {
    ($type:ty, $limits:ty, $blank:expr, $leaf:ident) => {
        impl CaseValue for $type {
            type Limits = $limits;

            fn blank() -> Self {
                $blank
            }

            fn leaf(&mut self, limits: $limits) -> Leaf<'_> {
                Leaf::$leaf(self, limits)
            }
        }
    };
}

value!(u32, Bounds<u32>, 0, Whole);
value!(Money, Bounds<Money>, Money::ZERO, Amount);
value!(Rate, RateLimits, Rate::ZERO, Rate);
value!(WeeklyHours, Bounds<WeeklyHours>, WeeklyHours::default(), Hours);
value!(Month, Bounds<Month>, Month::from_index(0), Month);
value!(String, Bounds<u32>, String::new(), Text);

impl CaseValue for bool {
    type Limits = ();

    fn blank() -> Self {
        false
    }

    fn leaf(&mut self, (): ()) -> Leaf<'_> {
        Leaf::Truth(self)
    }
}

/// A value that must be there.
pub(super) fn required<T: CaseValue>(walk: &mut dyn Walk, key: &'static str, place: &mut T, limits: T::Limits) -> bool {
    walk.leaf(key, Need::Required, place.leaf(limits))
}

/// A value that may be left out.
pub(super) fn optional<T: CaseValue>(
    walk: &mut dyn Walk,
    key: &'static str,
    place: &mut Option<T>,
    limits: T::Limits,
) -> bool {
    let mut presence = Presence::of(place.is_some());
    let mut value = place.take().unwrap_or_else(T::blank);
    let read = walk.leaf(key, Need::Optional(&mut presence), value.leaf(limits));
    *place = presence.is_there().then_some(value);
    read
}

/// A month that may be left out or `null`; `is_null` keeps that it was written so.
pub(super) fn nullable_month(
    walk: &mut dyn Walk,
    key: &'static str,
    place: &mut Option<Month>,
    is_null: &mut bool,
    limits: Bounds<Month>,
) -> bool {
    let mut presence = presence_of(place.is_some(), *is_null);
    let mut value = place.take().unwrap_or_else(Month::blank);
    let read = walk.leaf(key, Need::Nullable(&mut presence), value.leaf(limits));
    *place = presence.is_there().then_some(value);
    *is_null = presence == Presence::Null;
    read
}

/// Is there a value, or was `null` written?
pub(super) fn presence_of(is_there: bool, is_null: bool) -> Presence {
    match (is_there, is_null) {
        (true, _) => Presence::There,
        (false, true) => Presence::Null,
        (false, false) => Presence::Absent,
    }
}

/// A field with a default. It stands there when it was written, or differs from the default.
pub(super) fn or<T: CaseValue>(
    walk: &mut dyn Walk,
    marked: (ScenarioField, &mut FieldsWritten),
    place: &mut T,
    limits: T::Limits,
    default: T,
) -> bool {
    let differs = *place != default;
    let (read, is_there) = with_default(walk, marked, differs, place.leaf(limits));
    if !is_there {
        *place = default;
    }
    read
}

/// A field of a closed list, with a default.
pub(super) fn or_choice<T: Listed + PartialEq>(
    walk: &mut dyn Walk,
    marked: (ScenarioField, &mut FieldsWritten),
    place: &mut T,
    default: T,
) -> bool {
    let differs = *place != default;
    let mut index = place.place();
    let (read, is_there) = with_default(walk, marked, differs, Leaf::Choice(&mut index, T::IDS));
    *place = T::ALL.get(index).copied().filter(|_| is_there).unwrap_or(default);
    read
}

/// Says whether nothing is wrong with it, and whether it stands there. FieldsWritten once for all kinds of values.
#[inline(never)]
fn with_default(
    walk: &mut dyn Walk,
    (field, written): (ScenarioField, &mut FieldsWritten),
    differs: bool,
    leaf: Leaf<'_>,
) -> (bool, bool) {
    let mut presence = Presence::of(written.has(field) || differs);
    let read = walk.leaf(field.key(), Need::Optional(&mut presence), leaf);
    written.note(field, presence.is_there());
    (read, presence.is_there())
}

/// A value of a closed list that may be left out.
pub(super) fn optional_choice<T: Listed>(walk: &mut dyn Walk, key: &'static str, place: &mut Option<T>) -> bool {
    let mut presence = Presence::of(place.is_some());
    let mut index = place.map_or(0, Listed::place);
    let read = walk.leaf(key, Need::Optional(&mut presence), Leaf::Choice(&mut index, T::IDS));
    *place = T::ALL.get(index).copied().filter(|_| presence.is_there());
    read
}
