//! Pieces of the calculation on their own: the worked examples of the law, and the edges of a loan.
//!
//! Whole scenarios stand as case files in `tests/cases/simulation/`.

use super::benefit::{self, BaseWorkings, Earnings};
use super::figures::Figures;
use super::ledger::LoanLines;
use super::loan::{Debt, LoanMonth};
use super::profit::CarriedLoss;
use super::scenario::{Benefit, Loan, Profile, Repayment};
use crate::quantity::{Money, Month, MonthlyHours, Rate};
use crate::rulebook::{FigureId, Rulebook};

fn kroner(kroner: i64) -> Money {
    Money::from_kroner(kroner)
}

fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

/// A month of work with these countable earnings.
fn earning(countable: Money, hours: i64) -> Earnings {
    Earnings { countable, hours: MonthlyHours::from_whole(hours) }
}

/// The benefit of a profile in a month, from its base and after the deduction for `earnings`.
fn benefit_of(profile: Profile, at: &str, earnings: i64, hours: i64) -> (Money, Money) {
    let rulebook = Rulebook::embedded();
    let mut figures = Figures::new(&rulebook);
    let (benefit, at) = (Benefit::Profile(profile), month(at));
    let base = BaseWorkings::of(&benefit, at, &mut figures).expect("a base");
    let earnings = earning(kroner(earnings), hours);
    let paid = benefit::paid(&base, earnings, at, &mut figures).expect("a benefit");
    (base.amount(), paid.paid)
}

#[test]
fn worked_examples_of_section_31_from_july_2025() {
    let single = |age| Profile { single: true, ..Profile::of_age(age) };
    let with_parents = Profile { lives_with_parents: true, ..Profile::of_age(22) };
    // Profile, base, E, benefit: amounts of 2026.
    let examples = [
        (single(35), 14_201, 5_200, 1_257_600),
        (single(35), 14_201, 2_700, 1_420_100),
        (single(35), 14_201, 16_000, 555_600),
        (single(35), 14_201, 18_000, 404_100),
        (single(27), 8_670, 5_200, 867_000),
        (single(27), 8_670, 12_000, 438_000),
        (with_parents, 3_057, 3_000, 110_700),
    ];
    for (profile, base, earnings, expected) in examples {
        let found = benefit_of(profile, "2026-11", earnings, 100);
        assert_eq!(found, (kroner(base), Money::from_oere(expected)), "{profile:?}, E {earnings}");
    }
}

#[test]
fn worked_example_of_section_31_until_june_2025() {
    // 11,716 − (6,000 − 50 × 28.66)
    let found = benefit_of(Profile::of_age(35), "2022-03", 6_000, 50);
    assert_eq!(found, (kroner(11_716), Money::from_oere(714_900)));
}

#[test]
fn no_more_than_160_hours_are_disregarded() {
    let at_limit = benefit_of(Profile::of_age(35), "2022-03", 9_000, 160);
    let above = benefit_of(Profile::of_age(35), "2022-03", 9_000, 200);
    // 11,716 − (9,000 − 160 × 28.66) = 7,301.60
    assert_eq!(at_limit.1, Money::from_oere(730_160));
    assert_eq!(above, at_limit);
}

#[test]
fn nothing_is_looked_up_for_a_benefit_without_earnings() {
    let rulebook = Rulebook::embedded();
    let benefit = Benefit::Profile(Profile::of_age(35));
    let base = BaseWorkings::of(&benefit, month("2026-11"), &mut Figures::new(&rulebook)).expect("a base");
    let mut figures = Figures::new(&rulebook);
    let paid = benefit::paid(&base, earning(Money::ZERO, 0), month("2026-11"), &mut figures);
    assert_eq!(paid.map(|benefit| benefit.paid), Ok(kroner(13_060)));
    assert!(figures.used().is_empty());
}

