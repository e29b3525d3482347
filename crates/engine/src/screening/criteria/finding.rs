//! What looking at one criterion gives.

use crate::quantity::Money;
use crate::rulebook::{Basis, BasisStatus, RuleId, Source};
use crate::screening::{AnswerKey, Setting};
use crate::string_enum::string_enum;

string_enum! {
    /// A criterion.
    CriterionId {
        /// Eighteen or older.
        Adult = "adult",
        /// Lives in Aalborg.
        Municipality = "municipality",
        /// In one of the groups the scheme is for.
        TargetGroup = "target_group",
        /// The business has not started.
        NotStarted = "not_started",
        /// A realistic idea.
        RealisticIdea = "realistic_idea",
        /// Skills in the trade.
        TradeSkills = "trade_skills",
        /// Skills in running a business.
        BusinessSkills = "business_skills",
        /// Better than other help.
        BetterThanOtherHelp = "better_than_other_help",
        /// Takes the course.
        Course = "course",
        /// A plan that can hold.
        SoundPlan = "sound_plan",
        /// The loan is not above the largest.
        LoanWithinMaximum = "loan_within_maximum",
        /// The money goes to starting the business.
        Purpose = "purpose",
    }
}

impl CriterionId {
    /// Can this criterion alone put a person outside the target group?
    #[must_use]
    pub const fn is_hard(self) -> bool {
        matches!(self, CriterionId::Adult | CriterionId::Municipality | CriterionId::TargetGroup)
    }

    /// The question behind the criterion.
    #[must_use]
    pub const fn question(self) -> AnswerKey {
        match self {
            CriterionId::Adult => AnswerKey::Age,
            CriterionId::Municipality => AnswerKey::Municipality,
            CriterionId::TargetGroup => AnswerKey::Support,
            CriterionId::NotStarted => AnswerKey::BusinessStarted,
            CriterionId::RealisticIdea => AnswerKey::Idea,
            CriterionId::TradeSkills => AnswerKey::TradeSkills,
            CriterionId::BusinessSkills => AnswerKey::BusinessSkills,
            CriterionId::BetterThanOtherHelp => AnswerKey::JobOrEducationClose,
            CriterionId::Course => AnswerKey::WillTakeCourse,
            CriterionId::SoundPlan => AnswerKey::Plan,
            CriterionId::LoanWithinMaximum => AnswerKey::LoanAmount,
            CriterionId::Purpose => AnswerKey::LoanPurposes,
        }
    }
}

string_enum! {
    /// How a criterion looks.
    Outcome {
        /// Looks met.
        Met = "met",
        /// Not met.
        NotMet = "not_met",
        /// The caseworker must assess it.
        CaseworkerAssesses = "caseworker_assesses",
        /// Not answered yet.
        NeedsAnswer = "needs_answer",
        /// Plays no part in this case.
        NotApplicable = "not_applicable",
    }
}

