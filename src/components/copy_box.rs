//! A text to take along: a button that copies it, and the text itself, folded.

use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts::help as words;
use mikrolaan_markup::watch::SharedSignal;
use mikrolaan_markup::{Element, view};

use super::fold::fold;
use super::live_text::live_text;
use crate::platform::{clipboard, focus};

/// The text of this `id` with its button. Where the browser refuses, it unfolds with all of it marked.
pub fn copy_box(id: &'static str, copy: Text, read: Text, text: String) -> Element {
    let said = SharedSignal::new(String::new());
    let copied = text.clone();
    let click = move |_| {
        clipboard::copy(copied.clone(), move |is_copied| {
            said.set(if is_copied { words::copied() } else { words::select() }.to_owned());
            if !is_copied {
                focus::select(id);
            }
        });
    };
    let rows = text.lines().count().to_string();
    let field =
        view! { <textarea class="form-input" id=id rows=rows readonly aria-label=read prop:value=text></textarea> };
    view! {
        <div>
            <p class="actions">
                <button class="button button-secondary" type="button" on:click=click>{copy}</button>
                <span role="status">{live_text(move || said.get())}</span>
            </p>
            {fold(read, None, view! { {field} })}
        </div>
    }
}
