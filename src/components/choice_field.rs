//! A small choice: two or three rows beside each other, or a list that folds out.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_markup::{Element, live, together, view};

use super::field::{Face, Layout, Shown};
use crate::watch::{Watched, watch};

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The word for it.
    pub value: String,
    /// What a person reads.
    pub label: String,
}

/// One thing to choose.
pub fn pick(value: &str, label: &str) -> Pick {
    Pick { value: value.to_owned(), label: label.to_owned() }
}

/// What is chosen, and what to do with a choice.
#[derive(Clone)]
pub struct Chosen {
    /// The word for what is chosen.
    pub value: Shown,
    /// Takes another.
    pub set: Arc<dyn Fn(&str) + Send + Sync>,
}

/// Rows beside each other, of which one is chosen.
pub fn radio_field(face: &Face, picks: Vec<Pick>, chosen: &Chosen) -> Element {
    let (described, hint) = hint(face);
    let mut rows = view! { <div class="choices choices--inline"></div> };
    let words: Vec<String> = picks.iter().map(|pick| pick.value.clone()).collect();
    let value = Arc::clone(&chosen.value);
    let now = watch(move || {
        let now = value();
        (0..).zip(&words).find(|(_, word)| **word == now).map(|(at, _)| at)
    });
    for (at, pick) in (0..).zip(picks) {
        rows = rows.element(radio(&face.id, pick, at, now, &chosen.set));
    }
    view! {
        <fieldset class="form-group" aria-describedby=described>
            <legend class="form-label">{face.label.clone()}</legend>
            {hint}
            {rows}
        </fieldset>
    }
}

fn hint(face: &Face) -> (Option<String>, Option<Element>) {
    if face.hint.is_empty() || face.layout == Layout::Row {
        return (None, None);
    }
    let id = [&face.id, "-hint"].concat();
    (Some(id.clone()), Some(view! { <p class="form-hint" id=id>{face.hint}</p> }))
}

/// The row at this position; `now` is the position of what is chosen.
fn radio(name: &str, pick: Pick, at: i64, now: Watched, set: &Arc<dyn Fn(&str) + Send + Sync>) -> Element {
    let Pick { value, label } = pick;
    let id = [name, "-", &value].concat();
    let take = Arc::clone(set);
    view! {
        <div class="form-group-radio">
            <input class="form-radio" type="radio" name=name.to_owned() id=id.clone()
                prop:checked=move || now.get() == Some(at) on:change=move |_| take(&value)/>
            <label class="form-label" for=id>{label}</label>
        </div>
    }
}

/// What is wrong with what is chosen, if something is.
pub type Misfit = Arc<dyn Fn() -> Option<String> + Send + Sync>;

/// A list that folds out. The picks may change while the page stands, and so may what is wrong.
pub fn select_field(
    face: &Face,
    picks: Arc<dyn Fn() -> Vec<Pick> + Send + Sync>,
    chosen: Chosen,
    misfit: Misfit,
) -> Element {
    let (group, label) = match face.layout {
        Layout::Row => ("inputs__row", None),
        Layout::Group => ("form-group", Some("form-label")),
    };
    let (described, hint) = hint(face);
    let error_id = [&face.id, "-error"].concat();
    let (wrong, error) = (Arc::clone(&misfit), error_id.clone());
    let message = live(move || {
        Some(view! { <p class="form-error-message" id=error.clone() role="alert">{misfit()?}</p> }.into_any())
    });
    let is_wrong = Arc::clone(&wrong);
    let described = move || {
        let error = wrong().map(|_| error_id.as_str());
        let ids: Vec<&str> = described.as_deref().into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    };
    let Chosen { value, set } = chosen;
    let options = live(move || {
        let now = value();
        Some(together(picks().iter().map(|pick| option(pick, &now).into_any()).collect()))
    });
    view! {
        <div class=group>
            <label class=label for=face.id.clone()>{face.label.clone()}</label>
            {hint}
            {message}
            <select class="form-select" id=face.id.clone() aria-describedby=described
                aria-invalid=move || is_wrong().map(|_| "true")
                on:change=move |event| set(&event_target_value(&event))>
                {options}
            </select>
        </div>
    }
}

fn option(pick: &Pick, chosen: &str) -> Element {
    let selected = pick.value == chosen;
    view! { <option value=pick.value.clone() prop:selected=selected>{pick.label.clone()}</option> }
}
