//! What the fields of a scenario hold, how each is read and how it is written: for whoever lets a person fill one
//! in. A field is named by its row in the table of fields ([`ScenarioField`]) and, in a list, by a position.

use std::borrow::Cow;

use super::bounds::{self, Bounds};
use super::{as_instalment, as_term, set_principal, usual_small_job};
use crate::quantity::{Money, Month, Rate, WeeklyHours};
use crate::rulebook::Rulebook;
use crate::simulation::{
    AfterClosure, Benefit, Deduction, Loan, Repayment, Scenario, ScenarioField as F, SubsidyModel, TaxMode, Vat,
};
use crate::string_enum::Listed;

/// What a field may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// An amount.
    Amount(Bounds<Money>),
    /// An amount that may be left empty.
    OptionalAmount(Bounds<Money>),
    /// A whole number.
    Whole(Bounds<u32>),
    /// A rate.
    Rate(Bounds<Rate>),
    /// A factor on a month.
    Factor(Bounds<Rate>),
    /// Hours a week.
    Hours(Bounds<WeeklyHours>),
    /// So many characters.
    Text(Bounds<u32>),
    /// A month.
    Month(Bounds<Month>),
    /// One of a closed list, by their words.
    Choice(&'static [&'static str]),
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// An amount.
    Amount(Money),
    /// A whole number.
    Whole(u32),
    /// A rate or a factor.
    Rate(Rate),
    /// Hours a week.
    Hours(WeeklyHours),
    /// A text.
    Text(String),
    /// A month.
    Month(Month),
    /// The place in the closed list.
    Choice(usize),
}

/// The two ways of paying a loan back.
const REPAYMENTS: [&str; 2] = ["instalment", "term"];

/// Something a field can hold.
trait Held {
    fn held(&self) -> Option<FieldValue>;
    fn hold(&mut self, value: Option<FieldValue>);
}

macro_rules! held {
    ($($kind:ident: $type:ty;)+) => {$(
        impl Held for $type {
            fn held(&self) -> Option<FieldValue> {
                Some(FieldValue::$kind(self.clone()))
            }

            fn hold(&mut self, value: Option<FieldValue>) {
                if let Some(FieldValue::$kind(value)) = value {
                    *self = value;
                }
            }
        }
    )+};
}

held! {
    Amount: Money;
    Whole: u32;
    Rate: Rate;
    Hours: WeeklyHours;
    Text: String;
    Month: Month;
}

macro_rules! held_or_empty {
    ($($kind:ident: $type:ty;)+) => {$(
        impl Held for Option<$type> {
            fn held(&self) -> Option<FieldValue> {
                self.map(FieldValue::$kind)
            }

            fn hold(&mut self, value: Option<FieldValue>) {
                match value {
                    Some(FieldValue::$kind(value)) => *self = Some(value),
                    Some(_) => {}
                    None => *self = None,
                }
            }
        }
    )+};
}

held_or_empty! {
    Amount: Money;
    Month: Month;
}

macro_rules! held_choices {
    ($($type:ty),+) => {$(
        impl Held for $type {
            fn held(&self) -> Option<FieldValue> {
                Some(FieldValue::Choice(self.place()))
            }

            fn hold(&mut self, value: Option<FieldValue>) {
                if let Some(FieldValue::Choice(place)) = value {
                    *self = <$type>::ALL.get(place).copied().unwrap_or(*self);
                }
            }
        }
    )+};
}

held_choices!(AfterClosure, SubsidyModel, TaxMode, Vat);

/// The part of a scenario a field stands in, for reading. `None` = it is not there.
mod part {
    use super::{Cow, Loan, Rulebook, Scenario, usual_small_job};
    use crate::simulation::{Business, SetupCost, SmallJob};

    pub(super) type Of<'s> = (&'s Scenario, &'s Rulebook, usize);

    #[expect(clippy::unnecessary_wraps, reason = "as the parts that may not be there")]
    pub(super) fn plan<'s>((scenario, ..): Of<'s>) -> Option<&'s Scenario> {
        Some(scenario)
    }

    pub(super) fn business<'s>((scenario, ..): Of<'s>) -> Option<&'s Business> {
        scenario.business.as_ref()
    }

    pub(super) fn loan<'s>((scenario, ..): Of<'s>) -> Option<&'s Loan> {
        scenario.loan.as_ref()
    }

    pub(super) fn cost<'s>((scenario, _, at): Of<'s>) -> Option<&'s SetupCost> {
        scenario.business.as_ref()?.setup_costs.get(at)
    }

    /// The job, or the usual one where there is none yet.
    #[expect(clippy::unnecessary_wraps, reason = "as the parts that may not be there")]
    pub(super) fn job<'s>((scenario, rulebook, at): Of<'s>) -> Option<Cow<'s, SmallJob>> {
        let written = scenario.small_jobs.get(at).map(Cow::Borrowed);
        Some(written.unwrap_or_else(|| Cow::Owned(usual_small_job(scenario, rulebook))))
    }
}

