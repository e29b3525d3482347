//! The loan; how it is paid back is asked only when something is borrowed.

use leptos::prelude::*;
use mikrolaan_markup::{dynamic, fragment, view};

use super::BudgetContext;
use crate::pages::plan::choices::REPAYMENT;
use crate::pages::plan::fields::{choice, items};
use mikrolaan_app_core::locale::texts::budget::loan as l;
use mikrolaan_app_core::views::budget::RepaymentView;

/// How it is paid back.
pub fn terms(page: BudgetContext) -> AnyView {
    let way = page.watch(|view| view.repayment as i64);
    dynamic(move || {
        way.track();
        let repayment = untrack(|| page.view.get())?.repayment;
        if repayment == RepaymentView::NoLoan {
            return Some(view! { <p>{l::none()}</p> }.into_any());
        }
        let repaid = view! { <p prop:textContent=move || page.words(|view| Some(&view.repaid))></p> };
        let mut content = vec![choice(page.place, &REPAYMENT)];
        content.extend(items(page.place, repayment.items()));
        content.push(repaid.into_any());
        Some(fragment(content))
    })
}
