//! What a question can be answered with. *Unknown* is an answer.

use crate::string_enum::string_enum;

string_enum! {
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

string_enum! {
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

string_enum! {
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

string_enum! {
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

string_enum! {
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

string_enum! {
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

string_enum! {
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

string_enum! {
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

string_enum! {
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
