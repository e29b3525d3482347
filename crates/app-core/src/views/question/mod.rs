//! The page of one question: its words, its rows or its field, how far one is, and the ways on and back.

mod entry;
mod rows;

pub use entry::is_figure;
pub use rows::{ChoiceRow, QuestionRows, RowGroup, RowsKind};

use crate::locale::language::Text;
use mikrolaan_engine::screening::{AnswerKey, QuestionFlow, QuestionStatus, QuestionStep, Relevance};

use crate::locale::argument::Count;
use crate::locale::texts as t;
use crate::locale::texts::named::NumberTotal;
use crate::locale::words::question::words;
use crate::navigation::{MoneyStep, Route};
use crate::state::{QuestionEntry, State};

/// Everything the page shows, as it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// The question.
    pub title: String,
    /// How to answer it.
    pub hint: Text,
    /// Why it is asked, in one or more paragraphs.
    pub why: Vec<Text>,
    /// Where the answer is written.
    pub where_text: Option<Text>,
    /// What to do when nothing is answered.
    pub nothing: Text,
    /// What one chooses from; of a figure nothing but *Ved ikke*.
    pub rows: QuestionRows,
    /// The field one writes in, if one does.
    pub field: Option<FigureField>,
    /// How far one is; `None` for a question that is not on the way.
    pub progress: Option<Progress>,
    /// The page before it.
    pub back: Route,
    /// It was answered or passed before: there is a way back to the answers.
    pub was_answered: bool,
    /// As it is answered now.
    pub answered: QuestionEntry,
    /// As it was left, else as it is answered.
    pub begun: QuestionEntry,
}

/// The field of a question one answers by writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureField {
    /// Its id in the document.
    pub id: String,
    /// Its label.
    pub label: Text,
    /// The unit behind it.
    pub unit: Text,
    /// It is as wide as a few digits, not as an amount.
    pub is_short: bool,
}

/// How far in the questions one is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// "Spørgsmål 3 af ca. 12".
    pub words: String,
    /// The same as a row: the class of each cell.
    pub cells: Vec<&'static str>,
}

impl QuestionView {
    /// The page of a question. Where it stands on a page a second time, all ids begin with another `scope`; the
    /// first time with none.
    pub fn of(state: &State, key: AnswerKey, scope: &str) -> Self {
        let (flow, words) = (state.way_of(key), words(key, state.case().as_of));
        let answered = QuestionEntry::answered(state, key);
        QuestionView {
            title: words.title,
            hint: words.hint,
            why: [Some(words.why), words.why_more].into_iter().flatten().collect(),
            where_text: words.where_text,
            nothing: words.error,
            rows: QuestionRows::of(key, scope, words.unknown_hint),
            field: is_figure(key).then(|| field(key, scope)),
            progress: progress(&flow, key),
            back: flow.before(key).map_or(Route::Start, Route::Question),
            was_answered: flow.steps().iter().any(|step| step.key == key && step.status != QuestionStatus::Open),
            begun: state.page(key).unwrap_or(&answered).clone(),
            answered,
        }
    }

    /// The id of what is to be put right, for a link to it.
    pub fn first_field(&self) -> &str {
        self.rows.first().map_or(&self.rows.name, |row| &row.id)
    }
}

/// Where one goes from this question when it has been answered.
pub fn after_an_answer(state: &State, key: AnswerKey) -> Route {
    let way = state.way_of(key);
    let end = if state.is_short() && AnswerKey::FOR_THE_MONTHS.contains(&key) {
        Route::Money(MoneyStep::Home)
    } else {
        Route::Result
    };
    way.next().map_or(end, Route::Question)
}

fn field(key: AnswerKey, scope: &str) -> FigureField {
    let id = [scope, key.id()].concat();
    let is_age = key == AnswerKey::Age;
    let (label, unit) = if is_age {
        (t::question::age::label(), t::question::age::unit())
    } else {
        (t::question::loan_amount::label(), t::unit::kroner())
    };
    FigureField { id, label, unit, is_short: is_age }
}

fn progress(flow: &QuestionFlow, key: AnswerKey) -> Option<Progress> {
    let (number, total) = flow.place(key)?;
    let of = NumberTotal { number: Count::of(number), total: Count::of(total) };
    let words = if flow.is_certain() { t::questions::progress_exact(of) } else { t::questions::progress(of) };
    Some(Progress { words, cells: flow.path().map(|step| cell(step, key)).collect() })
}

