//! The questions the command and the JavaScript package can ask of a case, from bytes to JSON.

use super::file::{parse, parse_any, parse_whole};
use super::link::link;
use super::requests::explain::Explained;
use super::{Case, Obstacle, Problem, requests, write};
use crate::insight::loan_cost::loan_apr;
use crate::insight::sensitivity::Row;
use crate::quantity::{AnnualPercentage, Month};
use crate::rulebook::{Rulebook, Scheme, VERSION};
use crate::screening::{AnswerKey, AnswerKeys, Screening};
use crate::simulation::{LoanApr, Simulation};
use crate::string_enum::string_enum;
use crate::trace::{Line, Node};

string_enum! {
    /// A question.
    Command {
        /// Who is the scheme for?
        Screen = "screen",
        /// What would the months look like?
        Simulate = "simulate",
        /// Can the case be read and worked out?
        Check = "check",
        /// What is the least that would be enough?
        Seek = "seek",
        /// What matters most?
        Sensitivity = "sensitivity",
        /// What does a loan cost a year?
        Apr = "apr",
        /// Where does a line of a month come from?
        Explain = "explain",
        /// The case as its file, from a file or a link.
        Case = "case",
        /// The case as a link, from a file or a link.
        Link = "link",
    }
}

/// Which rulebook gave a result.
#[derive(Clone, Copy, Debug, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct RulebookUsed {
    /// The version of the rulebook.
    version: &'static str,
    /// The set of rules.
    scheme: Scheme,
    /// The month the case is looked at in.
    as_of: Month,
}

impl RulebookUsed {
    fn of(case: &Case) -> Self {
        RulebookUsed { version: VERSION, scheme: case.scheme, as_of: case.as_of }
    }
}

/// Who the scheme is for.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ScreenOutput {
    #[serde(flatten)]
    screening: Screening,
    /// By which rulebook.
    rulebook: RulebookUsed,
}

/// What the months would look like.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct SimulateOutput {
    /// By which rulebook.
    rulebook: RulebookUsed,
    /// Each scenario, in the order of the case.
    scenarios: Vec<Simulation>,
}

/// The case can be read and worked out.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct CheckOutput {
    /// Always true: what is wrong is an error.
    valid: bool,
}

/// The least that would be enough.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct SeekOutput {
    /// The least value on the grid; `null` when none is enough.
    value: Option<String>,
}

/// What matters most, one change at a time.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct SensitivityOutput {
    /// The inputs, what changes most first.
    rows: Vec<Row>,
}

/// What a loan costs a year.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct AprOutput {
    /// Percent a year, six decimals; `null` where no rate fits.
    percent: Option<AnnualPercentage>,
}

/// Where a line of a month comes from.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ExplainOutput {
    /// By which rulebook.
    rulebook: RulebookUsed,
    /// The month.
    month: Month,
    /// The line.
    line: Line,
    /// How it came about.
    tree: Option<Node>,
}

/// How an answer is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Leave out the months of a simulation.
    pub key_figures_only: bool,
    /// Leave these answers out of a link.
    pub without: AnswerKeys,
}

/// Asks a question of a case. The answer is one line of JSON (of `case`, its file; of `link`, the link), without
/// the newline at its end.
///
/// # Errors
/// Every [`Problem`] of the case.
pub fn run(command: Command, options: Options, input: &[u8]) -> Result<String, Vec<Problem>> {
    let rulebook = Rulebook::embedded();
    match command {
        Command::Screen => {
            let case = parse(input)?;
            Ok(to_json(&ScreenOutput { screening: case.screen(&rulebook), rulebook: RulebookUsed::of(&case) }))
        }
        Command::Simulate => {
            let case = parse_whole(input)?;
            let mut scenarios = simulations(&case, &rulebook, options)?;
            price_loans(&case, &mut scenarios);
            Ok(to_json(&SimulateOutput { rulebook: RulebookUsed::of(&case), scenarios }))
        }
        Command::Check => {
            let case = parse_whole(input)?;
            simulations(&case, &rulebook, options)?;
            Ok(to_json(&CheckOutput { valid: true }))
        }
        Command::Seek => {
            let value = requests::goal_seek::run(input, &rulebook)?.map(|found| found.to_string());
            Ok(to_json(&SeekOutput { value }))
        }
        Command::Sensitivity => Ok(to_json(&SensitivityOutput { rows: requests::sensitivity::run(input, &rulebook)? })),
        Command::Apr => Ok(to_json(&AprOutput { percent: requests::annual_percentage_rate::run(input)? })),
        Command::Explain => {
            let Explained { case, month, line, tree } = requests::explain::run(input, &rulebook)?;
            Ok(to_json(&ExplainOutput { rulebook: RulebookUsed::of(&case), month, line, tree }))
        }
        Command::Case => {
            let mut text = write(&parse_any(input)?);
            text.truncate(text.trim_end().len());
            Ok(text)
        }
        Command::Link => {
            let mut case = parse_any(input)?;
            for &key in AnswerKey::ALL.iter().filter(|&&key| options.without.has(key)) {
                case.answers.set(key, None);
            }
            link(&case).map_err(|error| vec![error.problem()])
        }
    }
}

/// All scenarios worked out, or every problem of every one.
fn simulations(case: &Case, rulebook: &Rulebook, options: Options) -> Result<Vec<Simulation>, Vec<Problem>> {
    let mut done = Vec::with_capacity(case.scenarios.len());
    let mut problems = Vec::new();
    for index in 0..case.scenarios.len() {
        match case.simulate(rulebook, index) {
            Ok(mut simulation) => {
                if options.key_figures_only {
                    simulation.months.clear();
                }
                done.push(simulation);
            }
            Err(found) => problems.extend(Obstacle::problems(&found, index)),
        }
    }
    if problems.is_empty() { Ok(done) } else { Err(problems) }
}

/// The yearly cost of each loan. Only who reads a result needs it, so no simulation works it out.
fn price_loans(case: &Case, simulations: &mut [Simulation]) {
    for (scenario, simulation) in case.scenarios.iter().zip(simulations) {
        if let (Some(loan), Some(figures)) = (&scenario.loan, &mut simulation.key_figures.loan) {
            figures.apr = Some(LoanApr(loan_apr(loan)));
        }
    }
}

fn to_json<T: serde::Serialize>(output: &T) -> String {
    // Only a map with keys that are no strings can fail here, and there is none.
    serde_json::to_string(output).unwrap_or_default()
}
