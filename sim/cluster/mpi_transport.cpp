// Only MPI's C interface is used: C++ bindings are gone from MPI 3, and SMPI has none.
#define OMPI_SKIP_MPICXX 1
#define MPICH_SKIP_MPICXX 1

#include <algorithm>
#include <list>
#include <stdexcept>
#include <utility>

#include <mpi.h>
#include <unistd.h>

#include "sim/cluster/processes.hpp"

namespace floorwalker::cluster {
namespace {

// After this long an end that does not come is not waited for.
constexpr double kPatienceWithSends = 5;

// Messages that are on their way in at once.
constexpr std::size_t kMostReceives = 64;

class MpiTransport final : public Transport {
public:
    MpiTransport() {
        int provided = 0;
        // Other threads compute, this one alone speaks.
        if (MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided) != MPI_SUCCESS)
            throw std::runtime_error{"MPI does not start"};
        MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
        MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
        MPI_Comm_size(MPI_COMM_WORLD, &size_);
    }

    ~MpiTransport() override {
        const double end = now() + kPatienceWithSends;
        while (!has_given_up_ && !sends_.empty() && now() < end) {
            drop_sent();
            pause(1e-3);
        }
        // MPI_Finalize waits for all processes, the lost ones too; MPI_Abort would make mpirun report a failure.
        if (!has_given_up_) MPI_Finalize();
    }

    int rank() const override { return rank_; }
    int size() const override { return size_; }
    double now() const override { return MPI_Wtime(); }

    bool send(int to, Kind kind, std::string bytes) override {
        drop_sent();
        Send& send = sends_.emplace_back();
        send.bytes = std::move(bytes);
        const int error = MPI_Isend(send.bytes.data(), static_cast<int>(send.bytes.size()), MPI_BYTE, to,
                                    static_cast<int>(kind), MPI_COMM_WORLD, &send.request);
        if (error != MPI_SUCCESS) sends_.pop_back();
        return error == MPI_SUCCESS;
    }

    /// Never waits for a message that has begun to come: its sender may have died meanwhile.
    std::optional<Message> receive() override {
        begin_receives();
        for (auto one = receives_.begin(); one != receives_.end(); ++one) {
            const auto is_same = [&](const Receive& other) { return other.message.from == one->message.from; };
            if (std::find_if(receives_.begin(), one, is_same) != one) continue;  // its earlier ones come first
            int is_done = 0;
            if (MPI_Test(&one->request, &is_done, MPI_STATUS_IGNORE) != MPI_SUCCESS || is_done == 0) continue;
            Message message = std::move(one->message);
            receives_.erase(one);
            return message;
        }
        return std::nullopt;
    }

    void pause(double seconds) override {
        if (seconds > 0) usleep(static_cast<useconds_t>(seconds * 1e6));
    }

    void give_up() override { has_given_up_ = true; }

private:
    /// Bytes that MPI may still read.
    struct Send {
        std::string bytes;
        MPI_Request request = MPI_REQUEST_NULL;
    };

    /// Bytes that MPI may still write.
    struct Receive {
        Message message;
        MPI_Request request = MPI_REQUEST_NULL;
    };

    void begin_receives() {
        int is_there = 0;
        MPI_Status status;
        while (receives_.size() < kMostReceives &&
               MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &is_there, &status) == MPI_SUCCESS &&
               is_there != 0) {
            int size = 0;
            MPI_Get_count(&status, MPI_BYTE, &size);
            Receive& one = receives_.emplace_back();
            one.message = {status.MPI_SOURCE, static_cast<Kind>(status.MPI_TAG), {}};
            one.message.bytes.resize(static_cast<std::size_t>(size));
            const int error = MPI_Irecv(one.message.bytes.data(), size, MPI_BYTE, status.MPI_SOURCE, status.MPI_TAG,
                                        MPI_COMM_WORLD, &one.request);
            if (error != MPI_SUCCESS) {
                receives_.pop_back();
                return;
            }
        }
    }

    void drop_sent() {
        std::erase_if(sends_, [](Send& send) {
            int is_done = 0;
            const int error = MPI_Test(&send.request, &is_done, MPI_STATUS_IGNORE);
            return error != MPI_SUCCESS || is_done != 0;
        });
    }

    int rank_ = 0;
    int size_ = 1;
    std::list<Send> sends_;
    std::list<Receive> receives_;
    bool has_given_up_ = false;
};

}  // namespace

bool has_mpi() { return true; }

std::unique_ptr<Transport> join_processes() { return std::make_unique<MpiTransport>(); }

}  // namespace floorwalker::cluster
