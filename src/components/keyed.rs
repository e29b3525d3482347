//! Views that come and go by their numbers.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_markup::view;

/// A view for each number; one that stays keeps what is on the page and half written in it.
///
/// The one list of Leptos's there is: each type of key makes the compiler write all of its code once more.
pub fn keyed(
    numbers: impl Fn() -> Vec<usize> + Send + Sync + 'static,
    draw: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    type Numbers = Box<dyn Fn() -> Vec<usize> + Send + Sync>;
    type Draw = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;
    let (numbers, draw): (Numbers, Draw) = (Box::new(numbers), Arc::new(draw));
    view! { <For each=numbers key=|number: &usize| *number children=move |number| draw(number)/> }.into_any()
}
