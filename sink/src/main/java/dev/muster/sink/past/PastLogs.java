package dev.muster.sink.past;

import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.sink.view.Origin;

/** The topics that tell of the past; each reading has a consumer of its own. */
public record PastLogs(
    Origin<GateJudgement> gates,
    Origin<CatalogEntry> catalogue,
    Origin<Waiver> waivers,
    Origin<Scan> scans) {}
