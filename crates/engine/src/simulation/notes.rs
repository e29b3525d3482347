//! What must be said beside a result.

use super::benefit::{components, new_rules};
use super::defaults;
use super::field::ScenarioField;
use super::plan::Plan;
use super::scenario::{AfterClosure, Subsidy};
use super::situation::{Situation, SituationKey};
use crate::quantity::Month;
use crate::rulebook::{FigureId, Rulebook};
use crate::string_enum::string_enum;

string_enum! {
    /// A note, in the order of the ids.
    NoteId {
        /// An answer was not given and counted as its default.
        AnswerAssumed = "answer_assumed",
        /// The debt grows above what was borrowed.
        DebtGrows = "debt_grows",
        /// Something written has no effect.
        Ignored = "ignored",
        /// The loan is above the scheme's largest.
        LoanAboveSchemeMaximum = "loan_above_scheme_maximum",
        /// The business opens after the last month.
        OpensAfterHorizon = "opens_after_horizon",
        /// A figure is not known for a month: its last value was used.
        RatesCarried = "rates_carried",
        /// The spouse's income takes nothing from the benefit here, and may in life.
        SpouseLeftOut = "spouse_left_out",
        /// No source says what the subsidy would be: it is nothing here.
        SubsidyBaseZero = "subsidy_base_zero",
        /// The subsidy lasts longer than normal.
        SubsidyLongerThanNormal = "subsidy_longer_than_normal",
        /// The subsidy falls by a surplus that was not drawn.
        SubsidyReducedByUndrawnSurplus = "subsidy_reduced_by_undrawn_surplus",
        /// VAT is taken out of what customers pay.
        VatAbsorbed = "vat_absorbed",
        /// The household's money is above the wealth limit in a month with benefit.
        WealthAboveLimit = "wealth_above_limit",
    }
}

/// Something to be said beside a result.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// What.
    pub note: NoteId,
    /// About which figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<FigureId>,
    /// About which place in the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// From which month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
}

impl Note {
    fn plain(note: NoteId) -> Self {
        Note { note, figure: None, path: None, from: None }
    }

    fn at(note: NoteId, path: String) -> Self {
        Note { path: Some(path), ..Note::plain(note) }
    }

    fn from(note: NoteId, from: Month) -> Self {
        Note { from: Some(from), ..Note::plain(note) }
    }

    /// A figure carried forward into `from`.
    pub(super) fn rates_carried((figure, from): (FigureId, Month)) -> Self {
        Note { figure: Some(figure), ..Note::from(NoteId::RatesCarried, from) }
    }
}

/// What the months showed, with the first month of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RunNotes {
    pub(super) wealth_above_limit: Option<Month>,
    pub(super) subsidy_reduced_by_undrawn_surplus: Option<Month>,
    pub(super) debt_grows: Option<Month>,
    pub(super) subsidy_base_zero: bool,
    pub(super) spouse_left_out: bool,
    pub(super) vat_absorbed: Option<Month>,
}

impl RunNotes {
    pub(super) fn into_notes(self) -> impl Iterator<Item = Note> {
        [
            self.wealth_above_limit.map(|from| Note::from(NoteId::WealthAboveLimit, from)),
            self.subsidy_reduced_by_undrawn_surplus
                .map(|from| Note::from(NoteId::SubsidyReducedByUndrawnSurplus, from)),
            self.debt_grows.map(|from| Note::from(NoteId::DebtGrows, from)),
            self.subsidy_base_zero.then(|| Note::plain(NoteId::SubsidyBaseZero)),
            self.spouse_left_out.then(|| Note::plain(NoteId::SpouseLeftOut)),
            self.vat_absorbed.map(|from| Note::from(NoteId::VatAbsorbed, from)),
        ]
        .into_iter()
        .flatten()
    }
}

