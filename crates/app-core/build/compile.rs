//! A language as the program takes it: one line a text, in the order of the keys.
//!
//! The first line is the fingerprint of the keys and placeholders, so that a file of another version is not taken; the
//! second says how the language counts. In a text, a placeholder is one character, [`FIRST_PLACEHOLDER`] for the first
//! in alphabetical order of the names; the forms of a text that counts stand behind each other, with [`FORM`] between.

use super::catalogue::{Catalogue, CatalogueText, Piece, is_of_office, pieces};
use super::plural;

/// Between the texts of the program, those of the page, each with its key, and what the rulebook has to say.
#[allow(dead_code, reason = "the build script makes no files that are fetched")]
pub const PAGE: char = '\u{c}';
/// The character of the first placeholder; the next ones follow.
pub const FIRST_PLACEHOLDER: u8 = 1;
/// Between two forms.
pub const FORM: char = '\u{b}';

/// The file of a language, and its fingerprint.
///
/// # Errors
/// A text with more placeholders than there are characters for, and a language nobody knows how to count in.
#[allow(dead_code, reason = "what is fetched has more in it")]
pub fn compile(catalogue: &Catalogue) -> Result<String, String> {
    lines(catalogue, |_| true)
}

/// The same without what is [fetched when somebody asks](is_looked_up): those lines are empty.
///
/// # Errors
/// As above.
#[allow(dead_code, reason = "a file that is fetched is whole")]
pub fn without_what_is_looked_up(catalogue: &Catalogue) -> Result<String, String> {
    lines(catalogue, |key| !is_looked_up(key) && !is_of_office(key))
}

/// Stands a text on a page that somebody opens to look something up? Those travel when such a page is opened.
pub fn is_looked_up(key: &str) -> bool {
    const WHOLE: [&str; 11] = [
        "accessibility.",
        "compare.",
        "contact.",
        // Stand in the file that only a framed page fetches.
        "frame.",
        "guide.place.",
        "guide.source.",
        "help.",
        "next_steps.",
        "take_along.",
        "trace.formula.",
        "trace.role.",
    ];
    let is_answer = key.ends_with(".text") || key.ends_with(".ask");
    // The months say of what they assume where it is from, and lead to the rules.
    let is_of_the_months =
        ["rules.title", "rules.standing.", "rules.assumed."].iter().any(|group| key.starts_with(group));
    WHOLE.iter().any(|group| key.starts_with(group))
        || key.starts_with("guide.") && is_answer
        || key.starts_with("rules.") && !is_of_the_months
}

fn lines(catalogue: &Catalogue, is_there: fn(&str) -> bool) -> Result<String, String> {
    let language = catalogue.plain("language.code").ok_or("language.code is missing")?;
    let mut file = format!("{:016x}\n{}", fingerprint(catalogue), plural::table(language)?);
    for (key, text) in &catalogue.texts {
        file.push('\n');
        let line = line(text).map_err(|wrong| format!("{key}: {wrong}"))?;
        file.push_str(if is_there(key) { &line } else { "" });
    }
    Ok(file)
}

/// The texts with what the static page needs, for a site to offer, and without those of the pages for the municipality's own
/// people: code, direction and name of the language, then each text that `keys` names, behind its key; and last what the
/// rulebook says on pages that are opened to look something up.
///
/// # Errors
/// As above, and a key that is none or has gaps.
#[allow(dead_code, reason = "the build script makes no files that are fetched")]
pub fn offered<'k>(
    catalogue: &Catalogue,
    keys: impl IntoIterator<Item = &'k str>,
    looked_up: &str,
) -> Result<String, String> {
    let keys = ["language.code", "language.direction", "language.name"].into_iter().chain(keys);
    with_page(catalogue, |key| !is_of_office(key), keys, looked_up)
}

/// The same for the pages of the municipality's own people: every text there is.
///
/// # Errors
/// As above.
#[allow(dead_code, reason = "the build script makes no files that are fetched")]
pub fn for_office<'k>(
    catalogue: &Catalogue,
    keys: impl IntoIterator<Item = &'k str>,
    looked_up: &str,
) -> Result<String, String> {
    with_page(catalogue, |_| true, keys, looked_up)
}

#[allow(dead_code, reason = "the build script makes no files that are fetched")]
fn with_page<'k>(
    catalogue: &Catalogue,
    is_there: fn(&str) -> bool,
    keys: impl IntoIterator<Item = &'k str>,
    looked_up: &str,
) -> Result<String, String> {
    let mut file = lines(catalogue, is_there)?;
    file.push(PAGE);
    for key in keys {
        let text = catalogue.plain(key).ok_or_else(|| format!("{key}: no text without gaps"))?;
        file.push_str(&format!("{key}\t{text}\n"));
    }
    file.push(PAGE);
    file.push_str(looked_up);
    Ok(file)
}

fn line(text: &CatalogueText) -> Result<String, String> {
    let names: Vec<&str> = text.arguments()?.into_keys().collect();
    // Nine is the tabulator, and ten the end of the line.
    if names.len() > 8 {
        return Err("more than eight placeholders".to_owned());
    }
    let forms: Result<Vec<String>, String> = text.forms.values().map(|form| packed(form, &names)).collect();
    Ok(forms?.join(&FORM.to_string()))
}

fn packed(form: &str, names: &[&str]) -> Result<String, String> {
    let mut packed = String::new();
    for piece in pieces(form)? {
        match piece {
            Piece::Plain(words) => packed.push_str(words),
            Piece::Placeholder(name, _) => {
                let at = names.iter().position(|other| *other == name).ok_or("a placeholder that is none")?;
                packed.push(char::from(FIRST_PLACEHOLDER + u8::try_from(at).map_err(|e| e.to_string())?));
            }
        }
    }
    Ok(packed)
}

/// FNV-1a over keys, placeholders and what they are.
pub fn fingerprint(catalogue: &Catalogue) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut take = |word: &str| {
        for byte in word.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    };
    for (key, text) in &catalogue.texts {
        take(key);
        for (name, kind) in text.arguments().unwrap_or_default() {
            take(name);
            take(kind);
        }
    }
    hash
}
