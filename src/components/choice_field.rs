//! A small choice: two or three rows beside each other, or a list of months that folds out.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_app_core::forms::choices::SelectOption;
use mikrolaan_app_core::forms::field_props::{FieldPart, FieldProps, Layout};
use mikrolaan_app_core::forms::span::MonthOptions;
use mikrolaan_markup::{Element, dynamic, fragment, view};

use super::field::hint;
use mikrolaan_markup::watch::{Watched, WorkedOut};

/// Takes what was chosen, by its word.
pub type Choose = Arc<dyn Fn(&str) + Send + Sync>;

/// Rows beside each other; `chosen` is the position of the one that is chosen.
pub fn radio_field(props: &FieldProps, picks: Vec<SelectOption>, chosen: Watched, choose: &Choose) -> Element {
    let mut rows = view! { <div class="choices choices--inline"></div> };
    for (at, pick) in (0..).zip(picks) {
        rows = rows.element(radio(&props.id, pick, at, chosen, choose));
    }
    view! {
        <fieldset class="form-group" aria-describedby=props.described_by(false)>
            <legend class="form-label">{props.label.clone()}</legend>
            {hint(props)}
            {rows}
        </fieldset>
    }
}

fn radio(name: &str, pick: SelectOption, at: i64, chosen: Watched, choose: &Choose) -> Element {
    let SelectOption { value, label } = pick;
    let id = [name, "-", &value].concat();
    let choose = Arc::clone(choose);
    view! {
        <div class="form-group-radio">
            <input class="form-radio" type="radio" name=name.to_owned() id=id.clone()
                prop:checked=move || chosen.get() == Some(at) on:change=move |_| choose(&value)/>
            <label class="form-label" for=id>{label}</label>
        </div>
    }
}

/// A list that folds out. The months may change while the page stands, and so may what is wrong.
pub fn select_field(props: FieldProps, list: WorkedOut<MonthOptions>, choose: Choose) -> Element {
    let (group, label) = match props.layout {
        Layout::Row => ("inputs__row", None),
        Layout::Group => ("form-group", Some("form-label")),
        Layout::Value => ("val", Some("form-label")),
    };
    let misfit = move || list.get().and_then(|list| list.misfit.clone());
    let error = props.part_id(FieldPart::Error);
    let message = dynamic(move || {
        let wrong = misfit()?;
        Some(view! { <p class="form-error-message" id=error.clone() role="alert">{wrong}</p> }.into_any())
    });
    let options = dynamic(move || {
        let list = list.get()?;
        Some(fragment(list.picks.iter().map(|pick| option(pick, &list.chosen).into_any()).collect()))
    });
    let (id, words, hint) = (props.id.clone(), props.label.clone(), hint(&props));
    view! {
        <div class=group>
            <label class=label for=id.clone()>{words}</label>
            {hint}
            {message}
            <select class="form-select" id=id aria-describedby=move || props.described_by(misfit().is_some())
                aria-invalid=move || misfit().map(|_| "true")
                on:change=move |event| choose(&event_target_value(&event))>
                {options}
            </select>
        </div>
    }
}

fn option(pick: &SelectOption, chosen: &str) -> Element {
    let selected = pick.value == chosen;
    view! { <option value=pick.value.clone() prop:selected=selected>{pick.label.clone()}</option> }
}
