// Of files that scipy and h5py wrote: data/make_files.py.
#include <ATen/TensorOperators.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

const std::string mat_folder = plugin_tests() + "/matlab/data/";

at::Tensor neural() {
  return at::arange(6, at::kDouble).view({3, 2});
}
at::Tensor moving() {
  return at::tensor({1, 0, 1}, at::kInt).to(at::kBool);
}

ReadFile variables() {
  return read_file("mat", mat_folder + "recording.mat");
}

TEST(MatReader, NamesVariablesAndFieldsOfStructs) {
  EXPECT_THAT(variables().names,
              UnorderedElementsAre("neural", "single", "int8", "uint16", "uint32", "int64",
                                   "moving", "row", "scalar", "cube", "session.rat.speed",
                                   "session.name", "sparse", "trials.start", "words"));
}

TEST(MatReader, GivesRowsAndColumnsAsMatlabShowsThem) {
  auto arrays = variables().arrays;
  EXPECT_TRUE(arrays["neural"].equal(neural()));
  EXPECT_TRUE(arrays["neural"].is_contiguous());
  EXPECT_TRUE(arrays["cube"].equal(at::arange(24, at::kDouble).view({2, 3, 4})));
}

TEST(MatReader, GivesVectorsOneDimensionAndScalarsNone) {
  auto arrays = variables().arrays;
  EXPECT_TRUE(arrays["row"].equal(at::tensor({1.5, 2.5, 3.5}, at::kDouble)));
  EXPECT_TRUE(arrays["session.rat.speed"].equal(at::tensor({1., 2., 3.}, at::kDouble)));
  EXPECT_TRUE(arrays["scalar"].equal(at::scalar_tensor(7, at::kDouble)));
}

TEST(MatReader, KeepsClassesAndWidensThoseThatLibtorchLacks) {
  auto arrays = variables().arrays;
  EXPECT_TRUE(arrays["single"].equal(neural().to(at::kFloat) / 2));
  EXPECT_TRUE(arrays["int8"].equal(at::tensor({-1, 2}, at::kChar)));
  EXPECT_TRUE(arrays["uint16"].equal(at::tensor({65535, 1}, at::kInt)));
  EXPECT_TRUE(arrays["uint32"].equal(at::tensor({4294967295L, 1L}, at::kLong)));
  EXPECT_TRUE(arrays["int64"].equal(at::tensor({-1099511627776L, 2L}, at::kLong)));
  EXPECT_TRUE(arrays["moving"].equal(moving()));
}

TEST(MatReader, SaysWhyWhatHoldsNoNumbersIsNotRead) {
  EXPECT_THAT(variables().unreadable,
              ElementsAre(Pair("complex", "is complex"), Pair("nothing", "is empty: 0 x 0")));
}

TEST(MatReader, ReadsCompressedVariables) {
  auto arrays = read_file("mat", mat_folder + "compressed.mat").arrays;
  EXPECT_TRUE(arrays["neural"].equal(neural()));
  EXPECT_TRUE(arrays["moving"].equal(moving()));
}

TEST(MatReader, ReadsVersion73) {
  const ReadFile file = read_file("mat", mat_folder + "recording73.mat");
  EXPECT_THAT(file.names, UnorderedElementsAre("neural", "count", "moving", "session.speed"));
  auto arrays = file.arrays;
  EXPECT_TRUE(arrays["neural"].equal(neural()));
  EXPECT_TRUE(arrays["count"].equal(at::tensor({1, 2, 3}, at::kInt)));
  EXPECT_TRUE(arrays["moving"].equal(moving()));
  EXPECT_TRUE(arrays["session.speed"].equal(at::tensor({1., 2., 3.}, at::kDouble)));
}

// tbeu/matio#221: matio takes each of these variables for an empty one.
TEST(MatReader, ReadsWhatHdf5storageWrites) {
  const ReadFile file = read_file("mat", mat_folder + "hdf5storage.mat");
  EXPECT_THAT(file.names, UnorderedElementsAre("neural", "position", "session.speed",
                                               "session.moving", "name"));
  auto arrays = file.arrays;
  EXPECT_TRUE(arrays["neural"].equal(neural()));
  EXPECT_TRUE(arrays["position"].equal(at::tensor({0., 1., 2.}, at::kDouble)));
  EXPECT_TRUE(arrays["session.moving"].equal(moving()));
  EXPECT_THAT(file.unreadable, testing::IsEmpty());
}

