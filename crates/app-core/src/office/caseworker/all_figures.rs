//! *Alle tal*: every value of the plan there is, in the parts of the citizen's page of the same name, each with what happens when
//! something is typed or chosen there.

use mikrolaan_engine::case::bounds;
use mikrolaan_engine::simulation::ScenarioField as F;

use super::case_field::CaseEntry;
use super::event::CaseworkerEvent;
use super::state::CaseworkerState;
use crate::forms::choices::{self, Picks, PlanChoice};
use crate::forms::field_props::{FieldProps, Layout};
use crate::forms::scope::Scope;
use crate::forms::subject::Subject;
use crate::forms::{FieldError, FormItem, field_errors, inputs};
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::texts::office::caseworker as words;
use crate::locale::write;
use crate::state::event::{Event, RowList};
use crate::state::provenance::{Provenance, provenance};
use crate::views::budget::parts::{self, BudgetPart};
use crate::views::budget::{BudgetView, budget, new_row};

/// What the ids of the fields begin with: most of them stand on the screen already.
const PREFIX: &str = "alle-";
/// The months of a year have a factor each.
const MONTHS: usize = 12;

/// A part of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigurePart {
    /// Its heading.
    pub title: Text,
    /// What stands in it, each under a number that stays its own and ascends.
    pub lines: Vec<(usize, FigureLine)>,
}

/// What stands in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureLine {
    /// A field.
    Field(Box<PlanFigure>),
    /// A button that takes a row off a list: which row, and what it is called.
    Remove(RowList, usize, String),
    /// A button that puts a row onto a list, and whether there is no room for one.
    Add(RowList, Text, bool),
}

/// A value of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFigure {
    /// Id, label, unit and width.
    pub props: FieldProps,
    /// What stands in it.
    pub entry: CaseEntry,
    /// Where the value comes from, where that is to be seen beside it.
    pub tag: Option<Text>,
    /// The value is nobody's: it is drawn dashed.
    pub is_dashed: bool,
    /// What it is about.
    of: Subject,
    /// Its place in a list.
    at: usize,
}

/// Every value of the plan, by part.
pub fn all_figures(state: &CaseworkerState) -> Vec<FigurePart> {
    let budget = budget(state.case(), None);
    let read = Reader { state, budget: &budget };
    vec![
        read.part(&parts::BENEFIT, read.benefit()),
        read.part(&parts::HOUSEHOLD, read.home()),
        read.part(&parts::SALES, read.seasons()),
        read.part(&parts::OPERATING, read.closing()),
        read.part(&parts::SETUP, read.rows(RowList::Costs, &parts::COST, t::budget::setup::add())),
        read.part(&parts::LOAN, read.repayment()),
        FigurePart {
            title: (parts::JOBS.title)(),
            lines: numbered(read.rows(RowList::Jobs, parts::JOBS.items, t::budget::job::add())),
        },
        read.part(&parts::COURSE, vec![(0, read.line(&FormItem::Choice(&choices::SUBSIDY_MODEL), 0))]),
        read.part(&parts::TAX, vec![(0, read.line(&FormItem::Choice(&choices::VAT), 0))]),
    ]
}

/// NumberedLines by a number within their part, smaller than [`ROOM`].
type NumberedLines = Vec<(usize, FigureLine)>;

/// The numbers before those of what a part has besides its own items.
const ROOM: usize = 16;

fn numbered(lines: NumberedLines) -> NumberedLines {
    lines.into_iter().map(|(number, line)| (ROOM + number, line)).collect()
}

struct Reader<'a> {
    state: &'a CaseworkerState,
    budget: &'a BudgetView,
}

