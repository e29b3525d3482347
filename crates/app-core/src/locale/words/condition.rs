//! A condition: its title by outcome, and the reason for the outcome.

use crate::locale::language::Text;
use mikrolaan_engine::screening::{Answers, Change, CriterionId, Finding, Idea, Outcome, Reason, Support};

use super::{list, options};
use crate::locale::argument::{Amount, Count};
use crate::locale::texts as t;
use crate::locale::texts::named::AmountMaximum;

/// The condition in a few words, as it looks now. Met in two ways, it has a title for each.
pub fn title(finding: &Finding) -> Text {
    match finding.reason {
        Reason::CourseSuppliesSkills => t::criterion::business_skills::title::partly(),
        Reason::HasTakenCourse => t::criterion::course::title::done(),
        _ => by_outcome(finding.criterion, finding.outcome),
    }
}

/// What is not met, as it stands after *fordi*: a clause has another word order than a sentence. Only the
/// hard conditions are ever not met.
pub fn because(criterion: CriterionId) -> Option<Text> {
    match criterion {
        CriterionId::Adult => Some(t::criterion::adult::title::because()),
        CriterionId::Municipality => Some(t::criterion::municipality::title::because()),
        CriterionId::TargetGroup => Some(t::criterion::target_group::title::because()),
        _ => None,
    }
}

fn by_outcome(criterion: CriterionId, outcome: Outcome) -> Text {
    match criterion {
        CriterionId::Adult => adult(outcome),
        CriterionId::Municipality => municipality(outcome),
        CriterionId::TargetGroup => target_group(outcome),
        CriterionId::NotStarted => not_started(outcome),
        CriterionId::RealisticIdea => realistic_idea(outcome),
        CriterionId::TradeSkills => trade_skills(outcome),
        CriterionId::BusinessSkills => business_skills(outcome),
        CriterionId::BetterThanOtherHelp => better_than_other_help(outcome),
        CriterionId::Course => course(outcome),
        CriterionId::SoundPlan => sound_plan(outcome),
        CriterionId::LoanWithinMaximum => loan_within_maximum(outcome),
        CriterionId::Purpose => purpose(outcome),
    }
}

/// Titles of a condition that the caseworker can assess: met, assessed, missing.
macro_rules! assessed_titles {
    ($($criterion:ident),+) => { $(
        fn $criterion(outcome: Outcome) -> Text {
            use t::criterion::$criterion::title as words;
            match outcome {
                Outcome::Met => words::met(),
                Outcome::NotMet | Outcome::CaseworkerAssesses => words::caseworker_assesses(),
                Outcome::NeedsAnswer | Outcome::NotApplicable => words::needs_answer(),
            }
        }
    )+ };
}

assessed_titles!(
    not_started,
    realistic_idea,
    trade_skills,
    business_skills,
    better_than_other_help,
    course,
    sound_plan
);

/// Titles of a condition that plays no part without a loan.
macro_rules! loan_titles {
    ($($criterion:ident),+) => { $(
        fn $criterion(outcome: Outcome) -> Text {
            use t::criterion::$criterion::title as words;
            match outcome {
                Outcome::Met => words::met(),
                Outcome::NotMet | Outcome::CaseworkerAssesses => words::caseworker_assesses(),
                Outcome::NeedsAnswer => words::needs_answer(),
                Outcome::NotApplicable => words::not_applicable(),
            }
        }
    )+ };
}

loan_titles!(loan_within_maximum, purpose);

fn adult(outcome: Outcome) -> Text {
    use t::criterion::adult::title as words;
    match outcome {
        Outcome::Met => words::met(),
        Outcome::NotMet => words::not_met(),
        Outcome::CaseworkerAssesses | Outcome::NeedsAnswer | Outcome::NotApplicable => words::needs_answer(),
    }
}

fn municipality(outcome: Outcome) -> Text {
    use t::criterion::municipality::title as words;
    match outcome {
        Outcome::Met => words::met(),
        Outcome::NotMet => words::not_met(),
        Outcome::CaseworkerAssesses => words::caseworker_assesses(),
        Outcome::NeedsAnswer | Outcome::NotApplicable => words::needs_answer(),
    }
}

