//! Glyphs and icons from the sprite in `index.html`. Decoration: the fact stands in words beside them.

use mikrolaan_markup::{Element, view};

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
    const fn href(self) -> &'static str {
        match self {
            Glyph::Met => "#g-met",
            Glyph::Assess => "#g-assess",
            Glyph::Unknown => "#g-unknown",
            Glyph::No => "#g-no",
            Glyph::Open => "#g-open",
        }
    }

    /// Beside a line of text.
    pub fn small(self) -> Element {
        drawn("glyph", self.href())
    }

    /// Beside a heading.
    pub fn large(self) -> Element {
        drawn("glyph glyph--large", self.href())
    }
}

/// A sign of what kind of message it is, or which way a link goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Good to know.
    Info,
    /// Do something first.
    Warning,
    /// Something must be put right.
    Error,
    /// Onwards.
    Next,
    /// Back.
    Back,
}

impl Icon {
    const fn href(self) -> &'static str {
        match self {
            Icon::Info => "#i-info",
            Icon::Warning => "#i-warning",
            Icon::Error => "#i-error",
            Icon::Next => "#i-next",
            Icon::Back => "#i-back",
        }
    }

    /// Beside a line of text.
    pub fn draw(self) -> Element {
        drawn("icon", self.href())
    }
}

fn drawn(class: &'static str, href: &'static str) -> Element {
    view! { <svg class=class aria-hidden="true"><use href=href/></svg> }
}
