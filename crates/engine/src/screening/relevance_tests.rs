//! Which question comes next, and what a changed answer leaves without meaning.

use super::{AnswerKey, Answers, NotRelevant, QuestionFlow, QuestionStatus, Relevance, Support};
use crate::quantity::{Money, Month};
use crate::rulebook::{Rulebook, Scheme};
use crate::screening::{
    BusinessAccount, CoursePlan, FlagId, Idea, LoanPurpose, Municipality, Plan, Setting, Skill, YesNo, screen,
};

fn flow(answers: &Answers, skipped: &[AnswerKey]) -> QuestionFlow {
    let rulebook = Rulebook::embedded();
    let as_of = Month::new(2026, 11).expect("a month");
    let screening = screen(Setting { rulebook: &rulebook, scheme: Scheme::Viderefoert, as_of }, answers);
    QuestionFlow::of(answers, skipped, &screening)
}

/// Answers every question that is asked, with the answer `pick` gives; the keys in the order asked.
fn walk(pick: impl Fn(&mut Answers, AnswerKey) -> bool) -> (Vec<AnswerKey>, QuestionFlow) {
    let (mut answers, mut skipped, mut asked) = (Answers::default(), Vec::new(), Vec::new());
    while let Some(key) = flow(&answers, &skipped).next() {
        assert!(asked.len() < AnswerKey::ON_THE_WAY.len(), "asked without end: {asked:?}");
        asked.push(key);
        if !pick(&mut answers, key) {
            skipped.push(key);
        }
    }
    let end = flow(&answers, &skipped);
    (asked, end)
}

/// An answer that keeps a person on the path.
fn good(answers: &mut Answers, key: AnswerKey) -> bool {
    match key {
        AnswerKey::Age => answers.age = Some(27),
        AnswerKey::LoanAmount => answers.loan_amount = Some(Money::from_kroner(25_500)),
        AnswerKey::LoanPurposes => answers.loan_purposes = Some(vec![LoanPurpose::Stock]),
        AnswerKey::Municipality => answers.municipality = Some(Municipality::Aalborg),
        AnswerKey::Support => answers.support = Some(Support::KontanthjaelpJobparat),
        AnswerKey::Idea => (answers.idea, answers.plan) = (Some(Idea::Plan), Some(Plan::Complete)),
        AnswerKey::WillTakeCourse => answers.will_take_course = Some(CoursePlan::Yes),
        AnswerKey::BusinessAccount => answers.business_account = Some(BusinessAccount::Open),
        AnswerKey::LivedAbroad => answers.lived_abroad = Some(true),
        AnswerKey::ResidenceAndWorkMet => answers.residence_and_work_met = Some(true),
        _ => answer_alike(answers, key, Skill::Yes, YesNo::No),
    }
    answers.has(key)
}

/// Gives one of the alike questions, about a skill or with yes and no, its answer; the others stay as they are.
fn answer_alike(answers: &mut Answers, key: AnswerKey, skill: Skill, yes_no: YesNo) {
    match key {
        AnswerKey::TradeSkills => answers.trade_skills = Some(skill),
        AnswerKey::BusinessSkills => answers.business_skills = Some(skill),
        AnswerKey::BusinessStarted => answers.business_started = Some(yes_no),
        AnswerKey::JobOrEducationClose => answers.job_or_education_close = Some(yes_no),
        AnswerKey::PublicDebt => answers.public_debt = Some(yes_no),
        _ => {}
    }
}

/// *Unknown*, where that is an answer.
fn unknown(answers: &mut Answers, key: AnswerKey) -> bool {
    match key {
        AnswerKey::Municipality => answers.municipality = Some(Municipality::Unknown),
        AnswerKey::Support => answers.support = Some(Support::Unknown),
        AnswerKey::Idea => (answers.idea, answers.plan) = (Some(Idea::Unknown), Some(Plan::Unknown)),
        AnswerKey::WillTakeCourse => answers.will_take_course = Some(CoursePlan::Unknown),
        AnswerKey::BusinessAccount => answers.business_account = Some(BusinessAccount::Unknown),
        _ => answer_alike(answers, key, Skill::Unknown, YesNo::Unknown),
    }
    answers.has(key)
}

#[test]
fn somebody_young_on_kontanthjaelp_is_asked_everything_once_and_in_order() {
    let (asked, end) = walk(good);
    assert_eq!(asked, AnswerKey::ON_THE_WAY);
    let home = |key: &AnswerKey| AnswerKey::ASKED.contains(key) && !AnswerKey::ON_THE_WAY.contains(&key.page());
    let home: Vec<&str> = AnswerKey::ALL.iter().filter(|key| home(key)).map(|key| key.id()).collect();
    let beside_the_money = ["wealth_over_limit", "housing_benefit", "single", "children", "lives_with_parents"];
    assert_eq!(home, beside_the_money, "asked where the money at home is");
    assert!(end.is_certain() && end.next().is_none() && end.open() == 0);
}

