//! The result of answers bent to show each part of the page.

use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::screening::{AnswerKey, Support};

use super::{Condition, Glyph, ResultView, Route, State, StepLink, WayOn};
use crate::navigation::GuideTopic;
use crate::state::event::{Event, GivenAnswer};

const AS_OF: Month = Month::new(2026, 11).expect("a month");

/// What the hairdresser has answered, and these on top.
fn state(answers: &[(AnswerKey, GivenAnswer)]) -> State {
    let example = State::new(AS_OF).apply(Event::ViewExample(ExampleId::Hairdresser));
    answers.iter().fold(example, |state, (key, answer)| state.apply(Event::Answer(*key, answer.clone())))
}

fn view(answers: &[(AnswerKey, GivenAnswer)]) -> ResultView {
    ResultView::of(&state(answers)).expect("something is answered")
}

fn chosen(key: AnswerKey, id: &'static str) -> (AnswerKey, GivenAnswer) {
    (key, GivenAnswer::Chosen(id))
}

fn titles(view: &ResultView) -> Vec<&str> {
    view.groups.iter().map(|group| group.title.words()).collect()
}

fn of_ways(ways: &[WayOn]) -> Vec<&str> {
    ways.iter().map(|way| way.title.words()).collect()
}

/// The result of somebody of this age who lives there and lives on this.
fn lives(age: u32, municipality: &'static str, support: &'static str) -> ResultView {
    let answers = [
        (AnswerKey::Age, GivenAnswer::Age(age)),
        chosen(AnswerKey::Municipality, municipality),
        chosen(AnswerKey::Support, support),
    ];
    let state =
        answers.into_iter().fold(State::new(AS_OF), |state, (key, answer)| state.apply(Event::Answer(key, answer)));
    ResultView::of(&state).expect("something is answered")
}

#[test]
fn there_is_no_result_before_anything_is_answered() {
    assert_eq!(ResultView::of(&State::new(AS_OF)), None);
}

#[test]
fn while_the_scheme_is_closed_the_card_says_so_and_looks_like_no_verdict() {
    let view = view(&[chosen(AnswerKey::Plan, "complete")]);
    let card = &view.verdict;
    assert_eq!(
        (card.class, card.glyph, card.title.words()),
        ("card verdict verdict--met", None, "Ordningen er lukket.")
    );
    let counted: usize =
        card.legend.iter().filter_map(|(_, words)| words.split(' ').next()?.parse::<usize>().ok()).sum();
    assert_eq!(card.cells.len(), counted, "{:?}", card.legend);
    assert_eq!(card.legend.first().map(|(glyph, _)| *glyph), Some(Glyph::Met));
    assert!(
        card.cells
            .is_sorted_by_key(|class| ["is-done", "is-half", "is-maybe", "is-not"].iter().position(|it| it == class))
    );
}

#[test]
fn what_is_missing_can_be_answered_from_where_it_is_listed() {
    let mut missing = State::new(AS_OF);
    missing = missing.apply(Event::Answer(AnswerKey::Age, GivenAnswer::Age(45)));
    let view = ResultView::of(&missing).expect("something is answered");
    assert_eq!(view.rest, Some(Route::Question(AnswerKey::Municipality)));
    let listed = view.groups.iter().find(|group| group.title == "Det mangler vi svar på");
    let conditions = &listed.expect("much is missing").conditions;
    assert!(conditions.iter().all(|condition| condition.glyph == Some(Glyph::Unknown)));
    let municipality = conditions.iter().find(|it| it.answer_at == Some(Route::Question(AnswerKey::Municipality)));
    assert!(municipality.is_some(), "{conditions:?}");
}

#[test]
fn who_is_outside_reads_why_and_nothing_that_is_counted_or_not_known() {
    for view in [lives(17, "aalborg", "su"), lives(34, "other", "dagpenge"), lives(34, "aalborg", "employed")] {
        let card = &view.verdict;
        assert!(view.is_outside && card.cells.is_empty() && card.legend.is_empty());
        assert!(card.text.starts_with("Den ser heller ikke ud til at passe til dig."), "{}", card.text);
        assert!(view.rest.is_none() && view.first.is_empty() && view.closed_ways.is_empty() && view.bring.is_empty());
        assert_eq!(titles(&view), ["Det passer ikke"]);
        let says_why = |it: &Condition| it.glyph == Some(Glyph::No) && it.change.is_some() && !it.reason.is_empty();
        assert!(view.groups[0].conditions.iter().all(says_why), "{:?}", view.groups);
        assert!(view.ways.iter().all(|way| way.glyph != Glyph::No), "{:?}", view.ways);
    }
}

