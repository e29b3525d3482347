//! `contact.toml` as constants: what the municipality has given of its contact, and every address a page leads to.

use std::fmt::Write as _;

/// What the municipality can give, in the order of the page.
const GIVEN: [&str; 5] = ["office", "address", "telephone", "email", "hours"];

/// The pages for the municipality's own people.
const PAGES: [&str; 2] = ["caseworker", "evaluation"];

/// A constant for each link, and `CONTACT`, in which what was not given is `None`.
pub fn constants(file: &toml::Table, errors: &mut Vec<String>) -> String {
    let part = |name: &str| file.get(name).and_then(toml::Value::as_table).cloned().unwrap_or_default();
    let (contact, links) = (part("contact"), part("link"));
    let pages = part("pages");
    let unknown = file.keys().filter(|name| !["contact", "link", "pages"].contains(&name.as_str()));
    let unknown = unknown.chain(contact.keys().filter(|name| !GIVEN.contains(&name.as_str())));
    let unknown = unknown.chain(pages.keys().filter(|name| !PAGES.contains(&name.as_str())));
    errors.extend(unknown.map(|name| format!("contact.toml: {name}: nobody knows what that is")));
    let mut out = String::from("/// What the municipality has given.\npub const CONTACT: Contact = Contact {\n");
    for name in GIVEN {
        let given = contact.get(name).map(|text| text.as_str().unwrap_or_default());
        if given.is_some_and(|text| text.trim().is_empty()) {
            errors.push(format!("contact.toml: {name}: an empty text; leave it out instead"));
        }
        let _ = writeln!(out, "    {name}: {given:?},");
    }
    out.push_str("};\n");
    for name in PAGES {
        let is_there = pages.get(name).and_then(toml::Value::as_bool).unwrap_or_else(|| {
            errors.push(format!("contact.toml: pages.{name}: true or false"));
            false
        });
        let _ = writeln!(
            out,
            "/// Is there such a page (`pages.{name}` in `contact.toml`)?\npub const PAGE_{}: bool = {is_there};",
            name.to_uppercase()
        );
    }
    for (name, address) in &links {
        let address = address.as_str().unwrap_or_default();
        if !address.starts_with("https://") {
            errors.push(format!("contact.toml: {name}: an address begins with https://"));
        }
        let _ =
            writeln!(out, "/// `{name}` in `contact.toml`.\npub const {}: &str = {address:?};", name.to_uppercase());
    }
    out
}
