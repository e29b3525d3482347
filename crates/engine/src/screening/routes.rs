//! The five ways on: a *no* must still be useful.

use super::{Answers, Setting, Support, Verdict};
use crate::string_enum::string_enum;

string_enum! {
    /// A way on.
    RouteId {
        /// The course and the microloan.
        CourseAndMicroloan = "course_and_microloan",
        /// Being referred anew by the municipality.
        ReReferral = "re_referral",
        /// The ordinary help towards a job.
        OrdinaryEmploymentEffort = "ordinary_employment_effort",
        /// A small job.
        SmallJob = "small_job",
        /// One's own business without support.
        OwnBusinessWithoutSupport = "own_business_without_support",
    }
}

string_enum! {
    /// Whether a way is open.
    RouteState {
        /// Open.
        Open = "open",
        /// Perhaps.
        Maybe = "maybe",
        /// Closed.
        Closed = "closed",
    }
}

string_enum! {
    /// Why a way is open or not. Listed in `docs/reasons.md`.
    RouteReason {
        /// Everything looks met.
        ConditionsLookMet = "conditions_look_met",
        /// Everything looks met, but the scheme is not in force.
        FitsButNotOffered = "fits_but_not_offered",
        /// The caseworker must assess something first.
        CaseworkerAssessesFirst = "caseworker_assesses_first",
        /// The caseworker would have to assess something, but the scheme is not in force.
        AssessButNotOffered = "assess_but_not_offered",
        /// Answers are missing.
        AnswersMissing = "answers_missing",
        /// A condition that cannot be assessed away is not met.
        OutsideTargetGroup = "outside_target_group",
        /// People ready for activity have been referred anew.
        HasHappenedBefore = "has_happened_before",
        /// Only for people the municipality holds ready for activity.
        OnlyForActivityReady = "only_for_activity_ready",
        /// The support gives a right to it.
        FollowsTheSupport = "follows_the_support",
        /// Depends on what the support is.
        DependsOnTheSupport = "depends_on_the_support",
        /// The support does not give it.
        NotWithThisSupport = "not_with_this_support",
        /// Open to everybody.
        OpenToAll = "open_to_all",
    }
}

/// A way on, with its state and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NextStep {
    /// Which way.
    pub route: RouteId,
    /// Whether it is open.
    pub state: RouteState,
    /// Why.
    pub reason: RouteReason,
}

/// All five, in their order.
pub(super) fn routes(setting: Setting<'_>, verdict: Verdict, answers: &Answers) -> Vec<NextStep> {
    let in_force = setting.scheme.is_in_force(setting.as_of);
    RouteId::ALL
        .iter()
        .map(|&route| {
            let (state, reason) = match route {
                RouteId::CourseAndMicroloan => course_and_microloan(verdict, in_force),
                RouteId::ReReferral => re_referral(answers.support),
                RouteId::OrdinaryEmploymentEffort => ordinary_effort(answers.support),
                RouteId::SmallJob | RouteId::OwnBusinessWithoutSupport => (RouteState::Open, RouteReason::OpenToAll),
            };
            NextStep { route, state, reason }
        })
        .collect()
}

/// Open takes two things: everything looks met, and the scheme is in force in the month.
fn course_and_microloan(verdict: Verdict, in_force: bool) -> (RouteState, RouteReason) {
    match verdict {
        Verdict::InTargetGroup if in_force => (RouteState::Open, RouteReason::ConditionsLookMet),
        Verdict::InTargetGroup => (RouteState::Maybe, RouteReason::FitsButNotOffered),
        Verdict::NeedsAssessment if in_force => (RouteState::Maybe, RouteReason::CaseworkerAssessesFirst),
        Verdict::NeedsAssessment => (RouteState::Maybe, RouteReason::AssessButNotOffered),
        Verdict::Undecided => (RouteState::Maybe, RouteReason::AnswersMissing),
        Verdict::NotInTargetGroup => (RouteState::Closed, RouteReason::OutsideTargetGroup),
    }
}

fn re_referral(support: Option<Support>) -> (RouteState, RouteReason) {
    match support {
        Some(Support::KontanthjaelpAktivitetsparat | Support::UddannelseAktivitetsparat) => {
            (RouteState::Maybe, RouteReason::HasHappenedBefore)
        }
        _ => (RouteState::Closed, RouteReason::OnlyForActivityReady),
    }
}

fn ordinary_effort(support: Option<Support>) -> (RouteState, RouteReason) {
    match support {
        None | Some(Support::Other | Support::Unknown) => (RouteState::Maybe, RouteReason::DependsOnTheSupport),
        Some(Support::Employed | Support::Su | Support::Foertidspension) => {
            (RouteState::Closed, RouteReason::NotWithThisSupport)
        }
        Some(_) => (RouteState::Open, RouteReason::FollowsTheSupport),
    }
}
