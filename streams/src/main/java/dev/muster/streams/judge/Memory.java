package dev.muster.streams.judge;

import dev.muster.streams.state.DeployRows;
import dev.muster.streams.state.EvidenceRows;
import dev.muster.streams.state.Members;
import dev.muster.streams.state.ServiceStates;
import dev.muster.streams.state.WaiverRows;

/** All that a task remembers of its services. */
record Memory(
    ServiceStates states,
    EvidenceRows evidence,
    WaiverRows waivers,
    DeployRows deploys,
    Members members,
    Documents documents) {}
