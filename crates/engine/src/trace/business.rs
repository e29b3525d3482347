//! How the lines of the business came about.

use super::intermediate::Intermediate;
use super::telling::{Telling, TermSource, answer, formula, not_yet, phase, same, term};
use super::{Formula, Line, MonthTrace, TermRole};
use crate::rulebook::figure;
use crate::screening::AnswerKey;
use crate::simulation::{
    AccountSetup, Business, BusinessStage, DrawRule, OpeningMonth, Pace, ScenarioField as F, TradeWorkings,
};

impl MonthTrace<'_> {
    /// The business, while it is open, with what it sells and costs.
    fn open(&self) -> Option<(&Business, &TradeWorkings)> {
        self.plan.scenario.business.as_ref().zip(self.workings.trade.as_ref())
    }

    pub(super) fn business_opening(&self, line: Line) -> Option<Telling> {
        if self.workings.context.is_first {
            return not_yet(line.in_month(&self.row)?);
        }
        same(self.before(Line::BusinessClosing, self.row.business.opening))
    }

    pub(super) fn revenue(&self, line: Line) -> Option<Telling> {
        let Some((_, trade)) = self.open() else { return self.line_without(line) };
        match trade.before_vat {
            None => self.sold(line.in_month(&self.row)?),
            Some(_) => self.without_vat(line, TermRole::RevenueBeforeVat, Intermediate::RevenueBeforeVat),
        }
    }

    pub(super) fn revenue_before_vat(&self) -> Option<Telling> {
        self.sold(self.workings.trade?.before_vat?)
    }

    fn without_vat(&self, line: Line, role: TermRole, amount: impl Into<TermSource>) -> Option<Telling> {
        let rate = term(TermRole::VatRate, self.figure(figure::MOMS_SATS)?);
        self.line_by(line, Formula::WithoutVat, vec![term(role, amount), rate])
    }

    /// What customers pay for.
    fn sold(&self, sold: impl Into<super::Value>) -> Option<Telling> {
        let (business, trade) = self.open()?;
        let (entered, season) = (&business.revenue, trade.season);
        let factor = super::Value::Factor(season.factor);
        let season = match season.position {
            Some(position) => self.own_at(F::Seasonality, position, factor),
            None => self.unwritten(F::Seasonality, factor),
        };
        let mut terms = vec![
            term(TermRole::FullMonth, self.own(F::FullMonth, entered.full_month)),
            term(TermRole::Season, season),
            term(TermRole::OpenMonth, Intermediate::OpenMonth),
            term(TermRole::RampMonths, self.own(F::RampMonths, entered.ramp_months)),
        ];
        match trade.pace {
            Pace::Full => formula(Formula::RevenueFull, sold, terms),
            Pace::Ramp => {
                terms.insert(0, term(TermRole::FirstMonth, self.own(F::FirstMonth, entered.first_month)));
                formula(Formula::RevenueRamp, sold, terms)
            }
        }
    }

    pub(super) fn variable_costs(&self, line: Line) -> Option<Telling> {
        let Some((business, _)) = self.open() else { return self.line_without(line) };
        let share = self.own(F::VariableCostShare, business.variable_cost_share);
        let terms = vec![term(TermRole::Revenue, Line::BusinessRevenue), term(TermRole::CostShare, share)];
        self.line_by(line, Formula::VariableCosts, terms)
    }

    pub(super) fn fixed_costs(&self, line: Line) -> Option<Telling> {
        let Some((business, trade)) = self.open() else { return self.line_without(line) };
        let entered = self.own(F::FixedCosts, business.fixed_costs);
        match trade.before_vat {
            None => same(entered),
            Some(_) => self.without_vat(line, TermRole::FixedCosts, entered),
        }
    }

    pub(super) fn account_fee(&self, line: Line) -> Option<Telling> {
        let Some((_, trade)) = self.open() else { return self.line_without(line) };
        same(self.own(F::AccountFee, trade.account_fee))
    }

    pub(super) fn surplus(&self, line: Line) -> Option<Telling> {
        if self.open().is_none() {
            return self.line_without(line);
        }
        let terms = vec![
            term(TermRole::Revenue, Line::BusinessRevenue),
            term(TermRole::VariableCosts, Line::BusinessVariableCosts),
            term(TermRole::FixedCosts, Line::BusinessFixedCosts),
            term(TermRole::AccountFee, Line::BusinessAccountFee),
        ];
        self.line_by(line, Formula::Surplus, terms)
    }

    /// A line that is something only in the month the business opens: then it is as `told` says.
    fn once(&self, line: Line, told: impl FnOnce(&Business, OpeningMonth) -> Option<Telling>) -> Option<Telling> {
        match (self.workings.business.stage, &self.plan.scenario.business) {
            (BusinessStage::Open { once: OpeningMonth::Past, .. }, _) => {
                self.line_by(line, Formula::OnlyInOpeningMonth, self.month_and_opening())
            }
            (BusinessStage::Open { once, .. }, Some(business)) => told(business, once),
            (BusinessStage::Open { .. } | BusinessStage::NotOpen | BusinessStage::WoundUp, _) => {
                self.line_without(line)
            }
        }
    }

    pub(super) fn own_contribution(&self, line: Line) -> Option<Telling> {
        self.once(line, |business, _| same(self.own(F::OwnContribution, business.own_contribution)))
    }

    pub(super) fn payout(&self, line: Line) -> Option<Telling> {
        self.once(line, |_, once| self.of_the_loan(line, F::Principal, once))
    }

    pub(super) fn loan_fee(&self, line: Line) -> Option<Telling> {
        self.once(line, |_, once| self.of_the_loan(line, F::LoanFee, once))
    }

    /// What comes with the loan, in the month the business opens.
    fn of_the_loan(&self, line: Line, field: F, once: OpeningMonth) -> Option<Telling> {
        match once {
            OpeningMonth::WithLoan => same(self.own(field, line.in_month(&self.row)?)),
            OpeningMonth::WithoutLoan | OpeningMonth::Past => self.no_loan(line),
        }
    }

    pub(super) fn setup_costs(&self, line: Line) -> Option<Telling> {
        self.once(line, |business, _| {
            let amounts = business.setup_costs.iter().map(|cost| cost.amount).enumerate();
            let cost = |(at, amount)| term(TermRole::SetupCost, self.own_at(F::SetupCostAmount, at, amount));
            self.line_by(line, Formula::SetupCosts, amounts.map(cost).collect())
        })
    }

    pub(super) fn account_setup(&self, line: Line) -> Option<Telling> {
        let price = self.plan.resolved.account_setup;
        self.once(line, |_, _| {
            same(match self.plan.account_setup_is() {
                AccountSetup::Written => self.own(F::AccountSetup, price),
                AccountSetup::OpenAlready => answer(AnswerKey::BusinessAccount, price, false),
                AccountSetup::Usual => self.unwritten(F::AccountSetup, price),
            })
        })
    }

    pub(super) fn before_draw(&self) -> Option<Telling> {
        let BusinessStage::Open { before_draw, .. } = self.workings.business.stage else { return None };
        let terms = vec![
            term(TermRole::Opening, Line::BusinessOpening),
            term(TermRole::OwnContribution, Line::BusinessOwnContribution),
            term(TermRole::Payout, Line::BusinessPayout),
            term(TermRole::LoanFee, Line::BusinessLoanFee),
            term(TermRole::SetupCosts, Line::BusinessSetupCosts),
            term(TermRole::AccountSetup, Line::BusinessAccountSetup),
            term(TermRole::Surplus, Line::BusinessSurplus),
            term(TermRole::Instalment, Line::BusinessInstalment),
        ];
        formula(Formula::BeforeDraw, before_draw, terms)
    }

    pub(super) fn draw(&self, line: Line) -> Option<Telling> {
        let BusinessStage::Open { draw, .. } = self.workings.business.stage else {
            return self.line_without(line);
        };
        let buffer = self.plan.scenario.business.as_ref()?.buffer;
        let mut terms = vec![
            term(TermRole::BeforeDraw, Intermediate::BeforeDraw),
            term(TermRole::Buffer, self.own(F::Buffer, buffer)),
            term(TermRole::Outstanding, Line::LoanOutstanding),
        ];
        match draw {
            DrawRule::WithoutDebt => self.line_by(line, Formula::DrawWithoutDebt, terms),
            DrawRule::WithDebt => {
                let surplus = term(TermRole::Surplus, Line::BusinessSurplus);
                let instalment = term(TermRole::Instalment, Line::BusinessInstalment);
                terms.splice(0..0, [surplus, instalment]);
                self.line_by(line, Formula::DrawWithDebt, terms)
            }
        }
    }

    pub(super) fn business_instalment(&self, line: Line) -> Option<Telling> {
        match self.workings.business.stage {
            BusinessStage::Open { .. } => same(Line::LoanInstalment),
            BusinessStage::NotOpen | BusinessStage::WoundUp => self.line_by(line, Formula::PaidByHousehold, phase()),
        }
    }

    pub(super) fn wound_up(&self, line: Line) -> Option<Telling> {
        match self.workings.business.stage {
            BusinessStage::WoundUp => {
                self.line_by(line, Formula::WoundUp, vec![term(TermRole::Opening, Line::BusinessOpening)])
            }
            BusinessStage::NotOpen | BusinessStage::Open { .. } => {
                self.line_by(line, Formula::OnlyInClosingMonth, phase())
            }
        }
    }

    pub(super) fn business_closing(&self, line: Line) -> Option<Telling> {
        let (by, terms) = match self.workings.business.stage {
            BusinessStage::Open { .. } => {
                let before = term(TermRole::BeforeDraw, Intermediate::BeforeDraw);
                (Formula::BusinessClosing, vec![before, term(TermRole::Draw, Line::BusinessDraw)])
            }
            BusinessStage::NotOpen | BusinessStage::WoundUp => {
                let opening = term(TermRole::Opening, Line::BusinessOpening);
                (Formula::BusinessClosingNotOpen, vec![opening, term(TermRole::WoundUp, Line::BusinessWoundUp)])
            }
        };
        self.line_by(line, by, terms)
    }
}
