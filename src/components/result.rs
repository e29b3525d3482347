//! The parts of the result: the verdict, what to do first, what to look out for, the conditions, and the ways on.

use leptos::prelude::IntoAny;
use mikrolaan_markup::{Element, view};

use super::fold::fold;
use super::icons::{Icon, glyph, large_glyph};
use super::progress_band::cells;
use super::source::{DANISH, named, source_line};
use super::way_to;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::write;
use mikrolaan_app_core::navigation::{MoneyStep, Route};
use mikrolaan_app_core::views::result::{Condition, ConditionGroup, FirstStep, FlagView, StepLink, VerdictCard, WayOn};

/// The card at the top of the result, and beside it the state of the scheme.
pub fn verdict_card(card: VerdictCard) -> [Element; 2] {
    let legend = card.legend.into_iter().map(|(sign, words)| view! { <li>{glyph(sign)}<span>{words}</span></li> });
    let legend = legend.collect::<Vec<_>>();
    let band = (!card.cells.is_empty()).then(|| {
        [
            view! { <div class="band" aria-hidden="true">{cells(card.cells)}</div> },
            view! { <ul class="legend">{legend}</ul> },
        ]
    });
    let shown = view! {
        <section class=card.class>
            <h2 class="verdict__title">{card.glyph.map(large_glyph)}<span>{card.title}</span></h2>
            <p>{card.text}</p>
            {band.into_iter().flatten().collect::<Vec<_>>()}
        </section>
    };
    [shown, view! { <p class="source verdict__state">{card.state}</p> }]
}

/// What to do first, and the money last.
pub fn first_steps(steps: &[FirstStep]) -> Element {
    let step = |step: &FirstStep| {
        let link = match step.link {
            StepLink::How(page) => view! { <a href=page.href()>{t::result::first::how()}{about(step.title)}</a> },
            StepLink::Site(name, url) => named(name.to_owned(), Some(url)),
        };
        one_step(step.title, step.text, link)
    };
    let money = view! {
        <a class="button button-primary" href=Route::Money(MoneyStep::Home).href()>
            {t::result::first::money_link()}{about(t::result::first::money())}
        </a>
    };
    let money = one_step(t::result::first::money(), t::result::first::money_text(), money);
    view! { <ol class="steps">{steps.iter().map(step).chain([money]).collect::<Vec<_>>()}</ol> }
}

fn one_step(title: Text, text: Text, link: Element) -> Element {
    view! { <li><div><p class="steps__title">{title}</p><p>{text}</p></div>{link}</li> }
}

/// A warning: what may happen, what to do, and where it is from.
pub fn warning_box(flag: FlagView) -> Element {
    view! {
        <section class="alert alert-warning">
            {Icon::Warning.draw()}
            <div class="alert-body">
                <h3 class="alert-heading">{flag.title}</h3>
                <p>{flag.text}" "<strong>{flag.action}</strong></p>" "
                {source_line(flag.source)}
            </div>
        </section>
    }
}

/// A list in a row that opens, with how much is in it; nothing where that is nothing.
pub fn folded_list(title: Text, items: Vec<Element>) -> Option<Element> {
    let count = write::whole(items.len() as i64);
    (!items.is_empty()).then(|| fold(title, Some(count), view! { <ul class="fold__list">{items}</ul> }.into_any()))
}

/// A flag in a row that opens.
pub fn flag_item(flag: FlagView) -> Element {
    let FlagView { title, text, action, source } = flag;
    view! { <li><p><strong>{title}</strong>". "{text}" "{action}</p>{source_line(source)}</li> }
}

/// Conditions that look the same, under their heading.
pub fn condition_group(group: &ConditionGroup) -> [Element; 2] {
    let ConditionGroup { title, is_brief, conditions } = group.clone();
    let class = if is_brief { "conds conds--brief" } else { "conds" };
    let conditions = conditions.into_iter().map(condition).collect::<Vec<_>>();
    [view! { <h2>{title}</h2> }, view! { <ul class=class>{conditions}</ul> }]
}

/// A row with its reason; it opens to where that is written. What one can do about it stands below, open.
fn condition(condition: Condition) -> Element {
    let Condition { glyph: sign, title, reason, change, answer_at, source, quote } = condition;
    let sign = sign.map_or_else(|| view! { <span class="glyph"></span> }, glyph);
    let quote = quote.map(|words| view! { <blockquote class="quote" lang=DANISH>{words}</blockquote> });
    let change = change.map(|words| view! { <p><strong>{t::result::change_it()}</strong>" "{words}</p> });
    let answer = answer_at.map(
        |page| view! { <p><a class="conds__answer" href=page.href()>{t::answers::answer()}{about(title)}</a></p> },
    );
    view! {
        <li>
            <details>
                <summary>
                    {sign}
                    <span><span class="conds__title">{title}</span>" "<span class="conds__reason">{reason}</span></span>
                </summary>
                {source_line(source)}
                {quote}
            </details>
            {change}
            {answer}
        </li>
    }
}

/// Tells a screen reader what a link or a fold is about.
fn about(title: Text) -> Element {
    view! { <span class="visually-hidden">": "{title}</span> }
}

/// A way on.
pub fn way_on(way: &WayOn) -> Element {
    view! {
        <li>
            <p class="routes__state">{glyph(way.glyph)}<span>{way.state}</span></p>
            <div><p class="routes__title">{way.title}</p><p>{way.reason}</p>{way.topic.map(way_to)}</div>
        </li>
    }
}
