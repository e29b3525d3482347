//! The answers one can choose between.

use crate::locale::language::Text;
use mikrolaan_engine::screening::{
    AnswerKey, BusinessAccount, CoursePlan, Idea, LoanPurpose, Municipality, Plan, Skill, Support, YesNo,
};

use crate::locale::texts as t;
pub use crate::state::answering::UNKNOWN;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerOption {
    /// The word for it in the case file.
    pub id: &'static str,
    /// The words a person reads.
    pub label: Text,
    /// What it means.
    pub hint: Option<Text>,
}

/// Answers that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionGroup {
    /// What they have in common, when there is more than one group.
    pub title: Option<Text>,
    /// The answers.
    pub choices: Vec<AnswerOption>,
}

fn choice(id: &'static str, label: Text) -> AnswerOption {
    AnswerOption { id, label, hint: None }
}

fn one_group(choices: impl IntoIterator<Item = AnswerOption>) -> Vec<OptionGroup> {
    vec![OptionGroup { title: None, choices: choices.into_iter().filter(|choice| choice.id != UNKNOWN).collect() }]
}

macro_rules! listed {
    ($values:ty, $label:path) => {
        one_group(<$values>::ALL.iter().map(|&value| choice(value.id(), $label(value))))
    };
}

/// The answers of a question, without *Ved ikke*; none where one writes a figure.
pub fn of(key: AnswerKey) -> Vec<OptionGroup> {
    match key {
        AnswerKey::Age | AnswerKey::LoanAmount => Vec::new(),
        AnswerKey::Support => support_groups(),
        AnswerKey::LoanPurposes => purpose_groups(),
        AnswerKey::Municipality => listed!(Municipality, municipality),
        // No first: it is what most people answer here.
        AnswerKey::BusinessStarted => {
            one_group([YesNo::No, YesNo::Yes].map(|value| choice(value.id(), business_started(value))))
        }
        AnswerKey::Idea => idea_and_plan(),
        AnswerKey::TradeSkills => listed!(Skill, trade_skill),
        AnswerKey::BusinessSkills => listed!(Skill, business_skill),
        AnswerKey::WillTakeCourse => listed!(CoursePlan, course),
        AnswerKey::Plan => listed!(Plan, plan),
        AnswerKey::BusinessAccount => listed!(BusinessAccount, business_account),
        AnswerKey::JobOrEducationClose
        | AnswerKey::PublicDebt
        | AnswerKey::WealthOverLimit
        | AnswerKey::HousingBenefit
        | AnswerKey::Single
        | AnswerKey::Children
        | AnswerKey::LivesWithParents
        | AnswerKey::ResidenceAndWorkMet
        | AnswerKey::WorkedTwoAndAHalfYears
        | AnswerKey::ChildrenAtHome
        | AnswerKey::Married
        | AnswerKey::LivedAbroad => listed!(YesNo, yes_no),
    }
}

/// Yes, no, or does not know.
pub fn yes_no(value: YesNo) -> Text {
    match value {
        YesNo::Yes => t::common::yes(),
        YesNo::No => t::common::no(),
        YesNo::Unknown => t::common::dont_know(),
    }
}

/// Where the person lives.
pub fn municipality(value: Municipality) -> Text {
    match value {
        Municipality::Aalborg => t::question::municipality::option::aalborg(),
        Municipality::Other => t::question::municipality::option::other(),
        Municipality::Unknown => t::common::dont_know(),
    }
}

/// Whether the business has started.
pub fn business_started(value: YesNo) -> Text {
    match value {
        YesNo::Yes => t::question::business_started::option::yes(),
        YesNo::No => t::question::business_started::option::no(),
        YesNo::Unknown => t::common::dont_know(),
    }
}

/// How far idea and plan are, which are asked as one.
fn idea_and_plan() -> Vec<OptionGroup> {
    use t::question::idea::both as words;
    one_group([
        choice(Plan::None.id(), words::none()),
        choice(Idea::Idea.id(), words::idea()),
        choice(Plan::Partial.id(), words::partial()),
        choice(Plan::Complete.id(), words::complete()),
    ])
}

