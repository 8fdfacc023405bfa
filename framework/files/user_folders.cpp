#include "framework/files/user_folders.h"

#include <cstdlib>

namespace facet {

namespace {

std::string folder_of(const char* variable, const std::string& below_home) {
  const auto value = [](const char* name) -> std::string {
    const char* text = std::getenv(name);
    return text ? text : "";
  };
  if (const std::string own = value(variable); !own.empty()) return own + "/facet";
  if (const std::string home = value("HOME"); !home.empty()) return home + below_home + "/facet";
  return "";
}

}  // namespace

std::string user_config_folder() {
  return folder_of("XDG_CONFIG_HOME", "/.config");
}

std::string user_data_folder() {
  return folder_of("XDG_DATA_HOME", "/.local/share");
}

}  // namespace facet
