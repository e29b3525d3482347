//! Percentages as they are reported.

use std::fmt;

/// A percentage in millionths of a percent, as a yearly cost is reported: `12.689032`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnnualPercentage {
    millionths: i64,
}

impl AnnualPercentage {
    /// Nothing.
    pub const ZERO: AnnualPercentage = AnnualPercentage { millionths: 0 };

    /// So many millionths of a percent.
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Self {
        AnnualPercentage { millionths }
    }
}

/// Six decimals, always.
impl fmt::Display for AnnualPercentage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.millionths < 0 { "-" } else { "" };
        let size = self.millionths.unsigned_abs();
        write!(f, "{sign}{}.{:06}", size / 1_000_000, size % 1_000_000)
    }
}

impl serde::Serialize for AnnualPercentage {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::AnnualPercentage;

    #[test]
    fn prints_six_decimals() {
        let printed: Vec<String> =
            [0, 1, -1, 12_689_032, -50_000_000].map(|m| AnnualPercentage::from_millionths(m).to_string()).to_vec();
        assert_eq!(printed, ["0.000000", "0.000001", "-0.000001", "12.689032", "-50.000000"]);
    }
}
