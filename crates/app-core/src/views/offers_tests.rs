//! What would help, for each way in which money can be missing, and what is true after following it.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::simulation::{Scenario, SetupCost, TaxMode};
use proptest::prelude::*;

use super::*;
use crate::views::Advice;
use crate::views::months::Said;

const AS_OF: Month = Month::new(2026, 11).expect("a month");

fn case(id: ExampleId, change: impl FnOnce(&mut Scenario)) -> Case {
    let mut case = example(id, AS_OF);
    change(case.scenarios.first_mut().expect("an example has a scenario"));
    case
}

fn kr(kroner: i64) -> Money {
    Money::from_kroner(kroner)
}

fn plain(sentences: &[String]) -> Vec<String> {
    sentences.iter().map(|text| text.replace('\u{a0}', " ")).collect()
}

/// What would help; nothing in a case that cannot be worked out.
fn advice(case: &Case) -> Advice {
    evaluate(case, &RULEBOOK, 0).map(|evaluated| Advice::of(&evaluated)).unwrap_or_default()
}

/// What is offered: enough, and helping.
fn offered(case: &Case) -> Option<(Vec<String>, Vec<String>)> {
    let offers = advice(case).offers?;
    Some((plain(&offers.sufficient), plain(&offers.helps)))
}

/// The case after following one of the things that are enough alone.
fn followed(case: &Case, question: Question) -> Option<Case> {
    let plan = case.plan(0).ok()?;
    let simulation = case.simulate(&RULEBOOK, 0).ok()?;
    let view = View { plan: &plan, simulation: &simulation };
    let found = sought(&view, question, Goal::EnoughEveryMonth)?;
    let scenario = with(view.plan, question, found)?;
    Some(Case { scenarios: vec![scenario], ..case.clone() })
}

#[test]
fn what_is_enough_stands_before_what_only_helps_and_neither_where_there_is_none() {
    let lists = |enough: &[&str], helps: &[&str]| {
        let [enough, helps] = [enough, helps].map(|of| of.iter().map(|&text| text.to_owned()).collect());
        Offers { sufficient: enough, helps, wage: String::new() }.lists()
    };
    assert_eq!(lists(&[], &[]), []);
    let both = lists(&["Arbejd.", "Spar."], &["Sælg."]);
    assert_eq!(both.iter().map(|list| list.title).collect::<Vec<_>>(), [o::enough(), o::helps()]);
    assert_eq!(both.iter().map(|list| list.lead).collect::<Vec<_>>(), [Some(o::enough_lead()), None]);
    let one = lists(&["Arbejd."], &[]);
    assert_eq!((one.len(), one[0].lead), (1, None), "one alone needs no choosing");
    assert_eq!(lists(&[], &["Sælg."])[0].sentences, ["Sælg."]);
}

#[test]
fn what_is_enough_and_what_only_helps_are_named_apart() {
    // Nothing more is missing than the months on one's own take from the savings until they are used up.
    let (enough, helps) = offered(&case(ExampleId::GraphicDesigner, |_| {})).expect("money is missing");
    assert!(
        enough[0].starts_with("Arbejd ") && enough[0].ends_with(" timer mere om ugen fra oktober 2027."),
        "{enough:?}"
    );
    assert!(helps.iter().all(|text| text.contains("stadig")), "{helps:?}");
    let all = [enough, helps].concat();
    assert!(all.iter().any(|text| text.starts_with("Brug ") && text.contains("mindre om måneden")), "{all:?}");
}

#[test]
fn who_has_no_job_by_then_is_not_told_to_work_more() {
    let over = case(ExampleId::Hairdresser, |scenario| {
        let job = scenario.small_jobs.first_mut().expect("a job");
        (job.from, job.until) = (scenario.start, Some(scenario.start));
    });
    let (enough, helps) = offered(&over).expect("money is missing");
    let job = [enough, helps].concat().into_iter().find(|text| text.contains("timer")).expect("hours help");
    assert!(job.contains("timer om ugen i et småjob fra oktober 2027."), "{job}");
}

#[test]
fn a_job_that_comes_too_late_helps_and_says_what_is_still_missing() {
    // Short by 9.000 kr. and more before the support has ended.
    let late = case(ExampleId::Hairdresser, |scenario| {
        scenario.household.savings = Money::ZERO;
        scenario.household.living_costs = kr(17_000);
        scenario.small_jobs.clear();
    });
    let (enough, helps) = offered(&late).expect("money is missing");
    assert!(enough.iter().all(|text| !text.contains("timer")), "{enough:?}");
    let job = helps.iter().find(|text| text.starts_with("Arbejd ")).expect("it helps");
    assert!(job.contains("37 timer om ugen") && job.contains("Så mangler du stadig "), "{job}");
}

#[test]
fn savings_never_make_up_for_months_that_cost_more_than_they_bring() {
    let gap = case(ExampleId::GraphicDesigner, |scenario| scenario.small_jobs.clear());
    let (enough, helps) = offered(&gap).expect("money is missing");
    assert!(enough.iter().all(|text| !text.starts_with("Hav ")), "{enough:?}");
    let savings = helps.iter().find(|text| text.starts_with("Hav "));
    assert!(
        savings.is_none_or(|text| text.ends_with("går der stadig mere ud, end der kommer ind, når støtten er slut.")),
        "{helps:?}"
    );
}

