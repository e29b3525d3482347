//! The figures a person fills in: the words of each, and the field it makes. What a field of the plan holds and where
//! it stands in the case is the engine's table ([`ScenarioField`]).
//!
//! [`ScenarioField`]: mikrolaan_engine::simulation::ScenarioField

use crate::locale::language::Text;
use mikrolaan_engine::case::{Case, FieldKind};
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::ScenarioField as F;

use super::field_props::{FieldProps, Layout, Width};
use super::scope::Scope;
use super::subject::{self, Subject};
use super::{FieldError, Word, no_word};
use crate::locale::texts as t;
use crate::locale::texts::budget as b;
use crate::locale::texts::months::input as short;
use crate::state::event::Event;
use crate::state::provenance::{self, Provenance};

/// One figure, in words.
pub struct FigureInput {
    /// What it is about.
    pub of: Subject,
    /// Its label on its own.
    pub label: Word,
    /// Its label in the panel.
    pub short: Word,
    /// Help below the label.
    pub hint: Word,
}

impl FigureInput {
    /// Its label where it stands.
    pub fn label(&self, layout: Layout) -> Text {
        match layout {
            Layout::Row => (self.short)(),
            Layout::Group | Layout::Value => (self.label)(),
        }
    }

    /// The words of its field under this label, and how the field looks.
    pub fn props(&self, scope: Scope, layout: Layout, label: &str) -> FieldProps {
        FieldProps {
            id: scope.id(self.of),
            label: label.to_owned(),
            hint: (self.hint)(),
            unit: self.unit(),
            width: self.width(),
            layout,
            numeric: !self.is_text(),
            described_by: "",
            has_origin: self.has_origin(),
        }
    }

    /// Can it be told where what its field holds comes from?
    pub fn has_origin(&self) -> bool {
        provenance::is_kept(self.of.path(0))
    }

    /// Where what its field holds comes from, in a list at this position.
    pub fn origin(&self, case: &Case, at: usize) -> Option<Provenance> {
        provenance::provenance(case, self.of.path(at))
    }

    /// What its field shows, in a list at this position.
    pub fn text(&self, case: &Case, at: usize) -> String {
        self.of.value(case, at).map(|value| subject::text(value, self.of.kind())).unwrap_or_default()
    }

    /// A number that differs when what the field shows does; nothing for a name, which has none.
    pub fn number(&self, case: &Case, at: usize) -> Option<i64> {
        subject::number(&self.of.value(case, at)?)
    }

    /// What happens when this is typed into its field.
    ///
    /// # Errors
    /// What is wrong with what was typed; then nothing happens.
    pub fn take(&self, case: &Case, at: usize, text: &str) -> Result<Option<Event>, FieldError> {
        self.of.take(case, at, text)
    }

    /// Is it a name and no number?
    pub fn is_text(&self) -> bool {
        matches!(self.of.kind(), Some(FieldKind::Text(_)))
    }

    /// What its field is counted in; nothing for a name and for a list.
    pub fn unit(&self) -> Text {
        match self.of.kind() {
            Some(FieldKind::Amount(_) | FieldKind::OptionalAmount(_)) => t::unit::kroner(),
            Some(FieldKind::Whole(_)) if matches!(self.of, Subject::Answer(_)) => t::unit::years(),
            Some(FieldKind::Whole(_)) => t::unit::months(),
            Some(FieldKind::Rate(_)) => t::unit::percent(),
            Some(FieldKind::Hours(_)) => t::unit::hours(),
            _ => Text::NONE,
        }
    }

    fn width(&self) -> Width {
        match self.of.kind() {
            Some(FieldKind::Amount(_) | FieldKind::OptionalAmount(_)) => Width::Amount,
            Some(FieldKind::Text(_)) => Width::Wide,
            _ => Width::Short,
        }
    }
}

macro_rules! inputs {
    ($($name:ident = $kind:ident::$of:ident: $label:path, $short:path, $hint:path;)+) => {
        $(
            #[doc = concat!("`", stringify!($of), "`")]
            pub static $name: FigureInput =
                FigureInput { of: inputs!(@$kind $of), label: $label, short: $short, hint: $hint };
        )+

        /// All of them.
        pub const ALL: &[&FigureInput] = &[$(&$name,)+];
    };
    (@F $of:ident) => { Subject::Field(F::$of) };
    (@AnswerKey $of:ident) => { Subject::Answer(AnswerKey::$of) };
}

