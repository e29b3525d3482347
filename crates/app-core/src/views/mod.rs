//! What the months say: the simulation in the screen's words – sentences, the picture's series, tables,
//! and what the figures rest on. Pure, so that pages only render.

pub mod base;
pub mod budget;
pub mod compare;
pub mod conflict;
pub mod keys;
pub mod matters;
pub mod month;
pub mod offers;
pub mod picture;
pub mod tables;
pub mod trace;

#[cfg(test)]
mod tests;

use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::simulation::{Plan, Simulation};

use crate::charts::series::Series;

/// Everything the page of the months shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// What must be written before anything can be said: then there are no key sentences.
    pub unwritten: Option<keys::Unwritten>,
    /// The key sentences, the first one the largest.
    pub keys: Vec<keys::Key>,
    /// The picture.
    pub picture: Series,
    /// The months in whole kroner.
    pub months: tables::Table,
    /// What the figures rest on.
    pub base: Vec<base::Ground>,
    /// Everything is before tax.
    pub before_tax: bool,
    /// The newest rates that were used.
    pub rates_from: Option<Month>,
}

/// What the months of a scenario say.
pub fn tell(evaluated: &Evaluated) -> Story {
    let (plan, simulation) = (evaluated.plan(), &evaluated.simulation);
    let view = View { plan: &plan, simulation };
    Story {
        unwritten: keys::unwritten(&view),
        keys: keys::keys(&view),
        picture: picture::series(&view),
        months: tables::months(&view),
        base: base::grounds(&view),
        before_tax: simulation.before_tax,
        rates_from: simulation.figures_used.iter().map(|used| used.from).max(),
    }
}

/// Every line of the household, and of the business from the month it opens. Not part of the [`Story`]:
/// few look at them, and they are half of what would be written anew at every key.
pub fn all_lines(simulation: &Simulation) -> [tables::Table; 2] {
    tables::items(simulation)
}

/// What takes longer to work out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advice {
    /// What would help, when money is missing.
    pub offers: Option<offers::Offers>,
    /// What matters most.
    pub matters: Option<matters::Matters>,
}

/// What would help, and what matters most.
pub fn advise(evaluated: &Evaluated) -> Advice {
    let (plan, simulation) = (evaluated.plan(), &evaluated.simulation);
    let view = View { plan: &plan, simulation };
    Advice { offers: offers::offers(&view), matters: matters::matters(&view) }
}

/// A plan with what it comes to.
pub struct View<'a> {
    /// The scenario with what follows for it from the answers.
    pub plan: &'a Plan<'a>,
    /// Its months.
    pub simulation: &'a Simulation,
}