#[test]
fn who_knows_nothing_comes_to_the_end() {
    let (asked, end) = walk(unknown);
    assert!(!asked.contains(&AnswerKey::LoanPurposes), "not asked what a loan of unknown size is for");
    assert_eq!(end.open(), 0);
    assert_eq!(asked.len(), 12, "nor whether somebody came from abroad who may live on anything: {asked:?}");
}

#[test]
fn idea_and_plan_are_answered_on_one_page() {
    assert_eq!(AnswerKey::Plan.page(), AnswerKey::Idea);
    let alone = AnswerKey::ALL.iter().filter(|key| key.page() == **key).count();
    assert_eq!(alone, AnswerKey::ALL.len() - 1);
    let status = |idea, plan| {
        let flow = flow(&Answers { idea, plan, ..Answers::default() }, &[]);
        flow.steps().iter().find(|step| step.key == AnswerKey::Idea).map(|step| step.status)
    };
    assert_eq!(status(Some(Idea::Idea), Some(Plan::None)), Some(QuestionStatus::Answered));
    assert_eq!(status(Some(Idea::Idea), None), Some(QuestionStatus::Open), "one of two");
    assert_eq!(status(None, Some(Plan::None)), Some(QuestionStatus::Open), "the other of two");
}

#[test]
fn the_questions_that_are_left_never_grow_past_what_was_announced() {
    let (mut answers, skipped) = (Answers::default(), Vec::new());
    let mut announced = flow(&answers, &skipped).path().count();
    while let Some(key) = flow(&answers, &skipped).next() {
        assert!(good(&mut answers, key), "{key:?} has no answer");
        let now = flow(&answers, &skipped).path().count();
        assert!(now <= announced, "{key:?}: {announced} became {now}");
        announced = now;
    }
}

#[test]
fn without_a_loan_nothing_is_asked_about_it() {
    let (asked, end) = walk(|answers, key| match key {
        AnswerKey::LoanAmount => {
            answers.loan_amount = Some(Money::ZERO);
            true
        }
        _ => good(answers, key),
    });
    assert!(!asked.contains(&AnswerKey::LoanPurposes) && !asked.contains(&AnswerKey::PublicDebt));
    assert_eq!(end.not_relevant(AnswerKey::LoanPurposes), Some(NotRelevant::NoLoan));
}

#[test]
fn a_hard_no_ends_the_questions_at_once_and_keeps_the_answers() {
    let mut answers = Answers::default();
    good(&mut answers, AnswerKey::Age);
    good(&mut answers, AnswerKey::Idea);
    answers.municipality = Some(Municipality::Other);
    let flow = flow(&answers, &[]);
    assert!(flow.is_outside && flow.next().is_none());
    assert_eq!(flow.not_relevant(AnswerKey::Idea), Some(NotRelevant::Outside));
    assert_eq!(flow.answered_in_vain(), 1, "the idea was answered; the hard conditions still count");
}

#[test]
fn another_support_leaves_the_answers_about_the_benefit_without_meaning() {
    let mut answers = Answers::default();
    for key in AnswerKey::ON_THE_WAY {
        good(&mut answers, key);
    }
    assert_eq!(flow(&answers, &[]).answered_in_vain(), 0);
    answers.support = Some(Support::Selvforsoergende);
    let flow = flow(&answers, &[]);
    let void: Vec<AnswerKey> =
        flow.steps().iter().filter(|step| step.is_answered_in_vain()).map(|step| step.key).collect();
    assert_eq!(void, [AnswerKey::LivedAbroad, AnswerKey::ResidenceAndWorkMet]);
}

#[test]
fn residence_is_asked_of_who_came_from_abroad() {
    let relevance = |support, abroad, skipped: &[AnswerKey]| {
        let answers = Answers { support: Some(support), lived_abroad: abroad, ..Answers::default() };
        let flow = flow(&answers, skipped);
        let of = |key| flow.steps().iter().find(|step| step.key == key).map(|step| step.relevance);
        [AnswerKey::LivedAbroad, AnswerKey::ResidenceAndWorkMet].map(|key| of(key).expect("a question"))
    };
    let benefit = Support::KontanthjaelpJobparat;
    let other = Relevance::Not(NotRelevant::OtherSupport);
    let not_abroad = Relevance::Not(NotRelevant::NotAbroad);
    assert_eq!(relevance(benefit, None, &[]), [Relevance::Matters, Relevance::Depends]);
    assert_eq!(relevance(benefit, Some(true), &[]), [Relevance::Matters; 2]);
    assert_eq!(relevance(benefit, Some(false), &[]), [Relevance::Matters, not_abroad]);
    assert_eq!(relevance(benefit, None, &[AnswerKey::LivedAbroad]), [Relevance::Matters, not_abroad]);
    assert_eq!(relevance(Support::Selvforsoergende, Some(true), &[]), [other; 2]);
    assert_eq!(flow(&Answers::default(), &[]).steps().last().map(|step| step.relevance), Some(Relevance::Depends));
}

