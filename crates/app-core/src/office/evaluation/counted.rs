//! A count as the page draws it, with the files behind it, and sentences in which counts stand.

use mikrolaan_engine::evaluation::{CountOf, People};

use super::names;
use crate::locale::argument::Count;
use crate::locale::texts::office::evaluation::{count as c, list};
use crate::locale::write;

/// From here on a count does not point at single persons.
const NOT_SMALL: usize = 5;

/// A count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountView {
    /// How many.
    pub number: usize,
    /// As it is written.
    pub text: String,
    /// What it is called where it stands alone; nothing where it leads nowhere.
    pub name: String,
    /// The files behind it: what [`Show`](super::EvaluationEvent::Show) is given. `None` = it leads nowhere.
    pub filter: Option<CountOf>,
    /// Is it from one to four, of a group or a half year, so that it may point at single persons?
    pub is_small: bool,
}

impl CountView {
    /// A count of these people.
    pub(super) fn of(people: &People, count: CountOf) -> Self {
        let number = people.count(count);
        let name = c::name(Count::of(number), &names::what(count));
        CountView { name, filter: Some(count), ..CountView::sum(number) }
    }

    /// A number with no list of its own.
    pub(super) fn sum(number: usize) -> Self {
        CountView { number, text: written(number), name: String::new(), filter: None, is_small: false }
    }

    /// What stands where nothing is counted yet.
    pub(super) fn nothing() -> Self {
        CountView { text: list::nothing().to_owned(), ..CountView::sum(0) }
    }

    /// The same of a group or a half year.
    pub(super) fn of_part(self) -> Self {
        CountView { is_small: is_small(self.number), ..self }
    }
}

/// Does it point at single persons?
pub(super) const fn is_small(number: usize) -> bool {
    0 < number && number < NOT_SMALL
}

fn written(number: usize) -> String {
    write::whole(Count::of(number).number())
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftSegment {
    /// Running text.
    Words(String),
    /// A count, with the files behind it.
    Count(CountView),
}

impl DraftSegment {
    /// As plain text.
    pub fn text(&self) -> &str {
        match self {
            DraftSegment::Words(words) => words,
            DraftSegment::Count(count) => &count.text,
        }
    }
}

/// A finished sentence in pieces: these counts stand in it in this order, and no number that is none of them before the last.
pub(super) fn segments(sentence: &str, counts: impl IntoIterator<Item = CountView>) -> Vec<DraftSegment> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    for count in counts {
        let Some((before, after)) = rest.split_once(count.text.as_str()) else { continue };
        if !before.is_empty() {
            pieces.push(DraftSegment::Words(before.to_owned()));
        }
        pieces.push(DraftSegment::Count(count));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(DraftSegment::Words(rest.to_owned()));
    }
    pieces
}

/// Several sentences behind each other.
pub(super) fn paragraph(sentences: impl IntoIterator<Item = Vec<DraftSegment>>) -> Vec<DraftSegment> {
    let mut all = Vec::new();
    for sentence in sentences.into_iter().filter(|sentence| !sentence.is_empty()) {
        if !all.is_empty() {
            all.push(DraftSegment::Words(" ".to_owned()));
        }
        all.extend(sentence);
    }
    all
}
