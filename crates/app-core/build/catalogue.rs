//! A language as its translator writes it (`texts/*.toml`), read and checked.
//!
//! What is wrong is told with the file and the key: an empty text, a placeholder that cannot be read, a word the
//! calculator must not use, stray spaces, letters that are not composed, a form of a number that a language does not
//! have or lacks, and a file whose keys or placeholders differ from the Danish one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::plural::{self, Category};

/// The calculator guides and never decides, so it must not sound as if it did.
const FORBIDDEN: [&str; 4] = ["godkend", "afslag", "afvis", "berettig"];

/// Texts that speak of the municipality's own decision, not of a result.
const MAY_SPEAK_OF_DECISIONS: [&str; 2] = ["footer.appeal", "next_steps.refusal.title"];

/// Words Rust keeps for itself and does not take as a name.
const RESERVED: &str = "abstract as async await become box break const continue crate do dyn else \
    enum extern false final fn for gen if impl in let loop macro match mod move mut override priv pub \
    ref return self static struct super trait true try type typeof unsafe unsized use virtual where \
    while yield";

/// What a placeholder stands for when the text does not say: by its name.
const KINDS: [(&str, &[&str]); 7] = [
    ("Amount", &["amount", "answered", "fee", "limit", "maximum", "paid", "planned", "setup", "wage"]),
    ("MonthOf", &["month"]),
    ("DateOf", &["date"]),
    ("Count", &["age", "all", "count", "max", "met", "min", "most", "number", "total"]),
    ("Months", &["months"]),
    ("Hours", &["hours"]),
    ("Percent", &["percent"]),
];

/// What a text may stand for where none of the kinds above does: finished words.
pub const WORDS: &str = "Text";

/// A text: one form, or one for each way the language counts.
#[derive(Clone, Debug)]
pub struct CatalogueText {
    /// Its forms, by what is counted; a text that counts nothing has one.
    pub forms: BTreeMap<Option<Category>, String>,
}

/// One language: texts by their dotted key.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The texts.
    pub texts: BTreeMap<String, CatalogueText>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// As it is.
    Plain(&'t str),
    /// Something to be put there: its name, and what it is.
    Placeholder(&'t str, &'static str),
}

impl CatalogueText {
    /// Does it have one form for each way the language counts?
    pub fn counts(&self) -> bool {
        !self.forms.contains_key(&None)
    }

    /// The placeholders of all its forms by name, in alphabetical order, so that every language has the same
    /// arguments, and a text that counts always has what is counted.
    pub fn arguments(&self) -> Result<BTreeMap<&str, &'static str>, String> {
        let mut arguments = BTreeMap::new();
        for form in self.forms.values() {
            for piece in pieces(form)? {
                if let Piece::Placeholder(name, kind) = piece
                    && arguments.insert(name, kind).is_some_and(|before| before != kind)
                {
                    return Err(format!("»{{{name}}}« stands for two different things"));
                }
            }
        }
        if self.counts() && !arguments.contains_key("hours") {
            arguments.insert("count", "Count");
        }
        Ok(arguments)
    }
}

/// Where the texts of the pages for the municipality's own people stand, beside the languages: in Danish alone.
const OFFICE: &str = "office";

/// Is this a text of the pages for the municipality's own people?
pub fn is_of_office(key: &str) -> bool {
    key.strip_prefix(OFFICE).is_some_and(|rest| rest.starts_with('.'))
}

/// Reads the Danish texts, with those of the pages for the municipality's own people, and tells what is wrong with them.
pub fn read_whole(danish: &Path, errors: &mut Vec<String>) -> Catalogue {
    let mut whole = read(danish, errors);
    let folder = danish.with_file_name(OFFICE);
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry of the folder").path()).collect();
    files.sort();
    for file in files {
        let office = read_in(&file, whole.plain("language.code").unwrap_or_default(), errors);
        for (key, text) in office.texts {
            if !is_of_office(&key) || whole.texts.insert(key.clone(), text).is_some() {
                errors.push(format!("{}: {key}: outside [{OFFICE}], or there twice", file.display()));
            }
        }
    }
    whole
}

/// Reads a language, and tells what is wrong with it.
pub fn read(file: &Path, errors: &mut Vec<String>) -> Catalogue {
    read_in(file, "", errors)
}

/// Reads a file of texts in this language; where none is given, in the one it says it is.
fn read_in(file: &Path, language: &str, errors: &mut Vec<String>) -> Catalogue {
    let source = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let table: toml::Table = source.parse().unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let mut catalogue = Catalogue::default();
    flatten(&table, "", &mut catalogue, file, errors);
    let said = catalogue.plain("language.code").unwrap_or(language);
    let counted = plural::categories(said);
    for (key, text) in &mut catalogue.texts {
        let mut tell = |wrong: String| errors.push(format!("{}: {key}: {wrong}", file.display()));
        for form in text.forms.values_mut() {
            faults(key, form).into_iter().for_each(&mut tell);
            *form = keep_together(form);
        }
        if let Err(wrong) = text.arguments() {
            tell(wrong);
        }
        match &counted {
            Err(wrong) => tell(wrong.clone()),
            Ok(counted) if text.counts() => {
                let there: BTreeSet<Category> = text.forms.keys().flatten().copied().collect();
                if there != *counted {
                    tell(format!("the forms are {there:?}, the language counts by {counted:?}"));
                }
            }
            Ok(_) => {}
        }
    }
    catalogue
}

