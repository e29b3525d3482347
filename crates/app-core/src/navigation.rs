//! Addresses: the part of the URL after `#`, as a [`Route`], and back.
//!
//! Only fragments that begin with `#/` are pages, and links to a case. Any other (the skip link, a field in an error
//! summary) is a place on the page one is on, and gives `None`.

mod guide_topic;
mod money_step;

use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::case::link;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::trace::Line;

pub use guide_topic::GuideTopic;
pub use money_step::MoneyStep;

use crate::state::State;
use crate::state::event::Event;

/// A month, and perhaps one line of it.
pub type FigurePlace = (Month, Option<Line>);

/// A page a person can stand on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Route {
    /// The start page, which `index.html` carries.
    #[default]
    Start,
    /// The first question that is not answered; the address then becomes that question's.
    FirstQuestion,
    /// The first open one of the few questions the months rest on; the address then becomes that question's.
    ShortWay,
    /// One question.
    Question(AnswerKey),
    /// Check your answers.
    Answers,
    /// The verdict with its reasons.
    Result,
    /// One of the steps on which the money is asked for.
    Money(MoneyStep),
    /// Every figure there is.
    Budget,
    /// Month by month.
    Months,
    /// Where the figures of a month come from, or one line of it.
    Trace(Month, Option<Line>),
    /// Plans beside each other.
    Compare,
    /// What to do next.
    NextSteps,
    /// A figure looks wrong: one of this month and line, if one came from there.
    Help(Option<FigurePlace>),
    /// An example business, or the first of them; the address then becomes the months'.
    Example(Option<ExampleId>),
    /// What can be kept, printed, sent and opened again.
    TakeAlong,
    /// Everything on one paper.
    Paper,
    /// A link to a case; the address then becomes that of the page that tells what is in it.
    SharedCase,
    /// How we calculate.
    Rules,
    /// What is good to know, and what of it was asked for.
    GoodToKnow(Option<GuideTopic>),
    /// Accessibility.
    Accessibility,
    /// An address that is no page.
    NotFound,
}

impl Route {
    /// Is the page opened to look something up? Its texts come when it is.
    pub fn is_looked_up(self) -> bool {
        matches!(
            self,
            Route::Rules
                | Route::GoodToKnow(_)
                | Route::Accessibility
                | Route::Trace(..)
                | Route::Compare
                | Route::NextSteps
                | Route::Help(_)
                | Route::TakeAlong
                | Route::Paper
        )
    }

