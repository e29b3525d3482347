//! The fields of a scenario: one row each, by their place in the case file.
//!
//! Reader, writer and link name a field by its row; so does everything that says where a value comes from.
//! The rows keep their places for good, because links name them by number: a new field comes last.

use crate::string_enum::string_enum;

string_enum! {
    /// A field of a scenario, by its path within it; `[]` stands for the position in a list.
    ScenarioField {
        /// What the person calls it.
        Name = "name",
        /// First month.
        Start = "start",
        /// How many months.
        Months = "months",
        /// How long the course lasts.
        CourseMonths = "course_months",
        /// How long the business account takes.
        AccountWaitMonths = "account_wait_months",
        /// The household's money.
        Household = "household",
        /// On the account at the start.
        Savings = "household.savings",
        /// What it costs to live.
        LivingCosts = "household.living_costs",
        /// Income that does not reduce the benefit.
        OtherIncome = "household.other_income",
        /// The ordinary benefit.
        Benefit = "benefit",
        /// The amount the person receives.
        BenefitMonthly = "benefit.monthly",
        /// Whether earnings reduce it.
        BenefitDeduction = "benefit.deduction",
        /// The situation the rate follows from.
        Profile = "benefit.profile",
        /// Age.
        ProfileAge = "benefit.profile.age",
        /// Supports a child.
        ProfileChildren = "benefit.profile.children",
        /// Lives alone.
        ProfileSingle = "benefit.profile.single",
        /// Lives with parents.
        ProfileLivesWithParents = "benefit.profile.lives_with_parents",
        /// Uddannelseshjælp rather than kontanthjælp.
        ProfileEducationHelp = "benefit.profile.education_help",
        /// A child lives with the person.
        ProfileChildrenAtHome = "benefit.profile.children_at_home",
        /// Meets the residence and employment requirements.
        ProfileResidenceAndWorkMet = "benefit.profile.residence_and_work_met",
        /// Has worked two and a half years.
        ProfileWorkedTwoAndAHalfYears = "benefit.profile.worked_two_and_a_half_years",
        /// The subsistence subsidy.
        Subsidy = "subsidy",
        /// How many months of it.
        SubsidyMonths = "subsidy.months",
        /// Whether the need is looked at each month.
        SubsidyModel = "subsidy.model",
        /// The full monthly amount.
        SubsidyMonthly = "subsidy.monthly",
        /// The microloan.
        Loan = "loan",
        /// What is paid out.
        Principal = "loan.principal",
        /// Interest a year.
        AnnualRate = "loan.annual_rate",
        /// A fee at the payout.
        LoanFee = "loan.fee",
        /// Months to the first instalment.
        FirstInstalment = "loan.first_instalment_after_months",
        /// How it is paid back.
        Repayment = "loan.repayment",
        /// So much a month.
        Instalment = "loan.repayment.instalment",
        /// In so many instalments.
        TermMonths = "loan.repayment.term_months",
        /// The business.
        Business = "business",
        /// From the savings.
        OwnContribution = "business.own_contribution",
        /// What it costs to start.
        SetupCosts = "business.setup_costs",
        /// What a cost is for.
        SetupCostLabel = "business.setup_costs[].label",
        /// What it costs.
        SetupCostAmount = "business.setup_costs[].amount",
        /// What it sells.
        Revenue = "business.revenue",
        /// In the month it opens.
        FirstMonth = "business.revenue.first_month",
        /// At full speed.
        FullMonth = "business.revenue.full_month",
        /// In which month it runs at full speed.
        RampMonths = "business.revenue.ramp_months",
        /// A factor for each calendar month.
        Seasonality = "business.seasonality",
        /// The part of the revenue that goes to goods.
        VariableCostShare = "business.variable_cost_share",
        /// Fixed costs a month.
        FixedCosts = "business.fixed_costs",
        /// The business account, a month.
        AccountFee = "business.account_fee",
        /// Opening the business account.
        AccountSetup = "business.account_setup",
        /// What stays on the business account.
        Buffer = "business.buffer",
        /// What becomes of VAT.
        Vat = "business.vat",
        /// The first month in which it is closed.
        Closes = "business.closes",
        /// The small jobs.
        SmallJobs = "small_jobs",
        /// First month of a job.
        JobFrom = "small_jobs[].from",
        /// Last month of a job.
        JobUntil = "small_jobs[].until",
        /// Hours a week.
        JobHours = "small_jobs[].hours_per_week",
        /// Pay an hour.
        JobWage = "small_jobs[].hourly_wage",
        /// How tax is worked out.
        Tax = "tax",
        /// Simplified, or not at all.
        TaxMode = "tax.mode",
        /// The municipal rate.
        MunicipalRate = "tax.municipal_rate",
        /// The church rate.
        ChurchRate = "tax.church_rate",
        /// Has the single parent's deduction.
        SingleParent = "tax.single_parent",
        /// What the person lives on after the business has closed.
        AfterClosure = "after_closure",
    }
}

