//! Bytes as letters of an address: base64url without padding (RFC 4648, § 5).

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The letters of these bytes.
pub(super) fn write(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let three = (0..3).fold(0_u32, |three, at| three << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
        for at in 0..=chunk.len() {
            let letter = three >> (18 - 6 * at) & 0x3F;
            text.push(LETTERS.get(letter as usize).copied().map_or('A', char::from));
        }
    }
    text
}

/// The bytes of these letters; `None` when one is no such letter, or the bits after the last byte are not zero.
pub(super) fn read(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for letter in text.bytes() {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        bits = bits << 6 | u32::try_from(value).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count).ok()?);
            bits &= (1 << count) - 1;
        }
    }
    (bits == 0 && count < 6).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{read, write};

    #[test]
    fn the_examples_of_the_standard() {
        let pairs = [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("foobar", "Zm9vYmFy")];
        for (bytes, letters) in pairs {
            assert_eq!(write(bytes.as_bytes()), letters);
            assert_eq!(read(letters).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(write(&[0xFB, 0xFF]), "-_8");
    }

    #[test]
    fn what_is_no_such_text_is_none() {
        for text in ["Zg==", "Z", "Zh", "Zm9=", "Zm 9v", "Zæ", "Zm9vY", "+/8"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
