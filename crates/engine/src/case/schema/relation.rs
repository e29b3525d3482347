//! What must fit together in an object, as far as a schema can say it.

use super::shape::probe;
use crate::case::walk::Wrong;
use crate::case::write::JsonText;
use crate::simulation::ScenarioField as F;

/// Something that must fit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// One of the two, and not both.
    OneOf([&'static str; 2]),
    /// Never both.
    NotBoth([&'static str; 2]),
    /// Where the first is an object, the second is one too.
    Needs([&'static str; 2]),
    /// Where the first is true, the second is.
    Implies([&'static str; 2]),
    /// No item of the list under this key stands there twice.
    Unique(&'static str),
}

impl Relation {
    /// What is wrong, as what must hold; `None` where no schema can say it: it compares two months, or works something out.
    pub(super) fn of(key: &'static str, wrong: Wrong) -> Option<Self> {
        match wrong {
            Wrong::Twice(_) => Some(Relation::Unique(key)),
            Wrong::Both(keys) | Wrong::Neither(keys) => Some(Relation::OneOf(keys)),
            Wrong::LoanWithoutBusiness => Some(Relation::Needs([F::Loan.key(), F::Business.key()])),
            Wrong::DeductionOfProfile => Some(Relation::NotBoth([F::BenefitDeduction.key(), F::Profile.key()])),
            Wrong::ChildAtHome => Some(Relation::Implies([F::ProfileChildrenAtHome.key(), F::ProfileChildren.key()])),
            Wrong::CourseEndsTooEarly(_)
            | Wrong::ClosesTooEarly(_)
            | Wrong::JobEndsTooEarly(_)
            | Wrong::TooFar(_)
            | Wrong::NoBenefit(_) => None,
        }
    }

    /// Writes it as an item of `allOf`.
    pub(super) fn write(self, text: &mut JsonText) {
        text.item_object(|text| match self {
            Relation::OneOf(keys) => text.member_list("oneOf", |text| {
                keys.iter().for_each(|key| text.item_object(|text| text.member_texts("required", &[key])));
            }),
            Relation::NotBoth(keys) => text.member_object("not", |text| text.member_texts("required", &keys)),
            Relation::Needs([first, second]) => {
                let is_object = |text: &mut JsonText| text.member_text("type", "object");
                implication(text, first, second, is_object);
            }
            Relation::Implies([first, second]) => {
                let is_true = |text: &mut JsonText| text.member_raw("const", "true");
                implication(text, first, second, is_true);
            }
            Relation::Unique(_) => {}
        });
    }
}

fn implication(text: &mut JsonText, first: &str, second: &str, holds: fn(&mut JsonText)) {
    for (key, member) in [("if", first), ("then", second)] {
        text.member_object(key, |text| {
            text.member_texts("required", &[member]);
            text.member_object("properties", |text| text.member_object(member, holds));
        });
    }
}

/// All that must fit, each with the path of its object: what does not when everything is there, and when all is but one member.
pub(super) fn all() -> Vec<(String, Relation)> {
    let members = probe(None).members;
    let mut all: Vec<(String, Relation)> = Vec::new();
    for left_out in std::iter::once(None).chain((0..members).map(Some)) {
        for found in probe(left_out).relations {
            if !all.contains(&found) {
                all.push(found);
            }
        }
    }
    all
}
