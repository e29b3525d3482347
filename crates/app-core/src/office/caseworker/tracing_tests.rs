//! Where a figure comes from: the figures of the screen, also while answers are missing.

use mikrolaan_engine::trace::Line;

use super::{TracePanel, TracedFigure};
use crate::office::caseworker::state::tests::NOVEMBER;
use crate::office::caseworker::unknowns::tests::young;
use crate::office::caseworker::worked::WorkedCase;
use crate::office::caseworker::{CaseworkerEvent, CaseworkerView};

#[test]
fn a_line_is_told_as_it_stands_on_the_screen() {
    let state = young();
    let worked = WorkedCase::of(&state);
    let figure = TracedFigure { column: Some(0), month: NOVEMBER.plus(1), line: Some(Line::HouseholdBenefit) };
    let panel = TracePanel::of(&worked, figure).expect("a line");
    assert_eq!((panel.title.as_str(), panel.column.as_str()), ("Ydelse i december 2026", "A, Plan"));
    // The least it can be: that is what the screen is worked out with.
    assert_eq!(panel.step.expect("a line").value, "7.095\u{a0}kr.");
    let all = TracePanel::of(&worked, panel.all_of_month.expect("more lines")).expect("the month");
    assert!(all.step.is_none() && !all.lines.expect("lines").purses.is_empty());
    let benefit = TracePanel::of(&worked, TracedFigure { column: None, ..figure }).expect("a line");
    assert_eq!(benefit.column, "På ydelsen i stedet");
    assert_eq!(TracePanel::of(&worked, TracedFigure { column: Some(3), ..figure }), None);
    assert_eq!(TracePanel::of(&worked, TracedFigure { month: NOVEMBER, ..figure }), None);
}

#[test]
fn what_is_asked_about_is_shown_until_it_is_closed() {
    let figure = TracedFigure { column: Some(0), month: NOVEMBER.plus(1), line: Some(Line::HouseholdClosing) };
    let state = young().apply(CaseworkerEvent::Trace(Some(figure)));
    assert_eq!(CaseworkerView::of(&state).trace.map(|panel| panel.figure), Some(figure));
    assert_eq!(CaseworkerView::of(&state.apply(CaseworkerEvent::Trace(None))).trace, None);
}