/// How far the idea is, on its own.
pub fn idea(value: Idea) -> Text {
    match value {
        Idea::None => t::question::idea::option::none(),
        Idea::Idea => t::question::idea::option::idea(),
        Idea::Plan => t::question::idea::option::plan(),
        Idea::Unknown => t::common::dont_know(),
    }
}

/// Knowing the trade.
pub fn trade_skill(value: Skill) -> Text {
    match value {
        Skill::Yes => t::question::trade_skills::option::yes(),
        Skill::Partly => t::question::trade_skills::option::partly(),
        Skill::No => t::question::trade_skills::option::no(),
        Skill::Unknown => t::common::dont_know(),
    }
}

/// Running a business.
pub fn business_skill(value: Skill) -> Text {
    match value {
        Skill::Yes => t::question::business_skills::option::yes(),
        Skill::Partly => t::question::business_skills::option::partly(),
        Skill::No => t::question::business_skills::option::no(),
        Skill::Unknown => t::common::dont_know(),
    }
}

/// Whether the person will take the course.
pub fn course(value: CoursePlan) -> Text {
    match value {
        CoursePlan::Yes => t::question::will_take_course::option::yes(),
        CoursePlan::No => t::question::will_take_course::option::no(),
        CoursePlan::Done => t::question::will_take_course::option::done(),
        CoursePlan::Unknown => t::common::dont_know(),
    }
}

/// How far the plan is, on its own.
pub fn plan(value: Plan) -> Text {
    match value {
        Plan::None => t::question::idea::plan_alone::none(),
        Plan::Partial => t::question::idea::plan_alone::partial(),
        Plan::Complete => t::question::idea::plan_alone::complete(),
        Plan::Unknown => t::common::dont_know(),
    }
}

/// Where the business account stands.
pub fn business_account(value: BusinessAccount) -> Text {
    match value {
        BusinessAccount::Open => t::question::business_account::option::open(),
        BusinessAccount::Applied => t::question::business_account::option::applied(),
        BusinessAccount::Refused => t::question::business_account::option::refused(),
        BusinessAccount::None => t::question::business_account::option::none(),
        BusinessAccount::Unknown => t::common::dont_know(),
    }
}

/// What the person lives on.
pub fn support(value: Support) -> Text {
    use t::question::support::option as words;
    match value {
        Support::KontanthjaelpJobparat => words::kontanthjaelp_jobparat(),
        Support::KontanthjaelpAktivitetsparat => words::kontanthjaelp_aktivitetsparat(),
        Support::Uddannelsesparat => words::uddannelsesparat(),
        Support::UddannelseAktivitetsparat => words::uddannelse_aktivitetsparat(),
        Support::Selvforsoergende => words::selvforsoergende(),
        Support::Revalidend => words::revalidend(),
        Support::Overgangsydelse => words::overgangsydelse(),
        Support::Dagpenge => words::dagpenge(),
        Support::Sygedagpenge => words::sygedagpenge(),
        Support::Fleksjob => words::fleksjob(),
        Support::Ressourceforloeb => words::ressourceforloeb(),
        Support::Foertidspension => words::foertidspension(),
        Support::Su => words::su(),
        Support::Employed => words::employed(),
        Support::Other => words::other(),
        Support::Unknown => t::common::dont_know(),
    }
}

fn support_hint(value: Support) -> Option<Text> {
    use t::question::support::option_hint as words;
    match value {
        Support::KontanthjaelpJobparat => Some(words::kontanthjaelp_jobparat()),
        Support::KontanthjaelpAktivitetsparat => Some(words::kontanthjaelp_aktivitetsparat()),
        Support::Uddannelsesparat => Some(words::uddannelsesparat()),
        Support::UddannelseAktivitetsparat => Some(words::uddannelse_aktivitetsparat()),
        Support::Selvforsoergende => Some(words::selvforsoergende()),
        _ => None,
    }
}

