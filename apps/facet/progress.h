#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>

#include "facet/observer.h"
#include "terminal_width.h"

namespace facet {

/// Shows how training goes on: on a terminal one line with a bar that is written over and as
/// long as the terminal is wide, elsewhere a plain line every `log_frequency` steps; a line for
/// every validation. With steps per second, time left, the loss, that of the last validation, and
/// the loss of each objective.
class Progress : public Observer {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;
  using Width = std::function<std::size_t()>;  ///< columns of the terminal; more than one

  /// `out` must outlive this object.
  Progress(std::ostream& out, bool terminal, std::int64_t log_frequency,
           Clock clock = std::chrono::steady_clock::now, Width width = terminal_width);

  Training on_step(const Report& report) override;
  Training on_validation(const Report& report) override;
  void on_end() override;

 private:
  std::string line(const Report& report) const;
  double seconds() const;  ///< since the first step began
  void clear_bar();

  std::ostream& out_;
  const bool terminal_;
  const std::int64_t log_frequency_;
  const Clock clock_;
  const Width width_;
  const std::chrono::steady_clock::time_point start_;
  std::int64_t first_ = 0;     // step that was seen; a resumed run does not begin with 1
  double shown_ = -1;          // when the bar was last written
  std::string held_out_ = "";  // loss of the last validation
  std::string bar_ = "";       // what stands on the terminal's line
};

}  // namespace facet
