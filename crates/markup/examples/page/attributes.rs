//! Attributes, classes and properties, and when they are set.

use leptos::prelude::{AnyView, Get, IntoAny, RwSignal, Set, Track, Update};
use mikrolaan_markup::{dynamic, view};

use crate::button;

/// Every kind of attribute, following a signal or not.
pub fn attributes() -> AnyView {
    let text = RwSignal::new("one");
    let on = RwSignal::new(true);
    let nothing: Option<&'static str> = None;
    let described = move || on.get().then_some("told-elsewhere");
    view! {
        <div id="fixed" class="a b" title=String::from("words") tabindex=-1 hidden draggable="true"
            data-yes=true data-no=false data-some=Some(7) data-none=nothing></div>
        <button id="following" class="base" class:is-on=move || on.get() title=text disabled=on aria-describedby=described></button>
        {button("same-word", move || text.set("one"))}
        {button("other-word", move || text.set("two"))}
        {button("same-flag", move || on.update(|_| ()))}
        {button("other-flag", move || on.update(|on| *on = !*on))}
    }
}

/// An element that is drawn anew: with the same attributes, or with one less.
pub fn again() -> AnyView {
    let (anew, fewer) = (RwSignal::new(()), RwSignal::new(false));
    let (text, on) = (RwSignal::new("one"), RwSignal::new(true));
    let drawn = dynamic(move || {
        anew.track();
        let open = (!fewer.get()).then_some("open");
        Some(
            view! {
                <p id="drawn" class="a" title=String::from("words") data-state=open lang=text
                    class:is-on=move || on.get() class:is-off=move || !on.get() hidden=move || !on.get()></p>
            }
            .into_any(),
        )
    });
    view! {
        {drawn}
        {button("anew", move || anew.set(()))}
        {button("fewer", move || fewer.set(true))}
    }
}

/// Properties: what stands in a field, what is chosen, what is ticked.
pub fn properties() -> AnyView {
    let (text, ticked, pick) = (RwSignal::new("one"), RwSignal::new(true), RwSignal::new("b"));
    view! {
        <input id="text" prop:value=text/>
        <input id="tick" type="checkbox" prop:checked=ticked/>
        <select id="pick" prop:value=pick><option value="a">"A"</option><option value="b">"B"</option></select>
        {button("same-text", move || text.set("one"))}
        {button("other-text", move || text.set("two"))}
        {button("untick", move || ticked.set(false))}
        {button("pick-a", move || pick.set("a"))}
    }
}
