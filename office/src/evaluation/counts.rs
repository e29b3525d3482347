//! Tables of counts, each count the way to the files behind it, and the half years as a picture.

use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::office::evaluation::{
    CountView, EvaluationEvent, EvaluationView, EvaluationWords, FormTable, FormTableRow, HalfYearPicture, OutcomeRow,
    PictureColumn, SmallNumbers, sheet_name,
};
use mikrolaan_app_core::views::spreadsheet;
use mikrolaan_markup::{Element, view};

use super::{EvaluationDesk, LIST, segments};
use crate::components::live_text;
use crate::platform::{clipboard, download, focus};
use mikrolaan_app_core::locale::texts::office::case_page::panel as t;

/// What a column of the picture is drawn as: the fills of the citizen's chart.
const FILLS: [&str; 3] = ["is-course", "is-loan", "is-self"];

/// A count: pressed, it lists its files.
pub fn count(desk: EvaluationDesk, count: &CountView) -> Element {
    let Some(filter) = count.filter else { return view! { <span class="num">{count.text.clone()}</span> } };
    let show = move |_| {
        desk.dispatch(EvaluationEvent::Show(filter));
        focus::on_id(LIST);
    };
    let class = if count.is_small { "ev__count is-small" } else { "ev__count" };
    view! { <button class=class type="button" aria-label=count.name.clone() on:click=show>{count.text.clone()}</button> }
}

fn cells<const N: usize>(desk: EvaluationDesk, counts: &[CountView; N]) -> Vec<Element> {
    counts.iter().map(|one| view! { <td class="num">{count(desk, one)}</td> }).collect()
}

fn heads(names: &[Text]) -> Vec<Element> {
    names.iter().map(|name| view! { <th scope="col">{*name}</th> }).collect()
}

/// The form's table: dashes while there is nothing to count.
pub fn form_table(desk: EvaluationDesk, table: &FormTable) -> Element {
    let row = |row: &FormTableRow| view! { <tr><th scope="row">{row.label}</th>{cells(desk, &row.counts)}</tr> };
    let rows: Vec<Element> = table.rows.iter().map(row).collect();
    view! {
        <table class="ev__table ev__form" aria-label=EvaluationWords::all().table>
            <thead><tr><td></td>{heads(&table.columns)}</tr></thead>
            <tbody>{rows}</tbody>
            <tfoot>{row(&table.total)}</tfoot>
        </table>
    }
}

/// The form's table, what is said of small counts, and the results.
pub fn table(desk: EvaluationDesk, view: &EvaluationView) -> Element {
    let (table, words) = (&view.table, EvaluationWords::all());
    let copied = table.text();
    let copy = move |_| copy(desk, copied.clone());
    let sheet = view.sheet.clone();
    let save = move |_| download::offer(&sheet_name(desk.today), spreadsheet::MEDIA_TYPE, &sheet);
    let lending = view.lending.as_ref().map(|lending| view! { <p>{segments(desk, &lending.text)}</p> });
    view! {
            <section class="ev__two">
                <div>
                    <h2>{words.table}</h2>
    {form_table(desk, table)}
                    <p><strong>{segments(desk, &table.sentence)}</strong>" "<span class="source">{table.hint}</span></p>
                    {lending}
                    <div class="ev__ways">
                        <button class="button button-secondary" type="button" on:click=copy>{words.copy_table}</button>
                        <button class="button button-secondary" type="button" on:click=save>{words.sheet}</button>
                        {live_text(move || desk.copied.get())}
                    </div>
                </div>
                <div>
                    {view.small.as_ref().map(|small| small_numbers(desk, small))}
                    <h2>{words.results}</h2>
                    {results(desk, view)}
                </div>
            </section>
        }
}

/// A text on the clipboard, and what became of that, said.
pub fn copy(desk: EvaluationDesk, text: String) {
    clipboard::copy(text, move |is_copied| {
        let words = if is_copied { t::copied() } else { t::select() };
        desk.copied.set(words.to_owned());
        desk.announcer.announce(&words);
    });
}

