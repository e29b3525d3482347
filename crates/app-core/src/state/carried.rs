//! What of the state goes along in a file or a link, and the state such a case comes back as.

use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::case::link::{link, read};
use mikrolaan_engine::case::{AppPart, Case};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::rulebook::Scheme;
use mikrolaan_engine::screening::AnswerKey;

use super::State;

/// The answers that can be left out of a link, because they say most about somebody to whom it was not sent.
const LEFT_OUT: [AnswerKey; 2] = [AnswerKey::PublicDebt, AnswerKey::Age];

impl State {
    /// The person's own case, with what the app keeps beside it.
    pub fn carried(&self) -> Case {
        let viewed = self.viewed.as_deref();
        let own = viewed.map_or(&self.case, |viewed| &viewed.own);
        let app = AppPart {
            skipped: Some(self.skipped.clone()),
            compare: Some(self.compared().collect()),
            example: viewed.map(|viewed| Some(viewed.id)),
            ..own.app.clone().unwrap_or_default()
        };
        Case { app: Some(app), ..own.clone() }
    }

    /// The link of the person's own case; `None` when there is too much in it for one. `discreet` leaves out
    /// public debt and age, and that they were passed with *Ved ikke*.
    pub fn link(&self, discreet: bool) -> Option<String> {
        let mut case = self.carried();
        if discreet {
            for key in LEFT_OUT {
                case.answers.set(key, None);
            }
            if let Some(skipped) = case.app.as_mut().and_then(|app| app.skipped.as_mut()) {
                skipped.retain(|key| !LEFT_OUT.contains(key));
            }
        }
        link(&case).ok()
    }

    /// The state of a case from a file or a link, looked at in this month.
    pub fn of_case(case: Case, as_of: Month) -> State {
        let mut state = State::new(as_of);
        // The example somebody else looked at is not the person's.
        let _ = state.take_case(case);
        state
    }

    /// What a page that has the calculator in a frame asks for, looked at in this month: the case of a link, and a scheme to look
    /// at it under; either may be empty. `None` when the link cannot be used or the scheme is none.
    pub fn handed_over(link: &str, scheme: &str, as_of: Month) -> Option<State> {
        let mut case = if link.is_empty() { Case::new(as_of) } else { read(link).ok()? };
        if !scheme.is_empty() {
            case.scheme = Scheme::from_id(scheme)?;
        }
        Some(State::of_case(case, as_of))
    }

    /// Takes a case with what the app kept beside it. Gives the example it was left for.
    pub(super) fn take_case(&mut self, case: Case) -> Option<ExampleId> {
        let mut own = Case { as_of: self.case.as_of, ..case };
        let app = own.app.take().unwrap_or_default();
        let AppPart { skipped, guessed, from_example, from_answers, example, compare } = app;
        self.skipped = skipped.unwrap_or_default();
        if let Some(compare) = compare {
            self.compared = compare.into_iter().map(Variant::id).collect();
        }
        let written = AppPart { guessed, from_example, from_answers, ..AppPart::default() };
        own.app = Some(written).filter(|written| *written != AppPart::default());
        self.case = own;
        example.flatten()
    }
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::link::read;
    use mikrolaan_engine::case::{parse, write};
    use mikrolaan_engine::quantity::{Money, Month};
    use mikrolaan_engine::screening::AnswerKey;

    use crate::state::event::{Event, GivenAnswer};
    use crate::state::{State, Undoable};

    const NOVEMBER: Month = Month::new(2026, 11).expect("a month");

    fn somebody() -> State {
        let events = [
            Event::Answer(AnswerKey::Age, GivenAnswer::Age(48)),
            Event::Answer(AnswerKey::PublicDebt, GivenAnswer::Chosen("yes")),
            Event::Answer(AnswerKey::Support, GivenAnswer::Chosen("kontanthjaelp_jobparat")),
            Event::Answer(AnswerKey::LoanAmount, GivenAnswer::Unknown),
            Event::EnsureScenario,
        ];
        events.into_iter().fold(State::new(NOVEMBER), |state, event| state.apply(event))
    }

    /// A link has no marks of what stood in a file although it is the default; what is compared is the rest.
    fn same(state: &State, other: &State) -> bool {
        let file = |state: &State| write(&state.carried());
        file(state) == file(other) && state.skipped() == other.skipped() && state.compared().eq(other.compared())
    }

    #[test]
    fn a_file_and_a_link_come_back_as_the_state_they_were_made_of() {
        let state = somebody();
        assert_eq!(state.skipped(), [AnswerKey::LoanAmount]);
        let file = parse(write(&state.carried()).as_bytes()).expect("a case");
        assert!(same(&State::of_case(file, NOVEMBER), &state));
        let link = read(&state.link(false).expect("short")).expect("a case");
        assert!(same(&State::of_case(link, NOVEMBER), &state));
    }

    #[test]
    fn debt_and_age_can_be_left_out_of_a_link_answered_or_passed() {
        for answer in [GivenAnswer::Age(48), GivenAnswer::Unknown] {
            let state = somebody().apply(Event::Answer(AnswerKey::Age, answer));
            let read = |discreet| read(&state.link(discreet).expect("short")).expect("a case");
            let (whole, discreet) = (read(false), read(true));
            assert!(whole.answers.public_debt.is_some() && discreet.answers.public_debt.is_none());
            assert_eq!(discreet.answers.age, None);
            assert_eq!(State::of_case(discreet, NOVEMBER).skipped(), [AnswerKey::LoanAmount]);
        }
    }

    #[test]
    fn what_is_opened_takes_the_place_of_everything_and_can_be_taken_back() {
        let own = State::new(NOVEMBER).apply(Event::Answer(AnswerKey::Age, GivenAnswer::Age(30)));
        let opened = own.apply(Event::Open(Box::new(somebody())));
        assert!(same(&opened, &somebody()));
        assert_eq!(opened.undoable(), Some(Undoable::Opened));
        assert!(opened.revision() > own.revision() && opened.redrawn() > own.redrawn() && opened.epoch() > own.epoch());
        let back = opened.apply(Event::Undo);
        assert_eq!((back.case(), back.undoable()), (own.case(), None));
        assert!(back.revision() > opened.revision());
    }

    #[test]
    fn what_is_handed_over_is_a_link_a_scheme_or_both() {
        let link = somebody().link(false).expect("short");
        let handed = |link: &str, scheme: &str| State::handed_over(link, scheme, NOVEMBER);
        let state = State::new(NOVEMBER).replaced_by(handed(&link, "").expect("a case"));
        assert!(same(&state, &somebody()));
        assert_eq!(state.undoable(), None);
        assert!(state.revision() > 0 && state.redrawn() > 0 && state.epoch() > 0);
        let under = |link, scheme| handed(link, scheme).map(|state| state.case().scheme.id());
        assert_eq!(under(&link, "frikommune"), Some("frikommune"));
        assert_eq!(under("", "revalidering"), Some("revalidering"));
        assert_eq!(under(&link, "x"), None);
        assert_eq!(under("v1.abc", ""), None);
    }

    #[test]
    fn a_case_of_another_program_is_taken_too() {
        let mut case = somebody().carried();
        case.app = None;
        case.as_of = Month::new(2026, 1).expect("a month");
        case.answers.loan_amount = Some(Money::from_kroner(30_000));
        let state = State::of_case(case, NOVEMBER);
        assert_eq!((state.case().as_of, state.skipped()), (NOVEMBER, &[][..]));
        assert!(state.compared().eq(State::new(NOVEMBER).compared()));
    }
}
