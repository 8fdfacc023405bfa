#include <malloc.h>

#include "facet/text.h"
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

double bytes_in_use() {
  const struct mallinfo2 memory = ::mallinfo2();
  return static_cast<double>(memory.uordblks + memory.hblkhd);
}

/// What is kept for good is kept by the first calls.
void require_steady_memory(const Tried& tried) {
  constexpr int warm_up = 50, calls = 1000;
  constexpr double allowed = 100;  // bytes a call
  const Use again = new_use(tried);
  const Situation small{1, 2};
  for (int i = 0; i < warm_up; ++i) again(small);
  const double before = bytes_in_use();
  for (int i = 0; i < calls; ++i) again(small);
  const double grown = bytes_in_use() - before;
  if (grown > allowed * calls)
    throw Error("the memory in use grew by " + number_text(grown / calls) + " bytes a call");
}

}  // namespace

Checks repetition_checks() {
  return {{"deterministic",
           "two of them give the same, to the bit, for the same inputs and random "
           "numbers",
           require_the_same_again},
          {"memory", "a thousand uses leave the memory in use as it was", require_steady_memory}};
}

}  // namespace facet
