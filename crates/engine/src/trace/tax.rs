//! How the tax came about, with what of the business's result is taxed.

use super::intermediate::Intermediate;
use super::telling::{Telling, TermSource, Terms, answer, formula, not_yet, nothing_in_phase, overridden, same, term};
use super::{Formula, Line, MonthTrace, TermRole};
use crate::rulebook::{OverrideKey, Rulebook, figure};
use crate::screening::AnswerKey;
use crate::simulation::{IncomeTax, MunicipalRateTaken, ScenarioField, SingleParent, TaxMode, TaxWorkings};

impl MonthTrace<'_> {
    pub(super) fn carried_before(&self) -> Option<Telling> {
        let carried = self.workings.profit.carried_before;
        if self.workings.context.is_first {
            return not_yet(carried);
        }
        same(self.before(Line::TaxCarriedLoss, carried))
    }

    pub(super) fn tax_result(&self) -> Option<Telling> {
        let terms = vec![
            term(TermRole::Surplus, Line::BusinessSurplus),
            term(TermRole::SetupCosts, Line::BusinessSetupCosts),
            term(TermRole::AccountSetup, Line::BusinessAccountSetup),
            term(TermRole::LoanFee, Line::BusinessLoanFee),
        ];
        formula(Formula::TaxResult, self.workings.profit.result?, terms)
    }

    pub(super) fn taxable_profit(&self) -> Option<Telling> {
        let profit = self.workings.profit;
        match profit.result {
            None => nothing_in_phase(profit.profit),
            Some(_) => formula(Formula::TaxableProfit, profit.profit, result_and_loss()),
        }
    }

    pub(super) fn carried_loss(&self) -> Option<Telling> {
        let profit = self.workings.profit;
        match profit.result {
            None => same(Intermediate::CarriedBefore),
            Some(_) => formula(Formula::CarriedLoss, profit.carried_loss, result_and_loss()),
        }
    }

    pub(super) fn tax(&self, line: Line) -> Option<Telling> {
        let (by, terms) = match self.workings.tax {
            TaxWorkings::NotWorkedOut => {
                let mode = self.own(ScenarioField::TaxMode, TaxMode::None.id());
                (Formula::NoTax, vec![term(TermRole::TaxMode, mode)])
            }
            TaxWorkings::Simplified { .. } => {
                let terms = vec![
                    term(TermRole::JobContribution, Intermediate::JobContribution),
                    term(TermRole::ProfitContribution, Intermediate::ProfitContribution),
                    term(TermRole::StateTax, Intermediate::StateTax),
                    term(TermRole::LocalTax, Intermediate::LocalTax),
                ];
                (Formula::Tax, terms)
            }
        };
        self.line_by(line, by, terms)
    }

    pub(super) fn profit_contribution(&self) -> Option<Telling> {
        match self.workings.tax {
            TaxWorkings::NotWorkedOut => None,
            TaxWorkings::Simplified { profit_contribution, .. } => {
                self.contribution(profit_contribution, Intermediate::TaxableProfit)
            }
        }
    }

    pub(super) fn taxed_income(&self) -> Option<Telling> {
        let TaxWorkings::Simplified { taxed_income, .. } = self.workings.tax else { return None };
        let terms = vec![
            term(TermRole::Benefit, Line::HouseholdBenefit),
            term(TermRole::Subsidy, Line::HouseholdSubsidy),
            term(TermRole::Wage, Intermediate::Wage),
            term(TermRole::JobContribution, Intermediate::JobContribution),
            term(TermRole::TaxableProfit, Intermediate::TaxableProfit),
            term(TermRole::ProfitContribution, Intermediate::ProfitContribution),
        ];
        formula(Formula::TaxedIncome, taxed_income, terms)
    }

    /// The tax of the income; `None` inside = nothing is taxed.
    fn income_tax(&self) -> Option<Option<IncomeTax>> {
        match self.workings.tax {
            TaxWorkings::NotWorkedOut => None,
            TaxWorkings::Simplified { income_tax, .. } => Some(income_tax),
        }
    }

    pub(super) fn state_tax(&self) -> Option<Telling> {
        let Some(tax) = self.income_tax()? else { return nothing_taxed() };
        let terms = vec![taxed_income(), self.allowance()?, term(TermRole::StateRate, self.figure(figure::BUNDSKAT)?)];
        formula(Formula::StateTax, tax.state, terms)
    }

    pub(super) fn local_tax(&self) -> Option<Telling> {
        let Some(tax) = self.income_tax()? else { return nothing_taxed() };
        let deductions = term(TermRole::WorkDeductions, Intermediate::WorkDeductions);
        let rate = term(TermRole::LocalRate, Intermediate::LocalRate);
        formula(Formula::LocalTax, tax.local, vec![taxed_income(), self.allowance()?, deductions, rate])
    }

    fn allowance(&self) -> Option<(TermRole, TermSource)> {
        Some(term(TermRole::PersonalAllowance, self.figure(figure::PERSONFRADRAG)?))
    }

    pub(super) fn work_deductions(&self) -> Option<Telling> {
        let deductions = self.income_tax()??.work_deductions;
        let mut terms =
            vec![term(TermRole::Wage, Intermediate::Wage), term(TermRole::TaxableProfit, Intermediate::TaxableProfit)];
        let mut by = Formula::WorkDeductions;
        if let Some(deductions) = deductions {
            terms.extend([
                term(TermRole::EmploymentRate, self.figure(figure::BESK_FRADRAG_SATS)?),
                term(TermRole::EmploymentMost, self.figure(figure::BESK_FRADRAG_MAX)?),
                term(TermRole::JobThreshold, self.figure(figure::JOBFRADRAG_BUND)?),
                term(TermRole::JobRate, self.figure(figure::JOBFRADRAG_SATS)?),
                term(TermRole::JobMost, self.figure(figure::JOBFRADRAG_MAX)?),
            ]);
            if deductions.of_single_parent {
                by = Formula::WorkDeductionsSingleParent;
                terms.extend(self.single_parent());
                terms.extend([
                    term(TermRole::SingleParentRate, self.figure(figure::BESK_FRADRAG_ENLIG_SATS)?),
                    term(TermRole::SingleParentMost, self.figure(figure::BESK_FRADRAG_ENLIG_MAX)?),
                ]);
            }
        }
        formula(by, deductions.map(|deductions| deductions.sum).unwrap_or_default(), terms)
    }

    /// What makes the tax that of a single parent.
    fn single_parent(&self) -> Terms {
        let all = |[single, at_home]: [TermSource; 2]| {
            vec![term(TermRole::Single, single), term(TermRole::ChildrenAtHome, at_home)]
        };
        match self.plan.resolved.single_parent {
            SingleParent::Written(holds) => {
                vec![term(TermRole::SingleParent, self.own(ScenarioField::SingleParent, holds))]
            }
            SingleParent::Profile(holds) => all([ScenarioField::ProfileSingle, ScenarioField::ProfileChildrenAtHome]
                .map(|field| self.of_profile(field, holds))),
            SingleParent::Answers(holds) => {
                all([AnswerKey::Single, AnswerKey::ChildrenAtHome].map(|key| answer(key, holds, false)))
            }
        }
    }

    pub(super) fn local_rate(&self) -> Option<Telling> {
        let rate = self.income_tax()??.local_rate;
        let municipal = match rate.municipal {
            MunicipalRateTaken::Own(written) => self.own(ScenarioField::MunicipalRate, written),
            MunicipalRateTaken::Override(set) => overridden(OverrideKey::MunicipalRate, set),
            MunicipalRateTaken::Published => self.figure(Rulebook::MUNICIPAL_RATE)?,
        };
        let church = self.own(ScenarioField::ChurchRate, self.plan.scenario.tax.church_rate);
        let terms = vec![
            term(TermRole::MunicipalRate, municipal),
            term(TermRole::ChurchRate, church),
            term(TermRole::HealthRate, self.figure(figure::SUNDHEDSBIDRAG)?),
        ];
        formula(Formula::LocalRate, rate.sum, terms)
    }
}

fn result_and_loss() -> Terms {
    vec![term(TermRole::TaxResult, Intermediate::TaxResult), term(TermRole::CarriedLoss, Intermediate::CarriedBefore)]
}

fn taxed_income() -> (TermRole, TermSource) {
    term(TermRole::TaxedIncome, Intermediate::TaxedIncome)
}

/// Without an income there is neither of its two taxes.
fn nothing_taxed() -> Option<Telling> {
    formula(Formula::NothingTaxed, crate::quantity::Money::ZERO, vec![taxed_income()])
}
