package dev.muster.ingest.publish;

import dev.muster.ingest.meters.IngestMeters;

/** What it takes to write facts and count them. */
public record Outlet(
    FactWire wire, Publisher publisher, ReceivedClock received, IngestMeters meters) {}
