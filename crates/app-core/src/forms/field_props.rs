//! The words of a field and how it looks.

use crate::locale::language::Text;
/// Where a field stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// On its own, label above.
    #[default]
    Group,
    /// As a row of many: a short label, the field beside it.
    Row,
    /// As a row of few: its whole label and help, the field beside them.
    Value,
}

/// How wide a field is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// As wide as an amount.
    #[default]
    Amount,
    /// As wide as a number of months.
    Short,
    /// As wide as there is room: a name.
    Wide,
}

/// A part of a field that has an id of its own, because it explains the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldPart {
    /// Help.
    Hint,
    /// What is wrong.
    Error,
    /// The unit.
    Unit,
    /// Where the value comes from.
    Origin,
}

impl FieldPart {
    const fn ending(self) -> &'static str {
        match self {
            FieldPart::Hint => "-hint",
            FieldPart::Error => "-error",
            FieldPart::Unit => "-unit",
            FieldPart::Origin => "-from",
        }
    }
}

/// The words of a field and how it looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldProps {
    /// The field's id in the document.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Help below the label; empty = none. Left out in a row.
    pub hint: Text,
    /// The ids of what explains it and stands elsewhere on the page; empty = nothing does.
    pub described_by: &'static str,
    /// The unit behind it; empty = none.
    pub unit: Text,
    /// How wide it is.
    pub width: Width,
    /// Where it stands.
    pub layout: Layout,
    /// It holds a number, so phones show digits.
    pub numeric: bool,
    /// It is said where its value comes from.
    pub has_origin: bool,
}

impl FieldProps {
    /// The id of one of its parts.
    pub fn part_id(&self, part: FieldPart) -> String {
        [&self.id, part.ending()].concat()
    }

    /// The help that is shown where the field stands.
    pub fn shown_hint(&self) -> Option<Text> {
        (!self.hint.is_empty() && self.layout != Layout::Row).then_some(self.hint)
    }

    /// The ids of everything that explains the field, in the order they are read: what stands elsewhere, hint, what
    /// is wrong, unit, where the value comes from.
    pub fn described_by(&self, is_refused: bool) -> Option<String> {
        let mut ids = self.described_by.to_owned();
        let parts = [
            (self.shown_hint().is_some(), FieldPart::Hint),
            (is_refused, FieldPart::Error),
            (!self.unit.is_empty(), FieldPart::Unit),
            (self.has_origin, FieldPart::Origin),
        ];
        for (_, part) in parts.into_iter().filter(|(is_there, _)| *is_there) {
            let space = if ids.is_empty() { "" } else { " " };
            ids.extend([space, &self.id, part.ending()]);
        }
        (!ids.is_empty()).then_some(ids)
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldPart, FieldProps, Layout};
    use crate::locale::language::Text;

    #[test]
    fn a_field_is_described_by_what_is_shown_with_it() {
        let bare = FieldProps { id: "age".to_owned(), ..FieldProps::default() };
        assert_eq!((bare.described_by(false), bare.described_by(true)), (None, Some("age-error".to_owned())));
        let full = FieldProps { hint: Text::of(&"Hele år."), unit: Text::of(&"år"), described_by: "hint", ..bare };
        assert_eq!(full.described_by(false).as_deref(), Some("hint age-hint age-unit"));
        assert_eq!(full.described_by(true).as_deref(), Some("hint age-hint age-error age-unit"));
        assert_eq!(
            (full.shown_hint(), full.part_id(FieldPart::Hint)),
            (Some(Text::of(&"Hele år.")), "age-hint".to_owned())
        );
        let told = FieldProps { has_origin: true, layout: Layout::Value, ..full.clone() };
        assert_eq!(told.described_by(false).as_deref(), Some("hint age-hint age-unit age-from"));
        let row = FieldProps { layout: Layout::Row, ..full };
        assert_eq!((row.shown_hint(), row.described_by(false).as_deref()), (None, Some("hint age-unit")));
    }
}
