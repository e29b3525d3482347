//! What can happen to the evaluation.

use std::time::Instant;

use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::case::{link, parse, write};
use mikrolaan_engine::evaluation::{CountOf, Evaluation, People};

use super::support_tests::{case, control, counted, files, mark, opened, own_files, row, somebody, today, view};
use super::{AddedFile, EvaluationEvent, EvaluationState, EvaluationView, FileNumber, OutcomeField};

fn file(name: &str, text: &str) -> EvaluationEvent {
    EvaluationEvent::Add(vec![AddedFile { name: name.to_owned(), text: text.to_owned() }])
}

fn names(state: &EvaluationState) -> Vec<&str> {
    state.files().map(|file| file.name.as_str()).collect()
}

/// A case as somebody has it before anything is marked.
fn bare(text: &str) -> String {
    let mut case = parse(text.as_bytes()).expect("a case");
    case.outcome = None;
    write(&case)
}

#[test]
fn what_the_page_counts_is_what_the_engine_counts() {
    let texts = own_files();
    let by_engine = Evaluation::of(&People::read(&texts).expect("cases"));
    assert_eq!(counted(&opened(&texts)), by_engine);
    assert_eq!((by_engine.total.course, by_engine.total.loan, by_engine.total.self_supporting), (20, 14, 8));
}

/// Marking every file by events gives what files give that carried the outcome.
#[test]
fn what_is_marked_counts_as_what_a_file_says() {
    let full = r#""course":"completed","course_from":"2021-02","course_until":"2021-05","loan":"granted","loan_from":"2021-06",
        "loan_amount":"45000.50","subsidy":false,"result":"self_supporting","result_from":"2022-01""#;
    let texts = [own_files(), vec![somebody("su", 30, full)]].concat();
    let carried = opened(&texts);
    let mut marked = opened(&texts.iter().map(|text| bare(text)).collect::<Vec<_>>());
    assert_eq!(view(&marked).list.without.map(|(_, count)| count), Some(CountOf::WithoutOutcome));
    for number in 0..u32::try_from(texts.len()).expect("few") {
        for field in OutcomeField::ALL {
            let (standing, _) = control(&carried.apply(EvaluationEvent::ShowAll(true)), number, field);
            marked = mark(&marked, number, field, &standing);
        }
    }
    assert_eq!(counted(&marked), counted(&carried));
    assert_eq!(marked.people(), carried.people());
    assert!(marked.is_unsaved() && !carried.is_unsaved());
    assert!(!marked.apply(EvaluationEvent::Saved).is_unsaved());
    let (one, other) = (view(&marked.apply(EvaluationEvent::ShowAll(true))), view(&carried));
    assert_eq!((one.table, one.draft, one.sheet), (other.table, other.draft, other.sheet));
}

/// The file of lines is read back as what was marked, whatever the cases hold.
#[test]
fn what_is_saved_gives_the_same_evaluation_when_it_is_opened_again() {
    let mut long = example(ExampleId::Hairdresser, today().month());
    let name = "En \"god\" \\ plan {  [ ";
    long.scenarios[0].name = name.to_owned();
    let texts = [own_files(), vec![write(&long), "notat".to_owned()]].concat();
    let state =
        mark(&mark(&opened(&texts), 21, OutcomeField::Course, "completed"), 21, OutcomeField::LoanFrom, "maj 2022");
    let saved = state.saved_lines();
    assert_eq!(saved.lines().count(), 22, "a line each, and none for what could not be read");
    let reopened = EvaluationState::default().apply(file("gemt.jsonl", &saved));
    let without_bad = state.apply(EvaluationEvent::Remove(FileNumber(22)));
    assert_eq!(reopened.people(), without_bad.people());
    assert_eq!(counted(&reopened), counted(&without_bad));
    assert_eq!(reopened.saved_lines(), saved);
    assert_eq!(reopened.case(FileNumber(21)), state.case(FileNumber(21)));
    assert_eq!(reopened.case(FileNumber(21)).map(|case| case.scenarios[0].name.as_str()), Some(name));
    assert_eq!(names(&reopened)[21], "gemt.jsonl, nr. 22");
    assert_eq!(EvaluationState::default().saved_lines(), "");
}

