//! Eight invented cases to learn the screen by, complete with answers and a plan. Five are the citizen's examples with every answer
//! given; the others show what those do not: a group that must be re-referred, one the trial left out, a business that closes.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::figure;
use mikrolaan_engine::screening::{LoanPurpose, Support, YesNo};
use mikrolaan_engine::simulation::{AfterClosure, Benefit, Deduction, Timeline};

use crate::locale::language::Text;
use crate::locale::texts::named::LetterTrade;
use crate::locale::texts::office::caseworker::{column, sample as words};
use crate::rulebook::RULEBOOK;

/// How many months the business that closes is open.
const OPEN_MONTHS: i32 = 9;
/// What it borrows, in kroner.
const BORROWED_BY_H: i64 = 40_000;
/// What it sells in a good month, in kroner.
const SOLD_BY_H: i64 = 5_000;

/// An invented case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleCase {
    /// A hairdresser who rents a chair: a small job fills the gap.
    A,
    /// A graphic designer of 26: slow growth.
    B,
    /// Jewellery in a web shop, and public debt: the account first.
    C,
    /// A courier in rehabilitation: a van that can be pledged.
    D,
    /// A copywriter without a benefit: no source says what the subsidy is then.
    E,
    /// Somebody on kontanthjælp who is to be re-referred first.
    F,
    /// Somebody the trial left out by name.
    G,
    /// A business that closes after nine months.
    H,
}

impl SampleCase {
    /// All of them, in order.
    pub const ALL: [SampleCase; 8] = [
        SampleCase::A,
        SampleCase::B,
        SampleCase::C,
        SampleCase::D,
        SampleCase::E,
        SampleCase::F,
        SampleCase::G,
        SampleCase::H,
    ];

    /// Its letter.
    pub const fn letter(self) -> &'static str {
        match self {
            SampleCase::A => "A",
            SampleCase::B => "B",
            SampleCase::C => "C",
            SampleCase::D => "D",
            SampleCase::E => "E",
            SampleCase::F => "F",
            SampleCase::G => "G",
            SampleCase::H => "H",
        }
    }

    /// What it is called: its letter, and what somebody does.
    pub fn name(self) -> String {
        words::name(LetterTrade { letter: self.letter(), trade: self.trade().words() })
    }

    /// What somebody does.
    pub fn trade(self) -> Text {
        match self {
            SampleCase::A => words::hairdresser(),
            SampleCase::B => words::graphic_designer(),
            SampleCase::C => words::web_shop(),
            SampleCase::D => words::courier(),
            SampleCase::E => words::copywriter(),
            SampleCase::F => words::re_referral(),
            SampleCase::G => words::left_out(),
            SampleCase::H => words::closes(),
        }
    }

    /// What it shows.
    pub fn teaches(self) -> Text {
        match self {
            SampleCase::A => words::teaches_a(),
            SampleCase::B => words::teaches_b(),
            SampleCase::C => words::teaches_c(),
            SampleCase::D => words::teaches_d(),
            SampleCase::E => words::teaches_e(),
            SampleCase::F => words::teaches_f(),
            SampleCase::G => words::teaches_g(),
            SampleCase::H => words::teaches_h(),
        }
    }

    const fn business(self) -> ExampleId {
        match self {
            SampleCase::A | SampleCase::H => ExampleId::Hairdresser,
            SampleCase::B | SampleCase::G => ExampleId::GraphicDesigner,
            SampleCase::C | SampleCase::F => ExampleId::JewelleryWebShop,
            SampleCase::D => ExampleId::Courier,
            SampleCase::E => ExampleId::Copywriter,
        }
    }

    /// The case, looked at in this month.
    pub fn case(self, as_of: Month) -> Case {
        let mut case = example(self.business(), as_of);
        answer_the_rest(&mut case);
        match self {
            SampleCase::F => {
                case.answers.support = Some(Support::KontanthjaelpAktivitetsparat);
                case.answers.public_debt = Some(YesNo::No);
            }
            SampleCase::G => leave_out(&mut case),
            SampleCase::H => {
                borrow(&mut case, BORROWED_BY_H);
                close(&mut case);
            }
            _ => {}
        }
        if let Some(plan) = case.scenarios.first_mut() {
            plan.name = column::plan().to_owned();
        }
        case
    }
}

/// What the citizen's examples leave open: nobody has been away, and children live with whoever has some.
fn answer_the_rest(case: &mut Case) {
    let answers = &mut case.answers;
    answers.married = Some(false);
    (answers.lived_abroad, answers.residence_and_work_met) = (Some(false), None);
    answers.children_at_home = answers.children.filter(|children| *children);
}

/// Somebody who came from abroad not long ago. What they live on follows from no answer: it is the lowest rate of the month.
fn leave_out(case: &mut Case) {
    case.answers.support = Some(Support::Overgangsydelse);
    (case.answers.lived_abroad, case.answers.residence_and_work_met) = (Some(true), Some(false));
    let lowest = figure::NY_MINDSTESATS.at(&RULEBOOK, case.as_of).map(|found| found.value);
    if let (Some(plan), Some(monthly)) = (case.scenarios.first_mut(), lowest) {
        plan.benefit = Some(Benefit::Own { monthly, deduction: Deduction::Kontanthjaelp });
    }
}

fn borrow(case: &mut Case, kroner: i64) {
    let amount = Money::from_kroner(kroner);
    case.answers.loan_amount = Some(amount);
    if let Some(loan) = case.scenarios.first_mut().and_then(|plan| plan.loan.as_mut()) {
        loan.principal = amount;
    }
}

/// Too little is sold, there is no small job, and the business closes.
fn close(case: &mut Case) {
    case.answers.loan_purposes = Some(vec![LoanPurpose::Equipment, LoanPurpose::Stock]);
    let Some(plan) = case.scenarios.first_mut() else { return };
    let opening = Timeline::of(plan).opening();
    plan.small_jobs.clear();
    plan.after_closure = AfterClosure::Benefit;
    if let Some(business) = &mut plan.business {
        business.revenue.full_month = Money::from_kroner(SOLD_BY_H);
        // What it buys is no more than the loan.
        business.setup_costs.pop();
        business.closes = opening.map(|opening| opening.plus(OPEN_MONTHS));
    }
}

#[cfg(test)]
#[path = "examples_tests.rs"]
mod tests;
