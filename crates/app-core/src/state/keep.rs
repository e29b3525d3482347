//! The state as a text and back: what the tab keeps, so that a reload loses nothing.
//!
//! Records behind each other, each with a letter for what it is. Cases are links (`case::link`), so that there is
//! one way of packing them. What one tap has replaced is not kept: it can be had back until the page goes.

use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::case::link::{link, restore};
use mikrolaan_engine::case::{Case, ValuePath};
use mikrolaan_engine::insight::goal_seek::Found;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::{AnswerKey, Answers};
use mikrolaan_engine::simulation::{Loan, Scenario, ScenarioField};

use super::trial::Trial;
use super::undo::invented;
use super::{Draft, QuestionEntry, State, Viewed, provenance};
use crate::state::answering;

/// Between two records.
const RECORD: char = '\u{1e}';
/// Between the parts of one.
const PART: char = '\u{1f}';

impl State {
    /// Would something be lost with the page?
    pub fn is_worth_keeping(&self) -> bool {
        self.is_begun() || !self.pages.is_empty() || !self.next_steps.is_empty()
    }

    /// Is something answered or written in the plan, and not only on the page of a question that was not sent yet?
    pub fn is_begun(&self) -> bool {
        let own = self.viewed.as_ref().map_or(&self.case, |viewed| &viewed.own);
        let untouched = own.answers == Answers::default()
            && self.skipped.is_empty()
            && own.scenarios.first().is_none_or(|scenario| *scenario == provenance::untouched(own));
        !untouched || !self.drafts.is_empty()
    }

    /// The state as a text; `None` when it cannot be one, because there is too much in it.
    pub fn kept(&self) -> Option<String> {
        let mut text = String::new();
        let viewed = self.viewed.as_deref();
        let own = viewed.map_or(&self.case, |viewed| &viewed.own);
        record(&mut text, "c", &[&link(&self.carried()).ok()?]);
        let resting = viewed.map_or(&self.resting_loan, |viewed| &viewed.resting_loan);
        keep_loan(&mut text, resting.as_ref(), own.as_of)?;
        keep_drafts(&mut text, viewed.map_or(&self.drafts, |viewed| &viewed.drafts));
        if self.is_short {
            record(&mut text, "s", &[]);
        }
        if !self.next_steps.is_empty() {
            record(&mut text, "n", &[&self.next_steps]);
        }
        for (key, page) in &self.pages {
            record(&mut text, "p", &[key.id(), &page.typed, &page.chosen.join(" ")]);
        }
        if viewed.is_some() {
            // From here on it is the example's.
            record(&mut text, "v", &[&link(&self.case).ok()?]);
            keep_loan(&mut text, self.resting_loan.as_ref(), own.as_of)?;
            keep_drafts(&mut text, &self.drafts);
        }
        if let Some(trial) = &self.trial {
            let [kind, amount] = trial.found.numbers().map(|number| number.to_string());
            let scenarios = vec![trial.before.clone()];
            let before = Case { scenarios, app: trial.app.clone(), ..Case::new(own.as_of) };
            record(&mut text, "t", &[&kind, &amount, &link(&before).ok()?]);
        }
        Some(text)
    }

