//! Writes the file of a language, as a site offers it, to the standard output.
//!
//! ```text
//! cargo run --package mikrolaan-app-core --example language -- texts/en.toml index.html embed/frame/parts.html
//! cargo run --package mikrolaan-app-core --example language -- pseudo index.html embed/frame/parts.html
//! cargo run --package mikrolaan-app-core --example language -- office office/page.html
//! ```
//!
//! `pseudo` is made from the Danish texts: every one longer, between marks, from right to left, with other digits. On a
//! page in it, whatever stands outside the marks was written past the texts. `office` is every Danish text, those of the pages for
//! the municipality's own people too.

#[path = "../build/catalogue.rs"]
mod catalogue;
#[path = "../build/compile.rs"]
mod compile;
#[path = "../build/plural.rs"]
mod plural;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use catalogue::{Catalogue, Piece, pieces};
use mikrolaan_engine::rulebook::LOOKED_UP_BY_PAGE;

/// The Danish texts, beside which every other language is held.
const DANISH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../texts/da.toml");

/// In the place of a text in the page for the municipality's own people, where each has a title of its own.
const TITLE: &str = "TITLE";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let file = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["office", page] => for_office(page),
        [language, ref pages @ ..] if !pages.is_empty() => offered(language, pages),
        _ => Err("the file of the texts (or `pseudo`, or `office`) and the pages they are for".to_owned()),
    };
    match file {
        Ok(file) => {
            print!("{file}");
            ExitCode::SUCCESS
        }
        Err(wrong) => {
            eprintln!("language: {wrong}");
            ExitCode::FAILURE
        }
    }
}

fn for_office(page: &str) -> Result<String, String> {
    let mut errors = Vec::new();
    let danish = catalogue::read_whole(Path::new(DANISH), &mut errors);
    if !errors.is_empty() {
        return Err(errors.join("\n"));
    }
    let page = fs::read_to_string(page).map_err(|error| format!("{page}: {error}"))?;
    let titles = ["office.page.case", "office.evaluation.title"];
    let keys = keys(&page).filter(|key| *key != TITLE).chain(titles);
    compile::for_office(&danish, keys, LOOKED_UP_BY_PAGE)
}

fn offered(language: &str, pages: &[&str]) -> Result<String, String> {
    let mut errors = Vec::new();
    let danish = catalogue::read_whole(Path::new(DANISH), &mut errors);
    let texts = if language == "pseudo" {
        pseudo(&danish)?
    } else {
        let mut texts = catalogue::read(Path::new(language), &mut errors);
        danish.compare(&mut texts, Path::new(language), &mut errors);
        texts
    };
    if !errors.is_empty() {
        return Err(errors.join("\n"));
    }
    let read = |page: &&str| fs::read_to_string(page).map_err(|error| format!("{page}: {error}"));
    let pages = pages.iter().map(read).collect::<Result<String, String>>()?;
    compile::offered(&texts, keys(&pages), LOOKED_UP_BY_PAGE)
}

/// The texts a page names.
fn keys(page: &str) -> impl Iterator<Item = &str> {
    page.split("data-t=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

fn pseudo(danish: &Catalogue) -> Result<Catalogue, String> {
    let mut pseudo = danish.clone();
    for (key, text) in &mut pseudo.texts {
        for form in text.forms.values_mut() {
            *form = match key.as_str() {
                "language.code" => "qps".to_owned(),
                "language.direction" => "rtl".to_owned(),
                "format.group" => "٬".to_owned(),
                "format.decimal" => "٫".to_owned(),
                "format.minus" => form.clone(),
                "format.digits" => "٠١٢٣٤٥٦٧٨٩".to_owned(),
                _ => marked(form)?,
            };
        }
    }
    Ok(pseudo)
}

/// The text between marks, with its letters replaced and a third longer.
fn marked(text: &str) -> Result<String, String> {
    let mut out = String::from("⟦");
    let mut letters = 0;
    for piece in pieces(text)? {
        match piece {
            Piece::Plain(words) => {
                letters += words.chars().count();
                out.extend(words.chars().map(other));
            }
            Piece::Placeholder(name, kind) => out.push_str(&format!("{{{name}:{kind}}}")),
        }
    }
    out.extend(std::iter::repeat_n('·', 1 + letters / 3));
    out.push('⟧');
    Ok(out)
}

/// A letter that looks like this one and is another.
fn other(letter: char) -> char {
    match letter {
        'a' => 'á',
        'e' => 'ë',
        'i' => 'ï',
        'o' => 'ö',
        'u' => 'ü',
        'n' => 'ñ',
        's' => 'š',
        other => other,
    }
}
