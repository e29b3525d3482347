//! The case as a link: what everybody can see who has it is said first.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_markup::{Element, dynamic, view};

use super::{TakeAlongDesk, button, said};
use crate::components::Icon;
use crate::platform::{clipboard, focus, location};
use mikrolaan_app_core::formats::qr::QrPicture;
use mikrolaan_app_core::locale::texts::take_along as t;
use mikrolaan_app_core::state::State;
use mikrolaan_markup::watch::{SharedSignal, worked_out};

/// The id of the link that is to be copied by hand.
const LINK: &str = "link";

/// The warning, what is left out, and the ways to send it.
pub fn link(desk: TakeAlongDesk) -> Element {
    // Without debt and age until somebody wants them in it.
    let whole = SharedSignal::new(false);
    let address = move |state: &State, whole: bool| Some([location::base(), state.link(!whole)?].concat());
    let followed = worked_out(move || {
        let whole = whole.get();
        desk.session.with(|state| address(state, whole)).map(Arc::new)
    });
    let refused = SharedSignal::new(String::new());
    let words = SharedSignal::new(String::new());
    let copy = move || copy_link(desk.state(|state| address(state, whole.get_untracked())), words, refused);
    let shows_code = SharedSignal::new(false);
    let toggle = dynamic(move || {
        let shows = shows_code.get();
        let name = if shows { t::link::hide_code() } else { t::link::show_code() };
        Some(button("button button-secondary", name, move || shows_code.set(!shows)).into_any())
    });
    let code =
        dynamic(move || shows_code.get().then(|| code(followed.get().as_deref().map(String::as_str)).into_any()));
    // Not copied, the link is there to be copied by hand, while it is still the one.
    let by_hand = dynamic(move || {
        let link = refused.get();
        (!link.is_empty() && followed.get().is_some_and(|now| *now == link)).then(|| shown(link).into_any())
    });
    view! {
        <section>
            <h2>{t::link::title()}</h2>
            <p class="alert alert-warning">{Icon::Warning.draw()}<span>{t::link::warning()}</span></p>
            <div class="form-group">
                <div class="choices">
                    <div class="form-group-checkbox">
                        <input class="form-checkbox" type="checkbox" id="discreet" aria-describedby="discreet-hint"
                            prop:checked=move || !whole.get() on:change=move |event| whole.set(!event_target_checked(&event))/>
                        <label class="form-label" for="discreet">{t::link::discreet()}</label>
                        <span class="form-hint" id="discreet-hint">{t::link::discreet_hint()}</span>
                    </div>
                </div>
            </div>
            <div class="actions">{button("button button-secondary", t::link::copy(), copy)}{toggle}</div>
            {said(words)}
            {by_hand}
            {code}
        </section>
    }
}

fn copy_link(link: Option<String>, words: SharedSignal<String>, refused: SharedSignal<String>) {
    let Some(link) = link else { return words.set(t::link::too_long().to_owned()) };
    clipboard::copy(link.clone(), move |is_copied| {
        if is_copied {
            refused.set(String::new());
            words.set(t::link::copied().to_owned());
        } else {
            refused.set(link);
            words.set(t::link::not_copied().to_owned());
            focus::select(LINK);
        }
    });
}

fn shown(link: String) -> Element {
    view! {
        <div class="form-group">
            <label class="form-label" for=LINK>{t::link::label()}</label>
            <div class="form-input-wrapper form-input-wrapper--wide">
                <input class="form-input" type="text" id=LINK readonly=true prop:value=link/>
            </div>
        </div>
    }
}

/// The link as a code for a camera: black on white in every theme, or no camera reads it.
fn code(link: Option<&str>) -> Element {
    let Some(link) = link else { return view! { <p>{t::link::too_long()}</p> } };
    let Some(QrPicture { side, path }) = QrPicture::of(link) else { return view! { <p>{t::link::no_code()}</p> } };
    let view_box = format!("0 0 {side} {side}");
    view! {
        <svg viewBox=view_box width="288" height="288" role="img" aria-label=t::link::code() shape-rendering="crispEdges">
            <rect width="100%" height="100%" fill="#fff"/>
            <path d=path fill="#000"/>
        </svg>
    }
}
