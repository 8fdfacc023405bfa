#include "framework/plugin_loader/plugin_library.h"

#include <dlfcn.h>
#include <link.h>
#include <unistd.h>

#include <boost/algorithm/string/replace.hpp>
#include <boost/dll/shared_library.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <mutex>
#include <vector>

#include "framework/calls/being_called.h"
#include "framework/calls/kept_environment.h"
#include "framework/files/checksum.h"

namespace facet {

namespace {

namespace dll = boost::dll;

struct LoadedLibrary {
  dll::shared_library library;
  std::shared_ptr<const PluginFile> file;
  std::string checksum;
  std::string name;  ///< of a plugin's own library, under which it is needed; of a plugin empty
};

/// Kept for the life of the process: never unloaded, and reachable for leak checkers. The files
/// stay open with them: the dynamic linker knows a library by its path, which has the descriptor's
/// number, and would take a second file of the same number for the first.
std::vector<LoadedLibrary>& loaded_libraries() {
  static auto* libraries = new std::vector<LoadedLibrary>();
  return *libraries;
}

/// One library is loaded at a time: the registries of a process share what is loaded, and the
/// terminate handler meanwhile.
std::mutex one_at_a_time;

void must_be_unchanged(const PluginFile& file, const std::string& checksum) {
  if (file_checksum(file.descriptor()) != checksum)
    throw Error(
        "the file changed after it was checked; start the program again to have it checked again");
  for (const LoadedLibrary& loaded : loaded_libraries())
    if (same_file(loaded.file->status(), file.status()) && loaded.checksum != checksum)
      throw Error("the file changed after this program loaded it; start the program again");
}

/// Where the dynamic linker finds the open file. A debugger looks there too, and for it `self`
/// would be another process; in a process namespace without a /proc of its own, `self` alone is
/// right.
std::string path_of_descriptor(const PluginFile& file) {
  for (const std::string& process : {std::to_string(::getpid()), std::string("self")}) {
    const std::string path = "/proc/" + process + "/fd/" + std::to_string(file.descriptor());
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && same_file(status, file.status())) return path;
  }
  throw Error("plugins are loaded through /proc, which must be mounted");
}

/// The file that is being loaded, for the terminate handler.
std::string loading;

[[noreturn]] void name_the_library() {
  std::string thrown = "something that is not a std::exception";
  try {
    if (std::current_exception()) std::rethrow_exception(std::current_exception());
  } catch (const std::exception& exception) {
    thrown = *exception.what() ? exception.what() : "an exception without a message";
  } catch (...) {
  }
  std::fprintf(stderr,
               "%s: ended the program while it was loaded: a static initialiser threw: %s\n",
               loading.c_str(), thrown.c_str());
  std::abort();
}

/// What a static initialiser throws must not pass the dynamic linker, which holds its locks. dlopen
/// is declared noexcept, so it meets the terminate handler or, where dlopen is inlined, the catch.
boost::system::error_code load(dll::shared_library& library, const std::string& path) {
  const std::terminate_handler before = std::set_terminate(name_the_library);
  boost::system::error_code error;
  try {
    library.load(path, error, dll::load_mode::rtld_now | dll::load_mode::rtld_local);
  } catch (...) {
    name_the_library();
  }
  std::set_terminate(before);
  return error;
}

/// What the dynamic linker says of its last failure to load `file`, without the path before it.
std::string last_failure(const PluginFile& file, const std::string& path) {
  const char* message = dlerror();
  std::string text = message ? message : "the dynamic linker does not say why";
  boost::algorithm::replace_all(text, path, file.path());
  if (text.starts_with(file.path() + ": ")) text.erase(0, file.path().size() + 2);
  return text;
}

dll::shared_library load(const PluginFile& file, const std::string& checksum) {
  try {
    must_be_unchanged(file, checksum);
    const std::string path = path_of_descriptor(file);
    dll::shared_library library;
    loading = file.path();
    const ComponentOrigin whom{std::filesystem::path(file.path()).stem()};
    const BeingCalled now(whom, "while it was loaded");
    const KeptEnvironment kept;
    if (load(library, path)) throw Error(last_failure(file, path));
    return library;
  } catch (const Error& error) {
    throw Error(file.path() + ": cannot be loaded: " + error.what());
  }
}

/// The path of the library that the host has under this name already; empty: none.
std::string host_library(const std::string& name) {
  std::pair<const std::string&, std::string> search{name, ""};
  const auto look = [](dl_phdr_info* library, std::size_t, void* data) {
    auto& [wanted, found] = *static_cast<decltype(search)*>(data);
    const std::string path = library->dlpi_name;
    if (path.substr(path.rfind('/') + 1) == wanted) found = path;
    return found.empty() ? 0 : 1;
  };
  dl_iterate_phdr(look, &search);
  return search.second;
}

/// Whether the library is loaded already, for another plugin. Throws Error where its name is that
/// of another library: the plugin would get that one.
bool is_loaded(const OwnLibrary& own) {
  for (const LoadedLibrary& loaded : loaded_libraries()) {
    if (loaded.name != own.name) continue;
    if (loaded.checksum == own.checksum) return true;
    throw Error(own.file->path() + ": cannot be loaded: it has the name of " + loaded.file->path() +
                ", which is loaded and is not the same");
  }
  if (const std::string host = host_library(own.name); !host.empty())
    throw Error(own.file->path() + ": cannot be loaded: it has the name of " + host +
                ", which the program has already");
  return false;
}

dll::shared_library load_for_good(const std::shared_ptr<const PluginFile>& file,
                                  const std::string& checksum, const std::string& name = "") {
  const dll::shared_library library = load(*file, checksum);
  loaded_libraries().push_back({library, file, checksum, name});
  return library;
}

}  // namespace

void* plugin_function(const InspectedPlugin& plugin, const std::string& name,
                      const std::string& macro) {
  dll::shared_library library;
  {
    const std::lock_guard lock(one_at_a_time);
    for (const OwnLibrary& own : plugin.libraries)
      if (!is_loaded(own)) load_for_good(own.file, own.checksum, own.name);
    library = load_for_good(plugin.file, plugin.checksum);
  }
  if (!library.has(name))
    throw Error(plugin.file->path() + ": has no entry point: none of its sources has " + macro);
  return ::dlsym(library.native(), name.c_str());
}

EntryPoint plugin_entry_point(InspectedPlugin plugin) {
  return [plugin = std::move(plugin)](Registrar& registrar) {
    using Function = void(Registrar&);
    reinterpret_cast<Function*>(plugin_function(plugin, "facet_register", "FACET_PLUGIN"))(
        registrar);
  };
}

}  // namespace facet
