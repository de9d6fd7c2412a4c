//! The queries of the suite, in order of their numbers, each both ways.

use super::generator::Data;
use super::limit::{self, bids, house};
use super::results::Results;
use crate::{streams, trusted};
use riparian::job::Job;

/// One query, both ways.
pub struct Query {
    /// The job with its input checked, as it is by default.
    pub checked: &'static Job,
    /// The same with trusted input.
    pub trusted: &'static Job,
    pub limit: Limit,
    /// Its records cost no allocation: a test holds it to that.
    #[cfg_attr(not(test), expect(dead_code, reason = "the gate is a test"))]
    pub no_allocations: bool,
    /// The limit without one of the things that a job owes its user, and which: what that costs.
    pub without: Option<(&'static str, Limit)>,
}

pub type Limit = fn(&Data, Results) -> Result<Results, String>;

macro_rules! queries {
    ($( $name:ident $(($allocations:ident))?: $limit:expr $(, without $what:literal: $without:expr)? ; )*) => {
        &[ $( Query {
            checked: &streams::$name::JOB,
            trusted: &trusted::$name::JOB,
            limit: $limit,
            no_allocations: queries!(@never $($allocations)?),
            without: queries!(@without $(($what, $without))?),
        } ),* ]
    };
    (@never) => { false };
    (@never never_allocates) => { true };
    (@without) => { None };
    (@without ($what:literal, $without:expr)) => { Some(($what, $without)) };
}

pub static QUERIES: &[Query] = queries! {
    q0 (never_allocates): bids::<limit::Pass>;
    q1 (never_allocates): bids::<limit::Exchange>;
    q2 (never_allocates): bids::<limit::Select>, without "event time": bids::<limit::Timeless>;
    q3: house::<limit::Local>;
    q5 (never_allocates): bids::<limit::Hottest>;
    q7 (never_allocates): bids::<limit::Highest>;
    q8: house::<limit::Sellers>;
    q12 (never_allocates): bids::<limit::Count>;
    q14: bids::<limit::Timed>;
    q17: bids::<limit::PerDay>;
    q21: bids::<limit::Numbered>;
    q22: bids::<limit::Directories>;
};
