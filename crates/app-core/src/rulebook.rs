//! The figures and rules of the whole app.

use mikrolaan_engine::rulebook::Rulebook;

/// As the engine carries them.
pub static RULEBOOK: Rulebook = Rulebook::embedded();
