//! *Huskeliste*: what belongs to a case of the scheme, each with where that is written. Where no source was found, its source says
//! so.

use mikrolaan_engine::rulebook::RuleId;

use super::assessment::paragraph;
use super::state::CaseworkerState;
use crate::locale::argument::Count;
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::texts::named::CountTotal;
use crate::locale::texts::office::caseworker::{check, check_law as law};
use crate::rulebook::RULEBOOK;

/// A thing of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckId {
    /// The person-group marking and the project link are made when the course begins, and stay through the loan.
    GroupAndProject,
    /// *Min Plan* is up to date.
    MyPlan,
    /// The business plan with both budgets is on file.
    BusinessPlan,
    /// The need for subsidy is visible in the plan.
    NeedInPlan,
    /// The loan is decided on its own.
    LoanDecision,
    /// The subsidy is decided on its own.
    SubsidyDecision,
    /// There is a promissory note, and a pledge where one is possible.
    NoteAndPledge,
    /// The party was heard before an outside assessment counts against them.
    Hearing,
    /// The person has duties and consequences in writing.
    DutiesInWriting,
    /// The case is followed while the subsidy runs.
    FollowUp,
    /// The person was told how to complain.
    Complaint,
    /// For whoever was re-referred: the note on it.
    ReReferral,
}

impl CheckId {
    /// What belongs to every case, in order.
    pub const ALL: [CheckId; 11] = [
        CheckId::GroupAndProject,
        CheckId::MyPlan,
        CheckId::BusinessPlan,
        CheckId::NeedInPlan,
        CheckId::LoanDecision,
        CheckId::SubsidyDecision,
        CheckId::NoteAndPledge,
        CheckId::Hearing,
        CheckId::DutiesInWriting,
        CheckId::FollowUp,
        CheckId::Complaint,
    ];

    /// The words of the thing.
    pub fn title(self) -> Text {
        match self {
            CheckId::GroupAndProject => check::group_and_project::title(),
            CheckId::MyPlan => check::my_plan::title(),
            CheckId::BusinessPlan => check::business_plan::title(),
            CheckId::NeedInPlan => check::need_in_plan::title(),
            CheckId::LoanDecision => check::loan_decision::title(),
            CheckId::SubsidyDecision => check::subsidy_decision::title(),
            CheckId::NoteAndPledge => check::note_and_pledge::title(),
            CheckId::Hearing => check::hearing::title(),
            CheckId::DutiesInWriting => check::duties_in_writing::title(),
            CheckId::FollowUp => check::follow_up::title(),
            CheckId::Complaint => check::complaint::title(),
            CheckId::ReReferral => check::re_referral::title(),
        }
    }

    /// What it takes.
    pub fn hint(self) -> Text {
        match self {
            CheckId::GroupAndProject => check::group_and_project::hint(),
            CheckId::MyPlan => check::my_plan::hint(),
            CheckId::BusinessPlan => check::business_plan::hint(),
            CheckId::NeedInPlan => check::need_in_plan::hint(),
            CheckId::LoanDecision => check::loan_decision::hint(),
            CheckId::SubsidyDecision => check::subsidy_decision::hint(),
            CheckId::NoteAndPledge => check::note_and_pledge::hint(),
            CheckId::Hearing => check::hearing::hint(),
            CheckId::DutiesInWriting => check::duties_in_writing::hint(),
            CheckId::FollowUp => check::follow_up::hint(),
            CheckId::Complaint => check::complaint::hint(),
            CheckId::ReReferral => check::re_referral::hint(),
        }
    }

    /// Where it is written.
    pub fn source(self) -> Text {
        match self {
            CheckId::GroupAndProject => check::group_and_project::source(),
            CheckId::MyPlan => check::my_plan::source(),
            CheckId::BusinessPlan => t::criterion::sound_plan::source(),
            CheckId::NeedInPlan => check::need_in_plan::source(),
            CheckId::LoanDecision => check::loan_decision::source(),
            CheckId::SubsidyDecision => check::subsidy_decision::source(),
            CheckId::NoteAndPledge => check::note_and_pledge::source(),
            CheckId::Hearing => check::hearing::source(),
            CheckId::DutiesInWriting => check::duties_in_writing::source(),
            CheckId::FollowUp => check::follow_up::source(),
            CheckId::Complaint => check::complaint::source(),
            CheckId::ReReferral => t::criterion::target_group::source_experience(),
        }
    }

    /// The same, short: the law by its everyday name, and the paragraph.
    fn short(self) -> String {
        let law = match self {
            CheckId::BusinessPlan | CheckId::LoanDecision | CheckId::NoteAndPledge => law::employment(),
            CheckId::NeedInPlan | CheckId::SubsidyDecision | CheckId::FollowUp => law::active_social_policy(),
            CheckId::Hearing | CheckId::Complaint => law::public_administration(),
            CheckId::DutiesInWriting => law::legal_protection(),
            CheckId::MyPlan => return law::not_found().to_owned(),
            CheckId::GroupAndProject | CheckId::ReReferral => return self.source().to_owned(),
        };
        [&law, " ", paragraph(&self.source()).as_str()].concat()
    }

    /// Its address, where the source has one.
    fn url(self) -> Option<&'static str> {
        let rule = match self {
            CheckId::BusinessPlan | CheckId::LoanDecision | CheckId::NoteAndPledge => RuleId::SoundPlan,
            CheckId::NeedInPlan | CheckId::SubsidyDecision | CheckId::FollowUp => RuleId::RuleSubsidyMonths,
            CheckId::GroupAndProject | CheckId::ReReferral => RuleId::Course,
            _ => return None,
        };
        RULEBOOK.basis(rule).source?.url()
    }
}

/// The checklist as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistView {
    /// "Huskeliste 3 af 11".
    pub title: String,
    /// What belongs to every case, and the note for whoever was re-referred, which is not counted.
    pub rows: Vec<CheckRow>,
}

/// A thing of the checklist as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckRow {
    /// Which.
    pub id: CheckId,
    /// What is to be done.
    pub title: Text,
    /// What it takes.
    pub hint: Text,
    /// It is done.
    pub is_done: bool,
    /// It belongs to some cases alone: drawn dashed, not counted.
    pub is_optional: bool,
    /// Where it is written, short.
    pub short_source: String,
    /// Where it is written, or that no source was found.
    pub source: Text,
    /// Its address.
    pub url: Option<&'static str>,
}

impl ChecklistView {
    /// As it is ticked.
    pub fn of(state: &CaseworkerState) -> Self {
        let row = |id: CheckId| CheckRow {
            id,
            title: id.title(),
            hint: id.hint(),
            is_done: state.is_done(id),
            is_optional: id == CheckId::ReReferral,
            short_source: id.short(),
            source: id.source(),
            url: id.url(),
        };
        ChecklistView {
            title: t::office::caseworker::check_title(counted(state)),
            rows: CheckId::ALL.into_iter().chain([CheckId::ReReferral]).map(row).collect(),
        }
    }
}

/// How many are done of how many.
pub(super) fn counted(state: &CaseworkerState) -> CountTotal<Count, Count> {
    let done = CheckId::ALL.iter().filter(|&&id| state.is_done(id)).count();
    CountTotal { count: Count::of(done), total: Count::of(CheckId::ALL.len()) }
}

#[cfg(test)]
#[path = "checklist_tests.rs"]
mod tests;
