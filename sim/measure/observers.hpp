#pragma once

#include <tuple>
#include <utility>

/// Several observers as one.
namespace floorwalker::measure {

namespace detail {

template <class Observer>
inline constexpr bool kIsForPlainWorlds = requires {
    requires Observer::kIsForPlainWorlds;
};

}  // namespace detail

template <class... Observer>
class Observers {
public:
    /// As soon as one of them is for plain worlds only (model/floor.hpp).
    static constexpr bool kIsForPlainWorlds = (detail::kIsForPlainWorlds<Observer> || ...);

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
