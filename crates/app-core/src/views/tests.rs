//! What the months say, on the example businesses and on plans bent to show each state.

use crate::locale::language::Text;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::evaluate::{Evaluated, evaluate};
use mikrolaan_engine::quantity::{Money, Month, WeeklyHours};
use mikrolaan_engine::rulebook::figure;
use mikrolaan_engine::simulation::{AfterClosure, Phase, Scenario, SetupCost, Simulation, TaxMode};

use super::headlines::Unwritten;
use super::months::{MonthsView, Said, all_lines};
use crate::charts::series::{Mark, SupportEnd};
use crate::locale::write::{kroner, month_year, whole_kroner};
use crate::rulebook::RULEBOOK;

const AS_OF: Month = Month::new(2026, 11).expect("a month");

fn kr(kroner: i64) -> Money {
    Money::from_kroner(kroner)
}

/// An example with its scenario changed.
fn worked_out(id: ExampleId, change: impl FnOnce(&mut Scenario)) -> Evaluated {
    let mut case = example(id, AS_OF);
    change(case.scenarios.first_mut().expect("an example has a scenario"));
    evaluate(&case, &RULEBOOK, 0).expect("the example can be worked out")
}

/// The same, and what it says.
fn told(id: ExampleId, change: impl FnOnce(&mut Scenario)) -> (Simulation, Said) {
    let evaluated = worked_out(id, change);
    let story = Said::of(&evaluated);
    (evaluated.simulation, story)
}

fn facts(story: &Said) -> Vec<String> {
    story.headlines.iter().map(|headline| headline.fact.replace('\u{a0}', " ")).collect()
}

fn base(story: &Said) -> String {
    story.assumptions.iter().map(|assumption| assumption.text.replace('\u{a0}', " ") + "\n").collect()
}

#[test]
fn how_long_the_money_lasts_is_the_first_thing_said_and_missing_is_the_account() {
    let (simulation, story) = told(ExampleId::GraphicDesigner, |_| {});
    let short = simulation.months.iter().find(|row| row.household.closing.is_negative()).expect("short");
    let figures = &simulation.key_figures;
    assert_eq!(figures.lasts_until, Some(short.month.plus(-1)));
    let until = month_year(short.month.plus(-1));
    assert_eq!(facts(&story)[0], format!("Du har penge til og med {until}."));
    assert!(story.headlines[0].short);
    assert_eq!(story.headlines[0].lead_class(), "keys__first keys__first--short");
    let missing = kroner(-short.household.closing);
    let note = story.headlines[0].notes[0].clone();
    assert_eq!(note, format!("I {} mangler du {}.", month_year(short.month), missing.trim_end_matches('.')));
    let named = story.picture.missing.as_ref().expect("it is named in the picture");
    assert_eq!(
        (simulation.months[named.month].month, named.label.clone()),
        (short.month, format!("Mangler {missing}"))
    );
    assert_eq!(facts(&story)[1], "Støtten slutter 30. september 2027.");
    let deepest = figures.lowest_household.expect("a month");
    if deepest.month != short.month {
        assert!(
            story.headlines[0].notes[1].contains(&whole_kroner(-deepest.balance)),
            "{:?}",
            story.headlines[0].notes
        );
    }
    let own = facts(&story)[2].clone();
    match figures.manages_from {
        Some(from) => assert_eq!(own, format!("Fra {} kan du klare dig selv.", month_year(from))),
        None => assert!(own.starts_with("Du kommer ikke til at klare dig selv inden "), "{own}"),
    }
}

#[test]
fn short_in_the_first_month_says_so_at_once() {
    let (simulation, story) = told(ExampleId::Hairdresser, |scenario| scenario.household.living_costs = kr(40_000));
    assert_eq!(simulation.key_figures.lasts_until, None);
    assert!(facts(&story)[0].starts_with("I december 2026 mangler du "), "{:?}", facts(&story));
    assert!(story.headlines[0].notes[0].starts_with("Du mangler i alt "), "{:?}", story.headlines[0].notes);
}

#[test]
fn months_that_pay_for_themselves_do_not_comfort_beside_an_account_below_zero() {
    // The spec's hairdresser who spends 15.000 kr.: self-supporting by the month, and 21 months below zero.
    let (simulation, story) = told(ExampleId::Hairdresser, |scenario| scenario.household.living_costs = kr(15_000));
    let figures = &simulation.key_figures;
    assert!(figures.self_supporting_from.is_some() && figures.manages_from.is_none());
    let all = facts(&story).join(" ");
    assert!(!all.contains("kan du klare dig selv"), "{all}");
    let own = story.headlines.iter().find(|headline| headline.fact.starts_with("Du kommer ikke")).expect("it is said");
    assert!(own.notes[0].ends_with("kommer der nok ind, men en konto er i minus."), "{own:?}");
}