#[test]
fn each_reason_to_be_outside_is_told_and_whom_to_ask_stands_first() {
    let told = |view: &ResultView| -> Vec<String> {
        view.groups[0].conditions.iter().map(|it| it.title.words().to_owned()).collect()
    };
    let minor = lives(17, "aalborg", "kontanthjaelp_jobparat");
    assert_eq!(told(&minor), ["Du er under 18 år"]);
    assert_eq!(minor.ways[0].title, "Få vejledning om din idé");
    assert!(!of_ways(&minor.ways).contains(&"Egen virksomhed uden støtte"), "no business before one is of age");
    let elsewhere = lives(34, "other", "kontanthjaelp_jobparat");
    assert_eq!(told(&elsewhere), ["Du bor i en anden kommune"]);
    assert_eq!(elsewhere.ways[0].title, "Spørg din egen kommune");
    assert_eq!(elsewhere.warnings[0].title, "Virksomheden kan stoppe din ydelse", "kontanthjælp can end");
    let support = lives(34, "aalborg", "dagpenge");
    assert_eq!(told(&support), ["Du er ikke i målgruppen"]);
    let all = lives(17, "other", "su");
    assert_eq!(told(&all), ["Du er under 18 år", "Du bor i en anden kommune", "Du er ikke i målgruppen"]);
    let asked = ["Få vejledning om din idé", "Spørg din egen kommune", "Spørg om din SU, før du starter"];
    assert_eq!(of_ways(&all.ways)[..3], asked);
}

#[test]
fn what_one_lives_on_says_whom_to_ask_and_which_ways_there_are() {
    let [job, small, own] =
        ["Almindelig hjælp til at finde job", "Et småjob ved siden af", "Egen virksomhed uden støtte"];
    let benefit = "Spørg om din ydelse, før du starter";
    let expected = [
        ("dagpenge", vec!["Spørg din a-kasse, før du starter", job, small, own]),
        ("sygedagpenge", vec![benefit, job, small, own]),
        ("fleksjob", vec![benefit, job, small, own]),
        ("ressourceforloeb", vec![benefit, job, small, own]),
        ("foertidspension", vec![benefit, small, own]),
        ("su", vec!["Spørg om din SU, før du starter", small, own]),
        ("employed", vec!["Start ved siden af dit job", own]),
        ("uddannelse_aktivitetsparat", vec!["En anden gruppe hos kommunen", job, small, own]),
    ];
    for (support, titles) in expected {
        let view = lives(25, "aalborg", support);
        assert!(view.is_outside, "{support}");
        assert_eq!(of_ways(&view.ways), titles, "{support}");
    }
    // In another municipality everybody is outside, whatever they live on.
    for support in Support::ALL {
        let view = lives(25, "other", support.id());
        let ways = of_ways(&view.ways);
        assert_eq!(ways[0], "Spørg din egen kommune", "{support:?}");
        assert!(ways.contains(&own), "{support:?}");
        let warned = view.warnings.iter().any(|flag| flag.title == "Virksomheden kan stoppe din ydelse");
        assert_eq!(warned, support.has_wealth_limit(), "{support:?}");
    }
    let a_kasse = &lives(34, "aalborg", "dagpenge").ways[0];
    assert_eq!(a_kasse.topic, Some(GuideTopic::UnemploymentInsurance));
    let of_own = |support| lives(34, "other", support).ways.last().map(|way| way.reason);
    assert_ne!(of_own("employed"), of_own("dagpenge"), "nobody loses a benefit they do not get");
}

#[test]
fn what_looks_met_is_brief_and_stands_last_but_one_and_what_does_not_apply_has_no_glyph() {
    let view = view(&[(AnswerKey::LoanAmount, GivenAnswer::Amount(Money::ZERO))]);
    assert_eq!(titles(&view).last(), Some(&"Det gælder ikke for dig"));
    for group in &view.groups {
        let title = group.title;
        assert_eq!(
            group.is_brief,
            ["Det ser ud til at passe", "Det gælder ikke for dig"].contains(&title.words()),
            "{title}"
        );
        let conditions = &group.conditions;
        assert_eq!(conditions.iter().all(|it| it.glyph.is_none()), title == "Det gælder ikke for dig", "{title}");
        assert!(conditions.iter().all(|it| !it.source.name.is_empty() && !it.reason.is_empty()), "{title}");
    }
}

