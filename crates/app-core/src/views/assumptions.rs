//! What the figures rest on: notes of the calculation, and assumptions, each with its kind.

use crate::locale::language::Text;
use crate::locale::words::answer;
use std::borrow::Cow;

use mikrolaan_engine::case::ValuePath;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::rulebook::Scheme;
use mikrolaan_engine::simulation::{
    Benefit, Note, NoteId, Phase, ScenarioField as F, SituationKey, SmallJob, SubsidyModel, TaxMode, base_benefit,
};

use super::View;
use crate::locale::argument::{Amount, MonthOf, Months, Percent};
use crate::locale::texts as t;
use crate::locale::texts::named::FeeSetup;
use crate::locale::texts::{assumption as a, note as n, tag};
use crate::locale::words::basis::standing;
use crate::rulebook::RULEBOOK;

/// One thing the figures rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// The sentence.
    pub text: Cow<'static, str>,
    /// What kind of thing it is.
    pub tag: Text,
}

fn assumption(text: impl Into<Cow<'static, str>>, tag: Text) -> Assumption {
    Assumption { text: text.into(), tag }
}

/// What must be said first; then what was assumed.
pub(super) fn assumptions(view: &View<'_>) -> Vec<Assumption> {
    let mut assumptions: Vec<Assumption> = view.simulation.notes.iter().filter_map(note).collect();
    assumptions.extend(benefit(view));
    if view.plan.scenario.business.is_some() {
        assumptions.extend(support(view));
        assumptions.extend(business(view));
    }
    assumptions.extend(tax_and_job(view));
    assumptions
}

// ── notes of the calculation

/// From which month the last known rates are used. Which are not known, and when they were last asked for, stands in one
/// place: on the page of the rules.
pub(super) fn rates_carried(view: &View<'_>) -> Option<Assumption> {
    let carried = view.simulation.notes.iter().filter(|note| note.note == NoteId::RatesCarried);
    let from = carried.filter_map(|note| note.from).min()?;
    Some(assumption(n::rates_carried(MonthOf(from)), tag::assumption()))
}

fn note(note: &Note) -> Option<Assumption> {
    let text = match note.note {
        NoteId::RatesCarried => return None,
        NoteId::AnswerAssumed => {
            return Some(assumption(n::answer_assumed(&question(note.path.as_deref()?)?), tag::assumption()));
        }
        NoteId::DebtGrows => n::debt_grows(MonthOf(note.from?)),
        NoteId::WealthAboveLimit => n::wealth_above_limit(MonthOf(note.from?)),
        NoteId::SubsidyReducedByUndrawnSurplus => {
            return Some(assumption(n::subsidy_reduced_by_undrawn_surplus(MonthOf(note.from?)), tag::assumption()));
        }
        NoteId::SpouseLeftOut => return Some(assumption(n::spouse_left_out(), tag::simplified())),
        NoteId::VatAbsorbed => return Some(assumption(n::vat_absorbed(MonthOf(note.from?)), tag::assumption())),
        NoteId::SubsidyBaseZero => return Some(assumption(n::subsidy_base_zero(), tag::assumption())),
        NoteId::OpensAfterHorizon => n::opens_after_horizon().to_owned(),
        NoteId::LoanAboveSchemeMaximum => return Some(assumption(n::loan_above_scheme_maximum(), tag::press())),
        NoteId::SubsidyLongerThanNormal => return Some(assumption(n::subsidy_longer_than_normal(), tag::law())),
        NoteId::Ignored => n::ignored(&field(note.path.as_deref()?)),
    };
    Some(assumption(text, tag::computed()))
}

/// The question a note is about.
fn question(path: &str) -> Option<Text> {
    SituationKey::from_id(path.strip_prefix("answers.")?).map(answer::situation)
}

/// The field a note is about; what is no field is a job, whole.
fn field(path: &str) -> Text {
    use n::field as names;
    match ValuePath::parse(path) {
        Some(ValuePath::Field { field: F::CourseMonths, .. }) => names::course_months(),
        Some(ValuePath::Field { field: F::AccountWaitMonths, .. }) => names::account_wait_months(),
        Some(ValuePath::Field { field: F::Subsidy, .. }) => names::subsidy(),
        Some(ValuePath::Field { field: F::Loan, .. }) => names::loan(),
        Some(ValuePath::Field { field: F::AfterClosure, .. }) => names::after_closure(),
        Some(ValuePath::Field { field: F::Closes, .. }) => names::closes(),
        _ => names::small_jobs(),
    }
}

// ── assumptions

