#pragma once

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "integration/small_run.h"
#include "run_program.h"
#include "temporary_folder.h"

namespace facet {

using Words = std::vector<std::string>;

/// The program in a folder with a small run's config and recording.
class RunCommands : public testing::Test {
 protected:
  RunCommands() { write_small_run(folder()); }

  ProgramResult facet(Words words) const {
    words.insert(words.begin(), FACET_PROGRAM);
    return run_program(words, folder());
  }
  ProgramResult train_run(const Words& more = {}) const {
    Words words{"train", "run.toml", "--out", "run", "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    return facet(words);
  }
  std::string read(const std::string& file) const { return read_text(folder() + "/" + file); }
  const std::string& folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

}  // namespace facet
