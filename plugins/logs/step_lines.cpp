#include "step_lines.h"

#include <charconv>
#include <filesystem>
#include <fstream>

#include "facet/atomic_file.h"
#include "facet/error.h"
#include "facet/text.h"

namespace facet::logs {

std::vector<std::string> StepLines::read() const {
  std::vector<std::string> lines;
  if (!std::filesystem::exists(path_)) return lines;
  std::ifstream file(path_, std::ios::binary);
  for (std::string line; std::getline(file, line) && !file.eof();) lines.push_back(line);
  if (!file.eof()) throw Error(path_ + ": cannot be read, so the log cannot go on");
  return lines;
}

std::int64_t StepLines::step_of(const std::string& line, std::size_t number) const {
  std::int64_t step = 0;
  const char* const end = line.data() + line.size();
  if (!line.starts_with(before_step_) ||
      std::from_chars(line.data() + before_step_.size(), end, step).ec != std::errc())
    throw Error(path_ + ":" + std::to_string(number) + ": must begin with " + before_step_ +
                "STEP, got '" + printable(line.substr(0, 40)) +
                "': the log cannot go on; move the file, and a new one is begun");
  return step;
}

std::vector<std::string> StepLines::without_later(const std::vector<std::string>& lines,
                                                  std::size_t num_headers,
                                                  std::int64_t step) const {
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (i < num_headers || step_of(lines[i], i + 1) <= step) kept.push_back(lines[i]);
  return kept;
}

void StepLines::clear() {
  file_.reset();
  file_.emplace(path_, AppendedFile::Old::emptied);
}

void StepLines::replace(const std::vector<std::string>& lines) {
  file_.reset();
  AtomicFile file(path_);
  for (const std::string& line : lines) file.write(line + "\n");
  file.finish();
  file_.emplace(path_, AppendedFile::Old::kept);
}

void StepLines::append(const std::string& line) {
  file_->append(line + "\n");
}

}  // namespace facet::logs
