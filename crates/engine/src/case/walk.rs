//! One way through a case, for everything that reads or writes one.
//!
//! [`format`](super::format) goes through the members of a case in the order of the format and hands each
//! one to a [`Walk`]: one that reads JSON and names every error, one that reads JSON fast, one that writes
//! it, and the two of the link. So there is one description of the format, and what is written can be read.

use super::Obstacle;
use super::bounds::Bounds;
use super::parts::ValuePath;
use crate::quantity::{Money, Month, Rate, WeeklyHours};
use crate::rulebook::MunicipalityId;

/// A value, where it stands in the case, and what it may be. Who reads puts it there, who writes takes it.
pub(super) enum Leaf<'v> {
    /// A whole number.
    Whole(&'v mut u32, Bounds<u32>),
    /// An amount.
    Amount(&'v mut Money, Bounds<Money>),
    /// A rate or a factor.
    Rate(&'v mut Rate, RateLimits),
    /// Hours a week.
    Hours(&'v mut WeeklyHours, Bounds<WeeklyHours>),
    /// A month.
    Month(&'v mut Month, Bounds<Month>),
    /// A name or a label: so many characters, none of them a control or bidirectional one.
    Text(&'v mut String, Bounds<u32>),
    /// A municipality.
    Municipality(&'v mut Option<MunicipalityId>),
    /// The place of a value in a case.
    Path(&'v mut Option<ValuePath>),
    /// Yes or no.
    Truth(&'v mut bool),
    /// The place of a word in a closed list.
    Choice(&'v mut usize, &'static [&'static str]),
}

/// How many decimals a rate may have, and its bounds.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct RateLimits {
    /// The most decimals.
    pub(super) decimals: u32,
    /// The least and the greatest rate.
    pub(super) bounds: Bounds<Rate>,
}

impl RateLimits {
    /// The last decimal, in millionths.
    pub(super) fn unit(self) -> i64 {
        10_i64.pow(6 - self.decimals.min(6))
    }
}

/// Puts what was read in its place; says whether there was something.
pub(super) fn put<T>(place: &mut T, read: Option<T>) -> bool {
    read.map(|value| *place = value).is_some()
}

/// Is a member there?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    /// It is not.
    Absent,
    /// It is `null`.
    Null,
    /// It has a value.
    There,
}

impl Presence {
    pub(super) fn of(is_there: bool) -> Self {
        if is_there { Presence::There } else { Presence::Absent }
    }

    pub(super) fn is_there(self) -> bool {
        self == Presence::There
    }
}

/// Must a member be there?
pub(super) enum Need<'v> {
    /// It must.
    Required,
    /// It may be left out.
    Optional(&'v mut Presence),
    /// It may be left out or `null`.
    Nullable(&'v mut Presence),
}

impl Need<'_> {
    /// Is the member there, for who writes?
    pub(super) fn presence(&self) -> Presence {
        match self {
            Need::Required => Presence::There,
            Need::Optional(presence) | Need::Nullable(presence) => **presence,
        }
    }
}

/// Reads or writes the members inside an object.
pub(super) type Inside<'v> = &'v mut dyn FnMut(&mut dyn Walk);

/// Reads or writes the item at a position.
pub(super) type EachItem<'v> = &'v mut dyn FnMut(usize, &mut dyn Item);

/// The members of one object, one after the other. Each call says whether nothing is wrong with the member.
pub(super) trait Walk {
    /// A value.
    fn leaf(&mut self, key: &'static str, need: Need<'_>, leaf: Leaf<'_>) -> bool;

    /// An object.
    fn object(&mut self, key: &'static str, need: Need<'_>, inside: Inside<'_>) -> bool;

    /// A list of `length` items (of as many as there are, for who reads).
    fn list(
        &mut self,
        key: &'static str,
        need: Need<'_>,
        lengths: Bounds<u32>,
        length: usize,
        each: EachItem<'_>,
    ) -> bool;

    /// The member that says which format it is.
    fn format(&mut self, key: &'static str, format: &'static str);

    /// Something that was read does not fit with something else: `key` (the object itself when it is not
    /// there) is named. Who writes has nothing to say.
    fn wrong(&mut self, key: &'static str, wrong: Wrong);
}

/// What does not fit. In words: [`careful`](super::careful).
#[derive(Clone, Copy)]
pub(super) enum Wrong {
    /// A word stands in a list twice.
    Twice(&'static str),
    /// The course would end before it begins, in this month.
    CourseEndsTooEarly(Month),
    /// The business would close no later than it opens, in this month.
    ClosesTooEarly(Month),
    /// The small job would end before it begins, in this month.
    JobEndsTooEarly(Month),
    /// The last month would be this one.
    TooFar(Month),
    /// A loan without a business.
    LoanWithoutBusiness,
    /// A profile with a deduction of its own.
    DeductionOfProfile,
    /// A child at home where no child is supported.
    ChildAtHome,
    /// Both of two alternatives.
    Both([&'static str; 2]),
    /// None of two alternatives.
    Neither([&'static str; 2]),
    /// The benefit does not follow from the answers.
    NoBenefit(Obstacle),
}

/// An item of a list.
pub(super) trait Item {
    /// A value.
    fn leaf(&mut self, leaf: Leaf<'_>) -> bool;
    /// An object.
    fn object(&mut self, inside: Inside<'_>);
}
