//! *Godt at vide*: short answers to what people ask, each with where it is written. Where nothing is known, it says so,
//! and whom to ask.

use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::{Figure, RuleId, figure};
use mikrolaan_engine::screening::AnswerKey;

use super::contact::SEE_DEBT;
use super::source::SourceView;
use crate::forms::Word;
use crate::locale::argument::{Amount, MonthOf};
use crate::locale::language::Text;
use crate::locale::texts::guide as words;
use crate::locale::texts::named::FarMonthNear;
use crate::locale::texts::tag;
use crate::navigation::GuideTopic;
use crate::rulebook::RULEBOOK;

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideEntry {
    /// What it is about.
    pub topic: GuideTopic,
    /// The question.
    pub title: Text,
    /// The answer; where nothing is known, that it is so and whom to ask.
    pub answer: String,
    /// Where it is written; nothing where nothing is known.
    pub sources: Vec<SourceView>,
    /// Is it what the person came for?
    pub is_asked: bool,
}

/// The answers in this month, what was asked for first.
pub fn guide(asked: Option<GuideTopic>, as_of: Month) -> Vec<GuideEntry> {
    let others = GuideTopic::ALL.into_iter().filter(|&topic| Some(topic) != asked);
    let entry = |topic| GuideEntry { is_asked: Some(topic) == asked, ..entry(topic, as_of) };
    asked.into_iter().chain(others).map(entry).collect()
}

/// The answer a question leads to, where one is wanted beside it.
pub fn beside_question(key: AnswerKey) -> Option<GuideTopic> {
    match key {
        AnswerKey::BusinessAccount => Some(GuideTopic::Account),
        AnswerKey::PublicDebt => Some(GuideTopic::Debt),
        AnswerKey::BusinessStarted => Some(GuideTopic::BusinessForm),
        AnswerKey::HousingBenefit => Some(GuideTopic::Reporting),
        AnswerKey::Municipality => Some(GuideTopic::Moving),
        AnswerKey::Single => Some(GuideTopic::Spouse),
        AnswerKey::Support => Some(GuideTopic::UnemploymentInsurance),
        _ => None,
    }
}

/// The words of the way to an answer.
pub fn way(topic: GuideTopic) -> String {
    words::way(&title(topic))
}

fn title(topic: GuideTopic) -> Text {
    match topic {
        GuideTopic::Account => words::account::title(),
        GuideTopic::PayoutAccount => words::payout_account::title(),
        GuideTopic::CreditRegister => words::credit_register::title(),
        GuideTopic::BusinessForm => words::business_form::title(),
        GuideTopic::Vat => words::vat::title(),
        GuideTopic::Tax => words::tax::title(),
        GuideTopic::Debt => words::debt::title(),
        GuideTopic::Insurance => words::insurance::title(),
        GuideTopic::Driving => words::driving::title(),
        GuideTopic::Moving => words::moving::title(),
        GuideTopic::UnemploymentInsurance => words::unemployment_insurance::title(),
        GuideTopic::Sickness => words::sickness::title(),
        GuideTopic::BenefitEnds => words::benefit_ends::title(),
        GuideTopic::Reporting => words::reporting::title(),
        GuideTopic::MissedInstalment => words::missed_instalment::title(),
        GuideTopic::Spouse => words::spouse::title(),
    }
}

/// What is known of a topic: the answer, and where it is written.
type GuideAnswer = (String, Vec<SourceView>);

fn entry(topic: GuideTopic, as_of: Month) -> GuideEntry {
    let (answer, sources) = match topic {
        GuideTopic::Account => known(
            words::account::text(),
            [SourceView::of_rule(RuleId::RulePayoutAtRisk), SourceView::of_rule(RuleId::RuleAccountRight)],
        ),
        GuideTopic::CreditRegister => {
            known(words::credit_register::text(), [SourceView::at(RuleId::RuleAccountRight, words::place::account())])
        }
        GuideTopic::BusinessForm => known(words::business_form::text(), [Some(BUSINESS_AUTHORITY.view())]),
        GuideTopic::Vat => vat(as_of),
        GuideTopic::Tax => known(words::tax::text(), [Some(TAX_AUTHORITY.view())]),
        GuideTopic::Debt => {
            known(words::debt::text(), [SourceView::of_rule(RuleId::RulePayoutAtRisk), Some(DEBT_AUTHORITY.view())])
        }
        GuideTopic::Driving => driving(as_of),
        GuideTopic::BenefitEnds => {
            known(words::benefit_ends::text(), [SourceView::at(RuleId::RuleWealth, words::place::benefit_ends())])
        }
        GuideTopic::Reporting => known(words::reporting::text(), [Some(DUTY_TO_REPORT.view())]),
        GuideTopic::MissedInstalment => {
            known(words::missed_instalment::text(), [SourceView::at(RuleId::RulePause, words::place::missed())])
        }
        GuideTopic::Spouse => {
            known(words::spouse::text(), [SourceView::at(RuleId::RuleWealth, words::place::spouse())])
        }
        GuideTopic::PayoutAccount => unknown(words::payout_account::ask()),
        GuideTopic::Insurance => unknown(words::insurance::ask()),
        GuideTopic::Moving => unknown(words::moving::ask()),
        GuideTopic::UnemploymentInsurance => unknown(words::unemployment_insurance::ask()),
        GuideTopic::Sickness => unknown(words::sickness::ask()),
    };
    GuideEntry { topic, title: title(topic), answer, sources, is_asked: false }
}

