//! The result: the verdict, what to take care of first, every condition, and the ways on.

use leptos::prelude::*;
use mikrolaan_engine::screening::{
    AnswerKey, Answers, BusinessAccount, Finding, FlagId, Outcome, Plan, Screening, Severity, Verdict, YesNo,
};
use mikrolaan_markup::{Element, view};

use super::answers::nothing_yet;
use super::conflict::conflict_boxes;
use crate::components::{
    Condition, Icon, condition_list, good_to_know, heading, route_list, verdict_card, warning_box,
};
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::words::answer::{self, Given};
use mikrolaan_app_core::locale::words::verdict::{Counts, scheme_state};
use mikrolaan_app_core::locale::words::{basis, condition, counted, flag, question, ways};
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::rulebook::RULEBOOK;
use mikrolaan_engine::screening::{QuestionFlow, QuestionStatus};

/// At most so many warnings stand as boxes.
const BOXES: usize = 2;

/// The page.
pub fn result_page() -> Element {
    let session = Session::get();
    let flow = session.flow();
    let screening = session.screening();
    let case = untrack(|| session.with_case(Clone::clone));
    if flow.is_untouched() {
        return view! {
            <main class="container page" id="indhold" tabindex="-1">{heading(t::result::title().to_owned())}{nothing_yet()}</main>
        };
    }
    let in_force = case.scheme.is_in_force(case.as_of);
    let (boxes, notes) = flags(&screening, &flow, &question::wealth_limit(case.as_of));
    view! {
        <main class="container page" id="indhold" tabindex="-1">
            {heading(t::result::title().to_owned())}
            {conflict_boxes(session, AnswerKey::ALL)}
            <div class="with-aside">
                <div>
                    {verdict_card(screening.verdict, Counts::of(&screening), in_force, scheme_state(case.scheme))}
                    {answer_rest(&flow, screening.verdict)}
                    {warnings(boxes)}
                    <h2>{t::result::conditions()}</h2>
                    {conditions(&screening, &flow, &case.answers)}
                    <h2>{t::result::routes()}</h2>
                    {route_list(&ways::in_order(&screening.routes), in_force)}
                </div>
                <aside>
                    {next_step()}
                    {to_bring(&case.answers, &flow)}
                    {(!notes.is_empty()).then(|| good_to_know(notes))}
                </aside>
            </div>
        </main>
    }
}

/// The way to the missing answers, when the verdict waits for them.
fn answer_rest(flow: &QuestionFlow, verdict: Verdict) -> Option<Element> {
    let next = flow.next().filter(|_| verdict == Verdict::Undecided)?;
    let href = Route::Question(next).href();
    Some(view! {
        <p class="actions"><a class="button button-secondary" href=href>{t::result::answer_rest()}</a></p>
    })
}

/// The flags as boxes and as notes: warnings first, debt and the account before the others. A flag from
/// an answer that no longer matters is not shown, and the card says the state of the scheme already.
fn flags(screening: &Screening, flow: &QuestionFlow, limit: &str) -> (Vec<flag::Words>, Vec<flag::Words>) {
    let shown = |id: &FlagId| *id != FlagId::SchemeHasNoKnownBasis && id.is_relevant(flow);
    let up = |id: &FlagId| screening.flags.iter().any(|flag| flag.flag == *id);
    let ids: Vec<FlagId> = FlagId::IN_ORDER.iter().copied().filter(up).filter(shown).collect();
    let warnings = ids.iter().filter(|id| id.severity() == Severity::Warning).count().min(BOXES);
    let mut words: Vec<flag::Words> = ids.into_iter().map(|id| flag::words(id, limit)).collect();
    let notes = words.split_off(warnings);
    (words, notes)
}

fn warnings(boxes: Vec<flag::Words>) -> Vec<Element> {
    let title = if boxes.len() == 1 { t::result::warnings_one() } else { t::result::warnings_two() };
    let heading = (!boxes.is_empty()).then(|| view! { <h2>{title}</h2> });
    heading.into_iter().chain(boxes.into_iter().map(warning_box)).collect()
}

/// What speaks against, what is assessed, what is missing, what looks met, what does not apply.
fn conditions(screening: &Screening, flow: &QuestionFlow, answers: &Answers) -> Vec<Element> {
    let groups = [
        (Outcome::NotMet, t::result::group_not_met()),
        (Outcome::CaseworkerAssesses, t::result::group_assess()),
        (Outcome::NeedsAnswer, t::result::group_needs_answer()),
        (Outcome::Met, t::result::group_met()),
        (Outcome::NotApplicable, t::result::group_not_applicable()),
    ];
    let mut page = Vec::new();
    for (outcome, title) in groups {
        let alike = screening.findings.iter().filter(|finding| finding.outcome == outcome);
        let conditions: Vec<Condition> = alike.map(|finding| in_words(finding, flow, answers)).collect();
        if outcome == Outcome::NeedsAnswer && flow.is_outside {
            page.extend(not_asked(conditions.len()));
        } else if !conditions.is_empty() {
            let two_columns = matches!(outcome, Outcome::Met | Outcome::NotApplicable);
            page.extend([view! { <h3>{title}</h3> }, condition_list(conditions, two_columns)]);
        }
    }
    page
}

/// What was not asked, because the verdict does not wait for it.
fn not_asked(count: usize) -> Vec<Element> {
    if count == 0 {
        return Vec::new();
    }
    let text = counted(count, t::result::not_asked_one(), t::result::not_asked);
    vec![view! { <h3>{t::result::group_not_asked()}</h3> }, view! { <p>{text}</p> }]
}

fn in_words(finding: &Finding, flow: &QuestionFlow, answers: &Answers) -> Condition {
    let rule = RULEBOOK.basis(finding.rule);
    let key = finding.criterion.question();
    let is_asked = finding.outcome == Outcome::NeedsAnswer && flow.not_relevant(key).is_none();
    Condition {
        outcome: finding.outcome,
        title: condition::title(finding),
        reason: condition::reason(finding, answers),
        change: finding.what_would_change_it.map(condition::change),
        answer_at: is_asked.then(|| Route::Question(key).href()),
        source: (basis::source(finding), rule.source.and_then(|source| source.url)),
        tag: basis::tag(finding.status),
        quote: rule.quote,
    }
}

fn next_step() -> Element {
    view! {
        <section class="card">
            <h2>{t::result::next_step()}</h2>
            <p>{t::result::next_step_text()}</p>
            <p class="actions">
                <a class="button button-primary" href=Route::Budget.href()>
                    <span>{t::result::to_budget()}</span>{Icon::Next.draw()}
                </a>
            </p>
        </section>
    }
}

/// What to bring to the talk with the municipality, by the answers.
fn to_bring(answers: &Answers, flow: &QuestionFlow) -> Element {
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
    let items: Vec<Element> = items.into_iter().flatten().map(|text| view! { <li>{text}</li> }).collect();
    view! { <section><h2>{t::result::bring()}</h2><ul>{items}</ul></section> }
}
