//! Which of the pages this is.

/// A page of the municipality's own people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficePage {
    /// `sag/`: a case, with the citizen beside.
    Caseworker,
    /// `evaluering/`: what became of the people.
    Evaluation,
}

impl OfficePage {
    /// What the document says it is (`data-page`).
    pub fn of_document() -> Option<Self> {
        let root = web_sys::window()?.document()?.document_element()?;
        match root.get_attribute("data-page")?.as_str() {
            "sag" => Some(OfficePage::Caseworker),
            "evaluering" => Some(OfficePage::Evaluation),
            _ => None,
        }
    }
}
