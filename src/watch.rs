//! A small value that is worked out at every change and tells whoever follows it only when it differs.
//!
//! Each closure and each type given to a memo makes the compiler write the memo's code once more: 0.7 kB of
//! the page. So the small ones have one type, and their closures are boxed.

use std::sync::Arc;

use leptos::prelude::{Get, Memo, untrack};

/// A number that stands for what is followed: an amount, an age, yes or no, one of several; or nothing.
pub type Watched = Memo<Option<i64>>;

/// Follows what `read` gives.
pub fn watch(read: impl Fn() -> Option<i64> + Send + Sync + 'static) -> Watched {
    boxed(Box::new(read))
}

/// Something that is read anew only when the number that stands for it differs.
pub fn sliced<T: 'static>(slice: Watched, read: Arc<dyn Fn() -> T + Send + Sync>) -> Arc<dyn Fn() -> T + Send + Sync> {
    Arc::new(move || {
        slice.get();
        untrack(|| read())
    })
}

#[inline(never)]
fn boxed(read: Box<dyn Fn() -> Option<i64> + Send + Sync>) -> Watched {
    Memo::new(move |_| read())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use leptos::prelude::{Get, GetUntracked, Owner, RwSignal, Set};

    use super::{sliced, watch};

    #[test]
    fn what_has_a_slice_is_read_anew_only_when_the_slice_differs() {
        Owner::new().with(|| {
            let amount = RwSignal::new(1_950);
            let kroner = watch(move || Some(amount.get() / 100));
            let reads = Arc::new(AtomicUsize::new(0));
            let counter = Arc::clone(&reads);
            let text = sliced(kroner, Arc::new(move || counter.fetch_add(1, Ordering::Relaxed)));
            let follower = watch(move || {
                text();
                None
            });
            let reads_after = |value: i64| {
                amount.set(value);
                follower.get_untracked();
                reads.load(Ordering::Relaxed)
            };
            assert_eq!((reads_after(1_950), reads_after(1_999), reads_after(2_000)), (1, 1, 2));
        });
    }
}
