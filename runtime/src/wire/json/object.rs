//! Writes a JSON object field by field.

use super::form::Form;
use super::write;

/// An object being written; [`Fields::end`] closes it.
pub struct Fields<'a> {
    out: &'a mut Vec<u8>,
    next: u8,
}

impl<'a> Fields<'a> {
    #[inline]
    pub fn new(out: &'a mut Vec<u8>) -> Self {
        Fields { out, next: b'{' }
    }

    /// A field by its name on the wire.
    #[inline(always)]
    pub fn field<F: Form>(mut self, name: &str, value: &F::Written) -> Self {
        self.name(name);
        F::write(value, self.out);
        self
    }

    /// A field that is written as null where it is absent.
    #[inline(always)]
    pub fn optional<F: Form>(mut self, name: &str, value: Option<&F::Written>) -> Self {
        self.name(name);
        match value {
            Some(value) => F::write(value, self.out),
            None => self.out.extend_from_slice(b"null"),
        }
        self
    }

    #[inline(always)]
    fn name(&mut self, name: &str) {
        write::name(std::mem::replace(&mut self.next, b','), name, self.out);
    }

    #[inline]
    pub fn end(self) {
        if self.next == b'{' {
            self.out.push(b'{');
        }
        self.out.push(b'}');
    }
}
