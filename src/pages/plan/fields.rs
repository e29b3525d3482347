//! Fields that read and write one figure of the scenario.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::case::bounds::Bounds;
use mikrolaan_engine::quantity::{Money, Rate, WeeklyHours};
use mikrolaan_engine::simulation::Scenario;

use super::choices::{Choice, choice};
use crate::components::field::{Face, Kept, Layout, Refusal, Width, Wire, typed_field};
use crate::components::refuse;
use crate::danish::write;
use crate::pages::plan;
use crate::session::Session;
use crate::session::event::Event;
use crate::session::state::Draft;
use crate::texts as t;
use crate::watch::{Held, sliced, watch};

/// Where a field stands, and on whose figures it works.
#[derive(Clone, Copy)]
pub struct Place {
    /// The session.
    pub session: Session,
    /// On its own or in the panel.
    pub layout: Layout,
    /// For the rows of a list: which row.
    pub row: Option<Row>,
    /// Nothing goes on before a field is left.
    pub waits: bool,
    /// What the ids begin with where the same field stands on the page once more.
    pub prefix: &'static str,
}

/// A row of a list. Rows have numbers of their own, in the order of the scenario's, so that what is
/// half written stays with its row when another one goes.
#[derive(Clone, Copy)]
pub struct Row {
    /// The row's own number.
    pub number: usize,
    /// All rows there are, in order.
    pub all: Held<Vec<usize>>,
}

impl Place {
    /// On the page, on its own.
    pub fn on_page(session: Session) -> Self {
        Place { session, layout: Layout::Group, row: None, waits: false, prefix: "" }
    }

    /// The position in the scenario's list: tracks.
    pub fn at(self) -> usize {
        let position = |row: Row| row.all.with(|all| all.iter().position(|&number| number == row.number));
        self.row.map_or(0, |row| position(row).unwrap_or(usize::MAX))
    }

    /// The id of a field: `cost-label` in row 3 is `cost-3-label`.
    pub fn id(self, id: &str) -> String {
        let id = self.row.map_or_else(|| id.to_owned(), |row| numbered(id, row.number));
        [self.prefix, &id].concat()
    }

    /// What a text that could not be read is kept under: the field with its position, whatever the number
    /// of its row on the page.
    fn kept_as(self, id: &str) -> String {
        if id.contains('-') { numbered(id, self.at()) } else { id.to_owned() }
    }

    /// Where what is typed into the field and cannot be read is kept.
    pub fn kept(self, id: &'static str, label: String) -> Kept {
        let session = self.session;
        let field = move || untrack(|| self.kept_as(id));
        let text = move || untrack(|| session.with(|state| state.draft(&field()).map(|draft| draft.text.clone())));
        let keep = move |text: Option<(&str, bool)>| {
            session.dispatch(match text {
                Some((text, told)) => {
                    let (field, label, text) = (field(), label.clone(), text.to_owned());
                    Event::KeepDraft(Draft { field, label, text, told })
                }
                None => Event::ForgetDraft(field()),
            });
        };
        Kept { text: Arc::new(text), keep: Arc::new(keep) }
    }
}

/// `cost-label` in row 3 is `cost-3-label`.
fn numbered(id: &str, number: usize) -> String {
    match id.split_once('-') {
        Some((list, field)) => [list, "-", &number.to_string(), "-", field].concat(),
        None => id.to_owned(),
    }
}

/// A word of the texts.
pub type Word = fn() -> &'static str;

/// No word.
pub fn no_word() -> &'static str {
    ""
}

/// One figure of the scenario.
pub struct Input {
    /// The field's id in the document.
    pub id: &'static str,
    /// Its label on its own.
    pub label: Word,
    /// Its label in the panel.
    pub short: Word,
    /// Help below the label.
    pub hint: Word,
    /// What it is, and where it stands in the scenario.
    pub figure: Figure,
}

type Read<T> = fn(&Scenario, usize) -> T;
type Write<T> = fn(&mut Scenario, usize, T);

/// A figure: how it is read from the scenario (at a place in a list, where there is one) and written.
pub enum Figure {
    /// An amount.
    Amount(Bounds<Money>, Read<Money>, Write<Money>),
    /// An amount that may be left empty.
    OptionalAmount(Read<Option<Money>>, Write<Option<Money>>),
    /// A number of months.
    Months(Bounds<u32>, Read<u32>, Write<u32>),
    /// A percentage.
    Percent(Bounds<Rate>, Word, Read<Rate>, Write<Rate>),
    /// A factor on a month's revenue.
    Factor(Read<Rate>, Write<Rate>),
    /// Hours a week.
    Hours(Read<WeeklyHours>, Write<WeeklyHours>),
    /// A name.
    Name(Read<String>, Write<String>),
}

impl Figure {
    /// As a field shows it.
    fn text(&self, scenario: &Scenario, at: usize) -> String {
        match self {
            Figure::Amount(_, read, _) => write::typed(read(scenario, at)),
            Figure::OptionalAmount(read, _) => read(scenario, at).map(write::typed).unwrap_or_default(),
            Figure::Months(_, read, _) => read(scenario, at).to_string(),
            Figure::Percent(_, _, read, _) => write::percent(read(scenario, at)),
            Figure::Factor(read, _) => write::factor(read(scenario, at)),
            Figure::Hours(read, _) => write::hours(read(scenario, at)),
            Figure::Name(read, _) => read(scenario, at),
        }
    }