#[test]
fn enough_every_month_is_said_first_and_the_lowest_only_once() {
    let (_, story) = told(ExampleId::JewelleryWebShop, |scenario| scenario.household.savings = kr(20_000));
    assert_eq!(facts(&story)[0], "Du har nok hver måned.");
    assert!(!story.headlines[0].short);
    assert_eq!(story.headlines[0].lead_class(), "keys__first");
    assert!(story.headlines[0].notes[0].starts_with("Du har mindst i "));
    assert!(facts(&story)[1..].iter().all(|fact| !fact.starts_with("Du har mindst")), "{:?}", facts(&story));
    assert_eq!(story.picture.missing, None);
    assert_eq!(story.picture.caption, "Der er nok i alle 24 måneder.");
}

#[test]
fn a_gap_that_the_savings_cover_is_said_without_alarm() {
    let (_, story) = told(ExampleId::GraphicDesigner, |scenario| scenario.household.savings = kr(40_000));
    let said = facts(&story)[0].clone();
    assert!(said.starts_with("I oktober 2027 går der ") && said.ends_with(" mere ud, end der kommer ind."), "{said}");
    assert!(!story.headlines[0].short);
    assert_eq!(story.headlines[0].notes, ["Det er et minus, som opsparingen dækker, så længe den rækker."]);
    assert!(story.picture.missing.as_ref().is_some_and(|named| named.label.starts_with("Minus ")));
    assert!(story.picture.caption.ends_with("Opsparingen dækker."));
}

#[test]
fn a_business_without_money_is_named_when_it_comes_first() {
    // 2.000 kr. more to start with takes what the loan leaves, and the first month does not earn it.
    let (simulation, story) = told(ExampleId::Hairdresser, |scenario| {
        let business = scenario.business.as_mut().expect("a business");
        business.setup_costs.push(SetupCost { label: "Skilt".to_owned(), amount: Money::from_kroner(2_000) });
    });
    let short = simulation.key_figures.first_shortfall.expect("a shortfall");
    assert!(short.business.is_negative() && !short.household.is_negative());
    assert_eq!(facts(&story)[0], format!("I april 2027 mangler virksomheden {} kr.", whole_kroner(-short.business)));
}

#[test]
fn what_is_not_written_yet_is_asked_for_and_draws_no_bars() {
    let evaluated = worked_out(ExampleId::Hairdresser, |scenario| {
        let business = scenario.business.as_mut().expect("a business");
        business.revenue.first_month = Money::ZERO;
        business.revenue.full_month = Money::ZERO;
    });
    let story = Said::of(&evaluated);
    assert_eq!((MonthsView::of(&Ok(evaluated)).asked(), story.headlines.len()), (Some(Unwritten::Revenue), 0));
    assert_eq!(story.picture.empty, Some(Text::of(&"Skriv din omsætning, så kommer søjlerne.")));
    assert!(story.picture.months.iter().all(|month| month.income() == 0 && month.cost > 0));
    let evaluated = worked_out(ExampleId::Hairdresser, |scenario| scenario.household.living_costs = Money::ZERO);
    assert_eq!(Said::of(&evaluated).headlines.len(), 0);
    assert_eq!(MonthsView::of(&Ok(evaluated)).asked(), Some(Unwritten::LivingCosts));
}

#[test]
fn the_end_of_support_in_all_its_ways() {
    let (_, story) = told(ExampleId::JewelleryWebShop, |_| {});
    assert!(matches!(story.picture.support, SupportEnd::After { months: 10, .. }));
    assert!(story.headlines[1].notes[0].contains("dit småjob"));

    let (_, story) = told(ExampleId::Hairdresser, |scenario| scenario.months = 8);
    assert_eq!(story.picture.support, SupportEnd::Later("Støtten slutter efter juli 2027".to_owned()));
    assert!(facts(&story).contains(&"Støtten slutter efter juli 2027.".to_owned()));

    let (_, story) = told(ExampleId::Hairdresser, |scenario| scenario.subsidy.months = 0);
    assert_eq!(story.picture.support, SupportEnd::Never);
    assert!(facts(&story).contains(&"Der er ingen støtte i planen.".to_owned()));

    let (simulation, story) = told(ExampleId::Hairdresser, |scenario| scenario.months = 3);
    assert!(facts(&story).contains(&"Virksomheden åbner efter de måneder, du ser.".to_owned()));
    assert_eq!(all_lines(&simulation)[1].groups, [], "the business has no lines before it opens");
}

