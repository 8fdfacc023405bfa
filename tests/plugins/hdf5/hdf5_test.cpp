// Of files that h5py wrote: data/make_files.py.
#include <ATen/TensorOperators.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "facet/warning.h"
#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

const std::string hdf5_folder = plugin_tests() + "/hdf5/data/";

ReadFile recording() {
  return read_file("h5", hdf5_folder + "recording.h5");
}

TEST(Hdf5Reader, IsThatOfBothExtensions) {
  EXPECT_EQ(read_file("hdf5", hdf5_folder + "recording.h5").names, recording().names);
}

TEST(Hdf5Reader, NamesDatasetsByTheirPaths) {
  EXPECT_THAT(recording().names,
              ElementsAre("big_endian", "float16", "int64", "int8", "moving", "ragged", "records.x",
                          "records.y", "scalar", "session/neural", "session/packed", "uint16",
                          "uint32", "uint64", "uint8", "words"));
}

TEST(Hdf5Reader, GivesRowsAndColumnsAsH5pyDoes) {
  const at::Tensor expected = at::arange(6, at::kFloat).view({3, 2});
  EXPECT_TRUE(recording().arrays["session/neural"].equal(expected));
}

TEST(Hdf5Reader, ReadsWhatIsChunkedCompressedAndChecksummed) {
  const at::Tensor expected = at::arange(12, at::kShort).view({4, 3});
  EXPECT_TRUE(recording().arrays["session/packed"].equal(expected));
}

TEST(Hdf5Reader, KeepsTypesAndWidensThoseThatLibtorchLacks) {
  auto arrays = recording().arrays;
  EXPECT_TRUE(arrays["big_endian"].equal(at::tensor({1.5, -2.5}, at::kDouble)));
  EXPECT_TRUE(arrays["float16"].equal(at::tensor({.5F, 2.F})));
  EXPECT_TRUE(arrays["int8"].equal(at::tensor({-1, 2}, at::kChar)));
  EXPECT_TRUE(arrays["int64"].equal(at::tensor({-1099511627776, 2L}, at::kLong)));
  EXPECT_TRUE(arrays["moving"].equal(at::tensor({1, 0, 1}, at::kInt).to(at::kBool)));
  EXPECT_TRUE(arrays["scalar"].equal(at::scalar_tensor(7, at::kDouble)));
  EXPECT_TRUE(arrays["uint8"].equal(at::tensor({255}, at::kByte)));
  EXPECT_TRUE(arrays["uint16"].equal(at::tensor({65535}, at::kInt)));
  EXPECT_TRUE(arrays["uint32"].equal(at::tensor({4294967295L}, at::kLong)));
  EXPECT_TRUE(arrays["uint64"].equal(at::tensor({4611686018427387904L}, at::kLong)));
}

TEST(Hdf5Reader, SaysWhyWhatIsEmptyIsNotRead) {
  EXPECT_THAT(recording().unreadable, ElementsAre(Pair("nothing", "is empty")));
}

const std::string text_file = hdf5_folder + "text.h5";

TEST(Hdf5Reader, ReadsTextOfFixedAndOfVariableLength) {
  for (const char* name : {"variable", "fixed", "padded", "chunked"})
    EXPECT_THAT(texts(listed("h5", text_file, name)),
                ElementsAre("right", "", "links", "right", "\xc3\xbc"))
        << name;
  EXPECT_THAT(listed("h5", text_file, "fixed").read_text().classes,
              ElementsAre("links", "right", "\xc3\xbc"));
  const TextValues many = listed("h5", text_file, "many").read_text();
  EXPECT_THAT(many.classes.size(), 3000);
  EXPECT_TRUE(many.codes.equal(at::arange(3000)));
}

TEST(Hdf5Reader, SaysWhyTextIsNotRead) {
  EXPECT_EQ(listed("h5", text_file, "single").why_unreadable(), "holds a single text");
  EXPECT_EQ(listed("h5", text_file, "table").why_unreadable(), "holds several texts in a row");
}