/// The part of a scenario a field stands in, for writing.
mod part_mut {
    use super::{Loan, Rulebook, Scenario, usual_small_job};
    use crate::simulation::{Business, SetupCost, SmallJob};

    pub(super) type Of<'s> = (&'s mut Scenario, &'s Rulebook, usize);

    #[expect(clippy::unnecessary_wraps, reason = "as the parts that may not be there")]
    pub(super) fn plan<'s>((scenario, ..): Of<'s>) -> Option<&'s mut Scenario> {
        Some(scenario)
    }

    /// A business comes into being with the first thing written about it.
    #[expect(clippy::unnecessary_wraps, reason = "as the parts that may not be there")]
    pub(super) fn business<'s>((scenario, ..): Of<'s>) -> Option<&'s mut Business> {
        Some(scenario.business.get_or_insert_default())
    }

    pub(super) fn loan<'s>((scenario, ..): Of<'s>) -> Option<&'s mut Loan> {
        scenario.loan.as_mut()
    }

    pub(super) fn cost<'s>((scenario, _, at): Of<'s>) -> Option<&'s mut SetupCost> {
        scenario.business.as_mut()?.setup_costs.get_mut(at)
    }

    /// The first job comes into being with the first thing written about it.
    pub(super) fn job<'s>((scenario, rulebook, at): Of<'s>) -> Option<&'s mut SmallJob> {
        if at == 0 && scenario.small_jobs.is_empty() {
            let job = usual_small_job(scenario, rulebook);
            scenario.small_jobs.push(job);
        }
        scenario.small_jobs.get_mut(at)
    }
}

/// The table: what each field may hold, and where it stands in the scenario.
macro_rules! fields {
    ($($field:ident: $kind:ident($limits:expr) = $part:ident $(.$step:ident)+;)+) => {
        const fn kind_of(field: F) -> Option<FieldKind> {
            match field {
                $(F::$field => Some(FieldKind::$kind($limits)),)+
                _ => None,
            }
        }

        fn read_of(field: F, of: part::Of<'_>) -> Option<FieldValue> {
            match field {
                $(F::$field => part::$part(of)?$(.$step)+.held(),)+
                _ => None,
            }
        }

        fn write_of(field: F, of: part_mut::Of<'_>, value: Option<FieldValue>) {
            match field {
                $(F::$field => {
                    if let Some(part) = part_mut::$part(of) {
                        part$(.$step)+.hold(value);
                    }
                })+
                _ => {}
            }
        }
    };
}

fields! {
    Start: Month(bounds::month()) = plan.start;
    Months: Whole(bounds::MONTHS) = plan.months;
    CourseMonths: Whole(bounds::BEFORE_OPENING) = plan.course_months;
    AccountWaitMonths: Whole(bounds::BEFORE_OPENING) = plan.account_wait_months;
    Savings: Amount(bounds::AMOUNT) = plan.household.savings;
    LivingCosts: Amount(bounds::AMOUNT) = plan.household.living_costs;
    OtherIncome: Amount(bounds::AMOUNT) = plan.household.other_income;
    SubsidyMonths: Whole(bounds::SUBSIDY_MONTHS) = plan.subsidy.months;
    SubsidyModel: Choice(SubsidyModel::IDS) = plan.subsidy.model;
    SubsidyMonthly: OptionalAmount(bounds::AMOUNT) = plan.subsidy.monthly;
    AnnualRate: Rate(bounds::RATE) = loan.annual_rate;
    LoanFee: Amount(bounds::AMOUNT) = loan.fee;
    FirstInstalment: Whole(bounds::FIRST_INSTALMENT) = loan.first_instalment_after_months;
    OwnContribution: Amount(bounds::AMOUNT) = business.own_contribution;
    SetupCostLabel: Text(bounds::NAME) = cost.label;
    SetupCostAmount: Amount(bounds::AMOUNT) = cost.amount;
    FirstMonth: Amount(bounds::AMOUNT) = business.revenue.first_month;
    FullMonth: Amount(bounds::AMOUNT) = business.revenue.full_month;
    RampMonths: Whole(bounds::RAMP) = business.revenue.ramp_months;
    VariableCostShare: Rate(bounds::RATE) = business.variable_cost_share;
    FixedCosts: Amount(bounds::AMOUNT) = business.fixed_costs;
    AccountFee: Amount(bounds::AMOUNT) = business.account_fee;
    Buffer: Amount(bounds::AMOUNT) = business.buffer;
    Vat: Choice(Vat::IDS) = business.vat;
    Closes: Month(bounds::month()) = business.closes;
    JobFrom: Month(bounds::month()) = job.from;
    JobUntil: Month(bounds::month()) = job.until;
    JobHours: Hours(bounds::HOURS) = job.hours_per_week;
    JobWage: Amount(bounds::HOURLY_WAGE) = job.hourly_wage;
    TaxMode: Choice(TaxMode::IDS) = plan.tax.mode;
    ChurchRate: Rate(bounds::LOCAL_TAX_RATE) = plan.tax.church_rate;
    AfterClosure: Choice(AfterClosure::IDS) = plan.after_closure;
}

