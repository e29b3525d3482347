//! Writes a case the one way it is written: keys in the order of the format, amounts with two decimals, two
//! spaces of indent, a newline at the end. What is at its default stands there when it was written.

use super::bounds::Bounds;
use super::walk::{EachItem, Inside, Item, Leaf, Need, Presence, Walk, Wrong};
use super::{Case, format};
use crate::quantity::Rate;

/// The case as its file.
#[must_use]
pub fn write(case: &Case) -> String {
    let mut text = JsonText::default();
    text.open('{');
    // Who writes changes nothing but marks.
    format::case(&mut text, &mut case.clone(), false);
    text.close('}');
    text.finish()
}

/// The text so far.
#[derive(Default)]
pub(super) struct JsonText {
    out: String,
    depth: usize,
    /// Stands something in the innermost object or list?
    is_begun: bool,
}

impl JsonText {
    pub(super) fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.depth += 1;
        self.is_begun = false;
    }

    pub(super) fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if self.is_begun {
            self.line();
        }
        self.out.push(bracket);
        self.is_begun = true;
    }

    fn line(&mut self) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", self.depth));
    }

    /// A member or an item begins.
    pub(super) fn next(&mut self) {
        if self.is_begun {
            self.out.push(',');
        }
        self.is_begun = true;
        self.line();
    }

    /// Begins the member, unless it is not there; says whether it has a value.
    pub(super) fn member(&mut self, key: &str, need: Need<'_>) -> bool {
        let presence = need.presence();
        if presence == Presence::Absent {
            return false;
        }
        self.next();
        self.quoted(key);
        self.out.push_str(": ");
        if presence == Presence::Null {
            self.out.push_str("null");
        }
        presence.is_there()
    }

    pub(super) fn quoted(&mut self, text: &str) {
        self.out.push('"');
        for letter in text.chars() {
            match letter {
                '"' | '\\' => self.out.extend(['\\', letter]),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\u{8}' => self.out.push_str("\\b"),
                '\u{c}' => self.out.push_str("\\f"),
                '\0'..' ' => self.out.push_str(&format!("\\u{:04x}", u32::from(letter))),
                _ => self.out.push(letter),
            }
        }
        self.out.push('"');
    }

    /// JSON as it is.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn raw(&mut self, json: &str) {
        self.out.push_str(json);
    }

    /// The whole of it, with a newline at its end.
    pub(super) fn finish(mut self) -> String {
        self.out.push('\n');
        self.out
    }

    /// One value alone.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn of(leaf: &Leaf<'_>) -> String {
        let mut text = JsonText::default();
        text.value(leaf);
        text.out
    }

    fn value(&mut self, leaf: &Leaf<'_>) {
        match leaf {
            Leaf::Whole(number, _) => self.out.push_str(&number.to_string()),
            Leaf::Truth(value) => self.out.push_str(if **value { "true" } else { "false" }),
            Leaf::Amount(amount, _) => self.quoted(&amount.to_string()),
            Leaf::Rate(rate, _) => self.quoted(&rate.to_string()),
            // As a rate, which is written in its shortest form.
            Leaf::Hours(hours, _) => self.quoted(&Rate::from_millionths(hours.hundredths() * 10_000).to_string()),
            Leaf::Month(month, _) => self.quoted(&month.to_string()),
            Leaf::Text(text, _) => self.quoted(text),
            Leaf::Choice(index, ids) => self.quoted(ids.get(**index).copied().unwrap_or_default()),
            Leaf::Municipality(id) => self.quoted(&id.map(|id| id.to_string()).unwrap_or_default()),
            Leaf::Path(path) => self.quoted(&path.map(|path| path.to_string()).unwrap_or_default()),
        }
    }
}

impl Walk for JsonText {
    fn leaf(&mut self, key: &'static str, need: Need<'_>, leaf: Leaf<'_>) -> bool {
        if self.member(key, need) {
            self.value(&leaf);
        }
        true
    }

    fn object(&mut self, key: &'static str, need: Need<'_>, inside: Inside<'_>) -> bool {
        if self.member(key, need) {
            Item::object(self, inside);
        }
        true
    }

    fn list(
        &mut self,
        key: &'static str,
        need: Need<'_>,
        _lengths: Bounds<u32>,
        length: usize,
        each: EachItem<'_>,
    ) -> bool {
        if self.member(key, need) {
            self.open('[');
            for at in 0..length {
                self.next();
                each(at, self);
            }
            self.close(']');
        }
        true
    }

    fn format(&mut self, key: &'static str, format: &'static str) {
        self.member(key, Need::Required);
        self.quoted(format);
    }

    fn wrong(&mut self, _key: &'static str, _wrong: Wrong) {}
}

/// The items of a list stand in the text like members without a key.
impl Item for JsonText {
    fn leaf(&mut self, leaf: Leaf<'_>) -> bool {
        self.value(&leaf);
        true
    }

    fn object(&mut self, inside: Inside<'_>) {
        self.open('{');
        inside(self);
        self.close('}');
    }
}

#[cfg(test)]
mod tests {
    use super::JsonText;

    #[test]
    fn a_text_is_written_as_a_library_writes_it() {
        let texts = ["", "Pølsevogn", "en \"god\" \\ saks", "\u{0}\u{1}\u{8}\t\n\u{b}\u{c}\r\u{1f} \u{7f}\u{2028}😀"];
        for text in texts {
            let mut written = JsonText::default();
            written.quoted(text);
            assert_eq!(Ok(written.out), serde_json::to_string(text).map_err(|error| error.to_string()));
        }
    }
}
