//! The two purses of a month, never mixed: what stands on the business account, and what the person lives on.

use super::business::BusinessMonth;
use super::figures::Figures;
use super::job::JobMonth;
use super::ledger::{BusinessLines, HouseholdLines, LoanLines};
use super::record::{
    Formula, Input, Item, Line, Record, Role, answer, before, given, item, line, own, own_at, unwritten,
};
use super::run::{Now, PHASE, Run, Support};
use super::scenario::Business;
use crate::quantity::Money;

/// What a household's month is made of, beside the business.
#[derive(Clone, Copy)]
pub(super) struct Parts<'p> {
    pub(super) job: &'p JobMonth,
    pub(super) support: Support,
    pub(super) tax: Money,
    pub(super) loan: LoanLines,
}

impl Run<'_> {
    pub(super) fn business_lines(
        &self,
        now: Now<'_>,
        trade: BusinessMonth,
        loan: LoanLines,
        figures: &mut Figures<'_>,
    ) -> BusinessLines {
        let opening = self.business;
        figures.tell(|record| match now.first {
            true => record.formula(Line::BusinessOpening, Formula::NotYet, opening, &[]),
            false => record.same(Line::BusinessOpening, before(now.month, Line::BusinessClosing, opening)),
        });
        let Some((business, age)) = now.open else {
            let wound_up = if now.first_closed { opening } else { Money::ZERO };
            // It closes at nothing: what was there is handed over, and nothing comes before or after.
            let lines = BusinessLines { opening, wound_up, ..BusinessLines::default() };
            figures.tell(|record| tell_not_open(record, now, &lines));
            return lines;
        };
        let mut lines = BusinessLines {
            opening,
            revenue: trade.revenue,
            variable_costs: trade.variable_costs,
            fixed_costs: trade.fixed_costs,
            account_fee: trade.account_fee,
            surplus: trade.surplus(),
            instalment: loan.instalment,
            ..BusinessLines::default()
        };
        if age == 1 {
            self.opening_month(business, &mut lines, figures);
        } else {
            figures.tell(|record| tell_only_in_opening_month(record, now));
        }
        draw(business, loan, &mut lines, figures);
        lines
    }

    /// What is paid and received once, in the month the business opens.
    fn opening_month(&self, business: &Business, lines: &mut BusinessLines, figures: &mut Figures<'_>) {
        lines.own_contribution = business.own_contribution;
        lines.setup_costs = business.setup_costs.iter().map(|cost| cost.amount).sum();
        lines.account_setup = self.plan.account_setup;
        figures.tell(|record| tell_opening_month(record, business, lines));
        let Some(loan) = &self.scenario().loan else {
            let lines = [Line::BusinessPayout, Line::BusinessLoanFee];
            return figures.tell(|record| record.nothing(&lines, Formula::NoLoan, &[]));
        };
        lines.payout = loan.principal;
        lines.loan_fee = loan.fee;
        figures.tell(|record| {
            record.same(Line::BusinessPayout, own("loan.principal", loan.principal));
            record.same(Line::BusinessLoanFee, own("loan.fee", loan.fee));
        });
    }

    pub(super) fn taxable_profit(&mut self, now: Now<'_>, lines: &BusinessLines, figures: &mut Figures<'_>) -> Money {
        let carried = self.taxable.carried_loss();
        figures.tell(|record| match now.first {
            true => record.formula(Item::CarriedBefore, Formula::NotYet, carried, &[]),
            false => record.same(Item::CarriedBefore, before(now.month, Line::TaxCarriedLoss, carried)),
        });
        if now.open.is_none() {
            figures.tell(|record| {
                record.formula(Item::TaxableProfit, Formula::NothingInPhase, Money::ZERO, &[PHASE]);
                record.same(Line::TaxCarriedLoss, item(Item::CarriedBefore));
            });
            return Money::ZERO;
        }
        let result = lines.surplus - lines.setup_costs - lines.account_setup - lines.loan_fee;
        let profit = self.taxable.of(result);
        figures.tell(|record| self.tell_profit(record, result, profit));
        profit
    }

    fn tell_profit(&self, record: &mut Record, result: Money, profit: Money) {
        let inputs = [
            (Role::Surplus, line(Line::BusinessSurplus)),
            (Role::SetupCosts, line(Line::BusinessSetupCosts)),
            (Role::AccountSetup, line(Line::BusinessAccountSetup)),
            (Role::LoanFee, line(Line::BusinessLoanFee)),
        ];
        record.formula(Item::TaxResult, Formula::TaxResult, result, &inputs);
        let inputs = [(Role::TaxResult, item(Item::TaxResult)), (Role::CarriedLoss, item(Item::CarriedBefore))];
        record.formula(Item::TaxableProfit, Formula::TaxableProfit, profit, &inputs);
        record.formula(Line::TaxCarriedLoss, Formula::CarriedLoss, self.taxable.carried_loss(), &inputs);
    }

    pub(super) fn household_lines(
        &self,
        now: Now<'_>,
        parts: Parts<'_>,
        business: &BusinessLines,
        figures: &mut Figures<'_>,
    ) -> HouseholdLines {
        let Parts { job, support, tax, loan } = parts;
        let own = &self.scenario().household;
        let mut lines = HouseholdLines {
            opening: self.household,
            benefit: support.benefit,
            subsidy: support.subsidy,
            job_pay: job.pay,
            atp: job.atp,
            draw: business.draw,
            wound_up: business.wound_up,
            other_income: own.other_income,
            own_contribution: business.own_contribution,
            tax,
            living_costs: own.living_costs,
            instalment: if now.open.is_some() { Money::ZERO } else { loan.instalment },
            closing: Money::ZERO,
        };
        lines.closing = lines.opening + lines.benefit + lines.subsidy + lines.own_income() + lines.wound_up
            - lines.own_contribution
            - lines.outgoings();
        figures.tell(|record| {
            self.debt.tell_carried(record, now.month);
            tell_household(record, now, &lines);
        });
        lines
    }
}

