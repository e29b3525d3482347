//! The ordinary benefit: what follows from the answers, or the person's own amount.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::case::{Case, bounds};
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::screening::{AnswerKey, Answers, YesNo};
use mikrolaan_engine::simulation::{Benefit, Deduction, ProfileKey, Scenario, ScenarioField, base_benefit};
use mikrolaan_markup::{Element, live, together, view};

use super::{Words, part};
use crate::components::choice_field::{Chosen, pick, radio_field};
use crate::components::field::{Face, Width, Wire, typed_field};
use crate::pages::plan;
use crate::pages::plan::choices::choice;
use crate::pages::plan::choices::{Choice, Picks};
use crate::pages::plan::fields::{Place, field, no_word};
use crate::pages::plan::inputs;
use crate::session::Session;
use crate::watch::watch;
use mikrolaan_app_core::forms::Refusal;
use mikrolaan_app_core::forms::refuse;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::budget::benefit as b;
use mikrolaan_app_core::locale::write::{self, month_year};
use mikrolaan_app_core::rulebook::RULEBOOK;
use mikrolaan_app_core::state::event::{Answer, Event};

const WORDS: Words = Words { title: b::title, name: no_word, hint: b::hint, why: b::why };

/// How the benefit is found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// From age and household.
    Computed,
    /// There is none, and that follows from the answers.
    Nothing,
    /// The person writes it, and could let it be computed.
    Own,
    /// The person has to write it.
    MustEnter,
}

fn way(case: &Case) -> Way {
    let own = case.scenarios.first().is_some_and(|scenario| own(scenario).is_some());
    let Some(support) = case.answers.support else { return Way::MustEnter };
    let computed = support.has_computed_benefit();
    match own {
        _ if !computed && !support.has_no_benefit() => Way::MustEnter,
        true => Way::Own,
        false if computed => Way::Computed,
        false => Way::Nothing,
    }
}

/// The person's own amount, and whether earnings reduce it.
fn own(scenario: &Scenario) -> Option<(Money, Deduction)> {
    match scenario.benefit {
        Some(Benefit::Own { monthly, deduction }) => Some((monthly, deduction)),
        _ => None,
    }
}

/// The part of the page.
pub fn benefit(place: Place) -> Element {
    let session = place.session;
    let followed = watch(move || Some(session.with_case(way) as i64));
    let now = move || {
        followed.track();
        untrack(|| session.with_case(way))
    };
    let parts = move || match now() {
        Way::Computed => vec![choose(session), computed(session), questions(session)],
        Way::Nothing => vec![choose(session), view! { <p>{b::nothing()}</p> }.into_any()],
        Way::Own => vec![choose(session), field(place, &inputs::BENEFIT_MONTHLY), choice(place, &DEDUCTION).into_any()],
        Way::MustEnter => {
            let enter = view! { <p>{b::enter()}</p> };
            vec![enter.into_any(), field(place, &inputs::BENEFIT_MONTHLY), choice(place, &DEDUCTION).into_any()]
        }
    };
    let content = live(move || Some(together(parts())));
    part(&WORDS, vec![content])
}

/// Computed, or the own amount. The own amount begins as the computed one.
fn choose(session: Session) -> AnyView {
    let is_own = move || plan::read(session, |scenario| own(scenario).is_some()).unwrap_or_default();
    let set = move |word: &str| {
        let monthly = untrack(|| base(session)).unwrap_or_default();
        plan::change(session, &mut |scenario| {
            let own = Benefit::Own { monthly, deduction: Deduction::Kontanthjaelp };
            scenario.benefit = (word == "own").then_some(own);
        });
    };
    let value = move || if is_own() { "own" } else { "computed" }.to_owned();
    let face = Face { id: "benefit_way".to_owned(), label: b::way().to_owned(), ..Face::default() };
    let picks = vec![pick("computed", b::computed_choice()), pick("own", b::own_choice())];
    radio_field(&face, picks, &Chosen { value: Arc::new(value), set: Arc::new(set) }).into_any()
}

/// The benefit before any deduction.
fn base(session: Session) -> Option<Money> {
    let outcome = session.evaluated.get()?;
    base_benefit(&RULEBOOK, &outcome.as_ref().as_ref().ok()?.plan())
}

/// What it comes to, or why it cannot be worked out.
fn computed(session: Session) -> AnyView {
    let sum = move || match base(session) {
        Some(base) => b::computed(&write::kroner(base)),
        None => session.with_case(unknown),
    };
    let from = move || base(session).map(|_| b::computed_from().to_owned()).unwrap_or_default();
    view! { <p><strong prop:textContent=sum></strong>" "<span prop:textContent=from></span></p> }.into_any()
}

