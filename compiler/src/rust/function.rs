//! Calls: operators, comparisons, conversions and the functions of the catalogue, by the names that their definitions give.

use super::code::{Code, Held, result_of};
use super::environment::{Environment, broken};
use super::expression::atom;
use super::types::parse;
use crate::model::Type;
use crate::plan::{Expr, Operation};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use riparian_functions::catalogue::Function;
use riparian_functions::catalogue::arithmetic::{self, Operator};
use riparian_functions::catalogue::comparison::{Comparison, equality};
use riparian_functions::catalogue::conversion::{Conversion, conversion};

/// What is called.
struct Callee {
    path: TokenStream,
    may_fail: bool,
    /// The result may be absent whatever the arguments are.
    optional: bool,
}

/// Calls with arguments that may be absent where `lifted`: one absent argument gives `none`.
fn apply(
    environment: &Environment<'_>,
    callee: &Callee,
    arguments: &[&Expr],
    lifted: bool,
    ty: &Type,
) -> Code {
    let (path, site) = (&callee.path, &environment.site);
    let fail = if callee.may_fail { quote!(.at(#site)?) } else { quote!() };
    let held = result_of(environment.types, ty);
    let is_generic =
        ["decimal", "float", "math", "money"].iter().any(|module| path.to_string().starts_with(module))
            || path.to_string() == "text :: text";
    let looked = arguments.iter().map(|argument| environment.look(argument));
    let looked: Vec<TokenStream> =
        looked.map(|tokens| if is_generic { typed_int(tokens) } else { tokens }).collect();
    let optional: Vec<usize> =
        (0..arguments.len()).filter(|at| lifted && arguments[*at].ty.is_optional()).collect();
    if optional.is_empty() {
        return Code::new(own_text(quote!(#path(#(#looked),*) #fail), ty, callee.optional), held);
    }
    let subjects = optional.iter().map(|at| &looked[*at]);
    let variables: Vec<_> = optional.iter().map(|at| format_ident!("a{at}")).collect();
    let inside = (0..arguments.len()).map(|at| match optional.iter().position(|o| *o == at) {
        Some(index) => {
            let variable = &variables[index];
            quote!(#variable)
        }
        None => looked[at].clone(),
    });
    let call = own_text(quote!(#path(#(#inside),*) #fail), ty, callee.optional);
    let present = if callee.optional { quote!(#call) } else { quote!(Some(#call)) };
    let tokens = if let ([variable], [subject]) =
        (variables.as_slice(), subjects.clone().collect::<Vec<_>>().as_slice())
    {
        let subject = (*subject).clone();
        if callee.may_fail {
            quote!(match #subject { Some(#variable) => #present, None => None })
        } else {
            let subject = atom(subject);
            let method = if callee.optional { quote!(and_then) } else { quote!(map) };
            quote!(#subject.#method(|#variable| #call))
        }
    } else {
        quote!(match (#(#subjects),*) { (#(Some(#variables)),*) => #present, _ => None })
    };
    Code::new(tokens, held)
}

/// An int literal says its type where the function takes several.
fn typed_int(tokens: TokenStream) -> TokenStream {
    let text = tokens.to_string();
    let digits = text.strip_prefix('-').unwrap_or(&text).trim_start();
    let is_int = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    if is_int { parse(&format!("{text}_i64")) } else { tokens }
}

/// A function on text may return a part of its argument.
fn own_text(call: TokenStream, ty: &Type, optional: bool) -> TokenStream {
    match ty.required().underlying() {
        Type::String | Type::Json if optional => quote!(#call.map(String::from)),
        Type::String | Type::Json => quote!(String::from(#call)),
        _ => call,
    }
}

pub(super) fn call(
    environment: &Environment<'_>,
    function: &Function,
    arguments: &[Expr],
    lifted: bool,
    ty: &Type,
) -> Code {
    let mut path = parse(function.rust);
    if function.typed {
        let result = environment.types.tokens(ty.required());
        path = quote!(#path::<#result>);
    }
    let arguments: Vec<&Expr> = arguments.iter().collect();
    let required: Vec<Type> = arguments.iter().map(|argument| argument.ty.required().clone()).collect();
    let optional = (function.check)(&required).is_ok_and(|result| result.is_optional());
    apply(environment, &Callee { path, may_fail: function.may_fail, optional }, &arguments, lifted, ty)
}

pub(super) fn arithmetic(
    environment: &Environment<'_>,
    operator: Operation,
    left: &Expr,
    right: &Expr,
    ty: &Type,
) -> Code {
    let operator = match operator {
        Operation::Add => Operator::Add,
        Operation::Subtract => Operator::Subtract,
        Operation::Multiply => Operator::Multiply,
        Operation::Divide => Operator::Divide,
        Operation::Remainder => Operator::Remainder,
        _ => return broken("not arithmetic"),
    };
    let Ok(found) = arithmetic::binary(operator, left.ty.required(), right.ty.required()) else {
        return broken("operands of other types");
    };
    let callee = Callee {
        path: path_of(environment, found.rust, found.typed, ty),
        may_fail: found.may_fail,
        optional: false,
    };
    apply(environment, &callee, &[left, right], true, ty)
}

pub(super) fn negation(environment: &Environment<'_>, operand: &Expr, ty: &Type) -> Code {
    let Ok(found) = arithmetic::negation(operand.ty.required()) else {
        return broken("an operand of another type");
    };
    let callee = Callee {
        path: path_of(environment, found.rust, found.typed, ty),
        may_fail: found.may_fail,
        optional: false,
    };
    apply(environment, &callee, &[operand], true, ty)
}

/// `decimal::divide::<Money>(amount, rate)`.
pub(super) fn exact(
    environment: &Environment<'_>,
    name: &str,
    amount: &Expr,
    rate: &Expr,
    ty: &Type,
) -> Code {
    let path = path_of(environment, &format!("decimal::{name}"), true, ty);
    apply(environment, &Callee { path, may_fail: true, optional: false }, &[amount, rate], true, ty)
}

fn path_of(environment: &Environment<'_>, rust: &str, typed: bool, ty: &Type) -> TokenStream {
    let path = parse(rust);
    if typed {
        let result = environment.types.tokens(ty.required());
        quote!(#path::<#result>)
    } else {
        path
    }
}

/// `cx.token("vault", value)`.
pub(super) fn token(environment: &Environment<'_>, value: &Expr, vault: &str) -> Code {
    let looked = environment.look(value);
    let looked = match value.ty.required().underlying() {
        Type::Enum(_) => quote!(#looked.name()),
        _ => looked,
    };
    let tokens = if value.ty.is_optional() {
        quote!(#looked.map(|value| cx.token(#vault, value)))
    } else {
        quote!(cx.token(#vault, #looked))
    };
    Code::new(tokens, Held::Owned)
}

pub(super) fn comparison(
    environment: &Environment<'_>,
    operator: Operation,
    left: &Expr,
    right: &Expr,
) -> Code {
    let Ok(how) = equality(&left.ty, &right.ty) else { return broken("operands of other types") };
    let (mut a, mut b) = (environment.look(left), environment.look(right));
    let ordering = !matches!(operator, Operation::Equal | Operation::NotEqual);
    let (a_optional, b_optional) = (left.ty.is_optional(), right.ty.is_optional());
    if ordering && (a_optional || b_optional) {
        return lifted_ordering(how, operator, (a, a_optional), (b, b_optional));
    }
    if how != Comparison::Native && (a_optional || b_optional) {
        return equal_if_present(how, operator, (a, a_optional), (b, b_optional));
    }
    if a_optional != b_optional {
        if a_optional { b = quote!(Some(#b)) } else { a = quote!(Some(#a)) }
    }
    Code::new(compare(how, operator, a, b), Held::Copied)
}

fn compare(how: Comparison, operator: Operation, a: TokenStream, b: TokenStream) -> TokenStream {
    let symbol = symbol(operator);
    match how {
        Comparison::Native => {
            let (a, b) = (side(a), side(b));
            quote!(#a #symbol #b)
        }
        Comparison::Exact => ordered("decimal", operator, a, b),
        Comparison::Float => ordered("float", operator, a, b),
    }
}

fn ordered(module: &str, operator: Operation, a: TokenStream, b: TokenStream) -> TokenStream {
    let (module, method) = (
        format_ident!("{module}"),
        match operator {
            Operation::Equal => format_ident!("is_eq"),
            Operation::NotEqual => format_ident!("is_ne"),
            Operation::Less => format_ident!("is_lt"),
            Operation::LessOrEqual => format_ident!("is_le"),
            Operation::Greater => format_ident!("is_gt"),
            _ => format_ident!("is_ge"),
        },
    );
    let (a, b) = (typed_int(a), typed_int(b));
    quote!(#module::compare(#a, #b).#method())
}

fn lifted_ordering(
    how: Comparison,
    operator: Operation,
    (a, a_optional): (TokenStream, bool),
    (b, b_optional): (TokenStream, bool),
) -> Code {
    let inside = compare(how, operator, quote!(a), quote!(b));
    let wrap = |side: TokenStream, optional: bool| if optional { side } else { quote!(Some(#side)) };
    let (a, b) = (wrap(a, a_optional), wrap(b, b_optional));
    Code::new(quote!(match (#a, #b) { (Some(a), Some(b)) => Some(#inside), _ => None }), Held::Copied)
}

fn equal_if_present(
    how: Comparison,
    operator: Operation,
    (a, a_optional): (TokenStream, bool),
    (b, b_optional): (TokenStream, bool),
) -> Code {
    let inside = compare(how, operator, quote!(a), quote!(b));
    let wrap = |side: TokenStream, optional: bool| if optional { side } else { quote!(Some(#side)) };
    let (a, b) = (wrap(a, a_optional), wrap(b, b_optional));
    let (both_none, one_none) = (operator == Operation::Equal, operator == Operation::NotEqual);
    let tokens =
        quote!(match (#a, #b) { (Some(a), Some(b)) => #inside, (None, None) => #both_none, _ => #one_none });
    Code::new(tokens, Held::Copied)
}

fn symbol(operator: Operation) -> TokenStream {
    match operator {
        Operation::Equal => quote!(==),
        Operation::NotEqual => quote!(!=),
        Operation::Less => quote!(<),
        Operation::LessOrEqual => quote!(<=),
        Operation::Greater => quote!(>),
        _ => quote!(>=),
    }
}

/// A side of a comparison: references and negatives stand there as they are.
fn side(tokens: TokenStream) -> TokenStream {
    match syn::parse2::<syn::Expr>(tokens.clone()) {
        Ok(syn::Expr::Reference(_) | syn::Expr::Unary(_)) => tokens,
        _ => atom(tokens),
    }
}

/// A conversion that the checker has made explicit.
pub(super) fn convert(environment: &Environment<'_>, operand: &Expr, ty: &Type) -> Code {
    let (from, to) = (operand.ty.underlying(), ty.underlying());
    if let Type::Optional(inner) = to {
        if matches!(from, Type::None) {
            return Code::new(quote!(None), Held::Copied);
        }
        if !from.is_optional() {
            let code = converted(environment, environment.code(operand), from, inner);
            let tokens = if code.is_temporary() { code.owned(inner) } else { code.borrowed(inner) };
            let held = match code.held {
                Held::Place | Held::CowPlace => Held::Borrowed,
                Held::Cow => Held::Owned,
                other => other,
            };
            return Code::new(quote!(Some(#tokens)), held);
        }
        let code = environment.code(operand);
        if same_rust(environment, from.required(), inner) {
            return code;
        }
        let value =
            converted(environment, Code::new(quote!(value), Held::Copied), from.required(), inner).tokens;
        let looked = code.borrowed(&operand.ty);
        return Code::new(
            quote!(match #looked { Some(value) => Some(#value), None => None }),
            result_of(environment.types, ty),
        );
    }
    if from.is_optional() {
        return present_key(environment, operand);
    }
    converted(environment, environment.code(operand), from, to)
}

/// The value of a key column; one that is absent is bad (spec: errors.key).
fn present_key(environment: &Environment<'_>, operand: &Expr) -> Code {
    let code = environment.code(operand);
    let (tokens, held) = match code.held {
        Held::Place | Held::CowPlace => (code.borrowed(&operand.ty), Held::Borrowed),
        held => (code.tokens, held),
    };
    let site = &environment.site;
    Code::new(quote!(#tokens.ok_or(Fail::NullKey).at(#site)?), held)
}

fn same_rust(environment: &Environment<'_>, from: &Type, to: &Type) -> bool {
    let narrower = match (from.underlying(), to.underlying()) {
        (Type::Decimal { precision: a, .. }, Type::Decimal { precision: b, .. }) => b < a,
        _ => false,
    };
    !narrower && environment.types.rust(from) == environment.types.rust(to)
}

fn converted(environment: &Environment<'_>, code: Code, from: &Type, to: &Type) -> Code {
    if same_rust(environment, from, to) {
        return code;
    }
    let (from, to) = (from.underlying(), to.underlying());
    let site = &environment.site;
    let copied = |tokens| Code::new(tokens, Held::Copied);
    let tokens = &typed_int(code.tokens.clone());
    match (from, to) {
        (Type::Int, Type::BigInt) => copied(quote!(i128::from(#tokens))),
        (Type::Int | Type::BigInt, Type::Float) => {
            let operand = atom(tokens.clone());
            copied(quote!((#operand as f64)))
        }
        (Type::List(from), Type::List(to)) => {
            let list = code.borrowed(&Type::List(from.clone()));
            let inner = converted(environment, Code::new(quote!(value), Held::Copied), from, to).tokens;
            let list = atom(list);
            let each = quote!(#list.iter().map(|&value| Ok(#inner)).collect::<Result<Vec<_>, Reject>>()?);
            Code::new(each, Held::Owned)
        }
        (_, Type::Decimal { precision, .. }) => {
            let target = environment.types.tokens(to);
            let whole = if *precision <= 18 { 18 } else { 38 };
            let checked = conversion(from, to) == Some(Conversion::Checked) && *precision != whole;
            let within = if checked {
                quote!(.and_then(|value| decimal::within(value, #precision)))
            } else {
                quote!()
            };
            copied(quote!(decimal::narrow::<#target>(#tokens) #within .at(#site)?))
        }
        (_, Type::Int | Type::BigInt | Type::Money(_) | Type::BigMoney(_)) => {
            let target = environment.types.tokens(to);
            copied(quote!(decimal::narrow::<#target>(#tokens).at(#site)?))
        }
        _ => code,
    }
}
