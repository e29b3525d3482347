//! The steps on which the money is asked for: what each is called, and the ways on and back.

use crate::locale::language::Text;
use crate::locale::texts::money as m;
use crate::navigation::{MoneyStep, Route};

/// A step on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// What it is called.
    pub title: Text,
    /// The page before it.
    pub before: Route,
    /// The page after it.
    pub after: Route,
    /// Its number, from one; the months are the last.
    pub number: usize,
    /// All steps as a row, each by its class.
    pub cells: Vec<&'static str>,
}

impl StepView {
    /// Of this step.
    pub fn of(step: MoneyStep) -> Self {
        let (title, before, after) = match step {
            MoneyStep::Home => (m::home(), Route::Result, Route::Money(MoneyStep::Business)),
            MoneyStep::Business => (m::business(), Route::Money(MoneyStep::Home), Route::Money(MoneyStep::Start)),
            MoneyStep::Start => (m::start(), Route::Money(MoneyStep::Business), Route::Months),
        };
        let here = step as usize;
        let class = |at: usize| match at.cmp(&here) {
            std::cmp::Ordering::Less => "is-done",
            std::cmp::Ordering::Equal => "is-now",
            std::cmp::Ordering::Greater => "",
        };
        StepView { title, before, after, number: here + 1, cells: (0..=MoneyStep::ALL.len()).map(class).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::{MoneyStep, Route, StepView};

    #[test]
    fn one_goes_through_the_steps_to_the_months_and_back() {
        let mut page = StepView::of(MoneyStep::Home).before;
        assert_eq!(page, Route::Result);
        for (number, step) in (1..).zip(MoneyStep::ALL) {
            let view = StepView::of(step);
            assert_eq!((view.before, view.number), (page, number));
            assert_eq!(view.cells.iter().position(|cell| *cell == "is-now"), Some(number - 1));
            assert_eq!(view.cells.len(), 4);
            page = Route::Money(step);
            let expected = MoneyStep::ALL.get(number).map_or(Route::Months, |next| Route::Money(*next));
            assert_eq!(view.after, expected);
        }
    }
}
