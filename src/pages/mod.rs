//! One file for each page a person can stand on. Only pages know the session.
//!
//! What a page shows is one view model of `mikrolaan_app_core::views`, a function of the state. One memo works it out
//! (`watch::worked_out`), and the page, or each part of it that changes on its own, is drawn anew from that (`live`).
//! Four pages follow nothing while they stand: the rules, what is good to know and the page on accessibility, which no
//! answer changes, and a question, which is drawn as one arrives and keeps its own fields until *Næste* leads on.

mod accessibility;
mod answers;
mod budget;
mod compare;
mod conflict;
mod fetching;
mod guide;
mod help;
mod looked_up;
mod money;
mod months;
mod next_steps;
mod not_found;
mod paper;
mod plan;
mod question;
mod result;
mod rules;
mod take_along;
mod trace;
mod undo;

pub use answers::answers_page;
pub use budget::budget_page;
pub use fetching::fetching_page;
pub use looked_up::looked_up_page;
pub use money::money_page;
pub use months::months_page;
pub use not_found::not_found_page;
pub use question::question_page;
pub use result::result_page;
pub use undo::undo_bar;
