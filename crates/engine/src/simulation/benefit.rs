//! The ordinary benefit: its base, and how earnings reduce it.

use super::figures::{Figures, NotCovered};
use super::job::JobMonth;
use super::plan::ProfileKey;
use super::record::{Formula, Input, Item, Line, Record, Role, answer, item, own, rate};
use super::scenario::{Benefit, Deduction, Profile};
use crate::quantity::{Exact, Money, Month, MonthlyHours, Rate};
use crate::rulebook::{ADULT_RATE_AGE, BENEFIT_REFORM, Figure, WORK_EXPERIENCE_AGE, figure};

/// Do the rules of the reform hold in this month?
pub(super) fn new_rules(month: Month) -> bool {
    month >= BENEFIT_REFORM
}

/// What of the new rules' disregard and ceiling a rate comes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EarningsClass {
    /// Living with parents: no disregard worth naming and no ceiling.
    WithParents,
    /// Basic and lowest rate.
    BasicOrLowest,
    /// Higher rate, and every own amount.
    Higher,
}

/// The rate and supplements a profile gives, as figures.
#[derive(Clone, Copy)]
struct Rates {
    rate: Figure<Money>,
    supplements: [Option<Figure<Money>>; 2],
    class: EarningsClass,
}

/// The base of the benefit in a month: the amount before any deduction.
pub(super) fn base(benefit: &Benefit, month: Month, figures: &mut Figures<'_>) -> Result<Money, NotCovered> {
    match benefit {
        Benefit::Own { monthly, .. } => {
            figures.tell(|record| {
                let written = record.benefit_is_written;
                let source =
                    if written { own("benefit.monthly", *monthly) } else { answer("support", *monthly, false) };
                record.same(Item::Base, source);
            });
            Ok(*monthly)
        }
        Benefit::Profile(profile) => {
            let rates = rates(profile, month);
            let mut sum = figures.take(rates.rate, month)?;
            for supplement in rates.supplements.into_iter().flatten() {
                sum += figures.take(supplement, month)?;
            }
            figures.tell(|record| tell_rate(record, profile, &rates, sum));
            Ok(sum)
        }
    }
}

fn tell_rate(record: &mut Record, profile: &Profile, rates: &Rates, sum: Money) {
    let mut inputs = vec![(Role::Rate, rate(rates.rate))];
    inputs.extend(rates.supplements.iter().flatten().map(|&supplement| (Role::Supplement, rate(supplement))));
    inputs.extend(situation(record, profile));
    record.formula(Item::Base, Formula::BenefitRate, sum, &inputs);
}

/// What the rate is chosen by: as the scenario says, or as answered.
fn situation(record: &Record, profile: &Profile) -> Vec<(Role, Input)> {
    let written = record.benefit_is_written;
    let age = if written { own("benefit.profile.age", profile.age) } else { answer("age", profile.age, false) };
    let education_help = if written {
        own("benefit.profile.education_help", profile.education_help)
    } else {
        answer("support", profile.education_help, false)
    };
    let mut inputs = vec![(Role::Age, age), (Role::EducationHelp, education_help)];
    inputs.extend(ProfileKey::ALL.iter().map(|&key| {
        let (role, path) = told(key);
        let value = key.get(profile);
        let assumed = record.assumed.contains(&key);
        (role, if written { own(path, value) } else { answer(key.id(), value, assumed) })
    }));
    inputs
}

fn told(key: ProfileKey) -> (Role, &'static str) {
    match key {
        ProfileKey::Children => (Role::Children, "benefit.profile.children"),
        ProfileKey::LivesWithParents => (Role::LivesWithParents, "benefit.profile.lives_with_parents"),
        ProfileKey::ResidenceAndWorkMet => (Role::ResidenceAndWorkMet, "benefit.profile.residence_and_work_met"),
        ProfileKey::Single => (Role::Single, "benefit.profile.single"),
        ProfileKey::WorkedTwoAndAHalfYears => {
            (Role::WorkedTwoAndAHalfYears, "benefit.profile.worked_two_and_a_half_years")
        }
    }
}

