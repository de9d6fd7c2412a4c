//! `object!`: writes a JSON object.

/// Appends an object, field by field: name on the wire, form, and a reference to the value.
///
/// ```
/// use riparian::prelude::*;
/// let mut out = Vec::new();
/// object!(&mut out; "sender": form::Int = &7, "total": form::Money = &Decimal(850_000));
/// assert_eq!(out, br#"{"sender":7,"total":"85.0000"}"#);
/// ```
#[macro_export]
macro_rules! object {
    ($out:expr;) => { $out.extend_from_slice(b"{}") };
    ($out:expr; $first:literal : $first_form:ty = $first_value:expr $(, $wire:literal : $form:ty = $value:expr)* $(,)?) => {{
        let out: &mut ::std::vec::Vec<u8> = $out;
        $crate::__private::write_name(b'{', $first, out);
        <$first_form as $crate::__private::Form>::write($first_value, out);
        $(
            $crate::__private::write_name(b',', $wire, out);
            <$form as $crate::__private::Form>::write($value, out);
        )*
        out.push(b'}');
    }};
}
