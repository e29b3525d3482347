//! A page that shows what `view!` promises, one scene a promise; `tests/browser/markup.test.mjs` acts on it and looks.
//!
//! A button changes one signal. What nobody can see (a listener was called, an effect ran, a row was cleaned up)
//! is told as a line of the list at the top, in the order in which it happened.

mod attributes;
mod children;
mod keyed_rows;
mod listeners;
mod ownership;
mod rebuilding;

use leptos::prelude::{AnyView, IntoAny, document, mount_to_body};
use mikrolaan_markup::{Element, view};

fn main() {
    mount_to_body(|| {
        view! {
            {scene("fields", rebuilding::fields())}
            {scene("names", rebuilding::names())}
            {scene("lists", rebuilding::lists())}
                {scene("shapes", rebuilding::shapes())}
            {scene("attributes", attributes::attributes())}
            {scene("again", attributes::again())}
            {scene("properties", attributes::properties())}
            {scene("options", children::options())}
            {scene("texts", children::texts())}
            {scene("pictures", children::pictures())}
            {scene("leptos", children::leptos())}
            {scene("listeners", listeners::listeners())}
            {scene("rows", keyed_rows::rows())}
            {scene("chains", keyed_rows::chains())}
            {scene("branches", ownership::branches())}
            {scene("memos", ownership::memos())}
        }
    });
}

/// A scene under its name.
fn scene(name: &'static str, content: AnyView) -> Element {
    view! { <section id=name><h2>{name}</h2>{content}</section> }
}

/// A button that does something. It is pressed by script, so the focus stays where it is.
fn button(id: &'static str, press: impl Fn() + 'static) -> AnyView {
    view! { <button type="button" id=id on:click=move |_| press()>{id}</button> }.into_any()
}

/// Tells that something happened.
fn tell(what: &str) {
    let document = document();
    if let (Some(list), Ok(line)) = (document.get_element_by_id("told"), document.create_element("li")) {
        line.set_text_content(Some(what));
        let _ = list.append_child(&line);
    }
}
