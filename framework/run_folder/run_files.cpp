#include "framework/run_folder/run_files.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "framework/run_folder/run_folder.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

constexpr const char* names[] = {"config.toml",    "run.json",        "history.csv",
                                 "validation.csv", "model.npz",       "checkpoint.npz",
                                 "embedding.npz",  "attribution.npz", "metrics.json",
                                 "report.html",    "seeds.json"};

/// `seed-3`
bool is_seed(const std::string& name) {
  const std::string prefix = "seed-";
  return name.starts_with(prefix) && name.size() > prefix.size() &&
         std::all_of(name.begin() + static_cast<std::ptrdiff_t>(prefix.size()), name.end(),
                     [](unsigned char c) { return std::isdigit(c) || c == '-'; });
}

bool is_name_of_run_file(const std::string& name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names) ||
         (name.starts_with("signal_scale") && name.ends_with(".npz"));
}

bool is_run(const fs::path& folder) {
  std::error_code none;
  return fs::exists(folder / "config.toml", none) && fs::exists(folder / "run.json", none);
}

}  // namespace

std::vector<std::string> run_files_in(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    const std::string name = entry.path().filename();
    if (is_name_of_run_file(name) || (is_seed(name) && entry.is_directory(none)))
      found.push_back(name);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> runs_in(const std::string& folder) {
  std::vector<std::string> seeds;
  for (const std::string& name : run_files_in(folder))
    if (is_seed(name) && is_run(fs::path(folder) / name)) seeds.push_back(folder + "/" + name);
  if (is_run(folder) || seeds.empty()) return {folder};
  const auto number = [](const std::string& path) {
    return std::stoll(path.substr(path.rfind('-') + 1));
  };
  std::ranges::sort(seeds, {}, number);
  return seeds;
}

bool holds_whole_run(const std::string& folder) {
  const std::vector<std::string> files = run_files_in(folder);
  return is_run(folder) || std::any_of(files.begin(), files.end(), [&](const std::string& name) {
           return is_seed(name) && is_run(fs::path(folder) / name);
         });
}

std::vector<std::string> runs_within(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code none;
  for (const auto& entry : fs::recursive_directory_iterator(folder, none)) {
    const fs::path parent = entry.path().parent_path();
    const bool own = parent == fs::path(folder) ||
                     (parent.parent_path() == fs::path(folder) && is_seed(parent.filename()));
    if (entry.path().filename() == "config.toml" && !own) found.push_back(parent);
  }
  return found;
}

bool is_part_of_run(const std::string& path) {
  std::error_code none;
  const fs::path real = fs::weakly_canonical(path, none);
  if (none) return false;
  const std::string folder = real.parent_path(), name = real.filename();
  return (is_name_of_run_file(name) && fs::exists(folder + "/config.toml", none)) ||
         ((name == "seeds.json" || name == "report.html") && holds_whole_run(folder));
}

}  // namespace facet
