//! What the texts stand on: `texts/sources.toml` names, for every text that states law or an amount, what it states it from.
//!
//! The file is no part of the program. Here it is held against both sides: its keys are texts, its names are rules,
//! schemes, figures and sources, and every text in which [`states`] finds law or an amount has a row.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Every text by its key, as the build made it; a form of a text that counts has the category behind its key.
const TEXTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/texts_list.rs"));

/// The ways a language counts.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Where the law and its figures are.
const RULEBOOK: &str = "../engine/rulebook";

/// What reads like a statement and is none, and why.
const NO_STATEMENTS: [(&str, &str); 32] = [
    ("start.months.caption", "the length of the picture"),
    ("errors.field.benefit_age", "what a field takes"),
    ("budget.operating.variable_share", "a hundred kroner is the whole that a part is told of"),
    ("months.input.variable_share", "the same, beside the months"),
    ("budget.operating.seasonality_hint", "an example of a factor"),
    ("months.other_benefit", "what is worked out with the other answer; the rules stand at the question"),
    ("months.too_far", "the last year the program has"),
    ("months.sources", "names where the sources are"),
    ("outside.dagpenge.text", "whom to ask, and what about"),
    ("guide.unemployment_insurance.ask", "whom to ask, and what about"),
    ("sensitivity.percent_less", "what is tried"),
    ("sensitivity.percent_more", "what is tried"),
    ("variant.cautious.title", "what is tried"),
    ("variant.good.title", "what is tried"),
    ("variant.account_later.title", "what is tried"),
    ("variant.account_later.hint", "what is tried"),
    ("variant.short_support.title", "what is tried"),
    ("variant.closes.title", "what is tried"),
    ("table.rounded", "how amounts are shown"),
    ("note.answer_assumed", "what was done without an answer; the rules stand at the question"),
    ("rules.lead", "what the page has"),
    ("rules.figures_text", "what the page has"),
    ("rules.rules_title", "what the page has"),
    ("rules.rules_text", "what the page has"),
    ("accessibility.goal_text", "a standard of web pages"),
    ("unit.month_count.one", "how months are counted"),
    ("take_along.status.expired", "how long the browser keeps what is saved"),
    ("take_along.keep.lead", "the same"),
    ("take_along.keep.deleted_when", "the same"),
    ("take_along.keep.save", "the same"),
    ("office.caseworker.sample.closes", "what is invented"),
    ("office.caseworker.unknown.share", "what is tried"),
];

/// A word of law.
const LAW: [&str; 17] = [
    "afskaffet",
    "bekendtgørelse",
    "krav",
    "kravene",
    "kravet",
    "krævede",
    "lov",
    "loven",
    "lovens",
    "moms",
    "momsregistreret",
    "pligt",
    "regel",
    "reglen",
    "regler",
    "reglerne",
    "undtagelse",
];

/// Who decides something about a person.
const AUTHORITIES: [&str; 4] = ["banken", "banker", "gældsstyrelsen", "kommunen"];

/// What they do then.
const DECIDES: [&str; 6] = ["afgør", "bestemmer", "kan", "må", "skal", "skulle"];

/// What the public pays, by the beginning of the word (*dagpengene*, *ydelsen*).
const PAID: [&str; 9] =
    ["boligstøtte", "dagpenge", "kontanthjælp", "mindstesats", "revalid", "støtte", "tilskud", "tillæg", "ydelse"];

/// What can become of it.
const BECOMES: [&str; 5] = ["falder", "kan", "må", "skal", "stopper"];

/// What an amount is counted in.
const UNITS: [&str; 9] = ["%", "arbejdsdage", "dage", "kr", "måned", "måneder", "rater", "uger", "år"];