fn target_group(outcome: Outcome) -> Text {
    use t::criterion::target_group::title as words;
    match outcome {
        Outcome::Met => words::met(),
        Outcome::NotMet => words::not_met(),
        Outcome::CaseworkerAssesses => words::caseworker_assesses(),
        Outcome::NeedsAnswer | Outcome::NotApplicable => words::needs_answer(),
    }
}

/// Why the condition looks as it does.
pub fn reason(finding: &Finding, answers: &Answers) -> String {
    use t::criterion as c;
    let fixed = match finding.reason {
        Reason::NotAnswered => not_answered(finding.criterion),
        Reason::AnsweredUnknown => return answered_unknown(finding.criterion, answers),
        Reason::IsAdult => return c::adult::reason::met(age(finding)),
        Reason::IsMinor => return c::adult::reason::not_met(age(finding)),
        Reason::LivesInAalborg => c::municipality::reason::aalborg(),
        Reason::LivesElsewhere => c::municipality::reason::other(),
        Reason::GroupIsNamed
        | Reason::GroupHasGeneralRule
        | Reason::GroupRuleIsAbolished
        | Reason::GroupMayBeReferredAnew
        | Reason::GroupIsExcepted
        | Reason::GroupWasMerged
        | Reason::LowestRateGroup
        | Reason::GroupIsNotNamed => return group(finding.reason, answers.support),
        Reason::BusinessNotStarted => c::not_started::reason::no(),
        Reason::BusinessAlreadyStarted => c::not_started::reason::yes(),
        Reason::HasIdea if answers.idea == Some(Idea::Plan) => c::realistic_idea::reason::plan(),
        Reason::HasIdea => c::realistic_idea::reason::idea(),
        Reason::HasNoIdea => c::realistic_idea::reason::none(),
        Reason::HasSkills if finding.criterion == CriterionId::BusinessSkills => c::business_skills::reason::yes(),
        Reason::HasSkills => c::trade_skills::reason::yes(),
        Reason::HasSomeSkills => c::trade_skills::reason::partly(),
        Reason::CourseSuppliesSkills => c::business_skills::reason::partly(),
        Reason::LacksSkills if finding.criterion == CriterionId::BusinessSkills => c::business_skills::reason::no(),
        Reason::LacksSkills => c::trade_skills::reason::no(),
        Reason::NothingElseClose => c::better_than_other_help::reason::no(),
        Reason::SomethingElseClose => c::better_than_other_help::reason::yes(),
        Reason::WillTakeCourse => c::course::reason::yes(),
        Reason::HasTakenCourse => c::course::reason::done(),
        Reason::WillNotTakeCourse => c::course::reason::no(),
        Reason::PlanIsComplete => c::sound_plan::reason::complete(),
        Reason::PlanIsPartial => c::sound_plan::reason::partial(),
        Reason::PlanIsMissing => c::sound_plan::reason::none(),
        Reason::LoanWithinMaximum | Reason::LoanAboveMaximum => return loan(finding),
        Reason::NoMaximumInLaw => c::loan_within_maximum::reason::no_maximum(),
        Reason::NoLoanWanted if finding.criterion == CriterionId::Purpose => c::purpose::reason::no_loan(),
        Reason::NoLoanWanted => c::loan_within_maximum::reason::no_loan(),
        Reason::PurposeIsStarting => return c::purpose::reason::met(&purposes(answers, |_| true)),
        Reason::PurposeIsDoubtful => {
            return c::purpose::reason::caseworker_assesses(&purposes(answers, options::is_private));
        }
    };
    fixed.to_owned()
}

