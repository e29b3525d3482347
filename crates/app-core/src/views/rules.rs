//! How we calculate: what is assumed, the rules in their sources' words, and the figures with their periods.

use crate::locale::language::Text;
use mikrolaan_engine::quantity::{Date, Month};
use mikrolaan_engine::rulebook::{self, Awaited, Basis, Dated, Topic};

use super::assumptions::Assumption;
use super::source::SourceView;
use super::trial::TrialView;
use crate::locale::argument::{DateOf, MonthOf};
use crate::locale::texts::{rules as words, tag};
use crate::locale::words::figures::{self, FigureShown};
use crate::locale::words::rule;
use crate::locale::words::rule::RuleWords;
use crate::rulebook::RULEBOOK;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesPart {
    /// The scheme itself.
    Scheme,
    /// What the trial showed.
    Trial,
    /// The steps of a month.
    Steps,
    /// What is assumed.
    Assumptions,
    /// The rules.
    Rules,
    /// The figures.
    Figures,
    /// What is left out.
    LeftOut,
}

impl RulesPart {
    /// All of them, in order.
    pub const ALL: [RulesPart; 7] = [
        RulesPart::Scheme,
        RulesPart::Trial,
        RulesPart::Steps,
        RulesPart::Assumptions,
        RulesPart::Rules,
        RulesPart::Figures,
        RulesPart::LeftOut,
    ];

    /// The id of its heading.
    pub const fn id(self) -> &'static str {
        match self {
            RulesPart::Scheme => "ordningen",
            RulesPart::Trial => "forsoeget",
            RulesPart::Steps => "trin",
            RulesPart::Assumptions => "antaget",
            RulesPart::Rules => "regler",
            RulesPart::Figures => "satser",
            RulesPart::LeftOut => "ikke-med",
        }
    }

    /// What it is called.
    pub fn title(self) -> Text {
        match self {
            RulesPart::Scheme => words::scheme_title(),
            RulesPart::Trial => words::trial_title(),
            RulesPart::Steps => words::steps_title(),
            RulesPart::Assumptions => words::assumptions_title(),
            RulesPart::Rules => words::rules_title(),
            RulesPart::Figures => words::figures_title(),
            RulesPart::LeftOut => words::left_out_title(),
        }
    }
}

/// Everything on the page that is no text of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesView {
    /// What the trial showed.
    pub trial: TrialView,
    /// The steps of a month, in order.
    pub steps: [Text; 7],
    /// What no source says, and what stands in its place.
    pub assumptions: Vec<Assumption>,
    /// The rules that have a source.
    pub rules: Vec<RuleView>,
    /// What is said above the figures: from when they are.
    pub figures: String,
    /// Which values are not published, and when they were last asked for: the one place that says so.
    pub awaited: Vec<String>,
    /// The figures by topic.
    pub topics: Vec<TopicView>,
    /// Which rulebook it is.
    pub version: String,
}

/// A rule in the words of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleView {
    /// What it is called.
    pub title: Text,
    /// The source's own words.
    pub quote: &'static str,
    /// Where it is written.
    pub source: Option<SourceView>,
}

/// The figures of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicView {
    /// The id of its heading.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// The figures.
    pub figures: Vec<FigureRow>,
}

/// A figure with its source, and the months and standing of its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    /// What it is called.
    pub name: &'static str,
    /// Its value, or from when it is known.
    pub value: String,
    /// The months the value holds in.
    pub months: String,
    /// Where it is written, and how it is known.
    pub source: SourceView,
}

impl RulesView {
    /// The rulebook as it is in this month.
    pub fn of(as_of: Month) -> Self {
        RulesView {
            trial: TrialView::of(),
            steps: [
                words::step_household(),
                words::step_out(),
                words::step_business(),
                words::step_draw(),
                words::step_subsidy(),
                words::step_tax(),
                words::step_self_supporting(),
            ],
            assumptions: assumptions(),
            rules: rules(),
            figures: words::figures_text(MonthOf(as_of)),
            awaited: RULEBOOK.awaited().iter().map(awaited).collect(),
            topics: Topic::ALL.into_iter().map(|topic| topic_view(topic, as_of)).filter(is_listed).collect(),
            version: words::version(rulebook::VERSION),
        }
    }
}

