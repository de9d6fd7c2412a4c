//! Types as written: built-in names, parameters, the unit of money, `?`.

use super::collector::Collector;
use crate::base::nearest;
use crate::codes::{
    s0201_unknown_type, s0219_type_parameters, s0221_unknown_currency, s0222_not_compiled_yet,
};
use crate::model::{PackageId, Type, TypeId, TypeKind, Unit};
use crate::syntax::ast::{self, Argument, ExprKind, TypeExpr, TypeExprKind};

/// The types that every package sees.
const BUILT_IN: &[&str] =
    &["bool", "int", "float", "decimal", "money", "string", "json", "timestamp", "date", "duration", "list"];

impl Collector<'_> {
    /// A type in a record; `siblings` are the record's fields, one of which may hold the currency of an amount.
    pub fn resolve(&mut self, package: PackageId, written: &TypeExpr, siblings: &[ast::Field]) -> Type {
        self.resolve_with(package, written, Some(siblings), &mut Vec::new())
    }

    pub fn resolve_with(
        &mut self,
        package: PackageId,
        written: &TypeExpr,
        siblings: Option<&[ast::Field]>,
        open: &mut Vec<TypeId>,
    ) -> Type {
        match &written.kind {
            TypeExprKind::Error => Type::Error,
            TypeExprKind::Optional(inner) => match self.resolve_with(package, inner, siblings, open) {
                Type::Optional(inner) => {
                    self.report(s0219_type_parameters::twice_optional(written.span));
                    Type::Optional(inner)
                }
                ty => ty.optional(),
            },
            TypeExprKind::Named { name, parameters, arguments } => {
                let simple = match name.name.as_str() {
                    "bool" => Type::Bool,
                    "int" => Type::Int,
                    "float" => Type::Float,
                    "string" => Type::String,
                    "json" => Type::Json,
                    "timestamp" => Type::Timestamp,
                    "date" => Type::Date,
                    "duration" => Type::Duration,
                    "decimal" => return self.decimal(written, parameters, arguments),
                    "money" => return self.money(package, written, parameters, arguments, siblings),
                    "list" => return self.list(package, written, parameters, arguments, siblings, open),
                    "id" => {
                        self.report(s0219_type_parameters::unnamed_id(written.span));
                        return Type::Error;
                    }
                    "map" => {
                        self.report(s0222_not_compiled_yet::construct(written.span, "map"));
                        return Type::Error;
                    }
                    _ => self.declared(package, name, open),
                };
                if !parameters.is_empty() || !arguments.is_empty() {
                    self.report(s0219_type_parameters::wrong(written.span, &name.name, &name.name));
                    return Type::Error;
                }
                simple
            }
        }
    }

    fn declared(&mut self, package: PackageId, name: &ast::Ident, open: &mut Vec<TypeId>) -> Type {
        if let Some(id) = self.type_named(package, &name.name) {
            return self.type_behind(id, open);
        }
        if name.name.is_empty() {
            return Type::Error;
        }
        let elsewhere = self.packages_with_type(&name.name);
        let elsewhere: Vec<&str> = elsewhere.iter().map(|n| n.as_str()).collect();
        let names = self.types_in_reach(package).map(|(n, _)| n.as_str()).chain(BUILT_IN.iter().copied());
        let near = nearest(&name.name, names).map(str::to_owned);
        self.report(s0201_unknown_type::unknown(name.span, &name.name, near.as_deref(), &elsewhere));
        Type::Error
    }

    fn decimal(&mut self, written: &TypeExpr, parameters: &[TypeExpr], arguments: &[Argument]) -> Type {
        if arguments.iter().any(|a| matches!(plain(&a.value).kind, ExprKind::Error)) {
            return Type::Error;
        }
        let numbers: Vec<i64> = arguments
            .iter()
            .filter_map(|a| match (&a.name, &plain(&a.value).kind) {
                (None, ExprKind::Integer(n)) => Some(*n),
                _ => None,
            })
            .collect();
        let (true, 2, [precision, scale]) = (parameters.is_empty(), arguments.len(), numbers.as_slice())
        else {
            let error = s0219_type_parameters::wrong(written.span, "decimal", "decimal(18, 2)");
            self.report(
                error.help("say how many digits it has in all, and how many of them after the point"),
            );
            return Type::Error;
        };
        if !(1..=38).contains(precision) || !(0..=*precision).contains(scale) {
            self.report(s0219_type_parameters::decimal(written.span, *precision, *scale));
            return Type::Error;
        }
        Type::Decimal { precision: *precision as u8, scale: *scale as u8 }
    }

    fn list(
        &mut self,
        package: PackageId,
        written: &TypeExpr,
        parameters: &[TypeExpr],
        arguments: &[Argument],
        siblings: Option<&[ast::Field]>,
        open: &mut Vec<TypeId>,
    ) -> Type {
        let maximum = |a: &Argument| {
            a.name.as_ref().is_some_and(|n| n.name == "max") && matches!(a.value.kind, ExprKind::Integer(1..))
        };
        let ([inner], true) = (parameters, arguments.len() <= 1 && arguments.iter().all(maximum)) else {
            self.report(s0219_type_parameters::wrong(
                written.span,
                "list",
                "list<string>` or `list<string>(max: 500)",
            ));
            return Type::Error;
        };
        Type::List(Box::new(self.resolve_with(package, inner, siblings, open)))
    }

    /// `money(currency)` or `money(EUR)`; a field of the record goes before a constant.
    fn money(
        &mut self,
        package: PackageId,
        written: &TypeExpr,
        parameters: &[TypeExpr],
        arguments: &[Argument],
        siblings: Option<&[ast::Field]>,
    ) -> Type {
        let unit = match arguments {
            [Argument { name: None, value }] if parameters.is_empty() => match &value.kind {
                ExprKind::Name(unit) => Some(unit),
                ExprKind::Error => return Type::Error,
                _ => None,
            },
            _ => None,
        };
        let Some(unit) = unit else {
            let error =
                s0219_type_parameters::wrong(written.span, "money", "money(EUR)` or `money(currency)");
            self.report(error.help("say the currency, or the field of this record that holds it"));
            return Type::Error;
        };
        if unit.name.is_empty() {
            return Type::Error;
        }
        let siblings = siblings.unwrap_or_default();
        if siblings.iter().any(|f| f.name.name == unit.name) {
            return Type::Money(Unit::Column(unit.name.as_str().into()));
        }
        let currencies = self.variants_in_reach(package);
        if currencies.contains(&unit.name.as_str()) {
            return Type::Money(Unit::Constant(unit.name.as_str().into()));
        }
        let names = siblings.iter().map(|f| f.name.name.as_str()).chain(currencies);
        let near = nearest(&unit.name, names).map(str::to_owned);
        self.report(s0221_unknown_currency::unknown(unit.span, &unit.name, near.as_deref()));
        Type::Error
    }

    fn variants_in_reach(&self, package: PackageId) -> Vec<&str> {
        let mut all = Vec::new();
        for (_, id) in self.types_in_reach(package) {
            if let TypeKind::Enum { variants, .. } = &self.model.ty(id).kind {
                all.extend(variants.iter().map(|v| v.as_str()));
            }
        }
        all
    }
}

/// Without parentheses around it.
fn plain(expr: &ast::Expr) -> &ast::Expr {
    match &expr.kind {
        ExprKind::Parenthesised(inner) => plain(inner),
        _ => expr,
    }
}
