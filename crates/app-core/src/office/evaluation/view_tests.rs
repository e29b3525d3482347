//! The table, the small numbers, the checks and the half years.

use super::support_tests::{counted, mark, opened, own_files, plain, somebody, view, with_loan};
use super::{CheckKind, EvaluationEvent, EvaluationState, EvaluationView, EvaluationWords, OutcomeField};

fn cells(view: &EvaluationView) -> Vec<(String, [usize; 3])> {
    let rows = view.table.rows.iter().chain([&view.table.total]);
    rows.map(|row| (row.label.to_owned(), row.counts.each_ref().map(|count| count.number))).collect()
}

/// Those said of one kind, with the files they name.
fn said(view: &EvaluationView, kind: CheckKind) -> Vec<String> {
    let checks = view.checks.iter().filter(|check| check.kind == kind);
    checks
        .map(|check| {
            let files = check.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ");
            if files.is_empty() { plain(&check.text) } else { format!("{files}: {}", plain(&check.text)) }
        })
        .collect()
}

#[test]
fn the_table_is_the_forms_in_its_words_and_its_order() {
    let view = view(&opened(&own_files()));
    assert_eq!(
        view.table.columns.map(|column| column.words()),
        ["Vejledning og opkvalificering", "Mikrolån", "Selvforsørgende"]
    );
    let row = |label: &str, counts| (label.to_owned(), counts);
    assert_eq!(
        cells(&view),
        [
            row("Jobparate kontanthjælpsmodtagere", [12, 11, 6]),
            row("Uddannelsesparate uddannelseshjælpsmodtagere", [7, 3, 2]),
            row("Selvforsørgede", [1, 0, 0]),
            row("I alt", [20, 14, 8]),
        ]
    );
    assert_eq!(plain(&view.table.sentence), "Af de 14 med mikrolån er 8 blevet selvforsørgende.");
    let copied = view.table.text();
    assert!(copied.starts_with("\tVejledning og opkvalificering\tMikrolån\tSelvforsørgende\nJobparate"), "{copied}");
    assert!(copied.ends_with("I alt\t20\t14\t8\n"));
    let outcomes: Vec<(&str, [usize; 2])> = view
        .outcomes
        .rows
        .iter()
        .chain([&view.outcomes.total])
        .map(|row| (row.label.words(), row.counts.each_ref().map(|count| count.number)))
        .collect();
    assert_eq!(
        outcomes,
        [
            ("Selvforsørgende", [8, 0]),
            ("Almindelig indsats", [0, 6]),
            ("På ydelse", [5, 0]),
            ("Andet", [1, 0]),
            ("I alt", [14, 6])
        ]
    );
}

#[test]
fn the_empty_page_has_the_table_without_numbers() {
    let view = view(&EvaluationState::default());
    assert!(view.is_empty && view.small.is_none() && view.checks.is_empty() && view.list.rows.is_empty());
    assert_eq!(
        view.lead,
        "Tæl, hvordan det gik, ud fra sagsfilerne. Du får skemaets tabel og et udkast til punkt 6–10."
    );
    assert_eq!((view.table.rows.len(), view.table.sentence.len()), (3, 0));
    let counts = view.table.rows.iter().chain([&view.table.total]).flat_map(|row| &row.counts);
    assert!(counts.into_iter().all(|count| count.text == "–" && count.filter.is_none() && !count.is_small));
    assert_eq!(EvaluationWords::all().try_invented, "Prøv med 21 opdigtede sager");
}

#[test]
fn from_one_to_four_in_a_group_or_a_half_year_is_told_and_can_be_left_out() {
    let state = opened(&own_files());
    let before = view(&state);
    let small = before.small.expect("few people");
    assert_eq!(small.fields.as_deref(), Some("3 felter har under fem."), "3, 2 and 1");
    assert!(small.totals_only && small.text.starts_with("Man kan genkende enkelte personer."));
    let is_small = |row: usize| before.table.rows[row].counts.each_ref().map(|count| count.is_small);
    assert_eq!([is_small(0), is_small(1), is_small(2)], [[false; 3], [false, true, true], [true, false, false]]);
    assert!(before.table.total.counts.iter().all(|count| !count.is_small));
    let after = view(&state.apply(EvaluationEvent::TotalsOnly(true)));
    assert_eq!(cells(&after), [("I alt".to_owned(), [20, 14, 8])]);
    let small = after.small.clone().expect("the way back");
    assert_eq!((small.totals_only, small.button.words(), small.fields), (false, "Vis grupper og halvår igen", None));
    for text in [after.table.text(), after.sheet.clone(), after.draft.text()] {
        assert!(
            text.contains("I alt") && !text.contains("hjælpsmodtagere") && !text.contains("Selvforsørgede"),
            "{text}"
        );
    }
    assert_eq!(
        view(&state.apply(EvaluationEvent::TotalsOnly(true)).apply(EvaluationEvent::TotalsOnly(false))).table,
        before.table
    );
}

