#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <functional>

#include "facet/npz.h"
#include "message_of.h"
#include "sdk/npz_files.h"
#include "temporary_folder.h"

namespace facet {
namespace {

/// What is said of a file, without the folder it lies in.
class Refused : public ::testing::Test {
 public:
  using Change = std::function<void(std::string&)>;

 protected:
  std::string said_of(const std::string& path) {
    const bool npz = path.ends_with(".npz");
    std::string text = message_of([&] { npz ? void(read_npz(path)) : void(read_npy(path)); });
    const std::string parent = std::filesystem::path(path).parent_path().string() + "/";
    for (std::size_t at; (at = text.find(parent)) != std::string::npos;)
      text.erase(at, parent.size());
    return text;
  }
  /// Of one of numpy's files after a change to its bytes.
  std::string said_of_changed(const std::string& name, const Change& change) {
    std::string bytes = read_bytes(numpy_file(name));
    change(bytes);
    const std::string path = folder.path() + "/" + name;
    write_bytes(path, bytes);
    return said_of(path);
  }

  static Change cut_to(std::size_t size) {
    return [size](std::string& bytes) { bytes.resize(size); };
  }
  static Change replace(const std::string& from, const std::string& to) {
    return [from, to](std::string& bytes) { bytes.replace(bytes.find(from), from.size(), to); };
  }