TEST(Hdf5Reader, ReadsRowsOfVariableLength) {
  const FileArray ragged = listed("h5", text_file, "ragged");
  EXPECT_EQ(ragged.type(), at::kDouble);
  const RaggedValues all = ragged.read_ragged(), some = ragged.read_ragged({1, 3});
  EXPECT_TRUE(all.values.equal(at::tensor({0., 0., 1., 0., 1., 2.}, at::kDouble)));
  EXPECT_TRUE(all.ends.equal(at::tensor({0L, 1L, 3L, 6L})));
  EXPECT_TRUE(some.values.equal(at::tensor({0., 0., 1.}, at::kDouble)));
  EXPECT_TRUE(some.ends.equal(at::tensor({1L, 3L})));
  EXPECT_TRUE(listed("h5", text_file, "ragged_big_endian")
                  .read_ragged()
                  .values.equal(at::tensor({1L, -2L}, at::kLong)));
}

TEST(Hdf5Reader, ReadsRecordsFieldByField) {
  EXPECT_TRUE(listed("h5", text_file, "records.a").read().equal(at::tensor({1, 3}, at::kInt)));
  EXPECT_TRUE(listed("h5", text_file, "records.b").read().equal(at::tensor({2., 4.}, at::kDouble)));
  EXPECT_EQ(listed("h5", text_file, "records.name").why_unreadable(), "holds text in records");
}

TEST(Hdf5Reader, ReadsSomeRowsAndKnowsUnits) {
  const FileArray position = listed("h5", text_file, "position");
  EXPECT_EQ(position.facts().unit, "cm");
  EXPECT_TRUE(position.read_rows({1, 3}).equal(at::arange(2, 6, at::kDouble).view({2, 2})));
}

// The heap of text and rows is damaged in each of its bytes.
TEST(Hdf5Reader, ReadsTextOfADamagedHeapOrTellsOfIt) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/text.h5";
  std::ifstream whole(text_file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(whole), {}};
  const std::size_t heap = bytes.find("GCOL");
  ASSERT_NE(heap, std::string::npos);
  int told = 0;
  for (std::size_t at = heap; at < heap + 200; ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x91);
    std::ofstream(path, std::ios::binary) << changed;
    try {
      listed("h5", path, "variable").read_text();
      listed("h5", path, "ragged").read_ragged();
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), testing::HasSubstr("is damaged: "));
      ++told;
    }
  }
  EXPECT_GT(told, 20);
}

TEST(Hdf5Reader, NamesTheFilterThatIsMissing) {
  EXPECT_EQ(refusal_of("h5", hdf5_folder + "lzf.h5", "neural"),
            "'neural' is compressed with filter 32000 (lzf), which this HDF5 library has not: "
            "write it with gzip, or name the folder of the filter in HDF5_PLUGIN_PATH");
}

TEST(Hdf5Reader, RefusesNumbersThatNoLabelCanHold) {
  EXPECT_EQ(refusal_of("h5", hdf5_folder + "large.h5", "count"),
            ": 'count' has values of 2^63 or more, which no label can hold");
}

TEST(Hdf5Reader, NamesTheFileThatIsNoneOfIts) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/rat.h5";
  EXPECT_EQ(refusal_of("h5", path), ": cannot be read: No such file or directory");
  EXPECT_EQ(refusal_of("h5", here.path()), ": cannot be read: Is a directory");
  std::ofstream(path).flush();
  EXPECT_EQ(refusal_of("h5", path), ": is empty");
  std::ofstream(path) << "position;speed";
  EXPECT_EQ(refusal_of("h5", path), ": is not an HDF5 file");
}

TEST(Hdf5Reader, TellsOfATruncatedFile) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/rat.h5";
  std::ifstream whole(hdf5_folder + "recording.h5", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(whole), {}};
  std::ofstream(path, std::ios::binary) << bytes.substr(0, bytes.size() / 2);
  EXPECT_THAT(refusal_of("h5", path), testing::StartsWith(": cannot be read: truncated file"));
}

