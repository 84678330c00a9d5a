#pragma once

#include <tuple>
#include <utility>

/// Several observers as one.
namespace floorwalker::measure {

template <class... Observer>
class Observers {
public:
    Observers() = default;
    explicit Observers(Observer... observers) : observers_{std::move(observers)...} {}

    template <class Fact>
    [[gnu::always_inline]] void operator()(const Fact& fact) {
        std::apply([&fact](auto&... observer) { (observer(fact), ...); }, observers_);
    }

    template <class One>
    One& get() {
        return std::get<One>(observers_);
    }
    template <class One>
    const One& get() const {
        return std::get<One>(observers_);
    }

private:
    std::tuple<Observer...> observers_;
};

}  // namespace floorwalker::measure
