//! Which streams reach a table as they are, and which through an internal topic, placed as the table's key (spec: join.place).

use crate::model::KeyEncoding::{Int64, Json, Text};
use crate::plan::{OperatorKind, Place, tasks};
use crate::workspace::Workspace;

/// The internal topics of a workspace, each with its place.
#[track_caller]
fn rekeys(text: &str) -> Vec<(String, Option<Place>)> {
    let analysis = Workspace::of([("shop.stream", text)]).analyse();
    assert!(!analysis.has_errors(), "{text}\n{:#?}", analysis.diagnostics);
    let operators = analysis.plan.jobs.iter().flat_map(|job| &job.operators);
    let rekeys = operators.filter_map(|operator| match &operator.kind {
        OperatorKind::Rekey(rekey) if rekey.repartition => {
            Some((rekey.name.to_string(), rekey.place.clone()))
        }
        _ => None,
    });
    rekeys.collect()
}

/// A stream `s` and a table `t` of these clauses, and a job of these nodes.
fn text(stream: &str, table: &str, nodes: &str) -> String {
    format!(
        "package shop
record Sale {{ a: int, b: int, c: string }}
record Row {{ a: int, b: int, c: string, n: int }}
topic s v1 {{ schema Sale; {stream} }}
table topic t v1 {{ schema Row; {table}; bound finite keys }}
table topic u v1 {{ schema Row; key a as text; bound finite keys }}
job j {{ {nodes} }}"
    )
}

/// One join of the stream with the table.
#[track_caller]
fn joined(stream: &str, table: &str, on: &str) -> Vec<(String, Option<Place>)> {
    rekeys(&text(stream, table, &format!("stream x {{ from s; join t on {on} }}")))
}

fn through(name: &str, columns: &[usize], encoding: crate::model::KeyEncoding) -> (String, Option<Place>) {
    (name.to_owned(), Some(Place { columns: columns.to_vec(), encoding }))
}

#[test]
fn a_stream_whose_key_is_the_tables_goes_as_it_is() {
    let two = "t.a == s.a and t.b == s.b";
    assert_eq!(joined("key a", "key a", "t.a == s.a"), []);
    assert_eq!(joined("key a as int64", "key a", "t.a == s.a"), [], "the default, written");
    assert_eq!(joined("key a as text", "key a as text", "t.a == s.a"), []);
    assert_eq!(joined("key c", "key c as text", "t.c == s.c"), []);
    assert_eq!(joined("key a, b", "key a, b", two), []);
    assert_eq!(joined("key b, a", "key a, b", "t.a == s.b and t.b == s.a"), [], "values, not names");
    assert_eq!(joined("key a\n partition by a count 12", "key a", "t.a == s.a"), [], "the key, written");
}

#[test]
fn a_stream_whose_key_is_another_on_the_wire_goes_through_a_topic() {
    let one = "t.a == s.a";
    let two = "t.a == s.a and t.b == s.b";
    assert_eq!(joined("key b", "key a", one), [through("s.by.a", &[0], Int64)]);
    assert_eq!(joined("key a as text", "key a", one), [through("s.by.a", &[0], Int64)]);
    assert_eq!(joined("key a", "key a as text", one), [through("s.by.a", &[0], Text)]);
    assert_eq!(joined("key a", "key a as json", one), [through("s.by.a", &[0], Json)]);
    assert_eq!(joined("key b, a", "key a, b", two), [through("s.by.a_b", &[0, 1], Json)]);
    assert_eq!(joined("key a\n partition by b", "key a", one), [through("s.by.a", &[0], Int64)]);
    assert_eq!(joined("key a, b\n partition by a", "key a", one), [through("s.by.a", &[0], Int64)]);
    let token = "key c by token(\"vault\")";
    assert_eq!(joined(token, "key c", "t.c == s.c"), [through("s.by.c", &[0], Text)]);
}

#[test]
fn a_key_written_in_another_order_does_not_move_rows_and_does_not_hide_their_order() {
    let two = "t.a == k.a and t.b == k.b";
    let nodes =
        |key: &str| format!("stream k {{ from s; key {key} }} stream x {{ from k; join t on {two} }}");
    assert_eq!(rekeys(&text("key a, b", "key a, b", &nodes("b: s.b, a: s.a"))), []);
    let moved = rekeys(&text("key b, a", "key a, b", &nodes("a: s.a, b: s.b")));
    assert_eq!(moved, [through("k.by.a_b", &[0, 1], Json)]);
}

