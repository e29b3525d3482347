//! How the lines of the household came about.

use super::telling::{Telling, phase, same, term};
use super::{Formula, Line, MonthTrace, TermRole};
use crate::simulation::ScenarioField;

impl MonthTrace<'_> {
    pub(super) fn household_opening(&self) -> Option<Telling> {
        let opening = self.row.household.opening;
        same(match self.workings.context.is_first {
            true => self.own(ScenarioField::Savings, opening),
            false => self.before(Line::HouseholdClosing, opening),
        })
    }

    pub(super) fn other_income(&self) -> Option<Telling> {
        same(self.own(ScenarioField::OtherIncome, self.row.household.other_income))
    }

    pub(super) fn living_costs(&self) -> Option<Telling> {
        same(self.own(ScenarioField::LivingCosts, self.row.household.living_costs))
    }

    pub(super) fn household_instalment(&self, line: Line) -> Option<Telling> {
        match self.workings.context.open_month {
            Some(_) => self.line_by(line, Formula::PaidByBusiness, phase()),
            None => same(Line::LoanInstalment),
        }
    }

    pub(super) fn household_closing(&self, line: Line) -> Option<Telling> {
        let terms = vec![
            term(TermRole::Opening, Line::HouseholdOpening),
            term(TermRole::Benefit, Line::HouseholdBenefit),
            term(TermRole::Subsidy, Line::HouseholdSubsidy),
            term(TermRole::JobPay, Line::HouseholdJobPay),
            term(TermRole::Atp, Line::HouseholdAtp),
            term(TermRole::Draw, Line::HouseholdDraw),
            term(TermRole::WoundUp, Line::HouseholdWoundUp),
            term(TermRole::OtherIncome, Line::HouseholdOtherIncome),
            term(TermRole::OwnContribution, Line::HouseholdOwnContribution),
            term(TermRole::Tax, Line::HouseholdTax),
            term(TermRole::LivingCosts, Line::HouseholdLivingCosts),
            term(TermRole::Instalment, Line::HouseholdInstalment),
        ];
        self.line_by(line, Formula::HouseholdClosing, terms)
    }

    pub(super) fn self_supporting(&self, line: Line) -> Option<Telling> {
        let terms = vec![
            term(TermRole::Benefit, Line::HouseholdBenefit),
            term(TermRole::Subsidy, Line::HouseholdSubsidy),
            term(TermRole::JobPay, Line::HouseholdJobPay),
            term(TermRole::Atp, Line::HouseholdAtp),
            term(TermRole::Draw, Line::HouseholdDraw),
            term(TermRole::OtherIncome, Line::HouseholdOtherIncome),
            term(TermRole::Tax, Line::HouseholdTax),
            term(TermRole::LivingCosts, Line::HouseholdLivingCosts),
            term(TermRole::Instalment, Line::HouseholdInstalment),
            term(TermRole::BusinessClosing, Line::BusinessClosing),
        ];
        self.line_by(line, Formula::SelfSupporting, terms)
    }
}
