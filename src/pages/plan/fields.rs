//! Fields of the plan on the page: where each one stands, and on whose figures it works.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::case::ValuePath;

use crate::components::choice_field::{radio_field, select_field};
use crate::components::field::{FieldBinding, KeptText, Layout, typed_field};
use crate::session::Session;
use mikrolaan_app_core::forms::choices::Picks;
use mikrolaan_app_core::forms::field_props::FieldProps;
use mikrolaan_app_core::forms::scope::Scope;
use mikrolaan_app_core::forms::subject::Subject;
use mikrolaan_app_core::forms::{FigureInput, PlanChoice};
use mikrolaan_app_core::state::Draft;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_markup::watch::{SharedSignal, sliced, watch, worked_out};

pub use mikrolaan_app_core::forms::FormItem;
pub use mikrolaan_app_core::forms::scope::id;

/// Where a field stands, and on whose figures it works.
#[derive(Clone, Copy)]
pub struct FieldContext {
    /// The session.
    pub session: Session,
    /// On its own or in the panel.
    pub layout: Layout,
    /// For the rows of a list: which row.
    pub row: Option<RowKey>,
    /// Nothing goes on before a field is left.
    pub waits: bool,
    /// What the ids begin with where the same field stands on the page once more.
    pub prefix: &'static str,
}

/// A row of a list. Rows have numbers of their own, in the order of the scenario's, so that what is
/// half written stays with its row when another one goes.
#[derive(Clone, Copy)]
pub struct RowKey {
    /// The row's own number.
    pub number: usize,
    /// All rows there are, in order.
    pub all: SharedSignal<Vec<usize>>,
}

impl FieldContext {
    /// On the page, on its own.
    pub fn on_page(session: Session) -> Self {
        FieldContext { session, layout: Layout::Group, row: None, waits: false, prefix: "" }
    }

    /// The position in the scenario's list: tracks.
    pub fn at(self) -> usize {
        let position = |row: RowKey| row.all.with(|all| all.iter().position(|&number| number == row.number));
        self.row.map_or(0, |row| position(row).unwrap_or(usize::MAX))
    }

    /// What makes the ids of a field's elements its own.
    pub fn scope(self) -> Scope {
        Scope { prefix: self.prefix, row: self.row.map(|row| row.number) }
    }

    /// Where what is typed into the field and cannot be read is kept.
    fn kept(self, of: Subject, label: String) -> KeptText {
        let session = self.session;
        let path = move || -> ValuePath { untrack(|| of.path(self.at())) };
        let text = move || untrack(|| session.with(|state| state.draft(path()).map(|draft| draft.text.clone())));
        let keep = move |text: Option<(&str, bool)>| {
            session.dispatch(match text {
                Some((text, told)) => {
                    Event::KeepDraft(Draft { field: path(), label: label.clone(), text: text.to_owned(), told })
                }
                None => Event::ForgetDraft(path()),
            });
        };
        KeptText { text: Arc::new(text), keep: Arc::new(keep) }
    }
}

/// The field of a figure.
pub fn field(place: FieldContext, input: &'static FigureInput) -> AnyView {
    labelled_field(place, input, &input.label(place.layout))
}

/// The field of a figure, under another label.
pub fn labelled_field(place: FieldContext, input: &'static FigureInput, label: &str) -> AnyView {
    let session = place.session;
    let slice = watch(move || {
        if input.is_text() { session.revision() } else { session.with_case(|case| input.number(case, place.at())) }
    });
    let value = move || session.with_case(|case| input.text(case, place.at()));
    let take = move |text: &str| {
        if let Some(event) = untrack(|| session.with_case(|case| input.take(case, place.at(), text)))? {
            session.dispatch(event);
        }
        Ok(())
    };
    let kept = place.kept(input.of, label.to_owned());
    let origin = input
        .has_origin()
        .then(|| watch(move || session.with_case(|case| input.origin(case, place.at())).map(|from| from as i64)));
    let binding = FieldBinding::new(sliced(slice, Arc::new(value)), Arc::new(take), Some(kept));
    typed_field(input.props(place.scope(), place.layout, label), FieldBinding { waits: place.waits, origin, ..binding })
}

/// The field of a choice.
pub fn choice(place: FieldContext, choice: &'static PlanChoice) -> AnyView {
    labelled_choice(place, choice, (choice.label)().to_owned())
}

/// The field of a choice, under another label.
pub fn labelled_choice(place: FieldContext, choice: &'static PlanChoice, label: String) -> AnyView {
    let session = place.session;
    let props = FieldProps { label, ..choice.props(place.scope(), place.layout) };
    let choose = Arc::new(move |word: &str| {
        if let Some(event) = untrack(|| session.with_case(|case| choice.choose(case, place.at(), word))) {
            session.dispatch(event);
        }
    });
    if let Picks::Rows(_) = choice.picks {
        let chosen = watch(move || session.with_case(|case| choice.chosen(case, place.at())).map(|at| at as i64));
        return radio_field(&props, choice.rows(), chosen, &(choose as _)).into_any();
    }
    let slice = watch(move || session.with_case(|case| choice.number(case, place.at())));
    let list = worked_out(move || {
        slice.get();
        Some(Arc::new(untrack(|| session.with_case(|case| choice.months(case, place.at())))))
    });
    select_field(props, list, choose).into_any()
}

/// Fields one after the other.
pub fn items(place: FieldContext, items: &[FormItem]) -> Vec<AnyView> {
    let view = |item: &FormItem| match *item {
        FormItem::Input(input) => field(place, input),
        FormItem::Choice(wanted) => choice(place, wanted),
    };
    items.iter().map(view).collect()
}
