//! The draft of the form's points 6 to 10.

use mikrolaan_app_core::office::evaluation::{DraftPart, EvaluationView, EvaluationWords};
use mikrolaan_markup::{Element, view};

use super::{EvaluationDesk, counts, segments};
use crate::components::live_text;
use crate::platform::printer;

/// The draft, to copy or print.
pub fn draft(desk: EvaluationDesk, view: &EvaluationView) -> Element {
    let words = EvaluationWords::all();
    let copied = view.draft.text();
    let copy = move |_| counts::copy(desk, copied.clone());
    let gap = view.draft.gap;
    let points: Vec<Element> = view
        .draft
        .points
        .iter()
        .map(|point| {
            let parts: Vec<Element> = point.parts.iter().map(|one| part(desk, one, gap.words())).collect();
            view! { <div class="ev__point"><h3>{point.title}</h3>{parts}</div> }
        })
        .collect();
    view! {
        <section class="ev__draft">
            <div class="ev__bar">
                <h2>{words.draft}" "<small>{view.draft.gaps.clone()}</small></h2>
                <div class="ev__ways">
                    {live_text(move || desk.copied.get())}
                    <button class="button button-primary" type="button" on:click=copy>{words.copy_draft}</button>
                    <button class="button button-secondary" type="button" on:click=|_| printer::print()>{words.print}</button>
                </div>
            </div>
            <div class="card ev__points">{points}</div>
        </section>
    }
}

fn part(desk: EvaluationDesk, part: &DraftPart, gap: &'static str) -> Element {
    match part {
        DraftPart::Paragraph(text) => view! { <p>{segments(desk, text)}</p> },
        DraftPart::Cells(rows) => {
            let cell = |is_head: bool, at: usize, words: &String| match (is_head, at) {
                (true, 0) => view! { <td></td> },
                (true, _) => view! { <th scope="col">{words.clone()}</th> },
                (false, 0) => view! { <th scope="row">{words.clone()}</th> },
                (false, _) => view! { <td class="num">{words.clone()}</td> },
            };
            let row = |(number, row): (usize, &Vec<String>)| {
                let cells = row.iter().enumerate().map(|(at, words)| cell(number == 0, at, words));
                view! { <tr>{cells.collect::<Vec<_>>()}</tr> }
            };
            let rows: Vec<Element> = rows.iter().enumerate().map(row).collect();
            view! { <table class="ev__table"><tbody>{rows}</tbody></table> }
        }
        DraftPart::Gap(questions) => {
            let questions: Vec<Element> = questions.iter().map(|words| view! { <p>{*words}</p> }).collect();
            view! { <div class="ev__gap"><strong>{gap}</strong>{questions}</div> }
        }
    }
}
