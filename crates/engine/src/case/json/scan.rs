//! Where the values of a JSON text begin and end (RFC 8259).
//!
//! Of our own, because the page opens case files too: a library that makes values of every type would weigh more there
//! than all the rest of reading a case.

use std::borrow::Cow;
use std::fmt;

/// A text is not JSON from here on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::case) struct NotJson {
    /// How many bytes of it are.
    at: usize,
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not JSON after {} bytes", self.at)
    }
}

/// Goes through a text that nests no deeper than the stack can bear.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

/// What is done where an item or a member begins: it is gone through.
type EachValue<'e, 'a> = &'e mut dyn FnMut(&mut Scanner<'a>) -> Result<(), NotJson>;

impl<'a> Scanner<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Scanner { text, at: 0 }
    }

    /// The one value of a whole document, with space around it or none.
    pub(super) fn document(mut self) -> Result<&'a str, NotJson> {
        self.skip_space();
        let value = self.value()?;
        self.skip_space();
        if self.peek().is_none() { Ok(value) } else { Err(self.wrong()) }
    }

    /// Each item of a list.
    pub(super) fn items(&mut self, each: EachValue<'_, 'a>) -> Result<(), NotJson> {
        self.between(b'[', b']', each)
    }

    /// Each member of an object, from its key on.
    pub(super) fn members(&mut self, each: EachValue<'_, 'a>) -> Result<(), NotJson> {
        self.between(b'{', b'}', each)
    }

    /// A key and its value, as they are written.
    pub(super) fn member(&mut self) -> Result<(&'a str, &'a str), NotJson> {
        let start = self.at;
        self.string()?;
        let key = self.since(start)?;
        self.skip_space();
        self.take(b':')?;
        self.skip_space();
        Ok((key, self.value()?))
    }

    /// The text of the value that begins here.
    pub(super) fn value(&mut self) -> Result<&'a str, NotJson> {
        let start = self.at;
        match self.peek() {
            Some(b'{') => self.members(&mut |inside| inside.member().map(drop))?,
            Some(b'[') => self.items(&mut |inside| inside.value().map(drop))?,
            Some(b'"') => self.string()?,
            Some(b't') => self.word("true")?,
            Some(b'f') => self.word("false")?,
            Some(b'n') => self.word("null")?,
            _ => self.number()?,
        }
        self.since(start)
    }

    fn between(&mut self, opens: u8, closes: u8, each: EachValue<'_, 'a>) -> Result<(), NotJson> {
        self.take(opens)?;
        self.skip_space();
        if self.takes(closes) {
            return Ok(());
        }
        loop {
            self.skip_space();
            each(self)?;
            self.skip_space();
            if self.takes(closes) {
                return Ok(());
            }
            self.take(b',')?;
        }
    }

    fn string(&mut self) -> Result<(), NotJson> {
        self.take(b'"')?;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.at += 1;
                    self.escape()?;
                }
                Some(0..b' ') | None => return Err(self.wrong()),
                Some(_) => self.at += 1,
            }
        }
    }

    /// What stands behind a backslash.
    fn escape(&mut self) -> Result<(), NotJson> {
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
            Some(b'u') => {
                self.at += 1;
                for _ in 0..4 {
                    if !self.peek().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                        return Err(self.wrong());
                    }
                    self.at += 1;
                }
            }
            _ => return Err(self.wrong()),
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), NotJson> {
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            if !self.takes(b'+') {
                self.takes(b'-');
            }
            self.digits()?;
        }
        Ok(())
    }

    /// At least one digit.
    fn digits(&mut self) -> Result<(), NotJson> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(self.wrong()) }
    }

    fn word(&mut self, word: &str) -> Result<(), NotJson> {
        word.bytes().try_for_each(|byte| self.take(byte))
    }

    fn take(&mut self, byte: u8) -> Result<(), NotJson> {
        if self.takes(byte) { Ok(()) } else { Err(self.wrong()) }
    }

    /// Goes past this byte, if it is the next one.
    fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What was gone through since then.
    fn since(&self, start: usize) -> Result<&'a str, NotJson> {
        self.text.get(start..self.at).ok_or(self.wrong())
    }

    const fn wrong(&self) -> NotJson {
        NotJson { at: self.at }
    }
}

