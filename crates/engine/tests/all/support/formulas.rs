//! The formulas of `docs/explain.md`, worked out from nothing but what a tree shows.
//!
//! Written from the document, not from the engine: an explanation is right when this gives its value.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::Value;

use super::annuity::level_payment;
use super::fraction::Fraction;

/// What a node of a tree is worth.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Worth {
    Number(Fraction),
    Truth(bool),
    Word(String),
    /// Months since year 0.
    Month(i128),
}

impl Worth {
    /// The value a node shows.
    pub(crate) fn shown(node: &Value) -> Worth {
        let text = || node["value"].as_str().unwrap_or_else(|| panic!("no text: {node}"));
        match node["kind"].as_str().expect("a kind") {
            "truth" => Worth::Truth(node["value"].as_bool().expect("a truth")),
            "whole" => Worth::Number(Fraction::whole(node["value"].as_u64().expect("a whole number").into())),
            "word" => Worth::Word(text().to_owned()),
            "month" => Worth::Month(month(text())),
            "money" | "unrounded" | "rate" | "factor" | "monthly_hours" | "weekly_hours" => {
                Worth::Number(Fraction::parse(text()))
            }
            other => panic!("{other} is no kind of value"),
        }
    }
}

/// Months since year 0.
pub(crate) fn month(text: &str) -> i128 {
    let (year, number) = text.split_once('-').expect("a month");
    year.parse::<i128>().expect("a year") * 12 + number.parse::<i128>().expect("a number") - 1
}

/// The inputs of a formula by role, and which of them were looked at.
pub(crate) struct Inputs<'v> {
    formula: &'v str,
    inputs: &'v [Value],
    seen: RefCell<BTreeSet<&'v str>>,
}

impl<'v> Inputs<'v> {
    pub(crate) fn of(node: &'v Value) -> Self {
        let formula = node["formula"].as_str().expect("a formula");
        Inputs { formula, inputs: node["inputs"].as_array().expect("inputs"), seen: RefCell::default() }
    }

    /// The roles no formula has looked at.
    pub(crate) fn unused(&self) -> Vec<&'v str> {
        let roles = self.inputs.iter().filter_map(|input| input["role"].as_str());
        roles.filter(|role| !self.seen.borrow().contains(role)).collect()
    }

    fn all(&self, role: &str) -> Vec<&'v Value> {
        let found = self.inputs.iter().filter(|input| input["role"] == role);
        let found: Vec<&Value> = found.inspect(|input| self.look(input)).collect();
        found
    }

    fn look(&self, input: &'v Value) {
        self.seen.borrow_mut().extend(input["role"].as_str());
    }

    fn find(&self, role: &str) -> Option<Worth> {
        let found = self.all(role);
        assert!(found.len() <= 1, "{}: {role} stands there {} times", self.formula, found.len());
        found.first().map(|node| Worth::shown(node))
    }

    fn has(&self, role: &str) -> bool {
        !self.all(role).is_empty()
    }

    fn one(&self, role: &str) -> Worth {
        self.find(role).unwrap_or_else(|| panic!("{}: no {role}", self.formula))
    }

    fn number(&self, role: &str) -> Fraction {
        match self.one(role) {
            Worth::Number(number) => number,
            other => panic!("{}: {role} is {other:?}", self.formula),
        }
    }

    fn or_nothing(&self, role: &str) -> Fraction {
        if self.has(role) { self.number(role) } else { Fraction::ZERO }
    }

    fn month(&self, role: &str) -> i128 {
        match self.one(role) {
            Worth::Month(month) => month,
            other => panic!("{}: {role} is {other:?}", self.formula),
        }
    }

    fn truth(&self, role: &str) -> bool {
        self.one(role) == Worth::Truth(true)
    }

    fn is(&self, role: &str, word: &str) -> bool {
        self.one(role) == Worth::Word(word.to_owned())
    }

    fn sum(&self, role: &str) -> Fraction {
        self.all(role).into_iter().map(Worth::shown).fold(Fraction::ZERO, |sum, worth| match worth {
            Worth::Number(number) => sum + number,
            other => panic!("{}: {role} is {other:?}", self.formula),
        })
    }

    /// What is added less what is taken away.
    fn balance(&self, added: &[&str], taken: &[&str]) -> Fraction {
        let added = added.iter().fold(Fraction::ZERO, |sum, role| sum + self.number(role));
        taken.iter().fold(added, |sum, role| sum - self.number(role))
    }

    /// Fails when a condition of the formula does not hold.
    fn must(&self, holds: bool, what: &str) {
        assert!(holds, "{}: not {what}: {:?}", self.formula, self.inputs);
    }
}

