//! The five ways on, in words.

use mikrolaan_engine::screening::{Route, RouteId, RouteReason, RouteState};

use crate::texts as t;

/// Whether a way is open, in a word.
pub fn state(state: RouteState) -> &'static str {
    match state {
        RouteState::Open => t::route::open(),
        RouteState::Maybe => t::route::maybe(),
        RouteState::Closed => t::route::closed(),
    }
}

/// What the way is called.
pub fn title(route: RouteId) -> &'static str {
    match route {
        RouteId::CourseAndMicroloan => t::route::course_and_microloan::title(),
        RouteId::ReReferral => t::route::re_referral::title(),
        RouteId::OrdinaryEmploymentEffort => t::route::ordinary_employment_effort::title(),
        RouteId::SmallJob => t::route::small_job::title(),
        RouteId::OwnBusinessWithoutSupport => t::route::own_business_without_support::title(),
    }
}

/// Why it is open or not.
pub fn reason(route: &Route) -> &'static str {
    match route.reason {
        RouteReason::ConditionsLookMet => t::route::course_and_microloan::open(),
        RouteReason::CaseworkerAssessesFirst => t::route::course_and_microloan::maybe(),
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

/// The ways as they are shown: the scheme's own first unless it is closed, then the open ones, then
/// those that may be, and the closed last.
pub fn in_order(routes: &[Route]) -> Vec<Route> {
    let place = |route: &Route| match (route.state, route.route) {
        (RouteState::Closed, _) => 3,
        (_, RouteId::CourseAndMicroloan) => 0,
        (RouteState::Open, _) => 1,
        (RouteState::Maybe, _) => 2,
    };
    (0..=3).flat_map(|number| routes.iter().copied().filter(move |route| place(route) == number)).collect()
}
