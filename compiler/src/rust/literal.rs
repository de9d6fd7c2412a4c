//! Literals.

use super::code::{Code, Held};
use super::environment::{Environment, broken};
use super::names;
use crate::model::{Type, TypeKind, Value};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use riparian_functions::decimal::digits;

impl Environment<'_> {
    pub(super) fn literal(&self, value: &Value, ty: &Type) -> Code {
        let inner = ty.required().underlying();
        if value.is_none() {
            return Code::new(quote!(None), Held::Copied);
        }
        let code = self.present_literal(value, inner);
        if matches!(ty, Type::Optional(_)) {
            let tokens = code.borrowed(inner);
            return Code::new(quote!(Some(#tokens)), code.held);
        }
        code
    }

    fn present_literal(&self, value: &Value, ty: &Type) -> Code {
        let copied = |tokens| Code::new(tokens, Held::Copied);
        match (value, ty) {
            (Value::Bool(value), _) => copied(quote!(#value)),
            (Value::Int(value), Type::Float) => float(*value as f64),
            (Value::Int(value), Type::BigInt) => copied(integer(i128::from(*value), "_i128")),
            (Value::Int(value), Type::Int) => copied(integer(i128::from(*value), "")),
            (Value::Int(value), _) => self.exact(i128::from(*value), 0, ty),
            (Value::BigInt(value), _) => copied(integer(*value, "_i128")),
            (Value::Float(value), _) => float(*value),
            (Value::Decimal { mantissa, scale }, _) => self.exact(*mantissa, *scale, ty),
            (Value::String(text) | Value::Json(text), _) => {
                let text = &**text;
                Code::new(quote!(#text), Held::Borrowed)
            }
            (Value::Timestamp(at), _) => wrapped("Timestamp", *at),
            (Value::Date(days), _) => wrapped("Date", i64::from(*days)),
            (Value::Duration(micros), _) => wrapped("Duration", *micros),
            (Value::Enum(name), Type::Enum(id)) => {
                let open = matches!(&self.model.ty(*id).kind, TypeKind::Enum { open: true, .. });
                let (ty, variant) = (names::ident(self.types.declared(*id)), names::ident(name));
                Code::new(quote!(#ty::#variant), if open { Held::Owned } else { Held::Copied })
            }
            (Value::Record(values), Type::Record(id)) => {
                let TypeKind::Record(record) = &self.model.ty(*id).kind else {
                    return broken("not a record");
                };
                let name = names::ident(self.types.declared(*id));
                let fields = record.fields.iter().zip(values.iter()).map(|(field, value)| {
                    let ident = names::ident(&field.name);
                    let value = self.literal(value, &field.ty).owned(&field.ty);
                    quote!(#ident: #value)
                });
                Code::new(quote!(#name { #(#fields),* }), Held::Owned)
            }
            (Value::List(values), Type::List(element)) => {
                let values = values.iter().map(|value| self.literal(value, element).owned(element));
                Code::new(quote!(vec![#(#values),*]), Held::Owned)
            }
            _ => broken("a literal of another type"),
        }
    }

    /// An exact number at the scale of its type; the checker has seen that it fits.
    fn exact(&self, mantissa: i128, scale: u8, ty: &Type) -> Code {
        let to = match ty {
            Type::Decimal { scale, .. } => *scale,
            Type::Money(_) | Type::BigMoney(_) => Type::MONEY_SCALE,
            Type::Float => return float(riparian_functions::decimal::digits_to_float(mantissa, scale)),
            _ => 0,
        };
        let Ok(mantissa) = digits::rescale_exact(mantissa, scale, to) else {
            return broken("a literal with more digits than its type");
        };
        let suffix = if *ty == Type::BigInt { "_i128" } else { "" };
        let number = integer(mantissa, suffix);
        match ty {
            Type::Int | Type::BigInt => Code::new(number, Held::Copied),
            _ => {
                let wide = match ty {
                    Type::Decimal { precision, .. } => *precision > 18,
                    Type::BigMoney(_) => true,
                    _ => false,
                };
                let integer = names::plain(if wide { "i128" } else { "i64" });
                let to = Literal::u8_unsuffixed(to);
                Code::new(quote!(Decimal::<#integer, #to>(#number)), Held::Copied)
            }
        }
    }
}

fn float(value: f64) -> Code {
    let literal = Literal::f64_unsuffixed(value.abs());
    Code::new(if value.is_sign_negative() { quote!(-#literal) } else { quote!(#literal) }, Held::Copied)
}

fn wrapped(name: &str, value: i64) -> Code {
    let (name, value) = (names::plain(name), integer(i128::from(value), ""));
    Code::new(quote!(#name(#value)), Held::Copied)
}

/// A number of microseconds as people write it.
pub(super) fn number(value: i64) -> TokenStream {
    integer(i128::from(value), "")
}

/// With underscores between thousands from five digits on, as people write them.
fn integer(value: i128, suffix: &str) -> TokenStream {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len() > 4 && (digits.len() - at).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text.push_str(suffix);
    if value < 0 {
        text.insert(0, '-');
    }
    super::types::parse(&text)
}

/// A literal as a pattern.
pub(super) fn pattern(environment: &Environment<'_>, value: &Value, ty: &Type) -> TokenStream {
    let inner = ty.required().underlying();
    let tokens = match value {
        Value::None => return quote!(None),
        Value::Decimal { .. } | Value::Int(_) => match environment.literal(value, inner).tokens.to_string() {
            // `Decimal::<i64, 2>(150)`: a pattern goes without the types.
            text if text.starts_with("Decimal") => {
                let number = text.rsplit_once('(').map_or("0)", |(_, rest)| rest).trim_end_matches(')');
                let number = super::types::parse(number);
                quote!(Decimal(#number))
            }
            text => super::types::parse(&text),
        },
        _ => environment.literal(value, inner).tokens,
    };
    if matches!(ty, Type::Optional(_)) { quote!(Some(#tokens)) } else { tokens }
}