#[test]
fn a_figure_missing_for_the_month_is_named() {
    let rulebook = Rulebook::embedded().without_before(FigureId::NyForhoejetSats, month("2026-01"));
    let mut figures = Figures::new(&rulebook);
    let benefit = Benefit::Profile(Profile::of_age(35));
    let missing = BaseWorkings::of(&benefit, month("2025-12"), &mut figures).expect_err("not covered");
    assert_eq!((missing.figure, missing.month), (FigureId::NyForhoejetSats, month("2025-12")));
}

#[test]
fn a_loss_is_carried_until_profits_have_used_it_up() {
    let mut carried = CarriedLoss::default();
    let results = [-8_000, 3_000, -1_000, 5_000, 4_000, 2_000];
    let profit = |&result: &i64| carried.month(Some(kroner(result))).profit.oere() / 100;
    let profits: Vec<i64> = results.iter().map(profit).collect();
    // Carried: 8,000 · 5,000 · 6,000 · 1,000 · 0 · 0
    assert_eq!(profits, [0, 0, 0, 0, 3_000, 2_000]);
}

fn loan(principal: i64, rate: i64, repayment: Repayment) -> Loan {
    Loan {
        principal: Money::from_oere(principal),
        annual_rate: Rate::from_millionths(rate),
        fee: Money::ZERO,
        first_instalment_after_months: 1,
        repayment,
    }
}

/// The lines of a loan until it is repaid, paused in the months given.
fn course_of(loan: &Loan, paused: &[u32]) -> Vec<LoanLines> {
    let mut debt = Debt::default();
    debt.pay_out(loan);
    let mut lines = Vec::new();
    for age in 1..=500 {
        let now = LoanMonth { month: month("2027-01"), age, paused: paused.contains(&age) };
        lines.push(debt.step(loan, now).lines);
        if debt.outstanding().is_zero() {
            break;
        }
    }
    lines
}

#[test]
fn instalments_sum_to_the_principal_to_the_oere() {
    for principal in [1, 99, 100_001, 4_999_999, 5_000_000] {
        for term in [1, 2, 7, 36, 360] {
            let lines = course_of(&loan(principal, 0, Repayment::Term(term)), &[]);
            let sum: Money = lines.iter().map(|line| line.instalment).sum();
            assert_eq!(sum, Money::from_oere(principal), "{principal} øre over {term} months");
            assert!(lines.len() <= term as usize, "{principal} øre over {term} months");
        }
    }
}

#[test]
fn the_last_instalment_settles_what_rounding_left() {
    let lines = course_of(&loan(5_000_000, 35_000, Repayment::Term(24)), &[]);
    assert_eq!(lines.len(), 24);
    assert_eq!(lines[0].instalment, Money::from_oere(216_014));
    let (last, before) = (lines[23], lines[22]);
    assert_eq!(last.instalment, last.opening + last.interest);
    assert!(last.instalment <= before.instalment);
    // Interest rounded up each month can leave an øre more than the level payment.
    let lines = course_of(&loan(400_000, 80_000, Repayment::Term(6)), &[]);
    let instalments: Vec<i64> = lines.iter().map(|line| line.instalment.oere()).collect();
    assert_eq!(instalments, [68_231, 68_231, 68_231, 68_231, 68_231, 68_232]);
}

#[test]
fn a_paused_month_costs_nothing_and_does_not_count() {
    let with_pause = course_of(&loan(1_000_000, 120_000, Repayment::Term(5)), &[3, 4]);
    let without = course_of(&loan(1_000_000, 120_000, Repayment::Term(5)), &[]);
    assert_eq!(with_pause.len(), without.len() + 2);
    assert!(with_pause[2].paused && with_pause[2].interest.is_zero() && with_pause[2].instalment.is_zero());
    let instalments = |lines: &[LoanLines]| -> Vec<Money> {
        lines.iter().map(|line| line.instalment).filter(|instalment| instalment.is_positive()).collect()
    };
    assert_eq!(instalments(&with_pause), instalments(&without));
}
