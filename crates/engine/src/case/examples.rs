//! The five example businesses.
