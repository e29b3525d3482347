//! The series of the picture, its takeaway and its words for those who do not see it.

use crate::locale::language::Text;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::simulation::{MonthRow, Phase, Purse};

use super::View;
use super::headlines::{first_short, is_goal_reached, named_gap, no_revenue};
use super::month::{phase_name, phases};
use crate::charts::series::{Mark, MonthBar, NamedPlace, PhaseSpan, Series, SupportEnd};
use crate::locale::argument::{Amount, Count, DateOf, MonthOf};
use crate::locale::texts::chart as c;
use crate::locale::texts::named::AmountCountFromMonthTo;
use crate::locale::texts::phase as p;
use crate::locale::write::{self, kroner, last_day, short_last_day, short_month, whole_kroner};

pub(super) fn series(view: &View<'_>) -> Series {
    let rows = &view.simulation.months;
    let empty = no_revenue(view);
    let months: Vec<MonthBar> = rows.iter().map(|row| bar(row, empty)).collect();
    let before_tax = view.simulation.before_tax;
    Series {
        legend: legend(view, &months),
        phases: phases(rows).map(span).collect(),
        support: support(view),
        cost_label: if before_tax { c::legend_cost_before_tax() } else { c::legend_cost() },
        missing: if empty { None } else { missing(view) },
        lowest: lowest(view).filter(|_| !empty),
        last_balance: rows.last().map(|row| kroner(row.household.closing)).unwrap_or_default(),
        empty: empty.then(c::caption_empty),
        unsure: view.simulation.benefit_range.is_some(),
        caption: if empty { c::caption_empty().to_owned() } else { caption(view) },
        text: text(view),
        months,
    }
}

/// The parts of a month in the order of [`Mark::PARTS`].
fn bar(row: &MonthRow, empty: bool) -> MonthBar {
    let household = &row.household;
    let job = household.job_after_atp();
    let parts = [household.other_income, household.benefit, household.subsidy, household.draw, job];
    let shows_gap = row.has_gap() && !empty;
    MonthBar {
        name: short_month(row.month),
        number: row.month.number(),
        year: write::plain(row.month.year().unsigned_abs()),
        parts: if empty { [0; 5] } else { parts.map(Money::oere) },
        cost: household.outgoings().oere(),
        shortfall: if shows_gap { whole_kroner(row.gap().negated()) } else { String::new() },
        balance: household.closing.oere(),
        balance_text: whole_kroner(household.closing),
    }
}

fn span(rows: &[MonthRow]) -> PhaseSpan {
    let phase = rows.first().map_or(Phase::Benefit, |row| row.phase);
    let name = phase_name(phase);
    let short = match phase {
        Phase::Waiting => p::waiting_short(),
        Phase::Supported => p::supported_short(),
        _ => name,
    };
    PhaseSpan { name, short, months: rows.len(), closed: phase == Phase::Closed }
}

fn support(view: &View<'_>) -> SupportEnd {
    let scenario = view.plan.scenario;
    let figures = &view.simulation.key_figures;
    if scenario.business.is_none() || scenario.subsidy.months == 0 {
        return SupportEnd::Never;
    }
    let Some(ends) = figures.support_ends else {
        return SupportEnd::Later(c::support_later(MonthOf(view.plan.timeline().last())));
    };
    let months = view.simulation.months.iter().filter(|row| row.month <= ends).count();
    SupportEnd::After { months, flag: c::support_ends(&short_last_day(ends)), row: c::support_ends(&last_day(ends)) }
}

/// What is missing on the account, in the first month in which something is; else a month that takes from it.
fn missing(view: &View<'_>) -> Option<NamedPlace> {
    let place = |named: &MonthRow| view.simulation.months.iter().position(|row| row.month == named.month);
    if let Some(row) = first_short(view) {
        return Some(NamedPlace { month: place(row)?, label: c::missing(Amount::Whole(row.household.closing.abs())) });
    }
    let row = named_gap(view)?;
    Some(NamedPlace { month: place(row)?, label: c::minus(Amount::Whole(row.gap())) })
}