    /// The page a fragment names; `None` when it names a place on a page.
    pub fn parse(fragment: &str) -> Option<Self> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if fragment.is_empty() {
            return Some(Route::Start);
        }
        if link::is_link(fragment) {
            return Some(Route::SharedCase);
        }
        let path = fragment.strip_prefix('/')?;
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Some(Route::of_parts(&parts))
    }

    fn of_parts(parts: &[&str]) -> Self {
        match parts {
            [] => Route::Start,
            ["spoergsmaal"] => Route::FirstQuestion,
            ["kort"] => Route::ShortWay,
            ["spoergsmaal", key] => AnswerKey::from_id(key).map_or(Route::NotFound, Route::Question),
            ["svar"] => Route::Answers,
            ["resultat"] => Route::Result,
            // The second was its address first.
            ["tal" | "budget"] => Route::Budget,
            ["penge"] => Route::Money(MoneyStep::Home),
            ["penge", id] => MoneyStep::from_id(id).map_or(Route::NotFound, Route::Money),
            ["maaneder"] => Route::Months,
            ["sammenlign"] => Route::Compare,
            ["tag-med"] => Route::TakeAlong,
            ["tag-med", "alt"] => Route::Paper,
            ["maaneder", "eksempel"] => Route::Example(None),
            ["maaneder", "eksempel", id] => {
                ExampleId::from_id(id).map_or(Route::NotFound, |id| Route::Example(Some(id)))
            }
            ["maaneder", place @ ..] => {
                figure(place).map_or(Route::NotFound, |(month, line)| Route::Trace(month, line))
            }
            ["naeste"] => Route::NextSteps,
            ["hjaelp"] => Route::Help(None),
            ["hjaelp", place @ ..] => figure(place).map_or(Route::NotFound, |place| Route::Help(Some(place))),
            ["regler"] => Route::Rules,
            ["godt-at-vide"] => Route::GoodToKnow(None),
            ["godt-at-vide", id] => {
                GuideTopic::from_id(id).map_or(Route::NotFound, |topic| Route::GoodToKnow(Some(topic)))
            }
            ["tilgaengelighed"] => Route::Accessibility,
            _ => Route::NotFound,
        }
    }

    /// The address, beginning with `#/`. [`Route::NotFound`] has none of its own and gives the start page's.
    pub fn href(self) -> String {
        match self {
            Route::Start | Route::NotFound => "#/".to_owned(),
            Route::FirstQuestion => "#/spoergsmaal".to_owned(),
            Route::ShortWay => "#/kort".to_owned(),
            Route::Question(key) => format!("#/spoergsmaal/{}", key.id()),
            Route::Answers => "#/svar".to_owned(),
            Route::Result => "#/resultat".to_owned(),
            Route::Money(step) => format!("#/penge/{}", step.id()),
            Route::Budget => "#/tal".to_owned(),
            Route::Months => "#/maaneder".to_owned(),
            Route::Trace(month, line) => at_figure("#/maaneder/", month, line),
            Route::NextSteps => "#/naeste".to_owned(),
            Route::Help(None) => "#/hjaelp".to_owned(),
            Route::Help(Some((month, line))) => at_figure("#/hjaelp/", month, line),
            Route::Compare => "#/sammenlign".to_owned(),
            // What was in the address is no longer in it.
            Route::TakeAlong | Route::SharedCase => "#/tag-med".to_owned(),
            Route::Paper => "#/tag-med/alt".to_owned(),
            Route::Example(None) => "#/maaneder/eksempel".to_owned(),
            Route::Example(Some(id)) => format!("#/maaneder/eksempel/{}", id.id()),
            Route::Rules => "#/regler".to_owned(),
            Route::GoodToKnow(None) => "#/godt-at-vide".to_owned(),
            Route::GoodToKnow(Some(topic)) => format!("#/godt-at-vide/{}", topic.id()),
            Route::Accessibility => "#/tilgaengelighed".to_owned(),
        }
    }

    /// What arriving at this address comes to: some stand for another page, and some are about another case.
    pub fn arrive(self, state: &State) -> Arrival {
        let event = match self {
            Route::Example(id) => Some(Event::ViewExample(id.unwrap_or(ExampleId::Hairdresser))),
            Route::ShortWay => Some(Event::TakeWay(true)),
            Route::FirstQuestion if state.is_short() => Some(Event::TakeWay(false)),
            _ if self.is_about_answers() => Some(Event::LeaveExample),
            _ => None,
        };
        let page = match self {
            Route::FirstQuestion => {
                state.apply(Event::LeaveExample).flow().next().map_or(Route::Answers, Route::Question)
            }
            Route::ShortWay => {
                let short = state.apply(Event::LeaveExample).apply(Event::TakeWay(true));
                let next = short.way_of(AnswerKey::Age).next();
                next.map_or(Route::Money(MoneyStep::Home), Route::Question)
            }
            Route::Example(_) => Route::Months,
            Route::SharedCase => Route::TakeAlong,
            Route::Question(key) => Route::Question(key.page()),
            page => page,
        };
        Arrival { event, page }
    }

    /// Does the page show or take the person's own answers, never an example's?
    fn is_about_answers(self) -> bool {
        matches!(
            self,
            Route::FirstQuestion
                | Route::Question(_)
                | Route::Answers
                | Route::Result
                | Route::NextSteps
                | Route::TakeAlong
                | Route::Paper
                | Route::SharedCase
        )
    }
}

