//! What stands in a field, and where it comes from.

use mikrolaan_engine::case::{Case, ValuePath, as_instalment};
use mikrolaan_engine::screening::{AnswerKey, Answers, LoanPurpose};
use mikrolaan_engine::simulation::{Benefit, Repayment, Scenario, ScenarioField as F, base_benefit};

use super::CaseEntry;
use crate::forms::choices::SelectOption;
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::words::answer::{Given, given};
use crate::locale::words::options::{self, UNKNOWN};
use crate::locale::write;
use crate::office::caseworker::fields::CaseFieldId;
use crate::office::caseworker::state::CaseworkerState;
use crate::rulebook::RULEBOOK;
use crate::state::answering;
use crate::state::provenance::{Provenance, provenance};

// ── what stands in it

/// What stands in the field.
pub(super) fn entry(case: &Case, of: CaseFieldId) -> CaseEntry {
    match of {
        CaseFieldId::Answer(AnswerKey::Age) => CaseEntry::Typed(case.answers.age.map(write::plain).unwrap_or_default()),
        CaseFieldId::Answer(AnswerKey::LoanPurposes) => CaseEntry::Several(purposes(&case.answers)),
        CaseFieldId::Answer(key) => chosen(&case.answers, key),
        CaseFieldId::Benefit => CaseEntry::Typed(benefit(case)),
        CaseFieldId::Plan(F::Instalment) => CaseEntry::Typed(instalment(case)),
        CaseFieldId::Borrowed if case.answers.loan_amount.is_none() && has_no_loan(case) => {
            CaseEntry::Typed(String::new())
        }
        of => match (of.figure(), of.months()) {
            (Some(figure), _) => CaseEntry::Typed(figure.text(case, 0)),
            (None, Some(months)) => {
                let options = months.months(case, 0);
                CaseEntry::Chosen(options.picks, options.chosen)
            }
            (None, None) => CaseEntry::Typed(String::new()),
        },
    }
}

fn has_no_loan(case: &Case) -> bool {
    case.scenarios.first().is_none_or(|plan| plan.loan.is_none())
}

/// The words of an answer; *Ved ikke* last. What is not answered, and what a case puts together in another way, stands first.
fn chosen(answers: &Answers, key: AnswerKey) -> CaseEntry {
    let pick = |value: &str, label: &str| SelectOption { value: value.to_owned(), label: label.to_owned() };
    let known = answering::chosen(answers, key);
    let first = known.is_none().then(|| match given(answers, key) {
        Some(Given::Words(words)) => pick("", &words),
        _ => pick("", &t::common::not_answered()),
    });
    let offered = options::of(key).into_iter().flat_map(|group| group.choices);
    let offered = offered.map(|choice| pick(choice.id, &choice.label));
    let options = first.into_iter().chain(offered).chain([pick(UNKNOWN, &t::common::dont_know())]).collect();
    CaseEntry::Chosen(options, known.unwrap_or_default().to_owned())
}

fn purposes(answers: &Answers) -> Vec<(SelectOption, bool)> {
    let chosen = answers.loan_purposes.as_deref().unwrap_or_default();
    let option = |&purpose: &LoanPurpose| {
        let label = options::purpose(purpose).to_owned();
        (SelectOption { value: purpose.id().to_owned(), label }, chosen.contains(&purpose))
    };
    LoanPurpose::ALL.iter().map(option).collect()
}

/// The benefit of the plan, in whole kroner where it is computed: the least it can be while answers are missing.
fn benefit(case: &Case) -> String {
    match case.cautious_plan(&RULEBOOK, 0) {
        Err(_) => String::new(),
        Ok(plan) => match &plan.resolved.benefit {
            Benefit::Own { monthly, .. } => write::typed(*monthly),
            Benefit::Profile(_) => base_benefit(&RULEBOOK, &plan).map(write::typed).unwrap_or_default(),
        },
    }
}

/// The instalment that is written, or the one so many of them come to.
fn instalment(case: &Case) -> String {
    let loan = case.scenarios.first().and_then(|plan| plan.loan.as_ref());
    match loan.map(as_instalment) {
        Some(Repayment::Instalment(amount)) => write::typed(amount),
        _ => String::new(),
    }
}

// ── where it comes from

/// The tag of a value and whether it is nobody's; of what somebody wrote there is none.
pub(super) fn tag(state: &CaseworkerState, of: CaseFieldId, path: ValuePath) -> Option<(Text, bool)> {
    let case = state.case();
    let plan = case.scenarios.first()?;
    match of {
        CaseFieldId::Benefit if is_computed(case, plan) => Some((t::tag::computed(), false)),
        CaseFieldId::Plan(F::Instalment)
            if plan.loan.as_ref().is_some_and(|loan| as_instalment(loan) != loan.repayment) =>
        {
            Some((t::tag::computed(), false))
        }
        _ => match provenance(case, path)? {
            // An invented case says so once, above.
            Provenance::Example if state.sample().is_some() => None,
            Provenance::Example => Some((t::tag::example(), true)),
            Provenance::Guess => Some((t::office::caseworker::guess_tag(), true)),
            Provenance::Own | Provenance::Answer => None,
        },
    }
}

fn is_computed(case: &Case, plan: &Scenario) -> bool {
    let follows = case.answers.support.is_some_and(|support| support.has_computed_benefit());
    follows && !matches!(plan.benefit, Some(Benefit::Own { .. })) && case.plan(0).is_ok()
}
