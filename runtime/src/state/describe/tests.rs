//! What every kind of store writes is read back by its layout alone.

use super::{Layout, micros};
use crate::prelude::*;
use crate::store::Store;

const SECOND: i64 = 1_000_000;

key! { pub struct Sender { sender: i64, currency: String } }

row! {
    #[derive(Default)]
    pub struct Total { transfers: i64, note: Option<String> }
}

fn sender(sender: i64) -> Sender {
    Sender { sender, currency: "EUR".into() }
}

fn add(total: &mut Total) -> Result<(), Fail> {
    total.transfers += 1;
    Ok(())
}

/// Every row of a store's changes, as JSON columns without the key; all keys are `sender(n)`.
fn rows(store: &mut dyn Store, clock: Option<i64>) -> Vec<String> {
    let layout = Layout::parse(store.layout()).unwrap_or_else(|| panic!("{}", store.layout()));
    let mut all = Vec::new();
    store.changes(&mut |key, value| {
        let value = value.expect("nothing was deleted");
        assert_eq!(layout.rows(&key[..key.len() - 1], value, clock), None, "a cut key");
        assert_eq!(layout.rows(key, &value[..value.len() - 1], clock), None, "a cut value");
        for row in layout.rows(key, value, clock).expect("an entry of the layout") {
            assert_eq!(row.columns[0].0, "key");
            assert_eq!(row.key[1], "EUR");
            let columns = row.columns[1..].iter().map(|(name, value)| format!("{name} {}", value.json()));
            all.push(format!("{}: {}", row.key[0], columns.collect::<Vec<_>>().join(" ")));
        }
    });
    all
}

#[test]
fn windows_and_which_of_them_stands_for_its_key() {
    let spec = WindowedSpec {
        name: "n",
        size: 60 * SECOND,
        every: 30 * SECOND,
        offset: 0,
        grace: 5 * SECOND,
        emit: Emit::AtMostEvery(10 * SECOND),
        latest: true,
    };
    let mut store: Windowed<Sender, Total> = Windowed::new(spec);
    assert_eq!(store.update(&sender(7), 70 * SECOND, 0, add), Ok(Updated::Used));
    let group = |start: u32, end: u32| {
        format!(
            "7: window {{\"start\":\"1970-01-01T00:0{}:{:02}Z\",\"end\":\"1970-01-01T00:0{}:{:02}Z\"}} \
             time \"1970-01-01T00:01:10Z\" held_back false written false value {{\"transfers\":1,\"note\":null}}",
            start / 60,
            start % 60,
            end / 60,
            end % 60
        )
    };
    // The row that stands for the key is what is held back, not its windows.
    let newest = "7: latest_window {\"start\":\"1970-01-01T00:00:30Z\",\"end\":\"1970-01-01T00:01:30Z\"} \
                  time \"1970-01-01T00:01:10Z\" held_back true written false";
    let all = rows(&mut store, None);
    assert_eq!(all[..2], [group(30, 90), group(60, 120)]);
    assert_eq!(all[2], newest);
    assert_eq!(rows(&mut store, Some(95 * SECOND))[0], group(60, 120), "90 closes at 95");
    assert_eq!(rows(&mut store, Some(94 * SECOND))[0], group(30, 90));
}

#[test]
fn sessions_and_tables() {
    let spec = SessionsSpec {
        name: "n",
        gap: 10 * SECOND,
        grace: SECOND,
        emit: Emit::AtMostEvery(SECOND),
        latest: false,
    };
    let mut store: Sessions<Sender, Total> = Sessions::new(spec);
    for at in [100, 200] {
        let merge = |_: &mut Total, _: &Total| Ok(());
        assert_eq!(store.update(&sender(7), at * SECOND, 0, add, merge), Ok(Updated::Used));
    }
    let session = |at: &str| {
        format!(
            "7: window {{\"start\":\"1970-01-01T00:0{at}Z\",\"end\":\"1970-01-01T00:0{at}Z\"}} held_back true \
             written false value {{\"transfers\":1,\"note\":null}}"
        )
    };
    assert_eq!(rows(&mut store, None), [session("1:40"), session("3:20")]);

    let mut store: Table<Sender, Total> =
        Table::new(TableSpec { name: "n", emit: Emit::Changes, ttl: Some(3_600 * SECOND) });
    assert_eq!(store.update(&sender(7), 100 * SECOND, 0, add), Ok(()));
    assert_eq!(
        rows(&mut store, None),
        [r#"7: time "1970-01-01T00:01:40Z" held_back false written false value {"transfers":1,"note":null}"#]
    );
}

#[test]
fn rows_of_tables_and_what_has_been_seen() {
    let row = Total { transfers: 3, note: Some("x".into()) };
    let mut store: Latest<Sender, Total> = Latest::new("n.t");
    store.set(&sender(7), row.clone());
    assert_eq!(rows(&mut store, None), [r#"7: value {"transfers":3,"note":"x"}"#]);

    let mut store: Versioned<Sender, Total> = Versioned::new("n.t", Some(86_400 * SECOND));
    store.set(&sender(7), SECOND, Some(row), 0);
    store.set(&sender(7), 2 * SECOND, None, 0);
    assert_eq!(
        rows(&mut store, None),
        [
            r#"7: from "1970-01-01T00:00:01Z" value {"transfers":3,"note":"x"}"#,
            r#"7: from "1970-01-01T00:00:02Z" value null"#
        ]
    );

    let mut store: Seen<Sender> = Seen::new("n", Some(SECOND));
    assert_eq!(store.see(&sender(7), 5 * SECOND, 0), Sight::First);
    assert_eq!(rows(&mut store, None), [r#"7: passed ["1970-01-01T00:00:05Z"]"#]);
}

#[test]
fn durations_and_what_is_no_layout() {
    assert_eq!(
        ["2w", "90s", "5ms", "7us", "s", "7", "7x"].map(micros),
        [Some(14 * 86_400 * SECOND), Some(90 * SECOND), Some(5_000), Some(7), None, None, None]
    );
    for text in ["", "latest", "latest, key i64", "latest, key i64, group i64", "heap, key i64, row i64"] {
        assert!(Layout::parse(text).is_none(), "{text}");
    }
}
