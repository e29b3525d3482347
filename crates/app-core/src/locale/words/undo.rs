//! What one tap has done.

use super::example;
use crate::locale::texts::undo as u;
use crate::state::Undoable;

/// What was done, for whoever may want it back.
pub fn done(what: Undoable) -> String {
    match what {
        Undoable::StartedOver => u::started_over().to_owned(),
        Undoable::Filled(id) => u::filled(&example::name(id)),
        Undoable::Emptied => u::emptied().to_owned(),
        Undoable::LeftExample => u::left_example().to_owned(),
        Undoable::RemovedCost => u::removed_cost().to_owned(),
        Undoable::RemovedJob => u::removed_job().to_owned(),
        Undoable::Resolved => u::resolved().to_owned(),
        Undoable::Opened => u::opened().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::examples::ExampleId;

    use super::done;
    use crate::state::Undoable;

    #[test]
    fn a_business_that_was_filled_in_is_called_by_its_name() {
        let words = done(Undoable::Filled(ExampleId::Courier));
        assert_eq!(words, "Tal fra »Kurér med varebil« er sat ind. Dine egne tal er der stadig.");
        let cost_and_job = [Undoable::RemovedCost, Undoable::RemovedJob].map(done);
        assert_eq!(cost_and_job, ["Udgiften er fjernet.", "Småjobbet er fjernet."]);
    }
}