fn whole(number: i128) -> Fraction {
    Fraction::whole(number)
}

fn twelfth(yearly: Fraction) -> Fraction {
    yearly / whole(12)
}

/// The value of a formula, from its inputs.
pub(crate) fn value(formula: &str, x: &Inputs<'_>) -> Worth {
    calendar(formula, x)
        .or_else(|| nothing(formula, x))
        .or_else(|| job(formula, x).or_else(|| benefit(formula, x)).map(Worth::Number))
        .or_else(|| business(formula, x).or_else(|| tax(formula, x)).map(Worth::Number))
        .or_else(|| loan(formula, x))
        .or_else(|| household(formula, x))
        .unwrap_or_else(|| panic!("the document knows no formula {formula}"))
}

fn calendar(formula: &str, x: &Inputs<'_>) -> Option<Worth> {
    let months = |role: &str| x.number(role).to_whole();
    Some(match formula {
        "opening_month" => Worth::Month(x.month("start") + months("course_months") + months("account_wait_months")),
        "open_month" => Worth::Number(whole(x.month("month") - x.month("opening_month") + 1)),
        "months_since_payout" => Worth::Number(whole(x.month("month") - x.month("opening_month"))),
        "phase" => Worth::Word(phase(x).to_owned()),
        "phase_without_business" => {
            x.month("month");
            Worth::Word("benefit".to_owned())
        }
        _ => return None,
    })
}

