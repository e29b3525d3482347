//! `sources.toml`: where a figure or a rule comes from.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::slice::SliceIndex;

use super::{Built, lines_literal, read_toml};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceEntry {
    title: String,
    url: Option<String>,
    /// Only sentences of the texts name it: checked here, and left out of the program.
    #[serde(default)]
    only_texts: bool,
}

/// The sources of figures, rules and schemes, by key, and which of them were asked for.
pub(super) struct Sources {
    all: Vec<(String, SourceEntry)>,
    named: RefCell<Named>,
}

/// Keys of sources.
pub(super) type Named = BTreeSet<String>;

pub(super) fn read(path: &Path) -> Built<Sources> {
    let mut sources: BTreeMap<String, SourceEntry> = read_toml(path)?;
    for (key, source) in &sources {
        let address_ok = source.url.as_deref().is_none_or(|url| url.starts_with("http"));
        if source.title.trim().is_empty() || !address_ok {
            return Err(format!("source {key} needs a title and, if it has an address, one that begins with http"));
        }
    }
    sources.retain(|_, source| !source.only_texts);
    Ok(Sources { all: sources.into_iter().collect(), named: RefCell::default() })
}

impl Sources {
    /// The position of a source in the generated table. Only an assumption may stand on a source
    /// without an address.
    pub(super) fn index(&self, key: &str, status: &str) -> Built<usize> {
        self.named.borrow_mut().insert(key.to_owned());
        let position =
            self.all.iter().position(|(known, _)| known == key).ok_or_else(|| format!("unknown source {key:?}"))?;
        let has_address = self.all.get(position).is_some_and(|(_, source)| source.url.is_some());
        if has_address || status == "assumption" {
            Ok(position)
        } else {
            Err(format!("source {key:?} has no address, so it cannot carry a figure that is {status}"))
        }
    }

    /// Those that `first` names, and behind them those that `then` names.
    pub(super) fn in_order(mut self, first: &Named, then: &Named) -> Self {
        let last: Vec<_> = self.all.extract_if(.., |(key, _)| !first.contains(key)).collect();
        self.all.extend(last.into_iter().filter(|(key, _)| then.contains(key)));
        self
    }

    /// The keys that were asked for since this was last asked.
    pub(super) fn take_named(&self) -> Named {
        self.named.take()
    }

    /// Titles and addresses of the first so many a line each, and the keys of all.
    pub(super) fn to_rust(&self, first: usize) -> Built<String> {
        let ids: Vec<&str> = self.all.iter().map(|(key, _)| key.as_str()).collect();
        let (titles, addresses) = self.words(..first);
        Ok(format!(
            "pub(super) const SOURCE_TITLES: &str = {};\n\
             pub(super) const SOURCE_ADDRESSES: &str = {};\n\
             pub(super) static SOURCE_IDS: [&str; {}] = {ids:?};\n",
            lines_literal(&titles)?,
            lines_literal(&addresses)?,
            ids.len(),
        ))
    }

    /// Titles and addresses of some of them.
    pub(super) fn words(
        &self,
        some: impl SliceIndex<[(String, SourceEntry)], Output = [(String, SourceEntry)]>,
    ) -> (Vec<&str>, Vec<&str>) {
        let some = self.all.get(some).unwrap_or_default();
        some.iter().map(|(_, source)| (source.title.as_str(), source.url.as_deref().unwrap_or_default())).unzip()
    }
}