/// Numbers as words; *en* and *et* are articles more often.
const NUMBERS: [&str; 12] = ["to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "halvt"];

#[test]
fn every_statement_of_law_or_of_an_amount_names_its_source() {
    let rows = rows();
    let states: Vec<&(&str, &str)> = TEXTS.iter().filter(|(key, text)| states(key, text)).collect();
    assert!(states.len() > 150, "only {} statements were seen", states.len());
    let excepted = |key: &str| NO_STATEMENTS.iter().any(|(no_statement, _)| *no_statement == key);
    let left: Vec<String> = states
        .iter()
        .filter(|(key, _)| !excepted(key) && row_of(&rows, key).is_none())
        .map(|(key, text)| format!("{key}: {text}"))
        .collect();
    assert!(left.is_empty(), "texts/sources.toml has no row for\n  {}", left.join("\n  "));
    for (key, why) in NO_STATEMENTS {
        let needed = states.iter().any(|(statement, _)| *statement == key) && row_of(&rows, key).is_none();
        assert!(needed, "{key} needs no exception ({why})");
    }
}

#[test]
fn every_row_is_of_a_text_and_names_what_there_is() {
    let (rows, known) = (rows(), known());
    let without_text = rows.keys().filter(|row| !TEXTS.iter().any(|(key, _)| covers(row, key)));
    assert_eq!(without_text.collect::<Vec<_>>(), Vec::<&String>::new(), "rows of no text");
    for (row, names) in &rows {
        let unknown: Vec<&String> = names.iter().filter(|name| !known.contains_key(*name)).collect();
        assert!(unknown.is_empty(), "{row}: no rule, scheme, figure or source is called {unknown:?}");
        let once: BTreeSet<&String> = names.iter().collect();
        assert!(!names.is_empty() && once.len() == names.len(), "{row}: {names:?}");
    }
}

/// A source that no figure and no rule stands on is there for a sentence.
#[test]
fn every_source_of_the_texts_alone_is_named() {
    let named: BTreeSet<String> = rows().into_values().flatten().collect();
    let only_texts = file("sources.toml")
        .into_iter()
        .filter(|(_, source)| source.get("only_texts").and_then(toml::Value::as_bool) == Some(true));
    let only_texts: BTreeSet<String> = only_texts.map(|(id, _)| id).collect();
    assert!(only_texts.len() > 5, "{only_texts:?}");
    let unused: Vec<&String> = only_texts.difference(&named).collect();
    assert!(unused.is_empty(), "no text names {unused:?}");
}

/// When a figure changes, so does the text that says it.
#[test]
fn an_amount_in_a_text_is_the_one_its_figure_has() {
    let (rows, known) = (rows(), known());
    let mut held = 0;
    for (key, text) in TEXTS {
        let names = row_of(&rows, key).into_iter().flatten();
        let amounts: BTreeSet<&str> = names.filter_map(|name| known.get(name)).flatten().map(String::as_str).collect();
        for amount in kroner(text).filter(|_| !amounts.is_empty()) {
            assert!(amounts.contains(amount.as_str()), "{key} says {amount} kr., its source has {amounts:?}");
            held += 1;
        }
    }
    assert!(held >= 4, "only {held} amounts were held against a figure");
}

#[test]
fn a_statement_is_known_when_it_is_seen() {
    let seen = |text: &str| states("some.text", text);
    for text in [
        "Loven krævede, at du kunne faget.",
        "Svaret skal komme ti arbejdsdage efter en fuld ansøgning.",
        "Aktivloven § 14",
        "Kravet er 9 af de sidste 10 år i Danmark.",
        "Kontoen koster 2.000\u{a0}kr. at åbne.",
        "Har du mere, kan kommunen stoppe den.",
        "Boligstøtten kan falde, når du tjener mere.",
        "Det løb til og med 31.\u{a0}december 2022.",
        "Forsøget gjaldt kun for Aalborg.",
    ] {
        assert!(seen(text), "not seen: {text}");
    }
    for text in [
        "Skriv din alder i hele år.",
        "I {month} mangler du {amount}.",
        "Så kan vi vise, om der er nok, når støtten slutter.",
        "Dine svar er der som regel stadig.",
        "Aldrig under 0\u{a0}kr.",
        "Spørg kommunen, hvornår du må få CVR-nummer.",
        "Formue og moms",
    ] {
        assert!(!seen(text), "seen: {text}");
    }
    assert!(states("flag.some.source", "Ingen kilde nævner det"));
    assert_eq!(kroner("Ofte 1.000 til 5.000\u{a0}kr. Det er 145\u{a0}kr.").collect::<Vec<_>>(), ["5000", "145"]);
}

/// Does a text state law or an amount? It does when it names a source, a section, the trial or a year, has a word of law in more
/// than a heading, tells what an authority or a bank decides, says what can become of what the public pays,
/// or has a number of kroner, percent or time that is not nought.
fn states(key: &str, text: &str) -> bool {
    let words = words(text);
    let pairs = || words.iter().zip(words.iter().skip(1));
    let is = |list: &[&str], word: &str| list.contains(&word);
    let of_law = |word: &str| is(&LAW, word) || word.ends_with("loven") || word.ends_with("lovene");
    let number = |word: &str| is(&NUMBERS, word) || (word.starts_with(|c: char| "123456789½".contains(c)));
    let year = |word: &str| {
        let last = word.rsplit('/').next().unwrap_or_default();
        last.len() == 4
            && (last.starts_with("19") || last.starts_with("20"))
            && last.bytes().all(|b| b.is_ascii_digit())
    };
    let after_som = |at: usize| at.checked_sub(1).is_some_and(|before| words[before] == "som");
    key.ends_with(".source")
        || key.ends_with(".source_experience")
        || text.contains('§')
        || words.iter().any(|word| year(word) || is(&["forsøget", "forsøgets", "evalueringen"], word))
        || (words.len() > 3 && words.iter().enumerate().any(|(at, word)| of_law(word) && !after_som(at)))
        || pairs().any(|(a, b)| is(&AUTHORITIES, a) && is(&DECIDES, b) || is(&DECIDES, a) && is(&AUTHORITIES, b))
        || pairs().any(|(a, b)| number(a) && is(&UNITS, b))
        || text.split_inclusive(['.', '?', '!']).any(tells_what_becomes_of_it)
}

/// A sentence that names what the public pays and says what can become of it; what *we* can do is something else.
fn tells_what_becomes_of_it(sentence: &str) -> bool {
    let words = words(sentence);
    let paid = words.iter().any(|word| PAID.iter().any(|start| word.starts_with(start)) || word.ends_with("ydelse"));
    let ours =
        |at: usize| [at.wrapping_sub(1), at + 1].iter().any(|&at| words.get(at).is_some_and(|word| word == "vi"));
    let becomes = words.iter().enumerate().any(|(at, word)| BECOMES.contains(&word.as_str()) && !ours(at));
    sentence.ends_with('.') && paid && becomes
}

/// The words in small letters, without what stands around them; a per cent sign is a word.
fn words(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_alphanumeric() || "%{}½".contains(c);
    let trimmed = text.split_whitespace().map(|word| word.trim_matches(|c| !is_part(c)).to_lowercase());
    trimmed.filter(|word| !word.is_empty()).collect()
}

/// The amounts in kroner a text has, without what groups their digits.
fn kroner(text: &str) -> impl Iterator<Item = String> {
    let words = words(text);
    let amounts: Vec<String> = words
        .iter()
        .zip(words.iter().skip(1))
        .filter(|(number, unit)| unit.as_str() == "kr" && number.starts_with(|c: char| c.is_ascii_digit()))
        .map(|(number, _)| number.replace('.', ""))
        .collect();
    amounts.into_iter()
}

/// The row of a text, if it has one.
fn row_of<'r>(rows: &'r BTreeMap<String, Vec<String>>, key: &str) -> Option<&'r Vec<String>> {
    rows.iter().find(|(row, _)| covers(row, key)).map(|(_, names)| names)
}

