//! A field of the caseworker's screen as it is drawn: its words, what stands in it, whether that is anybody's, and what happens
//! when something is typed or chosen. What can be typed is what the citizen's own fields take.

mod values;

use mikrolaan_engine::case::{Case, ValuePath, bounds};
use mikrolaan_engine::screening::{AnswerKey, LoanPurpose};
use mikrolaan_engine::simulation::ScenarioField as F;

use self::values::{entry, tag};
use super::event::CaseworkerEvent;
use super::fields::{CaseFieldId, FieldGroup};
use super::state::CaseworkerState;
use crate::forms::choices::SelectOption;
use crate::forms::field_props::{FieldProps, Layout};
use crate::forms::scope::Scope;
use crate::forms::subject::Subject;
use crate::forms::{FieldError, field_errors};
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::words::answer::{Given, given};
use crate::locale::words::options::UNKNOWN;
use crate::locale::words::question;
use crate::state::answering;
use crate::state::event::{Event, GivenAnswer};

/// Choices wider than this many letters stand in a row of their own.
const NARROW: usize = 12;

/// A group of fields with its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFieldGroup {
    /// Which.
    pub group: FieldGroup,
    /// Its heading.
    pub title: Text,
    /// Its fields.
    pub fields: Vec<CaseField>,
}

/// A field as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseField {
    /// What it is about.
    pub of: CaseFieldId,
    /// Id, label, unit and width; the label is short.
    pub props: FieldProps,
    /// Its whole name, for who listens.
    pub name: String,
    /// What stands in it.
    pub entry: CaseEntry,
    /// It was answered *Ved ikke*.
    pub is_unknown: bool,
    /// Nothing is answered yet.
    pub is_open: bool,
    /// Where the value comes from, where that is to be seen beside it: *Gæt*, *Beregnet*.
    pub tag: Option<Text>,
    /// The value is nobody's: it is drawn dashed.
    pub is_dashed: bool,
    /// By the other answers it can change something; else it need not be shown.
    pub matters: bool,
    /// Its words need a row of their own.
    pub is_wide: bool,
    /// Where it stands in the case: what is half written is kept under it.
    pub path: ValuePath,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseEntry {
    /// Something typed.
    Typed(String),
    /// One of a list: what there is to choose, and the word for what is chosen.
    Chosen(Vec<SelectOption>, String),
    /// Some of a list, each with whether it is chosen.
    Several(Vec<(SelectOption, bool)>),
}

/// All fields, by group.
pub fn groups(state: &CaseworkerState) -> Vec<CaseFieldGroup> {
    let group = |group: FieldGroup| CaseFieldGroup {
        group,
        title: group.title(),
        fields: group.fields().iter().map(|&of| CaseField::of(state, of)).collect(),
    };
    FieldGroup::ALL.map(group).into()
}

impl CaseField {
    /// The id of such a field in the document.
    pub fn id(of: CaseFieldId) -> String {
        props(of).id
    }

    /// A field of the plan's or of an answer.
    pub fn of(state: &CaseworkerState, of: CaseFieldId) -> Self {
        let case = state.case();
        let path = path(of);
        let entry = entry(case, of);
        let from = tag(state, of, path);
        let key = answer_key(of);
        let is_unknown = key.is_some_and(|key| is_unknown(state, key));
        let is_open = key.is_some_and(|key| !is_unknown && given(&case.answers, key).is_none());
        let is_guess = from.is_some_and(|(_, is_nobodys)| is_nobodys);
        CaseField {
            of,
            props: props(of),
            name: name(case, of),
            is_wide: is_wide(&entry),
            entry,
            is_unknown,
            is_open,
            tag: from.map(|(tag, _)| tag),
            is_dashed: is_unknown || is_guess,
            matters: key.is_none_or(|key| matters(state, key)),
            path,
        }
    }

    /// What happens when this is typed into it; emptied, an answer is not known.
    ///
    /// # Errors
    /// What is wrong with what was typed; then nothing happens.
    pub fn take(&self, state: &CaseworkerState, text: &str) -> Result<Option<CaseworkerEvent>, FieldError> {
        let is_empty = text.trim().is_empty();
        Ok(match self.of {
            CaseFieldId::Answer(key @ AnswerKey::Age) => {
                let answer = if is_empty { GivenAnswer::Unknown } else { GivenAnswer::Age(field_errors::age(text)?) };
                Some(CaseworkerEvent::Of(Event::Answer(key, answer)))
            }
            CaseFieldId::Borrowed if is_empty => {
                Some(CaseworkerEvent::Of(Event::Answer(AnswerKey::LoanAmount, GivenAnswer::Unknown)))
            }
            CaseFieldId::Borrowed => Some(CaseworkerEvent::Borrow(field_errors::money(text, bounds::AMOUNT)?)),
            of => match of.figure() {
                Some(figure) => figure.take(state.case(), 0, text)?.map(CaseworkerEvent::Of),
                None => None,
            },
        })
    }

