//! Lists whose rows come and go.

use leptos::prelude::*;

use crate::components::keyed;
use crate::pages::plan::fields::{Place, Row};
use crate::watch::Held;

/// The rows of a list in the scenario, by numbers of their own.
#[derive(Clone, Copy)]
pub struct Rows {
    place: Place,
    all: Held<Vec<usize>>,
}

impl Rows {
    /// As many rows as the list has.
    pub fn of(place: Place, count: usize) -> Self {
        Rows { place, all: Held::new((0..count).collect()) }
    }

    /// A view for each row, from the place its fields stand at.
    pub fn draw(self, row: impl Fn(Place) -> AnyView + Send + Sync + 'static) -> AnyView {
        keyed(move || self.all.get(), move |number| row(self.place(number)))
    }

    /// The place of a row.
    pub fn place(self, number: usize) -> Place {
        Place { row: Some(Row { number, all: self.all }), ..self.place }
    }

    /// How many rows there are: tracks.
    pub fn count(self) -> usize {
        self.all.with(Vec::len)
    }

    /// One more row at the end; gives its place.
    pub fn add(self) -> Place {
        let next = self.all.with_untracked(|all| all.iter().max().map_or(0, |last| last + 1));
        self.all.update(|all| all.push(next));
        self.place(next)
    }

    /// One row less.
    pub fn remove(self, place: Place) {
        let gone = place.row.map(|row| row.number);
        self.all.update(|all| all.retain(|&number| Some(number) != gone));
    }
}
