//! What one can do, for each way in which money can be missing, and what is true after trying it.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::quantity::Rate;
use mikrolaan_engine::simulation::{NoteId, Scenario, SetupCost, TaxMode, Vat};
use proptest::prelude::*;

use super::*;
use crate::state::State;
use crate::state::event::Event;
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

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// What is offered, each with how far it helps.
fn offered(case: &Case) -> Vec<(String, String)> {
    let levers = Levers::of(case).expect("all is written");
    levers.offered().iter().map(|lever| (plain(&lever.name), plain(&lever.effect))).collect()
}

fn missing(case: &Case) -> Levers {
    let levers = Levers::of(case).expect("all is written");
    assert!(matches!(levers, Levers::Missing { .. }), "{levers:?}");
    levers
}

/// A state in which this plan is looked at, and one in which a lever of it is tried.
fn trying(case: &Case, lever: &Lever) -> (State, State) {
    let state = State::new(case.as_of).holding(case.clone());
    let tried = state.apply(Event::Try(lever.question, lever.found));
    (state, tried)
}

#[test]
fn what_is_enough_stands_before_what_only_helps() {
    for &id in ExampleId::ALL {
        let levers = Levers::of(&case(id, |scenario| scenario.household.savings = Money::ZERO)).expect("written");
        let kinds: Vec<bool> = levers.offered().iter().map(|lever| lever.enough).collect();
        assert!(kinds.is_sorted_by(|one, other| one >= other), "{id:?} {kinds:?}");
        assert!(kinds.len() <= SHOWN);
        for lever in levers.offered() {
            assert_eq!(lever.enough, lever.effect == "Nok hver måned.", "{lever:?}");
            assert!(lever.enough || lever.effect.contains(" stadig "), "what only helps says what is still missing");
        }
    }
}

#[test]
fn the_plan_stands_first_with_the_months_its_money_lasts() {
    let Levers::Missing { own, own_months, cells, cell, is_done, .. } = missing(&case(ExampleId::Hairdresser, |_| {}))
    else {
        panic!("money is missing")
    };
    // The support ends with September 2027, the money with November; the plan with November 2028.
    assert_eq!(own, "Din plan: penge til og med november 2027");
    assert_eq!((own_months, cells, is_done), (2, 14, true));
    assert_eq!(cell, "Hver firkant er en måned efter støtten, til november 2028.");
}

#[test]
fn who_is_short_from_the_first_month_has_no_month_with_money() {
    let levers = missing(&case(ExampleId::Hairdresser, |scenario| scenario.household.living_costs = kr(40_000)));
    let Levers::Missing { own, own_months, .. } = levers else { panic!("money is missing") };
    assert_eq!((own.as_str(), own_months), ("Din plan", 0));
}

#[test]
fn without_months_after_the_support_the_last_ones_are_cells() {
    for (months, cells) in [(8, 8), (30, 14)] {
        let case = case(ExampleId::Hairdresser, |scenario| {
            (scenario.months, scenario.household.living_costs) = (months, kr(20_000));
            scenario.subsidy.months = 40;
        });
        let Levers::Missing { cells: found, .. } = missing(&case) else { panic!("money is missing") };
        assert_eq!(found, cells);
    }
}

#[test]
fn a_lever_is_found_one_simulation_at_a_time() {
    let case = case(ExampleId::Hairdresser, |_| {});
    let mut search = LeverSearch::of(&case).expect("written");
    let Levers::Missing { is_done, levers, .. } = search.levers() else { panic!("money is missing") };
    assert!(!is_done && levers.is_empty(), "the plan itself is there before anything was sought");
    let mut steps = 0;
    while search.go_on() {
        steps += 1;
    }
    assert!((20..600).contains(&steps), "{steps}");
    assert_eq!(Some(search.levers()), Levers::of(&case));
}

#[test]
fn who_has_no_job_by_then_is_not_told_to_work_more() {
    let over = case(ExampleId::Hairdresser, |scenario| {
        let job = scenario.small_jobs.first_mut().expect("a job");
        (job.from, job.until) = (scenario.start, Some(scenario.start));
    });
    let job = offered(&over).into_iter().find(|(name, _)| name.contains("timer")).expect("hours help");
    assert!(job.0.ends_with(" timers småjob om ugen fra oktober 2027"), "{job:?}");
    let more = offered(&case(ExampleId::GraphicDesigner, |_| {}));
    assert!(more.iter().any(|(name, _)| name.contains(" timer mere om ugen i småjob fra oktober 2027")), "{more:?}");
}

#[test]
fn a_job_that_comes_too_late_helps_and_says_what_is_still_missing() {
    // Short by 9.000 kr. and more before the support has ended.
    let late = case(ExampleId::Hairdresser, |scenario| {
        scenario.household.savings = Money::ZERO;
        scenario.household.living_costs = kr(17_000);
        scenario.small_jobs.clear();
    });
    let job = offered(&late).into_iter().find(|(name, _)| name.contains("småjob")).expect("it helps");
    assert!(job.0.starts_with("37 timers"), "{job:?}");
    assert!(job.1.starts_with("Hjælper, men er ikke nok. ") && job.1.contains("Du mangler stadig "), "{job:?}");
}

