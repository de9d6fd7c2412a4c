//! Tokens as text that people read.

use proc_macro2::TokenStream;

/// Pretty-printed items, a blank line between them.
pub(super) fn items(tokens: TokenStream) -> String {
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(file) => spaced(&prettyplease::unparse(&file)),
        // What does not parse is printed as it is: rustc says where it is wrong.
        Err(_) => tokens.to_string(),
    }
}

/// Blank lines before methods and items, as people set them.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut before = "";
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        let opens = |line: &str| {
            let line = line.trim_start();
            line.starts_with("///")
                || line.starts_with("#[")
                || line.starts_with("fn ")
                || line.starts_with("pub ")
                || line.starts_with("impl ")
        };
        let ended = before.trim_end().ends_with('}') || before.trim_end().ends_with(';');
        let same = before.len() - before.trim_start().len() == indent;
        if opens(line) && ended && same && indent <= 4 {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        before = line;
    }
    out
}
