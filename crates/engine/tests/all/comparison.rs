//! What comparing two plans says: over the same number of months after the support, and never in favour of
//! more months on benefit.

use std::collections::BTreeSet;

use mikrolaan_engine::case::Case;
use mikrolaan_engine::insight::comparison::{
    Changed, ComparedScenario, Comparison, aligned, compare, newly_short, no_longer_short,
};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::Rulebook;
use mikrolaan_engine::simulation::{HouseholdLines, MonthRow, Simulation, Timeline};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{random, random_case, read};
use crate::variants::{changed, document, kroner, month, row, simulated};

/// A plan and another one, worked out over months that can be compared.
struct Both {
    timelines: [Timeline; 2],
    simulations: [Simulation; 2],
}

impl Both {
    fn of(case: &Case, variant: Variant) -> Option<Self> {
        let plan = case.scenarios[0].clone();
        let other = aligned(&plan, case.variant(&Rulebook::embedded(), 0, variant)?);
        let timelines = [Timeline::of(&plan), Timeline::of(&other)];
        // Made as long as it takes to compare it, a plan may go on longer than months are counted.
        if timelines[1].last() > Month::new(2099, 12)? {
            return None;
        }
        Some(Both { timelines, simulations: [simulated(case, plan), simulated(case, other)] })
    }

    fn sides(&self) -> [ComparedScenario<'_>; 2] {
        [0, 1].map(|i| ComparedScenario { timeline: self.timelines[i], simulation: &self.simulations[i] })
    }

    fn there(&self) -> Comparison {
        let [one, other] = self.sides();
        compare(one, other)
    }

    fn no_longer_short(&self) -> Vec<Month> {
        let [one, other] = self.sides();
        no_longer_short(one, other)
    }

    fn newly_short(&self) -> Vec<Month> {
        let [one, other] = self.sides();
        newly_short(one, other)
    }

    /// The months of one of them from a point of its timeline on.
    fn from(&self, i: usize, point: fn(&Timeline) -> Option<Month>) -> Vec<&MonthRow> {
        let first = point(&self.timelines[i]).expect("there is a business");
        self.simulations[i].months.iter().filter(|row| row.month >= first).collect()
    }
}

fn both(document: &Value, variant: Variant) -> Both {
    Both::of(&read(document), variant).expect("it applies")
}

/// The plan whose account is opened four months later, with these living costs and nothing but the benefit of
/// 14,201 kr. before the business opens: it begins in a year whose rates go on as they are.
fn later(living_costs: &str) -> Both {
    let mut document = changed("/household/living_costs", json!(living_costs));
    document["scenarios"][0]["small_jobs"] = json!([]);
    both(&document, Variant::AccountLater)
}

fn short(simulation: &Simulation) -> BTreeSet<Month> {
    let below = |money: Money| money < Money::ZERO;
    let short = simulation.months.iter().filter(|row| below(row.household.closing) || below(row.business.closing));
    short.map(|row| row.month).collect()
}

#[test]
fn a_comparison_says_what_is_otherwise() {
    let both = both(&document(), Variant::Cautious);
    let [base, cautious] = &both.simulations;
    let found = both.there();
    let of = |simulation: &Simulation| simulation.key_figures.lowest_household.expect("a month").balance;
    assert_eq!(found.lowest_household, Changed { from: of(base), to: of(cautious) });
    assert!(found.lowest_household.difference() < Money::ZERO);
    assert_eq!(both.newly_short(), short(cautious).difference(&short(base)).copied().collect::<Vec<_>>());
    assert!(!both.newly_short().is_empty() && both.no_longer_short().is_empty(), "{found:?}");
    assert_eq!(found.household_at_end.to, cautious.months[23].household.closing);
    assert_eq!(found.not_counted, Money::ZERO);
    // 45,000 less fourteen instalments, sold more or less.
    assert_eq!(found.owed_at_end, Changed { from: kroner(34_500), to: kroner(34_500) });
    let [one, other] = both.sides();
    let back = (no_longer_short(other, one), newly_short(other, one));
    assert_eq!(back, (both.newly_short(), both.no_longer_short()));
    let stayed = self::both(&document(), Variant::StayOnBenefit);
    assert_eq!(stayed.there().owed_at_end.difference(), kroner(-34_500));
    assert_eq!(stayed.simulations[1].months.len(), 24, "without a business the same months");
}

#[test]
fn a_plan_is_no_different_from_itself() {
    let both = both(&document(), Variant::Good);
    let [base, _] = both.sides();
    let Comparison { lowest_household, household_at_end, manages_from, owed_at_end, not_counted } = compare(base, base);
    assert!(no_longer_short(base, base).is_empty() && newly_short(base, base).is_empty());
    assert_eq!(not_counted, Money::ZERO);
    assert!([lowest_household, household_at_end, owed_at_end].iter().all(|amount| amount.from == amount.to));
    assert_eq!(manages_from.from, manages_from.to);
}

