//! Bits one after the other.

/// Writes bits, the first one highest in its byte.
#[derive(Default)]
pub(in crate::case) struct BitWriter {
    bytes: Vec<u8>,
    /// How many bits of the last byte are used.
    used: u32,
}

impl BitWriter {
    pub(in crate::case) fn bit(&mut self, bit: bool) {
        if self.used == 0 {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << (7 - self.used);
        }
        self.used = (self.used + 1) % 8;
    }

    /// The lowest bits of a number, the highest of them first.
    pub(in crate::case) fn bits(&mut self, number: u32, count: u32) {
        for at in (0..count).rev() {
            self.bit(number.unbounded_shr(at) & 1 == 1);
        }
    }

    /// A number of any size: groups of so many bits, the lowest first, each behind a bit that says whether
    /// another one follows.
    pub(in crate::case) fn number(&mut self, mut number: u32, group: u32) {
        loop {
            let rest = number.unbounded_shr(group);
            self.bit(rest != 0);
            self.bits(number, group);
            if rest == 0 {
                return;
            }
            number = rest;
        }
    }

    /// What was written; the last byte is filled up with zeros.
    pub(in crate::case) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads what [`BitWriter`] wrote. `None` when there is no more.
pub(in crate::case) struct BitReader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> BitReader<'b> {
    pub(in crate::case) fn of(bytes: &'b [u8]) -> Self {
        BitReader { bytes, at: 0 }
    }

    pub(in crate::case) fn bit(&mut self) -> Option<bool> {
        let byte = self.bytes.get(self.at / 8)?;
        let bit = byte >> (7 - self.at % 8) & 1 == 1;
        self.at += 1;
        Some(bit)
    }

    pub(in crate::case) fn bits(&mut self, count: u32) -> Option<u32> {
        (0..count).try_fold(0, |number: u32, _| Some(number << 1 | u32::from(self.bit()?)))
    }

    /// `None` too when the number is too large, or longer than it has to be.
    pub(in crate::case) fn number(&mut self, group: u32) -> Option<u32> {
        let (mut number, mut shift) = (0_u64, 0);
        loop {
            let more = self.bit()?;
            let bits = self.bits(group)?;
            if !more && bits == 0 && shift > 0 {
                return None;
            }
            number |= u64::from(bits) << shift;
            if !more {
                return u32::try_from(number).ok();
            }
            shift += group;
            if shift >= 32 {
                return None;
            }
        }
    }

    /// Is nothing left but the zeros that fill the last byte?
    pub(in crate::case) fn is_at_end(&mut self) -> bool {
        let left = self.bytes.len() * 8 - self.at;
        left < 8 && (0..left).all(|_| self.bit() == Some(false))
    }
}

#[cfg(test)]
mod tests {
    use super::{BitReader, BitWriter};

    #[test]
    fn numbers_come_back_and_take_no_more_than_they_need() {
        let numbers = [0, 1, 7, 8, 63, 64, 999, 1_000_000_000, u32::MAX];
        for group in [3, 4, 7] {
            let mut writer = BitWriter::default();
            for number in numbers {
                writer.number(number, group);
            }
            let bytes = writer.into_bytes();
            let mut reader = BitReader::of(&bytes);
            assert!(numbers.iter().all(|&number| reader.number(group) == Some(number)));
            assert!(reader.is_at_end());
        }
        let mut small = BitWriter::default();
        small.number(7, 3);
        small.number(7, 3);
        assert_eq!(small.into_bytes(), [0b0111_0111]);
    }

    #[test]
    fn what_is_missing_too_large_or_too_long_is_none() {
        assert_eq!(BitReader::of(&[]).bit(), None);
        assert_eq!(BitReader::of(&[0xFF]).bits(9), None);
        assert_eq!(BitReader::of(&[0xFF; 20]).number(3), None, "no end");
        assert_eq!(BitReader::of(&[0b1111_0000]).number(3), None, "7 in two groups");
        assert!(!BitReader::of(&[0, 0]).is_at_end());
        assert!(!BitReader::of(&[1]).is_at_end());
    }
}
