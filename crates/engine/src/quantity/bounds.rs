//! What a value may be.

/// The least and the greatest value allowed, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds<T> {
    /// The least.
    pub min: T,
    /// The greatest.
    pub max: T,
}

impl<T: PartialOrd> Bounds<T> {
    /// Does the value lie within?
    #[must_use]
    pub fn allow(&self, value: &T) -> bool {
        *value >= self.min && *value <= self.max
    }
}
