//! The whole space of answers to the screening.
//!
//! All answers together have some 10¹⁶ combinations under each scheme and month: too many to go through one by one. Two
//! facts make the whole of it reachable, and both are checked here rather than believed:
//!
//! 1. A criterion looks at its own answers only. Each stands in a file of its own, which reads nothing but the
//!    fields named in [`CRITERIA`] (`each_criterion_reads_its_own_answers_only`), so going through the values of those
//!    fields goes through all it can ever find (`every_answer_to_every_criterion`).
//! 2. The verdict sees outcomes, not answers (the type of `Verdict::of`). So one answer for each outcome is
//!    enough, in every combination of outcomes: that product is gone through whole
//!    (`every_combination_of_outcomes`), with every step from *not answered* to an answer.
//!
//! Random points of the full space are held against what 1 and 2 say of them
//! (`random_answers_come_out_as_their_classes_say`), so a hole in the reasoning would show.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::Instant;

use mikrolaan_engine::case::Case;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::{Rulebook, Scheme};
use mikrolaan_engine::screening::{
    AnswerKey, Answers, BusinessAccount, CoursePlan, CriterionId, Finding, Idea, LoanPurpose, Municipality, Outcome,
    Plan, RouteId, RouteReason, RouteState, Screening, Skill, Support, Verdict, YesNo,
};
use proptest::prelude::*;

/// Each criterion's file and the answers it looks at.
const CRITERIA: [(CriterionId, &str, &[&str]); 12] = [
    (CriterionId::Adult, "adult", &["age"]),
    (CriterionId::Municipality, "municipality", &["municipality"]),
    (CriterionId::TargetGroup, "target_group", &["support", "lived_abroad", "residence_and_work_met"]),
    (CriterionId::NotStarted, "not_started", &["business_started"]),
    (CriterionId::RealisticIdea, "realistic_idea", &["idea"]),
    (CriterionId::TradeSkills, "trade_skills", &["trade_skills"]),
    (CriterionId::BusinessSkills, "business_skills", &["business_skills"]),
    (CriterionId::BetterThanOtherHelp, "better_than_other_help", &["job_or_education_close"]),
    (CriterionId::Course, "course", &["will_take_course"]),
    (CriterionId::SoundPlan, "sound_plan", &["plan"]),
    (CriterionId::LoanWithinMaximum, "loan_within_maximum", &["loan_amount"]),
    (CriterionId::Purpose, "purpose", &["loan_amount", "loan_purposes"]),
];

/// The months around which a rule of the screening changes, both sides of each.
const MONTHS: [(i32, u32); 10] =
    [(2017, 7), (2022, 12), (2023, 1), (2025, 6), (2025, 7), (2025, 8), (2026, 1), (2026, 2), (2026, 11), (2027, 1)];

fn month((year, number): (i32, u32)) -> Month {
    Month::new(year, number).expect("a month")
}

fn screen(scheme: Scheme, as_of: Month, answers: &Answers) -> Screening {
    let case = Case { scheme, answers: answers.clone(), ..Case::new(as_of) };
    case.screen(&Rulebook::embedded())
}

/// One way of answering one question, not answering included.
#[derive(Clone)]
struct Choice {
    name: String,
    give: std::rc::Rc<dyn Fn(&mut Answers)>,
}

impl Choice {
    fn new(name: impl Into<String>, give: impl Fn(&mut Answers) + 'static) -> Self {
        Choice { name: name.into(), give: std::rc::Rc::new(give) }
    }

    fn none() -> Self {
        Choice::new("not answered", |_| {})
    }
}

fn choices<T: Copy + 'static>(
    all: &[T],
    id: fn(T) -> &'static str,
    place: fn(&mut Answers) -> &mut Option<T>,
) -> Vec<Choice> {
    let given = all.iter().map(|&value| Choice::new(id(value), move |answers| *place(answers) = Some(value)));
    std::iter::once(Choice::none()).chain(given).collect()
}

