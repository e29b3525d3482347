//! How we calculate: the scheme and its trial, the steps, what is assumed, the rules in their sources' words, the
//! figures. It follows nothing but the day the session began on.

use std::iter;

use mikrolaan_markup::{Element, Event, view};

use crate::components::assumption_list::assumption_list;
use crate::components::{cells, heading, source};
use crate::platform::focus;
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::rules::{self as words, trial as trial_words};
use mikrolaan_app_core::views::rules::{FigureRow, RuleView, RulesPart, RulesView, TopicView};
use mikrolaan_app_core::views::trial::{TrialGroup, TrialRemark};

/// The page.
pub fn rules_page() -> Element {
    let RulesView { trial, steps, assumptions, rules, figures, awaited, topics, version } =
        RulesView::of(Session::get().today.month());
    view! {
        <main class="container page page--narrow" id="indhold" tabindex="-1">
            {heading(words::title().to_owned())}
            <p class="lead">{words::lead()}</p>
            {contents()}
            {section_heading(RulesPart::Scheme)}
            <p>{words::scheme_text()}</p>
            <p>{words::scheme_now()}</p>
            {section_heading(RulesPart::Trial)}
            {people(trial.groups)}
            <p>{trial_words::cells()}" "{t::start::twenty::caution()}</p>
            {trial.counted.map(source::source_line)}
            {trial.remarks.into_iter().flat_map(remark).collect::<Vec<_>>()}
            {section_heading(RulesPart::Steps)}
            <p>{words::steps_text()}</p>
            <ul>{Vec::from(steps.map(|step| view! { <li>{step}</li> }))}</ul>
            <p>{words::exact()}</p>
            {section_heading(RulesPart::Assumptions)}
            <p>{words::assumptions_text()}</p>
            {assumption_list(&assumptions)}
            {section_heading(RulesPart::Rules)}
            <p>{words::rules_text()}</p>
            {rules.into_iter().flat_map(quoted).collect::<Vec<_>>()}
            {section_heading(RulesPart::Figures)}
            <p>{figures}</p>
            {awaited.into_iter().map(|text| view! { <p>{text}</p> }).collect::<Vec<_>>()}
            {topics.into_iter().flat_map(topic_table).collect::<Vec<_>>()}
            {section_heading(RulesPart::LeftOut)}
            <p>{words::left_out_text()}</p>
            <p class="source">{version}</p>
        </main>
    }
}

/// The heading of a part, which takes the focus from the link to it.
#[inline(never)]
fn section_heading(part: RulesPart) -> Element {
    view! { <h2 id=part.id() tabindex="-1">{part.title()}</h2> }
}

/// What stands on the page. The links move the focus and leave the address alone: it names the page.
fn contents() -> Element {
    let mut links = view! { <ul></ul> };
    for part in RulesPart::ALL {
        let go = move |event: Event| {
            event.prevent_default();
            focus::on_id(part.id());
        };
        links = links.element(view! { <li><a href=["#", part.id()].concat() on:click=go>{part.title()}</a></li> });
    }
    view! {
        <nav class="contents screen-only" aria-labelledby="contents"><h2 id="contents">{words::contents()}</h2>{links}</nav>
    }
}

/// Who took part, with a cell a person below the name of the group.
fn people(groups: Vec<TrialGroup>) -> Element {
    let row = |group: TrialGroup| {
        let TrialGroup { name, course, loan, people } = group;
        let picture = view! { <div class="band band--people" aria-hidden="true">{cells(people)}</div> };
        view! { <tr><td role="rowheader">{name}{picture}</td><td class="num">{course}</td><td class="num">{loan}</td></tr> }
    };
    view! {
        <div class="table--responsive-scroll" tabindex="0" role="region" aria-label=trial_words::caption()>
            <table class="table">
                <caption>{trial_words::caption()}</caption>
                <thead><tr>
                    <th scope="col">{trial_words::group()}</th>
                    <th scope="col" class="num">{trial_words::course()}</th>
                    <th scope="col" class="num">{trial_words::loan()}</th>
                </tr></thead>
                <tbody>{groups.into_iter().map(row).collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
}

/// Something the trial showed, with where it is written below it.
fn remark(remark: TrialRemark) -> Vec<Element> {
    let TrialRemark { text, sources } = remark;
    iter::once(view! { <p>{text}</p> }).chain(sources.into_iter().map(source::source_line)).collect()
}

fn quoted(rule: RuleView) -> Vec<Element> {
    let words = [
        view! { <h3>{rule.title}</h3> },
        view! { <blockquote class="quote" lang=source::DANISH>{rule.quote}</blockquote> },
    ];
    words.into_iter().chain(rule.source.map(source::source_line)).collect()
}

/// The figures of a topic, folded: each has a link to its source, and together they are ninety.
fn topic_table(topic: TopicView) -> [Element; 2] {
    let TopicView { id, title, figures } = topic;
    let (region, table) = (id.clone(), id.clone());
    let table = view! {
        <details class="details">
            <summary>{words::show_figures()}<span class="visually-hidden">": "{title}</span></summary>
            <div class="table--responsive-scroll" tabindex="0" role="region" aria-labelledby=region>
                <table class="table table--compact" aria-labelledby=table>
                    <thead><tr>
                        <th scope="col">{words::figure()}</th>
                        <th scope="col">{words::value_and_period()}</th>
                    </tr></thead>
                    <tbody>{figures.into_iter().map(figure_row).collect::<Vec<_>>()}</tbody>
                </table>
            </div>
        </details>
    };
    [view! { <h3 id=id>{title}</h3> }, table]
}

/// A figure with its source below its name, and the months and standing of its value below the value.
/// The name is a cell with the role of a heading, because headings of rows do not break lines.
fn figure_row(figure: FigureRow) -> Element {
    view! {
        <tr>
            <td role="rowheader">
                <span lang=source::DANISH>{figure.name}</span>
                <p class="source">{source::named(figure.source.name, figure.source.url)}</p>
            </td>
            <td>
                <strong>{figure.value}</strong>
                <p class="source">{figure.months}" "<span class="tag">{figure.source.tag}</span></p>
            </td>
        </tr>
    }
}
