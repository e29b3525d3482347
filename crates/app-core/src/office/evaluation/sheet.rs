//! The counts as a spreadsheet, and what the files are called that leave the page.

use mikrolaan_engine::evaluation::Lending;
use mikrolaan_engine::quantity::Date;

use super::counted::CountView;
use super::half_years::HalfYearTable;
use super::outcomes::{OutcomeRow, OutcomeTable};
use super::table::FormTable;
use crate::locale::language::Text;
use crate::locale::texts::office::evaluation::{money, section};
use crate::views::spreadsheet::{BYTE_ORDER_MARK, number, row, text};

/// What the file of lines is for whoever takes it.
pub const SAVED_MEDIA_TYPE: &str = "application/jsonl;charset=utf-8";

/// The name of the file of lines.
pub fn saved_name(today: Date) -> String {
    format!("mikrolaan-evaluering-{today}.jsonl")
}

/// The name of the spreadsheet.
pub fn sheet_name(today: Date) -> String {
    format!("mikrolaan-evaluering-{today}.csv")
}

/// The table of the form, the results, the half years and the loans, with an empty row between them.
pub(super) fn sheet(
    table: &FormTable,
    outcomes: &OutcomeTable,
    half_years: &HalfYearTable,
    lending: Lending,
) -> String {
    let mut out = String::from(BYTE_ORDER_MARK);
    block(&mut out, table.cells());
    block(&mut out, outcome_cells(outcomes));
    block(&mut out, half_years.cells());
    let Lending { lent, median_loan, loans_with_amount } = lending;
    let known = CountView::sum(loans_with_amount);
    row(&mut out, [text(&money::known_short()), known.number.to_string()].into_iter());
    if let Some(median) = median_loan {
        row(&mut out, [text(&money::lent_short()), number(lent)].into_iter());
        row(&mut out, [text(&money::median_short()), number(median)].into_iter());
    }
    out
}

fn block(out: &mut String, cells: Vec<Vec<String>>) {
    for cells in cells {
        row(out, cells.iter().map(|cell| text(cell)));
    }
    row(out, [].into_iter());
}

fn outcome_cells(outcomes: &OutcomeTable) -> Vec<Vec<String>> {
    let head = [section::results()].into_iter().chain(outcomes.columns).map(Text::to_owned).collect();
    let row = |row: &OutcomeRow| {
        [row.label.to_owned()].into_iter().chain(row.counts.iter().map(|count| count.number.to_string())).collect()
    };
    [head].into_iter().chain(outcomes.rows.iter().chain([&outcomes.total]).map(row)).collect()
}
