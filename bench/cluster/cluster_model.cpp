// What the hand-out of work makes of a cluster: the program's own hand-out over MPI, with tasks that only let time go
// by, as much as measured replications took. Compiled with smpicxx and run by smpirun, time and network are simulated,
// and 1,024 nodes fit on one core. Compiled for a real MPI, processes sleep.
//
//   cluster_model SECONDS_FILE TASKS [WRITE_US MESSAGE_US SCALE bare|ahead]
//
// Prints a line: nodes, tasks, seconds of work, seconds it took, efficiency (work / (nodes × time)), share of time that
// the master spent writing.

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/cluster/costly_transport.hpp"
#include "bench/cluster/sampled_crew.hpp"
#include "sim/cluster/master.hpp"
#include "sim/cluster/processes.hpp"
#include "sim/cluster/worker.hpp"

namespace {

using namespace floorwalker::cluster;

// What a replication's outcome with ten metrics takes.
constexpr std::size_t kBytesAResult = 200;

struct Setting {
    std::string seconds_file;
    std::int64_t tasks = 0;
    double seconds_a_write = 0;
    double seconds_a_message = 0;
    double scale = 1;
    bool is_ahead = true;
};

Setting setting_of(int argc, char** argv) {
    if (argc < 3)
        throw std::runtime_error{"usage: cluster_model SECONDS_FILE TASKS [WRITE_US MESSAGE_US SCALE bare|ahead]"};
    Setting setting{argv[1], std::atoll(argv[2])};
    if (argc > 3) setting.seconds_a_write = std::atof(argv[3]) * 1e-6;
    if (argc > 4) setting.seconds_a_message = std::atof(argv[4]) * 1e-6;
    if (argc > 5) setting.scale = std::atof(argv[5]);
    if (argc > 6) setting.is_ahead = std::string{argv[6]} != "bare";
    return setting;
}

/// A number a line, and remarks that begin with #.
std::vector<double> numbers_in(const std::string& file) {
    std::ifstream stream{file};
    std::vector<double> numbers;
    for (std::string line; std::getline(stream, line);) {
        if (!line.empty() && line.front() != '#') numbers.push_back(std::stod(line));
    }
    if (numbers.empty()) throw std::runtime_error{file + " has no numbers"};
    return numbers;
}

/// Lets the time go by that the writer is busy, in pieces that the clock can tell apart.
class Writer {
public:
    Writer(Transport& transport, double seconds_a_write) : transport_{transport}, seconds_{seconds_a_write} {}

    void write() {
        owed_ += seconds_;
        if (owed_ < 50e-6) return;
        transport_.pause(owed_);
        busy_ += owed_;
        owed_ = 0;
    }

    double busy() const { return busy_; }

private:
    Transport& transport_;
    double seconds_;
    double owed_ = 0;
    double busy_ = 0;
};

void lead(Transport& transport, Crew& crew, const Setting& setting) {
    Writer writer{transport, setting.seconds_a_write};
    std::int64_t next = 0;
    Assignment assignment;
    assignment.next = [&]() -> std::optional<std::int64_t> {
        if (next == setting.tasks) return std::nullopt;
        return next++;
    };
    assignment.left = [&] { return setting.tasks - next; };
    assignment.take = [&](const Finished&) { writer.write(); };
    MasterOptions options;
    options.hand_out.is_ahead = setting.is_ahead;
    const double start = transport.now();
    const MasterReport report = run_master(transport, &crew, assignment, options);
    const double took = transport.now() - start;
    if (!report.is_complete) throw std::runtime_error{"not all tasks were done"};
    std::printf("%d,%lld,%.1f,%.2f,%.4f,%.4f\n", transport.size(), static_cast<long long>(setting.tasks),
                report.seconds_of_work, took, report.seconds_of_work / (transport.size() * took), writer.busy() / took);
}

void take_part(const Setting& setting) {
    const auto processes = join_processes();
    CostlyTransport transport{*processes, setting.seconds_a_message};
    const SampledSeconds seconds{numbers_in(setting.seconds_file), setting.scale};
    SampledCrew crew{*processes, seconds, kBytesAResult};
    if (transport.rank() == 0) {
        lead(transport, crew, setting);
        return;
    }
    WorkerOptions options;
    options.is_ahead = setting.is_ahead;
    run_worker(transport, crew, "", options);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        take_part(setting_of(argc, argv));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "cluster_model: %s\n", error.what());
        return 1;
    }
    return 0;
}
