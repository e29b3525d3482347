//! Why a field does not take what was typed, in words.

use mikrolaan_engine::case::bounds::Bounds;
use mikrolaan_engine::quantity::Money;

use super::field::Refusal;
use crate::danish::read::{Fault, NameFault};
use crate::danish::write;
use crate::texts as t;
use crate::texts::errors::field as words;

fn plain(message: impl Into<String>) -> Refusal {
    Refusal { message: message.into(), readings: Vec::new() }
}

/// An amount.
pub fn money(fault: Fault, text: &str, bounds: Bounds<Money>) -> Refusal {
    let text = write::quoted(text);
    match fault {
        Fault::Empty => plain(words::empty_amount()),
        Fault::NotANumber => plain(words::not_a_number(&text)),
        Fault::Ambiguous(larger, smaller) => {
            Refusal { message: words::ambiguous(&text), readings: [larger, smaller].map(reading).to_vec() }
        }
        Fault::Negative => plain(words::negative(&text)),
        Fault::TooSmall => plain(words::too_small(&write::amount(bounds.min), &text)),
        Fault::TooLarge => plain(words::too_large(&write::amount(bounds.max), &text)),
        Fault::TooManyDecimals => plain(words::too_many_decimals(&text)),
    }
}

/// What to put in the field, and what stands on the button: `25.500 kr.`, `25,50 kr.`
fn reading(oere: i64) -> (String, String) {
    let money = Money::from_oere(oere);
    (write::typed(money), write::amount(money))
}

/// A whole number of something, such as months.
pub fn months(fault: Fault, text: &str, bounds: Bounds<u32>) -> Refusal {
    let quoted = write::quoted(text);
    match fault {
        Fault::Empty => plain(words::empty_number()),
        Fault::TooManyDecimals => plain(words::not_whole(&quoted)),
        Fault::Negative | Fault::TooSmall | Fault::TooLarge => {
            plain(words::months(&bounds.max.to_string(), &bounds.min.to_string()))
        }
        Fault::NotANumber | Fault::Ambiguous(..) => plain(words::not_a_number(&quoted)),
    }
}

/// A number whose range is said in one sentence.
pub fn within(fault: Fault, text: &str, range: &'static str) -> Refusal {
    let quoted = write::quoted(text);
    match fault {
        Fault::Empty => plain(words::empty_number()),
        Fault::NotANumber | Fault::Ambiguous(..) => plain(words::not_a_number(&quoted)),
        Fault::TooManyDecimals => plain(words::too_many_decimals(&quoted)),
        Fault::Negative | Fault::TooSmall | Fault::TooLarge => plain(range),
    }
}

/// The name of a row.
pub fn name(fault: NameFault) -> Refusal {
    plain(match fault {
        NameFault::Empty => t::errors::field::empty_text(),
        NameFault::TooLong => t::errors::field::text_too_long(),
        NameFault::Forbidden => t::errors::field::text_forbidden(),
    })
}
