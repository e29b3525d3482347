//! The field somebody is typing in, and the delay after which it says what is wrong.
//!
//! One slot, because there is one keyboard. A field that goes away takes itself out, so nothing runs for
//! a field that is gone.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::set_timeout_with_handle;

/// So long without a keystroke, and the typing is over.
const DELAY: Duration = Duration::from_millis(700);

/// What is done when the typing is over.
pub type Finish = Arc<dyn Fn() + Send + Sync>;

struct Typing {
    finish: Finish,
    timer: Option<TimeoutHandle>,
}

thread_local! {
    static TYPING: RefCell<Option<Typing>> = const { RefCell::new(None) };
}

/// Somebody types in the field that ends with `finish`; after the delay it ends by itself, if that is wanted.
pub fn start(finish: &Finish, debounce: bool) {
    end(finish);
    let timed = debounce && cfg!(target_arch = "wasm32");
    let timer = timed.then(|| set_timeout_with_handle(self::finish, DELAY).ok()).flatten();
    let before = TYPING.replace(Some(Typing { finish: Arc::clone(finish), timer }));
    stop_timer(before.as_ref());
}

/// The field is left, or gone: nothing more is done for it.
pub fn end(finish: &Finish) {
    let is_mine = |typing: &Typing| Arc::ptr_eq(&typing.finish, finish);
    if TYPING.with_borrow(|typing| typing.as_ref().is_some_and(is_mine)) {
        stop_timer(TYPING.take().as_ref());
    }
}

/// The delay is over, or what is typed is needed now: the field says what is wrong.
pub fn finish() {
    let typing = TYPING.take();
    stop_timer(typing.as_ref());
    if let Some(typing) = typing {
        (typing.finish)();
    }
}

fn stop_timer(typing: Option<&Typing>) {
    if let Some(timer) = typing.and_then(|typing| typing.timer) {
        timer.clear();
    }
}