/// Is the row about this text, or about all forms of it?
fn covers(row: &str, key: &str) -> bool {
    row == key || key.rsplit_once('.').is_some_and(|(text, form)| row == text && FORMS.contains(&form))
}

/// `texts/sources.toml`: the names by the key of a text.
fn rows() -> BTreeMap<String, Vec<String>> {
    let mut rows = BTreeMap::new();
    flatten("", &table("../../texts/sources.toml"), &mut rows);
    rows
}

fn flatten(prefix: &str, table: &toml::Table, rows: &mut BTreeMap<String, Vec<String>>) {
    for (name, value) in table {
        let key = format!("{prefix}{name}");
        match value {
            toml::Value::Table(inner) => flatten(&format!("{key}."), inner, rows),
            toml::Value::Array(names) => {
                let names = names.iter().map(|name| name.as_str().expect("a name is a string").to_owned());
                rows.insert(key, names.collect());
            }
            _ => panic!("texts/sources.toml: {key} is no list of names"),
        }
    }
}

/// Every rule, scheme, figure and source by its name, with the amounts in kroner it has: a name means one thing.
fn known() -> BTreeMap<String, Vec<String>> {
    let files = fs::read_dir(format!("{RULEBOOK}/figures")).expect("the figures are there");
    let files = files.map(|entry| entry.expect("a file of figures").file_name().into_string().expect("a name"));
    let figures = files.flat_map(|name| file(&format!("figures/{name}")));
    let lists = ["rules.toml", "schemes.toml", "sources.toml"].into_iter().flat_map(file);
    let mut known = BTreeMap::new();
    for (name, entry) in figures.chain(lists) {
        assert!(known.insert(name.clone(), amounts(&entry)).is_none(), "two things are called {name}");
    }
    known
}

/// The values of a figure in kroner, the largest loan of a scheme; nothing else has an amount.
fn amounts(entry: &toml::Value) -> Vec<String> {
    let loan = entry.get("largest_loan").map(|loan| loan.to_string());
    let unit = entry.get("unit").and_then(toml::Value::as_str).unwrap_or_default();
    let values = entry.get("values").and_then(toml::Value::as_array).filter(|_| unit.starts_with("DKK"));
    let values = values.into_iter().flatten().filter_map(|value| value.get("value")?.as_str());
    values.map(|value| value.trim_end_matches(".00").to_owned()).chain(loan).collect()
}

fn file(name: &str) -> toml::Table {
    table(&format!("{RULEBOOK}/{name}"))
}

fn table(path: &str) -> toml::Table {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.parse().unwrap_or_else(|error| panic!("{path}: {error}"))
}
