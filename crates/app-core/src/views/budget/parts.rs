//! The parts of the page of the budgets: the words of each, and the figures that stand in it beside each other.

use crate::forms::FormItem::{Choice, Input};
use crate::forms::{FormItem, Word, choices as c, inputs as i, no_word};
use crate::locale::texts::budget as b;
use crate::navigation::GuideTopic;

/// One of the budgets.
pub struct BudgetPart {
    /// Its heading.
    pub title: Word,
    /// What it is called in the plan the municipality sees, if it is one of those.
    pub name: Word,
    /// What it is about.
    pub hint: Word,
    /// Why we ask.
    pub why: Word,
    /// What is good to know about it.
    pub more: Option<GuideTopic>,
    /// Its figures beside each other.
    pub items: &'static [FormItem],
}

/// *Etableringsbudget*: what it costs to start, and where the money comes from.
pub static SETUP: BudgetPart = BudgetPart {
    title: b::setup::title,
    name: b::setup::name,
    hint: b::setup::hint,
    why: b::setup::why,
    more: Some(GuideTopic::Insurance),
    items: &[Input(&i::ACCOUNT_SETUP), Input(&i::OWN_CONTRIBUTION)],
};

/// One cost of starting.
pub static COST: [FormItem; 2] = [Input(&i::COST_LABEL), Input(&i::COST_AMOUNT)];

/// *Driftsbudget*, what is sold: a good month, and how it gets there.
pub static SALES: BudgetPart = BudgetPart {
    title: b::operating::sales_title,
    name: b::operating::name,
    hint: b::operating::hint,
    why: b::operating::why,
    more: Some(GuideTopic::Vat),
    items: &[Input(&i::FULL_MONTH), Input(&i::FIRST_MONTH), Input(&i::RAMP_MONTHS)],
};

/// *Driftsbudget*, what it costs, and what stays in the business.
pub static OPERATING: BudgetPart = BudgetPart {
    title: b::operating::costs_title,
    name: b::operating::name,
    hint: no_word,
    why: b::operating::why,
    more: Some(GuideTopic::Insurance),
    items: &[Input(&i::VARIABLE_SHARE), Input(&i::FIXED_COSTS), Input(&i::ACCOUNT_FEE), Input(&i::BUFFER)],
};

/// Of both, what is asked first.
pub static GOOD_MONTH: [FormItem; 3] = [Input(&i::FULL_MONTH), Input(&i::VARIABLE_SHARE), Input(&i::FIXED_COSTS)];
/// How a good month comes about.
pub static GROWTH: [FormItem; 2] = [Input(&i::FIRST_MONTH), Input(&i::RAMP_MONTHS)];
/// What else the business keeps and pays.
pub static REST: [FormItem; 2] = [Input(&i::ACCOUNT_FEE), Input(&i::BUFFER)];

/// The money at home.
pub static HOUSEHOLD: BudgetPart = BudgetPart {
    title: b::household::title,
    name: no_word,
    hint: b::household::hint,
    why: b::household::why,
    more: Some(GuideTopic::Spouse),
    items: &HOME,
};

/// What is asked of it.
pub static HOME: [FormItem; 3] = [Input(&i::LIVING_COSTS), Input(&i::OTHER_INCOME), Input(&i::SAVINGS)];

/// The ordinary benefit; its figures are those of the person's own amount.
pub static BENEFIT: BudgetPart = BudgetPart {
    title: b::benefit::title,
    name: no_word,
    hint: b::benefit::hint,
    why: b::benefit::why,
    more: Some(GuideTopic::Reporting),
    items: &[Input(&i::BENEFIT_MONTHLY), Choice(&c::DEDUCTION)],
};

/// How long each part takes.
pub static COURSE: BudgetPart = BudgetPart {
    title: b::course::title,
    name: no_word,
    hint: b::course::hint,
    why: b::course::why,
    more: Some(GuideTopic::Sickness),
    items: &[
        Choice(&c::START),
        Input(&i::MONTHS),
        Input(&i::COURSE_MONTHS),
        Input(&i::ACCOUNT_WAIT_MONTHS),
        Input(&i::SUBSIDY_MONTHS),
        Input(&i::SUBSIDY_MONTHLY),
    ],
};

