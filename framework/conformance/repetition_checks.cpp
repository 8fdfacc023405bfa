#include <malloc.h>

#include <exception>
#include <thread>

#include "facet/text.h"
#include "facet/warning.h"
#include "framework/conformance/check.h"
#include "framework/conformance/use.h"

namespace facet {

namespace {

void require_the_same_again(const Tried& tried) {
  const Situation larger{2, 7};
  for (const Situation& situation : {Situation{}, larger})
    require_same(use(tried, situation), use(tried, situation), 0,
                 "made anew and given the same inputs and random numbers");
}

/// To the byte, as malloc counts them, where the size of the process is not.
double bytes_in_use() {
  const struct mallinfo2 memory = ::mallinfo2();
  return static_cast<double>(memory.uordblks + memory.hblkhd);
}

/// In a thread, at whose end what malloc keeps for it counts no more.
void repeat(const std::function<void()>& once, int times) {
  std::exception_ptr thrown;
  std::thread([&] {
    const WarningSink nobody([](const std::string&) {});  // of this thread
    try {
      for (int i = 0; i < times; ++i) once();
    } catch (...) {
      thrown = std::current_exception();
    }
  }).join();
  if (thrown) std::rethrow_exception(thrown);
}

/// What is kept for good is kept by the first times.
void require_steady(const std::function<void()>& once, int warm_up, int times, double allowed,
                    const std::string& what) {
  repeat(once, warm_up);
  const double before = bytes_in_use();
  repeat(once, times);
  const double grown = (bytes_in_use() - before) / times;
  if (grown > allowed)
    throw Error("the memory in use grew by " + number_text(grown) + " bytes " + what);
}

void require_steady_memory(const Tried& tried) {
  constexpr double a_call = 4, made = 100;  // bytes; one is made a few times in a run
  const Situation small{1, 2};
  ::mallopt(M_ARENA_MAX, 1);
  {
    const Use again = new_use(tried);
    require_steady([&] { again(small); }, 50, 300, a_call, "a call");
  }
  require_steady([&] { new_use(tried); }, 5, 30, made, "with each one that was made and destroyed");
}

}  // namespace

Checks repetition_checks() {
  return {{"deterministic",
           "two of them give the same, to the bit, for the same inputs and random "
           "numbers",
           require_the_same_again},
          {"memory", "hundreds of uses, and making it anew, leave the memory in use as it was",
           require_steady_memory}};
}

}  // namespace facet