fn not_answered(criterion: CriterionId) -> Text {
    use t::criterion as c;
    match criterion {
        CriterionId::Adult => c::adult::reason::needs_answer(),
        CriterionId::Municipality => c::municipality::reason::needs_answer(),
        CriterionId::TargetGroup => c::target_group::reason::needs_answer(),
        CriterionId::NotStarted => c::not_started::reason::needs_answer(),
        CriterionId::RealisticIdea => c::realistic_idea::reason::needs_answer(),
        CriterionId::TradeSkills => c::trade_skills::reason::needs_answer(),
        CriterionId::BusinessSkills => c::business_skills::reason::needs_answer(),
        CriterionId::BetterThanOtherHelp => c::better_than_other_help::reason::needs_answer(),
        CriterionId::Course => c::course::reason::needs_answer(),
        CriterionId::SoundPlan => c::sound_plan::reason::needs_answer(),
        CriterionId::LoanWithinMaximum => c::loan_within_maximum::reason::needs_answer(),
        CriterionId::Purpose => c::purpose::reason::needs_answer(),
    }
}

fn answered_unknown(criterion: CriterionId, answers: &Answers) -> String {
    use t::criterion as c;
    let fixed = match criterion {
        CriterionId::TargetGroup => return group(Reason::AnsweredUnknown, answers.support),
        CriterionId::Municipality => c::municipality::reason::unknown(),
        CriterionId::NotStarted => c::not_started::reason::unknown(),
        CriterionId::RealisticIdea => c::realistic_idea::reason::unknown(),
        CriterionId::TradeSkills => c::trade_skills::reason::unknown(),
        CriterionId::BusinessSkills => c::business_skills::reason::unknown(),
        CriterionId::BetterThanOtherHelp => c::better_than_other_help::reason::unknown(),
        CriterionId::Course => c::course::reason::unknown(),
        CriterionId::SoundPlan => c::sound_plan::reason::unknown(),
        // The case has no word for *unknown* here, so it is the same as no answer.
        CriterionId::Adult | CriterionId::LoanWithinMaximum | CriterionId::Purpose => not_answered(criterion),
    };
    fixed.to_owned()
}

/// What the person receives, and what that means: two sentences.
fn group(reason: Reason, support: Option<Support>) -> String {
    use t::criterion::target_group::reason as words;
    let meaning = match reason {
        Reason::GroupIsNamed => words::in_group(),
        Reason::GroupHasGeneralRule => words::rehabilitation_law(),
        Reason::GroupRuleIsAbolished => words::rehabilitation_abolished(),
        Reason::GroupMayBeReferredAnew => words::re_referral_happened(),
        Reason::GroupIsExcepted => words::excluded_by_name(),
        Reason::GroupWasMerged => words::merged_into_kontanthjaelp(),
        Reason::LowestRateGroup => words::lowest_rate(),
        Reason::GroupIsNotNamed => words::not_in_group(),
        _ => words::not_known(),
    };
    support.map_or_else(|| meaning.to_owned(), |support| format!("{} {meaning}", have(support)))
}

fn have(support: Support) -> Text {
    use t::criterion::target_group::have as words;
    match support {
        Support::KontanthjaelpJobparat => words::kontanthjaelp_jobparat(),
        Support::KontanthjaelpAktivitetsparat => words::kontanthjaelp_aktivitetsparat(),
        Support::Uddannelsesparat => words::uddannelsesparat(),
        Support::UddannelseAktivitetsparat => words::uddannelse_aktivitetsparat(),
        Support::Selvforsoergende => words::selvforsoergende(),
        Support::Revalidend => words::revalidend(),
        Support::Overgangsydelse => words::overgangsydelse(),
        Support::Dagpenge => words::dagpenge(),
        Support::Sygedagpenge => words::sygedagpenge(),
        Support::Fleksjob => words::fleksjob(),
        Support::Ressourceforloeb => words::ressourceforloeb(),
        Support::Foertidspension => words::foertidspension(),
        Support::Su => words::su(),
        Support::Employed => words::employed(),
        Support::Other => words::other(),
        Support::Unknown => words::unknown(),
    }
}

fn age(finding: &Finding) -> Count {
    finding.figures.age.unwrap_or_default().into()
}

fn loan(finding: &Finding) -> String {
    use t::criterion::loan_within_maximum::reason as words;
    let [amount, maximum] =
        [finding.figures.amount, finding.figures.maximum].map(|it| Amount::Exact(it.unwrap_or_default()));
    let compared = AmountMaximum { amount, maximum };
    if finding.outcome == Outcome::Met { words::met(compared) } else { words::caseworker_assesses(compared) }
}