#[test]
fn months_only_one_of_them_has_are_not_compared() {
    let poor = changed("/household/savings", json!("0"));
    let mut short_horizon = changed("/household/savings", json!("0"));
    short_horizon["scenarios"][0]["months"] = json!(3);
    let [long, brief] = [&poor, &short_horizon].map(|document| {
        let scenario = read(document).scenarios[0].clone();
        (Timeline::of(&scenario), simulated(&read(document), scenario))
    });
    assert!(!short(&long.1).is_empty());
    let [long, brief] =
        [&long, &brief].map(|(timeline, simulation)| ComparedScenario { timeline: *timeline, simulation });
    assert_eq!(no_longer_short(long, brief), Vec::new());
}

#[test]
fn as_many_months_follow_the_support_in_both() {
    for (variant, months) in [(Variant::AccountLater, 28), (Variant::ShortSupport, 21), (Variant::Good, 24)] {
        let both = both(&document(), variant);
        assert_eq!(both.simulations[1].months.len(), months, "{}", variant.id());
        assert_eq!([0, 1].map(|i| both.from(i, Timeline::support_over).len()), [14, 14], "{}", variant.id());
    }
    // A closing ends the support too: after two months instead of six, and is open four months more.
    let mut document = document();
    document["scenarios"][0]["subsidy"] = json!({ "months": 12 });
    let closes = both(&document, Variant::Closes);
    assert_eq!([0, 1].map(|i| closes.from(i, Timeline::support_over).len()), [8, 8]);
}

#[test]
fn a_benefit_above_the_living_costs_does_not_make_waiting_better() {
    // 14,201 − 12,000 is left of each of the four months more.
    let both = later("12000");
    let found = both.there();
    let actual = both.simulations.each_ref().map(|one| one.months.last().expect("a month").household.closing);
    assert_eq!(actual[1] - actual[0], kroner(4 * 2_201), "there is more on the account");
    assert_eq!(found.not_counted, kroner(4 * 2_201), "and all of it is from the four months more");
    assert_eq!(found.household_at_end.difference(), Money::ZERO);
    assert_eq!(found.lowest_household.difference(), Money::ZERO);
    assert!(both.no_longer_short().is_empty() && both.newly_short().is_empty());
}

#[test]
fn a_shortage_that_only_a_longer_benefit_fills_is_still_one() {
    // Short after the support by less than the four months of waiting bring.
    let lowest =
        |both: &Both| both.simulations.each_ref().map(|one| one.key_figures.lowest_household.expect("a month").balance);
    let costs = (12_000..14_201).step_by(50).map(|costs| later(&costs.to_string()));
    let filled: Vec<Both> = costs
        .filter(|both| matches!(lowest(both), [own, other] if own < Money::ZERO && other >= Money::ZERO))
        .collect();
    assert!(!filled.is_empty(), "no living costs are between");
    for both in filled {
        let found = both.there();
        assert_eq!(both.no_longer_short(), Vec::new());
        assert_eq!(found.lowest_household.difference(), Money::ZERO, "{found:?}");
        assert_eq!(found.manages_from.to.map(|month| month.plus(-4)), found.manages_from.from);
    }
}

#[test]
fn living_costs_above_the_benefit_make_waiting_worse() {
    // 799 is missing in each of the four months more.
    let both = later("15000");
    let found = both.there();
    assert_eq!(found.not_counted, Money::ZERO);
    assert_eq!(found.household_at_end.difference(), kroner(4 * -799));
    assert_eq!(found.lowest_household.difference(), kroner(4 * -799));
    // Savings of 6,000 last through seven months of that, and not through the eighth: 2027-08.
    assert!(both.newly_short().contains(&month("2027-08")), "{:?}", both.newly_short());
    assert!(both.no_longer_short().is_empty());
}

#[test]
fn fewer_months_of_support_that_cost_more_than_it_pays_are_no_gain() {
    // The subsidy is smaller than what it costs to live: three months less of that are no better.
    let mut document = changed("/household/living_costs", json!("20000"));
    document["scenarios"][0]["small_jobs"] = json!([]);
    let both = both(&document, Variant::ShortSupport);
    let found = both.there();
    let at = |i: usize| both.from(i, Timeline::support_over)[0].household.opening;
    assert!(at(1) > at(0), "three bad months fewer are counted until then");
    assert_eq!(found.not_counted, at(1) - at(0));
    let change = |i: usize| both.simulations[i].months.last().expect("a month").household.closing - at(i);
    assert_eq!(found.household_at_end.difference(), change(1) - change(0), "from the end of the support on");
    assert!(found.household_at_end.difference() < Money::ZERO, "it earns less when the support ends");
    assert_eq!(row(&both.simulations[1], "2027-08").household.subsidy, Money::ZERO);
}

