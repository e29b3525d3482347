//! The draft of the form's points 6 to 10: what the counts say, and a gap wherever a person must judge.
//!
//! It claims nothing that is not counted here, and it never speaks of shares. What stands in it is what the page shows: where
//! only totals are, the draft has only totals, because its table is the page's.

use mikrolaan_engine::case::ResultOutcome;
use mikrolaan_engine::evaluation::{Column, CountOf, Milestone, People};

use super::counted::{CountView, DraftSegment, paragraph, segments};
use super::names;
use super::outcomes::{LendingView, only_course};
use super::table::{FormTable, of_loans};
use crate::locale::argument::Count;
use crate::locale::language::Text;
use crate::locale::texts::office::evaluation::draft as t;
use crate::locale::texts::office::evaluation::draft::{
    adjustments, advantages, aim, barriers, conclusion, expected, law, remarks, resources, then, unexpected,
};

/// The draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftView {
    /// The form's points 6 to 10.
    pub points: Vec<DraftPoint>,
    /// How many places are left to write.
    pub gaps: String,
    /// What stands above a gap.
    pub gap: Text,
}

/// A point of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftPoint {
    /// Its number and title.
    pub title: Text,
    /// What stands in it.
    pub parts: Vec<DraftPart>,
}

/// A part of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftPart {
    /// Sentences with counts in them.
    Paragraph(Vec<DraftSegment>),
    /// The table of the form, its head first.
    Cells(Vec<Vec<String>>),
    /// A place a person fills, with what is asked there.
    Gap(Vec<Text>),
}

impl DraftView {
    pub(super) fn of(people: &People, table: &FormTable, lending: Option<&LendingView>) -> Self {
        let point = |title, parts: Vec<DraftPart>| {
            let is_there = |part: &DraftPart| !matches!(part, DraftPart::Paragraph(text) if text.is_empty());
            DraftPoint { title, parts: parts.into_iter().filter(is_there).collect() }
        };
        let points = vec![
            point(t::point_six(), vec![DraftPart::Gap(vec![adjustments::quote()])]),
            point(t::point_seven(), results(people, table)),
            point(t::point_eight(), conclusions(people)),
            point(t::point_nine(), findings(people)),
            point(t::point_ten(), remarks_of(people, lending)),
        ];
        let parts = points.iter().flat_map(|point| &point.parts);
        let gaps = parts.filter(|part| matches!(part, DraftPart::Gap(_))).count();
        DraftView { points, gaps: t::gaps(Count::of(gaps)), gap: t::gap() }
    }

    /// The draft as it is copied: a table with tabulators, a gap as what is to be written.
    pub fn text(&self) -> String {
        let points = self.points.iter().map(|point| {
            let parts = point.parts.iter().map(DraftPart::text);
            [point.title.to_owned()].into_iter().chain(parts).collect::<Vec<_>>().join("\n")
        });
        points.collect::<Vec<_>>().join("\n\n") + "\n"
    }
}

impl DraftPart {
    fn text(&self) -> String {
        match self {
            DraftPart::Paragraph(pieces) => pieces.iter().map(DraftSegment::text).collect(),
            DraftPart::Cells(rows) => rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n"),
            DraftPart::Gap(questions) => {
                let questions: Vec<&str> = questions.iter().map(|question| question.words()).collect();
                t::gap_copied(&questions.join(" "))
            }
        }
    }
}

/// A sentence that begins with a count.
fn said(count: CountView, words: fn(Count) -> String) -> Vec<DraftSegment> {
    segments(&words(Count::of(count.number)), [count])
}

/// The same, where there is somebody.
fn said_if_any(count: CountView, words: fn(Count) -> String) -> Vec<DraftSegment> {
    if count.number > 0 { said(count, words) } else { Vec::new() }
}

fn reached(people: &People, milestone: Milestone) -> CountView {
    CountView::of(people, CountOf::Table(None, Column::Reached(milestone)))
}

fn results(people: &People, table: &FormTable) -> Vec<DraftPart> {
    let without_loan = CountView::sum(only_course(people));
    let of = |count: fn(Option<ResultOutcome>) -> CountOf| {
        names::all_results().map(move |result| said_if_any(CountView::of(people, count(result)), became(result)))
    };
    let selves = of_loans(people);
    vec![
        DraftPart::Gap(vec![t::period()]),
        DraftPart::Paragraph(paragraph([
            said(reached(people, Milestone::Course), t::courses),
            said(reached(people, Milestone::Loan), t::loans),
        ])),
        DraftPart::Paragraph(paragraph(
            [said_if_any(without_loan, t::without_loan)].into_iter().chain(of(CountOf::CourseWithoutLoan)),
        )),
        DraftPart::Paragraph(paragraph([selves].into_iter().chain(of(CountOf::LoanWithoutSelfSupport)))),
        DraftPart::Cells(table.cells()),
        DraftPart::Gap(vec![
            aim::quote(),
            expected::quote(),
            barriers::quote(),
            advantages::quote(),
            resources::quote(),
            law::quote(),
        ]),
    ]
}

fn conclusions(people: &People) -> Vec<DraftPart> {
    vec![
        DraftPart::Paragraph(paragraph([
            said(reached(people, Milestone::SelfSupporting), t::self_supporting),
            segments(&t::not_shown(), []),
        ])),
        DraftPart::Gap(vec![conclusion::quote()]),
    ]
}

fn findings(people: &People) -> Vec<DraftPart> {
    let jobs = CountView::of(people, CountOf::Table(None, Column::Result(Some(ResultOutcome::OrdinaryJob))));
    vec![DraftPart::Paragraph(said_if_any(jobs, t::jobs)), DraftPart::Gap(vec![unexpected::quote()])]
}

fn remarks_of(people: &People, lending: Option<&LendingView>) -> Vec<DraftPart> {
    let unread = CountView::sum(people.unreadable.len());
    vec![
        DraftPart::Paragraph(paragraph([
            said_if_any(CountView::of(people, CountOf::WithoutOutcome), t::without_outcome),
            said_if_any(unread, t::unread),
        ])),
        DraftPart::Paragraph(lending.map(|lending| lending.text.clone()).unwrap_or_default()),
        DraftPart::Gap(vec![remarks::quote()]),
    ]
}

/// What is said of so many with a result, after they have been named.
fn became(result: Option<ResultOutcome>) -> fn(Count) -> String {
    match result {
        Some(ResultOutcome::SelfSupporting) => then::self_supporting,
        Some(ResultOutcome::OrdinaryJob) => then::ordinary_job,
        Some(ResultOutcome::OrdinaryEffort) => then::ordinary_effort,
        Some(ResultOutcome::Education) => then::education,
        Some(ResultOutcome::OnSupport) => then::on_support,
        Some(ResultOutcome::Other) => then::other,
        None => then::unknown,
    }
}
