//! The verdict, in words. Guidance: none of them is a decision.

use mikrolaan_engine::rulebook::Scheme;
use mikrolaan_engine::screening::{Outcome, Screening, Verdict};

use crate::texts as t;

/// How many conditions look how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Look met.
    pub met: usize,
    /// The municipality assesses.
    pub assess: usize,
    /// Need an answer.
    pub missing: usize,
    /// Speak against.
    pub against: usize,
}

impl Counts {
    /// Counted from the findings; what does not apply is left out.
    pub fn of(screening: &Screening) -> Self {
        let count = |outcome| screening.findings.iter().filter(|finding| finding.outcome == outcome).count();
        Counts {
            met: count(Outcome::Met),
            assess: count(Outcome::CaseworkerAssesses),
            missing: count(Outcome::NeedsAnswer),
            against: count(Outcome::NotMet),
        }
    }

    /// The conditions that apply.
    pub const fn all(self) -> usize {
        self.met + self.assess + self.missing + self.against
    }
}

/// The verdict in a few words.
pub fn title(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::InTargetGroup => t::verdict::in_target_group::title(),
        Verdict::NeedsAssessment => t::verdict::needs_assessment::title(),
        Verdict::Undecided => t::verdict::undecided::title(),
        Verdict::NotInTargetGroup => t::verdict::not_in_target_group::title(),
    }
}

/// What it comes from.
pub fn text(verdict: Verdict, counts: Counts) -> String {
    let (all, met) = (counts.all().to_string(), counts.met.to_string());
    match verdict {
        Verdict::InTargetGroup => t::verdict::in_target_group::text(&all),
        Verdict::NeedsAssessment => t::verdict::needs_assessment::text(&all, &met),
        Verdict::Undecided => t::verdict::undecided::text(&all, &met),
        Verdict::NotInTargetGroup => t::verdict::not_in_target_group::text().to_owned(),
    }
}

/// The state of the scheme, said under every verdict.
pub fn scheme_state(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Viderefoert => t::state::viderefoert(),
        Scheme::Frikommune => t::state::frikommune(),
        Scheme::Revalidering => t::state::revalidering(),
    }
}
