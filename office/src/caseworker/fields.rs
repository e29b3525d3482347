//! Everything that was told, by group: labels left, fields right.
//!
//! The fields stand as long as the page does, and follow the state.

use leptos::prelude::*;
use mikrolaan_app_core::forms::choices::SelectOption;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts::office::case_page as t;
use mikrolaan_app_core::office::caseworker::case_field::{CaseEntry, CaseField};
use mikrolaan_app_core::office::caseworker::fields::{CaseFieldId, FieldGroup};
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::ScenarioField;
use mikrolaan_markup::{Element, Event as DomEvent, dynamic, fragment, view};

use super::panels::Panel;
use super::text_field::text_field;
use super::{CaseDesk, button, unseen};

/// Fields short enough that two share a row.
const HALVES: [CaseFieldId; 10] = [
    CaseFieldId::Borrowed,
    CaseFieldId::Plan(ScenarioField::Instalment),
    CaseFieldId::Answer(AnswerKey::Age),
    CaseFieldId::Answer(AnswerKey::Children),
    CaseFieldId::Answer(AnswerKey::Single),
    CaseFieldId::Answer(AnswerKey::Married),
    CaseFieldId::Plan(ScenarioField::RampMonths),
    CaseFieldId::Plan(ScenarioField::VariableCostShare),
    CaseFieldId::Plan(ScenarioField::CourseMonths),
    CaseFieldId::Plan(ScenarioField::SubsidyMonths),
];

/// What is asked once and seldom changed stands folded at the end, so that the column needs no scrolling; what is missing of it
/// leads there.
const FOLDED: [CaseFieldId; 11] = [
    CaseFieldId::Answer(AnswerKey::Municipality),
    CaseFieldId::Answer(AnswerKey::BusinessStarted),
    CaseFieldId::Answer(AnswerKey::JobOrEducationClose),
    CaseFieldId::Answer(AnswerKey::WillTakeCourse),
    CaseFieldId::Answer(AnswerKey::WealthOverLimit),
    CaseFieldId::Answer(AnswerKey::LoanPurposes),
    CaseFieldId::Plan(ScenarioField::Start),
    CaseFieldId::Plan(ScenarioField::AccountWaitMonths),
    CaseFieldId::Answer(AnswerKey::HousingBenefit),
    CaseFieldId::Plan(ScenarioField::CourseMonths),
    CaseFieldId::Plan(ScenarioField::SubsidyMonths),
];

/// The column of what was told.
pub fn inputs(desk: CaseDesk) -> Element {
    let open = |words: Text, panel: Panel| button("button button-secondary", words, move || desk.open(panel));
    let groups: Vec<Element> = FieldGroup::ALL
        .into_iter()
        .map(|group| {
            let fields = group.fields().iter().filter(|of| !FOLDED.contains(of));
            let fields: Vec<Element> = fields.map(|&of| field(desk, of)).collect();
            view! { <fieldset class="cw__group"><legend>{group.title()}</legend>{fields}</fieldset> }
        })
        .collect();
    view! { <form class="card cw__inputs" novalidate autocomplete="off" aria-labelledby="oplysninger" on:submit=|event| event.prevent_default()>{unseen(t::inputs(), "oplysninger")}{groups}{folded(desk)}<p class="cw__more-ways">{open(t::all_figures(), Panel::Figures)}" "{open(t::own_rules(), Panel::OwnRules)}</p></form> }
}

fn folded(desk: CaseDesk) -> Element {
    let fields = FOLDED.map(|of| field(desk, of));
    view! { <details class="cw__more"><summary>{t::more_answers()}" "<small>{t::mark_of_guess()}</small></summary><div class="cw__group">{Vec::from(fields)}</div></details> }
}

fn field(desk: CaseDesk, of: CaseFieldId) -> Element {
    let now = move || desk.state.with(|state| CaseField::of(state, of));
    let first = desk.with(|state| CaseField::of(state, of));
    let id = first.props.id.clone();
    let is_half = HALVES.contains(&of);
    let class = move || {
        let now = now();
        let wide = if is_half { " is-half" } else { "" };
        let dashed = if now.is_dashed || now.is_unknown { " is-dashed" } else { "" };
        ["cw__row", wide, dashed].concat()
    };
    let hidden = move || !now().matters;
    let tag = dynamic(move || now().tag.map(|tag| view! { <span class="tag">{tag}</span> }.into_any()));
    let input = match first.entry {
        CaseEntry::Typed(_) => typed(desk, &first, move || match now().entry {
            CaseEntry::Typed(text) => text,
            _ => String::new(),
        }),
        CaseEntry::Chosen(..) => chosen(desk, of, &first),
        CaseEntry::Several(_) => return several(desk, of, &first),
    };
    view! { <div class=class hidden=hidden><label for=id><span class=(of == CaseFieldId::Answer(AnswerKey::Idea)).then_some("visually-hidden")>{first.props.label.clone()}</span>" "{tag}</label>{input}</div> }
}

fn typed(desk: CaseDesk, field: &CaseField, value: impl Fn() -> String + Send + Sync + 'static) -> Element {
    let taken = field.clone();
    let unit = field.props.unit.to_owned();
    text_field(desk, field.props.id.clone(), field.name.clone(), unit, value, move |state, text| {
        taken.take(state, text)
    })
}

fn chosen(desk: CaseDesk, of: CaseFieldId, field: &CaseField) -> Element {
    let options = dynamic(move || {
        let CaseEntry::Chosen(options, chosen) = desk.state.with(|state| CaseField::of(state, of)).entry else {
            return None;
        };
        Some(fragment(options.iter().map(|one| option(one, &chosen).into_any()).collect()))
    });
    let choose = move |event: DomEvent| {
        let word = event_target_value(&event);
        if let Some(event) = desk.with(|state| CaseField::of(state, of).choose(state, &word)) {
            desk.dispatch(event);
            desk.say();
        }
    };
    view! { <select class="form-select" id=field.props.id.clone() aria-label=field.name.clone() autocomplete="off" on:change=choose>{options}</select> }
}

/// One of a list, as it is drawn.
pub fn option(one: &SelectOption, chosen: &str) -> Element {
    let selected = one.value == chosen;
    view! { <option value=one.value.clone() prop:selected=selected>{one.label.clone()}</option> }
}

/// Some of a list: folded, because few need it and it is long.
fn several(desk: CaseDesk, of: CaseFieldId, field: &CaseField) -> Element {
    let id = field.props.id.clone();
    let boxes = dynamic(move || {
        let CaseEntry::Several(options) = desk.state.with(|state| CaseField::of(state, of)).entry else { return None };
        let boxes = options.into_iter().map(|(SelectOption { value, label }, is_on)| {
            let turn = move |_| {
                if let Some(event) = desk.with(|state| CaseField::of(state, of).choose(state, &value)) {
                    desk.dispatch(event);
                }
            };
            view! { <label class="cw__tick"><input type="checkbox" prop:checked=is_on on:change=turn/>" "{label}</label> }.into_any()
        });
        Some(fragment(boxes.collect()))
    });
    view! {
        <details class="cw__several" id=id><summary>{field.props.label.clone()}</summary>
            <div role="group" aria-label=field.name.clone()>{boxes}</div>
        </details>
    }
}