fn small_numbers(desk: EvaluationDesk, small: &SmallNumbers) -> Element {
    let totals = small.totals_only;
    let change = move |_| desk.dispatch(EvaluationEvent::TotalsOnly(totals));
    let fields = small.fields.clone().map(|words| view! { <strong>{words}" "</strong> });
    view! {
        <div class="ev__small">
            <h2>{EvaluationWords::all().small}</h2>
            <p>{fields}{small.text.clone()}</p>
            <button class="button button-secondary" type="button" on:click=change>{small.button}</button>
        </div>
    }
}

fn results(desk: EvaluationDesk, view: &EvaluationView) -> Element {
    let of = |row: &OutcomeRow| view! { <tr><th scope="row">{row.label}</th>{cells(desk, &row.counts)}</tr> };
    let rows: Vec<Element> = view.outcomes.rows.iter().map(of).collect();
    view! {
        <table class="ev__table">
            <thead><tr><td></td>{heads(&view.outcomes.columns)}</tr></thead>
            <tbody>{rows}</tbody>
            <tfoot>{of(&view.outcomes.total)}</tfoot>
        </table>
    }
}

/// Half year for half year: the table first, beside it the picture.
pub fn half_years(desk: EvaluationDesk, view: &EvaluationView) -> Element {
    let table = &view.half_years;
    let row =
        |label: String, counts: &[CountView; 3]| view! { <tr><th scope="row">{label}</th>{cells(desk, counts)}</tr> };
    let rows: Vec<Element> =
        table.rows.iter().chain(&table.undated).map(|one| row(one.label.clone(), &one.counts)).collect();
    let note = table.note.clone().map(|words| view! { <p class="source">{words}</p> });
    view! {
        <section class="ev__two">
            <div>
                <h2>{EvaluationWords::all().half_years}</h2>
                <table class="ev__table">
                    <thead><tr>{heads(&table.columns)}</tr></thead>
                    <tbody>{rows}</tbody>
                    <tfoot>{row(table.total.label.clone(), &table.total.counts)}</tfoot>
                </table>
            </div>
            <div>{table.picture.as_ref().map(picture)}{note}</div>
        </section>
    }
}

fn picture(picture: &HalfYearPicture) -> Element {
    let legend = picture.legend.iter().zip(FILLS).map(|(name, fill)| {
        view! { <li><i class=fill aria-hidden="true"></i>{*name}</li> }
    });
    let groups: Vec<Element> = picture
        .groups
        .iter()
        .map(|group| {
            let columns: Vec<Element> =
                group.columns.iter().zip(FILLS).map(|(one, fill)| column(one, fill, picture.is_bars)).collect();
            view! {
                <div class="ev__half" role="img" aria-label=group.name.clone()>
                    <div class="ev__columns">{columns}</div>
                    <span>{group.label.clone()}</span>
                </div>
            }
        })
        .collect();
    view! {
        <figure class="ev__picture">
            <figcaption><strong>{picture.caption.clone()}</strong></figcaption>
            <ul class="ev__legend">{legend.collect::<Vec<_>>()}</ul>
            <div class="ev__halves">{groups}</div>
        </figure>
    }
}

/// A person is a cell; many are a bar, drawn in a picture of its own because a style may not stand in an element.
fn column(column: &PictureColumn, fill: &'static str, is_bar: bool) -> Element {
    let mut cells: Vec<Element> = Vec::new();
    if is_bar {
        cells.push(view! {
            <svg class="ev__bar-picture" width="22" height="120" aria-hidden="true">
                <rect class=fill width="100%" height=column.height.text()/>
            </svg>
        });
    } else {
        cells.extend((0..column.people).map(|_| view! { <i class=fill></i> }));
    }
    view! { <div class="ev__column"><b>{column.text.clone()}</b>{cells}</div> }
}
