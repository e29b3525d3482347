//! *Kopiér til sag*: the plain text for the municipality's own system, in a fixed order, without name and number. The printed note
//! says the same.

use mikrolaan_engine::quantity::Date;
use mikrolaan_engine::screening::AnswerKey;

use super::assessment::{AssessmentView, ConditionRow, answer};
use super::case_field::{CaseEntry, CaseField, CaseFieldGroup, groups};
use super::checklist::{CheckId, counted};
use super::column_results::line;
use super::fields::CaseFieldId;
use super::sentence::small_job;
use super::state::CaseworkerState;
use super::state_line::StateLine;
use super::unknowns::{UnknownRow, unknowns};
use super::view::{PlanMoney, said_plan};
use super::worked::WorkedCase;
use crate::locale::argument::{DateOf, MonthOf};
use crate::locale::texts as t;
use crate::locale::texts::named::{LineName, NameValue};
use crate::locale::texts::office::caseworker::case_note as words;
use crate::views::compare::LETTERS;
use crate::views::result::FlagView;

/// A part of the note: its heading, and its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSection {
    /// Its heading.
    pub title: String,
    /// Its lines, each a sentence or a few.
    pub lines: Vec<String>,
}

/// The note of a case on a day, part by part; parts with nothing in them are left out.
pub fn sections(state: &CaseworkerState, worked: &WorkedCase, today: Date) -> Vec<NoteSection> {
    let groups = groups(state);
    let state_line = StateLine::of(state, worked);
    let assessment = AssessmentView::of(state, &worked.screening);
    let unknown = unknowns(state, worked);
    let all = [
        (words::title().to_owned(), head(state, &state_line, today)),
        (words::told().to_owned(), told(state, &groups)),
        (words::unknown().to_owned(), said(&unknown, false)),
        (words::assessment().to_owned(), assessed(&assessment)),
        (words::money().to_owned(), money(state, worked)),
        (words::guidance().to_owned(), guidance(state, &assessment)),
        (words::agreed().to_owned(), state.notes().lines().map(str::to_owned).collect()),
        (words::guesses().to_owned(), guesses(&groups, &unknown)),
        (words::overrides().to_owned(), state_line.overrides),
        (words::checklist(counted(state)), checklist(state)),
    ];
    let sections = all.into_iter().map(|(title, lines)| NoteSection { title, lines });
    sections.filter(|section| !section.lines.is_empty()).collect()
}

/// The note as it is copied.
pub fn case_note(state: &CaseworkerState, worked: &WorkedCase, today: Date) -> String {
    let section = |section: NoteSection| [section.title, section.lines.join("\n")].join("\n");
    let all: Vec<String> = sections(state, worked, today).into_iter().map(section).collect();
    // Another program may not know what keeps an amount and its unit together.
    all.join("\n\n").replace('\u{a0}', " ")
}

fn head(state: &CaseworkerState, state_line: &StateLine, today: Date) -> Vec<String> {
    let day = words::day(DateOf(today), MonthOf(state.case().as_of), state_line.version);
    let rest =
        [words::guidance_only().to_owned(), state_line.text(), state_line.carried.clone(), state_line.sample.clone()];
    std::iter::once(day).chain(rest).filter(|line| !line.is_empty()).collect()
}

// ── what was told

/// A line a group: what stands in its fields and is somebody's.
fn told(state: &CaseworkerState, groups: &[CaseFieldGroup]) -> Vec<String> {
    let line = |group: &CaseFieldGroup| {
        let told = group.fields.iter().filter(|field| field.matters && !field.is_dashed && !field.is_open);
        let told: Vec<String> = told.filter_map(|field| value(state, field)).collect();
        (!told.is_empty()).then(|| told.join(" "))
    };
    groups.iter().filter_map(line).collect()
}

/// "Kan faget: Delvist."
fn value(state: &CaseworkerState, field: &CaseField) -> Option<String> {
    let value = match (&field.entry, field.of) {
        (_, CaseFieldId::Answer(key @ (AnswerKey::Idea | AnswerKey::LoanPurposes | AnswerKey::Age))) => {
            answer(state, key)
        }
        (CaseEntry::Typed(text), _) if text.is_empty() => return None,
        (CaseEntry::Typed(text), _) => [text, " ", &*field.props.unit].concat(),
        (CaseEntry::Chosen(options, chosen), _) => {
            options.iter().find(|option| option.value == *chosen).map(|option| option.label.clone())?
        }
        (CaseEntry::Several(_), _) => return None,
    };
    let value = value.trim();
    let computed =
        field.tag.filter(|tag| *tag == t::tag::computed()).map(|tag| [" (", &tag.to_lowercase(), ")"].concat());
    let value = [value, computed.as_deref().unwrap_or_default()].concat();
    // An amount ends with a point of its own.
    let value = value.trim_end_matches('.');
    Some(words::value(NameValue { name: field.props.label.as_str(), value }))
}

