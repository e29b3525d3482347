//! Where a field stands on a page, as far as the ids of its elements tell: the same field can stand there twice, and
//! in each row of a list once.

use mikrolaan_engine::simulation::ScenarioField;

use super::subject::Subject;

/// What makes the ids of a field's elements its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// What the ids begin with where the same field stands on the page once more.
    pub prefix: &'static str,
    /// For the rows of a list: the number of the row, which stays its own when another row goes.
    pub row: Option<usize>,
}

impl Scope {
    /// The id of the field of this subject in the document.
    pub fn id(self, subject: Subject) -> String {
        match subject {
            Subject::Answer(key) => [self.prefix, key.id()].concat(),
            Subject::Field(field) => [self.prefix, &id(field, self.row)].concat(),
        }
    }
}

/// The id of a field in the document, in this row of a list: its key, where no other field has the same, else its
/// whole path. Months are `months`, those of the subsidy `subsidy_months`; what the third cost is for is
/// `setup_costs-2-label`, and in the panel, where only one job stands, its hours are `small_jobs-hours_per_week`.
pub fn id(field: ScenarioField, row: Option<usize>) -> String {
    // `start` is the start page's in `index.html`: a label for it would name no field.
    if field == ScenarioField::Start {
        return "start_month".to_owned();
    }
    let (path, key) = (field.id(), field.key());
    let number = row.map(|row| [&row.to_string(), "-"].concat()).unwrap_or_default();
    if let Some((list, _)) = path.split_once('[') {
        let list = list.rsplit('.').next().unwrap_or_default();
        return [list, "-", &number, key].concat();
    }
    if field.is_in_list() {
        return [key, "-", &number, "factor"].concat();
    }
    let is_alone = ScenarioField::ALL.iter().filter(|other| other.key() == key).count() == 1;
    let step = |letter| if letter == '.' { '_' } else { letter };
    if is_alone { key.to_owned() } else { path.chars().map(step).collect() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use mikrolaan_engine::screening::AnswerKey;
    use mikrolaan_engine::simulation::ScenarioField as F;

    use super::super::subject::Subject;
    use super::{Scope, id};

    /// The static page stays in the document beside the app's, and a label names the first element with its id.
    #[test]
    fn no_field_has_the_id_of_something_in_the_static_page() {
        let page = include_str!("../../../../index.html");
        let fields = F::ALL.iter().map(|&field| Subject::Field(field));
        let answers = AnswerKey::ALL.iter().map(|&key| Subject::Answer(key));
        let taken: Vec<String> = fields
            .chain(answers)
            .map(|subject| Scope::default().id(subject))
            .filter(|id| page.contains(&format!("id=\"{id}\"")))
            .collect();
        assert_eq!(taken, [""; 0]);
        assert!(page.contains("id=\"start\""), "as the first month's key");
    }

    #[test]
    fn every_field_has_an_id_of_its_own() {
        let ids: BTreeSet<String> = F::ALL.iter().map(|&field| id(field, None)).collect();
        assert_eq!(ids.len(), F::ALL.len());
        let named = [
            (id(F::Savings, None), "savings"),
            (id(F::Start, None), "start_month"),
            (id(F::Months, None), "months"),
            (id(F::SubsidyMonths, None), "subsidy_months"),
            (id(F::SetupCostLabel, Some(2)), "setup_costs-2-label"),
            (id(F::JobHours, None), "small_jobs-hours_per_week"),
            (id(F::Seasonality, Some(0)), "seasonality-0-factor"),
        ];
        for (id, expected) in named {
            assert_eq!(id, expected);
        }
    }

    #[test]
    fn the_same_field_can_stand_on_a_page_twice() {
        let (here, again) = (Scope::default(), Scope { prefix: "now-", row: Some(1) });
        let [savings, wage] = [F::Savings, F::JobWage].map(Subject::Field);
        assert_eq!((here.id(savings), again.id(savings)), ("savings".to_owned(), "now-savings".to_owned()));
        assert_eq!(again.id(wage), "now-small_jobs-1-hourly_wage");
        let age = Subject::Answer(AnswerKey::Age);
        assert_eq!((here.id(age), again.id(age)), ("age".to_owned(), "now-age".to_owned()));
    }
}
