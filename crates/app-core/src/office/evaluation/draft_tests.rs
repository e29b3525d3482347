//! The draft and the spreadsheet: what leaves the page.

use super::support_tests::{files, opened, own_files, plain, somebody, today, view, with_loan};
use super::{DraftPart, EvaluationEvent, EvaluationState, saved_name, sheet_name};

#[test]
fn the_draft_says_what_the_counts_show_and_asks_for_the_rest() {
    let draft = view(&opened(&own_files())).draft;
    let expected = "\
6. Justeringer af evalueringsdesign
[SKRIV: Er der foretaget justeringer af mål og delmål i løbet af perioden, og hvordan er det gjort?]

7. Forsøgets resultater
[SKRIV: Hvilken periode gælder tallene for?]
20 borgere gennemførte vejledning og opkvalificering. 14 borgere har fået bevilget mikrolån.
6 gennemførte kurset, men fik ikke mikrolån. 6 er henvist til almindelig indsats.
Af de 14 med mikrolån er 8 blevet selvforsørgende. 5 er på ydelse. For 1 blev det noget andet.
\tVejledning og opkvalificering\tMikrolån\tSelvforsørgende
Jobparate kontanthjælpsmodtagere\t12\t11\t6
Uddannelsesparate uddannelseshjælpsmodtagere\t7\t3\t2
Selvforsørgede\t1\t0\t0
I alt\t20\t14\t8
[SKRIV: Er formålet med forsøget opnået? Er resultaterne som forventet? Hvilke barrierer har der været for at gennemføre \
forsøget? Hvilke fordele har forsøget haft? Hvordan er evt. frigjorte ressourcer anvendt? Er lovens formål/betingelserne for \
dispensationen opfyldt?]

8. Konklusion på forsøget
8 borgere med lån er blevet selvforsørgende. Tallene viser ikke, hvordan det var gået uden kurset og lånet.
[SKRIV: Overordnet vurdering af forsøgets resultater]

9. Uventede fund
[SKRIV: Er der fremkommet uventede resultater?]

10. Bemærkninger i øvrigt
1 sag er uden resultat og tæller ikke med.
Beløbet er kendt for 0 af 14 lån.
[SKRIV: I dette felt kan I beskrive alle de forhold, I mener, der har haft indvirkning på forsøget, og som ikke er indeholdt i \
skemaet.]
";
    assert_eq!(draft.text(), expected);
    let gaps =
        draft.points.iter().flat_map(|point| &point.parts).filter(|part| matches!(part, DraftPart::Gap(_))).count();
    assert_eq!((gaps, draft.gaps.as_str(), draft.gap.words()), (6, "6 steder skal I selv skrive", "Skriv selv"));
    assert!(
        draft.points.iter().all(|point| matches!(point.parts.last(), Some(DraftPart::Gap(_)))),
        "each asks at its end"
    );
}

/// The form has these questions; a draft never answers them.
#[test]
fn every_question_of_the_form_is_a_gap_whatever_is_counted() {
    for state in [
        EvaluationState::default().apply(EvaluationEvent::TryInvented),
        opened(&[somebody("su", 30, "")]),
        opened(&["notat".to_owned()]),
        opened(&own_files()).apply(EvaluationEvent::TotalsOnly(true)),
    ] {
        let draft = view(&state).draft;
        assert_eq!(draft.text().matches("[SKRIV: ").count(), 6);
        assert_eq!(draft.text().matches('?').count(), 9);
    }
}

