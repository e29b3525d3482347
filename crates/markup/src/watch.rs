//! What is worked out at every change, and tells whoever follows it.
//!
//! Each closure and each type given to a memo makes the compiler write the memo's code once more: 1 kB of
//! the page. So there is one memo for all, whose closures are boxed: what it keeps is a number, a text, or
//! anything larger.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set, untrack};

/// What a memo keeps. Numbers and texts tell only when they differ; something larger is worked out when it
/// differs, and comparing it would only cost time.
#[derive(Clone, Default)]
enum MemoValue {
    #[default]
    Nothing,
    Number(i64),
    Text(Arc<str>),
    Larger(Arc<dyn Any + Send + Sync>),
}

impl PartialEq for MemoValue {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (MemoValue::Nothing, MemoValue::Nothing) => true,
            (MemoValue::Number(one), MemoValue::Number(other)) => one == other,
            (MemoValue::Text(one), MemoValue::Text(other)) => one == other,
            _ => false,
        }
    }
}

#[inline(never)]
fn memo(work_out: Box<dyn Fn() -> MemoValue + Send + Sync>) -> Memo<MemoValue> {
    Memo::new(move |_| work_out())
}

/// A number that stands for what is followed: an amount, an age, yes or no, one of several; or nothing.
#[derive(Clone, Copy)]
pub struct Watched(Memo<MemoValue>);

/// Follows what `read` gives.
pub fn watch(read: impl Fn() -> Option<i64> + Send + Sync + 'static) -> Watched {
    Watched(memo(Box::new(move || read().map_or(MemoValue::Nothing, MemoValue::Number))))
}

impl Watched {
    /// The number: tracks. Nothing once what it belonged to is gone: what is told in that moment may ask once more.
    pub fn get(self) -> Option<i64> {
        number(self.0.try_get().unwrap_or_default())
    }

    /// The number. Does not track.
    pub fn get_untracked(self) -> Option<i64> {
        number(self.0.try_get_untracked().unwrap_or_default())
    }

    /// Follows the number. It is worked out for that: what was never read has nothing yet that it follows itself.
    pub fn track(self) {
        self.0.try_get();
    }
}

fn number(kept: MemoValue) -> Option<i64> {
    if let MemoValue::Number(number) = kept { Some(number) } else { None }
}

/// A text that is watched, or nothing.
#[derive(Clone, Copy)]
pub struct WatchedText(Memo<MemoValue>);

/// Watches the text `read` gives.
pub fn watch_text(read: impl Fn() -> Option<String> + Send + Sync + 'static) -> WatchedText {
    WatchedText(memo(Box::new(move || read().map_or(MemoValue::Nothing, |text| MemoValue::Text(text.into())))))
}

impl WatchedText {
    /// The text: tracks.
    pub fn get(self) -> Option<Arc<str>> {
        if let MemoValue::Text(text) = self.0.try_get().unwrap_or_default() { Some(text) } else { None }
    }
}

/// Something larger that is worked out once a change for everything that shows it, or nothing.
pub struct WorkedOut<T>(Memo<MemoValue>, PhantomData<fn() -> T>);

impl<T> Clone for WorkedOut<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for WorkedOut<T> {}

/// Works out anew what follows from what `work_out` reads.
pub fn worked_out<T: Send + Sync + 'static>(
    work_out: impl Fn() -> Option<Arc<T>> + Send + Sync + 'static,
) -> WorkedOut<T> {
    let kept = move || work_out().map_or(MemoValue::Nothing, |larger| MemoValue::Larger(larger));
    WorkedOut(memo(Box::new(kept)), PhantomData)
}

impl<T: Send + Sync + 'static> WorkedOut<T> {
    /// What was worked out: tracks.
    pub fn get(self) -> Option<Arc<T>> {
        larger(self.0.try_get().unwrap_or_default())
    }

    /// What was worked out. Does not track.
    pub fn get_untracked(self) -> Option<Arc<T>> {
        larger(self.0.try_get_untracked().unwrap_or_default())
    }
}

fn larger<T: Send + Sync + 'static>(kept: MemoValue) -> Option<Arc<T>> {
    if let MemoValue::Larger(larger) = kept { larger.downcast().ok() } else { None }
}

/// A value on the page that is set where something happens: a field, a mark, what is on show.
///
/// All of them are one signal, for each type given to a signal makes the compiler write the signal's code once
/// more.
pub struct SharedSignal<T>(RwSignal<Arc<dyn Any + Send + Sync>>, PhantomData<fn() -> T>);

impl<T> Clone for SharedSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for SharedSignal<T> {}

