package dev.muster.ingest.publish;

import dev.muster.ingest.meters.IngestMeters;
import dev.muster.runtime.publish.Publisher;
import dev.muster.runtime.publish.ReceivedClock;

/** What it takes to write facts and count them. */
public record Outlet(
    FactWire wire, Publisher publisher, ReceivedClock received, IngestMeters meters) {}