#[test]
fn a_business_that_closes_hands_over_what_it_has_or_owes() {
    let close = |months: i32| {
        move |scenario: &mut Scenario| {
            let closes = scenario.start.plus(months);
            scenario.business.as_mut().expect("a business").closes = Some(closes);
        }
    };
    let (simulation, story) = told(ExampleId::Courier, close(12));
    let closed = simulation.months.iter().find(|row| row.phase == Phase::Closed).expect("a closed month");
    let note =
        story.headlines.iter().find(|headline| headline.fact.contains("lukker i december 2027")).expect("it is said");
    assert!(note.notes[0].contains(&whole_kroner(closed.household.wound_up)), "{note:?}");
    assert!(story.picture.phases.last().is_some_and(|span| span.closed));
    assert!(all_lines(&simulation)[0].columns.contains(&Text::of(&"Rest ved lukning")));

    let (_, story) = told(ExampleId::Hairdresser, |scenario| {
        close(5)(scenario);
        scenario.after_closure = AfterClosure::Nothing;
    });
    assert_eq!(story.headlines[1].notes, ["Fra maj 2027 er virksomheden lukket."]);
}

#[test]
fn benefit_after_a_closing_is_said_to_be_assumed() {
    let sentences = [
        "Efter lukningen regner vi med din ydelse igen. Kommunen afgør, om du kan få den.",
        "Vi regner med pause i afdragene, mens du får ydelse. Spørg kommunen.",
    ];
    let said = |closes: Option<i32>, after: AfterClosure| {
        let (_, story) = told(ExampleId::Hairdresser, |scenario| {
            let opens = scenario.start;
            scenario.business.as_mut().expect("a business").closes = closes.map(|months| opens.plus(months));
            scenario.after_closure = after;
        });
        let assumptions = story
            .assumptions
            .iter()
            .filter(|assumption| sentences.contains(&assumption.text.replace('\u{a0}', " ").as_str()));
        let tags: Vec<&str> = assumptions.map(|assumption| assumption.tag.words()).collect();
        (tags, story.headlines[1].notes[0].replace('\u{a0}', " "))
    };
    let (tags, note) = said(Some(5), AfterClosure::Benefit);
    assert_eq!(tags, ["Antagelse", "Antagelse"]);
    assert_eq!(note, "Fra maj 2027 kan du søge kontanthjælp igen. Kommunen afgør, om du kan få den.");
    assert_eq!(said(Some(5), AfterClosure::Nothing).0, [""; 0]);
    assert_eq!(said(None, AfterClosure::Benefit).0, [""; 0]);
}

#[test]
fn every_month_stands_in_the_table_and_adds_up() {
    for &id in ExampleId::ALL {
        let (simulation, story) = told(id, |_| {});
        let rows: Vec<_> = story.months.groups.iter().flat_map(|group| &group.rows).collect();
        assert_eq!(rows.len(), simulation.months.len());
        for (row, lines) in rows.iter().zip(&simulation.months) {
            assert_eq!(
                lines.household.total_in() - lines.household.total_out(),
                lines.household.net_change(),
                "{id:?} {}",
                row.month
            );
            assert_eq!(row.cells[3].text, whole_kroner(lines.household.closing));
            assert_eq!(row.short, lines.household.closing.is_negative());
        }
        let after: Vec<_> = story.months.groups.iter().filter(|group| group.after_support).collect();
        assert_eq!(after.len(), 1);
        assert_eq!(after[0].title, "På egne ben – støtten er slut");
    }
}

#[test]
fn the_lowest_balance_is_marked_only_when_money_is_missing() {
    let marked = |story: &Said| {
        let cells = story.months.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.cells);
        cells.filter(|cell| cell.class.contains("is-lowest")).count()
    };
    assert_eq!(marked(&told(ExampleId::GraphicDesigner, |_| {}).1), 1);
    assert_eq!(marked(&told(ExampleId::Courier, |_| {}).1), 0);
}

#[test]
fn the_picture_shows_what_the_months_hold() {
    for &id in ExampleId::ALL {
        let (simulation, story) = told(id, |_| {});
        for (bar, row) in story.picture.months.iter().zip(&simulation.months) {
            assert_eq!(bar.income(), row.household.income().oere(), "{id:?} {}", row.month);
            assert_eq!(bar.cost, (row.household.living_costs + row.household.tax + row.household.instalment).oere());
            assert_eq!(!bar.shortfall.is_empty(), bar.cost - bar.income() >= 50, "{id:?} {}", row.month);
        }
        let spans: usize = story.picture.phases.iter().map(|span| span.months).sum();
        assert_eq!(spans, simulation.months.len());
    }
}

