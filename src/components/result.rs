//! The parts of the result: the verdict, what to look out for, the conditions, and the ways on.

use mikrolaan_markup::{Element, view};

use super::icons::{Icon, glyph, large_glyph};
use super::progress_band::cells;
use super::source::{DANISH, source_line};
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::views::result::{Condition, ConditionGroup, FlagView, VerdictCard, WayOn};

/// The card at the top of the result.
pub fn verdict_card(card: VerdictCard) -> Element {
    let legend = card.legend.into_iter().map(|(sign, words)| view! { <li>{glyph(sign)}<span>{words}</span></li> });
    view! {
        <section class=card.class>
            <h2 class="verdict__title">{card.glyph.map(large_glyph)}<span>{card.title}</span></h2>
            <p>{card.text}</p>
            <div class="band" aria-hidden="true">{cells(card.cells)}</div>
            <ul class="legend">{legend.collect::<Vec<_>>()}</ul>
            <p class="source verdict__state">{card.state}</p>
        </section>
    }
}

/// A warning: what may happen, what to do, and where it is from.
pub fn warning_box(flag: FlagView) -> Element {
    view! {
        <section class="alert alert-warning">
            {Icon::Warning.draw()}
            <div class="alert-body">
                <h3 class="alert-heading">{flag.title}</h3>
                <p>{flag.text}</p>
                <p><strong>{t::common::do_this()}</strong>" "{flag.action}</p>
                {source_line(flag.source)}
            </div>
        </section>
    }
}

/// Good to know: one line each.
pub fn good_to_know(flags: Vec<FlagView>) -> Element {
    let item = |flag: FlagView| view! { <li><strong>{flag.title}</strong>". "{flag.text}" "{flag.action}</li> };
    let items = flags.into_iter().map(item).collect::<Vec<_>>();
    view! { <section><h2>{t::result::good_to_know()}</h2><ul>{items}</ul></section> }
}

/// Conditions that look the same, under their heading.
pub fn condition_group(group: &ConditionGroup) -> [Element; 2] {
    match group.clone() {
        ConditionGroup::NotAsked(text) => [view! { <h3>{t::result::group_not_asked()}</h3> }, view! { <p>{text}</p> }],
        ConditionGroup::Listed { title, two_columns, conditions } => {
            let class = if two_columns { "conds conds--two" } else { "conds" };
            let conditions = conditions.into_iter().map(condition).collect::<Vec<_>>();
            [view! { <h3>{title}</h3> }, view! { <ul class=class>{conditions}</ul> }]
        }
    }
}

fn condition(condition: Condition) -> Element {
    let Condition { glyph: sign, title, reason, change, answer_at, source, quote } = condition;
    let sign = sign.map_or_else(|| view! { <span class="glyph"></span> }, glyph);
    let change = change.map(|words| {
        view! { <p class="conds__change"><strong>{t::result::change_it()}</strong>" "{words}</p> }
    });
    let answer = answer_at.map(|page| view! { <p><a href=page.href()>{t::answers::answer()}{about(title)}</a></p> });
    view! {
        <li>
            {sign}
            <div>
                <p class="conds__title">{title}</p>
                <p>{reason}</p>
                {change}
                {answer}
                {source_line(source)}
                {quote.map(|words| own_words(words, title))}
            </div>
        </li>
    }
}

fn own_words(words: &'static str, title: Text) -> Element {
    view! {
        <details class="details">
            <summary>{t::common::law_words()}{about(title)}</summary>
            <blockquote class="quote" lang=DANISH>{words}</blockquote>
        </details>
    }
}

/// Tells a screen reader what a link or a fold is about.
fn about(title: Text) -> Element {
    view! { <span class="visually-hidden">": "{title}</span> }
}

/// The ways, in the order given.
pub fn route_list(ways: &[WayOn]) -> Element {
    view! { <ul class="routes">{ways.iter().map(item).collect::<Vec<_>>()}</ul> }
}

fn item(way: &WayOn) -> Element {
    view! {
        <li>
            <p class="routes__state">{glyph(way.glyph)}<span>{way.state}</span></p>
            <div><p class="routes__title">{way.title}</p><p>{way.reason}</p></div>
        </li>
    }
}
