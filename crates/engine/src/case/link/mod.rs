//! The link: a case in a few hundred letters, for an address.
//!
//! `#v1.` and base64url of a packed form behind a checksum. Writing and reading go through the same
//! description of the case as the file ([`format`](super::format)); only how a value is packed stands here.
//! The packing only ever grows: a link that was written once reads unchanged for ever, so the numbers of
//! questions, fields and words keep their places (see their tables), and a new member comes with a new
//! [`REVISION`].

mod bits;
mod letters;
mod pack;
mod unpack;

use bits::{BitReader, BitWriter};

use super::{Case, ErrorCode, Problem, format, sound};
use crate::quantity::Month;

/// What a link of this version begins with.
pub const VERSION: &str = "v1.";

/// The most characters of a link, with the `#` before it.
pub const LONGEST: usize = 8_000;

/// The packing this program writes. A later one may have members this one does not know.
const REVISION: u32 = 1;

/// The bytes of the checksum.
const CHECKSUM: usize = 4;

/// The link of a case: `#v1.…`. What became of the person does not travel.
///
/// # Errors
/// [`LinkError::TooLong`] when it would have more than [`LONGEST`] characters.
pub fn link(case: &Case) -> Result<String, LinkError> {
    let mut bits = BitWriter::default();
    bits.number(REVISION, pack::SMALL);
    let mut packer = pack::Packer { bits };
    // Who writes changes nothing but marks.
    format::travelling(&mut packer, &mut case.clone());
    let payload = packer.bits.into_bytes();
    let mut bytes = checksum(&payload).to_be_bytes().to_vec();
    bytes.extend(payload);
    let link = ["#", VERSION, &letters::write(&bytes)].concat();
    if link.len() > LONGEST {
        return Err(LinkError::TooLong(link.len()));
    }
    Ok(link)
}

/// Is this text a link (`v1.…`, `#v1.…` or an address that ends in one) rather than a file?
#[must_use]
pub fn is_link(text: &str) -> bool {
    fragment(text).is_some()
}

/// From `v1.` on, in a text that is a link.
fn fragment(text: &str) -> Option<&str> {
    let text = text.trim();
    let from = text.rfind('#').map_or(text, |hash| text.get(hash + 1..).unwrap_or_default());
    let (version, rest) = from.split_once('.')?;
    let number = version.strip_prefix('v')?;
    let is_version = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    // Letter by letter: `contains` brings the search for texts into the page.
    let is_one_word =
        !rest.chars().any(|letter| letter.is_whitespace() || matches!(letter, '{' | '}' | '[' | ']' | '"'));
    (is_version && is_one_word).then_some(from)
}

/// The case of a link, if it is one the reader would take. For the app, which says no more of a link that is
/// not than which kind of error it is.
///
/// # Errors
/// What is wrong with the link.
pub fn read(text: &str) -> Result<Case, LinkError> {
    let case = unpacked(text)?;
    if sound::is_sound(&case) { Ok(case) } else { Err(LinkError::OutOfRange) }
}

/// The case of a link the app has made for itself, while the person was still writing: its values are within
/// their bounds, but may not fit together yet. `None` for anything else.
#[must_use]
pub fn restore(text: &str) -> Option<Case> {
    unpacked(text).ok().filter(sound::is_within_bounds)
}

