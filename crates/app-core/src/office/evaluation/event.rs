//! Everything that can happen to the [evaluation](super::EvaluationState), as plain values.

use mikrolaan_engine::evaluation::CountOf;

use super::file::FileNumber;

/// What happens to the evaluation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvaluationEvent {
    /// Files were chosen or dropped. Invented cases go.
    Add(Vec<AddedFile>),
    /// Links were pasted, one or several a line; or the text of a case file. Invented cases go.
    AddLinks(String),
    /// The invented cases are looked at; only where there is nothing else.
    TryInvented,
    /// What became of a person is marked: the word of a choice (nothing = not known), or what was typed.
    Mark(FileNumber, OutcomeField, String),
    /// One case is taken out.
    Remove(FileNumber),
    /// Only the files behind this count are listed.
    Show(CountOf),
    /// No count is looked behind any more.
    ShowEverybody,
    /// The list is whole, or (`false`) only what matters of it.
    ShowAll(bool),
    /// Groups and half years are left out everywhere, or (`false`) shown.
    TotalsOnly(bool),
    /// What was marked has been saved.
    Saved,
    /// Everything goes.
    Wipe,
}

/// A file as it was read by the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedFile {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// A key of the outcome, in the order of the case file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutcomeField {
    /// How the course went.
    Course,
    /// Its first month.
    CourseFrom,
    /// Its last month.
    CourseUntil,
    /// What became of the loan.
    Loan,
    /// How much it was.
    LoanAmount,
    /// The month it was paid out in.
    LoanFrom,
    /// Was there a subsidy?
    Subsidy,
    /// What became of the person.
    Result,
    /// Since when.
    ResultFrom,
}

impl OutcomeField {
    /// All of them, in their order.
    pub const ALL: [OutcomeField; 9] = [
        OutcomeField::Course,
        OutcomeField::CourseFrom,
        OutcomeField::CourseUntil,
        OutcomeField::Loan,
        OutcomeField::LoanAmount,
        OutcomeField::LoanFrom,
        OutcomeField::Subsidy,
        OutcomeField::Result,
        OutcomeField::ResultFrom,
    ];

    /// A word for it in the ids of a page's elements.
    pub const fn id(self) -> &'static str {
        match self {
            OutcomeField::Course => "kursus",
            OutcomeField::CourseFrom => "kursus-fra",
            OutcomeField::CourseUntil => "kursus-til",
            OutcomeField::Loan => "laan",
            OutcomeField::LoanAmount => "beloeb",
            OutcomeField::LoanFrom => "laan-fra",
            OutcomeField::Subsidy => "tilskud",
            OutcomeField::Result => "resultat",
            OutcomeField::ResultFrom => "resultat-fra",
        }
    }
}
