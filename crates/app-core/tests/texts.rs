//! The words: what stands in `texts/da.toml` stands on the start page, and both are easy to read.
//!
//! `build.rs` already refuses texts that are empty, unreadable or sound like a decision. Here is what
//! needs the texts as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Every text by its key, as the build made it.
const TEXTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/texts_list.rs"));

/// The readability index LIX that no part of the texts may exceed: plain Danish.
const HIGHEST_LIX: f64 = 34.0;

/// Twenty words and more are read as a block, and no block may exceed [`HIGHEST_LIX`] by itself.
const BLOCK: usize = 20;

/// The LIX that no text of [`SHORT`] words or more may exceed. In a single line one long word weighs more than in a page.
const HIGHEST_OF_SHORT: f64 = 45.0;
const SHORT: usize = 7;

/// The longest average sentence of a part, in words.
const LONGEST_AVERAGE: f64 = 15.0;

/// The longest single sentence, in words.
const LONGEST_SENTENCE: usize = 20;

/// Parts with less running text than this say nothing about how they read.
const ENOUGH_WORDS: usize = 40;

#[test]
fn the_start_page_says_what_the_texts_say() {
    let texts: BTreeMap<&str, &str> = TEXTS.iter().copied().collect();
    let page = page_body();
    let words = tagged_words(&page);
    assert!(words.len() > 50, "only {} marked texts on the start page", words.len());
    for (key, found) in words {
        let expected = texts.get(key.as_str()).unwrap_or_else(|| panic!("index.html: no text {key}"));
        assert_eq!(&found, expected, "index.html: {key}");
    }
}

#[test]
fn every_word_of_the_start_page_comes_from_the_texts() {
    let mut page = page_body();
    for (key, _) in tagged_words(&page) {
        let at = page.find(&format!("data-t=\"{key}\"")).expect("the key was found there");
        let open = at + page[at..].find('>').expect("a tag ends") + 1;
        let end = open + page[open..].find('<').expect("an element ends");
        page.replace_range(at..end, ">");
    }
    let left: Vec<String> = text_between_tags(&page).into_iter().filter(|t| !t.trim().is_empty()).collect();
    assert!(left.is_empty(), "index.html: words without data-t: {left:?}");
}

#[test]
fn the_texts_are_easy_to_read() {
    let mut parts: BTreeMap<&str, Reading> = BTreeMap::new();
    for (key, text) in running_texts() {
        let part = key.split('.').next().unwrap_or(key);
        parts.entry(part).or_default().add(text);
        parts.entry("all").or_default().add(text);
    }
    for (part, reading) in parts.iter().filter(|(_, r)| r.words >= ENOUGH_WORDS) {
        println!("{part}: LIX {:.1}, {:.1} words a sentence", reading.lix(), reading.average());
        assert!(reading.lix() <= HIGHEST_LIX, "{part}: LIX {:.1}", reading.lix());
        assert!(reading.average() <= LONGEST_AVERAGE, "{part}: {:.1} words a sentence", reading.average());
    }
}

/// The average of a page hides the one text somebody stops at.
#[test]
fn every_text_is_easy_to_read_by_itself() {
    let mut read: Vec<(f64, &str, &str)> = TEXTS
        .iter()
        .filter(|(key, text)| words(text).len() >= SHORT && !names_a_source(key))
        .map(|(key, text)| (Reading::of(text).lix(), *key, *text))
        .collect();
    read.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (lix, key, text) in read.iter().take(5) {
        println!("LIX {lix:.0}, {key}: {text}");
    }
    let is_hard = |lix: f64, text: &str| lix > if words(text).len() >= BLOCK { HIGHEST_LIX } else { HIGHEST_OF_SHORT };
    let hard: Vec<&(f64, &str, &str)> = read.iter().filter(|(lix, _, text)| is_hard(*lix, text)).collect();
    assert!(hard.is_empty(), "hard to read: {hard:#?}");
    assert!(is_hard(45.1, "en to tre fire fem seks syv") && !is_hard(45.0, "en to tre fire fem seks syv"));
}

/// Names of laws and of sources, and what they say, are theirs.
fn names_a_source(key: &str) -> bool {
    key.ends_with(".source") || is_quoted(key)
}

fn is_quoted(key: &str) -> bool {
    key.ends_with(".quote") || key.ends_with(".quote_experience")
}

/// Words people stopped at when the pages were walked with them: turns of phrase and words of business.
#[test]
fn no_turn_of_phrase_is_used_that_people_stopped_at() {
    let stopped_at = [
        "kan du faget",
        "fuld fart",
        "æde",
        "tæt på",
        "af omsætningen",
        "skal blive i virksomheden",
        "når der er mindst",
        "leveomkostning",
        "under 30 – uddannelsesparat",
        "fordi du er ikke",
    ];
    let page = page_body();
    let all: Vec<(&str, &str)> = TEXTS.iter().copied().chain([("index.html", page.as_str())]).collect();
    let found: Vec<(&str, &str)> = stopped_at
        .iter()
        .flat_map(|phrase| all.iter().filter(|(_, text)| says(text, phrase)).map(|(key, _)| (*key, *phrase)))
        .collect();
    assert!(found.is_empty(), "{found:?}");
    assert!(says("Et lån kan æde det.", "æde") && !says("Løn til gæsterne", "æde") && !says("Vi glæder os", "æde"));
}

