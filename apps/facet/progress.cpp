#include "progress.h"

#include <cmath>
#include <ostream>

#include "framework/figures/text_table.h"

namespace facet {

namespace {

constexpr double seconds_between_bars = 0.1;
constexpr int bar_width = 24;

std::string two_digits(long number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// `1:02:05`, `2:05`
std::string duration(double seconds) {
  const long total = std::lround(seconds);
  const long hours = total / 3600, minutes = total / 60 % 60, rest = total % 60;
  return (hours > 0 ? std::to_string(hours) + ":" + two_digits(minutes) : std::to_string(minutes)) +
         ":" + two_digits(rest);
}

struct Losses {
  std::string total;
  std::string objectives;  ///< ` (objective0 3.0300, objective1 2.0012)`
};

Losses losses_of(const Report& report) {
  const std::string suffix = ".loss";
  std::string total, objectives;
  const std::vector<double> values = read_values(report.quantities);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Quantity& quantity = report.quantities[i];
    const std::string value = four_digits(values[i]);
    if (quantity.name == "total") total = value;
    if (!quantity.name.ends_with(suffix)) continue;
    const std::string name = quantity.name.substr(0, quantity.name.size() - suffix.size());
    objectives += (objectives.empty() ? "" : ", ") + name + " " + value;
  }
  return {total, objectives.empty() ? "" : " (" + objectives + ")"};
}

double fraction(const Report& report) {
  return static_cast<double>(report.step) / static_cast<double>(report.num_steps);
}

std::string bar(const Report& report) {
  const int filled = static_cast<int>(fraction(report) * bar_width);
  return "[" + std::string(filled, '=') + std::string(bar_width - filled, ' ') + "] ";
}

/// Without the bar where only that fits beside the first loss, and cut where it is longer: a line
/// that is broken cannot be written over.
std::string fitted(const std::string& bar, const std::string& line, std::size_t width) {
  constexpr std::size_t up_to_loss = 55;
  std::string text = bar.size() + up_to_loss < width ? bar + line : line;
  if (text.size() < width) return text;
  const std::string more = width > 10 ? "..." : "";
  return text.substr(0, width - 1 - more.size()) + more;
}

}  // namespace

Progress::Progress(std::ostream& out, bool terminal, std::int64_t log_frequency, Clock clock,
                   Width width)
    : out_(out),
      terminal_(terminal),
      log_frequency_(log_frequency),
      clock_(std::move(clock)),
      width_(std::move(width)),
      start_(clock_()) {}

double Progress::seconds() const {
  return std::chrono::duration<double>(clock_() - start_).count();
}

std::string Progress::line(const Report& report) const {
  const double rate = static_cast<double>(report.step - first_ + 1) / std::max(seconds(), 1e-9);
  const double left = static_cast<double>(report.num_steps - report.step) / rate;
  const Losses losses = losses_of(report);
  return "step " + std::to_string(report.step) + " of " + std::to_string(report.num_steps) + ", " +
         digits(rate, 1) + " steps/s, " + duration(left) + " left, loss " + losses.total +
         (held_out_.empty() ? "" : ", held-out " + held_out_) + losses.objectives;
}

void Progress::clear_bar() {
  if (!bar_.empty()) out_ << '\r' << std::string(bar_.size(), ' ') << '\r';
  bar_.clear();
}

Training Progress::on_step(const Report& report) {
  if (first_ == 0) first_ = report.step;
  const bool last = report.step == report.num_steps;
  if (!terminal_) {
    if (last || report.step % log_frequency_ == 0) out_ << line(report) << std::endl;
    return Training::goes_on;
  }
  if (!last && shown_ >= 0 && seconds() - shown_ < seconds_between_bars) return Training::goes_on;
  shown_ = seconds();
  clear_bar();
  bar_ = fitted(bar(report), line(report), width_());
  out_ << bar_ << std::flush;
  return Training::goes_on;
}

Training Progress::on_validation(const Report& report) {
  clear_bar();
  const Losses losses = losses_of(report);
  held_out_ = losses.total;
  out_ << "step " << report.step << ", held-out loss " << losses.total << losses.objectives
       << std::endl;
  return Training::goes_on;
}

void Progress::on_end() {
  if (!bar_.empty()) out_ << std::endl;
  bar_.clear();
}

}  // namespace facet