/// The figure these parts of an address name: a month, or a line of it.
fn figure(parts: &[&str]) -> Option<FigurePlace> {
    match parts {
        [month] => Some((Month::parse(month)?, None)),
        [month, line] => Some((Month::parse(month)?, Some(Line::from_id(line)?))),
        _ => None,
    }
}

/// The address of a page about a figure.
fn at_figure(page: &str, month: Month, line: Option<Line>) -> String {
    let line = line.map_or("", Line::id);
    let slash = if line.is_empty() { "" } else { "/" };
    [page, &month.to_string(), slash, line].concat()
}

/// What arriving at an address comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// What happens to the state.
    pub event: Option<Event>,
    /// The page the address leads to.
    pub page: Route,
}

#[cfg(test)]
mod tests {
    use super::{AnswerKey, Arrival, Event, ExampleId, GuideTopic, Line, MoneyStep, Month, Route, State};
    use crate::state::event::GivenAnswer;

    fn begun() -> State {
        State::new(Month::new(2026, 11).expect("a month"))
    }

    #[test]
    fn the_first_question_is_the_first_that_is_open_in_the_persons_own_answers() {
        let next = |state: &State| Route::FirstQuestion.arrive(state).page;
        assert_eq!(next(&begun()), Route::Question(AnswerKey::Age));
        let aged = begun().apply(Event::Answer(AnswerKey::Age, GivenAnswer::Age(45)));
        assert_eq!(next(&aged), Route::Question(AnswerKey::Municipality));
        let plan = Route::Question(AnswerKey::Plan).arrive(&begun()).page;
        assert_eq!(plan, Route::Question(AnswerKey::Idea), "they are answered on one page");
        let viewing = aged.apply(Event::ViewExample(ExampleId::Courier));
        assert_eq!(next(&viewing), Route::Question(AnswerKey::Municipality), "not the example's");
        let outside =
            [(AnswerKey::Municipality, GivenAnswer::Chosen("other")), (AnswerKey::Support, GivenAnswer::Chosen("su"))];
        let outside = outside.into_iter().fold(aged, |state, (key, answer)| state.apply(Event::Answer(key, answer)));
        assert_eq!(next(&outside), Route::Answers, "nothing is open");
    }

    #[test]
    fn the_short_way_asks_only_what_the_months_rest_on() {
        let short = Route::ShortWay.arrive(&begun());
        assert_eq!(short, Arrival { event: Some(Event::TakeWay(true)), page: Route::Question(AnswerKey::Age) });
        let aged = begun().apply(Event::TakeWay(true)).apply(Event::Answer(AnswerKey::Age, GivenAnswer::Age(45)));
        assert_eq!(Route::ShortWay.arrive(&aged).page, Route::Question(AnswerKey::Support));
        let whole = Route::FirstQuestion.arrive(&aged);
        assert_eq!(
            whole,
            Arrival { event: Some(Event::TakeWay(false)), page: Route::Question(AnswerKey::Municipality) }
        );
        let given = [
            (AnswerKey::Support, GivenAnswer::Chosen("kontanthjaelp_jobparat")),
            (AnswerKey::LivedAbroad, GivenAnswer::Chosen("no")),
        ];
        let done = given.into_iter().fold(aged, |state, (key, answer)| state.apply(Event::Answer(key, answer)));
        assert_eq!(Route::ShortWay.arrive(&done).page, Route::Money(MoneyStep::Home));
    }

    #[test]
    fn an_example_is_looked_at_on_the_page_of_the_months() {
        let arrival = |id| Route::Example(id).arrive(&begun());
        let shown = |id| Arrival { event: Some(Event::ViewExample(id)), page: Route::Months };
        assert_eq!(arrival(None), shown(ExampleId::Hairdresser));
        assert_eq!(arrival(Some(ExampleId::Courier)), shown(ExampleId::Courier));
    }

