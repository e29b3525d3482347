//! The language that is spoken: its texts by their numbers, how it counts, and how its numbers are written.
//!
//! Danish is compiled in; another language is a file of the same shape, fetched by whoever runs the app and given to
//! [`choose`] before anything is drawn. Functions of [`texts`](super::texts) ask here, so nothing else needs to know
//! which language it is.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use mikrolaan_engine::rulebook::take_looked_up;

use super::argument::Argument;
use super::texts::{COUNT, FINGERPRINT};

/// The compiled Danish texts. A page brings those along that most people read; the rest comes with the file of a language.
#[cfg(target_arch = "wasm32")]
const DANISH: &str = include_str!(concat!(env!("OUT_DIR"), "/da.txt"));
#[cfg(not(target_arch = "wasm32"))]
const DANISH: &str = include_str!(concat!(env!("OUT_DIR"), "/da-whole.txt"));

/// The character that stands for the first argument of a text; the next ones follow.
const FIRST_ARGUMENT: u8 = 1;
/// Between the texts and what the rulebook says.
const PART: char = '\u{c}';
/// Between the forms of a text that counts.
const FORM: char = '\u{b}';

/// A language.
struct Language {
    texts: Vec<&'static str>,
    /// For the numbers below two hundred which form goes with them; what is larger counts as its last two digits.
    plural: &'static [u8],
}

thread_local! {
    /// The page has one thread. Tests run on many, and each speaks its own language.
    static SPOKEN: Cell<Option<&'static Language>> = const { Cell::new(None) };
}

impl Language {
    fn read(file: &'static str) -> Option<Language> {
        let mut lines = file.split('\n');
        let is_ours = lines.next() == Some(FINGERPRINT);
        let plural = lines.next()?.as_bytes();
        let texts: Vec<&str> = lines.collect();
        (is_ours && plural.len() == 200 && texts.len() == COUNT).then_some(Language { texts, plural })
    }

    fn spoken() -> &'static Language {
        static IN_DANISH: OnceLock<Language> = OnceLock::new();
        let danish = || Language::read(DANISH).unwrap_or(Language { texts: Vec::new(), plural: &[] });
        SPOKEN.get().unwrap_or_else(|| IN_DANISH.get_or_init(danish))
    }

    /// The form that goes with a number.
    fn form(&self, number: i64, forms: &'static str) -> &'static str {
        let number = number.unsigned_abs();
        let place = if number < 200 { number } else { 100 + number % 100 };
        let digit = usize::try_from(place).ok().and_then(|place| self.plural.get(place));
        let at = digit.map_or(0, |digit| usize::from(digit.wrapping_sub(b'0')));
        forms.split(FORM).nth(at).unwrap_or_default()
    }
}

/// Is every text here, also of the pages that are opened to look something up?
#[must_use]
pub fn is_whole() -> bool {
    SPOKEN.get().is_some() || cfg!(not(target_arch = "wasm32"))
}

/// Speaks this language from now on, and knows what the rulebook says in the second part of the file. It stays in memory as
/// long as the page does.
///
/// # Errors
/// The file is not one of these texts: it is of another version, or cut short. Then nothing changes.
pub fn choose(file: String) -> Result<(), NotALanguage> {
    let file: &'static str = file.leak();
    let (texts, looked_up) = file.split_once(PART).unwrap_or((file, ""));
    let language = Language::read(texts).ok_or(NotALanguage)?;
    take_looked_up(looked_up);
    SPOKEN.set(Some(Box::leak(Box::new(language))));
    Ok(())
}

/// Speaks a language whose every text is followed by its number, so that two texts with the same words differ.
#[cfg(test)]
pub(crate) fn speak_numbered() {
    let numbered = |(at, line): (usize, &str)| if at < 2 { line.to_owned() } else { format!("{line} #{at}") };
    let file = DANISH.split('\n').enumerate().map(numbered).collect::<Vec<_>>().join("\n");
    assert_eq!(choose(file), Ok(()));
}

/// A file that is not a language of these texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALanguage;

/// A text of the language that is spoken. It is an address and not an address with a length, because the pages hand on a
/// thousand of them.
#[derive(Clone, Copy)]
pub struct Text(&'static &'static str);

/// The text with this number.
#[inline(never)]
pub fn text(number: usize) -> Text {
    Text(Language::spoken().texts.get(number).unwrap_or(&""))
}

impl Text {
    /// No text.
    pub const NONE: Text = Text(&"");

