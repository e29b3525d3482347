//! A small choice: two or three rows beside each other, or a list that folds out.

use leptos::prelude::*;
use mikrolaan_markup::view;

use super::field::Layout;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The word for it.
    pub value: String,
    /// What a person reads.
    pub label: String,
}

/// One thing to choose.
pub fn pick(value: impl Into<String>, label: impl Into<String>) -> Pick {
    Pick { value: value.into(), label: label.into() }
}

/// What is chosen, and what to do with a choice.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The word for what is chosen.
    pub value: Signal<String>,
    /// Takes another.
    pub set: Callback<String>,
}

/// Rows beside each other, of which one is chosen.
pub fn radio_field(id: &'static str, legend: &'static str, hint: &'static str, picks: Vec<Pick>, chosen: Chosen) -> AnyView {
    let hint_id = format!("{id}-hint");
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    let hint = (!hint.is_empty()).then(|| view! { <p class="form-hint" id=hint_id>{hint}</p> }.into_any());
    let rows: Vec<AnyView> = picks.into_iter().map(|pick| radio(id, pick, chosen)).collect();
    view! {
        <fieldset class="form-group" aria-describedby=described>
            <legend class="form-label">{legend}</legend>
            {hint}
            <div class="choices choices--inline">{rows}</div>
        </fieldset>
    }
    .into_any()
}

fn radio(name: &'static str, pick: Pick, chosen: Chosen) -> AnyView {
    let id = format!("{name}-{}", pick.value);
    let value = pick.value.clone();
    let checked = move || chosen.value.get() == value;
    let choose = move |_| chosen.set.run(pick.value.clone());
    view! {
        <div class="form-group-radio">
            <input class="form-radio" type="radio" name=name id=id.clone() prop:checked=checked on:change=choose/>
            <label class="form-label" for=id>{pick.label}</label>
        </div>
    }
    .into_any()
}

/// A list that folds out. The picks may change while the page stands.
pub fn select_field(
    layout: Layout,
    id: String,
    label: &'static str,
    hint: &'static str,
    picks: Signal<Vec<Pick>>,
    chosen: Chosen,
) -> AnyView {
    let row = layout == Layout::Row;
    let hint_id = format!("{id}-hint");
    let described = (!row && !hint.is_empty()).then(|| hint_id.clone());
    let hint = described.is_some().then(|| view! { <p class="form-hint" id=hint_id>{hint}</p> }.into_any());
    let (group, label_class) = if row { ("inputs__row", "") } else { ("form-group", "form-label") };
    view! {
        <div class=group>
            <label class=label_class for=id.clone()>{label}</label>
            {hint}
            <select class="form-select" id=id aria-describedby=described on:change=move |event| chosen.set.run(event_target_value(&event))>
                {move || options(&picks.get(), &chosen.value.get())}
            </select>
        </div>
    }
    .into_any()
}

fn options(picks: &[Pick], chosen: &str) -> Vec<AnyView> {
    let option = |pick: &Pick| {
        view! { <option value=pick.value.clone() prop:selected=pick.value == chosen prop:textContent=pick.label.clone()></option> }
            .into_any()
    };
    picks.iter().map(option).collect()
}
