//! The fields: every answer stands in one, each has its whole name, and what is nobody's is dashed.

use std::collections::BTreeSet;

use mikrolaan_engine::screening::{AnswerKey, LoanPurpose};
use mikrolaan_engine::simulation::{Repayment, ScenarioField as F};

use super::{CaseEntry, CaseField, groups};
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::fields::{CaseFieldId, FieldGroup};
use crate::office::caseworker::state::tests::{NOVEMBER, kr, sample};
use crate::office::caseworker::unknowns::tests::{answer, young};
use crate::office::caseworker::{CaseworkerEvent, CaseworkerState};

fn field(state: &CaseworkerState, of: CaseFieldId) -> CaseField {
    CaseField::of(state, of)
}

fn typed(state: &CaseworkerState, of: CaseFieldId, text: &str) -> CaseworkerState {
    state.apply(field(state, of).take(state, text).expect("it can be read").expect("an event"))
}

fn text(state: &CaseworkerState, of: CaseFieldId) -> String {
    match field(state, of).entry {
        CaseEntry::Typed(text) | CaseEntry::Chosen(_, text) => text,
        CaseEntry::Several(options) => {
            options.into_iter().filter(|(_, on)| *on).map(|(option, _)| option.value).collect::<Vec<_>>().join(" ")
        }
    }
}

const AGE: CaseFieldId = CaseFieldId::Answer(AnswerKey::Age);

/// The plan is answered with the idea, and the loan in the field of the plan.
#[test]
fn every_answer_stands_in_one_field() {
    let all: Vec<CaseFieldId> = FieldGroup::ALL.iter().flat_map(|group| group.fields()).copied().collect();
    for &key in AnswerKey::ALL {
        let of = match key {
            AnswerKey::Plan => CaseFieldId::Answer(AnswerKey::Idea),
            AnswerKey::LoanAmount => CaseFieldId::Borrowed,
            key => CaseFieldId::Answer(key),
        };
        assert_eq!(all.iter().filter(|&&field| field == of).count(), 1, "{key:?}");
    }
}

#[test]
fn every_field_has_an_id_of_its_own_a_label_and_its_whole_name() {
    for state in [CaseworkerState::new(NOVEMBER), sample(SampleCase::C), young()] {
        let mut ids = BTreeSet::new();
        for group in groups(&state) {
            assert!(!group.title.is_empty() && !group.fields.is_empty());
            for field in group.fields {
                assert!(!field.props.label.is_empty() && !field.name.is_empty(), "{field:?}");
                assert!(ids.insert(field.props.id.clone()), "{} stands twice", field.props.id);
            }
        }
        assert_eq!(ids.len(), FieldGroup::ALL.iter().map(|group| group.fields().len()).sum::<usize>());
    }
    let support = field(&young(), CaseFieldId::Answer(AnswerKey::Support));
    assert_eq!((support.props.label.as_str(), support.name.as_str()), ("Får", "Hvad lever du af i dag?"));
    assert!(support.is_wide);
}

#[test]
fn what_is_nobodys_is_dashed_and_says_so() {
    let state = young();
    let home = field(&state, CaseFieldId::Plan(F::LivingCosts));
    assert_eq!((home.is_dashed, home.tag.map(|tag| tag.words())), (true, Some("Gæt")));
    assert_eq!(home.props.unit.words(), "kr./md.");
    let own = typed(&state, CaseFieldId::Plan(F::LivingCosts), "8.205");
    let home = field(&own, CaseFieldId::Plan(F::LivingCosts));
    assert_eq!((home.is_dashed, home.tag), (false, None));
    let abroad = field(&state, CaseFieldId::Answer(AnswerKey::LivedAbroad));
    assert!(abroad.is_unknown && abroad.is_dashed && !abroad.is_open && abroad.matters);
    let benefit = field(&state, CaseFieldId::Benefit);
    assert_eq!((benefit.is_dashed, benefit.tag.map(|tag| tag.words())), (false, Some("Beregnet")));
    // The least it can be while answers are missing.
    assert_eq!(text(&state, CaseFieldId::Benefit), "7.095");
    let written = typed(&state, CaseFieldId::Benefit, "8.670");
    assert_eq!(field(&written, CaseFieldId::Benefit).tag, None);
    assert_eq!(text(&typed(&written, CaseFieldId::Benefit, ""), CaseFieldId::Benefit), "7.095");
    assert!(groups(&sample(SampleCase::A)).iter().flat_map(|group| &group.fields).all(|field| !field.is_dashed));
}