impl Catalogue {
    /// A text with one form.
    pub fn plain(&self, key: &str) -> Option<&str> {
        self.texts.get(key)?.forms.get(&None).map(String::as_str)
    }

    /// What a second language lacks, has too much, or fills in otherwise. The texts that are there in Danish alone it takes
    /// over, for a text is found by its number among all.
    pub fn compare(&self, other: &mut Catalogue, file: &Path, errors: &mut Vec<String>) {
        let file = file.display();
        for (key, text) in &self.texts {
            if is_of_office(key) {
                other.texts.insert(key.clone(), text.clone());
                continue;
            }
            match other.texts.get(key) {
                None => errors.push(format!("{file}: {key}: missing")),
                Some(found) if found.counts() != text.counts() || found.arguments() != text.arguments() => {
                    errors.push(format!("{file}: {key}: the placeholders differ from the Danish ones"));
                }
                Some(_) => {}
            }
        }
        for key in other.texts.keys().filter(|key| !self.texts.contains_key(*key)) {
            errors.push(format!("{file}: {key}: not a key of the Danish texts"));
        }
    }
}

fn flatten(table: &toml::Table, prefix: &str, into: &mut Catalogue, file: &Path, errors: &mut Vec<String>) {
    for (name, value) in table {
        let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        match value {
            toml::Value::Table(inner) => match forms(inner) {
                Some(forms) => drop(into.texts.insert(key, CatalogueText { forms })),
                None => flatten(inner, &key, into, file, errors),
            },
            toml::Value::String(text) => {
                into.texts.insert(key, CatalogueText { forms: BTreeMap::from([(None, text.clone())]) });
            }
            _ => errors.push(format!("{}: {key}: a text must be a string", file.display())),
        }
    }
}

/// The forms of a text that counts: a table with nothing but the names of categories, `other` among them.
fn forms(table: &toml::Table) -> Option<BTreeMap<Option<Category>, String>> {
    table.contains_key("other").then_some(())?;
    table.iter().map(|(name, text)| Some((Some(Category::named(name)?), text.as_str()?.to_owned()))).collect()
}

/// Everything that is wrong with one text.
fn faults(key: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let lower = text.to_lowercase();
    let mut check = |bad: bool, what: &str| {
        if bad {
            wrong.push(what.to_owned());
        }
    };
    let is_format = key.starts_with("format.");
    check(!key.split('.').all(is_name), "a key is made of a-z, 0-9 and _, and is no word of Rust");
    check(text.trim().is_empty() && !is_format, "the text is empty");
    check(text.trim() != text && !is_format, "the text begins or ends with a space");
    check(text.contains("  "), "two spaces in a row");
    check(text.contains(is_combining), "a letter is not composed (NFC)");
    check(text.chars().any(char::is_control), "a control character");
    if let Err(e) = pieces(text) {
        check(true, &e);
    }
    if !MAY_SPEAK_OF_DECISIONS.contains(&key) {
        for word in FORBIDDEN {
            check(lower.contains(word), &format!("»{word}…« sounds like a decision"));
        }
    }
    wrong
}

fn is_name(part: &str) -> bool {
    part.starts_with(|c: char| c.is_ascii_lowercase())
        && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && !RESERVED.split_whitespace().any(|word| word == part)
}

/// Danish and its neighbours need no combining marks once composed.
fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// A text in pieces. A placeholder is `{name}`, or `{name:Kind}` where its name says otherwise.
pub fn pieces(text: &str) -> Result<Vec<Piece<'_>>, String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (plain, brace) = rest.split_at(at);
        let end = brace.find('}').filter(|_| brace.starts_with('{'));
        let end = end.ok_or("a brace without its partner")?;
        if !plain.is_empty() {
            found.push(Piece::Plain(plain));
        }
        found.push(placeholder(&brace[1..end])?);
        rest = &brace[end + 1..];
    }
    if !rest.is_empty() {
        found.push(Piece::Plain(rest));
    }
    Ok(found)
}

fn placeholder(written: &str) -> Result<Piece<'_>, String> {
    let (name, kind) = written.split_once(':').map_or((written, None), |(name, kind)| (name, Some(kind)));
    let known = match kind {
        Some(kind) => KINDS.iter().map(|(known, _)| *known).chain([WORDS]).find(|known| *known == kind),
        None => Some(KINDS.iter().find(|(_, names)| names.contains(&name)).map_or(WORDS, |(known, _)| known)),
    };
    match known.filter(|_| is_name(name)) {
        Some(kind) => Ok(Piece::Placeholder(name, kind)),
        None => Err(format!("»{{{written}}}« is no placeholder: use a-z, 0-9 and _, and a kind there is")),
    }
}

// ── typography

/// Puts no-break spaces where a line must not end: before "kr." and "%", after "§" and inside dates.
fn keep_together(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out = String::from(words[0]);
    for pair in words.windows(2) {
        out.push(if belongs(pair[0], pair[1]) { '\u{a0}' } else { ' ' });
        out.push_str(pair[1]);
    }
    out
}

fn belongs(left: &str, right: &str) -> bool {
    let number = left.ends_with(|c: char| c.is_ascii_digit() || c == '}');
    let unit = right.starts_with("kr.") || right.starts_with('%');
    let day = left.strip_suffix('.').is_some_and(|l| !l.is_empty() && l.chars().all(|c| c.is_ascii_digit()));
    (number && unit) || left == "§" || (day && right.starts_with(char::is_lowercase))
}