/// Every answer to the questions behind the criteria, by the field it is given in.
fn answers_to(field: &str) -> Vec<Choice> {
    match field {
        "age" => one_of(&[17, 18, 34], |answers| &mut answers.age),
        "municipality" => choices(Municipality::ALL, Municipality::id, |answers| &mut answers.municipality),
        "support" => choices(Support::ALL, Support::id, |answers| &mut answers.support),
        "lived_abroad" => one_of(&[true, false], |answers| &mut answers.lived_abroad),
        "residence_and_work_met" => one_of(&[true, false], |answers| &mut answers.residence_and_work_met),
        "business_started" => choices(YesNo::ALL, YesNo::id, |answers| &mut answers.business_started),
        "idea" => choices(Idea::ALL, Idea::id, |answers| &mut answers.idea),
        "trade_skills" => choices(Skill::ALL, Skill::id, |answers| &mut answers.trade_skills),
        "business_skills" => choices(Skill::ALL, Skill::id, |answers| &mut answers.business_skills),
        "job_or_education_close" => choices(YesNo::ALL, YesNo::id, |answers| &mut answers.job_or_education_close),
        "will_take_course" => choices(CoursePlan::ALL, CoursePlan::id, |answers| &mut answers.will_take_course),
        "plan" => choices(Plan::ALL, Plan::id, |answers| &mut answers.plan),
        "loan_amount" => {
            one_of(&[0, 4_999_999, 5_000_000, 5_000_001].map(Money::from_oere), |answers| &mut answers.loan_amount)
        }
        "loan_purposes" => purposes(),
        other => panic!("{other} is behind no criterion"),
    }
}

fn one_of<T: Copy + std::fmt::Display + 'static>(all: &[T], place: fn(&mut Answers) -> &mut Option<T>) -> Vec<Choice> {
    let given = all.iter().map(|&value| Choice::new(value.to_string(), move |answers| *place(answers) = Some(value)));
    std::iter::once(Choice::none()).chain(given).collect()
}

/// No purposes, none in the list, each alone, a good and a doubtful one together.
fn purposes() -> Vec<Choice> {
    let mut lists: Vec<Vec<LoanPurpose>> =
        vec![Vec::new(), vec![LoanPurpose::Stock, LoanPurpose::OwnWage], LoanPurpose::ALL.to_vec()];
    lists.extend(LoanPurpose::ALL.iter().map(|&purpose| vec![purpose]));
    let name = |list: &[LoanPurpose]| list.iter().map(|purpose| purpose.id()).collect::<Vec<_>>().join("+");
    let given = lists.into_iter().map(|list| {
        Choice::new(format!("[{}]", name(&list)), move |answers: &mut Answers| {
            answers.loan_purposes = Some(list.clone())
        })
    });
    std::iter::once(Choice::none()).chain(given).collect()
}

fn finding(screening: &Screening, criterion: CriterionId) -> &Finding {
    &screening.findings[criterion as usize]
}

/// All combinations of one choice from each list.
fn product(lists: &[Vec<Choice>]) -> Vec<Vec<Choice>> {
    lists.iter().fold(vec![Vec::new()], |combinations, list| {
        combinations
            .iter()
            .flat_map(|begun| list.iter().map(|choice| [begun.as_slice(), std::slice::from_ref(choice)].concat()))
            .collect()
    })
}

fn given(choices: &[Choice]) -> Answers {
    let mut answers = Answers::default();
    choices.iter().for_each(|choice| (choice.give)(&mut answers));
    answers
}

#[test]
fn each_criterion_reads_its_own_answers_only() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/screening/criteria");
    for (criterion, file, fields) in CRITERIA {
        let source = fs::read_to_string(folder.join(file).with_extension("rs")).expect("the criterion's file");
        let code: String =
            source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        assert!(code.contains("answers: &Answers"), "{file}: its answers have another name");
        let read: BTreeSet<&str> = code.split("answers").skip(1).filter_map(used_field).collect();
        assert_eq!(read, fields.iter().copied().collect(), "{}", criterion.id());
    }
}

/// What follows the word `answers`: the field read of it. Handing on the whole of it is refused.
fn used_field(after: &str) -> Option<&str> {
    if after.starts_with(": &Answers") {
        return None;
    }
    let field =
        after.trim_start().strip_prefix('.').unwrap_or_else(|| panic!("the answers are handed on: {after:.40}"));
    let end = field.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_').unwrap_or(field.len());
    field.get(..end)
}