impl F {
    /// What the field may hold; `None` for one nobody fills in as a whole, such as the business.
    #[must_use]
    pub const fn kind(self) -> Option<FieldKind> {
        match self {
            F::BenefitMonthly => Some(FieldKind::OptionalAmount(bounds::AMOUNT)),
            F::BenefitDeduction => Some(FieldKind::Choice(Deduction::IDS)),
            // Nothing = no loan.
            F::Principal => Some(FieldKind::Amount(bounds::AMOUNT)),
            F::Repayment => Some(FieldKind::Choice(&REPAYMENTS)),
            F::Instalment => Some(FieldKind::Amount(bounds::POSITIVE_AMOUNT)),
            F::TermMonths => Some(FieldKind::Whole(bounds::TERM)),
            F::Seasonality => Some(FieldKind::Factor(bounds::SEASON)),
            F::MunicipalRate => Some(FieldKind::Rate(bounds::LOCAL_TAX_RATE)),
            _ => kind_of(self),
        }
    }

    /// What the field holds, in a list at this position: what is written, or what holds until somebody writes.
    /// `None` where it is empty, or where what it belongs to is not there.
    #[must_use]
    pub fn read(self, scenario: &Scenario, rulebook: &Rulebook, at: usize) -> Option<FieldValue> {
        let loan = scenario.loan.as_ref();
        match self {
            F::BenefitMonthly => own_benefit(scenario).map(|(monthly, _)| FieldValue::Amount(monthly)),
            F::BenefitDeduction => {
                let deduction = own_benefit(scenario).map_or(Deduction::Kontanthjaelp, |(_, deduction)| deduction);
                Some(FieldValue::Choice(deduction.place()))
            }
            F::Principal => loan.map(|loan| FieldValue::Amount(loan.principal)),
            F::Repayment => {
                let by_term = matches!(loan?.repayment, Repayment::Term(_));
                Some(FieldValue::Choice(usize::from(by_term)))
            }
            F::Instalment => match loan?.repayment {
                Repayment::Instalment(amount) => Some(FieldValue::Amount(amount)),
                Repayment::Term(_) => None,
            },
            F::TermMonths => match loan?.repayment {
                Repayment::Term(term) => Some(FieldValue::Whole(term)),
                Repayment::Instalment(_) => None,
            },
            F::Seasonality => {
                let factors = scenario.business.as_ref()?.seasonality.as_ref()?;
                factors.get(at).map(|factor| FieldValue::Rate(*factor))
            }
            F::MunicipalRate => {
                let usual = || rulebook.municipal_rate(scenario.start).map(|found| found.rate);
                scenario.tax.municipal_rate.or_else(usual).map(FieldValue::Rate)
            }
            _ => read_of(self, (scenario, rulebook, at)),
        }
    }

