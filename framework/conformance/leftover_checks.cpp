#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/mm.h>

#include <chrono>
#include <filesystem>
#include <iterator>
#include <thread>

#include "framework/conformance/check.h"
#include "framework/conformance/use.h"
#include "framework/processes/child_processes.h"

namespace facet {

namespace {

constexpr std::chrono::milliseconds to_end(2000);  ///< for what is about to

std::ptrdiff_t running_threads() {
  const std::filesystem::directory_iterator threads("/proc/self/task");
  return std::distance(begin(threads), end(threads));
}

/// Those that the engine's own computations keep, of libtorch and of its BLAS, are there before:
/// with one thread for each computation, a component needs no others.
void start_threads_of_libtorch() {
  at::set_num_threads(1);
  const at::Tensor matrix = trial_numbers({300, 300}, {}).requires_grad_();
  at::mm(matrix, matrix).sum().backward();
}

void require_no_thread_left(const Tried& tried) {
  start_threads_of_libtorch();
  const auto before = running_threads();
  use(tried);
  at::set_num_threads(1);  // libtorch's are another check's
  const auto end = std::chrono::steady_clock::now() + to_end;
  while (running_threads() > before && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  if (const auto left = running_threads() - before; left > 0)
    throw Error("it left " + std::to_string(left) + (left == 1 ? " thread" : " threads") +
                " running: join each in the destructor of what started it");
}

void require_no_process_left(const Tried& tried) {
  const Subreaper subreaper;
  use(tried);
  if (const std::size_t left = children_left_after(to_end); left > 0)
    throw Error("it left " + std::to_string(left) + (left == 1 ? " process" : " processes") +
                " behind");
}

}  // namespace

Checks leftover_checks() {
  return {{"threads", "afterwards, no thread of it runs", require_no_thread_left},
          {"processes", "afterwards, no process of it runs", require_no_process_left},
          {"exit", "afterwards, the program ends as usual", [](const Tried& tried) { use(tried); },
           Leaving::through_exit}};
}

}  // namespace facet
