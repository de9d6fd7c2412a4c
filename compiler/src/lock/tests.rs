//! Lock files as they are read and written.

use super::{Writer, with_writer, writers};

fn writer(id: u32, schema: &str) -> Writer {
    Writer { id, schema: schema.to_owned() }
}

#[test]
fn what_is_written_is_read() {
    let odd = "{\"doc\": \"'''\\n é\"}";
    let once = with_writer("", "shop.lines.v1", &writer(7, "{\"a\": 1}\n")).expect("new");
    let twice = with_writer(&once, "shop.lines.v1", &writer(3, odd)).expect("another");
    let other = with_writer(&twice, "shop.orders.v2", &writer(7, "{}")).expect("another topic");
    assert!(
        other.starts_with(
            "[[published.\"shop.lines.v1\".writers]]\nid = 7\nschema = '''\n{\"a\": 1}\n'''\n\n"
        ),
        "{other}"
    );
    let found = writers(&other, "shop.lines.v1").expect("readable");
    assert_eq!(found, [writer(7, "{\"a\": 1}\n"), writer(3, odd)]);
    assert_eq!(writers(&other, "shop.lines.v2"), Ok(vec![]));
    assert_eq!(with_writer(&other, "shop.lines.v1", &writer(7, "{\"a\": 1}")), Ok(other.clone()));
    let error = with_writer(&other, "shop.lines.v1", &writer(7, "{}")).expect_err("an id is one schema");
    assert_eq!(error, "the id 7 stands for another schema of shop.lines.v1");
}

#[test]
fn what_is_broken_is_said() {
    for (text, told) in [
        ("[published", "unclosed table"),
        ("published = 1", "`published` is not a table"),
        ("[published.\"a.b.v1\"]\nwriters = 1", "`writers` is not a list"),
        ("[[published.\"a.b.v1\".writers]]\nid = -1", "a writer has no id"),
        ("[[published.\"a.b.v1\".writers]]\nid = 1", "the writer 1 has no schema"),
        (
            "[[published.\"a.b.v1\".writers]]\nid = 1\nschema = ''\n[[published.\"a.b.v1\".writers]]\nid = 1\nschema = ''",
            "the id 1 stands twice",
        ),
    ] {
        let error = writers(text, "a.b.v1").expect_err(text);
        assert!(error.contains(told), "{text}: {error}");
    }
}
