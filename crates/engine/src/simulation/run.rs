//! A scenario on its way through the months, and what is known of one of them.

use super::loan::Debt;
use super::notes::RunNotes;
use super::plan::Plan;
use super::record::{Input, Item, Role};
use super::scenario::{Business, Scenario};
use super::tax::TaxableProfit;
use super::timeline::{Phase, Timeline};
use crate::quantity::{Money, Month};

/// A scenario on its way through the months.
pub(super) struct Run<'a> {
    pub(super) plan: &'a Plan<'a>,
    pub(super) timeline: Timeline,
    pub(super) household: Money,
    pub(super) business: Money,
    pub(super) debt: Debt,
    pub(super) taxable: TaxableProfit,
    pub(super) notes: RunNotes,
}

/// What is known of a month before its lines are worked out.
#[derive(Clone, Copy)]
pub(super) struct Now<'a> {
    pub(super) month: Month,
    pub(super) phase: Phase,
    /// The business, while it is open, and in which month of its life it is (1 = the first).
    pub(super) open: Option<(&'a Business, u32)>,
    pub(super) first_closed: bool,
    /// Is it the scenario's first month?
    pub(super) first: bool,
}

/// What the public pays in a month.
#[derive(Clone, Copy, Default)]
pub(super) struct Support {
    pub(super) benefit: Money,
    pub(super) subsidy: Money,
    pub(super) full_subsidy: Money,
}

/// What a line that is nothing in this phase is told with.
pub(super) const PHASE: (Role, Input) = (Role::Phase, Input::Item(Item::Phase));

impl<'a> Run<'a> {
    pub(super) fn new(plan: &'a Plan<'a>) -> Self {
        Run {
            plan,
            timeline: plan.timeline(),
            household: plan.scenario.household.savings,
            business: Money::ZERO,
            debt: Debt::default(),
            taxable: TaxableProfit::default(),
            notes: RunNotes::default(),
        }
    }

    pub(super) fn scenario(&self) -> &'a Scenario {
        self.plan.scenario
    }
}

pub(super) fn months_between(earlier: Month, later: Month) -> u32 {
    u32::try_from(later.months_since(earlier)).unwrap_or(0)
}
