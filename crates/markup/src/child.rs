//! What can stand inside an element.

use std::borrow::Cow;

use leptos::prelude::{AnyView, IntoAny, IntoView};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render};
use mikrolaan_app_core::locale::language::Text;
use wasm_bindgen::JsCast;

use crate::element::{Element, ElementState};

/// Something inside an element.
pub enum Child {
    /// Nothing.
    Nothing,
    /// Text.
    Text(Cow<'static, str>),
    /// An element of ours.
    Element(Element),
    /// Any view of Leptos's.
    View(AnyView),
}

/// A child in the document.
pub(crate) enum ChildState {
    Nothing,
    Text(web_sys::Text, Cow<'static, str>),
    Element(ElementState),
    View(AnyViewState),
}

impl Child {
    pub(crate) fn build(self, parent: &web_sys::Element) -> ChildState {
        match self {
            Child::Nothing => ChildState::Nothing,
            Child::Text(text) => {
                let node = leptos::prelude::document().create_text_node(&text);
                let _ = parent.append_child(&node);
                ChildState::Text(node, text)
            }
            Child::Element(element) => {
                let mut state = element.build();
                state.mount(parent, None);
                ChildState::Element(state)
            }
            Child::View(view) => {
                let mut state = view.build();
                state.mount(parent, None);
                ChildState::View(state)
            }
        }
    }

    /// Can this child take the place of what is there, without a new node?
    pub(crate) fn fits(&self, state: &ChildState, parent: &web_sys::Element) -> bool {
        match (self, state) {
            (Child::Text(text), ChildState::Text(node, shown)) => shown == text || is_in(node, parent),
            (Child::Nothing, ChildState::Nothing)
            | (Child::Element(_), ChildState::Element(_))
            | (Child::View(_), ChildState::View(_)) => true,
            _ => false,
        }
    }

    pub(crate) fn rebuild(self, state: &mut ChildState) {
        match (self, state) {
            (Child::Text(text), ChildState::Text(node, shown)) if *shown != text => {
                let node: &web_sys::Node = node.unchecked_ref();
                node.set_text_content(Some(&text));
                *shown = text;
            }
            (Child::Element(element), ChildState::Element(state)) => element.rebuild(state),
            (Child::View(view), ChildState::View(state)) => view.rebuild(state),
            _ => {}
        }
    }
}

/// Is the text still where it was put? A browser that translates the page takes text nodes off it and
/// puts others in their place: written to, they would leave the old words on the screen.
fn is_in(node: &web_sys::Text, parent: &web_sys::Element) -> bool {
    let parent: &web_sys::Node = parent;
    node.parent_node().is_some_and(|found| found == *parent)
}

impl ChildState {
    pub(crate) fn unmount(&mut self) {
        match self {
            ChildState::Nothing => {}
            ChildState::Text(node, _) => node.remove(),
            ChildState::Element(state) => state.unmount(),
            ChildState::View(state) => state.unmount(),
        }
    }
}

/// A value on its way into an element. The common kinds go in as they are; everything else becomes a
/// view of Leptos's through [`ChildFallback`].
pub struct IntoChild<T>(pub T);

// Never inlined: a page puts hundreds of values into its elements, and each would carry the code.
impl IntoChild<&'static str> {
    /// Text goes in as text.
    #[inline(never)]
    pub fn put_into(self, element: Element) -> Element {
        element.child(Child::Text(Cow::Borrowed(self.0)))
    }
}

impl IntoChild<Text> {
    /// A text goes in as text.
    #[inline(never)]
    pub fn put_into(self, element: Element) -> Element {
        element.child(Child::Text(self.0.into()))
    }
}

impl IntoChild<String> {
    /// Text goes in as text.
    #[inline(never)]
    pub fn put_into(self, element: Element) -> Element {
        element.child(Child::Text(Cow::Owned(self.0)))
    }
}

impl IntoChild<Element> {
    /// An element goes in as an element.
    #[inline(never)]
    pub fn put_into(self, element: Element) -> Element {
        element.element(self.0)
    }
}

impl IntoChild<Option<Element>> {
    /// An element goes in as an element.
    #[inline(never)]
    pub fn put_into(self, element: Element) -> Element {
        element.child(self.0.map_or(Child::Nothing, Child::Element))
    }
}

impl IntoChild<Vec<Element>> {
    /// Each goes in as an element.
    #[inline(never)]
    pub fn put_into(self, element: Element) -> Element {
        self.0.into_iter().fold(element, Element::element)
    }
}

impl IntoChild<AnyView> {
    /// A view goes in as a view.
    #[inline(never)]
    pub fn put_into(self, element: Element) -> Element {
        element.child(Child::View(self.0))
    }
}

/// How every other kind of view goes in: as an `AnyView`. A method of a type itself is chosen before one of a trait, so
/// what has a `put_into` of its own never comes here.
pub trait ChildFallback {
    /// The element with it inside.
    fn put_into(self, element: Element) -> Element;
}

impl<T: IntoView + 'static> ChildFallback for IntoChild<T> {
    fn put_into(self, element: Element) -> Element {
        IntoChild(self.0.into_any()).put_into(element)
    }
}