    /// The state of a text, looked at in this month; `None` when it is none.
    pub fn restored(text: &str, as_of: Month) -> Option<State> {
        let mut state = State::new(as_of);
        let mut example = None;
        for record in text.split(RECORD) {
            let (kind, rest) = record.split_once(PART).unwrap_or((record, ""));
            let parts: Vec<&str> = rest.split(PART).collect();
            match (kind, parts.as_slice()) {
                ("c", [link]) => {
                    let own = restore(link)?;
                    own.app.as_ref()?;
                    example = state.take_case(own);
                }
                ("v", [link]) => state.view(example?, Case { as_of, ..restore(link)? }),
                ("s", [""]) => state.is_short = true,
                ("n", [text]) => state.next_steps = (*text).to_owned(),
                ("l", [link]) => state.resting_loan = restore(link)?.scenarios.pop()?.loan,
                ("t", [kind, amount, link]) => {
                    let found = Found::of_numbers([kind.parse().ok()?, amount.parse().ok()?])?;
                    let mut case = restore(link)?;
                    let (before, app) = (case.scenarios.pop()?, case.app);
                    state.trial = Some(Box::new(Trial { found, before, app }));
                }
                ("d", [place, label, text, told]) => {
                    let field = place_of(place)?;
                    let [label, text] = [label, text].map(|part| (*part).to_owned());
                    state.drafts.push(Draft { field, label, text, told: *told == "1" });
                }
                ("p", [key, typed, chosen]) => {
                    let key = AnswerKey::from_id(key)?;
                    let chosen =
                        chosen.split_whitespace().map(|id| answering::known(key, id)).collect::<Option<_>>()?;
                    state.pages.push((key, QuestionEntry { chosen, typed: (*typed).to_owned() }));
                }
                _ => return None,
            }
        }
        Some(state)
    }

    /// The own case makes place for an example as it was left.
    fn view(&mut self, id: ExampleId, shown: Case) {
        let example = invented(id, shown.as_of);
        // Through a link as what is shown was, so that what is marked as written in it is the same.
        let example = link(&example).ok().and_then(|link| restore(&link)).unwrap_or(example);
        let own = std::mem::replace(&mut self.case, shown);
        let (drafts, resting_loan) = (std::mem::take(&mut self.drafts), self.resting_loan.take());
        self.viewed = Some(Box::new(Viewed { id, example, own, drafts, resting_loan }));
    }
}

fn record(text: &mut String, kind: &str, parts: &[&str]) {
    if !text.is_empty() {
        text.push(RECORD);
    }
    text.push_str(kind);
    for part in parts {
        text.push(PART);
        // What is pasted may hold anything; nobody means these two.
        text.extend(part.chars().filter(|letter| ![RECORD, PART].contains(letter)));
    }
}

fn keep_drafts(text: &mut String, drafts: &[Draft]) {
    for draft in drafts {
        record(text, "d", &[&number_of(draft.field), &draft.label, &draft.text, if draft.told { "1" } else { "0" }]);
    }
}

/// The place of a value by the numbers of its row and its position; an answer stands behind a minus.
fn number_of(place: ValuePath) -> String {
    match place {
        ValuePath::Answer(key) => ["-", &(key as usize).to_string()].concat(),
        ValuePath::Field { field, at: None, .. } => (field as usize).to_string(),
        ValuePath::Field { field, at: Some(at), .. } => [&(field as usize).to_string(), "/", &at.to_string()].concat(),
    }
}

/// The way back from [`number_of`].
fn place_of(text: &str) -> Option<ValuePath> {
    if let Some(key) = text.strip_prefix('-') {
        return AnswerKey::ALL.get(key.parse::<usize>().ok()?).copied().map(ValuePath::Answer);
    }
    let (field, at) = text.split_once('/').map_or((text, None), |(field, at)| (field, Some(at)));
    let field = *ScenarioField::ALL.get(field.parse::<usize>().ok()?)?;
    let at = at.map(str::parse).transpose().ok()?;
    (at.is_some() == field.is_in_list()).then_some(ValuePath::Field { scenario: 0, field, at })
}

/// A loan that rests, in a case of its own.
fn keep_loan(text: &mut String, loan: Option<&Loan>, as_of: Month) -> Option<()> {
    if let Some(loan) = loan {
        let scenario = Scenario { loan: Some(loan.clone()), ..Scenario::begun(as_of, String::from("-")) };
        record(text, "l", &[&link(&Case { scenarios: vec![scenario], ..Case::new(as_of) }).ok()?]);
    }
    Some(())
}

#[cfg(test)]
#[path = "keep_tests.rs"]
mod tests;