  TemporaryFolder folder;
};

using RefusedNpy = Refused;
using RefusedNpz = Refused;

TEST_F(RefusedNpy, OtherTypes) {
  const auto said = [&](const char* name) { return said_of(numpy_file(name)); };
  EXPECT_THAT(said("text.npy"), ::testing::StartsWith("text.npy: holds text: "));
  EXPECT_EQ(said("records.npy"), "records.npy: holds records: save each field by itself");
}

TEST_F(RefusedNpy, FilesThatAreNotThere) {
  EXPECT_EQ(said_of(folder.path() + "/none.npy"),
            "none.npy: cannot be read: No such file or directory");
  std::filesystem::create_directory(folder.path() + "/folder.npy");
  EXPECT_EQ(said_of(folder.path() + "/folder.npy"), "folder.npy: cannot be read: Is a directory");
  write_bytes(folder.path() + "/empty.npy", "");
  EXPECT_EQ(said_of(folder.path() + "/empty.npy"), "empty.npy: is empty");
}

TEST_F(RefusedNpy, OtherFormats) {
  const auto said = [&](const Change& change) { return said_of_changed("plain.npy", change); };
  EXPECT_EQ(said(replace("NUMPY", "NUMBY")), "plain.npy: is not in numpy's npy format");
  EXPECT_EQ(said(cut_to(5)), "plain.npy: is not in numpy's npy format");
  EXPECT_EQ(said([](std::string& bytes) { bytes[6] = 4; }),
            "plain.npy: has npy format 4, known are 1 to 3");
}

TEST_F(RefusedNpy, Truncated) {
  EXPECT_EQ(said_of_changed("plain.npy", cut_to(100)), "plain.npy: is truncated");  // in its header
  EXPECT_EQ(said_of_changed("plain.npy", cut_to(175)), "plain.npy: is truncated");  // the last byte
  EXPECT_EQ(said_of_changed("plain.npy", replace("(2, 3), } ", "(2, 9999)}")),
            "plain.npy: is truncated");
}

// np.save, twice into one open file.
TEST_F(RefusedNpy, MoreBehindTheArray) {
  const std::string said = said_of_changed("plain.npy", [](std::string& bytes) { bytes += bytes; });
  EXPECT_EQ(said,
            "plain.npy: has 176 bytes behind its array, which would not be read: save each array "
            "in a file of its own, or all in one npz");
}

TEST_F(RefusedNpy, DamagedHeaders) {
  const auto said = [&](const Change& change) { return said_of_changed("plain.npy", change); };
  const char* not_understood = "plain.npy: has an npy header that cannot be understood";
  EXPECT_EQ(said(replace("'descr'", "'descx'")), not_understood);
  EXPECT_EQ(said(replace("'<f8'", " <f8 ")), not_understood);
  EXPECT_EQ(said(replace("(2, 3)", "(2, 3 ")), not_understood);
  EXPECT_EQ(said(replace("(2, 3)", "(2,-3)")), "plain.npy: has an impossible shape (2,-3)");
  EXPECT_EQ(said(replace("(2, 3)", "(2, x)")), "plain.npy: has an impossible shape (2, x)");
  EXPECT_EQ(said(replace("False", "Falsy")), not_understood);
}

TEST_F(RefusedNpz, TellsWhichArray) {
  EXPECT_EQ(said_of(numpy_file("one_bad.npz")),
            "one_bad.npz: 'who' holds text: classes must be numbers, such as "
            "np.unique(x, return_inverse=True)[1]");
}

TEST_F(RefusedNpz, TruncatedOrDamagedDirectory) {
  const char* damaged = "zip64.npz: is not a whole zip archive: it is truncated or damaged";
  const std::size_t size = read_bytes(numpy_file("zip64.npz")).size();
  for (const std::size_t cut : {std::size_t{3}, size / 2, size - 30, size - 1})
    EXPECT_EQ(said_of_changed("zip64.npz", cut_to(cut)), damaged) << cut;
  EXPECT_EQ(said_of_changed("zip64.npz", replace("PK\x01\x02", "PK\x01\x03")), damaged);
  EXPECT_EQ(said_of_changed("zip64.npz", replace("PK\x03\x04", "PK\x03\x05")),
            "zip64.npz: 'x' is damaged: it does not lie where the directory says");
  write_bytes(folder.path() + "/text.npz", "position;speed and whatever else is no archive");
  EXPECT_EQ(said_of(folder.path() + "/text.npz"),
            "text.npz: is no npz file: it does not begin as a zip archive does");
}

TEST_F(RefusedNpz, DamagedData) {
  // The last byte of the first entry's deflated data lies before the second local header.
  const Change flip = [](std::string& bytes) { bytes[bytes.find("PK\x03\x04", 4) - 100] ^= 0x55; };
  EXPECT_THAT(said_of_changed("deflated.npz", flip),
              ::testing::StartsWith("deflated.npz: 'x' is damaged: "));
  const Change other_checksum = [](std::string& bytes) {
    bytes[bytes.find("PK\x01\x02") + 16] ^= 1;
  };
  EXPECT_EQ(said_of_changed("deflated.npz", other_checksum),
            "deflated.npz: 'x' is damaged: its checksum does not match");
}

// What numpy calls a bad CRC-32, at places all over the data of a stored array.
TEST_F(RefusedNpz, StoredDataWithAnotherChecksum) {
  const std::string path = folder.path() + "/rat.npz";
  write_npz(path, {{"neural", at::arange(1000, at::kFloat).view({100, 10})}, {"x", at::ones(3)}});
  const std::string whole = read_bytes(path);
  const std::size_t begin = whole.find("\x93NUMPY") + 128;
  for (std::size_t at = begin; at < begin + 4000; at += 333) {
    std::string bytes = whole;
    bytes[at] ^= 0x10;
    write_bytes(path, bytes);
    EXPECT_EQ(said_of(path), "rat.npz: 'neural' is damaged: its checksum does not match") << at;
    EXPECT_TRUE(list_npz(path)[1].read().equal(at::ones(3))) << "the other one is whole";
  }
}

/// Changes a number of the directory's entry of the first array.
Refused::Change set_in_directory(std::size_t place, std::uint32_t number) {
  return [place, number](std::string& bytes) {
    bytes.replace(bytes.find("PK\x01\x02") + place, 4, reinterpret_cast<const char*>(&number), 4);
  };
}

TEST_F(RefusedNpz, SizesThatCannotBe) {
  constexpr std::size_t stored = 20, size = 24, offset = 42;
  EXPECT_EQ(said_of_changed("deflated.npz", set_in_directory(size, 4000000000)),
            "deflated.npz: 'x' is damaged: it cannot be as large as the directory says");
  EXPECT_EQ(said_of_changed("deflated.npz", set_in_directory(size, 5000)),
            "deflated.npz: 'x' is damaged: it cannot be inflated");
  EXPECT_EQ(said_of_changed("deflated.npz", set_in_directory(size, 1000)),
            "deflated.npz: 'x' is damaged: it cannot be inflated");
  EXPECT_EQ(said_of_changed("deflated.npz", set_in_directory(stored, 1000000)),
            "deflated.npz: 'x' is damaged: it reaches beyond the end of the file");
  EXPECT_EQ(said_of_changed("deflated.npz", set_in_directory(offset, 4294967294)),
            "deflated.npz: 'x' is damaged: it does not lie where the directory says");
}

// Entries that share their bytes: a small file that inflates to any size.
TEST_F(RefusedNpz, EntriesThatLieOverOneAnother) {
  const Change overlap = [](std::string& bytes) {
    const std::size_t first = bytes.find("PK\x01\x02"),
                      second = bytes.find("PK\x01\x02", first + 4);
    bytes.replace(second + 16, 12, bytes.substr(first + 16, 12));  // checksum and sizes
    bytes.replace(second + 42, 4, bytes.substr(first + 42, 4));
  };
  EXPECT_EQ(said_of_changed("deflated.npz", overlap),
            "deflated.npz: is damaged: 'x' and 'y' lie over one another");
}

TEST_F(RefusedNpz, OnlyWhereTheDamagedArrayIsAskedFor) {
  const std::string path = folder.path() + "/deflated.npz";
  std::string bytes = read_bytes(numpy_file("deflated.npz"));
  set_in_directory(24, 4000000000)(bytes);
  write_bytes(path, bytes);
  const FileArrays arrays = list_npz(path);
  EXPECT_EQ(arrays[0].why_unreadable(), "is damaged: it cannot be as large as the directory says");
  EXPECT_TRUE(arrays[1].read().equal(at::arange(3, at::kLong)));
}

TEST_F(RefusedNpz, OtherCompression) {
  EXPECT_EQ(said_of(numpy_file("bzip2.npz")),
            "bzip2.npz: 'plain' is compressed by method 12, only stored and deflated arrays "
            "can be read");
}

TEST_F(RefusedNpz, Encrypted) {
  const Change encrypt = [](std::string& bytes) { bytes[bytes.find("PK\x01\x02") + 8] |= 1; };
  EXPECT_EQ(said_of_changed("types.npz", encrypt), "types.npz: 'b' is encrypted");
}

// Whatever is cut off, an Error is thrown: nothing is read beyond the end.
TEST_F(RefusedNpz, EveryTruncationIsNoticed) {
  const std::size_t size = read_bytes(numpy_file("zip64.npz")).size();
  for (std::size_t cut = 1; cut < size; ++cut)
    EXPECT_NE(said_of_changed("zip64.npz", cut_to(cut)), "") << cut;
}

}  // namespace
}  // namespace facet
