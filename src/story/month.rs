//! A month in the four amounts everybody asks for.

use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::simulation::{MonthRow, Phase};

use crate::texts as t;

/// What the household has in a month: public support, the small job after ATP, the business, other income.
pub fn income(row: &MonthRow) -> Money {
    row.household.benefit + row.household.subsidy + row.household.own_income()
}

/// What is missing in a month between what comes in and living costs, tax and instalment.
pub fn hole(row: &MonthRow) -> Money {
    (row.household.outgoings() - income(row)).or_zero()
}

/// A hole of at least one krone, as people see it.
pub fn has_hole(row: &MonthRow) -> bool {
    hole(row).rounded_kroner() > 0
}

/// Everything that comes in, with what a closed business hands over.
pub fn comes_in(row: &MonthRow) -> Money {
    income(row) + row.household.wound_up.or_zero()
}

/// Everything that goes out, with what goes into the business and a closed business's debt.
pub fn goes_out(row: &MonthRow) -> Money {
    row.household.outgoings() + row.household.own_contribution + (-row.household.wound_up).or_zero()
}

/// What is left of the month.
pub fn left(row: &MonthRow) -> Money {
    row.household.closing - row.household.opening
}

/// Months in a row in the same phase.
pub fn phases(months: &[MonthRow]) -> impl Iterator<Item = &[MonthRow]> {
    months.chunk_by(|this, next| this.phase == next.phase)
}

/// The name of a phase.
pub fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::Course => t::phase::course(),
        Phase::Waiting => t::phase::waiting(),
        Phase::Supported => t::phase::supported(),
        Phase::OnOwn => t::phase::on_own(),
        Phase::Closed => t::phase::closed(),
        Phase::Benefit => t::phase::benefit(),
    }
}
