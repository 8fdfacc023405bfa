// Cell arrays, arrays of structs and text, of files that scipy, hdf5storage and h5py wrote:
// data/make_elements.py.
#include <ATen/TensorOperators.h>

#include <map>

#include "plugins/read_arrays.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

const std::string elements_folder = plugin_tests() + "/matlab/data/";

using Texts = std::vector<std::string>;

void expect_equal(const at::Tensor& got, const at::Tensor& expected, const std::string& what) {
  EXPECT_EQ(got.scalar_type(), expected.scalar_type()) << what;
  EXPECT_TRUE(got.equal(expected)) << what << "\n" << got << "\n" << expected;
}

/// Those arrays that the script wrote, of the given names.
void expect_elements(const std::string& file, const Texts& names) {
  std::map<std::string, at::Tensor> written;
  for (const auto& [name, values] : read_npz(elements_folder + "elements.expected.npz"))
    written[name] = values;
  for (const std::string& name : names) {
    const FileArray array = listed("mat", elements_folder + file, name);
    const std::string what = file + " " + name;
    ASSERT_EQ(array.why_unreadable(), "") << what;
    ASSERT_EQ(array.is_ragged(), written.contains(name + ".ends")) << what;
    if (!array.is_ragged()) {
      expect_equal(array.read(), written.at(name), what);
      continue;
    }
    const RaggedValues rows = array.read_ragged();
    expect_equal(rows.values, written.at(name), what);
    expect_equal(rows.ends, written.at(name + ".ends"), what);
    EXPECT_EQ(array.shape()[0], rows.ends.numel()) << what;
    EXPECT_EQ(array.shape().size(), static_cast<std::size_t>(rows.values.dim())) << what;
  }
}

constexpr std::array element_files{"elements.mat", "elements_compressed.mat", "elements73.mat"};

TEST(MatElements, OfCellsAreRowsOfDifferentLengths) {
  for (const char* file : element_files)
    expect_elements(
        file, {"spikes", "one_each", "one_unit", "silent", "wide", "moving", "session.spikes"});
}

TEST(MatElements, OfMatricesAreRowsWithTheSameColumns) {
  for (const char* file : element_files) {
    expect_elements(file, {"counts"});
    EXPECT_THAT(listed("mat", elements_folder + file, "counts").shape(), ElementsAre(4, 3)) << file;
  }
}

TEST(MatElements, OfStructsAreARowEach) {
  for (const char* file : element_files)
    expect_elements(file, {"trials.neural", "trials.position", "trials.reward", "trials.start",
                           "trials.correct", "trials.info.rate", "session.trials.x"});
}

TEST(MatElements, AreReadSomeAlone) {
  for (const char* file : element_files) {
    const FileArray spikes = listed("mat", elements_folder + file, "spikes");
    const RaggedValues last = spikes.read_ragged({1, 3});
    EXPECT_TRUE(last.values.equal(at::tensor({3.125}, at::kDouble))) << file;
    EXPECT_TRUE(last.ends.equal(at::tensor({0, 1}, at::kLong))) << file;
    const FileArray start = listed("mat", elements_folder + file, "trials.start");
    EXPECT_TRUE(start.read_rows({1, 3}).equal(at::tensor({1.5, 2.5}, at::kDouble))) << file;
  }
}

TEST(MatElements, OfStructsSayOfWhich) {
  for (const char* file : element_files) {
    const auto of = [&](const std::string& name) {
      return listed("mat", elements_folder + file, name).facts().of;
    };
    EXPECT_EQ(of("trials.neural"), "trials") << file;
    EXPECT_EQ(of("trials.outcome"), "trials") << file;
    EXPECT_EQ(of("trials.info.rate"), "trials") << file;
    EXPECT_EQ(of("session.trials.x"), "session.trials") << file;
    EXPECT_EQ(of("session.spikes"), "") << file;
    EXPECT_EQ(of("spikes"), "") << file;
  }
}

TEST(MatElements, OfTextAreTexts) {
  for (const char* file : element_files) {
    const auto texts = [&](const std::string& name) {
      return facet::texts(listed("mat", elements_folder + file, name));
    };
    EXPECT_THAT(texts("side"), ElementsAre("left", "größe λ", "right", "left")) << file;
    EXPECT_THAT(texts("words"), ElementsAre("b", "a")) << file;
    EXPECT_THAT(texts("name"), ElementsAre("rat 7")) << file;
    EXPECT_THAT(texts("names"), ElementsAre("left", "right")) << file;
    EXPECT_THAT(texts("session.side"), ElementsAre("l", "r")) << file;
    EXPECT_THAT(texts("trials.outcome"), ElementsAre("hit", "miss", "hit")) << file;
    EXPECT_THAT(texts("trials.info.rat.name"), ElementsAre("rat 1", "rat 2", "rat 3")) << file;
  }
}

