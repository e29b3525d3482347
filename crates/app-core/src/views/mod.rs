//! What each page shows, in the screen's words: one view model a page, `…View::of` what it follows from. Pure, so
//! that pages only draw.
//!
//! What the months say is put together from sentences ([`headlines`]), the picture's series ([`picture`]), tables, and
//! what the figures rest on ([`assumptions`]); what takes longer than a keystroke may is what one can do
//! ([`offers`]) and what matters most ([`sensitivity`]).

pub mod answers;
pub mod assumptions;
pub mod budget;
pub mod compare;
pub mod conflict;
pub mod contact;
pub mod deadlines;
pub mod decisive;
pub mod glyph;
pub mod guide;
pub mod headlines;
pub mod help;
pub mod money;
pub mod month;
pub mod month_list;
pub mod months;
pub mod next_steps;
pub mod obstacles;
pub mod offers;
pub mod opened;
pub mod picture;
pub mod question;
pub mod result;
pub mod rules;
pub mod sensitivity;
pub mod source;
pub mod spreadsheet;
pub mod tables;
pub mod tabs;
pub mod take_along;
pub mod trace;
pub mod trial;
pub mod unsure;

#[cfg(test)]
mod range_tests;
#[cfg(test)]
mod tests;

use mikrolaan_engine::simulation::{Plan, Simulation};

/// A plan with what it comes to.
pub struct View<'a> {
    /// The scenario with what follows for it from the answers.
    pub plan: &'a Plan<'a>,
    /// Its months.
    pub simulation: &'a Simulation,
}

/// In the order of the key, and what is equal in the order it came in. Each is put in its place by hand: there are few, and a
/// sort is some 3 kB of the module for every kind of thing that is sorted.
fn in_order<T, K: Ord>(things: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered = Vec::new();
    for thing in things {
        let place = ordered.partition_point(|before| key(before) <= key(&thing));
        ordered.insert(place, thing);
    }
    ordered
}
