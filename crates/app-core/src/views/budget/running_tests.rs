//! The running answers, by hand.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::screening::{AnswerKey, Support};
use mikrolaan_engine::simulation::{FullMonth, StartUpBudget};

use super::{RunningAnswer, business, home, start};
use crate::charts::shape::Shape;
use crate::rulebook::RULEBOOK;
use crate::state::State;
use crate::state::event::{Event, GivenAnswer};

const AS_OF: Month = Month::new(2026, 11).expect("a month");

fn of_home(case: &Case) -> RunningAnswer {
    plain(home(case, evaluate(case, &RULEBOOK, 0).as_ref().ok()))
}

fn kroner(amount: i64) -> Money {
    Money::from_kroner(amount)
}

/// Without the spaces at which no line breaks.
fn plain(answer: RunningAnswer) -> RunningAnswer {
    let plain = |text: &String| text.replace('\u{a0}', " ");
    RunningAnswer { fact: plain(&answer.fact), sum: answer.sum.iter().map(plain).collect(), ..answer }
}

/// The widths of the bar's parts by their class, in percent.
fn widths(answer: &RunningAnswer) -> Vec<(&'static str, i64)> {
    let rect = |shape: &Shape| match shape {
        Shape::Rect { class, width, .. } => (*class, width.0 / 100),
        other => panic!("{other:?}"),
    };
    answer.bar.iter().map(rect).collect()
}

#[test]
fn what_is_left_today_is_what_comes_in_less_what_goes_out() {
    let mut case = example(ExampleId::Hairdresser, AS_OF);
    let income = crate::state::plan::first_month(&case).expect("it is known").household.net_change();
    let income = kroner(income.oere() / 100);
    case.scenarios[0].household.living_costs = income - kroner(1_000);
    let left = of_home(&case);
    assert_eq!((left.fact.as_str(), left.is_short), ("I dag har du 1.000 kr. til rest om måneden", false));
    assert_eq!(left.sum[2], "= 1.000 kr. til rest");
    case.scenarios[0].household.living_costs = income + kroner(500);
    let short = of_home(&case);
    assert_eq!((short.fact.as_str(), short.is_short), ("I dag mangler du 500 kr. om måneden", true));
    assert_eq!(widths(&short).last().map(|(class, _)| *class), Some("bar bar--missing"));
}

#[test]
fn what_it_costs_to_live_is_called_a_guess_while_it_is_one() {
    let answers = [
        Event::Answer(AnswerKey::Age, GivenAnswer::Age(40)),
        Event::Answer(AnswerKey::Support, GivenAnswer::Chosen(Support::KontanthjaelpJobparat.id())),
        Event::Answer(AnswerKey::Single, GivenAnswer::Chosen("yes")),
        Event::Answer(AnswerKey::Children, GivenAnswer::Chosen("no")),
        Event::Answer(AnswerKey::LivedAbroad, GivenAnswer::Chosen("no")),
        Event::EnsureScenario,
    ];
    let state = answers.into_iter().fold(State::new(AS_OF), |state, event| state.apply(event));
    let guess = of_home(state.case());
    assert!(guess.fact.starts_with("Vi gætter på, at du bruger alt, hvad du får:"), "{}", guess.fact);
    assert_eq!((guess.sum[2].as_str(), guess.is_short), ("= 0 kr. til rest", false));
}

#[test]
fn nothing_is_said_about_what_is_left_while_the_benefit_is_not_known() {
    let unknown = "Vi kender ikke din ydelse endnu. Svar, så regner vi den ud.";
    let mut case = example(ExampleId::Courier, AS_OF);
    case.scenarios[0].benefit = None;
    (case.answers.lived_abroad, case.answers.single, case.answers.children) = (None, None, None);
    case.answers.age = Some(40);
    case.answers.support = Some(Support::KontanthjaelpJobparat);
    assert_eq!(of_home(&case), RunningAnswer { fact: unknown.to_owned(), ..RunningAnswer::default() }, "it is a range");
    case.answers.age = None;
    assert_eq!(of_home(&case).fact, unknown);
    case.answers.support = None;
    assert_eq!(of_home(&case).fact, unknown, "it is not said what one lives on");
    case.answers.support = Some(Support::Dagpenge);
    assert_eq!(of_home(&case).fact, "Skriv, hvad du får. Så viser vi, hvad der er til rest.", "we cannot work it out");
    let mut begun = example(ExampleId::Hairdresser, AS_OF);
    (begun.scenarios[0].course_months, begun.scenarios[0].account_wait_months) = (0, 0);
    assert_eq!(of_home(&begun), RunningAnswer::default(), "the plan begins with the subsidy");
    assert_eq!(home(&Case::new(AS_OF), None), RunningAnswer::default(), "there is no plan");
}

#[test]
fn a_good_month_leaves_something_or_takes_it() {
    let month = |full: i64, variable: i64, fixed: i64, fee: i64| FullMonth {
        revenue: kroner(full),
        variable_costs: kroner(variable),
        fixed_costs: kroner(fixed),
        account_fee: kroner(fee),
        surplus: kroner(full - variable - fixed - fee),
    };
    let good = plain(business(&month(8_500, 2_975, 1_500, 300)));
    assert_eq!((good.fact.as_str(), good.is_short), ("Af 8.500 kr. er der 3.725 kr. tilbage, før skat og lån", false));
    assert_eq!(
        good.sum,
        ["8.500 kr. salg", "− 2.975 kr. varer", "− 1.500 kr. faste", "− 300 kr. bank", "= 3.725 kr. til rest"]
    );
    assert_eq!(
        widths(&good),
        [("bar bar--other", 35), ("bar bar--other", 17), ("bar bar--other", 3), ("bar bar--business", 43)]
    );
    let bad = plain(business(&month(1_000, 0, 1_500, 300)));
    assert_eq!((bad.fact.as_str(), bad.is_short), ("Du sælger for 1.000 kr. og mangler 800 kr.", true));
    assert!(business(&month(0, 0, 1_500, 300)).sum.is_empty(), "nothing is said before it sells");
}

#[test]
fn the_money_to_start_is_there_or_so_much_is_missing() {
    let budget = |total: i64, left: i64| StartUpBudget { total: kroner(total), left: kroner(left) };
    let there = plain(start(&budget(32_000, 1_000)));
    assert_eq!((there.fact.as_str(), there.is_short), ("Lånet og dine egne penge dækker det, du køber", false));
    assert_eq!(there.sum, ["33.000 kr. i lån og egne penge", "− 32.000 kr. til start", "= 1.000 kr. til rest"]);
    let short = plain(start(&budget(32_000, -2_000)));
    assert_eq!((short.fact.as_str(), short.is_short), ("Der mangler 2.000 kr. til at starte", true));
    assert_eq!(widths(&short), [("bar bar--other", 93), ("bar bar--missing", 6)]);
    assert!(start(&budget(0, 0)).sum.is_empty());
}
