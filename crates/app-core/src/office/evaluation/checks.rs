//! The counts against each other, and what of a file does not fit together, in words.

use mikrolaan_engine::case::ResultOutcome;
use mikrolaan_engine::evaluation::{Column, CountOf, Evaluation, FileFinding, FindingCode, Milestone, People, Person};
use mikrolaan_engine::screening::ADULT_AGE;

use super::counted::{CountView, DraftSegment, paragraph, segments};
use super::file::{EvaluationFile, FileNumber};
use super::outcomes::only_course;
use super::state::EvaluationState;
use crate::locale::argument::{Count, MonthOf};
use crate::locale::texts::named::{AllCountRest, CountLoans, FirstLast};
use crate::locale::texts::office::evaluation::{check as t, draft};

/// What kind of thing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckKind {
    /// The numbers fit.
    Fits,
    /// Worth a second look. It changes no count.
    LookTwice,
    /// Something is still missing.
    Open,
}

/// One thing that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckView {
    /// Of what kind it is.
    pub kind: CheckKind,
    /// The files it is about, to stand before it; none where it is about the counts.
    pub files: Vec<FileLink>,
    /// What is said, in whole sentences.
    pub text: Vec<DraftSegment>,
}

/// A file that is named in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLink {
    /// Which.
    pub file: FileNumber,
    /// What it is called.
    pub name: String,
}

impl FileLink {
    fn of(file: &EvaluationFile) -> Self {
        FileLink { file: file.number, name: file.name.clone() }
    }
}

/// Everything that is said: what fits, then the findings by file, then what is missing.
pub(super) fn checks(state: &EvaluationState, people: &People, evaluation: &Evaluation) -> Vec<CheckView> {
    let of_counts = |kind, text| CheckView { kind, files: Vec::new(), text };
    let files: Vec<&EvaluationFile> = state.files().collect();
    let fitting = fitting(people).into_iter().map(|text| of_counts(CheckKind::Fits, text));
    let findings = evaluation.findings.iter().filter_map(|found| {
        let others = found.same_as.into_iter().chain([found.file]);
        let files = others.filter_map(|place| files.get(place)).map(|file| FileLink::of(file)).collect();
        let person = people.persons.iter().find(|person| person.file == found.file)?;
        let text = segments(&finding(found, person), []);
        Some(CheckView { kind: CheckKind::LookTwice, files, text })
    });
    let open = missing(people).into_iter().map(|text| of_counts(CheckKind::Open, text));
    fitting.chain(findings).chain(open).collect()
}

/// How the counts add up, where there are any.
fn fitting(people: &People) -> Vec<Vec<DraftSegment>> {
    let total = |milestone| CountView::of(people, CountOf::Table(None, Column::Reached(milestone)));
    let [courses, loans] = [total(Milestone::Course), total(Milestone::Loan)];
    let without = only_course(people);
    let effort = CountView::of(people, CountOf::CourseWithoutLoan(Some(ResultOutcome::OrdinaryEffort)));
    let mut all = Vec::new();
    if courses.number + loans.number > 0 {
        let words = t::groups(CountLoans { count: Count::of(courses.number), loans: Count::of(loans.number) });
        all.push(segments(&words, [courses.clone(), loans]));
    }
    if courses.number > 0 {
        let words = t::both(AllCountRest {
            all: Count::of(courses.number),
            count: Count::of(courses.number - without),
            rest: Count::of(without),
        });
        let is_all = without > 0 && effort.number == without;
        let effort = is_all.then(|| segments(&t::effort(Count::of(without)), [effort]));
        all.push(paragraph([segments(&words, [courses])].into_iter().chain(effort)));
    }
    all
}

/// What has not been marked yet.
fn missing(people: &People) -> Vec<Vec<DraftSegment>> {
    let without = CountView::of(people, CountOf::WithoutOutcome);
    let unknown = CountView::of(people, CountOf::LoanWithoutSelfSupport(None));
    let said = |count: CountView, words: fn(Count) -> String| {
        (count.number > 0).then(|| segments(&words(Count::of(count.number)), [count]))
    };
    [said(without, draft::without_outcome), said(unknown, t::result_unknown)].into_iter().flatten().collect()
}

fn finding(found: &FileFinding, person: &Person) -> String {
    let outcome = person.outcome;
    let months = |first, last| FirstLast { first: MonthOf(first), last: MonthOf(last) };
    match (found.code, outcome.loan_from, outcome.result_from, outcome.course_until) {
        (FindingCode::LoanWithoutCourse, ..) => t::loan_without_course().to_owned(),
        (FindingCode::SubsidyWithoutLoan, ..) => t::subsidy_without_loan().to_owned(),
        (FindingCode::ResultWithoutCourse, ..) => t::result_without_course().to_owned(),
        (FindingCode::ResultBeforeLoan, Some(loan), Some(result), _) => t::result_before_loan(months(result, loan)),
        (FindingCode::LoanBeforeCourseEnds, Some(loan), _, Some(end)) if loan < end => {
            t::loan_before_end(months(loan, end))
        }
        // Without both months it is found because the course goes on.
        (FindingCode::LoanBeforeCourseEnds, ..) => t::loan_while_ongoing().to_owned(),
        (FindingCode::SameFileTwice, ..) => t::same_file().to_owned(),
        (FindingCode::Under18, ..) => t::under_age(Count::from(ADULT_AGE)),
        // It is found by the two months alone.
        (FindingCode::ResultBeforeLoan, ..) => String::new(),
    }
}
