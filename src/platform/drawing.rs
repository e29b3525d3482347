//! When what follows from a change is drawn: once the program is done with what it was called for, or
//! at once where something waits. A browser about to print waits for nobody: what is drawn a moment
//! after it has told us is missing on paper.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::sync::Arc;
use std::task::{Context, Wake, Waker};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// An effect of Leptos, asleep until something it read has changed.
struct Task {
    future: PinnedLocalFuture<()>,
    waker: Waker,
}

/// The effects by number. A place without one is free, or its effect is running.
#[derive(Default)]
struct Tasks {
    all: Vec<Option<Task>>,
    free: Vec<usize>,
    awake: VecDeque<usize>,
}

thread_local! {
    static TASKS: RefCell<Tasks> = RefCell::default();
    static RUNNING: Cell<bool> = const { Cell::new(false) };
    /// What the browser calls once the program is done with what it was called for.
    static AFTERWARDS: Closure<dyn FnMut()> = Closure::new(at_once);
}

/// Draws everything that waits to be drawn.
pub fn at_once() {
    // An effect cannot wait for the others: it is one of them.
    if RUNNING.replace(true) {
        return;
    }
    while let Some(number) = TASKS.with_borrow_mut(|tasks| tasks.awake.pop_front()) {
        run(number);
    }
    RUNNING.set(false);
}

fn run(number: usize) {
    let taken = TASKS.with_borrow_mut(|tasks| tasks.all.get_mut(number).and_then(Option::take));
    let Some(mut task) = taken else { return };
    let is_over = task.future.as_mut().poll(&mut Context::from_waker(&task.waker)).is_ready();
    TASKS.with_borrow_mut(|tasks| match tasks.all.get_mut(number) {
        Some(place) if !is_over => *place = Some(task),
        _ => tasks.free.push(number),
    });
}

/// The number of an effect, as what wakes it.
struct Number(usize);

impl Wake for Number {
    fn wake(self: Arc<Self>) {
        wake(self.0);
    }
}

fn wake(number: usize) {
    let first = TASKS.with_borrow_mut(|tasks| {
        tasks.awake.push_back(number);
        tasks.awake.len() == 1
    });
    if first && let Some(window) = web_sys::window() {
        AFTERWARDS.with(|draw| window.queue_microtask(draw.as_ref().unchecked_ref()));
    }
}

/// Runs the effects of Leptos, all on the page's one thread.
struct EffectExecutor;

impl CustomExecutor for EffectExecutor {
    fn spawn(&self, future: PinnedFuture<()>) {
        self.spawn_local(future);
    }

    fn spawn_local(&self, future: PinnedLocalFuture<()>) {
        let number = TASKS.with_borrow_mut(|tasks| {
            let number = tasks.free.pop().unwrap_or(tasks.all.len());
            if number == tasks.all.len() {
                tasks.all.push(None);
            }
            let waker = Arc::new(Number(number)).into();
            if let Some(place) = tasks.all.get_mut(number) {
                *place = Some(Task { future, waker });
            }
            number
        });
        wake(number);
    }

    fn poll_local(&self) {
        at_once();
    }
}

/// Makes this the executor of the effects. Once, before anything is mounted.
pub fn install() {
    let _ = Executor::init_custom_executor(EffectExecutor);
}
