// What lies in a search path and is no plugin, or leads nowhere: named and passed over.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

#include "framework/files/files.h"
#include "framework/plugin_loader/environment.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/plugin_loader/zoo.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::refusal;
using test::Zoo;

/// Why a search path is refused as a whole.
std::string folder_refusal(const std::string& folder) {
  Registry registry;
  find_plugins(registry, {folder});
  if (registry.refused().size() != 1) return "";
  EXPECT_EQ(registry.refused()[0].path, folder);
  return registry.refused()[0].reason;
}

fs::path pipe_in(const fs::path& folder, const char* name) {
  EXPECT_EQ(::mkfifo((folder / name).c_str(), 0600), 0);
  return folder / name;
}

fs::path socket_in(const fs::path& folder, const char* name) {
  const fs::path path = folder / name;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, path.c_str(), sizeof(address.sun_path) - 1);
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
  EXPECT_EQ(::bind(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
  ::close(descriptor);
  return path;
}

TEST(SearchFolders, OneThatLeadsNowhereIsTold) {
  EXPECT_EQ(folder_refusal("/not/there"), "there is no such folder");
}

TEST(SearchFolders, OneThatIsNoFolderIsTold) {
  const TemporaryFolder folder;
  EXPECT_EQ(folder_refusal(pipe_in(folder.path(), "pipe")), "it is a pipe, not a folder");
  EXPECT_EQ(folder_refusal(socket_in(folder.path(), "socket")), "it is a socket, not a folder");
  EXPECT_EQ(folder_refusal("/dev/null"), "it is a device, not a folder");
  EXPECT_EQ(folder_refusal("/proc/self/exe"), "it is a file, not a folder");
}

TEST(SearchFolders, ALinkToItselfIsTold) {
  const TemporaryFolder folder;
  const fs::path link = fs::path(folder.path()) / "loop";
  fs::create_directory_symlink(link, link);
  EXPECT_EQ(folder_refusal(link), "it cannot be read: Too many levels of symbolic links");
}

TEST(SearchFolders, WhatIsNoFileInsideIsToldAndTheOthersAreUsed) {
  {
    const Zoo zoo;
    EXPECT_EQ(refusal(zoo, pipe_in(zoo.folder(), "pipe.so")), "it is a pipe, not a file");
  }
  {
    const Zoo zoo;
    EXPECT_EQ(refusal(zoo, socket_in(zoo.folder(), "s.so")), "it is a socket, not a file");
  }
  {
    const Zoo zoo;
    fs::create_symlink("/dev/zero", zoo.folder() / "zero.so");
    EXPECT_EQ(refusal(zoo, zoo.folder() / "zero.so"), "it is a device, not a file");
  }
  {
    const Zoo zoo;
    fs::create_directory(zoo.folder() / "folder.so");
    EXPECT_EQ(refusal(zoo, zoo.folder() / "folder.so"), "it is a folder, not a file");
  }
}

TEST(SearchFolders, LinksThatLeadNowhereOrToThemselvesAreTold) {
  {
    const Zoo zoo;
    fs::create_symlink("gone.so", zoo.folder() / "link.so");
    EXPECT_EQ(refusal(zoo, zoo.folder() / "link.so"),
              "it cannot be opened: No such file or directory");
  }
  {
    const Zoo zoo;
    fs::create_symlink("loop.so", zoo.folder() / "loop.so");
    EXPECT_EQ(refusal(zoo, zoo.folder() / "loop.so"),
              "it cannot be opened: Too many levels of symbolic links");
  }
}

TEST(SearchFolders, APipeInPlaceOfWhatAPluginNeedsIsTold) {
  Zoo zoo;
  const fs::path library = zoo.add("other_names");
  pipe_in(zoo.folder(), "other_names.components.json");
  EXPECT_THAT(refusal(zoo, library), testing::HasSubstr("other_names.components.json"));
}

TEST(SearchFolders, ALinkInPlaceOfWhatAPluginNeedsThatLeadsToItselfIsTold) {
  Zoo zoo;
  const fs::path library = zoo.add("other_names");
  const fs::path link = zoo.folder() / "other_names.components.json";
  fs::create_symlink(link, link);
  EXPECT_EQ(refusal(zoo, library),
            link.string() + ": cannot be read: Too many levels of symbolic links");
}

TEST(SearchFolders, AStoreOfPacksThatCannotBeReadIsTold) {
  const TemporaryFolder folder;
  const std::string store = folder.path() + "/packs";
  write_text(store, "no folder");
  const test::Environment place("FACET_PACK_PATH", store);
  const auto registry = open_registry();
  ASSERT_EQ(registry->refused().size(), 1U);
  EXPECT_EQ(registry->refused()[0].path, store);
  EXPECT_EQ(registry->refused()[0].reason, "it is a file, not a folder");
}

}  // namespace
}  // namespace facet
