//! A value as lines a person can read: its `{:#?}`, with what fits on one line put on one.

use std::fmt::Debug;
use std::iter::Peekable;

/// So wide a line may be, in characters.
const WIDTH: usize = 150;

/// A line, or one that opens a block, with what stands in the block and the line that ends it.
enum Piece<'t> {
    Line(&'t str),
    Block(&'t str, Vec<Piece<'t>>, &'t str),
}

/// The outline of a value. What takes its own space between words is written as a space like the others.
pub fn outline(value: &impl Debug) -> String {
    let text = readable(&format!("{value:#?}"));
    let mut lines = text.lines().map(str::trim).peekable();
    let mut out = String::new();
    while lines.peek().is_some() {
        write(&piece(&mut lines), 0, &mut out);
    }
    out
}

/// A value on one line, however long.
pub fn line(value: &impl Debug) -> String {
    readable(&format!("{value:?}")) + "\n"
}

fn readable(text: &str) -> String {
    text.replace(r"\u{a0}", " ").replace(r"\u{ad}", "-")
}

fn piece<'t>(lines: &mut Peekable<impl Iterator<Item = &'t str>>) -> Piece<'t> {
    let line = lines.next().unwrap_or_default();
    if !line.ends_with(['{', '(', '[']) {
        return Piece::Line(line);
    }
    let mut inside = Vec::new();
    // A value that begins with a bracket is a string in quotes, so only an end begins with a closing one.
    while lines.peek().is_some_and(|next| !next.starts_with(['}', ')', ']'])) {
        inside.push(piece(lines));
    }
    Piece::Block(line, inside, lines.next().unwrap_or_default())
}

fn write(piece: &Piece<'_>, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    let line = flat(piece);
    match piece {
        Piece::Block(opens, inside, ends) if indent.len() + line.chars().count() > WIDTH => {
            out.push_str(&format!("{indent}{opens}\n"));
            inside.iter().for_each(|piece| write(piece, depth + 1, out));
            out.push_str(&format!("{indent}{ends}\n"));
        }
        _ => out.push_str(&format!("{indent}{line}\n")),
    }
}

/// On one line, the last comma of a block left out.
fn flat(piece: &Piece<'_>) -> String {
    let Piece::Block(opens, inside, ends) = piece else {
        let Piece::Line(line) = piece else { return String::new() };
        return (*line).to_owned();
    };
    let inside = inside.iter().map(flat).collect::<Vec<_>>().join(" ");
    let space = if opens.ends_with('{') { " " } else { "" };
    format!("{opens}{space}{}{space}{ends}", inside.trim_end_matches(','))
}

#[test]
fn what_fits_on_a_line_stands_on_one() {
    assert_eq!(outline(&Some((1, "a\u{a0}[b"))), "Some((1, \"a [b\"))\n");
    assert_eq!(line(&Some("a\u{ad}b")), "Some(\"a-b\")\n");
    let wide = ["x".repeat(100), "y".repeat(100)];
    assert_eq!(outline(&wide), format!("[\n  \"{}\",\n  \"{}\",\n]\n", wide[0], wide[1]));
}