    /// A number that differs when the figure does; nothing for a name.
    fn number(&self, scenario: &Scenario, at: usize) -> Option<i64> {
        match self {
            Figure::Amount(_, read, _) => Some(read(scenario, at).oere()),
            Figure::OptionalAmount(read, _) => read(scenario, at).map(Money::oere),
            Figure::Months(_, read, _) => Some(read(scenario, at).into()),
            Figure::Percent(_, _, read, _) | Figure::Factor(read, _) => Some(write::rate_number(read(scenario, at))),
            Figure::Hours(read, _) => Some(read(scenario, at).hundredths()),
            Figure::Name(..) => None,
        }
    }

    /// Reads what was typed into the scenario.
    fn take(&self, scenario: &mut Scenario, at: usize, text: &str) -> Result<(), Refusal> {
        match self {
            Figure::Amount(bounds, _, write) => write(scenario, at, refuse::money(text, *bounds)?),
            Figure::OptionalAmount(_, write) => write(scenario, at, refuse::optional_money(text)?),
            Figure::Months(bounds, _, write) => write(scenario, at, refuse::months(text, *bounds)?),
            Figure::Percent(bounds, range, _, write) => write(scenario, at, refuse::percent(text, *bounds, range())?),
            Figure::Factor(_, write) => write(scenario, at, refuse::factor(text)?),
            Figure::Hours(_, write) => write(scenario, at, refuse::hours(text)?),
            Figure::Name(_, write) => write(scenario, at, refuse::name(text)?),
        }
        Ok(())
    }

    fn unit(&self) -> &'static str {
        match self {
            Figure::Amount(..) | Figure::OptionalAmount(..) => t::unit::kroner(),
            Figure::Months(..) => t::unit::months(),
            Figure::Percent(..) => t::unit::percent(),
            Figure::Hours(..) => t::unit::hours(),
            Figure::Factor(..) | Figure::Name(..) => "",
        }
    }

    fn width(&self) -> Width {
        match self {
            Figure::Amount(..) | Figure::OptionalAmount(..) => Width::Amount,
            Figure::Name(..) => Width::Wide,
            _ => Width::Short,
        }
    }
}

/// The field of a figure.
pub fn field(place: Place, input: &'static Input) -> AnyView {
    let label = if place.layout == Layout::Row { input.short } else { input.label };
    labelled_field(place, input, label())
}

/// The field of a figure, under another label.
pub fn labelled_field(place: Place, input: &'static Input, label: &str) -> AnyView {
    let Place { session, .. } = place;
    let figure = &input.figure;
    let slice = watch(move || match figure {
        Figure::Name(..) => session.revision(),
        _ => plan::read(session, |scenario| figure.number(scenario, place.at())).flatten(),
    });
    let value = move || plan::read(session, |scenario| figure.text(scenario, place.at())).unwrap_or_default();
    let take = move |text: &str| {
        let at = untrack(|| place.at());
        plan::try_change(session, &mut |scenario| figure.take(scenario, at, text))
    };
    let face = Face {
        id: place.id(input.id),
        label: label.to_owned(),
        hint: (input.hint)(),
        unit: figure.unit(),
        width: figure.width(),
        layout: place.layout,
        numeric: !matches!(figure, Figure::Name(..)),
        ..Face::default()
    };
    let kept = place.kept(input.id, face.label.clone());
    typed_field(
        face,
        Wire { waits: place.waits, ..Wire::new(sliced(slice, Arc::new(value)), Arc::new(take), Some(kept)) },
    )
}

/// One thing to fill in.
pub enum Item {
    /// A figure.
    Input(&'static Input),
    /// A choice.
    Choice(&'static Choice),
}

/// Fields one after the other.
pub fn items(place: Place, items: &[Item]) -> Vec<AnyView> {
    let view = |item: &Item| match item {
        Item::Input(input) => field(place, input),
        Item::Choice(wanted) => choice(place, wanted).into_any(),
    };
    items.iter().map(view).collect()
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::examples::{ExampleId, example};
    use mikrolaan_engine::quantity::Month;
    use mikrolaan_engine::simulation::Scenario;

    use super::{Figure, Input};
    use crate::pages::plan::inputs as i;

    const INPUTS: [&Input; 9] = [
        &i::LIVING_COSTS,
        &i::PRINCIPAL,
        &i::RAMP_MONTHS,
        &i::VARIABLE_SHARE,
        &i::JOB_HOURS,
        &i::SUBSIDY_MONTHLY,
        &i::INSTALMENT,
        &i::COST_AMOUNT,
        &i::SEASON,
    ];

    /// A field is written anew when its number differs, so the text must differ then and only then.
    #[test]
    fn a_figure_differs_with_its_number() {
        let as_of = Month::new(2026, 11).expect("a month");
        let mut scenarios: Vec<Scenario> = ExampleId::ALL.iter().flat_map(|&id| example(id, as_of).scenarios).collect();
        let mut written = scenarios[0].clone();
        for (input, text) in [(&i::SUBSIDY_MONTHLY, "9.000"), (&i::JOB_HOURS, "7,5"), (&i::VARIABLE_SHARE, "2,5")] {
            assert_eq!(input.figure.take(&mut written, 0, text), Ok(()), "{}", input.id);
        }
        scenarios.push(written);
        for input in INPUTS {
            let all: Vec<_> =
                scenarios.iter().map(|of| (input.figure.number(of, 0), input.figure.text(of, 0))).collect();
            for (number, text) in &all {
                assert!(all.iter().all(|(other, words)| (other == number) == (words == text)), "{}: {text}", input.id);
            }
        }
        assert!(matches!(i::COST_LABEL.figure, Figure::Name(..)));
        assert_eq!(i::COST_LABEL.figure.number(&scenarios[0], 0), None, "a name follows every change of the case");
    }
}
