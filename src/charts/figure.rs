//! The picture of the months with its caption, legend and words: upright in a wide box, a list of lying bars in a
//! narrow one. CSS shows one of the two by the width of the box.

use mikrolaan_markup::{Element, view};

use super::render::{drawing, plot, with_layers, with_shapes};
use mikrolaan_app_core::charts::bars;
use mikrolaan_app_core::charts::columns;
use mikrolaan_app_core::charts::legend::{LegendItem, Swatch};
use mikrolaan_app_core::charts::series::Series;
use mikrolaan_app_core::locale::texts::chart as c;

/// Which of the two pictures is drawn. The other one is not seen, and costs as much at every key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drawn {
    /// Both: on paper, and until it is known which one is seen.
    #[default]
    Both,
    /// The upright one.
    Upright,
    /// The list.
    List,
}

impl Drawn {
    /// Where each of the two stands, to see which one the style sheet shows.
    pub const PLACES: [(Drawn, &'static str); 2] = [(Drawn::Upright, ".chart__upright"), (Drawn::List, ".chart__list")];
}

/// The figure, drawn anew for every series; `list` is what stands in the place of the picture in a narrow box.
#[inline(never)]
pub fn figure(series: &Series, drawn: Drawn, list: Option<Element>) -> Element {
    let class = match (series.months.len() > columns::LONG, series.unsure) {
        (false, false) => "chart months__chart",
        (true, false) => "chart chart--long months__chart",
        (false, true) => "chart chart--unsure months__chart",
        (true, true) => "chart chart--long chart--unsure months__chart",
    };
    let upright = (drawn != Drawn::List).then(|| {
        let words = columns::ChartWords { unit: c::unit(), balance: c::balance() };
        with_layers(drawing(columns::HEIGHT), columns::layers(series, words))
    });
    view! {
        <figure class=class id="chart">
            <figcaption class="chart__caption" id="chart-caption">{series.caption.clone()}</figcaption>
            {legend(&series.legend.iter().map(|&(mark, name)| LegendItem::of(mark, name)).collect::<Vec<_>>())}
            <div class="chart__upright" role="img" aria-labelledby="chart-caption">
                <div class="chart__scroll">{plot(columns::room(series), upright)}</div>
            </div>
            <div class="chart__list">{list}</div>
            <p class="visually-hidden" id="chart-text">{series.text.clone()}</p>
        </figure>
    }
}

/// A picture with its takeaway, what its marks mean, and its words for those who do not see it.
pub fn described(
    [caption_id, text_id]: [&'static str; 2],
    (class, caption): (&'static str, String),
    items: &[LegendItem],
    picture: Element,
    text: String,
) -> Element {
    view! {
        <figure class="chart">
            <figcaption class=class id=caption_id>{caption}</figcaption>
            {legend(items)}
            <div role="img" aria-labelledby=caption_id>{picture}</div>
            <p class="visually-hidden" id=text_id>{text}</p>
        </figure>
    }
}

/// What the marks mean.
pub fn legend(items: &[LegendItem]) -> Element {
    let mut list = view! { <ul class="legend chart__legend"></ul> };
    for &LegendItem { swatch, letter, name } in items {
        let words = match letter {
            Some(letter) => view! { <span><strong>{letter}</strong>" "{name}</span> },
            None => view! { <span>{name}</span> },
        };
        list = list.element(view! { <li>{drawn(swatch)}{words}</li> });
    }
    list
}

fn drawn(swatch: Swatch) -> Element {
    let (class, shape) = match swatch {
        Swatch::Bar { class, fill } => ("swatch", view! { <rect class=class width="100%" height="100%" fill=fill/> }),
        Swatch::Step => ("swatch swatch--line", view! { <path class="chart__cost" d="M0 11h8V4h10"/> }),
        Swatch::Line(class) => ("swatch swatch--long", view! { <line class=class x1="0" y1="7" x2="100%" y2="7"/> }),
    };
    view! { <svg class=class aria-hidden="true">{shape}</svg> }
}

/// The bar of a month in a row of the list.
pub fn row_picture(series: &Series, at: usize) -> Element {
    with_shapes(drawing(bars::ROW), bars::row(series, at))
}
