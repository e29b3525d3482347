//! What a field does at each key, on a plan that is one number: digits can be read, and nothing else.

use super::{HalfWritten, Message, Offered, Todo, Typed};
use crate::forms::FieldError;

/// A field at work, with everything around it.
#[derive(Default)]
struct Desk {
    typed: Typed,
    in_force: String,
    standing: Option<FieldError>,
    kept: Option<(String, bool)>,
    /// What a screen reader was told, in order.
    said: Vec<String>,
    /// Does the typing end by itself?
    ends_by_itself: bool,
}

fn error(text: &str) -> Option<FieldError> {
    let can_be_read = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (!can_be_read).then(|| FieldError { message: format!("»{text}«?"), readings: Vec::new() })
}

impl Desk {
    fn holding(value: &str) -> Self {
        Desk { in_force: value.to_owned(), ..Desk::default() }
    }

    fn offer(&mut self, text: &str) -> Offered {
        let error = error(text);
        if error.is_none() {
            self.in_force = text.to_owned();
        }
        Offered { error, in_force: self.in_force.clone(), standing: self.standing.clone() }
    }

    fn carry_out(&mut self, todo: Todo) {
        if let Some(before) = todo.put_back {
            self.in_force = before;
        }
        self.kept = todo.keep.map(|HalfWritten { text, told }| (text, told));
        self.ends_by_itself = todo.debounce;
        match todo.message {
            Message::Stays => {}
            Message::Shown(error) => self.standing = error,
            Message::Said(error) => {
                self.said.push(error.as_ref().map(|error| error.message.clone()).unwrap_or_default());
                self.standing = error;
            }
        }
    }

    fn key(&mut self, text: &str) {
        let before = self.in_force.clone();
        let offered = self.offer(text);
        let todo = self.typed.key(text.to_owned(), before, Some(offered));
        self.carry_out(todo);
    }

    fn end(&mut self) {
        if let Some(text) = self.typed.text() {
            let offered = self.offer(&text);
            let todo = self.typed.end(offered);
            self.carry_out(todo);
        }
    }

    /// What stands in the field, what is in force, and what is said beside the field.
    fn seen(&self) -> (String, &str, &str) {
        let beside = self.standing.as_ref().map(|error| error.message.as_str()).unwrap_or_default();
        (self.typed.shown(self.in_force.clone()), &self.in_force, beside)
    }

    fn kept(&self) -> Option<(&str, bool)> {
        self.kept.as_ref().map(|(text, told)| (text.as_str(), *told))
    }
}

fn seen<'a>(text: &str, in_force: &'a str, beside: &'a str) -> (String, &'a str, &'a str) {
    (text.to_owned(), in_force, beside)
}

#[test]
fn what_can_be_read_goes_on_at_once_and_is_written_our_way_at_the_end() {
    let mut desk = Desk::holding("900");
    for text in ["1", "12", "125"] {
        desk.key(text);
        assert_eq!((desk.seen(), desk.ends_by_itself), (seen(text, text, ""), false));
    }
    desk.end();
    assert_eq!((desk.typed.clone(), desk.kept(), desk.said.len()), (Typed::default(), None, 0));
}

#[test]
fn a_text_that_cannot_be_read_brings_back_the_value_from_before_the_typing() {
    let mut desk = Desk::holding("900");
    desk.key("12");
    desk.key("12x");
    assert_eq!(desk.seen(), seen("12x", "900", ""));
    assert_eq!((desk.kept(), desk.ends_by_itself), (Some(("12x", false)), true), "the message waits for a pause");
    desk.end();
    assert_eq!(desk.seen(), seen("12x", "900", "»12x«?"));
    assert_eq!((desk.kept(), desk.said.clone()), (Some(("12x", true)), vec!["»12x«?".to_owned()]));
    desk.end();
    assert_eq!(desk.said.len(), 1, "what was said is not said again");
}

#[test]
fn a_message_that_stands_follows_every_key_and_is_said_at_the_end() {
    let mut desk = Desk::holding("900");
    desk.key("x");
    desk.end();
    desk.key("xy");
    assert_eq!((desk.seen(), desk.ends_by_itself), (seen("xy", "900", "»xy«?"), false));
    assert_eq!((desk.kept(), desk.said.len()), (Some(("xy", true)), 1));
    desk.end();
    assert_eq!(desk.said, ["»x«?", "»xy«?"]);
    desk.key("7");
    assert_eq!((desk.seen(), desk.kept()), (seen("7", "7", ""), None));
    desk.end();
    assert_eq!(desk.said, ["»x«?", "»xy«?", ""], "that it is right again is said by silence");
    assert_eq!(desk.typed, Typed::default());
}

#[test]
fn a_message_that_is_as_it_was_at_the_end_was_not_told_under_the_typing() {
    let mut desk = Desk::holding("900");
    desk.key("x");
    desk.end();
    desk.key("1");
    desk.key("x");
    assert_eq!((desk.seen(), desk.ends_by_itself), (seen("x", "900", ""), true), "a new message waits for a pause");
    desk.end();
    assert_eq!(desk.said, ["»x«?", "»x«?"]);
}

#[test]
fn where_a_field_waits_nothing_goes_on_before_it_is_left() {
    let mut typed = Typed::default();
    let todo = typed.key("12".to_owned(), "900".to_owned(), None);
    let keep = Some(HalfWritten { text: "12".to_owned(), told: false });
    assert_eq!(todo, Todo { keep, ..Todo::default() });
    let todo = typed.end(Offered { in_force: "12".to_owned(), ..Offered::default() });
    assert_eq!(todo, Todo { message: Message::Shown(None), ..Todo::default() });
    assert_eq!(typed, Typed::default());
}

#[test]
fn the_value_in_force_is_put_back_only_where_it_differs() {
    let mut typed = Typed::default();
    let offered = Offered { error: error("x"), in_force: "900".to_owned(), standing: None };
    let todo = typed.key("x".to_owned(), "900".to_owned(), Some(offered));
    assert_eq!(todo.put_back, None);
}

#[test]
fn what_was_left_half_written_is_there_again_and_is_told_about_elsewhere_when_it_goes() {
    let mut desk = Desk::holding("900");
    desk.typed.resume("x".to_owned(), "900".to_owned());
    assert_eq!(desk.seen(), seen("x", "900", ""));
    desk.end();
    assert_eq!(desk.seen(), seen("x", "900", "»x«?"));
    let left = Some(HalfWritten { text: "x".to_owned(), told: true });
    assert_eq!(desk.typed.leave(Some("x".to_owned())), left);
    assert_eq!(desk.typed.leave(Some("y".to_owned())), None, "it belongs to another case by now");
    assert_eq!(desk.typed.leave(None), None);
    assert_eq!(Typed::default().leave(None), None);
}

#[test]
fn one_of_the_ways_to_read_a_text_takes_its_place() {
    let mut desk = Desk::holding("900");
    desk.key("25.5");
    desk.end();
    desk.typed.replace("25500");
    desk.end();
    assert_eq!((desk.seen(), desk.kept()), (seen("25500", "25500", ""), None));
    assert_eq!(desk.said, ["»25.5«?", ""]);
}

#[test]
fn nothing_is_done_where_nothing_was_typed() {
    assert_eq!(Typed::default().end(Offered::default()), Todo::default());
    assert_eq!(Typed::default().shown("900".to_owned()), "900");
}
