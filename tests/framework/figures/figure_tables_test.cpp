#include "framework/figures/figure_tables.h"

#include <gtest/gtest.h>

#include "framework/figures/some_figures.h"

namespace facet {
namespace {

TEST(TableOfRows, HasARowForEachThingAndTheColumnsThatAreTold) {
  EXPECT_EQ("\n" + table_of_rows(some_figures(), "decoding",
                                 {{"R2", {"r2"}},
                                  {"accuracy", {"accuracy"}},
                                  {"k", {"chosen"}, "", at_most_four_digits}}),
            R"(
facet  label         R2  accuracy  k
0:4    position  0.5000            9
4:8    trial               0.2500
)");
}

TEST(TableOfRows, HasColumnsOfAnotherSectionAndTheFirstFigureThereIs) {
  EXPECT_EQ("\n" + table_of_rows(
                       some_figures(), "decoding",
                       {{"here", {"r2", "accuracy"}}, {"PCA", {"accuracy", "r2"}, "others PCA"}}),
            R"(
facet  label       here      PCA
0:4    position  0.5000  -1.0000
4:8    trial     0.2500
)");
}

TEST(TableOfRows, LeavesOutRowsWithoutAFigure) {
  EXPECT_EQ("\n" + table_of_rows(some_figures(), "decoding", {{"accuracy", {"accuracy"}}}), R"(
facet  label  accuracy
4:8    trial    0.2500
)");
  EXPECT_EQ(table_of_rows(some_figures(), "decoding", {{"bits", {"bits"}}}), "");
}

TEST(TableOfMatrix, GoesFromRowToColumn) {
  EXPECT_EQ("\n" + table_of_matrix(within(some_figures(), "agreement"), "from \\ to"), R"(
from \ to       a       b
a          1.0000  0.7500
b          0.1250  1.0000
)");
}

}  // namespace
}  // namespace facet
