//! What a person has ticked and noted, as a text of the state: a line each, with a word for what it is.

use mikrolaan_engine::quantity::Date;

use crate::state::event::Event;
use crate::state::typed_text::is_unseen;
use crate::state::typed_text::looks_like_cpr;

/// Something that can be done today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TodayStepId {
    /// See what one owes the public.
    Debt,
    /// Write to the caseworker.
    Letter,
    /// Ask for help for starters.
    StartHelp,
    /// Apply for a basic business account.
    Account,
}

impl TodayStepId {
    /// All of them, in the order of the page.
    pub const ALL: [TodayStepId; 4] =
        [TodayStepId::Debt, TodayStepId::Letter, TodayStepId::StartHelp, TodayStepId::Account];

    /// Its word in the text, and the id of its tick.
    pub const fn id(self) -> &'static str {
        match self {
            TodayStepId::Debt => "debt",
            TodayStepId::Letter => "letter",
            TodayStepId::StartHelp => "start-help",
            TodayStepId::Account => "account",
        }
    }
}

/// What is ticked and noted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepProgress {
    /// What is done.
    pub done: Vec<TodayStepId>,
    /// What somebody owes, as they wrote it: a note for themselves, with which nothing is worked out.
    pub debt: String,
    /// When they applied for the account.
    pub applied: Option<Date>,
    /// The day of a letter in which the municipality has decided something.
    pub letter: Option<Date>,
}

/// The most letters of a note.
const LONGEST_NOTE: usize = 32;

impl StepProgress {
    /// Of a text of the state. What cannot be read is left out.
    pub fn of(text: &str) -> Self {
        let mut progress = StepProgress::default();
        for line in text.lines() {
            match line.split_once(' ') {
                Some(("done", id)) => progress.done.extend(TodayStepId::ALL.into_iter().find(|step| step.id() == id)),
                Some(("owed", note)) => progress.debt = note.to_owned(),
                Some(("applied", date)) => progress.applied = Date::parse(date),
                Some(("decided", date)) => progress.letter = Date::parse(date),
                _ => {}
            }
        }
        progress
    }

    /// Is this step ticked?
    pub fn is_done(&self, step: TodayStepId) -> bool {
        self.done.contains(&step)
    }

    /// With this step ticked or not.
    #[must_use]
    pub fn ticked(mut self, step: TodayStepId, is_done: bool) -> Self {
        self.done.retain(|&done| done != step);
        self.done.extend(is_done.then_some(step));
        self
    }

    /// The event after which the state has it.
    pub fn kept(&self) -> Event {
        let seen: String = self.debt.chars().filter(|&letter| !is_unseen(letter)).take(LONGEST_NOTE).collect();
        let note = Some(seen.trim()).filter(|note| !looks_like_cpr(note)).unwrap_or_default();
        let mut lines: Vec<String> = self.done.iter().map(|step| ["done ", step.id()].concat()).collect();
        lines.extend((!note.is_empty()).then(|| ["owed ", note].concat()));
        let dates = [("applied ", self.applied), ("decided ", self.letter)];
        lines.extend(dates.into_iter().filter_map(|(word, date)| Some([word, &date?.to_string()].concat())));
        Event::KeepNextSteps(lines.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::quantity::Month;

    use super::{Date, StepProgress, TodayStepId};
    use crate::state::State;

    fn kept(progress: &StepProgress) -> StepProgress {
        let state = State::new(Month::new(2026, 11).expect("a month")).apply(progress.kept());
        let text = state.kept().expect("a text");
        let again = State::restored(&text, state.case().as_of).expect("a state");
        assert_eq!(again, state);
        StepProgress::of(again.next_steps())
    }

    #[test]
    fn what_is_ticked_and_noted_comes_back_over_a_reload() {
        assert_eq!(kept(&StepProgress::default()), StepProgress::default());
        let progress = StepProgress {
            done: TodayStepId::ALL.into(),
            debt: "12.000 kr. + renter".to_owned(),
            applied: Date::parse("2026-11-20"),
            letter: Date::parse("2026-11-18"),
        };
        assert_eq!(kept(&progress), progress);
    }

    #[test]
    fn a_tick_is_there_once_and_can_be_taken_back() {
        let once = StepProgress::default().ticked(TodayStepId::Debt, true).ticked(TodayStepId::Debt, true);
        assert_eq!(once.done, [TodayStepId::Debt]);
        assert_eq!(once.ticked(TodayStepId::Debt, false), StepProgress::default());
    }

    #[test]
    fn what_nobody_wrote_is_left_out() {
        let text = "done nothing\ndone\napplied 2026-02-30\nx y\n\ndecided 2026-11-18";
        let expected = StepProgress { letter: Date::parse("2026-11-18"), ..StepProgress::default() };
        assert_eq!(StepProgress::of(text), expected);
    }

    /// What is pasted may hold a line of its own.
    #[test]
    fn a_note_stays_a_note() {
        let note = StepProgress { debt: "\n 5\u{200b}00\ndone debt \u{1f}".to_owned(), ..StepProgress::default() };
        assert_eq!(kept(&note), StepProgress { debt: "500done debt".to_owned(), ..StepProgress::default() });
        let long = StepProgress { debt: "9".repeat(99), ..StepProgress::default() };
        assert_eq!(kept(&long).debt.len(), 32);
    }
}
