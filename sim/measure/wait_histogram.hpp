#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <floorwalker/time.hpp>

/// Waits in buckets whose width grows with the wait, so that a quantile is right to 1 % whatever its size. Histograms
/// add up.
///
/// The layout is that of HdrHistogram (G. Tene): 64 equal buckets in each doubling. A bucket is at most 1/64 of its
/// lower edge wide and stands for its middle, so the error is at most 0.8 %. Waits below 64 ms are exact to a
/// millisecond.
namespace floorwalker::measure {

class WaitHistogram {
public:
    static constexpr unsigned kSubBits = 6;
    static constexpr std::size_t kPerOctave = std::size_t{1} << kSubBits;

    /// A place in every histogram, for a wait that is added to several.
    enum class Bucket : std::size_t {};

    static Bucket bucket_of(Duration wait) {
        const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(0, wait.count())) / 1000;
        if (ms < kPerOctave) return Bucket{ms};
        const auto octave = static_cast<unsigned>(std::bit_width(ms)) - 1 - kSubBits;
        return Bucket{kPerOctave * octave + (ms >> octave)};
    }

    void add(Duration wait) { add(bucket_of(wait)); }
    void add(Bucket of_wait) {
        const auto bucket = static_cast<std::size_t>(of_wait);
        if (bucket >= counts_.size()) [[unlikely]]
            counts_.resize(bucket + kPerOctave);
        ++counts_[bucket];
        ++total_;
    }

    void merge(const WaitHistogram& other) {
        if (other.counts_.size() > counts_.size()) counts_.resize(other.counts_.size());
        for (std::size_t i = 0; i < other.counts_.size(); ++i) counts_[i] += other.counts_[i];
        total_ += other.total_;
    }

    void clear() {
        std::fill(counts_.begin(), counts_.end(), 0);
        total_ = 0;
    }

    std::uint64_t total() const { return total_; }

    /// The wait in seconds that a share of all contacts does not exceed, of whom `without_wait` waited not at all and
    /// are not in the histogram. The smallest value x with at least ⌈share × n⌉ waits ≤ x. None when there is no
    /// contact.
    std::optional<double> quantile_s(double share, std::uint64_t without_wait) const;

private:
    static double middle_s(std::size_t bucket);

    std::vector<std::uint64_t> counts_;
    std::uint64_t total_ = 0;
};

}  // namespace floorwalker::measure
