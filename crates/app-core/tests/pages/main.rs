//! What the pages say and draw, recorded: every view model of the examples, what each answer changes of the result, what
//! plans bent in every way come to, and the pictures.
//!
//! A record proves nothing right; the other tests do that. It shows what a change changes, where a person sees it, so
//! that the pages need not be looked through by hand. After a change that is meant:
//! `UPDATE_EXPECT=1 cargo test -p mikrolaan-app-core --test pages`, and the difference is what is reviewed.

mod caseworker;
mod fields;
mod outline;
mod pictures;
mod plans;
mod questions;
mod record;

use std::fmt::Debug;
use std::iter;

use mikrolaan_app_core::charts::series::Series;
use mikrolaan_app_core::rulebook::RULEBOOK;
use mikrolaan_app_core::state::State;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::answers::AnswersView;
use mikrolaan_app_core::views::budget::budget;
use mikrolaan_app_core::views::compare::{Accounts, CompareView, ComparisonView};
use mikrolaan_app_core::views::guide::guide;
use mikrolaan_app_core::views::help::HelpView;
use mikrolaan_app_core::views::months::{Said, all_lines};
use mikrolaan_app_core::views::next_steps::{NextStepsView, StepProgress, TodayStepId};
use mikrolaan_app_core::views::offers::Levers;
use mikrolaan_app_core::views::result::ResultView;
use mikrolaan_app_core::views::rules::RulesView;
use mikrolaan_app_core::views::sensitivity::sensitivity;
use mikrolaan_app_core::views::tables::{AmountCell, Table, TableRow};
use mikrolaan_app_core::views::trace::TraceView;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::evaluate::{Evaluated, evaluate};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::{Date, Month};
use mikrolaan_engine::simulation::Scenario;
use mikrolaan_engine::trace::Line;

use record::Record;

/// The month the examples are looked at in.
const AS_OF: Month = Month::new(2026, 11).expect("a month");

/// An example with its scenario changed, worked out.
fn worked_out(id: ExampleId, change: impl FnOnce(&mut Scenario)) -> Evaluated {
    let mut case = example(id, AS_OF);
    change(case.scenarios.first_mut().expect("an example has a scenario"));
    evaluate(&case, &RULEBOOK, 0).expect("the example can be worked out")
}

/// What the months say, but for the table and the bars.
fn said(evaluated: &Evaluated) -> impl Debug + use<> {
    let said = Said::of(evaluated);
    let facts = said.facts();
    let Said { headlines, picture, assumptions, rates_carried, before_tax, print_rates, unsure, .. } = said;
    let Series { phases, support, missing, lowest, legend, empty, caption, text, .. } = picture;
    let words = (headlines, (phases, support, missing, lowest, legend, empty), (caption, text));
    (facts, words.0, words.1, words.2, (assumptions, unsure), rates_carried, before_tax, print_rates)
}

/// What is said of plans beside each other: a line for each figure.
fn compared(view: &ComparisonView) -> impl Debug + use<> {
    let cards = view.cards.iter().flat_map(|card| {
        let figures = card.figures.iter().map(|figure| {
            let short = if figure.short { " (short)" } else { "" };
            format!("{} {}: {}{short}, {}", card.letter, figure.label, figure.value, figure.notes.join(", "))
        });
        let notes = card.notes.iter().map(|note| format!("{} note: {} – {:?}", card.letter, note.text, note.source));
        iter::once(format!("{} {} – {}", card.letter, card.title, card.hint)).chain(figures).chain(notes)
    });
    let Accounts { caption, text, .. } = &view.accounts;
    let words = (view.lead.clone(), view.months.clone(), view.add_hint.clone(), caption.clone(), text.clone());
    (words, cards.collect::<Vec<_>>(), view.highest, view.others.clone(), view.legend.clone())
}

