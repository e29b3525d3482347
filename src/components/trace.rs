//! A value and where it comes from, each part of it folded until somebody asks.

use mikrolaan_markup::{Element, view};

use super::source::{DANISH, source_line};
use mikrolaan_app_core::locale::texts::trace as t;
use mikrolaan_app_core::views::trace::{From, How, RateView, Sign, Step};

/// The value itself, how it came about, and what entered it.
pub fn trace(step: Step) -> Element {
    let Step { value, from, .. } = step;
    view! { <div class="trace"><p class="trace__value">{value}</p>{origin(from)}</div> }
}

fn origin(from: From) -> Element {
    match from {
        From::Formula(how) => formula(how),
        From::Rate(rate) => figure(rate),
        From::Own { words, tag, change } => {
            let change = change.map(|page| view! { <a class="screen-only" href=page.href()>{t::own_change()}</a> });
            view! { <p class="source">{words}" "<span class="tag">{tag}</span>" "{change}</p> }
        }
        From::Line(page) => view! { <p><a href=page.href()>{t::other_month()}</a></p> },
        From::Above => view! { <p class="source">{t::above()}</p> },
        From::Given => view! { <p class="source">{t::given()}</p> },
    }
}

fn formula(how: How) -> Element {
    let How { words, steps } = how;
    let list = (!steps.is_empty()).then(|| {
        let steps: Vec<Element> = steps.into_iter().map(part).collect();
        view! { <ul class="trace__steps">{steps}</ul> }
    });
    view! { <div><p>{words}</p>{list}</div> }
}

/// A part: what is worked out folds out, the rest is said at once.
fn part(step: Step) -> Element {
    let Step { name, value, sign, from } = step;
    let name = name.into_owned();
    let head = view! { <span class="trace__name">{name}</span> };
    let sign = view! { <span class="trace__sign">{sign.map(signed).unwrap_or_default()}</span> };
    let value = view! { <span class="num">{value}</span> };
    match from {
        From::Formula(how) => view! {
            <li><details><summary>{sign}{head}{value}</summary>{formula(how)}</details></li>
        },
        From::Line(page) => view! {
            <li><p class="trace__part">{sign}<a class="trace__name" href=page.href()>{head}</a>{value}</p></li>
        },
        other => view! { <li><p class="trace__part">{sign}{head}{value}</p>{origin(other)}</li> },
    }
}

/// What is done with the part: the sign for the eye, the word for who listens.
fn signed(sign: Sign) -> Vec<Element> {
    let (drawn, read) = sign.drawn_and_read();
    vec![view! { <span aria-hidden="true">{drawn}</span> }, view! { <span class="visually-hidden">{read}</span> }]
}

fn figure(rate: RateView) -> Element {
    let RateView { name, in_force, carried, source } = rate;
    let carried = carried.map(|words| view! { <p>{words}</p> });
    view! { <div class="trace__rate"><p><span lang=DANISH>{name}</span>": "{in_force}</p>{carried}{source_line(source)}</div> }
}
