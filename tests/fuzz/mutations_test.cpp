// Files that were damaged in 300 ways each: Facet reads them or says what is wrong, and does
// nothing else. Under the sanitizers this is label `mutations`; `fuzz_*` go on for hours.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include "facet/error.h"
#include "fuzz/input_kinds.h"
#include "fuzz/mutate.h"

namespace facet {
namespace {

constexpr int num_mutations = 300;
constexpr unsigned most_seconds = 10;  // for one input, on a busy machine: more is a hang
constexpr std::int64_t most_kib = 500 << 10;

std::int64_t peak_kib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

[[maybe_unused]] void PrintTo(const InputKind& kind, std::ostream* out) {
  *out << kind.name;
}

class Mutations : public testing::TestWithParam<InputKind> {};

TEST_P(Mutations, AreReadOrRefused) {
  const InputKind& kind = GetParam();
  try {
    kind.read(kind.example);
  } catch (const Error& error) {
    ADD_FAILURE() << "whole, it is refused: " << error.what();
  }
  const std::int64_t before = peak_kib();
  for (std::uint64_t number = 0; number < num_mutations; ++number) {
    Random random(1, kind.name, number);
    const std::string bytes = mutated(kind.example, random);
    alarm(most_seconds);
    try {
      kind.read(bytes);
    } catch (const Error& error) {
      EXPECT_STRNE(error.what(), "");
      EXPECT_EQ(std::string(error.what()).find("frame #"), std::string::npos) << error.what();
    } catch (const std::exception& error) {
      ADD_FAILURE() << kind.name << ", mutation " << number << ": " << error.what();
    }
    alarm(0);
  }
  EXPECT_LT(peak_kib() - before, most_kib);
}

INSTANTIATE_TEST_SUITE_P(Of, Mutations, testing::ValuesIn(input_kinds()), [](const auto& test) {
  std::string name = test.param.name;
  for (char& letter : name)
    if (!std::isalnum(static_cast<unsigned char>(letter))) letter = '_';
  return std::to_string(test.index) + "_" + name;
});

}  // namespace
}  // namespace facet