/// What each criterion says to each answer, whatever else is answered: as the specification's tables have it.
#[test]
fn every_answer_to_every_criterion() {
    let mut looked_at = 0;
    for (criterion, _, fields) in CRITERIA {
        let mut outcomes = BTreeSet::new();
        for scheme in Scheme::ALL {
            for as_of in MONTHS.map(month) {
                for combination in product(&fields.iter().map(|field| answers_to(field)).collect::<Vec<_>>()) {
                    let screening = screen(*scheme, as_of, &given(&combination));
                    let found = finding(&screening, criterion);
                    let names: Vec<&str> = combination.iter().map(|choice| choice.name.as_str()).collect();
                    let place = format!("{}, {}, {as_of}, {names:?}", criterion.id(), scheme.id());
                    assert_eq!(found.criterion, criterion, "{place}");
                    let unknown = names.contains(&"unknown");
                    assert!(!unknown || found.outcome == Outcome::CaseworkerAssesses, "{place}: unknown is no answer");
                    assert!(
                        found.outcome != Outcome::NotMet || criterion.is_hard(),
                        "{place}: only hard criteria are not met"
                    );
                    assert_eq!(found.what_would_change_it.is_some(), found.outcome == Outcome::NotMet, "{place}");
                    outcomes.insert(found.outcome);
                    looked_at += 1;
                }
            }
        }
        let expected: usize = match criterion {
            CriterionId::Adult => 3,
            CriterionId::Municipality | CriterionId::TargetGroup => 4,
            CriterionId::LoanWithinMaximum | CriterionId::Purpose => 4,
            _ => 3,
        };
        assert_eq!(outcomes.len(), expected, "{}: {outcomes:?}", criterion.id());
    }
    println!("{looked_at} findings: every answer to every criterion, under every scheme, in {} months", MONTHS.len());
}

/// Whatever is answered of residence, one more answer about it brings nobody back into the group or out of it: at most the
/// municipality has something to assess, or nothing any more.
#[test]
fn one_more_answer_about_residence_only_asks_the_municipality() {
    let lists = ["support", "lived_abroad", "residence_and_work_met"].map(answers_to);
    let mut steps = 0;
    for (&scheme, as_of) in Scheme::ALL.iter().flat_map(|scheme| MONTHS.map(|at| (scheme, month(at)))) {
        for begun in product(&lists) {
            let before = screen(scheme, as_of, &given(&begun));
            for (place, list) in
                lists.iter().enumerate().skip(1).filter(|(place, _)| begun[*place].name == "not answered")
            {
                for choice in &list[1..] {
                    let mut after = begun.clone();
                    after[place] = choice.clone();
                    let after = screen(scheme, as_of, &given(&after));
                    let outcomes = [&before, &after].map(|one| finding(one, CriterionId::TargetGroup).outcome);
                    let assessed = [Outcome::Met, Outcome::CaseworkerAssesses];
                    assert!(
                        outcomes[0] == outcomes[1] || outcomes.iter().all(|outcome| assessed.contains(outcome)),
                        "{outcomes:?}"
                    );
                    assert_eq!(before.next_questions, after.next_questions);
                    steps += 1;
                }
            }
        }
    }
    println!("{steps} steps");
    assert!(steps > 5_000, "{steps}");
}

/// One choice for each different finding a field can lead to.
fn representatives(scheme: Scheme, as_of: Month, criterion: CriterionId, field: &str) -> Vec<Choice> {
    let mut seen = BTreeMap::new();
    for choice in answers_to(field) {
        let screening = screen(scheme, as_of, &given(std::slice::from_ref(&choice)));
        seen.entry(finding(&screening, criterion).outcome).or_insert(choice);
    }
    seen.into_values().collect()
}

