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
            fields: [$crate::__private::Raw<'a>; { const NAMES: &[&str] = &[$($wire),*]; NAMES.len() }],
        }

        #[allow(dead_code, reason = "a view has a getter per column, and not every place reads all of them")]
        impl<'a> $name<'a> {
            const NAMES: &'static [&'static str] = &[$($wire),*];

            /// The record's value: [`Fail::NullValue`] if there is none.
            #[inline]
            pub fn scan(record: &$crate::__private::Record<'a>) -> ::core::result::Result<Self, $crate::__private::Fail> {
                Self::read(record.value.ok_or($crate::__private::Fail::NullValue)?)
            }

            /// Checks the text and finds the fields.
            #[inline]
            pub fn read(text: &'a [u8]) -> ::core::result::Result<Self, $crate::__private::Fail> {
                static KEYS: [$crate::__private::JsonKey; { const NAMES: &[&str] = &[$($wire),*]; NAMES.len() }] =
                    $crate::__private::keys([$($wire),*]);
                let mut fields = [$crate::__private::Raw::MISSING; { const NAMES: &[&str] = &[$($wire),*]; NAMES.len() }];
                $crate::__private::scan(text, &KEYS, $crate::json_record!(@trusted $mode), &mut fields)?;
                ::core::result::Result::Ok(Self { fields })
            }

            $(
                $(#[$field_meta])*
                #[inline]
                pub fn $field(&self) -> ::core::result::Result<<$form as $crate::__private::Form>::Read<'a>, $crate::__private::Fail> {
                    const AT: usize = $crate::__private::index_of($name::NAMES, $at);
                    <$form as $crate::__private::Form>::read(self.fields[AT])
                }
            )*
        }
    };
    (@trusted trusted) => { true };
    (@trusted checked) => { false };
}
