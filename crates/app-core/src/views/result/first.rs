//! What to do first: at most two things, and then the money.

use mikrolaan_engine::screening::{Answers, FlagId, QuestionFlow, Screening, Support, YesNo};

use crate::locale::language::Text;
use crate::locale::texts::result::first as words;
use crate::navigation::{GuideTopic, Route};
use crate::views::contact::{MUNICIPALITY, SEE_DEBT};

/// At most so many things stand before the money.
const STEPS: usize = 2;

/// Something to do, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstStep {
    /// What.
    pub title: Text,
    /// Why, in a few words.
    pub text: Text,
    /// Where it is done, or how.
    pub link: StepLink,
}

/// Where a step is done, or how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepLink {
    /// A page of the calculator that says how.
    How(Route),
    /// Another site: its name and its address.
    Site(Text, &'static str),
}

/// What this person does first, in order: what can take money, what costs money when it is forgotten, what takes time; and
/// whoever has none of it asks the municipality what there is today.
pub fn first(screening: &Screening, flow: &QuestionFlow, answers: &Answers) -> Vec<FirstStep> {
    let is_up = |wanted: FlagId| screening.flags.iter().any(|flag| flag.flag == wanted) && wanted.is_relevant(flow);
    let may_owe = matches!(answers.public_debt, Some(YesNo::Yes | YesNo::Unknown));
    let matters = FlagId::DebtUnknown.is_relevant(flow);
    let has_benefit = !answers.support.is_some_and(Support::has_no_benefit);
    let waits = is_up(FlagId::AccountTakesTime) || is_up(FlagId::AccountRefused);
    let how = |topic| StepLink::How(Route::GoodToKnow(Some(topic)));
    let site = StepLink::Site;
    let steps = [
        (may_owe && matters, words::debt(), words::debt_text(), site(words::debt_site(), SEE_DEBT)),
        (has_benefit, words::report(), words::report_text(), how(GuideTopic::Reporting)),
        (
            is_up(FlagId::EducationDuty),
            words::education(),
            words::education_text(),
            site(words::municipality_site(), MUNICIPALITY),
        ),
        (waits, words::account(), words::account_text(), how(GuideTopic::Account)),
        (true, words::ask(), words::ask_text(), site(words::municipality_site(), MUNICIPALITY)),
    ];
    let step = |(_, title, text, link)| FirstStep { title, text, link };
    steps.into_iter().filter(|(applies, ..)| *applies).take(STEPS).map(step).collect()
}
