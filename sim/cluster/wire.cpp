#include "sim/cluster/wire.hpp"

#include <cstring>
#include <stdexcept>

namespace floorwalker::cluster {
namespace {

template <class Number>
void append(std::string& bytes, Number value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_{bytes} {}

    bool is_at_end() const { return rest_.empty(); }

    template <class Number>
    Number number() {
        Number value{};
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }

    std::string_view take(std::size_t size) {
        if (size > rest_.size()) throw std::runtime_error{"a message between processes is cut off"};
        const std::string_view bytes = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return bytes;
    }

    std::string_view rest() { return take(rest_.size()); }

private:
    std::string_view rest_;
};

}  // namespace

std::string packed(const Hello& hello) {
    std::string bytes;
    append(bytes, hello.crew);
    return bytes + hello.fingerprint;
}

std::string packed(const std::vector<std::int64_t>& tasks) {
    std::string bytes;
    for (const std::int64_t task : tasks) append(bytes, task);
    return bytes;
}

std::string packed(const std::vector<Finished>& results) {
    std::string bytes;
    for (const Finished& result : results) {
        append(bytes, result.task);
        append(bytes, result.seconds);
        append(bytes, static_cast<std::uint64_t>(result.bytes.size()));
        bytes += result.bytes;
    }
    return bytes;
}

Hello unpacked_hello(std::string_view bytes) {
    Reader reader{bytes};
    Hello hello;
    hello.crew = reader.number<int>();
    hello.fingerprint = reader.rest();
    return hello;
}

std::vector<std::int64_t> unpacked_tasks(std::string_view bytes) {
    std::vector<std::int64_t> tasks;
    for (Reader reader{bytes}; !reader.is_at_end();) tasks.push_back(reader.number<std::int64_t>());
    return tasks;
}

std::vector<Finished> unpacked_results(std::string_view bytes) {
    std::vector<Finished> results;
    for (Reader reader{bytes}; !reader.is_at_end();) {
        Finished& result = results.emplace_back();
        result.task = reader.number<std::int64_t>();
        result.seconds = reader.number<double>();
        result.bytes = reader.take(reader.number<std::uint64_t>());
    }
    return results;
}

}  // namespace floorwalker::cluster
