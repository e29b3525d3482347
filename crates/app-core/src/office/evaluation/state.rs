//! The files of the evaluation, what is marked and shown of them, and everything that can happen to them.

use std::collections::BTreeSet;
use std::sync::Arc;

use mikrolaan_engine::case::{Case, write};
use mikrolaan_engine::evaluation::{CountOf, People, Unreadable};

use super::event::{EvaluationEvent, OutcomeField};
use super::file::{self, EvaluationFile, FileContent, FileNumber, NamedContent};

/// Everything the page of the evaluation holds. Two copies share the files that are the same in both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvaluationState {
    files: Vec<Arc<EvaluationFile>>,
    /// How many numbers are given away.
    numbers: u32,
    /// How many links were pasted.
    links: usize,
    is_invented: bool,
    filter: Option<CountOf>,
    /// Which rows stay in the list as it is looked at, because they were just marked.
    kept: BTreeSet<FileNumber>,
    shows_all: bool,
    totals_only: bool,
    is_unsaved: bool,
}

impl EvaluationState {
    /// The state after an event.
    #[must_use]
    pub fn apply(&self, event: EvaluationEvent) -> Self {
        let mut next = self.clone();
        match event {
            EvaluationEvent::Add(files) => next.add(files.iter().flat_map(file::cases_of).collect()),
            EvaluationEvent::AddLinks(text) => {
                let found = file::cases_of_links(&text, self.links);
                next.add_links(found);
            }
            EvaluationEvent::TryInvented => next.try_invented(),
            EvaluationEvent::Mark(number, field, text) => next.mark(number, field, &text),
            EvaluationEvent::Remove(number) => next.remove(number),
            EvaluationEvent::Show(count) => next.look(Some(count)),
            EvaluationEvent::ShowEverybody => next.look(None),
            EvaluationEvent::ShowAll(all) => {
                next.look(None);
                next.shows_all = all;
            }
            EvaluationEvent::TotalsOnly(only) => next.totals_only = only,
            EvaluationEvent::Saved => next.is_unsaved = false,
            EvaluationEvent::Wipe => next = EvaluationState::default(),
        }
        next
    }

    fn add(&mut self, found: Vec<NamedContent>) {
        if found.is_empty() {
            return;
        }
        if self.is_invented {
            *self = EvaluationState { numbers: self.numbers, ..EvaluationState::default() };
        }
        self.look(None);
        for (name, content) in found {
            self.files.push(Arc::new(EvaluationFile { number: FileNumber(self.numbers), name, content }));
            self.numbers += 1;
        }
    }

    fn add_links(&mut self, found: Vec<NamedContent>) {
        let links = self.links + found.len();
        if !found.is_empty() {
            self.add(found);
            self.links = links;
        }
    }

    fn try_invented(&mut self) {
        if self.files.is_empty() {
            self.add(file::invented_cases());
            self.is_invented = true;
        }
    }

    fn mark(&mut self, number: FileNumber, field: OutcomeField, text: &str) {
        let Some(file) = self.files.iter_mut().find(|file| file.number == number) else { return };
        let FileContent::Read(before) = &file.content else { return };
        let after = before.marked(field, text);
        if after != **before {
            Arc::make_mut(file).content = FileContent::Read(Box::new(after));
            self.kept.insert(number);
            self.is_unsaved = true;
        }
    }

    fn remove(&mut self, number: FileNumber) {
        self.files.retain(|file| file.number != number);
        self.kept.remove(&number);
        if self.files.is_empty() {
            *self = EvaluationState::default();
        }
    }

    /// Looks behind a count, or at everybody.
    fn look(&mut self, filter: Option<CountOf>) {
        self.filter = filter;
        self.kept.clear();
    }

    /// The files, in the order in which they came.
    pub fn files(&self) -> impl ExactSizeIterator<Item = &EvaluationFile> {
        self.files.iter().map(|file| &**file)
    }

    /// The case of a file with what is marked in it, to be opened.
    pub fn case(&self, number: FileNumber) -> Option<&Case> {
        let file = self.files.iter().find(|file| file.number == number)?;
        Some(&file.read()?.case)
    }

    /// The people as the engine counts them.
    pub fn people(&self) -> People {
        let mut people = People::default();
        for (place, file) in self.files().enumerate() {
            match &file.content {
                FileContent::Read(read) => {
                    let mut person = read.person.clone();
                    person.file = place;
                    people.persons.push(person);
                }
                FileContent::Unreadable(fault) => {
                    people.unreadable.push(Unreadable { file: place, error: fault.problems() });
                }
            }
        }
        people
    }

    /// Every case that was read with what is marked in it, a line each in the order of the files: the file that *Gem* gives.
    pub fn saved_lines(&self) -> String {
        self.files().filter_map(EvaluationFile::read).map(|read| one_line(&read.case)).collect()
    }

    /// Behind which count one looks.
    pub const fn filter(&self) -> Option<CountOf> {
        self.filter
    }

    /// Are groups and half years left out?
    pub const fn totals_only(&self) -> bool {
        self.totals_only
    }

    /// Has something been marked since it was last saved?
    pub const fn is_unsaved(&self) -> bool {
        self.is_unsaved
    }

    /// Are these the invented cases?
    pub const fn is_invented(&self) -> bool {
        self.is_invented
    }

    /// Is the list whole?
    pub(super) const fn shows_all(&self) -> bool {
        self.shows_all
    }

    /// Was the row just marked?
    pub(super) fn is_kept(&self, number: FileNumber) -> bool {
        self.kept.contains(&number)
    }
}

/// The case as its file, on one line: in its texts the end of a line is an escape, so every line that ends is layout.
fn one_line(case: &Case) -> String {
    let mut line: String = write(case).lines().map(str::trim_start).collect();
    line.push('\n');
    line
}
