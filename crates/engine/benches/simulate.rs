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
use mikrolaan_engine::explain::{Line, explain};
use mikrolaan_engine::insight::goal_seek::{Goal, Question, seek};
use mikrolaan_engine::insight::loan_cost::loan_apr;
use mikrolaan_engine::insight::sensitivity::sensitivity;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::rulebook::Rulebook;
use mikrolaan_engine::simulation::{Plan, simulate};

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
    print("read the case", time(batches, || parse(black_box(&text))));
    print(
        "read, simulate, write every month",
        time(batches, || run(Command::Simulate, Options::default(), black_box(&text))),
    );
    let short = Options { key_figures_only: true };
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
