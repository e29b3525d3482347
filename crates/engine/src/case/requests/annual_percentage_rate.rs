//! The request of `apr`: the payouts and payments of a loan, each with its time in years.

use mikrolaan_apr::{Flow, Years, annual_percentage_rate, changes_of_sign};
use num_bigint::BigInt;

use crate::case::bounds::{self, Bounds};
use crate::case::file::read_document;
use crate::case::json::{JsonNode, Object, Path, Problems, Read, in_quotes, list, text};
use crate::case::{ErrorCode, Problem};
use crate::quantity::{AnnualPercentage, Money};

/// How many flows of money there can be, payouts and payments together.
pub(in crate::case) const FLOWS: Bounds<u32> = Bounds { min: 0, max: 2_000 };
/// How often, in their order of time, payouts can follow payments or payments payouts.
const CHANGES_OF_SIGN: Bounds<u32> = Bounds { min: 0, max: 100 };
/// How late a flow of money can be.
const LATEST_YEARS: u32 = 100;
/// How many characters a time may have.
pub(in crate::case) const LONGEST_TIME: usize = 200;

/// The flows of an annual percentage rate, read.
struct AprRequest {
    payouts: Vec<Flow>,
    payments: Vec<Flow>,
}

/// Reads the flows of an annual percentage rate and works it out; `None` where no rate fits them.
///
/// # Errors
/// Every [`Problem`] of the document.
pub(in crate::case) fn run(input: &[u8]) -> Result<Option<AnnualPercentage>, Vec<Problem>> {
    let AprRequest { payouts, payments } = read_document(input, request)?;
    Ok(annual_percentage_rate(&payouts, &payments).map(AnnualPercentage::from_millionths))
}

fn request(node: &JsonNode<'_>, problems: &mut Problems) -> Option<AprRequest> {
    let mut object = Object::of(node, Path::ROOT, &["payouts", "payments"], problems)?;
    let payouts = flows(&mut object, "payouts");
    let payments = flows(&mut object, "payments");
    let (payouts, payments) = (payouts?, payments?);
    let too_many = |read: usize, bounds: Bounds<u32>| u32::try_from(read).map_or(true, |read| !bounds.allow(&read));
    let flows = payouts.len() + payments.len();
    if too_many(flows, FLOWS) {
        refuse(node, &format!("{flows} payouts and payments"), FLOWS, problems);
        return None;
    }
    let changes = changes_of_sign(&payouts, &payments);
    if too_many(changes, CHANGES_OF_SIGN) {
        refuse(node, &format!("{changes} changes of sign in the order of time"), CHANGES_OF_SIGN, problems);
        return None;
    }
    Some(AprRequest { payouts, payments })
}

/// The document as a whole is out of range.
fn refuse(document: &JsonNode<'_>, read: &str, bounds: Bounds<u32>, problems: &mut Problems) {
    problems.out_of_range(document, Path::ROOT, read, (&bounds.min.to_string(), &bounds.max.to_string()));
}

fn flows(object: &mut Object<'_, '_, '_, '_>, key: &str) -> Option<Vec<Flow>> {
    let path = object.path;
    let node = object.fields.require(key, path, object.problems)?;
    list(node, path.key(key), FLOWS, object.problems, |_, node, path, problems| flow(node, path, problems))
}

fn flow(node: &JsonNode<'_>, path: Path<'_>, problems: &mut Problems) -> Option<Flow> {
    let mut object = Object::of(node, path, &["amount", "years"], problems)?;
    let amount: Option<Money> = object.required("amount", bounds::AMOUNT);
    let years: Option<Years> = object.required("years", ());
    Some(Flow { amount: amount?.oere(), years: years? })
}

impl Read for Years {
    type Limits = ();
    fn read(node: &JsonNode<'_>, path: Path<'_>, (): (), problems: &mut Problems) -> Option<Self> {
        let written = text(node, path, "years as a string, such as \"0.5\" or \"1/12+3/365\"", problems)?;
        match years(written) {
            Some(years) if years.is_within(LATEST_YEARS) => Some(years),
            Some(_) => {
                problems.out_of_range(node, path, written, ("0", &LATEST_YEARS.to_string()));
                None
            }
            None => {
                let message = format!("read {}, expected years such as 0.5 or 1/12+3/365", in_quotes(written));
                problems.add(node, path, ErrorCode::NotANumber, message);
                None
            }
        }
    }
}

/// A decimal number, or a sum of fractions.
fn years(written: &str) -> Option<Years> {
    if written.len() > LONGEST_TIME {
        return None;
    }
    let mut terms = written.split('+').map(term);
    let first = terms.next()??;
    terms.try_fold(first, |sum, term| Some(sum.plus(&term?)))
}

fn term(written: &str) -> Option<Years> {
    if let Some((numerator, denominator)) = written.split_once('/') {
        return Years::new(digits(numerator)?, digits(denominator)?);
    }
    let (whole, decimals) = match written.split_once('.') {
        Some((whole, decimals)) => (digits(whole).map(|_| whole)?, digits(decimals).map(|_| decimals)?),
        None => (written, ""),
    };
    let places = u32::try_from(decimals.len()).ok()?;
    Years::new(digits(&format!("{whole}{decimals}"))?, BigInt::from(10).pow(places))
}

fn digits(written: &str) -> Option<BigInt> {
    let plain = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| written.parse().ok()).flatten()
}