string_enum! {
    /// Why a criterion looks as it does. Listed in `docs/reasons.md`.
    Reason {
        /// Not answered yet.
        NotAnswered = "not_answered",
        /// Answered *unknown*.
        AnsweredUnknown = "answered_unknown",
        /// Eighteen or older.
        IsAdult = "is_adult",
        /// Younger than eighteen.
        IsMinor = "is_minor",
        /// Lives in Aalborg.
        LivesInAalborg = "lives_in_aalborg",
        /// Lives elsewhere.
        LivesElsewhere = "lives_elsewhere",
        /// The support is named in the scheme.
        GroupIsNamed = "group_is_named",
        /// In rehabilitation: the general law, beside the trial.
        GroupHasGeneralRule = "group_has_general_rule",
        /// In rehabilitation, which is abolished for new cases.
        GroupRuleIsAbolished = "group_rule_is_abolished",
        /// Not named, but people have been referred anew as job-ready or to rehabilitation.
        GroupMayBeReferredAnew = "group_may_be_referred_anew",
        /// Named in the law as outside.
        GroupIsExcepted = "group_is_excepted",
        /// The benefit was merged into kontanthjælp in July 2025.
        GroupWasMerged = "group_was_merged",
        /// The trial excluded by name those who now get the lowest rate.
        LowestRateGroup = "lowest_rate_group",
        /// Not among the groups.
        GroupIsNotNamed = "group_is_not_named",
        /// Not started.
        BusinessNotStarted = "business_not_started",
        /// Already started.
        BusinessAlreadyStarted = "business_already_started",
        /// There is an idea.
        HasIdea = "has_idea",
        /// No idea yet.
        HasNoIdea = "has_no_idea",
        /// Has the skills.
        HasSkills = "has_skills",
        /// Has some of the skills.
        HasSomeSkills = "has_some_skills",
        /// The course supplies the rest of the skills.
        CourseSuppliesSkills = "course_supplies_skills",
        /// Lacks the skills.
        LacksSkills = "lacks_skills",
        /// No job or education is close.
        NothingElseClose = "nothing_else_close",
        /// A job or an education is close.
        SomethingElseClose = "something_else_close",
        /// Will take the course.
        WillTakeCourse = "will_take_course",
        /// Has taken the course.
        HasTakenCourse = "has_taken_course",
        /// Will not take the course.
        WillNotTakeCourse = "will_not_take_course",
        /// The plan is finished.
        PlanIsComplete = "plan_is_complete",
        /// The plan is begun; the course builds it.
        PlanIsPartial = "plan_is_partial",
        /// No plan yet; the course builds it.
        PlanIsMissing = "plan_is_missing",
        /// Not above the largest loan.
        LoanWithinMaximum = "loan_within_maximum",
        /// Above the largest loan.
        LoanAboveMaximum = "loan_above_maximum",
        /// The law fixes no largest loan.
        NoMaximumInLaw = "no_maximum_in_law",
        /// No loan is wanted.
        NoLoanWanted = "no_loan_wanted",
        /// The money goes to starting the business.
        PurposeIsStarting = "purpose_is_starting",
        /// Some of the money goes to something other than starting.
        PurposeIsDoubtful = "purpose_is_doubtful",
    }
}

string_enum! {
    /// What would change a *not met*.
    Change {
        /// Turning eighteen.
        Turn18 = "turn_18",
        /// Moving, or asking one's own municipality.
        MoveOrAskOwnMunicipality = "move_or_ask_own_municipality",
        /// Being referred anew.
        ReReferral = "re_referral",
        /// A change of support.
        ChangeOfSupport = "change_of_support",
    }
}

/// The figures a criterion compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Compared {
    /// The person's age.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<u32>,
    /// The least age.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u32>,
    /// The loan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The largest loan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Money>,
}

/// One criterion, looked at.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// Which criterion.
    pub criterion: CriterionId,
    /// How it looks.
    pub outcome: Outcome,
    /// Why.
    pub reason: Reason,
    /// What was compared.
    pub figures: Compared,
    /// The source: its title and the place in it; `None` for an assumption without one.
    pub source: Option<String>,
    /// How firmly the criterion stands.
    pub status: BasisStatus,
    /// What would change a *not met*.
    pub what_would_change_it: Option<Change>,
    /// The rule the criterion stands on, with the law's words.
    #[serde(skip)]
    pub rule: RuleId,
}

impl Finding {
    /// A finding on the criterion's own rule, with nothing compared.
    pub(super) fn new(
        setting: Setting<'_>,
        criterion: CriterionId,
        rule: RuleId,
        outcome: Outcome,
        reason: Reason,
    ) -> Self {
        let basis = setting.rulebook.basis(rule);
        Finding {
            criterion,
            outcome,
            reason,
            figures: Compared::default(),
            source: basis.source.map(|source| citation(basis, source)),
            status: basis.status,
            what_would_change_it: None,
            rule,
        }
    }

    /// With what was compared.
    pub(super) fn comparing(mut self, figures: Compared) -> Self {
        self.figures = figures;
        self
    }

    /// With what would change it.
    pub(super) fn changed_by(mut self, change: Change) -> Self {
        self.what_would_change_it = Some(change);
        self
    }
}

fn citation(basis: &Basis, source: Source) -> String {
    match basis.place {
        Some(place) => format!("{}, {place}", source.title()),
        None => source.title().to_owned(),
    }
}
