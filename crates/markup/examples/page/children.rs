//! What can stand inside an element.

use leptos::prelude::*;
use mikrolaan_markup::{Element, dynamic, keyed, view};

use crate::button;

/// Children that come and go: as a closure of their own, and as an `Option` in what is drawn anew.
pub fn options() -> AnyView {
    let there = RwSignal::new(false);
    let own = dynamic(move || there.get().then(|| view! { <b>"live"</b> }.into_any()));
    let part = move || there.get().then(|| view! { <b>"part"</b> });
    view! {
        <p id="own"><input/>{own}<i>"end"</i></p>
        {move || Some(view! { <p id="part"><i>"start"</i>{part()}<i>"end"</i></p> }.into_any())}
        {button("come-or-go", move || there.update(|there| *there = !*there))}
    }
}

/// Words in which HTML would see elements, and words that change.
pub fn texts() -> AnyView {
    let text = RwSignal::new("<i>one</i>");
    view! {
        <p id="written" title="\"><b>title</b>">"<b>bold</b> &amp; plain"</p>
        <p id="given">{String::from("<script>given</script>")}</p>
        <p id="word" prop:textContent=text></p>
        {move || Some(view! { <p id="changing">"said: " {text.get()}</p> }.into_any())}
        {button("other-words", move || text.set("<i>two</i>"))}
    }
}

/// A picture with every element a picture may have, some of which come and go.
pub fn pictures() -> AnyView {
    let bars = RwSignal::new(vec![0]);
    let bar = |number: usize| view! { <rect class="bar" x=number width="1" height="1"/> }.into_any();
    view! {
        <svg viewBox="0 0 10 10">
            <defs><pattern id="pattern"></pattern></defs>
            <g>
                <path d="M0 0h1"/><line/><circle/><ellipse/><polyline/><polygon/><use href="#pattern"/>
                <text>"words"<tspan>"more"</tspan></text>
                {move || Some(view! { <rect class="live" width=bars.get().len()/> }.into_any())}
                {keyed(move || bars.get(), bar)}
            </g>
        </svg>
        <p id="beside">"not a picture"</p>
        {button("more-bars", move || bars.update(|bars| bars.push(bars.len())))}
    }
}

/// A component of Leptos's, with a view of ours in it.
#[component]
fn Framed(title: &'static str, children: Children) -> impl IntoView {
    leptos::prelude::view! { <fieldset><legend>{title}</legend>{children()}</fieldset> }
}

/// Leptos's own components and elements between ours, following the same signal.
pub fn leptos() -> AnyView {
    let count = RwSignal::new(1);
    let ours: fn(RwSignal<usize>) -> Element =
        |count| view! { <b prop:textContent=move || count.get().to_string()></b> };
    let theirs = leptos::prelude::view! { <u>{count}</u> };
    view! {
        <div id="mixed">
            <Framed title="frame">{ours(count)}</Framed>
            {theirs}
        </div>
        {button("count", move || count.update(|count| *count += 1))}
    }
}
