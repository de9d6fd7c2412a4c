//! `group!`: the accumulators of a group.

/// What a group keeps: one accumulator per aggregate call, described by its call, so that state of another aggregate is
/// never read as this one's.
///
/// ```
/// use riparian::prelude::*;
/// group! {
///     pub struct LastHour {
///         transfers: aggregate::Count<()> = "count()",
///         total: aggregate::Sum<Money> = "sum(money)",
///     }
/// }
/// let at = aggregate::At::default();
/// let mut group = LastHour::default();
/// group.transfers.add(&(), at).unwrap();
/// group.total.add(&Decimal(15_000), at).unwrap();
/// assert_eq!(group.transfers.value(), Ok(1));
/// ```
#[macro_export]
macro_rules! group {
    (
        $(#[$meta:meta])*
        pub struct $name:ident { $( $field:ident : $aggregate:ty = $call:literal ),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Default)]
        pub struct $name { $( pub $field: $crate::__private::Accumulator<$aggregate> ),* }

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
                ::core::option::Option::Some(Self { $( $field: $crate::__private::State::decode(input)? ),* })
            }

            fn layout(out: &mut ::std::string::String) {
                let mut next = '{';
                $(
                    $crate::__private::layout_field(out, next, ::core::stringify!($field));
                    out.push_str($call);
                    out.push(' ');
                    <$crate::__private::Accumulator<$aggregate> as $crate::__private::State>::layout(out);
                    next = ',';
                )*
                out.push_str(if next == '{' { "{}" } else { "}" });
            }

            #[inline]
            fn heap(&self) -> usize {
                0 $( + $crate::__private::State::heap(&self.$field) )*
            }
        }

        #[automatically_derived]
        impl $crate::__private::Merge for $name {
            #[inline]
            fn merge(&mut self, other: &Self) -> ::core::result::Result<(), $crate::__private::Fail> {
                let _ = &other;
                $( self.$field.merge(&other.$field)?; )*
                ::core::result::Result::Ok(())
            }
        }
    };
}
