//! How we calculate: the scheme, the steps, what is assumed, the rules in their sources' words, the figures.

use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::rulebook::{self, Basis, Dated, Topic};
use mikrolaan_markup::{Element, Event, view};

use crate::components::{heading, source};
use crate::platform::focus;
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::rules as words;
use mikrolaan_app_core::locale::words::figures::{self, Shown};
use mikrolaan_app_core::locale::words::rule::Words;
use mikrolaan_app_core::locale::words::{basis, rule};
use mikrolaan_app_core::locale::write;
use mikrolaan_app_core::rulebook::RULEBOOK;

/// A part of the page: the id of its heading, and what it is called.
type Part = (&'static str, fn() -> &'static str);

const SCHEME: Part = ("ordningen", words::scheme_title);
const STEPS: Part = ("trin", words::steps_title);
const ASSUMPTIONS: Part = ("antaget", words::assumptions_title);
const RULES: Part = ("regler", words::rules_title);
const FIGURES: Part = ("satser", words::figures_title);
const LEFT_OUT: Part = ("ikke-med", words::left_out_title);

/// The page.
pub fn rules_page() -> Element {
    let as_of = Session::get().today.month;
    view! {
        <main class="container page page--narrow" id="indhold" tabindex="-1">
            {heading(words::title().to_owned())}
            <p class="lead">{words::lead()}</p>
            {contents()}
            {begin(SCHEME)}
            <p>{words::scheme_text()}</p>
            <p>{words::scheme_now()}</p>
            {steps()}
            {assumptions()}
            {rules()}
            {begin(FIGURES)}
            <p>{words::figures_text(&write::month_year(as_of))}</p>
            {Topic::ALL.into_iter().flat_map(|topic| topic_table(topic, as_of)).collect::<Vec<_>>()}
            {begin(LEFT_OUT)}
            <p>{words::left_out_text()}</p>
            <p class="source">{words::version(rulebook::VERSION)}</p>
        </main>
    }
}

/// The heading a part begins with, which takes the focus from the link to it.
#[inline(never)]
fn begin((id, title): Part) -> Element {
    view! { <h2 id=id tabindex="-1">{title()}</h2> }
}

/// What stands on the page. The links move the focus and leave the address alone: it names the page.
fn contents() -> Element {
    let mut links = view! { <ul></ul> };
    for (id, title) in [SCHEME, STEPS, ASSUMPTIONS, RULES, FIGURES, LEFT_OUT] {
        let go = move |event: Event| {
            event.prevent_default();
            focus::on_id(id);
        };
        links = links.element(view! { <li><a href=["#", id].concat() on:click=go>{title()}</a></li> });
    }
    view! {
        <nav class="contents screen-only" aria-labelledby="contents"><h2 id="contents">{words::contents()}</h2>{links}</nav>
    }
}

fn steps() -> Vec<Element> {
    let steps = [
        words::step_household(),
        words::step_out(),
        words::step_business(),
        words::step_draw(),
        words::step_subsidy(),
        words::step_tax(),
        words::step_self_supporting(),
    ];
    vec![
        begin(STEPS),
        view! { <p>{words::steps_text()}</p> },
        view! { <ul>{steps.into_iter().map(|step| view! { <li>{step}</li> }).collect::<Vec<_>>()}</ul> },
        view! { <p>{words::exact()}</p> },
    ]
}

/// What no source says, and what stands in its place.
fn assumptions() -> Vec<Element> {
    let of_rules = RULEBOOK.rules().iter().filter_map(|basis| match rule::words(basis.rule) {
        Words::Assumed(assumed) => Some(assumed),
        Words::Titled(_) => None,
    });
    let of_figures = [words::assumed::account_wait(), words::assumed::wage(), words::assumed::tax()];
    let items = of_rules
        .chain(of_figures)
        .map(|assumed| view! { <li>{assumed}" "<span class="tag">{t::tag::assumption()}</span></li> })
        .collect::<Vec<_>>();
    vec![begin(ASSUMPTIONS), view! { <p>{words::assumptions_text()}</p> }, view! { <ul>{items}</ul> }]
}

fn rules() -> Vec<Element> {
    let mut page = vec![begin(RULES), view! { <p>{words::rules_text()}</p> }];
    for basis in RULEBOOK.rules() {
        if let (Words::Titled(title), Some(quote)) = (rule::words(basis.rule), basis.quote) {
            page.push(view! { <h3>{title}</h3> });
            page.push(view! { <blockquote class="quote">{quote}</blockquote> });
            page.extend(cited(basis));
        }
    }
    page
}

fn cited(rule: &'static Basis) -> Option<Element> {
    let source = rule.source?;
    let name = rule.place.map_or_else(|| source.title.to_owned(), |place| format!("{}, {place}", source.title));
    Some(source::source_line(name, source.url, basis::tag(rule.status)))
}

/// The figures of a topic, folded: each has a link to its source, and together they are ninety.
fn topic_table(topic: Topic, as_of: Month) -> [Element; 2] {
    let id = format!("rates-{}", topic as u8);
    let (region, table) = (id.clone(), id.clone());
    let rows = RULEBOOK
        .figures()
        .iter()
        .filter(|dated| Topic::of(dated.id) == topic)
        .filter_map(|dated| figure_row(dated, as_of))
        .collect::<Vec<_>>();
    let table = view! {
        <details class="details">
            <summary>{words::show_figures()}<span class="visually-hidden">": "{figures::topic_title(topic)}</span></summary>
            <div class="table--responsive-scroll" tabindex="0" role="region" aria-labelledby=region>
                <table class="table table--compact" aria-labelledby=table>
                    <thead><tr>
                        <th scope="col">{words::figure()}</th>
                        <th scope="col">{words::value_and_period()}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    };
    [view! { <h3 id=id>{figures::topic_title(topic)}</h3> }, table]
}

/// A figure with its source below its name, and the months and standing of its value below the value.
/// The name is a cell with the role of a heading, because headings of rows do not break lines.
fn figure_row(dated: &Dated, as_of: Month) -> Option<Element> {
    let Shown { value, months, period } = figures::shown(dated, as_of)?;
    Some(view! {
        <tr>
            <td role="rowheader">
                <span>{dated.name}</span>
                <p class="source">{source::named(period.source.title.to_owned(), period.source.url)}</p>
            </td>
            <td>
                <strong>{value}</strong>
                <p class="source">{months}" "<span class="tag">{basis::standing(period.status)}</span></p>
            </td>
        </tr>
    })
}
