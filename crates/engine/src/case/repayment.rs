//! From one way of paying a loan back to the other, so that little changes when somebody switches.

use super::bounds::TERM;
use super::starting_loan;
use crate::quantity::Money;
use crate::simulation::{Loan, Repayment, Scenario, instalments};

/// Sets what is borrowed; nothing = no loan. A first loan begins as the scheme's.
pub fn set_principal(scenario: &mut Scenario, principal: Money) {
    match &mut scenario.loan {
        _ if !principal.is_positive() => scenario.loan = None,
        Some(loan) => loan.principal = principal,
        None => scenario.loan = Some(starting_loan(principal)),
    }
}

/// About the same plan as an amount a month: whole kroner, rounded up.
#[must_use]
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
#[must_use]
pub fn as_term(loan: &Loan) -> Repayment {
    match loan.repayment {
        Repayment::Instalment(amount) => Repayment::Term(instalments(loan.principal, amount).clamp(TERM.min, TERM.max)),
        same @ Repayment::Term(_) => same,
    }
}

#[cfg(test)]
mod tests {
    use super::{as_instalment, as_term, starting_loan};
    use crate::quantity::Money;
    use crate::simulation::{Loan, Repayment};

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