#[test]
fn rows_behind_a_topic_of_their_own_are_placed_for_the_table_they_meet() {
    let nodes = "stream k { from s; key b: s.b, a: s.a }
                 stream x { from k; join t on t.a == k.a and t.b == k.b }";
    let found = rekeys(&text("key c", "key a, b", nodes));
    assert_eq!(found, [through("s.by.b_a", &[1, 0], Json)], "one topic, in the table's order");
    let nodes = "stream k { from s; key a: s.a }";
    assert_eq!(rekeys(&text("key c", "key a", nodes)), [("s.by.a".to_owned(), None)]);
}

#[test]
fn tables_that_place_one_key_differently_have_a_topic_each() {
    let nodes = "stream x { from s; join t on t.a == s.a; join u on u.a == s.a }
                 stream y { from s; join t on t.a == s.a }
                 stream z { from s; join u on u.a == s.a }";
    let found = rekeys(&text("key c", "key a", nodes));
    let places: Vec<_> = found.iter().map(|(_, place)| place.as_ref().map(|p| p.encoding)).collect();
    assert_eq!(places, [Some(Int64), Some(Text), Some(Text)], "{found:?}");
    let names: std::collections::BTreeSet<_> = found.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), found.len(), "{found:?}");
}

#[test]
fn a_table_that_its_keys_columns_do_not_place_is_read_whole() {
    let codes = |table: &str, everywhere: &str| -> Vec<&str> {
        let nodes = format!("stream x {{ from s; join {everywhere} t on t.a == s.a and t.c == s.c }}");
        let analysis = Workspace::of([("shop.stream", text("key c", table, &nodes))]).analyse();
        analysis.diagnostics.iter().map(|d| d.code.id).collect()
    };
    for table in ["key a, c; partition by c", "key a, c by token(\"vault\")"] {
        assert_eq!(codes(table, ""), ["S0691"]);
        assert_eq!(codes(table, "everywhere"), [""; 0]);
    }
}

#[test]
fn rows_of_topics_with_one_partition_stay_where_they_are() {
    let none: [(String, Option<Place>); 0] = [];
    let one = "key a; partition by a count 1";
    let grouped = "table x { from s; key b: s.b; window tumbling 1h; select { n: count() }; emit final }
        table y { from x; key n: x.n; select { m: count() }; bound finite keys }";
    assert_eq!(rekeys(&text(one, "key a", grouped)), none);
    assert_eq!(joined(one, one, "t.a == s.b"), none);
    assert_eq!(joined(one, "key a", "t.a == s.b").len(), 1, "the table may have more");
    assert_eq!(joined("key a; partition by a count 2", one, "t.a == s.b").len(), 1, "the stream has more");
}

/// The topics whose rows a job takes to be where their keys place them.
#[track_caller]
fn placed(text: &str) -> Vec<String> {
    let analysis = Workspace::of([("shop.stream", text)]).analyse();
    assert!(!analysis.has_errors(), "{text}\n{:#?}", analysis.diagnostics);
    let mut placed = Vec::new();
    for job in &analysis.plan.jobs {
        for input in tasks(job).into_iter().flat_map(|task| task.inputs).filter(|input| input.placed) {
            if let OperatorKind::Source(source) = &job.operator(input.operator).kind {
                placed.push(analysis.model.topic(source.topic).name.to_string());
            }
        }
    }
    placed
}

#[test]
fn what_is_grouped_or_joined_as_it_lies_is_taken_for_placed() {
    let of = |stream: &str, nodes: &str| placed(&text(stream, "key a", nodes));
    let none: [&str; 0] = [];
    let grouped = "table x { from s; key a: s.a; select { n: count() }; bound finite keys }";
    assert_eq!(of("key a", grouped), ["s"]);
    assert_eq!(of("key b", grouped), none, "through an internal topic");
    assert_eq!(of("", grouped), none, "through an internal topic: nothing is known of the stream");
    let later = "stream y { from s; select { k: s.a, c: s.c } } table x { from y; key k: y.k; select { n: count() }; bound finite keys }";
    assert_eq!(of("key a", later), ["s"]);
    assert_eq!(of("key a", "stream x { from s; join t on t.a == s.a }"), ["s", "t"]);
    assert_eq!(
        of("key b", "stream x { from s; join t on t.a == s.a }"),
        ["t"],
        "it alone: rows of `s` are sent to it"
    );
    assert_eq!(of("key a", "stream x { from s; join everywhere t on t.a == s.a }"), none);
    assert_eq!(of("key a", "stream x { from s; where s.b > 0 }"), none, "each by itself");
}
