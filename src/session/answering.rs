//! From what a person chooses to the answers of the case, and back.

use mikrolaan_engine::screening::{
    AnswerKey, Answers, BusinessAccount, CoursePlan, Idea, LoanPurpose, Municipality, Plan, Skill, Support, YesNo,
};

/// The id of *Ved ikke*, in the case file and in the app's own fields.
pub const UNKNOWN: &str = "unknown";

/// Has the case a word for *Ved ikke* on this question? Where it has not, the question is passed.
pub const fn knows_unknown(key: AnswerKey) -> bool {
    match key {
        AnswerKey::Age
        | AnswerKey::LoanAmount
        | AnswerKey::LoanPurposes
        | AnswerKey::Single
        | AnswerKey::Children
        | AnswerKey::LivesWithParents
        | AnswerKey::ResidenceAndWorkMet
        | AnswerKey::WorkedTwoAndAHalfYears => false,
        AnswerKey::Municipality
        | AnswerKey::Support
        | AnswerKey::BusinessStarted
        | AnswerKey::Idea
        | AnswerKey::TradeSkills
        | AnswerKey::BusinessSkills
        | AnswerKey::JobOrEducationClose
        | AnswerKey::WillTakeCourse
        | AnswerKey::Plan
        | AnswerKey::PublicDebt
        | AnswerKey::BusinessAccount
        | AnswerKey::WealthOverLimit
        | AnswerKey::HousingBenefit => true,
    }
}

/// The id of the chosen answer; `None` when nothing is chosen, and for figures and lists.
pub fn chosen(answers: &Answers, key: AnswerKey) -> Option<&'static str> {
    match key {
        AnswerKey::Age | AnswerKey::LoanAmount | AnswerKey::LoanPurposes => None,
        AnswerKey::Municipality => answers.municipality.map(Municipality::id),
        AnswerKey::Support => answers.support.map(Support::id),
        AnswerKey::BusinessStarted => answers.business_started.map(YesNo::id),
        AnswerKey::Idea => answers.idea.map(Idea::id),
        AnswerKey::TradeSkills => answers.trade_skills.map(Skill::id),
        AnswerKey::BusinessSkills => answers.business_skills.map(Skill::id),
        AnswerKey::JobOrEducationClose => answers.job_or_education_close.map(YesNo::id),
        AnswerKey::WillTakeCourse => answers.will_take_course.map(CoursePlan::id),
        AnswerKey::Plan => answers.plan.map(Plan::id),
        AnswerKey::PublicDebt => answers.public_debt.map(YesNo::id),
        AnswerKey::BusinessAccount => answers.business_account.map(BusinessAccount::id),
        AnswerKey::WealthOverLimit => answers.wealth_over_limit.map(YesNo::id),
        AnswerKey::HousingBenefit => answers.housing_benefit.map(YesNo::id),
        AnswerKey::Single => answers.single.map(yes_or_no),
        AnswerKey::Children => answers.children.map(yes_or_no),
        AnswerKey::LivesWithParents => answers.lives_with_parents.map(yes_or_no),
        AnswerKey::ResidenceAndWorkMet => answers.residence_and_work_met.map(yes_or_no),
        AnswerKey::WorkedTwoAndAHalfYears => answers.worked_two_and_a_half_years.map(yes_or_no),
    }
}

/// Writes the answer with this id. An id the question does not have takes the answer out.
pub fn choose(answers: &mut Answers, key: AnswerKey, id: &str) {
    match key {
        AnswerKey::Age => answers.age = None,
        AnswerKey::LoanAmount => answers.loan_amount = None,
        AnswerKey::LoanPurposes => answers.loan_purposes = None,
        AnswerKey::Municipality => answers.municipality = Municipality::from_id(id),
        AnswerKey::Support => answers.support = Support::from_id(id),
        AnswerKey::BusinessStarted => answers.business_started = YesNo::from_id(id),
        AnswerKey::Idea => answers.idea = Idea::from_id(id),
        AnswerKey::TradeSkills => answers.trade_skills = Skill::from_id(id),
        AnswerKey::BusinessSkills => answers.business_skills = Skill::from_id(id),
        AnswerKey::JobOrEducationClose => answers.job_or_education_close = YesNo::from_id(id),
        AnswerKey::WillTakeCourse => answers.will_take_course = CoursePlan::from_id(id),
        AnswerKey::Plan => answers.plan = Plan::from_id(id),
        AnswerKey::PublicDebt => answers.public_debt = YesNo::from_id(id),
        AnswerKey::BusinessAccount => answers.business_account = BusinessAccount::from_id(id),
        AnswerKey::WealthOverLimit => answers.wealth_over_limit = YesNo::from_id(id),
        AnswerKey::HousingBenefit => answers.housing_benefit = YesNo::from_id(id),
        AnswerKey::Single => answers.single = truth(id),
        AnswerKey::Children => answers.children = truth(id),
        AnswerKey::LivesWithParents => answers.lives_with_parents = truth(id),
        AnswerKey::ResidenceAndWorkMet => answers.residence_and_work_met = truth(id),
        AnswerKey::WorkedTwoAndAHalfYears => answers.worked_two_and_a_half_years = truth(id),
    }
}

/// Takes an answer out.
pub fn clear(answers: &mut Answers, key: AnswerKey) {
    choose(answers, key, "");
}

/// The purposes with these ids, in the engine's order.
pub fn purposes(ids: &[&str]) -> Vec<LoanPurpose> {
    LoanPurpose::ALL.iter().copied().filter(|purpose| ids.contains(&purpose.id())).collect()
}

fn yes_or_no(answer: bool) -> &'static str {
    if answer { YesNo::Yes.id() } else { YesNo::No.id() }
}

fn truth(id: &str) -> Option<bool> {
    match YesNo::from_id(id) {
        Some(YesNo::Yes) => Some(true),
        Some(YesNo::No) => Some(false),
        Some(YesNo::Unknown) | None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{UNKNOWN, choose, chosen, clear, knows_unknown};
    use crate::wording::options;
    use mikrolaan_engine::screening::{AnswerKey, Answers};

    #[test]
    fn every_choice_is_kept_and_taken_out_again() {
        for &key in AnswerKey::ALL {
            let offered = options::of(key).into_iter().flat_map(|group| group.choices);
            for choice in offered.filter(|_| key != AnswerKey::LoanPurposes) {
                let mut answers = Answers::default();
                choose(&mut answers, key, choice.id);
                assert_eq!(chosen(&answers, key), Some(choice.id), "{key:?}");
                assert!(answers.has(key), "{key:?}");
                clear(&mut answers, key);
                assert_eq!(answers, Answers::default(), "{key:?}");
            }
        }
    }

    #[test]
    fn dont_know_is_an_answer_where_the_case_has_a_word_for_it() {
        for &key in AnswerKey::ALL {
            let mut answers = Answers::default();
            choose(&mut answers, key, UNKNOWN);
            assert_eq!(answers.has(key), knows_unknown(key), "{key:?}");
        }
    }
}
