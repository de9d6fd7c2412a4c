//! What an expression sees: bindings, how their columns are got at, what has been read already, and where failures go.
//!
//! Columns of a view are read where an expression first needs them (spec: errors.value). What is read for certain and needed
//! again, or borrowed, is bound to a variable once; what is read under a condition stays inside it.

use super::code::{Code, Held, getter_of, place_of};
use super::names::{self, Taken};
use super::types::Types;
use crate::base::Name;
use crate::model::{Model, Type};
use crate::plan::{Binding, ColumnRef, Expr, ExprKind, NamedExpr, Operation};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::BTreeMap;

/// How the columns of a binding are got at.
#[derive(Clone, Debug)]
pub(super) enum Access {
    /// A lazily read record: a getter per column, which may fail.
    View(Ident),
    /// A reference to a row: a field per column.
    Row(Ident),
    /// The right side of a left join: `Option<&Row>`.
    OptionalRow(Ident),
    /// Each column by its own expression.
    Columns(Vec<Code>),
    /// A row that came through an internal topic: fields of it, some of which may still turn out to be unsound.
    Carried(Ident, Vec<Carried>),
    /// One that may be absent: `Option<&Row>`. Whether its fields are optional although its columns are not.
    OptionalCarried(Ident, Vec<Carried>, bool),
}

impl Access {
    /// Whether reading the column may still fail.
    pub(super) fn may_fail(&self, column: usize) -> bool {
        match self {
            Access::View(_) => true,
            Access::Carried(_, columns) | Access::OptionalCarried(_, columns, _) => {
                columns.get(column).is_some_and(|column| column.unread)
            }
            Access::Row(_) | Access::OptionalRow(_) | Access::Columns(_) => false,
        }
    }
}

/// A column of a row that came through an internal topic.
#[derive(Clone, Debug)]
pub(super) struct Carried {
    pub(super) field: Ident,
    /// Nothing has read it yet: a `Column<T>`, which fails where it is first read (spec: errors.value).
    pub(super) unread: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Bound {
    pub(super) columns: Vec<(Name, Type)>,
    /// The whole row may be absent: columns got at one by one are optional already.
    pub(super) optional: bool,
    pub(super) access: Access,
}

impl Bound {
    pub(super) fn new(binding: &Binding, access: Access) -> Self {
        let columns = binding.columns.iter().map(|column| (column.name.clone(), column.ty.clone())).collect();
        Bound { columns, optional: binding.optional, access }
    }
}

/// The environment of one generated function.
#[derive(Clone)]
pub(super) struct Environment<'p> {
    pub(super) model: &'p Model,
    pub(super) types: &'p Types<'p>,
    pub(super) bindings: Vec<Bound>,
    /// Where the expression at hand fails to.
    pub(super) site: Ident,
    /// What the row at hand is passed on as.
    pub(super) arguments: Vec<TokenStream>,
    read: BTreeMap<(usize, usize), Code>,
    /// How often the function's expressions name a column.
    uses: BTreeMap<(usize, usize), usize>,
    taken: Taken,
}

impl<'p> Environment<'p> {
    pub(super) fn new(model: &'p Model, types: &'p Types<'p>, bindings: Vec<Bound>) -> Self {
        Environment {
            model,
            types,
            bindings,
            site: names::plain("NOWHERE"),
            arguments: Vec::new(),
            read: BTreeMap::new(),
            uses: BTreeMap::new(),
            taken: Taken::locals(),
        }
    }

    /// A variable name that nothing else in the function has.
    pub(super) fn variable(&mut self, wanted: &str) -> Ident {
        self.taken.unique_ident(&names::local(wanted))
    }

