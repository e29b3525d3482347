//! The pages that are opened to look something up.
//!
//! The build puts what only this function leads to into a second module, which is fetched when such a page is opened
//! (docs/adr/0014): a page whose code shall not be part of the first visit is named here, and in
//! [`Route::is_looked_up`].

use mikrolaan_markup::Element;

use super::accessibility::accessibility_page;
use super::compare::compare_page;
use super::guide::guide_page;
use super::help::help_page;
use super::next_steps::next_steps_page;
use super::not_found::not_found_page;
use super::paper::paper_page;
use super::rules::rules_page;
use super::take_along::take_along_page;
use super::trace::trace_page;
use mikrolaan_app_core::navigation::Route;

/// The page; only to be called once all of it is here (`shell::is_whole`).
#[inline(never)]
pub fn looked_up_page(route: Route) -> Element {
    match route {
        Route::Rules => rules_page(),
        Route::GoodToKnow(asked) => guide_page(asked),
        Route::Accessibility => accessibility_page(),
        Route::Trace(month, line) => trace_page(month, line),
        Route::Compare => compare_page(),
        Route::NextSteps => next_steps_page(),
        Route::Help(asked) => help_page(asked),
        Route::TakeAlong => take_along_page(),
        Route::Paper => paper_page(),
        Route::Start
        | Route::FirstQuestion
        | Route::ShortWay
        | Route::Question(_)
        | Route::Answers
        | Route::Result
        | Route::Money(_)
        | Route::Budget
        | Route::Months
        | Route::Example(_)
        | Route::SharedCase
        | Route::NotFound => not_found_page(),
    }
}
