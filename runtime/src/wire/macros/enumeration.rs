//! `closed_enum!` and `open_enum!`.
//!
//! Enums are ordered by the names of their variants, which are the contract, not by the order of declaration.

/// An enum whose readers know every variant: an unknown name is [`crate::fail::Fail::UnknownVariant`].
///
/// ```
/// use riparian::prelude::*;
/// closed_enum! { pub enum Side { Buy = "Buy", Sell = "Sell" } }
/// ```
#[macro_export]
macro_rules! closed_enum {
    ($(#[$meta:meta])* pub enum $name:ident { $($variant:ident = $wire:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(dead_code, reason = "a variant may only ever be read")]
        #[allow(clippy::upper_case_acronyms, reason = "a variant is named as the source names it")]
        pub enum $name { $($variant),* }

        #[automatically_derived]
        impl $crate::__private::Variants for $name {
            #[inline]
            fn from_name(name: &str) -> ::core::result::Result<Self, $crate::__private::Fail> {
                match name {
                    $($wire => ::core::result::Result::Ok(Self::$variant),)*
                    _ => ::core::result::Result::Err($crate::__private::Fail::UnknownVariant),
                }
            }

            #[inline]
            fn name(&self) -> &str {
                match *self { $(Self::$variant => $wire),* }
            }
        }

        #[automatically_derived]
        impl $crate::__private::State for $name {
            #[inline]
            fn encode(&self, out: &mut ::std::vec::Vec<u8>) {
                $crate::__private::State::encode(&(*self as u16), out);
            }

            #[inline]
            fn decode(input: &mut &[u8]) -> ::core::option::Option<Self> {
                const ALL: &[$name] = &[$($name::$variant),*];
                ALL.get(<u16 as $crate::__private::State>::decode(input)? as usize).copied()
            }

            fn layout(out: &mut ::std::string::String) {
                out.push_str(::core::concat!("enum{", $($wire, ",",)* "}"));
            }
        }

        $crate::closed_enum!(@order $name);
    };
    (@order $name:ident) => {
        #[automatically_derived]
        impl ::core::cmp::Ord for $name {
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                use $crate::__private::Variants;
                self.name().cmp(other.name())
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }
    };
}

/// An enum that may grow at its writers: a name that is not declared is kept in the variant after `..`.
///
/// ```
/// use riparian::prelude::*;
/// open_enum! { pub enum Currency { EUR = "EUR", GBP = "GBP", ..Undeclared } }
/// ```
#[macro_export]
macro_rules! open_enum {
    ($(#[$meta:meta])* pub enum $name:ident { $($variant:ident = $wire:literal,)* ..$other:ident }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[allow(dead_code, reason = "a variant may only ever be read")]
        #[allow(clippy::upper_case_acronyms, reason = "a variant is named as the source names it")]
        pub enum $name {
            $($variant,)*
            /// A name that was not declared when this job was compiled.
            $other(::std::boxed::Box<str>),
        }

        #[automatically_derived]
        impl $crate::__private::Variants for $name {
            #[inline]
            fn from_name(name: &str) -> ::core::result::Result<Self, $crate::__private::Fail> {
                ::core::result::Result::Ok(match name {
                    $($wire => Self::$variant,)*
                    _ => Self::$other(name.into()),
                })
            }

            #[inline]
            fn name(&self) -> &str {
                match self { $(Self::$variant => $wire,)* Self::$other(name) => name }
            }
        }

        /// By name, length first, so that a variant declared later does not change what is stored.
        #[automatically_derived]
        impl $crate::__private::State for $name {
            #[inline]
            fn encode(&self, out: &mut ::std::vec::Vec<u8>) {
                $crate::__private::encode_text($crate::__private::Variants::name(self), out);
            }

            #[inline]
            fn decode(input: &mut &[u8]) -> ::core::option::Option<Self> {
                <Self as $crate::__private::Variants>::from_name($crate::__private::decode_text(input)?).ok()
            }

            fn layout(out: &mut ::std::string::String) {
                out.push_str("open enum");
            }

            #[inline]
            fn heap(&self) -> usize {
                match self { Self::$other(name) => name.len(), _ => 0 }
            }
        }

        $crate::closed_enum!(@order $name);
    };
}
