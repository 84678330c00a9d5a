#include "sim/plan/compare/run_comparison.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "sim/measure/digest.hpp"
#include "sim/plan/experiment/work.hpp"

namespace floorwalker::plan {
namespace {

/// Hands out replications row by row, a row being one replication of every variant that is still of interest, and
/// takes complete rows in order.
class Rows {
public:
    Rows(const std::vector<VariantToCompare>& variants, const ComparisonOptions& options)
        : options_{options},
          comparison_{variants.size(), variants.front().metrics.size()},
          ranking_{variants.size(), options.rank_by.largest_is_best},
          digests_(variants.size()) {
        for (std::size_t v = 0; v < variants.size(); ++v) {
            models_.push_back(std::make_shared<RunnableVariant>(
                static_cast<std::int64_t>(v), [scenario = variants[v].scenario] { return *scenario; }, options.seed,
                std::make_shared<const std::vector<Metric>>(variants[v].metrics)));
        }
        if (options.indifference) {
            selection_.emplace(variants.size(),
                               SelectionOptions{options.confidence, *options.indifference, options.least_replications,
                                                options.rank_by.largest_is_best});
        }
        // Rows handed out before the one that decides is in are simulated in vain.
        const bool decides = options.indifference || !options.precision.empty();
        rows_ahead_ = decides ? 1 + 2 * static_cast<std::int64_t>(thread_count(options.threads) / variants.size() + 1)
                              : options.most_replications;
    }

    std::optional<Job> next() {
        while (!is_wanted(variant_)) move_on();
        if (end_ || stands_at_ >= options_.most_replications || stands_at_ - rows_done_ >= rows_ahead_) {
            return std::nullopt;
        }
        Job job{models_[variant_], stands_at_};
        move_on();
        return job;
    }

    void take(const FinishedJob& job) {
        Row& row = waiting_[job.outcome.replication];
        row.resize(models_.size());
        row[static_cast<std::size_t>(job.variant)] = job.outcome;
        while (!end_ && is_complete(rows_done_)) use(waiting_.extract(rows_done_).mapped());
    }

    void report() const {
        if (!options_.on_progress) return;
        options_.on_progress(rows_done_, options_.most_replications);
    }

    ComparisonRun result(bool is_stopped) && {
        ComparisonEnd end = ComparisonEnd::all_done;
        if (end_) {
            end = *end_;
        } else if (is_stopped) {
            end = ComparisonEnd::stopped;
        } else if (options_.indifference || !options_.precision.empty()) {
            end = ComparisonEnd::out_of_replications;
        }
        std::vector<std::uint64_t> digests;
        for (const auto& digest : digests_) digests.push_back(digest.value());
        ComparisonRun run{end, rows_done_, comparison_.result(options_.confidence), std::move(digests), {}, {}, {}};
        run.order = order();
        run.may_be_best = may_be_best();
        if (selection_) run.candidates = selection_->candidates();
        return run;
    }

private:
    using Row = std::vector<std::optional<Outcome>>;

    /// With a selection: who was put aside last comes first of those who were.
    std::vector<std::size_t> order() const {
        auto order = ranking_.order();
        if (!selection_) return order;
        const auto& candidates = selection_->candidates();
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const bool a_is_left = !candidates[a].beaten_by;
            if (a_is_left != !candidates[b].beaten_by) return a_is_left;
            return candidates[a].replications > candidates[b].replications;
        });
        return order;
    }

    std::vector<bool> may_be_best() const {
        if (!selection_) return ranking_.may_be_best(options_.confidence);
        std::vector<bool> may;
        for (const Candidate& candidate : selection_->candidates()) may.push_back(!candidate.beaten_by);
        return may;
    }

    bool is_wanted(std::size_t variant) const { return !selection_ || selection_->is_candidate(variant); }

    void move_on() {
        if (++variant_ < models_.size()) return;
        variant_ = 0;
        ++stands_at_;
    }

    bool is_complete(std::int64_t number) const {
        const auto found = waiting_.find(number);
        if (found == waiting_.end()) return false;
        for (std::size_t v = 0; v < models_.size(); ++v) {
            if (is_wanted(v) && !found->second[v]) return false;
        }
        return true;
    }

    void use(const Row& row) {
        std::vector<std::optional<Values>> values(models_.size());
        std::vector<measure::Fraction> of_ranking(models_.size());
        for (std::size_t v = 0; v < models_.size(); ++v) {
            if (!is_wanted(v)) continue;
            values[v] = row[v]->values;
            digests_[v].append(row[v]->digest);
            of_ranking[v] = row[v]->values.at(options_.rank_by.metric);
        }
        comparison_.add(values);
        ++rows_done_;
        ranking_.add(of_ranking);
        if (selection_) selection_->add(of_ranking);
        if (selection_ && selection_->best()) end_ = ComparisonEnd::best_found;
        if (!selection_ && is_precise()) end_ = ComparisonEnd::precise;
    }

    bool is_precise() const {
        if (options_.precision.empty() || rows_done_ < options_.least_replications) return false;
        for (std::size_t g = 0; g < options_.precision.size(); ++g) {
            const std::size_t metric = options_.precise_metrics[g];
            const auto base = comparison_.estimate(0, metric, options_.confidence).mean;
            for (std::size_t v = 1; v < models_.size(); ++v) {
                const Difference difference = comparison_.difference(v, metric, options_.confidence);
                if (!is_reached(options_.precision[g], difference.half_width, base)) return false;
            }
        }
        return true;
    }

    const ComparisonOptions& options_;
    Comparison comparison_;
    Ranking ranking_;
    std::vector<measure::Digest> digests_;
    std::vector<std::shared_ptr<RunnableVariant>> models_;
    std::optional<Selection> selection_;
    std::map<std::int64_t, Row> waiting_;  // rows that are not complete
    std::optional<ComparisonEnd> end_;
    std::int64_t rows_ahead_ = 1;
    std::int64_t rows_done_ = 0;
    std::int64_t stands_at_ = 0;  // the next job: this replication …
    std::size_t variant_ = 0;     // … of this variant
};

}  // namespace

ComparisonRun run_comparison(const std::vector<VariantToCompare>& variants, const ComparisonOptions& options) {
    if (variants.size() < 2) throw std::invalid_argument{"at least two variants are needed to compare"};
    Rows rows{variants, options};
    WorkOptions work_options;
    work_options.threads = options.threads;
    work_options.stop = options.stop;
    const bool is_done = work(work_options, {[&] { return rows.next(); },
                                             [&](const FinishedJob& job) { rows.take(job); }, [&] { rows.report(); }});
    return std::move(rows).result(!is_done);
}

}  // namespace floorwalker::plan
