//! The way from a page to its neighbours, above it.

use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::navigation::Route;

/// A page one tap away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Which.
    pub page: Route,
    /// What it is called.
    pub name: Text,
    /// It is the page one is on.
    pub is_current: bool,
}

/// The pages with tabs and what they are called, the most needed first: a phone has room for four of them in a row.
const PAGES: [(Route, fn() -> Text); 7] = [
    (Route::Result, t::nav::result),
    (Route::Budget, t::nav::budget),
    (Route::Months, t::nav::months),
    (Route::NextSteps, t::nav::next_steps),
    (Route::Compare, t::nav::compare),
    (Route::TakeAlong, t::nav::take_along),
    (Route::Answers, t::nav::answers),
];

/// The tabs above a page; `None` where there are none. The page of a figure belongs to the months and is none of them:
/// it leads back to them, and so does that of a figure that looks wrong.
pub fn tabs(route: Route) -> Option<[Tab; PAGES.len()]> {
    let here = if matches!(route, Route::Trace(..) | Route::Help(_)) { Route::Months } else { route };
    let tabs = PAGES.map(|(page, name)| Tab { page, name: name(), is_current: page == here });
    tabs.iter().any(|tab| tab.is_current).then_some(tabs)
}

#[cfg(test)]
mod tests {
    use super::{PAGES, Route, tabs};
    use mikrolaan_engine::quantity::Month;

    #[test]
    fn a_page_with_tabs_is_one_of_them_and_the_others_have_none() {
        for (page, _) in PAGES {
            let current: Vec<Route> =
                tabs(page).into_iter().flatten().filter(|tab| tab.is_current).map(|tab| tab.page).collect();
            assert_eq!(current, [page]);
        }
        for page in [Route::Start, Route::FirstQuestion, Route::Rules, Route::Accessibility, Route::NotFound] {
            assert_eq!(tabs(page), None);
        }
    }

    #[test]
    fn a_figure_of_a_month_belongs_to_the_months() {
        let page = Route::Trace(Month::new(2027, 11).expect("a month"), None);
        assert_eq!(tabs(page), tabs(Route::Months));
        assert_eq!(tabs(Route::Help(None)), tabs(Route::Months));
    }
}
