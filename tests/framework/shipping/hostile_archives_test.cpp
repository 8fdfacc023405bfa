// Archives that somebody made to do harm, and such as are damaged: each is refused for its own
// reason, and nothing is left, in the store or outside.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "framework/files/files.h"
#include "framework/shipping/install_pack.h"
#include "framework/shipping/pack_maker.h"
#include "framework/shipping/raw_archive.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::pax_header;
using test::raw_tar;
using test::RawEntry;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class HostileArchives : public testing::Test {
 protected:
  HostileArchives() { install_everything_allowed(maker.archive("1.0")); }

  static void install_everything_allowed(const std::string& path) {
    install_pack(path, {true, true, true, true, true});
  }

  /// What install says of a tar with these entries. Expects that it changes nothing.
  std::string said_of(const std::vector<RawEntry>& entries) const {
    test::write_compressed(archive(), raw_tar(entries));
    return said_of_file();
  }
  std::string said_of_file() const {
    const auto before = all_files();
    const std::string said = test::said_by(maker, [&] { install_everything_allowed(archive()); });
    EXPECT_EQ(all_files(), before);
    EXPECT_FALSE(fs::exists("/tmp/facet-evil"));
    const std::string place = "DIR/evil.facetpack: ";
    EXPECT_THAT(said, StartsWith(place));
    return said.substr(std::min(place.size(), said.size()));
  }

  std::string archive() const { return maker.path() + "/evil.facetpack"; }

  test::PackMaker maker;

 private:
  std::vector<std::string> all_files() const {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(maker.path()))
      files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
  }
};

const RawEntry toml{"pack.toml", "name = 'lab'\n"};

TEST_F(HostileArchives, NamesThatLeadOut) {
  EXPECT_EQ(said_of({toml, {"../evil", "x"}}), "'../evil': the name leads out of the pack ('..')");
  EXPECT_EQ(said_of({toml, {"docs/../../evil", "x"}}),
            "'docs/../../evil': the name leads out of the pack ('..')");
  EXPECT_EQ(said_of({toml, {"..", "", '5'}}), "'..': the name leads out of the pack ('..')");
  EXPECT_EQ(said_of({toml, {"/tmp/facet-evil", "x"}}), "'/tmp/facet-evil': the name is absolute");
  EXPECT_EQ(said_of({toml, {"/", "", '5'}}), "'': the name is empty");
  EXPECT_EQ(said_of({toml, pax_header({"path=../evil"}), {"fine", "x"}}),
            "'../evil': the name leads out of the pack ('..')");
}

TEST_F(HostileArchives, Links) {
  const std::string said = "; a pack has files and folders only";
  EXPECT_EQ(said_of({toml, {"docs", "", '2', "/tmp"}, {"docs/facet-evil", "x"}}),
            "'docs': is a link" + said);
  EXPECT_EQ(said_of({toml, {"README.md", "", '2', "pack.toml"}}), "'README.md': is a link" + said);
  EXPECT_EQ(said_of({toml, {"README.md", "", '1', "/etc/passwd"}}),
            "'README.md': is a hard link" + said);
  EXPECT_EQ(said_of({toml, {"README.md", "", '1', "pack.toml"}}),
            "'README.md': is a hard link" + said);
}

TEST_F(HostileArchives, DevicesAndPipes) {
  const std::string said = "; a pack has files and folders only";
  EXPECT_EQ(said_of({toml, {"null", "", '3'}}), "'null': is a device" + said);
  EXPECT_EQ(said_of({toml, {"disk", "", '4'}}), "'disk': is a device" + said);
  EXPECT_EQ(said_of({toml, {"pipe", "", '6'}}), "'pipe': is a pipe" + said);
}

TEST_F(HostileArchives, NamesThatAreThereTwice) {
  EXPECT_EQ(said_of({toml, toml}), "'pack.toml': is there twice");
  EXPECT_EQ(said_of({toml, {"Pack.TOML", "x"}}),
            "'Pack.TOML': differs from 'pack.toml' in nothing but small and capital letters");
  EXPECT_EQ(said_of({toml, {"pack.toml/", "", '5'}}), "'pack.toml': is there twice");
  EXPECT_EQ(said_of({toml, {"a/x", "x"}, {"A/y", "x"}}), "'A/y': lies in 'A', but 'a' is a folder");
  EXPECT_EQ(said_of({toml, {"pack.toml/x", "x"}}),
            "'pack.toml/x': lies in 'pack.toml', but 'pack.toml' is a file");
  EXPECT_EQ(said_of({{"a/x", "x"}, {"a", "x"}}), "'a': is there twice");
}

