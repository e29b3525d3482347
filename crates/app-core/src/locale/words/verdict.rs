//! The verdict, in words. Guidance: none of them is a decision.

use crate::locale::language::Text;
use mikrolaan_engine::rulebook::Scheme;
use mikrolaan_engine::screening::{Outcome, Screening, Verdict};

use std::iter;

use crate::locale::argument::Count;
use crate::locale::texts as t;
use crate::locale::texts::named::AllMet;
use crate::locale::words::listed;

/// How many conditions look how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Look met.
    pub met: usize,
    /// The municipality assesses.
    pub assess: usize,
    /// Need an answer.
    pub missing: usize,
    /// Speak against.
    pub against: usize,
}

impl Counts {
    /// Counted from the findings; what does not apply is left out.
    pub fn of(screening: &Screening) -> Self {
        let count = |outcome| screening.findings.iter().filter(|finding| finding.outcome == outcome).count();
        Counts {
            met: count(Outcome::Met),
            assess: count(Outcome::CaseworkerAssesses),
            missing: count(Outcome::NeedsAnswer),
            against: count(Outcome::NotMet),
        }
    }

    /// The conditions that apply.
    pub const fn all(self) -> usize {
        self.met + self.assess + self.missing + self.against
    }
}

/// The verdict in a few words; first of all, that nobody can be given anything, while that is so.
pub fn title(verdict: Verdict, in_force: bool) -> Text {
    match verdict {
        _ if !in_force => t::verdict::closed::title(),
        Verdict::InTargetGroup => t::verdict::in_target_group::title(),
        Verdict::NeedsAssessment => t::verdict::needs_assessment::title(),
        Verdict::Undecided => t::verdict::undecided::title(),
        Verdict::NotInTargetGroup => t::verdict::not_in_target_group::title(),
    }
}

/// What it comes from.
pub fn text(verdict: Verdict, counts: Counts, in_force: bool) -> String {
    let (all, met) = (Count::of(counts.all()), Count::of(counts.met));
    match verdict {
        Verdict::NotInTargetGroup if !in_force => t::verdict::closed::outside().to_owned(),
        _ if !in_force => if_it_were_open(counts),
        Verdict::InTargetGroup => t::verdict::in_target_group::text(all),
        Verdict::NeedsAssessment => t::verdict::needs_assessment::text(AllMet { all, met }),
        Verdict::Undecided => t::verdict::undecided::text(AllMet { all, met }),
        Verdict::NotInTargetGroup => t::verdict::not_in_target_group::text().to_owned(),
    }
}

/// "Var den åben: 10 af 12 betingelser passer, 2 skulle kommunen vurdere."
fn if_it_were_open(counts: Counts) -> String {
    use t::verdict::closed as words;
    let Counts { met, assess, missing, .. } = counts;
    let (all, met) = (Count::of(counts.all()), Count::of(met));
    let first = match (assess, missing) {
        (0, 0) => words::met_all(all),
        (_, 0) => words::met(AllMet { all, met }),
        _ => words::met_so_far(AllMet { all, met }),
    };
    let open = [(assess, words::assess as fn(Count) -> String), (missing, words::missing)];
    let open = open.into_iter().filter(|(count, _)| *count > 0).map(|(count, counted)| counted(Count::of(count)));
    words::text(&listed(&iter::once(first).chain(open).collect::<Vec<_>>()))
}

/// The state of the scheme, said under every verdict.
pub fn scheme_state(scheme: Scheme) -> Text {
    match scheme {
        Scheme::Viderefoert => t::state::viderefoert(),
        Scheme::Frikommune => t::state::frikommune(),
        Scheme::Revalidering => t::state::revalidering(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, text, title};
    use mikrolaan_engine::screening::Verdict;

    fn closed(verdict: Verdict, [met, assess, missing, against]: [usize; 4]) -> String {
        let counts = Counts { met, assess, missing, against };
        [&title(verdict, false), text(verdict, counts, false).as_str()].join(" ")
    }

    #[test]
    fn the_head_line_is_true_today() {
        use Verdict::{InTargetGroup, NeedsAssessment, NotInTargetGroup, Undecided};
        let told = [
            (InTargetGroup, [12, 0, 0, 0], "alle 12 betingelser passer."),
            (InTargetGroup, [10, 0, 0, 0], "alle 10 betingelser passer."),
            (NeedsAssessment, [10, 2, 0, 0], "10 af 12 betingelser passer, 2 skulle kommunen vurdere."),
            (NeedsAssessment, [11, 1, 0, 0], "11 af 12 betingelser passer, én skulle kommunen vurdere."),
            (Undecided, [3, 0, 9, 0], "3 af 12 betingelser passer indtil nu, 9 mangler svar."),
            (
                Undecided,
                [9, 2, 1, 0],
                "9 af 12 betingelser passer indtil nu, 2 skulle kommunen vurdere, én mangler svar.",
            ),
            (Undecided, [0, 0, 12, 0], "0 af 12 betingelser passer indtil nu, 12 mangler svar."),
        ];
        for (verdict, counts, words) in told {
            assert_eq!(closed(verdict, counts), format!("Ordningen er lukket. Var den åben: {words}"));
        }
        let outside = closed(NotInTargetGroup, [4, 0, 7, 1]);
        assert!(outside.starts_with("Ordningen er lukket. Den ser heller ikke ud til at passe til dig. "), "{outside}");
    }

    #[test]
    fn while_it_is_in_force_the_verdict_stands_first() {
        let counts = Counts { met: 10, assess: 2, missing: 0, against: 0 };
        assert_eq!(title(Verdict::NeedsAssessment, true), "Kræver kommunens vurdering");
        assert!(text(Verdict::NeedsAssessment, counts, true).starts_with("10 af 12 betingelser ser ud til"));
    }
}
