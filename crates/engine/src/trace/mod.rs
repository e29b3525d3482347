//! Where a figure comes from: the tree behind any line of any month.
//!
//! The simulation leaves what it worked a month out to be ([`MonthWorkings`]); here each line is told from that: its
//! formula, and what entered it. Nothing is worked out again. The leaves of a tree are figures of the rulebook,
//! entries of the case, and lines of other months: a value carried over is named with its month and line, and whoever
//! wants to know more asks again.

mod business;
mod calendar;
mod defaults;
mod formula;
mod household;
mod intermediate;
mod line;
mod loan;
mod node;
mod place;
mod support;
mod tax;
mod telling;
mod term_role;
mod value;
mod work;
mod write;

pub use formula::Formula;
pub use line::Line;
pub use node::{Entry, LineOf, Node, Origin, Term};
pub use place::Place;
pub use term_role::TermRole;
pub use value::{Value, ValueKind};

use crate::quantity::Month;
use crate::rulebook::Rulebook;
use crate::simulation::{JobWorkings, MonthRow, MonthWorkings, NotCovered, Plan, workings};
use intermediate::Intermediate;
use telling::{Telling, TermSource, same};

/// A month of a plan, of which every line can be told.
#[derive(Clone, Debug)]
pub struct MonthTrace<'a> {
    /// The month as it stands in the result.
    pub row: MonthRow,
    rulebook: &'a Rulebook,
    plan: Plan<'a>,
    workings: MonthWorkings,
    jobs: Vec<JobWorkings>,
}

impl<'a> MonthTrace<'a> {
    /// A month of the plan; `None` when the scenario does not have it.
    ///
    /// # Errors
    /// [`NotCovered`] when a month up to it lies before the first period of a figure it needs.
    pub fn of(rulebook: &'a Rulebook, plan: Plan<'a>, month: Month) -> Result<Option<Self>, NotCovered> {
        let found = workings(rulebook, &plan, month)?;
        Ok(found.map(|(workings, jobs)| MonthTrace { row: workings.row(), rulebook, plan, workings, jobs }))
    }

    /// The tree behind a line. `None` cannot happen: every line is told in every month, and what the month was
    /// worked out with is there.
    #[must_use]
    pub fn line(&self, line: Line) -> Option<Node> {
        let node = self.told(self.telling(line)?)?;
        Some(Node { line: Some(line), ..node })
    }

    fn month(&self) -> Month {
        self.row.month
    }

    fn told(&self, telling: Telling) -> Option<Node> {
        match telling {
            Telling::Same(source) => self.node(source),
            Telling::Formula(formula, value, terms) => {
                let terms = terms.into_iter().map(|(role, source)| Some(Term { role, node: self.node(source)? }));
                let terms = terms.collect::<Option<Vec<Term>>>()?;
                Some(Node { value, line: None, origin: Origin::Formula { formula, terms } })
            }
        }
    }

    fn node(&self, source: TermSource) -> Option<Node> {
        match source {
            TermSource::Line(line) => self.line(line),
            TermSource::Intermediate(intermediate) => self.told(self.intermediate(intermediate)?),
            TermSource::Leaf(node) => Some(node),
        }
    }