fn known(text: Text, sources: impl IntoIterator<Item = Option<SourceView>>) -> GuideAnswer {
    (text.to_owned(), sources.into_iter().flatten().collect())
}

fn unknown(ask: Text) -> GuideAnswer {
    ([&words::unknown(), " ", &ask].concat(), Vec::new())
}

fn vat(as_of: Month) -> GuideAnswer {
    let limit = figure::MOMS_GRAENSE.at(&RULEBOOK, as_of).map(|found| words::vat::text(Amount::Whole(found.value)));
    (limit.unwrap_or_default(), SourceView::of_rule(RuleId::RuleVatFrom2025).into_iter().collect())
}

fn driving(as_of: Month) -> GuideAnswer {
    let at = |figure: Figure<Money>| figure.at(&RULEBOOK, as_of);
    let (Some(first), Some(further)) = (at(figure::KOERSEL_INDTIL_20000), at(figure::KOERSEL_OVER_20000)) else {
        return unknown(words::driving::ask());
    };
    let (near, far) = (Amount::Exact(first.value), Amount::Exact(further.value));
    let text = words::driving::text(FarMonthNear { far, month: MonthOf(first.period.from()), near });
    ([&text, " ", &words::driving::ask()].concat(), vec![SourceView::of_period(first.period)])
}

/// A source the rulebook has no rule or figure of.
struct OtherSource {
    name: Word,
    url: &'static str,
    tag: Word,
}

impl OtherSource {
    fn view(&self) -> SourceView {
        SourceView { name: (self.name)().to_owned(), url: Some(self.url), tag: (self.tag)() }
    }
}

static TAX_AUTHORITY: OtherSource =
    OtherSource { name: words::source::tax, url: "https://skat.dk", tag: tag::authority };
static DEBT_AUTHORITY: OtherSource = OtherSource { name: words::source::debt, url: SEE_DEBT, tag: tag::authority };
static BUSINESS_AUTHORITY: OtherSource =
    OtherSource { name: words::source::business, url: "https://erhvervsstyrelsen.dk", tag: tag::authority };
static DUTY_TO_REPORT: OtherSource = OtherSource {
    name: words::source::duty_to_report,
    url: "https://www.retsinformation.dk/eli/lta/2025/354",
    tag: tag::law,
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{AnswerKey, GuideTopic, Month, beside_question, guide, way};
    use crate::navigation::Route;
    use crate::views::budget::parts;

    const NOW: Month = Month::new(2026, 11).expect("a month");

    #[test]
    fn every_topic_has_a_source_or_says_that_nothing_is_known_and_whom_to_ask() {
        let entries = guide(None, NOW);
        assert_eq!(entries.len(), GuideTopic::ALL.len());
        let mut unknown = 0;
        for entry in entries {
            let says_so = entry.answer.starts_with("Det ved vi ikke. ");
            assert_eq!(entry.sources.is_empty(), says_so, "{}: {}", entry.title.words(), entry.answer);
            assert!(!says_so || entry.answer.contains("Spørg"), "{}", entry.answer);
            assert!(entry.sources.iter().all(|source| source.url.is_some() && !source.tag.is_empty()));
            unknown += usize::from(says_so);
        }
        assert_eq!(unknown, 5);
    }

    #[test]
    fn what_was_asked_for_stands_first_and_open_and_the_others_follow_once() {
        let entries = guide(Some(GuideTopic::Tax), NOW);
        assert!(entries[0].topic == GuideTopic::Tax && entries[0].is_asked);
        assert!(entries[1..].iter().all(|entry| !entry.is_asked));
        let ids: BTreeSet<&str> = entries.iter().map(|entry| entry.topic.id()).collect();
        assert_eq!((ids.len(), entries.len()), (GuideTopic::ALL.len(), GuideTopic::ALL.len()));
    }

    /// A way that leads nowhere would be an answer nobody reads.
    #[test]
    fn every_way_leads_to_an_answer_and_says_which() {
        let parts = [
            &parts::SETUP,
            &parts::SALES,
            &parts::OPERATING,
            &parts::HOUSEHOLD,
            &parts::BENEFIT,
            &parts::COURSE,
            &parts::LOAN,
            &parts::JOBS,
            &parts::TAX,
        ];
        let of_parts = parts.iter().filter_map(|part| part.more);
        let ways: Vec<GuideTopic> =
            AnswerKey::ALL.iter().filter_map(|&key| beside_question(key)).chain(of_parts).collect();
        assert!(ways.len() >= 12, "{ways:?}");
        for topic in ways {
            let page = Route::GoodToKnow(Some(topic));
            assert_eq!(Route::parse(&page.href()), Some(page));
            let entry = &guide(Some(topic), NOW)[0];
            assert!(way(topic).contains(entry.title.words()), "{}", way(topic));
        }
    }

    #[test]
    fn amounts_are_the_rulebooks() {
        let answer = |topic| guide(Some(topic), NOW)[0].answer.replace('\u{a0}', " ");
        assert!(answer(GuideTopic::Vat).contains("50.000 kr."), "{}", answer(GuideTopic::Vat));
        let driving = answer(GuideTopic::Driving);
        assert!(driving.contains("3,94 kr.") && driving.contains("2,28 kr.") && driving.contains("2026"), "{driving}");
    }
}
