//! A field in which something is typed, on the page: it passes on what happens to it and does what follows, which
//! [`Typed`] decides.
//!
//! There are many fields, so what differs between them is boxed and the code is there once.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use mikrolaan_app_core::forms::FieldError;
use mikrolaan_app_core::forms::field_props::FieldPart;
use mikrolaan_app_core::forms::typed::{HalfWritten, Message, Offered, Todo, Typed};
use mikrolaan_markup::{Child, Element, dynamic, view};

use super::live_text::Announcer;
use crate::platform::focus;
use crate::platform::typing::{self, Finish};
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts::errors::field::choose_reading;
use mikrolaan_app_core::locale::words::origin;
use mikrolaan_markup::watch::{SharedSignal, Watched};

pub use mikrolaan_app_core::forms::field_props::{FieldProps, Layout, Width};

/// A text that follows signals.
pub type LiveText = Arc<dyn Fn() -> String + Send + Sync>;

/// Takes what was typed: puts it in force, or says why not.
pub type Take = Arc<dyn Fn(&str) -> Result<(), FieldError> + Send + Sync>;

/// Keeps a text and whether it was told about; `None` = it can be read again.
pub type Keep = Arc<dyn Fn(Option<(&str, bool)>) + Send + Sync>;

/// Where a text that could not be read is kept while its field is not on the page.
#[derive(Clone)]
pub struct KeptText {
    /// The text that is kept. Does not track.
    pub text: Arc<dyn Fn() -> Option<String> + Send + Sync>,
    /// Keeps a text, told about or not yet; `None` = it can be read again.
    pub keep: Keep,
}

/// What a field reads into and shows.
#[derive(Clone)]
pub struct FieldBinding {
    /// The value in force, as the field shows it.
    pub value: LiveText,
    /// Takes what was typed.
    pub take: Take,
    /// What is wrong now, for the page to know.
    pub error: SharedSignal<Option<FieldError>>,
    /// Where a text that could not be read is kept; `None` = on the page alone.
    pub kept: Option<KeptText>,
    /// Nothing goes on before the field is left.
    pub waits: bool,
    /// Where the value comes from, by its number in `locale::words::origin`; `None` = that is not told.
    pub origin: Option<Watched>,
}

impl FieldBinding {
    /// A field whose errors only it shows.
    pub fn new(value: LiveText, take: Take, kept: Option<KeptText>) -> Self {
        FieldBinding { value, take, error: SharedSignal::new(None), kept, waits: false, origin: None }
    }
}

/// A field at work.
struct Field {
    props: FieldProps,
    binding: FieldBinding,
    typed: Mutex<Typed>,
    announcer: Announcer,
}

impl Field {
    fn typed<T: Default>(&self, turn: impl FnOnce(&mut Typed) -> T) -> T {
        self.typed.lock().map(|mut typed| turn(&mut typed)).unwrap_or_default()
    }

    /// Is something wrong? Tracks.
    fn is_refused(&self) -> bool {
        self.binding.error.with(Option::is_some)
    }

    fn value_in_force(&self) -> String {
        untrack(|| (self.binding.value)())
    }

    /// What stands in the field: what is typed, else the value in force.
    fn shown(&self) -> String {
        self.binding.error.track();
        let value = (self.binding.value)();
        self.typed(|typed| typed.shown(value))
    }

    /// Where the value comes from: tracks.
    fn origin(&self) -> Option<(&'static str, Text)> {
        origin::told(self.binding.origin?.get()?)
    }

    fn kept(&self) -> Option<String> {
        self.binding.kept.as_ref().and_then(|kept| (kept.text)())
    }

    /// What was typed and could not be read when the page was last here.
    fn resume(&self) {
        let Some(text) = self.kept() else { return };
        let in_force = self.value_in_force();
        self.typed(|typed| typed.resume(text, in_force));
        // In silence: what is heard on arrival is the page.
        self.commit();
        self.announcer.announce("");
    }

    fn on_key(&self, text: String, finish: &Finish) {
        let before = self.value_in_force();
        let offered = (!self.binding.waits).then(|| self.offer(&text));
        let todo = self.typed(|typed| typed.key(text, before, offered));
        typing::start(finish, todo.debounce);
        self.carry_out(todo);
    }

    /// The typing is over.
    fn commit(&self) {
        let Some(text) = self.typed(|typed| typed.text()) else { return };
        let offered = self.offer(&text);
        let todo = self.typed(|typed| typed.end(offered));
        self.carry_out(todo);
    }

    fn offer(&self, text: &str) -> Offered {
        let error = (self.binding.take)(text).err();
        Offered { error, in_force: self.value_in_force(), standing: self.binding.error.get_untracked() }
    }

    fn carry_out(&self, todo: Todo) {
        if let Some(before) = todo.put_back {
            let _ = (self.binding.take)(&before);
        }
        self.keep(todo.keep.as_ref());
        match todo.message {
            Message::Stays => {}
            Message::Shown(error) => self.binding.error.set(error),
            Message::Said(error) => {
                self.announcer.announce(&error.as_ref().map(|error| self.message(error)).unwrap_or_default());
                self.binding.error.set(error);
            }
        }
    }

    fn keep(&self, text: Option<&HalfWritten>) {
        if let Some(kept) = &self.binding.kept
            && (text.is_some() || (kept.text)().is_some())
        {
            (kept.keep)(text.map(|HalfWritten { text, told }| (text.as_str(), *told)));
        }
    }

