#include "apps/facet/plugin/plugin_template.h"

#include <boost/algorithm/string/replace.hpp>
#include <filesystem>

#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/shipping/program_prefix.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// What every plugin has, whatever is in it.
constexpr const char* project = "project";

fs::path templates() {
  return shared_folder() / "templates";
}

}  // namespace

std::vector<std::string> template_kinds() {
  return {"attribution",
          "criterion",
          "distribution",
          "learning_rate",
          "mask",
          "model",
          "observer",
          "optimizer",
          "prior",
          "reader",
          "regularizer",
          "scheduler",
          "supervised_criterion",
          "writer"};
}

std::string write_plugin_template(const std::string& kind, const std::string& name,
                                  const std::string& parent) {
  const fs::path folder = fs::path(parent) / name;
  if (fs::exists(folder)) throw Error(folder.string() + " is there already");
  fs::create_directories(folder);
  const auto filled_in = [&](std::string text) {
    boost::algorithm::replace_all(text, "my_plugin", name);
    boost::algorithm::replace_all(text, "KIND", kind);
    return text;
  };
  for (const fs::path& from : {templates() / project, templates() / kind})
    for (const auto& file : fs::directory_iterator(from))
      write_text(folder / filled_in(file.path().filename()), filled_in(read_text(file.path())));
  return folder;
}

}  // namespace facet
