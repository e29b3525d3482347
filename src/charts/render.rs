//! Shapes as SVG.
//!
//! The whole drawing is described anew for every change. A shape that stays in its place keeps its
//! element, and only what differs is written: so a keystroke touches few nodes.

use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::charts::shape::{Pct, Px, Shape, width_of};

/// An SVG as wide as its box.
pub fn drawing(height: i64) -> Element {
    view! { <svg width="100%" height=height aria-hidden="true"></svg> }
}

/// A whole picture: one layer of shapes, or several.
pub fn picture(height: i64, layers: Vec<Vec<Shape>>) -> Element {
    with_layers(drawing(height), layers)
}

/// The plot beside its axis: `room` is the widest text on the axis. The style sheet keeps as much room
/// before the picture as that text takes in the reader's own typeface, so none is cut off.
#[inline(never)]
pub fn plot(room: String, picture: Option<Element>) -> Element {
    view! { <div class="chart__plot" data-room=room>{picture}</div> }
}

/// Layers, each in a group of its own, so that one that grows does not shift the next.
pub fn with_layers(mut svg: Element, layers: Vec<Vec<Shape>>) -> Element {
    for shapes in layers {
        svg = svg.element(with_shapes(view! { <g></g> }, shapes));
    }
    svg
}

/// Shapes, one after the other.
pub fn with_shapes(mut group: Element, shapes: Vec<Shape>) -> Element {
    for shape in shapes {
        group = group.element(element(shape));
    }
    group
}

fn element(shape: Shape) -> Element {
    match shape {
        Shape::Rect { class, x, width, y, height, fill } => {
            view! { <rect class=class x=x.text() width=width.text() y=y.text() height=height.text() fill=fill/> }
        }
        Shape::Line { class, from, to } => {
            view! { <line class=class x1=from.0.text() y1=from.1.text() x2=to.0.text() y2=to.1.text()/> }
        }
        Shape::Text { class, x, dx, y, anchor, text } => {
            view! { <text class=class x=x.text() dx=dx y=y.text() text-anchor=anchor.text()>{text}</text> }
        }
        Shape::Circle { class, x, y, radius } => {
            view! { <circle class=class cx=x.text() cy=y.text() r=radius.text()/> }
        }
        Shape::Flag { x, y, to_left, text } => flag(x, y, to_left, text),
    }
}

/// A drawing of its own, so that its pixels can begin at a percentage.
fn flag(x: Pct, y: Px, to_left: bool, text: String) -> Element {
    let width = width_of(&text) + 12;
    let start = if to_left { -width } else { 0 };
    view! {
        <svg x=x.text() y=y.text() width="1" height="22" overflow="visible">
            <rect class="chart__flag" x=start width=width y="0" height="22" rx="2"/>
            <text class="chart__flag-text" x=start + width / 2 y="15" text-anchor="middle">{text}</text>
        </svg>
    }
}
