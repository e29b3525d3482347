//! The months as a spreadsheet: CSV as a Danish Excel opens it without asking.
//!
//! A byte-order mark, because without it Excel takes the text for another alphabet; semicolons, because the comma is the
//! decimal sign; CRLF. A month is its first day, which Excel takes for a date. Numbers stay numbers, so that they can be
//! added; a text that Excel would take for a formula gets an apostrophe before it.

use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::simulation::Simulation;

use super::month::phase_name;
use super::tables::{NamedLine, every_line};
use crate::locale::texts::named::LinePurse;
use crate::locale::texts::table as t;
use crate::locale::texts::take_along::sheet as words;

/// What such a file is for whoever takes it.
pub const MEDIA_TYPE: &str = "text/csv;charset=utf-8";

/// Stands before the text.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// One row a month, with every line of both purses and the loan, to the øre.
pub fn months(simulation: &Simulation) -> String {
    let lines = every_line();
    let mut sheet = String::from(BYTE_ORDER_MARK);
    let names = lines.iter().map(|line| text(&column(line)));
    row(&mut sheet, [text(&t::month()), text(&words::phase())].into_iter().chain(names));
    for month in &simulation.months {
        let amounts = lines.iter().map(|line| number(line.amount(month)));
        let begins = [first_day(month.month), text(&phase_name(month.phase))];
        row(&mut sheet, begins.into_iter().chain(amounts));
    }
    sheet
}

fn column(line: &NamedLine) -> String {
    let purse = line.purse.unwrap_or_else(words::loan);
    words::column(LinePurse { line: &line.name, purse: &purse })
}

/// Adds a row.
pub(crate) fn row(sheet: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            sheet.push(';');
        }
        sheet.push_str(&cell);
    }
    sheet.push_str("\r\n");
}

/// The first day of a month: `01-11-2027`.
fn first_day(month: Month) -> String {
    format!("01-{:02}-{:04}", month.number(), month.year())
}

/// Kroner and øre, without groups: `-1234,50`.
pub(crate) fn number(amount: Money) -> String {
    amount.to_string().replace('.', ",")
}

/// A cell that is a text.
pub(crate) fn text(words: &str) -> String {
    let mut cell = String::new();
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        cell.push('\'');
    }
    cell.push_str(words);
    if cell.contains([';', '"', '\r', '\n']) { ["\"", &cell.replace('"', "\"\""), "\""].concat() } else { cell }
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::examples::{ExampleId, example};
    use mikrolaan_engine::evaluate::evaluate;
    use mikrolaan_engine::quantity::{Money, Month};

    use super::{first_day, months, number, text};
    use crate::rulebook::RULEBOOK;

    const NOVEMBER: Month = Month::new(2026, 11).expect("a month");

    #[test]
    fn a_text_is_never_a_formula() {
        for hostile in ["=1+1", "+45", "-2", "@SUM(A1)", "\tx", "=HYPERLINK(x)"] {
            assert_eq!(text(hostile), format!("'{hostile}"));
        }
        assert_eq!(text("\r=1"), "\"'\r=1\"");
        assert_eq!(text("=cmd|' /C calc'!A0;\"x\""), "\"'=cmd|' /C calc'!A0;\"\"x\"\"\"");
        assert_eq!(text("Saks = god"), "Saks = god");
    }

    #[test]
    fn what_separates_cells_and_rows_is_quoted_inside_one() {
        assert_eq!(text("a;b"), "\"a;b\"");
        assert_eq!(text("en \"god\" saks"), "\"en \"\"god\"\" saks\"");
        assert_eq!(text("a\nb\r\nc"), "\"a\nb\r\nc\"");
        assert_eq!(text("Pølser, æbler"), "Pølser, æbler");
        assert_eq!(text(""), "");
    }

    #[test]
    fn numbers_stay_numbers_with_a_decimal_comma() {
        let written = [-123_450, -1, 0, 5, 100_000_000].map(|oere| number(Money::from_oere(oere)));
        assert_eq!(written, ["-1234,50", "-0,01", "0,00", "0,05", "1000000,00"]);
        assert_eq!(first_day(NOVEMBER), "01-11-2026");
    }

    #[test]
    fn there_is_a_row_for_each_month_and_what_is_left_is_the_sum_of_the_row() {
        let evaluated = evaluate(&example(ExampleId::Hairdresser, NOVEMBER), &RULEBOOK, 0).expect("months");
        let sheet = months(&evaluated.simulation);
        let sheet = sheet.strip_prefix('\u{feff}').expect("a byte-order mark");
        assert!(sheet.ends_with("\r\n") && sheet.matches('\n').count() == sheet.matches("\r\n").count());
        let rows: Vec<Vec<&str>> = sheet.lines().map(|row| row.split(';').collect()).collect();
        assert_eq!(rows.len(), evaluated.simulation.months.len() + 1);
        assert!(rows.iter().all(|row| row.len() == 2 + 12 + 14));
        assert_eq!(rows[0][..3], ["Måned", "Forløb", "Hjemme: Ydelse"]);
        assert_eq!(rows[0][14], "Virksomheden: Omsætning");
        assert_eq!(rows[0][26..], ["Lånet: Renter", "Lånet: Skylder"]);
        let oere = |cell: &str| cell.replace(',', "").parse::<i64>().expect("a number");
        for (row, month) in rows[1..].iter().zip(&evaluated.simulation.months) {
            assert_eq!(row[0], first_day(month.month));
            let home: i64 = row[2..12].iter().map(|cell| oere(cell)).sum();
            assert_eq!(home, oere(row[12]), "{}", row[0]);
            assert_eq!(oere(row[27]), month.loan.outstanding.oere());
        }
    }
}
