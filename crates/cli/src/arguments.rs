//! What the command was called with.

use std::borrow::Cow;
use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand};
use mikrolaan_engine::case::command::{Command, Options};
use mikrolaan_engine::case::{ErrorCode, Problem, bounds};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::{AnswerKey, AnswerKeys};

/// What is to be done.
pub(crate) enum Request {
    /// A question about one case, or about one a line.
    Case { command: Command, options: Options, source: CaseSource, lines: bool },
    /// What became of the people behind many cases.
    Evaluate { sources: Vec<CaseSource> },
    /// The schema of the case file.
    Schema,
    /// The rulebook.
    Rules { month: Option<Month> },
}

/// Where the case comes from.
pub(crate) enum CaseSource {
    File(OsString),
    StandardInput,
}

impl CaseSource {
    /// The file that was named; a dash is standard input.
    fn of(file: OsString) -> Self {
        if file == "-" { CaseSource::StandardInput } else { CaseSource::File(file) }
    }
}

/// A request, or a text to print instead (help, version).
pub(crate) enum Wanted {
    Request(Request),
    Text(String),
}

/// Aalborg's microloan scheme as a calculator: who it is for, and what the months would look like.
///
/// A case is JSON (format "mikrolaan-case/1"); it comes from FILE or from standard input, and the
/// answer is one line of JSON on standard output. A case that cannot be read gives exit status 2,
/// nothing on standard output, and all its errors on standard error, up to 100:
/// {"error": [{"path", "code", "message"}]}. Where there are more, one more of code
/// "too_many_errors" says so. A long key or value is cut there at 80 characters.
///
/// A wrong call gives an error of code "usage" and exit status 2, and so does an answer that cannot
/// be written. When whoever reads standard output goes away, nothing is said; the exit status is 2.
///
/// The answers guide. They decide nothing: only the municipality does.
#[derive(Parser)]
#[command(name = "mikrolaan", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    question: Asked,
}

#[derive(Subcommand)]
enum Asked {
    /// Who the scheme is for: verdict, every finding with its reason and source, flags and routes
    Screen(CaseArguments),
    /// What the months would look like: every line of every month, and the key figures
    Simulate {
        #[command(flatten)]
        case: CaseArguments,
        /// Leave out the months
        #[arg(long)]
        key_figures: bool,
    },
    /// Whether a case can be read and worked out: {"valid": true}, or all its errors
    Check(CaseArguments),
    /// The least that would be enough: {"case", "scenario", "vary", "goal", "hourly_wage"} in
    Seek(CaseArguments),
    /// What matters most, one change at a time: {"case", "scenario"} in
    Sensitivity(CaseArguments),
    /// What a loan costs a year (ÅOP): {"payouts", "payments"} in, each {"amount", "years"}.
    /// At most 2,000 of them, and 100 changes between the two in their order of time
    Apr(CaseArguments),
    /// Where a line of a month comes from: {"case", "scenario", "month", "line"} in, the tree behind it out
    Explain(CaseArguments),
    /// The case the one way it is written, from its file or a link: "v1.…", "#v1.…" or an address that ends in it
    Case {
        /// The case or the link; standard input when left out or "-"
        file: Option<OsString>,
    },
    /// The case as a link: "#v1.…". What became of the person is left out
    Link {
        #[command(flatten)]
        case: CaseArguments,
        /// Leave these answers out, such as public_debt,age
        #[arg(long, value_name = "KEYS", value_delimiter = ',')]
        without: Vec<String>,
    },
    /// What became of the people, counted from their case files: the evaluation's table by target group, results,
    /// loans, half years, and what does not fit together
    Evaluate {
        /// Files with one case, a JSON list of cases, or one case or link a line; standard input when left out,
        /// or where it is "-". A bad case stands under "unreadable" and the rest go on. Where nothing is
        /// JSON the exit status is 2
        #[arg(value_name = "FILE")]
        files: Vec<OsString>,
    },
    /// The JSON Schema (2020-12) of the case file, for whoever checks or writes case files elsewhere
    Schema,
    /// Every figure with value, period, status and source, and what each rule stands on
    Rules {
        /// Only what holds in this month, such as 2026-11 (2017-07 to 2099-12)
        #[arg(long, value_name = "MONTH")]
        month: Option<String>,
    },
}

