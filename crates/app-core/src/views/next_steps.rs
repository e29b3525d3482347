//! *Næste skridt*: what can be done today, what to do after a letter, and what only comes if the scheme opens again.
//!
//! Three groups that are never mixed. *Gælder i dag* has what exists today, and a day only where the person has written the one
//! it begins on. What the plan invents stands in a group of its own, behind its condition, and with it in the calendar.

mod letter;
mod planned;
mod progress;

use mikrolaan_engine::case::Obstacle;
use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::quantity::Date;

pub use self::planned::{PlannedStep, PlannedStepId, PlannedSteps, PlannedTone};
pub use self::progress::{StepProgress, TodayStepId};
use super::contact::{BANK_COMPLAINT, CONTACT, ContactView, MUNICIPALITY, SEE_DEBT};
use super::deadlines::{ACCOUNT_ANSWER, APPEAL, Deadline};
use super::in_order;
use super::source::SourceView;
use crate::formats::calendar::{CalendarEvent, calendar};
use crate::locale::argument::DateOf;
use crate::locale::language::Text;
use crate::locale::texts::next_steps as words;
use crate::state::State;

/// What the file of the calendar is called.
pub const CALENDAR_FILE: &str = "naeste-skridt.ics";

/// So many days ahead are this week, today not counted.
const WEEK_AHEAD: u32 = 6;

/// How pressing a step is, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Its last day is over.
    Overdue,
    /// Its last day is today.
    Today,
    /// Its last day is within a week.
    ThisWeek,
    /// It has a day.
    Dated,
    /// It has none.
    Undated,
}

impl Urgency {
    fn of(due: Option<Date>, today: Date) -> Self {
        match due {
            None => Urgency::Undated,
            Some(due) if due < today => Urgency::Overdue,
            Some(due) if due == today => Urgency::Today,
            Some(due) if due <= today.plus_days(WEEK_AHEAD) => Urgency::ThisWeek,
            Some(_) => Urgency::Dated,
        }
    }

    /// Is something to be done before the week is over?
    pub fn presses(self) -> bool {
        self <= Urgency::ThisWeek
    }
}

/// Everything the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStepsView {
    /// What is said first: of the dates there are, or that there are none.
    pub lead: Text,
    /// What exists today, the most pressing first.
    pub today: Vec<TodayStep>,
    /// What to do after a letter from the municipality.
    pub appeal: AppealView,
    /// What only comes if the scheme opens again.
    pub planned: PlannedSteps,
    /// The letter to the caseworker.
    pub letter: String,
    /// What was ticked and noted.
    pub progress: StepProgress,
    /// Whom to turn to.
    pub contact: ContactView,
    /// All dates as a file; `None` where there are none.
    pub calendar: Option<String>,
}

/// Something that can be done today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TodayStep {
    /// Which.
    pub id: TodayStepId,
    /// What to do.
    pub title: Text,
    /// Why, or how.
    pub text: Text,
    /// Where it is done: the name of a site and its address.
    pub site: Option<(Text, &'static str)>,
    /// It has been ticked.
    pub is_done: bool,
    /// How pressing it is.
    pub urgency: Urgency,
    /// Until when, in a sentence.
    pub due: Option<String>,
    /// What the sentence does not count.
    pub due_hint: Option<String>,
    /// Where it is written.
    pub source: Option<SourceView>,
}

/// What to do after a letter in which the municipality has decided something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppealView {
    /// How pressing it is.
    pub urgency: Urgency,
    /// It stands above everything else.
    pub is_first: bool,
    /// Until when, in a sentence; `None` while the day of the letter is not written.
    pub due: Option<String>,
    /// Whom to complain to.
    pub text: String,
    /// Where it is written.
    pub source: SourceView,
}

impl AppealView {
    fn of(progress: &StepProgress, arrived: &StepProgress, today: Date) -> Self {
        let due = |progress: &StepProgress| progress.letter.map(|letter| APPEAL.after(letter));
        let sentence = |due: Date| {
            if due < today { words::appeal::overdue(DateOf(due)) } else { words::appeal::due(DateOf(due)) }
        };
        AppealView {
            urgency: Urgency::of(due(progress), today),
            is_first: Urgency::of(due(arrived), today).presses(),
            due: due(progress).map(sentence),
            text: words::appeal::text(APPEAL.count()),
            source: APPEAL.source(),
        }
    }
}

