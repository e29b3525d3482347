//! The ordinary benefit: its base, and how earnings reduce it.

use super::figures::{Figures, NotCovered};
use super::scenario::{Benefit, Deduction, Profile};
use crate::quantity::{Exact, Money, Month, MonthlyHours};
use crate::rulebook::{ADULT_RATE_AGE, BENEFIT_REFORM, Figure, WORK_EXPERIENCE_AGE, figure};

/// Do the rules of the reform hold in this month?
pub(super) fn new_rules(month: Month) -> bool {
    month >= BENEFIT_REFORM
}

/// What of the new rules' disregard and ceiling a rate comes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EarningsClass {
    /// Living with parents: no disregard worth naming and no ceiling.
    WithParents,
    /// Basic and lowest rate.
    BasicOrLowest,
    /// Higher rate, and every own amount.
    Higher,
}

/// The rate and supplements a profile gives, as figures.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BenefitRates {
    /// The rate.
    pub(crate) rate: Figure<Money>,
    /// What is added to it.
    pub(crate) supplements: [Option<Figure<Money>>; 2],
    class: EarningsClass,
}

/// The base of the benefit in a month: the amount before any deduction.
#[derive(Clone, Copy, Debug)]
pub(crate) enum BaseWorkings {
    /// The amount the person receives.
    Own {
        /// How much.
        monthly: Money,
        /// Whether earnings reduce it.
        deduction: Deduction,
    },
    /// The rate that follows from the person's situation.
    Rates {
        /// Which, with its supplements.
        rates: BenefitRates,
        /// Their sum.
        sum: Money,
    },
}

impl BaseWorkings {
    /// The base in `month`.
    pub(super) fn of(benefit: &Benefit, month: Month, figures: &mut Figures<'_>) -> Result<Self, NotCovered> {
        match benefit {
            Benefit::Own { monthly, deduction } => Ok(BaseWorkings::Own { monthly: *monthly, deduction: *deduction }),
            Benefit::Profile(profile) => {
                let rates = rates(profile, month);
                let mut sum = figures.take(rates.rate, month)?;
                for supplement in rates.supplements.into_iter().flatten() {
                    sum += figures.take(supplement, month)?;
                }
                Ok(BaseWorkings::Rates { rates, sum })
            }
        }
    }

    /// How much it is.
    pub(super) fn amount(&self) -> Money {
        match self {
            BaseWorkings::Own { monthly, .. } => *monthly,
            BaseWorkings::Rates { sum, .. } => *sum,
        }
    }

    /// Do earnings reduce it?
    fn is_reduced(&self) -> bool {
        !matches!(self, BaseWorkings::Own { deduction: Deduction::None, .. })
    }

    fn class(&self) -> EarningsClass {
        match self {
            BaseWorkings::Own { .. } => EarningsClass::Higher,
            BaseWorkings::Rates { rates, .. } => rates.class,
        }
    }
}

/// The figures whose sum is the base of a profile's benefit: what an answer can change about it.
pub(super) fn components(profile: &Profile, month: Month) -> impl PartialEq + use<> {
    let rates = rates(profile, month);
    (rates.rate.id(), rates.supplements.map(|supplement| supplement.map(Figure::id)))
}

/// The benefit of a month.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct BenefitWorkings {
    /// What is paid.
    pub(crate) paid: Money,
    /// By which rule.
    pub(crate) rule: BenefitRule,
}

/// How the benefit follows from its base.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum BenefitRule {
    /// There is none in the phase.
    #[default]
    NothingInPhase,
    /// It is the base.
    InFull(InFull),
    /// To June 2025.
    HourlyDisregard {
        /// What is disregarded for the hours worked.
        disregard: Exact,
    },
    /// From July 2025, living with parents.
    Taper(Taper),
    /// From July 2025.
    TaperAndCeiling {
        /// What of the earnings counts.
        taper: Taper,
        /// The income ceiling.
        ceiling: Figure<Money>,
    },
}

/// Why a benefit is its base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InFull {
    /// Earnings do not reduce it.
    NotReduced,
    /// Nothing was earned.
    NoEarnings,
    /// The base is nothing.
    NothingToReduce,
}

/// What of the earnings above a disregard counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taper {
    /// The disregard.
    pub(crate) disregard: Figure<Money>,
    /// What counts.
    pub(crate) counted: Exact,
}

/// What reduces a benefit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Earnings {
    /// Earnings that count.
    pub(super) countable: Money,
    /// Hours worked for them.
    pub(super) hours: MonthlyHours,
}

/// The benefit paid in a month with these earnings, from its base.
pub(super) fn paid(
    base: &BaseWorkings,
    earnings: Earnings,
    month: Month,
    figures: &mut Figures<'_>,
) -> Result<BenefitWorkings, NotCovered> {
    let amount = base.amount();
    let in_full = |reason| Ok(BenefitWorkings { paid: amount, rule: BenefitRule::InFull(reason) });
    if !base.is_reduced() {
        in_full(InFull::NotReduced)
    } else if !amount.is_positive() {
        in_full(InFull::NothingToReduce)
    } else if !earnings.countable.is_positive() {
        in_full(InFull::NoEarnings)
    } else if new_rules(month) {
        after_taper(amount, earnings.countable, base.class(), month, figures)
    } else {
        after_hourly_disregard(amount, earnings, month, figures)
    }
}