/// Under which heading a kind of support stands; *Ved ikke* stands alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    Municipality,
    OtherBenefit,
    NoBenefit,
}

fn support_heading(value: Support) -> Option<Heading> {
    match value {
        Support::KontanthjaelpJobparat
        | Support::KontanthjaelpAktivitetsparat
        | Support::Uddannelsesparat
        | Support::UddannelseAktivitetsparat
        | Support::Revalidend
        | Support::Overgangsydelse
        | Support::Ressourceforloeb => Some(Heading::Municipality),
        Support::Dagpenge | Support::Sygedagpenge | Support::Fleksjob | Support::Foertidspension | Support::Su => {
            Some(Heading::OtherBenefit)
        }
        Support::Selvforsoergende | Support::Employed | Support::Other => Some(Heading::NoBenefit),
        Support::Unknown => None,
    }
}

fn support_groups() -> Vec<OptionGroup> {
    let group = |heading, title| {
        let among = Support::ALL.iter().copied().filter(move |&value| support_heading(value) == Some(heading));
        let choices = among
            .map(|value| AnswerOption { id: value.id(), label: support(value), hint: support_hint(value) })
            .collect();
        OptionGroup { title: Some(title), choices }
    };
    vec![
        group(Heading::Municipality, t::question::support::group::municipality()),
        group(Heading::OtherBenefit, t::question::support::group::other_benefit()),
        group(Heading::NoBenefit, t::question::support::group::no_benefit()),
    ]
}

/// What the loan is for.
pub fn purpose(value: LoanPurpose) -> Text {
    use t::question::loan_purposes::option as words;
    match value {
        LoanPurpose::Equipment => words::equipment(),
        LoanPurpose::Stock => words::stock(),
        LoanPurpose::Marketing => words::marketing(),
        LoanPurpose::Vehicle => words::vehicle(),
        LoanPurpose::Premises => words::premises(),
        LoanPurpose::Account => words::account(),
        LoanPurpose::Insurance => words::insurance(),
        LoanPurpose::RunningCosts => words::running_costs(),
        LoanPurpose::Private => words::private(),
        LoanPurpose::OldDebt => words::old_debt(),
        LoanPurpose::OwnWage => words::own_wage(),
    }
}

/// Is the money for the person rather than for the business?
pub const fn is_private(value: LoanPurpose) -> bool {
    matches!(value, LoanPurpose::Private | LoanPurpose::OldDebt | LoanPurpose::OwnWage)
}

fn purpose_groups() -> Vec<OptionGroup> {
    let group = |private, title| {
        let among = LoanPurpose::ALL.iter().copied().filter(move |&value| is_private(value) == private);
        OptionGroup { title: Some(title), choices: among.map(|value| choice(value.id(), purpose(value))).collect() }
    };
    vec![
        group(false, t::question::loan_purposes::group::business()),
        group(true, t::question::loan_purposes::group::private()),
    ]
}

#[cfg(test)]
mod tests {
    use super::{UNKNOWN, of};
    use mikrolaan_engine::screening::{AnswerKey, LoanPurpose, Support};

    fn ids(key: AnswerKey) -> Vec<&'static str> {
        of(key).into_iter().flat_map(|group| group.choices).map(|choice| choice.id).collect()
    }

    #[test]
    fn every_kind_of_support_stands_in_one_group() {
        let mut offered = ids(AnswerKey::Support);
        let mut all: Vec<_> = Support::ALL.iter().map(|value| value.id()).filter(|&id| id != UNKNOWN).collect();
        offered.sort_unstable();
        all.sort_unstable();
        assert_eq!(offered, all);
    }

    #[test]
    fn every_purpose_stands_in_one_group() {
        assert_eq!(ids(AnswerKey::LoanPurposes).len(), LoanPurpose::ALL.len());
    }

    #[test]
    fn dont_know_is_never_among_the_others() {
        for &key in AnswerKey::ALL {
            assert!(!ids(key).contains(&UNKNOWN), "{key:?}");
        }
    }
}
