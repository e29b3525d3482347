//! What a kind of support means for the benefit: whether its amount can be computed, and whether wealth can
//! stop it.

use super::{Answers, Support};

impl Answers {
    /// Is there a spouse, by the answers? Living together is not being married.
    #[must_use]
    pub fn has_spouse(&self) -> bool {
        self.married == Some(true) && self.single != Some(true)
    }
}

impl Support {
    /// Kontanthjælp and uddannelseshjælp: the benefits whose amount follows from age and home.
    #[must_use]
    pub const fn has_computed_benefit(self) -> bool {
        self.is_kontanthjaelp() || self.is_uddannelse()
    }

    /// Nothing is received from the public: the benefit is zero.
    #[must_use]
    pub const fn has_no_benefit(self) -> bool {
        matches!(self, Support::Selvforsoergende | Support::Employed)
    }

    /// The benefits that wealth above the limit stops.
    #[must_use]
    pub const fn has_wealth_limit(self) -> bool {
        self.has_computed_benefit() || matches!(self, Support::Overgangsydelse)
    }

    /// Has the support a wealth limit, or may it have one, because the person does not know which it is?
    #[must_use]
    pub const fn may_have_wealth_limit(self) -> bool {
        self.has_wealth_limit() || matches!(self, Support::Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::Support;

    #[test]
    fn a_benefit_is_computed_or_nothing_or_must_be_written() {
        let ids = |is: fn(Support) -> bool| -> Vec<&str> {
            Support::ALL.iter().filter(|&&support| is(support)).map(|support| support.id()).collect()
        };
        let computed = [
            "kontanthjaelp_jobparat",
            "kontanthjaelp_aktivitetsparat",
            "uddannelsesparat",
            "uddannelse_aktivitetsparat",
        ];
        assert_eq!(ids(Support::has_computed_benefit), computed);
        assert_eq!(ids(Support::has_no_benefit), ["selvforsoergende", "employed"]);
        assert_eq!(ids(Support::has_wealth_limit), [&computed[..], &["overgangsydelse"]].concat());
        assert_eq!(ids(Support::may_have_wealth_limit), [&computed[..], &["overgangsydelse", "unknown"]].concat());
    }
}
