//! From what a person chooses to the answers of the case, and back.

use mikrolaan_engine::screening::{Answer, AnswerKey, AnswerKind, Answers, Idea, LoanPurpose, Plan, YesNo};

/// The id of *Ved ikke*, in the case file and in the app's own fields.
pub const UNKNOWN: &str = "unknown";

/// The answers to the question of idea and plan, which is one to a person and two in the case: the id of each, and what it writes.
const IDEA_AND_PLAN: [(&str, Idea, Plan); 5] = [
    (Plan::None.id(), Idea::None, Plan::None),
    (Idea::Idea.id(), Idea::Idea, Plan::None),
    (Plan::Partial.id(), Idea::Plan, Plan::Partial),
    (Plan::Complete.id(), Idea::Plan, Plan::Complete),
    (UNKNOWN, Idea::Unknown, Plan::Unknown),
];

/// Has the case a word for *Ved ikke* on this question? Where it has not, the question is passed.
pub fn knows_unknown(key: AnswerKey) -> bool {
    matches!(key.kind(), AnswerKind::Choice(ids) if ids.contains(&UNKNOWN))
}

/// The id of the chosen answer; `None` when nothing is chosen, and for figures and lists. Of idea and plan, none where
/// a case puts the two together in a way nobody is asked about.
pub fn chosen(answers: &Answers, key: AnswerKey) -> Option<&'static str> {
    if key == AnswerKey::Idea {
        let given = (answers.idea?, answers.plan?);
        return IDEA_AND_PLAN.into_iter().find(|&(_, idea, plan)| given == (idea, plan)).map(|(id, ..)| id);
    }
    match (answers.get(key)?, key.kind()) {
        (Answer::Choice(place), AnswerKind::Choice(ids)) => ids.get(place).copied(),
        (Answer::Truth(truth), _) => Some(if truth { YesNo::Yes.id() } else { YesNo::No.id() }),
        _ => None,
    }
}

/// Writes the answer with this id. An id the question does not have takes the answer out.
pub fn choose(answers: &mut Answers, key: AnswerKey, id: &str) {
    if key == AnswerKey::Idea {
        let given = IDEA_AND_PLAN.into_iter().find(|(known, ..)| *known == id);
        (answers.idea, answers.plan) = given.map(|(_, idea, plan)| (idea, plan)).unzip();
        return;
    }
    let answer = match key.kind() {
        AnswerKind::Choice(ids) => ids.iter().position(|known| *known == id).map(Answer::Choice),
        AnswerKind::Truth => truth(id).map(Answer::Truth),
        AnswerKind::Whole(_) | AnswerKind::Amount(_) | AnswerKind::Several(_) => None,
    };
    answers.set(key, answer);
}

/// The word with this id among those a question can be answered with on its page, *Ved ikke* included.
pub fn known(key: AnswerKey, id: &str) -> Option<&'static str> {
    let ids = match key.kind() {
        AnswerKind::Choice(_) if key == AnswerKey::Idea => {
            return IDEA_AND_PLAN.into_iter().map(|(known, ..)| known).find(|known| *known == id);
        }
        AnswerKind::Choice(ids) | AnswerKind::Several(ids) => ids,
        AnswerKind::Truth => YesNo::IDS,
        AnswerKind::Whole(_) | AnswerKind::Amount(_) => &[],
    };
    ids.iter().copied().chain([UNKNOWN]).find(|known| *known == id)
}

/// Takes an answer out.
pub fn clear(answers: &mut Answers, key: AnswerKey) {
    choose(answers, key, "");
}

/// The purposes with these ids, in the engine's order.
pub fn purposes(ids: &[&str]) -> Vec<LoanPurpose> {
    LoanPurpose::ALL.iter().copied().filter(|purpose| ids.contains(&purpose.id())).collect()
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
    use super::{UNKNOWN, choose, chosen, clear, known, knows_unknown};
    use crate::locale::words::options;
    use mikrolaan_engine::screening::{AnswerKey, Answers, Idea, Plan};

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
    fn idea_and_plan_are_one_answer_of_which_the_case_has_two() {
        let written = |id| {
            let mut answers = Answers::default();
            choose(&mut answers, AnswerKey::Idea, id);
            (answers.idea.map(Idea::id), answers.plan.map(Plan::id))
        };
        assert_eq!(written("none"), (Some("none"), Some("none")));
        assert_eq!(written("idea"), (Some("idea"), Some("none")));
        assert_eq!(written("partial"), (Some("plan"), Some("partial")));
        assert_eq!(written("complete"), (Some("plan"), Some("complete")));
        assert_eq!(written(UNKNOWN), (Some("unknown"), Some("unknown")));
        assert_eq!(written("plan"), (None, None), "no word of the question");
        let given = |idea, plan| chosen(&Answers { idea, plan, ..Answers::default() }, AnswerKey::Idea);
        assert_eq!(given(Some(Idea::Idea), Some(Plan::Complete)), None);
        assert_eq!(given(Some(Idea::Idea), None), None);
        assert_eq!(known(AnswerKey::Idea, "partial"), Some("partial"));
        assert_eq!(known(AnswerKey::Idea, "plan"), None);
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
