//! The format of a case: its members in their order, with bounds and defaults. Defined in the project's case
//! format; whoever reads or writes a case goes through here.

use super::Case;
use super::bounds::{self, Bounds};
use super::examples::ExampleId;
use super::format_scenario::{Context, LOCAL_TAX, default_name, scenario};
use super::parts::{AppPart, CaseOutcome, ValuePath};
use super::resolve::account_is_open;
use super::value::{CaseValue as _, optional, optional_choice, presence_of, required};
use super::walk::{Leaf, Need, Presence, Walk, Wrong};
use crate::insight::variants::Variant;
use crate::quantity::Month;
use crate::rulebook::{OverrideKey, Overrides, Scheme};
use crate::screening::{Answer, AnswerKey, AnswerKind, Answers, Support};
use crate::simulation::{Scenario, defaults};
use crate::string_enum::Listed;

/// The format this program reads.
pub const FORMAT: &str = "mikrolaan-case/1";

/// Any length: the list is bounded by what may stand in it.
const ANY_LENGTH: Bounds<u32> = Bounds { min: 0, max: u32::MAX };
/// How many questions can be passed.
const SKIPPED: Bounds<u32> = Bounds { min: 0, max: 30 };
/// How many values can be marked.
const MARKED: Bounds<u32> = Bounds { min: 0, max: 200 };
/// How many ready-made changes can be compared.
const COMPARED: Bounds<u32> = Bounds { min: 0, max: 8 };

/// Goes through a case; `whole` asks that its scenarios can be worked out.
pub(super) fn case(walk: &mut dyn Walk, case: &mut Case, whole: bool) {
    given(walk, case, whole);
    optional_object(walk, "outcome", &mut case.outcome, outcome);
    kept(walk, case);
}

/// Goes through what travels in a link: all of it but what became of the person.
pub(super) fn travelling(walk: &mut dyn Walk, case: &mut Case) {
    given(walk, case, false);
    kept(walk, case);
}

/// When it is, what was answered, and the plans.
fn given(walk: &mut dyn Walk, case: &mut Case, whole: bool) {
    walk.format("format", FORMAT);
    required(walk, "as_of", &mut case.as_of, bounds::month());
    scheme(walk, case);
    let mut benefit_is_known = true;
    let mut presence = Presence::of(case.written.answers || case.answers != Answers::default());
    let given = &mut case.answers;
    let read = walk.object("answers", Need::Optional(&mut presence), &mut |walk| {
        benefit_is_known = answers(walk, given);
    });
    case.written.answers = presence.is_there();
    let for_benefit = (whole && read && benefit_is_known).then(|| case.answers.clone());
    scenarios(walk, case, for_benefit.as_ref());
}

/// What is kept with the case.
fn kept(walk: &mut dyn Walk, case: &mut Case) {
    optional_object(walk, "overrides", &mut case.overrides, overrides);
    optional_object(walk, "app", &mut case.app, app);
}

fn scheme(walk: &mut dyn Walk, case: &mut Case) {
    let default = Case::new(case.as_of).scheme;
    let mut presence = Presence::of(case.written.scheme || case.scheme != default);
    let mut index = case.scheme.place();
    walk.leaf("scheme", Need::Optional(&mut presence), Leaf::Choice(&mut index, Scheme::IDS));
    let read = Scheme::ALL.get(index).copied();
    case.scheme = read.filter(|_| presence.is_there()).unwrap_or(default);
    case.written.scheme = presence.is_there();
}

fn scenarios(walk: &mut dyn Walk, case: &mut Case, for_benefit: Option<&Answers>) {
    let usual_account_wait = defaults::account_wait_months(account_is_open(&case.answers));
    let all = &mut case.scenarios;
    let mut presence = Presence::of(case.written.scenarios || !all.is_empty());
    let length = all.len();
    walk.list("scenarios", Need::Optional(&mut presence), bounds::SCENARIOS, length, &mut |index, item| {
        if index == all.len() {
            all.push(Scenario::begun(Month::blank(), default_name(index)));
        }
        if let Some(one) = all.get_mut(index) {
            item.object(&mut |walk| scenario(walk, one, Context { index, answers: for_benefit, usual_account_wait }));
        }
    });
    case.written.scenarios = presence.is_there();
}

