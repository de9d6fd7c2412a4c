//! How a task hears of its inputs' time and tells those below of its own: watermark records, idle lanes (spec: time.idle).
//!
//! Must not choose records, nor keep time itself: that is [`crate::clock`].

use crate::context::Cx;
use crate::fail::Fatal;
use crate::record::{Kind, Record};
use crate::stage::Stage;
use std::ops::Range;

/// A lane has something again. If the whole task was idle, tasks below must hold their time back from here on.
pub(super) fn wake(cx: &mut Cx<'_>, lane: usize) {
    if cx.clock.lane(lane).idle {
        let was_idle = cx.clock.is_idle();
        cx.clock.lane_mut(lane).idle = false;
        if was_idle && !cx.clock.is_idle() {
            cx.tell(Kind::Watermark);
        }
    }
}

/// What an upstream task says of its time.
pub(super) fn control(
    cx: &mut Cx<'_>,
    stage: &mut dyn Stage,
    lanes: &Range<usize>,
    record: &Record<'_>,
) -> Result<(), Fatal> {
    let number = record.key.and_then(|key| Some(u32::from_le_bytes(*key.first_chunk()?)));
    let lane = number.map(|number| lanes.start + number as usize).filter(|lane| lanes.contains(lane));
    let Some(lane) = lane else {
        let topic = cx.job.topics[usize::from(cx.origin.partition.topic)].name;
        return Err(Fatal::corrupt(
            format!("{topic}, partition {}, offset {}", cx.origin.partition.number, record.offset),
            "a watermark of an unknown task",
        ));
    };
    if record.kind == Kind::Watermark {
        wake(cx, lane);
    }
    let known = cx.clock.lane_mut(lane);
    known.watermark = known.watermark.max(record.time);
    known.idle = record.kind == Kind::Idle;
    if record.kind == Kind::Idle { idle(cx, stage) } else { cx.settle(stage) }
}

/// Lanes have gone idle.
pub(super) fn idle(cx: &mut Cx<'_>, stage: &mut dyn Stage) -> Result<(), Fatal> {
    cx.settle(stage)?;
    if cx.clock.is_idle() {
        stage.idle(cx)?;
        if let Some(fatal) = cx.fatal.take() {
            return Err(fatal);
        }
        cx.tell(Kind::Idle);
    }
    Ok(())
}
