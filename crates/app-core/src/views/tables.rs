//! The months as tables: five amounts a month, and every line there is. Whole kroner.

use crate::locale::language::Text;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::simulation::{MonthRow, Phase, Simulation};

use super::View;
use super::month::{phase_name, phases};
use crate::locale::texts::{months as m, phase as p, table as t};
use crate::locale::write::{short_month_year, whole_kroner};
use crate::navigation::Route;

/// The months of one phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseRows {
    /// The phase.
    pub title: Text,
    /// Support has just ended.
    pub after_support: bool,
    /// The months.
    pub rows: Vec<TableRow>,
}

/// A month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// `nov 2027`.
    pub month: String,
    /// Where all figures of the month come from.
    pub page: Route,
    /// The amounts, column by column.
    pub cells: Vec<AmountCell>,
    /// The household has less than nothing at the end of it.
    pub short: bool,
}

/// An amount.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AmountCell {
    /// In whole kroner.
    pub text: String,
    /// Its class.
    pub class: &'static str,
}

impl AmountCell {
    /// Brick is for missing money: a cost below zero is as it should be.
    fn of((kind, _, amount): &TableLine, row: &MonthRow, lowest: bool) -> Self {
        let amount = if *kind == LineKind::Cost { amount(row).negated() } else { amount(row) };
        let is_flow = matches!(kind, LineKind::Flow | LineKind::Cost);
        let class = match (!is_flow && amount.rounded_kroner() < 0, *kind == LineKind::Account && lowest) {
            (true, true) => "num is-negative is-lowest",
            (true, false) => "num is-negative",
            _ => "num",
        };
        AmountCell { text: whole_kroner(amount), class }
    }
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineKind {
    /// Money that comes in.
    Flow,
    /// Money that goes out, shown below zero.
    Cost,
    /// What is left of it.
    Left,
    /// What stands on the household's account.
    Account,
}

/// A table of months.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The names of the columns, without the month.
    pub columns: Vec<Text>,
    /// The months by phase.
    pub groups: Vec<PhaseRows>,
}

/// In, out, left, and on the account.
pub(super) fn months(view: &View<'_>) -> Table {
    let lines: [TableLine; 4] = [
        (LineKind::Flow, t::income(), |row| row.household.total_in()),
        (LineKind::Flow, t::spent(), |row| row.household.total_out()),
        (LineKind::Left, t::left(), |row| row.household.net_change()),
        (LineKind::Account, t::account(), |row| row.household.closing),
    ];
    let lowest = view.simulation.key_figures.lowest_household.map(|low| low.month);
    Table { caption: t::caption().to_owned(), ..table(&view.simulation.months, &lines, lowest) }
}

fn groups(months: &[MonthRow], lines: &[TableLine], lowest: Option<Month>) -> Vec<PhaseRows> {
    let mut groups = Vec::new();
    let mut before = None;
    for rows in phases(months) {
        let phase = rows.first().map(|row| row.phase);
        let after_support = before == Some(Phase::Supported);
        let title = phase.map(|phase| phase_title(phase, before)).unwrap_or_default();
        let rows = rows.iter().map(|row| TableRow {
            month: short_month_year(row.month),
            page: Route::Trace(row.month, None),
            cells: lines.iter().map(|line| AmountCell::of(line, row, lowest == Some(row.month))).collect(),
            short: row.household.closing.is_negative(),
        });
        groups.push(PhaseRows { title, after_support, rows: rows.collect() });
        before = phase;
    }
    groups
}

/// The name of a phase after another one.
pub(super) fn phase_title(phase: Phase, before: Option<Phase>) -> Text {
    let after_support = before == Some(Phase::Supported);
    if phase == Phase::OnOwn && after_support { p::on_own_after() } else { phase_name(phase) }
}

/// A line: what it is, its name, and its amount in a month.
type TableLine = (LineKind, Text, fn(&MonthRow) -> Money);

/// The tables of all lines: the household's, and the business's from the month it opens. Lines that are
/// zero throughout are left out.
pub(super) fn items(simulation: &Simulation) -> [Table; 2] {
    let months = &simulation.months;
    let opening = simulation.key_figures.business_start;
    let open =
        months.iter().position(|row| opening.is_some_and(|opening| row.month >= opening)).unwrap_or(months.len());
    let business = months.get(open..).unwrap_or_default();
    [
        all_lines(&m::group::home(), months, &household_lines()),
        all_lines(&m::group::business(), business, &business_lines()),
    ]
}

