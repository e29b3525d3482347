//! The loan; how it is paid back is asked only when something is borrowed.

use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{dynamic, fragment, view};

use super::{BudgetContext, fields};
use crate::pages::conflict::conflict_boxes;
use crate::pages::plan::choices::REPAYMENT;
use crate::pages::plan::fields::{choice, items};
use mikrolaan_app_core::locale::texts::budget::loan as l;
use mikrolaan_app_core::views::budget::{RepaymentView, parts};

/// The content of the part.
pub(super) fn loan(page: BudgetContext) -> Vec<AnyView> {
    let way = page.watch(|view| view.repayment as i64);
    let terms = dynamic(move || {
        way.track();
        let repayment = untrack(|| page.view.get())?.repayment;
        Some(if repayment == RepaymentView::NoLoan {
            view! { <p>{l::none()}</p> }.into_any()
        } else {
            terms(page, repayment)
        })
    });
    let mut content = items(page.place, parts::LOAN.items);
    content.extend([conflict_boxes(page.place.session, &[AnswerKey::LoanAmount]), terms]);
    content
}

fn terms(page: BudgetContext, repayment: RepaymentView) -> AnyView {
    let repaid = view! { <p prop:textContent=move || page.words(|view| Some(&view.repaid))></p> };
    fragment(vec![choice(page.place, &REPAYMENT), fields(page.place, repayment.items()), repaid.into_any()])
}
