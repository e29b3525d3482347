//! Numbers, amounts and months the way people in Denmark write and read them.
//!
//! [`read`] takes what somebody typed; [`write`] gives what the page shows. Both are pure, and what is
//! written for a field is read back as the same value.

pub mod read;
pub mod write;

#[cfg(test)]
mod tests;