    #[test]
    fn pages_about_the_answers_leave_the_example_and_the_others_stay_in_it() {
        for page in [
            Route::Question(AnswerKey::Age),
            Route::Answers,
            Route::Result,
            Route::NextSteps,
            Route::TakeAlong,
            Route::Paper,
        ] {
            assert_eq!(page.arrive(&begun()), Arrival { event: Some(Event::LeaveExample), page });
        }
        for page in [
            Route::Budget,
            Route::Months,
            Route::Compare,
            Route::Rules,
            Route::Help(None),
            Route::Start,
            Route::NotFound,
        ] {
            assert_eq!(page.arrive(&begun()), Arrival { event: None, page });
        }
    }

    #[test]
    fn every_page_is_found_again_at_its_address() {
        let fixed = [
            Route::Start,
            Route::FirstQuestion,
            Route::ShortWay,
            Route::Answers,
            Route::Result,
            Route::Budget,
            Route::Months,
            Route::Compare,
            Route::NextSteps,
            Route::Help(None),
            Route::TakeAlong,
            Route::Paper,
            Route::Example(None),
            Route::Rules,
            Route::GoodToKnow(None),
            Route::Accessibility,
        ];
        let month = Month::parse("2027-11").expect("a month");
        let lines = Line::ALL.iter().map(|&line| Some(line)).chain([None]);
        let figures = lines.flat_map(|line| [Route::Trace(month, line), Route::Help(Some((month, line)))]);
        let traces: Vec<Route> = figures.collect();
        assert_eq!(traces.len(), 2 * (Line::ALL.len() + 1));
        let questions = AnswerKey::ALL.iter().copied().map(Route::Question);
        let examples = ExampleId::ALL.iter().copied().map(|id| Route::Example(Some(id)));
        let steps = MoneyStep::ALL.map(Route::Money);
        let topics = GuideTopic::ALL.into_iter().map(|topic| Route::GoodToKnow(Some(topic)));
        for route in fixed.into_iter().chain(steps).chain(topics).chain(questions).chain(examples).chain(traces) {
            assert_eq!(Route::parse(&route.href()), Some(route));
        }
    }

    #[test]
    fn the_start_page_is_where_no_fragment_is() {
        for fragment in ["", "#", "#/", "/"] {
            assert_eq!(Route::parse(fragment), Some(Route::Start), "{fragment:?}");
        }
    }

    #[test]
    fn a_place_on_a_page_is_no_page() {
        for fragment in ["#indhold", "#age", "#v1", "indhold"] {
            assert_eq!(Route::parse(fragment), None, "{fragment:?}");
        }
    }

    #[test]
    fn a_link_to_a_case_leads_to_the_page_that_tells_what_is_in_it() {
        for fragment in ["#v1.abc", "v1.", "#v2.abc"] {
            let route = Route::parse(fragment).expect("a page");
            assert_eq!(route, Route::SharedCase);
            assert_eq!(route.arrive(&begun()).page, Route::TakeAlong);
            assert_eq!(route.href(), "#/tag-med");
        }
        assert!(Route::TakeAlong.is_looked_up());
    }

    #[test]
    fn an_address_nobody_wrote_is_told() {
        for fragment in [
            "#/x",
            "#/spoergsmaal/x",
            "#/svar/age",
            "#/spoergsmaal/age/1",
            "#/maaneder/eksempel/x",
            "#/maaneder/2027-13",
            "#/maaneder/2027-11/x",
            "#/maaneder/2027-11/household.closing/x",
            "#/naeste/x",
            "#/hjaelp/x",
            "#/hjaelp/2027-11/x",
            "#/godt-at-vide/x",
            "#/penge/x",
            "#/%F0%9F",
        ] {
            assert_eq!(Route::parse(fragment), Some(Route::NotFound), "{fragment:?}");
        }
    }
}
