//! What holds between the lists of the screening. Each criterion, flag and route stands as a case file
//! in `tests/cases/screening/`; the whole space of answers in `tests/screening_space.rs`.

use super::criteria::findings;
use super::{AnswerKey, Answers, CriterionId, FlagId, Outcome, RouteId, Setting, Severity, Verdict, screen};
use crate::quantity::Month;
use crate::rulebook::{BasisStatus, Rulebook, Scheme};

fn in_setting<T>(look: impl FnOnce(Setting<'_>) -> T) -> T {
    let rulebook = Rulebook::embedded();
    let as_of = Month::new(2026, 11).expect("a month");
    look(Setting { rulebook: &rulebook, scheme: Scheme::Viderefoert, as_of })
}

#[test]
fn findings_come_in_the_order_of_the_criteria_and_each_needs_its_question() {
    let found = in_setting(|setting| findings(setting, &Answers::default()));
    let criteria: Vec<CriterionId> = found.iter().map(|finding| finding.criterion).collect();
    assert_eq!(criteria, CriterionId::ALL);
    assert!(found.iter().all(|finding| finding.outcome == Outcome::NeedsAnswer));
    let questions: Vec<AnswerKey> = criteria.iter().map(|criterion| criterion.question()).collect();
    assert_eq!(questions, AnswerKey::ALL[..12]);
}

#[test]
fn three_criteria_are_hard() {
    let hard: Vec<&str> = CriterionId::ALL.iter().filter(|criterion| criterion.is_hard()).map(|id| id.id()).collect();
    assert_eq!(hard, ["adult", "municipality", "target_group"]);
}

#[test]
fn every_finding_says_what_it_stands_on() {
    for finding in in_setting(|setting| findings(setting, &Answers::default())) {
        let assumed = finding.status == BasisStatus::Assumption;
        assert!(assumed || finding.source.is_some(), "{}", finding.criterion.id());
        assert!(!Rulebook::embedded().basis(finding.rule).words().is_empty(), "{}", finding.criterion.id());
    }
}

#[test]
fn nothing_answered_is_undecided_and_names_every_question() {
    let screening = in_setting(|setting| screen(setting, &Answers::default()));
    assert_eq!(screening.verdict, Verdict::Undecided);
    assert_eq!(screening.next_questions, AnswerKey::ALL[..19]);
    let routes: Vec<RouteId> = screening.routes.iter().map(|route| route.route).collect();
    assert_eq!(routes, RouteId::ALL);
}

#[test]
fn flags_are_listed_by_id_and_eight_are_warnings() {
    let mut ids: Vec<&str> = FlagId::ALL.iter().map(|flag| flag.id()).collect();
    let listed = ids.clone();
    ids.sort_unstable();
    assert_eq!(ids, listed);
    let warnings = FlagId::ALL.iter().filter(|flag| flag.severity() == Severity::Warning).count();
    assert_eq!(warnings, 8);
}

#[test]
fn every_flag_has_its_place() {
    for flag in FlagId::ALL {
        assert_eq!(FlagId::IN_ORDER.iter().filter(|placed| *placed == flag).count(), 1, "{flag:?}");
    }
}

#[test]
fn warnings_about_the_person_stand_before_what_is_good_to_know() {
    let said_of_person = FlagId::IN_ORDER.iter().take_while(|flag| **flag != FlagId::SchemeHasNoKnownBasis);
    let severities: Vec<Severity> = said_of_person.map(|flag| flag.severity()).collect();
    assert!(severities.is_sorted_by(|before, after| before >= after), "{severities:?}");
}

#[test]
fn has_looks_at_the_answer_of_its_own_key() {
    let one = Answers { children: Some(false), ..Answers::default() };
    let given: Vec<AnswerKey> = AnswerKey::ALL.iter().copied().filter(|&key| one.has(key)).collect();
    assert_eq!(given, [AnswerKey::Children]);
    assert!(AnswerKey::ALL.iter().all(|&key| !Answers::default().has(key)));
}
