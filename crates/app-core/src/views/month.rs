//! The months by their phase.

use crate::locale::language::Text;
use mikrolaan_engine::simulation::{MonthRow, Phase};

use crate::locale::texts as t;

/// Months in a row in the same phase.
pub fn phases(months: &[MonthRow]) -> impl Iterator<Item = &[MonthRow]> {
    months.chunk_by(|this, next| this.phase == next.phase)
}

/// The name of a phase.
pub fn phase_name(phase: Phase) -> Text {
    match phase {
        Phase::Course => t::phase::course(),
        Phase::Waiting => t::phase::waiting(),
        Phase::Supported => t::phase::supported(),
        Phase::OnOwn => t::phase::on_own(),
        Phase::Closed => t::phase::closed(),
        Phase::Benefit => t::phase::benefit(),
    }
}