inputs! {
    LIVING_COSTS = F::LivingCosts: b::household::living_costs, short::living_costs, b::household::living_costs_hint;
    OTHER_INCOME = F::OtherIncome: b::household::other_income, short::other_income, b::household::other_income_hint;
    SAVINGS = F::Savings: b::household::savings, short::savings, b::household::savings_hint;
    FIRST_MONTH = F::FirstMonth: b::operating::first_month, short::first_month, b::operating::first_month_hint;
    FULL_MONTH = F::FullMonth: b::operating::full_month, short::full_month, b::operating::full_month_hint;
    RAMP_MONTHS = F::RampMonths: b::operating::ramp_months, short::ramp_months, b::operating::ramp_months_hint;
    VARIABLE_SHARE = F::VariableCostShare: b::operating::variable_share, short::variable_share, b::operating::variable_share_hint;
    FIXED_COSTS = F::FixedCosts: b::operating::fixed_costs, short::fixed_costs, b::operating::fixed_costs_hint;
    ACCOUNT_FEE = F::AccountFee: b::operating::account_fee, b::operating::account_fee, b::operating::account_fee_hint;
    BUFFER = F::Buffer: b::operating::buffer, b::operating::buffer, b::operating::buffer_hint;
    OWN_CONTRIBUTION = F::OwnContribution: b::setup::own_contribution, b::setup::own_contribution, b::setup::own_contribution_hint;
    PRINCIPAL = F::Principal: b::loan::principal, short::principal, b::loan::principal_hint;
    INSTALMENT = F::Instalment: b::loan::instalment, short::instalment, b::loan::instalment_hint;
    TERM = F::TermMonths: b::loan::term, b::loan::term, no_word;
    FIRST_INSTALMENT = F::FirstInstalment: b::loan::first_instalment, b::loan::first_instalment, b::loan::first_instalment_hint;
    ANNUAL_RATE = F::AnnualRate: b::loan::annual_rate, b::loan::annual_rate, b::loan::annual_rate_hint;
    LOAN_FEE = F::LoanFee: b::loan::fee, b::loan::fee, b::loan::fee_hint;
    COURSE_MONTHS = F::CourseMonths: b::course::course_months, short::course_months, b::course::course_months_hint;
    ACCOUNT_WAIT_MONTHS = F::AccountWaitMonths: b::course::account_wait_months, short::account_wait_months, b::course::account_wait_hint;
    SUBSIDY_MONTHS = F::SubsidyMonths: b::course::subsidy_months, short::subsidy_months, b::course::subsidy_months_hint;
    SUBSIDY_MONTHLY = F::SubsidyMonthly: b::course::subsidy_monthly, b::course::subsidy_monthly, b::course::subsidy_monthly_hint;
    MONTHS = F::Months: b::course::months, b::course::months, b::course::months_hint;
    JOB_HOURS = F::JobHours: b::job::hours, short::hours, no_word;
    JOB_WAGE = F::JobWage: b::job::wage, short::wage, b::job::wage_hint;
    CHURCH_RATE = F::ChurchRate: b::tax::church, b::tax::church, b::tax::church_hint;
    MUNICIPAL_RATE = F::MunicipalRate: b::tax::municipal, b::tax::municipal, b::tax::municipal_hint;
    COST_LABEL = F::SetupCostLabel: b::setup::label, b::setup::label, no_word;
    COST_AMOUNT = F::SetupCostAmount: b::setup::amount, b::setup::amount, no_word;
    SEASON = F::Seasonality: b::operating::seasonality, b::operating::seasonality, no_word;
    BENEFIT_MONTHLY = F::BenefitMonthly: b::benefit::monthly, b::benefit::monthly, b::benefit::monthly_hint;
    ACCOUNT_SETUP = F::AccountSetup: b::setup::account_setup, b::setup::account_setup, b::setup::account_setup_hint;
    AGE = AnswerKey::Age: b::benefit::age, b::benefit::age, no_word;
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::Case;
    use mikrolaan_engine::case::examples::{ExampleId, example};
    use mikrolaan_engine::quantity::Month;
    use mikrolaan_engine::simulation::{Scenario, ScenarioField as F};

    use super::super::FieldError;
    use super::super::field_props::{Layout, Width};
    use super::super::scope::Scope;
    use super::{
        ACCOUNT_SETUP, AGE, ALL, COST_LABEL, FigureInput, JOB_HOURS, LIVING_COSTS, PRINCIPAL, SEASON, SUBSIDY_MONTHLY,
        Subject, VARIABLE_SHARE,
    };
    use crate::state::State;
    use crate::state::event::Event;

    fn hairdresser() -> Case {
        example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month"))
    }

    /// The case after this is typed into the field.
    fn typed(case: &Case, input: &FigureInput, text: &str) -> Result<Case, FieldError> {
        let event = input.take(case, 0, text)?.expect("there is a scenario");
        Ok(match event {
            Event::Write(_, scenario) => Case { scenarios: vec![*scenario], ..case.clone() },
            Event::Answer(..) => {
                let state = State::new(case.as_of).apply(event);
                Case { answers: state.case().answers.clone(), ..case.clone() }
            }
            other => panic!("{other:?}"),
        })
    }

    fn name(input: &FigureInput) -> String {
        Scope::default().id(input.of)
    }

    /// A field is written anew when its number differs, so the text must differ then and only then.
    #[test]
    fn a_figure_differs_with_its_number() {
        let as_of = Month::new(2026, 11).expect("a month");
        let mut cases: Vec<Case> = ExampleId::ALL.iter().map(|&id| example(id, as_of)).collect();
        let first = cases[0].clone();
        let mut written = first.clone();
        let figures = [(&SUBSIDY_MONTHLY, "9.000"), (&JOB_HOURS, "7,5"), (&VARIABLE_SHARE, "2,5"), (&AGE, "29")];
        for (input, text) in figures.into_iter().chain([(&ACCOUNT_SETUP, "1.234")]) {
            written = typed(&written, input, text).expect("it can be read");
            assert_eq!(input.text(&written, 0), text, "{}", name(input));
        }
        cases.push(written);
        let bare = Scenario { business: None, loan: None, ..first.scenarios[0].clone() };
        cases.push(Case { scenarios: vec![bare], ..first.clone() });
        for input in ALL.iter().filter(|input| input.of != Subject::Field(F::SetupCostLabel)) {
            let all: Vec<_> = cases.iter().map(|of| (input.number(of, 0), input.text(of, 0))).collect();
            for (number, words) in &all {
                let alike = all.iter().all(|(other, text)| (other == number) == (words == text));
                assert!(alike, "{}: {words}", name(input));
            }
        }
        assert_eq!(COST_LABEL.number(&first, 0), None, "a name follows every change of the case");
        assert!(COST_LABEL.is_text() && !JOB_HOURS.is_text());
    }

    #[test]
    fn what_a_field_shows_it_takes_and_shows_again() {
        let case = hairdresser();
        let mut taken = 0;
        for input in ALL {
            let shown = input.text(&case, 0);
            // What belongs to something that is not there shows nothing, or a nothing it would not take.
            let Ok(after) = typed(&case, input, &shown) else {
                assert!(shown.is_empty() || input.number(&case, 0) == Some(0), "{} shows {shown}", name(input));
                continue;
            };
            assert_eq!(input.text(&after, 0), shown, "{}", name(input));
            taken += 1;
        }
        assert!(taken > ALL.len() - 4, "{taken} of {}", ALL.len());
    }

    #[test]
    fn what_cannot_be_read_changes_nothing_and_without_a_scenario_nothing_is_written() {
        let case = hairdresser();
        assert!(LIVING_COSTS.take(&case, 0, "25.5").is_err_and(|error| error.readings.len() == 2));
        assert!(AGE.take(&case, 0, "67").is_err());
        let empty = Case { scenarios: Vec::new(), ..case };
        assert_eq!(LIVING_COSTS.take(&empty, 0, "25.5"), Ok(None));
        assert_eq!(LIVING_COSTS.text(&empty, 0), "");
    }

    /// Until somebody writes a price, the field shows the usual one: also while the benefit is not known.
    #[test]
    fn opening_the_account_costs_the_usual_until_a_price_is_written() {
        let mut case = hairdresser();
        let scenario = case.scenarios.first_mut().expect("a scenario");
        scenario.benefit = None;
        scenario.business.as_mut().expect("a business").account_setup = None;
        let usual = ACCOUNT_SETUP.text(&case, 0);
        assert!(!usual.is_empty() && usual != "0", "{usual}");
        case.answers.support = None;
        assert_eq!(ACCOUNT_SETUP.text(&case, 0), usual);
        let written = typed(&case, &ACCOUNT_SETUP, "0").expect("it can be read");
        assert_eq!(ACCOUNT_SETUP.text(&written, 0), "0");
    }

    #[test]
    fn a_field_has_the_words_and_the_look_of_its_kind() {
        let props = |input: &FigureInput, layout| input.props(Scope::default(), layout, &input.label(layout));
        let age = props(&AGE, Layout::Group);
        assert_eq!((age.id.as_str(), age.unit.words(), age.width, age.numeric), ("age", "år", Width::Short, true));
        let loan = props(&PRINCIPAL, Layout::Row);
        assert_eq!((loan.id.as_str(), loan.label.as_str(), loan.unit.words()), ("principal", "Lån", "kr."));
        assert_eq!((loan.width, loan.shown_hint()), (Width::Amount, None));
        let cost = props(&COST_LABEL, Layout::Group);
        assert_eq!((cost.width, cost.unit.words(), cost.numeric), (Width::Wide, "", false));
        let season = SEASON.props(Scope { row: Some(3), prefix: "" }, Layout::Group, "april");
        assert_eq!(
            (season.id.as_str(), season.label.as_str(), season.unit.words()),
            ("seasonality-3-factor", "april", "")
        );
    }
}
