//! Percentages as they are reported.

use std::fmt;

/// A percentage in millionths of a percent, as a yearly cost is reported: `12.689032`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent {
    millionths: i64,
}

impl Percent {
    /// Nothing.
    pub const ZERO: Percent = Percent { millionths: 0 };

    /// So many millionths of a percent.
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Self {
        Percent { millionths }
    }
}

/// Six decimals, always.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.millionths < 0 { "-" } else { "" };
        let size = self.millionths.unsigned_abs();
        write!(f, "{sign}{}.{:06}", size / 1_000_000, size % 1_000_000)
    }
}

impl serde::Serialize for Percent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Percent;

    #[test]
    fn prints_six_decimals() {
        let printed: Vec<String> =
            [0, 1, -1, 12_689_032, -50_000_000].map(|m| Percent::from_millionths(m).to_string()).to_vec();
        assert_eq!(printed, ["0.000000", "0.000001", "-0.000001", "12.689032", "-50.000000"]);
    }
}
