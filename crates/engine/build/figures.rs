//! `figures/*.toml`: every dated figure.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::sources::Sources;
use super::{Built, camel_case, month_index, read_toml};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureEntry {
    name: String,
    unit: String,
    /// It stands in the law and enters no calculation: whoever lists every figure lists it, and the page does not carry it.
    #[serde(default)]
    reference: bool,
    awaited: Option<AwaitedEntry>,
    values: Vec<PeriodEntry>,
}

/// Somebody asked for the values after the newest, and they were not published.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct AwaitedEntry {
    /// The first month of the values.
    from: String,
    /// The day.
    asked: String,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct PeriodEntry {
    from: String,
    to: Option<String>,
    value: String,
    status: String,
    source: String,
    law: Option<String>,
}

/// A unit of the data files: the type its values have in the engine, and how many of the engine's
/// units one of the file's is, as decimals to shift.
struct Unit {
    variant: &'static str,
    quantity: &'static str,
    decimals: u32,
}

fn unit(text: &str) -> Built<Unit> {
    let (variant, quantity, decimals) = match text {
        "DKK" => ("Kroner", "Money", 2),
        "DKK/month" => ("KronerPerMonth", "Money", 2),
        "DKK/year" => ("KronerPerYear", "Money", 2),
        "DKK/hour" => ("KronerPerHour", "Money", 2),
        "DKK/km" => ("KronerPerKilometre", "Money", 2),
        "percent" => ("Percent", "Rate", 4),
        "hours/month" => ("HoursPerMonth", "MonthlyHours", 0),
        "months" => ("Months", "WholeNumber", 0),
        "index (2010=100)" => ("Index", "WholeNumber", 1),
        _ => return Err(format!("unknown unit {text:?}")),
    };
    Ok(Unit { variant, quantity, decimals })
}

/// What the periods of all figures are numbered by, so that each is a few bytes.
#[derive(Default)]
struct PeriodNumbers {
    /// How many periods have been written.
    periods: usize,
    /// The sections of the law, each once.
    laws: Vec<String>,
}

impl PeriodNumbers {
    /// The number of the next period.
    fn period(&mut self) -> usize {
        self.periods += 1;
        self.periods - 1
    }

    /// The number of a section, counted from one; zero for none.
    fn law(&mut self, law: Option<&str>) -> usize {
        let Some(law) = law else { return 0 };
        let known = self.laws.iter().position(|known| known == law);
        known.unwrap_or_else(|| {
            self.laws.push(law.to_owned());
            self.laws.len() - 1
        }) + 1
    }
}

/// The figures as Rust, and what only words are.
pub(super) struct WrittenFigures {
    /// An enum of their ids, a typed name for each, and the table.
    pub(super) code: String,
    /// What they are called, in the order of the ids.
    pub(super) names: Vec<String>,
    /// The sections of the law, by number.
    pub(super) laws: Vec<String>,
}

/// The figures as Rust, with those that enter no calculation or without.
pub(super) fn to_rust(folder: &Path, sources: &Sources, has_reference: bool) -> Built<WrittenFigures> {
    let mut figures = read_all(folder)?;
    figures.retain(|_, figure| has_reference || !figure.reference);
    let (mut ids, mut names, mut table) = (String::new(), String::new(), String::new());
    let mut numbers = PeriodNumbers::default();
    let mut awaited = BTreeSet::new();
    for (id, figure) in &figures {
        awaited.extend(awaited_row(figure).map_err(|e| format!("{id}: {e}"))?);
        let unit = unit(&figure.unit).map_err(|e| format!("{id}: {e}"))?;
        let variant = camel_case(id);
        ids += &format!("    /// {}\n    {variant} = {id:?},\n", figure.name);
        names += &format!(
            "    /// {}, in {}.\n    pub const {}: Figure<{}> = Figure::new(FigureId::{variant});\n",
            figure.name,
            figure.unit,
            id.to_uppercase(),
            unit.quantity
        );
        table += &row(&variant, figure, &unit, sources, &mut numbers).map_err(|e| format!("{id}: {e}"))?;
    }
    let code = format!(
        "string_enum! {{\n/// A dated figure, in the order of the ids.\nFigureId {{\n{ids}}}\n}}\n\
         /// Every figure, with the type of its values.\npub mod figure {{\n    use super::*;\n{names}}}\n\
         pub(super) static FIGURES: [Dated; {}] = [\n{table}];\n\
         pub(super) static AWAITED: [Awaited; {}] = [\n{}];\n",
        figures.len(),
        awaited.len(),
        awaited.iter().map(String::as_str).collect::<String>(),
    );
    let names = figures.into_values().map(|figure| figure.name).collect();
    Ok(WrittenFigures { code, names, laws: numbers.laws })
}

