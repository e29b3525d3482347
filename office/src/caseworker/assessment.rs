//! What the municipality would have to assess, what can go wrong, and what nobody knows yet with its price.

use mikrolaan_app_core::locale::texts::office::case_page as t;
use mikrolaan_app_core::office::caseworker::CaseworkerEvent;
use mikrolaan_app_core::office::caseworker::assessment::{AssessmentView, ConditionRow};
use mikrolaan_app_core::office::caseworker::case_field::CaseField;
use mikrolaan_app_core::office::caseworker::conflicts::CaseConflict;
use mikrolaan_app_core::office::caseworker::unknowns::UnknownRow;
use mikrolaan_app_core::views::result::FlagView;
use mikrolaan_markup::{Element, dynamic, view};

use leptos::prelude::*;

use super::{CaseDesk, button, unseen};
use crate::components::source::source_line;
use crate::components::{Icon, glyph};
use crate::platform::focus;

/// More conditions than these without an answer are folded.
const FEW: usize = 4;

/// The column of the assessment.
pub fn assessment(desk: CaseDesk) -> Element {
    let drawn = dynamic(move || {
        let view = desk.view.get()?;
        Some(view! { <div>{conflicts(desk, &view.conflicts)}{conditions(&view.assessment)}{unknowns(&view.unknowns)}</div> }.into_any())
    });
    view! { <section class="card cw__assess" aria-labelledby="vurdering">{unseen(t::assessment(), "vurdering")}{drawn}</section> }
}

/// Where an answer and the plan differ, it is asked which holds; fields are drawn anew with what does.
fn conflicts(desk: CaseDesk, found: &[CaseConflict]) -> Vec<Element> {
    let side = |(label, event): &(String, CaseworkerEvent)| {
        let event = event.clone();
        button("button button-secondary", label.clone(), move || {
            desk.dispatch(event.clone());
            desk.say();
        })
    };
    let ask = |one: &CaseConflict| {
        let [answer, plan] = one.sides.each_ref().map(side);
        view! {
            <div class="cw__conflict">
                <p>{Icon::Warning.draw()}{one.text.clone()}" "<strong>{t::which_holds()}</strong></p>
                <p>{answer}" "{plan}</p>
            </div>
        }
    };
    found.iter().map(ask).collect()
}

fn conditions(view: &AssessmentView) -> Element {
    let band: Vec<Element> = view.band.iter().map(|class| view! { <i class=*class></i> }).collect();
    let open = |title: &String, rows: &[ConditionRow]| {
        (!title.is_empty()).then(|| {
            let rows: Vec<Element> = rows.iter().map(row).collect();
            view! { <div><h3>{title.clone()}</h3><ul class="cw__rows">{rows}</ul></div> }
        })
    };
    let folded = |title: String, rows: &[ConditionRow]| {
        (!rows.is_empty()).then(|| {
            let rows: Vec<Element> = rows.iter().map(row).collect();
            view! { <details><summary>{title}</summary><ul class="cw__rows">{rows}</ul></details> }
        })
    };
    // Of many what they are is folded: what they are worth stands below.
    let missing = if view.missing.len() > FEW {
        folded(view.missing_title.clone(), &view.missing)
    } else {
        open(&view.missing_title, &view.missing)
    };
    let warnings: Vec<Element> = view.warnings.iter().map(warning).collect();
    let more = (!view.more_flags.is_empty()).then(|| {
        let rows: Vec<Element> = view.more_flags.iter().map(warning).collect();
        view! { <details><summary>{t::more()}</summary>{rows}</details> }
    });
    view! {
        <div>
            <p class="cw__verdict">{glyph(view.glyph)}<strong>{view.verdict}</strong></p>
            <div class="band" aria-hidden="true">{band}</div>
            <p>{view.summary.clone()}</p>
            {open(&view.assess_title, &view.assess)}
            {missing}
            {folded(view.met_title.clone(), &view.met)}
            {folded(t::not_applicable().to_owned(), &view.not_applicable)}
            {warnings}
            {more}
        </div>
    }
}

/// A condition: the row leads to the field its answer stands in; the reason and the source are folded.
fn row(row: &ConditionRow) -> Element {
    let field = CaseField::id(row.field);
    let sign = row.glyph.map(glyph);
    let paragraph = (!row.paragraph.is_empty()).then(|| view! { <span class="tag">{row.paragraph.clone()}</span> });
    view! {
        <li>
            <details><summary>{sign}<span>{row.name}</span>" "<b>{row.answer.clone()}</b>" "{paragraph}</summary>
                <p>{row.reason.clone()}" "<button class="cw__link" type="button" on:click=move |_| focus::on_id(&field)>{mikrolaan_app_core::locale::texts::months::correct()}</button></p>
                {source_line(row.source.clone())}
            </details>
        </li>
    }
}

fn warning(flag: &FlagView) -> Element {
    view! {
        <div class="cw__warning">{Icon::Warning.draw()}
            <div><p><strong>{flag.title}</strong>" "{flag.text.clone()}" "{flag.action}</p>{source_line(flag.source.clone())}</div>
        </div>
    }
}

/// What is missing, what is worth most first. The whole row leads to its field.
fn unknowns(rows: &[UnknownRow]) -> Option<Element> {
    let drawn: Vec<Element> = rows
        .iter()
        .map(|row| {
            let field = row.field_id.clone();
            view! {
                <li><button class="cw__unknown" type="button" on:click=move |_| focus::on_id(&field)>
                    {glyph(mikrolaan_app_core::views::glyph::Glyph::Unknown)}<span>{row.name}</span><small>{row.under.clone()}</small><b>{row.price.clone()}</b>
                </button></li>
            }
        })
        .collect();
    (!drawn.is_empty()).then(|| {
        view! { <div><h3>{t::missing()}" "<small>{t::before_tax()}</small></h3><ul class="cw__rows">{drawn}</ul></div> }
    })
}