/// Reads the case of a link, as far as it can be told without the rules of the format: whoever uses it holds
/// it against them ([`parse_any`](super::parse_any)).
///
/// # Errors
/// What is wrong with the link, checked in the order length, version, checksum, revision, content.
pub(super) fn unpacked(text: &str) -> Result<Case, LinkError> {
    let link = fragment(text).ok_or(LinkError::NoLink)?;
    if link.len() > LONGEST {
        return Err(LinkError::TooLong(link.len()));
    }
    let packed = link.strip_prefix(VERSION).ok_or(LinkError::OtherVersion)?;
    let bytes = letters::read(packed).ok_or(LinkError::Damaged)?;
    let (sum, payload) = bytes.split_first_chunk::<CHECKSUM>().ok_or(LinkError::Damaged)?;
    if checksum(payload).to_be_bytes() != *sum {
        return Err(LinkError::Damaged);
    }
    let mut bits = BitReader::of(payload);
    if bits.number(pack::SMALL) != Some(REVISION) {
        return Err(LinkError::Newer);
    }
    let mut unpacker = unpack::Unpacker { bits, failed: false };
    let mut case = Case::new(Month::from_index(0));
    format::travelling(&mut unpacker, &mut case);
    if unpacker.failed || !unpacker.bits.is_at_end() {
        return Err(LinkError::Newer);
    }
    Ok(case)
}

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It is none.
    NoLink,
    /// So many characters, more than [`LONGEST`].
    TooLong(usize),
    /// Of another version than `v1`.
    OtherVersion,
    /// A character is wrong, missing or too many.
    Damaged,
    /// It holds what this program does not know.
    Newer,
    /// Its content does not keep to the format.
    OutOfRange,
}

impl LinkError {
    /// What kind of error it is.
    #[must_use]
    pub fn code(self) -> ErrorCode {
        match self {
            LinkError::TooLong(_) => ErrorCode::TooLarge,
            LinkError::NoLink | LinkError::Damaged => ErrorCode::DamagedLink,
            LinkError::OtherVersion | LinkError::Newer => ErrorCode::UnsupportedFormat,
            LinkError::OutOfRange => ErrorCode::OutOfRange,
        }
    }

    /// The error in words.
    #[must_use]
    pub fn problem(self) -> Problem {
        let message = match self {
            LinkError::NoLink => "this is no link",
            LinkError::TooLong(length) => {
                let message = format!("the link has {length} characters, at most {LONGEST}");
                return Problem::new("", self.code(), message);
            }
            LinkError::OtherVersion => "the link is of another version than this program reads (v1)",
            LinkError::Damaged => "the link is damaged: a character is wrong, missing or too many",
            LinkError::Newer => "the link holds what this program does not know: it was made by a newer one",
            LinkError::OutOfRange => "the link holds a value that is not allowed",
        };
        Problem::new("", self.code(), message)
    }
}