TEST(Hdf5Reader, NamesWhatLiesElsewhereAndIsMissing) {
  const std::string path = hdf5_folder + "elsewhere.h5";
  EXPECT_EQ(refusal_of("h5", path, "shown"),
            ": 'shown' shows 'neural' of gone.h5, which is not there: bring that file to the place "
            "of this one");
  EXPECT_TRUE(
      listed("h5", path, "shown_whole").read().equal(at::arange(6, at::kFloat).view({3, 2})));
  ::setenv("HDF5_EXTFILE_PREFIX", hdf5_folder.c_str(), 1);
  EXPECT_EQ(refusal_of("h5", path, "raw"),
            ": 'raw' is truncated: its values lie in short.raw, which has 20 bytes, 24 are needed");
  ::unsetenv("HDF5_EXTFILE_PREFIX");
}

TEST(Hdf5Reader, TellsOfWhatWasNeverWritten) {
  const std::string path = hdf5_folder + "elsewhere.h5";
  EXPECT_EQ(refusal_of("h5", path, "never"),
            ": 'never' was never written: all of it would be the fill value");
  std::string warning;
  const WarningSink sink([&](const std::string& text) { warning = text; });
  EXPECT_TRUE(listed("h5", path, "partly").read().slice(0, 2, 4).equal(at::zeros({2, 2})));
  EXPECT_EQ(warning, path +
                         ": 'partly' was written only in part: the rest reads as the fill value "
                         "(select the bins that were recorded, by data.select or data.epochs)");
}

TEST(Hdf5Reader, TellsNothingOfACompressedArrayThatIsWhole) {
  std::string warning;
  const WarningSink sink([&](const std::string& text) { warning = text; });
  listed("h5", hdf5_folder + "recording.h5", "session/packed").read();
  EXPECT_EQ(warning, "");
}

TEST(Hdf5Reader, GivesWhatLinksLeadToUnderEachName) {
  expect_what_was_written(hdf5_folder + "links.h5");
}

TEST(Hdf5Reader, SaysOfLinksThatLeadNowhereWhereTheyLead) {
  EXPECT_THAT(
      read_file("h5", hdf5_folder + "links.h5").unreadable,
      UnorderedElementsAre(
          Pair("itself", "is a link to '/itself', which leads back to itself"),
          Pair("round", "is a link to '/and_round', which leads back to itself"),
          Pair("and_round", "is a link to '/round', which leads back to itself"),
          Pair("nowhere", "is a link to '/gone', which is not there"),
          Pair("no_file",
               "is a link to '/x' in the file gone.h5, which is not there: bring that file to the "
               "place of this one"),
          Pair("no_object", "is a link to '/gone' in the file linked_to.h5, which is not there"),
          Pair("raw/back", "is a link to '/raw' in the file links.h5, the group in which it lies"),
          Pair("camera/whole", "is a link to '/', the group in which it lies"),
          Pair("camera/inner", "is a link to '/again', the group in which it lies"),
          Pair("tracked/camera/whole", "is a link to '/', the group in which it lies"),
          Pair("tracked/camera/inner", "is a link to '/again', the group in which it lies"),
          Pair("seen/camera",
               "is a link to '/camera', from a group that a link leads to, too: take that name"),
          Pair("again/whole", "is a link to '/', the group in which it lies"),
          Pair("again/inner", "is a link to '/again', the group in which it lies")));
}

TEST(Hdf5Reader, ReadsColumnsThatAnIndexCutsIntoRows) {
  const std::string path = hdf5_folder + "units.h5";
  const RaggedValues spikes = listed("h5", path, "units/spike_times").read_ragged();
  EXPECT_TRUE(spikes.values.equal(at::tensor({.1, .2, .3, 1.1, 1.2}, at::kDouble)));
  EXPECT_TRUE(spikes.ends.equal(at::tensor({3L, 3L, 5L})));
  EXPECT_THAT(listed("h5", path, "units/obs_intervals").shape(), ElementsAre(3, 2));
  EXPECT_THAT(
      read_file("h5", path).unreadable,
      UnorderedElementsAre(Pair("units/waveforms",
                                "holds rows of rows: 'units/waveforms_index_index' cuts what "
                                "'units/waveforms_index' has cut")));
  EXPECT_THAT(listed("h5", path, "trial").shape(), ElementsAre(3)) << "trial_index is no index";
}