/// The figures whose sum is the base of a profile's benefit: what an answer can change about it.
pub(super) fn components(profile: &Profile, month: Month) -> impl PartialEq + use<> {
    let rates = rates(profile, month);
    (rates.rate.id(), rates.supplements.map(|supplement| supplement.map(Figure::id)))
}

/// The benefit paid in a month with these jobs, from its base.
pub(super) fn paid(
    benefit: &Benefit,
    base: Money,
    job: &JobMonth,
    month: Month,
    figures: &mut Figures<'_>,
) -> Result<Money, NotCovered> {
    let deducted = !matches!(benefit, Benefit::Own { deduction: Deduction::None, .. });
    let earnings = job.countable();
    if !deducted || !earnings.is_positive() || !base.is_positive() {
        figures.tell(|record| tell_in_full(record, base, deducted));
        return Ok(base);
    }
    if !new_rules(month) {
        return after_hourly_disregard(base, earnings, job.hours, month, figures);
    }
    let class = match benefit {
        Benefit::Own { .. } => EarningsClass::Higher,
        Benefit::Profile(profile) => rates(profile, month).class,
    };
    after_taper(base, earnings, class, month, figures)
}

/// To June 2025: an amount is disregarded for each hour worked, up to a number of hours.
fn after_hourly_disregard(
    base: Money,
    earnings: Money,
    hours: MonthlyHours,
    month: Month,
    figures: &mut Figures<'_>,
) -> Result<Money, NotCovered> {
    let most = figures.take(figure::TIMEFRADRAG_MAX_TIMER, month)?;
    let hourly = figures.take(figure::TIMEFRADRAG, month)?;
    let disregard = hours.min(most).at(hourly);
    let counted = (Exact::from(earnings) - disregard).or_zero();
    let benefit = (Exact::from(base) - counted).or_zero().round();
    figures.tell(|record| {
        let inputs = [
            (Role::Hours, item(Item::Hours)),
            (Role::MostHours, rate(figure::TIMEFRADRAG_MAX_TIMER)),
            (Role::DisregardAnHour, rate(figure::TIMEFRADRAG)),
        ];
        record.formula(Item::HourlyDisregard, Formula::HourlyDisregard, disregard, &inputs);
        let inputs = [BASE, EARNINGS, (Role::HourlyDisregard, item(Item::HourlyDisregard))];
        record.formula(Line::HouseholdBenefit, Formula::BenefitAfterHourlyDisregard, benefit, &inputs);
    });
    Ok(benefit)
}

const BASE: (Role, Input) = (Role::Base, Input::Item(Item::Base));
const EARNINGS: (Role, Input) = (Role::CountableEarnings, Input::Item(Item::CountableEarnings));

/// The benefit is its base: nothing may be deducted, nothing was earned, or there is nothing to deduct from.
fn tell_in_full(record: &mut Record, base: Money, deducted: bool) {
    let reason = if !deducted {
        Some((Role::Deduction, own("benefit.deduction", Deduction::None.id())))
    } else {
        base.is_positive().then_some(EARNINGS)
    };
    let inputs: Vec<(Role, Input)> = [BASE].into_iter().chain(reason).collect();
    record.formula(Line::HouseholdBenefit, Formula::BenefitInFull, base, &inputs);
}