/// CRC-32 over the version, the payload and its length, bit by bit: links are short, and a table of it would
/// be larger than the rest of the link.
fn checksum(payload: &[u8]) -> u32 {
    const POLYNOMIAL: u32 = 0xEDB8_8320;
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX).to_be_bytes();
    let bytes = VERSION.as_bytes().iter().chain(payload).chain(&length);
    let step = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ POLYNOMIAL } else { crc >> 1 };
    !bytes.fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, LinkError, VERSION, checksum, is_link, letters, link, read, unpacked};
    use crate::case::examples::{ExampleId, example};
    use crate::case::{Case, ErrorCode, parse_any};
    use crate::quantity::Month;

    #[test]
    fn the_checksum_is_the_usual_one() {
        // CRC-32 of "v1." + "123456789" + the length in four bytes, by another program.
        assert_eq!(checksum(b"123456789"), 0x9686_F68F);
    }

    #[test]
    fn a_link_is_told_from_a_file() {
        for text in ["v1.abc", "#v1.abc\n", "https://example.dk/beregner#v1.abc", "  v12.a", "#v1."] {
            assert!(is_link(text), "{text}");
        }
        for text in ["", "{\"format\": \"v1.a\"}", "v.abc", "1.abc", "#/maaneder", "v1", "v1.a b", "vx.a", "[]"] {
            assert!(!is_link(text), "{text}");
        }
    }

    /// Bytes that follow from a number, behind a checksum that is right.
    fn hostile(seed: u64, length: usize) -> String {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut byte = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_be_bytes()[0]
        };
        let mut payload: Vec<u8> = (0..length).map(|_| byte()).collect();
        // The revision, so that the content is reached.
        payload[0] = 0b0001_0000 | payload[0] & 0b1111;
        signed(&payload)
    }

    /// The link of a payload, whatever it holds.
    fn signed(payload: &[u8]) -> String {
        [VERSION, &letters::write(&[&checksum(payload).to_be_bytes()[..], payload].concat())].concat()
    }

    /// The link of an example with one bit turned round, behind a checksum that is right.
    fn turned(bit: usize) -> Option<String> {
        let as_of = Month::new(2026, 11).expect("a month");
        let good = link(&example(ExampleId::Hairdresser, as_of)).expect("a link");
        let mut payload = letters::read(good.strip_prefix("#v1.")?)?.split_off(4);
        *payload.get_mut(bit / 8)? ^= 0b1000_0000 >> (bit % 8);
        Some(signed(&payload))
    }

    #[test]
    fn whatever_a_link_holds_is_a_case_or_an_error() {
        let (mut taken, mut codes) = (0, std::collections::BTreeSet::new());
        let random = (0..2_000).map(|seed| hostile(seed, 1 + usize::try_from(seed % 97).expect("small")));
        for link in random.chain((0..).map_while(turned)) {
            match (read(&link), parse_any(link.as_bytes())) {
                (Ok(case), again) => {
                    taken += 1;
                    assert_eq!(again, Ok(case));
                }
                (Err(error), Err(problems)) => {
                    codes.insert(error.code().id());
                    assert!(!problems.is_empty());
                }
                (Err(error), Ok(case)) => panic!("{error:?} for {case:?}"),
            }
        }
        assert!(codes.contains("unsupported_format") && codes.contains("out_of_range"), "{codes:?}");
        println!("{taken} are cases");
        assert!(taken > 100);
        for seed in 0..20 {
            assert!(read(&hostile(seed, 5_900)).is_err());
        }
    }

    /// A benefit with an amount and a profile, which a case cannot hold, so that no program writes it.
    #[test]
    fn what_a_case_cannot_hold_is_not_read() {
        let both = "v1.dhUSGxACPSJgJrNN8ETIGngfcdNZaA_D7IQs6TQwk3DtiZGsSOjDWCUzqmQ9RO7lAqEvw_8JXWrRHhuDYLgwN_C1YMDHI8D\
                    -5dWDqSMMEEd4YiAXYwhkZY3gLgmi1nRkNzM0V9YMiyPcne4Tnq9iIjOvJhN0fhG4pyHxyEI3KMhbSUBl9UIP8kTtnATA-46ay0B-H\
                    2Qhl4U5_CNxcDwDwjcXUsjkabpwkV9YMiytpwFbexocQlZy2IkPCEQ";
        assert_eq!(unpacked(both), Err(LinkError::Newer));
    }

    fn code(text: &str) -> ErrorCode {
        unpacked(text).expect_err("refused").code()
    }

    #[test]
    fn what_is_wrong_is_told_in_order() {
        let case = Case::new(Month::new(2026, 11).expect("a month"));
        let good = link(&case).expect("short");
        assert_eq!(unpacked(&good), Ok(case));
        assert_eq!(code(&good.replace("v1", "v2")), ErrorCode::UnsupportedFormat);
        assert_eq!(code("v1.!"), ErrorCode::DamagedLink);
        assert_eq!(code("v1."), ErrorCode::DamagedLink);
        assert_eq!(code(&format!("v1.{}", "A".repeat(LONGEST - 3))), ErrorCode::DamagedLink);
        assert_eq!(code(&format!("v1.{}", "A".repeat(LONGEST - 2))), ErrorCode::TooLarge);
        assert_eq!(code(&format!("v1.{}", "A".repeat(8_000))), ErrorCode::TooLarge);
        assert_eq!(code(&format!("v2.{}", "A".repeat(8_000))), ErrorCode::TooLarge);
    }
}
