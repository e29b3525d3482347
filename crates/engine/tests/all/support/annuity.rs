//! The level payment by its formula, with a library for numbers of any length.

use num_bigint::BigUint;

/// ⌈P·r / (1 − (1+r)⁻ᵀ)⌉ in øre, with r a twelfth of so many millionths; ⌈P/T⌉ without interest.
pub(crate) fn level_payment(owed: u64, millionths: u64, term: u32) -> u64 {
    if millionths == 0 {
        return owed.div_ceil(u64::from(term));
    }
    let one = BigUint::from(12_000_000_u64);
    let (grown, base) = ((&one + millionths).pow(term), one.pow(term));
    let divisor = (&grown - base) * &one;
    u64::try_from((grown * owed * millionths + &divisor - 1_u32) / divisor).expect("an amount")
}
