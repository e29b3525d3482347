//! What the members of a case are about that stand in no other table.

use crate::string_enum::string_enum;

string_enum! {
    /// A member of a case outside its answers, scenarios and overrides, by its path.
    CaseMember {
        /// The version of the format.
        Format = "format",
        /// The month the case is looked at in.
        AsOf = "as_of",
        /// The set of rules: the trial, the general rule for people in rehabilitation, or the trial's rules carried on.
        Scheme = "scheme",
        /// What the person answered; a question that is left out is not answered yet.
        Answers = "answers",
        /// The plans, up to eight.
        Scenarios = "scenarios",
        /// What became of the person, for the evaluation; what is left out is not known.
        Outcome = "outcome",
        /// How the course went.
        Course = "outcome.course",
        /// Its first month.
        CourseFrom = "outcome.course_from",
        /// Its last month.
        CourseUntil = "outcome.course_until",
        /// What became of the loan.
        Loan = "outcome.loan",
        /// The month it was paid out in.
        LoanFrom = "outcome.loan_from",
        /// How much was lent.
        LoanAmount = "outcome.loan_amount",
        /// Was there a subsidy?
        Subsidy = "outcome.subsidy",
        /// What became of the person.
        Result = "outcome.result",
        /// Since when.
        ResultFrom = "outcome.result_from",
        /// What a municipality has fixed itself.
        Overrides = "overrides",
        /// What the app keeps with a case; nothing is worked out from it.
        App = "app",
        /// The questions passed with "don't know" whose answer has no such value.
        Skipped = "app.skipped",
        /// Values nobody has given: the calculator's guesses.
        Guessed = "app.guessed",
        /// Values taken from an example.
        FromExample = "app.from_example",
        /// Values that follow an answer.
        FromAnswers = "app.from_answers",
        /// The example that is looked at.
        Example = "app.example",
        /// The ready-made changes that are compared with the plan.
        Compare = "app.compare",
    }
}
