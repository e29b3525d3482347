//! The page that reads the answers back: each with a way to change it, and what no longer matters.

use crate::locale::language::Text;
use mikrolaan_engine::screening::{Outcome, QuestionFlow, QuestionStatus, QuestionStep, Relevance, Screening};

use crate::locale::argument::Count;
use crate::locale::texts as t;
use crate::locale::words::answer::{Given, given, why_void};
use crate::locale::words::{condition, list, question};
use crate::navigation::Route;
use crate::state::State;

/// Everything the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswersView {
    /// Said above the answers: why nothing more is asked, that some are missing, that some no longer matter.
    pub notices: Vec<String>,
    /// The questions with their answers.
    pub rows: Vec<AnswerRow>,
    /// The first question that is still to be answered.
    pub rest: Option<Route>,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRow {
    /// The question.
    pub question: String,
    /// The answer.
    pub standing: RowStatus,
    /// The way to it: what is seen of the link, and what only a screen reader hears after that. What is seen begins
    /// what is heard, so that both ways of naming the link work.
    pub link: (Text, String),
    /// Where that leads.
    pub page: Route,
}

/// How an answer stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowStatus {
    /// It counts.
    Given(Given),
    /// There is none yet.
    Missing,
    /// It no longer matters, and why.
    Void(Given, Text),
}

impl AnswersView {
    /// The answers so far; `None` where nothing has been answered.
    pub fn of(state: &State) -> Option<Self> {
        let screening = state.screening();
        let flow = state.flow_of(&screening);
        (!flow.is_untouched()).then(|| AnswersView {
            notices: notices(&flow, &screening),
            rows: flow.steps().iter().filter_map(|step| row(state, step)).collect(),
            rest: flow.next().map(Route::Question),
        })
    }
}

fn notices(flow: &QuestionFlow, screening: &Screening) -> Vec<String> {
    let missing = flow.open();
    let missing = (missing > 0).then(|| t::answers::missing(Count::of(missing)));
    let void = flow.answered_in_vain();
    let void = (void > 0).then(|| t::answers::void(Count::of(void)));
    let first = if flow.is_outside { Some(no_more(screening)) } else { missing };
    [first, void].into_iter().flatten().collect()
}

/// Why no more is asked: the conditions that are not met.
fn no_more(screening: &Screening) -> String {
    let not_met = screening.findings.iter().filter(|finding| finding.outcome == Outcome::NotMet);
    let against =
        list(&not_met.filter_map(|finding| Some(condition::because(finding.criterion)?.words())).collect::<Vec<_>>());
    t::answers::no_more_questions(&against)
}

/// A question that does not matter stands there only if it has been answered.
fn row(state: &State, step: &QuestionStep) -> Option<AnswerRow> {
    let case = state.case();
    let standing = match (step.relevance, step.status, given(&case.answers, step.key)) {
        (Relevance::Not(void), _, Some(given)) => RowStatus::Void(given, why_void(void)),
        (Relevance::Not(_), _, None) => return None,
        (_, QuestionStatus::Skipped, _) => RowStatus::Given(Given::Unknown),
        (_, _, Some(given)) => RowStatus::Given(given),
        (_, _, None) => RowStatus::Missing,
    };
    let question = question::words(step.key, case.as_of).title;
    let (verb, whole) = match standing {
        RowStatus::Missing => (t::answers::answer(), t::answers::answer_question(&question)),
        _ => (t::common::change(), t::common::change_answer(&question)),
    };
    let rest = whole.strip_prefix(verb.words()).unwrap_or(&whole).to_owned();
    Some(AnswerRow { question, standing, link: (verb, rest), page: Route::Question(step.key) })
}

#[cfg(test)]
mod tests {
    use super::{AnswerRow, AnswersView, Given, Route, RowStatus, State};
    use crate::locale::language::Text;
    use crate::state::event::{Event, GivenAnswer};
    use mikrolaan_engine::quantity::{Money, Month};
    use mikrolaan_engine::screening::AnswerKey;

