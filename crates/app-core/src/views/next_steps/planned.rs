//! What comes if the scheme opens again, with its days from the plan.

use mikrolaan_engine::case::Obstacle;
use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::quantity::{Date, Money, Month};
use mikrolaan_engine::rulebook::figure;
use mikrolaan_engine::simulation::BenefitRange;

use crate::locale::argument::{Amount, MonthOf, Months};
use crate::locale::language::Text;
use crate::locale::texts::headline;
use crate::locale::texts::named::HighLow;
use crate::locale::texts::next_steps::planned as words;
use crate::locale::write;
use crate::rulebook::RULEBOOK;
use crate::state::State;
use crate::views::decisive;
use crate::views::headlines::{Unwritten, first_short};
use crate::views::months::{Unsayable, sayable};
use crate::views::{View, in_order};

/// So many months before the support ends somebody looks for a small job: advice of ours, and no rule.
const LOOK_AHEAD: u32 = 2;

/// What is said of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlannedSteps {
    /// The plan can be worked out.
    Dated {
        /// What its figures hold under, while they are nobody's; empty where they are the person's own.
        condition: String,
        /// Its steps, by day.
        steps: Vec<PlannedStep>,
    },
    /// A figure is missing without which nothing can be said.
    Asked(Unwritten),
    /// It cannot be worked out.
    CannotCalculate(Vec<Obstacle>),
    /// There is none.
    NoPlan,
}

/// A step of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedStep {
    /// Which.
    pub id: PlannedStepId,
    /// Its day: where the plan only knows the month, the first of it, or the last before it.
    pub date: Date,
    /// What happens, or is to be done. Without amounts.
    pub title: Text,
    /// When, as exactly as the plan knows it.
    pub when: String,
    /// More about it.
    pub note: String,
    /// How it is drawn.
    pub tone: PlannedTone,
}

/// Which step of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlannedStepId {
    /// The course begins.
    Course,
    /// The account is to be open.
    AccountReady,
    /// Loan and subsidy begin.
    Opening,
    /// Time to look for a small job.
    LookForJob,
    /// The support ends.
    SupportEnds,
    /// The first instalment.
    FirstInstalment,
    /// Register for VAT.
    Vat,
    /// The money has run out.
    MoneyRunsOut,
}

impl PlannedStepId {
    /// What it is called in a calendar.
    pub const fn id(self) -> &'static str {
        match self {
            PlannedStepId::Course => "course",
            PlannedStepId::AccountReady => "account-ready",
            PlannedStepId::Opening => "opening",
            PlannedStepId::LookForJob => "look-for-job",
            PlannedStepId::SupportEnds => "support-ends",
            PlannedStepId::FirstInstalment => "first-instalment",
            PlannedStepId::Vat => "vat-registration",
            PlannedStepId::MoneyRunsOut => "money-runs-out",
        }
    }
}

/// How a step of the plan is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlannedTone {
    /// As all others.
    Plain,
    /// Something ends.
    Ends,
    /// Money is missing.
    Missing,
}

impl PlannedSteps {
    /// What is said of a plan. While something stands in a field that could not be read, nothing is.
    pub(super) fn of(state: &State, outcome: Option<&Result<Evaluated, Vec<Obstacle>>>) -> Self {
        let Some(outcome) = outcome.filter(|outcome| outcome.is_err() || state.drafts().is_empty()) else {
            return PlannedSteps::NoPlan;
        };
        let evaluated = match sayable(outcome) {
            Ok(evaluated) => evaluated,
            Err(Unsayable::Asked(unwritten)) => return PlannedSteps::Asked(unwritten),
            Err(Unsayable::CannotCalculate(obstacles)) => return PlannedSteps::CannotCalculate(obstacles.to_vec()),
        };
        let plan = evaluated.plan();
        let view = View { plan: &plan, simulation: &evaluated.simulation };
        // In the order they are told in, where two have the same day.
        let steps = in_order(steps(&view), |step| (step.date, step.id));
        let condition = [uncertain_benefit(&view), decisive::condition(state.case())];
        let condition = condition.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ");
        PlannedSteps::Dated { condition, steps }
    }

    /// Its steps; none while nothing can be said.
    pub fn steps(&self) -> &[PlannedStep] {
        if let PlannedSteps::Dated { steps, .. } = self { steps } else { &[] }
    }
}

/// What the benefit can be while answers are missing; empty where it is known.
fn uncertain_benefit(view: &View<'_>) -> String {
    let said = |range: &BenefitRange| {
        let (high, low) = (Amount::Whole(range.high), Amount::Whole(range.low));
        [&headline::benefit_range::fact(HighLow { high, low }), " ", &*headline::benefit_range::note()].concat()
    };
    view.simulation.benefit_range.as_ref().map(said).unwrap_or_default()
}

