//! A field in which something is typed, as a plain value: what stands in it, and what is to be done at each key and
//! when the typing is over.
//!
//! It reads on every key. What can be read goes on at once; a text that cannot be read brings back the value from
//! before the typing began, is kept as it was typed, and told about. The message waits for a pause in the typing,
//! because `25.5` may be on its way to `25.500`; leaving the field shows it at once.

use super::FieldError;

/// What is in the field and has not been put in force, or not yet been shown the way we write it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    text: Option<String>,
    /// The value in force when the typing began.
    before: Option<String>,
    /// The message beside the field has changed under the typing, and nobody was told.
    is_unsaid: bool,
}

/// What became of a text that was offered to the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offered {
    /// Why it was not taken; `None` = it is in force.
    pub error: Option<FieldError>,
    /// The value in force now.
    pub in_force: String,
    /// The message that stands beside the field.
    pub standing: Option<FieldError>,
}

/// What is to be done, in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Todo {
    /// The value that comes in force again: that from before the typing.
    pub put_back: Option<String>,
    /// The text to keep; `None` = it can be read again, so nothing is kept.
    pub keep: Option<HalfWritten>,
    /// Does the typing end by itself, debounced?
    pub debounce: bool,
    /// What becomes of the message beside the field.
    pub message: Message,
}

/// A text that could not be read, for whoever keeps it while its field is not on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfWritten {
    /// As it was typed.
    pub text: String,
    /// Has the person been told, or is about to be?
    pub told: bool,
}

/// What becomes of the message beside a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Message {
    /// It stays as it is.
    #[default]
    Stays,
    /// It is this one, or goes.
    Shown(Option<FieldError>),
    /// It is this one, or goes, and a screen reader is told.
    Said(Option<FieldError>),
}

impl Typed {
    /// What was typed and is not yet written our way.
    pub fn text(&self) -> Option<String> {
        self.text.clone()
    }

    /// What stands in the field while this value is in force.
    pub fn shown(&self, in_force: String) -> String {
        self.text().unwrap_or(in_force)
    }

    /// A text that could not be read is there again, while this value is in force.
    pub fn resume(&mut self, text: String, in_force: String) {
        (self.text, self.before) = (Some(text), Some(in_force));
    }

    /// Another text stands in the field: one of the ways to read what was typed.
    pub fn replace(&mut self, text: &str) {
        self.text = Some(text.to_owned());
    }

    /// After a key. `before` is the value that was in force before it, and `offered` what became of the text; `None`
    /// where nothing goes on before the field is left.
    pub fn key(&mut self, text: String, before: String, offered: Option<Offered>) -> Todo {
        self.text = Some(text.clone());
        self.before.get_or_insert(before);
        let Some(offered) = offered else {
            return Todo { keep: Some(HalfWritten { text, told: false }), ..Todo::default() };
        };
        // A message that stands changes at once; a new one waits for a pause.
        let was_refused = offered.standing.is_some();
        let mut todo = self.read(text, &offered, was_refused);
        if was_refused {
            self.is_unsaid |= offered.error != offered.standing;
            todo.message = Message::Shown(offered.error);
        } else {
            todo.debounce = offered.error.is_some();
        }
        todo
    }

    /// The typing is over: what is wrong is said once, else the value is shown the way we write it.
    pub fn end(&mut self, offered: Offered) -> Todo {
        let Some(text) = self.text() else { return Todo::default() };
        let todo = self.read(text, &offered, true);
        let is_new = std::mem::take(&mut self.is_unsaid) || offered.error != offered.standing;
        if offered.error.is_none() {
            *self = Typed::default();
        }
        let message = if is_new { Message::Said } else { Message::Shown };
        Todo { message: message(offered.error), ..todo }
    }

    /// The field goes away, perhaps before a pause: what is `kept` of it is to be told about elsewhere. Nothing else
    /// is to be done, because the case may be another one by now.
    pub fn leave(&self, kept: Option<String>) -> Option<HalfWritten> {
        let text = self.text().filter(|_| self.text == kept)?;
        Some(HalfWritten { text, told: true })
    }

    fn read(&self, text: String, offered: &Offered, told: bool) -> Todo {
        if offered.error.is_none() {
            return Todo::default();
        }
        let put_back = self.before.clone().filter(|before| *before != offered.in_force);
        Todo { put_back, keep: Some(HalfWritten { text, told }), ..Todo::default() }
    }
}

#[cfg(test)]
#[path = "typed_tests.rs"]
mod tests;