impl<T: Clone + Default + Send + Sync + 'static> SharedSignal<T> {
    /// Holds this value from the beginning.
    pub fn new(value: T) -> Self {
        SharedSignal(RwSignal::new(Arc::new(value)), PhantomData)
    }

    /// The value: tracks.
    pub fn get(self) -> T {
        self.with(Clone::clone)
    }

    /// The value. Does not track.
    pub fn get_untracked(self) -> T {
        self.with_untracked(Clone::clone)
    }

    /// The value, unless what it belonged to is gone. Does not track.
    pub fn try_get_untracked(self) -> Option<T> {
        self.0.try_get_untracked().map(|value| typed(&value, Clone::clone))
    }

    /// The value, for reading: tracks. Its default once what it belonged to is gone.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read_or_default(self.0.try_get(), read)
    }

    /// The value, for reading. Does not track.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read_or_default(self.0.try_get_untracked(), read)
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        let _ = self.0.try_get();
    }

    /// Holds this value from now on, and tells whoever follows it; nothing if what it belonged to is gone.
    pub fn set(self, value: T) {
        let _ = self.0.try_set(Arc::new(value));
    }

    /// Changes the value, and tells whoever follows it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

/// What is held, or the default where it is gone: what is told in the moment a page goes away may ask once more.
fn read_or_default<T: Default + 'static, R>(held: Option<Arc<dyn Any + Send + Sync>>, read: impl FnOnce(&T) -> R) -> R {
    match held {
        Some(value) => typed(&value, read),
        None => read(&T::default()),
    }
}

/// Nothing but a `T` is ever held: its default is never read.
fn typed<T: Default + 'static, R>(value: &Arc<dyn Any + Send + Sync>, read: impl FnOnce(&T) -> R) -> R {
    read(value.downcast_ref().unwrap_or(&T::default()))
}

/// Something that is read anew only when the number that stands for it differs.
pub fn sliced<T: 'static>(slice: Watched, read: Arc<dyn Fn() -> T + Send + Sync>) -> Arc<dyn Fn() -> T + Send + Sync> {
    Arc::new(move || {
        slice.get();
        untrack(|| read())
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use leptos::prelude::{Get, Owner, RwSignal, Set};

    use super::{SharedSignal, sliced, watch, watch_text, worked_out};

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

    #[test]
    fn what_is_followed_without_being_read_tells_too() {
        Owner::new().with(|| {
            let number = RwSignal::new(3);
            let odd = watch(move || Some(number.get() % 2));
            let runs = Arc::new(AtomicUsize::new(0));
            let counter = Arc::clone(&runs);
            let follower = watch(move || {
                odd.track();
                counter.fetch_add(1, Ordering::Relaxed);
                None
            });
            let runs_after = |value: i64| {
                number.set(value);
                follower.get_untracked();
                runs.load(Ordering::Relaxed)
            };
            assert_eq!((runs_after(3), runs_after(5), runs_after(6)), (1, 1, 2));
        });
    }

    #[test]
    fn a_text_tells_only_when_it_differs_and_something_larger_always() {
        Owner::new().with(|| {
            let number = RwSignal::new(3);
            let text = watch_text(move || (number.get() > 0).then(|| (number.get() % 10).to_string()));
            let larger = worked_out(move || (number.get() > 0).then(|| Arc::new(number.get() % 10)));
            let [told_text, told_larger] = [(); 2].map(|()| Arc::new(AtomicUsize::new(0)));
            let (text_told, larger_told) = (Arc::clone(&told_text), Arc::clone(&told_larger));
            let follows_text = watch(move || {
                text_told.fetch_add(1, Ordering::Relaxed);
                text.get().map(|text| text.len() as i64)
            });
            let follows_larger = watch(move || {
                larger_told.fetch_add(1, Ordering::Relaxed);
                larger.get().map(|larger| *larger)
            });
            let told_after = |value: i64| {
                number.set(value);
                let found = (follows_text.get_untracked(), follows_larger.get_untracked());
                (found, told_text.load(Ordering::Relaxed), told_larger.load(Ordering::Relaxed))
            };
            assert_eq!(told_after(3), ((Some(1), Some(3)), 1, 1));
            assert_eq!(told_after(13), ((Some(1), Some(3)), 1, 2));
            assert_eq!(told_after(4), ((Some(1), Some(4)), 2, 3));
            assert_eq!(told_after(-1), ((None, None), 3, 4));
            assert_eq!(told_after(-2), ((None, None), 3, 4));
        });
    }

    #[test]
    fn what_is_held_is_what_was_put_there_last_until_its_owner_is_gone() {
        let owner = Owner::new();
        let (rows, last) = owner.with(|| {
            let rows = SharedSignal::new(vec![0, 1]);
            let last = watch(move || rows.with(|rows: &Vec<i64>| rows.last().copied()));
            assert_eq!(last.get_untracked(), Some(1));
            rows.update(|rows| rows.push(7));
            assert_eq!((rows.get_untracked(), last.get_untracked()), (vec![0, 1, 7], Some(7)));
            rows.set(Vec::new());
            assert_eq!((rows.try_get_untracked(), last.get_untracked()), (Some(Vec::new()), None));
            (rows, last)
        });
        owner.cleanup();
        rows.set(vec![3]);
        assert_eq!(rows.try_get_untracked(), None);
        assert_eq!((rows.get(), last.get()), (Vec::new(), None));
    }
}