TEST(Hdf5Reader, TellsANewerFormatFromADamagedFile) {
  const ReadFile file = read_file("h5", hdf5_folder + "latest.h5");
  for (const char* name : {"neural", "records", "running"})
    EXPECT_THAT(file.unreadable.at(name),
                testing::MatchesRegex(
                    "was written with libver=\"latest\" by HDF5 2.0, which the HDF5 [0-9.]+ here "
                    "cannot read: write it again by h5repack or h5py.File.*v110.*"))
        << name;
  EXPECT_THAT(file.unreadable.at("linked"),
              StartsWith("is a link to '/running', which was written with libver=\"latest\" by "));
  EXPECT_EQ(file.unreadable.at("lost"), "is a link to '/nowhere', which is not there");
  EXPECT_TRUE(file.arrays.at("position").equal(at::arange(8, at::kDouble).view({4, 2}) / 4));
}

TEST(Hdf5Reader, NamesTheFileThatItsWriterDidNotClose) {
  EXPECT_EQ(refusal_of("h5", hdf5_folder + "not_closed.h5"),
            ": was not closed by the program that wrote it: end that program, or where it is gone, "
            "run h5clear -s on a copy of the file");
}

TEST(Hdf5Reader, ReadsWhatAnotherProgramHasLocked) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/recording.h5";
  std::filesystem::copy_file(hdf5_folder + "recording.h5", path);
  const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(::flock(file, LOCK_EX), 0);
  EXPECT_EQ(refusal_of("h5", path, "session/neural"), "(no error)");
  ::close(file);
}

// An hour of 384 channels at 300 kHz, 830 GB, of which nothing is written.
TEST(Hdf5Reader, KnowsShapesWithoutReadingAndSaysWhatIsTooLarge) {
  const std::string path = hdf5_folder + "unasked.h5";
  const FileArray raw = listed("h5", path, "raw/data");
  EXPECT_THAT(raw.shape(), ElementsAre(1080000000, 384));
  EXPECT_EQ(raw.type(), at::kShort);
  EXPECT_THAT(refusal_of("h5", path, "raw/data"),
              testing::StartsWith(": 'raw/data' is 1080000000 x 384, 829.4 GB: there are "));
  EXPECT_TRUE(listed("h5", path, "neural").read().equal(at::arange(6, at::kFloat).view({3, 2})));
  EXPECT_THAT(listed("h5", path, "raw/lzf").why_unreadable(),
              testing::StartsWith("is compressed with filter 32000 (lzf)"));
}

std::string bytes_of(const std::string& path) {
  std::ifstream whole(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(whole), {}};
}

TEST(Hdf5Reader, VerifiesFletcher32) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/checked.h5";
  const double value = 1234.5;
  for (std::size_t i = 0; i < 48; i += 7) {
    std::string bytes = bytes_of(hdf5_folder + "checked.h5");
    const std::size_t begin = bytes.find(std::string(reinterpret_cast<const char*>(&value), 8));
    ASSERT_NE(begin, std::string::npos);
    bytes[begin + i] ^= 0x10;
    std::ofstream(path, std::ios::binary) << bytes;
    EXPECT_EQ(refusal_of("h5", path, "neural"),
              ": 'neural' is damaged: data error detected by Fletcher32 checksum");
    EXPECT_EQ(refusal_of("h5", path, "speed"), "(no error)");
  }
}

TEST(Hdf5Reader, RefusesMatlabsVariablesWhichItWouldTranspose) {
  EXPECT_EQ(refusal_of("h5", plugin_tests() + "/matlab/data/recording73.mat", "neural"),
            "'neural' is a variable of MATLAB, whose rows and columns HDF5 gives the other way "
            "round: set [data] reader = \"mat\"");
}

