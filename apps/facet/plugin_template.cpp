#include "plugin_template.h"

#include <filesystem>

#include "facet/error.h"
#include "framework/files/files.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// The name that the template has.
constexpr const char* placeholder = "my_plugin";

fs::path template_in(const fs::path& prefix) {
  return prefix / "share" / "facet" / "template";
}

std::string renamed(std::string text, const std::string& name) {
  const std::string old = placeholder;
  for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += name.size())
    text.replace(at, old.size(), name);
  return text;
}

}  // namespace

std::string program_prefix() {
  fs::path prefix = fs::canonical("/proc/self/exe").parent_path();
  while (!fs::is_directory(template_in(prefix)) && prefix.has_relative_path())
    prefix = prefix.parent_path();
  if (!prefix.has_relative_path())
    throw Error(
        "the template of a plugin is missing: no folder above this program has a "
        "share/facet/template");
  return prefix;
}

std::string write_plugin_template(const std::string& name, const std::string& parent) {
  const fs::path folder = fs::path(parent) / name;
  if (fs::exists(folder)) throw Error(folder.string() + " is there already");
  const fs::path from = template_in(program_prefix());
  fs::create_directories(folder);
  for (const auto& file : fs::directory_iterator(from))
    write_text(folder / renamed(file.path().filename(), name),
               renamed(read_text(file.path()), name));
  return folder;
}

}  // namespace facet
