//! Expressions. What may fail names its place and leaves the function: `….at(SITE)?`.

use super::code::{Code, Held, result_of};
use super::environment::{Environment, broken};
use super::{function, literal, names};
use crate::model::{Type, TypeKind};
use crate::plan::{Expr, ExprKind, Operation};
use proc_macro2::TokenStream;
use quote::quote;

impl Environment<'_> {
    /// A value to look at: copied, or a reference.
    pub(super) fn look(&self, expr: &Expr) -> TokenStream {
        self.code(expr).borrowed(&expr.ty)
    }

    /// A value to keep.
    pub(super) fn keep(&self, expr: &Expr) -> TokenStream {
        self.code(expr).owned(&expr.ty)
    }

    pub(super) fn code(&self, expr: &Expr) -> Code {
        let copied = |tokens| Code::new(tokens, Held::Copied);
        match &expr.kind {
            ExprKind::Literal(value) => self.literal(value, &expr.ty),
            ExprKind::Column(column) => self.column(column),
            ExprKind::Not(operand) => {
                let operand = atom(self.look(operand));
                copied(quote!(!#operand))
            }
            ExprKind::Negate(operand) => function::negation(self, operand, &expr.ty),
            ExprKind::Binary { operator, left, right } => self.binary(*operator, left, right, &expr.ty),
            ExprKind::Call { function, arguments, lifted } => {
                function::call(self, function, arguments, *lifted, &expr.ty)
            }
            ExprKind::ConvertPer { amount, rate } => function::exact(self, "divide", amount, rate, &expr.ty),
            ExprKind::ConvertTimes { amount, rate } => {
                function::exact(self, "multiply", amount, rate, &expr.ty)
            }
            ExprKind::Token { value, vault } => function::token(self, value, vault),
            ExprKind::If { condition, then, otherwise } => {
                let condition = self.look(condition);
                let (branches, held) = self.branches(&[then, otherwise], &expr.ty);
                let [then, otherwise] = branches.as_slice() else { return broken("an if without branches") };
                Code::new(quote!(if #condition { #then } else { #otherwise }), held)
            }
            ExprKind::Match { subject, arms, otherwise } => {
                self.matched(subject, arms, otherwise.as_deref(), &expr.ty)
            }
            ExprKind::IsNone(operand) => {
                let operand = atom(self.code(operand).tokens);
                copied(quote!(#operand.is_none()))
            }
            ExprKind::IsEmpty(operand) => {
                let operand = atom(self.code(operand).tokens);
                copied(quote!(#operand.is_empty()))
            }
            ExprKind::In { value, list } => self.member(value, list),
            ExprKind::Convert(operand) => function::convert(self, operand, &expr.ty),
            ExprKind::Present(operand) => {
                let (code, site) = (self.code(operand), &self.site);
                let (value, held) = if code.is_temporary() {
                    (code.owned(&operand.ty), Held::Owned)
                } else {
                    (code.borrowed(&operand.ty), Held::Borrowed)
                };
                let held = if self.types.is_copy(&expr.ty) { Held::Copied } else { held };
                Code::new(quote!(#value.ok_or(Fail::MissingField).at(#site)?), held)
            }
            ExprKind::Try(operand) => {
                let value = self.keep(operand);
                let flatten = if operand.ty.is_optional() { quote!(.flatten()) } else { quote!() };
                Code::new(quote!(attempt(|| Ok(#value)) #flatten), result_of(self.types, &expr.ty))
            }
            ExprKind::Record(values) => self.record(values, &expr.ty),
            ExprKind::List(values) => {
                let values = values.iter().map(|value| self.keep(value));
                Code::new(quote!(vec![#(#values),*]), Held::Owned)
            }
            ExprKind::Index { base, index } => {
                let (list, at, site) = (self.look(base), self.look(index), &self.site);
                let element = quote!(element(#list, #at).at(#site)?);
                if self.types.is_copy(&expr.ty) {
                    copied(quote!(*#element))
                } else {
                    Code::new(quote!(#element.clone()), Held::Owned)
                }
            }
            ExprKind::Error => broken("an expression with an error"),
        }
    }

    fn binary(&self, operator: Operation, left: &Expr, right: &Expr, ty: &Type) -> Code {
        match operator {
            Operation::And | Operation::Or => {
                let (left, right) = (operand(self.look(left), operator), operand(self.look(right), operator));
                let tokens = if operator == Operation::And {
                    quote!(#left && #right)
                } else {
                    quote!(#left || #right)
                };
                Code::new(tokens, Held::Copied)
            }
            Operation::Coalesce => self.coalesce(left, right, ty),
            Operation::Equal
            | Operation::NotEqual
            | Operation::Less
            | Operation::LessOrEqual
            | Operation::Greater
            | Operation::GreaterOrEqual => function::comparison(self, operator, left, right),
            _ => function::arithmetic(self, operator, left, right, ty),
        }
    }

    fn coalesce(&self, left: &Expr, right: &Expr, ty: &Type) -> Code {
        let (a, b) = (self.code(left), self.code(right));
        let (a, b, held) = if self.types.is_copy(ty) {
            (a.tokens, b.tokens, Held::Copied)
        } else if a.is_temporary() || b.is_temporary() {
            (a.owned(&left.ty), b.owned(&right.ty), Held::Owned)
        } else {
            (a.borrowed(&left.ty), b.borrowed(&right.ty), Held::Borrowed)
        };
        let a = atom(a);
        let simple = matches!(right.kind, ExprKind::Literal(_)) && held != Held::Owned;
        let tokens = match (right.ty.is_optional(), simple) {
            (false, true) => quote!(#a.unwrap_or(#b)),
            (true, true) => quote!(#a.or(#b)),
            (false, false) => quote!(match #a { Some(value) => value, None => #b }),
            (true, false) => quote!(match #a { Some(value) => Some(value), None => #b }),
        };
        Code::new(tokens, held)
    }

    /// Branches of one type, all borrowed or all owned.
    fn branches(&self, branches: &[&Expr], ty: &Type) -> (Vec<TokenStream>, Held) {
        let codes: Vec<Code> = branches.iter().map(|branch| self.code(branch)).collect();
        let held = if self.types.is_copy(ty) {
            Held::Copied
        } else if codes.iter().any(Code::is_temporary) {
            Held::Owned
        } else {
            Held::Borrowed
        };
        let tokens = codes.iter().zip(branches).map(|(code, branch)| match held {
            Held::Owned => code.owned(&branch.ty),
            _ => code.borrowed(&branch.ty),
        });
        (tokens.collect(), held)
    }

    fn matched(
        &self,
        subject: &Expr,
        arms: &[(Vec<crate::model::Value>, Expr)],
        otherwise: Option<&Expr>,
        ty: &Type,
    ) -> Code {
        let results: Vec<&Expr> = arms.iter().map(|(_, result)| result).chain(otherwise).collect();
        let (results, held) = self.branches(&results, ty);
        let (subject_tokens, subject_ty) = (self.look(subject), &subject.ty);
        let patterns = arms.iter().map(|(values, _)| {
            let values = values.iter().map(|value| literal::pattern(self, value, subject_ty));
            quote!(#(#values)|*)
        });
        let patterns = patterns.chain(otherwise.map(|_| quote!(_)));
        Code::new(quote!(match #subject_tokens { #(#patterns => #results,)* }), held)
    }

    fn member(&self, value: &Expr, list: &[Expr]) -> Code {
        let elements: Vec<TokenStream> = list.iter().map(|element| self.look(element)).collect();
        let looked = self.look(value);
        let tokens = if value.ty.is_optional() && list.iter().all(|element| !element.ty.is_optional()) {
            let looked = atom(looked);
            quote!(#looked.is_some_and(|value| [#(#elements),*].contains(&value)))
        } else {
            quote!([#(#elements),*].contains(&#looked))
        };
        Code::new(tokens, Held::Copied)
    }

    fn record(&self, values: &[Expr], ty: &Type) -> Code {
        let Type::Record(id) = ty.required().underlying() else { return broken("not a record") };
        let TypeKind::Record(record) = &self.model.ty(*id).kind else { return broken("not a record") };
        let name = names::ident(self.types.declared(*id));
        let fields = record.fields.iter().zip(values).map(|(field, value)| {
            let (field, value) = (names::ident(&field.name), self.keep(value));
            quote!(#field: #value)
        });
        Code::new(quote!(#name { #(#fields),* }), Held::Owned)
    }
}

/// In parentheses if a method or operator next to it would otherwise take part of it.
pub(super) fn atom(tokens: TokenStream) -> TokenStream {
    use syn::Expr::{Array, Call, Field, Index, Lit, Macro, MethodCall, Paren, Path, Try};
    match syn::parse2::<syn::Expr>(tokens.clone()) {
        Ok(
            Array(_) | Call(_) | Field(_) | Index(_) | Lit(_) | Macro(_) | MethodCall(_) | Paren(_) | Path(_)
            | Try(_),
        ) => tokens,
        _ => quote!((#tokens)),
    }
}

/// An operand of `&&` or `||`: comparisons bind tighter.
fn operand(tokens: TokenStream, operator: Operation) -> TokenStream {
    use syn::BinOp::{And, Eq, Ge, Gt, Le, Lt, Ne, Or};
    match syn::parse2::<syn::Expr>(tokens.clone()) {
        Ok(syn::Expr::Binary(binary)) => match (binary.op, operator) {
            (Eq(_) | Ne(_) | Lt(_) | Le(_) | Gt(_) | Ge(_), _) => tokens,
            (And(_), Operation::And) | (Or(_), Operation::Or) => tokens,
            _ => quote!((#tokens)),
        },
        Ok(syn::Expr::Unary(_)) => tokens,
        _ => atom(tokens),
    }
}

/// A variable or a field: it can be named twice.
pub(super) fn is_path(tokens: &TokenStream) -> bool {
    let mut expr = match syn::parse2::<syn::Expr>(tokens.clone()) {
        Ok(expr) => expr,
        Err(_) => return false,
    };
    loop {
        expr = match expr {
            syn::Expr::Path(_) => return true,
            syn::Expr::Field(field) => *field.base,
            _ => return false,
        };
    }
}
