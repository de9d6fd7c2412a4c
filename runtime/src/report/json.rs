//! Objects of JSON, member by member.

use crate::wire::json::write::string;

/// An object that is being written.
pub struct Object<'a> {
    out: &'a mut Vec<u8>,
    is_first: bool,
}

impl Object<'_> {
    /// Writes a whole object.
    pub fn write(out: &mut Vec<u8>, members: impl FnOnce(&mut Object<'_>)) {
        out.push(b'{');
        members(&mut Object { out, is_first: true });
        out.push(b'}');
    }

    fn name(&mut self, name: &str) {
        if !std::mem::take(&mut self.is_first) {
            self.out.push(b',');
        }
        string(name, self.out);
        self.out.push(b':');
    }

    pub fn text(&mut self, name: &str, value: &str) {
        self.name(name);
        string(value, self.out);
    }

    pub fn count(&mut self, name: &str, value: u64) {
        self.name(name);
        self.out.extend_from_slice(value.to_string().as_bytes());
    }

    pub fn flag(&mut self, name: &str, value: bool) {
        self.name(name);
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
    }

    /// `null` where there is none, or where it is no number of JSON.
    pub fn number(&mut self, name: &str, value: Option<f64>) {
        self.name(name);
        match value.filter(|value| value.is_finite()) {
            Some(value) => self.out.extend_from_slice(value.to_string().as_bytes()),
            None => self.out.extend_from_slice(b"null"),
        }
    }

    pub fn texts(&mut self, name: &str, values: &[String]) {
        self.name(name);
        self.out.push(b'[');
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                self.out.push(b',');
            }
            string(value, self.out);
        }
        self.out.push(b']');
    }

    /// A list with an object for every item.
    pub fn list<T>(
        &mut self,
        name: &str,
        items: impl IntoIterator<Item = T>,
        mut members: impl FnMut(&mut Object<'_>, T),
    ) {
        self.name(name);
        self.out.push(b'[');
        for (at, item) in items.into_iter().enumerate() {
            if at > 0 {
                self.out.push(b',');
            }
            Object::write(self.out, |object| members(object, item));
        }
        self.out.push(b']');
    }

    pub fn object(&mut self, name: &str, members: impl FnOnce(&mut Object<'_>)) {
        self.name(name);
        Object::write(self.out, members);
    }
}