#[test]
fn savings_never_make_up_for_months_that_cost_more_than_they_bring() {
    let gap = case(ExampleId::GraphicDesigner, |scenario| scenario.small_jobs.clear());
    for lever in missing(&gap).offered().iter().filter(|lever| matches!(lever.found, Found::ExtraSavings(_))) {
        assert!(!lever.enough && lever.effect.contains("går stadig mere ud"), "{lever:?}");
    }
}

#[test]
fn money_the_business_lacks_is_not_earned_in_a_job() {
    let case = case(ExampleId::Courier, |scenario| {
        let business = scenario.business.as_mut().expect("a business");
        business.setup_costs.push(SetupCost { label: "Skilt".to_owned(), amount: kr(9_000) });
    });
    assert!(missing(&case).offered().iter().all(|lever| !matches!(lever.found, Found::JobHours(_))));
}

#[test]
fn with_nothing_missing_it_is_said_what_to_look_out_for_and_before_all_is_written_nothing() {
    let enough = case(ExampleId::JewelleryWebShop, |scenario| scenario.household.savings = kr(20_000));
    let lowest = evaluate(&enough, &RULEBOOK, 0).expect("worked out").simulation.key_figures.lowest_household;
    let Some(Levers::Enough(watch)) = Levers::of(&enough) else { panic!("nothing is missing") };
    assert!(watch.contains(&crate::locale::write::whole_kroner(lowest.expect("a month").balance)), "{watch}");
    let unwritten = case(ExampleId::Hairdresser, |scenario| scenario.household.living_costs = Money::ZERO);
    assert_eq!((Levers::of(&unwritten), Levers::of(&Case::new(AS_OF))), (None, None));
}

#[test]
fn no_more_is_offered_than_can_be_done() {
    let hopeless = case(ExampleId::Hairdresser, |scenario| scenario.household.living_costs = kr(80_000));
    let all = offered(&hopeless);
    assert!(all.iter().all(|(_, effect)| effect.starts_with("Hjælper, men er ikke nok.")), "{all:?}");
    assert!(all.iter().any(|(name, _)| name == "Brug 20.000 kr. mindre om måneden"), "a quarter: {all:?}");
    assert!(all.iter().any(|(name, _)| name.starts_with("24 timer mere")), "13 of 37 are taken: {all:?}");
}

#[test]
fn a_smaller_loan_is_offered_by_how_much_smaller_it_is() {
    let debt = case(ExampleId::Courier, |scenario| {
        scenario.loan.as_mut().expect("a loan").principal = kr(45_000);
        scenario.small_jobs.clear();
    });
    let plan = debt.plan(0).expect("a plan");
    assert_eq!(plain(&name(&plan, Found::Principal(kr(30_000)))), "Lån 15.000 kr. mindre");
}

/// What would be enough with a few more sales is not offered where they lead beyond the limit for VAT.
#[test]
fn sales_beyond_the_limit_for_vat_are_not_promised() {
    let near = |vat: Vat| {
        case(ExampleId::Hairdresser, |scenario| {
            scenario.small_jobs.clear();
            let business = scenario.business.as_mut().expect("a business");
            (business.vat, business.variable_cost_share) = (vat, Rate::ZERO);
            business.revenue.full_month = kr(4_000);
            business.revenue.first_month = kr(4_000);
        })
    };
    for lever in missing(&near(Vat::Ignored)).offered() {
        let (_, tried) = trying(&near(Vat::Ignored), lever);
        let then = evaluate(tried.case(), &RULEBOOK, 0).expect("worked out").simulation;
        let more = matches!(lever.found, Found::RevenueFactor(_));
        assert!(!more || then.key_figures.turnover_over_vat_threshold.is_none(), "{lever:?}");
    }
}

#[test]
fn what_the_hours_are_paid_with_is_said_with_them() {
    let case = case(ExampleId::Hairdresser, |scenario| {
        scenario.tax.mode = TaxMode::None;
        scenario.household.living_costs = kr(17_000);
    });
    let Levers::Missing { note, .. } = missing(&case) else { panic!("money is missing") };
    assert_eq!(plain(&note), "Timelønnen er 145 kr. Alt er før skat.");
}

