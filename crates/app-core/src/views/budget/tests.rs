//! What the page of the budgets says, on an example bent to show each state.

use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::case::{Case, bounds, set_principal};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::quantity::{Money, Month, Rate};
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::screening::Support;
use mikrolaan_engine::simulation::{Benefit, Deduction, Repayment, Scenario};

use super::{ASKED, BenefitSource, BudgetView, FULL_MONTH, RepaymentView, budget, choose_trade, new_row};
use crate::forms::subject::Subject;
use crate::rulebook::RULEBOOK;
use crate::state::State;
use crate::state::event::{Event, RowList};

const AS_OF: Month = Month::new(2026, 11).expect("a month");

fn kr(kroner: i64) -> Money {
    Money::from_kroner(kroner)
}

/// The hairdresser, on a computed benefit.
fn hairdresser(change: impl FnOnce(&mut Case)) -> Case {
    let mut case = example(ExampleId::Hairdresser, AS_OF);
    (case.answers.support, case.answers.age) = (Some(Support::KontanthjaelpJobparat), Some(40));
    case.scenarios[0].benefit = None;
    change(&mut case);
    case
}

fn shown(case: &Case) -> BudgetView {
    budget(case, evaluate(case, &RULEBOOK, 0).ok().as_ref())
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn business(case: &mut Case) -> &mut mikrolaan_engine::simulation::Business {
    case.scenarios[0].business.as_mut().expect("a business")
}

#[test]
fn a_full_month_comes_to_what_its_lines_come_to() {
    let view = shown(&hairdresser(|case| {
        let business = business(case);
        business.revenue.full_month = kr(30_000);
        business.variable_cost_share = Rate::ZERO;
        (business.fixed_costs, business.account_fee) = (kr(8_000), kr(300));
    }));
    let amounts = view.full_month.each_ref().map(|amount| plain(amount));
    assert_eq!(amounts, ["30.000 kr.", "0 kr.", "−8.000 kr.", "−300 kr.", "21.700 kr."]);
    let totals: Vec<bool> = FULL_MONTH.iter().map(|line| line.is_total).collect();
    assert_eq!(totals, [false, false, false, false, true]);
}

#[test]
fn what_is_missing_to_start_is_said_as_an_amount_of_its_own() {
    let with = |own: i64| {
        shown(&hairdresser(|case| {
            let business = business(case);
            business.setup_costs.clear();
            (business.account_setup, business.own_contribution) = (Some(kr(2_000)), kr(own));
            case.scenarios[0].loan = None;
        }))
    };
    assert_eq!(plain(&with(2_500).start_up.total), "2.000 kr.");
    assert_eq!(plain(&with(2_500).start_up.left), "Tilbage på virksomhedens konto: 500 kr.");
    assert_eq!(plain(&with(500).start_up.left), "Der mangler 1.500 kr. Køb mindre, eller skyd selv penge i.");
}

/// What it costs to start and a full month do not rest on the benefit.
#[test]
fn budgets_are_there_before_the_benefit_is_known() {
    let known = shown(&hairdresser(|_| {}));
    let unknown = shown(&hairdresser(|case| case.answers.support = None));
    assert_eq!((&unknown.start_up, &unknown.full_month), (&known.start_up, &known.full_month));
    assert_eq!(unknown.benefit.way, BenefitSource::MustEnter);
    let nothing = shown(&Case { scenarios: Vec::new(), ..hairdresser(|_| {}) });
    assert_eq!(nothing.full_month.each_ref().map(|amount| plain(amount)), ["0 kr."; 5]);
}

#[test]
fn the_benefit_is_computed_nothing_the_persons_own_or_has_to_be_entered() {
    let own = Some(Benefit::Own { monthly: kr(9_000), deduction: Deduction::None });
    let way = |support, benefit: Option<Benefit>| {
        shown(&hairdresser(|case| {
            case.answers.support = support;
            case.scenarios[0].benefit = benefit;
        }))
        .benefit
        .way
    };
    let (computed, none) = (Some(Support::KontanthjaelpJobparat), Some(Support::Selvforsoergende));
    assert_eq!((way(computed, None), way(computed, own.clone())), (BenefitSource::Computed, BenefitSource::Own));
    assert_eq!((way(none, None), way(none, own.clone())), (BenefitSource::Nothing, BenefitSource::Own));
    for support in [None, Some(Support::Overgangsydelse)] {
        assert_eq!(
            (way(support, None), way(support, own.clone())),
            (BenefitSource::MustEnter, BenefitSource::MustEnter)
        );
    }
}

#[test]
fn a_computed_benefit_says_what_it_comes_to_or_what_is_missing() {
    let benefit = |age| shown(&hairdresser(|case| case.answers.age = age)).benefit;
    let known = benefit(Some(40));
    assert_eq!(plain(&known.sum), "15.969 kr.");
    assert_eq!(known.from, "Det følger af din alder og dit hjem.");
    let missing = benefit(None);
    assert_eq!((missing.sum.as_str(), missing.from.words()), ("Skriv din alder, så regner vi ydelsen ud.", ""));
    let too_old = benefit(Some(bounds::BENEFIT_AGE.max + 1));
    assert_eq!(too_old.sum, "Vi kan kun regne din ydelse ud fra 18 til 66 år. Skriv ydelsen selv.");
}

#[test]
fn what_only_young_people_are_asked_is_asked_of_no_other() {
    let asked = |age| -> Vec<String> {
        let view = shown(&hairdresser(|case| case.answers.age = age)).benefit;
        view.asked.iter().map(|&at| ASKED[at].0.id().to_owned()).collect()
    };
    // The hairdresser lives alone with a child, so neither parents nor a spouse are asked about.
    // What is not answered yet stands apart.
    let missing = |age| -> Vec<&str> {
        let view = shown(&hairdresser(|case| case.answers.age = age)).benefit;
        view.missing.iter().map(|&at| ASKED[at].0.id()).collect()
    };
    for age in [Some(40), None, Some(20), Some(27)] {
        let young = (age == Some(27)).then_some("worked_two_and_a_half_years");
        let expected: Vec<&str> = ["single", "children", "residence_and_work_met"].into_iter().chain(young).collect();
        assert_eq!(asked(age), expected);
        assert_eq!(missing(age), ["children_at_home", "lived_abroad"]);
    }
    assert_eq!(ASKED.map(|(key, _)| key), AnswerKey::OF_BENEFIT);
    for (key, choice) in &ASKED {
        let Subject::Answer(answer) = choice.of else { panic!("{key:?} is no answer") };
        assert_eq!(answer, *key);
    }
}

#[test]
fn a_loan_is_asked_about_the_way_it_is_paid_back() {
    let with = |change: fn(&mut Scenario)| shown(&hairdresser(|case| change(&mut case.scenarios[0])));
    let none = with(|scenario| set_principal(scenario, Money::ZERO));
    assert_eq!((none.repayment, none.repaid.as_str(), none.repayment.items().len()), (RepaymentView::NoLoan, "", 0));
    let instalment = with(|scenario| {
        let loan = scenario.loan.as_mut().expect("a loan");
        (loan.principal, loan.annual_rate, loan.repayment) = (kr(25_000), Rate::ZERO, Repayment::Instalment(kr(500)));
    });
    assert_eq!(instalment.repayment, RepaymentView::Instalment);
    assert!(plain(&instalment.repaid).starts_with("Med 500 kr. om måneden er lånet betalt efter 5"));
    let term = with(|scenario| scenario.loan.as_mut().expect("a loan").repayment = Repayment::Term(60));
    assert_eq!((term.repayment, term.repayment.items().len()), (RepaymentView::Term, 4));
}

#[test]
fn seasons_and_the_end_of_the_business_are_there_when_somebody_wants_them() {
    let plan = shown(&hairdresser(|case| {
        (business(case).seasonality, business(case).closes) = (None, None);
    }));
    assert!(!plan.has_seasons && !plan.closes);
    let bent = shown(&hairdresser(|case| {
        business(case).seasonality = Some([Rate::ONE; 12]);
        business(case).closes = Some(AS_OF.plus(14));
    }));
    assert!(bent.has_seasons && bent.closes);
}

#[test]
fn rows_have_names_and_no_more_can_be_added_than_there_is_room_for() {
    let own = hairdresser(|case| {
        business(case).setup_costs.clear();
        case.scenarios[0].small_jobs.clear();
    });
    let mut state = State::new(AS_OF).apply(Event::EnsureScenario);
    state = state.apply(Event::Edit(Box::new(own.scenarios[0].clone())));
    let lists =
        [(RowList::Costs, bounds::SETUP_COSTS.max, "Udgift"), (RowList::Jobs, bounds::SMALL_JOBS.max, "Småjob")];
    for (list, most, name) in lists {
        let note = if list == RowList::Jobs { "Intet småjob" } else { "" };
        let view = shown(state.case());
        assert_eq!((view.rows(list).names.len(), view.rows(list).note.as_str()), (0, note));
        for number in 1..=most {
            assert!(!shown(state.case()).rows(list).is_full);
            state = state.apply(Event::AddRow(new_row(state.case(), list).expect("a plan")));
            let names = shown(state.case()).rows(list).names.clone();
            assert_eq!(names.last(), Some(&format!("{name} {number}")));
        }
        let full = shown(state.case()).rows(list).clone();
        assert!(full.is_full);
        assert_eq!(full.note.contains(&most.to_string()), list == RowList::Costs, "{}", full.note);
    }
    assert_eq!(new_row(&Case::new(AS_OF), RowList::Jobs), None);
}

#[test]
fn who_looks_at_an_example_looks_at_another_one_and_nobody_else_does() {
    let (own, id) = (State::new(AS_OF), ExampleId::Courier);
    assert_eq!(choose_trade(&own, Some(id)), Event::FillBusiness(Some(id)));
    let viewing = own.apply(Event::ViewExample(ExampleId::Hairdresser));
    assert_eq!(choose_trade(&viewing, Some(id)), Event::ViewExample(id));
    assert_eq!(choose_trade(&own, None), Event::FillBusiness(None));
    assert_eq!(choose_trade(&viewing, None), Event::LeaveExample, "none of them");
}