fn said(rows: &[UnknownRow], guesses: bool) -> Vec<String> {
    rows.iter().filter(|row| row.is_guess == guesses).map(|row| row.said.clone()).collect()
}

/// What nobody gave, with what stands there, and what a little of it is worth.
fn guesses(groups: &[CaseFieldGroup], rows: &[UnknownRow]) -> Vec<String> {
    let fields = groups.iter().flat_map(|group| &group.fields);
    let guessed = fields.filter(|field| field.is_dashed && field.tag.is_some());
    let one = |field: &CaseField| {
        let CaseEntry::Typed(text) = &field.entry else { return None };
        if text.is_empty() {
            return None;
        }
        let value = [text, " ", &*field.props.unit].concat();
        let value = value.trim_end_matches('.');
        let said = words::value(NameValue { name: &field.props.label, value });
        let worth = rows.iter().find(|row| row.is_guess && row.field == field.of).filter(|row| row.decides.is_empty());
        Some([Some(said), worth.map(|row| row.said.clone())].into_iter().flatten().collect::<Vec<_>>().join(" "))
    };
    guessed.filter_map(one).collect()
}

// ── what it comes to

fn assessed(assessment: &AssessmentView) -> Vec<String> {
    let verdict = [&*assessment.verdict, ". ", &assessment.summary].concat();
    let named = |row: &ConditionRow| {
        let what: &str = &row.name;
        let paragraph = if row.paragraph.is_empty() { String::new() } else { [" (", &row.paragraph, ")"].concat() };
        [what, &paragraph, ": ", &row.answer].concat()
    };
    let list = |title: fn(&str) -> String, rows: &[ConditionRow]| {
        let rows: Vec<String> = rows.iter().map(named).collect();
        (!rows.is_empty()).then(|| title(&rows.join(" · ")))
    };
    let lists = [list(words::to_assess, &assessment.assess), list(words::missing, &assessment.missing)];
    let warnings = assessment.warnings.iter().map(|flag| [&*flag.title, ". ", &*flag.action].concat());
    std::iter::once(verdict).chain(lists.into_iter().flatten()).chain(warnings).collect()
}

fn money(state: &CaseworkerState, worked: &WorkedCase) -> Vec<String> {
    let plan = PlanMoney::of(state, worked);
    let PlanMoney::Said(sentence, _) = &plan else { return vec![plan.text()] };
    let mut lines = vec![[sentence.condition.as_str(), " ", &sentence.text()].concat().trim().to_owned()];
    lines.extend(sentence.notes.iter().cloned());
    lines.extend(small_job(worked));
    let others = (0..).zip(&worked.columns).filter(|(at, _)| *at != worked.plan_column);
    lines.extend(others.filter_map(|(at, (case, outcome))| {
        let (evaluated, name) = (outcome.as_ref().ok()?, case.scenarios.first()?.name.as_str());
        let letter: &str = LETTERS.get::<usize>(at)?;
        Some(words::column(LineName { line: line(evaluated).as_str(), name: [letter, " ", name].concat().as_str() }))
    }));
    if let (Some(_), Some((_, evaluated))) = (said_plan(worked), &worked.benefit) {
        let name = t::variant::stay_on_benefit::title();
        lines.push(words::column(LineName { line: line(evaluated).as_str(), name: name.words() }));
    }
    lines
}

/// What was said to the citizen: the warnings that are ticked, and any other sentence that is.
fn guidance(state: &CaseworkerState, assessment: &AssessmentView) -> Vec<String> {
    let flags = assessment.warnings.iter().chain(&assessment.more_flags);
    let flags: Vec<&FlagView> = flags.collect();
    let line = |told: &String| match flags.iter().find(|flag| *flag.title == **told) {
        Some(flag) => [&*flag.title, ". ", flag.text.as_str(), " ", &*flag.action].concat(),
        None => told.clone(),
    };
    let mut lines: Vec<String> = state.told().iter().map(line).collect();
    for check in [CheckId::DutiesInWriting, CheckId::Complaint] {
        lines.extend(state.is_done(check).then(|| [&*check.title(), "."].concat()));
    }
    lines
}

fn checklist(state: &CaseworkerState) -> Vec<String> {
    let done = CheckId::ALL.into_iter().chain([CheckId::ReReferral]).filter(|&id| state.is_done(id));
    done.map(|id| [&*id.title(), "."].concat()).collect()
}

#[cfg(test)]
#[path = "case_note_tests.rs"]
mod tests;