impl NextStepsView {
    /// The steps of a person on this day. `outcome` is what their plan comes to, `None` without one. The order is that of what was
    /// noted when they `arrived`: a field in which somebody writes a day does not jump away.
    pub fn of(
        state: &State,
        outcome: Option<&Result<Evaluated, Vec<Obstacle>>>,
        arrived: &StepProgress,
        today: Date,
    ) -> Self {
        let progress = StepProgress::of(state.next_steps());
        let planned = PlannedSteps::of(state, outcome);
        let lead = if planned.steps().is_empty() { words::lead_without_dates() } else { words::lead() };
        NextStepsView {
            lead,
            today: today_steps(&progress, arrived, today),
            appeal: AppealView::of(&progress, arrived, today),
            letter: letter::letter(state),
            contact: ContactView::of(CONTACT),
            calendar: file(&progress, planned.steps(), today),
            planned,
            progress,
        }
    }
}

fn today_steps(progress: &StepProgress, arrived: &StepProgress, today: Date) -> Vec<TodayStep> {
    let step = |id: TodayStepId, title, text, site| TodayStep {
        id,
        title,
        text,
        site,
        is_done: progress.is_done(id),
        urgency: Urgency::Undated,
        due: None,
        due_hint: None,
        source: None,
    };
    let answer = answer_of(progress);
    let account = TodayStep {
        urgency: account_urgency(progress, today),
        due: answer.map(|due| answer_due(due, today)),
        due_hint: answer.map(|_| words::account::holidays(ACCOUNT_ANSWER.count())),
        source: Some(ACCOUNT_ANSWER.source()),
        ..step(
            TodayStepId::Account,
            words::account::title(),
            words::account::text(),
            Some((words::account::site(), BANK_COMPLAINT)),
        )
    };
    let debt_site = Some((words::debt::site(), SEE_DEBT));
    let help_site = Some((words::start_help::site(), MUNICIPALITY));
    let steps = [
        step(TodayStepId::Debt, words::debt::title(), words::debt::text(), debt_site),
        step(TodayStepId::Letter, words::letter::title(), words::letter::text(), None),
        step(TodayStepId::StartHelp, words::start_help::title(), words::start_help::text(), help_site),
        account,
    ];
    // What is equally pressing stays in its order.
    in_order(steps, |step| match step.id {
        TodayStepId::Account => account_urgency(arrived, today),
        _ => step.urgency,
    })
}

/// Until when the bank is to answer.
fn answer_of(progress: &StepProgress) -> Option<Date> {
    progress.applied.map(|applied| ACCOUNT_ANSWER.after(applied))
}

/// Who has ticked it has the answer.
fn account_urgency(progress: &StepProgress, today: Date) -> Urgency {
    let is_open = !progress.is_done(TodayStepId::Account);
    Urgency::of(answer_of(progress).filter(|_| is_open), today)
}

fn answer_due(due: Date, today: Date) -> String {
    if due < today { words::account::overdue(DateOf(due)) } else { words::account::due(DateOf(due)) }
}

// ── the calendar

/// The days a person has written begin first; what the plan invents says its condition in the calendar, too, where nothing else
/// stands around it. No amount is in the file: a calendar is seen by others.
fn file(progress: &StepProgress, planned: &[PlannedStep], today: Date) -> Option<String> {
    let own = |id, begins: Option<Date>, deadline: Deadline, title: Text| {
        Some(CalendarEvent { id, date: deadline.after(begins?), title: title.to_owned(), text: String::new() })
    };
    let own = [
        own("account-answer", progress.applied, ACCOUNT_ANSWER, words::event::account_answer()),
        own("appeal", progress.letter, APPEAL, words::event::appeal()),
    ];
    let invented = planned.iter().map(|step| CalendarEvent {
        id: step.id.id(),
        date: step.date,
        title: words::event::if_it_opens(&step.title),
        text: words::lead().to_owned(),
    });
    let events: Vec<CalendarEvent> = own.into_iter().flatten().chain(invented).collect();
    (!events.is_empty()).then(|| calendar(&events, today))
}

#[cfg(test)]
#[path = "next_steps/tests.rs"]
mod tests;