TEST(MatReader, ReadsVersion73WithoutMatlabsAttributes) {
  auto arrays = read_file("mat", mat_folder + "plain73.mat").arrays;
  EXPECT_TRUE(arrays["neural"].equal(neural()));
  EXPECT_TRUE(arrays["count"].equal(at::tensor({1, 2, 3}, at::kInt)));
}

TEST(MatReader, GivesSparseMatricesAsFullOnes) {
  expect_what_was_written(mat_folder + "sparse.mat");
  expect_what_was_written(mat_folder + "sparse_compressed.mat");
  EXPECT_THAT(read_file("mat", mat_folder + "sparse.mat").unreadable,
              ElementsAre(Pair("complex", "is complex"), Pair("no_rows", "is empty: 0 x 3")));
}

/// What is said of classes that only MATLAB reads.
const std::map<std::string, std::string> only_matlabs = {
    {"side",
     "is of MATLAB's class string, which only MATLAB reads: save double(categorical(side))"},
    {"when", "is of MATLAB's class datetime, which only MATLAB reads: save posixtime(when)"},
    {"kind", "is of MATLAB's class categorical, which only MATLAB reads: save double(kind)"},
    {"info",
     "is of MATLAB's class table, which only MATLAB reads: save table2struct(info, 'ToScalar', "
     "true)"},
    {"fit",
     "is of MATLAB's class cfit, which only MATLAB reads: save what is needed of it as arrays of "
     "numbers"},
    {"handle",
     "is of MATLAB's class function_handle, which only MATLAB reads: save the values that it "
     "gives"}};

TEST(MatReader, TakesNoHandlesForNumbers) {
  for (const char* name : {"classes.mat", "classes_compressed.mat"}) {
    const ReadFile file = read_file("mat", mat_folder + name);
    EXPECT_EQ(file.unreadable, only_matlabs) << name;
    EXPECT_THAT(file.names, ElementsAre("neural", "position")) << name;
    EXPECT_TRUE(file.arrays.at("neural").equal(neural())) << name;
  }
}

TEST(MatReader, TellsEachClassOfVersion73ByItself) {
  std::map<std::string, std::string> said = only_matlabs;
  said.insert({{"nothing", "is empty: 0 x 0"},
               {"no_rows", "is empty: 0 x 3"},
               {"no_cells", "is empty: 0 x 0"},
               {"empty", "is empty: 0 x 3"},
               {"word", "holds text of variable length, as h5py writes it: write np.bytes_(x)"},
               {"z", "is complex"},
               {"complex", "is complex"}});
  const ReadFile file = read_file("mat", mat_folder + "classes73.mat");
  EXPECT_EQ(file.unreadable, said);
  std::vector<std::string> names = {"cells", "name", "trials.start"};
  for (const auto& [name, expected] : read_npz(mat_folder + "classes73.mat.expected.npz")) {
    names.push_back(name);
    EXPECT_TRUE(file.arrays.at(name).equal(expected)) << name;
  }
  EXPECT_THAT(file.names, testing::UnorderedElementsAreArray(names));
}

TEST(MatReader, TellsOfSparseMatricesThatAreDamaged) {
  const std::string path = mat_folder + "damaged_sparse.mat";
  for (const char* name : {"beyond_rows", "backwards", "beyond_values", "from_one"})
    EXPECT_EQ(refusal_of("mat", path, name),
              std::string(": '") + name +
                  "' is damaged: the parts of the sparse matrix do not fit together");
  EXPECT_THAT(refusal_of("mat", path, "huge"),
              testing::MatchesRegex(": 'huge' is 4611686018427387904 x 2, .* GB: there are .*"));
  EXPECT_TRUE(listed("mat", path, "ok")
                  .read()
                  .equal(at::tensor({1., 0., 0., 2.}).view({2, 2}).to(at::kDouble)));
}

TEST(MatReader, KnowsShapesBeforeItReads) {
  for (const char* name :
       {"recording.mat", "compressed.mat", "recording73.mat", "sparse.mat", "classes73.mat"}) {
    for (const FileArray& array : make<Reader>("mat")->list(mat_folder + name)) {
      if (!array.why_unreadable().empty() || array.is_ragged()) continue;
      const at::Tensor values = array.read();
      EXPECT_EQ(array.shape(), values.sizes().vec()) << name << " " << array.name();
      EXPECT_EQ(array.type(), values.scalar_type()) << name << " " << array.name();
    }
  }
}

