//! The pages for the municipality's own people, as plain values: what they keep, what can happen to it, and what they show. In
//! Danish alone, and fetched by nobody else.

pub mod caseworker;
pub mod evaluation;
