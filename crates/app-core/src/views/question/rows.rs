//! The rows one chooses an answer from, with their ids; *Ved ikke* last and alone.

use crate::locale::language::Text;
use mikrolaan_engine::screening::{AnswerKey, AnswerKind};

use crate::locale::texts as t;
use crate::locale::words::options::{self, AnswerOption, UNKNOWN};

/// One or several?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowsKind {
    /// One.
    Radio,
    /// Several; and *Ved ikke* below a field, which can be taken off again.
    Checkbox,
}

impl RowsKind {
    /// How the answers of a question are chosen.
    pub fn of(key: AnswerKey) -> Self {
        match key.kind() {
            AnswerKind::Choice(_) | AnswerKind::Truth => RowsKind::Radio,
            AnswerKind::Several(_) | AnswerKind::Whole(_) | AnswerKind::Amount(_) => RowsKind::Checkbox,
        }
    }

    /// The type of the input.
    pub const fn word(self) -> &'static str {
        match self {
            RowsKind::Radio => "radio",
            RowsKind::Checkbox => "checkbox",
        }
    }

    /// What is chosen after a row was turned on or off. *Ved ikke* goes with nothing else.
    pub fn after(self, chosen: &[&'static str], id: &'static str, on: bool) -> Vec<&'static str> {
        let alone = self == RowsKind::Radio || id == UNKNOWN;
        let stays = |other: &&'static str| !alone && *other != id && *other != UNKNOWN;
        let mut after: Vec<&'static str> = chosen.iter().copied().filter(stays).collect();
        after.extend(on.then_some(id));
        after
    }
}

