//! Does a case of a link keep to the format? For who has read one without its errors being asked for: each value
//! is held against its bounds, and what does not fit together is noticed.

use super::bounds::Bounds;
use super::json::is_name;
use super::walk::{EachItem, Inside, Item, Leaf, Need, Walk, Wrong};
use super::{Case, format};

/// Would the reader take the file of this case?
#[must_use]
pub(super) fn is_sound(case: &Case) -> bool {
    holds(case, true)
}

/// Is every value within its bounds, whether or not they fit together? So is a case that is being written.
#[must_use]
pub(super) fn is_within_bounds(case: &Case) -> bool {
    holds(case, false)
}

fn holds(case: &Case, must_fit: bool) -> bool {
    let mut look = Look { failed: false, must_fit };
    // Who looks changes nothing but marks.
    format::travelling(&mut look, &mut case.clone());
    !look.failed
}

struct Look {
    failed: bool,
    must_fit: bool,
}

impl Look {
    fn check(&mut self, is_right: bool) -> bool {
        self.failed |= !is_right;
        is_right
    }
}

fn fits(leaf: &Leaf<'_>) -> bool {
    match leaf {
        Leaf::Whole(value, bounds) => bounds.allow(value),
        Leaf::Amount(value, bounds) => bounds.allow(value),
        Leaf::Rate(value, limits) => limits.bounds.allow(value) && value.millionths() % limits.unit() == 0,
        Leaf::Hours(value, bounds) => bounds.allow(value),
        Leaf::Month(value, bounds) => bounds.allow(value),
        Leaf::Text(text, lengths) => is_name(text, *lengths),
        Leaf::Choice(place, ids) => **place < ids.len(),
        Leaf::Truth(_) => true,
        Leaf::Municipality(id) => id.is_some(),
        Leaf::Path(path) => path.is_some(),
    }
}

impl Walk for Look {
    fn leaf(&mut self, _key: &'static str, need: Need<'_>, leaf: Leaf<'_>) -> bool {
        !need.presence().is_there() || self.check(fits(&leaf))
    }

    fn object(&mut self, _key: &'static str, need: Need<'_>, inside: Inside<'_>) -> bool {
        if need.presence().is_there() {
            inside(self);
        }
        true
    }

    fn list(
        &mut self,
        _key: &'static str,
        need: Need<'_>,
        lengths: Bounds<u32>,
        length: usize,
        each: EachItem<'_>,
    ) -> bool {
        if !need.presence().is_there() {
            return true;
        }
        for at in 0..length {
            each(at, self);
        }
        self.check(u32::try_from(length).is_ok_and(|length| lengths.allow(&length)))
    }

    fn format(&mut self, _key: &'static str, _format: &'static str) {}

    fn wrong(&mut self, _key: &'static str, _wrong: Wrong) {
        self.failed |= self.must_fit;
    }
}

impl Item for Look {
    fn leaf(&mut self, leaf: Leaf<'_>) -> bool {
        self.check(fits(&leaf))
    }

    fn object(&mut self, inside: Inside<'_>) {
        inside(self);
    }
}