    /// How a line came about. A new line does not compile until it is told.
    fn telling(&self, line: Line) -> Option<Telling> {
        match line {
            Line::HouseholdOpening => self.household_opening(),
            Line::HouseholdBenefit => self.benefit(line),
            Line::HouseholdSubsidy => self.subsidy(line),
            Line::HouseholdJobPay => self.job_pay(line),
            Line::HouseholdAtp => self.atp(line),
            Line::HouseholdDraw => same(Line::BusinessDraw),
            Line::HouseholdWoundUp => same(Line::BusinessWoundUp),
            Line::HouseholdOtherIncome => self.other_income(),
            Line::HouseholdOwnContribution => same(Line::BusinessOwnContribution),
            Line::HouseholdTax => self.tax(line),
            Line::HouseholdLivingCosts => self.living_costs(),
            Line::HouseholdInstalment => self.household_instalment(line),
            Line::HouseholdClosing => self.household_closing(line),
            Line::BusinessOpening => self.business_opening(line),
            Line::BusinessOwnContribution => self.own_contribution(line),
            Line::BusinessPayout => self.payout(line),
            Line::BusinessLoanFee => self.loan_fee(line),
            Line::BusinessSetupCosts => self.setup_costs(line),
            Line::BusinessAccountSetup => self.account_setup(line),
            Line::BusinessRevenue => self.revenue(line),
            Line::BusinessVariableCosts => self.variable_costs(line),
            Line::BusinessFixedCosts => self.fixed_costs(line),
            Line::BusinessAccountFee => self.account_fee(line),
            Line::BusinessSurplus => self.surplus(line),
            Line::BusinessInstalment => self.business_instalment(line),
            Line::BusinessDraw => self.draw(line),
            Line::BusinessWoundUp => self.wound_up(line),
            Line::BusinessClosing => self.business_closing(line),
            Line::LoanOpening => self.loan_opening(line),
            Line::LoanInterest => self.loan_interest(line),
            Line::LoanInstalment => self.loan_instalment(line),
            Line::LoanPaused => self.loan_paused(line),
            Line::LoanOutstanding => self.loan_outstanding(line),
            Line::SelfSupporting => self.self_supporting(line),
            Line::LoanLevelPayment => self.level_payment(),
            Line::LoanInstalmentsDue => self.instalments_due(),
            Line::TaxCarriedLoss => self.carried_loss(),
        }
    }

    /// How something on the way to the lines came about; `None` where the month had no use for it, and no line
    /// names it.
    fn intermediate(&self, intermediate: Intermediate) -> Option<Telling> {
        match intermediate {
            Intermediate::OpeningMonth => self.opening_month(),
            Intermediate::Phase => self.phase(),
            Intermediate::OpenMonth => self.open_month(),
            Intermediate::MonthsSincePayout => self.months_since_payout(),
            Intermediate::HoursOfJob(job) => self.hours_of_job(job),
            Intermediate::PayOfJob(job) => self.pay_of_job(job),
            Intermediate::AtpOfJob(job) => self.atp_of_job(job),
            Intermediate::Hours => self.hours(),
            Intermediate::Wage => self.wage(),
            Intermediate::JobContribution => self.contribution(self.workings.jobs.contribution, Intermediate::Wage),
            Intermediate::CountableEarnings => self.countable_earnings(),
            Intermediate::Base => self.base(),
            Intermediate::HourlyDisregard => self.hourly_disregard(),
            Intermediate::Taper => self.taper(),
            Intermediate::FullSubsidy => self.full_subsidy(),
            Intermediate::RevenueBeforeVat => self.revenue_before_vat(),
            Intermediate::BeforeDraw => self.before_draw(),
            Intermediate::CarriedBefore => self.carried_before(),
            Intermediate::TaxResult => self.tax_result(),
            Intermediate::TaxableProfit => self.taxable_profit(),
            Intermediate::ProfitContribution => self.profit_contribution(),
            Intermediate::TaxedIncome => self.taxed_income(),
            Intermediate::WorkDeductions => self.work_deductions(),
            Intermediate::StateTax => self.state_tax(),
            Intermediate::LocalRate => self.local_rate(),
            Intermediate::LocalTax => self.local_tax(),
        }
    }
}

/// The tree behind a line of a month; `None` when the scenario does not have the month.
///
/// # Errors
/// [`NotCovered`] when a month up to it lies before the first period of a figure it needs.
pub fn explain(rulebook: &Rulebook, plan: &Plan<'_>, month: Month, line: Line) -> Result<Option<Node>, NotCovered> {
    Ok(MonthTrace::of(rulebook, plan.clone(), month)?.and_then(|trace| trace.line(line)))
}
