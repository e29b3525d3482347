//! Where a value comes from.

use crate::locale::language::Text;
use crate::locale::texts::provenance as p;
use crate::state::provenance::Provenance;

/// The word in the style sheet and the tag, of where a value comes from by its place in [`Provenance::ALL`].
pub fn told(place: i64) -> Option<(&'static str, Text)> {
    let from = *Provenance::ALL.get(usize::try_from(place).ok()?)?;
    Some((word(from), tag(from)))
}

/// The tag beside a value.
pub fn tag(from: Provenance) -> Text {
    match from {
        Provenance::Own => p::own(),
        Provenance::Answer => p::answer(),
        Provenance::Example => p::example(),
        Provenance::Guess => p::guess(),
    }
}

/// The word for it in the style sheet.
pub const fn word(from: Provenance) -> &'static str {
    match from {
        Provenance::Own => "own",
        Provenance::Answer => "answer",
        Provenance::Example => "example",
        Provenance::Guess => "guess",
    }
}
