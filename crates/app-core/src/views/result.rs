//! The result: the verdict, what to take care of first, every condition, and the ways on.

use crate::locale::language::Text;
use mikrolaan_engine::screening::{
    Answers, BusinessAccount, Finding, FlagId, Outcome, Plan, QuestionFlow, QuestionStatus, Screening, Severity,
    Verdict, YesNo,
};

use super::glyph::Glyph;
use super::source::SourceView;
use crate::locale::argument::{Amount, Count};
use crate::locale::texts as t;
use crate::locale::words::answer::{self, Given};
use crate::locale::words::verdict::{self, Counts, scheme_state};
use crate::locale::words::{basis, condition, flag, question, ways};
use crate::navigation::Route;
use crate::rulebook::RULEBOOK;
use crate::state::State;

/// At most so many warnings stand as boxes.
const BOXES: usize = 3;

/// Everything the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultView {
    /// The card at the top.
    pub verdict: VerdictCard,
    /// The way to the missing answers, when the verdict waits for them.
    pub rest: Option<Route>,
    /// What to do something about first.
    pub warnings: Vec<FlagView>,
    /// Every condition: what speaks against, what is assessed, what is missing, what looks met, what does not apply.
    pub groups: Vec<ConditionGroup>,
    /// The ways on: the open ones first, the closed last.
    pub ways: Vec<WayOn>,
    /// What to bring to the talk with the municipality, by the answers.
    pub bring: Vec<Text>,
    /// Good to know.
    pub notes: Vec<FlagView>,
}

/// The verdict. While the scheme is not in force, that is what it says first, and it looks like no verdict at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictCard {
    /// The class of the card.
    pub class: &'static str,
    /// How it looks; nothing while the scheme is not in force.
    pub glyph: Option<Glyph>,
    /// In a few words.
    pub title: Text,
    /// What it comes from.
    pub text: String,
    /// The conditions that apply as a row of cells: the class of each.
    pub cells: Vec<&'static str>,
    /// The same, counted.
    pub legend: Vec<(Glyph, String)>,
    /// The state of the scheme, and since when.
    pub state: Text,
}

/// What to look out for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlagView {
    /// What it is about.
    pub title: Text,
    /// What may happen.
    pub text: String,
    /// What to do.
    pub action: Text,
    /// Where it is from.
    pub source: SourceView,
}

/// Conditions that look the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConditionGroup {
    /// They are listed.
    Listed {
        /// How they look.
        title: Text,
        /// There is little to say of each: they stand in two columns.
        two_columns: bool,
        /// The conditions.
        conditions: Vec<Condition>,
    },
    /// They were not asked about, because the verdict does not wait for them: how many there are.
    NotAsked(String),
}

/// A condition in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// How it looks; one that does not apply has none.
    pub glyph: Option<Glyph>,
    /// In a few words.
    pub title: Text,
    /// Why it looks so.
    pub reason: String,
    /// What would change it.
    pub change: Option<Text>,
    /// Where the missing answer is given.
    pub answer_at: Option<Route>,
    /// Where it is written.
    pub source: SourceView,
    /// The source's own words; an assumption has none.
    pub quote: Option<&'static str>,
}

/// A way on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOn {
    /// Whether it is open, as a sign.
    pub glyph: Glyph,
    /// The same in a word.
    pub state: Text,
    /// What it is called.
    pub title: Text,
    /// Why it is open or not.
    pub reason: Text,
}

impl ResultView {
    /// The result of the answers so far; `None` where nothing has been answered.
    pub fn of(state: &State) -> Option<Self> {
        let (case, screening) = (state.case(), state.screening());
        let flow = state.flow_of(&screening);
        if flow.is_untouched() {
            return None;
        }
        let in_force = case.scheme.is_in_force(case.as_of);
        let [warnings, notes] = flags(&screening, &flow, question::wealth_limit(case.as_of));
        Some(ResultView {
            verdict: verdict_card(&screening, in_force, scheme_state(case.scheme)),
            rest: flow.next().filter(|_| screening.verdict == Verdict::Undecided).map(Route::Question),
            warnings,
            groups: groups(&screening, &flow, &case.answers),
            ways: ways(&screening, in_force),
            bring: to_bring(&case.answers, &flow),
            notes,
        })
    }

    /// What stands above the warnings.
    pub fn warnings_title(&self) -> String {
        t::result::warnings(Count::of(self.warnings.len()))
    }
}

// ── the verdict

fn verdict_card(screening: &Screening, in_force: bool, state: Text) -> VerdictCard {
    let (verdict, counts) = (screening.verdict, Counts::of(screening));
    let (class, glyph) = appearance(verdict);
    VerdictCard {
        class: if in_force { class } else { "card verdict verdict--closed" },
        glyph: in_force.then_some(glyph),
        title: verdict::title(verdict, in_force),
        text: verdict::text(verdict, counts, in_force),
        cells: cells(counts),
        legend: legend(counts),
        state,
    }
}

const fn appearance(verdict: Verdict) -> (&'static str, Glyph) {
    match verdict {
        Verdict::InTargetGroup => ("card verdict verdict--met", Glyph::Met),
        Verdict::NeedsAssessment => ("card verdict verdict--assess", Glyph::Assess),
        Verdict::Undecided => ("card verdict verdict--undecided", Glyph::Unknown),
        Verdict::NotInTargetGroup => ("card verdict verdict--no", Glyph::No),
    }
}

