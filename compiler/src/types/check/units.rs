//! The currencies of money: which units are surely equal (spec: types.money.unit).

use crate::base::Name;
use crate::model::{Type, Unit};
use std::collections::BTreeMap;

/// Column paths (`t.currency`) that joins have made equal: each leads to its class's least path.
#[derive(Clone, Debug, Default)]
pub struct Equalities(BTreeMap<Name, Name>);

impl Equalities {
    pub fn join(&mut self, a: &str, b: &str) {
        let (a, b) = (self.representative(a), self.representative(b));
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        if low == high {
            return;
        }
        for class in self.0.values_mut().filter(|c| **c == high) {
            *class = low.clone();
        }
        self.0.insert(high, low);
    }

    pub fn representative(&self, path: &str) -> Name {
        self.0.get(path).cloned().unwrap_or_else(|| Name::from(path))
    }

    pub fn same(&self, a: &Unit, b: &Unit) -> bool {
        match (a, b) {
            (Unit::Constant(a), Unit::Constant(b)) => a == b,
            (Unit::Column(a), Unit::Column(b)) => self.representative(a) == self.representative(b),
            _ => false,
        }
    }

    /// Everything known, with paths renamed.
    pub fn renamed(&self, rename: impl Fn(&str) -> Name) -> Equalities {
        let mut renamed = Equalities::default();
        for (path, class) in &self.0 {
            renamed.join(&rename(path), &rename(class));
        }
        renamed
    }
}

/// The unit of an amount, if it is one.
pub fn unit(ty: &Type) -> Option<&Unit> {
    match ty.required() {
        Type::Money(unit) | Type::BigMoney(unit) => Some(unit),
        Type::List(inner) => self::unit(inner),
        _ => None,
    }
}

/// The type with its unit replaced, through `?` and lists.
pub fn with_unit(ty: &Type, replace: &mut dyn FnMut(&Unit) -> Unit) -> Type {
    match ty {
        Type::Money(unit) => Type::Money(replace(unit)),
        Type::BigMoney(unit) => Type::BigMoney(replace(unit)),
        Type::Optional(inner) => Type::Optional(Box::new(with_unit(inner, replace))),
        Type::List(inner) => Type::List(Box::new(with_unit(inner, replace))),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_join() {
        let mut equal = Equalities::default();
        equal.join("r.currency", "t.currency");
        equal.join("t.currency", "a.currency");
        let column = |c: &str| Unit::Column(c.into());
        assert!(equal.same(&column("r.currency"), &column("a.currency")));
        assert!(!equal.same(&column("r.currency"), &column("x.currency")));
        assert!(!equal.same(&column("r.currency"), &Unit::Constant("EUR".into())));
    }
}
