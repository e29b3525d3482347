//! The list of the files, and the way from a count to its files.

use std::sync::Arc;

use mikrolaan_engine::evaluation::{Column, CountOf, Milestone};
use mikrolaan_engine::screening::Support;
use proptest::prelude::*;

use super::support_tests::{
    EFFORT, behind, counted, every_count, files, mark, opened, own_files, row, somebody, view, with_loan,
};
use super::{EvaluationEvent, EvaluationState, FileNumber, MarkInput, OutcomeField};

fn numbers(state: &EvaluationState) -> Vec<u32> {
    view(state).list.rows.iter().map(|row| row.file.0).collect()
}

#[test]
fn a_row_says_who_it_is_and_names_each_control_by_column_and_row() {
    let state = opened(&own_files());
    let first = row(&state, 0);
    assert_eq!(
        (first.name.as_str(), first.group.as_str()),
        ("sag-1.json", "Kontanthjælp – uddannelsesparat (under 30)")
    );
    assert_eq!((first.open.as_str(), first.remove.as_str()), ("Åbn sag-1.json", "Fjern sag-1.json"));
    let names: Vec<&str> = first.controls.iter().map(|control| control.name.as_str()).collect();
    assert_eq!(
        names[..4],
        ["Kursus, sag-1.json", "Kursus fra, sag-1.json", "Kursus til, sag-1.json", "Lån, sag-1.json"]
    );
    let columns = view(&state).list.columns;
    for (control, column) in first.controls.iter().zip(&columns[2..]) {
        assert_eq!(control.name, format!("{column}, sag-1.json"));
    }
    let missing: Vec<OutcomeField> =
        first.controls.iter().filter(|control| control.is_missing).map(|control| control.field).collect();
    use OutcomeField::{CourseUntil, LoanAmount, LoanFrom, ResultFrom};
    assert_eq!(missing, [CourseUntil, LoanAmount, LoanFrom, ResultFrom]);
    let mut ids: Vec<String> =
        view(&state).list.rows.iter().flat_map(|row| row.controls.clone()).map(|control| control.id).collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "no id twice");
    assert!(!first.is_unmarked);
}

#[test]
fn a_row_in_which_nothing_is_marked_asks_for_everything() {
    let unmarked = row(&opened(&own_files()), 20);
    assert!(unmarked.is_unmarked && unmarked.controls.iter().all(|control| control.is_missing));
    let MarkInput::Choice { options, chosen } = &unmarked.controls[0].input else { panic!("a choice") };
    let labels: Vec<&str> = options.iter().map(|option| option.label.as_str()).collect();
    assert_eq!(
        (labels.as_slice(), chosen.as_str()),
        (&["Vælg", "Gennemført", "I gang", "Stoppet", "Intet kursus"][..], "")
    );
    let MarkInput::Typed { text, placeholder, error } = &unmarked.controls[1].input else { panic!("typed") };
    assert_eq!((text.as_str(), placeholder.words(), error), ("", "Måned", &None));
    let marked = row(&mark(&opened(&own_files()), 20, OutcomeField::Loan, "refused"), 20);
    assert!(!marked.is_unmarked && marked.controls[0].is_missing && !marked.controls[4].is_missing);
    let MarkInput::Choice { options, .. } = &marked.controls[0].input else { panic!("a choice") };
    assert_eq!(options[0].label, "Ved ikke");
}

