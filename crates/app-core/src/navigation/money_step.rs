//! The steps on which the money is asked for, before the months.

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MoneyStep {
    /// What comes in and goes out at home.
    Home,
    /// A good month of the business.
    Business,
    /// What it costs to start, the loan, and how long everything takes.
    Start,
}

impl MoneyStep {
    /// All of them, in their order.
    pub const ALL: [MoneyStep; 3] = [MoneyStep::Home, MoneyStep::Business, MoneyStep::Start];

    /// Its part of the address.
    pub const fn id(self) -> &'static str {
        match self {
            MoneyStep::Home => "hjemme",
            MoneyStep::Business => "virksomhed",
            MoneyStep::Start => "i-gang",
        }
    }

    /// The step with this part of the address.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.id() == id)
    }
}
