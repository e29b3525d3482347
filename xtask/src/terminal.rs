//! Telling the developer what is going on.

use std::time::{Duration, Instant};

use crate::failure::Outcome;

/// A line on what is being done now.
pub(crate) fn doing(what: &str) {
    println!("→ {what}");
}

/// Runs something under a heading and says how long it took.
pub(crate) fn step(title: &str, work: impl FnOnce() -> Outcome) -> (Outcome, Duration) {
    println!("\n━━ {title}");
    let begun = Instant::now();
    let outcome = work();
    let took = begun.elapsed();
    match &outcome {
        Ok(()) => println!("━━ {title}: passed, {}", seconds(took)),
        Err(failure) => println!("━━ {title}: FAILED, {}\n{failure}", seconds(took)),
    }
    (outcome, took)
}

/// A duration as a person reads it.
pub(crate) fn seconds(time: Duration) -> String {
    let all = time.as_secs();
    if all < 60 { format!("{:.1} s", time.as_secs_f64()) } else { format!("{} min {:02} s", all / 60, all % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(seconds(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }
}
