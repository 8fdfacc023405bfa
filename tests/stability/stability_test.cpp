// The sdk and the components that come with Facet, held against the record of their version. What a
// failure says is what to do.
#include <gtest/gtest.h>
#include <torch/version.h>

#include "stability/record.h"

namespace facet {
namespace {

void expect_as_recorded(const RecordPart& part) {
  const std::string what = disagreement(part, FACET_SDK_VERSION, record_folder());
  if (!what.empty()) ADD_FAILURE() << what;
}

TEST(Stability, ComponentsAndTheirOptionsAreAsRecorded) {
  const RecordPart part = components_part();
  ASSERT_GT(part.lines.size(), 300U);
  expect_as_recorded(part);
}

#define SKIP_WITHOUT_RECORD(part)                                                             \
  if (!is_recorded(part))                                                                     \
  GTEST_SKIP() << part.file << " was never written: with libtorch " TORCH_VERSION " nothing " \
               << "is known of earlier versions, and nothing is compared"

TEST(Stability, ClassesAreAsRecorded) {
  const RecordPart part = classes_part();
  ASSERT_GT(part.lines.size(), 200U);
  SKIP_WITHOUT_RECORD(part);
  expect_as_recorded(part);
}

TEST(Stability, ExportedSymbolsAreAsRecorded) {
  const RecordPart part = symbols_part();
  ASSERT_GT(part.lines.size(), 200U);
  SKIP_WITHOUT_RECORD(part);
  expect_as_recorded(part);
}

}  // namespace
}  // namespace facet
