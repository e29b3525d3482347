//! Glyphs and icons from the sprite in `index.html`. Decoration: the fact stands in words beside them.

use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::views::glyph::Glyph;

/// A glyph beside a line of text.
pub fn glyph(glyph: Glyph) -> Element {
    drawn("glyph", glyph.symbol())
}

/// A glyph beside a heading.
pub fn large_glyph(glyph: Glyph) -> Element {
    drawn("glyph glyph--large", glyph.symbol())
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