/// A part that may be left out.
fn optional_object<T: Default>(
    walk: &mut dyn Walk,
    key: &'static str,
    place: &mut Option<T>,
    members: fn(&mut dyn Walk, &mut T),
) {
    let mut presence = Presence::of(place.is_some());
    let mut part = place.take().unwrap_or_default();
    walk.object(key, Need::Optional(&mut presence), &mut |walk| members(walk, &mut part));
    *place = presence.is_there().then_some(part);
}

/// The answers. Says whether nothing is wrong with those the benefit follows from.
fn answers(walk: &mut dyn Walk, answers: &mut Answers) -> bool {
    let mut read = [true; AnswerKey::ALL.len()];
    for key in AnswerKey::IN_FILE {
        let is_read = answer(walk, answers, key);
        if let Some(place) = read.get_mut(key as usize) {
            *place = is_read;
        }
    }
    let is_read = |key: AnswerKey| read.get(key as usize) == Some(&true);
    let needs_age = answers.support.is_some_and(Support::has_computed_benefit);
    is_read(AnswerKey::Support) && (is_read(AnswerKey::Age) || !needs_age)
}

fn answer(walk: &mut dyn Walk, answers: &mut Answers, key: AnswerKey) -> bool {
    let given = answers.get(key);
    let mut presence = Presence::of(given.is_some());
    let need = Need::Optional(&mut presence);
    let (read, answer) = match (key.kind(), given) {
        (AnswerKind::Whole(bounds), given) => {
            let mut value = if let Some(Answer::Whole(value)) = given { value } else { 0 };
            (walk.leaf(key.id(), need, Leaf::Whole(&mut value, bounds)), Answer::Whole(value))
        }
        (AnswerKind::Amount(bounds), given) => {
            let mut value = if let Some(Answer::Amount(value)) = given { value } else { bounds.min };
            (walk.leaf(key.id(), need, Leaf::Amount(&mut value, bounds)), Answer::Amount(value))
        }
        (AnswerKind::Truth, given) => {
            let mut value = matches!(given, Some(Answer::Truth(true)));
            (walk.leaf(key.id(), need, Leaf::Truth(&mut value)), Answer::Truth(value))
        }
        (AnswerKind::Choice(ids), given) => {
            let mut place = if let Some(Answer::Choice(place)) = given { place } else { 0 };
            (walk.leaf(key.id(), need, Leaf::Choice(&mut place, ids)), Answer::Choice(place))
        }
        (AnswerKind::Several(ids), given) => {
            let mut places = if let Some(Answer::Several(places)) = given { places } else { Vec::new() };
            let read = several(walk, key.id(), need, ids, &mut places);
            (read, Answer::Several(places))
        }
    };
    answers.set(key, presence.is_there().then_some(answer));
    read
}

/// Some words of a closed list, none of them twice.
fn several(
    walk: &mut dyn Walk,
    key: &'static str,
    need: Need<'_>,
    ids: &'static [&'static str],
    places: &mut Vec<usize>,
) -> bool {
    let read = words_of(walk, key, need, ANY_LENGTH, ids, places);
    let again = places.iter().enumerate().find(|(at, place)| places.get(..*at).is_some_and(|it| it.contains(place)));
    if let (true, Some((_, &place))) = (read, again) {
        let word = ids.get(place).copied().unwrap_or_default();
        walk.wrong(key, Wrong::Twice(word));
    }
    read
}

/// Words of a closed list.
fn words_of(
    walk: &mut dyn Walk,
    key: &'static str,
    need: Need<'_>,
    lengths: Bounds<u32>,
    ids: &'static [&'static str],
    places: &mut Vec<usize>,
) -> bool {
    let length = places.len();
    walk.list(key, need, lengths, length, &mut |at, item| {
        let written = places.get(at).copied();
        let mut place = written.unwrap_or(0);
        item.leaf(Leaf::Choice(&mut place, ids));
        places.extend(written.is_none().then_some(place));
    })
}

