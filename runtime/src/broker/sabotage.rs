//! Real bugs of commit protocols, planted one at a time: a simulation that does not find them proves nothing.

/// What is done wrong on purpose. Never outside tests.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sabotage {
    /// Offsets are committed in a transaction of their own, before the records.
    OffsetsFirst,
    /// After an abort the tasks go on from where they are.
    NoRollback,
    /// An unknown outcome is taken as committed.
    UnknownIsCommitted,
    /// An unknown outcome is taken as aborted.
    UnknownIsAborted,
    /// Local state is written before the broker has committed.
    LocalFirst,
    /// Local state is trusted whatever the group's offsets say.
    TrustLocal,
    /// The changelog is read only to where no transaction was open.
    ShortRestore,
    /// The changelog is written after the commit, in the next transaction.
    LateChangelog,
    /// Watermark records are left out of internal topics.
    DroppedWatermark,
    /// Positions are one too far.
    OffsetOffByOne,
    /// A member that has lost its tasks goes on with them.
    IgnoreLoss,
    /// Offsets are stored without saying as which member.
    AnonymousOffsets,
    /// A partition counts as read to its end when what has been delivered of it has been.
    EarlyEnd,
    /// What is committed of a task does not say by whom.
    AnonymousStamp,
    /// Tasks that come back are taken as they were, whoever has committed for them since.
    TrustMemory,
}

impl Sabotage {
    /// All of them, with the names they are asked for by.
    pub const ALL: [(&'static str, Sabotage); 15] = [
        ("offsets-first", Sabotage::OffsetsFirst),
        ("no-rollback", Sabotage::NoRollback),
        ("unknown-is-committed", Sabotage::UnknownIsCommitted),
        ("unknown-is-aborted", Sabotage::UnknownIsAborted),
        ("local-first", Sabotage::LocalFirst),
        ("trust-local", Sabotage::TrustLocal),
        ("short-restore", Sabotage::ShortRestore),
        ("late-changelog", Sabotage::LateChangelog),
        ("dropped-watermark", Sabotage::DroppedWatermark),
        ("offset-off-by-one", Sabotage::OffsetOffByOne),
        ("ignore-loss", Sabotage::IgnoreLoss),
        ("anonymous-offsets", Sabotage::AnonymousOffsets),
        ("early-end", Sabotage::EarlyEnd),
        ("anonymous-stamp", Sabotage::AnonymousStamp),
        ("trust-memory", Sabotage::TrustMemory),
    ];
}