    fn answered(answers: &[(AnswerKey, GivenAnswer)]) -> State {
        let begun = State::new(Month::new(2026, 11).expect("a month"));
        answers.iter().fold(begun, |state, (key, answer)| state.apply(Event::Answer(*key, answer.clone())))
    }

    fn view(answers: &[(AnswerKey, GivenAnswer)]) -> AnswersView {
        AnswersView::of(&answered(answers)).expect("something is answered")
    }

    fn row(view: &AnswersView, key: AnswerKey) -> Option<&AnswerRow> {
        view.rows.iter().find(|row| row.page == Route::Question(key))
    }

    #[test]
    fn nothing_is_read_back_before_anything_is_answered() {
        assert_eq!(AnswersView::of(&answered(&[])), None);
        assert!(AnswersView::of(&answered(&[(AnswerKey::Age, GivenAnswer::Unknown)])).is_some(), "passed is answered");
    }

    #[test]
    fn what_is_missing_is_counted_and_leads_to_the_first_of_it() {
        let view = view(&[(AnswerKey::Age, GivenAnswer::Age(45)), (AnswerKey::LoanAmount, GivenAnswer::Unknown)]);
        assert_eq!(view.rest, Some(Route::Question(AnswerKey::Municipality)));
        let missing = view.rows.iter().filter(|row| row.standing == RowStatus::Missing).count();
        assert!(view.notices.len() == 1 && view.notices[0].contains(char::is_numeric), "{:?}", view.notices);
        assert!(missing > 10, "{missing}");
        let age = row(&view, AnswerKey::Age).expect("it is asked");
        assert_eq!(age.standing, RowStatus::Given(Given::Words("45 år".to_owned())));
        assert_eq!(age.link, (Text::of(&"Ret"), " svaret på: Hvor gammel er du?".to_owned()));
        let municipality = row(&view, AnswerKey::Municipality).expect("it is asked");
        assert!(municipality.link.0 == "Svar" && municipality.link.1.ends_with('?'), "{:?}", municipality.link);
        let passed = row(&view, AnswerKey::LoanAmount).expect("it is asked");
        assert_eq!(passed.standing, RowStatus::Given(Given::Unknown));
    }

    #[test]
    fn what_another_answer_left_without_meaning_is_struck_out_and_says_why() {
        let purposes = AnswerKey::LoanPurposes;
        let given = [
            (AnswerKey::LoanAmount, GivenAnswer::Amount(Money::from_kroner(10_000))),
            (purposes, GivenAnswer::Purposes(Vec::new())),
        ];
        let nothing = (AnswerKey::LoanAmount, GivenAnswer::Amount(Money::ZERO));
        let view = view(&[given[0].clone(), given[1].clone(), nothing]);
        let void = row(&view, purposes).expect("it was answered");
        assert!(matches!(&void.standing, RowStatus::Void(_, why) if why.contains("lån")), "{:?}", void.standing);
        assert_eq!(void.link.0, "Ret");
        assert_eq!(view.notices.len(), 2, "some are missing, and one no longer matters: {:?}", view.notices);
        assert_eq!(row(&view, AnswerKey::PublicDebt), None, "it does not matter and was never answered");
    }

    #[test]
    fn nothing_more_is_asked_of_who_is_outside_and_the_page_says_why() {
        let view = view(&[
            (AnswerKey::Age, GivenAnswer::Age(45)),
            (AnswerKey::Municipality, GivenAnswer::Chosen("other")),
            (AnswerKey::Support, GivenAnswer::Chosen("kontanthjaelp_jobparat")),
        ]);
        assert_eq!(view.notices, ["Vi spørger ikke om mere, fordi du bor i en anden kommune."]);
        assert_eq!((view.rest, view.rows.len()), (None, 3));
    }
}