fn lowest(view: &View<'_>) -> Option<NamedPlace> {
    let low = view.simulation.key_figures.lowest_household?;
    let month = view.simulation.months.iter().position(|row| row.month == low.month)?;
    Some(NamedPlace { month, label: c::lowest(Amount::Whole(low.balance), MonthOf(low.month)) })
}

fn legend(view: &View<'_>, months: &[MonthBar]) -> Vec<(Mark, Text)> {
    let mut legend = Vec::new();
    for (part, mark) in Mark::PARTS.into_iter().enumerate() {
        if months.iter().any(|month| month.parts.get(part).is_some_and(|&amount| amount > 0)) {
            legend.push((mark, name(view, mark)));
        }
    }
    legend.push((Mark::Cost, name(view, Mark::Cost)));
    if months.iter().any(|month| !month.shortfall.is_empty()) {
        legend.push((Mark::Missing, name(view, Mark::Missing)));
    }
    legend
}

fn name(view: &View<'_>, mark: Mark) -> Text {
    match mark {
        Mark::Other => c::legend_other(),
        Mark::Benefit => benefit_name(view),
        Mark::Subsidy => c::legend_subsidy(),
        Mark::Business => c::legend_business(),
        Mark::Job => c::legend_job(),
        Mark::Cost if view.simulation.before_tax => c::legend_cost_before_tax(),
        Mark::Cost => c::legend_cost(),
        Mark::Missing => c::legend_missing(),
    }
}

/// Kontanthjælp by its name; an own amount can be anything.
fn benefit_name(view: &View<'_>) -> Text {
    if view.plan.is_kontanthjaelp() { c::legend_benefit() } else { c::legend_benefit_other() }
}

/// The takeaway: where there is too little, and from when there is enough again.
fn caption(view: &View<'_>) -> String {
    let rows = &view.simulation.months;
    let short: Vec<Month> = rows.iter().filter(|row| is_short(row)).map(|row| row.month).collect();
    let (Some(&first), Some(&last)) = (short.first(), short.last()) else {
        return caption_without_shortfall(view);
    };
    let mut caption = c::caption_short(Count::of(short.len()), MonthOf(first));
    if let Some(recovered) = rows.iter().find(|row| row.month > last) {
        caption.push(' ');
        caption.push_str(&c::caption_recovers(MonthOf(recovered.month)));
    }
    caption
}

/// The household has less than nothing at the end of the month.
fn is_short(row: &MonthRow) -> bool {
    row.household.closing.is_negative()
}

fn caption_without_shortfall(view: &View<'_>) -> String {
    let figures = &view.simulation.key_figures;
    if let Some(short) = figures.first_shortfall.filter(|short| short.purse == Purse::Business) {
        return c::caption_business(MonthOf(short.month));
    }
    match named_gap(view) {
        Some(row) if !is_goal_reached(view) => c::caption_gap(MonthOf(row.month)),
        _ => c::caption_enough(Count::of(view.simulation.months.len())),
    }
}

fn text(view: &View<'_>) -> String {
    let rows = &view.simulation.months;
    let (Some(first), Some(last), Some(low)) =
        (rows.first(), rows.last(), view.simulation.key_figures.lowest_household)
    else {
        return String::new();
    };
    let mut text = String::new();
    if let Some(ends) = view.simulation.key_figures.support_ends {
        text = c::text_support(DateOf::last_of(ends));
        text.push(' ');
    }
    if let Some(row) = first_short(view) {
        text.push_str(&c::text_missing(Amount::Whole(row.household.closing.abs()), MonthOf(row.month)));
        text.push(' ');
    }
    let [from, to, month] = [first.month, last.month, low.month].map(MonthOf);
    let count = Count::of(rows.len());
    text.push_str(&c::text(AmountCountFromMonthTo { amount: Amount::Whole(low.balance), count, from, month, to }));
    text
}