fn purposes(answers: &Answers, wanted: fn(mikrolaan_engine::screening::LoanPurpose) -> bool) -> String {
    let chosen = answers.loan_purposes.iter().flatten().copied();
    let wanted = chosen.filter(|&purpose| wanted(purpose));
    let words: Vec<&str> = wanted.map(|purpose| options::purpose(purpose).words()).collect();
    list(&words)
}

/// What would change a *not met*.
pub fn change(change: Change) -> Text {
    match change {
        Change::Turn18 => t::change::turn_18(),
        Change::MoveOrAskOwnMunicipality => t::change::move_or_ask_own_municipality(),
        Change::ReReferral => t::change::re_referral(),
        Change::ChangeOfSupport => t::change::change_of_support(),
    }
}

#[cfg(test)]
mod tests {
    use super::{because, reason, title};
    use crate::locale::language::{Text, speak_numbered};
    use crate::locale::texts as t;
    use crate::locale::words::list;
    use crate::rulebook::RULEBOOK;
    use mikrolaan_engine::case::Case;
    use mikrolaan_engine::quantity::Month;
    use mikrolaan_engine::screening::{Answers, CoursePlan, CriterionId, Outcome, Skill, YesNo};

    #[test]
    fn whatever_is_not_met_has_words_for_after_fordi() {
        for &criterion in CriterionId::ALL {
            assert_eq!(because(criterion).is_some(), criterion.is_hard(), "{criterion:?}");
        }
        let told = |criteria: &[CriterionId]| {
            let reasons: Vec<&str> = criteria.iter().filter_map(|&it| Some(because(it)?.words())).collect();
            t::answers::no_more_questions(&list(&reasons))
        };
        assert_eq!(told(&[CriterionId::TargetGroup]), "Vi spørger ikke om mere, fordi du ikke er i målgruppen.");
        let all =
            "Vi spørger ikke om mere, fordi du er under 18 år, du bor i en anden kommune og du ikke er i målgruppen.";
        assert_eq!(told(CriterionId::ALL), all);
    }

    /// In Danish both are told alike; in another language each has words of its own.
    #[test]
    fn a_reason_is_that_of_its_condition() {
        speak_numbered();
        let of = |skill| {
            let answers = Answers { trade_skills: Some(skill), business_skills: Some(skill), ..Answers::default() };
            let case = Case { answers: answers.clone(), ..Case::new(Month::new(2026, 11).expect("a month")) };
            let mut reasons: Vec<String> =
                case.screen(&RULEBOOK).findings.iter().map(|it| reason(it, &answers)).collect();
            reasons.sort();
            reasons.dedup();
            reasons.len()
        };
        assert_eq!([Skill::Yes, Skill::No].map(of), [CriterionId::ALL.len(); 2]);
    }

    /// The title of what looks met, by the answers.
    fn met(answers: Answers, criterion: CriterionId) -> Text {
        let case = Case { answers, ..Case::new(Month::new(2026, 11).expect("a month")) };
        let findings = case.screen(&RULEBOOK).findings;
        let found = findings.iter().find(|finding| finding.criterion == criterion).expect("every criterion is found");
        assert_eq!(found.outcome, Outcome::Met);
        title(found)
    }

    #[test]
    fn a_condition_met_in_two_ways_has_a_title_for_each() {
        let skills =
            |skill| met(Answers { business_skills: Some(skill), ..Answers::default() }, CriterionId::BusinessSkills);
        assert_eq!(skills(Skill::Yes), "Du kan drive en virksomhed");
        assert_eq!(skills(Skill::Partly), "Du kan lære resten på kurset");
        let course =
            |course| met(Answers { will_take_course: Some(course), ..Answers::default() }, CriterionId::Course);
        assert_eq!(course(CoursePlan::Yes), "Du vil tage kurset");
        assert_eq!(course(CoursePlan::Done), "Du har taget kurset");
        let nothing_close = Answers { job_or_education_close: Some(YesNo::No), ..Answers::default() };
        assert_eq!(met(nothing_close, CriterionId::BetterThanOtherHelp), "Intet job og ingen uddannelse er på vej");
    }
}