    /// What happens when the word of a choice is chosen; nothing when it is none of its words. Of several, the word is turned on or
    /// off.
    pub fn choose(&self, state: &CaseworkerState, word: &str) -> Option<CaseworkerEvent> {
        let case = state.case();
        let event = match self.of {
            CaseFieldId::Answer(key @ AnswerKey::LoanPurposes) => {
                let chosen = case.answers.loan_purposes.clone().unwrap_or_default();
                let is_turned = |purpose: &LoanPurpose| chosen.contains(purpose) != (purpose.id() == word);
                let purposes: Vec<LoanPurpose> = LoanPurpose::ALL.iter().copied().filter(is_turned).collect();
                match purposes.is_empty() || word == UNKNOWN {
                    true => Event::Answer(key, GivenAnswer::Unknown),
                    false => Event::Answer(key, GivenAnswer::Purposes(purposes)),
                }
            }
            CaseFieldId::Answer(key) if word == UNKNOWN => Event::Answer(key, GivenAnswer::Unknown),
            CaseFieldId::Answer(key) => Event::Answer(key, GivenAnswer::Chosen(answering::known(key, word)?)),
            of => of.months()?.choose(case, 0, word)?,
        };
        Some(CaseworkerEvent::Of(event))
    }
}

// ── what it is

/// The answer a field shows, if it shows one.
const fn answer_key(of: CaseFieldId) -> Option<AnswerKey> {
    match of {
        CaseFieldId::Answer(key) => Some(key),
        CaseFieldId::Borrowed => Some(AnswerKey::LoanAmount),
        CaseFieldId::Plan(_) | CaseFieldId::Benefit => None,
    }
}

const fn path(of: CaseFieldId) -> ValuePath {
    let field = match of {
        CaseFieldId::Answer(key) => return ValuePath::Answer(key),
        CaseFieldId::Plan(field) => field,
        CaseFieldId::Borrowed => F::Principal,
        CaseFieldId::Benefit => F::BenefitMonthly,
    };
    ValuePath::Field { scenario: 0, field, at: None }
}

fn props(of: CaseFieldId) -> FieldProps {
    let scope = Scope::default();
    let props = match (of.figure(), of.months(), of) {
        (Some(figure), ..) => figure.props(scope, Layout::Row, &of.label()),
        (None, Some(months), _) => months.props(scope, Layout::Row),
        (None, None, CaseFieldId::Answer(key)) => {
            FieldProps { id: scope.id(Subject::Answer(key)), ..FieldProps::default() }
        }
        (None, None, _) => FieldProps::default(),
    };
    let unit = if is_monthly(of) { t::office::caseworker::unit::per_month() } else { props.unit };
    FieldProps { label: of.label().to_owned(), unit, layout: Layout::Row, has_origin: false, ..props }
}

/// Is it so much a month, whatever the month?
const fn is_monthly(of: CaseFieldId) -> bool {
    matches!(
        of,
        CaseFieldId::Benefit | CaseFieldId::Plan(F::LivingCosts | F::OtherIncome | F::FixedCosts | F::Instalment)
    )
}

fn name(case: &Case, of: CaseFieldId) -> String {
    match (of, of.figure(), of.months()) {
        (CaseFieldId::Answer(key), ..) => question::words(key, case.as_of).title,
        (_, Some(figure), _) => (figure.label)().to_owned(),
        (_, _, Some(months)) => (months.label)().to_owned(),
        _ => of.label().to_owned(),
    }
}

/// Can the answer change something, by the others?
fn matters(state: &CaseworkerState, key: AnswerKey) -> bool {
    let answers = &state.case().answers;
    let of_benefit = AnswerKey::OF_BENEFIT.contains(&key);
    let on_the_way = state.state().flow().not_relevant(key).is_none();
    if of_benefit { key.matters_for_benefit(answers) } else { on_the_way || answers.has(key) }
}

/// Was it answered or passed with *Ved ikke*?
pub(super) fn is_unknown(state: &CaseworkerState, key: AnswerKey) -> bool {
    state.state().skipped().contains(&key) || given(&state.case().answers, key) == Some(Given::Unknown)
}

fn is_wide(entry: &CaseEntry) -> bool {
    match entry {
        CaseEntry::Typed(_) => false,
        CaseEntry::Several(_) => true,
        CaseEntry::Chosen(options, _) => options.iter().any(|option| option.label.chars().count() > NARROW),
    }
}

#[cfg(test)]
#[path = "case_field_tests.rs"]
mod tests;
