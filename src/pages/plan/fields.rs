//! Fields that read and write one figure of the scenario.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::case::{FieldKind, FieldValue, ValuePath};
use mikrolaan_engine::quantity::{Money, Rate};
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::{Scenario, ScenarioField};

use super::choices::{Choice, choice};
use crate::components::field::{Face, Kept, Layout, Width, Wire, typed_field};
use crate::pages::plan;
use crate::session::Session;
use crate::watch::{Held, sliced, watch};
use mikrolaan_app_core::forms::Refusal;
use mikrolaan_app_core::forms::refuse;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::write;
use mikrolaan_app_core::rulebook::RULEBOOK;
use mikrolaan_app_core::state::Draft;
use mikrolaan_app_core::state::event::Event;

/// Where a field stands, and on whose figures it works.
#[derive(Clone, Copy)]
pub struct Place {
    /// The session.
    pub session: Session,
    /// On its own or in the panel.
    pub layout: Layout,
    /// For the rows of a list: which row.
    pub row: Option<Row>,
    /// Nothing goes on before a field is left.
    pub waits: bool,
    /// What the ids begin with where the same field stands on the page once more.
    pub prefix: &'static str,
}

/// A row of a list. Rows have numbers of their own, in the order of the scenario's, so that what is
/// half written stays with its row when another one goes.
#[derive(Clone, Copy)]
pub struct Row {
    /// The row's own number.
    pub number: usize,
    /// All rows there are, in order.
    pub all: Held<Vec<usize>>,
}

impl Place {
    /// On the page, on its own.
    pub fn on_page(session: Session) -> Self {
        Place { session, layout: Layout::Group, row: None, waits: false, prefix: "" }
    }

    /// The position in the scenario's list: tracks.
    pub fn at(self) -> usize {
        let position = |row: Row| row.all.with(|all| all.iter().position(|&number| number == row.number));
        self.row.map_or(0, |row| position(row).unwrap_or(usize::MAX))
    }

    /// The id of a field in the document.
    pub fn id(self, field: ScenarioField) -> String {
        [self.prefix, &id(field, self.row.map(|row| row.number))].concat()
    }

    /// Where the field stands in the case, whatever the number of its row on the page.
    fn path(self, field: ScenarioField) -> ValuePath {
        ValuePath::Field { scenario: 0, field, at: field.is_in_list().then(|| self.at()) }
    }

    /// Where what is typed into the field and cannot be read is kept.
    pub fn kept(self, field: ScenarioField, label: String) -> Kept {
        self.kept_at(Arc::new(move || untrack(|| self.path(field))), label)
    }

    /// Where what is typed and cannot be read is kept for an answer that is asked for among the fields.
    pub fn kept_answer(self, key: AnswerKey, label: String) -> Kept {
        self.kept_at(Arc::new(move || ValuePath::Answer(key)), label)
    }

    fn kept_at(self, path: Arc<dyn Fn() -> ValuePath + Send + Sync>, label: String) -> Kept {
        let session = self.session;
        let drafted = path.clone();
        let text = move || untrack(|| session.with(|state| state.draft(drafted()).map(|draft| draft.text.clone())));
        let keep = move |text: Option<(&str, bool)>| {
            session.dispatch(match text {
                Some((text, told)) => {
                    let (field, label, text) = (path(), label.clone(), text.to_owned());
                    Event::KeepDraft(Draft { field, label, text, told })
                }
                None => Event::ForgetDraft(path()),
            });
        };
        Kept { text: Arc::new(text), keep: Arc::new(keep) }
    }
}

/// The id of a field in the document, in this row of a list: its key, where no other field has the same, else its
/// whole path. Months are `months`, those of the subsidy `subsidy_months`; what the third cost is for is
/// `setup_costs-2-label`, and in the panel, where only one job stands, its hours are `small_jobs-hours_per_week`.
pub fn id(field: ScenarioField, row: Option<usize>) -> String {
    let (path, key) = (field.id(), field.key());
    let number = row.map(|row| [&row.to_string(), "-"].concat()).unwrap_or_default();
    if let Some((list, _)) = path.split_once('[') {
        let list = list.rsplit('.').next().unwrap_or_default();
        return [list, "-", &number, key].concat();
    }
    if field.is_in_list() {
        return [key, "-", &number, "factor"].concat();
    }
    let is_alone = ScenarioField::ALL.iter().filter(|other| other.key() == key).count() == 1;
    let step = |letter| if letter == '.' { '_' } else { letter };
    if is_alone { key.to_owned() } else { path.chars().map(step).collect() }
}

