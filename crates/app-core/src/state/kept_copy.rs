//! The state as it is kept in the browser for thirty days, when somebody asks for it.
//!
//! A text: whose it is and of which version, the day it was saved, the last day it is kept, and what the tab keeps too
//! ([`State::kept`]). Which day it is says the caller. Nothing deletes it by itself: whoever reads it and finds that its
//! days are over has to.

use mikrolaan_engine::quantity::Date;

use super::State;

/// How many days it is kept after the one it was saved on.
const DAYS: u32 = 30;
/// What the text begins with.
const OURS: &str = "mikrolaan";
/// The way it is written.
const VERSION: &str = "1";

/// What is found where the state is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum KeptCopy {
    /// Nothing.
    Nothing,
    /// Its days are over: it is to be deleted.
    Expired,
    /// It is not one of ours, or was changed.
    Damaged,
    /// A newer program has written it.
    Newer,
    /// A state.
    Of(Box<SavedState>),
}

/// A state that was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedState {
    /// On which day.
    pub saved: Date,
    /// The last day it is kept.
    pub until: Date,
    /// What was saved.
    pub state: State,
}

impl State {
    /// The state as a text to be kept from this day on; `None` when there is too much in it.
    pub fn kept_copy(&self, today: Date) -> Option<String> {
        let until = today.plus_days(DAYS);
        Some([OURS, VERSION, &today.to_string(), &until.to_string(), &self.kept()?].join(" "))
    }
}

impl KeptCopy {
    /// What the text is on this day; `None` = there is none.
    pub fn read(text: Option<&str>, today: Date) -> Self {
        text.map_or(KeptCopy::Nothing, |text| KeptCopy::of_text(text, today).unwrap_or(KeptCopy::Damaged))
    }

    fn of_text(text: &str, today: Date) -> Option<Self> {
        let (version, rest) = text.strip_prefix(OURS)?.strip_prefix(' ')?.split_once(' ')?;
        if version != VERSION {
            return version.bytes().all(|byte| byte.is_ascii_digit()).then_some(KeptCopy::Newer);
        }
        let (saved, rest) = rest.split_once(' ')?;
        let (until, kept) = rest.split_once(' ')?;
        let (saved, until) = (Date::parse(saved)?, Date::parse(until)?);
        if saved.plus_days(DAYS) != until {
            return None;
        }
        if today > until {
            return Some(KeptCopy::Expired);
        }
        let state = State::restored(kept, today.month())?;
        Some(KeptCopy::Of(Box::new(SavedState { saved, until, state })))
    }

    /// What was saved, if it can be read.
    pub fn saved(&self) -> Option<&SavedState> {
        if let KeptCopy::Of(saved) = self { Some(saved) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::examples::ExampleId;
    use mikrolaan_engine::quantity::{Money, Month};
    use mikrolaan_engine::screening::AnswerKey;
    use proptest::prelude::*;

    use super::{DAYS, Date, KeptCopy, State};
    use crate::state::event::{Event, GivenAnswer};

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    fn state(events: impl IntoIterator<Item = Event>) -> State {
        events.into_iter().fold(State::new(Month::new(2026, 11).expect("a month")), |state, event| state.apply(event))
    }

    fn somebody() -> State {
        state([Event::Answer(AnswerKey::Age, GivenAnswer::Age(48)), Event::EnsureScenario])
    }

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        let after = |from: &str, days| day(from).plus_days(days).to_string();
        assert_eq!(after("2026-11-27", DAYS), "2026-12-27");
        assert_eq!(after("2026-12-31", 1), "2027-01-01");
        assert_eq!(after("2028-01-31", DAYS), "2028-03-01");
        assert_eq!(after("2027-01-31", DAYS), "2027-03-02");
        assert_eq!(after("2026-11-27", 0), "2026-11-27");
        for text in ["", "2026-11", "2026-11-31", "2026-11-00", "2026-11-7", "2026-13-01", "2026-11-+7"] {
            assert_eq!(Date::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn it_is_there_on_the_thirtieth_day_and_over_on_the_next() {
        let (saved, state) = (day("2026-11-27"), somebody());
        let text = state.kept_copy(saved).expect("a text");
        let found = |on: Date| KeptCopy::read(Some(&text), on);
        for days in 0..=DAYS {
            let on = saved.plus_days(days);
            let copy = found(on);
            let copy = copy.saved().unwrap_or_else(|| panic!("on {on}"));
            assert_eq!((copy.saved, copy.until), (saved, day("2026-12-27")));
        }
        assert_eq!(found(saved.plus_days(DAYS + 1)), KeptCopy::Expired);
        assert_eq!(found(saved.plus_days(1_000)), KeptCopy::Expired);
    }

    #[test]
    fn what_is_not_ours_is_told_and_nothing_of_it_is_taken() {
        let today = day("2026-11-27");
        let text = somebody().kept_copy(today).expect("a text");
        let read = |text: &str| KeptCopy::read(Some(text), today);
        assert_eq!(KeptCopy::read(None, today), KeptCopy::Nothing);
        assert_eq!(read(&text.replacen(" 1 ", " 2 ", 1)), KeptCopy::Newer);
        assert_eq!(read("mikrolaan 17 whatever"), KeptCopy::Newer);
        let foreign = ["", "x", "{}", "mikrolaan", "mikrolaan 1", "mikrolaan 1 2026-11-27", "mikrolaan x y", "\u{0}"];
        for text in foreign {
            assert_eq!(read(text), KeptCopy::Damaged, "{text:?}");
        }
        assert_eq!(
            read(&text.replace("2026-12-27", "9999-12-27")),
            KeptCopy::Damaged,
            "kept for longer than thirty days"
        );
        for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
            assert!(read(&text[..end]).saved().is_none(), "cut after {end}");
        }
    }

    proptest! {
        #[test]
        fn what_was_saved_comes_back(age in 0_u32..=120, loan in 0_i64..=100_000, typed in ".{0,40}", years in 2024_i32..2080, month in 1_u32..=12, number in 1_u32..=28, later in 0..=DAYS) {
            let saved = Date::new(Month::new(years, month).expect("a month"), number).expect("a day");
            let page = crate::state::QuestionEntry { chosen: Vec::new(), typed: typed.chars().filter(|letter| !letter.is_control()).collect() };
            let events = [
                Event::Answer(AnswerKey::Age, GivenAnswer::Age(age)),
                Event::Answer(AnswerKey::LoanAmount, GivenAnswer::Amount(Money::from_kroner(loan))),
                Event::EnsureScenario,
                Event::FillBusiness(Some(ExampleId::Courier)),
                Event::KeepPage(AnswerKey::Municipality, Some(page)),
            ];
            let state = events.into_iter().fold(State::new(saved.month()), |state, event| state.apply(event));
            let text = state.kept_copy(saved).expect("a text");
            let copy = KeptCopy::read(Some(&text), saved.plus_days(later));
            let copy = copy.saved().expect("a state");
            prop_assert_eq!(copy.state.kept_copy(saved).map(|again| again.len()), Some(text.len()));
            prop_assert_eq!(copy.state.case().answers.clone(), state.case().answers.clone());
            prop_assert_eq!(copy.state.page(AnswerKey::Municipality), state.page(AnswerKey::Municipality));
        }

        #[test]
        fn whatever_stands_there_is_read_without_harm(text in "(mikrolaan )?(1 )?.{0,60}") {
            let _ = KeptCopy::read(Some(&text), day("2026-11-27"));
        }
    }
}