/// The rows of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionRows {
    /// What the inputs have in common: their name.
    pub name: String,
    /// One or several?
    pub kind: RowsKind,
    /// The answers; none where one writes a figure.
    pub groups: Vec<RowGroup>,
    /// *Ved ikke* under its own heading.
    pub dont_know: RowGroup,
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowGroup {
    /// What they have in common, with the id of that heading.
    pub title: Option<(String, Text)>,
    /// The rows.
    pub rows: Vec<ChoiceRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceRow {
    /// Its id in the document.
    pub id: String,
    /// The word for the answer.
    pub value: &'static str,
    /// The words a person reads.
    pub label: Text,
    /// What it means, with the id of that.
    pub hint: Option<(String, Text)>,
}

impl QuestionRows {
    /// The rows of a question. Where the question stands on a page a second time, all its ids begin with another
    /// `scope`; the first time with none.
    pub fn of(key: AnswerKey, scope: &str, unknown_hint: Text) -> Self {
        let name = [scope, key.id()].concat();
        let groups = options::of(key).into_iter().enumerate().map(|(number, group)| RowGroup {
            title: group.title.map(|title| (format!("{name}-group-{number}"), title)),
            rows: group.choices.into_iter().map(|choice| row(&name, choice)).collect(),
        });
        let dont_know = AnswerOption { id: UNKNOWN, label: t::common::dont_know(), hint: Some(unknown_hint) };
        let dont_know = RowGroup { title: None, rows: vec![row(&name, dont_know)] };
        QuestionRows { groups: groups.collect(), dont_know, kind: RowsKind::of(key), name }
    }

    /// The first row, for a link to the field.
    pub fn first(&self) -> Option<&ChoiceRow> {
        self.groups.iter().find_map(|group| group.rows.first())
    }
}

fn row(name: &str, choice: AnswerOption) -> ChoiceRow {
    let id = format!("{name}-{}", choice.id);
    let hint = choice.hint.map(|hint| (format!("{id}-hint"), hint));
    ChoiceRow { id, value: choice.id, label: choice.label, hint }
}

#[cfg(test)]
mod tests {
    use crate::locale::language::Text;
    use std::collections::BTreeSet;

    use super::{QuestionRows, RowGroup, RowsKind, UNKNOWN};
    use mikrolaan_engine::screening::AnswerKey;

    #[test]
    fn one_of_several_takes_the_others_place() {
        assert_eq!(RowsKind::Radio.after(&["yes"], "no", true), ["no"]);
        assert_eq!(RowsKind::Radio.after(&[], UNKNOWN, true), [UNKNOWN]);
    }

    #[test]
    fn dont_know_goes_with_nothing_else() {
        assert_eq!(RowsKind::Checkbox.after(&["stock"], "vehicle", true), ["stock", "vehicle"]);
        assert_eq!(RowsKind::Checkbox.after(&["stock", "vehicle"], "stock", false), ["vehicle"]);
        assert_eq!(RowsKind::Checkbox.after(&["stock", "vehicle"], UNKNOWN, true), [UNKNOWN]);
        assert_eq!(RowsKind::Checkbox.after(&[UNKNOWN], "stock", true), ["stock"]);
        assert!(RowsKind::Checkbox.after(&[UNKNOWN], UNKNOWN, false).is_empty());
    }

    fn ids(rows: &QuestionRows) -> Vec<String> {
        let of = |group: &RowGroup| -> Vec<String> {
            let title = group.title.iter().map(|(id, _)| id);
            let rows = group.rows.iter().flat_map(|row| [Some(&row.id), row.hint.as_ref().map(|(id, _)| id)]);
            title.chain(rows.flatten()).cloned().collect()
        };
        rows.groups.iter().chain([&rows.dont_know]).flat_map(of).collect()
    }

    #[test]
    fn every_question_has_ids_of_its_own_and_others_where_it_stands_twice() {
        let mut seen = BTreeSet::new();
        for &key in AnswerKey::ALL {
            for scope in ["", "now-"] {
                let rows = QuestionRows::of(key, scope, Text::of(&"hint"));
                let ids = ids(&rows);
                assert!(ids.iter().all(|id| id.starts_with(&format!("{scope}{}-", key.id()))), "{ids:?}");
                for id in ids {
                    assert!(seen.insert(id.clone()), "{id} stands twice");
                }
            }
        }
        assert!(seen.len() > 200, "{} ids", seen.len());
    }

    #[test]
    fn the_rows_are_those_the_page_has_always_had() {
        let rows = QuestionRows::of(AnswerKey::Support, "", Text::of(&"Så spørger vi videre."));
        assert_eq!((rows.name.as_str(), rows.kind), ("support", RowsKind::Radio));
        let first = rows.first().expect("a row");
        assert_eq!((first.id.as_str(), first.value), ("support-kontanthjaelp_jobparat", "kontanthjaelp_jobparat"));
        assert_eq!(rows.groups[0].title.as_ref().map(|(id, _)| id.as_str()), Some("support-group-0"));
        assert!(rows.dont_know.title.is_none());
        let unsure = &rows.dont_know.rows[0];
        assert_eq!((unsure.id.as_str(), unsure.value, unsure.label.words()), ("support-unknown", UNKNOWN, "Ved ikke"));
        assert_eq!(unsure.hint, Some(("support-unknown-hint".to_owned(), Text::of(&"Så spørger vi videre."))));
        let one_group = QuestionRows::of(AnswerKey::Idea, "", Text::of(&""));
        assert!(one_group.groups.len() == 1 && one_group.groups[0].title.is_none());
        assert_eq!(QuestionRows::of(AnswerKey::LoanPurposes, "", Text::of(&"")).kind, RowsKind::Checkbox);
    }

    #[test]
    fn a_figure_has_no_rows_but_dont_know_which_can_be_taken_off() {
        for key in [AnswerKey::Age, AnswerKey::LoanAmount] {
            let rows = QuestionRows::of(key, "", Text::of(&""));
            assert_eq!((rows.first(), rows.kind), (None, RowsKind::Checkbox));
            assert_eq!(rows.dont_know.rows.len(), 1);
        }
    }
}
