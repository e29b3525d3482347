//! What only a page says that somebody opens to look something up: names of figures, sections of the law, and where figures
//! are from. The command has it compiled in; a page fetches it when it is asked for, because most people never do.

#[cfg(any(not(target_arch = "wasm32"), feature = "reference"))]
use compiled_in as words;
#[cfg(all(target_arch = "wasm32", not(feature = "reference")))]
use fetched as words;

/// The lists, one behind the other.
#[derive(Clone, Copy)]
pub(super) enum LookedUp {
    FigureNames,
    Laws,
    /// Titles of the sources that no rule names.
    Titles,
    /// Their addresses.
    Addresses,
}

/// Between the lists.
const LIST: char = '\u{1d}';

/// All of it as one text, by the numbers of a page, for whoever offers it to one.
pub const LOOKED_UP_BY_PAGE: &str = super::generated::LOOKED_UP_BY_PAGE;

/// In the command, and wherever rules and figures can be asked for.
#[cfg(any(not(target_arch = "wasm32"), feature = "reference"))]
mod compiled_in {
    pub(super) fn known() -> &'static str {
        super::super::generated::LOOKED_UP
    }

    pub(super) fn take(_text: &'static str) {}
}

/// In a page.
#[cfg(all(target_arch = "wasm32", not(feature = "reference")))]
mod fetched {
    use std::sync::OnceLock;

    static KNOWN: OnceLock<&str> = OnceLock::new();

    pub(super) fn known() -> &'static str {
        KNOWN.get().copied().unwrap_or_default()
    }

    pub(super) fn take(text: &'static str) {
        let _ = KNOWN.set(text);
    }
}

/// Takes what a page has fetched; a program that has it compiled in needs none.
pub fn take_looked_up(text: &'static str) {
    words::take(text);
}

impl LookedUp {
    /// A line of the list; `None` where it has no such line, or has not been fetched.
    pub(super) fn line(self, at: usize) -> Option<&'static str> {
        words::known().split(LIST).nth(self as usize)?.split('\n').nth(at)
    }
}
