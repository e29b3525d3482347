//! The pictures, shape by shape.

use mikrolaan_app_core::charts::columns::{self, ChartWords};
use mikrolaan_app_core::charts::series::SupportEnd;
use mikrolaan_app_core::charts::shape::Shape;
use mikrolaan_app_core::charts::{balances, bars, mini_columns, tornado};
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::rulebook::RULEBOOK;
use mikrolaan_app_core::views::compare::CompareView;
use mikrolaan_app_core::views::months::Said;
use mikrolaan_app_core::views::sensitivity::sensitivity;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::simulation::Scenario;

use crate::record::Record;
use crate::{AS_OF, worked_out};

const UNIT: Text = Text::of(&"Kr.");
const WORDS: ChartWords = ChartWords { unit: UNIT, balance: Text::of(&"Konto") };

/// An example with its plan changed, and what that is called.
type Changed = (&'static str, ExampleId, fn(&mut Scenario));

/// Plans whose pictures differ: few months, many, and very many; below zero, and closed.
const PLANS: [Changed; 4] = [
    ("short for good", ExampleId::Hairdresser, |plan| plan.household.living_costs = Money::from_kroner(17_000)),
    ("six months", ExampleId::JewelleryWebShop, |plan| plan.months = 6),
    ("closed", ExampleId::GraphicDesigner, |plan| {
        let closes = plan.start.plus(12);
        (plan.business.as_mut().expect("a business").closes, plan.months) = (Some(closes), 30);
    }),
    ("five years", ExampleId::Copywriter, |plan| plan.months = 61),
];

/// Each shape as one line.
fn drawn(shapes: &[Shape]) -> Vec<String> {
    let line = |shape: &Shape| match shape {
        Shape::Rect { class, x, width, y, height, fill } => {
            let [x, width, y, height] = [x.text(), width.text(), y.text(), height.text()];
            format!("rect {x} + {width}, {y} + {height} {class} {}", fill.unwrap_or_default())
        }
        Shape::Line { class, from, to } => {
            format!("line {}, {} to {}, {} {class}", from.0.text(), from.1.text(), to.0.text(), to.1.text())
        }
        Shape::Text { class, x, dx, y, anchor, text } => {
            format!("text {} + {dx}, {} {} {class}: {text}", x.text(), y.text(), anchor.text())
        }
        Shape::Circle { class, x, y, radius } => format!("circle {}, {} {} {class}", x.text(), y.text(), radius.text()),
        Shape::Flag { x, y, to_left, text } => {
            format!("flag {}, {} to the left: {to_left}: {text}", x.text(), y.text())
        }
    };
    shapes.iter().map(line).collect()
}

fn layers(layers: Vec<Vec<Shape>>) -> Vec<Vec<String>> {
    layers.iter().map(|shapes| drawn(shapes)).collect()
}

#[test]
fn the_months_upright_lying_and_small() {
    let mut record = Record::new("pictures");
    for (name, id, change) in PLANS {
        let series = Said::of(&worked_out(id, change)).picture;
        record.part(&format!("{name}, upright"), &(columns::room(&series), layers(columns::layers(&series, WORDS))));
        // Every lying month is drawn alike: two years of them are enough.
        let lying: Vec<_> = (0..series.months.len().min(24)).map(|at| drawn(&bars::row(&series, at))).collect();
        record.part(&format!("{name}, lying"), &lying);
        let highest = series.months.iter().map(|month| month.income().max(month.cost)).max().unwrap_or(0);
        record.part(
            &format!("{name}, small"),
            &(mini_columns::room(highest), layers(mini_columns::layers(&series, highest, Text::of(&"Slut")))),
        );
        assert!(!matches!(series.support, SupportEnd::Never), "{name} has support");
    }
    record.check();
}

#[test]
fn the_accounts_of_several_plans_and_what_matters() {
    let mut record = Record::new("pictures-of-several");
    for &id in ExampleId::ALL {
        let case = example(id, AS_OF);
        let own = evaluate(&case, &RULEBOOK, 0);
        let chosen = [Variant::Cautious, Variant::Good, Variant::StayOnBenefit];
        let CompareView::Compared(view) = CompareView::of(&case, &own, &chosen) else { panic!("it can be compared") };
        let accounts = &view.accounts;
        let shapes = drawn(&balances::shapes(&accounts.balances, &accounts.months));
        record.part(&format!("{}, the accounts", id.id()), &(balances::room(&accounts.balances), shapes));
        let view = own.ok().and_then(|own| sensitivity(&own)).expect("it can be worked out");
        let shapes = drawn(&tornado::shapes(&view.picture));
        record.part(&format!("{}, what matters", id.id()), &(tornado::height(&view.picture), shapes));
    }
    record.check();
}