fn phase(x: &Inputs<'_>) -> &'static str {
    let (month, opening) = (x.month("month"), x.month("opening_month"));
    let after_course = x.month("start") + x.number("course_months").to_whole();
    let after_support = opening + x.number("support_months").to_whole();
    let closed = x.has("closing_month") && month >= x.month("closing_month");
    x.has("after_closure");
    match month {
        _ if closed => "closed",
        _ if month < after_course => "course",
        _ if month < opening => "waiting",
        _ if month < after_support => "supported",
        _ => "on_own",
    }
}

/// What is nothing, and the reason that must hold for it.
fn nothing(formula: &str, x: &Inputs<'_>) -> Option<Worth> {
    let open = || x.is("phase", "supported") || x.is("phase", "on_own");
    match formula {
        "nothing_in_phase" => {
            x.one("phase");
        }
        "only_in_opening_month" => x.must(x.month("month") > x.month("opening_month"), "after the opening"),
        "only_in_closing_month" => {
            x.one("phase");
        }
        "not_yet" => {}
        "no_loan" => {}
        "not_paid_out_yet" | "nothing_in_payout_month" => {
            x.month("opening_month");
        }
        "nothing_owed" => x.must(x.number("debt") == Fraction::ZERO, "without a debt"),
        "nothing_while_paused" => x.must(x.truth("paused"), "paused"),
        "before_first_instalment" => {
            x.must(x.number("months_since_payout") < x.number("first_instalment_after"), "before the first instalment");
        }
        "paid_by_business" => x.must(open(), "open"),
        "paid_by_household" => x.must(!open(), "closed or not yet open"),
        "no_tax" => x.must(x.is("tax_mode", "none"), "without tax"),
        "nothing_taxed" => x.must(!x.number("taxed_income").is_positive(), "without a taxed income"),
        _ => return None,
    }
    Some(Worth::Number(Fraction::ZERO))
}

fn job(formula: &str, x: &Inputs<'_>) -> Option<Fraction> {
    Some(match formula {
        "hours_in_month" => x.number("hours_per_week") * Fraction::new(52, 12),
        "pay_of_job" => (x.number("hours") * x.number("hourly_wage")).round(),
        "atp_of_job" => {
            x.must(x.has("atp_step") == (x.number("hours") >= whole(39)), "a step from 39 hours on");
            x.or_nothing("atp_step").min(x.number("pay"))
        }
        "job_pay" => x.sum("pay"),
        "hours" => x.sum("hours"),
        "atp" => x.sum("atp"),
        "wage" => x.balance(&["pay"], &["atp"]),
        "labour_market_contribution" => {
            let base = x.number("contribution_base");
            x.must(x.has("contribution_rate") == base.is_positive(), "a rate for an amount");
            (x.or_nothing("contribution_rate") * base).round()
        }
        "countable_earnings" => x.balance(&["wage"], &["job_contribution"]),
        _ => return None,
    })
}

fn benefit(formula: &str, x: &Inputs<'_>) -> Option<Fraction> {
    Some(match formula {
        "benefit_rate" => {
            for role in ["age", "children", "children_at_home", "single", "lives_with_parents", "education_help"] {
                x.one(role);
            }
            x.one("residence_and_work_met");
            x.one("worked_two_and_a_half_years");
            x.number("rate") + x.sum("supplement")
        }
        "benefit_in_full" => {
            let not_reduced = x.has("deduction") && x.is("deduction", "none");
            let no_earnings = x.has("countable_earnings") && !x.number("countable_earnings").is_positive();
            let base = x.number("base");
            x.must(not_reduced || no_earnings || !base.is_positive(), "a reason not to reduce it");
            base
        }
        "hourly_disregard" => x.number("disregard_an_hour") * x.number("hours").min(x.number("most_hours")),
        "benefit_after_hourly_disregard" => {
            let counted = (x.number("countable_earnings") - x.number("hourly_disregard")).or_zero();
            (x.number("base") - counted).or_zero().round()
        }
        "taper" => x.number("taper_rate") * (x.number("countable_earnings") - x.number("disregard")).or_zero(),
        "benefit_after_taper" => (x.number("base") - x.number("taper")).or_zero().round(),
        "benefit_after_taper_and_ceiling" => {
            let after_taper = (x.number("base") - x.number("taper")).or_zero();
            let room = x.number("base").max(x.number("ceiling")) - x.number("countable_earnings");
            after_taper.min(room).or_zero().round()
        }
        "subsidy_in_full" => x.number("full_subsidy"),
        "subsidy_by_need" => {
            let full = x.number("full_subsidy");
            x.must(x.has("surplus") == full.is_positive(), "something to take from");
            (full - x.or_nothing("surplus").or_zero() - x.or_nothing("countable_earnings")).or_zero()
        }
        _ => return None,
    })
}

fn business(formula: &str, x: &Inputs<'_>) -> Option<Fraction> {
    let above_buffer = || (x.number("before_draw") - x.number("buffer")).or_zero();
    Some(match formula {
        "revenue_full" => {
            let ramp = x.number("ramp_months");
            let open_month = x.number("open_month");
            x.must(ramp <= whole(1) || open_month >= ramp, "at full speed");
            (x.number("full_month") * x.number("season")).round()
        }
        "revenue_ramp" => {
            let (first, full) = (x.number("first_month"), x.number("full_month"));
            let done = (x.number("open_month") - whole(1)) / (x.number("ramp_months") - whole(1));
            x.must(done < whole(1), "before full speed");
            ((first + (full - first) * done) * x.number("season")).round()
        }
        "without_vat" => {
            x.must(x.has("revenue_before_vat") != x.has("fixed_costs"), "of one amount");
            let amount = x.or_nothing("revenue_before_vat") + x.or_nothing("fixed_costs");
            (amount / (whole(1) + x.number("vat_rate"))).round()
        }
        "variable_costs" => (x.number("revenue") * x.number("cost_share")).round(),
        "surplus" => x.balance(&["revenue"], &["variable_costs", "fixed_costs", "account_fee"]),
        "setup_costs" => x.sum("setup_cost"),
        "before_draw" => x.balance(
            &["opening", "own_contribution", "payout", "surplus"],
            &["loan_fee", "setup_costs", "account_setup", "instalment"],
        ),
        "draw_with_debt" => {
            x.must(x.number("outstanding").is_positive(), "in debt");
            x.balance(&["surplus"], &["instalment"]).or_zero().min(above_buffer())
        }
        "draw_without_debt" => {
            x.must(!x.number("outstanding").is_positive(), "out of debt");
            above_buffer()
        }
        "wound_up" => x.number("opening"),
        "business_closing" => x.balance(&["before_draw"], &["draw"]),
        "business_closing_not_open" => x.balance(&["opening"], &["wound_up"]),
        _ => return None,
    })
}

fn loan(formula: &str, x: &Inputs<'_>) -> Option<Worth> {
    let owed = || x.number("debt") + x.number("interest");
    let number = match formula {
        "interest" => (x.number("debt") * x.number("annual_rate") / whole(12)).round(),
        "fixed_instalment" => x.number("named_instalment").min(owed()),
        "level_instalment" => {
            x.must(x.number("instalment_number") < x.number("term"), "before the last");
            x.number("level_payment").min(owed())
        }
        "last_instalment" => {
            x.must(x.number("instalment_number") >= x.number("term"), "the last");
            owed()
        }
        "level_payment" => {
            let units =
                |number: Fraction, parts| u64::try_from((number * whole(parts)).to_whole()).expect("not negative");
            let term = u32::try_from(x.number("term").to_whole()).expect("a term");
            let payment = level_payment(units(x.number("debt"), 100), units(x.number("annual_rate"), 1_000_000), term);
            Fraction::new(payment.into(), 100)
        }
        "instalments_due" => x.number("due_before") + whole(1),
        "outstanding" => x.balance(&["debt", "interest"], &["instalment"]),
        "paused" => {
            let (owes, supported) = (x.number("debt").is_positive(), x.number("benefit").is_positive());
            let closed = x.is("phase", "closed");
            return Some(Worth::Truth(owes && closed && supported));
        }
        _ => return None,
    };
    Some(Worth::Number(number))
}

fn tax(formula: &str, x: &Inputs<'_>) -> Option<Fraction> {
    let above_allowance = || x.number("taxed_income") - twelfth(x.number("personal_allowance"));
    Some(match formula {
        "tax_result" => x.balance(&["surplus"], &["setup_costs", "account_setup", "loan_fee"]),
        "taxable_profit" => x.balance(&["tax_result"], &["carried_loss"]).or_zero(),
        "carried_loss" => x.balance(&["carried_loss"], &["tax_result"]).or_zero(),
        "taxed_income" => {
            x.balance(&["benefit", "subsidy", "wage", "taxable_profit"], &["job_contribution", "profit_contribution"])
        }
        "work_deductions" | "work_deductions_single_parent" => {
            let work = x.balance(&["wage", "taxable_profit"], &[]);
            x.must(x.has("employment_rate") == work.is_positive(), "rates for an income from work");
            if !work.is_positive() {
                return Some(Fraction::ZERO);
            }
            let employment = (x.number("employment_rate") * work).min(twelfth(x.number("employment_most")));
            let above = (work - twelfth(x.number("job_threshold"))).or_zero();
            let both = employment + (x.number("job_rate") * above).min(twelfth(x.number("job_most")));
            if formula == "work_deductions" {
                return Some(both);
            }
            let is_said = x.has("single_parent") && x.truth("single_parent");
            x.must(is_said || x.truth("single") && x.truth("children_at_home"), "a single parent");
            both + (x.number("single_parent_rate") * work).min(twelfth(x.number("single_parent_most")))
        }
        "state_tax" => (x.number("state_rate") * above_allowance().or_zero()).round(),
        "local_rate" => x.balance(&["municipal_rate", "church_rate", "health_rate"], &[]),
        "local_tax" => (x.number("local_rate") * (above_allowance() - x.number("work_deductions")).or_zero()).round(),
        "tax" => x.balance(&["job_contribution", "profit_contribution", "state_tax", "local_tax"], &[]),
        _ => return None,
    })
}

fn household(formula: &str, x: &Inputs<'_>) -> Option<Worth> {
    match formula {
        "household_closing" => Some(Worth::Number(x.balance(
            &["opening", "benefit", "subsidy", "job_pay", "draw", "wound_up", "other_income"],
            &["atp", "own_contribution", "tax", "living_costs", "instalment"],
        ))),
        "self_supporting" => {
            let support = [x.number("benefit"), x.number("subsidy")];
            let unsupported = support == [Fraction::ZERO; 2];
            let income = x.balance(&["job_pay", "draw", "other_income"], &["atp", "tax", "instalment"]);
            let solvent = x.number("business_closing") >= Fraction::ZERO;
            let covered = income >= x.number("living_costs");
            let lives = x.number("living_costs") > Fraction::ZERO;
            Some(Worth::Truth(lives && unsupported && solvent && covered))
        }
        _ => None,
    }
}
