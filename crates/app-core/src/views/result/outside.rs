//! The ways that exist today for somebody outside the group: whom to ask, by what they live on, and what is open to all.

use mikrolaan_engine::screening::{
    Answers, CriterionId, Finding, Outcome, RouteId, RouteReason, RouteState, Screening, Support,
};

use super::WayOn;
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::texts::outside as words;
use crate::locale::words::ways;
use crate::navigation::GuideTopic;
use crate::views::glyph::Glyph;

/// Whom to ask first, then the ways of everybody that are not closed.
pub fn ways(screening: &Screening, answers: &Answers) -> Vec<WayOn> {
    let is_against =
        |wanted| screening.findings.iter().any(|it: &Finding| it.criterion == wanted && it.outcome == Outcome::NotMet);
    let is_minor = is_against(CriterionId::Adult);
    let asked = [
        is_minor.then(|| open(words::minor::title(), words::minor::text())),
        is_against(CriterionId::Municipality).then(|| open(words::municipality::title(), words::municipality::text())),
        answers.support.and_then(to_ask),
    ];
    let of_all = screening.routes.iter().filter(|way| way.state != RouteState::Closed);
    let of_all = of_all.filter_map(|way| {
        let state = way.state;
        let (title, reason) = (ways::title(way.route), reason(way.route, way.reason, answers.support, is_minor)?);
        Some(WayOn { glyph: Glyph::of_way(state, false), state: ways::state(state, false), title, reason, topic: None })
    });
    asked.into_iter().flatten().chain(of_all).collect()
}

fn open(title: Text, reason: Text) -> WayOn {
    WayOn { glyph: Glyph::Open, state: t::route::open(), title, reason, topic: None }
}

/// Whom to ask before starting, by what one lives on. Whoever is on kontanthjælp hears it in the warning above.
fn to_ask(support: Support) -> Option<WayOn> {
    let way = match support {
        Support::Dagpenge => {
            let topic = Some(GuideTopic::UnemploymentInsurance);
            WayOn { topic, ..open(words::dagpenge::title(), words::dagpenge::text()) }
        }
        Support::Su => open(words::su::title(), words::su::text()),
        Support::Employed => open(words::employed::title(), words::employed::text()),
        Support::Sygedagpenge
        | Support::Fleksjob
        | Support::Ressourceforloeb
        | Support::Foertidspension
        | Support::Revalidend
        | Support::Other => open(words::benefit::title(), words::benefit::text()),
        Support::KontanthjaelpJobparat
        | Support::KontanthjaelpAktivitetsparat
        | Support::Uddannelsesparat
        | Support::UddannelseAktivitetsparat
        | Support::Overgangsydelse
        | Support::Selvforsoergende
        | Support::Unknown => return None,
    };
    Some(way)
}

/// What is said of a way of everybody; `None` where it is no way for this person: a job beside the job one has, and a
/// business of one's own before one is of age.
fn reason(route: RouteId, reason: RouteReason, support: Option<Support>, is_minor: bool) -> Option<Text> {
    match route {
        RouteId::CourseAndMicroloan => None,
        RouteId::ReReferral => (reason == RouteReason::HasHappenedBefore).then(t::route::re_referral::maybe),
        RouteId::OrdinaryEmploymentEffort => Some(t::route::ordinary_employment_effort::maybe()),
        RouteId::SmallJob => (support != Some(Support::Employed)).then(words::small_job),
        RouteId::OwnBusinessWithoutSupport if is_minor => None,
        RouteId::OwnBusinessWithoutSupport if support.is_some_and(Support::has_no_benefit) => {
            Some(words::own_business())
        }
        RouteId::OwnBusinessWithoutSupport => Some(t::route::own_business_without_support::open()),
    }
}
