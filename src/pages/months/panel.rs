//! The figures that matter most, beside the picture; on paper all that are of use there.

use leptos::prelude::*;
use mikrolaan_markup::{Element, dynamic, view};

use crate::components::field::Layout;
use crate::pages::plan;
use crate::pages::plan::choices::{JOB_FROM, by_term};
use crate::pages::plan::fields::FormItem::{Choice, Input};
use crate::pages::plan::fields::{FieldContext, FormItem, field, items};
use crate::pages::plan::inputs as i;
use crate::session::Session;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts::months::group as g;
use mikrolaan_markup::watch::watch;

/// The five figures that matter most.
pub fn five(session: Session) -> Vec<AnyView> {
    let place = FieldContext { layout: Layout::Row, ..FieldContext::on_page(session) };
    let most = [&i::LIVING_COSTS, &i::FULL_MONTH, &i::VARIABLE_SHARE, &i::JOB_HOURS, &i::PRINCIPAL];
    most.map(|input| field(place, input)).into()
}

/// The figures as the paper has them, in groups. Their ids are their own.
pub fn groups(session: Session) -> Vec<AnyView> {
    let place = FieldContext { layout: Layout::Row, prefix: "paper-", ..FieldContext::on_page(session) };
    let household = [Input(&i::LIVING_COSTS), Input(&i::OTHER_INCOME), Input(&i::SAVINGS)];
    let business = [
        Input(&i::FIRST_MONTH),
        Input(&i::FULL_MONTH),
        Input(&i::RAMP_MONTHS),
        Input(&i::VARIABLE_SHARE),
        Input(&i::FIXED_COSTS),
        Input(&i::PRINCIPAL),
    ];
    let job = [Input(&i::JOB_HOURS), Input(&i::JOB_WAGE), Choice(&JOB_FROM)];
    let course = [Input(&i::COURSE_MONTHS), Input(&i::ACCOUNT_WAIT_MONTHS), Input(&i::SUBSIDY_MONTHS)];
    let business = group(place, g::business(), &business);
    vec![
        group(place, g::home(), &household).into_any(),
        view! { {business.child(mikrolaan_markup::Child::View(instalment(place)))} },
        group(place, g::job(), &job).into_any(),
        group(place, g::course(), &course).into_any(),
    ]
}

fn group(place: FieldContext, title: Text, figures: &[FormItem]) -> Element {
    view! { <fieldset class="inputs__group"><legend>{title}</legend>{items(place, figures)}</fieldset> }
}

/// What is paid back: an amount a month, or over a number of months.
fn instalment(place: FieldContext) -> AnyView {
    let by_term = watch(move || plan::read(place.session, by_term).flatten().map(i64::from));
    dynamic(move || {
        let input = if by_term.get()? == 1 { &i::TERM } else { &i::INSTALMENT };
        Some(field(place, input))
    })
}
