//! Choosing one answer, or several, from full-width rows; *Ved ikke* last and alone.

use leptos::prelude::*;
use mikrolaan_markup::{Element, view};

use crate::watch::Held;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::words::options::{Choice, Group, UNKNOWN};

/// One or several?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One.
    Radio,
    /// Several.
    Checkbox,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Kind::Radio => "radio",
            Kind::Checkbox => "checkbox",
        }
    }

    const fn input_class(self) -> &'static str {
        match self {
            Kind::Radio => "form-radio",
            Kind::Checkbox => "form-checkbox",
        }
    }

    const fn class(self, unsure: bool) -> &'static str {
        match (self, unsure) {
            (Kind::Radio, false) => "form-group-radio",
            (Kind::Radio, true) => "form-group-radio form-group-radio--unsure",
            (Kind::Checkbox, false) => "form-group-checkbox",
            (Kind::Checkbox, true) => "form-group-checkbox form-group-checkbox--unsure",
        }
    }

    /// What is chosen after a row was turned on or off. *Ved ikke* goes with nothing else.
    pub fn after(self, chosen: &[&'static str], id: &'static str, on: bool) -> Vec<&'static str> {
        let alone = self == Kind::Radio || id == UNKNOWN;
        let stays = |other: &&'static str| !alone && *other != id && *other != UNKNOWN;
        let mut after: Vec<&'static str> = chosen.iter().copied().filter(stays).collect();
        after.extend(on.then_some(id));
        after
    }
}

/// What is chosen among, and where the choice is kept.
#[derive(Clone, Copy)]
pub struct Rows {
    /// The question's key: the name of the rows, and the beginning of their ids.
    pub name: &'static str,
    /// One or several?
    pub kind: Kind,
    /// The ids of what is chosen.
    pub chosen: Held<Vec<&'static str>>,
}

/// The rows of a question, with *Ved ikke* last. `error` is what to do, when nothing was chosen.
pub fn choices(
    rows: Rows,
    groups: Vec<Group>,
    unknown_hint: &'static str,
    error: impl Fn() -> Option<&'static str> + Clone + Send + 'static,
) -> Element {
    let groups: Vec<Element> =
        groups.into_iter().enumerate().map(|(number, group)| rows.group(number, group)).collect();
    let failed = error.clone();
    let described = move || if failed().is_some() { "hint error" } else { "hint" };
    let failed = error.clone();
    view! {
        <fieldset class="form-group" class:form-error=move || failed().is_some() aria-labelledby="title" aria-describedby=described>
            {move || Some(view! { <p class="form-error-message" id="error">{error()?}</p> }.into_any())}
            {groups}
            {rows.unsure(unknown_hint, None)}
        </fieldset>
    }
}

/// The id of the first row, for a link to the field.
pub fn first_row(name: &str, groups: &[Group]) -> String {
    let first = groups.iter().flat_map(|group| &group.choices).next();
    first.map_or_else(|| name.to_owned(), |choice| format!("{name}-{}", choice.id))
}

/// *Ved ikke* under its own heading, for a question where one otherwise writes; `on_choose` is called
/// when it is chosen.
pub fn unsure(
    name: &'static str,
    hint: &'static str,
    chosen: Held<Vec<&'static str>>,
    on_choose: Callback<()>,
) -> Element {
    Rows { name, kind: Kind::Checkbox, chosen }.unsure(hint, Some(on_choose))
}

impl Rows {
    fn group(self, number: usize, group: Group) -> Element {
        let rows: Vec<Element> = group.choices.into_iter().map(|choice| self.row(choice, None)).collect();
        match group.title {
            None => view! { <div class="choices">{rows}</div> },
            Some(title) => titled(format!("{}-group-{number}", self.name), title, rows),
        }
    }

    fn unsure(self, hint: &'static str, on_choose: Option<Callback<()>>) -> Element {
        let choice = Choice { id: UNKNOWN, label: t::common::dont_know(), hint: Some(hint) };
        let id = format!("{}-in-doubt", self.name);
        titled(id, t::common::in_doubt(), vec![self.row(choice, Some(on_choose))])
    }

    /// One row; `unsure` is there for *Ved ikke*, with what to call when it is chosen.
    fn row(self, choice: Choice, unsure: Option<Option<Callback<()>>>) -> Element {
        let Rows { name, kind, chosen } = self;
        let word = kind.word();
        let id = format!("{name}-{}", choice.id);
        let hint_id = choice.hint.map(|_| format!("{id}-hint"));
        let hint = choice.hint.map(|hint| view! { <span class="form-hint" id=hint_id.clone()>{hint}</span> });
        let is_unsure = unsure.is_some();
        let change = move |event| {
            let on = event_target_checked(&event);
            chosen.update(|chosen| *chosen = kind.after(chosen, choice.id, on));
            if let Some(on_choose) = unsure.flatten().filter(|_| on) {
                on_choose.run(());
            }
        };
        view! {
            <div class=kind.class(is_unsure)>
                <input class=kind.input_class() type=word name=name id=id.clone() value=choice.id
                    aria-describedby=hint_id prop:checked=move || chosen.with(|chosen| chosen.contains(&choice.id))
                    on:change=change/>
                <label class="form-label" for=id>{choice.label}</label>
                {hint}
            </div>
        }
    }
}

fn titled(id: String, title: &'static str, rows: Vec<Element>) -> Element {
    let labelled = id.clone();
    view! {
        <div class="choices" role="group" aria-labelledby=labelled>
            <p class="choices__title" id=id>{title}</p>
            {rows}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, UNKNOWN};

    #[test]
    fn one_of_several_takes_the_others_place() {
        assert_eq!(Kind::Radio.after(&["yes"], "no", true), ["no"]);
        assert_eq!(Kind::Radio.after(&[], UNKNOWN, true), [UNKNOWN]);
    }

    #[test]
    fn dont_know_goes_with_nothing_else() {
        assert_eq!(Kind::Checkbox.after(&["stock"], "vehicle", true), ["stock", "vehicle"]);
        assert_eq!(Kind::Checkbox.after(&["stock", "vehicle"], "stock", false), ["vehicle"]);
        assert_eq!(Kind::Checkbox.after(&["stock", "vehicle"], UNKNOWN, true), [UNKNOWN]);
        assert_eq!(Kind::Checkbox.after(&[UNKNOWN], "stock", true), ["stock"]);
        assert!(Kind::Checkbox.after(&[UNKNOWN], UNKNOWN, false).is_empty());
    }
}