fn assumptions() -> Vec<Assumption> {
    let of_rules = RULEBOOK.rules().iter().filter_map(|basis| match rule::words(basis.rule) {
        RuleWords::Assumed(assumed) => Some(assumed),
        RuleWords::Titled(_) => None,
    });
    let of_figures = [words::assumed::account_wait(), words::assumed::wage()];
    of_rules.chain(of_figures).map(|text| Assumption { text: text.into(), tag: tag::assumption() }).collect()
}

fn rules() -> Vec<RuleView> {
    let rule = |basis: &Basis| match (rule::words(basis.rule), basis.quote) {
        (RuleWords::Titled(title), Some(quote)) => Some(RuleView { title, quote, source: SourceView::of(basis) }),
        _ => None,
    };
    RULEBOOK.rules().iter().filter_map(rule).collect()
}

fn awaited(awaited: &Awaited) -> String {
    let Awaited { from, asked_month, asked_day } = *awaited;
    let asked = Date::new(asked_month, asked_day).unwrap_or(Date::first_of(asked_month));
    words::awaited(DateOf(asked), MonthOf(from))
}

fn is_listed(topic: &TopicView) -> bool {
    !topic.figures.is_empty()
}

/// The figures of a topic that are calculated with: the command lists the others too.
fn topic_view(topic: Topic, as_of: Month) -> TopicView {
    let of_topic = RULEBOOK.figures().iter().filter(|dated| !dated.reference && Topic::of(dated.id) == topic);
    TopicView {
        id: format!("rates-{}", topic as u8),
        title: figures::topic_title(topic),
        figures: of_topic.filter_map(|dated| figure_row(dated, as_of)).collect(),
    }
}

fn figure_row(dated: &Dated, as_of: Month) -> Option<FigureRow> {
    let FigureShown { value, months, period } = figures::shown(dated, as_of)?;
    Some(FigureRow { name: dated.id.name(), value, months, source: SourceView::of_period(period) })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{RULEBOOK, RulesPart, RulesView};
    use mikrolaan_engine::quantity::Month;
    use mikrolaan_engine::rulebook::BasisStatus;

    fn view() -> RulesView {
        RulesView::of(Month::new(2026, 11).expect("a month"))
    }

    #[test]
    fn every_part_can_be_gone_to() {
        let ids: BTreeSet<&str> = RulesPart::ALL.iter().map(|part| part.id()).collect();
        assert_eq!(ids.len(), RulesPart::ALL.len());
        assert!(RulesPart::ALL.iter().all(|part| !part.title().is_empty()));
    }

    #[test]
    fn every_rule_is_quoted_with_its_source_or_said_to_be_assumed() {
        let view = view();
        let assumed = RULEBOOK.rules().iter().filter(|basis| basis.status == BasisStatus::Assumption).count();
        assert_eq!(view.assumptions.len(), assumed + 2);
        assert!(view.assumptions.iter().all(|assumption| assumption.tag == "Antagelse"));
        let quoted = RULEBOOK.rules().iter().filter(|basis| basis.quote.is_some()).count();
        assert_eq!(view.rules.len(), quoted);
        assert!(view.rules.iter().all(|rule| rule.source.is_some() && !rule.quote.is_empty()));
    }

    #[test]
    fn every_figure_stands_in_one_topic() {
        let view = view();
        let ids: BTreeSet<&str> = view.topics.iter().map(|topic| topic.id.as_str()).collect();
        assert_eq!((ids.len(), ids.first()), (view.topics.len(), Some(&"rates-0")));
        let shown: usize = view.topics.iter().map(|topic| topic.figures.len()).sum();
        let calculated_with = RULEBOOK.figures().iter().filter(|dated| !dated.reference).count();
        assert_eq!(shown, calculated_with);
        assert!(shown > 40, "{shown} figures");
    }

    #[test]
    fn what_is_not_published_is_said_with_the_day_it_was_asked_for() {
        let [awaited] = &view().awaited[..] else { panic!("one year is awaited") };
        let awaited = awaited.replace('\u{a0}', " ");
        assert!(awaited.contains("januar 2027 er ikke kendt") && awaited.contains("27. november 2026"), "{awaited}");
    }

    #[test]
    fn the_figures_are_those_of_the_month() {
        let view = view();
        assert!(view.figures.contains("november 2026"), "{}", view.figures);
        let mut rows = view.topics.iter().flat_map(|topic| &topic.figures);
        assert!(rows.all(|row| !row.value.is_empty() && !row.source.name.is_empty() && !row.source.tag.is_empty()));
        assert!(view.version.contains(|letter: char| letter.is_ascii_digit()), "{}", view.version);
    }
}
