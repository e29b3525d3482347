//! The errors of a document while it is read, and the places they stand at. However many there are and
//! however long the document's keys and values, what is kept of them is short.

use super::decode::is_forbidden;
use super::node::JsonNode;
use crate::case::{ErrorCode, Problem};

/// How many errors are told; one more then says that there are others.
pub const MOST_PROBLEMS: usize = 100;
/// How many characters of a key stand in a path, and of a value in a message.
const LONGEST_QUOTE: usize = 80;
/// A path this many characters long gets no further steps.
const LONGEST_PATH: usize = 1_000;

/// A text of the document as it stands in a message: what is long is cut.
#[must_use]
pub fn quoted(text: &str) -> String {
    let start = start_of(text);
    if start.len() == text.len() { text.to_owned() } else { format!("{start}…") }
}

/// As [`quoted`], in quotation marks: a letter that cannot be seen, or that turns the writing around, stands as its
/// number. Of our own: `{:?}` brings the tables of all letters that can be printed, 2.7 kB of the package.
pub(in crate::case) fn in_quotes(text: &str) -> String {
    let mut all = String::from('"');
    for letter in quoted(text).chars() {
        match letter {
            '"' | '\\' => all.extend(['\\', letter]),
            _ if is_forbidden(letter) || is_space_of_no_width(letter) => {
                all.push_str(&format!("\\u{{{:x}}}", u32::from(letter)));
            }
            _ => all.push(letter),
        }
    }
    all.push('"');
    all
}

fn is_space_of_no_width(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}')
}

/// As much of a text as is told.
fn start_of(text: &str) -> &str {
    text.char_indices().nth(LONGEST_QUOTE).map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}

/// A place in the document; its text is only made when there is an error to name.
#[derive(Clone, Copy)]
pub(in crate::case) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: PathStep<'p>,
}

#[derive(Clone, Copy)]
enum PathStep<'p> {
    Root,
    Key(&'p str),
    Index(usize),
}

impl<'p> Path<'p> {
    pub(in crate::case) const ROOT: Path<'static> = Path { parent: None, step: PathStep::Root };

    pub(in crate::case) fn key(&'p self, key: &'p str) -> Path<'p> {
        Path { parent: Some(self), step: PathStep::Key(key) }
    }

    pub(in crate::case) fn index(&'p self, index: usize) -> Path<'p> {
        Path { parent: Some(self), step: PathStep::Index(index) }
    }

    pub(in crate::case) fn text(&self) -> String {
        let mut text = self.parent.map(Path::text).unwrap_or_default();
        if text.chars().count() >= LONGEST_PATH {
            return text;
        }
        match self.step {
            PathStep::Root => {}
            PathStep::Key(key) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(start_of(key));
            }
            PathStep::Index(index) => text.push_str(&format!("[{index}]")),
        }
        text
    }
}

/// The errors found so far, each with where it stands in the document: the first of them, and whether
/// there are others.
#[derive(Default)]
pub(in crate::case) struct Problems {
    found: Vec<(usize, Problem)>,
    has_more: bool,
    /// Could a value not be read at all? Then nothing can be held against it.
    pub(in crate::case) is_unread: bool,
}

impl Problems {
    pub(in crate::case) fn add(
        &mut self,
        node: &JsonNode<'_>,
        path: Path<'_>,
        code: ErrorCode,
        message: impl Into<String>,
    ) {
        self.add_at(node.order, || Problem::new(path.text(), code, message));
    }

    pub(in crate::case) fn push(&mut self, order: usize, problem: Problem) {
        self.add_at(order, || problem);
    }

    fn add_at(&mut self, order: usize, problem: impl FnOnce() -> Problem) {
        // Of two at one place the one found first stands first.
        let place = self.found.partition_point(|&(before, _)| before <= order);
        self.has_more |= self.found.len() == MOST_PROBLEMS;
        if place < MOST_PROBLEMS {
            self.found.insert(place, (order, problem()));
            self.found.truncate(MOST_PROBLEMS);
        }
    }

    /// The first of what was found, in document order.
    pub(in crate::case) fn in_order(self) -> Vec<Problem> {
        let others = self.has_more.then(|| {
            let message = format!("there are more than {MOST_PROBLEMS} errors; these are the first");
            Problem::new("", ErrorCode::TooManyErrors, message)
        });
        self.found.into_iter().map(|(_, problem)| problem).chain(others).collect()
    }

    pub(in crate::case) fn wrong_type(&mut self, node: &JsonNode<'_>, path: Path<'_>, expected: &str) {
        self.add(node, path, ErrorCode::WrongType, format!("read {}, expected {expected}", node.value.kind()));
    }

    pub(in crate::case) fn out_of_range(
        &mut self,
        node: &JsonNode<'_>,
        path: Path<'_>,
        read: &str,
        (min, max): (&str, &str),
    ) {
        self.add_at(node.order, || {
            let message = format!("read {}, allowed is {min} to {max}", quoted(read));
            Problem::new(path.text(), ErrorCode::OutOfRange, message).between(min, max)
        });
    }
}