#[test]
fn of_many_files_those_are_listed_that_want_a_look() {
    let few = opened(&own_files()[..10]);
    assert_eq!((numbers(&few).len(), view(&few).list.hidden), (10, None));
    let state = opened(&[own_files(), vec!["notat".to_owned()]].concat());
    assert_eq!(numbers(&state), [0, 1, 2, 3, 4, 20, 21]);
    let list = view(&state).list;
    assert_eq!(list.heading, "Filer: markér, hvordan det gik");
    assert_eq!(list.hidden.as_deref(), Some("15 sager vises ikke."));
    assert_eq!(list.show_all.as_deref(), Some("Vis alle 22"));
    assert_eq!(list.without, Some(("Kun dem uden resultat (1)".to_owned(), CountOf::WithoutOutcome)));
    let all = state.apply(EvaluationEvent::ShowAll(true));
    assert_eq!(numbers(&all).len(), 22);
    let list = view(&all).list;
    assert_eq!((list.hidden, list.show_all, list.show_few.expect("fewer").words()), (None, None, "Vis færre"));
    let typed = mark(&state, 9, OutcomeField::LoanFrom, "ups").apply(EvaluationEvent::ShowAll(false));
    assert_eq!(numbers(&typed), [0, 1, 2, 3, 4, 9, 20, 21], "what was mistyped is not hidden");
}

/// Who marks a list of those without a result does not lose the row at the first mark.
#[test]
fn a_row_stays_where_it_was_just_marked() {
    let state = opened(&own_files()).apply(EvaluationEvent::Show(CountOf::WithoutOutcome));
    assert_eq!((numbers(&state), view(&state).list.heading.as_str()), (vec![20], "Uden resultat: 1"));
    let marked = mark(&state, 20, OutcomeField::Course, "completed");
    let list = view(&marked).list;
    assert_eq!((numbers(&marked), list.heading.as_str()), (vec![20], "Uden resultat: 0"));
    assert!(list.kept.expect("said").starts_with("1 er lige ændret."));
    let again = marked.apply(EvaluationEvent::Show(CountOf::WithoutOutcome));
    assert_eq!((numbers(&again), view(&again).list.hidden.as_deref()), (vec![], Some("Ingen sager hører til her.")));
    let back = again.apply(EvaluationEvent::ShowEverybody);
    assert_eq!((numbers(&back), back.filter()), (vec![0, 1, 2, 3, 4], None));
    let short = mark(&opened(&own_files()), 20, OutcomeField::Course, "completed");
    assert_eq!(numbers(&short), [0, 1, 2, 3, 4, 20]);
    let more = state.apply(EvaluationEvent::Add(files(&own_files()[..1])));
    assert_eq!(more.filter(), None, "new files are seen");
}

#[test]
fn a_count_is_called_what_it_counts_and_leads_to_its_files() {
    let state = opened(&own_files());
    let table = view(&state).table;
    let count = &table.rows[0].counts[1];
    assert_eq!(
        (count.text.as_str(), count.name.as_str()),
        ("11", "11: Jobparate kontanthjælpsmodtagere, Mikrolån. Vis filerne.")
    );
    let filter = CountOf::Table(Some(Support::KontanthjaelpJobparat), Column::Reached(Milestone::Loan));
    assert_eq!(count.filter, Some(filter));
    let shown = view(&state.apply(EvaluationEvent::Show(filter))).list;
    assert_eq!(shown.heading, "Jobparate kontanthjælpsmodtagere, Mikrolån: 11");
    assert_eq!(shown.rows.len(), 11);
    assert_eq!(shown.everybody.expect("the way back").words(), "Vis alle sager igen");
    assert!(shown.rows.iter().all(|row| row.group == "Kontanthjælp – jobparat"));
}

