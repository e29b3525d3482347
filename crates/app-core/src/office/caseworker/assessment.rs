//! What the caseworker is to assess: guidance and no decision. Every condition has a name, the answer it rests on, its source, and
//! the field the answer stands in.

use mikrolaan_engine::screening::{AnswerKey, CriterionId, Finding, FlagId, Outcome, Screening, Severity, Verdict};

use super::fields::CaseFieldId;
use super::state::CaseworkerState;
use crate::locale::argument::Count;
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::texts::named::AllMet;
use crate::locale::texts::office::caseworker::{assessment as words, criterion as names};
use crate::locale::words::answer::{Given, given};
use crate::locale::words::verdict::{self, Counts};
use crate::locale::words::{basis, condition, flag, question};
use crate::rulebook::RULEBOOK;
use crate::views::glyph::Glyph;
use crate::views::result::FlagView;
use crate::views::source::SourceView;

/// At most so many warnings are shown.
const WARNINGS: usize = 2;

/// What stands in the middle of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentView {
    /// What the verdict looks like.
    pub glyph: Glyph,
    /// The verdict in a few words.
    pub verdict: Text,
    /// How many conditions look met, and whether one speaks against, in a sentence or two.
    pub summary: String,
    /// The conditions that apply as a row of cells: the class of each.
    pub band: Vec<&'static str>,
    /// "Skal vurderes: 2"; empty where there is nothing to assess.
    pub assess_title: String,
    /// What speaks against, and what is to be assessed.
    pub assess: Vec<ConditionRow>,
    /// "3 mangler svar"; empty where nothing is missing.
    pub missing_title: String,
    /// What an answer is missing for.
    pub missing: Vec<ConditionRow>,
    /// "10 betingelser, der ser opfyldt ud".
    pub met_title: String,
    /// What looks met: folded.
    pub met: Vec<ConditionRow>,
    /// What does not apply.
    pub not_applicable: Vec<ConditionRow>,
    /// What can go wrong: the most pressing.
    pub warnings: Vec<FlagView>,
    /// What else can, and what is good to know.
    pub more_flags: Vec<FlagView>,
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionRow {
    /// Which.
    pub criterion: CriterionId,
    /// How it looks; one that does not apply has none.
    pub glyph: Option<Glyph>,
    /// What it is called.
    pub name: Text,
    /// The answer it rests on.
    pub answer: String,
    /// Why it looks as it does.
    pub reason: String,
    /// Where it is written.
    pub source: SourceView,
    /// The paragraph alone, for a narrow place; empty where the source names none.
    pub paragraph: String,
    /// The field its answer stands in.
    pub field: CaseFieldId,
}

impl AssessmentView {
    /// Of what was screened.
    pub fn of(state: &CaseworkerState, screening: &Screening) -> Self {
        let counts = Counts::of(screening);
        let rows = |outcomes: &[Outcome]| -> Vec<ConditionRow> {
            let found = outcomes
                .iter()
                .flat_map(|outcome| screening.findings.iter().filter(move |finding| finding.outcome == *outcome));
            found.map(|finding| row(state, finding)).collect()
        };
        let titled = |count: usize, title: fn(Count) -> String| {
            if count == 0 { String::new() } else { title(Count::of(count)) }
        };
        let [warnings, more_flags] = flags(state, screening);
        AssessmentView {
            glyph: glyph(screening.verdict),
            verdict: verdict::title(screening.verdict, true),
            summary: summary(counts),
            band: band(counts),
            assess_title: titled(counts.assess + counts.against, words::to_assess),
            assess: rows(&[Outcome::NotMet, Outcome::CaseworkerAssesses]),
            missing_title: titled(counts.missing, words::missing),
            missing: rows(&[Outcome::NeedsAnswer]),
            met_title: titled(counts.met, words::met),
            met: rows(&[Outcome::Met]),
            not_applicable: rows(&[Outcome::NotApplicable]),
            warnings,
            more_flags,
        }
    }
}

const fn glyph(verdict: Verdict) -> Glyph {
    match verdict {
        Verdict::InTargetGroup => Glyph::Met,
        Verdict::NeedsAssessment => Glyph::Assess,
        Verdict::Undecided => Glyph::Unknown,
        Verdict::NotInTargetGroup => Glyph::No,
    }
}

/// How many look met; that nothing speaks against is said only where nothing does, and as far as it is known.
fn summary(counts: Counts) -> String {
    let met = words::looks_met(AllMet { all: Count::of(counts.all()), met: Count::of(counts.met) });
    let against = match counts.against {
        0 if counts.missing > 0 => words::nothing_against_yet().to_owned(),
        0 => words::nothing_against().to_owned(),
        against => words::against(Count::of(against)),
    };
    [met, against].join(" ")
}

