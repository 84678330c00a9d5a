#pragma once

namespace floorwalker::infra {

/// Starts SimGrid in this process, which can be done once. Its models are set so that whoever shares a link, or a
/// processor, gets the same part of it whatever the latency of its way, and nothing is added for protocols.
void start_grid();

/// In how many seconds the next transfer or execution ends; below 0: none is under way.
double seconds_to_next_end(double now);

/// Whether something has ended that on_completion has not been called for.
bool has_unreported_ends();

}  // namespace floorwalker::infra