/// The loan; what is paid back is asked only when something is borrowed.
pub static LOAN: BudgetPart = BudgetPart {
    title: b::loan::title,
    name: no_word,
    hint: b::loan::hint,
    why: b::loan::why,
    more: Some(GuideTopic::MissedInstalment),
    items: &[Input(&i::PRINCIPAL)],
};

/// A loan that is paid back with so much a month.
pub static BY_INSTALMENT: [FormItem; 4] =
    [Input(&i::INSTALMENT), Input(&i::FIRST_INSTALMENT), Input(&i::ANNUAL_RATE), Input(&i::LOAN_FEE)];

/// A loan that is paid back over so many months.
pub static BY_TERM: [FormItem; 4] =
    [Input(&i::TERM), Input(&i::FIRST_INSTALMENT), Input(&i::ANNUAL_RATE), Input(&i::LOAN_FEE)];

/// Small jobs beside the business; the figures are those of each job.
pub static JOBS: BudgetPart = BudgetPart {
    title: b::job::title,
    name: no_word,
    hint: b::job::hint,
    why: b::job::why,
    more: Some(GuideTopic::Reporting),
    items: &[Input(&i::JOB_HOURS), Input(&i::JOB_WAGE), Choice(&c::JOB_FROM), Choice(&c::JOB_UNTIL)],
};

/// Tax.
pub static TAX: BudgetPart = BudgetPart {
    title: b::tax::title,
    name: no_word,
    hint: b::tax::hint,
    why: b::tax::why,
    more: Some(GuideTopic::Tax),
    items: &[Choice(&c::TAX_MODE), Input(&i::MUNICIPAL_RATE), Input(&i::CHURCH_RATE)],
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{
        BENEFIT, BY_INSTALMENT, BY_TERM, COST, COURSE, GOOD_MONTH, GROWTH, HOUSEHOLD, JOBS, LOAN, OPERATING, REST,
        SALES, SETUP, TAX,
    };
    use crate::forms::field_props::Layout;
    use crate::forms::scope::Scope;
    use crate::forms::{FormItem, inputs};

    fn id(item: &FormItem) -> String {
        match item {
            FormItem::Input(input) => Scope::default().id(input.of),
            FormItem::Choice(choice) => choice.props(Scope::default(), Layout::Group).id,
        }
    }

    /// The way from a field that cannot be read leads here, so every figure must stand on the page, and once.
    #[test]
    fn every_figure_stands_on_the_page_once() {
        let parts = [&SETUP, &SALES, &OPERATING, &HOUSEHOLD, &BENEFIT, &COURSE, &LOAN, &JOBS, &TAX];
        let lists = parts.iter().map(|part| part.items).chain([&COST[..], &BY_TERM, &BY_INSTALMENT[..1]]);
        let there: Vec<String> = lists.flatten().map(id).collect();
        let ids: BTreeSet<&String> = there.iter().collect();
        assert_eq!(ids.len(), there.len(), "a field stands there twice");
        // The factors of the seasons stand under the names of their months, the age with what the benefit rests on.
        let elsewhere = [&inputs::SEASON, &inputs::AGE].map(|input| id(&FormItem::Input(input)));
        for input in inputs::ALL {
            let id = id(&FormItem::Input(input));
            assert!(ids.contains(&id) != elsewhere.contains(&id), "{id}");
        }
        let business: BTreeSet<String> = SALES.items.iter().chain(OPERATING.items).map(id).collect();
        let on_the_step: BTreeSet<String> = GOOD_MONTH.iter().chain(&GROWTH).chain(&REST).map(id).collect();
        assert_eq!(on_the_step, business, "the step asks the same");
        assert_eq!(
            BY_TERM[1..].iter().map(id).collect::<Vec<_>>(),
            BY_INSTALMENT[1..].iter().map(id).collect::<Vec<_>>()
        );
    }
}
