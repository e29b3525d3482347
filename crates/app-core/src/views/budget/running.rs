//! The running answer of a step: one fact, its sum in words, and the same as a bar.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::screening::Support;
use mikrolaan_engine::simulation::{FullMonth, ScenarioField, StartUpBudget};

use crate::charts::shape::{Pct, Px, Shape};
use crate::locale::argument::Amount;
use crate::locale::texts::named::AmountRevenue;
use crate::locale::texts::running as r;
use crate::state::plan::{Today, today};
use crate::state::provenance::{Provenance, place, provenance};

/// What a step comes to so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunningAnswer {
    /// The one thing to know; empty where there is nothing to say.
    pub fact: String,
    /// Money is missing.
    pub is_short: bool,
    /// The sum it comes from, term by term.
    pub sum: Vec<String>,
    /// The terms in true proportion.
    pub bar: Vec<Shape>,
}

/// How high the bar is, in pixels.
pub const BAR_HEIGHT: i64 = 20;

impl RunningAnswer {
    fn said(fact: impl Into<String>) -> Self {
        RunningAnswer { fact: fact.into(), ..RunningAnswer::default() }
    }
}

/// The terms beside each other, each with its class; nothing where they come to nothing.
fn bar(parts: &[(&'static str, Money)]) -> Vec<Shape> {
    let whole: i64 = parts.iter().map(|(_, part)| part.at_least_zero().oere()).sum();
    let mut x = Pct(0);
    let mut shapes = Vec::new();
    for &(class, part) in parts.iter().filter(|(_, part)| part.is_positive()) {
        let width = Pct(Pct::FULL.0 * part.oere() / whole.max(1));
        let fill = (class == "bar bar--missing").then_some("url(#p-missing)");
        shapes.push(Shape::Rect { class, x, width, y: Px::whole(1), height: Px::whole(BAR_HEIGHT - 2), fill });
        x = Pct(x.0 + width.0);
    }
    shapes
}

const OUT: &str = "bar bar--other";
const OWN: &str = "bar bar--business";
const MISSING: &str = "bar bar--missing";

/// What is left today, on the benefit. While that is not known, nothing is said about what is left but what is missing for it;
/// nothing at all where the plan begins without the benefit.
pub(super) fn home(case: &Case, evaluated: Option<&Evaluated>) -> RunningAnswer {
    if case.scenarios.is_empty() {
        return RunningAnswer::default();
    }
    let is_unsure = evaluated.is_some_and(|evaluated| evaluated.simulation.benefit_range.is_some());
    let is_computed = case.answers.support.is_none_or(Support::has_computed_benefit);
    let Some(Today { income, spent, left }) = today(case).filter(|_| !is_unsure) else {
        return match evaluated {
            Some(_) if !is_unsure => RunningAnswer::default(),
            _ if is_computed => RunningAnswer::said(r::home_unknown()),
            _ => RunningAnswer::said(r::home_unwritten()),
        };
    };
    let is_guess = provenance(case, place(ScenarioField::LivingCosts)) == Some(Provenance::Guess);
    let fact = if is_guess {
        r::home_guess(Amount::Whole(spent))
    } else if left.is_negative() {
        r::home_short(Amount::Whole(left.abs()))
    } else {
        r::home_left(Amount::Whole(left))
    };
    RunningAnswer {
        fact,
        is_short: left.is_negative(),
        sum: vec![
            r::comes_in(Amount::Whole(income)),
            r::goes_out(Amount::Whole(spent)),
            if left.is_negative() { r::is_missing(Amount::Whole(left.abs())) } else { r::is_left(Amount::Whole(left)) },
        ],
        bar: bar(&[(OUT, spent.min(income)), ("bar bar--benefit", left), (MISSING, left.negated())]),
    }
}

/// What a good month leaves.
pub(super) fn business(month: &FullMonth) -> RunningAnswer {
    if !month.revenue.is_positive() {
        return RunningAnswer::said(r::business_unknown());
    }
    let (revenue, surplus) = (Amount::Whole(month.revenue), month.surplus);
    let short = surplus.is_negative();
    let amount = Amount::Whole(surplus.abs());
    let words = AmountRevenue { amount, revenue };
    RunningAnswer {
        fact: if short { r::business_short(words) } else { r::business_left(words) },
        is_short: short,
        sum: vec![
            r::sales(revenue),
            r::goods(Amount::Whole(month.variable_costs)),
            r::fixed(Amount::Whole(month.fixed_costs)),
            r::bank(Amount::Whole(month.account_fee)),
            if short { r::is_missing(amount) } else { r::is_left(amount) },
        ],
        bar: bar(&[
            (OUT, month.variable_costs),
            (OUT, month.fixed_costs),
            (OUT, month.account_fee),
            (OWN, surplus),
            (MISSING, surplus.negated()),
        ]),
    }
}

/// Whether loan and own money cover what it costs to start.
pub(super) fn start(start: &StartUpBudget) -> RunningAnswer {
    let (left, paid) = (start.left, start.paid());
    if !start.total.is_positive() {
        return RunningAnswer::said(r::start_unknown());
    }
    let short = left.is_negative();
    let amount = Amount::Whole(left.abs());
    RunningAnswer {
        fact: if short { r::start_short(amount) } else { r::start_covered().to_owned() },
        is_short: short,
        sum: vec![
            r::loan_and_own(Amount::Whole(paid)),
            r::start_costs(Amount::Whole(start.total)),
            if short { r::is_missing(amount) } else { r::is_left(amount) },
        ],
        bar: bar(&[(OUT, start.total.min(paid)), (OWN, left), (MISSING, left.negated())]),
    }
}

#[cfg(test)]
#[path = "running_tests.rs"]
mod tests;
