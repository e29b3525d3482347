//! Whether results are what they must be. Files of gigabytes: they are read once, a line or a piece at a time.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// How the answer to a bad line begins.
const ERROR: &[u8] = br#"{"error":"#;
/// How much is compared at a time.
const PIECE: usize = 1 << 20;

/// How many lines there are, and how many of them are errors.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AnsweredLine {
    pub(super) lines: usize,
    pub(super) errors: usize,
}

/// A file, line by line without the line feeds.
pub(super) fn lines_of(path: &Path) -> Outcome<impl Iterator<Item = io::Result<Vec<u8>>> + use<>> {
    Ok(BufReader::with_capacity(PIECE, open(path)?).split(b'\n'))
}

/// The files one after the other.
pub(super) fn joined(paths: &[PathBuf]) -> Outcome<Box<dyn Read>> {
    let mut whole: Box<dyn Read> = Box::new(io::empty());
    for path in paths {
        whole = Box::new(whole.chain(open(path)?));
    }
    Ok(whole)
}

/// The numbers, one a line, of a file.
pub(super) fn numbers(path: &Path) -> Outcome<Vec<usize>> {
    let text = crate::project::read(path)?;
    let number =
        |line: &str| line.parse().map_err(|_| Failure::new(format!("{}: {line:?} is no number", path.display())));
    text.lines().map(number).collect()
}

pub(super) fn open(path: &Path) -> Outcome<File> {
    File::open(path).map_err(|error| Failure::new(format!("Cannot read {}: {error}", path.display())))
}

/// Errors stand on the lines with these numbers, from 1, and on no other.
pub(super) fn check_errors(
    answers: impl Iterator<Item = io::Result<Vec<u8>>>,
    spoiled: &[usize],
) -> Outcome<AnsweredLine> {
    let mut spoiled = spoiled.iter().copied().peekable();
    let mut answered = AnsweredLine { lines: 0, errors: 0 };
    for answer in answers {
        let answer = answer.map_err(unreadable)?;
        answered.lines += 1;
        let is_spoiled = spoiled.next_if_eq(&answered.lines).is_some();
        if answer.starts_with(ERROR) != is_spoiled {
            let what = if is_spoiled { "is no case and was not refused" } else { "is a case and was refused" };
            return Err(Failure::new(format!("Line {} {what}: {}", answered.lines, beginning(&answer))));
        }
        answered.errors += usize::from(is_spoiled);
    }
    match spoiled.next() {
        Some(number) => Err(Failure::new(format!("Line {number} was not answered, of {} that were.", answered.lines))),
        None => Ok(answered),
    }
}

/// These are the lines of `cases` with these numbers.
pub(super) fn check_listed(
    listed: impl Iterator<Item = io::Result<Vec<u8>>>,
    cases: impl Iterator<Item = io::Result<Vec<u8>>>,
    numbers: &[usize],
) -> Outcome {
    let (mut listed, mut wanted) = (listed, numbers.iter().copied().peekable());
    for (place, case) in cases.enumerate() {
        if wanted.next_if_eq(&(place + 1)).is_none() {
            continue;
        }
        let case = case.map_err(unreadable)?;
        let found = listed.next().transpose().map_err(unreadable)?;
        if found.as_ref() != Some(&case) {
            return Err(Failure::new(format!("Line {} is not listed as it stands: {}", place + 1, beginning(&case))));
        }
    }
    match listed.next() {
        Some(_) => Err(Failure::new("More lines are listed than are bad.")),
        None => Ok(()),
    }
}

/// The two are the same, byte for byte; else where they part.
pub(super) fn check_same(what: &str, mut found: impl Read, mut wanted: impl Read) -> Outcome {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut lines = 1;
    loop {
        piece(&mut found, &mut ours)?;
        piece(&mut wanted, &mut theirs)?;
        if ours != theirs {
            let same = ours.iter().zip(&theirs).take_while(|(one, other)| one == other);
            lines += same.filter(|(byte, _)| **byte == b'\n').count();
            return Err(Failure::new(format!("{what} differ from those of one process, first on line {lines}.")));
        }
        if ours.is_empty() {
            return Ok(());
        }
        lines += ours.iter().filter(|byte| **byte == b'\n').count();
    }
}

fn piece(from: &mut impl Read, into: &mut Vec<u8>) -> Outcome {
    into.clear();
    from.take(PIECE as u64).read_to_end(into).map_err(unreadable)?;
    Ok(())
}

fn unreadable(error: io::Error) -> Failure {
    Failure::new(format!("What was written cannot be read: {error}"))
}

/// As much of a line as helps to find it.
fn beginning(line: &[u8]) -> String {
    String::from_utf8_lossy(&line[..line.len().min(200)]).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWERS: &str = "{\"valid\":true}\n{\"error\":[]}\n{\"valid\":true}\n{\"error\":[]}\n";

    fn lines(text: &str) -> impl Iterator<Item = io::Result<Vec<u8>>> {
        BufRead::split(text.as_bytes(), b'\n')
    }

    fn errors(spoiled: &[usize]) -> Result<(usize, usize), String> {
        let found = check_errors(lines(ANSWERS), spoiled);
        found.map(|answered| (answered.lines, answered.errors)).map_err(|failure| failure.to_string())
    }

    #[test]
    fn each_error_stands_in_its_own_place() {
        assert_eq!(errors(&[2, 4]), Ok((4, 2)));
        assert!(errors(&[2]).unwrap_err().contains("Line 4 is a case and was refused"));
        assert!(errors(&[2, 3, 4]).unwrap_err().contains("Line 3 is no case and was not refused"));
        assert!(errors(&[2, 4, 5]).unwrap_err().contains("Line 5 was not answered, of 4"));
    }

    #[test]
    fn what_is_listed_are_the_lines_with_these_numbers() {
        let listed = |text, numbers: &[usize]| check_listed(lines(text), lines("a\nb\n\nd\n"), numbers).is_ok();
        assert!(listed("b\n\n", &[2, 3]));
        assert!(!listed("b\n", &[2, 3]), "one is missing");
        assert!(!listed("b\n\nd\n", &[2, 3]), "one is too many");
        assert!(!listed("\nb\n", &[2, 3]), "another order");
    }

    #[test]
    fn results_are_the_same_or_the_first_line_that_differs_is_named() {
        let same = |found: &str, wanted: &str| check_same("Results", found.as_bytes(), wanted.as_bytes());
        assert!(same(ANSWERS, ANSWERS).is_ok());
        assert!(same("", "").is_ok());
        assert!(same("a\nb\nc\n", "a\nb\nd\n").unwrap_err().to_string().contains("line 3"));
        assert!(same("a\nb\n", "a\nb\nd\n").unwrap_err().to_string().contains("line 3"), "shorter");
        assert!(same("a\n", "").unwrap_err().to_string().contains("line 1"), "longer");
        let many = "x\n".repeat(PIECE);
        let other = format!("{}y\n", &many[..many.len() - 2]);
        assert!(same(&many, &other).unwrap_err().to_string().contains(&format!("line {PIECE}.")));
    }
}
