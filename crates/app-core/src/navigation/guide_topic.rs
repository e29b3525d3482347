//! What people ask about, each with an address of its own.

/// Something people ask, answered on the page *Godt at vide*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GuideTopic {
    /// Is a business account needed, and can one be had?
    Account,
    /// Where is the loan paid to?
    PayoutAccount,
    /// Being in a register of bad payers.
    CreditRegister,
    /// CVR number, PMV or sole trader.
    BusinessForm,
    /// When to register for VAT.
    Vat,
    /// How tax of the profit is paid.
    Tax,
    /// Debt to the public.
    Debt,
    /// Insurance.
    Insurance,
    /// Driving one's own car.
    Driving,
    /// Moving to another municipality.
    Moving,
    /// Starting while on unemployment insurance.
    UnemploymentInsurance,
    /// Falling ill, or having a child.
    Sickness,
    /// What ends with the benefit.
    BenefitEnds,
    /// What to report, and when.
    Reporting,
    /// An instalment that cannot be paid.
    MissedInstalment,
    /// The income of a spouse.
    Spouse,
}

impl GuideTopic {
    /// All of them, in the order of the page.
    pub const ALL: [GuideTopic; 16] = [
        GuideTopic::Reporting,
        GuideTopic::Debt,
        GuideTopic::Account,
        GuideTopic::PayoutAccount,
        GuideTopic::CreditRegister,
        GuideTopic::BusinessForm,
        GuideTopic::Vat,
        GuideTopic::Tax,
        GuideTopic::MissedInstalment,
        GuideTopic::BenefitEnds,
        GuideTopic::Spouse,
        GuideTopic::Driving,
        GuideTopic::UnemploymentInsurance,
        GuideTopic::Sickness,
        GuideTopic::Insurance,
        GuideTopic::Moving,
    ];

    /// Its part of the address, and the id of its place on the page.
    pub const fn id(self) -> &'static str {
        match self {
            GuideTopic::Account => "konto",
            GuideTopic::PayoutAccount => "nemkonto",
            GuideTopic::CreditRegister => "rki",
            GuideTopic::BusinessForm => "cvr",
            GuideTopic::Vat => "moms",
            GuideTopic::Tax => "skat",
            GuideTopic::Debt => "gaeld",
            GuideTopic::Insurance => "forsikring",
            GuideTopic::Driving => "koersel",
            GuideTopic::Moving => "flytning",
            GuideTopic::UnemploymentInsurance => "a-kasse",
            GuideTopic::Sickness => "sygdom",
            GuideTopic::BenefitEnds => "ydelsen-stopper",
            GuideTopic::Reporting => "besked",
            GuideTopic::MissedInstalment => "afdrag",
            GuideTopic::Spouse => "aegtefaelle",
        }
    }

    /// The topic with this part of the address.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.id() == id)
    }
}
