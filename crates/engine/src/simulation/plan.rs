//! A scenario with everything it takes from the rest of the case.

use super::scenario::{Benefit, Scenario};
use super::situation::Situation;
use super::timeline::{Phase, Timeline};
use crate::quantity::{Money, Month};
use crate::rulebook::{BENEFIT_REFORM, Scheme};

/// Where the price of opening the business account is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AccountSetup {
    /// It stands in the scenario.
    Written,
    /// There is none: it was answered that the account is open already.
    OpenAlready,
    /// It is the usual price.
    Usual,
}

/// Whether the tax is that of a single parent, and where that is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SingleParent {
    /// The scenario's tax.
    Written(bool),
    /// The situation the scenario's benefit follows from.
    Profile(bool),
    /// The answers.
    Answers(bool),
}

impl SingleParent {
    /// Is it?
    #[must_use]
    pub const fn holds(self) -> bool {
        let (SingleParent::Written(holds) | SingleParent::Profile(holds) | SingleParent::Answers(holds)) = self;
        holds
    }
}

/// What a scenario takes from the rest of the case.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// The scenario's position in the case, for the paths of notes.
    pub index: usize,
    /// The set of rules.
    pub scheme: Scheme,
    /// The ordinary benefit: the scenario's own, or what follows from the answers.
    pub benefit: Benefit,
    /// What the benefit follows from; `None` where it does not follow from the answers.
    pub situation: Option<Situation>,
    /// Is there a spouse, whose income counts against the benefit?
    pub has_spouse: bool,
    /// Whether tax is that of a single parent.
    pub single_parent: SingleParent,
    /// What opening the business account costs.
    pub account_setup: Money,
    /// How long the business account takes where the scenario does not say: nothing when it is open already.
    pub usual_account_wait: u32,
}

/// A scenario, ready to be worked out.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What it takes from the rest of the case.
    pub resolved: Resolved,
}

impl Plan<'_> {
    /// The same plan with another scenario tried in the place of its own. Which answers are missing is not worked out
    /// again: it is said of the plan, and a search tries hundreds.
    #[must_use]
    pub fn trying<'b>(&self, scenario: &'b Scenario) -> Plan<'b> {
        Plan { scenario, resolved: Resolved { situation: None, ..self.resolved.clone() } }
    }

    /// When what happens.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        Timeline::of(self.scenario)
    }

    /// The months a benefit or subsidy is paid in whose amount follows from the base of the ordinary benefit.
    pub(crate) fn months_with_base(&self) -> impl Iterator<Item = Month> {
        let timeline = self.timeline();
        let subsidy_has_base = self.scenario.subsidy.monthly.is_none();
        timeline.months().filter(move |&month| {
            let phase = timeline.phase(month);
            (phase == Phase::Supported && subsidy_has_base) || timeline.has_ordinary_benefit(phase)
        })
    }

    /// Does the business account take as long as it does where the scenario does not say?
    pub(crate) fn has_usual_account_wait(&self) -> bool {
        self.scenario.account_wait_months == self.resolved.usual_account_wait
    }

    /// Where the price of opening the business account is from.
    pub(crate) fn account_setup_is(&self) -> AccountSetup {
        let written = self.scenario.business.as_ref().and_then(|business| business.account_setup);
        match written {
            Some(_) => AccountSetup::Written,
            None if self.resolved.account_setup.is_zero() => AccountSetup::OpenAlready,
            None => AccountSetup::Usual,
        }
    }

    /// Is the benefit of the first month kontanthjælp? Before the reform uddannelseshjælp was another; an own
    /// amount can be anything.
    #[must_use]
    pub fn is_kontanthjaelp(&self) -> bool {
        match &self.resolved.benefit {
            Benefit::Profile(profile) => self.scenario.start >= BENEFIT_REFORM || !profile.education_help,
            Benefit::Own { .. } => false,
        }
    }
}
