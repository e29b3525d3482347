//! The engine's ids in words. Every match is exhaustive: a new reason without words does not compile.

pub mod answer;
pub mod basis;
pub mod condition;
pub mod example;
pub mod figures;
pub mod flag;
pub mod options;
pub mod origin;
pub mod question;
pub mod rule;
pub mod trace;
pub mod undo;
pub mod variant;
pub mod verdict;
pub mod ways;

use crate::locale::texts as t;
use crate::locale::texts::named::{FirstLast, FirstRest};

/// "a, b og c", with small first letters: a list inside a sentence.
pub fn list(words: &[&str]) -> String {
    let small: Vec<String> = words.iter().map(|word| lower_first(word)).collect();
    match small.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => t::common::list_and(FirstLast { first: &listed(rest), last }),
    }
}

/// "a, b, c", as the language lists.
pub fn listed(words: &[String]) -> String {
    let more = |first: String, rest: &String| t::common::list_more(FirstRest { first: &first, rest });
    words.iter().skip(1).fold(words.first().cloned().unwrap_or_default(), more)
}

/// Of the letters Danish begins a word with. Not `to_lowercase`: that brings every alphabet's table along,
/// 5 kB of the page.
fn lower_first(word: &str) -> String {
    let mut letters = word.chars();
    let small = letters.next().map(|first| match first {
        'Æ' => 'æ',
        'Ø' => 'ø',
        'Å' => 'å',
        other => other.to_ascii_lowercase(),
    });
    small.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn lists_read_as_people_write_them() {
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["Varer"]), "varer");
        assert_eq!(list(&["Varer", "Lokale"]), "varer og lokale");
        assert_eq!(list(&["Varer", "Lokale", "Øre"]), "varer, lokale og øre");
        assert_eq!(list(&["Ænder", "Årsag", "Élan"]), "ænder, årsag og Élan");
    }
}