#[test]
fn money_the_business_lacks_is_not_earned_in_a_job() {
    let case = case(ExampleId::Courier, |scenario| {
        let business = scenario.business.as_mut().expect("a business");
        business.setup_costs.push(SetupCost { label: "Skilt".to_owned(), amount: kr(9_000) });
    });
    let (enough, helps) = offered(&case).expect("the business is short");
    let all = [enough, helps].concat();
    assert!(all.iter().all(|text| !text.starts_with("Arbejd ")), "{all:?}");
}

#[test]
fn nothing_missing_or_not_written_yet_offers_nothing() {
    let enough = case(ExampleId::JewelleryWebShop, |scenario| scenario.household.savings = kr(20_000));
    assert_eq!(offered(&enough), None);
    let unwritten = case(ExampleId::Hairdresser, |scenario| scenario.household.living_costs = Money::ZERO);
    assert_eq!(offered(&unwritten), None);
    assert_eq!(advice(&Case::new(AS_OF)).offers, None);
}

#[test]
fn no_more_is_offered_than_can_be_done() {
    let hopeless = case(ExampleId::Hairdresser, |scenario| scenario.household.living_costs = kr(80_000));
    let (enough, helps) = offered(&hopeless).expect("money is missing");
    assert!(enough.is_empty(), "{enough:?}");
    assert!(helps.iter().any(|text| text.starts_with("Brug 20.000 kr. mindre")), "a quarter: {helps:?}");
    assert!(helps.iter().any(|text| text.starts_with("Arbejd 24 timer mere")), "13 of 37 are taken: {helps:?}");
}

#[test]
fn before_tax_is_said() {
    let case = case(ExampleId::Hairdresser, |scenario| {
        scenario.tax.mode = TaxMode::None;
        scenario.household.living_costs = kr(17_000);
    });
    assert_eq!(
        advice(&case).offers.expect("money is missing").wage.replace('\u{a0}', " "),
        "Timerne er regnet før skat med 145 kr. i timen."
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whoever follows what is called enough meets no other shortage: nothing is offered any more, the first
    /// sentence says that there is enough, and none says that something is missing.
    #[test]
    fn what_is_called_enough_is_enough(
        id in prop::sample::select(ExampleId::ALL.to_vec()), costs in 6_000_i64..=22_000, savings in 0_i64..=60_000,
        months in 12_u32..=48, hours in 0_i64..=30,
    ) {
        let case = case(id, |scenario| {
            (scenario.household.living_costs, scenario.household.savings, scenario.months) = (kr(costs), kr(savings), months);
            for job in &mut scenario.small_jobs {
                job.hours_per_week = WeeklyHours::from_hundredths(hours * 100);
            }
        });
        let wage = Question::JobHours(kr(145));
        for question in [wage, Question::LivingCostsCut, Question::RevenueFactor, Question::ExtraSavings] {
            let Some(after) = followed(&case, question) else { continue };
            prop_assert_eq!(advice(&after).offers, None);
            let story = Said::of(&evaluate(&after, &RULEBOOK, 0).expect("worked out"));
            prop_assert_eq!(story.headlines[0].fact.as_ref(), "Du har nok hver måned.");
            let said: Vec<&str> = story.headlines.iter().flat_map(|headline| std::iter::once(&headline.fact).chain(&headline.notes)).map(AsRef::as_ref).collect();
            prop_assert!(said.iter().all(|text| !text.contains("mangler")), "{:?}", said);
            prop_assert!(!story.headlines.iter().any(|headline| headline.short));
            prop_assert!(!story.picture.caption.contains("under nul") && !story.picture.caption.contains("mangler"));
        }
    }

    /// *Klare dig selv* never stands beside an account below zero, nor *nok* beside something missing.
    #[test]
    fn no_sentence_comforts_where_money_is_short(
        id in prop::sample::select(ExampleId::ALL.to_vec()), costs in 0_i64..=22_000, savings in 0_i64..=60_000, months in 3_u32..=60,
    ) {
        let case = case(id, |scenario| {
            (scenario.household.living_costs, scenario.household.savings, scenario.months) = (kr(costs), kr(savings), months);
        });
        let simulation = case.simulate(&RULEBOOK, 0).expect("worked out");
        let story = Said::of(&evaluate(&case, &RULEBOOK, 0).expect("worked out"));
        let said = |words: &str| story.headlines.iter().any(|headline| headline.fact.contains(words));
        let short = simulation.months.iter().any(|row| row.household.closing.is_negative() || row.business.closing.is_negative());
        prop_assert!(!(short && said("nok hver måned")));
        prop_assert_eq!(costs == 0, story.headlines.is_empty());
        let manages = simulation.key_figures.manages_from;
        prop_assert_eq!(said("kan du klare dig selv"), costs > 0 && manages.is_some());
        let missing = simulation.key_figures.deepest_shortfall;
        let business_first = simulation.key_figures.first_shortfall.is_some_and(|short| short.purse == mikrolaan_engine::simulation::Purse::Business);
        prop_assert_eq!(story.headlines.first().is_some_and(|headline| headline.short), costs > 0 && (missing.is_positive() || business_first));
    }
}
