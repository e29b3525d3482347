//! The invented businesses.

use crate::locale::language::Text;
use mikrolaan_engine::case::examples::ExampleId;

use crate::locale::texts::examples as e;

/// The words of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExampleWords {
    /// What the business is.
    pub name: Text,
    /// What it does.
    pub text: Text,
}

/// The words of this example.
pub fn words(id: ExampleId) -> ExampleWords {
    let (name, text) = match id {
        ExampleId::Hairdresser => (e::hairdresser::name(), e::hairdresser::text()),
        ExampleId::GraphicDesigner => (e::graphic_designer::name(), e::graphic_designer::text()),
        ExampleId::JewelleryWebShop => (e::jewellery_web_shop::name(), e::jewellery_web_shop::text()),
        ExampleId::Courier => (e::courier::name(), e::courier::text()),
        ExampleId::Copywriter => (e::copywriter::name(), e::copywriter::text()),
    };
    ExampleWords { name, text }
}