fn benefit(view: &View<'_>) -> Vec<Assumption> {
    match &view.plan.resolved.benefit {
        Benefit::Profile(_) => {
            let amount = base_benefit(&RULEBOOK, view.plan)
                .map(|base| assumption(a::benefit(Amount::Whole(base)), tag::computed()));
            amount.into_iter().chain([assumption(a::benefit_left_out(), tag::simplified())]).collect()
        }
        Benefit::Own { .. } if view.plan.scenario.benefit.is_some() => vec![assumption(a::benefit_own(), tag::own())],
        Benefit::Own { .. } => Vec::new(),
    }
}

fn support(view: &View<'_>) -> Vec<Assumption> {
    let scenario = view.plan.scenario;
    let mut assumptions = Vec::new();
    if scenario.course_months > 0 {
        assumptions.push(assumption(a::course_length(Months(scenario.course_months)), tag::assumption()));
    }
    if scenario.account_wait_months > 0 {
        assumptions.push(assumption(a::account_wait(Months(scenario.account_wait_months)), tag::assumption()));
    }
    if scenario.subsidy.months > 0 {
        let falls = match scenario.subsidy.model {
            SubsidyModel::NeedBased => a::subsidy_need_based(),
            SubsidyModel::Full => a::subsidy_full(),
        };
        assumptions.push(assumption(falls, tag::assumption()));
        assumptions.push(assumption(a::subsidy_months(Months(scenario.subsidy.months)), tag::law()));
        assumptions.push(assumption(a::no_kontanthjaelp_topup(), tag::simplified()));
    }
    assumptions
}

fn business(view: &View<'_>) -> Vec<Assumption> {
    let scenario = view.plan.scenario;
    let mut assumptions = vec![assumption(a::draw(), tag::assumption())];
    if let Some(business) = &scenario.business {
        let text = a::account_cost(FeeSetup {
            fee: Amount::Exact(business.account_fee),
            setup: Amount::Exact(view.plan.resolved.account_setup),
        });
        assumptions.push(assumption(text, tag::assumption()));
    }
    if let Some(loan) = &scenario.loan {
        assumptions.push(assumption(a::grace(Months(loan.first_instalment_after_months)), tag::assumption()));
    }
    assumptions.extend(closing(view));
    assumptions.push(assumption(a::business_liable(), tag::law()));
    assumptions
}

/// What is taken for granted of the months after the business has closed: that there is benefit again, and
/// that the loan rests meanwhile.
fn closing(view: &View<'_>) -> Vec<Assumption> {
    let after = || view.simulation.months.iter().filter(|row| row.phase == Phase::Closed);
    let benefit = after().any(|row| row.household.benefit.is_positive()).then(a::after_closure);
    let paused = after().any(|row| row.loan.paused).then(t::rules::assumed::pause);
    benefit.into_iter().chain(paused).map(|text| assumption(text, tag::assumption())).collect()
}

fn tax_and_job(view: &View<'_>) -> Vec<Assumption> {
    let scenario = view.plan.scenario;
    let mut assumptions = Vec::new();
    match scenario.tax.mode {
        TaxMode::Simplified => {
            assumptions.push(assumption(a::tax_simplified(), tag::simplified()));
            assumptions.extend(municipal_tax(view));
        }
        TaxMode::None => assumptions.push(assumption(a::tax_none(), tag::simplified())),
    }
    let paid = |job: &&SmallJob| job.hours_per_week.hundredths() > 0;
    if let Some(job) = scenario.small_jobs.iter().find(paid) {
        assumptions.push(assumption(a::wage(Amount::Exact(job.hourly_wage)), tag::own()));
        assumptions.push(assumption(a::holiday_pay(), tag::simplified()));
    }
    if scenario.household.other_income > Money::ZERO {
        assumptions.push(assumption(a::housing_benefit(), tag::simplified()));
    }
    assumptions
}

fn municipal_tax(view: &View<'_>) -> Option<Assumption> {
    let (rate, kind) = match view.plan.scenario.tax.municipal_rate {
        Some(own) => (own, tag::own()),
        None => {
            let found = RULEBOOK.municipal_rate(view.plan.scenario.start)?;
            (found.rate, standing(found.status))
        }
    };
    Some(assumption(a::municipal_tax(Percent::Of(rate)), kind))
}

/// The scheme by its name.
pub fn scheme_name(scheme: Scheme) -> Text {
    match scheme {
        Scheme::Frikommune => t::scheme::frikommune(),
        Scheme::Revalidering => t::scheme::revalidering(),
        Scheme::Viderefoert => t::scheme::viderefoert(),
    }
}