/// A word of the texts.
pub type Word = fn() -> &'static str;

/// No word.
pub fn no_word() -> &'static str {
    ""
}

/// One figure of the scenario, in words.
pub struct Input {
    /// Which field.
    pub field: ScenarioField,
    /// Its label on its own.
    pub label: Word,
    /// Its label in the panel.
    pub short: Word,
    /// Help below the label.
    pub hint: Word,
}

/// What a field holds, as a person reads it. What belongs to something that is not there is nothing.
fn text(field: ScenarioField, scenario: &Scenario, at: usize) -> String {
    let is_factor = matches!(field.kind(), Some(FieldKind::Factor(_)));
    match value(field, scenario, at) {
        Some(FieldValue::Amount(amount)) => write::typed(amount),
        Some(FieldValue::Whole(number)) => number.to_string(),
        Some(FieldValue::Rate(factor)) if is_factor => write::factor(factor),
        Some(FieldValue::Rate(rate)) => write::percent(rate),
        Some(FieldValue::Hours(hours)) => write::hours(hours),
        Some(FieldValue::Text(text)) => text,
        Some(FieldValue::Month(_) | FieldValue::Choice(_)) | None => String::new(),
    }
}

/// A number that differs when the figure does; nothing for a name.
fn number(field: ScenarioField, scenario: &Scenario, at: usize) -> Option<i64> {
    match value(field, scenario, at)? {
        FieldValue::Amount(amount) => Some(amount.oere()),
        FieldValue::Whole(number) => Some(number.into()),
        FieldValue::Rate(rate) => Some(write::rate_number(rate)),
        FieldValue::Hours(hours) => Some(hours.hundredths()),
        FieldValue::Text(_) | FieldValue::Month(_) | FieldValue::Choice(_) => None,
    }
}

fn value(field: ScenarioField, scenario: &Scenario, at: usize) -> Option<FieldValue> {
    let nothing = || match field.kind()? {
        FieldKind::Amount(_) => Some(FieldValue::Amount(Money::ZERO)),
        FieldKind::Whole(_) => Some(FieldValue::Whole(0)),
        FieldKind::Rate(_) => Some(FieldValue::Rate(Rate::ZERO)),
        FieldKind::Factor(_) => Some(FieldValue::Rate(Rate::ONE)),
        _ => None,
    };
    field.read(scenario, &RULEBOOK, at).or_else(nothing)
}

/// Reads what was typed into the scenario.
fn take(field: ScenarioField, scenario: &mut Scenario, at: usize, text: &str) -> Result<(), Refusal> {
    let read = match field.kind() {
        Some(FieldKind::Amount(bounds)) => Some(FieldValue::Amount(refuse::money(text, bounds)?)),
        Some(FieldKind::OptionalAmount(_)) => refuse::optional_money(text)?.map(FieldValue::Amount),
        Some(FieldKind::Whole(bounds)) => Some(FieldValue::Whole(refuse::months(text, bounds)?)),
        Some(FieldKind::Rate(bounds)) => Some(FieldValue::Rate(refuse::percent(text, bounds)?)),
        Some(FieldKind::Factor(_)) => Some(FieldValue::Rate(refuse::factor(text)?)),
        Some(FieldKind::Hours(_)) => Some(FieldValue::Hours(refuse::hours(text)?)),
        Some(FieldKind::Text(_)) => Some(FieldValue::Text(refuse::name(text)?)),
        Some(FieldKind::Month(_) | FieldKind::Choice(_)) | None => return Ok(()),
    };
    field.write(scenario, &RULEBOOK, at, read);
    Ok(())
}

fn unit(field: ScenarioField) -> &'static str {
    match field.kind() {
        Some(FieldKind::Amount(_) | FieldKind::OptionalAmount(_)) => t::unit::kroner(),
        Some(FieldKind::Whole(_)) => t::unit::months(),
        Some(FieldKind::Rate(_)) => t::unit::percent(),
        Some(FieldKind::Hours(_)) => t::unit::hours(),
        _ => "",
    }
}