    /// Writes what the field holds; `None` empties one that may be empty. A value of another kind, or for
    /// something that is not there, changes nothing.
    pub fn write(self, scenario: &mut Scenario, rulebook: &Rulebook, at: usize, value: Option<FieldValue>) {
        match (self, value) {
            (F::BenefitMonthly, None) => scenario.benefit = None,
            (F::BenefitMonthly, Some(FieldValue::Amount(monthly))) => {
                let deduction = own_benefit(scenario).map_or(Deduction::Kontanthjaelp, |(_, deduction)| deduction);
                scenario.benefit = Some(Benefit::Own { monthly, deduction });
            }
            (F::BenefitDeduction, Some(FieldValue::Choice(place))) => {
                if let (Some(Benefit::Own { deduction, .. }), Some(chosen)) =
                    (&mut scenario.benefit, Deduction::ALL.get(place))
                {
                    *deduction = *chosen;
                }
            }
            (F::Principal, Some(FieldValue::Amount(amount))) => set_principal(scenario, amount),
            (F::Repayment, Some(FieldValue::Choice(place))) => {
                if let Some(loan) = &mut scenario.loan {
                    loan.repayment = if place == 1 { as_term(loan) } else { as_instalment(loan) };
                }
            }
            (F::Instalment, Some(FieldValue::Amount(amount))) => repay(scenario, Repayment::Instalment(amount)),
            (F::TermMonths, Some(FieldValue::Whole(term))) => repay(scenario, Repayment::Term(term)),
            (F::Seasonality, Some(FieldValue::Rate(factor))) => {
                let factors = scenario.business.as_mut().and_then(|business| business.seasonality.as_mut());
                if let Some(place) = factors.and_then(|factors| factors.get_mut(at)) {
                    *place = factor;
                }
            }
            (F::MunicipalRate, Some(FieldValue::Rate(rate))) => scenario.tax.municipal_rate = Some(rate),
            (_, value) => write_of(self, (scenario, rulebook, at), value),
        }
    }

    /// Does the field stand in a list, so that it takes a position to name one?
    #[must_use]
    pub fn is_in_list(self) -> bool {
        self == F::Seasonality || self.id().bytes().any(|byte| byte == b'[')
    }
}

/// The benefit somebody has written down.
fn own_benefit(scenario: &Scenario) -> Option<(Money, Deduction)> {
    match scenario.benefit {
        Some(Benefit::Own { monthly, deduction }) => Some((monthly, deduction)),
        _ => None,
    }
}

fn repay(scenario: &mut Scenario, repayment: Repayment) {
    if let Some(loan) = &mut scenario.loan {
        loan.repayment = repayment;
    }
}

#[cfg(test)]
mod tests {
    use super::{F, FieldKind, FieldValue};
    use crate::case::examples::{ExampleId, example};
    use crate::quantity::{Money, Month, Rate, WeeklyHours};
    use crate::rulebook::Rulebook;
    use crate::simulation::Scenario;

    fn scenario() -> Scenario {
        let mut scenario = example(ExampleId::Hairdresser, Month::new(2026, 11).expect("a month")).scenarios.remove(0);
        let business = scenario.business.as_mut().expect("a business");
        business.seasonality = Some([Rate::ONE; 12]);
        scenario.benefit =
            Some(crate::simulation::Benefit::Own { monthly: Money::ZERO, deduction: super::Deduction::None });
        scenario
    }

    /// Two values a field of this kind may hold.
    fn values(kind: FieldKind) -> [FieldValue; 2] {
        match kind {
            FieldKind::Amount(bounds) | FieldKind::OptionalAmount(bounds) => {
                [bounds.max, Money::from_oere(1_234)].map(FieldValue::Amount)
            }
            FieldKind::Whole(bounds) => [bounds.max, 7].map(FieldValue::Whole),
            FieldKind::Rate(bounds) | FieldKind::Factor(bounds) => {
                [bounds.max, Rate::from_millionths(125_000)].map(FieldValue::Rate)
            }
            FieldKind::Hours(bounds) => [bounds.max, WeeklyHours::from_hundredths(750)].map(FieldValue::Hours),
            FieldKind::Text(_) => ["Vogn", "Ovn"].map(|text| FieldValue::Text(text.to_owned())),
            FieldKind::Month(bounds) => [bounds.max, bounds.min].map(FieldValue::Month),
            FieldKind::Choice(ids) => [ids.len() - 1, 0].map(FieldValue::Choice),
        }
    }

    #[test]
    fn what_is_written_into_a_field_is_read_from_it_and_nothing_else_changes() {
        let rulebook = Rulebook::embedded();
        let filled: Vec<F> = F::ALL.iter().copied().filter(|field| field.kind().is_some()).collect();
        assert_eq!(filled.len(), 40);
        for &field in &filled {
            for value in values(field.kind().expect("a kind")) {
                let mut written = scenario();
                if field == F::Instalment {
                    F::Repayment.write(&mut written, &rulebook, 0, Some(FieldValue::Choice(0)));
                } else if field == F::TermMonths {
                    F::Repayment.write(&mut written, &rulebook, 0, Some(FieldValue::Choice(1)));
                }
                let before = written.clone();
                field.write(&mut written, &rulebook, 0, Some(value.clone()));
                assert_eq!(field.read(&written, &rulebook, 0), Some(value), "{}", field.id());
                for &other in filled.iter().filter(|&&other| other != field) {
                    let follows = [F::Repayment, F::Instalment, F::TermMonths];
                    // The municipality's usual rate is that of the month the plan begins in.
                    let by_month = (field, other) == (F::Start, F::MunicipalRate);
                    if !(by_month || follows.contains(&field) && follows.contains(&other)) {
                        let (now, then) = (other.read(&written, &rulebook, 0), other.read(&before, &rulebook, 0));
                        assert_eq!(now, then, "{} after {}", other.id(), field.id());
                    }
                }
            }
        }
    }