#[test]
fn who_listens_hears_what_is_enough() {
    let levers = missing(&case(ExampleId::GraphicDesigner, |_| {}));
    let heard = levers.sufficient_text();
    let enough: Vec<&Lever> = levers.offered().iter().filter(|lever| lever.enough).collect();
    assert_eq!(heard.is_empty(), enough.is_empty());
    assert!(enough.iter().all(|lever| heard.contains(&lever.name)), "{heard}");
    assert_eq!(Levers::Enough(String::new()).sufficient_text(), "");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// What a lever says is what the page says once it is tried; what is called enough meets no other shortage; and
    /// taken back, the case is what it was, byte for byte.
    #[test]
    fn what_a_lever_says_is_so(
        id in prop::sample::select(ExampleId::ALL.to_vec()), costs in 6_000_i64..=22_000, savings in 0_i64..=60_000,
        months in 12_u32..=48, hours in 0_i64..=30, sales in 2_000_i64..=20_000, absorbed: bool,
    ) {
        let case = case(id, |scenario| {
            (scenario.household.living_costs, scenario.household.savings, scenario.months) = (kr(costs), kr(savings), months);
            for job in &mut scenario.small_jobs {
                job.hours_per_week = WeeklyHours::from_hundredths(hours * 100);
            }
            let business = scenario.business.as_mut().expect("a business");
            business.revenue.full_month = kr(sales);
            business.vat = if absorbed { Vat::Absorbed } else { Vat::Ignored };
        });
        let before = case.simulate(&RULEBOOK, 0).expect("worked out");
        let wealthy = |simulation: &Simulation| simulation.notes.iter().any(|note| note.note == NoteId::WealthAboveLimit);
        for lever in Levers::of(&case).expect("written").offered() {
            let (state, tried) = trying(&case, lever);
            let evaluated = evaluate(tried.case(), &RULEBOOK, 0).expect("worked out");
            let (then, said) = (&evaluated.simulation, Said::of(&evaluated));
            let lead = said.lead().expect("a sentence");
            let short = then.months.iter().filter(|row| row.household.closing.is_negative() || row.business.closing.is_negative());
            if lever.enough {
                prop_assert_eq!(short.count(), 0);
                prop_assert_eq!(lead.fact.as_ref(), "Du har nok hver måned.");
                let all: Vec<&str> = said.headlines.iter().flat_map(|it| std::iter::once(&it.fact).chain(&it.notes)).map(AsRef::as_ref).collect();
                prop_assert!(all.iter().all(|text| !text.contains("mangler")), "{:?}", all);
                prop_assert!(!said.headlines.iter().any(|it| it.short));
                prop_assert!(!said.picture.caption.contains("under nul") && !said.picture.caption.contains("mangler"));
                prop_assert!(matches!(Levers::of(tried.case()), Some(Levers::Enough(_))));
            } else {
                prop_assert_ne!(lead.fact.as_ref(), "Du har nok hver måned.");
                let figures = &then.key_figures;
                if figures.deepest_shortfall.is_positive() {
                    prop_assert!(lever.effect.contains(&o::still_missing(Amount::Whole(figures.deepest_shortfall))));
                    if let Some(last) = figures.lasts_until {
                        prop_assert!(lever.effect.contains(&o::until(MonthOf(last))));
                        let heard: Vec<&str> = std::iter::once(&lead.fact).chain(&lead.notes).map(AsRef::as_ref).collect();
                        prop_assert!(short.count() > 0 && heard.iter().any(|text| text.contains(&crate::locale::write::month_year(last)) || lead.fact.contains("virksomheden")), "{:?}", heard);
                    }
                }
            }
            prop_assert!(!wealthy(then) || wealthy(&before), "above what one may have: {:?}", lever);
            let back = tried.apply(Event::EndTrial);
            prop_assert_eq!(mikrolaan_engine::case::write(back.case()), mikrolaan_engine::case::write(state.case()));
        }
    }

    /// Two levers at least where money is missing and two help, and never one that changes nothing.
    #[test]
    fn there_are_two_wherever_two_exist(
        id in prop::sample::select(ExampleId::ALL.to_vec()), costs in 8_000_i64..=18_000, savings in 0_i64..=20_000,
    ) {
        let case = case(id, |scenario| (scenario.household.living_costs, scenario.household.savings) = (kr(costs), kr(savings)));
        let Some(Levers::Missing { levers, .. }) = Levers::of(&case) else { return Ok(()) };
        // Less spent by a quarter, or half as much again sold: where either helps, it or something better is offered.
        let plan = case.plan(0).expect("a plan");
        let before = case.simulate(&RULEBOOK, 0).expect("worked out");
        let mut helping = 0;
        for question in [Question::LivingCostsCut, Question::JobHours(kr(145))] {
            let most = candidates(&RULEBOOK, &plan, question).pop().and_then(|most| tried(&plan, question, most));
            let then = most.map(|scenario| simulate(&RULEBOOK, &plan.trying(&scenario)).expect("worked out"));
            helping += usize::from(then.is_some_and(|then| has_helped(&before, &then) && !leads_too_far(&plan, &before, Found::LivingCostsCut(Money::ZERO), &then)));
        }
        prop_assert!(levers.len() >= helping, "{:?}", levers);
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
        prop_assert!(!(short && matches!(Levers::of(&case), Some(Levers::Enough(_)))));
        prop_assert_eq!(costs == 0, story.headlines.is_empty());
        let manages = simulation.key_figures.manages_from;
        prop_assert_eq!(said("kan du klare dig selv"), costs > 0 && manages.is_some());
        let missing = simulation.key_figures.deepest_shortfall;
        let business_first = simulation.key_figures.first_shortfall.is_some_and(|short| short.purse == mikrolaan_engine::simulation::Purse::Business);
        prop_assert_eq!(story.headlines.first().is_some_and(|headline| headline.short), costs > 0 && (missing.is_positive() || business_first));
    }
}