fn outcome(walk: &mut dyn Walk, outcome: &mut CaseOutcome) {
    optional_choice(walk, "course", &mut outcome.course);
    let from = optional(walk, "course_from", &mut outcome.course_from, bounds::month());
    let until = optional(walk, "course_until", &mut outcome.course_until, bounds::month());
    if let (Some(first), Some(last), true) = (outcome.course_from, outcome.course_until, from && until)
        && last < first
    {
        walk.wrong("course_until", Wrong::CourseEndsTooEarly(first));
    }
    optional_choice(walk, "loan", &mut outcome.loan);
    optional(walk, "loan_from", &mut outcome.loan_from, bounds::month());
    optional(walk, "loan_amount", &mut outcome.loan_amount, bounds::AMOUNT);
    optional(walk, "subsidy", &mut outcome.subsidy, ());
    optional_choice(walk, "result", &mut outcome.result);
    optional(walk, "result_from", &mut outcome.result_from, bounds::month());
}

fn overrides(walk: &mut dyn Walk, overrides: &mut Overrides) {
    optional(walk, OverrideKey::LargestLoan.id(), &mut overrides.largest_loan, bounds::AMOUNT);
    optional(walk, OverrideKey::SupportMonths.id(), &mut overrides.support_months, bounds::SUBSIDY_MONTHS);
    optional(walk, OverrideKey::MunicipalRate.id(), &mut overrides.municipal_rate, LOCAL_TAX);
    optional(walk, OverrideKey::ChurchRate.id(), &mut overrides.church_rate, LOCAL_TAX);
    let mut presence = Presence::of(overrides.municipality.is_some());
    let municipality = Leaf::Municipality(&mut overrides.municipality);
    walk.leaf(OverrideKey::Municipality.id(), Need::Optional(&mut presence), municipality);
}

fn app(walk: &mut dyn Walk, app: &mut AppPart) {
    listed(walk, "skipped", SKIPPED, &mut app.skipped);
    paths(walk, "guessed", &mut app.guessed);
    paths(walk, "from_example", &mut app.from_example);
    paths(walk, "from_answers", &mut app.from_answers);
    example(walk, app);
    listed::<Variant>(walk, "compare", COMPARED, &mut app.compare);
}

fn example(walk: &mut dyn Walk, app: &mut AppPart) {
    let mut presence = presence_of(matches!(app.example, Some(Some(_))), app.example == Some(None));
    let mut index = app.example.flatten().map_or(0, Listed::place);
    walk.leaf("example", Need::Nullable(&mut presence), Leaf::Choice(&mut index, ExampleId::IDS));
    app.example = match presence {
        Presence::Absent => None,
        Presence::Null => Some(None),
        Presence::There => Some(ExampleId::ALL.get(index).copied()),
    };
}

/// A list of known words that may be left out.
fn listed<T: Listed>(walk: &mut dyn Walk, key: &'static str, lengths: Bounds<u32>, place: &mut Option<Vec<T>>) {
    let mut presence = Presence::of(place.is_some());
    let mut places: Vec<usize> = place.iter().flatten().map(|value| value.place()).collect();
    words_of(walk, key, Need::Optional(&mut presence), lengths, T::IDS, &mut places);
    *place = presence.is_there().then(|| places.iter().filter_map(|place| T::ALL.get(*place).copied()).collect());
}

/// A list of places of values that may be left out.
fn paths(walk: &mut dyn Walk, key: &'static str, place: &mut Option<Vec<ValuePath>>) {
    let mut presence = Presence::of(place.is_some());
    let mut all = place.take().unwrap_or_default();
    let length = all.len();
    walk.list(key, Need::Optional(&mut presence), MARKED, length, &mut |at, item| {
        let mut path = all.get(at).copied();
        let is_new = path.is_none();
        item.leaf(Leaf::Path(&mut path));
        all.extend(path.filter(|_| is_new));
    });
    *place = presence.is_there().then_some(all);
}
