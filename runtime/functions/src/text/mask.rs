//! Masking: the shape of a text without its content.

/// Upper-case letters become `X`, lower-case ones `x`, digits `n`, all else `-`; the number of characters stays. A letter
/// without case is masked as `x`.
pub fn mask(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => 'n',
            _ => '-',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn the_length_in_characters_stays() {
        assert_eq!(mask("Britney Ö-9 é東"), "Xxxxxxx-X-n-xx");
        assert_eq!(mask("02/29/2000"), "nn-nn-nnnn");
    }
}
