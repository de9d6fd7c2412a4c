//! A topic's event time.

use super::collector::Collector;
use crate::base::{Span, nearest};
use crate::codes::s0214_time_field_type as messages;
use crate::model::{TopicId, TopicTime, Type};
use crate::syntax::ast;
use riparian_functions::time::DayClock;

impl Collector<'_> {
    pub fn topic_time(&mut self, id: TopicId, clause: &ast::TimeClause, span: Span) {
        let Some(field) = &clause.field else { return };
        if !self.field_exists(id, field, "`time`") {
            return;
        }
        let Some((record, ..)) = self.schema(id) else { return };
        let Some(declared) = record.index(&field.name).map(|i| &record.fields[i]) else { return };
        match declared.ty.required() {
            Type::Timestamp => {
                if let Some(at) = &clause.at {
                    self.report(messages::timestamp_with_time(at.span, &field.name));
                    return;
                }
            }
            Type::Date if clause.at.is_none() => {
                self.report(messages::date_without_time(field.span, &field.name));
                return;
            }
            Type::Date => {}
            Type::Error => return,
            _ => {
                let shown = self.model.show(&declared.ty);
                let times = record.fields.iter().filter(|f| matches!(f.ty.required(), Type::Timestamp));
                let times: Vec<&str> = times.map(|f| f.name.as_str()).collect();
                // The only timestamp of the record is meant, however it is called.
                let near =
                    if let [only] = times.as_slice() { Some(*only) } else { nearest(&field.name, times) };
                let error = messages::not_a_time(field.span, &field.name, &shown, declared.span, near);
                self.report(error);
                return;
            }
        }
        let at = match &clause.at {
            Some(at) => match &at.zone {
                Some(zone) if zone.value.is_empty() => return self.report(messages::zone(zone.span, None)),
                Some(zone) if DayClock::new(&zone.value, at.micros).is_err() => {
                    return self.report(messages::zone(zone.span, Some(&zone.value)));
                }
                Some(zone) => Some((at.micros, zone.value.as_str().into())),
                // The parser has asked for the text.
                None => return,
            },
            None => None,
        };
        let time = TopicTime {
            field: field.name.clone(),
            at,
            disorder: clause.disorder.map_or(0, |d| d.micros),
            skew: clause.skew.map(|d| d.micros),
            idle: clause.idle.map(|d| d.micros),
            span,
        };
        self.topic_mut(id).time = Some(time);
    }
}
