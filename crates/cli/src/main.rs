//! The command `mikrolaan`: cases in, results out, as JSON.

mod arguments;
mod lines;

use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use arguments::{CaseSource, Request, Wanted, cut};
use lines::Failed;
use mikrolaan_engine::case::{self, ErrorCode, LARGEST_FILE, Problem, command};
use mikrolaan_engine::evaluation;

/// The exit status of a refused document or call.
const REFUSED: u8 = 2;

fn main() -> ExitCode {
    let request = match arguments::read() {
        Ok(Wanted::Request(request)) => request,
        Ok(Wanted::Text(help)) => return write_out(help.as_bytes()),
        Err(problem) => return refuse(&[problem]),
    };
    match answer(request) {
        Ok(status) => status,
        Err(problems) => refuse(&problems),
    }
}

fn answer(request: Request) -> Result<ExitCode, Vec<Problem>> {
    match request {
        Request::Schema => Ok(write_out(case::schema::case_schema().as_bytes())),
        Request::Rules { month } => Ok(write_line(&case::rules(month))),
        Request::Evaluate { sources } => {
            let read = |source| read_whole(source).map_err(|error| vec![unreadable(source, &error)]);
            let documents = sources.iter().map(read).collect::<Result<Vec<_>, _>>()?;
            Ok(write_line(&evaluation::run(documents)?))
        }
        Request::Case { command, options, source, lines: false } => {
            let document = read_document(&source).map_err(|error| vec![unreadable(&source, &error)])?;
            Ok(write_line(&command::run(command, options, &document)?))
        }
        Request::Case { command, options, source, lines: true } => {
            let input = open(&source).map_err(|error| vec![unreadable(&source, &error)])?;
            let answer =
                |line: &[u8]| command::run(command, options, line).unwrap_or_else(|found| Problem::to_json(&found));
            match lines::each(input, io::stdout(), answer) {
                Err(Failed::Reading(error)) => Err(vec![unreadable(&source, &error)]),
                Err(Failed::Writing(error)) => Ok(finish(Err(error))),
                Ok(()) => Ok(finish(Ok(()))),
            }
        }
    }
}

fn open(source: &CaseSource) -> io::Result<Box<dyn Read + Send>> {
    Ok(match source {
        // Most systems open a directory and only refuse to read it.
        CaseSource::File(path) if Path::new(path).is_dir() => return Err(ErrorKind::IsADirectory.into()),
        CaseSource::File(path) => Box::new(std::fs::File::open(Path::new(path))?),
        CaseSource::StandardInput => Box::new(io::stdin()),
    })
}

/// At most one byte more than a case may have: enough for the engine to say that it is too large.
fn read_document(source: &CaseSource) -> io::Result<Vec<u8>> {
    let mut document = Vec::new();
    open(source)?.take(LARGEST_FILE as u64 + 1).read_to_end(&mut document)?;
    Ok(document)
}

/// All of it, however many cases it has.
fn read_whole(source: &CaseSource) -> io::Result<Vec<u8>> {
    let mut document = Vec::new();
    open(source)?.read_to_end(&mut document)?;
    Ok(document)
}

fn unreadable(source: &CaseSource, error: &io::Error) -> Problem {
    let name = match source {
        CaseSource::File(path) => cut(&path.to_string_lossy()).into_owned(),
        CaseSource::StandardInput => "standard input".to_owned(),
    };
    let message = match error.kind() {
        ErrorKind::IsADirectory => format!("cannot read {name}: it is a directory, and a case is a file"),
        ErrorKind::NotFound => format!("cannot read {name}: there is no such file"),
        _ => format!("cannot read {name}: {error}"),
    };
    Problem::new("", ErrorCode::Usage, message)
}

fn refuse(problems: &[Problem]) -> ExitCode {
    // Nothing is left to be done when standard error cannot be written to.
    let _ = writeln!(io::stderr(), "{}", Problem::to_json(problems));
    ExitCode::from(REFUSED)
}

fn write_line(line: &str) -> ExitCode {
    let mut bytes = Vec::with_capacity(line.len() + 1);
    bytes.extend_from_slice(line.as_bytes());
    bytes.push(b'\n');
    write_out(&bytes)
}

fn write_out(bytes: &[u8]) -> ExitCode {
    let mut out = io::stdout();
    finish(out.write_all(bytes).and_then(|()| out.flush()))
}

/// What was not written was not answered. Of a reader that went away (such as `head`) nothing is said.
fn finish(written: io::Result<()>) -> ExitCode {
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::from(REFUSED),
        Err(error) => refuse(&[Problem::new("", ErrorCode::Usage, format!("cannot write: {error}"))]),
    }
}