    /// A text of no language, such as a test puts in the place of one.
    pub const fn of(words: &'static &'static str) -> Text {
        Text(words)
    }

    /// Its words.
    pub const fn words(self) -> &'static str {
        self.0
    }

    /// Its words, to be put together with others.
    #[inline(never)]
    pub fn to_owned(self) -> String {
        self.0.to_string()
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0, f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Default for Text {
    fn default() -> Self {
        Text::NONE
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Text {}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        *self.0 == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.0 == other
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.to_owned()
    }
}

impl From<Text> for Cow<'static, str> {
    fn from(text: Text) -> Self {
        Cow::Borrowed(text.words())
    }
}

/// The text with this number, filled in.
#[inline(never)]
pub fn filled(number: usize, arguments: &[Argument<'_>]) -> String {
    fill(text(number).words(), arguments)
}

/// The form of the text with this number that goes with `count`, filled in.
#[inline(never)]
pub fn counted(number: usize, count: i64, arguments: &[Argument<'_>]) -> String {
    fill(Language::spoken().form(count, text(number).words()), arguments)
}

/// Puts the arguments where they belong. "2.211 kr." at the end of a sentence keeps one full stop, not two.
fn fill(template: &str, arguments: &[Argument<'_>]) -> String {
    let mut out = String::new();
    let mut rest = template;
    let is_argument = |c: char| u32::from(c).wrapping_sub(FIRST_ARGUMENT.into()) < arguments.len() as u32;
    loop {
        let (plain, after) = rest.split_once(is_argument).unwrap_or((rest, ""));
        let doubled = out.ends_with('.') && plain.starts_with('.') && !plain.starts_with("..");
        out.push_str(if doubled { &plain[1..] } else { plain });
        let Some(place) = rest.as_bytes().get(plain.len()) else { return out };
        if let Some(argument) = arguments.get(usize::from(place.wrapping_sub(FIRST_ARGUMENT))) {
            argument.write(&mut out);
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::{Argument, DANISH, Language, NotALanguage, choose, fill, speak_numbered};
    use crate::locale::argument::Count;
    use crate::locale::texts as t;

    #[test]
    fn an_amount_at_the_end_keeps_one_full_stop() {
        assert_eq!(fill("Du mangler \u{1}.", &[Argument::Words("2.211 kr.")]), "Du mangler 2.211 kr.");
        assert_eq!(fill("Vent \u{1}", &[Argument::Words("...")]), "Vent ...");
    }

    #[test]
    fn arguments_stand_where_the_language_puts_them() {
        let arguments = [Argument::Words("a"), Argument::Words("b")];
        assert_eq!(fill("\u{2} før \u{1}", &arguments), "b før a");
        assert_eq!(fill("", &arguments), "");
        assert_eq!(fill("uden", &[]), "uden");
    }

    #[test]
    fn danish_is_compiled_in_whole() {
        let danish = Language::read(DANISH).expect("Danish");
        assert!(danish.texts.len() > 1_000 && danish.texts.iter().all(|text| !text.contains('{')));
    }

    #[test]
    fn each_number_has_its_form() {
        assert_eq!(
            [0, 1, 2, 101].map(|n| t::unit::month_count(Count(n))),
            ["0 måneder", "1 måned", "2 måneder", "101 måneder"]
        );
        let table: String = (0..200).map(|n| if n % 10 == 1 && n % 100 != 11 { '0' } else { '1' }).collect();
        let language = Language { texts: Vec::new(), plural: Box::leak(table.into_boxed_str()).as_bytes() };
        let forms = [1, 11, 21, 111, 121, 1_021, 1_011].map(|n| language.form(n, "en\u{b}flere"));
        assert_eq!(forms, ["en", "flere", "en", "flere", "en", "en", "flere"]);
    }

    #[test]
    fn another_language_speaks_once_it_is_chosen_and_never_a_broken_one() {
        assert_eq!(choose(String::new()), Err(NotALanguage));
        let half = (DANISH.len() / 2..).find(|&at| DANISH.is_char_boundary(at)).expect("the end at least");
        assert_eq!(choose(DANISH[..half].to_owned()), Err(NotALanguage));
        assert_eq!(choose(DANISH.replacen('\n', "0\n", 1)), Err(NotALanguage));
        assert_eq!(t::common::next(), "Næste");
        speak_numbered();
        assert!(t::common::next().starts_with("Næste #"));
    }
}
