//! Which phase a month is in.

use super::scenario::{AfterClosure, Scenario};
use crate::quantity::Month;
use crate::string_enum::string_enum;

string_enum! {
    /// A phase of a scenario.
    Phase {
        /// The guidance and upskilling course.
        Course = "course",
        /// Waiting for the business account.
        Waiting = "waiting",
        /// Subsistence subsidy.
        Supported = "supported",
        /// No public support.
        OnOwn = "on_own",
        /// The business has closed.
        Closed = "closed",
        /// An alternative without a business.
        Benefit = "benefit",
    }
}

/// When what happens in a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeline {
    start: Month,
    months: u32,
    course_months: u32,
    subsidy_months: u32,
    opening: Option<Month>,
    closes: Option<Month>,
    benefit_after_closure: bool,
}

impl Timeline {
    /// The timeline of a scenario.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let before_opening = scenario.course_months.saturating_add(scenario.account_wait_months);
        let business = scenario.business.as_ref();
        Timeline {
            start: scenario.start,
            months: scenario.months,
            course_months: scenario.course_months,
            subsidy_months: scenario.subsidy.months,
            opening: business.map(|_| later(scenario.start, before_opening)),
            closes: business.and_then(|business| business.closes),
            benefit_after_closure: scenario.after_closure == AfterClosure::Benefit,
        }
    }

    /// Every month, in order.
    pub fn months(&self) -> impl Iterator<Item = Month> + use<> {
        let start = self.start;
        (0..self.months).map(move |i| later(start, i))
    }

    /// The last month.
    #[must_use]
    pub fn last(&self) -> Month {
        later(self.start, self.months.saturating_sub(1))
    }

    /// Month *b*: the business opens, the loan is paid out and the subsidy begins. It may lie
    /// beyond the horizon; `None` without a business.
    #[must_use]
    pub fn opening(&self) -> Option<Month> {
        self.opening
    }

    /// Month *b*, if it lies within the horizon.
    #[must_use]
    pub fn opening_within(&self) -> Option<Month> {
        self.opening.filter(|&opening| opening <= self.last())
    }

    /// The last month that the subsidy would run to, were the business not to close.
    #[must_use]
    pub fn full_support_ends(&self) -> Option<Month> {
        self.opening.filter(|_| self.subsidy_months > 0).map(|opening| later(opening, self.subsidy_months).previous())
    }

    /// The first month after the support (b + S); without a business the first month.
    #[must_use]
    pub fn after_support(&self) -> Month {
        self.opening.map_or(self.start, |opening| later(opening, self.subsidy_months))
    }

    /// The first month from the opening on without subsidy: after the support, or when the business closes
    /// before; `None` without a business. It may lie beyond the horizon.
    #[must_use]
    pub fn support_over(&self) -> Option<Month> {
        self.opening.map(|_| self.closes.map_or(self.after_support(), |closes| closes.min(self.after_support())))
    }

    /// Does the first month after the support lie within the horizon?
    #[must_use]
    pub fn support_is_over_within(&self) -> bool {
        self.after_support() <= self.last()
    }

    /// The phase a month is in.
    #[must_use]
    pub fn phase(&self, month: Month) -> Phase {
        let Some(opening) = self.opening else {
            return Phase::Benefit;
        };
        if self.closes.is_some_and(|closes| month >= closes) {
            Phase::Closed
        } else if month < later(self.start, self.course_months) {
            Phase::Course
        } else if month < opening {
            Phase::Waiting
        } else if month < self.after_support() {
            Phase::Supported
        } else {
            Phase::OnOwn
        }
    }

    /// Is the ordinary benefit paid in this phase?
    #[must_use]
    pub fn has_ordinary_benefit(&self, phase: Phase) -> bool {
        match phase {
            Phase::Course | Phase::Waiting | Phase::Benefit => true,
            Phase::Closed => self.benefit_after_closure,
            Phase::Supported | Phase::OnOwn => false,
        }
    }
}

fn later(month: Month, months: u32) -> Month {
    month.plus(i32::try_from(months).unwrap_or(i32::MAX))
}
