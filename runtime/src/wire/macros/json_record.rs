//! `json_record!`: a topic's record as one job reads it.

/// A lazily read view of a JSON record.
///
/// `in` lists the names of all fields of the schema as writers order them; below stand the fields that the job reads,
/// each with its form and its name on the wire. `checked` looks at the whole text, `trusted` stops after the last field.
///
/// ```
/// use riparian::prelude::*;
/// json_record! {
///     pub struct Transfer in ["id", "sender", "amount"] checked {
///         sender: form::Int = "sender",
///         amount: form::Money = "amount",
///     }
/// }
/// let transfer = Transfer::read(br#"{"id": "t1", "sender": 7, "amount": "85.00"}"#).unwrap();
/// assert_eq!(transfer.sender(), Ok(7));
/// ```
#[macro_export]
macro_rules! json_record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident in [$($wire:literal),* $(,)?] $mode:ident {
            $( $(#[$field_meta:meta])* $field:ident : $form:ty = $at:literal ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'a> {
            fields: $crate::__private::Found<'a, { const NAMES: &[&str] = &[$($wire),*]; NAMES.len() }>,
        }

        #[allow(dead_code, reason = "a view has a getter per column, and not every place reads all of them")]
        impl<'a> $name<'a> {
            const NAMES: &'static [&'static str] = &[$($wire),*];
            const LIST: &'static [$crate::__private::JsonKey] =
                &$crate::__private::wanted($crate::__private::keys([$($wire),*]), &[$($at),*]);
            const TRUSTED: bool = $crate::json_record!(@trusted $mode);

            /// Where the names are looked up.
            #[inline]
            fn keys() -> &'static $crate::__private::Keys {
                static KEYS: $crate::__private::Keys = $crate::__private::Keys::new($name::LIST);
                &KEYS
            }

            /// The record's value: [`Fail::NullValue`] if there is none.
            #[inline(always)]
            pub fn scan(record: &$crate::__private::Record<'a>) -> ::core::result::Result<Self, $crate::__private::Fail> {
                let value = record.value.ok_or($crate::__private::Fail::NullValue)?;
                let alone;
                Self::find(match record.text() {
                    ::core::option::Option::Some(text) => text,
                    ::core::option::Option::None => {
                        alone = $crate::__private::Alone::new(value);
                        alone.text()
                    }
                })
            }

            /// Checks the text and finds the fields.
            pub fn read(text: &'a [u8]) -> ::core::result::Result<Self, $crate::__private::Fail> {
                Self::find($crate::__private::Alone::new(text).text())
            }

            #[inline(always)]
            fn find(text: $crate::__private::Text<'a, '_>) -> ::core::result::Result<Self, $crate::__private::Fail> {
                let mut pass = $crate::__private::InOrder::new(text);
                let fields = match Self::in_order(&mut pass) {
                    ::core::option::Option::Some(()) => pass.finish(Self::keys(), Self::TRUSTED)?,
                    ::core::option::Option::None => pass.scan(Self::keys(), Self::TRUSTED)?,
                };
                ::core::result::Result::Ok(Self { fields })
            }

            /// Finds the fields of a text that is written as most are.
            #[inline(always)]
            fn in_order(
                pass: &mut $crate::__private::InOrder<'a, '_, { const NAMES: &[&str] = &[$($wire),*]; NAMES.len() }>,
            ) -> ::core::option::Option<()> {
                const KEYS: $crate::__private::Keys = $crate::__private::Keys::new($name::LIST);
                if !const { KEYS.are_plain() } {
                    return ::core::option::Option::None;
                }
                let mut slot = 0;
                $(
                    if !Self::TRUSTED || slot < const { KEYS.past_last() } {
                        let name = ::core::concat!(",\"", $wire, "\":");
                        let before = if slot == 0 { ::core::concat!("{\"", $wire, "\":") } else { name };
                        pass.field(slot, before, slot + 1 == Self::NAMES.len())?;
                    }
                    slot += 1;
                )*
                let _ = slot;
                ::core::option::Option::Some(())
            }

            $(
                $(#[$field_meta])*
                #[inline]
                pub fn $field(&self) -> ::core::result::Result<<$form as $crate::__private::Form>::Read<'a>, $crate::__private::Fail> {
                    const AT: usize = $crate::__private::index_of($name::NAMES, $at);
                    <$form as $crate::__private::Form>::read(self.fields.get(AT))
                }
            )*
        }
    };
    (@trusted trusted) => { true };
    (@trusted checked) => { false };
}
