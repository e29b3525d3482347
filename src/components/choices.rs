//! Choosing one answer, or several, from full-width rows; *Ved ikke* last and alone.

use leptos::prelude::*;
use mikrolaan_markup::view;

use crate::answering::UNKNOWN;
use crate::texts as t;
use crate::wording::options::{Choice, Group};

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

    /// What is chosen after a row was turned on or off. *Ved ikke* goes with nothing else.
    pub fn after(self, chosen: &[&'static str], id: &'static str, on: bool) -> Vec<&'static str> {
        let alone = self == Kind::Radio || id == UNKNOWN;
        let stays = |other: &&'static str| !alone && *other != id && *other != UNKNOWN;
        let mut after: Vec<&'static str> = chosen.iter().copied().filter(stays).collect();
        after.extend(on.then_some(id));
        after
    }
}

/// The rows of a question, with *Ved ikke* last.
#[component]
pub fn Choices(
    /// The question's key: the name of the rows, and the beginning of their ids.
    name: &'static str,
    kind: Kind,
    groups: Vec<Group>,
    /// What happens with *Ved ikke*.
    unknown_hint: &'static str,
    /// The ids of what is chosen.
    chosen: RwSignal<Vec<&'static str>>,
    /// What to do, when nothing was chosen.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let rows = Rows { name, kind, chosen, on_unsure: None };
    let groups = groups.into_iter().enumerate().map(|(number, group)| rows.group(number, group)).collect_view();
    let class = move || if error.with(Option::is_some) { "form-group form-error" } else { "form-group" };
    let described = move || if error.with(Option::is_some) { "hint error" } else { "hint" };
    view! {
        <fieldset class=class aria-labelledby="title" aria-describedby=described>
            {move || error.get().map(|text| view! { <p class="form-error-message" id="error"><span>{text}</span></p> })}
            {groups}
            {rows.unsure(unknown_hint)}
        </fieldset>
    }
}

/// The id of the first row, for a link to the field.
pub fn first_row(name: &str, groups: &[Group]) -> String {
    let first = groups.iter().flat_map(|group| &group.choices).next();
    first.map_or_else(|| name.to_owned(), |choice| format!("{name}-{}", choice.id))
}

/// *Ved ikke* under its own heading, for a question where one otherwise writes.
#[component]
pub fn Unsure(
    name: &'static str,
    hint: &'static str,
    chosen: RwSignal<Vec<&'static str>>,
    /// Called when it is chosen.
    on_choose: Callback<()>,
) -> impl IntoView {
    Rows { name, kind: Kind::Checkbox, chosen, on_unsure: Some(on_choose) }.unsure(hint)
}

#[derive(Clone, Copy)]
struct Rows {
    name: &'static str,
    kind: Kind,
    chosen: RwSignal<Vec<&'static str>>,
    on_unsure: Option<Callback<()>>,
}

impl Rows {
    fn group(self, number: usize, group: Group) -> AnyView {
        let rows = group.choices.into_iter().map(|choice| self.row(choice, "")).collect_view();
        match group.title {
            None => view! { <div class="choices">{rows}</div> }.into_any(),
            Some(title) => {
                let id = format!("{}-group-{number}", self.name);
                let labelled = id.clone();
                view! {
                    <div class="choices" role="group" aria-labelledby=labelled>
                        <p class="choices__title" id=id>{title}</p>
                        {rows}
                    </div>
                }
                .into_any()
            }
        }
    }

    fn unsure(self, hint: &'static str) -> AnyView {
        let choice = Choice { id: UNKNOWN, label: t::common::dont_know(), hint: Some(hint) };
        let id = format!("{}-in-doubt", self.name);
        let labelled = id.clone();
        view! {
            <div class="choices" role="group" aria-labelledby=labelled>
                <p class="choices__title" id=id>{t::common::in_doubt()}</p>
                {self.row(choice, "--unsure")}
            </div>
        }
        .into_any()
    }

    fn row(self, choice: Choice, variant: &'static str) -> AnyView {
        let Rows { name, kind, chosen, on_unsure } = self;
        let word = kind.word();
        let group = format!("form-group-{word}");
        let class = if variant.is_empty() { group } else { format!("{group} {group}{variant}") };
        let id = format!("{name}-{}", choice.id);
        let hint_id = choice.hint.map(|_| format!("{id}-hint"));
        let hint = choice.hint.map(|hint| view! { <span class="form-hint" id=hint_id.clone()>{hint}</span> });
        let change = move |event| {
            let on = event_target_checked(&event);
            chosen.update(|chosen| *chosen = kind.after(chosen, choice.id, on));
            if let Some(on_unsure) = on_unsure.filter(|_| on && choice.id == UNKNOWN) {
                on_unsure.run(());
            }
        };
        view! {
            <div class=class>
                <input class=format!("form-{word}") type=word name=name id=id.clone() value=choice.id
                    aria-describedby=hint_id prop:checked=move || chosen.with(|chosen| chosen.contains(&choice.id))
                    on:change=change/>
                <label class="form-label" for=id>{choice.label}</label>
                {hint}
            </div>
        }
        .into_any()
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