/// The choices of the full product of outcomes, question by question; `loan_amount` and `loan_purposes` are
/// looked at together and keep all their kinds.
fn classes(scheme: Scheme, as_of: Month) -> Vec<Vec<Choice>> {
    let mut lists: Vec<Vec<Choice>> = CRITERIA[..10]
        .iter()
        .map(|&(criterion, _, fields)| representatives(scheme, as_of, criterion, fields[0]))
        .collect();
    lists.push(vec![
        Choice::none(),
        Choice::new("no loan", |answers| answers.loan_amount = Some(Money::ZERO)),
        Choice::new("at the maximum", |answers| answers.loan_amount = Some(Money::from_kroner(50_000))),
        Choice::new("above", |answers| answers.loan_amount = Some(Money::from_oere(5_000_001))),
    ]);
    lists.push(vec![
        Choice::none(),
        Choice::new("empty", |answers| answers.loan_purposes = Some(Vec::new())),
        Choice::new("good", |answers| answers.loan_purposes = Some(vec![LoanPurpose::Stock])),
        Choice::new("doubtful", |answers| answers.loan_purposes = Some(vec![LoanPurpose::OldDebt])),
    ]);
    lists
}

/// What the specification says the outcomes come to.
fn verdict_of(outcomes: &[Outcome]) -> Verdict {
    if outcomes[..3].contains(&Outcome::NotMet) {
        Verdict::NotInTargetGroup
    } else if outcomes.contains(&Outcome::NeedsAnswer) {
        Verdict::Undecided
    } else if outcomes.contains(&Outcome::CaseworkerAssesses) {
        Verdict::NeedsAssessment
    } else {
        Verdict::InTargetGroup
    }
}

#[test]
fn every_combination_of_outcomes() {
    let begun = Instant::now();
    let settings: Vec<(Scheme, Month)> = Scheme::ALL.iter().map(|&scheme| (scheme, month((2026, 11)))).collect();
    let counts: Vec<Counts> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            settings.iter().map(|&(scheme, as_of)| scope.spawn(move || go_through(scheme, as_of))).collect();
        threads.into_iter().map(|thread| thread.join().expect("no combination fails")).collect()
    });
    let all: u64 = counts.iter().map(|counts| counts.combinations).sum();
    let steps: u64 = counts.iter().map(|counts| counts.steps).sum();
    println!(
        "{all} combinations of outcomes and {steps} steps from not answered to an answer, in {:.1?}",
        begun.elapsed()
    );
    println!("they stand for {:.1e} combinations of answers under three schemes", whole_space() as f64 * 3.0);
    for verdict in Verdict::ALL {
        let reached: u64 = counts.iter().map(|counts| counts.verdicts[*verdict as usize]).sum();
        println!("  {:>22}  {reached}", verdict.id());
        assert!(reached > 0, "{} is never reached", verdict.id());
    }
}

/// How many combinations all answers have, with ages, amounts and purposes as in [`answers_to`].
fn whole_space() -> u128 {
    let criteria: BTreeSet<&str> = CRITERIA.iter().flat_map(|(_, _, fields)| fields.iter().copied()).collect();
    let behind: u128 = criteria.iter().map(|field| answers_to(field).len() as u128).product();
    let beside = 4 * (BusinessAccount::ALL.len() as u128 + 1) * 4 * 4 * 3 * 3 * 3 * 3 * 3 * 3;
    behind * beside
}

struct Counts {
    combinations: u64,
    steps: u64,
    verdicts: [u64; 4],
}

/// Every combination of the classes, and from each the steps that answer one more question.
fn go_through(scheme: Scheme, as_of: Month) -> Counts {
    let lists = classes(scheme, as_of);
    let sizes: Vec<usize> = lists.iter().map(Vec::len).collect();
    let total: usize = sizes.iter().product();
    let mut verdicts: Vec<Verdict> = Vec::with_capacity(total);
    for number in 0..total {
        let answers = given(&picked(&lists, number));
        let screening = screen(scheme, as_of, &answers);
        check(&screening, (scheme, as_of), &answers);
        verdicts.push(screening.verdict);
    }
    let mut counts = Counts { combinations: total as u64, steps: 0, verdicts: [0; 4] };
    for (number, &verdict) in verdicts.iter().enumerate() {
        counts.verdicts[verdict as usize] += 1;
        counts.steps += steps_from(number, verdict, &lists, &sizes, &verdicts);
    }
    counts
}

/// The choices behind a number: one digit for each question.
fn picked(lists: &[Vec<Choice>], mut number: usize) -> Vec<Choice> {
    lists
        .iter()
        .map(|list| {
            let choice = list[number % list.len()].clone();
            number /= list.len();
            choice
        })
        .collect()
}

