//! The picture of the months with its caption, legend and words: upright in a wide box, lying in a
//! narrow one. CSS shows one of the two by the width of the box.

use leptos::prelude::*;
use mikrolaan_markup::view;

use super::lying::{self, Line};
use super::render;
use super::series::{Mark, Series};
use super::upright;
use crate::texts::chart as c;

/// More months than this and the box scrolls.
const LONG: usize = 60;

/// The figure. Everything in it follows the series.
pub fn figure(series: Memo<Series>) -> AnyView {
    let long = move || series.with(|series| series.months.len() > LONG);
    let caption = move || series.with(|series| series.caption.clone());
    let text = move || series.with(|series| series.text.clone());
    view! {
        <figure class="chart months__chart" class:chart--long=long id="chart">
            <figcaption class="chart__caption" id="chart-caption" prop:textContent=caption></figcaption>
            <ul class="legend chart__legend">{move || series.with(|series| legend(&series.legend))}</ul>
            <div class="chart__upright" role="img" aria-labelledby="chart-caption" aria-describedby="chart-text">
                <div class="chart__scroll"><div class="chart__plot">
                    <svg width="100%" height=upright::HEIGHT.to_string() aria-hidden="true">
                        {move || series.with(upright_layers)}
                    </svg>
                </div></div>
            </div>
            <div class="chart__lying" role="img" aria-labelledby="chart-caption" aria-describedby="chart-text">
                {move || series.with(lying_head)}
                {move || series.with(lying_lines)}
            </div>
            <p class="visually-hidden" id="chart-text" prop:textContent=text></p>
        </figure>
    }
    .into_any()
}

fn legend(legend: &[(Mark, &'static str)]) -> Vec<AnyView> {
    legend.iter().map(|&(mark, name)| view! { <li>{swatch(mark)}<span prop:textContent=name></span></li> }.into_any()).collect()
}

fn swatch(mark: Mark) -> AnyView {
    match mark {
        Mark::Cost => view! {
            <svg class="swatch swatch--line" aria-hidden="true"><path class="chart__cost" d="M0 11h8V4h10"/></svg>
        }
        .into_any(),
        mark => view! {
            <svg class="swatch" aria-hidden="true">
                <rect class=mark.class() width="100%" height="100%" fill=mark.pattern()/>
            </svg>
        }
        .into_any(),
    }
}

fn upright_layers(series: &Series) -> Vec<AnyView> {
    render::layers(upright::layers(series, upright::Words { unit: c::unit(), balance: c::balance() }))
}

fn lying_head(series: &Series) -> AnyView {
    let shapes = render::drawing(lying::head(series, c::unit()));
    view! {
        <div class="lying__row lying__scale">
            <span></span>
            <svg width="100%" height=lying::HEAD.to_string() aria-hidden="true">{shapes}</svg>
            <span class="num">{c::account()}</span>
        </div>
    }
    .into_any()
}

fn lying_lines(series: &Series) -> Vec<AnyView> {
    lying::lines(series).into_iter().map(lying_line).collect()
}

fn lying_line(line: Line) -> AnyView {
    match line {
        Line::Phase(name) => view! { <p class="lying__phase" prop:textContent=name></p> }.into_any(),
        Line::SupportEnds(text) => view! { <p class="lying__end" prop:textContent=text></p> }.into_any(),
        Line::Month { name, strong, shapes, balance, balance_class } => view! {
            <div class="lying__row">
                <span class=strong.then_some("is-january") prop:textContent=name></span>
                <svg width="100%" height=lying::ROW.to_string() aria-hidden="true">{render::drawing(shapes)}</svg>
                <span class=balance_class prop:textContent=balance></span>
            </div>
        }
        .into_any(),
    }
}