    /// What is wrong, and which value is in force meanwhile.
    fn message(&self, error: &FieldError) -> String {
        error.beside(&self.value_in_force(), &self.props.unit)
    }

    fn leave(&self) {
        let kept = self.kept();
        if let Some(left) = self.typed(|typed| typed.leave(kept)) {
            self.keep(Some(&left));
        }
    }

    fn choose(&self, reading: &str) {
        self.typed(|typed| typed.replace(reading));
        self.commit();
        focus::on_id(&self.props.id);
    }
}

/// A field in which something is typed.
pub fn typed_field(props: FieldProps, binding: FieldBinding) -> AnyView {
    let field = Arc::new(Field { props, binding, typed: Mutex::default(), announcer: Announcer::get() });
    field.resume();
    let ends = Arc::clone(&field);
    let finish: Finish = Arc::new(move || ends.commit());
    on_cleanup({
        let (field, finish) = (Arc::clone(&field), Arc::clone(&finish));
        move || {
            typing::end(&finish);
            field.leave();
        }
    });
    let refused = Arc::clone(&field);
    let (class, label_class) = match field.props.layout {
        Layout::Row => ("inputs__row", None),
        Layout::Group => ("form-group", Some("form-label")),
        Layout::Value => ("val", Some("form-label")),
    };
    let from = Arc::clone(&field);
    let outer = view! {
        <div class=class class:form-error=move || refused.is_refused() data-from=move || from.origin().map(|(word, _)| word)>
            <label class=label_class for=field.props.id.clone()>{field.props.label.clone()}</label>
        </div>
    };
    let (message, input, readings) = (message(&field), input(&field, &finish), readings(&field));
    let inner = match field.props.layout {
        Layout::Row => view! { {tag(&field)}{input}{message}{readings} },
        Layout::Group => view! { {hint(&field.props)}{message}{input}{readings} },
        Layout::Value => view! { {tag(&field)}{hint(&field.props)}{input}{message}{readings} },
    };
    view! { {outer.child(Child::View(inner))} }
}

/// Where the value comes from, as a tag.
fn tag(field: &Arc<Field>) -> AnyView {
    let field = Arc::clone(field);
    dynamic(move || {
        let (_, tag) = field.origin()?;
        let id = field.props.part_id(FieldPart::Origin);
        Some(view! { <span class="prov" id=id>{tag}</span> }.into_any())
    })
}

/// The help below a field's label.
pub(super) fn hint(props: &FieldProps) -> Option<Element> {
    let hint = props.shown_hint()?;
    Some(view! { <p class="form-hint" id=props.part_id(FieldPart::Hint)>{hint}</p> })
}

/// The message stands beside the field and describes it. It is no alarm: it is said through the page's one
/// live region, so that whoever has already been told by a summary does not hear it twice.
fn message(field: &Arc<Field>) -> AnyView {
    let field = Arc::clone(field);
    dynamic(move || {
        let text = field.message(&field.binding.error.get()?);
        Some(view! { <p class="form-error-message" id=field.props.part_id(FieldPart::Error)>{text}</p> }.into_any())
    })
}

fn readings(field: &Arc<Field>) -> AnyView {
    let field = Arc::clone(field);
    dynamic(move || {
        let readings = field.binding.error.get()?.readings;
        let mut row = view! { <div class="readings"></div> };
        for (text, name) in readings {
            row = row.element(reading_button(&field, text, name));
        }
        Some(row.into_any())
    })
}

fn reading_button(field: &Arc<Field>, text: String, name: String) -> Element {
    let field = Arc::clone(field);
    let label = choose_reading(&name);
    let choose = move |_| field.choose(&text);
    view! { <button class="button button-secondary" type="button" aria-label=label on:click=choose>{name}</button> }
}

fn input(field: &Arc<Field>, finish: &Finish) -> Element {
    let props = &field.props;
    let [described, invalid, shown, key, leave] = std::array::from_fn(|_| Arc::clone(field));
    let [typed, left] = [(); 2].map(|()| Arc::clone(finish));
    let unit = (!props.unit.is_empty())
        .then(|| view! { <span class="form-input-suffix" id=props.part_id(FieldPart::Unit)>{props.unit}</span> });
    view! {
        <div class=wrapper_class(props)>
            <input class="form-input" id=props.id.clone() autocomplete="off" spellcheck="false"
                inputmode=props.numeric.then_some("decimal")
                aria-describedby=move || described.props.described_by(described.is_refused())
                aria-invalid=move || invalid.is_refused().then_some("true")
                prop:value=move || shown.shown()
                on:input=move |event| key.on_key(event_target_value(&event), &typed)
                on:change=move |_| {
                    typing::end(&left);
                    leave.commit();
                }/>
            {unit}
        </div>
    }
}

fn wrapper_class(props: &FieldProps) -> &'static str {
    match (props.unit.is_empty(), props.width) {
        (false, Width::Short) => "form-input-wrapper form-input-wrapper--suffix form-input-wrapper--short",
        (false, _) => "form-input-wrapper form-input-wrapper--suffix",
        (true, Width::Short) => "form-input-wrapper form-input-wrapper--short",
        (true, Width::Wide) => "form-input-wrapper form-input-wrapper--wide",
        (true, Width::Amount) => "form-input-wrapper",
    }
}
