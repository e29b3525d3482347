//! The ordinary benefit: what follows from the answers, or the person's own amount.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::case::{Case, bounds};
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::screening::{AnswerKey, Answers, Support};
use mikrolaan_engine::simulation::{Benefit, Deduction};

use super::part;
use crate::components::choice_field::{Chosen, pick, radio_field};
use crate::components::field::{Refusal, Width, Wire, typed_field};
use crate::components::money_field::{MoneyWire, money_field};
use crate::components::refuse;
use crate::danish::{read, write};
use crate::pages::plan;
use crate::pages::plan::fields::{Place, face};
use crate::session::Session;
use crate::story::base::base_benefit;
use crate::texts as t;
use crate::texts::budget::benefit as b;

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
    let own = case.scenarios.first().is_some_and(|scenario| matches!(scenario.benefit, Some(Benefit::Own { .. })));
    let Some(support) = case.answers.support else { return Way::MustEnter };
    let none = matches!(support, Support::Selvforsoergende | Support::Employed);
    match own {
        _ if !none && !support.is_kontanthjaelp() && !support.is_uddannelse() => Way::MustEnter,
        true => Way::Own,
        false if none => Way::Nothing,
        false => Way::Computed,
    }
}

/// The part of the page.
pub fn benefit(place: Place) -> AnyView {
    let session = place.session;
    let way = Memo::new(move |_| session.with_case(way));
    let content = move || match way.get() {
        Way::Computed | Way::Nothing => vec![choice(session), computed(session, way.get_untracked())].into_any(),
        Way::Own => vec![choice(session), own(session)].into_any(),
        Way::MustEnter => {
            let enter = view! { <p>{b::enter()}</p> }.into_any();
            vec![enter, own(session)].into_any()
        }
    };
    part(b::title(), b::hint(), content.into_any(), b::why())
}

fn choice(session: Session) -> AnyView {
    let value = Signal::derive(move || {
        plan::read(session, |scenario| if matches!(scenario.benefit, Some(Benefit::Own { .. })) { "own" } else { "computed" }.to_owned())
    });
    let set = Callback::new(move |word: String| {
        let base = base(session).unwrap_or_default();
        plan::change(session, |scenario| {
            let own = Benefit::Own { monthly: base, deduction: Deduction::Kontanthjaelp };
            scenario.benefit = (word == "own").then_some(own);
        });
    });
    let picks = vec![pick("computed", b::computed_choice()), pick("own", b::own_choice())];
    radio_field("benefit_way", b::way(), "", picks, Chosen { value, set })
}

/// The benefit before any deduction.
fn base(session: Session) -> Option<Money> {
    session.with_case(|case| base_benefit(&case.plan(0).ok()?))
}

fn computed(session: Session, way: Way) -> AnyView {
    let sum = move || match base(session) {
        _ if way == Way::Nothing => b::nothing().to_owned(),
        Some(base) => b::computed(&write::kroner(base)),
        None => b::needs_age().to_owned(),
    };
    let questions = (way == Way::Computed).then(|| questions(session));
    let from = (way == Way::Computed).then(b::computed_from);
    view! { <p><strong prop:textContent=sum></strong>" "{from}</p>{questions} }.into_any()
}

/// What the rate depends on, asked only where it does.
fn questions(session: Session) -> AnyView {
    let age = Memo::new(move |_| session.with_answers(|answers| answers.age));
    let single = Ask { key: AnswerKey::Single, get: |answers| &mut answers.single };
    let children = Ask { key: AnswerKey::Children, get: |answers| &mut answers.children };
    let parents = Ask { key: AnswerKey::LivesWithParents, get: |answers| &mut answers.lives_with_parents };
    let residence = Ask { key: AnswerKey::ResidenceAndWorkMet, get: |answers| &mut answers.residence_and_work_met };
    let worked = Ask { key: AnswerKey::WorkedTwoAndAHalfYears, get: |answers| &mut answers.worked_two_and_a_half_years };
    let young = move || age.get().is_some_and(|age| age < 30).then(|| parents.field(session));
    let between = move || age.get().is_some_and(|age| (25..30).contains(&age)).then(|| worked.field(session));
    view! {
        {age_field(session)}
        {single.field(session)}
        {children.field(session)}
        {young}
        {residence.field(session)}
        {between}
    }
    .into_any()
}

