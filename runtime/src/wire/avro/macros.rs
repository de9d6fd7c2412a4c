//! `avro_record!`: a topic's record as one job reads it.

/// A lazily read view of an Avro record.
///
/// `of` names the topic's [`Contract`](crate::wire::avro::Contract); below stand the columns that the job reads, each with
/// its form and the name of its field. `checked` looks at the whole value, `trusted` stops after the last column.
///
/// ```
/// use riparian::prelude::*;
/// const TRANSFERS: avro::Contract = avro::Contract {
///     framed: false,
///     writers: &[avro::Writer {
///         id: 0,
///         nodes: &[avro::Node::Record(&[("id", 1), ("sender", 2)]), avro::Node::String, avro::Node::Long],
///     }],
/// };
/// avro_record! {
///     pub struct Transfer of TRANSFERS checked { sender: form::Int = "sender" }
/// }
/// assert_eq!(Transfer::read(b"\x04t1\x0e").unwrap().sender(), Ok(7));
/// ```
#[macro_export]
macro_rules! avro_record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident of $contract:ident $mode:ident {
            $( $(#[$field_meta:meta])* $field:ident : $form:ty = $at:literal ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'a> {
            fields: $crate::__private::avro::Found<'a, { const NAMES: &[&str] = &[$($at),*]; NAMES.len() }>,
        }

        #[allow(dead_code, reason = "a view has a getter per column, and not every place reads all of them")]
        impl<'a> $name<'a> {
            const NAMES: &'static [&'static str] = &[$($at),*];
            const TRUSTED: bool = $crate::avro_record!(@trusted $mode);

            /// The record's value: [`Fail::NullValue`] if there is none.
            #[inline]
            pub fn scan(record: &$crate::__private::Record<'a>) -> ::core::result::Result<Self, $crate::__private::Fail> {
                Self::read(record.value.ok_or($crate::__private::Fail::NullValue)?)
            }

            /// Checks the value and finds the columns.
            #[inline]
            pub fn read(value: &'a [u8]) -> ::core::result::Result<Self, $crate::__private::Fail> {
                const CONTRACT: &$crate::__private::avro::Contract = &$contract;
                static ORDERS: [
                    $crate::__private::avro::Order<{ const NAMES: &[&str] = &[$($at),*]; NAMES.len() }>;
                    CONTRACT.writers.len()
                ] = $crate::__private::avro::orders(CONTRACT.writers, [$($at),*]);
                let fields = $crate::__private::avro::scan(value, CONTRACT, &ORDERS, Self::TRUSTED)?;
                ::core::result::Result::Ok(Self { fields })
            }

            $(
                $(#[$field_meta])*
                #[inline]
                pub fn $field(&self) -> ::core::result::Result<<$form as $crate::__private::Form>::Read<'a>, $crate::__private::Fail> {
                    const AT: usize = $crate::__private::index_of($name::NAMES, $at);
                    <$form as $crate::__private::avro::Binary>::read_binary(self.fields.get(AT))
                }
            )*
        }
    };
    (@trusted trusted) => { true };
    (@trusted checked) => { false };
}
