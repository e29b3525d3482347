//! What the plans come to, worked out once: each column's, the benefit's in their stead, and who the scheme is for. What the
//! municipality has fixed itself, and came with the case, holds in all of it.

use mikrolaan_engine::case::{Case, Obstacle};
use mikrolaan_engine::evaluate::{Evaluated, evaluate};
use mikrolaan_engine::insight::comparison::aligned;
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::rulebook::Rulebook;
use mikrolaan_engine::screening::Screening;

use super::state::CaseworkerState;

/// A case with one plan, and what it comes to.
pub type WorkedPlan = (Case, Result<Evaluated, Vec<Obstacle>>);

/// What everything on the screen follows from.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkedCase {
    /// Each column's plan, in the order of the columns.
    pub columns: Vec<WorkedPlan>,
    /// In which of them the plan stands.
    pub plan_column: usize,
    /// Neither business, loan nor job; `None` where there is no benefit to stay on, or no month would be otherwise.
    pub benefit: Option<(Case, Evaluated)>,
    /// Who the scheme is for.
    pub screening: Screening,
}

/// The rulebook with what the municipality has fixed itself.
pub fn rulebook_of(case: &Case) -> Rulebook {
    match case.overrides {
        Some(overrides) => Rulebook::embedded().with_overrides(overrides),
        None => Rulebook::embedded(),
    }
}

impl WorkedCase {
    /// Works everything out.
    pub fn of(state: &CaseworkerState) -> Self {
        let rulebook = rulebook_of(state.case());
        let columns = (0..state.columns()).filter_map(|column| state.case_of(column));
        let columns = columns.map(|case| {
            let outcome = evaluate(&case, &rulebook, 0);
            (case, outcome)
        });
        WorkedCase {
            columns: columns.collect(),
            plan_column: state.plan_column(),
            benefit: benefit(state.case(), &rulebook),
            screening: state.case().screen(&rulebook),
        }
    }

    /// The plan with what it comes to.
    pub fn plan(&self) -> Option<&WorkedPlan> {
        self.columns.get(self.plan_column)
    }
}

fn benefit(case: &Case, rulebook: &Rulebook) -> Option<(Case, Evaluated)> {
    let made = case.variant(rulebook, 0, Variant::StayOnBenefit)?;
    let scenario = aligned(case.scenarios.first()?, made);
    let case = Case { scenarios: vec![scenario], app: None, ..case.clone() };
    let evaluated = evaluate(&case, rulebook, 0).ok()?;
    Some((case, evaluated))
}