#[test]
fn the_legend_names_only_what_occurs() {
    let marks = |story: &Said| story.picture.legend.iter().map(|(mark, _)| *mark).collect::<Vec<_>>();
    let (_, story) = told(ExampleId::Courier, |_| {});
    assert_eq!(marks(&story), [Mark::Benefit, Mark::Subsidy, Mark::Business, Mark::Cost]);
    assert_eq!(story.picture.legend[0].1, "Ydelse", "an own amount can be anything");
    let (_, story) = told(ExampleId::GraphicDesigner, |_| {});
    assert_eq!(marks(&story).last(), Some(&Mark::Missing));
    assert_eq!(story.picture.legend[1].1, "Kontanthjælp");
}

#[test]
fn before_tax_is_said_in_every_place() {
    let (simulation, story) = told(ExampleId::Hairdresser, |scenario| scenario.tax.mode = TaxMode::None);
    assert!(story.before_tax);
    assert_eq!(story.picture.cost_label, "Det, du bruger hjemme");
    assert!(base(&story).contains("Alle tal er før skat."));
    assert!(!all_lines(&simulation)[0].columns.contains(&Text::of(&"Skat")));
}

#[test]
fn rates_that_are_not_known_are_said_once_with_the_month_they_are_carried_from() {
    let (_, story) = told(ExampleId::Hairdresser, |_| {});
    let carried = story.rates_carried.as_ref().expect("the plan goes beyond the known rates");
    assert_eq!(
        (&*carried.text, carried.tag.words()),
        ("Fra januar 2027 bruger vi de sidste satser, vi kender.", "Antagelse")
    );
    assert!(!base(&story).contains("satser, vi kender"), "{}", base(&story));
    let (_, story) = told(ExampleId::Hairdresser, |scenario| scenario.months = 1);
    assert_eq!(story.rates_carried, None);
    assert_eq!(story.print_rates, "satser fra januar 2026");
}

#[test]
fn the_notes_of_the_calculation_are_put_in_words() {
    let bent = |scenario: &mut Scenario| {
        scenario.subsidy.months = 9;
        scenario.household.savings = kr(100_000);
        scenario.loan.as_mut().expect("a loan").principal = kr(60_000);
        scenario.small_jobs[0].from = scenario.start.plus(200);
    };
    let text = base(&told(ExampleId::Hairdresser, bent).1);
    for words in ["formuegrænsen", "Lånet er større", "mere end de 6 måneder", "et småjob uden for månederne"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let mut case = example(ExampleId::Hairdresser, AS_OF);
    case.answers.children = None;
    let evaluated = evaluate(&case, &RULEBOOK, 0).expect("worked out");
    assert!(base(&Said::of(&evaluated)).contains("Har du børn under 18 år, som du forsørger?"));
    assert!(base(&told(ExampleId::Copywriter, |_| {}).1).contains("Vi regner med 0 kr."));
}

#[test]
fn the_benefit_is_said_before_anything_is_taken_from_it() {
    let (simulation, story) = told(ExampleId::Hairdresser, |scenario| {
        scenario.small_jobs[0].from = scenario.start;
        scenario.small_jobs[0].hours_per_week = WeeklyHours::from_hundredths(2_500);
    });
    let paid = simulation.months[0].household.benefit;
    let (untouched, _) = told(ExampleId::Hairdresser, |scenario| scenario.small_jobs.clear());
    let before = untouched.months[0].household.benefit;
    assert!(paid < before);
    assert!(base(&story).contains(&format!("Ydelsen er {} kr. om måneden før skat.", whole_kroner(before))));
}

#[test]
fn the_limit_for_vat_is_named_with_its_amount() {
    let (simulation, story) = told(ExampleId::Courier, |_| {});
    let month = simulation.key_figures.turnover_over_vat_threshold.expect("over the limit");
    let limit = figure::MOMS_GRAENSE.at(&RULEBOOK, month).expect("known").value;
    let key = facts(&story).into_iter().find(|fact| fact.contains("solgt for mere end")).expect("it is said");
    assert!(key.contains(&whole_kroner(limit)), "{key}");
}

#[test]
fn no_sentence_has_two_full_stops_or_is_empty() {
    for &id in ExampleId::ALL {
        let (_, story) = told(id, |_| {});
        let mut all = facts(&story);
        all.extend(story.headlines.iter().flat_map(|headline| headline.notes.iter().map(ToString::to_string)));
        all.extend(story.assumptions.iter().map(|assumption| assumption.text.to_string()));
        all.extend([story.picture.caption.clone(), story.picture.text.clone()]);
        for text in all {
            assert!(!text.is_empty() && !text.contains("..") && text.ends_with('.') || text.ends_with('?'), "{text:?}");
        }
    }
}
