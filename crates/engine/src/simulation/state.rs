//! A scenario on its way through the months: what one month leaves to the next.

use super::job::JobWorkings;
use super::loan::Debt;
use super::notes::RunNotes;
use super::plan::Plan;
use super::profit::CarriedLoss;
use super::scenario::{Business, Scenario};
use super::timeline::{Phase, Timeline};
use super::turnover::Turnover;
use super::workings::MonthContext;
use crate::quantity::{Money, Month};

/// A scenario on its way through the months.
pub(super) struct SimulationState<'a> {
    pub(super) plan: &'a Plan<'a>,
    pub(super) timeline: Timeline,
    /// The household's account at the end of the last month.
    pub(super) household: Money,
    /// The business account at the end of the last month.
    pub(super) business: Money,
    pub(super) debt: Debt,
    pub(super) carried_loss: CarriedLoss,
    pub(super) turnover: Turnover,
    /// The small jobs of the last month; kept here so that no month asks for memory.
    pub(super) jobs: Vec<JobWorkings>,
    pub(super) notes: RunNotes,
}

impl<'a> SimulationState<'a> {
    pub(super) fn new(plan: &'a Plan<'a>) -> Self {
        SimulationState {
            plan,
            timeline: plan.timeline(),
            household: plan.scenario.household.savings,
            business: Money::ZERO,
            debt: Debt::default(),
            carried_loss: CarriedLoss::default(),
            turnover: Turnover::default(),
            jobs: Vec::new(),
            notes: RunNotes::default(),
        }
    }

    pub(super) fn scenario(&self) -> &'a Scenario {
        self.plan.scenario
    }

    /// What is known of a month before its lines are worked out.
    pub(super) fn context(&self, month: Month) -> MonthContext {
        let phase = self.timeline.phase(month);
        let opening = self.timeline.opening();
        let since_opening = opening.filter(|&opening| month >= opening).map(|opening| months_between(opening, month));
        let closes = self.scenario().business.as_ref().and_then(|business| business.closes);
        MonthContext {
            month,
            phase,
            is_first: month == self.scenario().start,
            opening,
            since_opening,
            open_month: since_opening.filter(|_| phase != Phase::Closed).map(|months| months.saturating_add(1)),
            is_first_closed: closes == Some(month),
        }
    }

    /// The business, while it is open, and which month of its life it is in.
    pub(super) fn open_business(&self, context: MonthContext) -> Option<(&'a Business, u32)> {
        self.scenario().business.as_ref().zip(context.open_month)
    }
}

fn months_between(earlier: Month, later: Month) -> u32 {
    u32::try_from(later.months_since(earlier)).unwrap_or(0)
}
