#include "framework/plugin_loader/plugin_library.h"

#include <dlfcn.h>

#include <boost/dll/shared_library.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <vector>

namespace facet {

namespace {

namespace dll = boost::dll;

/// The file that is being loaded, for the terminate handler.
std::string loading;

[[noreturn]] void name_the_library() {
  std::string thrown = "something that is not a std::exception";
  try {
    if (std::current_exception()) std::rethrow_exception(std::current_exception());
  } catch (const std::exception& exception) {
    thrown = exception.what();
  } catch (...) {
  }
  std::fprintf(stderr, "%s ended the program while it was loaded: a static initialiser threw: %s\n",
               loading.c_str(), thrown.c_str());
  std::abort();
}

/// What a static initialiser throws must not pass the dynamic linker, which holds its locks. dlopen
/// is declared noexcept, so it meets the terminate handler or, where dlopen is inlined, the catch.
boost::system::error_code load(dll::shared_library& library, const std::string& path) {
  loading = path;
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

/// What the dynamic linker says of its last failure, without the path before it.
std::string last_failure(const std::string& path) {
  const char* message = dlerror();
  std::string text = message ? message : "the dynamic linker does not say why";
  if (text.rfind(path + ": ", 0) == 0) text.erase(0, path.size() + 2);
  return text;
}

/// Kept for the life of the process: never unloaded, and reachable for leak checkers.
std::vector<dll::shared_library>& loaded_libraries() {
  static auto* libraries = new std::vector<dll::shared_library>();
  return *libraries;
}

}  // namespace

EntryPoint plugin_entry_point(const std::string& path) {
  return [path](Registrar& registrar) {
    dll::shared_library library;
    if (load(library, path)) throw Error(path + " cannot be loaded: " + last_failure(path));
    const dll::shared_library& kept = loaded_libraries().emplace_back(std::move(library));
    if (!kept.has("facet_register"))
      throw Error(path + " has no entry point: none of its sources has FACET_PLUGIN");
    kept.get<void(Registrar&)>("facet_register")(registrar);
  };
}

}  // namespace facet
