// The measured query in Kafka Streams: exactly once, commit every 100 ms, one thread, RocksDB with a cache of 64 MB.
// Two of the columns by Jackson; state and output as seven longs. Ends when all records are in, and says what it has used.

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

public class Auctions {
    @JsonIgnoreProperties(ignoreUnknown = true)
    public static class Bid {
        public long auction;
        public long price;
    }

    static class Statistics {
        final long[] of = {0, 0, 0, 0, Long.MAX_VALUE, 0, 0};

        Statistics add(long price) {
            of[0]++;
            of[price < 10_000 ? 1 : price < 1_000_000 ? 2 : 3]++;
            of[4] = Math.min(of[4], price);
            of[5] = Math.max(of[5], price);
            of[6] += price;
            return this;
        }
    }

    static final ObjectReader READER = new ObjectMapper().readerFor(Bid.class);

    static Serde<Bid> bids() {
        return Serdes.serdeFrom(
            (topic, bid) -> { throw new IllegalStateException(); },
            (topic, bytes) -> {
                try {
                    return bytes == null ? null : READER.readValue(bytes);
                } catch (IOException error) {
                    throw new UncheckedIOException(error);
                }
            });
    }

    static Serde<Statistics> statistics() {
        return Serdes.serdeFrom(
            (topic, row) -> {
                if (row == null) return null;
                ByteBuffer bytes = ByteBuffer.allocate(56);
                for (long value : row.of) bytes.putLong(value);
                return bytes.array();
            },
            (topic, bytes) -> {
                if (bytes == null) return null;
                Statistics row = new Statistics();
                ByteBuffer.wrap(bytes).asLongBuffer().get(row.of);
                return row;
            });
    }

    /** Of the whole process, all threads. */
    static double processorSeconds() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    static long seen = 0;
    static double first, half, last;

    public static void main(String[] arguments) throws Exception {
        String brokers = arguments[0], input = arguments[1], output = arguments[2], directory = arguments[3];
        long records = Long.parseLong(arguments[4]);
        CountDownLatch done = new CountDownLatch(1);
        StreamsBuilder builder = new StreamsBuilder();
        Materialized<Long, Statistics, KeyValueStore<Bytes, byte[]>> store =
            Materialized.<Long, Statistics, KeyValueStore<Bytes, byte[]>>as("per-auction")
                .withKeySerde(Serdes.Long()).withValueSerde(statistics()).withCachingEnabled();
        Serde<Bid> bids = bids();
        builder.stream(input, Consumed.with(Serdes.Long(), bids))
            .groupByKey(Grouped.with(Serdes.Long(), bids))
            .aggregate(Statistics::new, (auction, bid, row) -> {
                // One thread takes them all.
                if (++seen == 1) first = processorSeconds();
                if (seen == records / 2) half = processorSeconds();
                if (seen == records) { last = processorSeconds(); done.countDown(); }
                return row.add(bid.price);
            }, store)
            .toStream().to(output, Produced.with(Serdes.Long(), statistics()));
        Properties settings = new Properties();
        settings.put("application.id", "streams-" + output);
        settings.put("bootstrap.servers", brokers);
        settings.put("state.dir", directory);
        settings.put("statestore.cache.max.bytes", "67108864");
        settings.put("num.stream.threads", "1");
        settings.put("processing.guarantee", "exactly_once_v2");
        settings.put("commit.interval.ms", "100");
        settings.put("auto.offset.reset", "earliest");
        settings.put("replication.factor", arguments[5]);
        KafkaStreams streams = new KafkaStreams(builder.build(), settings);
        streams.start();
        done.await();
        System.out.printf("RESULT %d %.3f %d %.3f%n", records - records / 2, last - half, records, last - first);
        System.out.flush();
        streams.close();
        System.exit(0);
    }
}