#[test]
fn back_goes_to_the_question_before_on_the_way() {
    let (_, flow) = walk(good);
    assert_eq!(flow.before(AnswerKey::Age), None);
    assert_eq!(flow.before(AnswerKey::Support), Some(AnswerKey::Municipality));
    assert_eq!(flow.place(AnswerKey::Support), Some((3, 15)));
}

#[test]
fn dont_know_passes_a_question() {
    let flow = flow(&Answers::default(), &[AnswerKey::Age]);
    assert_eq!(flow.steps().first().map(|step| step.status), Some(QuestionStatus::Skipped));
    assert_eq!(flow.next(), Some(AnswerKey::Municipality));
}

#[test]
fn what_is_left_is_counted_and_nothing_is_untouched_but_the_beginning() {
    let begun = flow(&Answers::default(), &[]);
    assert!(begun.is_untouched() && !begun.is_certain() && begun.open() > 8, "{begun:?}");
    let mut answers = Answers { age: Some(27), ..Answers::default() };
    let one = flow(&answers, &[]);
    assert!(!one.is_untouched());
    assert_eq!(one.open(), begun.open() - 1);
    assert_eq!(flow(&answers, &[AnswerKey::LivedAbroad]).open(), begun.open() - 1, "that hangs on the support");
    assert_eq!(flow(&answers, &[AnswerKey::LoanAmount]).open(), begun.open() - 2);
    assert!(!flow(&Answers::default(), &[AnswerKey::LoanAmount]).is_untouched());
    // What a loan is for hangs on whether there is one; debt does not.
    answers.support = Some(Support::KontanthjaelpJobparat);
    let relevance = |answers: &Answers, key| {
        flow(answers, &[]).steps().iter().find(|step| step.key == key).expect("a question").relevance
    };
    assert_eq!(relevance(&answers, AnswerKey::LoanPurposes), Relevance::Depends);
    assert_eq!(relevance(&answers, AnswerKey::PublicDebt), Relevance::Matters);
    let (_, end) = walk(good);
    assert!(end.is_certain() && end.open() == 0 && !end.is_untouched());
}

#[test]
fn a_flag_comes_from_the_question_it_warns_about_and_what_is_said_of_the_scheme_from_none() {
    let questions: Vec<Option<&str>> = FlagId::IN_ORDER.iter().map(|flag| flag.question().map(AnswerKey::id)).collect();
    let of_the_scheme = FlagId::IN_ORDER.iter().filter(|flag| flag.question().is_none()).count();
    assert_eq!(of_the_scheme, 3, "{questions:?}");
    let named = [
        (FlagId::DebtUnknown, AnswerKey::PublicDebt),
        (FlagId::AccountRefused, AnswerKey::BusinessAccount),
        (FlagId::LoanCountsAsWealth, AnswerKey::LoanAmount),
        (FlagId::SpouseCounts, AnswerKey::Married),
    ];
    for (flag, question) in named {
        assert_eq!(flag.question(), Some(question), "{flag:?}");
    }
}

#[test]
fn outside_a_flag_still_means_something_unless_it_is_about_the_loan_and_without_a_loan_that_means_nothing() {
    let outside = Answers { age: Some(45), support: Some(Support::Dagpenge), ..Answers::default() };
    let outside = flow(&outside, &[]);
    assert!(FlagId::AccountTakesTime.is_relevant(&outside), "an account takes time for everybody");
    assert!(FlagId::TrialHasEnded.is_relevant(&outside), "it is of no question");
    for flag in
        [FlagId::DebtMayTakeThePayout, FlagId::DebtUnknown, FlagId::LoanCountsAsWealth, FlagId::SecurityMayBeTaken]
    {
        assert!(flag.is_about_the_loan() && !flag.is_relevant(&outside), "{flag:?}");
    }
    let (_, mut inside) = walk(good);
    assert!(FlagId::SecurityMayBeTaken.is_relevant(&inside) && FlagId::AccountTakesTime.is_relevant(&inside));
    (_, inside) = walk(|answers, key| match key {
        AnswerKey::LoanAmount => {
            answers.loan_amount = Some(Money::ZERO);
            true
        }
        _ => good(answers, key),
    });
    assert!(!FlagId::SecurityMayBeTaken.is_relevant(&inside), "nothing is bought with a loan");
}

#[test]
fn what_a_loan_of_unknown_size_is_for_is_not_asked_and_debt_is() {
    let answers = Answers { age: Some(45), ..Answers::default() };
    let (open, skipped) = (flow(&answers, &[]), flow(&answers, &[AnswerKey::LoanAmount]));
    assert_eq!(open.not_relevant(AnswerKey::LoanPurposes), None);
    assert_eq!(skipped.not_relevant(AnswerKey::LoanPurposes), Some(NotRelevant::LoanNotKnown));
    assert_eq!(skipped.not_relevant(AnswerKey::PublicDebt), None);
}
