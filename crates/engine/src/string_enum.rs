//! Closed lists of values that have a stable id in files and results.

/// Declares an enum whose values have an id: the word that stands in the case file and in results.
///
/// Gives `ALL` (in the order written), `id()`, `from_id()` and serialisation as the id.
macro_rules! string_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $id:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* #[doc = concat!("`", $id, "`")] $variant,)+ }

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

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
    };
}

pub(crate) use string_enum;

/// A value of a closed list.
pub(crate) trait Listed: Copy + 'static {
    /// Every value, in the order of the definition.
    const ALL: &'static [Self];
    /// Their words.
    const IDS: &'static [&'static str];

    /// The value's place in the list.
    fn place(self) -> usize;
}