/// From July 2025: a disregard, a taper above it, and a ceiling on benefit and earnings together.
fn after_taper(
    base: Money,
    earnings: Money,
    class: EarningsClass,
    month: Month,
    figures: &mut Figures<'_>,
) -> Result<Money, NotCovered> {
    let (disregard, ceiling) = match class {
        EarningsClass::WithParents => (figure::FRIBELOEB_HJEMMEBOENDE, None),
        EarningsClass::BasicOrLowest => (figure::FRIBELOEB_GRUND_MINDSTE, Some(figure::INDKOMSTLOFT_GRUND_MINDSTE)),
        EarningsClass::Higher => (figure::FRIBELOEB_FORHOEJET, Some(figure::INDKOMSTLOFT_FORHOEJET)),
    };
    let taper: Rate = figures.take(figure::AFTRAPNING, month)?;
    let counted = (earnings - figures.take(disregard, month)?).or_zero().times(taper);
    figures.tell(|record| {
        let inputs = [EARNINGS, (Role::Disregard, rate(disregard)), (Role::TaperRate, rate(figure::AFTRAPNING))];
        record.formula(Item::Taper, Formula::Taper, counted, &inputs);
    });
    let tapered = (Exact::from(base) - counted).or_zero();
    let Some(ceiling) = ceiling else {
        let benefit = tapered.round();
        figures.tell(|r| r.formula(Line::HouseholdBenefit, Formula::BenefitAfterTaper, benefit, &[BASE, TAPER]));
        return Ok(benefit);
    };
    let room = figures.take(ceiling, month)?.max(base) - earnings;
    let benefit = tapered.min(Exact::from(room)).or_zero().round();
    figures.tell(|record| {
        let inputs = [BASE, TAPER, (Role::Ceiling, rate(ceiling)), EARNINGS];
        record.formula(Line::HouseholdBenefit, Formula::BenefitAfterTaperAndCeiling, benefit, &inputs);
    });
    Ok(benefit)
}

const TAPER: (Role, Input) = (Role::Taper, Input::Item(Item::Taper));

/// The table of the spec, § 5: the first row that holds.
fn rates(profile: &Profile, month: Month) -> Rates {
    if new_rules(month) {
        new_rates(profile)
    } else {
        let rate = if profile.education_help { old_education_rate(profile) } else { old_kontanthjaelp_rate(profile) };
        Rates { rate, supplements: [None; 2], class: EarningsClass::Higher }
    }
}

fn new_rates(profile: &Profile) -> Rates {
    let Profile { age, children, single, .. } = *profile;
    if age < ADULT_RATE_AGE && profile.lives_with_parents && !children {
        return Rates { rate: figure::NY_HJEMMEBOENDE, supplements: [None; 2], class: EarningsClass::WithParents };
    }
    let higher = age >= ADULT_RATE_AGE || (age >= WORK_EXPERIENCE_AGE && profile.worked_two_and_a_half_years);
    let (rate, class) = if !profile.residence_and_work_met {
        (figure::NY_MINDSTESATS, EarningsClass::BasicOrLowest)
    } else if higher {
        (figure::NY_FORHOEJET_SATS, EarningsClass::Higher)
    } else {
        (figure::NY_GRUNDSATS, EarningsClass::BasicOrLowest)
    };
    let alone = match (single, children) {
        (true, true) if class == EarningsClass::BasicOrLowest => Some(figure::NY_ENLIG_FORSOERGER),
        (true, false) if profile.residence_and_work_met => Some(figure::NY_ENLIG_IKKE_FORSOERGER),
        _ => None,
    };
    Rates { rate, supplements: [children.then_some(figure::NY_BOERNETILLAEG), alone], class }
}

fn old_education_rate(profile: &Profile) -> Figure<Money> {
    match (profile.children, profile.single, profile.lives_with_parents) {
        (true, true, _) => figure::UDH_ENLIG_FORSOERGER,
        (true, false, _) => figure::UDH_FORSOERGER,
        (false, _, true) => figure::UDH_HJEMMEBOENDE,
        (false, _, false) => figure::UDH_UDEBOENDE,
    }
}

fn old_kontanthjaelp_rate(profile: &Profile) -> Figure<Money> {
    match (profile.age >= ADULT_RATE_AGE, profile.children, profile.single, profile.lives_with_parents) {
        (true, true, _, _) => figure::KTH_30_FORSOERGER,
        (true, false, _, _) => figure::KTH_30_ANDRE,
        (false, true, true, _) => figure::KTH_U30_ENLIG_FORSOERGER,
        (false, true, false, _) => figure::KTH_U30_FORSOERGER,
        (false, false, _, true) => figure::KTH_U30_HJEMMEBOENDE,
        (false, false, _, false) => figure::KTH_U30_UDEBOENDE,
    }
}