fn steps(view: &View<'_>) -> Vec<PlannedStep> {
    let all = [
        course(view),
        account_ready(view),
        opening(view),
        look_for_job(view),
        support_ends(view),
        first_instalment(view),
        vat(view),
        money_runs_out(view),
    ];
    all.into_iter().flatten().collect()
}

/// A step in a month, of which no day is known.
fn in_month(id: PlannedStepId, month: Month, title: Text) -> PlannedStep {
    let when = write::month_year(month);
    PlannedStep { id, date: Date::first_of(month), title, when, note: String::new(), tone: PlannedTone::Plain }
}

fn on_day(id: PlannedStepId, date: Date, title: Text) -> PlannedStep {
    let when = write::date(date);
    PlannedStep { date, when, ..in_month(id, date.month(), title) }
}

fn course(view: &View<'_>) -> Option<PlannedStep> {
    let scenario = view.plan.scenario;
    let has_course = scenario.business.is_some() && scenario.course_months > 0;
    has_course.then(|| in_month(PlannedStepId::Course, scenario.start, words::course()))
}

/// The loan is paid out in the month the business opens, so the account is to be there before. Where the plan does not wait for
/// it, it is open already.
fn account_ready(view: &View<'_>) -> Option<PlannedStep> {
    let opening = view.plan.timeline().opening_within()?;
    (view.plan.scenario.account_wait_months > 0).then(|| PlannedStep {
        note: view.plan.scenario.loan.as_ref().map(|_| words::before_payout().to_owned()).unwrap_or_default(),
        ..on_day(PlannedStepId::AccountReady, Date::last_of(opening.previous()), words::account_ready())
    })
}

fn opening(view: &View<'_>) -> Option<PlannedStep> {
    let scenario = view.plan.scenario;
    let opening = view.plan.timeline().opening_within()?;
    let loan = scenario.loan.as_ref().map(|loan| Amount::Whole(loan.principal));
    let title = match (loan.is_some(), scenario.subsidy.months > 0) {
        (true, true) => words::loan_and_subsidy(),
        (true, false) => words::loan(),
        (false, true) => words::subsidy(),
        (false, false) => return None,
    };
    let note = loan.map(words::loan_amount).unwrap_or_default();
    let when = words::from_month(MonthOf(opening));
    Some(PlannedStep { when, note, ..in_month(PlannedStepId::Opening, opening, title) })
}

/// So long before the support ends that the months up to then are whole ones, but never before the plan begins. Who has a job
/// then looks for none.
fn look_for_job(view: &View<'_>) -> Option<PlannedStep> {
    let ends = view.simulation.key_figures.support_ends?;
    let month = (1..LOOK_AHEAD).fold(ends, |month, _| month.previous());
    let mut after = view.simulation.months.iter().filter(|row| row.month > ends);
    let has_job = after.next().is_some_and(|row| row.household.job_pay.is_positive());
    (month >= view.plan.scenario.start && !has_job).then(|| PlannedStep {
        note: words::before_support_ends(Months(LOOK_AHEAD)),
        ..on_day(PlannedStepId::LookForJob, Date::first_of(month), words::look_for_job())
    })
}

fn support_ends(view: &View<'_>) -> Option<PlannedStep> {
    let ends = view.simulation.key_figures.support_ends?;
    let step = on_day(PlannedStepId::SupportEnds, Date::last_of(ends), words::support_ends());
    Some(PlannedStep { tone: PlannedTone::Ends, ..step })
}

fn first_instalment(view: &View<'_>) -> Option<PlannedStep> {
    let row = view.simulation.months.iter().find(|row| row.loan.instalment.is_positive())?;
    Some(PlannedStep {
        note: words::instalment_amount(Amount::Whole(row.loan.instalment)),
        ..in_month(PlannedStepId::FirstInstalment, row.month, words::first_instalment())
    })
}

fn vat(view: &View<'_>) -> Option<PlannedStep> {
    let month = view.simulation.key_figures.turnover_over_vat_threshold?;
    let limit: Money = figure::MOMS_GRAENSE.at(&RULEBOOK, month)?.value;
    Some(PlannedStep {
        when: words::before_month(MonthOf(month)),
        note: words::vat_limit(Amount::Whole(limit)),
        ..on_day(PlannedStepId::Vat, Date::last_of(month.previous()), words::vat())
    })
}

fn money_runs_out(view: &View<'_>) -> Option<PlannedStep> {
    let row = first_short(view)?;
    Some(PlannedStep {
        note: words::missing(Amount::Whole(row.household.closing.abs())),
        tone: PlannedTone::Missing,
        ..in_month(PlannedStepId::MoneyRunsOut, row.month, words::money_runs_out())
    })
}
