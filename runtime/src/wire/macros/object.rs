//! `object!`: writes a JSON object by hand.

/// Appends an object: name on the wire, form, and a reference to the value, field by field.
///
/// ```
/// use riparian::prelude::*;
/// let mut out = Vec::new();
/// object!(&mut out; "sender": form::Int = &7, "total": form::Money = &Decimal(850_000));
/// assert_eq!(out, br#"{"sender":7,"total":"85.0000"}"#);
/// ```
#[macro_export]
macro_rules! object {
    ($out:expr; $($name:literal : $form:ty = $value:expr),* $(,)?) => {
        $crate::__private::Fields::new($out) $( .field::<$form>($name, $value) )* .end()
    };
}
