//! Which questions the amount of kontanthjælp depends on: asked where the amount is shown, and only where they can
//! change it, the taxes of it, or what is said beside it.

use super::{AnswerKey, Answers};
use crate::rulebook::{ADULT_RATE_AGE, WORK_EXPERIENCE_AGE};

impl AnswerKey {
    /// The questions the amount of the benefit depends on, in their order.
    pub const OF_BENEFIT: [AnswerKey; 8] = [
        AnswerKey::Single,
        AnswerKey::Children,
        AnswerKey::ChildrenAtHome,
        AnswerKey::LivesWithParents,
        AnswerKey::Married,
        AnswerKey::LivedAbroad,
        AnswerKey::ResidenceAndWorkMet,
        AnswerKey::WorkedTwoAndAHalfYears,
    ];

    /// Can an answer change the benefit, by what else is answered? As long as the age is not known, what only young people
    /// are asked is not asked; a question of no other kind depends on the benefit.
    #[must_use]
    pub fn matters_for_benefit(self, answers: &Answers) -> bool {
        let is_young = answers.age.is_some_and(|age| age < ADULT_RATE_AGE);
        match self {
            AnswerKey::Single | AnswerKey::Children | AnswerKey::LivedAbroad => true,
            AnswerKey::ChildrenAtHome => answers.children == Some(true) && answers.single != Some(false),
            AnswerKey::LivesWithParents => is_young && answers.children != Some(true),
            AnswerKey::Married => answers.single != Some(true),
            AnswerKey::ResidenceAndWorkMet => answers.is_asked_about_residence(),
            AnswerKey::WorkedTwoAndAHalfYears => {
                let is_old_enough = answers.age.is_some_and(|age| age >= WORK_EXPERIENCE_AGE);
                let at_parents = answers.lives_with_parents == Some(true) && answers.children != Some(true);
                is_young && is_old_enough && !at_parents && !answers.is_on_lowest_rate()
            }
            _ => false,
        }
    }
}

impl Answers {
    /// Residence and work are asked of who has been abroad. An answer that came without that one counts, so it is shown.
    fn is_asked_about_residence(&self) -> bool {
        match self.lived_abroad {
            Some(abroad) => abroad,
            None => self.residence_and_work_met.is_some(),
        }
    }

    /// Are the requirements of residence and work not met? They are of nobody who has not been abroad.
    fn is_on_lowest_rate(&self) -> bool {
        self.lived_abroad != Some(false) && self.residence_and_work_met == Some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::{AnswerKey, Answers};

    fn asked(change: impl FnOnce(&mut Answers)) -> Vec<&'static str> {
        let mut answers = Answers { age: Some(40), ..Answers::default() };
        change(&mut answers);
        let asked = AnswerKey::OF_BENEFIT.iter().filter(|key| key.matters_for_benefit(&answers));
        asked.map(|key| key.id()).collect()
    }

    #[test]
    fn everybody_is_asked_who_they_live_with_and_whether_they_came_from_abroad() {
        assert_eq!(asked(|_| {}), ["single", "children", "married", "lived_abroad"]);
        assert_eq!(asked(|answers| answers.age = None), ["single", "children", "married", "lived_abroad"]);
        assert_eq!(asked(|answers| answers.single = Some(true)), ["single", "children", "lived_abroad"]);
    }

    #[test]
    fn where_the_children_live_is_asked_of_who_has_some_and_may_be_alone() {
        let at_home = |children, single| {
            asked(|answers| (answers.children, answers.single) = (children, single)).contains(&"children_at_home")
        };
        assert!(at_home(Some(true), Some(true)) && at_home(Some(true), None));
        assert!(!at_home(Some(true), Some(false)) && !at_home(Some(false), Some(true)) && !at_home(None, Some(true)));
    }

    #[test]
    fn residence_is_asked_of_who_came_from_abroad_or_said_so_without_being_asked() {
        let residence = |abroad, met| {
            let asked = asked(|answers| (answers.lived_abroad, answers.residence_and_work_met) = (abroad, met));
            asked.contains(&"residence_and_work_met")
        };
        assert!(residence(Some(true), None) && residence(Some(true), Some(false)) && residence(None, Some(false)));
        assert!(!residence(Some(false), Some(false)) && !residence(None, None));
    }

    #[test]
    fn what_only_young_people_are_asked_is_asked_of_no_other() {
        let young = |age, change: fn(&mut Answers)| {
            let asked = asked(|answers| {
                answers.age = Some(age);
                change(answers);
            });
            ["lives_with_parents", "worked_two_and_a_half_years"].map(|key| asked.contains(&key))
        };
        assert_eq!(young(24, |_| {}), [true, false]);
        assert_eq!(young(25, |_| {}), [true, true]);
        assert_eq!(young(29, |_| {}), [true, true]);
        assert_eq!(young(30, |_| {}), [false, false]);
        assert_eq!(young(27, |answers| answers.children = Some(true)), [false, true]);
        assert_eq!(young(27, |answers| answers.lives_with_parents = Some(true)), [true, false]);
        assert_eq!(young(27, |answers| answers.residence_and_work_met = Some(false)), [true, false]);
        let met = |answers: &mut Answers| {
            (answers.lived_abroad, answers.residence_and_work_met) = (Some(false), Some(false));
        };
        assert_eq!(young(27, met), [true, true]);
        let both = |answers: &mut Answers| (answers.children, answers.lives_with_parents) = (Some(true), Some(true));
        assert_eq!(young(27, both), [false, true]);
    }

    #[test]
    fn no_other_question_is_asked_for_the_benefit() {
        let others = AnswerKey::ALL.iter().filter(|key| !AnswerKey::OF_BENEFIT.contains(key));
        assert!(others.clone().count() > 10);
        assert!(others.into_iter().all(|key| !key.matters_for_benefit(&Answers::default())));
    }
}