#[test]
fn what_nobody_has_is_not_spoken_of() {
    let text = view(&opened(&[somebody("su", 30, "")])).draft.text();
    assert!(
        text.contains("0 borgere gennemførte vejledning og opkvalificering. 0 borgere har fået bevilget mikrolån.\n")
    );
    for word in ["Af de", "henvist", "job", "Beløbet", "læses", "%", "procent"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

#[test]
fn every_result_is_told_in_its_place() {
    let with_course = |result: &str| format!(r#""course":"completed","result":"{result}""#);
    let results = ["self_supporting", "ordinary_job", "ordinary_effort", "education", "on_support", "other"];
    let mut outcomes: Vec<String> =
        results.iter().flat_map(|result| [with_loan(result), with_course(result)]).collect();
    outcomes.extend([r#""loan":"granted""#, r#""course":"completed""#].map(str::to_owned));
    let texts: Vec<String> = outcomes.iter().zip(20..).map(|(outcome, age)| somebody("su", age, outcome)).collect();
    let text = view(&opened(&texts)).draft.text();
    let others = "1 har fået et ordinært job. 1 er henvist til almindelig indsats. 1 er i gang med en uddannelse. \
                  1 er på ydelse. For 1 blev det noget andet. For 1 er resultatet ikke kendt.\n";
    let course = format!("\n7 gennemførte kurset, men fik ikke mikrolån. 1 er blevet selvforsørgende. {others}");
    assert!(text.contains(&course), "{text}");
    assert!(text.contains(&format!("\nAf de 7 med mikrolån er 1 blevet selvforsørgende. {others}")), "{text}");
    assert!(text.contains("\n2 borgere med kursus eller lån har fået et ordinært job.\n"), "{text}");
}

#[test]
fn one_is_spoken_of_as_one() {
    let text = view(&opened(&[somebody("su", 30, &with_loan("ordinary_job")), "x".to_owned()])).draft.text();
    for sentence in [
        "1 borger gennemførte vejledning og opkvalificering. 1 borger har fået bevilget mikrolån.",
        "Af de 1 med mikrolån er 0 blevet selvforsørgende. 1 har fået et ordinært job.",
        "1 borger med kursus eller lån har fået et ordinært job.",
        "1 fil kunne ikke læses og tæller ikke med.",
    ] {
        assert!(text.contains(sentence), "{sentence}: {text}");
    }
}

#[test]
fn a_table_of_the_draft_is_the_one_on_the_page() {
    let view = view(&opened(&own_files()));
    let cells = view.draft.points[1].parts.iter().find_map(|part| match part {
        DraftPart::Cells(cells) => Some(cells.clone()),
        _ => None,
    });
    let text: String = cells.expect("a table").iter().map(|row| row.join("\t") + "\n").collect();
    assert_eq!(text, view.table.text());
    let DraftPart::Paragraph(first) = &view.draft.points[1].parts[1] else { panic!("a paragraph") };
    assert!(plain(first).starts_with("20 borgere"));
}

#[test]
fn the_spreadsheet_has_the_counts_as_numbers() {
    let amount = format!(r#"{},"loan_amount":"45000.5","loan_from":"2021-06""#, with_loan("other"));
    let sheet = view(&opened(&[own_files(), vec![somebody("su", 30, &amount)]].concat())).sheet;
    let expected = "\u{feff};Vejledning og opkvalificering;Mikrolån;Selvforsørgende
Jobparate kontanthjælpsmodtagere;12;11;6
Uddannelsesparate uddannelseshjælpsmodtagere;7;3;2
Selvforsørgede;1;0;0
SU;1;1;0
I alt;21;15;8

Hvad det blev til;Med lån;Kun kursus
Selvforsørgende;8;0
Almindelig indsats;0;6
På ydelse;5;0
Andet;2;0
I alt;15;6

Halvår;Kurser;Lån;Selvforsørgende
1.\u{a0}halvår 2021;0;1;0
Uden måned;21;14;8
I alt;21;15;8

Lån med kendt beløb;1
Udlånt i alt;45000,50
Det midterste lån;45000,50
";
    assert_eq!(sheet.replace("\r\n", "\n"), expected);
    assert_eq!(sheet.matches('\n').count(), sheet.matches("\r\n").count());
    let bare = view(&opened(&own_files())).sheet;
    assert!(bare.ends_with("Lån med kendt beløb;0\r\n"), "{bare}");
}

/// Names of files are of people, perhaps, and stay on the page.
#[test]
fn no_name_of_a_file_leaves_the_page() {
    let mut named = files(&own_files());
    named.iter_mut().for_each(|file| file.name = format!("Mette Madsen {}", file.name));
    named.push(named[0].clone());
    let state = EvaluationState::default().apply(EvaluationEvent::Add(named));
    let view = view(&state);
    for text in [view.sheet.clone(), view.draft.text(), view.table.text(), state.saved_lines()] {
        assert!(!text.contains("Mette"), "{text}");
    }
    assert_eq!(saved_name(today()), "mikrolaan-evaluering-2026-11-29.jsonl");
    assert_eq!(sheet_name(today()), "mikrolaan-evaluering-2026-11-29.csv");
}