/// A table as a person sees it, and the classes of its cells that are not as all others.
fn lines_of(table: &Table) -> Vec<String> {
    let line = |row: &TableRow| {
        let cell =
            |cell: &AmountCell| [cell.text.as_str(), cell.class.strip_prefix("num").unwrap_or(cell.class)].concat();
        let short = if row.short { " short" } else { "" };
        format!("{}{short} | {}", row.month, row.cells.iter().map(cell).collect::<Vec<_>>().join(" | "))
    };
    let columns: Vec<&str> = table.columns.iter().map(|name| name.words()).collect();
    let head = format!("{} – {}", table.caption, columns.join(" | "));
    let groups = table.groups.iter().flat_map(|group| {
        let title = format!("{}{}", group.title, if group.after_support { " (after the support)" } else { "" });
        iter::once(title).chain(group.rows.iter().map(line))
    });
    iter::once(head).chain(groups).collect()
}

#[test]
fn the_pages_of_every_example() {
    for &id in ExampleId::ALL {
        let mut record = Record::new(id.id());
        let state = State::new(AS_OF).apply(Event::ViewExample(id));
        let evaluated = worked_out(id, |_| {});
        record.part("result", &ResultView::of(&state));
        record.part("answers", &AnswersView::of(&state));
        record.part("budget", &budget(state.case(), Some(&evaluated)));
        record.part("months", &said(&evaluated));
        record.part("table", &lines_of(&Said::of(&evaluated).months));
        record.part("all lines", &all_lines(&evaluated.simulation).each_ref().map(lines_of));
        record.part("levers", &Levers::of(state.case()));
        record.part("what matters", &sensitivity(&evaluated));
        record.check();
    }
}

#[test]
fn every_ready_made_change_beside_the_plan() {
    let mut record = Record::new("compare");
    for id in [ExampleId::Hairdresser, ExampleId::GraphicDesigner] {
        let own = Ok(worked_out(id, |_| {}));
        for chosen in Variant::ALL.chunks(3) {
            let CompareView::Compared(view) = CompareView::of(&example(id, AS_OF), &own, chosen) else {
                panic!("an example can be compared")
            };
            record.part(&format!("{} and {chosen:?}", id.id()), &compared(&view));
        }
    }
    record.check();
}

#[test]
fn where_every_figure_of_a_month_comes_from() {
    let mut record = Record::new("trace");
    let case = example(ExampleId::Hairdresser, AS_OF);
    let month = Month::new(2027, 6).expect("a month");
    record.part("all lines", &TraceView::of(&case, month, None));
    for &line in Line::ALL {
        record.part(line.id(), &TraceView::of(&case, month, Some(line)));
    }
    record.part("no month of it", &TraceView::of(&case, AS_OF, None));
    record.check();
}

#[test]
fn what_is_good_to_know() {
    let mut record = Record::new("guide");
    record.part("guide", &guide(None, AS_OF));
    record.check();
}

/// On one day, with everything noted that has a deadline.
#[test]
fn what_to_do_next() {
    let mut record = Record::new("next-steps");
    let today = day(28);
    let progress = StepProgress {
        done: vec![TodayStepId::Debt],
        debt: "12.000".to_owned(),
        applied: Some(day(20)),
        letter: Some(day(18)),
    };
    for (id, progress) in [(ExampleId::Hairdresser, StepProgress::default()), (ExampleId::Courier, progress)] {
        let state = State::new(AS_OF).apply(Event::ViewExample(id)).apply(progress.kept());
        let outcome = Ok(worked_out(id, |_| {}));
        record.part(id.id(), &NextStepsView::of(&state, Some(&outcome), &progress, today));
    }
    record.part("nothing", &NextStepsView::of(&State::new(AS_OF), None, &StepProgress::default(), today));
    record.check();
}

#[test]
fn what_is_said_of_a_figure_that_looks_wrong() {
    let mut record = Record::new("help");
    let state = State::new(AS_OF).apply(Event::ViewExample(ExampleId::Hairdresser));
    let outcome = Ok(worked_out(ExampleId::Hairdresser, |_| {}));
    let month = Month::new(2027, 6).expect("a month");
    for asked in [None, Some((month, None)), Some((month, Some(Line::HouseholdTax)))] {
        record.part(&format!("{asked:?}"), &HelpView::of(&state, &outcome, asked, day(28)));
    }
    record.check();
}

fn day(number: u32) -> Date {
    Date::new(AS_OF, number).expect("a day")
}

#[test]
fn the_rules_and_their_figures() {
    let mut record = Record::new("rules");
    record.part("rules", &RulesView::of(AS_OF));
    record.check();
}
