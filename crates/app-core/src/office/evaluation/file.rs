//! One file of the evaluation: a case that was read, with the person it is about, or why it could not be.

use std::collections::BTreeMap;

use mikrolaan_engine::case::link::is_link;
use mikrolaan_engine::case::{Case, ErrorCode, Problem, parse_any, pieces};
use mikrolaan_engine::evaluation::Person;

use super::event::{AddedFile, OutcomeField};
use crate::locale::argument::Count;
use crate::locale::texts::office::evaluation::list as t;

/// By which a file is found again, whatever was removed before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileNumber(pub u32);

/// One case of the evaluation, or what stood in the place of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvaluationFile {
    /// By which it is found again.
    pub number: FileNumber,
    /// What it is called: the file, and which of its cases where it has several.
    pub name: String,
    /// What was in it.
    pub content: FileContent,
}

/// What was in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileContent {
    /// A case.
    Read(Box<ReadCase>),
    /// None that could be read.
    Unreadable(FileFault),
}

/// A case that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadCase {
    /// The case, with what was marked as its outcome.
    pub case: Case,
    /// The person as the engine counts one; its place among the others is set where they are counted.
    pub person: Person,
    /// Texts that could not be read, as they were typed. What they stand for is not known meanwhile.
    pub typed: BTreeMap<OutcomeField, String>,
}

/// Why there is no case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// A list or a file without anything in it.
    NoCase,
    /// Neither a link nor a case file.
    NoLink,
    /// A case, a link or something else with errors.
    Problems(Vec<Problem>),
}

impl FileFault {
    /// As the engine tells it.
    pub fn problems(&self) -> Vec<Problem> {
        match self {
            FileFault::NoCase => vec![Problem::new("", ErrorCode::Missing, "there is no case")],
            FileFault::NoLink => vec![Problem::new("", ErrorCode::NotJson, "neither a link nor a case")],
            FileFault::Problems(problems) => problems.clone(),
        }
    }
}

impl EvaluationFile {
    /// The case, where one was read.
    pub fn read(&self) -> Option<&ReadCase> {
        match &self.content {
            FileContent::Read(read) => Some(read),
            FileContent::Unreadable(_) => None,
        }
    }
}

impl ReadCase {
    pub(super) fn of(case: Case) -> Self {
        ReadCase { person: Person::of(0, &case), case, typed: BTreeMap::new() }
    }
}

/// A name and what is there under it.
pub(super) type NamedContent = (String, FileContent);

fn content(piece: &[u8]) -> FileContent {
    match parse_any(piece) {
        Ok(case) => FileContent::Read(Box::new(ReadCase::of(case))),
        Err(problems) => FileContent::Unreadable(FileFault::Problems(problems)),
    }
}

/// The cases of a file, each under a name of its own. An empty line is nobody's case.
pub(super) fn cases_of(file: &AddedFile) -> Vec<NamedContent> {
    let name = &file.name;
    let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
    let alone = |fault| vec![(name.clone(), FileContent::Unreadable(fault))];
    if text.trim().is_empty() {
        return alone(FileFault::NoCase);
    }
    let all = match pieces(text.as_bytes()) {
        Ok(all) => all,
        Err(problem) => return alone(FileFault::Problems(vec![problem])),
    };
    let places = all.iter().zip(1..).filter(|(piece, _)| !piece.trim_ascii().is_empty());
    let places: Vec<(&&[u8], usize)> = places.collect();
    match places.as_slice() {
        [] => alone(FileFault::NoCase),
        [(only, _)] => vec![(name.clone(), content(only))],
        several => several.iter().map(|(piece, place)| (t::file_at(Count::of(*place), name), content(piece))).collect(),
    }
}

/// The cases behind pasted links, of which `before` were pasted already; or behind the pasted text of a file.
pub(super) fn cases_of_links(text: &str, before: usize) -> Vec<NamedContent> {
    let text = text.trim();
    if text.starts_with(['{', '[']) {
        return cases_of(&AddedFile { name: t::pasted().to_owned(), text: text.to_owned() });
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let found = lines.flat_map(|line| {
        let links: Vec<&str> = line.split_whitespace().filter(|word| is_link(word)).collect();
        match links.as_slice() {
            [] => vec![FileContent::Unreadable(FileFault::NoLink)],
            links => links.iter().map(|link| content(link.as_bytes())).collect(),
        }
    });
    found.zip(before + 1..).map(|(content, place)| (t::link(Count::of(place)), content)).collect()
}

/// Invented cases that give the table of the municipality's own evaluation, and one that nothing is marked in.
const INVENTED: &str = include_str!("invented.jsonl");

pub(super) fn invented_cases() -> Vec<NamedContent> {
    let name = |place| t::made_up(Count::of(place));
    INVENTED.lines().zip(1..).map(|(line, place)| (name(place), content(line.as_bytes()))).collect()
}

/// How many they are.
pub(super) fn how_many_invented() -> Count {
    Count::of(INVENTED.lines().count())
}