/// The owner's draw, and with it the closing balance. While a debt is outstanding no more than the
/// month's own surplus is drawn, so the loan itself is never lived on.
fn draw(business: &Business, loan: LoanLines, lines: &mut BusinessLines, figures: &mut Figures<'_>) {
    let before = lines.opening + lines.own_contribution + lines.payout + lines.surplus
        - lines.loan_fee
        - lines.setup_costs
        - lines.account_setup
        - lines.instalment;
    let above_buffer = (before - business.buffer).or_zero();
    let in_debt = loan.outstanding.is_positive();
    lines.draw = if in_debt { (lines.surplus - lines.instalment).or_zero().min(above_buffer) } else { above_buffer };
    lines.closing = before - lines.draw;
    figures.tell(|record| {
        tell_before_draw(record, before);
        tell_draw(record, business, in_debt, lines);
    });
}

pub(super) fn is_self_supporting(
    household: &HouseholdLines,
    business: &BusinessLines,
    figures: &mut Figures<'_>,
) -> bool {
    let is = household.living_costs.is_positive()
        && !household.has_public_support()
        && !business.closing.is_negative()
        && household.own_income() - household.tax - household.instalment >= household.living_costs;
    figures.tell(|record| tell_self_supporting(record, is));
    is
}

/// What there is only while the business is open.
const WHILE_OPEN: [Line; 11] = [
    Line::BusinessOwnContribution,
    Line::BusinessPayout,
    Line::BusinessLoanFee,
    Line::BusinessSetupCosts,
    Line::BusinessAccountSetup,
    Line::BusinessRevenue,
    Line::BusinessVariableCosts,
    Line::BusinessFixedCosts,
    Line::BusinessAccountFee,
    Line::BusinessSurplus,
    Line::BusinessDraw,
];

fn tell_not_open(record: &mut Record, now: Now<'_>, lines: &BusinessLines) {
    record.nothing(&WHILE_OPEN, Formula::NothingInPhase, &[PHASE]);
    record.nothing(&[Line::BusinessInstalment], Formula::PaidByHousehold, &[PHASE]);
    let opening = (Role::Opening, line(Line::BusinessOpening));
    if now.first_closed {
        record.formula(Line::BusinessWoundUp, Formula::WoundUp, lines.wound_up, &[opening]);
    } else {
        record.nothing(&[Line::BusinessWoundUp], Formula::OnlyInClosingMonth, &[PHASE]);
    }
    let inputs = [opening, (Role::WoundUp, line(Line::BusinessWoundUp))];
    record.formula(Line::BusinessClosing, Formula::BusinessClosingNotOpen, lines.closing, &inputs);
}

fn tell_only_in_opening_month(record: &mut Record, now: Now<'_>) {
    let once = [
        Line::BusinessOwnContribution,
        Line::BusinessPayout,
        Line::BusinessLoanFee,
        Line::BusinessSetupCosts,
        Line::BusinessAccountSetup,
    ];
    let inputs = [(Role::Month, given(now.month)), (Role::OpeningMonth, item(Item::OpeningMonth))];
    record.nothing(&once, Formula::OnlyInOpeningMonth, &inputs);
}

fn tell_opening_month(record: &mut Record, business: &Business, lines: &BusinessLines) {
    record.same(Line::BusinessOwnContribution, own("business.own_contribution", lines.own_contribution));
    let cost = |(index, amount)| (Role::SetupCost, own_at("business.setup_costs", index, "amount", amount));
    let costs: Vec<(Role, Input)> = business.setup_costs.iter().map(|cost| cost.amount).enumerate().map(cost).collect();
    record.formula(Line::BusinessSetupCosts, Formula::SetupCosts, lines.setup_costs, &costs);
    let price = lines.account_setup;
    let account_setup = if record.account_setup_is_written {
        own("business.account_setup", price)
    } else if price.is_zero() {
        // The account is open already: so it was answered.
        answer("business_account", price, false)
    } else {
        unwritten("business.account_setup", price)
    };
    record.same(Line::BusinessAccountSetup, account_setup);
}

