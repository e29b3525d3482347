//! Shapes as SVG.
//!
//! The whole drawing is described anew for every change. A shape that stays in its place keeps its
//! element, and only attributes that differ are written: so a keystroke touches few nodes.

use leptos::prelude::*;
use mikrolaan_markup::view;

use super::shape::{Pct, Px, Shape, width_of};

/// Layers, each in a group of its own, so that one that grows does not shift the next.
pub fn layers(layers: Vec<Vec<Shape>>) -> Vec<AnyView> {
    layers.into_iter().map(|shapes| view! { <g>{drawing(shapes)}</g> }.into_any()).collect()
}

/// Shapes, one after the other.
pub fn drawing(shapes: Vec<Shape>) -> Vec<AnyView> {
    shapes.into_iter().map(shape).collect()
}

fn shape(shape: Shape) -> AnyView {
    match shape {
        Shape::Rect { class, x, width, y, height, fill } => rect(class, (x, width), (y, height), fill),
        Shape::Line { class, from, to } => line(class, from, to),
        Shape::Text { class, x, dx, y, anchor, text } => {
            let dx = (dx != 0).then(|| dx.to_string());
            view! { <text class=class x=x.text() dx=dx y=y.text() text-anchor=anchor.text() prop:textContent=text></text> }.into_any()
        }
        Shape::Circle { class, x, y, radius } => {
            view! { <circle class=class cx=x.text() cy=y.text() r=radius.text()/> }.into_any()
        }
        Shape::Flag { x, y, to_left, text } => flag(x, y, to_left, text),
    }
}

fn rect(class: &'static str, (x, width): (Pct, Pct), (y, height): (Px, Px), fill: Option<&'static str>) -> AnyView {
    view! { <rect class=class x=x.text() width=width.text() y=y.text() height=height.text() fill=fill/> }.into_any()
}

fn line(class: &'static str, from: (Pct, Px), to: (Pct, Px)) -> AnyView {
    view! { <line class=class x1=from.0.text() y1=from.1.text() x2=to.0.text() y2=to.1.text()/> }.into_any()
}

/// A drawing of its own, so that its pixels can begin at a percentage.
fn flag(x: Pct, y: Px, to_left: bool, text: String) -> AnyView {
    let width = width_of(&text) + 16;
    let start = if to_left { -width } else { 0 };
    let middle = start + width / 2;
    view! {
        <svg x=x.text() y=y.text() width="1" height="22" overflow="visible">
            <rect class="chart__flag" x=start.to_string() width=width.to_string() y="0" height="22" rx="2"/>
            <text class="chart__flag-text" x=middle.to_string() y="15" text-anchor="middle" prop:textContent=text></text>
        </svg>
    }
    .into_any()
}