    #[test]
    fn what_may_be_empty_can_be_emptied_and_nothing_else_can() {
        let rulebook = Rulebook::embedded();
        for &field in F::ALL.iter().filter(|field| field.kind().is_some()) {
            let mut written = scenario();
            let [value, _] = values(field.kind().expect("a kind"));
            field.write(&mut written, &rulebook, 0, Some(value));
            let before = field.read(&written, &rulebook, 0);
            field.write(&mut written, &rulebook, 0, None);
            let may_be_empty = [F::SubsidyMonthly, F::BenefitMonthly, F::Closes, F::JobUntil].contains(&field);
            let after = if may_be_empty { None } else { before };
            assert_eq!(field.read(&written, &rulebook, 0), after, "{}", field.id());
        }
    }

    #[test]
    fn a_value_of_another_kind_and_a_row_that_is_not_there_change_nothing() {
        let rulebook = Rulebook::embedded();
        for &field in F::ALL {
            let mut written = scenario();
            let other = match field.kind() {
                Some(FieldKind::Text(_)) => FieldValue::Whole(7),
                _ => FieldValue::Text("7".to_owned()),
            };
            field.write(&mut written, &rulebook, 0, Some(other));
            if field.is_in_list()
                && let Some(kind) = field.kind()
            {
                let [value, _] = values(kind);
                field.write(&mut written, &rulebook, 70, Some(value));
            }
            assert_eq!(written, scenario(), "{}", field.id());
        }
    }

    #[test]
    fn what_is_not_there_yet_is_read_as_nothing_and_comes_with_what_is_written() {
        let rulebook = Rulebook::embedded();
        let mut bare = Scenario { business: None, loan: None, benefit: None, small_jobs: Vec::new(), ..scenario() };
        for field in
            [F::FirstMonth, F::Closes, F::Principal, F::Repayment, F::TermMonths, F::SetupCostLabel, F::Seasonality]
        {
            assert_eq!(field.read(&bare, &rulebook, 0), None, "{}", field.id());
        }
        F::AnnualRate.write(&mut bare, &rulebook, 0, Some(FieldValue::Rate(Rate::ONE)));
        assert_eq!(bare.loan, None, "no loan comes of its interest");
        F::FirstMonth.write(&mut bare, &rulebook, 0, Some(FieldValue::Amount(Money::from_kroner(5))));
        assert_eq!(bare.business.as_ref().map(|business| business.revenue.first_month), Some(Money::from_kroner(5)));
        // The usual job and the municipality's rate hold until somebody writes.
        assert_eq!(F::JobHours.read(&bare, &rulebook, 0), Some(FieldValue::Hours(WeeklyHours::default())));
        assert_eq!(F::JobWage.read(&bare, &rulebook, 0), Some(FieldValue::Amount(Money::from_kroner(145))));
        F::JobHours.write(&mut bare, &rulebook, 1, Some(FieldValue::Hours(WeeklyHours::from_hundredths(500))));
        assert!(bare.small_jobs.is_empty(), "there is no second job without a first");
        F::JobHours.write(&mut bare, &rulebook, 0, Some(FieldValue::Hours(WeeklyHours::from_hundredths(500))));
        assert_eq!(bare.small_jobs.len(), 1);
        let FieldValue::Rate(rate) = F::MunicipalRate.read(&bare, &rulebook, 0).expect("a rate") else {
            panic!("a rate")
        };
        assert_eq!(Some(rate), rulebook.municipal_rate(bare.start).map(|found| found.rate));
        F::Principal.write(&mut bare, &rulebook, 0, Some(FieldValue::Amount(Money::from_kroner(9_000))));
        assert_eq!(F::TermMonths.read(&bare, &rulebook, 0), Some(FieldValue::Whole(60)));
        assert_eq!(F::Instalment.read(&bare, &rulebook, 0), None);
        F::Principal.write(&mut bare, &rulebook, 0, Some(FieldValue::Amount(Money::ZERO)));
        assert_eq!(bare.loan, None);
    }
}