/// One verdict, the one the outcomes come to; questions only for what is missing, in order; five routes,
/// the scheme's own as the specification has it.
fn check(screening: &Screening, (scheme, as_of): (Scheme, Month), answers: &Answers) {
    let outcomes: Vec<Outcome> = screening.findings.iter().map(|finding| finding.outcome).collect();
    assert_eq!(outcomes.len(), 12);
    assert_eq!(screening.verdict, verdict_of(&outcomes), "{answers:?}");
    assert_eq!(screening.routes.len(), 5);
    let own = &screening.routes[0];
    assert_eq!(own.route, RouteId::CourseAndMicroloan);
    assert_eq!((own.state, own.reason), own_route(screening.verdict, in_force(scheme, as_of)), "{as_of}, {answers:?}");
    if screening.verdict == Verdict::NotInTargetGroup {
        assert!(screening.next_questions.is_empty(), "{answers:?}");
        return;
    }
    let missing = screening.findings.iter().filter(|finding| finding.outcome == Outcome::NeedsAnswer);
    let behind: Vec<AnswerKey> = missing.map(|finding| finding.criterion.question()).collect();
    let (asked, beside) = screening.next_questions.split_at(behind.len());
    assert_eq!(asked, behind, "{answers:?}");
    assert_eq!(screening.verdict == Verdict::Undecided, !behind.is_empty(), "{answers:?}");
    assert!(beside.iter().all(|&key| !answers.has(key)), "{answers:?}");
}

/// In which months anybody can be given something, by the months written out in the specification.
fn in_force(scheme: Scheme, as_of: Month) -> bool {
    match scheme {
        Scheme::Frikommune => as_of <= month((2022, 12)),
        Scheme::Revalidering => as_of <= month((2026, 1)),
        Scheme::Viderefoert => false,
    }
}

/// What the specification says of the scheme's own route.
fn own_route(verdict: Verdict, in_force: bool) -> (RouteState, RouteReason) {
    match (verdict, in_force) {
        (Verdict::InTargetGroup, true) => (RouteState::Open, RouteReason::ConditionsLookMet),
        (Verdict::InTargetGroup, false) => (RouteState::Maybe, RouteReason::FitsButNotOffered),
        (Verdict::NeedsAssessment, true) => (RouteState::Maybe, RouteReason::CaseworkerAssessesFirst),
        (Verdict::NeedsAssessment, false) => (RouteState::Maybe, RouteReason::AssessButNotOffered),
        (Verdict::Undecided, _) => (RouteState::Maybe, RouteReason::AnswersMissing),
        (Verdict::NotInTargetGroup, _) => (RouteState::Closed, RouteReason::OutsideTargetGroup),
    }
}

/// Under every scheme, on both sides of every month in which a rule changes, for answers that come to each verdict.
#[test]
fn the_schemes_own_route_is_open_only_while_the_scheme_is_in_force() {
    let mut open = BTreeSet::new();
    for &scheme in Scheme::ALL {
        for as_of in MONTHS.map(month) {
            for mut answers in backgrounds() {
                if scheme == Scheme::Revalidering {
                    answers.support = answers.support.map(|_| Support::Revalidend);
                }
                let screening = screen(scheme, as_of, &answers);
                check(&screening, (scheme, as_of), &answers);
                if screening.routes[0].state == RouteState::Open {
                    open.insert((scheme.id(), as_of));
                }
            }
        }
    }
    let expected = [("frikommune", (2017, 7)), ("frikommune", (2022, 12))]
        .into_iter()
        .chain(MONTHS.into_iter().take_while(|&at| at <= (2026, 1)).map(|at| ("revalidering", at)));
    assert_eq!(open, expected.map(|(scheme, at)| (scheme, month(at))).collect());
}

/// Answering one more question: never back from outside the target group, never from decided to undecided.
fn steps_from(number: usize, verdict: Verdict, lists: &[Vec<Choice>], sizes: &[usize], verdicts: &[Verdict]) -> u64 {
    let (mut place, mut steps) = (1, 0);
    for (list, &size) in lists.iter().zip(sizes) {
        let digit = number / place % size;
        let unanswered = list[digit].name == "not answered";
        for other in (0..size).filter(|&other| unanswered && other != digit) {
            let next = verdicts[number - digit * place + other * place];
            let back = verdict == Verdict::NotInTargetGroup && next != Verdict::NotInTargetGroup;
            let undone = verdict != Verdict::Undecided && next == Verdict::Undecided;
            assert!(!back && !undone, "from {verdict:?} to {next:?}");
            steps += 1;
        }
        place *= size;
    }
    steps
}