#[test]
fn one_file_has_a_case_a_list_or_a_case_or_link_a_line() {
    let (one, other) = (somebody("su", 30, ""), somebody("su", 31, ""));
    let link = link::link(&parse(one.as_bytes()).expect("a case")).expect("a link");
    let of = |text: &str| EvaluationState::default().apply(file("a", text));
    let pretty = write(&parse(one.as_bytes()).expect("a case"));
    for (text, expected) in [
        (one.clone(), &["a"][..]),
        (pretty.clone(), &["a"]),
        (format!("\u{feff}{one}\r\n"), &["a"]),
        (link.clone(), &["a"]),
        (format!("[{pretty},{other}]"), &["a, nr. 1", "a, nr. 2"]),
        (format!("{one}\n\n{link}\r\n{other}\n\n"), &["a, nr. 1", "a, nr. 3", "a, nr. 4"]),
    ] {
        let state = of(&text);
        assert_eq!(names(&state), expected, "{text}");
        assert_eq!(state.people().persons.len(), expected.len(), "{text}");
    }
    for nothing in ["", " \n\n", "[]", "[ ]\n"] {
        let fault = row(&of(nothing), 0).fault.expect("it is named");
        assert_eq!(fault.text, "Kan ikke læses. Der er ingen sag i filen.", "{nothing:?}");
    }
    assert_eq!(EvaluationState::default().apply(EvaluationEvent::Add(Vec::new())), EvaluationState::default());
}