/// Why the benefit is not known although it follows from the answers.
fn unknown(case: &Case) -> String {
    match case.answers.age {
        None => b::needs_age().to_owned(),
        Some(age) if !bounds::BENEFIT_AGE.allow(&age) => t::errors::field::benefit_age().to_owned(),
        Some(_) => {
            t::months::not_covered(&case.scenarios.first().map(|plan| month_year(plan.start)).unwrap_or_default())
        }
    }
}

/// A text of the page.
type Word = fn() -> &'static str;

/// A yes-or-no answer the rate can depend on.
#[derive(Clone, Copy)]
struct Ask {
    key: AnswerKey,
    words: (Word, Word),
    answer: fn(&mut Answers) -> &mut Option<bool>,
    /// What it is to the benefit.
    profile: ProfileKey,
}

use t::question as q;

const ASKS: [Ask; 5] = [
    Ask {
        key: AnswerKey::Single,
        words: (q::single::title, q::single::hint),
        answer: |a| &mut a.single,
        profile: ProfileKey::Single,
    },
    Ask {
        key: AnswerKey::Children,
        words: (q::children::title, q::children::hint),
        answer: |a| &mut a.children,
        profile: ProfileKey::Children,
    },
    Ask {
        key: AnswerKey::LivesWithParents,
        words: (q::lives_with_parents::title, q::lives_with_parents::hint),
        answer: |a| &mut a.lives_with_parents,
        profile: ProfileKey::LivesWithParents,
    },
    Ask {
        key: AnswerKey::ResidenceAndWorkMet,
        words: (q::residence_and_work_met::title, q::residence_and_work_met::hint),
        answer: |a| &mut a.residence_and_work_met,
        profile: ProfileKey::ResidenceAndWorkMet,
    },
    Ask {
        key: AnswerKey::WorkedTwoAndAHalfYears,
        words: (q::worked_two_and_a_half_years::title, q::worked_two_and_a_half_years::hint),
        answer: |a| &mut a.worked_two_and_a_half_years,
        profile: ProfileKey::WorkedTwoAndAHalfYears,
    },
];

/// What the rate depends on, asked only where it does.
fn questions(session: Session) -> AnyView {
    let age = watch(move || session.with_answers(|answers| answers.age).map(i64::from));
    let place = Place::on_page(session);
    let asked = live(move || {
        let age = age.get().and_then(|age| u32::try_from(age).ok());
        let matters = |ask: &&Ask| ask.profile.matters_at(age);
        Some(together(ASKS.iter().filter(matters).map(|&ask| ask_field(session, ask)).collect()))
    });
    together(vec![age_field(place), asked])
}

pub(super) fn age_field(place: Place) -> AnyView {
    let session = place.session;
    let value = move || session.with_answers(|answers| answers.age).map(|age| age.to_string()).unwrap_or_default();
    let take = move |text: &str| -> Result<(), Refusal> {
        let age = refuse::benefit_age(text)?;
        session.dispatch(Event::Answer(AnswerKey::Age, Answer::Age(age)));
        Ok(())
    };
    let face = Face {
        id: "age".to_owned(),
        label: b::age().to_owned(),
        unit: t::unit::years(),
        width: Width::Short,
        numeric: true,
        ..Face::default()
    };
    let kept = place.kept_answer(AnswerKey::Age, face.label.clone());
    typed_field(face, Wire { waits: place.waits, ..Wire::new(Arc::new(value), Arc::new(take), Some(kept)) })
}

fn ask_field(session: Session, ask: Ask) -> AnyView {
    let value = move || match session.with_answers(|answers| *(ask.answer)(&mut answers.clone())) {
        Some(true) => "yes".to_owned(),
        Some(false) => "no".to_owned(),
        None => String::new(),
    };
    let set = move |word: &str| {
        let answer = Answer::Chosen(if word == "yes" { YesNo::Yes.id() } else { YesNo::No.id() });
        session.dispatch(Event::Answer(ask.key, answer));
    };
    let (title, hint) = ask.words;
    let face = Face { id: ask.key.id().to_owned(), label: title().to_owned(), hint: hint(), ..Face::default() };
    let picks = vec![pick("yes", t::common::yes()), pick("no", t::common::no())];
    radio_field(&face, picks, &Chosen { value: Arc::new(value), set: Arc::new(set) }).into_any()
}

static DEDUCTION: Choice = Choice {
    field: ScenarioField::BenefitDeduction,
    label: b::deduction,
    hint: no_word,
    picks: Picks::Rows(&[("kontanthjaelp", b::deduction_kontanthjaelp), ("none", b::deduction_none)]),
    misfit: |_, _| None,
};
