//! The recorded pages, beside this file.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::Path;
use std::{env, fs};

use crate::outline::outline;

/// What is recorded in one file, part by part.
pub struct Record {
    name: String,
    text: String,
}

impl Record {
    /// A record of this name, with nothing in it.
    pub fn new(name: &str) -> Self {
        Record { name: name.to_owned(), text: String::new() }
    }

    /// One more part under a heading.
    pub fn part(&mut self, heading: &str, value: &impl Debug) {
        self.text.push_str(&format!("── {heading}\n{}\n", outline(value)));
    }

    /// One more part: the lines of a text that another one does not have.
    pub fn new_lines(&mut self, heading: &str, now: &str, before: &str) {
        let before: BTreeSet<&str> = before.lines().collect();
        let new = now.lines().filter(|line| !before.contains(line)).fold(String::new(), |new, line| new + line + "\n");
        self.text.push_str(&format!("── {heading}\n{new}\n"));
    }

    /// Holds it against the file; with `UPDATE_EXPECT=1` the file is written anew first.
    pub fn check(self) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pages/{}.txt", self.name));
        if env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&path, &self.text).expect("the record can be written");
        }
        let recorded = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        let differs = |(_, (now, then)): &(usize, (&str, &str))| now != then;
        let [now, then] = [&self.text, &recorded].map(|text| text.lines().chain(["(the end)"]));
        if let Some((at, (now, then))) = now.zip(then).enumerate().find(differs) {
            let at = at + 1;
            panic!(
                "{}:{at}\n  recorded: {then}\n  now:      {now}\nwhere that is meant: UPDATE_EXPECT=1",
                path.display()
            );
        }
        assert_eq!(self.text, recorded, "{}", path.display());
    }
}
