//! The signs beside a fact that is said in words: how full a thing is.

use mikrolaan_engine::screening::{Outcome, RouteState};

/// How full a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// Full, with a tick: looks met.
    Met,
    /// Half: the municipality assesses.
    Assess,
    /// Dashed: not known.
    Unknown,
    /// A bar: speaks against, or closed.
    No,
    /// An arrow: a way that is open.
    Open,
}

impl Glyph {
    /// How a condition looks; one that does not apply has no glyph.
    pub const fn of(outcome: Outcome) -> Option<Self> {
        match outcome {
            Outcome::Met => Some(Glyph::Met),
            Outcome::NotMet => Some(Glyph::No),
            Outcome::CaseworkerAssesses => Some(Glyph::Assess),
            Outcome::NeedsAnswer => Some(Glyph::Unknown),
            Outcome::NotApplicable => None,
        }
    }

    /// Whether a way on is open; `is_gone` when it leads into a scheme that does not exist today.
    pub const fn of_way(state: RouteState, is_gone: bool) -> Self {
        match state {
            _ if is_gone => Glyph::No,
            RouteState::Open => Glyph::Open,
            RouteState::Maybe => Glyph::Assess,
            RouteState::Closed => Glyph::No,
        }
    }

    /// Its symbol in the sprite of the page.
    pub const fn symbol(self) -> &'static str {
        match self {
            Glyph::Met => "#g-met",
            Glyph::Assess => "#g-assess",
            Glyph::Unknown => "#g-unknown",
            Glyph::No => "#g-no",
            Glyph::Open => "#g-open",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Glyph;

    #[test]
    fn every_sign_has_a_symbol_of_its_own_in_the_sprite_of_the_page() {
        let page = std::fs::read_to_string("../../index.html").expect("index.html can be read");
        let symbols = [Glyph::Met, Glyph::Assess, Glyph::Unknown, Glyph::No, Glyph::Open].map(Glyph::symbol);
        assert_eq!(BTreeSet::from(symbols).len(), symbols.len());
        for symbol in symbols {
            let id = symbol.strip_prefix('#').expect("a place on the page");
            assert!(page.contains(&format!("id=\"{id}\"")), "{symbol}");
        }
    }
}
