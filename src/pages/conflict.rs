//! Where an answer and the plan say different things: the page asks which holds.

use leptos::prelude::*;
use mikrolaan_engine::case::conflicts::{Conflict, Side, conflicts};
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{Element, live, together, view};

use super::undo::PAGE;
use crate::components::Icon;
use crate::platform::focus;
use crate::session::Session;
use mikrolaan_app_core::locale::texts::conflict as c;
use mikrolaan_app_core::locale::write;
use mikrolaan_app_core::state::event::Event;

/// A box for each of these answers that says something else than the plan, as of the last pause in the typing.
/// None in an example, which is nobody's.
pub fn conflict_boxes(session: Session, asked: &'static [AnswerKey]) -> AnyView {
    session.settle();
    live(move || {
        let found = session.with_settled(|case| {
            let scenario = case.scenarios.first().filter(|_| !session.is_example());
            scenario.map(|scenario| conflicts(&case.answers, scenario)).unwrap_or_default()
        });
        let asked = found.into_iter().filter(|conflict| asked.contains(&conflict.question()));
        Some(together(asked.map(|conflict| ask(session, conflict).into_any()).collect()))
    })
}

fn ask(session: Session, conflict: Conflict) -> Element {
    let (text, answer, plan) = words(conflict);
    let button = |holds: Side, label: String| {
        // The page is drawn anew, with its heading to go on from.
        let resolve = move |_| {
            session.dispatch(Event::Resolve(conflict, holds));
            focus::on_page(PAGE);
        };
        // Pressing it must not leave a field first: its message would move the button away.
        let stay = |event: mikrolaan_markup::Event| event.prevent_default();
        view! { <button class="button button-secondary" type="button" on:mousedown=stay on:click=resolve>{label}</button> }
    };
    view! {
        <div class="alert alert-warning">
            {Icon::Warning.draw()}
            <div class="alert-body">
                <p>{text}" "<strong>{c::which()}</strong></p>
                <p class="actions">{button(Side::Answer, answer)}{button(Side::Plan, plan)}</p>
            </div>
        </div>
    }
}

/// What differs, and the words for letting the answer or the plan hold.
fn words(conflict: Conflict) -> (String, String, String) {
    let (text, [answer, plan]) = match conflict {
        Conflict::Loan { answered, planned } => {
            let [answered, planned] = [answered, planned].map(write::amount);
            return (c::loan(&answered, &planned), c::loan_holds(&answered), c::loan_holds(&planned));
        }
        Conflict::Course { planned: 0 } => (c::course_to_come().to_owned(), [c::takes_course(), c::took_course()]),
        Conflict::Course { planned } => {
            (c::course_done(&write::months(planned)), [c::took_course(), c::takes_course()])
        }
        Conflict::Account { planned: 0 } => (c::account_to_come().to_owned(), [c::no_account(), c::has_account()]),
        Conflict::Account { planned } => {
            (c::account_open(&write::months(planned)), [c::has_account(), c::no_account()])
        }
    };
    (text, answer.to_owned(), plan.to_owned())
}