/// A file of somebody, or one that cannot be read.
fn any_file() -> impl Strategy<Value = String> {
    let group =
        prop::sample::select(vec!["kontanthjaelp_jobparat", "uddannelsesparat", "selvforsoergende", "su", "unknown"]);
    let key = |name: &'static str, values: &'static [&'static str]| {
        prop::option::of(prop::sample::select(values))
            .prop_map(move |value| value.map(|value| format!(r#""{name}":{value}"#)))
    };
    const MONTHS: &[&str] = &[r#""2021-02""#, r#""2021-08""#, r#""2022-01""#];
    const RESULTS: &[&str] = &[r#""self_supporting""#, r#""ordinary_job""#, r#""ordinary_effort""#, r#""other""#];
    let outcome = (
        key("course", &[r#""completed""#, r#""completed""#, r#""stopped""#, r#""none""#]),
        key("course_until", MONTHS),
        key("loan", &[r#""granted""#, r#""granted""#, r#""refused""#]),
        key("loan_from", MONTHS),
        key("loan_amount", &["45000", "30000"]),
        key("result", RESULTS),
        key("result_from", MONTHS),
    );
    let read = (group, 18..60_usize, outcome).prop_map(|(group, age, (a, b, c, d, e, f, g))| {
        let keys: Vec<String> = [a, b, c, d, e, f, g].into_iter().flatten().collect();
        somebody(group, age, &keys.join(","))
    });
    prop_oneof![9 => read, 1 => Just("notat".to_owned())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Every count on the page leads to exactly the people it counts, and the parts add up to the whole.
    #[test]
    fn every_count_leads_to_those_it_counts(texts in prop::collection::vec(any_file(), 1..25)) {
        let state = opened(&texts);
        let view = view(&state);
        let people = state.people();
        for count in every_count(&view) {
            let filter = count.filter.expect("it leads to files");
            let who: Vec<FileNumber> =
                people.who(filter).map(|person| FileNumber(u32::try_from(person.file).expect("few"))).collect();
            prop_assert_eq!(count.number, who.len());
            prop_assert_eq!(behind(&state, filter), who);
        }
        for column in 0..3 {
            let groups: usize = view.table.rows.iter().map(|row| row.counts[column].number).sum();
            let times = view.half_years.rows.iter().chain(&view.half_years.undated);
            let times: usize = times.map(|row| row.counts[column].number).sum();
            let total = view.table.total.counts[column].number;
            prop_assert_eq!((groups, times, view.half_years.total.counts[column].number), (total, total, total));
        }
        for column in 0..2 {
            let rows: usize = view.outcomes.rows.iter().map(|row| row.counts[column].number).sum();
            prop_assert_eq!(rows, view.outcomes.total.counts[column].number);
        }
        prop_assert_eq!(view.outcomes.total.counts[0].number, counted(&state).total.loan);
    }

    /// Whatever is marked and saved, the file of lines says the same.
    #[test]
    fn what_is_saved_is_what_was_marked(
        texts in prop::collection::vec(any_file(), 1..8),
        marks in prop::collection::vec((0..8_u32, 0..9_usize, 0..6_usize), 0..20),
    ) {
        let words = ["", "completed", "granted", "maj 2021", "12.000", "x"];
        let state = marks.into_iter().fold(opened(&texts), |state, (file, field, word)| {
            mark(&state, file, OutcomeField::ALL[field], words[word])
        });
        let text = state.saved_lines();
        let again = opened(std::slice::from_ref(&text));
        let read = state.people().persons.len();
        prop_assert_eq!(again.people().persons.len(), read);
        prop_assert_eq!(again.saved_lines(), text);
        let table = |state: &EvaluationState| view(state).table;
        prop_assert!(read == 0 || table(&again) == table(&state));
    }
}

#[test]
fn there_are_people_in_every_group_of_the_test() {
    let texts = [with_loan("other"), EFFORT.to_owned()].map(|outcome| somebody("su", 20, &outcome));
    let state = opened(&texts);
    let groups: Vec<&str> = view(&state).table.rows.iter().map(|row| row.label.words()).collect();
    assert_eq!(groups.len(), 4, "the form's three, and the one somebody is in: {groups:?}");
    assert_eq!(groups[3], "SU");
}

#[test]
fn a_row_that_says_the_same_is_the_same_row() {
    let state = opened(&own_files());
    let before = view(&state).list;
    let first = before.rows[0].file;
    let marked = mark(&state, first.0, OutcomeField::LoanAmount, "1.234");
    let after = view(&marked).list.sharing(&before);
    assert_eq!(after, view(&marked).list);
    let shared: Vec<bool> =
        after.rows.iter().map(|row| before.row(row.file).is_some_and(|same| Arc::ptr_eq(same, row))).collect();
    let expected: Vec<bool> = after.rows.iter().map(|row| row.file != first).collect();
    assert_eq!(shared, expected);
    assert_eq!(after.row(FileNumber(9_999)), None);
}