// The header of one object is destroyed: the others are read.
TEST(Hdf5Reader, TellsOfADamagedDatasetOnlyWhereItIsAskedFor) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/checked.h5";
  std::string bytes = bytes_of(hdf5_folder + "checked.h5");
  bool told = false;
  for (std::size_t at = 96; at + 1 < bytes.size() && !told; at += 8) {
    std::string changed = bytes;
    changed[at] ^= 0x7f;
    std::ofstream(path, std::ios::binary) << changed;
    try {
      const FileArray speed = listed("h5", path, "speed");
      const FileArray neural = listed("h5", path, "neural");
      told = !neural.why_unreadable().empty() && speed.why_unreadable().empty() &&
             speed.read().equal(at::tensor({1., 2., 3.}, at::kDouble));
    } catch (const Error&) {
    }
  }
  EXPECT_TRUE(told);
}

// The root of links.h5 keeps its links in a heap with a checksum ("FHDB").
TEST(Hdf5Reader, TellsOfAGroupWhoseLinksAreDamaged) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/links.h5";
  const std::string bytes = bytes_of(hdf5_folder + "links.h5");
  const std::size_t heap = bytes.find("FHDB");
  ASSERT_NE(heap, std::string::npos);
  for (std::size_t at = heap + 32; at < heap + 300; at += 12) {
    std::string changed = bytes;
    changed[at] ^= 0x08;
    std::ofstream(path, std::ios::binary) << changed;
    EXPECT_THAT(refusal_of("h5", path), testing::StartsWith(": cannot be listed: ")) << at;
  }
}

// The group `raw` of linked_to.h5 keeps its two links in its own header: version, kind, length and
// name of each.
TEST(Hdf5Reader, TellsOfAGroupWithADamagedLink) {
  using namespace std::string_literals;
  const TemporaryFolder here;
  const std::string path = here.path() + "/linked_to.h5";
  const std::string bytes = bytes_of(hdf5_folder + "linked_to.h5");
  for (const std::string& link : {"\1\0\6counts"s, "\1\10@\4back"s}) {
    std::string changed = bytes;
    const std::size_t version = changed.find(link);
    ASSERT_NE(version, std::string::npos);
    changed[version] = 3;
    std::ofstream(path, std::ios::binary) << changed;
    EXPECT_THAT(read_file("h5", path).unreadable,
                ElementsAre(Pair("raw", testing::StartsWith("cannot be listed: "))));
  }
}

// Where an address is all ones, nothing is there: the root's header says where two parts of it are.
TEST(Hdf5Reader, TellsOfAGroupWhoseTableIsNowhere) {
  using namespace std::string_literals;
  const TemporaryFolder here;
  const std::string path = here.path() + "/checked.h5";
  const std::string bytes = bytes_of(hdf5_folder + "checked.h5");
  const std::size_t addresses = bytes.find("\x11\0\x10\0\0\0\0\0"s) + 8;
  ASSERT_LT(addresses, bytes.size());
  for (const std::size_t at : {addresses, addresses + 8}) {
    std::string changed = bytes;
    changed.replace(at, 8, 8, '\xff');
    std::ofstream(path, std::ios::binary) << changed;
    EXPECT_EQ(refusal_of("h5", path), ": is damaged: its table of links is nowhere") << at;
  }
}

TEST(Hdf5Reader, RefusesNumbersOfImpossibleSizes) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/large.h5";
  std::string bytes = bytes_of(hdf5_folder + "recording.h5");
  const std::size_t type = bytes.find(std::string("\x11\x20\x3f\x00\x08\x00\x00\x00", 8));
  ASSERT_NE(type, std::string::npos);  // the only array of float64
  bytes.replace(type + 4, 4, 4, '\xff');
  std::ofstream(path, std::ios::binary) << bytes;
  EXPECT_THAT(read_file("h5", path).unreadable,
              testing::Contains(Pair(testing::_,
                                     "holds numbers of 4294967295 bytes each, at most 16 are "
                                     "known: save them as int64 or float64")));
}

}  // namespace
}  // namespace facet