const std::map<std::string, std::string> no_rows = {
    {"nested", "has an element, number 1, that is a cell array: save it without these"},
    {"mixed", "has an element, number 2, that is text among numbers, or a number among texts"},
    {"types",
     "has an element, number 2, that is of another type than the first: save all as double"},
    {"rows",
     "has an element, number 2, that has 4 columns, where another one has 3: all must have as "
     "many (where these are rows, save each of them transposed)"},
    {"grid", "is 2 x 2 of cells or structs: save a column or a row of it"},
    {"cubes", "has an element, number 1, that has 3 dimensions"},
    {"complex", "has an element, number 2, that is complex"},
    {"lines", "has an element, number 2, that is text of several lines"},
    {"of_structs", "has an element, number 1, that is a struct: save an array of structs"},
    {"no_cells", "is empty: 0 x 1"},
    {"nothing", "is empty: 0 x 0"},
    {"no_rows", "is empty: 0 x 3"}};

TEST(MatElements, ThatAreNoRowsAreToldOf) {
  for (const char* file : element_files)
    EXPECT_EQ(read_file("mat", elements_folder + file).unreadable, no_rows) << file;
}

TEST(MatElements, AreReadAsHdf5storageWritesThem) {
  const std::string file = "elements_hdf5storage.mat";
  expect_elements(file, {"spikes", "counts", "moving", "trials.neural", "trials.position",
                         "trials.reward", "trials.start", "trials.correct"});
  const auto texts = [&](const std::string& name) {
    return facet::texts(listed("mat", elements_folder + file, name));
  };
  EXPECT_THAT(texts("side"), ElementsAre("left", "größe λ", "right", "left"));
  EXPECT_THAT(texts("trials.outcome"), ElementsAre("hit", "miss", "hit"));
  EXPECT_THAT(texts("trials.info.rat.name"), ElementsAre("rat 1", "rat 2", "rat 3"));
  EXPECT_THAT(texts("name"), ElementsAre("rat 7"));
  EXPECT_THAT(read_file("mat", elements_folder + file).unreadable,
              ElementsAre(testing::Pair("no_rows", "is empty: 0 x 3"),
                          testing::Pair("nothing", "is empty: 0 x 0")));
}

TEST(MatElements, OfReferencesMayNotLeadInCirclesOrNowhere) {
  const std::string path = elements_folder + "circles73.mat";
  const std::map<std::string, std::string> said = {
      {"itself", "has an element, number 2, that is a cell array: save it without these"},
      {"nowhere",
       "has an element, number 2, that is not there: its struct has other fields, or is damaged"},
      {"trials.info.again", "is damaged: it holds itself"},
      {"of_sparse", "has an element, number 1, that is a sparse matrix: save full(x)"},
      {"regions", "holds references of a kind that is not known"},
      {"table_of_texts", "holds text of 2 x 2"},
      {"text", "holds text of variable length, as h5py writes it: write np.bytes_(x)"},
      {"texts", "holds text of variable length, as h5py writes it: write np.bytes_(x)"}};
  EXPECT_EQ(read_file("mat", path).unreadable, said);
  EXPECT_TRUE(listed("mat", path, "trials.info.x").read().equal(at::tensor({1., 2.}, at::kDouble)));
}

TEST(MatElements, MayBeTextsOfHdf5sOwn) {
  const std::string path = elements_folder + "circles73.mat";
  EXPECT_THAT(texts(listed("mat", path, "one")), ElementsAre("größe"));
  EXPECT_THAT(texts(listed("mat", path, "fixed")), ElementsAre("ab", "c"));
}

TEST(MatElements, OfLettersInAnyTypeAreTheSameText) {
  const std::string path = elements_folder + "letters.mat";
  for (const char* name : {"uint8", "uint16", "utf8", "utf16"})
    EXPECT_THAT(texts(listed("mat", path, name)), ElementsAre("größe", "fünf")) << name;
  EXPECT_THAT(texts(listed("mat", path, "surrogates")), ElementsAre("a𝄞b"));
  EXPECT_EQ(refusal_of("mat", path, "half"), ": 'half' is damaged: its text is not in UTF-16LE");
  EXPECT_EQ(refusal_of("mat", path, "not_utf8"),
            ": 'not_utf8' is damaged: its text is not in UTF-8");
}

TEST(MatElements, OfMatlabsOwnClassesAreNoNumbers) {
  const std::string path = elements_folder + "letters.mat";
  EXPECT_THAT(listed("mat", path, "objects").why_unreadable(),
              testing::HasSubstr("element, number 2, that is of MATLAB's class"));
  EXPECT_TRUE(listed("mat", path, "position").read().equal(at::tensor({1., 2.}, at::kDouble)));
}

}  // namespace
}  // namespace facet