/// To June 2025: an amount is disregarded for each hour worked, up to a number of hours.
fn after_hourly_disregard(
    base: Money,
    earnings: Earnings,
    month: Month,
    figures: &mut Figures<'_>,
) -> Result<BenefitWorkings, NotCovered> {
    let most = figures.take(figure::TIMEFRADRAG_MAX_TIMER, month)?;
    let hourly = figures.take(figure::TIMEFRADRAG, month)?;
    let disregard = earnings.hours.min(most).at(hourly);
    let counted = (Exact::from(earnings.countable) - disregard).at_least_zero();
    let paid = (Exact::from(base) - counted).at_least_zero().round();
    Ok(BenefitWorkings { paid, rule: BenefitRule::HourlyDisregard { disregard } })
}

/// From July 2025: a disregard, a taper above it, and a ceiling on benefit and earnings together.
fn after_taper(
    base: Money,
    earnings: Money,
    class: EarningsClass,
    month: Month,
    figures: &mut Figures<'_>,
) -> Result<BenefitWorkings, NotCovered> {
    let (disregard, ceiling) = match class {
        EarningsClass::WithParents => (figure::FRIBELOEB_HJEMMEBOENDE, None),
        EarningsClass::BasicOrLowest => (figure::FRIBELOEB_GRUND_MINDSTE, Some(figure::INDKOMSTLOFT_GRUND_MINDSTE)),
        EarningsClass::Higher => (figure::FRIBELOEB_FORHOEJET, Some(figure::INDKOMSTLOFT_FORHOEJET)),
    };
    let taper_rate = figures.take(figure::AFTRAPNING, month)?;
    let counted = (earnings - figures.take(disregard, month)?).at_least_zero().times(taper_rate);
    let tapered = (Exact::from(base) - counted).at_least_zero();
    let taper = Taper { disregard, counted };
    let Some(ceiling) = ceiling else {
        return Ok(BenefitWorkings { paid: tapered.round(), rule: BenefitRule::Taper(taper) });
    };
    let room = figures.take(ceiling, month)?.max(base) - earnings;
    let paid = tapered.min(Exact::from(room)).at_least_zero().round();
    Ok(BenefitWorkings { paid, rule: BenefitRule::TaperAndCeiling { taper, ceiling } })
}

/// The table of the spec, § 5: the first row that holds.
fn rates(profile: &Profile, month: Month) -> BenefitRates {
    if new_rules(month) {
        new_rates(profile)
    } else {
        let rate = if profile.education_help { old_education_rate(profile) } else { old_kontanthjaelp_rate(profile) };
        BenefitRates { rate, supplements: [None; 2], class: EarningsClass::Higher }
    }
}

fn new_rates(profile: &Profile) -> BenefitRates {
    let Profile { age, children, single, .. } = *profile;
    if age < ADULT_RATE_AGE && profile.lives_with_parents && !children {
        return BenefitRates {
            rate: figure::NY_HJEMMEBOENDE,
            supplements: [None; 2],
            class: EarningsClass::WithParents,
        };
    }
    let higher = age >= ADULT_RATE_AGE || (age >= WORK_EXPERIENCE_AGE && profile.worked_two_and_a_half_years);
    let (rate, class) = if !profile.residence_and_work_met {
        (figure::NY_MINDSTESATS, EarningsClass::BasicOrLowest)
    } else if higher {
        (figure::NY_FORHOEJET_SATS, EarningsClass::Higher)
    } else {
        (figure::NY_GRUNDSATS, EarningsClass::BasicOrLowest)
    };
    let alone = if !single {
        None
    } else if profile.lives_with_child() {
        (class == EarningsClass::BasicOrLowest).then_some(figure::NY_ENLIG_FORSOERGER)
    } else {
        (!children && profile.residence_and_work_met).then_some(figure::NY_ENLIG_IKKE_FORSOERGER)
    };
    BenefitRates { rate, supplements: [children.then_some(figure::NY_BOERNETILLAEG), alone], class }
}

fn old_education_rate(profile: &Profile) -> Figure<Money> {
    match (profile.children, profile.is_single_parent(), profile.lives_with_parents) {
        (_, true, _) => figure::UDH_ENLIG_FORSOERGER,
        (true, false, _) => figure::UDH_FORSOERGER,
        (false, _, true) => figure::UDH_HJEMMEBOENDE,
        (false, _, false) => figure::UDH_UDEBOENDE,
    }
}

fn old_kontanthjaelp_rate(profile: &Profile) -> Figure<Money> {
    match (profile.age >= ADULT_RATE_AGE, profile.children, profile.is_single_parent(), profile.lives_with_parents) {
        (true, true, _, _) => figure::KTH_30_FORSOERGER,
        (true, false, _, _) => figure::KTH_30_ANDRE,
        (false, true, true, _) => figure::KTH_U30_ENLIG_FORSOERGER,
        (false, true, false, _) => figure::KTH_U30_FORSOERGER,
        (false, false, _, true) => figure::KTH_U30_HJEMMEBOENDE,
        (false, false, _, false) => figure::KTH_U30_UDEBOENDE,
    }
}