/// What never holds back the verdict changes neither verdict nor findings, whatever is answered.
#[test]
fn questions_beside_the_criteria_change_neither_verdict_nor_findings() {
    let lists = [
        choices(YesNo::ALL, YesNo::id, |answers| &mut answers.public_debt),
        choices(BusinessAccount::ALL, BusinessAccount::id, |answers| &mut answers.business_account),
        choices(YesNo::ALL, YesNo::id, |answers| &mut answers.wealth_over_limit),
        choices(YesNo::ALL, YesNo::id, |answers| &mut answers.housing_benefit),
        one_of(&[true, false], |answers| &mut answers.single),
        one_of(&[true, false], |answers| &mut answers.children),
        one_of(&[true, false], |answers| &mut answers.lives_with_parents),
    ];
    let beside = product(&lists);
    let as_of = month((2026, 11));
    let mut looked_at = 0;
    for behind in backgrounds() {
        let alone = screen(Scheme::Viderefoert, as_of, &behind);
        for combination in &beside {
            let mut answers = behind.clone();
            combination.iter().for_each(|choice| (choice.give)(&mut answers));
            let screening = screen(Scheme::Viderefoert, as_of, &answers);
            check(&screening, (Scheme::Viderefoert, as_of), &answers);
            assert_eq!((screening.verdict, &screening.findings), (alone.verdict, &alone.findings), "{answers:?}");
            assert_eq!(screening.routes, alone.routes, "{answers:?}");
            let flags: Vec<&str> = screening.flags.iter().map(|flag| flag.flag.id()).collect();
            assert!(flags.is_sorted(), "{flags:?}");
            looked_at += 1;
        }
    }
    println!("{looked_at} combinations of the questions beside the criteria");
}

/// Answers that come to each verdict.
fn backgrounds() -> Vec<Answers> {
    let well = all_well();
    vec![
        Answers::default(),
        well.clone(),
        Answers { plan: Some(Plan::None), ..well.clone() },
        Answers { municipality: Some(Municipality::Other), ..well },
    ]
}

fn all_well() -> Answers {
    Answers {
        age: Some(34),
        municipality: Some(Municipality::Aalborg),
        support: Some(Support::KontanthjaelpJobparat),
        business_started: Some(YesNo::No),
        idea: Some(Idea::Plan),
        trade_skills: Some(Skill::Yes),
        business_skills: Some(Skill::Yes),
        job_or_education_close: Some(YesNo::No),
        will_take_course: Some(CoursePlan::Yes),
        plan: Some(Plan::Complete),
        loan_amount: Some(Money::from_kroner(10_000)),
        loan_purposes: Some(vec![LoanPurpose::Stock]),
        ..Answers::default()
    }
}

