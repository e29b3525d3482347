//! What a person can answer. Unanswered is `None`; *unknown* is an answer.

use crate::choice::choice;
use crate::quantity::Money;

choice! {
    /// A question, by its key in the case file.
    AnswerKey {
        /// Age in whole years.
        Age = "age",
        /// Where the person lives.
        Municipality = "municipality",
        /// What the person lives on today.
        Support = "support",
        /// Has the business started?
        BusinessStarted = "business_started",
        /// Is there an idea?
        Idea = "idea",
        /// Does the person know the trade?
        TradeSkills = "trade_skills",
        /// Can the person run a business?
        BusinessSkills = "business_skills",
        /// Is a job or an education close?
        JobOrEducationClose = "job_or_education_close",
        /// Will the person take the course?
        WillTakeCourse = "will_take_course",
        /// Is there a business plan with budgets?
        Plan = "plan",
        /// How much to borrow.
        LoanAmount = "loan_amount",
        /// What the loan is for.
        LoanPurposes = "loan_purposes",
        /// Debt to the public, collected by Gældsstyrelsen.
        PublicDebt = "public_debt",
        /// Is there a business account?
        BusinessAccount = "business_account",
        /// Wealth above the limit.
        WealthOverLimit = "wealth_over_limit",
        /// Does the person receive housing benefit?
        HousingBenefit = "housing_benefit",
        /// Living alone.
        Single = "single",
        /// Supports a child at home.
        Children = "children",
        /// Lives with parents.
        LivesWithParents = "lives_with_parents",
        /// Meets the residence and employment requirements (benefit from July 2025).
        ResidenceAndWorkMet = "residence_and_work_met",
        /// Has worked two and a half years full time (benefit from July 2025, ages 25 to 29).
        WorkedTwoAndAHalfYears = "worked_two_and_a_half_years",
    }
}

choice! {
    /// Where the person lives.
    Municipality {
        /// Aalborg.
        Aalborg = "aalborg",
        /// Another municipality.
        Other = "other",
        /// Does not know.
        Unknown = "unknown",
    }
}

choice! {
    /// What the person lives on today.
    Support {
        /// Kontanthjælp, ready for a job.
        KontanthjaelpJobparat = "kontanthjaelp_jobparat",
        /// Kontanthjælp, not ready for a job.
        KontanthjaelpAktivitetsparat = "kontanthjaelp_aktivitetsparat",
        /// Under 30 without an education, ready for one.
        Uddannelsesparat = "uddannelsesparat",
        /// Under 30 without an education, not ready for one.
        UddannelseAktivitetsparat = "uddannelse_aktivitetsparat",
        /// Unemployed without public support.
        Selvforsoergende = "selvforsoergende",
        /// In rehabilitation.
        Revalidend = "revalidend",
        /// Overgangsydelse and its predecessors.
        Overgangsydelse = "overgangsydelse",
        /// Unemployment insurance.
        Dagpenge = "dagpenge",
        /// Sickness benefit.
        Sygedagpenge = "sygedagpenge",
        /// Flexible job, or the benefit while waiting for one.
        Fleksjob = "fleksjob",
        /// Resource course.
        Ressourceforloeb = "ressourceforloeb",
        /// Disability pension.
        Foertidspension = "foertidspension",
        /// Student grant.
        Su = "su",
        /// Wages.
        Employed = "employed",
        /// Something else.
        Other = "other",
        /// Does not know.
        Unknown = "unknown",
    }
}

choice! {
    /// Yes, no, or does not know.
    YesNo {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Does not know.
        Unknown = "unknown",
    }
}

choice! {
    /// How far the idea is.
    Idea {
        /// No idea yet.
        None = "none",
        /// An idea.
        Idea = "idea",
        /// A plan.
        Plan = "plan",
        /// Does not know.
        Unknown = "unknown",
    }
}

choice! {
    /// How much of a skill there is.
    Skill {
        /// There is.
        Yes = "yes",
        /// Partly.
        Partly = "partly",
        /// There is not.
        No = "no",
        /// Does not know.
        Unknown = "unknown",
    }
}

choice! {
    /// Whether the person will take the course.
    CoursePlan {
        /// Will.
        Yes = "yes",
        /// Will not.
        No = "no",
        /// Has taken it.
        Done = "done",
        /// Does not know.
        Unknown = "unknown",
    }
}

choice! {
    /// How far the business plan with start-up and operating budget is.
    Plan {
        /// Not begun.
        None = "none",
        /// Begun.
        Partial = "partial",
        /// Finished.
        Complete = "complete",
        /// Does not know.
        Unknown = "unknown",
    }
}