/// The keys of the fields, in their order.
const KEYS: [&str; ScenarioField::ALL.len()] = {
    let mut keys = [""; ScenarioField::ALL.len()];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = last_step(ScenarioField::IDS[at]);
        at += 1;
    }
    keys
};

/// What stands behind the last point.
const fn last_step(path: &'static str) -> &'static str {
    let bytes = path.as_bytes();
    let mut from = bytes.len();
    while from > 0 && bytes[from - 1] != b'.' {
        from -= 1;
    }
    path.split_at(from).1
}

impl ScenarioField {
    /// The key in the object that holds the field: the last step of its path.
    #[must_use]
    pub fn key(self) -> &'static str {
        KEYS.get(self as usize).copied().unwrap_or_default()
    }

    /// The field's place in the case: `scenarios[0].small_jobs[2].from`. `at` is the item's position where the field
    /// belongs to a list, or is one.
    #[must_use]
    pub fn path(self, scenario: usize, at: Option<usize>) -> String {
        let (list, rest) = self.id().split_once('[').unwrap_or((self.id(), "]"));
        let place = at.map_or_else(|| self.id().to_owned(), |at| format!("{list}[{at}{rest}"));
        format!("scenarios[{scenario}].{place}")
    }

    /// Is it this part, or does it stand within it?
    #[must_use]
    pub fn is_within(self, part: ScenarioField) -> bool {
        let rest = self.id().strip_prefix(part.id());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }
}

/// Which fields stand in the case file although they are at their default (or are `null` there): whoever wrote
/// them meant them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FieldsWritten(u128);

impl FieldsWritten {
    /// The first bit that means a job: does its end stand there as `null`?
    const FIRST_JOB: usize = 112;

    /// Stands the field there?
    #[must_use]
    pub const fn has(self, field: ScenarioField) -> bool {
        self.0 & (1 << field as usize) != 0
    }

    /// Notes whether the field stands there.
    pub const fn note(&mut self, field: ScenarioField, is_written: bool) {
        self.set(field as usize, is_written);
    }

    /// Stands the end of this job there as `null`?
    #[must_use]
    pub const fn has_open_end(self, job: usize) -> bool {
        self.0.unbounded_shr((FieldsWritten::FIRST_JOB + job) as u32) & 1 == 1
    }

    /// Notes whether the end of this job stands there as `null`.
    pub const fn note_open_end(&mut self, job: usize, is_written: bool) {
        self.set(FieldsWritten::FIRST_JOB + job, is_written);
    }

    const fn set(&mut self, bit: usize, is_set: bool) {
        let mask = 1_u128.unbounded_shl(bit as u32);
        self.0 = if is_set { self.0 | mask } else { self.0 & !mask };
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldsWritten, ScenarioField};

    #[test]
    fn every_field_and_every_job_has_a_mark_of_its_own() {
        assert!(ScenarioField::ALL.len() <= FieldsWritten::FIRST_JOB);
        let mut all = Vec::new();
        for &field in ScenarioField::ALL {
            let mut written = FieldsWritten::default();
            written.note(field, true);
            assert!(written.has(field));
            all.push(written);
            written.note(field, false);
            assert_eq!(written, FieldsWritten::default());
        }
        for job in 0..6 {
            let mut written = FieldsWritten::default();
            written.note_open_end(job, true);
            assert!(written.has_open_end(job));
            all.push(written);
        }
        assert_eq!(all.iter().collect::<std::collections::HashSet<_>>().len(), all.len());
        assert!(!FieldsWritten::default().has_open_end(1_000));
    }

    #[test]
    fn a_field_stands_within_its_part_and_in_no_part_that_only_begins_alike() {
        use ScenarioField::{
            AccountFee, Benefit, BenefitMonthly, Business, JobHours, Loan, Savings, SetupCostLabel, SmallJobs,
        };
        for (field, part) in
            [(Benefit, Benefit), (BenefitMonthly, Benefit), (JobHours, SmallJobs), (SetupCostLabel, Business)]
        {
            assert!(field.is_within(part), "{field:?} in {part:?}");
        }
        for (field, part) in [(Benefit, BenefitMonthly), (Savings, Loan), (AccountFee, SmallJobs)] {
            assert!(!field.is_within(part), "{field:?} in {part:?}");
        }
    }

    #[test]
    fn a_field_of_a_list_has_the_place_of_its_item() {
        assert_eq!(ScenarioField::Savings.path(1, None), "scenarios[1].household.savings");
        assert_eq!(ScenarioField::JobFrom.path(0, Some(2)), "scenarios[0].small_jobs[2].from");
        assert_eq!(ScenarioField::SmallJobs.path(0, Some(2)), "scenarios[0].small_jobs[2]");
        assert_eq!(ScenarioField::Seasonality.path(0, Some(11)), "scenarios[0].business.seasonality[11]");
    }

    #[test]
    fn a_key_is_the_last_step_of_the_path() {
        assert_eq!(ScenarioField::ProfileAge.key(), "age");
        assert_eq!(ScenarioField::JobFrom.key(), "from");
        assert_eq!(ScenarioField::Name.key(), "name");
    }
}
