//! Where an answer and the plan say different things: what is asked, and the two answers to it.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::conflicts::{Conflict, ConflictSide, conflicts};
use mikrolaan_engine::screening::AnswerKey;

use crate::locale::argument::{Amount, Months};
use crate::locale::texts::conflict as c;
use crate::locale::texts::named::AnsweredPlanned;
use crate::state::event::Event;

/// A box that asks which of the two holds.
#[derive(Clone, Debug, PartialEq)]
pub struct ConflictBox {
    /// What differs.
    pub text: String,
    /// The buttons.
    pub sides: [ConflictButton; 2],
}

/// A button that lets one side hold.
#[derive(Clone, Debug, PartialEq)]
pub struct ConflictButton {
    /// What stands on it: what then holds.
    pub label: String,
    /// What pressing it does.
    pub event: Event,
}

/// A box for each of these answers that says something else than the plan.
pub fn conflict_boxes(case: &Case, asked: &[AnswerKey]) -> Vec<ConflictBox> {
    let found = case.scenarios.first().map(|scenario| conflicts(&case.answers, scenario)).unwrap_or_default();
    found.into_iter().filter(|conflict| asked.contains(&conflict.question())).map(ask).collect()
}

fn ask(conflict: Conflict) -> ConflictBox {
    let (text, answer, plan) = words(conflict);
    let holds = |label, side| ConflictButton { label, event: Event::Resolve(conflict, side) };
    ConflictBox { text, sides: [holds(answer, ConflictSide::Answer), holds(plan, ConflictSide::Plan)] }
}

/// What differs, and the words for letting the answer or the plan hold.
fn words(conflict: Conflict) -> (String, String, String) {
    let (text, [answer, plan]) = match conflict {
        Conflict::Loan { answered, planned } => {
            let [answered, planned] = [answered, planned].map(Amount::Exact);
            return (c::loan(AnsweredPlanned { answered, planned }), c::loan_holds(answered), c::loan_holds(planned));
        }
        Conflict::Course { planned: 0 } => (c::course_to_come().to_owned(), [c::takes_course(), c::took_course()]),
        Conflict::Course { planned } => (c::course_done(Months(planned)), [c::took_course(), c::takes_course()]),
        Conflict::Account { planned: 0 } => (c::account_to_come().to_owned(), [c::no_account(), c::has_account()]),
        Conflict::Account { planned } => (c::account_open(Months(planned)), [c::has_account(), c::no_account()]),
    };
    (text, answer.to_owned(), plan.to_owned())
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::Case;
    use mikrolaan_engine::case::examples::{ExampleId, example};
    use mikrolaan_engine::quantity::{Money, Month};
    use mikrolaan_engine::screening::{AnswerKey, BusinessAccount, CoursePlan};

    use super::conflict_boxes;
    use crate::state::State;
    use crate::state::event::Event;

    /// A plan with a course and a wait, under answers that say there is neither.
    fn case() -> Case {
        let mut case = example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"));
        let scenario = case.scenarios.first_mut().expect("a scenario");
        (scenario.course_months, scenario.account_wait_months) = (3, 2);
        case.answers.loan_amount = scenario.loan.as_ref().map(|loan| loan.principal);
        case.answers.will_take_course = Some(CoursePlan::Done);
        case.answers.business_account = Some(BusinessAccount::Open);
        case
    }

    fn labels(case: &Case, asked: &[AnswerKey]) -> Vec<[String; 2]> {
        conflict_boxes(case, asked).into_iter().map(|found| found.sides.map(|side| side.label)).collect()
    }

    #[test]
    fn the_answer_comes_first_and_the_plan_second() {
        let mut case = case();
        let took = ["Jeg har taget kurset", "Jeg skal på kurset"].map(str::to_owned);
        let open = ["Kontoen er åben", "Jeg venter på kontoen"].map(str::to_owned);
        assert_eq!(labels(&case, AnswerKey::ALL), [took.clone(), open.clone()]);
        case.scenarios[0].course_months = 0;
        case.scenarios[0].account_wait_months = 0;
        assert_eq!(labels(&case, AnswerKey::ALL).len(), 0);
        case.answers.will_take_course = Some(CoursePlan::Yes);
        case.answers.business_account = Some(BusinessAccount::Refused);
        let [[took, takes], [open, waits]] = [took, open];
        assert_eq!(labels(&case, AnswerKey::ALL), [[takes, took], [waits, open]]);
    }

    #[test]
    fn only_what_is_asked_for_is_there_and_a_case_without_a_plan_says_nothing() {
        let case = case();
        assert_eq!(labels(&case, &[AnswerKey::BusinessAccount]).len(), 1);
        assert_eq!(labels(&case, &[AnswerKey::LoanAmount]).len(), 0);
        assert_eq!(labels(&Case { scenarios: Vec::new(), ..case }, AnswerKey::ALL).len(), 0);
    }

    #[test]
    fn what_a_button_does_makes_both_say_what_stands_on_it() {
        let own = case();
        let mut state = State::new(own.as_of).apply(Event::EnsureScenario);
        state = state.apply(Event::Edit(Box::new(own.scenarios[0].clone())));
        let answered = crate::state::event::GivenAnswer::Amount(Money::from_kroner(12_000));
        let planned = own.scenarios[0].loan.as_ref().expect("a loan").principal;
        state = state.apply(Event::Answer(AnswerKey::LoanAmount, answered));
        state = state.apply(Event::Edit(Box::new(own.scenarios[0].clone())));
        let found = conflict_boxes(state.case(), &[AnswerKey::LoanAmount]);
        let [answer, plan] = &found.first().expect("the loan differs").sides;
        assert!(answer.label.starts_with("12.000"), "{}", answer.label);
        for (side, amount) in [(answer, Money::from_kroner(12_000)), (plan, planned)] {
            let after = state.apply(side.event.clone());
            assert_eq!(after.case().answers.loan_amount, Some(amount));
            assert_eq!(after.case().scenarios[0].loan.as_ref().map(|loan| loan.principal), Some(amount));
        }
    }
}