fn tell_before_draw(record: &mut Record, before: Money) {
    let inputs = [
        (Role::Opening, line(Line::BusinessOpening)),
        (Role::OwnContribution, line(Line::BusinessOwnContribution)),
        (Role::Payout, line(Line::BusinessPayout)),
        (Role::LoanFee, line(Line::BusinessLoanFee)),
        (Role::SetupCosts, line(Line::BusinessSetupCosts)),
        (Role::AccountSetup, line(Line::BusinessAccountSetup)),
        (Role::Surplus, line(Line::BusinessSurplus)),
        (Role::Instalment, line(Line::BusinessInstalment)),
    ];
    record.formula(Item::BeforeDraw, Formula::BeforeDraw, before, &inputs);
}

fn tell_draw(record: &mut Record, business: &Business, in_debt: bool, lines: &BusinessLines) {
    let before = (Role::BeforeDraw, item(Item::BeforeDraw));
    let buffer = (Role::Buffer, own("business.buffer", business.buffer));
    let outstanding = (Role::Outstanding, line(Line::LoanOutstanding));
    if in_debt {
        let surplus = (Role::Surplus, line(Line::BusinessSurplus));
        let instalment = (Role::Instalment, line(Line::BusinessInstalment));
        let inputs = [surplus, instalment, before, buffer, outstanding];
        record.formula(Line::BusinessDraw, Formula::DrawWithDebt, lines.draw, &inputs);
    } else {
        record.formula(Line::BusinessDraw, Formula::DrawWithoutDebt, lines.draw, &[before, buffer, outstanding]);
    }
    let inputs = [before, (Role::Draw, line(Line::BusinessDraw))];
    record.formula(Line::BusinessClosing, Formula::BusinessClosing, lines.closing, &inputs);
    record.same(Line::BusinessInstalment, line(Line::LoanInstalment));
    record.nothing(&[Line::BusinessWoundUp], Formula::OnlyInClosingMonth, &[PHASE]);
}

fn tell_household(record: &mut Record, now: Now<'_>, lines: &HouseholdLines) {
    match now.first {
        true => record.same(Line::HouseholdOpening, own("household.savings", lines.opening)),
        false => record.same(Line::HouseholdOpening, before(now.month, Line::HouseholdClosing, lines.opening)),
    }
    record.same(Line::HouseholdDraw, line(Line::BusinessDraw));
    record.same(Line::HouseholdWoundUp, line(Line::BusinessWoundUp));
    record.same(Line::HouseholdOwnContribution, line(Line::BusinessOwnContribution));
    record.same(Line::HouseholdOtherIncome, own("household.other_income", lines.other_income));
    record.same(Line::HouseholdLivingCosts, own("household.living_costs", lines.living_costs));
    match now.open {
        Some(_) => record.nothing(&[Line::HouseholdInstalment], Formula::PaidByBusiness, &[PHASE]),
        None => record.same(Line::HouseholdInstalment, line(Line::LoanInstalment)),
    }
    record.formula(Line::HouseholdClosing, Formula::HouseholdClosing, lines.closing, &HOUSEHOLD);
}

/// What enters the household's closing balance.
const HOUSEHOLD: [(Role, Input); 12] = [
    (Role::Opening, of(Line::HouseholdOpening)),
    (Role::Benefit, of(Line::HouseholdBenefit)),
    (Role::Subsidy, of(Line::HouseholdSubsidy)),
    (Role::JobPay, of(Line::HouseholdJobPay)),
    (Role::Atp, of(Line::HouseholdAtp)),
    (Role::Draw, of(Line::HouseholdDraw)),
    (Role::WoundUp, of(Line::HouseholdWoundUp)),
    (Role::OtherIncome, of(Line::HouseholdOtherIncome)),
    (Role::OwnContribution, of(Line::HouseholdOwnContribution)),
    (Role::Tax, of(Line::HouseholdTax)),
    (Role::LivingCosts, of(Line::HouseholdLivingCosts)),
    (Role::Instalment, of(Line::HouseholdInstalment)),
];

const fn of(line: Line) -> Input {
    Input::Item(Item::Line(line))
}

fn tell_self_supporting(record: &mut Record, is: bool) {
    let of_household = [
        Role::Benefit,
        Role::Subsidy,
        Role::JobPay,
        Role::Atp,
        Role::Draw,
        Role::OtherIncome,
        Role::Tax,
        Role::Instalment,
        Role::LivingCosts,
    ];
    let mut inputs: Vec<(Role, Input)> =
        HOUSEHOLD.into_iter().filter(|(role, _)| of_household.contains(role)).collect();
    inputs.push((Role::BusinessClosing, line(Line::BusinessClosing)));
    record.formula(Line::SelfSupporting, Formula::SelfSupporting, is, &inputs);
}
