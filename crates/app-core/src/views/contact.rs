//! Whom a person can turn to, and the addresses pages lead to: constants made of `contact.toml` by the build.

use crate::locale::language::Text;
use crate::locale::texts::contact as words;

/// What the municipality has given of its contact. What it has not given is not made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The office.
    pub office: Option<&'static str>,
    /// Where it is.
    pub address: Option<&'static str>,
    /// Its telephone.
    pub telephone: Option<&'static str>,
    /// Its e-mail.
    pub email: Option<&'static str>,
    /// When it is open.
    pub hours: Option<&'static str>,
}

include!(concat!(env!("OUT_DIR"), "/contact.rs"));

/// The contact as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactView {
    /// What was given, each with what it is.
    pub lines: Vec<(Text, &'static str)>,
    /// Said where nothing was given.
    pub missing: Option<Text>,
    /// The municipality's own site: its name and its address.
    pub site: (Text, &'static str),
}

impl ContactView {
    /// Of what was given.
    pub fn of(contact: Contact) -> Self {
        let Contact { office, address, telephone, email, hours } = contact;
        let lines = [
            (words::office(), office),
            (words::address(), address),
            (words::telephone(), telephone),
            (words::email(), email),
            (words::hours(), hours),
        ];
        let lines: Vec<(Text, &'static str)> =
            lines.into_iter().filter_map(|(name, given)| Some((name, given?))).collect();
        ContactView { missing: lines.is_empty().then(words::missing), lines, site: (words::site(), MUNICIPALITY) }
    }
}

#[cfg(test)]
mod tests {
    use super::{CONTACT, Contact, ContactView};

    const NOBODY: Contact = Contact { office: None, address: None, telephone: None, email: None, hours: None };

    #[test]
    fn what_was_not_given_is_said_and_not_made_up() {
        let view = ContactView::of(NOBODY);
        assert!(view.lines.is_empty() && view.missing.is_some_and(|text| text.contains("kommunen")));
    }

    #[test]
    fn what_was_given_stands_with_what_it_is() {
        let view = ContactView::of(Contact { telephone: Some("00 00 00 00"), hours: Some("8–15"), ..NOBODY });
        let lines: Vec<String> = view.lines.iter().map(|(name, given)| [name.words(), " ", given].concat()).collect();
        assert_eq!(lines, ["Telefon 00 00 00 00", "Åbningstid 8–15"]);
        assert_eq!(view.missing, None);
    }

    #[test]
    fn the_file_gives_all_of_it_or_says_so() {
        let view = ContactView::of(CONTACT);
        assert_eq!(view.lines.is_empty(), view.missing.is_some());
        assert!(view.site.1.starts_with("https://"));
    }
}