/// What a string says that is written so, quotes and all; borrowed where nothing is escaped. Half of a surrogate pair says nothing.
pub(super) fn string(written: &str) -> Result<Cow<'_, str>, NotJson> {
    let inside = written.get(1..written.len().saturating_sub(1)).ok_or(NotJson { at: 0 })?;
    if !inside.contains('\\') {
        return Ok(Cow::Borrowed(inside));
    }
    let mut said = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        said.push_str(plain);
        let wrong = NotJson { at: inside.len() - escaped.len() };
        let (letter, after) = unescaped(escaped).ok_or(wrong)?;
        said.push(letter);
        rest = after;
    }
    said.push_str(rest);
    Ok(Cow::Owned(said))
}

/// The character that is written behind a backslash, and what stands after it.
fn unescaped(text: &str) -> Option<(char, &str)> {
    let mut letters = text.chars();
    let letter = match letters.next()? {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return unit_pair(letters.as_str()),
        itself => itself,
    };
    Some((letter, letters.as_str()))
}

/// One unit of UTF-16, or the two of a pair.
fn unit_pair(text: &str) -> Option<(char, &str)> {
    let (first, after) = unit(text)?;
    if let Some(letter) = char::from_u32(first) {
        return Some((letter, after));
    }
    let (second, after) = unit(after.strip_prefix("\\u")?)?;
    let is_pair = (0xD800..0xDC00).contains(&first) && (0xDC00..0xE000).contains(&second);
    let letter = is_pair.then(|| char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)))??;
    Some((letter, after))
}

fn unit(text: &str) -> Option<(u32, &str)> {
    let (digits, after) = text.split_at_checked(4)?;
    Some((u32::from_str_radix(digits, 16).ok()?, after))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Scanner, string};

    /// The same by a library, which reads every string in it.
    fn is_json(text: &str) -> bool {
        serde_json::from_str::<&serde_json::value::RawValue>(text).is_ok()
    }

    proptest! {
        #[test]
        fn what_is_json_is_told_as_a_library_tells_it(text in r#"[\[\]{}:, "\\a0-2eEu.+\-tfn\n]{0,12}"#) {
            prop_assert_eq!(Scanner::of(&text).document().is_ok(), is_json(&text), "{:?}", text);
        }

        #[test]
        fn what_was_written_by_a_library_is_read(said in ".{0,20}") {
            let written = serde_json::to_string(&said).expect("a string");
            prop_assert_eq!(Scanner::of(&written).document(), Ok(written.as_str()));
            prop_assert_eq!(string(&written).expect("a string"), said);
        }

        #[test]
        fn a_string_says_what_it_says_to_a_library(inside in r#"(\\u[dD][89abcdefCDEF][0-9a]{2}|\\u00e6|\\["\\/bfnrt]|[æx ]){0,6}"#) {
            let written = format!("\"{inside}\"");
            let by_library = serde_json::from_str::<String>(&written).ok();
            prop_assert_eq!(string(&written).ok().map(|said| said.into_owned()), by_library, "{}", written);
        }
    }

    #[test]
    fn words_and_numbers_are_whole() {
        for text in ["true", " null ", "-0", "0.5e-10", "1E+2", "[true,false , null]", "{\"a\" : [ ] }"] {
            assert!(Scanner::of(text).document().is_ok() && is_json(text), "{text}");
        }
        for text in [
            "tru",
            "truex",
            "-",
            "01",
            "1.",
            ".5",
            "1e",
            "1e+",
            "+1",
            "[1,]",
            "{,}",
            "{\"a\"}",
            "{a:1}",
            "\"\\x\"",
            "\"\\u12\"",
        ] {
            assert!(Scanner::of(text).document().is_err() && !is_json(text), "{text}");
        }
    }
}
