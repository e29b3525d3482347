//! Running other programs.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};
use crate::project;

/// A program about to be run in the project's folder.
pub(crate) struct Process {
    command: Command,
    words: String,
}

impl Process {
    /// `line` is the program and its fixed arguments, separated by spaces.
    pub(crate) fn new(line: &str) -> Self {
        let mut words = line.split_whitespace();
        let mut command = Command::new(words.next().unwrap_or_default());
        command.args(words).current_dir(project::root());
        Self { command, words: line.to_owned() }
    }

    /// A program by its path, which may contain spaces.
    pub(crate) fn of(program: &Path) -> Self {
        let mut command = Command::new(program);
        command.current_dir(project::root());
        Self { command, words: program.display().to_string() }
    }

    /// One more argument, taken as it is.
    pub(crate) fn arg(mut self, argument: impl AsRef<Path>) -> Self {
        let argument = argument.as_ref();
        let _ = write!(self.words, " {}", argument.display());
        self.command.arg(argument);
        self
    }

    /// Runs in another folder than the project's.
    pub(crate) fn inside(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Sets a variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.command.env(name, value.into());
        self
    }

    /// Runs without a variable of the environment.
    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs it with its output on the terminal.
    pub(crate) fn run(mut self) -> Outcome {
        let status = self.command.status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Failure::new(format!("`{}` ended with {status}.", self.words))),
            Err(error) => Err(self.not_started(&error)),
        }
    }

    /// Runs it quietly and gives back what it wrote to standard output.
    pub(crate) fn output(mut self) -> Outcome<String> {
        let output = self.command.stdin(Stdio::null()).output();
        match output {
            Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned()),
            Ok(output) => Err(Failure::new(format!(
                "`{}` ended with {}.\n{}",
                self.words,
                output.status,
                String::from_utf8_lossy(&output.stderr).trim()
            ))),
            Err(error) => Err(self.not_started(&error)),
        }
    }

    /// Runs it quietly and gives back whether it succeeded, and what it wrote to standard error.
    pub(crate) fn errors(mut self) -> Outcome<(bool, String)> {
        match self.command.stdin(Stdio::null()).output() {
            Ok(output) => Ok((output.status.success(), String::from_utf8_lossy(&output.stderr).trim().to_owned())),
            Err(error) => Err(self.not_started(&error)),
        }
    }

    /// Whether it can be run and succeeds.
    pub(crate) fn succeeds(self) -> bool {
        self.output().is_ok()
    }

    fn not_started(&self, error: &std::io::Error) -> Failure {
        Failure::new(format!("`{}` could not be started: {error}.", self.words))
    }
}
