#pragma once

#include <optional>

#include "appended_file.h"
#include "log_file.h"

namespace facet::logs {

/// `tensorboard/events.out.tfevents.SECONDS.facet`, a file for each time that the run began or went
/// on. TensorBoard reads them in the order of their names; what a later one says is forgotten stays
/// in the earlier ones.
class EventFiles : public LogFile {
 public:
  explicit EventFiles(const std::string& folder) : folder_(folder + "/tensorboard") {}
  void forget_after(std::int64_t step) override;
  void write(const Row& row) override;

 private:
  const std::string folder_;
  std::optional<AppendedFile> file_;
};

}  // namespace facet::logs
