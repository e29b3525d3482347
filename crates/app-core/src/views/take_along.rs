//! *Tag det med*: what is kept, what can be taken along, in which files, and what is in them.

use mikrolaan_engine::quantity::Date;

use crate::locale::argument::DateOf;
use crate::locale::language::Text;
use crate::locale::texts::take_along::{contents as c, status as s};
use crate::state::State;
use crate::state::kept_copy::KeptCopy;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeAlongView {
    /// What is kept.
    pub status: KeptStatus,
    /// Is there anything to take along?
    pub has_case: bool,
    /// What is in it.
    pub inside: [Text; 3],
    /// What is not.
    pub outside: [Text; 3],
    /// The names of the files.
    pub files: FileNames,
}

/// Whether something is kept, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptStatus {
    /// The fact.
    pub fact: String,
    /// What it means, or what is to be known beside it.
    pub notes: Vec<String>,
    /// Is something kept that can be fetched again?
    pub is_saved: bool,
    /// Is there something to delete?
    pub can_delete: bool,
}

/// The names of the files that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNames {
    /// The months, for a spreadsheet.
    pub sheet: String,
    /// The case.
    pub case: String,
}

impl TakeAlongView {
    /// What the page shows of this state on this day, with what was found where it is kept.
    pub fn of(state: &State, kept: &KeptCopy, today: Date) -> Self {
        TakeAlongView {
            status: KeptStatus::of(state, kept, today),
            has_case: state.is_begun(),
            inside: [c::answers(), c::figures(), c::guesses()],
            outside: [c::name(), c::half_written(), c::results()],
            files: FileNames {
                sheet: format!("mikrolaan-maaneder-{today}.csv"),
                case: format!("mikrolaan-sag-{today}.json"),
            },
        }
    }
}

impl KeptStatus {
    fn of(state: &State, kept: &KeptCopy, today: Date) -> Self {
        let bare = |fact: Text, can_delete| KeptStatus {
            fact: fact.to_owned(),
            notes: Vec::new(),
            is_saved: false,
            can_delete,
        };
        match kept {
            KeptCopy::Nothing => KeptStatus { notes: vec![s::nothing_then().to_owned()], ..bare(s::nothing(), false) },
            KeptCopy::Expired => bare(s::expired(), false),
            KeptCopy::Damaged => bare(s::damaged(), true),
            KeptCopy::Newer => bare(s::newer(), true),
            KeptCopy::Of(saved) => {
                // Both as they are kept today, so that they differ in nothing but what was said.
                let is_same = saved.state.kept_copy(today) == state.kept_copy(today);
                let changed = (!is_same && state.is_begun()).then(|| s::changed().to_owned());
                let notes = [Some(s::saved_on(DateOf(saved.saved))), changed].into_iter().flatten().collect();
                KeptStatus { fact: s::saved(DateOf(saved.until)), notes, is_saved: true, can_delete: true }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::screening::AnswerKey;

    use super::{Date, KeptCopy, State, TakeAlongView};
    use crate::state::event::{Event, GivenAnswer};

    fn today() -> Date {
        Date::parse("2026-11-27").expect("a day")
    }

    fn somebody() -> State {
        let begun = State::new(today().month());
        begun.apply(Event::Answer(AnswerKey::Age, GivenAnswer::Age(48))).apply(Event::EnsureScenario)
    }

    fn status(state: &State, kept: &KeptCopy) -> (String, Vec<String>, bool, bool) {
        let status = TakeAlongView::of(state, kept, today()).status;
        (status.fact, status.notes, status.is_saved, status.can_delete)
    }

    #[test]
    fn it_says_whether_anything_is_kept() {
        let told = |kept| status(&somebody(), &kept);
        let (fact, notes, is_saved, can_delete) = told(KeptCopy::Nothing);
        assert_eq!((fact.as_str(), is_saved, can_delete), ("Intet er gemt endnu.", false, false));
        assert_eq!(notes, ["Lukker du siden, er alt væk."]);
        assert!(!told(KeptCopy::Expired).3 && told(KeptCopy::Damaged).3 && told(KeptCopy::Newer).3);
    }

    #[test]
    fn it_says_until_when_and_whether_something_has_changed_since() {
        let saved = Date::parse("2026-11-12").expect("a day");
        let text = somebody().kept_copy(saved).expect("a text");
        let kept = KeptCopy::read(Some(&text), today());
        let (fact, notes, is_saved, can_delete) = status(&somebody(), &kept);
        assert_eq!(fact, "Gemt til og med 12.\u{a0}december 2026.");
        assert_eq!(notes, ["Det er dine svar fra 12.\u{a0}november 2026."]);
        assert!(is_saved && can_delete);
        let changed = somebody().apply(Event::Answer(AnswerKey::Age, GivenAnswer::Age(49)));
        assert_eq!(status(&changed, &kept).1.len(), 2);
        assert_eq!(status(&State::new(today().month()), &kept).1.len(), 1, "nothing was changed: nothing is there yet");
    }

    #[test]
    fn files_are_named_by_the_day_and_nobody() {
        let view = TakeAlongView::of(&somebody(), &KeptCopy::Nothing, today());
        assert_eq!(view.files.sheet, "mikrolaan-maaneder-2026-11-27.csv");
        assert_eq!(view.files.case, "mikrolaan-sag-2026-11-27.json");
        assert!(
            view.has_case && !TakeAlongView::of(&State::new(today().month()), &KeptCopy::Nothing, today()).has_case
        );
    }
}
