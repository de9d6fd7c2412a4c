//! `riparian lock`: an id is noted once, and what was noted before stays.

use crate::support::Folder;

const SHOP: &str = "package shop
record Line { id: int }
topic lines v1 { schema Line; format avro \"line.avsc\" }
topic orders v1 { schema Line }
";

const SCHEMA: &str = r#"{"type": "record", "name": "Line", "fields": [{"name": "id", "type": "long"}]}"#;

fn folder() -> Folder {
    let folder = Folder::empty();
    folder.write("shop.stream", SHOP);
    folder.write("line.avsc", SCHEMA);
    folder
}

#[test]
fn following_the_help_of_a_missing_id_leaves_nothing() {
    let folder = folder();
    let told = folder.run(&["check"]).with(1).err;
    assert!(told.contains("S0227") && told.contains("riparian lock shop.lines.v1=ID"), "{told}");
    let told = folder.run(&["lock", "shop.lines.v1=7"]).with(0).err;
    assert!(told.contains("shop.lines.v1: id 7"), "{told}");
    folder.run(&["check"]).with(0);

    // The writers get another schema: its id is noted too, and the old one stays.
    let once = folder.read("riparian.lock");
    folder.replace("line.avsc", "\"long\"}", "\"long\"}, {\"name\": \"new\", \"type\": \"string\"}");
    let told = folder.run(&["check"]).with(1).err;
    assert!(
        told.contains("no id of `shop.lines.v1` in `riparian.lock` is of the schema in `line.avsc`"),
        "{told}"
    );
    folder.run(&["lock", "shop.lines.v1=9"]).with(0);
    folder.run(&["check"]).with(0);
    let twice = folder.read("riparian.lock");
    assert!(twice.starts_with(&once) && twice.contains("id = 9"), "{twice}");

    folder.run(&["lock", "shop.lines.v1=9"]).with(0);
    assert_eq!(folder.read("riparian.lock"), twice, "an id is noted once");
    let told = folder.run(&["lock", "shop.lines.v1=7"]).with(2).err;
    assert!(told.contains("the id 7 stands for another schema of shop.lines.v1"), "{told}");
}

#[test]
fn what_has_no_id_is_said() {
    let folder = folder();
    for (written, told) in [
        ("shop.lines.v1", "help: write `TOPIC=ID`"),
        ("shop.lines.v1=many", "help: write `TOPIC=ID`"),
        ("shop.line.v1=7", "help: write `shop.lines.v1`"),
        ("shop.orders.v1=7", "`shop.orders.v1` names no schema file"),
    ] {
        let ended = folder.run(&["lock", written]).with(2);
        assert!(ended.err.contains(told), "{written}: {}", ended.err);
    }
}