/// What the plan itself gives to say.
pub(super) fn of_plan(rulebook: &Rulebook, plan: &Plan<'_>, opens: bool) -> Vec<Note> {
    let mut notes = ignored(rulebook, plan);
    notes.extend(assumed(plan));
    if plan.scenario.business.is_none() {
        return notes;
    }
    if !opens {
        notes.push(Note::plain(NoteId::OpensAfterHorizon));
    }
    let largest_loan = rulebook.largest_loan(plan.resolved.scheme);
    let above = |loan: &super::scenario::Loan| largest_loan.is_some_and(|largest| loan.principal > largest);
    if plan.scenario.loan.as_ref().is_some_and(above) {
        notes.push(Note::plain(NoteId::LoanAboveSchemeMaximum));
    }
    if plan.scenario.subsidy.months > plan.resolved.scheme.rules().normal_support_months {
        notes.push(Note::plain(NoteId::SubsidyLongerThanNormal));
    }
    notes
}

/// What was written, differs from its default and has no effect.
fn ignored(rulebook: &Rulebook, plan: &Plan<'_>) -> Vec<Note> {
    let scenario = plan.scenario;
    let last = plan.timeline().last();
    let business = scenario.business.as_ref();
    let closes = business.and_then(|business| business.closes);
    let at = |field: ScenarioField, item| Note::at(NoteId::Ignored, field.path(plan.resolved.index, item));
    let path = |field| at(field, None);
    let mut notes = Vec::new();
    if business.is_none() {
        let written = [
            (ScenarioField::CourseMonths, scenario.course_months != defaults::COURSE_MONTHS),
            (ScenarioField::AccountWaitMonths, !plan.has_usual_account_wait()),
            (ScenarioField::Subsidy, scenario.subsidy != Subsidy::usual(rulebook)),
        ];
        notes.extend(written.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| path(field)));
    }
    if closes.is_none() && scenario.after_closure != AfterClosure::Benefit {
        notes.push(path(ScenarioField::AfterClosure));
    }
    if closes.is_some_and(|closes| closes > last) {
        notes.push(path(ScenarioField::Closes));
    }
    let outside =
        |job: &super::scenario::SmallJob| job.from > last || job.until.is_some_and(|until| until < scenario.start);
    let jobs = scenario.small_jobs.iter().enumerate().filter(|(_, job)| outside(job));
    notes.extend(jobs.map(|(position, _)| at(ScenarioField::SmallJobs, Some(position))));
    notes
}

/// The answers not given that can change the benefit's amount in a month that uses it.
fn assumed(plan: &Plan<'_>) -> Vec<Note> {
    let Some(situation) = &plan.resolved.situation else {
        return Vec::new();
    };
    let regimes = regimes_used(plan);
    let matters = |key| regimes.iter().flatten().any(|&month| can_change(situation, key, month));
    let noted = SituationKey::ALL.iter().filter_map(|&key| Some((key, assumed_at(situation, key)?)));
    noted.filter(|&(key, _)| matters(key)).map(|(_, at)| Note::at(NoteId::AnswerAssumed, at.path())).collect()
}

/// Which answer is missing where one is assumed; `None` = it is given. Of somebody's way to Denmark nothing is assumed, only
/// that the requirements of residence and work are met, whichever of the two answers would have said so.
fn assumed_at(situation: &Situation, key: SituationKey) -> Option<SituationKey> {
    let decided_by = situation.decided_by(key);
    (key != SituationKey::LivedAbroad && situation.get(decided_by).is_none()).then_some(decided_by)
}

/// One month under each set of rules in which the base of the benefit is used.
fn regimes_used(plan: &Plan<'_>) -> [Option<Month>; 2] {
    let mut found = [None; 2];
    for month in plan.months_with_base() {
        found[usize::from(new_rules(month))].get_or_insert(month);
    }
    found
}

/// Would the other answer give another amount?
fn can_change(situation: &Situation, key: SituationKey, month: Month) -> bool {
    let answered = |answer| components(&situation.with(key, Some(answer)).profile(), month);
    answered(true) != answered(false)
}