TEST_F(HostileArchives, NamesWithOddCharacters) {
  const std::string odd =
      ": the name has a character other than letters, digits, '.', '_', '+' and "
      "'-'";
  EXPECT_THAT(said_of({toml, {"a\nb", "x"}}), HasSubstr(odd));
  EXPECT_THAT(said_of({toml, {"a\x1b[2Jb", "x"}}), HasSubstr(odd));
  EXPECT_THAT(said_of({toml, {"a\\..\\b", "x"}}), HasSubstr(odd));
  EXPECT_THAT(said_of({toml, {"C:evil", "x"}}), HasSubstr(odd));
  EXPECT_THAT(said_of({toml, {"moc.\xe2\x80\xaetxt", "x"}}), HasSubstr(odd));
  EXPECT_THAT(said_of({toml, {"\xff\xfe", "x"}}), HasSubstr(odd));
  const std::string begin =
      ": the name has a part that does not begin with a letter, a digit or '_'";
  EXPECT_EQ(said_of({toml, {".bashrc", "x"}}), "'.bashrc'" + begin);
  EXPECT_EQ(said_of({toml, {"./pack.toml", "x"}}), "'./pack.toml'" + begin);
  EXPECT_EQ(said_of({toml, {"-rf", "x"}}), "'-rf'" + begin);
  EXPECT_EQ(said_of({toml, {"a//b", "x"}}), "'a//b': the name has an empty part");
  EXPECT_THAT(said_of({toml, pax_header({"path=" + std::string(300, 'a')}), {"x", "x"}}),
              testing::EndsWith("': the name is longer than 200 characters"));
}

TEST_F(HostileArchives, Bombs) {
  EXPECT_EQ(said_of({toml, {"zeros", std::string(40 << 20, '\0')}}),
            "'zeros': makes the archive unpack to more than 200 times its size");
  EXPECT_EQ(said_of({toml, {"a", std::string(9 << 20, '\0')}, {"b", std::string(9 << 20, '\0')}}),
            "'b': makes the archive unpack to more than 200 times its size");
  std::vector<RawEntry> many;
  for (int i = 0; i <= 10'000; ++i) many.push_back({"f" + std::to_string(i)});
  EXPECT_EQ(said_of(many),
            "'f10000': is one more than the 10000 files and folders that a pack may have");
  EXPECT_EQ(said_of({toml,
                     pax_header({"GNU.sparse.size=9000000000", "GNU.sparse.numblocks=1",
                                 "GNU.sparse.offset=8999999995", "GNU.sparse.numbytes=5"}),
                     {"holes", "12345"}}),
            "'holes': is a file with holes; a pack has files and folders only");
}

TEST_F(HostileArchives, DamagedOnes) {
  std::string bytes = raw_tar({toml});
  bytes[10] = 'x';  // the header's sum does not fit any more
  test::write_compressed(archive(), bytes);
  EXPECT_THAT(said_of_file(),
              testing::AnyOf(StartsWith("is damaged: "), StartsWith("is no archive")));
  const std::string whole = read_text(maker.path() + "/lab-1.0.facetpack");
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{3}, std::size_t{100}, whole.size() / 2, whole.size() - 1}) {
    write_text(archive(), whole.substr(0, size));
    EXPECT_THAT(said_of_file(),
                testing::AnyOf(StartsWith("is damaged: "), StartsWith("is no archive of a pack")))
        << size;
  }
  write_text(archive(), "this is no archive\n");
  EXPECT_THAT(said_of_file(), StartsWith("is no archive of a pack"));
  write_text(archive(), raw_tar({toml}));
  EXPECT_EQ(said_of_file(), "is no archive of a pack: it is not compressed by zstd");
}

}  // namespace
}  // namespace facet