choice! {
    /// What the loan is for.
    LoanPurpose {
        /// Tools and equipment.
        Equipment = "equipment",
        /// Stock.
        Stock = "stock",
        /// Marketing.
        Marketing = "marketing",
        /// A vehicle.
        Vehicle = "vehicle",
        /// Premises.
        Premises = "premises",
        /// The business account.
        Account = "account",
        /// Insurance.
        Insurance = "insurance",
        /// Running costs.
        RunningCosts = "running_costs",
        /// Private consumption.
        Private = "private",
        /// Old debt.
        OldDebt = "old_debt",
        /// The person's own wage.
        OwnWage = "own_wage",
    }
}

choice! {
    /// Where the business account stands.
    BusinessAccount {
        /// Open.
        Open = "open",
        /// Applied for.
        Applied = "applied",
        /// Refused.
        Refused = "refused",
        /// Not applied for.
        None = "none",
        /// Does not know.
        Unknown = "unknown",
    }
}

/// The answers given so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Age in whole years, 0 to 120.
    pub age: Option<u32>,
    /// Where the person lives.
    pub municipality: Option<Municipality>,
    /// What the person lives on today.
    pub support: Option<Support>,
    /// Has the business started?
    pub business_started: Option<YesNo>,
    /// How far the idea is.
    pub idea: Option<Idea>,
    /// Knows the trade.
    pub trade_skills: Option<Skill>,
    /// Can run a business.
    pub business_skills: Option<Skill>,
    /// A job or an education is close.
    pub job_or_education_close: Option<YesNo>,
    /// Will take the course.
    pub will_take_course: Option<CoursePlan>,
    /// How far the business plan is.
    pub plan: Option<Plan>,
    /// How much to borrow; zero = no loan.
    pub loan_amount: Option<Money>,
    /// What the loan is for.
    pub loan_purposes: Option<Vec<LoanPurpose>>,
    /// Debt to the public.
    pub public_debt: Option<YesNo>,
    /// Where the business account stands.
    pub business_account: Option<BusinessAccount>,
    /// Wealth above the limit.
    pub wealth_over_limit: Option<YesNo>,
    /// Receives housing benefit.
    pub housing_benefit: Option<YesNo>,
    /// Lives alone.
    pub single: Option<bool>,
    /// Supports a child at home.
    pub children: Option<bool>,
    /// Lives with parents.
    pub lives_with_parents: Option<bool>,
    /// Meets the residence and employment requirements.
    pub residence_and_work_met: Option<bool>,
    /// Has worked two and a half years full time.
    pub worked_two_and_a_half_years: Option<bool>,
}

impl Support {
    /// Kontanthjælp of either kind.
    #[must_use]
    pub const fn is_kontanthjaelp(self) -> bool {
        matches!(self, Support::KontanthjaelpJobparat | Support::KontanthjaelpAktivitetsparat)
    }

    /// Under 30 without an education, of either kind.
    #[must_use]
    pub const fn is_uddannelse(self) -> bool {
        matches!(self, Support::Uddannelsesparat | Support::UddannelseAktivitetsparat)
    }
}

impl Answers {
    /// Has the question been answered?
    #[must_use]
    pub fn has(&self, key: AnswerKey) -> bool {
        match key {
            AnswerKey::Age => self.age.is_some(),
            AnswerKey::Municipality => self.municipality.is_some(),
            AnswerKey::Support => self.support.is_some(),
            AnswerKey::BusinessStarted => self.business_started.is_some(),
            AnswerKey::Idea => self.idea.is_some(),
            AnswerKey::TradeSkills => self.trade_skills.is_some(),
            AnswerKey::BusinessSkills => self.business_skills.is_some(),
            AnswerKey::JobOrEducationClose => self.job_or_education_close.is_some(),
            AnswerKey::WillTakeCourse => self.will_take_course.is_some(),
            AnswerKey::Plan => self.plan.is_some(),
            AnswerKey::LoanAmount => self.loan_amount.is_some(),
            AnswerKey::LoanPurposes => self.loan_purposes.is_some(),
            AnswerKey::PublicDebt => self.public_debt.is_some(),
            AnswerKey::BusinessAccount => self.business_account.is_some(),
            AnswerKey::WealthOverLimit => self.wealth_over_limit.is_some(),
            AnswerKey::HousingBenefit => self.housing_benefit.is_some(),
            AnswerKey::Single => self.single.is_some(),
            AnswerKey::Children => self.children.is_some(),
            AnswerKey::LivesWithParents => self.lives_with_parents.is_some(),
            AnswerKey::ResidenceAndWorkMet => self.residence_and_work_met.is_some(),
            AnswerKey::WorkedTwoAndAHalfYears => self.worked_two_and_a_half_years.is_some(),
        }
    }
}
