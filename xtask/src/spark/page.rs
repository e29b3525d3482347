//! What `docs/batch.md` shows: the commands, and what they print.

/// A command of the page, as it is given to a shell.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ShownCommand {
    pub(super) script: String,
    /// What the page says it prints, where it does.
    pub(super) prints: Option<String>,
}

/// A block of the page between two lines of ```.
struct Block<'p> {
    language: &'p str,
    text: &'p str,
}

/// The commands in their order: each block `sh`, with the block `text` right behind it.
pub(super) fn commands(page: &str) -> Vec<ShownCommand> {
    let mut commands: Vec<ShownCommand> = Vec::new();
    let mut before = "";
    for block in blocks(page) {
        match (block.language, commands.last_mut()) {
            ("sh", _) => commands.push(ShownCommand { script: block.text.to_owned(), prints: None }),
            ("text", Some(command)) if before == "sh" => command.prints = Some(block.text.to_owned()),
            _ => {}
        }
        before = block.language;
    }
    commands
}

fn blocks(page: &str) -> impl Iterator<Item = Block<'_>> {
    let pieces = page.split("\n```").skip(1).step_by(2);
    pieces.map(|piece| match piece.split_once('\n') {
        Some((language, text)) => Block { language, text },
        None => Block { language: piece, text: "" },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    /// Without these on the page the run would compare nothing.
    const WRITTEN: [&str; 6] =
        ["> results.jsonl", "> parallel.jsonl", " spark ", "> bad-numbers.txt", "> bad.jsonl", "> joined.txt"];

    fn page() -> String {
        project::read(&project::root().join("docs/batch.md")).expect("the page")
    }

    #[test]
    fn a_command_has_what_is_printed_right_behind_it() {
        let page = "\nOne:\n\n```sh\na \\\n  b\n```\n\n```text\nc\nd\n```\n\n```sh\ne\n```\n\n```python\nf\n```\n\n```text\ng\n```\n";
        let shown = |script: &str, prints: Option<&str>| ShownCommand {
            script: script.to_owned(),
            prints: prints.map(str::to_owned),
        };
        assert_eq!(commands(page), [shown("a \\\n  b", Some("c\nd")), shown("e", None)]);
    }

    #[test]
    fn the_page_writes_what_is_compared_and_shows_no_command_that_is_not_run() {
        let (page, scripts) = (page(), commands(&page()));
        for file in WRITTEN {
            let writes = |command: &ShownCommand| command.script.contains(file);
            assert!(scripts.iter().any(writes), "docs/batch.md writes no {file}");
        }
        let run: usize = scripts.iter().map(|command| command.script.matches("--lines").count()).sum();
        let outside_prose = page.lines().filter(|line| line.contains("mikrolaan ") && line.contains("--lines"));
        assert_eq!(outside_prose.count(), run, "a command stands outside the blocks `sh`");
    }

    #[test]
    fn the_programs_on_the_page_are_those_of_the_tests() {
        let programs = ["pipe.py", "join.py"]
            .map(|name| project::read(&project::root().join("tests/spark").join(name)).expect("a program of the page"));
        let page = page();
        let shown: Vec<&str> =
            blocks(&page).filter(|block| block.language == "python").map(|block| block.text).collect();
        assert_eq!(shown.len(), programs.len());
        for text in shown {
            assert!(programs.iter().any(|program| program.contains(text)), "in no file of tests/spark:\n{text}");
        }
    }
}