/// A plan in which nothing but the bank's time is otherwise when the account comes later: rates that no longer
/// change, the same sales in every season, and months enough to be on one's own.
fn steady() -> impl Strategy<Value = Value> {
    (random_case::case(), 2027 * 12_i32..2040 * 12, 0_u32..60).prop_filter_map(
        "a business",
        |(mut case, start, after)| {
            let mut scenario = case["scenarios"][0].clone();
            // The limit for VAT is held against a calendar year, so a later opening passes it in another month.
            for by_calendar in ["seasonality", "vat"] {
                scenario["business"].as_object_mut()?.remove(by_calendar);
            }
            let number = |key: &str, usual: u64| scenario.pointer(key).and_then(Value::as_u64).unwrap_or(usual) as u32;
            let before = number("/course_months", 3) + number("/account_wait_months", 1) + number("/subsidy/months", 6);
            let moved = start - index(&scenario["start"]);
            scenario["months"] = json!((before + 1 + after).min(120));
            let scenario = moved_by(scenario, moved);
            case["scenarios"] = json!([scenario]);
            read(&case).variant(&Rulebook::embedded(), 0, Variant::AccountLater).map(|_| case)
        },
    )
}

fn index(month: &Value) -> i32 {
    let month = Month::parse(month.as_str().expect("a month")).expect("a month");
    month.months_since(Month::new(0, 1).expect("a month"))
}

/// The scenario so many months later, its jobs and its closing with it.
fn moved_by(mut scenario: Value, months: i32) -> Value {
    let moved = |month: &mut Value| {
        if !month.is_null() {
            *month = json!(random_case::month_text(index(month) + months));
        }
    };
    moved(&mut scenario["start"]);
    moved(&mut scenario["business"]["closes"]);
    for job in scenario["small_jobs"].as_array_mut().expect("jobs") {
        moved(&mut job["from"]);
        moved(&mut job["until"]);
    }
    scenario
}

/// The household's lines without its balances.
fn flows(row: &MonthRow) -> HouseholdLines {
    HouseholdLines { opening: Money::ZERO, closing: Money::ZERO, ..row.household }
}

proptest! {
    #![proptest_config(random(300))]

    /// Everything else equal, an account that comes later is never called better: not more on the account, not
    /// less short, not managing sooner, whether the benefit is more than it costs to live or less.
    #[test]
    fn waiting_longer_on_benefit_is_never_better(document in steady()) {
        let both = both(&document, Variant::AccountLater);
        let [own, later] = [0, 1].map(|i| both.from(i, Timeline::opening));
        prop_assert_eq!(own.len(), later.len());
        for (own, later) in own.iter().zip(&later) {
            prop_assert_eq!(flows(own), flows(later), "nothing else is otherwise");
            prop_assert_eq!((own.business, own.loan), (later.business, later.loan));
        }
        let found = both.there();
        prop_assert_eq!(both.no_longer_short(), Vec::new());
        prop_assert!(found.household_at_end.difference() <= Money::ZERO);
        prop_assert!(found.lowest_household.difference() <= Money::ZERO);
        let Changed { from, to } = found.manages_from;
        prop_assert!(to.is_none_or(|to| from.is_some_and(|from| to >= from.plus(4))), "{from:?} {to:?}");
        // What waiting costs is kept, what it brings is not: between them there is nothing.
        let more = later[0].household.opening - own[0].household.opening;
        prop_assert_eq!(found.household_at_end.difference(), more.min(Money::ZERO));
        prop_assert_eq!(found.not_counted, more.max(Money::ZERO));
    }
}

proptest! {
    // The hours of a small job are looked for in every one of them.
    #![proptest_config(random(60))]

    /// Of any plan and any of its variants: as many months after the support, only what is on the account is
    /// left out, and that only where the support ends at another time.
    #[test]
    fn what_is_compared_is_what_both_have(document in random_case::case()) {
        let case = read(&document);
        for &variant in Variant::ALL {
            let Some(both) = Both::of(&case, variant) else { continue };
            let found = both.there();
            let last = |i: usize| both.simulations[i].months.last().expect("a month").household.closing;
            prop_assert_eq!(found.household_at_end.from, last(0));
            prop_assert_eq!(found.household_at_end.to + found.not_counted, last(1));
            prop_assert!(found.not_counted >= Money::ZERO);
            let over = both.timelines.map(|timeline| timeline.support_over());
            if over[0].is_some() && over[1].is_some() {
                let after = [0, 1].map(|i| both.from(i, Timeline::support_over).len());
                prop_assert_eq!(after[0], after[1], "{}", variant.id());
            }
            if over[0].is_none() || over[1].is_none() || over[0] == over[1] {
                prop_assert_eq!(found.not_counted, Money::ZERO);
                prop_assert_eq!(both.simulations[0].months.len(), both.simulations[1].months.len());
            }
        }
    }
}
