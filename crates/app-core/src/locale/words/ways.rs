//! The five ways on, in words.

use crate::locale::language::Text;
use mikrolaan_engine::screening::{NextStep, RouteId, RouteReason, RouteState};

use crate::locale::texts as t;

/// Does the way lead into the scheme, as far as the answers go?
pub fn is_of_the_scheme(route: &NextStep) -> bool {
    route.route == RouteId::CourseAndMicroloan && route.state != RouteState::Closed
}

/// Whether a way is open, in a word; `is_gone` when it leads into a scheme that does not exist today.
pub fn state(state: RouteState, is_gone: bool) -> Text {
    match state {
        _ if is_gone => t::route::gone(),
        RouteState::Open => t::route::open(),
        RouteState::Maybe => t::route::maybe(),
        RouteState::Closed => t::route::closed(),
    }
}

/// What the way is called.
pub fn title(route: RouteId) -> Text {
    match route {
        RouteId::CourseAndMicroloan => t::route::course_and_microloan::title(),
        RouteId::ReReferral => t::route::re_referral::title(),
        RouteId::OrdinaryEmploymentEffort => t::route::ordinary_employment_effort::title(),
        RouteId::SmallJob => t::route::small_job::title(),
        RouteId::OwnBusinessWithoutSupport => t::route::own_business_without_support::title(),
    }
}

/// Why it is open or not.
pub fn reason(route: &NextStep) -> Text {
    match route.reason {
        RouteReason::ConditionsLookMet => t::route::course_and_microloan::open(),
        RouteReason::CaseworkerAssessesFirst => t::route::course_and_microloan::maybe(),
        RouteReason::FitsButNotOffered => t::route::course_and_microloan::fits_but_gone(),
        RouteReason::AssessButNotOffered => t::route::course_and_microloan::assess_but_gone(),
        RouteReason::AnswersMissing => t::route::course_and_microloan::maybe_undecided(),
        RouteReason::OutsideTargetGroup => t::route::course_and_microloan::closed(),
        RouteReason::HasHappenedBefore => t::route::re_referral::maybe(),
        RouteReason::OnlyForActivityReady => t::route::re_referral::closed(),
        RouteReason::FollowsTheSupport => t::route::ordinary_employment_effort::open(),
        RouteReason::DependsOnTheSupport => t::route::ordinary_employment_effort::maybe(),
        RouteReason::NotWithThisSupport => t::route::ordinary_employment_effort::closed(),
        RouteReason::OpenToAll if route.route == RouteId::SmallJob => t::route::small_job::open(),
        RouteReason::OpenToAll => t::route::own_business_without_support::open(),
    }
}

/// The ways as they are shown: the open ones, those that may be, and the closed last.
pub fn in_order(routes: &[NextStep]) -> Vec<NextStep> {
    let of = |state| routes.iter().copied().filter(move |route| route.state == state);
    RouteState::ALL.iter().flat_map(|&state| of(state)).collect()
}

#[cfg(test)]
mod tests {
    use super::{in_order, is_of_the_scheme, reason, state};
    use crate::rulebook::RULEBOOK;
    use mikrolaan_engine::case::Case;
    use mikrolaan_engine::case::examples::{ExampleId, example};
    use mikrolaan_engine::quantity::Month;
    use mikrolaan_engine::screening::{NextStep, Plan, RouteId, RouteState};

    /// The ways of somebody whom everything fits but for what `change` changes.
    fn ways(change: impl FnOnce(&mut Case)) -> Vec<NextStep> {
        let mut case = example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"));
        case.answers.plan = Some(Plan::Complete);
        change(&mut case);
        in_order(&case.screen(&RULEBOOK).routes)
    }

    fn of_the_scheme(ways: &[NextStep]) -> NextStep {
        *ways.iter().find(|way| way.route == RouteId::CourseAndMicroloan).expect("always there")
    }

    #[test]
    fn the_schemes_own_way_is_never_said_to_be_open_today() {
        let fits = of_the_scheme(&ways(|_| {}));
        assert_eq!(reason(&fits), "Passer til dig, men findes ikke i dag. Spørg kommunen, hvad den kan tilbyde dig.");
        let assess = of_the_scheme(&ways(|case| case.answers.plan = Some(Plan::None)));
        assert_eq!(reason(&assess), "Kommunen skulle vurdere noget først. Men ordningen findes ikke i dag.");
        let undecided = of_the_scheme(&ways(|case| case.answers.idea = None));
        for way in [fits, assess, undecided] {
            assert!(is_of_the_scheme(&way));
            assert_eq!(state(way.state, true), "Findes ikke i dag");
        }
    }

    #[test]
    fn what_is_open_today_stands_first() {
        let order = ways(|_| {});
        assert_eq!(order[0].state, RouteState::Open);
        assert!(order.is_sorted_by_key(|way| way.state as usize), "{order:?}");
    }
}