fn cells(counts: Counts) -> Vec<&'static str> {
    let Counts { met, assess, missing, against } = counts;
    let row = [(met, "is-done"), (assess, "is-half"), (missing, "is-maybe"), (against, "is-not")];
    row.into_iter().flat_map(|(count, class)| std::iter::repeat_n(class, count)).collect()
}

fn legend(counts: Counts) -> Vec<(Glyph, String)> {
    let mut items = vec![
        (Glyph::Met, t::result::count_met(Count::of(counts.met))),
        (Glyph::Assess, t::result::count_assess(Count::of(counts.assess))),
    ];
    if counts.missing > 0 {
        items.push((Glyph::Unknown, t::result::count_missing(Count::of(counts.missing))));
    }
    items.push((Glyph::No, t::result::count_against(Count::of(counts.against))));
    items
}

// ── what to look out for

/// The flags as boxes and as notes: warnings first, debt and the account before the others. A flag from
/// an answer that no longer matters is not shown, and the card says the state of the scheme already.
fn flags(screening: &Screening, flow: &QuestionFlow, limit: Amount) -> [Vec<FlagView>; 2] {
    let shown = |id: &FlagId| *id != FlagId::SchemeHasNoKnownBasis && id.is_relevant(flow);
    let up = |id: &FlagId| screening.flags.iter().any(|flag| flag.flag == *id);
    let ids: Vec<FlagId> = FlagId::IN_ORDER.iter().copied().filter(up).filter(shown).collect();
    let warnings = ids.iter().filter(|id| id.severity() == Severity::Warning).count().min(BOXES);
    let mut flags: Vec<FlagView> = ids.into_iter().map(|id| flag(flag::words(id, limit))).collect();
    let notes = flags.split_off(warnings);
    [flags, notes]
}

fn flag(words: flag::FlagWords) -> FlagView {
    let flag::FlagWords { title, text, action, source, status } = words;
    FlagView { title, text, action, source: SourceView { name: source.to_owned(), url: None, tag: basis::tag(status) } }
}

// ── the conditions

fn groups(screening: &Screening, flow: &QuestionFlow, answers: &Answers) -> Vec<ConditionGroup> {
    let groups = [
        (Outcome::NotMet, t::result::group_not_met()),
        (Outcome::CaseworkerAssesses, t::result::group_assess()),
        (Outcome::NeedsAnswer, t::result::group_needs_answer()),
        (Outcome::Met, t::result::group_met()),
        (Outcome::NotApplicable, t::result::group_not_applicable()),
    ];
    let group = |(outcome, title)| {
        let alike = screening.findings.iter().filter(|finding| finding.outcome == outcome);
        let conditions: Vec<Condition> = alike.map(|finding| in_words(finding, flow, answers)).collect();
        if conditions.is_empty() {
            return None;
        }
        if outcome == Outcome::NeedsAnswer && flow.is_outside {
            let text = t::result::not_asked(Count::of(conditions.len()));
            return Some(ConditionGroup::NotAsked(text));
        }
        let two_columns = matches!(outcome, Outcome::Met | Outcome::NotApplicable);
        Some(ConditionGroup::Listed { title, two_columns, conditions })
    };
    groups.into_iter().filter_map(group).collect()
}

fn in_words(finding: &Finding, flow: &QuestionFlow, answers: &Answers) -> Condition {
    let rule = RULEBOOK.basis(finding.rule);
    let key = finding.criterion.question();
    let is_asked = finding.outcome == Outcome::NeedsAnswer && flow.not_relevant(key).is_none();
    Condition {
        glyph: Glyph::of(finding.outcome),
        title: condition::title(finding),
        reason: condition::reason(finding, answers),
        change: finding.what_would_change_it.map(condition::change),
        answer_at: is_asked.then_some(Route::Question(key)),
        source: SourceView {
            name: basis::source(finding),
            url: rule.source.and_then(|source| source.url()),
            tag: basis::tag(finding.status),
        },
        quote: rule.quote,
    }
}

// ── the ways on

/// `in_force` says whether there is a scheme to get into.
fn ways(screening: &Screening, in_force: bool) -> Vec<WayOn> {
    let way = |route| {
        let is_gone = !in_force && ways::is_of_the_scheme(&route);
        WayOn {
            glyph: Glyph::of_way(route.state, is_gone),
            state: ways::state(route.state, is_gone),
            title: ways::title(route.route),
            reason: ways::reason(&route),
        }
    };
    ways::in_order(&screening.routes).into_iter().map(way).collect()
}

fn to_bring(answers: &Answers, flow: &QuestionFlow) -> Vec<Text> {
    let in_doubt = flow
        .steps()
        .iter()
        .any(|step| step.status == QuestionStatus::Skipped || answer::given(answers, step.key) == Some(Given::Unknown));
    let items = [
        Some(t::result::bring_papers()),
        (answers.plan != Some(Plan::None)).then(t::result::bring_plan),
        (answers.business_account == Some(BusinessAccount::Refused)).then(t::result::bring_refusal),
        (answers.public_debt == Some(YesNo::Yes)).then(t::result::bring_debt),
        in_doubt.then(t::result::bring_questions),
    ];
    items.into_iter().flatten().collect()
}

#[cfg(test)]
#[path = "result_tests.rs"]
mod tests;
