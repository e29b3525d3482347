//! The texts as Rust: every key becomes a function, so that a missing text, a missing argument and two arguments that
//! have changed places do not compile.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::catalogue::{Catalogue, CatalogueText, WORDS};
use super::compile::fingerprint;

/// The module tree, as Rust source.
pub fn functions(catalogue: &Catalogue) -> String {
    let mut out = String::new();
    let numbers: BTreeMap<&str, usize> =
        catalogue.texts.keys().enumerate().map(|(at, key)| (key.as_str(), at)).collect();
    let _ = writeln!(out, "/// How many texts there are.\npub const COUNT: usize = {};", numbers.len());
    let _ = writeln!(out, "/// What a file of these texts begins with.");
    let _ = writeln!(out, "pub const FINGERPRINT: &str = \"{:016x}\";", fingerprint(catalogue));
    out.push_str(&named_arguments(catalogue));
    let mut open: Vec<&str> = Vec::new();
    for (key, text) in in_tree_order(&catalogue.texts) {
        let mut path: Vec<&str> = key.split('.').collect();
        let name = path.pop().expect("a key has a last part");
        let common = open.iter().zip(&path).take_while(|(a, b)| a == b).count();
        out.push_str(&"}\n".repeat(open.len() - common));
        for module in &path[common..] {
            let _ = writeln!(out, "/// `[{module}]`\npub mod {module} {{");
        }
        open = path;
        out.push_str(&function(name, numbers[key], text));
    }
    out.push_str(&"}\n".repeat(open.len()));
    out
}

/// Texts of a module before its inner modules, so that each module is opened once.
fn in_tree_order(texts: &BTreeMap<String, CatalogueText>) -> Vec<(&str, &CatalogueText)> {
    let mut pairs: Vec<(&str, &CatalogueText)> = texts.iter().map(|(k, v)| (k.as_str(), v)).collect();
    pairs.sort_by_key(|(key, _)| {
        let parts: Vec<&str> = key.split('.').collect();
        let last = parts.len() - 1;
        parts.into_iter().enumerate().map(|(i, part)| (i != last, part)).collect::<Vec<_>>()
    });
    pairs
}

/// Arguments of which two are of one kind are told apart by their names.
fn are_named(arguments: &BTreeMap<&str, &'static str>) -> bool {
    arguments.values().collect::<BTreeSet<_>>().len() < arguments.len()
}

/// The name of the structure for arguments of these names: `first` and `last` are `FirstLast`.
fn structure(arguments: &BTreeMap<&str, &'static str>) -> String {
    let capital =
        |name: &&str| -> String { name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect() };
    arguments.keys().map(capital).collect()
}

fn named_arguments(catalogue: &Catalogue) -> String {
    let mut made = BTreeMap::new();
    for text in catalogue.texts.values() {
        let arguments = text.arguments().expect("the text was checked");
        if are_named(&arguments) {
            made.entry(structure(&arguments))
                .or_insert_with(|| arguments.keys().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        }
    }
    let mut out = String::from("/// Arguments by name, for texts of which two are of one kind.\npub mod named {\n");
    for (structure, names) in made {
        let kinds: Vec<String> = (0..names.len()).map(|at| format!("T{at}")).collect();
        let _ = writeln!(out, "/// {}.\n#[derive(Clone, Copy, Debug)]", names.join(", "));
        let _ = writeln!(out, "pub struct {structure}<{}> {{", kinds.join(", "));
        for (name, kind) in names.iter().zip(&kinds) {
            let _ = writeln!(out, "/// {{{name}}}\npub {name}: {kind},");
        }
        out.push_str("}\n");
    }
    out.push_str("}\n");
    out
}

fn function(name: &str, number: usize, text: &CatalogueText) -> String {
    let arguments = text.arguments().expect("the text was checked");
    let shown = text.forms.values().map(String::as_str).collect::<Vec<_>>().join(" / ");
    if arguments.is_empty() {
        return format!(
            "/// {shown}\npub fn {name}() -> crate::locale::language::Text {{ crate::locale::language::text({number}) }}\n"
        );
    }
    let kind = |kind: &str| match kind {
        WORDS => "&str".to_owned(),
        kind => format!("crate::locale::argument::{kind}"),
    };
    let (parameters, access) = if are_named(&arguments) {
        let kinds: Vec<String> = arguments.values().map(|k| kind(k)).collect();
        (format!("of: crate::locale::texts::named::{}<{}>", structure(&arguments), kinds.join(", ")), "of.")
    } else {
        (arguments.iter().map(|(name, k)| format!("{name}: {}", kind(k))).collect::<Vec<_>>().join(", "), "")
    };
    let list: Vec<String> = arguments.keys().map(|name| format!("{access}{name}.into()")).collect();
    let made = if text.counts() {
        let counted = if arguments.contains_key("count") { "count" } else { "hours" };
        format!("counted({number}, {access}{counted}.number(), &[{}])", list.join(", "))
    } else {
        format!("filled({number}, &[{}])", list.join(", "))
    };
    format!("/// {shown}\npub fn {name}({parameters}) -> String {{ crate::locale::language::{made} }}\n")
}

/// The flat list `&[(key, text)]`, for the tests: a form of a text that counts has the category behind its key.
pub fn list(catalogue: &Catalogue) -> String {
    let mut out = String::from("&[\n");
    for (key, text) in &catalogue.texts {
        for (category, form) in &text.forms {
            let key = category.map_or_else(|| key.clone(), |c| format!("{key}.{}", format!("{c:?}").to_lowercase()));
            let _ = writeln!(out, "    ({key:?}, {form:?}),");
        }
    }
    out.push(']');
    out
}