/// Does a phrase stand in a text, from the beginning of a word on? Short ones as a whole word.
fn says(text: &str, phrase: &str) -> bool {
    let text = text.to_lowercase();
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(phrase).any(|(at, found)| {
        let after = text[at + found.len()..].chars().next();
        !is_letter(text[..at].chars().next_back()) && (phrase.len() > 5 || !is_letter(after))
    })
}

#[test]
fn no_sentence_is_long() {
    let long: Vec<(&str, usize)> = running_texts()
        .flat_map(|(key, text)| sentences(text).into_iter().map(move |s| (key, words(&s).len())))
        .filter(|(_, count)| *count > LONGEST_SENTENCE)
        .collect();
    assert!(long.is_empty(), "sentences of more than {LONGEST_SENTENCE} words: {long:?}");
}

/// A text is found by its name and the name of its table in one file of the program, or in a page. Not by the compiler:
/// whoever uses the texts is another crate.
#[test]
fn every_text_is_used() {
    let mut files: Vec<String> =
        ["src", "../../src", "../../office/src"].iter().flat_map(|folder| rust(Path::new(folder))).collect();
    for page in ["../../index.html", "../../office/page.html", "../../embed/frame/parts.html"] {
        files.push(fs::read_to_string(page).expect("the page can be read").replace('.', " :: "));
    }
    let words: Vec<BTreeSet<&str>> = files.iter().map(|file| identifiers(file)).collect();
    let forms = ["zero", "one", "two", "few", "many", "other"];
    let unused: Vec<&str> = TEXTS
        .iter()
        .map(|(key, _)| key.rsplit_once('.').filter(|(_, last)| forms.contains(last)).map_or(*key, |(text, _)| text))
        .filter(|key| {
            let mut parts = key.rsplit('.').take(2);
            let (name, table) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            !words.iter().any(|words| words.contains(name) && words.contains(table))
        })
        .collect();
    assert!(unused.is_empty(), "texts nobody uses: {unused:?}");
}

/// The Rust files below a folder.
fn rust(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let files = entries.map(|entry| entry.expect("an entry").path()).flat_map(|path| match path.is_dir() {
        true => rust(&path),
        false => vec![fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))],
    });
    files.collect()
}

fn identifiers(file: &str) -> BTreeSet<&str> {
    file.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect()
}

/// After *fordi* comes a clause, and there *ikke* stands before the verb: "fordi du ikke er", never "fordi du er ikke".
#[test]
fn after_fordi_comes_the_word_order_of_a_clause() {
    let marked = TEXTS.iter().filter(|(key, _)| key.ends_with(".because")).map(|(key, text)| (*key, *text));
    let inside = TEXTS.iter().flat_map(|(key, text)| text.split("fordi ").skip(1).map(move |clause| (*key, clause)));
    let clauses: Vec<(&str, &str)> = marked.chain(inside).collect();
    assert!(clauses.len() >= 8, "{clauses:?}");
    let wrong: Vec<&(&str, &str)> = clauses.iter().filter(|(_, clause)| !is_clause(clause)).collect();
    assert!(wrong.is_empty(), "the word order of a sentence after fordi: {wrong:?}");
    assert!(is_clause("du ikke er i målgruppen") && is_clause("afdraget er mindre end renten"));
    assert!(!is_clause("du er ikke i målgruppen") && !is_clause("er du ung"));
}

/// Does it begin with who it is about, and is *ikke*, if any, the very next word?
fn is_clause(text: &str) -> bool {
    let own = text.split(['.', ',']).next().unwrap_or_default();
    let words = words(own);
    let verbs = ["er", "har", "kan", "skal", "vil", "må", "får", "ved", "bor", "bruger"];
    let subject_first = words.first().is_some_and(|first| !verbs.contains(first));
    subject_first && words.iter().position(|word| *word == "ikke").is_none_or(|place| place == 1)
}

/// The scheme ended in 2022, and no act carries it on.
#[test]
fn nothing_sounds_as_if_the_scheme_existed() {
    let page = fs::read_to_string("../../index.html").expect("index.html can be read");
    let alive = ["åben for nye", "lige nu", "endnu ikke åben", "findes igen"];
    let all = TEXTS.iter().copied().chain([("index.html", page.as_str())]);
    let found: Vec<&str> =
        all.filter(|(_, text)| alive.iter().any(|word| text.contains(word))).map(|(key, _)| key).collect();
    assert!(found.is_empty(), "sounds as if the scheme were there: {found:?}");
    let said = ["start.state.title", "state.viderefoert", "footer.closed", "flag.scheme_has_no_known_basis.title"];
    for (key, text) in TEXTS.iter().filter(|(key, _)| said.contains(key)) {
        assert!(text.starts_with("Ordningen findes ikke i dag"), "{key}: {text}");
    }
    let description = page.lines().find(|line| line.contains("name=\"description\"")).expect("a description");
    assert!(description.contains("findes ikke i dag"), "{description}");
}

