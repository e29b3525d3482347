//! What a field is about, and what that holds: read from the case, and written into it as an event.

use mikrolaan_engine::case::{Case, FieldKind, FieldValue, ValuePath, bounds};
use mikrolaan_engine::quantity::{Money, Rate};
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::{Benefit, Scenario, ScenarioField as F};

use super::{FieldError, field_errors};
use crate::locale::write;
use crate::rulebook::RULEBOOK;
use crate::state::event::{Event, GivenAnswer};
use crate::state::plan::with_plan;

/// What a field is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A field of the first scenario.
    Field(F),
    /// An answer that is asked for among the figures.
    Answer(AnswerKey),
}

impl Subject {
    /// Where it stands in the case, in a list at this position.
    pub fn path(self, at: usize) -> ValuePath {
        match self {
            Subject::Answer(key) => ValuePath::Answer(key),
            Subject::Field(field) => ValuePath::Field { scenario: 0, field, at: field.is_in_list().then_some(at) },
        }
    }

    /// What can be typed there; `None` where nothing can.
    pub(super) fn kind(self) -> Option<FieldKind> {
        match self {
            Subject::Answer(AnswerKey::Age) => Some(FieldKind::Whole(bounds::BENEFIT_AGE)),
            Subject::Answer(_) => None,
            // The usual price until somebody writes another.
            Subject::Field(F::AccountSetup) => Some(FieldKind::Amount(bounds::AMOUNT)),
            Subject::Field(field) => field.kind(),
        }
    }

    /// What it holds. What belongs to something that is not there is nothing.
    pub(super) fn value(self, case: &Case, at: usize) -> Option<FieldValue> {
        match self {
            Subject::Answer(_) => case.answers.age.map(FieldValue::Whole),
            Subject::Field(F::AccountSetup) => with_plan(case, |plan| FieldValue::Amount(plan.resolved.account_setup)),
            Subject::Field(field) => {
                field.read(case.scenarios.first()?, &RULEBOOK, at).or_else(|| field.kind().and_then(nothing))
            }
        }
    }

    /// What happens when this is typed; nothing where there is no scenario to write it into.
    pub(super) fn take(self, case: &Case, at: usize, text: &str) -> Result<Option<Event>, FieldError> {
        let field = match self {
            Subject::Answer(key) => {
                return Ok(Some(Event::Answer(key, GivenAnswer::Age(field_errors::benefit_age(text)?))));
            }
            Subject::Field(field) => field,
        };
        let Some(scenario) = case.scenarios.first() else { return Ok(None) };
        let Some(kind) = self.kind() else { return Ok(None) };
        let value = read(kind, text)?;
        let mut written = scenario.clone();
        match (field, &value) {
            (F::AccountSetup, Some(FieldValue::Amount(price))) => {
                written.business.get_or_insert_default().account_setup = Some(*price);
            }
            _ => field.write(&mut written, &RULEBOOK, at, value),
        }
        Ok(Some(Event::Write(self.path(at), Box::new(written))))
    }
}

/// What a field of this kind holds while what it belongs to is not there.
fn nothing(kind: FieldKind) -> Option<FieldValue> {
    match kind {
        FieldKind::Amount(_) => Some(FieldValue::Amount(Money::ZERO)),
        FieldKind::Whole(_) => Some(FieldValue::Whole(0)),
        FieldKind::Rate(_) => Some(FieldValue::Rate(Rate::ZERO)),
        FieldKind::Factor(_) => Some(FieldValue::Rate(Rate::ONE)),
        _ => None,
    }
}

/// Reads what was typed into a field of this kind; nothing, where that is allowed.
fn read(kind: FieldKind, text: &str) -> Result<Option<FieldValue>, FieldError> {
    Ok(Some(match kind {
        FieldKind::Amount(bounds) => FieldValue::Amount(field_errors::money(text, bounds)?),
        FieldKind::OptionalAmount(_) => return Ok(field_errors::optional_money(text)?.map(FieldValue::Amount)),
        FieldKind::Whole(bounds) => FieldValue::Whole(field_errors::months(text, bounds)?),
        FieldKind::Rate(bounds) => FieldValue::Rate(field_errors::percent(text, bounds)?),
        FieldKind::Factor(_) => FieldValue::Rate(field_errors::factor(text)?),
        FieldKind::Hours(_) => FieldValue::Hours(field_errors::hours(text)?),
        FieldKind::Text(_) => FieldValue::Text(field_errors::name(text)?),
        FieldKind::Month(_) | FieldKind::Choice(_) => return Ok(None),
    }))
}

/// A value as a person reads it in a field of this kind.
pub(super) fn text(value: FieldValue, kind: Option<FieldKind>) -> String {
    match value {
        FieldValue::Amount(amount) => write::typed(amount),
        FieldValue::Whole(number) => write::plain(number),
        FieldValue::Rate(factor) if matches!(kind, Some(FieldKind::Factor(_))) => write::factor(factor),
        FieldValue::Rate(rate) => write::percent(rate),
        FieldValue::Hours(hours) => write::hours(hours),
        FieldValue::Text(text) => text,
        FieldValue::Month(_) | FieldValue::Choice(_) => String::new(),
    }
}

/// A number that differs when the figure does; nothing for a name.
pub(super) fn number(value: &FieldValue) -> Option<i64> {
    match value {
        FieldValue::Amount(amount) => Some(amount.oere()),
        FieldValue::Whole(number) => Some((*number).into()),
        FieldValue::Rate(rate) => Some(write::rate_number(*rate)),
        FieldValue::Hours(hours) => Some(hours.hundredths()),
        FieldValue::Text(_) | FieldValue::Month(_) | FieldValue::Choice(_) => None,
    }
}

/// The benefit somebody has written down, if they have.
pub fn has_own_benefit(scenario: &Scenario) -> bool {
    matches!(scenario.benefit, Some(Benefit::Own { .. }))
}
