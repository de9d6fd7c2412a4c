//! The example that the language was made for.

use super::plan_of;

#[test]
fn velocity_is_planned_as_written() {
    let files = [
        ("org.stream", include_str!("../../../../examples/velocity/streams/org.stream")),
        ("transfers.stream", include_str!("../../../../examples/velocity/streams/transfers.stream")),
        ("velocity.stream", include_str!("../../../../examples/velocity/streams/velocity.stream")),
    ];
    insta::assert_snapshot!(plan_of(&files));
}
