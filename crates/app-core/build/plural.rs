//! How a language counts: which form of a text goes with a number.
//!
//! The categories and rules are Unicode's (CLDR, language plural rules for cardinal numbers). A language carries its
//! rule along as a table of its first [`TABLE`] numbers; what is larger counts as its last two digits do.

use std::collections::BTreeSet;

/// How many numbers the table has: those below a hundred by themselves, then a hundred more by their last two digits.
pub const TABLE: usize = 200;

/// A way to count, in CLDR's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// Nothing at all.
    Zero,
    /// One.
    One,
    /// Two.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// All others.
    Other,
}

impl Category {
    /// The category of this name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "zero" => Category::Zero,
            "one" => Category::One,
            "two" => Category::Two,
            "few" => Category::Few,
            "many" => Category::Many,
            "other" => Category::Other,
            _ => return None,
        })
    }
}

/// The category of a number in a language; `None` for a language whose rule is not written down here.
pub fn category(language: &str, number: usize) -> Option<Category> {
    use Category::{Few, Many, One, Other, Two, Zero};
    let (last, last_two) = (number % 10, number % 100);
    Some(match language {
        // `qps` is the language that proves that every word comes from here.
        "da" | "de" | "en" | "so" | "ti" | "tr" | "qps" => {
            if number == 1 {
                One
            } else {
                Other
            }
        }
        "pl" => match (number, last, last_two) {
            (1, ..) => One,
            (_, 2..=4, _) if !(12..=14).contains(&last_two) => Few,
            _ => Many,
        },
        "uk" => match (last, last_two) {
            (1, _) if last_two != 11 => One,
            (2..=4, _) if !(12..=14).contains(&last_two) => Few,
            _ => Many,
        },
        "ar" => match (number, last_two) {
            (0, _) => Zero,
            (1, _) => One,
            (2, _) => Two,
            (_, 3..=10) => Few,
            (_, 11..) => Many,
            _ => Other,
        },
        _ => return None,
    })
}

/// The categories a language counts by: those of its numbers, and *other*, which every language has.
pub fn categories(language: &str) -> Result<BTreeSet<Category>, String> {
    let wrong = || format!("how »{language}« counts is not written down in build/plural.rs");
    let found: Option<BTreeSet<Category>> = (0..TABLE).map(|number| category(language, number)).collect();
    let mut found = found.ok_or_else(wrong)?;
    found.insert(Category::Other);
    Ok(found)
}

/// The table of a language: for each number which of its categories, in order, counted from nothing.
pub fn table(language: &str) -> Result<String, String> {
    let categories = categories(language)?;
    let place = |number| {
        let category = category(language, number)?;
        let at = categories.iter().position(|other| *other == category)?;
        char::from_digit(u32::try_from(at).ok()?, 10)
    };
    (0..TABLE).map(place).collect::<Option<String>>().ok_or_else(|| format!("»{language}« cannot be counted"))
}