#[derive(Args)]
struct CaseArguments {
    /// The case; standard input when left out or "-"
    file: Option<OsString>,
    /// One case a line in, one result a line out, in the same order, on every core
    /// (RAYON_NUM_THREADS: on so many of them).
    /// A bad line gives {"error": […]} on its line and the rest go on; the exit status is 0
    #[arg(long)]
    lines: bool,
}

fn keys(names: &[String]) -> Result<AnswerKeys, Problem> {
    let mut keys = AnswerKeys::default();
    for name in names {
        let Some(key) = AnswerKey::from_id(name) else {
            let known: Vec<&str> = AnswerKey::IN_FILE.iter().map(|key| key.id()).collect();
            let message = format!("--without: there is no answer {:?}; there are {}", cut(name), known.join(", "));
            return Err(Problem::new("", ErrorCode::Usage, message));
        };
        keys.add(key);
    }
    Ok(keys)
}

fn month(text: &str) -> Result<Month, Problem> {
    let refused = |code, message| Problem::new("", code, message);
    let Some(month) = Month::parse(text) else {
        let message = format!("--month: read {:?}, expected a month such as 2026-11", cut(text));
        return Err(refused(ErrorCode::Usage, message));
    };
    let allowed = bounds::month();
    if allowed.allow(&month) {
        return Ok(month);
    }
    let message = format!("--month: read {month}, allowed is {} to {}", allowed.min, allowed.max);
    Err(refused(ErrorCode::OutOfRange, message).between(allowed.min, allowed.max))
}

/// Reads the arguments the program was started with.
pub(crate) fn read() -> Result<Wanted, Problem> {
    match Arguments::try_parse() {
        Ok(arguments) => request(arguments.question).map(Wanted::Request),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Ok(Wanted::Text(error.to_string()))
        }
        Err(error) => Err(Problem::new("", ErrorCode::Usage, usage(&error))),
    }
}

/// The error on one line, without the usage text below it.
fn usage(error: &clap::Error) -> String {
    let missing = [ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, ErrorKind::MissingSubcommand];
    if missing.contains(&error.kind()) {
        let arguments = Arguments::command();
        let commands: Vec<&str> = arguments.get_subcommands().map(clap::Command::get_name).collect();
        return format!("the command is missing, one of {} (see mikrolaan --help)", commands.join(", "));
    }
    let text = error.to_string();
    let lines = text.lines().take_while(|line| !line.starts_with("Usage:")).map(str::trim);
    let message = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let message = message.strip_prefix("error: ").unwrap_or(&message);
    format!("{} (see mikrolaan --help)", cut(message))
}

/// How many characters of an argument are said back.
const LONGEST: usize = 1_000;

/// As much of an argument, or of a message with one in it, as is said back.
pub(crate) fn cut(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

fn request(question: Asked) -> Result<Request, Problem> {
    let case = |command, options, arguments: CaseArguments| {
        let source = arguments.file.map_or(CaseSource::StandardInput, CaseSource::of);
        Request::Case { command, options, source, lines: arguments.lines }
    };
    Ok(match question {
        Asked::Screen(arguments) => case(Command::Screen, Options::default(), arguments),
        Asked::Check(arguments) => case(Command::Check, Options::default(), arguments),
        Asked::Seek(arguments) => case(Command::Seek, Options::default(), arguments),
        Asked::Sensitivity(arguments) => case(Command::Sensitivity, Options::default(), arguments),
        Asked::Explain(arguments) => case(Command::Explain, Options::default(), arguments),
        Asked::Apr(arguments) => case(Command::Apr, Options::default(), arguments),
        Asked::Simulate { case: arguments, key_figures } => {
            case(Command::Simulate, Options { key_figures_only: key_figures, ..Options::default() }, arguments)
        }
        Asked::Case { file } => case(Command::Case, Options::default(), CaseArguments { file, lines: false }),
        Asked::Link { case: arguments, without } => {
            case(Command::Link, Options { without: keys(&without)?, ..Options::default() }, arguments)
        }
        Asked::Evaluate { files } if files.is_empty() => Request::Evaluate { sources: vec![CaseSource::StandardInput] },
        Asked::Evaluate { files } => Request::Evaluate { sources: files.into_iter().map(CaseSource::of).collect() },
        Asked::Schema => Request::Schema,
        Asked::Rules { month: written } => Request::Rules { month: written.as_deref().map(month).transpose()? },
    })
}