#[test]
fn five_are_not_few_and_four_in_a_half_year_are() {
    let dated = |many: usize, month: &str| {
        let outcome = format!(r#""course":"completed","course_until":"{month}""#);
        (0..many).map(|age| somebody("su", age, &outcome)).collect::<Vec<_>>()
    };
    assert_eq!(view(&opened(&dated(5, "2021-05"))).small, None);
    let two = opened(&[dated(5, "2021-05"), dated(4, "2021-07")].concat());
    let small = view(&two).small.expect("four in a half year");
    assert_eq!(small.fields.as_deref(), Some("1 felt har under fem."));
    let after = view(&two.apply(EvaluationEvent::TotalsOnly(true)));
    let half_years = &after.half_years;
    assert_eq!(
        (half_years.rows.len(), &half_years.undated, &half_years.picture, &half_years.note),
        (0, &None, &None, &None)
    );
    assert!(!after.sheet.contains("halvår 2021") && after.sheet.contains("Halvår;Kurser;Lån"));
    assert!(!after.small.expect("the way back").text.contains("Også et tal"));
    let few = opened(&dated(4, "2021-05")).apply(EvaluationEvent::TotalsOnly(true));
    assert!(view(&few).small.expect("few").text.ends_with("Tænk over, hvem du deler det med."));
}

#[test]
fn the_counts_are_held_against_each_other_in_words() {
    let view = view(&opened(&own_files()));
    assert_eq!(
        said(&view, CheckKind::Fits),
        [
            "Grupperne giver tilsammen 20 kurser og 14 lån.",
            "20 gennemførte kurset. 14 af dem fik lån, og 6 fik ikke. Alle 6 uden lån er henvist til almindelig indsats.",
        ]
    );
    assert_eq!(said(&view, CheckKind::LookTwice), [""; 0]);
    assert_eq!(said(&view, CheckKind::Open), ["1 sag er uden resultat og tæller ikke med."]);
}

#[test]
fn what_does_not_fit_is_said_with_its_file() {
    let texts = [
        r#""loan":"granted","loan_from":"2021-06","result":"other","result_from":"2021-05""#,
        r#""course":"completed","subsidy":true"#,
        r#""result":"other""#,
        r#""course":"completed","course_until":"2022-05","loan":"granted","loan_from":"2022-04""#,
        r#""course":"ongoing","course_until":"2022-01","loan":"granted","loan_from":"2022-04""#,
    ];
    let mut texts: Vec<String> = texts.iter().zip(20..).map(|(outcome, age)| somebody("su", age, outcome)).collect();
    texts.push(texts[2].clone());
    texts.push(somebody("su", 17, ""));
    let view = view(&opened(&texts));
    assert_eq!(
        said(&view, CheckKind::LookTwice),
        [
            "sag-1.json: Lånet er bevilget, men kurset er ikke gennemført.",
            "sag-1.json: Der er et resultat, men kurset er ikke taget.",
            "sag-1.json: Resultatet er fra maj 2021. Lånet er først fra juni 2021.",
            "sag-2.json: Der er tilskud, men lånet er ikke bevilget.",
            "sag-3.json: Der er et resultat, men kurset er ikke taget.",
            "sag-4.json: Lånet er fra april 2022. Kurset slutter først i maj 2022.",
            "sag-5.json: Lånet er bevilget, men kurset er stadig i gang.",
            "sag-6.json: Der er et resultat, men kurset er ikke taget.",
            "sag-3.json, sag-6.json: Filerne har samme svar. Måske er det samme person. Begge er talt med.",
            "sag-7.json: Personen er under 18 år.",
        ]
    );
    let open = said(&view, CheckKind::Open);
    assert_eq!(open, ["1 sag er uden resultat og tæller ikke med.", "For 2 lån er resultatet ikke kendt."]);
    assert!(said(&view, CheckKind::Fits)[1].ends_with("1 af dem fik lån, og 1 fik ikke."), "{:?}", view.checks);
}

#[test]
fn a_person_is_a_cell_and_many_are_a_bar() {
    let state = EvaluationState::default().apply(EvaluationEvent::TryInvented);
    let half_years = view(&state).half_years;
    let rows: Vec<(&str, [usize; 3])> = half_years
        .rows
        .iter()
        .map(|row| (row.label.as_str(), row.counts.each_ref().map(|count| count.number)))
        .collect();
    assert_eq!(
        rows,
        [
            ("2.\u{a0}halvår 2020", [3, 0, 0]),
            ("1.\u{a0}halvår 2021", [7, 5, 0]),
            ("2.\u{a0}halvår 2021", [4, 4, 2]),
            ("1.\u{a0}halvår 2022", [4, 3, 3]),
            ("2.\u{a0}halvår 2022", [1, 1, 2]),
        ]
    );
    let undated = half_years.undated.expect("one has no month");
    assert_eq!((undated.label.as_str(), undated.counts.map(|count| count.number)), ("Uden måned", [1, 1, 1]));
    assert_eq!(half_years.note.as_deref(), Some("3 hændelser har ingen måned. De står i tabellen, ikke i billedet."));
    let picture = half_years.picture.expect("a picture");
    assert_eq!(picture.caption, "Hver firkant er en person. Flest kurser i 1.\u{a0}halvår 2021.");
    assert!(!picture.is_bars);
    let group = &picture.groups[0];
    assert_eq!(group.name, "2.\u{a0}halvår 2020. Kurser: 3. Lån: 0. Selvforsørgende: 0.");
    let columns = group.columns.each_ref().map(|column| (column.people, column.text.as_str(), column.height.text()));
    assert_eq!(columns, [(3, "3", "42.85%".to_owned()), (0, "0", "0%".to_owned()), (0, "0", "0%".to_owned())]);
    let many = |many: usize| {
        let outcome = r#""course":"completed","course_until":"2021-05""#;
        let texts: Vec<String> = (0..many).map(|age| somebody("su", age, outcome)).collect();
        view(&opened(&texts)).half_years.picture.expect("a picture")
    };
    assert_eq!((many(12).is_bars, many(13).is_bars), (false, true));
    assert_eq!(many(13).caption, "Søjlerne viser, hvor mange personer det er. Flest kurser i 1.\u{a0}halvår 2021.");
}

#[test]
fn without_a_month_there_is_no_picture_and_with_too_many_half_years_neither() {
    let none = view(&opened(&own_files())).half_years;
    assert_eq!((none.rows.len(), &none.picture, none.note.as_deref()), (0, &None, Some("Ingen sager har en måned.")));
    assert_eq!(none.undated.expect("all").counts.map(|count| count.number), [20, 14, 8]);
    let until = |month: &str| {
        let state =
            opened(&[somebody("su", 30, r#""course":"completed","course_until":"2018-01""#), own_files()[0].clone()]);
        view(&mark(&state, 1, OutcomeField::CourseUntil, month)).half_years
    };
    assert_eq!((until("december 2025").rows.len(), until("december 2025").picture.is_some()), (16, true));
    let long = until("januar 2026");
    assert_eq!((long.rows.len(), long.picture), (17, None));
    assert!(long.note.expect("why").starts_with("Der er for mange halvår"));
    assert!(!until("januar 2018").picture.expect("one").caption.is_empty());
}

#[test]
fn what_was_lent_is_said_where_there_are_loans() {
    let amount = |amount: &str| format!(r#"{},"loan_amount":"{amount}""#, with_loan("other"));
    let texts = [amount("30000"), amount("45000.50"), with_loan("other")].map(|outcome| somebody("su", 30, &outcome));
    let state = opened(&texts);
    let lending = view(&state).lending.expect("loans");
    let expected = "Beløbet er kendt for 2 af 3 lån. De er på 75.000,50\u{a0}kr. i alt. Det midterste lån er på 37.500,25\u{a0}kr.";
    assert_eq!(plain(&lending.text), expected);
    assert_eq!(plain(&view(&opened(&texts[2..])).lending.expect("loans").text), "Beløbet er kendt for 0 af 1 lån.");
    assert_eq!(view(&opened(&[somebody("su", 30, "")])).lending, None);
    assert_eq!(counted(&state).money.loans_with_amount, 2);
}
