#include "plugin_template.h"

#include <filesystem>

#include "facet/error.h"
#include "framework/files/files.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// The name that the template has.
constexpr const char* placeholder = "my_plugin";

fs::path template_folder() {
  return fs::path(program_prefix()) / "share" / "facet" / "template";
}

std::string renamed(std::string text, const std::string& name) {
  const std::string old = placeholder;
  for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += name.size())
    text.replace(at, old.size(), name);
  return text;
}

}  // namespace

std::string program_prefix() {
  return fs::canonical("/proc/self/exe").parent_path().parent_path();
}

std::string write_plugin_template(const std::string& name, const std::string& parent) {
  const fs::path folder = fs::path(parent) / name;
  if (fs::exists(folder)) throw Error(folder.string() + " is there already");
  if (!fs::is_directory(template_folder()))
    throw Error("the template of a plugin is missing: " + template_folder().string());
  fs::create_directories(folder);
  for (const auto& file : fs::directory_iterator(template_folder()))
    write_text(folder / renamed(file.path().filename(), name),
               renamed(read_text(file.path()), name));
  return folder;
}

}  // namespace facet