fn width(field: ScenarioField) -> Width {
    match field.kind() {
        Some(FieldKind::Amount(_) | FieldKind::OptionalAmount(_)) => Width::Amount,
        Some(FieldKind::Text(_)) => Width::Wide,
        _ => Width::Short,
    }
}

/// The field of a figure.
pub fn field(place: Place, input: &'static Input) -> AnyView {
    let label = if place.layout == Layout::Row { input.short } else { input.label };
    labelled_field(place, input, label())
}

/// The field of a figure, under another label.
pub fn labelled_field(place: Place, input: &'static Input, label: &str) -> AnyView {
    let Place { session, .. } = place;
    let of = input.field;
    let is_text = matches!(of.kind(), Some(FieldKind::Text(_)));
    let slice = watch(move || {
        if is_text {
            session.revision()
        } else {
            plan::read(session, |scenario| number(of, scenario, place.at())).flatten()
        }
    });
    let value = move || plan::read(session, |scenario| text(of, scenario, place.at())).unwrap_or_default();
    let taken = move |typed: &str| {
        let at = untrack(|| place.at());
        plan::try_change(session, &mut |scenario| take(of, scenario, at, typed))
    };
    let face = Face {
        id: place.id(of),
        label: label.to_owned(),
        hint: (input.hint)(),
        unit: unit(of),
        width: width(of),
        layout: place.layout,
        numeric: !is_text,
        ..Face::default()
    };
    let kept = place.kept(of, face.label.clone());
    typed_field(
        face,
        Wire { waits: place.waits, ..Wire::new(sliced(slice, Arc::new(value)), Arc::new(taken), Some(kept)) },
    )
}

/// One thing to fill in.
pub enum Item {
    /// A figure.
    Input(&'static Input),
    /// A choice.
    Choice(&'static Choice),
}

/// Fields one after the other.
pub fn items(place: Place, items: &[Item]) -> Vec<AnyView> {
    let view = |item: &Item| match item {
        Item::Input(input) => field(place, input),
        Item::Choice(wanted) => choice(place, wanted).into_any(),
    };
    items.iter().map(view).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use mikrolaan_engine::case::examples::{ExampleId, example};
    use mikrolaan_engine::quantity::Month;
    use mikrolaan_engine::simulation::{Scenario, ScenarioField as F};

    use super::{id, number, take, text};
    use crate::pages::plan::inputs;

    /// A field is written anew when its number differs, so the text must differ then and only then.
    #[test]
    fn a_figure_differs_with_its_number() {
        let as_of = Month::new(2026, 11).expect("a month");
        let mut scenarios: Vec<Scenario> = ExampleId::ALL.iter().flat_map(|&id| example(id, as_of).scenarios).collect();
        let mut written = scenarios[0].clone();
        for (field, typed) in [(F::SubsidyMonthly, "9.000"), (F::JobHours, "7,5"), (F::VariableCostShare, "2,5")] {
            assert_eq!(take(field, &mut written, 0, typed), Ok(()), "{}", field.id());
        }
        scenarios.push(written);
        scenarios.push(Scenario { business: None, loan: None, ..scenarios[0].clone() });
        for input in inputs::ALL.iter().filter(|input| input.field != F::SetupCostLabel) {
            let all: Vec<_> =
                scenarios.iter().map(|of| (number(input.field, of, 0), text(input.field, of, 0))).collect();
            for (number, words) in &all {
                let alike = all.iter().all(|(other, text)| (other == number) == (words == text));
                assert!(alike, "{}: {words}", input.field.id());
            }
        }
        assert_eq!(number(F::SetupCostLabel, &scenarios[0], 0), None, "a name follows every change of the case");
    }

    #[test]
    fn every_field_has_an_id_of_its_own() {
        let ids: BTreeSet<String> = F::ALL.iter().map(|&field| id(field, None)).collect();
        assert_eq!(ids.len(), F::ALL.len());
        let named = [
            (id(F::Savings, None), "savings"),
            (id(F::Months, None), "months"),
            (id(F::SubsidyMonths, None), "subsidy_months"),
            (id(F::SetupCostLabel, Some(2)), "setup_costs-2-label"),
            (id(F::JobHours, None), "small_jobs-hours_per_week"),
            (id(F::Seasonality, Some(0)), "seasonality-0-factor"),
        ];
        for (id, expected) in named {
            assert_eq!(id, expected);
        }
    }
}
