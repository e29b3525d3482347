//! The result: the verdict, what to do first, every condition, and the ways on. Who is outside the group is told why, and
//! which ways there are today for them.

mod first;
mod outside;

use crate::locale::language::Text;
use mikrolaan_engine::screening::{
    Answers, BusinessAccount, Finding, FlagId, NextStep, Outcome, Plan, QuestionFlow, QuestionStatus, RouteState,
    Screening, Severity, Verdict, YesNo,
};

pub use first::{FirstStep, StepLink};

use super::glyph::Glyph;
use super::source::SourceView;
use crate::locale::argument::{Amount, Count};
use crate::locale::texts as t;
use crate::locale::words::answer::{self, Given};
use crate::locale::words::verdict::{self, Counts, scheme_state};
use crate::locale::words::{basis, condition, flag, question, ways};
use crate::navigation::{GuideTopic, Route};
use crate::rulebook::RULEBOOK;
use crate::state::State;

/// At most so many warnings stand as boxes.
const BOXES: usize = 2;

/// Everything the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultView {
    /// The card at the top.
    pub verdict: VerdictCard,
    /// A condition speaks against that nobody can assess away.
    pub is_outside: bool,
    /// The way to the missing answers, when the verdict waits for them.
    pub rest: Option<Route>,
    /// What to do first, before the money; nothing for who is outside.
    pub first: Vec<FirstStep>,
    /// What can go wrong.
    pub warnings: Vec<FlagView>,
    /// What else can, when there is more than a person reads in one go.
    pub more_warnings: Vec<FlagView>,
    /// The conditions that say something: what speaks against; or what is assessed, what is missing, what looks met, and
    /// what does not apply.
    pub groups: Vec<ConditionGroup>,
    /// The ways on that are open, or may be.
    pub ways: Vec<WayOn>,
    /// The ways that are closed; nothing for who is outside.
    pub closed_ways: Vec<WayOn>,
    /// Good to know.
    pub notes: Vec<FlagView>,
    /// What to bring to the talk with the municipality, by the answers; nothing for who is outside.
    pub bring: Vec<Text>,
}

/// The verdict. While the scheme is not in force, that is what it says first, and without a sign it looks like no verdict at all
/// (style/components.css); by its class it is known to whoever has the calculator in a frame (embed/frame/verdict.js).
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
    /// The conditions that apply as a row of cells: the class of each. None where one of them decides.
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
pub struct ConditionGroup {
    /// How they look.
    pub title: Text,
    /// There is little to say of each: a line, and where it is written behind it.
    pub is_brief: bool,
    /// The conditions.
    pub conditions: Vec<Condition>,
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
    /// Where more stands about it.
    pub topic: Option<GuideTopic>,
}

impl ResultView {
    /// The result of the answers so far; `None` where nothing has been answered.
    pub fn of(state: &State) -> Option<Self> {
        let (case, screening) = (state.case(), state.screening());
        let flow = state.flow_of(&screening);
        if flow.is_untouched() {
            return None;
        }
        let (answers, in_force) = (&case.answers, case.scheme.is_in_force(case.as_of));
        let [warnings, more_warnings, notes] = flags(&screening, &flow, question::wealth_limit(case.as_of));
        let is_outside = flow.is_outside;
        let [ways, closed_ways] =
            if is_outside { [outside::ways(&screening, answers), Vec::new()] } else { ways(&screening, in_force) };
        let (first, bring) = if is_outside {
            (Vec::new(), Vec::new())
        } else {
            (first::first(&screening, &flow, answers), to_bring(answers, &flow))
        };
        Some(ResultView {
            verdict: verdict_card(&screening, in_force, scheme_state(case.scheme)),
            is_outside,
            rest: flow.next().filter(|_| screening.verdict == Verdict::Undecided).map(Route::Question),
            first,
            warnings,
            more_warnings,
            groups: groups(&screening, &flow, answers),
            ways,
            closed_ways,
            notes,
            bring,
        })
    }
}

// ── the verdict