fn read_all(folder: &Path) -> Built<BTreeMap<String, FigureEntry>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    let mut all = BTreeMap::new();
    for file in files {
        let figures: BTreeMap<String, FigureEntry> = read_toml(&file)?;
        for (id, figure) in figures {
            if all.insert(id.clone(), figure).is_some() {
                return Err(format!("{}: {id} is written twice", file.display()));
            }
        }
    }
    Ok(all)
}

fn row(
    variant: &str,
    figure: &FigureEntry,
    unit: &Unit,
    sources: &Sources,
    numbers: &mut PeriodNumbers,
) -> Built<String> {
    check_periods(&figure.values)?;
    let mut values = String::new();
    for value in &figure.values {
        values += &period(value, unit, sources, numbers)?;
    }
    Ok(format!(
        "    Dated {{ id: FigureId::{variant}, unit: Unit::{}, reference: {}, periods: &[\n{values}    ] }},\n",
        unit.variant, figure.reference
    ))
}

/// Ascending, without gap and without overlap; only the last period may be open.
fn check_periods(values: &[PeriodEntry]) -> Built<()> {
    if values.is_empty() {
        return Err("has no values".to_owned());
    }
    let mut expected: Option<i32> = None;
    for (position, value) in values.iter().enumerate() {
        let from = month_index(&value.from)?;
        if expected.is_some_and(|month| month != from) {
            return Err(format!("the period from {} leaves a gap or overlaps the one before", value.from));
        }
        expected = match &value.to {
            Some(to) if month_index(to)? < from => {
                return Err(format!("the period from {} ends before it begins", value.from));
            }
            Some(to) => Some(month_index(to)? + 1),
            None if position + 1 == values.len() => None,
            None => return Err(format!("the period from {} is open but not the last", value.from)),
        };
    }
    Ok(())
}

/// The note that the next values are not published, once for all the figures that were asked for on the same day. It
/// must be on the month after the newest value: a note that outlives its answer would say that nothing is known.
fn awaited_row(figure: &FigureEntry) -> Built<Option<String>> {
    let Some(AwaitedEntry { from, asked }) = &figure.awaited else { return Ok(None) };
    let newest = figure.values.last().and_then(|value| value.to.as_deref());
    let next = newest.map(month_index).transpose()?.map(|to| to + 1);
    if next != Some(month_index(from)?) {
        return Err(format!("values from {from} are awaited, but the newest do not end the month before"));
    }
    let wrong = || format!("{asked:?} is not a day");
    let (month, day) = asked.rsplit_once('-').ok_or_else(wrong)?;
    let day: u8 = day.parse().ok().filter(|day| (1..=31).contains(day)).ok_or_else(wrong)?;
    Ok(Some(format!(
        "    Awaited {{ from: Month::from_index({}), asked_month: Month::from_index({}), asked_day: {day} }},\n",
        month_index(from)?,
        month_index(month)?,
    )))
}

fn period(value: &PeriodEntry, unit: &Unit, sources: &Sources, numbers: &mut PeriodNumbers) -> Built<String> {
    let status = match value.status.as_str() {
        "published" => "Published",
        "derived" => "Derived",
        "assumption" => "Assumption",
        other => return Err(format!("unknown status {other:?}")),
    };
    Ok(format!(
        "        Period {{ from: {}, to: {}, scaled: {}, row: {}, status: FigureStatus::{status}, source: Source({}), law: {}, places: {}, decimals: {} }},\n",
        month_index(&value.from)?,
        // Month zero is before every figure.
        value.to.as_deref().map_or(Ok(0), month_index)?,
        scaled(&value.value, unit.decimals)?,
        numbers.period(),
        sources.index(&value.source, &value.status)?,
        numbers.law(value.law.as_deref()),
        unit.decimals,
        fraction(&value.value).len(),
    ))
}

/// The value in the engine's units: øre, millionths, hours.
fn scaled(text: &str, decimals: u32) -> Built<i64> {
    let wrong = || format!("{text:?} is not a number with at most {decimals} decimals");
    let (whole, fraction) = (text.split('.').next().unwrap_or_default(), fraction(text));
    let places = decimals as usize;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) || fraction.len() > places {
        return Err(wrong());
    }
    let mut padded = fraction.to_owned();
    padded.extend(std::iter::repeat_n('0', places.saturating_sub(fraction.len())));
    format!("{whole}{padded}").parse().map_err(|_| wrong())
}

/// The decimals of a number as it is written.
fn fraction(text: &str) -> &str {
    text.split_once('.').map_or("", |(_, fraction)| fraction)
}
