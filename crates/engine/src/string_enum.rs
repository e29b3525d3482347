//! Closed lists of values that have a stable id in files and results.

/// Declares an enum whose values have an id: the word that stands in the case file and in results.
///
/// Gives `ALL` (in the order written), `id()`, `from_id()`, `about()` (what is written above the value) and serialisation as the id.
macro_rules! string_enum {
    ($(#[doc = $about:literal])* $name:ident { $($(#[doc = $vabout:literal])* $variant:ident = $id:literal,)+ }) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $vabout])* #[doc = concat!("`", $id, "`")] $variant,)+ }

        impl $name {
            /// Every value, in the order of the definition.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The words of all values, in the same order.
            pub const IDS: &'static [&'static str] = &[$($id,)+];

            /// The word for this value in files and results.
            #[must_use]
            pub const fn id(self) -> &'static str {
                $name::IDS[self as usize]
            }

            /// What the value means: what is written above it in the table.
            #[must_use]
            pub const fn about(self) -> &'static str {
                match self { $($name::$variant => concat!($($vabout),*).trim_ascii(),)+ }
            }

            /// The value with this id, if there is one.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some($name::$variant),)+ _ => None }
            }
        }

        impl $crate::string_enum::Listed for $name {
            const ALL: &'static [$name] = $name::ALL;
            const IDS: &'static [&'static str] = $name::IDS;

            fn place(self) -> usize {
                self as usize
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "description": concat!($($about),*).trim_ascii(), "enum": $name::IDS })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
    };
}

/// Says to the schema of results that a type is written as another one.
macro_rules! written_as {
    ($type:ty as $written:ty) => {
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <$written as schemars::JsonSchema>::schema_name()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <$written as schemars::JsonSchema>::json_schema(generator)
            }
        }
    };
}

pub(crate) use {string_enum, written_as};

/// A value of a closed list.
pub(crate) trait Listed: Copy + 'static {
    /// Every value, in the order of the definition.
    const ALL: &'static [Self];
    /// Their words.
    const IDS: &'static [&'static str];

    /// The value's place in the list.
    fn place(self) -> usize;
}
