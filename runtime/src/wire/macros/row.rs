//! `row!` and `key!`: what is kept, repartitioned and grouped by.

/// An owned row with its binary form: fields in the order written, described by names and types.
///
/// ```
/// use riparian::prelude::*;
/// row! {
///     /// Each transfer in euro.
///     pub struct InEuro { sender: i64, eur: Money }
/// }
/// ```
#[macro_export]
macro_rules! row {
    (
        $(#[$meta:meta])*
        pub struct $name:ident { $( $(#[$field_meta:meta])* $field:ident : $type:ty ),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name { $( $(#[$field_meta])* pub $field: $type ),* }

        $crate::row!(@state $name { $($field: $type),* });
    };
    (@state $name:ident { $($field:ident : $type:ty),* }) => {
        #[automatically_derived]
        impl $crate::__private::State for $name {
            #[inline]
            fn encode(&self, out: &mut ::std::vec::Vec<u8>) {
                let _ = &out;
                $( $crate::__private::State::encode(&self.$field, out); )*
            }

            #[inline]
            fn decode(input: &mut &[u8]) -> ::core::option::Option<Self> {
                let _ = &input;
                ::core::option::Option::Some(Self { $( $field: <$type as $crate::__private::State>::decode(input)? ),* })
            }

            fn layout(out: &mut ::std::string::String) {
                let mut next = '{';
                $(
                    $crate::__private::layout_field(out, next, ::core::stringify!($field));
                    <$type as $crate::__private::State>::layout(out);
                    next = ',';
                )*
                out.push_str(if next == '{' { "{}" } else { "}" });
            }

            #[inline]
            fn heap(&self) -> usize {
                0 $( + $crate::__private::State::heap(&self.$field) )*
            }
        }
    };
}

/// The columns that a group or partition goes by: a row that can be compared and looked up. Its order, that of its
/// columns, is the order in which closing windows emit.
#[macro_export]
macro_rules! key {
    (
        $(#[$meta:meta])*
        pub struct $name:ident { $( $(#[$field_meta:meta])* $field:ident : $type:ty ),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name { $( $(#[$field_meta])* pub $field: $type ),* }

        $crate::row!(@state $name { $($field: $type),* });
    };
}
