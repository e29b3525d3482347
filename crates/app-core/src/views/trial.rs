//! What the trial showed: who took part, and what the municipality says of it, each with where it is written.

use mikrolaan_engine::rulebook::RuleId;

use super::source::SourceView;
use crate::forms::Word;
use crate::locale::language::Text;
use crate::locale::texts::rules::trial as words;
use crate::locale::write;

/// What the trial showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialView {
    /// Who took part, group by group, and all together last.
    pub groups: Vec<TrialGroup>,
    /// Where the counts are written.
    pub counted: Option<SourceView>,
    /// What else is known of it.
    pub remarks: Vec<TrialRemark>,
}

/// A group of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialGroup {
    /// What they are called.
    pub name: Text,
    /// How many took the course, in words.
    pub course: String,
    /// How many of them got a loan, in words.
    pub loan: String,
    /// A cell a person: its class. Nothing of all together, whose people stand in the groups.
    pub people: Vec<&'static str>,
}

/// Something the trial showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialRemark {
    /// What.
    pub text: Text,
    /// Where it is written.
    pub sources: Vec<SourceView>,
}

/// How many of each group took the course, and how many of them got a loan (the evaluation, point 7).
const COUNTED: [(Word, u32, u32); 3] =
    [(words::ready_for_work, 12, 11), (words::ready_for_education, 7, 3), (words::self_supporting, 1, 0)];

impl TrialView {
    /// What is known of the trial.
    pub fn of() -> Self {
        let groups = COUNTED.iter().map(|&(name, course, loan)| group(name(), course, loan));
        let all = COUNTED.iter().fold((0, 0), |(courses, loans), &(_, course, loan)| (courses + course, loans + loan));
        let all = TrialGroup { people: Vec::new(), ..group(words::all(), all.0, all.1) };
        TrialView {
            groups: groups.chain([all]).collect(),
            counted: evaluation(words::point_7()),
            remarks: vec![
                remark(words::course_for(), [evaluation(words::point_7())]),
                remark(words::double_effect(), [evaluation(words::point_9())]),
                remark(words::account(), [evaluation(words::point_7())]),
                remark(words::administration(), [evaluation(words::point_7())]),
                remark(
                    words::targets(),
                    [SourceView::of_rule(RuleId::LoanWithinMaximum), evaluation(words::point_7())],
                ),
                remark(words::extension(), [evaluation(words::opening())]),
                remark(words::conclusion(), [evaluation(words::point_8())]),
                remark(
                    words::re_referral(),
                    [
                        SourceView::of_rule(RuleId::TargetGroupReReferral),
                        SourceView::of_rule(RuleId::TargetGroupRehabilitationAbolished),
                    ],
                ),
            ],
        }
    }
}

/// Those with a loan stand first.
fn group(name: Text, course: u32, loan: u32) -> TrialGroup {
    let people = (0..course).map(|person| if person < loan { "is-loan" } else { "" }).collect();
    TrialGroup { name, course: write::plain(course), loan: write::plain(loan), people }
}

/// A remark. The evaluation stands as a link above them, below the counts; the way there eight times would be eight stops
/// for who goes through the page with the keyboard.
fn remark(text: Text, sources: impl IntoIterator<Item = Option<SourceView>>) -> TrialRemark {
    let counted = evaluation(words::point_7()).and_then(|source| source.url);
    let without_link =
        |source: SourceView| SourceView { url: source.url.filter(|&url| Some(url) != counted), ..source };
    TrialRemark { text, sources: sources.into_iter().flatten().map(without_link).collect() }
}

/// A place in the evaluation of the municipality.
fn evaluation(place: Text) -> Option<SourceView> {
    SourceView::at(RuleId::TargetGroupReReferral, place)
}

#[cfg(test)]
mod tests {
    use super::TrialView;

    /// The evaluation, point 7: 12 and 11, 7 and 3, 1 and 0; in all 20 and 14.
    #[test]
    fn the_counts_are_those_of_the_evaluation_and_add_up() {
        let view = TrialView::of();
        let counts: Vec<_> = view.groups.iter().map(|group| (group.course.as_str(), group.loan.as_str())).collect();
        assert_eq!(counts, [("12", "11"), ("7", "3"), ("1", "0"), ("20", "14")]);
        assert!(view.counted.is_some_and(|source| source.name.ends_with("punkt 7") && source.tag == "Erfaring"));
    }

    #[test]
    fn there_is_a_cell_for_each_person_and_a_filled_one_for_each_loan() {
        for group in &TrialView::of().groups[..3] {
            let loans = group.people.iter().filter(|&&class| class == "is-loan").count();
            assert_eq!((group.people.len().to_string(), loans.to_string()), (group.course.clone(), group.loan.clone()));
        }
    }

    #[test]
    fn everything_said_of_the_trial_has_its_source() {
        let view = TrialView::of();
        let sources = || view.remarks.iter().flat_map(|remark| &remark.sources);
        assert!(view.remarks.len() == 8 && view.remarks.iter().all(|remark| !remark.sources.is_empty()));
        let count = |tag: &str| sources().filter(|source| source.tag == tag).count();
        assert_eq!((count("Erfaring"), count("Presse"), count("Lov")), (8, 1, 1));
        let linked = sources().filter(|source| source.url.is_some()).count();
        assert_eq!(linked, 2, "the evaluation is a link once, below the counts");
        assert!(view.counted.as_ref().is_some_and(|source| source.url.is_some()));
        let places: Vec<&str> = sources().filter_map(|source| source.name.rsplit(", ").next()).collect();
        assert!(["punkt 8", "punkt 9", "indledningen"].iter().all(|place| places.contains(place)), "{places:?}");
    }
}
