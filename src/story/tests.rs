//! What the months say, on the example businesses and on plans bent to show each state.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::quantity::{Money, Month, WeeklyHours};
use mikrolaan_engine::simulation::{AfterClosure, Business, Phase, Scenario, Simulation};

use super::{Story, month, tell};
use crate::charts::series::{Mark, SupportEnd};
use crate::session::RULEBOOK;

const AS_OF: Month = Month::new(2026, 11).expect("a month");

#[test]
fn dump() {
    for &id in ExampleId::ALL {
        let (_, story) = told(id, |_| {});
        println!("== {id:?}\n{:#?}\n{}\n{}", story.keys, story.picture.caption, story.picture.text);
        for ground in &story.base { println!("- {} [{}]", ground.text, ground.tag); }
        for group in &story.months { println!("{}", group.title); for row in &group.rows { println!("{} {:?}", row.month, row.cells.iter().map(|c| c.text.as_str()).collect::<Vec<_>>()); } }
    }
}

/// An example with its scenario changed, and what it says.
fn told(id: ExampleId, change: impl FnOnce(&mut Scenario)) -> (Simulation, Story) {
    let mut case: Case = example(id, AS_OF);
    change(case.scenarios.first_mut().expect("an example has a scenario"));
    let simulation = case.simulate(&RULEBOOK, 0).expect("the example can be worked out");
    let story = tell(&case, &simulation).expect("the example can be told");
    (simulation, story)
}
