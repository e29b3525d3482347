//! A small value that is worked out at every change and tells whoever follows it only when it differs.
//!
//! Each closure and each type given to a memo makes the compiler write the memo's code once more: 0.7 kB of
//! the page. So the small ones have one type, and their closures are boxed.

use leptos::prelude::Memo;

/// A number that stands for what is followed: an amount, an age, yes or no, one of several; or nothing.
pub type Watched = Memo<Option<i64>>;

/// Follows what `read` gives.
pub fn watch(read: impl Fn() -> Option<i64> + Send + Sync + 'static) -> Watched {
    boxed(Box::new(read))
}

#[inline(never)]
fn boxed(read: Box<dyn Fn() -> Option<i64> + Send + Sync>) -> Watched {
    Memo::new(move |_| read())
}
