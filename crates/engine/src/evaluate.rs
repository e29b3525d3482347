//! Everything a scenario of a case comes to, worked out once and kept together: whoever shows a part of it asks
//! here and resolves and simulates nothing again.

use crate::case::{Case, Obstacle};
use crate::rulebook::Rulebook;
use crate::simulation::{FullMonth, Plan, Resolved, Scenario, Simulation, StartUpBudget, simulate};

/// A scenario with what it comes to. It borrows nothing, so that it can be kept beside the case.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluated {
    scenario: Scenario,
    resolved: Resolved,
    /// Month by month.
    pub simulation: Simulation,
    /// What it takes to start.
    pub start_up: StartUpBudget,
    /// A full month of the business.
    pub full_month: FullMonth,
}

impl Evaluated {
    /// The plan that was worked out, as it was resolved then.
    #[must_use]
    pub fn plan(&self) -> Plan<'_> {
        Plan { scenario: &self.scenario, resolved: self.resolved.clone() }
    }
}

/// Works out the scenario at `index`: its plan is resolved once and simulated once. While answers are missing that decide the
/// benefit, it is the least it can be, so that nothing that is said of it comforts falsely.
///
/// # Errors
/// Every [`Obstacle`] that keeps it from being worked out.
pub fn evaluate(case: &Case, rulebook: &Rulebook, index: usize) -> Result<Evaluated, Vec<Obstacle>> {
    let plan = case.cautious_plan(rulebook, index)?;
    let simulation = simulate(rulebook, &plan).map_err(|missing| vec![Obstacle::NotCovered(missing)])?;
    let (start_up, full_month) = (StartUpBudget::of(&plan), FullMonth::of(plan.scenario));
    let Plan { scenario, resolved } = plan;
    Ok(Evaluated { scenario: scenario.clone(), resolved, simulation, start_up, full_month })
}

#[cfg(test)]
mod tests {
    use super::evaluate;
    use crate::case::examples::{ExampleId, example};
    use crate::quantity::Month;
    use crate::rulebook::Rulebook;
    use crate::simulation::{FullMonth, StartUpBudget, counted, simulate};

    #[test]
    fn a_scenario_is_simulated_once_and_all_of_it_is_of_that_once() {
        let rulebook = Rulebook::embedded();
        let case = example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"));
        let (evaluated, simulations) = counted(|| evaluate(&case, &rulebook, 0).expect("worked out"));
        assert_eq!(simulations, 1);
        let (plan, read) = counted(|| evaluated.plan());
        assert_eq!(read, 0, "what was worked out is only read");
        assert_eq!(evaluated.simulation, simulate(&rulebook, &plan).expect("worked out"));
        assert_eq!(evaluated.start_up, StartUpBudget::of(&case.plan(0).expect("a plan")));
        assert_eq!(evaluated.full_month, FullMonth::of(&case.scenarios[0]));
    }

    #[test]
    fn what_cannot_be_worked_out_says_why() {
        let case = example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"));
        assert!(evaluate(&case, &Rulebook::embedded(), 1).is_err());
    }
}