#[test]
fn links_are_pasted_one_or_several_a_line_and_named_in_the_order_they_came() {
    let link = |age| link::link(&parse(somebody("su", age, "").as_bytes()).expect("a case")).expect("a link");
    let text = format!("\n {} \r\nHej med dig\nSag 2: https://example.org/sag/{} {}\n", link(30), link(31), link(32));
    let state = EvaluationState::default().apply(EvaluationEvent::AddLinks(text));
    assert_eq!(names(&state), ["Link 1", "Link 2", "Link 3", "Link 4"]);
    assert_eq!((state.people().persons.len(), state.people().unreadable.len()), (3, 1));
    let fault = row(&state, 1).fault.expect("no link").text;
    assert_eq!(fault, "Kan ikke læses. Det er hverken et link eller en sagsfil herfra. De andre 3 er læst.");
    let more = state.apply(EvaluationEvent::AddLinks(link(33)));
    assert_eq!(names(&more)[4..], ["Link 5"]);
    let cut = link(30);
    let cut = more.apply(EvaluationEvent::AddLinks(cut[..cut.len() - 1].to_owned()));
    assert!(row(&cut, 5).fault.expect("a fault").text.starts_with("Kan ikke læses. Linket er ikke helt."));
    let text = more.apply(EvaluationEvent::AddLinks(somebody("su", 34, "")));
    assert_eq!(names(&text)[5..], ["Indsat tekst"]);
    assert_eq!(more.apply(EvaluationEvent::AddLinks(" \n".to_owned())), more);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_counted() {
    let bad_month = case(r#""age":-1"#, r#""course_until":"2021-13""#);
    let state = opened(&[own_files(), vec!["PK\u{3}\u{4}".to_owned(), bad_month]].concat());
    let view = view(&state);
    assert_eq!(counted(&state).total, counted(&opened(&own_files())).total);
    assert_eq!(view.lead, "21 sager er læst. 2 kan ikke læses. 1 er uden resultat.");
    let faults: Vec<_> = view.list.rows.iter().filter_map(|row| Some((&*row.name, row.fault.clone()?))).collect();
    assert_eq!(faults.len(), 2);
    assert_eq!(faults[0].0, "sag-22.json");
    assert!(faults[0].1.text.starts_with("Kan ikke læses. Filen er ikke en sagsfil herfra"), "{faults:?}");
    assert!(faults[0].1.text.ends_with("De andre 21 er læst.") && faults[0].1.more.is_empty(), "{faults:?}");
    assert_eq!(faults[1].1.more.len(), 1, "every error: {faults:?}");
    assert!(view.draft.text().contains("2 filer kunne ikke læses og tæller ikke med."));
}

/// What was typed stays, is told, counts as not known, and nothing else is lost.
#[test]
fn what_cannot_be_read_in_a_field_is_kept_and_told() {
    use OutcomeField::{Course, CourseUntil, LoanAmount, LoanFrom};
    let state = opened(&[somebody("su", 30, r#""course":"completed","course_until":"2021-05","loan":"granted""#)]);
    let typed = mark(&state, 0, CourseUntil, "maj i fjor");
    let (text, error) = control(&typed, 0, CourseUntil);
    assert_eq!(text, "maj i fjor");
    let told = "Vi kan ikke læse »maj i fjor« som en måned. Skriv for eksempel november 2026.";
    assert_eq!(error.as_deref(), Some(told));
    assert_eq!((counted(&typed).undated.courses, counted(&state).undated.courses), (1, 0));
    let other = mark(&typed, 0, LoanAmount, "25.5");
    assert_eq!(control(&other, 0, CourseUntil).0, "maj i fjor", "the other field is left alone");
    assert!(control(&other, 0, LoanAmount).1.expect("two readings").contains("kan betyde to ting"));
    assert!(view(&other).not_read.expect("told").starts_with("2 felter kan ikke læses."));
    assert_eq!(counted(&other).money.loans_with_amount, 0);
    let far = mark(&other, 0, LoanFrom, "maj 1921");
    let range = "Måneden skal ligge fra juli 2017 til december 2099.";
    assert_eq!(control(&far, 0, LoanFrom).1.as_deref(), Some(range));
    let again = [(CourseUntil, "5-2021"), (LoanAmount, "25.500 kr."), (LoanFrom, "")];
    let right = again.into_iter().fold(far, |state, (field, text)| mark(&state, 0, field, text));
    assert_eq!(control(&right, 0, CourseUntil), ("maj 2021".to_owned(), None));
    assert_eq!(control(&right, 0, LoanAmount).0, "25.500\u{a0}kr.");
    assert_eq!((counted(&right).undated.courses, view(&right).not_read), (0, None));
    let cleared = mark(&right, 0, Course, "no such word");
    assert_eq!(control(&cleared, 0, Course).0, "");
}

/// No file may say it, so it waits until both months fit.
#[test]
fn a_course_does_not_end_before_it_begins() {
    use OutcomeField::{CourseFrom, CourseUntil};
    let state = opened(&[somebody("su", 30, r#""course":"completed","course_until":"2021-05""#)]);
    let early = mark(&state, 0, CourseFrom, "6/2021");
    let told = "Kurset kan ikke slutte før juni 2021. Der begynder det.";
    assert_eq!(control(&early, 0, CourseUntil), ("maj 2021".to_owned(), Some(told.to_owned())));
    assert_eq!(control(&early, 0, CourseFrom), ("juni 2021".to_owned(), None));
    let reopened = EvaluationState::default().apply(file("a", &early.saved_lines()));
    assert_eq!(reopened.people().unreadable.len(), 0);
    let still = mark(&early, 0, CourseFrom, "juli 2021");
    assert!(control(&still, 0, CourseUntil).1.expect("told").contains("juli 2021"));
    let fits = mark(&still, 0, CourseFrom, "maj 2021");
    assert_eq!(control(&fits, 0, CourseUntil), ("maj 2021".to_owned(), None));
    assert_eq!(counted(&fits).timeline[0].counts.courses, 1);
    let typed = mark(&fits, 0, CourseUntil, "2021-04");
    assert_eq!(control(&typed, 0, CourseUntil).0, "2021-04", "as it was typed");
    let without_first = mark(&typed, 0, CourseFrom, "");
    assert_eq!(control(&without_first, 0, CourseUntil), ("april 2021".to_owned(), None));
}

#[test]
fn a_file_that_is_there_twice_is_noticed_and_counted_twice() {
    let texts = own_files();
    let state = opened(&texts[..3]).apply(file("kopi.json", &texts[1]));
    let row = row(&state, 3);
    assert_eq!(row.same_as.as_deref(), Some("Måske den samme som sag-2.json"));
    assert_eq!(counted(&state).total.course, 4);
    let other = mark(&state, 3, OutcomeField::ResultFrom, "maj 2022");
    assert!(view(&other).list.rows.iter().all(|row| row.same_as.is_none()), "it says something else now");
}

#[test]
fn one_is_taken_out_and_the_others_keep_their_numbers() {
    let state = opened(&own_files()).apply(EvaluationEvent::Remove(FileNumber(0)));
    assert_eq!((counted(&state).total.course, state.files().len()), (19, 20));
    assert_eq!(names(&state)[0], "sag-2.json");
    let marked = mark(&state, 20, OutcomeField::Course, "stopped");
    assert_eq!(counted(&marked).without_outcome, 0);
    assert_eq!(state.apply(EvaluationEvent::Remove(FileNumber(99))), state);
    assert_eq!(mark(&state, 0, OutcomeField::Course, "stopped"), state, "it is gone");
    let all = (0..21).fold(state, |state, number| state.apply(EvaluationEvent::Remove(FileNumber(number))));
    assert_eq!(all, EvaluationState::default());
}

#[test]
fn nothing_is_left_when_everything_is_wiped() {
    let link = link::link(&parse(own_files()[0].as_bytes()).expect("a case")).expect("a link");
    let events = [
        EvaluationEvent::AddLinks(link),
        EvaluationEvent::Add(files(&own_files())),
        EvaluationEvent::Mark(FileNumber(3), OutcomeField::LoanFrom, "ups".to_owned()),
        EvaluationEvent::TotalsOnly(true),
        EvaluationEvent::ShowAll(true),
        EvaluationEvent::Show(CountOf::WithoutOutcome),
    ];
    let state = events.into_iter().fold(EvaluationState::default(), |state, event| state.apply(event));
    assert_eq!(state.apply(EvaluationEvent::Wipe), EvaluationState::default());
    let invented = EvaluationState::default().apply(EvaluationEvent::TryInvented);
    assert_eq!(invented.apply(EvaluationEvent::Wipe), EvaluationState::default());
}

#[test]
fn invented_cases_go_when_there_are_real_ones() {
    let invented = EvaluationState::default().apply(EvaluationEvent::TryInvented);
    let (found, own) = (counted(&invented), counted(&opened(&own_files())));
    assert_eq!((found.files, found.without_outcome, found.unreadable.len()), (21, 1, 0));
    let row = |row: &mikrolaan_engine::evaluation::TotalRow| (row.course, row.loan, row.self_supporting);
    let rows = |of: &Evaluation| of.groups.iter().map(|group| (group.group, row(&group.row))).collect::<Vec<_>>();
    assert_eq!((rows(&found), row(&found.total)), (rows(&own), row(&own.total)));
    assert!(view(&invented).invented.expect("said").starts_with("De 21 sager er opdigtet."));
    let real = invented.apply(file("a", &own_files()[0]));
    assert_eq!((real.files().len(), real.is_invented(), view(&real).invented), (1, false, None));
    assert_eq!(real.apply(EvaluationEvent::TryInvented), real);
}

#[test]
fn three_hundred_files_are_read_once_and_counted_at_every_event() {
    let outcome = r#""course":"completed","course_until":"2021-05","loan":"granted","loan_amount":"45000""#;
    let outcome = parse(somebody("su", 30, outcome).as_bytes()).expect("a case").outcome;
    // As long as the files of the app are: with a plan, and what it guesses.
    let texts: Vec<String> = (18..318)
        .map(|age| {
            let mut case = example(ExampleId::Hairdresser, today().month());
            case.answers.age = Some(age % 100);
            case.outcome = outcome.filter(|_| age < 298);
            write(&case)
        })
        .collect();
    let begun = Instant::now();
    let state = opened(&texts);
    let read = begun.elapsed();
    let view = EvaluationView::of(&state, today());
    let shown = begun.elapsed() - read;
    let marked = mark(&state, 299, OutcomeField::Course, "completed");
    let again = begun.elapsed() - read - shown;
    println!("300 files of {} bytes: read in {read:?}, shown in {shown:?}, one mark in {again:?}", texts[0].len());
    assert_eq!((view.table.total.counts[0].number, counted(&marked).total.course), (280, 281));
}

/// A signal of the page takes only such a value.
#[test]
fn the_state_and_the_view_go_from_thread_to_thread() {
    fn goes<T: Clone + PartialEq + Send + Sync + 'static>() {}
    goes::<EvaluationState>();
    goes::<EvaluationView>();
}
