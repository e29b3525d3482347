//! A `view!` for Leptos whose elements all have one type.
//!
//! Leptos gives every element of every page a type of its own; each brings its own code for building,
//! rebuilding, mounting and dropping, and the pages of this app came to 140 kB compressed. Here an
//! element is a value – a name, attributes, listeners and children – and that code exists once.
//! Signals, effects, owners and components are Leptos's own and mix freely with it.

mod child;
mod element;
mod keyed;
mod value;
pub mod watch;

/// The pages of documentation, whose examples are compiled.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/markup.md")]
mod documentation {}

pub use child::{Child, ChildFallback, IntoChild};
pub use element::Element;
pub use keyed::keyed;
pub use mikrolaan_markup_macro::view;
pub use value::{AttributeValue, IntoAttribute, IntoProperty, Property};
pub use web_sys::Event;

use leptos::prelude::{AnyView, IntoAny, IntoView, RenderEffect};

/// A view as one of several.
pub fn any(view: impl IntoView + 'static) -> AnyView {
    view.into_any()
}

/// Several views after one another.
#[must_use]
pub fn fragment(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

/// A view that is drawn anew when a signal it read changes; nothing where it gives none.
pub fn dynamic(view: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    erased(Box::new(view))
}

// Never inlined, and its closure boxed: what a dynamic view is made of is written once, not for each of them.
#[inline(never)]
fn erased(view: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
    view.into_any()
}

/// Runs now, and again whenever a signal it read changes. Its closure is boxed for the same reason.
fn effect(run: Box<dyn Fn()>) -> RenderEffect<()> {
    RenderEffect::new(move |_| run())
}
