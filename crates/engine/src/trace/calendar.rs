//! How the calendar of a month came about: phase, opening, and how long ago it was.

use super::intermediate::Intermediate;
use super::telling::{Telling, Terms, formula, term};
use super::{Formula, MonthTrace, TermRole};
use crate::simulation::ScenarioField;

impl MonthTrace<'_> {
    pub(super) fn opening_month(&self) -> Option<Telling> {
        let scenario = self.plan.scenario;
        // The default follows from the answers, so it is no constant of the format.
        let (field, months) = (ScenarioField::AccountWaitMonths, scenario.account_wait_months);
        let is_usual = self.plan.has_usual_account_wait();
        let wait = if is_usual { self.unwritten(field, months) } else { self.own(field, months) };
        let terms = vec![
            term(TermRole::Start, self.own(ScenarioField::Start, scenario.start)),
            term(TermRole::CourseMonths, self.own(ScenarioField::CourseMonths, scenario.course_months)),
            term(TermRole::AccountWaitMonths, wait),
        ];
        formula(Formula::OpeningMonth, self.workings.context.opening?, terms)
    }

    pub(super) fn phase(&self) -> Option<Telling> {
        let (scenario, phase) = (self.plan.scenario, self.workings.context.phase.id());
        let Some(business) = &scenario.business else {
            return formula(Formula::PhaseWithoutBusiness, phase, vec![term(TermRole::Month, self.given())]);
        };
        let mut terms = vec![
            term(TermRole::Month, self.given()),
            term(TermRole::Start, self.own(ScenarioField::Start, scenario.start)),
            term(TermRole::CourseMonths, self.own(ScenarioField::CourseMonths, scenario.course_months)),
            term(TermRole::OpeningMonth, Intermediate::OpeningMonth),
            term(TermRole::SupportMonths, self.own(ScenarioField::SubsidyMonths, scenario.subsidy.months)),
        ];
        if let Some(closes) = business.closes {
            let after = self.own(ScenarioField::AfterClosure, scenario.after_closure.id());
            terms.push(term(TermRole::ClosingMonth, self.own(ScenarioField::Closes, closes)));
            terms.push(term(TermRole::AfterClosure, after));
        }
        formula(Formula::Phase, phase, terms)
    }

    pub(super) fn open_month(&self) -> Option<Telling> {
        formula(Formula::OpenMonth, self.workings.context.open_month?, self.month_and_opening())
    }

    pub(super) fn months_since_payout(&self) -> Option<Telling> {
        formula(Formula::MonthsSincePayout, self.workings.context.since_opening?, self.month_and_opening())
    }

    /// What months are counted from.
    pub(super) fn month_and_opening(&self) -> Terms {
        vec![term(TermRole::Month, self.given()), term(TermRole::OpeningMonth, Intermediate::OpeningMonth)]
    }
}
