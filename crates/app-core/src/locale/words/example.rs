//! The invented businesses.

use crate::locale::language::Text;
use mikrolaan_engine::case::examples::ExampleId;

use crate::locale::texts::examples as e;

/// What the business is.
pub fn name(id: ExampleId) -> Text {
    match id {
        ExampleId::Hairdresser => e::hairdresser::name(),
        ExampleId::GraphicDesigner => e::graphic_designer::name(),
        ExampleId::JewelleryWebShop => e::jewellery_web_shop::name(),
        ExampleId::Courier => e::courier::name(),
        ExampleId::Copywriter => e::copywriter::name(),
    }
}

/// The same in one word, on a button.
pub fn short(id: ExampleId) -> Text {
    match id {
        ExampleId::Hairdresser => e::hairdresser::short(),
        ExampleId::GraphicDesigner => e::graphic_designer::short(),
        ExampleId::JewelleryWebShop => e::jewellery_web_shop::short(),
        ExampleId::Courier => e::courier::short(),
        ExampleId::Copywriter => e::copywriter::short(),
    }
}
