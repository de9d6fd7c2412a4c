//! Appendix B: every code in one line.

use riparian_compiler::codes::{Entry, LAYERS};

const HEAD: &str = "\
# Appendix B: error codes

Generated from the register of codes by `cargo xtask reference`. `riparian explain S0204` prints the whole page of a code:
the rule, why it matters, an example that fails and one that does not. A code keeps its number for ever.

**[errors.pages]** Every code has a page; its failing example raises exactly this code, and its mended example raises nothing.
(Test: `tests/suite/tests/pages.rs`.)
";

/// What the layers are called; in the order of the register.
const TITLES: &[&str] = &[
    "Text",
    "Names and declarations",
    "Types and expressions",
    "Time, windows and joins",
    "Plan",
    "Project",
    "Governance",
];

pub(super) fn chapter() -> String {
    let mut out = String::from(HEAD);
    for (layer, title) in LAYERS.iter().zip(TITLES).filter(|(layer, _)| !layer.is_empty()) {
        out.push_str(&format!("\n## {title}\n\n| code | name | |\n|---|---|---|\n"));
        for entry in *layer {
            out.push_str(&format!(
                "| `{}` | {} | {} |\n",
                entry.code.id,
                entry.code.name,
                first_sentence(entry)
            ));
        }
    }
    out
}

/// The first sentence of the page, on one line.
fn first_sentence(entry: &Entry) -> String {
    let paragraph = entry.page.trim_start().split("\n\n").next().unwrap_or_default();
    let text = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = text.find(". ").map_or(text.len(), |end| end + 1);
    text.get(..end).unwrap_or_default().replace('|', "\\|")
}
