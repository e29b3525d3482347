//! The invented cases: complete, marked, and each shows what it is there for.

use mikrolaan_engine::case::{parse_whole, write};
use mikrolaan_engine::screening::{Support, Verdict, YesNo};
use mikrolaan_engine::simulation::Phase;

use super::SampleCase;
use crate::office::caseworker::CaseworkerView;
use crate::office::caseworker::state::tests::{NOVEMBER, kr, sample};
use crate::office::caseworker::view::PlanMoney;
use crate::office::caseworker::worked::WorkedCase;
use crate::state::provenance::{DECISIVE, Provenance, place};

#[test]
fn every_one_is_complete_and_marked_as_invented() {
    for one in SampleCase::ALL {
        let state = sample(one);
        let view = CaseworkerView::of(&state);
        assert!(matches!(view.money, PlanMoney::Said(..)), "{one:?}");
        assert_eq!(view.state_line.sample, format!("Opdigtet: {}, {}.", one.letter(), one.trade()));
        assert_eq!(state.case().scenarios[0].name, "Plan");
        assert!(!one.teaches().is_empty());
        let invented = |field| state.state().provenance(place(field)) == Some(Provenance::Example);
        assert!(DECISIVE.into_iter().all(invented), "{one:?}");
        parse_whole(write(&state.state().carried()).as_bytes()).expect("a case the command takes too");
        assert_ne!(WorkedCase::of(&state).screening.verdict, Verdict::Undecided, "{one:?}");
    }
}

#[test]
fn they_are_those_of_the_description() {
    let told: Vec<(Option<u32>, Option<Support>, i64)> = SampleCase::ALL
        .iter()
        .map(|one| {
            let case = one.case(NOVEMBER);
            (case.answers.age, case.answers.support, case.answers.loan_amount.expect("a loan").oere() / 100)
        })
        .collect();
    use Support::{
        KontanthjaelpAktivitetsparat, KontanthjaelpJobparat, Overgangsydelse, Revalidend, Selvforsoergende,
        Uddannelsesparat,
    };
    assert_eq!(told[0], (Some(34), Some(KontanthjaelpJobparat), 45_000));
    assert_eq!(told[1], (Some(26), Some(Uddannelsesparat), 25_000));
    assert_eq!(told[2], (Some(41), Some(KontanthjaelpJobparat), 30_000));
    assert_eq!(told[3], (Some(48), Some(Revalidend), 50_000));
    assert_eq!(told[4], (Some(29), Some(Selvforsoergende), 10_000));
    assert_eq!((told[5].1, told[6].1), (Some(KontanthjaelpAktivitetsparat), Some(Overgangsydelse)));
    assert_eq!((told[7].1, told[7].2), (Some(KontanthjaelpJobparat), 40_000));
    assert_eq!(SampleCase::C.case(NOVEMBER).answers.public_debt, Some(YesNo::Yes));
}

#[test]
fn the_business_of_h_closes_in_its_tenth_month_and_the_loan_is_still_owed() {
    let worked = WorkedCase::of(&sample(SampleCase::H));
    let plan = worked.columns[0].1.as_ref().expect("worked out");
    let months = &plan.simulation.months;
    let open = |phase: Phase| matches!(phase, Phase::Supported | Phase::OnOwn);
    assert_eq!(months.iter().filter(|row| open(row.phase)).count(), 9);
    let closed = months.iter().find(|row| row.phase == Phase::Closed).expect("it closes");
    assert!(closed.household.benefit.is_positive() && closed.loan.outstanding > kr(30_000));
    assert!(plan.simulation.key_figures.loan.expect("a loan").outstanding_end.is_positive());
}
