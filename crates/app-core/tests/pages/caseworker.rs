//! The caseworker's screen: the note of every invented case, and everything the screen shows of one.

use mikrolaan_app_core::office::caseworker::case_note::case_note;
use mikrolaan_app_core::office::caseworker::checklist::CheckId;
use mikrolaan_app_core::office::caseworker::examples::SampleCase;
use mikrolaan_app_core::office::caseworker::tracing::TracedFigure;
use mikrolaan_app_core::office::caseworker::view::PlanMoney;
use mikrolaan_app_core::office::caseworker::worked::WorkedCase;
use mikrolaan_app_core::office::caseworker::{CaseworkerEvent, CaseworkerState, CaseworkerView};
use mikrolaan_app_core::state::event::{Event, GivenAnswer};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::trace::Line;

use crate::record::Record;
use crate::{AS_OF, day};

/// The web shop after a talk: two answers are not known, a column has a small job, something was said and ticked.
fn after_a_talk() -> CaseworkerState {
    let unknown = |key| CaseworkerEvent::Of(Event::Answer(key, GivenAnswer::Unknown));
    let events = [
        CaseworkerEvent::LoadSample(SampleCase::C),
        unknown(AnswerKey::LivedAbroad),
        unknown(AnswerKey::TradeSkills),
        CaseworkerEvent::AddColumn,
        CaseworkerEvent::NameColumn(1, "Uden småjob".to_owned()),
        CaseworkerEvent::Note("Banken sagde nej på telefon.\nNyt møde i maj.".to_owned()),
        CaseworkerEvent::Tick(CheckId::MyPlan, true),
        CaseworkerEvent::Tick(CheckId::DutiesInWriting, true),
        CaseworkerEvent::TickGuidance("Gæld kan tage dit lån".to_owned(), true),
    ];
    let state = events.into_iter().fold(CaseworkerState::new(AS_OF), |state, event| state.apply(event));
    let mut without = state.case_of(1).expect("a column").scenarios.remove(0);
    without.small_jobs.clear();
    state.apply(CaseworkerEvent::WriteColumn(1, Box::new(without)))
}

/// Line by line, as it is pasted.
fn lines(state: &CaseworkerState) -> Vec<String> {
    case_note(state, &WorkedCase::of(state), day(23)).lines().map(str::to_owned).collect()
}

#[test]
fn the_note_of_every_sample() {
    let mut record = Record::new("case-note");
    for sample in SampleCase::ALL {
        let state = CaseworkerState::new(AS_OF).apply(CaseworkerEvent::LoadSample(sample));
        record.part(&sample.name(), &lines(&state));
    }
    record.part("after a talk", &lines(&after_a_talk()));
    let then = CaseworkerEvent::WorkOutAsOf(Month::new(2021, 3).expect("a month"));
    record.part("as of another month", &lines(&after_a_talk().apply(then)));
    record.part("nothing", &lines(&CaseworkerState::new(AS_OF)));
    record.check();
}

#[test]
fn the_screen_after_a_talk() {
    let mut record = Record::new("caseworker");
    let figure = TracedFigure { column: Some(1), month: AS_OF.plus(11), line: Some(Line::HouseholdClosing) };
    let view = CaseworkerView::of(&after_a_talk().apply(CaseworkerEvent::Trace(Some(figure))));
    let CaseworkerView { mut state_line, groups, assessment, conflicts, unknowns, money, columns, checklist, trace } =
        view;
    assert_eq!(conflicts, []);
    state_line.months.retain(|option| option.value == state_line.chosen);
    record.part("state line", &state_line);
    record.part("fields", &groups);
    record.part("assessment", &assessment);
    record.part("unknowns", &unknowns);
    if let PlanMoney::Said(sentence, _) = &money {
        record.part("sentence", sentence);
    }
    record.part("columns", &columns);
    record.part("checklist", &checklist);
    record.part("trace", &trace);
    record.check();
}