#[test]
fn what_is_not_answered_is_open_and_what_is_emptied_not_known() {
    let new = CaseworkerState::new(NOVEMBER);
    let age = field(&new, AGE);
    assert!(age.is_open && !age.is_dashed && text(&new, AGE).is_empty());
    let answered = typed(&new, AGE, "17");
    assert_eq!((answered.case().answers.age, text(&answered, AGE).as_str()), (Some(17), "17"));
    let emptied = typed(&answered, AGE, " ");
    assert_eq!(emptied.case().answers.age, None);
    assert!(field(&emptied, AGE).is_unknown);
    assert!(field(&new, AGE).take(&new, "121").is_err());
    let single = CaseFieldId::Answer(AnswerKey::Single);
    let CaseEntry::Chosen(options, chosen) = field(&new, single).entry else { panic!("a choice") };
    let labels: Vec<&str> = options.iter().map(|option| option.label.as_str()).collect();
    assert_eq!((labels, chosen.as_str()), (vec!["Ikke besvaret", "Ja", "Nej", "Ved ikke"], ""));
    assert_eq!(field(&new, single).choose(&new, ""), None);
    let unknown = new.apply(field(&new, single).choose(&new, "unknown").expect("a word"));
    assert!(field(&unknown, single).is_unknown);
    let no = unknown.apply(field(&unknown, single).choose(&unknown, "no").expect("a word"));
    assert_eq!((no.case().answers.single, text(&no, single).as_str()), (Some(false), "no"));
}

#[test]
fn what_a_young_person_alone_is_asked_is_not_shown_of_others() {
    let matters = |state: &CaseworkerState, key| field(state, CaseFieldId::Answer(key)).matters;
    assert!(matters(&young(), AnswerKey::WorkedTwoAndAHalfYears) && !matters(&young(), AnswerKey::ResidenceAndWorkMet));
    let older = typed(&young(), AGE, "41");
    assert!(!matters(&older, AnswerKey::WorkedTwoAndAHalfYears) && !matters(&older, AnswerKey::LivesWithParents));
    assert!(!matters(&young(), AnswerKey::Married), "who is single is not asked");
    assert!(matters(&answer(&young(), AnswerKey::Single, "no"), AnswerKey::Married));
}

#[test]
fn the_loan_is_one_field_and_its_instalment_is_computed_until_it_is_written() {
    let state = young();
    let instalment = CaseFieldId::Plan(F::Instalment);
    assert_eq!((text(&state, CaseFieldId::Borrowed).as_str(), text(&state, instalment).as_str()), ("30.000", "500"));
    assert_eq!(field(&state, instalment).tag.map(|tag| tag.words()), Some("Beregnet"));
    let written = typed(&state, instalment, "750");
    let loan = written.case().scenarios[0].loan.clone().expect("a loan");
    assert_eq!((loan.repayment, text(&written, instalment).as_str()), (Repayment::Instalment(kr(750)), "750"));
    assert_eq!(field(&written, instalment).tag, None);
    let more = typed(&written, CaseFieldId::Borrowed, "40.000");
    assert_eq!(
        (more.case().answers.loan_amount, more.case().scenarios[0].loan.as_ref().map(|loan| loan.principal)),
        (Some(kr(40_000)), Some(kr(40_000)))
    );
    assert!(field(&state, CaseFieldId::Borrowed).take(&state, "x").is_err());
    assert!(text(&CaseworkerState::new(NOVEMBER), CaseFieldId::Borrowed).is_empty());
}

#[test]
fn what_the_loan_is_for_is_turned_on_and_off() {
    let of = CaseFieldId::Answer(AnswerKey::LoanPurposes);
    let state = young();
    assert_eq!(text(&state, of), "stock");
    let turn = |state: &CaseworkerState, word| state.apply(field(state, of).choose(state, word).expect("an event"));
    let two = turn(&state, "equipment");
    assert_eq!(two.case().answers.loan_purposes, Some(vec![LoanPurpose::Equipment, LoanPurpose::Stock]));
    let none = turn(&turn(&two, "equipment"), "stock");
    assert_eq!(none.case().answers.loan_purposes, None);
    assert!(field(&none, of).is_unknown);
}

#[test]
fn a_month_is_chosen_from_a_list() {
    let state = young();
    let start = CaseFieldId::Plan(F::Start);
    assert_eq!(text(&state, start), "2026-12");
    let later = state.apply(field(&state, start).choose(&state, "2027-02").expect("a month"));
    assert_eq!(text(&later, start), "2027-02");
    assert!(matches!(field(&state, start).choose(&state, "2027-02"), Some(CaseworkerEvent::Of(_))));
}

/// A file can put idea and plan together in a way nobody is asked about: it is shown, and nothing is chosen.
#[test]
fn idea_and_plan_of_another_kind_are_shown_in_words() {
    let mut case = sample(SampleCase::A).state().carried();
    case.answers.plan = Some(mikrolaan_engine::screening::Plan::Complete);
    let state = crate::state::State::of_case(case, NOVEMBER);
    let state = CaseworkerState::new(NOVEMBER).apply(CaseworkerEvent::Open(Box::new(state), String::new()));
    let CaseEntry::Chosen(options, chosen) = field(&state, CaseFieldId::Answer(AnswerKey::Idea)).entry else {
        panic!("a choice")
    };
    assert_eq!((options[0].label.as_str(), chosen.as_str()), ("En idé · En plan med to budgetter", ""));
}
