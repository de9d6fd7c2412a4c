//! The rules, in order of their ids.

use super::{Rule, g001_owner, g201_grant, g302_labels, g303_keys, g309_purpose, g501_money, g601_bounds};

pub const RULES: &[Rule] = &[
    g001_owner::RULE,
    g201_grant::RULE,
    g302_labels::RULE,
    g303_keys::RULE,
    g309_purpose::RULE,
    g501_money::RULE,
    g601_bounds::RULE,
];

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_are_in_order_and_have_a_page() {
        assert!(RULES.windows(2).all(|pair| pair[0].code.id < pair[1].code.id));
        for rule in RULES {
            assert!(crate::codes::find(rule.code.id).is_some(), "{} has no page", rule.code.id);
        }
    }
}