#[test]
fn at_most_two_warnings_are_boxes_and_no_warning_is_lost() {
    let of = |view: &ResultView| -> [usize; 2] { [view.warnings.len(), view.more_warnings.len()] };
    let alone = view(&[chosen(AnswerKey::PublicDebt, "no"), chosen(AnswerKey::WealthOverLimit, "no")]);
    assert_eq!(of(&alone), [1, 0]);
    assert_eq!(alone.warnings[0].title, "Virksomheden kan stoppe din ydelse");
    let debt = chosen(AnswerKey::PublicDebt, "yes");
    let two =
        view(&[debt.clone(), chosen(AnswerKey::BusinessAccount, "none"), chosen(AnswerKey::WealthOverLimit, "no")]);
    assert_eq!(of(&two), [2, 0]);
    let four = view(&[debt, chosen(AnswerKey::BusinessAccount, "refused"), chosen(AnswerKey::WealthOverLimit, "yes")]);
    assert_eq!(of(&four), [2, 2]);
    assert!(four.more_warnings.iter().all(|flag| !flag.action.is_empty() && !flag.source.name.is_empty()));
    assert!(four.notes.iter().any(|note| note.text.contains("kr.")), "the wealth limit is named: {:?}", four.notes);
}

#[test]
fn first_comes_what_applies_and_at_most_two_things_before_the_money() {
    let of = |answers: &[(AnswerKey, GivenAnswer)]| -> Vec<String> {
        view(answers).first.iter().map(|step| step.title.words().to_owned()).collect()
    };
    let [debt, report, account] =
        ["Se din gæld til det offentlige", "Giv besked om alt, du tjener", "Spørg om en konto"];
    let (education, ask) = ("Spørg, om du har pligt til uddannelse", "Spørg kommunen, hvad du kan få");
    for owes in [GivenAnswer::Chosen("yes"), GivenAnswer::Unknown] {
        assert_eq!(of(&[(AnswerKey::PublicDebt, owes)]), [debt, report]);
    }
    let no_debt = chosen(AnswerKey::PublicDebt, "no");
    let open = chosen(AnswerKey::BusinessAccount, "open");
    let young = chosen(AnswerKey::Support, "uddannelsesparat");
    assert_eq!(of(&[no_debt.clone(), chosen(AnswerKey::BusinessAccount, "none")]), [report, account]);
    assert_eq!(of(&[no_debt.clone(), open.clone(), young]), [report, education]);
    assert_eq!(of(&[no_debt.clone(), open.clone()]), [report, ask]);
    let no_benefit = chosen(AnswerKey::Support, "selvforsoergende");
    assert_eq!(of(&[no_debt, open, no_benefit]), [ask]);
    let no_loan = (AnswerKey::LoanAmount, GivenAnswer::Amount(Money::ZERO));
    assert!(!of(&[chosen(AnswerKey::PublicDebt, "yes"), no_loan]).contains(&debt.to_owned()), "nothing to take");
}

#[test]
fn whatever_comes_first_leads_somewhere() {
    let view = view(&[chosen(AnswerKey::PublicDebt, "yes")]);
    let links: Vec<StepLink> = view.first.iter().map(|step| step.link).collect();
    assert!(
        matches!(links[0], StepLink::Site(name, url) if name == "gaeldst.dk" && url.starts_with("https://")),
        "{links:?}"
    );
    assert_eq!(links[1], StepLink::How(Route::GoodToKnow(Some(GuideTopic::Reporting))));
}

#[test]
fn what_to_bring_follows_the_answers() {
    let none = view(&[
        chosen(AnswerKey::Plan, "none"),
        chosen(AnswerKey::PublicDebt, "no"),
        chosen(AnswerKey::BusinessAccount, "yes"),
        chosen(AnswerKey::HousingBenefit, "no"),
    ]);
    assert_eq!(none.bring[0], "Papirer, der viser, hvad du har arbejdet med");
    assert!(!none.bring.iter().any(|item| item.contains("plan") || item.contains("gæld") || item.contains("nej")));
    let all = view(&[
        chosen(AnswerKey::Plan, "partial"),
        chosen(AnswerKey::PublicDebt, "yes"),
        chosen(AnswerKey::BusinessAccount, "refused"),
        (AnswerKey::TradeSkills, GivenAnswer::Unknown),
    ]);
    assert_eq!(all.bring.len(), 5, "{:?}", all.bring);
}

#[test]
fn five_ways_lead_on_and_the_schemes_own_is_among_the_closed() {
    let view = view(&[chosen(AnswerKey::Plan, "complete")]);
    assert_eq!(view.ways.len() + view.closed_ways.len(), 5);
    let gone = view.closed_ways.iter().find(|way| way.state == "Findes ikke i dag").expect("the scheme's own");
    assert_eq!(gone.glyph, Glyph::No);
    assert_eq!(view.ways[0].glyph, Glyph::Open);
    assert!(view.ways.iter().all(|way| way.glyph != Glyph::No));
}
