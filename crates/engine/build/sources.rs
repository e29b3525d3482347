//! `sources.toml`: where a figure or a rule comes from.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Built, lines_literal, read_toml};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceEntry {
    title: String,
    url: Option<String>,
    /// Only sentences of the texts name it: checked here, and left out of the program.
    #[serde(default)]
    only_texts: bool,
}

/// The sources of figures, rules and schemes, by key.
pub(super) struct Sources(BTreeMap<String, SourceEntry>);

pub(super) fn read(path: &Path) -> Built<Sources> {
    let mut sources: BTreeMap<String, SourceEntry> = read_toml(path)?;
    for (key, source) in &sources {
        let address_ok = source.url.as_deref().is_none_or(|url| url.starts_with("http"));
        if source.title.trim().is_empty() || !address_ok {
            return Err(format!("source {key} needs a title and, if it has an address, one that begins with http"));
        }
    }
    sources.retain(|_, source| !source.only_texts);
    Ok(Sources(sources))
}

impl Sources {
    /// The position of a source in the generated table. Only an assumption may stand on a source
    /// without an address.
    pub(super) fn index(&self, key: &str, status: &str) -> Built<usize> {
        let position = self.0.keys().position(|known| known == key).ok_or_else(|| format!("unknown source {key:?}"))?;
        let has_address = self.0.get(key).is_some_and(|source| source.url.is_some());
        if has_address || status == "assumption" {
            Ok(position)
        } else {
            Err(format!("source {key:?} has no address, so it cannot carry a figure that is {status}"))
        }
    }

    /// Titles and addresses a line each, and the keys.
    pub(super) fn to_rust(&self) -> Built<String> {
        let titles: Vec<&str> = self.0.values().map(|source| source.title.as_str()).collect();
        let addresses: Vec<&str> = self.0.values().map(|source| source.url.as_deref().unwrap_or_default()).collect();
        let ids: Vec<&String> = self.0.keys().collect();
        Ok(format!(
            "pub(super) const SOURCE_TITLES: &str = {};\n\
             pub(super) const SOURCE_ADDRESSES: &str = {};\n\
             pub(super) static SOURCE_IDS: [&str; {}] = {ids:?};\n",
            lines_literal(&titles)?,
            lines_literal(&addresses)?,
            ids.len(),
        ))
    }
}
