//! How the calendar of a month came about: phase, opening, and how long ago it was.

use super::record::{Formula, Item, Record, Role, given, item, own, unwritten};
use super::run::{Now, Run, months_between};
use crate::quantity::Month;

impl Run<'_> {
    /// Tells the phase of a month, and what months are counted in it.
    pub(super) fn tell_time(&self, now: Now<'_>, record: &mut Record) {
        let Some(opening) = self.timeline.opening() else {
            let without = [(Role::Month, given(now.month))];
            return record.formula(Item::Phase, Formula::PhaseWithoutBusiness, now.phase.id(), &without);
        };
        self.tell_phase(now, opening, record);
        let counted = [(Role::Month, given(now.month)), (Role::OpeningMonth, item(Item::OpeningMonth))];
        if let Some((_, open_month)) = now.open {
            record.formula(Item::OpenMonth, Formula::OpenMonth, open_month, &counted);
        }
        if now.month > opening {
            let months = months_between(opening, now.month);
            record.formula(Item::MonthsSincePayout, Formula::MonthsSincePayout, months, &counted);
        }
    }

    fn tell_phase(&self, now: Now<'_>, opening: Month, record: &mut Record) {
        let scenario = self.scenario();
        let start = (Role::Start, own("start", scenario.start));
        let course = (Role::CourseMonths, own("course_months", scenario.course_months));
        // The default follows from the answers, so it is no constant of the format.
        let months = scenario.account_wait_months;
        let entry = if months == self.plan.usual_account_wait { unwritten } else { own };
        let wait = (Role::AccountWaitMonths, entry("account_wait_months", months));
        record.formula(Item::OpeningMonth, Formula::OpeningMonth, opening, &[start, course, wait]);
        let support = (Role::SupportMonths, own("subsidy.months", scenario.subsidy.months));
        let mut inputs = vec![(Role::Month, given(now.month)), start, course];
        inputs.extend([(Role::OpeningMonth, item(Item::OpeningMonth)), support]);
        let closes = scenario.business.as_ref().and_then(|business| business.closes);
        inputs.extend(closes.map(|month| (Role::ClosingMonth, own("business.closes", month))));
        let after = own("after_closure", scenario.after_closure.id());
        inputs.extend(closes.map(|_| (Role::AfterClosure, after)));
        record.formula(Item::Phase, Formula::Phase, now.phase.id(), &inputs);
    }
}
