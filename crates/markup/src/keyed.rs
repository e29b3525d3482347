//! Views that come and go by their numbers.
//!
//! Leptos's own list can put its rows in any order; rows here only come and go, so a tenth of its code does.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{AnyView, IntoAny, Owner, RenderEffect, untrack};
use leptos::tachys::html::attribute::Attribute as LeptosAttribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;

use crate::effect;

type Numbers = Box<dyn Fn() -> Vec<usize>>;
type Draw = Box<dyn Fn(usize) -> AnyView>;

/// A view for each number, which must ascend. One that stays keeps what is on the page and half written in it; one
/// that goes takes everything along that belongs to it.
pub fn keyed(
    numbers: impl Fn() -> Vec<usize> + Send + 'static,
    draw: impl Fn(usize) -> AnyView + Send + 'static,
) -> AnyView {
    Keyed(SendWrapper::new((Box::new(numbers), Box::new(draw)))).into_any()
}

/// What is drawn, not yet in the document.
struct Keyed(SendWrapper<(Numbers, Draw)>);

/// A row in the document, and what owns its signals and effects.
struct KeyedRow {
    number: usize,
    view: AnyViewState,
    _owner: Owner,
}

/// The rows in the document, and the end of them.
struct KeyedRows {
    all: Vec<KeyedRow>,
    end: web_sys::Node,
}

impl KeyedRows {
    /// Takes out what is not among the numbers, and puts in what is missing, each before the next one.
    fn reconcile(&mut self, numbers: &[usize], owner: &Owner, draw: &Draw) {
        self.all.retain_mut(|row| {
            let stays = numbers.contains(&row.number);
            if !stays {
                row.view.unmount();
            }
            stays
        });
        for (at, &number) in numbers.iter().enumerate() {
            if self.all.get(at).is_some_and(|row| row.number == number) {
                continue;
            }
            let own = owner.with(Owner::new);
            let mut view = own.with(|| untrack(|| draw(number)).build());
            match (self.all.get(at), self.end.parent_element()) {
                (Some(next), _) => drop(next.view.insert_before_this(&mut view)),
                (None, Some(parent)) => view.mount(&parent, Some(&self.end)),
                (None, None) => {}
            }
            self.all.insert(at, KeyedRow { number, view, _owner: own });
        }
    }
}

/// The rows, and the effect that reconciles them with their numbers.
struct KeyedState {
    rows: Rc<RefCell<KeyedRows>>,
    _effect: RenderEffect<()>,
}

impl Render for Keyed {
    type State = KeyedState;

    fn build(self) -> KeyedState {
        let (numbers, draw) = self.0.take();
        let end = leptos::prelude::document().create_comment("").unchecked_into();
        let rows = Rc::new(RefCell::new(KeyedRows { all: Vec::new(), end }));
        // The rows belong to whoever draws the list: what the effect owns is gone each time it runs.
        let owner = Owner::current().unwrap_or_default();
        let updated = Rc::clone(&rows);
        let update = move || {
            let numbers = numbers();
            // Numbers that a row changes while it is drawn are taken up when the effect runs next.
            if let Ok(mut rows) = updated.try_borrow_mut() {
                rows.reconcile(&numbers, &owner, &draw);
            }
        };
        KeyedState { rows, _effect: effect(Box::new(update)) }
    }

    fn rebuild(self, state: &mut KeyedState) {
        let mut fresh = self.build();
        state.insert_before_this(&mut fresh);
        state.unmount();
        *state = fresh;
    }
}

impl Mountable for KeyedState {
    fn unmount(&mut self) {
        let mut rows = self.rows.borrow_mut();
        rows.all.iter_mut().for_each(|row| row.view.unmount());
        if let Some(parent) = rows.end.parent_node() {
            let _ = parent.remove_child(&rows.end);
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        let mut rows = self.rows.borrow_mut();
        rows.all.iter_mut().for_each(|row| row.view.mount(parent, marker));
        let _ = parent.insert_before(&rows.end, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let rows = self.rows.borrow();
        match (rows.all.first(), rows.end.parent_element()) {
            (Some(first), _) => first.view.insert_before_this(child),
            (None, Some(parent)) => {
                child.mount(&parent, Some(&rows.end));
                true
            }
            (None, None) => false,
        }
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.rows.borrow().all.iter().flat_map(|row| row.view.elements()).collect()
    }
}

/// Nothing is spread onto rows.
impl AddAnyAttr for Keyed {
    type Output<New: LeptosAttribute> = Keyed;

    fn add_any_attr<New: LeptosAttribute>(self, _: New) -> Keyed {
        self
    }
}

/// Leptos's interface of a view. The page is drawn in the browser only: the parts for a server say so.
impl RenderHtml for Keyed {
    type AsyncOutput = Keyed;
    type Owned = Keyed;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Keyed {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> KeyedState {
        self.build()
    }

    fn into_owned(self) -> Keyed {
        self
    }
}