/// Since 2026 the law says the municipality where it said the jobcentre, and what is repealed is quoted as it read.
#[test]
fn the_law_is_named_as_it_is() {
    let says = |word: &'static str| TEXTS.iter().filter(move |(_, text)| text.to_lowercase().contains(word));
    assert_eq!(says("jobcent").count(), 0, "{:?}", says("jobcent").collect::<Vec<_>>());
    let repealed = ["§\u{a0}147", "§\u{a0}148", "§\u{a0}73 j"];
    let named = TEXTS.iter().filter(|(_, text)| repealed.iter().any(|section| text.contains(section)));
    let named: Vec<&(&str, &str)> = named.collect();
    assert!(named.len() >= 5, "{named:?}");
    for (key, text) in named {
        assert!(text.contains("som den lød til 31.\u{a0}januar 2026"), "{key}: {text}");
    }
}

#[test]
fn the_measure_itself_is_right() {
    let mut reading = Reading::default();
    reading.add("Støtten slutter 31. oktober 2027. Du har 2.211 kr. om måneden, ca. 12 timer.");
    assert_eq!((reading.sentences, reading.words, reading.long), (2, 14, 4));
    assert_eq!(sentences("Ja? Nej! Måske: 8 af 14.").len(), 4);
}

/// Texts that are sentences of our own: not labels, and not the words of a source.
fn running_texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXTS
        .iter()
        .copied()
        .filter(|(key, text)| text.ends_with(['.', '?', '!']) && words(text).len() > 3 && !is_quoted(key))
}

/// What LIX counts.
#[derive(Default)]
struct Reading {
    sentences: usize,
    words: usize,
    long: usize,
}

impl Reading {
    fn of(text: &str) -> Reading {
        let mut reading = Reading::default();
        reading.add(text);
        reading
    }

    fn add(&mut self, text: &str) {
        let words = words(text);
        self.sentences += sentences(text).len();
        self.long += words.iter().filter(|word| word.chars().count() > 6).count();
        self.words += words.len();
    }

    fn average(&self) -> f64 {
        self.words as f64 / self.sentences as f64
    }

    /// Words a sentence, plus the share of words with more than six letters in percent.
    fn lix(&self) -> f64 {
        self.average() + 100.0 * self.long as f64 / self.words as f64
    }
}

/// A gap is a short word: what it holds is a figure, a month or another text.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| c.is_whitespace())
        .map(|word| if word.contains('{') { "#" } else { word })
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '#'))
        .filter(|word| !word.is_empty())
        .collect()
}

/// A sentence ends at `. ? ! :` unless what follows is a small letter ("31. oktober") or it is an abbreviation before a figure.
fn sentences(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut pieces = text.split_whitespace().peekable();
    while let Some(piece) = pieces.next() {
        let current = found.last_mut().expect("there is always one");
        current.push_str(piece);
        current.push(' ');
        let stops = piece.trim_end_matches(['«', ')']).ends_with(['.', '?', '!', ':']);
        let goes_on = pieces.peek().is_some_and(|next| {
            let figure = next.starts_with(|c: char| c.is_ascii_digit() || c == '{');
            next.starts_with(char::is_lowercase) || (figure && matches!(piece, "ca." | "kr."))
        });
        if stops && !goes_on && pieces.peek().is_some() {
            found.push(String::new());
        }
    }
    found
}

fn page_body() -> String {
    let page = fs::read_to_string("../../index.html").expect("index.html can be read");
    let (_, body) = page.split_once("<body>").expect("index.html has a body");
    without_comments(body).replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
}

fn without_comments(html: &str) -> String {
    let mut pieces = html.split("<!--");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    out.extend(pieces.filter_map(|piece| piece.split_once("-->")).map(|(_, rest)| rest));
    out
}

/// Key and words of every element with `data-t`; such an element holds words only.
fn tagged_words(page: &str) -> Vec<(String, String)> {
    page.split("data-t=\"")
        .skip(1)
        .map(|rest| {
            let (key, rest) = rest.split_once('"').expect("an attribute ends");
            let (_, rest) = rest.split_once('>').expect("a tag ends");
            let (words, _) = rest.split_once('<').expect("an element ends");
            (key.to_owned(), words.to_owned())
        })
        .collect()
}

fn text_between_tags(page: &str) -> Vec<String> {
    page.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text).to_owned()).collect()
}
