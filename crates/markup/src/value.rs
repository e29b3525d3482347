//! What an attribute or a property can be set to, static or reactive.

use std::borrow::Cow;

use leptos::prelude::{Get, Memo, ReadSignal, RwSignal, Signal};
use mikrolaan_app_core::locale::language::Text;
use wasm_bindgen::JsValue;

/// The text of an attribute; `None` = the attribute is not there.
pub type AttributeValue = Option<Cow<'static, str>>;

/// A value now, or a way to work it out whenever a signal changes.
pub(crate) enum StaticOrReactive<T> {
    /// Set once.
    Static(T),
    /// Worked out again when a signal it read changes.
    Reactive(Box<dyn Fn() -> T>),
}

/// Something an attribute can be set to.
pub trait IntoAttribute {
    /// The value, static or reactive.
    #[doc(hidden)]
    fn into_source(self) -> AttributeSource;
}

/// The source of an attribute's value.
pub struct AttributeSource(pub(crate) StaticOrReactive<AttributeValue>);

/// A value that does not change by itself.
trait Plain {
    fn plain(self) -> AttributeValue;
}

impl Plain for &'static str {
    fn plain(self) -> AttributeValue {
        Some(Cow::Borrowed(self))
    }
}

impl Plain for Text {
    fn plain(self) -> AttributeValue {
        Some(self.into())
    }
}

impl Plain for String {
    fn plain(self) -> AttributeValue {
        Some(Cow::Owned(self))
    }
}

impl Plain for Cow<'static, str> {
    fn plain(self) -> AttributeValue {
        Some(self)
    }
}

/// There, without a value, or not there.
impl Plain for bool {
    fn plain(self) -> AttributeValue {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<T: Plain> Plain for Option<T> {
    fn plain(self) -> AttributeValue {
        self.and_then(Plain::plain)
    }
}

macro_rules! plain_numbers {
    ($($number:ty),*) => {$(
        impl Plain for $number {
            fn plain(self) -> AttributeValue {
                Some(Cow::Owned(self.to_string()))
            }
        }
    )*};
}

plain_numbers!(i32, u32, i64, u64, usize);

macro_rules! static_attributes {
    ($($plain:ty),*) => {$(
        impl IntoAttribute for $plain {
            fn into_source(self) -> AttributeSource {
                AttributeSource(StaticOrReactive::Static(self.plain()))
            }
        }
    )*};
}

static_attributes!(&'static str, Text, String, Cow<'static, str>, bool, i32, u32, i64, u64, usize);

#[allow(private_bounds, reason = "what is plain is decided here alone")]
impl<T: Plain> IntoAttribute for Option<T> {
    fn into_source(self) -> AttributeSource {
        AttributeSource(StaticOrReactive::Static(self.plain()))
    }
}

#[allow(private_bounds, reason = "what is plain is decided here alone")]
impl<T: Plain, F: Fn() -> T + 'static> IntoAttribute for F {
    fn into_source(self) -> AttributeSource {
        AttributeSource(StaticOrReactive::Reactive(Box::new(move || self().plain())))
    }
}

macro_rules! signals {
    ($($signal:ident),*) => {$(
        #[allow(private_bounds, reason = "what is plain is decided here alone")]
        impl<T: Plain + Clone + Send + Sync + 'static> IntoAttribute for $signal<T> {
            fn into_source(self) -> AttributeSource {
                AttributeSource(StaticOrReactive::Reactive(Box::new(move || self.get().plain())))
            }
        }
    )*};
}

signals!(Signal, Memo, ReadSignal, RwSignal);

/// What a property of an element can be set to.
pub enum Property {
    /// On or off.
    Flag(bool),
    /// Text.
    Text(String),
}

impl Property {
    pub(crate) fn to_js(&self) -> JsValue {
        match self {
            Property::Flag(flag) => JsValue::from_bool(*flag),
            Property::Text(text) => JsValue::from_str(text),
        }
    }
}

impl From<bool> for Property {
    fn from(flag: bool) -> Self {
        Property::Flag(flag)
    }
}

impl From<Text> for Property {
    fn from(text: Text) -> Self {
        Property::Text(text.to_owned())
    }
}

impl From<String> for Property {
    fn from(text: String) -> Self {
        Property::Text(text)
    }
}

impl From<&'static str> for Property {
    fn from(text: &'static str) -> Self {
        Property::Text(text.to_owned())
    }
}

/// Something a property can be bound to.
pub trait IntoProperty {
    /// The property's value, worked out again when a signal it read changes.
    fn into_property(self) -> Box<dyn Fn() -> Property>;
}

impl<T: Into<Property>, F: Fn() -> T + 'static> IntoProperty for F {
    fn into_property(self) -> Box<dyn Fn() -> Property> {
        Box::new(move || self().into())
    }
}

macro_rules! signal_properties {
    ($($signal:ident),*) => {$(
        impl<T: Into<Property> + Clone + Send + Sync + 'static> IntoProperty for $signal<T> {
            fn into_property(self) -> Box<dyn Fn() -> Property> {
                Box::new(move || self.get().into())
            }
        }
    )*};
}

signal_properties!(Signal, Memo, ReadSignal, RwSignal);

impl IntoProperty for bool {
    fn into_property(self) -> Box<dyn Fn() -> Property> {
        Box::new(move || Property::Flag(self))
    }
}

impl IntoProperty for String {
    fn into_property(self) -> Box<dyn Fn() -> Property> {
        Box::new(move || Property::Text(self.clone()))
    }
}

impl IntoProperty for &'static str {
    fn into_property(self) -> Box<dyn Fn() -> Property> {
        Box::new(move || Property::Text(self.to_owned()))
    }
}
