// What the record of a version says where it and the sources disagree.
#include "stability/record.h"

#include <gmock/gmock.h>

#include "framework/files/files.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;

const RecordPart before{"part.txt", {"facet::Bins size 56", "facet::Prior size 136"}};
const RecordPart after{"part.txt", {"facet::Bins size 64", "facet::Prior size 136"}};

class Record : public testing::Test {
 protected:
  std::string folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

TEST_F(Record, IsMissingUntilItIsWritten) {
  EXPECT_EQ(disagreement(before, "0.1", folder()),
            folder() + "/part.txt is missing: write the record anew (ninja -C build stability)");
  write_part(before, "0.1", folder());
  EXPECT_EQ(read_text(folder() + "/part.txt"),
            "sdk 0.1\nfacet::Bins size 56\nfacet::Prior size 136\n");
  EXPECT_EQ(disagreement(before, "0.1", folder()), "");
}

TEST_F(Record, AChangeWithinAVersionIsShown) {
  write_part(before, "0.1", folder());
  EXPECT_THAT(disagreement(after, "0.1", folder()),
              AllOf(HasSubstr("part.txt says of sdk 0.1:\n"
                              "  - facet::Bins size 56\n"
                              "  + facet::Bins size 64\n"
                              "What is built for sdk 0.1 relies on it."),
                    HasSubstr("raise the version (project(Facet VERSION ...) in CMakeLists.txt"),
                    EndsWith("write the record anew (ninja -C build stability)")));
}

TEST_F(Record, CannotBeWrittenAnewWithinAVersion) {
  write_part(before, "0.1", folder());
  EXPECT_EQ(message_of([&] { write_part(after, "0.1", folder()); }),
            disagreement(after, "0.1", folder()));
  EXPECT_EQ(disagreement(before, "0.1", folder()), "");
}

TEST_F(Record, IsWrittenAnewForANewVersion) {
  write_part(before, "0.1", folder());
  EXPECT_THAT(disagreement(after, "0.2", folder()),
              EndsWith("part.txt is of sdk 0.1, this is sdk 0.2: write the record anew (ninja -C "
                       "build stability)"));
  write_part(after, "0.2", folder());
  EXPECT_EQ(disagreement(after, "0.2", folder()), "");
}

}  // namespace
}  // namespace facet