fn all_lines(title: &str, months: &[MonthRow], lines: &[TableLine]) -> Table {
    let used = lines.iter().filter(|(_, _, amount)| months.iter().any(|row| !amount(row).is_zero()));
    let used: Vec<TableLine> = used.copied().collect();
    Table { caption: t::caption_of(title), ..table(months, &used, None) }
}

fn table(months: &[MonthRow], lines: &[TableLine], lowest: Option<Month>) -> Table {
    let columns = lines.iter().map(|(_, name, ..)| *name).collect();
    Table { caption: String::new(), columns, groups: groups(months, lines, lowest) }
}

/// A line of a month, for whoever writes the months elsewhere than in a table.
#[derive(Clone, Copy, Debug)]
pub struct NamedLine {
    /// Whose it is; `None` = the loan's.
    pub purse: Option<Text>,
    /// What it is called there.
    pub name: Text,
    amount: fn(&MonthRow) -> Money,
    is_cost: bool,
}

impl NamedLine {
    /// What it comes to in a month; money that goes out is below zero.
    pub fn amount(&self, row: &MonthRow) -> Money {
        let amount = (self.amount)(row);
        if self.is_cost { amount.negated() } else { amount }
    }
}

/// Every line there is, the household's, the business's and the loan's, also those that are zero throughout.
pub fn every_line() -> Vec<NamedLine> {
    let of = |purse: Option<Text>, lines: &[TableLine]| -> Vec<NamedLine> {
        let named = lines.iter().map(|&(kind, name, amount)| {
            let is_cost = kind == LineKind::Cost;
            NamedLine { purse, name, amount, is_cost }
        });
        named.collect()
    };
    let business = business_lines();
    let (business, loan) = business.split_at(business.len() - LINES_OF_LOAN);
    let home = of(Some(m::group::home()), &household_lines());
    home.into_iter().chain(of(Some(m::group::business()), business)).chain(of(None, loan)).collect()
}

/// How many lines of the business's table are about the loan alone: the last ones.
const LINES_OF_LOAN: usize = 2;

fn household_lines() -> [TableLine; 12] {
    [
        (LineKind::Flow, t::benefit(), |row| row.household.benefit),
        (LineKind::Flow, t::subsidy(), |row| row.household.subsidy),
        (LineKind::Flow, t::draw(), |row| row.household.draw),
        (LineKind::Flow, t::job_after_atp(), |row| row.household.job_after_atp()),
        (LineKind::Flow, t::other_income(), |row| row.household.other_income),
        (LineKind::Flow, t::wound_up(), |row| row.household.wound_up),
        (LineKind::Cost, t::own_contribution(), |row| row.household.own_contribution),
        (LineKind::Cost, t::tax(), |row| row.household.tax),
        (LineKind::Cost, t::living_costs(), |row| row.household.living_costs),
        (LineKind::Cost, t::instalment(), |row| row.household.instalment),
        (LineKind::Left, t::left(), |row| row.household.net_change()),
        (LineKind::Account, t::account(), |row| row.household.closing),
    ]
}

fn business_lines() -> [TableLine; 14] {
    [
        (LineKind::Flow, t::revenue(), |row| row.business.revenue),
        (LineKind::Cost, t::variable_costs(), |row| row.business.variable_costs),
        (LineKind::Cost, t::fixed_costs(), |row| row.business.fixed_costs),
        (LineKind::Cost, t::account_fee(), |row| row.business.account_fee),
        (LineKind::Left, t::surplus(), |row| row.business.surplus),
        (LineKind::Flow, t::own_money(), |row| row.business.own_contribution),
        (LineKind::Flow, t::payout(), |row| row.business.net_payout()),
        (LineKind::Cost, t::setup_costs(), |row| row.business.start_up_costs()),
        (LineKind::Cost, t::instalment(), |row| row.business.instalment),
        (LineKind::Cost, t::drawn(), |row| row.business.draw),
        (LineKind::Cost, t::wound_up(), |row| row.business.wound_up),
        (LineKind::Left, t::business_account(), |row| row.business.closing),
        (LineKind::Flow, t::interest(), |row| row.loan.interest),
        (LineKind::Flow, t::debt(), |row| row.loan.outstanding),
    ]
}
