#include "tests/support/engines.hpp"

template class floorwalker::model::Engine<floorwalker::measure::Digest>;
template class floorwalker::model::Engine<floorwalker::measure::ContactLog>;
template class floorwalker::model::Engine<floorwalker::support::FactList>;
