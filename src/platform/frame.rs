//! The page around us, where we stand in a frame: what it asks to begin with (`embed/frame/handing.js`).

use web_sys::Element;

/// Where it stands in our own page until it is taken.
const HANDED_OVER: &str = "handed-over";

fn place() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(HANDED_OVER)
}

/// Calls `take` with the link and the scheme when the frame's script gives the word, and answers it whether they could be used.
pub fn when_handed_over(take: impl Fn(&str, &str) -> bool + 'static) {
    super::layout::on_window("mikrolaan:handed-over", move || {
        let Some(place) = place() else { return };
        let given = |name| place.get_attribute(name).unwrap_or_default();
        let taken = if take(&given("data-link"), &given("data-scheme")) { "yes" } else { "no" };
        let _ = place.set_attribute("data-taken", taken);
    });
}
