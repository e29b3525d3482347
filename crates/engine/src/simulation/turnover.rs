//! The turnover that decides when a business must register for VAT, and what becomes of it then.

use super::figures::{Figures, NotCovered};
use crate::quantity::{Money, Month};
use crate::rulebook::{TURNOVER_BY_CALENDAR_YEAR, figure};

/// The turnover of the last twelve months, and when it passed the limit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Turnover {
    /// One place a calendar month.
    months: [Money; 12],
    /// The first month in which it was above the limit.
    pub(super) passed: Option<Month>,
}

impl Turnover {
    /// A month, and what was sold in it before any VAT is taken out; `None` = the business is not open. The limit is looked
    /// up in open months, until it is passed.
    pub(super) fn month(
        &mut self,
        month: Month,
        sold: Option<Money>,
        figures: &mut Figures<'_>,
    ) -> Result<(), NotCovered> {
        let number = month.number() as usize;
        if let Some(place) = self.months.get_mut(number.saturating_sub(1)) {
            *place = sold.unwrap_or_default();
        }
        if sold.is_none() || self.passed.is_some() {
            return Ok(());
        }
        let counted = if month >= TURNOVER_BY_CALENDAR_YEAR { number } else { self.months.len() };
        let turnover: Money = self.months.iter().take(counted).copied().sum();
        if turnover > figures.take(figure::MOMS_GRAENSE, month)? {
            self.passed = Some(month);
        }
        Ok(())
    }
}
