//! How long the engine takes. `cargo bench -p mikrolaan-engine` prints figures and passes no verdict.
//!
//! Each piece of work is done many times in batches; the fastest batch shows what the work costs, the middle one
//! what it costs with whatever else the machine does.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use mikrolaan_engine::case::command::{Command, Options, run};
use mikrolaan_engine::case::{Case, parse};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::insight::goal_seek::{Goal, Question, seek};
use mikrolaan_engine::insight::loan_cost::loan_apr;
use mikrolaan_engine::insight::sensitivity::sensitivity;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::rulebook::Rulebook;
use mikrolaan_engine::simulation::{Plan, simulate};
use mikrolaan_engine::trace::{Line, explain};

/// How long a batch should take, so that the clock says something about it.
const BATCH: Duration = Duration::from_millis(5);
/// How many batches are timed.
const BATCHES: usize = 200;

fn main() {
    // `cargo test` builds this too and runs it once, to see that it runs.
    let measuring = std::env::args().any(|argument| argument == "--bench");
    let batches = if measuring { BATCHES } else { 1 };

    let text = sixty_months();
    let case = parse(&text).expect("the case of the benchmark is valid");
    let rulebook = Rulebook::embedded();
    let plan = case.plan(0).expect("its benefit is known");
    assert_eq!(case.scenarios[0].months, 60);

    println!("{:<58} {:>10} {:>10}", "", "fastest", "middle");
    let print = |what: &str, (fastest, middle): (f64, f64)| println!("{what:<58} {fastest:>7.2} µs {middle:>7.2} µs");
    print(
        "simulate 60 months with key figures, plan prepared",
        time(batches, || simulate(&rulebook, black_box(&plan))),
    );
    print("prepare the plan and simulate", time(batches, || black_box(&case).simulate(&rulebook, 0)));
    print("evaluate: plan, months and budgets, once", time(batches, || evaluate(black_box(&case), &rulebook, 0)));
    print("read the case", time(batches, || parse(black_box(&text))));
    print(
        "read, simulate, write every month",
        time(batches, || run(Command::Simulate, Options::default(), black_box(&text))),
    );
    let short = Options { key_figures_only: true, ..Options::default() };
    print("read, simulate, write the key figures", time(batches, || run(Command::Simulate, short, black_box(&text))));
    let loan = case.scenarios[0].loan.clone().expect("a loan with interest");
    print("the loan's yearly cost (ÅOP)", time(batches, || loan_apr(black_box(&loan))));
    let last = plan.timeline().last();
    print(
        "explain the last month's closing balance",
        time(batches, || explain(&rulebook, &plan, last, Line::HouseholdClosing)),
    );
    // Goals nothing reaches: the whole grid is gone through.
    let (wage, out_of_reach) = (Money::from_kroner(1), Goal::BusinessNeverNegative);
    let mut poor = case.scenarios[0].clone();
    poor.business.iter_mut().for_each(|business| business.fixed_costs = Money::from_kroner(1_000_000));
    let poor = Plan { scenario: &poor, ..plan.clone() };
    print(
        "seek over hours, no answer",
        time(batches, || seek(&rulebook, &poor, Question::JobHours(wage), out_of_reach)),
    );
    print(
        "seek over factors, no answer",
        time(batches, || seek(&rulebook, &poor, Question::RevenueFactor, out_of_reach)),
    );
    print("sensitivity, all rows", time(batches, || sensitivity(&rulebook, black_box(&plan))));
    let answers = Case { scenarios: Vec::new(), ..case.clone() };
    print("screen, answers at hand", time(batches, || black_box(&answers).screen(&rulebook)));
    print("read, screen, write", time(batches, || run(Command::Screen, Options::default(), black_box(&text))));
    if measuring {
        for (what, flows) in large_flows() {
            print(&format!("ÅOP of {what}"), time(3, || run(Command::Apr, Options::default(), black_box(&flows))));
        }
    }
}

/// The hardest flows that are taken: two thousand with a hundred changes of sign, over a hundred years.
fn large_flows() -> Vec<(&'static str, Vec<u8>)> {
    let flows = |amount: &dyn Fn(u32) -> i64, time: &dyn Fn(u32) -> String| {
        let side = |name: &str, is_wanted: &dyn Fn(i64) -> bool| {
            let of_it = (0..2_000).filter(|&number| is_wanted(amount(number)));
            let written =
                of_it.map(|number| format!(r#"{{"amount":{},"years":"{}"}}"#, amount(number).abs(), time(number)));
            format!("\"{name}\":[{}]", written.collect::<Vec<_>>().join(","))
        };
        format!("{{{},{}}}", side("payouts", &|amount| amount > 0), side("payments", &|amount| amount < 0)).into_bytes()
    };
    let even = |number: u32| format!("{number}/20");
    let early = |number: u32| format!("{}/1000", if number == 1_999 { 100_000 } else { number });
    let odd = |number: u32| format!("{number}/21+{}/365+1/{}", number % 7, number + 1_000);
    let sign = |number: u32| if (number / 20).is_multiple_of(2) { 1 } else { -1 };
    // A hundred blocks and a last one: the first and the last two are paid out.
    let blocks = move |number: u32| if number >= 1_980 { 1 } else { sign(number) };
    vec![
        ("2,000 level payments", flows(&|number| if number == 0 { 1_000_000 } else { -700 }, &even)),
        (
            "2,000 flows, 98 changes, no root",
            flows(&move |number| blocks(number) * if blocks(number) > 0 { 1_000 } else { 900 }, &even),
        ),
        (
            "2,000 flows, 98 changes",
            flows(&move |number| blocks(number) * (1_000 + i64::from(number * 7_919 % 9_001)), &even),
        ),
        (
            "2,000 flows at odd times",
            flows(&move |number| blocks(number) * (1_000 + i64::from(number * 104_729 % 99_991)), &odd),
        ),
        (
            "2,000 flows in two years, one late",
            flows(&move |number| blocks(number) * (1_000 + i64::from(number * 31 % 977)), &early),
        ),
        (
            "101 flows of alternating sign",
            flows(
                &|number| match number {
                    0..101 if number % 2 == 0 => 100,
                    0..101 => -90,
                    _ => 0,
                },
                &even,
            ),
        ),
    ]
}

/// The case the command's throughput is measured with.
fn sixty_months() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../xtask/bench/sixty-months.json");
    let text = fs::read_to_string(path).expect("the case of the benchmark");
    text.replace("REVENUE", "24000").into_bytes()
}

/// Microseconds for one call: in the fastest batch and in the middle one.
fn time<T>(batches: usize, mut work: impl FnMut() -> T) -> (f64, f64) {
    let mut calls = 1_u32;
    while elapsed(calls, &mut work) < BATCH && batches > 1 {
        calls *= 2;
    }
    let mut times: Vec<f64> =
        (0..batches).map(|_| elapsed(calls, &mut work).as_secs_f64() * 1e6 / f64::from(calls)).collect();
    times.sort_by(f64::total_cmp);
    (times[0], times[times.len() / 2])
}

fn elapsed<T>(calls: u32, work: &mut impl FnMut() -> T) -> Duration {
    let begun = Instant::now();
    for _ in 0..calls {
        black_box(work());
    }
    begun.elapsed()
}
