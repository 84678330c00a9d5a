#pragma once

#include "sim/measure/contact_log.hpp"
#include "sim/measure/digest.hpp"
#include "sim/model/engine.hpp"
#include "tests/support/facts.hpp"

/// Engines that many tests use are made once, in engines.cpp: each takes a compiler half a minute.
extern template class floorwalker::model::Engine<floorwalker::measure::Digest>;
extern template class floorwalker::model::Engine<floorwalker::measure::ContactLog>;
extern template class floorwalker::model::Engine<floorwalker::support::FactList>;
