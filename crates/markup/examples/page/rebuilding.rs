//! What stays in the document when a view is drawn anew.

use leptos::prelude::{AnyView, Get, IntoAny, RwSignal, Update};
use mikrolaan_markup::{Element, dynamic, view};

use crate::{button, tell};

/// A field whose own attributes, and whose neighbours, are other ones in each round.
pub fn fields() -> AnyView {
    let round = RwSignal::new(1);
    let form = dynamic(move || {
        let round = round.get();
        let heard = move |_| tell(&format!("typed in round {round}"));
        Some(
            view! {
                <form class=format!("round-{round}")>
                    <label for="field">"Round " {round.to_string()}</label>
                    <input id="field" data-round=round placeholder=(round == 1).then_some("first") on:input=heard/>
                    <output>{round.to_string()}</output>
                </form>
            }
            .into_any(),
        )
    });
    view! { {form}{button("next-round", move || round.update(|round| *round += 1))} }
}

/// An element that changes its name, between two that do not.
pub fn names() -> AnyView {
    let important = RwSignal::new(false);
    let middle = move || {
        if important.get() {
            view! { <strong>"middle"</strong> }
        } else {
            view! { <em>"middle"</em> }
        }
    };
    let line = dynamic(move || Some(view! { <p><i>"before"</i>{middle()}<i>"after"</i></p> }.into_any()));
    view! { {line}{button("emphasise", move || important.update(|important| *important = !*important))} }
}

/// A list that is longer or shorter when it is drawn anew.
pub fn lists() -> AnyView {
    let count = RwSignal::new(2);
    let items =
        move || (0..count.get()).map(|number| view! { <li>{number.to_string()}</li> }).collect::<Vec<Element>>();
    view! {
        {move || Some(view! { <ul>{items()}</ul> }.into_any())}
        {button("longer", move || count.update(|count| *count += 2))}
        {button("shorter", move || count.update(|count| *count -= 3))}
    }
}

/// Three elements of one name: with fixed attributes, with fewer of them, and with what follows a signal.
pub fn shapes() -> AnyView {
    let (shape, text) = (RwSignal::new(0), RwSignal::new("live"));
    let drawn = move || match shape.get() % 3 {
        0 => view! { <p id="shape" title="fixed" data-fixed="yes">"one"</p> },
        1 => view! { <p id="shape" data-fixed="yes">"two"</p> },
        _ => view! {
            <p id="shape" title=text data-live=text class:marked=move || !text.get().is_empty() prop:lang=text>"three"</p>
        },
    };
    view! {
        {move || Some(drawn().into_any())}
        {button("next-shape", move || shape.update(|shape| *shape += 1))}
    }
}
