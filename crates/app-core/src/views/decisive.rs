//! How many of the figures that decide most are the person's own, which are nobody's, and what is said of them.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::{FullMonth, ScenarioField as F};

use crate::forms::subject::has_own_benefit;
use crate::locale::argument::{Amount, Count};
use crate::locale::language::Text;
use crate::locale::texts::decisive as d;
use crate::locale::texts::named::{OwnTotal, SoldSpent};
use crate::navigation::{MoneyStep, Route};
use crate::state::provenance::{DECISIVE, Provenance, place, provenance};

/// How many of the figures that decide most are the person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisiveView {
    /// "3 af 8 vigtige tal er dine."
    pub words: String,
    /// What is nobody's, and where it is written; the figures with most effect first.
    pub unsure: Vec<(Text, Route)>,
}

/// The benefit and [`DECISIVE`].
const TOTAL: usize = DECISIVE.len() + 1;

impl DecisiveView {
    /// Of the first scenario.
    pub fn of(case: &Case) -> Self {
        let benefit = is_benefit_unsure(case).then_some((d::benefit(), MoneyStep::Home));
        let fields = DECISIVE.into_iter().filter(|&field| is_unsure(case, field)).map(name);
        let unsure: Vec<(Text, Route)> =
            benefit.into_iter().chain(fields).map(|(name, step)| (name, Route::Money(step))).collect();
        let own = Count::of(TOTAL - unsure.len());
        DecisiveView { words: d::own(OwnTotal { own, total: Count::of(TOTAL) }), unsure }
    }
}

fn is_unsure(case: &Case, field: F) -> bool {
    matches!(provenance(case, place(field)), Some(Provenance::Guess | Provenance::Example))
}

/// Does an answer that is missing decide the amount?
fn is_benefit_unsure(case: &Case) -> bool {
    let own = case.scenarios.first().is_some_and(has_own_benefit);
    let is_computed = case.answers.support.is_some_and(|support| support.has_computed_benefit());
    let depends = |key: &AnswerKey| key.matters_for_benefit(&case.answers) && !case.answers.has(*key);
    !own && is_computed && AnswerKey::OF_BENEFIT.iter().any(depends)
}

fn name(field: F) -> (Text, MoneyStep) {
    match field {
        F::LivingCosts => (d::living_costs(), MoneyStep::Home),
        F::Savings => (d::savings(), MoneyStep::Home),
        F::FullMonth => (d::full_month(), MoneyStep::Business),
        F::VariableCostShare => (d::variable_share(), MoneyStep::Business),
        F::FixedCosts => (d::fixed_costs(), MoneyStep::Business),
        F::Principal => (d::principal(), MoneyStep::Start),
        _ => (d::account_wait(), MoneyStep::Start),
    }
}

/// What a sentence about the months holds under, while what somebody spends or sells is nobody's figure; empty where both are
/// theirs.
pub fn condition(case: &Case) -> String {
    let Some(scenario) = case.scenarios.first() else { return String::new() };
    let spent = is_unsure(case, F::LivingCosts).then_some(Amount::Whole(scenario.household.living_costs));
    let sold = (scenario.business.is_some() && is_unsure(case, F::FullMonth))
        .then(|| Amount::Whole(FullMonth::of(scenario).revenue));
    match (spent, sold) {
        (Some(spent), Some(sold)) => d::if_both(SoldSpent { sold, spent }),
        (Some(spent), None) => d::if_spent(spent),
        (None, Some(sold)) => d::if_sold(sold),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::{Case, FieldValue};
    use mikrolaan_engine::quantity::{Money, Month};
    use mikrolaan_engine::screening::AnswerKey;
    use mikrolaan_engine::simulation::ScenarioField as F;

    use super::{DecisiveView, condition};
    use crate::navigation::{MoneyStep, Route};
    use crate::rulebook::RULEBOOK;
    use crate::state::State;
    use crate::state::event::{Event, GivenAnswer};
    use crate::state::provenance::place;

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    fn answered() -> State {
        let yes_no = |key, id| Event::Answer(key, GivenAnswer::Chosen(id));
        let events = [
            Event::Answer(AnswerKey::Age, GivenAnswer::Age(45)),
            yes_no(AnswerKey::Support, "kontanthjaelp_jobparat"),
            yes_no(AnswerKey::Single, "yes"),
            yes_no(AnswerKey::Children, "no"),
            Event::Answer(AnswerKey::LoanAmount, GivenAnswer::Amount(Money::from_kroner(30_000))),
            Event::EnsureScenario,
        ];
        let begun = State::new(Month::new(2026, 11).expect("a month"));
        events.into_iter().fold(begun, |state, event| state.apply(event))
    }

    fn write(state: &State, field: F, value: FieldValue) -> State {
        let mut scenario = state.case().scenarios[0].clone();
        field.write(&mut scenario, &RULEBOOK, 0, Some(value));
        state.apply(Event::Write(place(field), Box::new(scenario)))
    }

    #[test]
    fn what_is_nobodys_is_counted_and_leads_to_where_it_is_written() {
        let state = answered();
        let view = DecisiveView::of(state.case());
        assert_eq!(view.words, "1 af 8 vigtige tal er dine.", "the loan was answered");
        assert_eq!(view.unsure.len(), 7);
        assert_eq!((view.unsure[0].0.words(), view.unsure[0].1), ("din ydelse", Route::Money(MoneyStep::Home)));
        let known = state.apply(Event::Answer(AnswerKey::LivedAbroad, GivenAnswer::Chosen("no")));
        let written = write(&known, F::LivingCosts, FieldValue::Amount(Money::from_kroner(9_000)));
        let view = DecisiveView::of(written.case());
        assert_eq!(view.words, "3 af 8 vigtige tal er dine.");
        assert!(view.unsure.iter().all(|(name, _)| !["din ydelse", "det, du bruger"].contains(&name.words())));
    }

    #[test]
    fn a_sentence_holds_if_a_guess_does() {
        let state = answered().apply(Event::Answer(AnswerKey::LivedAbroad, GivenAnswer::Chosen("no")));
        let sold = state.apply(Event::FillBusiness(Some(mikrolaan_engine::case::examples::ExampleId::Courier)));
        let both = plain(&condition(sold.case()));
        assert!(both.starts_with("Hvis du bruger ") && both.contains(" og sælger for "), "{both}");
        let spent = write(&sold, F::LivingCosts, FieldValue::Amount(Money::from_kroner(9_000)));
        let of_sales = plain(&condition(spent.case()));
        assert!(of_sales.starts_with("Hvis du sælger for ") && of_sales.ends_with(':'), "{of_sales}");
        let own = write(&spent, F::FullMonth, FieldValue::Amount(Money::from_kroner(12_000)));
        assert_eq!(condition(own.case()), "");
        let only_spent = write(&state, F::FullMonth, FieldValue::Amount(Money::from_kroner(12_000)));
        assert!(plain(&condition(only_spent.case())).ends_with(" kr. om måneden:"));
        assert_eq!(condition(&Case::new(Month::new(2026, 11).expect("a month"))), "");
    }
}
