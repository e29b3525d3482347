//! From what a person chooses to the answers of the case, and back.

use mikrolaan_engine::screening::{Answer, AnswerKey, AnswerKind, Answers, LoanPurpose, YesNo};

/// The id of *Ved ikke*, in the case file and in the app's own fields.
pub const UNKNOWN: &str = "unknown";

/// Has the case a word for *Ved ikke* on this question? Where it has not, the question is passed.
pub fn knows_unknown(key: AnswerKey) -> bool {
    matches!(key.kind(), AnswerKind::Choice(ids) if ids.contains(&UNKNOWN))
}

/// The id of the chosen answer; `None` when nothing is chosen, and for figures and lists.
pub fn chosen(answers: &Answers, key: AnswerKey) -> Option<&'static str> {
    match (answers.get(key)?, key.kind()) {
        (Answer::Choice(place), AnswerKind::Choice(ids)) => ids.get(place).copied(),
        (Answer::Truth(truth), _) => Some(if truth { YesNo::Yes.id() } else { YesNo::No.id() }),
        _ => None,
    }
}

/// Writes the answer with this id. An id the question does not have takes the answer out.
pub fn choose(answers: &mut Answers, key: AnswerKey, id: &str) {
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
    use super::{UNKNOWN, choose, chosen, clear, knows_unknown};
    use crate::locale::words::options;
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