fn verdict_card(screening: &Screening, in_force: bool, state: Text) -> VerdictCard {
    let (verdict, counts) = (screening.verdict, Counts::of(screening));
    let (class, glyph) = appearance(verdict);
    let is_outside = verdict == Verdict::NotInTargetGroup;
    VerdictCard {
        class,
        glyph: in_force.then_some(glyph),
        title: verdict::title(verdict, in_force),
        text: verdict::text(verdict, counts, in_force),
        cells: if is_outside { Vec::new() } else { cells(counts) },
        legend: if is_outside { Vec::new() } else { legend(counts) },
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

/// The flags as boxes, as what else can go wrong, and as notes, each in the order they are shown. A flag from an answer
/// that no longer matters is not shown, and the card says the state of the scheme already.
fn flags(screening: &Screening, flow: &QuestionFlow, limit: Amount) -> [Vec<FlagView>; 3] {
    let shown = |id: &FlagId| *id != FlagId::SchemeHasNoKnownBasis && id.is_relevant(flow);
    let up = |id: &FlagId| screening.flags.iter().any(|flag| flag.flag == *id);
    let ids: Vec<FlagId> = FlagId::IN_ORDER.iter().copied().filter(up).filter(shown).collect();
    let of_severity = |severity| {
        let alike = ids.iter().filter(move |id| id.severity() == severity);
        alike.map(|&id| flag(flag::words(id, limit))).collect::<Vec<FlagView>>()
    };
    let mut boxes = of_severity(Severity::Warning);
    let more = boxes.split_off(BOXES.min(boxes.len()));
    [boxes, more, of_severity(Severity::Info)]
}

fn flag(words: flag::FlagWords) -> FlagView {
    let flag::FlagWords { title, text, action, source, status } = words;
    FlagView { title, text, action, source: SourceView { name: source.to_owned(), url: None, tag: basis::tag(status) } }
}

// ── the conditions

/// To somebody outside the one that speaks against says all: the others do not change it.
fn groups(screening: &Screening, flow: &QuestionFlow, answers: &Answers) -> Vec<ConditionGroup> {
    let against = (Outcome::NotMet, t::result::group_not_met());
    let others = [
        (Outcome::CaseworkerAssesses, t::result::group_assess()),
        (Outcome::NeedsAnswer, t::result::group_needs_answer()),
        (Outcome::Met, t::result::group_met()),
        (Outcome::NotApplicable, t::result::group_not_applicable()),
    ];
    let group = |&(outcome, title): &(Outcome, Text)| {
        let alike = screening.findings.iter().filter(|finding| finding.outcome == outcome);
        let conditions: Vec<Condition> = alike.map(|finding| in_words(finding, flow, answers)).collect();
        let is_brief = matches!(outcome, Outcome::Met | Outcome::NotApplicable);
        (!conditions.is_empty()).then_some(ConditionGroup { title, is_brief, conditions })
    };
    let shown = if flow.is_outside { std::slice::from_ref(&against) } else { &others[..] };
    shown.iter().filter_map(group).collect()
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

/// The ways that are open, or may be, and the closed ones. `in_force` says whether there is a scheme to get into.
fn ways(screening: &Screening, in_force: bool) -> [Vec<WayOn>; 2] {
    let is_closed = |way: &NextStep| way.state == RouteState::Closed || !in_force && ways::is_of_the_scheme(way);
    let (closed, open): (Vec<NextStep>, Vec<NextStep>) =
        ways::in_order(&screening.routes).into_iter().partition(is_closed);
    [open, closed].map(|ways| ways.iter().map(|way| way_on(way, in_force)).collect())
}

fn way_on(way: &NextStep, in_force: bool) -> WayOn {
    let is_gone = !in_force && ways::is_of_the_scheme(way);
    WayOn {
        glyph: Glyph::of_way(way.state, is_gone),
        state: ways::state(way.state, is_gone),
        title: ways::title(way.route),
        reason: ways::reason(way),
        topic: None,
    }
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
