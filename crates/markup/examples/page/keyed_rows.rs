//! Rows that come and go by their numbers.

use leptos::prelude::{AnyView, Effect, Get, IntoAny, RwSignal, Set, Update, on_cleanup};
use mikrolaan_markup::{dynamic, keyed, view};

use crate::{button, tell};

/// A list with a field in each row. A row tells what its effect sees, and when it is cleaned up.
pub fn rows() -> AnyView {
    let (numbers, seen, shown) = (RwSignal::new(vec![2, 4, 6]), RwSignal::new("first"), RwSignal::new(true));
    let row = move |number: usize| {
        Effect::new(move |_| tell(&format!("{number} sees {}", seen.get())));
        on_cleanup(move || tell(&format!("{number} is gone")));
        view! { <li><input id=format!("row-{number}")/></li> }.into_any()
    };
    let list = move || view! { <ul id="keyed">{keyed(move || numbers.get(), row)}<li id="last"></li></ul> };
    let to = move |id: &'static str, these: &'static [usize]| button(id, move || numbers.set(these.to_vec()));
    view! {
        {dynamic(move || shown.get().then(|| list().into_any()))}
        {to("all", &[1, 2, 3, 4, 5, 6, 7])}
        {to("as-before", &[2, 4, 6])}
        {to("without-front", &[4, 6])}
        {to("without-middle", &[2, 6])}
        {to("without-end", &[2, 4])}
        {to("others", &[1, 4, 9])}
        {to("none", &[])}
        {button("see", move || seen.set("second"))}
        {button("show-or-hide", move || shown.update(|shown| *shown = !*shown))}
    }
}

/// Lists in which a row is more than one element, or draws itself anew, or brings the next one along.
pub fn chains() -> AnyView {
    let (numbers, loud) = (RwSignal::new(vec![1, 3]), RwSignal::new(false));
    let pair = move |number: usize| {
        let value = move || {
            let words = number.to_string();
            Some(
                if loud.get() {
                    view! { <dd><b>{words}</b></dd> }
                } else {
                    view! { <dd>{words}</dd> }
                }
                .into_any(),
            )
        };
        view! { <dt>"term"</dt>{value} }
    };
    let chain = RwSignal::new(vec![0]);
    let link = move |number: usize| {
        if number < 3 {
            chain.update(|chain| chain.push(number + 1));
        }
        view! { <b>{number.to_string()}</b> }.into_any()
    };
    view! {
        <dl id="pairs">{keyed(move || numbers.get(), pair)}</dl>
        <p id="chain">{keyed(move || chain.get(), link)}</p>
        {button("between", move || numbers.set(vec![1, 2, 3]))}
        {button("loud", move || loud.set(true))}
        {button("only-between", move || numbers.set(vec![2]))}
    }
}