TEST(MatReader, NamesTheFileThatIsNoneOfIts) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/rat.mat";
  EXPECT_EQ(refusal_of("mat", path), ": cannot be read: No such file or directory");
  std::ofstream(path) << std::string(200, ';');
  EXPECT_EQ(
      refusal_of("mat", path),
      ": is not a whole MAT file of version 5, 6, 7 or 7.3: it is damaged or of another format "
      "(one of version 4: save it with -v7)");
}

// Moved by four bytes it looks like a file of version 4, whose first name is of a gigabyte.
TEST(MatReader, TakesNoFileOfVersion4) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/moved.mat";
  std::ifstream whole(mat_folder + "compressed.mat", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(whole), {}};
  std::ofstream(path, std::ios::binary) << std::string(4, '\0') << bytes;
  EXPECT_THAT(refusal_of("mat", path),
              testing::StartsWith(": is not a whole MAT file of version 5"));
}

// zlib's checksum of a compressed variable, for which matio does not ask.
TEST(MatReader, VerifiesTheChecksumsOfCompressedVariables) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/compressed.mat";
  std::ifstream whole(mat_folder + "compressed.mat", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(whole), {}};
  const auto size_of_first = static_cast<unsigned char>(bytes[132]);
  for (std::size_t at = 136U + size_of_first / 2; at < 136U + size_of_first; at += 3) {
    std::string changed = bytes;
    changed[at] ^= 0x04;
    std::ofstream(path, std::ios::binary) << changed;
    EXPECT_THAT(refusal_of("mat", path, "neural"),
                testing::AnyOf(testing::HasSubstr("damaged"),
                               testing::HasSubstr("no array neural")))  // its name has changed
        << at;
    EXPECT_EQ(refusal_of("mat", path, "moving"), "(no error)") << at;
  }
}

// matio passes over what it cannot read.
TEST(MatReader, TellsAFileOfDamagedVariablesFromAnEmptyOne) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/compressed.mat";
  std::ifstream whole(mat_folder + "compressed.mat", std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(whole), {}};
  std::ofstream(path, std::ios::binary) << bytes.substr(0, 128);
  EXPECT_EQ(refusal_of("mat", path), "(no error)");
  const auto byte = [&](std::size_t at) {
    return std::size_t{static_cast<unsigned char>(bytes[at])};
  };
  for (std::size_t at = 128; at < bytes.size(); at += 8 + byte(at + 4) + 256 * byte(at + 5))
    bytes.replace(at + 8, 8, 8, '?');
  std::ofstream(path, std::ios::binary) << bytes;
  EXPECT_EQ(refusal_of("mat", path), ": is damaged: none of its 2 variables can be read");
}

TEST(MatReader, TellsOfATruncatedFile) {
  const TemporaryFolder here;
  const auto refusal_of_cut = [&](const std::string& name) {
    const std::string path = here.path() + "/" + name;
    std::filesystem::copy_file(mat_folder + name, path);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 20);
    return refusal_of("mat", path);
  };
  EXPECT_EQ(refusal_of_cut("recording.mat"), ": is truncated");
  EXPECT_EQ(refusal_of_cut("compressed.mat"), ": is truncated");
  EXPECT_THAT(refusal_of_cut("recording73.mat"),
              testing::StartsWith(": cannot be read: truncated file"));
}

// The sizes of the type and of the dataspace stand before the name.
TEST(MatReader, TellsOfAttributesThatReachBeyondTheirHeader) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/recording73.mat";
  std::ifstream whole(mat_folder + "recording73.mat", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(whole), {}};
  int count = 0;
  for (std::size_t name = bytes.find("MATLAB_class"); name != std::string::npos;
       name = bytes.find("MATLAB_class", name + 1), ++count) {
    for (const std::size_t size : {name - 4, name - 2}) {
      std::string changed = bytes;
      changed.replace(size, 2, 2, '\xff');
      std::ofstream(path, std::ios::binary) << changed;
      EXPECT_THAT(read_file("mat", path).unreadable,
                  ElementsAre(Pair(testing::_,
                                   "is damaged: a part of its header reaches beyond the place it "
                                   "lies in")))
          << size;
    }
  }
  EXPECT_EQ(count, 5);  // of four variables and a struct
}

}  // namespace
}  // namespace facet
