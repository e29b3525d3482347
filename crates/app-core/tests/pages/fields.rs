//! The fields of the budgets: their words, what they show, and what typing and choosing in them comes to.

use mikrolaan_app_core::forms::field_props::{FieldProps, Layout};
use mikrolaan_app_core::forms::scope::Scope;
use mikrolaan_app_core::forms::{FigureInput, FormItem, PlanChoice, inputs};
use mikrolaan_app_core::state::State;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::views::budget::parts::{
    BENEFIT, BY_INSTALMENT, BY_TERM, BudgetPart, COST, COURSE, HOUSEHOLD, JOBS, LOAN, OPERATING, SALES, SETUP, TAX,
};
use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::simulation::{Repayment, Scenario};

use crate::AS_OF;
use crate::record::Record;

/// Read in every kind of field, in some, in two ways, too large, below zero, and in none.
const TYPED: [&str; 7] = ["6", "12,5", "25.5", "99999999", "-1", "", "x"];

const SECOND_ROW: Scope = Scope { prefix: "panel-", row: Some(1) };

/// An example that is looked at, with its plan changed.
fn viewed(change: impl FnOnce(&mut Scenario)) -> State {
    let state = State::new(AS_OF).apply(Event::ViewExample(ExampleId::Hairdresser));
    let mut plan = state.case().scenarios.first().expect("a plan").clone();
    change(&mut plan);
    state.apply(Event::Edit(Box::new(plan)))
}

/// A plan with all there is to a plan, and one with nothing in it.
fn states() -> [State; 2] {
    let whole = viewed(|plan| plan.loan.as_mut().expect("a loan").repayment = Repayment::Term(36));
    let bare = viewed(|plan| {
        (plan.business, plan.loan) = (None, None);
        plan.small_jobs.clear();
    });
    [whole, bare]
}

fn input(record: &mut Record, input: &FigureInput) {
    let faces = [(Scope::default(), Layout::Group), (SECOND_ROW, Layout::Row)]
        .map(|(scope, layout)| described(&input.props(scope, layout, &input.label(layout))));
    let shown = states().map(|state| (input.text(state.case(), 0), input.number(state.case(), 0)));
    let [whole, bare] = states();
    let typed = TYPED.map(|text| (text, typed(&whole, input, text), typed(&bare, input, text)));
    record.part(&faces[0].0, &(&faces, shown, typed));
}

/// A field's id, its words, how it looks, and what explains it.
fn described(props: &FieldProps) -> (String, String) {
    let FieldProps { id, label, hint, unit, width, numeric, .. } = props;
    let explained = props.described_by(true).unwrap_or_default();
    (id.clone(), format!("{label} – {hint} – {unit} – {width:?} – {numeric} – {explained}"))
}

/// What stands in the field after that, or what is wrong.
fn typed(state: &State, input: &FigureInput, text: &str) -> String {
    match input.take(state.case(), 0, text) {
        Ok(event) => event.map_or_else(|| "nothing".to_owned(), |event| input.text(state.apply(event).case(), 0)),
        Err(error) => error.summary(),
    }
}

fn choice(record: &mut Record, choice: &PlanChoice) {
    let faces = [(Scope::default(), Layout::Group), (SECOND_ROW, Layout::Row)]
        .map(|(scope, layout)| described(&choice.props(scope, layout)));
    let shown = states().map(|state| {
        let case = state.case();
        let list = choice.months(case, 0);
        let ends = [list.picks.first(), list.picks.get(1), list.picks.last()].map(|pick| pick.cloned());
        (choice.chosen(case, 0), choice.number(case, 0), list.picks.len(), ends, list.chosen, list.misfit)
    });
    let [whole, _] = states();
    let words = choice.rows().into_iter().map(|row| row.value).chain(["2027-09".to_owned(), String::new()]);
    let chosen = words.map(|word| {
        let after = choice.choose(whole.case(), 0, &word).map(|event| whole.apply(event));
        let case = |state: State| -> Case { state.case().clone() };
        let after = after.map(case).map(|case| (choice.chosen(&case, 0), choice.months(&case, 0).chosen));
        (word, after)
    });
    record.part(&faces[0].0, &(&faces, choice.rows(), shown, chosen.collect::<Vec<_>>()));
}

#[test]
fn every_field_of_the_budgets() {
    let mut record = Record::new("fields");
    for part in [&SETUP, &SALES, &OPERATING, &HOUSEHOLD, &BENEFIT, &COURSE, &LOAN, &JOBS, &TAX] {
        let BudgetPart { title, name, hint, why, .. } = part;
        record.part(&title(), &[name(), hint(), why()]);
    }
    let parts = [&SETUP, &SALES, &OPERATING, &HOUSEHOLD, &BENEFIT, &COURSE, &LOAN, &JOBS, &TAX].map(|part| part.items);
    let lists =
        [&COST[..], &BY_TERM, &BY_INSTALMENT[..1], &[FormItem::Input(&inputs::SEASON), FormItem::Input(&inputs::AGE)]];
    for item in parts.iter().chain(&lists).flat_map(|items| items.iter()) {
        match item {
            FormItem::Input(it) => input(&mut record, it),
            FormItem::Choice(it) => choice(&mut record, it),
        }
    }
    record.check();
}