    /// The function will use these expressions, over the present bindings.
    pub(super) fn expect<'e>(&mut self, expressions: impl IntoIterator<Item = &'e Expr>) {
        for column in expressions.into_iter().flat_map(Expr::columns) {
            *self.uses.entry((column.binding, column.column)).or_default() += 1;
        }
    }

    /// The bindings are others from here on: those of a projection, say.
    pub(super) fn rebind(&mut self, bindings: Vec<Bound>) {
        self.bindings = bindings;
        self.read.clear();
        self.uses.clear();
    }

    /// More bindings than before; what has been read stays read.
    pub(super) fn extend(&mut self, bindings: Vec<Bound>) {
        self.bindings = bindings;
    }

    /// Statements that read what the expression needs for certain and more than one place wants.
    pub(super) fn prepare(&mut self, expr: &Expr) -> TokenStream {
        let mut first = Vec::new();
        read_first(expr, &mut first);
        first.retain(|column| {
            let at = (column.binding, column.column);
            !self.read.contains_key(&at) && self.getter(column.binding, column.column).is_some()
        });
        // What is read before a column that gets a variable gets one too: the first to fail must stay the first.
        let wanted = first.iter().rposition(|column| {
            let again = self.uses.get(&(column.binding, column.column)).is_some_and(|uses| *uses > 1);
            let copied =
                self.getter(column.binding, column.column).is_some_and(|code| code.held == Held::Copied);
            again || !copied
        });
        let mut out = TokenStream::new();
        for column in first.into_iter().take(wanted.map_or(0, |last| last + 1)) {
            let at = (column.binding, column.column);
            if self.read.contains_key(&at) {
                continue;
            }
            let Some(Code { tokens: value, held }) = self.getter(column.binding, column.column) else {
                continue;
            };
            let wanted = self.bindings.get(column.binding).and_then(|bound| bound.columns.get(column.column));
            let wanted = wanted.map_or_else(|| "column".to_owned(), |(name, _)| name.to_string());
            let name = self.variable(&wanted);
            out.extend(quote!(let #name = #value;));
            let held = match held {
                Held::Cow => Held::CowPlace,
                Held::Owned => Held::Place,
                other => other,
            };
            self.read.insert(at, Code::new(quote!(#name), held));
        }
        out
    }

    /// As [`Environment::prepare`], for the columns of a key. What comes after one that may fail otherwise than by being
    /// read, or be absent, is read in its place.
    pub(super) fn prepare_key(&mut self, key: &[NamedExpr]) -> TokenStream {
        let mut out = TokenStream::new();
        for column in key {
            out.extend(self.prepare(&column.value));
            if !matches!(column.value.kind, ExprKind::Column(_)) || column.value.ty.is_optional() {
                break;
            }
        }
        out
    }

    /// A column, and the fields of nested records below it.
    pub(super) fn column(&self, column: &ColumnRef) -> Code {
        let Some(bound) = self.bindings.get(column.binding) else { return broken("no such binding") };
        let Some((name, ty)) = bound.columns.get(column.column) else { return broken("no such column") };
        let mut ty = ty.clone();
        let mut code = match self.read.get(&(column.binding, column.column)) {
            Some(code) => code.clone(),
            None => match &bound.access {
                Access::View(_) => {
                    self.getter(column.binding, column.column).unwrap_or_else(|| broken("no such column"))
                }
                Access::Carried(row, carried) => {
                    if bound.optional {
                        ty = ty.optional();
                    }
                    match (self.getter(column.binding, column.column), carried.get(column.column)) {
                        (Some(code), _) => code,
                        (None, Some(Carried { field, .. })) => {
                            Code::new(quote!(#row.#field), place_of(self.types, &ty))
                        }
                        (None, None) => broken("no such column"),
                    }
                }
                Access::Row(row) => {
                    let field = names::ident(name);
                    Code::new(quote!(#row.#field), place_of(self.types, &ty))
                }
                Access::OptionalCarried(row, carried, nested) => {
                    let stored = if *nested { ty.clone().optional() } else { ty.clone() };
                    ty = ty.optional();
                    match (self.getter(column.binding, column.column), carried.get(column.column)) {
                        (Some(code), _) => code,
                        (None, Some(Carried { field, .. })) => self.through(&quote!(#row), field, &stored),
                        (None, None) => broken("no such column"),
                    }
                }
                Access::OptionalRow(row) => {
                    let code = self.through(&quote!(#row), &names::ident(name), &ty);
                    ty = ty.optional();
                    code
                }
                Access::Columns(codes) => {
                    if bound.optional {
                        ty = ty.optional();
                    }
                    codes.get(column.column).cloned().unwrap_or_else(|| broken("no such column"))
                }
            },
        };
        for index in &column.path {
            let Some(record) = self.model.record(ty.underlying()) else { return broken("not a record") };
            let Some(field) = record.fields.get(*index) else { return broken("no such field") };
            if ty.is_optional() {
                let base = code.borrowed(&ty);
                code = self.through(&base, &names::ident(&field.name), &field.ty);
                ty = field.ty.clone().optional();
            } else {
                let base = if code.is_temporary() { code.owned(&ty) } else { code.tokens.clone() };
                let name = names::ident(&field.name);
                let held = if code.is_temporary() && !self.types.is_copy(&field.ty) {
                    Held::Owned
                } else {
                    place_of(self.types, &field.ty)
                };
                code = Code::new(quote!(#base.#name), held);
                ty = field.ty.clone();
            }
        }
        code
    }

    /// The reading of a column that may fail; `None` where nothing can fail any more.
    fn getter(&self, binding: usize, column: usize) -> Option<Code> {
        let bound = self.bindings.get(binding)?;
        let (name, ty) = bound.columns.get(column)?;
        let site = &self.site;
        match &bound.access {
            Access::View(view) => {
                let name = names::ident(name);
                Some(Code::new(quote!(#view.#name().at(#site)?), getter_of(self.types, ty)))
            }
            Access::Carried(row, carried) => {
                let Carried { field, unread: true } = carried.get(column)? else { return None };
                let ty = &if bound.optional { ty.clone().optional() } else { ty.clone() };
                if self.types.is_copy(ty) {
                    return Some(Code::new(quote!(#row.#field.at(#site)?), Held::Copied));
                }
                Some(Code::new(looked(quote!(#row.#field.look().at(#site)?), ty), Held::Borrowed))
            }
            Access::OptionalCarried(row, carried, nested) => {
                let Carried { field, unread: true } = carried.get(column)? else { return None };
                let ty = &if *nested { ty.clone().optional() } else { ty.clone() };
                let copied = self.types.is_copy(ty);
                let read = if copied {
                    quote!(it.#field)
                } else {
                    let inner = looked(quote!(it), ty);
                    quote!(it.#field.look().map(|it| #inner))
                };
                let tokens = if ty.is_optional() {
                    quote!(#row.map_or(Ok(None), |it| #read).at(#site)?)
                } else {
                    quote!(#row.map(|it| #read).transpose().at(#site)?)
                };
                Some(Code::new(tokens, if copied { Held::Copied } else { Held::Borrowed }))
            }
            _ => None,
        }
    }

    /// A column as an internal topic carries it: read, or with the reason why it could not be.
    pub(super) fn carried(&self, binding: usize, column: usize) -> Option<TokenStream> {
        let bound = self.bindings.get(binding)?;
        let (name, ty) = bound.columns.get(column)?;
        let ty = &if bound.optional { ty.clone().optional() } else { ty.clone() };
        if let Some(code) = self.read.get(&(binding, column)) {
            let value = code.owned(ty);
            return Some(quote!(Ok(#value)));
        }
        match &bound.access {
            Access::View(view) => {
                let name = names::ident(name);
                let owned = match (getter_of(self.types, ty), ty.is_optional()) {
                    (Held::Cow, true) => quote!(.map(|text| text.map(Cow::into_owned))),
                    (Held::Cow, false) => quote!(.map(Cow::into_owned)),
                    _ => quote!(),
                };
                Some(quote!(#view.#name()#owned))
            }
            Access::Carried(row, carried) => {
                let field = &carried.get(column)?.field;
                Some(if self.types.is_copy(ty) { quote!(#row.#field) } else { quote!(#row.#field.clone()) })
            }
            Access::OptionalCarried(row, carried, nested) => {
                let field = &carried.get(column)?.field;
                let is_optional = *nested || bound.columns.get(column)?.1.is_optional();
                let lifted = if is_optional { quote!() } else { quote!(.map(Some)) };
                Some(quote!(#row.map_or(Ok(None), |it| it.#field.clone()#lifted)))
            }
            _ => None,
        }
    }

    /// A field through an optional reference.
    fn through(&self, base: &TokenStream, name: &Ident, ty: &Type) -> Code {
        let place = Code::new(quote!(it.#name), place_of(self.types, ty));
        let value = place.borrowed(ty);
        let held = if self.types.is_copy(ty) { Held::Copied } else { Held::Borrowed };
        let method = if ty.is_optional() { quote!(and_then) } else { quote!(map) };
        Code::new(quote!(#base.#method(|it| #value)), held)
    }
}

/// A reference to a kept value, as such values are looked at.
fn looked(reference: TokenStream, ty: &Type) -> TokenStream {
    let place = Code::new(reference, Held::Place);
    match (ty.required().underlying(), ty.is_optional()) {
        (Type::String | Type::Json | Type::List(_), _) | (_, true) => place.borrowed(ty),
        _ => place.tokens,
    }
}

/// What a plan without errors never has; a clear error in the generated crate instead of a panic here.
pub(super) fn broken(what: &str) -> Code {
    let text = format!("riparian: {what}");
    Code::new(quote!(compile_error!(#text)), Held::Copied)
}

/// The columns that are read before anything else can fail, in their order. True if something may have failed by the
/// end of the expression that is not the reading of one of them: what comes after must not be read ahead of it.
fn read_first<'e>(expr: &'e Expr, out: &mut Vec<&'e ColumnRef>) -> bool {
    let conditional =
        |children: &[&Expr]| children.iter().any(|child| !matches!(child.kind, ExprKind::Literal(_)));
    match &expr.kind {
        ExprKind::Column(column) => {
            out.push(column);
            false
        }
        ExprKind::Binary { operator: Operation::And | Operation::Or | Operation::Coalesce, left, right } => {
            read_first(left, out) || conditional(&[right])
        }
        ExprKind::If { condition, then, otherwise } => {
            read_first(condition, out) || conditional(&[then, otherwise])
        }
        ExprKind::Match { subject, .. } => {
            read_first(subject, out);
            true
        }
        ExprKind::In { value, list } => {
            read_first(value, out) || conditional(&list.iter().collect::<Vec<_>>())
        }
        ExprKind::Try(_) => false,
        _ => {
            let fails = match &expr.kind {
                ExprKind::Call { function, .. } => function.may_fail,
                ExprKind::Binary { operator, .. } => matches!(
                    operator,
                    Operation::Add
                        | Operation::Subtract
                        | Operation::Multiply
                        | Operation::Divide
                        | Operation::Remainder
                ),
                ExprKind::Not(_)
                | ExprKind::IsNone(_)
                | ExprKind::IsEmpty(_)
                | ExprKind::Literal(_)
                | ExprKind::Record(_)
                | ExprKind::List(_)
                | ExprKind::Token { .. } => false,
                _ => true,
            };
            for child in expr.children() {
                if read_first(child, out) {
                    return true;
                }
            }
            fails
        }
    }
}

/// The columns that are read whatever the values are.
pub(super) fn certainly_read<'e>(expr: &'e Expr, out: &mut Vec<&'e ColumnRef>) {
    match &expr.kind {
        ExprKind::Column(column) => out.push(column),
        ExprKind::Binary { operator: Operation::And | Operation::Or | Operation::Coalesce, left, .. } => {
            certainly_read(left, out);
        }
        ExprKind::If { condition, .. } => certainly_read(condition, out),
        ExprKind::Match { subject, .. } => certainly_read(subject, out),
        ExprKind::In { value, .. } => certainly_read(value, out),
        ExprKind::Try(_) => {}
        _ => {
            for child in expr.children() {
                certainly_read(child, out);
            }
        }
    }
}
