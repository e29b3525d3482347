//! From one way of paying back to the other, so that little changes when somebody switches.

use mikrolaan_engine::case::starting_loan;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::simulation::{Loan, Repayment, Scenario};

/// The most instalments a plan can have.
const MOST_INSTALMENTS: u32 = 360;

/// Sets what is borrowed; nothing = no loan.
pub fn set_principal(scenario: &mut Scenario, principal: Money) {
    match &mut scenario.loan {
        _ if !principal.is_positive() => scenario.loan = None,
        Some(loan) => loan.principal = principal,
        None => scenario.loan = Some(starting_loan(principal)),
    }
}

/// How many instalments of `instalment` pay back `principal`, without interest.
pub fn instalments(principal: Money, instalment: Money) -> u32 {
    let (principal, instalment) = (principal.oere().max(0), instalment.oere().max(1));
    let whole = principal / instalment + i64::from(principal % instalment > 0);
    u32::try_from(whole).unwrap_or(u32::MAX)
}

/// About the same plan as an amount a month: whole kroner, rounded up.
pub fn as_instalment(loan: &Loan) -> Repayment {
    match loan.repayment {
        Repayment::Term(term) => {
            let parts = i64::from(term.max(1)) * 100;
            let kroner = loan.principal.oere().saturating_add(parts - 1) / parts;
            Repayment::Instalment(Money::from_kroner(kroner.max(1)))
        }
        same @ Repayment::Instalment(_) => same,
    }
}

/// About the same plan as a number of instalments.
pub fn as_term(loan: &Loan) -> Repayment {
    match loan.repayment {
        Repayment::Instalment(amount) => {
            Repayment::Term(instalments(loan.principal, amount).clamp(1, MOST_INSTALMENTS))
        }
        same @ Repayment::Term(_) => same,
    }
}

#[cfg(test)]
mod tests {
    use super::{as_instalment, as_term, instalments, starting_loan};
    use mikrolaan_engine::quantity::Money;
    use mikrolaan_engine::simulation::{Loan, Repayment};

    #[test]
    fn the_last_instalment_may_be_smaller() {
        let kroner = Money::from_kroner;
        assert_eq!(instalments(kroner(25_500), kroner(500)), 51);
        assert_eq!(instalments(kroner(25_501), kroner(500)), 52);
        assert_eq!(instalments(Money::ZERO, kroner(500)), 0);
        assert_eq!(instalments(kroner(10_000_000), Money::from_oere(1)), 1_000_000_000);
        assert_eq!(instalments(kroner(1), Money::ZERO), 100);
    }

    #[test]
    fn switching_there_and_back_keeps_the_plan() {
        let repayment = Repayment::Instalment(Money::from_kroner(500));
        let loan = Loan { repayment, ..starting_loan(Money::from_kroner(25_500)) };
        let by_term = Loan { repayment: as_term(&loan), ..loan.clone() };
        assert_eq!(by_term.repayment, Repayment::Term(51));
        assert_eq!(as_instalment(&by_term), loan.repayment);
        let tiny = Loan { repayment: Repayment::Instalment(Money::from_oere(1)), ..loan };
        assert_eq!(as_term(&tiny), Repayment::Term(360));
    }
}
