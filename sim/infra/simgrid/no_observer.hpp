#pragma once

namespace floorwalker::infra {

/// Nobody looks: the run that counts is another, which reads what the machines did in this one.
struct NoObserver {
    template <class Fact>
    void operator()(const Fact&) const {}
};

}  // namespace floorwalker::infra