fn age_field(session: Session) -> AnyView {
    let value = Signal::derive(move || session.with_answers(|answers| answers.age).map(|age| age.to_string()).unwrap_or_default());
    let take = Callback::new(move |text: String| -> Result<(), Refusal> {
        let words = t::errors::field::benefit_age();
        let age = read::whole(&text, bounds::BENEFIT_AGE).map_err(|fault| refuse::within(fault, &text, words))?;
        session.answer(AnswerKey::Age, |answers| answers.age = Some(age));
        Ok(())
    });
    let face = face("age".to_owned(), b::age(), "");
    typed_field(crate::components::field::Face { unit: t::unit::years(), width: Width::Short, ..face }, Wire::new(value, take))
}

/// A yes-or-no answer the rate can depend on.
#[derive(Clone, Copy)]
struct Ask {
    key: AnswerKey,
    get: fn(&mut Answers) -> &mut Option<bool>,
}

impl Ask {
    fn field(self, session: Session) -> AnyView {
        let value = Signal::derive(move || {
            let given = session.with_answers(|answers| *(self.get)(&mut answers.clone()));
            given.map(|yes| if yes { "yes" } else { "no" }.to_owned()).unwrap_or_default()
        });
        let set = Callback::new(move |word: String| {
            session.answer(self.key, |answers| *(self.get)(answers) = Some(word == "yes"));
        });
        let (title, hint) = self.words();
        let picks = vec![pick("yes", t::common::yes()), pick("no", t::common::no())];
        radio_field(self.key.id(), title, hint, picks, Chosen { value, set })
    }

    fn words(self) -> (&'static str, &'static str) {
        use t::question as q;
        match self.key {
            AnswerKey::Single => (q::single::title(), q::single::hint()),
            AnswerKey::Children => (q::children::title(), q::children::hint()),
            AnswerKey::LivesWithParents => (q::lives_with_parents::title(), q::lives_with_parents::hint()),
            AnswerKey::ResidenceAndWorkMet => (q::residence_and_work_met::title(), q::residence_and_work_met::hint()),
            _ => (q::worked_two_and_a_half_years::title(), q::worked_two_and_a_half_years::hint()),
        }
    }
}

fn own(session: Session) -> AnyView {
    let value = Signal::derive(move || {
        plan::read(session, |scenario| match scenario.benefit {
            Some(Benefit::Own { monthly, .. }) => Some(monthly),
            _ => None,
        })
    });
    let set = Callback::new(move |money: Option<Money>| {
        plan::change(session, |scenario| {
            let deduction = deduction(scenario.benefit.as_ref());
            scenario.benefit = money.map(|monthly| Benefit::Own { monthly, deduction });
        });
    });
    let field = money_field(
        face("benefit_monthly".to_owned(), b::monthly(), b::monthly_hint()),
        MoneyWire { value, set, bounds: bounds::AMOUNT, optional: false },
    );
    view! { {field}{deduction_field(session)} }.into_any()
}

fn deduction(benefit: Option<&Benefit>) -> Deduction {
    match benefit {
        Some(Benefit::Own { deduction, .. }) => *deduction,
        _ => Deduction::Kontanthjaelp,
    }
}

fn deduction_field(session: Session) -> AnyView {
    let value = Signal::derive(move || plan::read(session, |scenario| deduction(scenario.benefit.as_ref()).id().to_owned()));
    let set = Callback::new(move |word: String| {
        plan::change(session, |scenario| {
            if let (Some(Benefit::Own { deduction, .. }), Some(chosen)) = (&mut scenario.benefit, Deduction::from_id(&word)) {
                *deduction = chosen;
            }
        });
    });
    let picks = vec![
        pick(Deduction::Kontanthjaelp.id(), b::deduction_kontanthjaelp()),
        pick(Deduction::None.id(), b::deduction_none()),
    ];
    radio_field("deduction", b::deduction(), "", picks, Chosen { value, set })
}