fn band(counts: Counts) -> Vec<&'static str> {
    let Counts { met, assess, missing, against } = counts;
    let row = [(met, "is-done"), (assess, "is-half"), (missing, "is-maybe"), (against, "is-not")];
    row.into_iter().flat_map(|(count, class)| std::iter::repeat_n(class, count)).collect()
}

fn row(state: &CaseworkerState, finding: &Finding) -> ConditionRow {
    let answers = &state.case().answers;
    let key = finding.criterion.question();
    let rule = RULEBOOK.basis(finding.rule);
    let source = basis::source(finding);
    ConditionRow {
        criterion: finding.criterion,
        glyph: Glyph::of(finding.outcome),
        name: name(finding.criterion),
        answer: answer(state, key),
        reason: condition::reason(finding, answers),
        paragraph: paragraph(&source),
        source: SourceView {
            name: source,
            url: rule.source.and_then(|source| source.url()),
            tag: basis::tag(finding.status),
        },
        field: field_of(key),
    }
}

/// An answer as it is read back; *Ved ikke* and what is not answered too.
pub(super) fn answer(state: &CaseworkerState, key: AnswerKey) -> String {
    match given(&state.case().answers, key) {
        Some(Given::Words(words)) => words,
        Some(Given::Unknown) => t::common::dont_know().to_owned(),
        None if state.state().skipped().contains(&key) => t::common::dont_know().to_owned(),
        None => t::common::not_answered().to_owned(),
    }
}

/// The field an answer stands in.
pub(super) const fn field_of(key: AnswerKey) -> CaseFieldId {
    match key {
        AnswerKey::LoanAmount => CaseFieldId::Borrowed,
        key => CaseFieldId::Answer(key.page()),
    }
}

/// What stands behind the sign of a paragraph, up to a comma; empty where there is none.
pub(super) fn paragraph(source: &str) -> String {
    let from = source.find('§').and_then(|at| source.get(at..)).unwrap_or_default();
    from.split([',', ';', '.']).next().unwrap_or_default().trim().to_owned()
}

/// What a condition is called.
pub(super) fn name(criterion: CriterionId) -> Text {
    match criterion {
        CriterionId::Adult => names::adult(),
        CriterionId::Municipality => names::municipality(),
        CriterionId::TargetGroup => names::target_group(),
        CriterionId::NotStarted => names::not_started(),
        CriterionId::RealisticIdea => names::realistic_idea(),
        CriterionId::TradeSkills => names::trade_skills(),
        CriterionId::BusinessSkills => names::business_skills(),
        CriterionId::BetterThanOtherHelp => names::better_than_other_help(),
        CriterionId::Course => names::course(),
        CriterionId::SoundPlan => names::sound_plan(),
        CriterionId::LoanWithinMaximum => names::loan_within_maximum(),
        CriterionId::Purpose => names::purpose(),
    }
}

/// The warnings that are shown, and everything else to look out for. What the line above says of the scheme is not said again.
fn flags(state: &CaseworkerState, screening: &Screening) -> [Vec<FlagView>; 2] {
    let flow = state.state().flow_of(screening);
    let of_the_scheme = [FlagId::SchemeHasNoKnownBasis, FlagId::TrialHasEnded];
    let is_up = |id: &FlagId| screening.flags.iter().any(|flag| flag.flag == *id);
    let shown = FlagId::IN_ORDER.iter().copied().filter(is_up);
    let shown = shown.filter(|id| !of_the_scheme.contains(id) && id.is_relevant(&flow));
    let limit = question::wealth_limit(state.case().as_of);
    let (warnings, notes): (Vec<FlagId>, Vec<FlagId>) = shown.partition(|id| id.severity() == Severity::Warning);
    let mut all = warnings.into_iter().map(|id| flag_view(flag::words(id, limit))).collect::<Vec<_>>();
    let mut more = all.split_off(WARNINGS.min(all.len()));
    more.extend(notes.into_iter().map(|id| flag_view(flag::words(id, limit))));
    [all, more]
}

fn flag_view(words: flag::FlagWords) -> FlagView {
    let flag::FlagWords { title, text, action, source, status } = words;
    FlagView { title, text, action, source: SourceView { name: source.to_owned(), url: None, tag: basis::tag(status) } }
}

#[cfg(test)]
#[path = "assessment_tests.rs"]
mod tests;