/// Random choices for all fourteen questions, and an order to answer them in.
fn walk() -> impl Strategy<Value = (Vec<usize>, Vec<usize>, usize, usize)> {
    let order = Just((0..14).collect::<Vec<usize>>()).prop_shuffle();
    (prop::collection::vec(any::<usize>(), 14), order, 0..Scheme::ALL.len(), 0..MONTHS.len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Point 1 on random points: what a criterion finds among all answers is what it finds with its own alone.
    #[test]
    fn random_answers_come_out_as_their_classes_say((picks, _, scheme, at) in walk()) {
        let (scheme, as_of) = (Scheme::ALL[scheme], month(MONTHS[at]));
        let fields = questions();
        let chosen: Vec<Choice> = fields.iter().zip(&picks).map(|(field, pick)| pick_one(field, *pick)).collect();
        let together = screen(scheme, as_of, &given(&chosen));
        for (criterion, _, own) in CRITERIA {
            let alone: Vec<Choice> = own.iter().map(|field| {
                let at = fields.iter().position(|other| other == field).expect("a question");
                chosen[at].clone()
            }).collect();
            let alone = screen(scheme, as_of, &given(&alone));
            prop_assert_eq!(finding(&together, criterion), finding(&alone, criterion));
        }
    }

    /// Answering in any order: each step keeps what has been decided, and the end is the same.
    #[test]
    fn the_order_of_answering_never_matters((picks, order, scheme, at) in walk()) {
        let (scheme, as_of) = (Scheme::ALL[scheme], month(MONTHS[at]));
        let fields = questions();
        let mut answers = Answers::default();
        let mut before = screen(scheme, as_of, &answers);
        for &at in &order {
            (pick_one(fields[at], picks[at]).give)(&mut answers);
            let after = screen(scheme, as_of, &answers);
            check(&after, (scheme, as_of), &answers);
            prop_assert!(before.verdict != Verdict::NotInTargetGroup || after.verdict == Verdict::NotInTargetGroup);
            prop_assert!(before.verdict == Verdict::Undecided || after.verdict != Verdict::Undecided);
            before = after;
        }
        let chosen: Vec<Choice> = fields.iter().zip(&picks).map(|(field, pick)| pick_one(field, *pick)).collect();
        prop_assert_eq!(&before, &screen(scheme, as_of, &given(&chosen)));
    }
}

fn questions() -> [&'static str; 14] {
    [
        "age",
        "municipality",
        "support",
        "business_started",
        "idea",
        "trade_skills",
        "business_skills",
        "job_or_education_close",
        "will_take_course",
        "plan",
        "loan_amount",
        "loan_purposes",
        "lived_abroad",
        "residence_and_work_met",
    ]
}

fn pick_one(field: &str, pick: usize) -> Choice {
    let all = answers_to(field);
    all[pick % all.len()].clone()
}

/// Answering what is asked, one question at a time, ends with nothing left to ask.
#[test]
fn following_the_questions_ends() {
    let as_of = month((2026, 11));
    for &scheme in Scheme::ALL {
        let (mut answers, well, mut asked) = (Answers::default(), all_well(), Vec::new());
        while let Some(&next) = screen(scheme, as_of, &answers).next_questions.first() {
            assert!(!asked.contains(&next), "{} is asked twice", next.id());
            asked.push(next);
            answer_as(&mut answers, &well, next);
        }
        assert!(screen(scheme, as_of, &answers).verdict != Verdict::Undecided);
        assert!(asked.iter().all(|key| AnswerKey::ASKED.contains(key)), "the others are never asked for here");
    }
}

fn answer_as(answers: &mut Answers, source: &Answers, key: AnswerKey) {
    match key {
        AnswerKey::Age => answers.age = source.age,
        AnswerKey::Municipality => answers.municipality = source.municipality,
        AnswerKey::Support => answers.support = source.support,
        AnswerKey::BusinessStarted => answers.business_started = source.business_started,
        AnswerKey::Idea => answers.idea = source.idea,
        AnswerKey::TradeSkills => answers.trade_skills = source.trade_skills,
        AnswerKey::BusinessSkills => answers.business_skills = source.business_skills,
        AnswerKey::JobOrEducationClose => answers.job_or_education_close = source.job_or_education_close,
        AnswerKey::WillTakeCourse => answers.will_take_course = source.will_take_course,
        AnswerKey::Plan => answers.plan = source.plan,
        AnswerKey::LoanAmount => answers.loan_amount = source.loan_amount,
        AnswerKey::LoanPurposes => answers.loan_purposes = source.loan_purposes.clone(),
        AnswerKey::PublicDebt => answers.public_debt = Some(YesNo::Unknown),
        AnswerKey::BusinessAccount => answers.business_account = Some(BusinessAccount::Unknown),
        AnswerKey::WealthOverLimit => answers.wealth_over_limit = Some(YesNo::Unknown),
        AnswerKey::HousingBenefit => answers.housing_benefit = Some(YesNo::Unknown),
        AnswerKey::Single => answers.single = Some(true),
        AnswerKey::Children => answers.children = Some(false),
        AnswerKey::LivesWithParents => answers.lives_with_parents = Some(false),
        AnswerKey::ResidenceAndWorkMet
        | AnswerKey::WorkedTwoAndAHalfYears
        | AnswerKey::ChildrenAtHome
        | AnswerKey::Married
        | AnswerKey::LivedAbroad => {
            panic!("{} is never asked here", key.id())
        }
    }
}
