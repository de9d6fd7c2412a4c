//! What generated code names: types, functions and macros of the language's own world.

pub use crate::functions::decimal::{self, BigMoney, Decimal, Money};
pub use crate::functions::time::{self, Date, Duration, Timestamp};
pub use crate::functions::{aggregate, float, hash, int, json, math, money, text};
pub use crate::wire::avro;
pub use crate::wire::evaluate::{HoldsAt, attempt, element, event_time, optional_event_time};
pub use crate::wire::json::Fields;
pub use crate::wire::json::form;
pub use crate::wire::kept::{Column, Look};
pub use crate::wire::key::{self, Composite};
pub use crate::wire::variants::Variants;
pub use crate::{avro_record, closed_enum, group, json_record, key, object, open_enum, record, row};
pub use std::borrow::Cow;

pub use crate::ABI;
pub use crate::context::{Cx, each, each_row};
pub use crate::fail::{At, Fail, Fatal, Reject, Site};
pub use crate::job::{Encoding, Input, Job, Node, Role, Route, Show, SiteSpec, StageSpec, Topic};
pub use crate::record::{Kind, Record};
pub use crate::stage::{InputId, Partition, Stage, TaskId};
pub use crate::state::{
    Alone, Change, Desc, Emit, JoinSpec, Joined, Key, Latest, Met, NoneLast, Partner, Rank, Ranked, Seen,
    Sessions, SessionsSpec, Sight, State, Table, TableSpec, Updated, Versioned, Window, Windowed,
    WindowedSpec,
};
pub use crate::store::Store;
pub use crate::wire::group::Merge;