fn cell(step: &QuestionStep, here: AnswerKey) -> &'static str {
    match (step.relevance, step.status) {
        _ if step.key == here => "is-now",
        (_, QuestionStatus::Answered | QuestionStatus::Skipped) => "is-done",
        (Relevance::Depends, QuestionStatus::Open) => "is-maybe",
        (_, QuestionStatus::Open) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::{QuestionView, after_an_answer};
    use crate::navigation::{MoneyStep, Route};
    use crate::state::event::{Event, GivenAnswer};
    use crate::state::{QuestionEntry, State};
    use mikrolaan_engine::quantity::{Money, Month};
    use mikrolaan_engine::screening::AnswerKey;

    fn begun() -> State {
        State::new(Month::new(2026, 11).expect("a month"))
    }

    fn answered(answers: &[(AnswerKey, GivenAnswer)]) -> State {
        answers.iter().fold(begun(), |state, (key, answer)| state.apply(Event::Answer(*key, answer.clone())))
    }

    #[test]
    fn the_first_question_leads_back_to_the_start_and_does_not_know_how_many_follow() {
        let view = QuestionView::of(&begun(), AnswerKey::Age, "");
        assert_eq!((view.title.as_str(), view.back, view.was_answered), ("Hvor gammel er du?", Route::Start, false));
        assert_eq!((&view.begun, &view.answered), (&QuestionEntry::default(), &QuestionEntry::default()));
        let progress = view.progress.expect("it is on the way");
        assert!(progress.words.starts_with("Spørgsmål 1 af ca. "), "{}", progress.words);
        assert_eq!(progress.cells[..2], ["is-now", ""]);
        assert!(progress.cells.contains(&"is-maybe") && !progress.cells.contains(&"is-done"), "{:?}", progress.cells);
    }

    #[test]
    fn what_was_answered_and_passed_is_behind_one_and_can_be_gone_back_to() {
        let state = answered(&[
            (AnswerKey::Age, GivenAnswer::Age(45)),
            (AnswerKey::Municipality, GivenAnswer::Chosen("aalborg")),
            (AnswerKey::LoanAmount, GivenAnswer::Unknown),
        ]);
        let view = QuestionView::of(&state, AnswerKey::Support, "");
        assert_eq!((view.back, view.was_answered), (Route::Question(AnswerKey::Municipality), false));
        let cells = view.progress.expect("it is on the way").cells;
        assert_eq!(cells[..3], ["is-done", "is-done", "is-now"]);
        let passed = QuestionView::of(&state, AnswerKey::LoanAmount, "");
        assert!(passed.was_answered);
        assert_eq!(passed.begun.chosen, ["unknown"]);
    }

    #[test]
    fn a_question_that_is_not_on_the_way_has_no_place_on_it() {
        let state = answered(&[(AnswerKey::LoanAmount, GivenAnswer::Amount(Money::ZERO))]);
        assert_eq!(QuestionView::of(&state, AnswerKey::LoanPurposes, "").progress, None);
    }

    #[test]
    fn the_number_of_questions_is_said_once_it_is_certain() {
        let outside = answered(&[(AnswerKey::Age, GivenAnswer::Age(17))]);
        let progress = QuestionView::of(&outside, AnswerKey::Support, "").progress.expect("it is on the way");
        assert_eq!(progress.words, "Spørgsmål 3 af 3");
    }

    #[test]
    fn a_page_begins_as_it_was_left_and_knows_how_it_is_answered() {
        let left = QuestionEntry { chosen: Vec::new(), typed: "4".to_owned() };
        let state = answered(&[(AnswerKey::Age, GivenAnswer::Age(45))]);
        let view =
            QuestionView::of(&state.apply(Event::KeepPage(AnswerKey::Age, Some(left.clone()))), AnswerKey::Age, "");
        assert_eq!((view.begun, view.answered.typed.as_str()), (left, "45"));
    }

    #[test]
    fn a_figure_has_a_field_and_whatever_is_wrong_leads_to_the_first_field() {
        for key in AnswerKey::ON_THE_WAY {
            for scope in ["", "now-"] {
                let view = QuestionView::of(&begun(), key, scope);
                let field = view.field.as_ref().map(|field| field.id.as_str());
                assert_eq!(
                    view.first_field(),
                    field.unwrap_or(&view.rows.groups.first().map_or(String::new(), |group| group.rows[0].id.clone()))
                );
                assert!(view.first_field().starts_with(&[scope, key.id()].concat()), "{key:?}");
                assert!(!view.nothing.is_empty() && !view.why.is_empty());
            }
        }
        let view = QuestionView::of(&begun(), AnswerKey::LoanAmount, "");
        let field = view.field.as_ref().expect("one writes an amount");
        assert_eq!((field.unit.words(), field.is_short, view.why.len()), ("kr.", false, 2));
    }

    #[test]
    fn one_goes_on_to_what_is_open_and_at_the_end_to_the_result() {
        let last = AnswerKey::Support;
        assert_eq!(after_an_answer(&begun(), last), Route::Question(AnswerKey::Age));
        let outside = answered(&[
            (AnswerKey::Age, GivenAnswer::Age(17)),
            (AnswerKey::Municipality, GivenAnswer::Chosen("aalborg")),
            (AnswerKey::Support, GivenAnswer::Chosen("su")),
        ]);
        assert_eq!(after_an_answer(&outside, last), Route::Result);
    }

    #[test]
    fn who_only_wants_to_see_the_months_is_asked_what_they_rest_on() {
        let short = begun().apply(Event::TakeWay(true));
        assert_eq!(after_an_answer(&short, AnswerKey::Age), Route::Question(AnswerKey::Age), "it is not answered");
        let given = [
            (AnswerKey::Age, GivenAnswer::Age(45)),
            (AnswerKey::Support, GivenAnswer::Chosen("kontanthjaelp_jobparat")),
            (AnswerKey::LivedAbroad, GivenAnswer::Chosen("no")),
        ];
        let mut state = short;
        let mut asked = Vec::new();
        for (key, answer) in given {
            let view = QuestionView::of(&state, key, "");
            asked.push(view.progress.expect("it is on the way").words);
            state = state.apply(Event::Answer(key, answer));
            let next = after_an_answer(&state, key);
            let expected = match key {
                AnswerKey::Age => Route::Question(AnswerKey::Support),
                AnswerKey::Support => Route::Question(AnswerKey::LivedAbroad),
                _ => Route::Money(MoneyStep::Home),
            };
            assert_eq!(next, expected);
        }
        assert_eq!(asked, ["Spørgsmål 1 af ca. 4", "Spørgsmål 2 af ca. 4", "Spørgsmål 3 af ca. 4"]);
        assert_eq!(
            after_an_answer(&state, AnswerKey::Idea),
            Route::Question(AnswerKey::Municipality),
            "of the whole way"
        );
        let whole = state.apply(Event::TakeWay(false));
        assert_eq!(after_an_answer(&whole, AnswerKey::Age), Route::Question(AnswerKey::Municipality));
        // Somebody outside the group may want to see the months too.
        let outside = state.apply(Event::Answer(AnswerKey::Support, GivenAnswer::Chosen("su")));
        assert_eq!(after_an_answer(&outside, AnswerKey::Support), Route::Money(MoneyStep::Home));
    }

    #[test]
    fn an_answer_that_puts_somebody_outside_leads_straight_to_the_result() {
        let of = |answers: &[(AnswerKey, GivenAnswer)]| after_an_answer(&answered(answers), AnswerKey::Age);
        assert_eq!(of(&[(AnswerKey::Age, GivenAnswer::Age(17))]), Route::Result);
        let aged = (AnswerKey::Age, GivenAnswer::Age(34));
        assert_eq!(of(&[aged.clone(), (AnswerKey::Municipality, GivenAnswer::Chosen("other"))]), Route::Result);
        for support in ["dagpenge", "sygedagpenge", "fleksjob", "ressourceforloeb", "foertidspension", "su", "employed"]
        {
            let here = (AnswerKey::Municipality, GivenAnswer::Chosen("aalborg"));
            let lives_on = (AnswerKey::Support, GivenAnswer::Chosen(support));
            assert_eq!(of(&[aged.clone(), here, lives_on]), Route::Result, "{support}");
        }
    }
}
