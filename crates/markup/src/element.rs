//! The one type of all elements.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{AnyView, IntoAny, RenderEffect};
use leptos::tachys::html::attribute::Attribute as LeptosAttribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::child::{Child, ChildState};
use crate::effect;
use crate::value::{AttributeValue, IntoAttribute, IntoProperty, Property, StaticOrReactive};

/// The elements of pictures, which live in their own namespace.
const SVG_NAMES: [&str; 14] = [
    "svg", "g", "path", "rect", "line", "circle", "ellipse", "polyline", "polygon", "text", "tspan", "use", "defs",
    "pattern",
];
const SVG: &str = "http://www.w3.org/2000/svg";

/// A value under a name.
type NamedValue<T> = (&'static str, T);
/// Says whether a class is there now.
type ClassCondition = Box<dyn Fn() -> bool>;
/// Gives what a property is now.
type PropertySource = Box<dyn Fn() -> Property>;
/// What to do when an event arrives.
type EventListener = Rc<RefCell<dyn FnMut(web_sys::Event)>>;
/// The same, as the browser calls it: again while it runs, too.
type Call = Closure<dyn Fn(web_sys::Event)>;

/// An element: a name, attributes, listeners and children.
#[must_use = "an element shows nothing until it is returned from a view"]
pub struct Element {
    // A page runs on one thread; Leptos asks every view to be `Send` all the same. One pointer in all,
    // because an element is passed on at every step of its making: that alone is 25 kB of the pages.
    parts: Box<SendWrapper<ElementParts>>,
}

struct ElementParts {
    name: &'static str,
    attributes: Vec<NamedValue<StaticOrReactive<AttributeValue>>>,
    classes: Vec<NamedValue<ClassCondition>>,
    properties: Vec<NamedValue<PropertySource>>,
    listeners: Vec<NamedValue<EventListener>>,
    children: Vec<Child>,
}

/// What of an element is bound to signals: an effect sets it anew whenever one it read changes.
#[derive(Clone, Copy, PartialEq)]
enum BindingKind {
    Attribute,
    Class,
    Property,
}

impl Element {
    /// An element of this name, with nothing in it.
    #[inline(never)]
    pub fn new(name: &'static str) -> Self {
        let parts = ElementParts {
            name,
            attributes: Vec::new(),
            classes: Vec::new(),
            properties: Vec::new(),
            listeners: Vec::new(),
            children: Vec::new(),
        };
        Element { parts: Box::new(SendWrapper::new(parts)) }
    }

    /// With an attribute.
    pub fn attribute(self, name: &'static str, value: impl IntoAttribute) -> Self {
        self.with_attribute(name, value.into_source().0)
    }

    /// With an attribute that is written out.
    #[inline(never)]
    pub fn static_attribute(self, name: &'static str, value: &'static str) -> Self {
        self.with_attribute(name, StaticOrReactive::Static(Some(Cow::Borrowed(value))))
    }

    // Written once for all kinds of values, and kept out of the pages.
    #[inline(never)]
    fn with_attribute(mut self, name: &'static str, value: StaticOrReactive<AttributeValue>) -> Self {
        self.parts.attributes.push((name, value));
        self
    }

    /// With a class while something holds.
    pub fn class_if(mut self, class: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.parts.classes.push((class, Box::new(holds)));
        self
    }

    /// With a property of the element bound to a value, such as what stands in a field.
    pub fn property(mut self, name: &'static str, value: impl IntoProperty) -> Self {
        self.parts.properties.push((name, value.into_property()));
        self
    }

    /// With something to do when an event reaches it.
    pub fn on(mut self, event: &'static str, listener: impl FnMut(web_sys::Event) + 'static) -> Self {
        self.parts.listeners.push((event, Rc::new(RefCell::new(listener))));
        self
    }

    /// With one more child.
    #[inline(never)]
    pub fn child(mut self, child: Child) -> Self {
        self.parts.children.push(child);
        self
    }

    /// The same under another name and without an id: what is a page by itself, as a part of another one.
    pub fn as_part(mut self, name: &'static str) -> Self {
        self.parts.name = name;
        self.parts.attributes.retain(|(name, _)| *name != "id");
        self
    }

    /// With an element in it.
    #[inline(never)]
    pub fn element(self, element: Element) -> Self {
        self.child(Child::Element(element))
    }

    /// With text in it.
    #[inline(never)]
    pub fn text(self, text: &'static str) -> Self {
        self.child(Child::Text(Cow::Borrowed(text)))
    }
}

/// An element in the document.
pub struct ElementState {
    node: web_sys::Element,
    name: &'static str,
    static_attributes: Vec<NamedValue<AttributeValue>>,
    effects: Vec<(BindingKind, &'static str, RenderEffect<()>)>,
    listeners: Vec<NamedValue<Call>>,
    children: Vec<ChildState>,
}

impl Render for Element {
    type State = ElementState;

    fn build(self) -> ElementState {
        let parts = self.parts.take();
        let node = create(parts.name);
        let mut state = ElementState {
            node,
            name: parts.name,
            static_attributes: Vec::new(),
            effects: Vec::new(),
            listeners: Vec::new(),
            children: Vec::new(),
        };
        state.apply(parts.attributes, parts.classes);
        state.attach(parts.listeners);
        state.children = parts.children.into_iter().map(|child| child.build(&state.node)).collect();
        // After the children: a select can only show an option it has.
        state.bind(parts.properties);
        state
    }

    /// The same element is kept, so that focus and what is typed survive. One on which something else is bound to signals
    /// is not the same: what an effect has set would stay.
    fn rebuild(self, state: &mut ElementState) {
        let same_kinds = self.parts.children.iter().zip(&state.children).all(|(new, old)| new.fits(old, &state.node));
        if self.parts.name != state.name || !state.has_same_bindings(&self.parts) || !same_kinds {
            let mut fresh = self.build();
            state.insert_before_this(&mut fresh);
            state.unmount();
            *state = fresh;
            return;
        }
        let parts = self.parts.take();
        state.detach();
        state.apply(parts.attributes, parts.classes);
        state.attach(parts.listeners);
        state.reconcile(parts.children);
        state.bind(parts.properties);
    }
}

impl ElementState {
    /// Are the same attributes, classes and properties bound to signals on an element made of these parts?
    fn has_same_bindings(&self, parts: &ElementParts) -> bool {
        let mut effects = self.effects.iter();
        let mut next_is = |kind, name| effects.next().is_some_and(|effect| (effect.0, effect.1) == (kind, name));
        let is_static = |value: &StaticOrReactive<_>| matches!(value, StaticOrReactive::Static(_));
        parts.attributes.iter().all(|(name, value)| is_static(value) || next_is(BindingKind::Attribute, *name))
            && parts.classes.iter().all(|(name, _)| next_is(BindingKind::Class, *name))
            && parts.properties.iter().all(|(name, _)| next_is(BindingKind::Property, *name))
            && effects.next().is_none()
    }

    /// Children in their places; a list that has grown or shrunk does so at its end.
    fn reconcile(&mut self, children: Vec<Child>) {
        for mut gone in self.children.drain(children.len().min(self.children.len())..) {
            gone.unmount();
        }
        let mut children = children.into_iter();
        for (kept, child) in self.children.iter_mut().zip(children.by_ref()) {
            child.rebuild(kept);
        }
        for child in children {
            self.children.push(child.build(&self.node));
        }
    }

    fn apply(
        &mut self,
        attributes: Vec<NamedValue<StaticOrReactive<AttributeValue>>>,
        classes: Vec<NamedValue<ClassCondition>>,
    ) {
        let before = std::mem::take(&mut self.static_attributes);
        for (name, source) in attributes {
            match source {
                StaticOrReactive::Static(value) => {
                    let is_set = before.iter().any(|(known, old)| *known == name && *old == value);
                    if !is_set {
                        set_attribute(&self.node, name, value.as_deref());
                    }
                    self.static_attributes.push((name, value));
                }
                StaticOrReactive::Reactive(value) => {
                    let node = self.node.clone();
                    self.effect(
                        BindingKind::Attribute,
                        name,
                        Box::new(move || change_attribute(&node, name, value().as_deref())),
                    );
                }
            }
        }
        let is_gone = |name: &str| !self.static_attributes.iter().any(|(kept, _)| *kept == name);
        for (name, _) in before.iter().filter(|(name, _)| is_gone(name)) {
            set_attribute(&self.node, name, None);
        }
        for (class, holds) in classes {
            let list = self.node.class_list();
            let set = move || {
                // Adding a class that is there sets the attribute once more, and toggling does not. The class is a
                // constant of the program: the browser has nothing to object to.
                let _ = list.toggle_with_force(class, holds());
            };
            self.effect(BindingKind::Class, class, Box::new(set));
        }
    }

    /// Binds each property to its value: an effect sets it now, and again whenever a signal the value read changes.
    fn bind(&mut self, properties: Vec<NamedValue<PropertySource>>) {
        for (name, value) in properties {
            let node = self.node.clone();
            self.effect(BindingKind::Property, name, Box::new(move || set_property(&node, name, &value().to_js())));
        }
    }

    fn effect(&mut self, kind: BindingKind, name: &'static str, set: Box<dyn Fn()>) {
        self.effects.push((kind, name, effect(set)));
    }

    /// Attaches each listener to the node, as the browser calls it, until [`detach`](Self::detach) removes it.
    fn attach(&mut self, listeners: Vec<NamedValue<EventListener>>) {
        for (event, listener) in listeners {
            let call = Call::new(move |event| {
                // An event raised while its own listener runs is left alone.
                if let Ok(mut listener) = listener.try_borrow_mut() {
                    listener(event);
                }
            });
            let _ = self.node.add_event_listener_with_callback(event, call.as_ref().unchecked_ref());
            self.listeners.push((event, call));
        }
    }

    /// Stops the effects and removes the listeners, before others are put in their place.
    fn detach(&mut self) {
        self.effects.clear();
        for (event, call) in self.listeners.drain(..) {
            let _ = self.node.remove_event_listener_with_callback(event, call.as_ref().unchecked_ref());
        }
    }
}

/// The browser may still hold an element that is gone, with an event on its way: nothing is left to hear it.
impl Drop for ElementState {
    fn drop(&mut self) {
        self.detach();
    }
}

impl Mountable for ElementState {
    fn unmount(&mut self) {
        self.node.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        let _ = parent.insert_before(&self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.node.parent_element() else {
            return false;
        };
        child.mount(&parent, Some(self.node.as_ref()));
        true
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.node.clone()]
    }
}

/// The name is a constant of the program; a browser that has no document runs no page.
fn create(name: &'static str) -> web_sys::Element {
    let document = leptos::prelude::document();
    let created = if SVG_NAMES.contains(&name) {
        document.create_element_ns(Some(SVG), name)
    } else {
        document.create_element(name)
    };
    created.unwrap_or_else(|_| JsValue::NULL.unchecked_into())
}

fn set_attribute(node: &web_sys::Element, name: &str, value: Option<&str>) {
    // The names are constants of the program: the browser has nothing to object to.
    let _ = match value {
        Some(value) => node.set_attribute(name, value),
        None => node.remove_attribute(name),
    };
}

/// An attribute that is what it should be is left alone: set again, it is looked up in every style sheet again.
fn change_attribute(node: &web_sys::Element, name: &str, value: Option<&str>) {
    if node.get_attribute(name).as_deref() != value {
        set_attribute(node, name, value);
    }
}

/// A property that is what it should be is left alone: text that is set again is laid out again.
fn set_property(node: &web_sys::Element, name: &str, value: &JsValue) {
    let name = JsValue::from_str(name);
    let is_set = js_sys::Reflect::get(node, &name).is_ok_and(|now| now == *value);
    if !is_set {
        let _ = js_sys::Reflect::set(node, &name, value);
    }
}

/// Nothing is spread onto our elements: what they carry is written on them.
impl AddAnyAttr for Element {
    type Output<New: LeptosAttribute> = Element;

    fn add_any_attr<New: LeptosAttribute>(self, _: New) -> Element {
        self
    }
}

/// Leptos's interface of a view. The page is drawn in the browser only: the parts for a server say so.
impl RenderHtml for Element {
    type AsyncOutput = Element;
    type Owned = Element;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Element {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> ElementState {
        self.build()
    }

    fn into_owned(self) -> Element {
        self
    }
}

impl From<Element> for AnyView {
    fn from(element: Element) -> AnyView {
        element.into_any()
    }
}
