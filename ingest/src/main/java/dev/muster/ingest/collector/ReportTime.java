package dev.muster.ingest.collector;

import java.time.Instant;

/**
 * When a run ended.
 *
 * @param known whether somebody said so; else it is when the report came
 */
record ReportTime(Instant instant, boolean known) {}
