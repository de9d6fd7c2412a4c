//! A piece of Rust that gives a value, and how it holds it: what has to be done to borrow or to own it.
//!
//! Numbers, times, truth values and closed enums are copied. Text, lists, records and open enums are borrowed where they
//! are looked at and owned where they are kept.

use super::types::Types;
use crate::model::Type;
use proc_macro2::TokenStream;
use quote::quote;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// A value of a copied type.
    Copied,
    /// A reference: `&str`, `&Currency`, `Option<&str>`.
    Borrowed,
    /// A variable or field of the owned type.
    Place,
    /// A variable with text that may be borrowed: `Cow<str>`, `Option<Cow<str>>`.
    CowPlace,
    /// An owned value of its own, such as a function's result.
    Owned,
    /// The result of a getter: `Cow<str>`, `Option<Cow<str>>`.
    Cow,
}

#[derive(Clone, Debug)]
pub(super) struct Code {
    pub(super) tokens: TokenStream,
    pub(super) held: Held,
}

impl Code {
    pub(super) fn new(tokens: TokenStream, held: Held) -> Self {
        Code { tokens, held }
    }

    /// A value or reference to look at.
    pub(super) fn borrowed(&self, ty: &Type) -> TokenStream {
        let tokens = &self.tokens;
        let optional = matches!(ty, Type::Optional(_));
        let inner = ty.required().underlying();
        match self.held {
            Held::Copied | Held::Borrowed => tokens.clone(),
            Held::CowPlace | Held::Cow if optional => quote!(#tokens.as_deref()),
            Held::CowPlace | Held::Cow => quote!(&*#tokens),
            Held::Place | Held::Owned => match inner {
                Type::String | Type::Json | Type::List(_) if optional => quote!(#tokens.as_deref()),
                _ if optional => quote!(#tokens.as_ref()),
                Type::String | Type::Json if self.held == Held::Place => quote!(#tokens.as_str()),
                Type::List(_) if self.held == Held::Place => quote!(#tokens.as_slice()),
                Type::String | Type::Json | Type::List(_) => quote!(&*#tokens),
                _ => quote!(&#tokens),
            },
        }
    }

    /// A value to keep.
    pub(super) fn owned(&self, ty: &Type) -> TokenStream {
        let tokens = &self.tokens;
        let optional = matches!(ty, Type::Optional(_));
        let inner = ty.required().underlying();
        match self.held {
            Held::Copied | Held::Owned => tokens.clone(),
            Held::Place => quote!(#tokens.clone()),
            Held::Cow if optional => quote!(#tokens.map(Cow::into_owned)),
            Held::Cow => quote!(#tokens.into_owned()),
            Held::CowPlace if optional => quote!(#tokens.as_deref().map(str::to_owned)),
            Held::CowPlace => quote!(#tokens.to_string()),
            Held::Borrowed => match inner {
                Type::String | Type::Json if optional => quote!(#tokens.map(str::to_owned)),
                Type::List(_) if optional => quote!(#tokens.map(<[_]>::to_vec)),
                _ if optional => quote!(#tokens.cloned()),
                Type::String | Type::Json => quote!(#tokens.to_owned()),
                Type::List(_) => quote!(#tokens.to_vec()),
                _ => quote!(#tokens.clone()),
            },
        }
    }

    /// Whether borrowing needs a value that lives only to the end of its statement.
    pub(super) fn is_temporary(&self) -> bool {
        matches!(self.held, Held::Owned | Held::Cow)
    }
}

/// How a getter or a result of the type holds its value.
pub(super) fn result_of(types: &Types<'_>, ty: &Type) -> Held {
    if types.is_copy(ty) { Held::Copied } else { Held::Owned }
}

/// How a field or variable of the type holds its value.
pub(super) fn place_of(types: &Types<'_>, ty: &Type) -> Held {
    if types.is_copy(ty) { Held::Copied } else { Held::Place }
}

/// How a getter of a view holds its value.
pub(super) fn getter_of(types: &Types<'_>, ty: &Type) -> Held {
    match ty.required().underlying() {
        Type::String | Type::Json => Held::Cow,
        _ => result_of(types, ty),
    }
}

/// Whether code may leave its function.
pub(super) fn may_fail(tokens: &TokenStream) -> bool {
    use proc_macro2::TokenTree;
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Group(group) => may_fail(&group.stream()),
        _ => false,
    })
}

/// Whether code names a variable: not a field, a method or a path of that name.
pub(super) fn names_variable(tokens: &TokenStream, variable: &proc_macro2::Ident) -> bool {
    use proc_macro2::TokenTree;
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let punct = |at: Option<usize>, wanted: char| {
        at.and_then(|at| tokens.get(at))
            .is_some_and(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted))
    };
    tokens.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Ident(ident) => {
            *ident == *variable && !punct(at.checked_sub(1), '.') && !punct(Some(at + 1), ':')
        }
        TokenTree::Group(group) => names_variable(&group.stream(), variable),
        _ => false,
    })
}

/// A parameter or pattern: with an underscore where the body does not need it.
pub(super) fn bound_in(body: &TokenStream, variable: &proc_macro2::Ident) -> TokenStream {
    if names_variable(body, variable) {
        return quote!(#variable);
    }
    let unused = quote::format_ident!("_{}", variable);
    quote!(#unused)
}
