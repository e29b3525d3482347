//! How we calculate: the scheme, the steps, what is assumed, the rules in their sources' words, the figures.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::rulebook::{self, Basis, Dated, Rulebook};

use crate::components::{Heading, source};
use crate::danish::write;
use crate::session::{RULEBOOK, Session};
use crate::texts as t;
use crate::texts::rules as words;
use crate::wording::figures::{self, Topic};
use crate::wording::rule::Words;
use crate::wording::{basis, rule};

/// The page.
#[component]
pub fn RulesPage() -> impl IntoView {
    let as_of = Session::get().case().with_untracked(|case| case.as_of);
    view! {
        <main class="container page page--narrow" id="indhold">
            <Heading text=words::title()/>
            <p class="lead">{words::lead()}</p>
            <h2>{words::scheme_title()}</h2>
            <p>{words::scheme_text()}</p>
            <p>{words::scheme_now()}</p>
            {steps()}
            {assumptions()}
            {rules()}
            <h2>{words::figures_title()}</h2>
            <p>{words::figures_text(&write::month_year(as_of))}</p>
            {Topic::ALL.into_iter().map(|topic| topic_table(topic, as_of)).collect_view()}
            <h2>{words::left_out_title()}</h2>
            <p>{words::left_out_text()}</p>
            <p class="source">{words::version(rulebook::VERSION)}</p>
        </main>
    }
}

fn steps() -> impl IntoView {
    let steps = [
        words::step_household(),
        words::step_out(),
        words::step_business(),
        words::step_draw(),
        words::step_subsidy(),
        words::step_tax(),
        words::step_self_supporting(),
    ];
    view! {
        <h2>{words::steps_title()}</h2>
        <p>{words::steps_text()}</p>
        <ul>{steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view()}</ul>
        <p>{words::exact()}</p>
    }
}

/// What no source says, and what stands in its place.
fn assumptions() -> impl IntoView {
    let of_rules = Rulebook::rules().iter().filter_map(|basis| match rule::words(basis.rule) {
        Words::Assumed(assumed) => Some(assumed),
        Words::Titled(_) => None,
    });
    let of_figures = [words::assumed::account_wait(), words::assumed::wage(), words::assumed::tax()];
    let items = of_rules
        .chain(of_figures)
        .map(|assumed| view! { <li>{assumed}" "<span class="tag">{t::tag::assumption()}</span></li> })
        .collect_view();
    view! {
        <h2>{words::assumptions_title()}</h2>
        <p>{words::assumptions_text()}</p>
        <ul>{items}</ul>
    }
}

fn rules() -> impl IntoView {
    let items = Rulebook::rules()
        .iter()
        .filter_map(|basis| match rule::words(basis.rule) {
            Words::Titled(title) => Some(quoted(title, basis)),
            Words::Assumed(_) => None,
        })
        .collect_view();
    view! {
        <h2>{words::rules_title()}</h2>
        <p>{words::rules_text()}</p>
        {items}
    }
}

fn quoted(title: &'static str, rule: &'static Basis) -> AnyView {
    let source = rule.source.map(|source| {
        let name = rule.place.map_or_else(|| source.title.to_owned(), |place| format!("{}, {place}", source.title));
        view! { <p class="source">{source::named(name, source.url)}" "<span class="tag">{basis::tag(rule.status)}</span></p> }
    });
    view! { <h3>{title}</h3><blockquote class="quote">{rule.words}</blockquote>{source} }.into_any()
}

fn topic_table(topic: Topic, as_of: Month) -> AnyView {
    let id = format!("rates-{}", topic as u8);
    let (region, table) = (id.clone(), id.clone());
    let rows = RULEBOOK
        .figures()
        .iter()
        .filter(|dated| Topic::of(dated.id.id()) == topic)
        .filter_map(|dated| figure_row(dated, as_of))
        .collect_view();
    view! {
        <h3 id=id>{topic.title()}</h3>
        <div class="table--responsive-scroll" tabindex="0" role="region" aria-labelledby=region>
            <table class="table table--compact" aria-labelledby=table>
                <thead><tr>
                    <th scope="col">{words::figure()}</th>
                    <th scope="col" class="num">{words::value()}</th>
                    <th scope="col">{words::period()}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A figure with its source below its name, and how it is known below its period.
fn figure_row(dated: &Dated, as_of: Month) -> Option<AnyView> {
    let (period, carried) = figures::in_force(dated, as_of)?;
    let last_known = carried.then(|| format!(" ({})", words::carried()));
    let row = view! {
        <tr>
            <th scope="row">
                <span>{dated.name}</span>
                <p class="source">{source::named(period.source.title.to_owned(), period.source.url)}</p>
            </th>
            <td class="num">{figures::value(dated.unit, period.text)}</td>
            <td>
                <span>{figures::period(period)}{last_known}</span>
                <p class="source"><span class="tag">{basis::standing(period.status)}</span></p>
            </td>
        </tr>
    };
    Some(row.into_any())
}