impl Reader<'_> {
    fn part(&self, part: &BudgetPart, more: NumberedLines) -> FigurePart {
        let own = part.items.iter().filter(|item| !self.is_about_an_own_amount(item)).enumerate();
        let own = own.map(|(number, item)| (number, self.line(item, 0)));
        FigurePart { title: (part.title)(), lines: own.chain(numbered(more)).collect() }
    }

    /// The person's own amount of benefit, and what is taken from it, stand there only when there is one.
    fn is_about_an_own_amount(&self, item: &FormItem) -> bool {
        matches!(subject(item), Subject::Field(F::BenefitMonthly | F::BenefitDeduction))
    }

    fn benefit(&self) -> NumberedLines {
        let mut way = self.figure(&FormItem::Choice(&choices::BENEFIT_WAY), 0);
        way.props.label = words::label::benefit_way().to_owned();
        let is_own = choices::BENEFIT_WAY.chosen(self.state.case(), 0) == Some(1);
        let own = parts::BENEFIT.items.iter().filter(|_| is_own).map(|item| self.line(item, 0));
        [FigureLine::Field(Box::new(way))].into_iter().chain(own).enumerate().collect()
    }

    fn home(&self) -> NumberedLines {
        let housing = self.line(&FormItem::Choice(&choices::HOUSING_BENEFIT), 0);
        let wealth = (!self.budget.wealth.is_empty()).then(|| {
            let mut figure = self.figure(&FormItem::Choice(&choices::WEALTH), 0);
            figure.props.label.clone_from(&self.budget.wealth);
            (1, FigureLine::Field(Box::new(figure)))
        });
        [(0, housing)].into_iter().chain(wealth).collect()
    }

    fn seasons(&self) -> NumberedLines {
        let way = (0, self.line(&FormItem::Choice(&choices::SEASONALITY), 0));
        let months = (0..MONTHS).zip(1..).filter(|_| self.budget.has_seasons).map(|(at, month)| {
            let mut figure = self.figure(&FormItem::Input(&inputs::SEASON), at);
            figure.props.label = write::month_name(month).words().to_owned();
            (1 + at, FigureLine::Field(Box::new(figure)))
        });
        [way].into_iter().chain(months).collect()
    }

    fn closing(&self) -> NumberedLines {
        let closes = (0, self.line(&FormItem::Choice(&choices::CLOSES), 0));
        let after = self.budget.closes.then(|| (1, self.line(&FormItem::Choice(&choices::AFTER_CLOSURE), 0)));
        [closes].into_iter().chain(after).collect()
    }

    /// How the loan is paid back, where there is one. The two ways have numbers of their own.
    fn repayment(&self) -> NumberedLines {
        let items = self.budget.repayment.items();
        let way = (!items.is_empty()).then_some(FormItem::Choice(&choices::REPAYMENT));
        let number = |item: &FormItem| match subject(item) {
            Subject::Field(F::Repayment) => 0,
            Subject::Field(F::Instalment) => 1,
            Subject::Field(F::TermMonths) => 2,
            Subject::Field(F::FirstInstalment) => 3,
            Subject::Field(F::AnnualRate) => 4,
            _ => 5,
        };
        way.iter().chain(items).map(|item| (number(item), self.line(item, 0))).collect()
    }

    /// The rows of a list with a button each, and the one that adds a row.
    fn rows(&self, list: RowList, items: &[FormItem], add: Text) -> NumberedLines {
        let view = self.budget.rows(list);
        let width = items.len() + 1;
        let mut lines = NumberedLines::new();
        for (at, name) in view.names.iter().enumerate() {
            let fields = items.iter().enumerate();
            lines.extend(fields.map(|(number, item)| (at * width + number, self.line(item, at))));
            lines.push((at * width + items.len(), FigureLine::Remove(list, at, name.clone())));
        }
        let most = bounds::SETUP_COSTS.max.max(bounds::SMALL_JOBS.max) as usize;
        lines.push((most * width, FigureLine::Add(list, add, view.is_full)));
        lines
    }

    fn line(&self, item: &FormItem, at: usize) -> FigureLine {
        FigureLine::Field(Box::new(self.figure(item, at)))
    }

    fn figure(&self, item: &FormItem, at: usize) -> PlanFigure {
        let case = self.state.case();
        let of = subject(item);
        let row = matches!(of, Subject::Field(field) if field.is_in_list()).then_some(at);
        let scope = Scope { prefix: PREFIX, row };
        let (props, entry) = match item {
            FormItem::Input(input) => {
                let props = input.props(scope, Layout::Row, &(input.label)());
                (props, CaseEntry::Typed(input.text(case, at)))
            }
            FormItem::Choice(choice) => {
                let props = choice.props(scope, Layout::Row);
                let id = if props.id.starts_with(PREFIX) { props.id } else { [PREFIX, &props.id].concat() };
                (FieldProps { id, ..props }, choosing(choice, self.state, at))
            }
        };
        let from = provenance(case, of.path(at)).filter(|_| matches!(item, FormItem::Input(_)));
        let tag = match from {
            Some(Provenance::Example) if self.state.sample().is_none() => Some(t::tag::example()),
            Some(Provenance::Guess) => Some(t::office::caseworker::guess_tag()),
            _ => None,
        };
        PlanFigure { props, entry, is_dashed: tag.is_some(), tag, of, at }
    }
}

fn subject(item: &FormItem) -> Subject {
    match item {
        FormItem::Input(input) => input.of,
        FormItem::Choice(choice) => choice.of,
    }
}

/// What there is to choose, and what is chosen; of months, what does not fit is told where the plan is worked out.
fn choosing(choice: &PlanChoice, state: &CaseworkerState, at: usize) -> CaseEntry {
    let case = state.case();
    if let Picks::Months { .. } = choice.picks {
        let months = choice.months(case, at);
        return CaseEntry::Chosen(months.picks, months.chosen);
    }
    let mut rows = choice.rows();
    let chosen = choice.chosen(case, at).and_then(|at| rows.get(at)).map(|row| row.value.clone());
    if chosen.is_none() {
        let label = t::common::not_answered().to_owned();
        rows.insert(0, choices::SelectOption { value: String::new(), label });
    }
    CaseEntry::Chosen(rows, chosen.unwrap_or_default())
}

impl PlanFigure {
    /// What happens when this is typed into it.
    ///
    /// # Errors
    /// What is wrong with what was typed; then nothing happens.
    pub fn take(&self, state: &CaseworkerState, text: &str) -> Result<Option<CaseworkerEvent>, FieldError> {
        if self.of == Subject::Field(F::Principal) {
            return Ok(Some(CaseworkerEvent::Borrow(field_errors::money(text, bounds::AMOUNT)?)));
        }
        let Some(input) = inputs::ALL.iter().find(|input| input.of == self.of) else { return Ok(None) };
        Ok(input.take(state.case(), self.at, text)?.map(CaseworkerEvent::Of))
    }

    /// What happens when this is chosen, by its word; nothing when it is none of its words.
    pub fn choose(&self, state: &CaseworkerState, word: &str) -> Option<CaseworkerEvent> {
        let choice = choices::ALL.iter().find(|choice| choice.of == self.of)?;
        choice.choose(state.case(), self.at, word).map(CaseworkerEvent::Of)
    }
}

/// What pressing the button of a list does; nothing without a plan.
pub fn add_row(state: &CaseworkerState, list: RowList) -> Option<CaseworkerEvent> {
    new_row(state.case(), list).map(|row| CaseworkerEvent::Of(Event::AddRow(row)))
}

/// What taking a row off a list does.
pub fn remove_row(list: RowList, at: usize) -> CaseworkerEvent {
    CaseworkerEvent::Of(Event::RemoveRow(list, at))
}

#[cfg(test)]
#[path = "all_figures_tests.rs"]
mod tests;
