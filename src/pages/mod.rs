//! One file for each page a person can stand on. Only pages know the session.

mod accessibility;
mod answers;
mod budget;
mod months;
mod not_found;
mod plan;
mod question;
mod result;
mod rules;

pub use accessibility::AccessibilityPage;
pub use answers::AnswersPage;
pub use budget::BudgetPage;
pub use months::MonthsPage;
pub use not_found::NotFoundPage;
pub use question::QuestionPage;
pub use result::ResultPage;
pub use rules::RulesPage;
