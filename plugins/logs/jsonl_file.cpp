#include "jsonl_file.h"

#include <cmath>

#include "number.h"

namespace facet::logs {

namespace {

constexpr const char* begin_of_line = "{\"step\":";

}  // namespace

JsonlFile::JsonlFile(const std::string& folder) : file_(folder + "/log.jsonl", begin_of_line) {}

void JsonlFile::forget_after(std::int64_t step) {
  if (step == 0) return file_.clear();
  file_.replace(file_.without_later(file_.read(), 0, step));
}

void JsonlFile::write(const Row& row) {
  std::string line = begin_of_line + std::to_string(row.step);
  for (const auto& [name, value] : row.values)
    line += ",\"" + name + "\":" + (std::isfinite(value) ? exact_text(value) : "null");
  file_.append(line + "}");
}

}  // namespace facet::logs
