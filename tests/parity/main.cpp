// Compares what Facet computes with the values of a folder of reference cases:
//
//     FACET_REFERENCE=DIR facet_parity
//
// Every case is a line: `passed ID`, `failed ID: ...` or `not yet supported ID: ...`. The exit code
// is 1 when one failed, 2 when the cases cannot be read.

#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <iostream>

#include "facet/error.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "parity/compare.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

struct Counts {
  int passed = 0;
  int failed = 0;
  int skipped = 0;
};

void run_case(const ReferenceCase& reference, Registry& registry, Counts& counts) {
  std::string failure;
  try {
    const auto handler = handlers().find(reference.kind);
    if (handler == handlers().end()) throw NotYetSupported("cases of kind " + reference.kind);
    failure = first_difference(reference, handler->second(reference, registry));
  } catch (const NotYetSupported& missing) {
    ++counts.skipped;
    std::cout << "not yet supported " << reference.id << ": " << missing.what() << "\n";
    return;
  } catch (const std::exception& error) {
    failure = error.what();
  }
  ++(failure.empty() ? counts.passed : counts.failed);
  std::cout << (failure.empty() ? "passed " : "failed ") << reference.id
            << (failure.empty() ? "" : ": ") << failure << std::endl;
}

/// The shell's folder counts, not the one in which ctest runs its tests.
std::string reference_folder() {
  const char* folder = std::getenv("FACET_REFERENCE");
  if (!folder || !*folder) return FACET_PARITY_REFERENCE;
  const char* shell_folder = std::getenv("PWD");
  return (shell_folder ? std::filesystem::path(shell_folder) / folder : folder).string();
}

int run() {
  const auto cases = read_cases(reference_folder());
  const auto registry = open_registry();
  std::map<std::string, Counts> by_kind;
  for (const ReferenceCase& reference : cases)
    run_case(reference, *registry, by_kind[reference.kind]);

  Counts all;
  std::cout << "\n" << std::left;
  for (const auto& [kind, counts] : by_kind) {
    std::cout << std::setw(32) << kind << std::right << std::setw(4) << counts.passed << " passed"
              << std::setw(4) << counts.failed << " failed" << std::setw(4) << counts.skipped
              << " skipped\n"
              << std::left;
    all.passed += counts.passed;
    all.failed += counts.failed;
    all.skipped += counts.skipped;
  }
  std::cout << all.passed << " passed, " << all.failed << " failed, " << all.skipped
            << " skipped\n";
  return all.failed > 0 ? 1 : 0;
}

}  // namespace

}  // namespace facet::parity

int main() {
  try {
    return facet::parity::run();
  } catch (const facet::Error& error) {
    std::cerr << error.what() << "\n";
    return 2;
  }
}
