//! `record!`: a declared record as a value, nested in another.

/// A record that stands inside rows: owned, kept, read from JSON and written to it.
///
/// ```
/// use riparian::prelude::*;
/// record! {
///     pub struct Address { city: form::Text = "city", zip: form::Nullable<form::Text> = "zip" }
/// }
/// ```
#[macro_export]
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* $field:ident : $form:ty = $wire:literal ),* $(,)?
        }
    ) => {
        $crate::row! {
            $(#[$meta])*
            pub struct $name { $( $(#[$field_meta])* $field: <$form as $crate::__private::Form>::Owned ),* }
        }

        #[automatically_derived]
        impl $crate::__private::Object for $name {
            fn read(text: &str) -> ::core::result::Result<Self, $crate::__private::Fail> {
                const LIST: &[$crate::__private::JsonKey] = &$crate::__private::keys([$($wire),*]);
                static KEYS: $crate::__private::Keys = $crate::__private::Keys::new(LIST);
                let found = $crate::__private::scan::<{ LIST.len() }>(text.as_bytes(), &KEYS, false)?;
                let mut slot = 0..;
                $( let $field = found.get(slot.next().unwrap_or_default()); )*
                ::core::result::Result::Ok(Self {
                    $( $field: <$form as $crate::__private::Form>::read_owned($field)? ),*
                })
            }

            fn write(&self, out: &mut ::std::vec::Vec<u8>) {
                $crate::__private::Fields::new(out)
                    $( .field::<$form>($wire, <$form as $crate::__private::Form>::borrow(&self.$field)) )*
                    .end();
            }
        }
    };
}
