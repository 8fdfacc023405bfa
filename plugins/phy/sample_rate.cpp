#include "sample_rate.h"

#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <string_view>

#include "facet/error.h"

namespace facet::phy {

namespace {

constexpr std::string_view key = "sample_rate", blanks = " \t\r";

[[noreturn]] void unknown(const std::string& why) {
  throw Error("has no sample rate: " + why +
              "; say it by the reader's option, reader = { name = \"phy\", sample_rate = 30000 }");
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

/// What a line gives to `sample_rate`, without its comment.
std::optional<std::string_view> given(std::string_view line) {
  line = without_blanks(line.substr(0, line.find('#')));
  if (!line.starts_with(key)) return std::nullopt;
  line = without_blanks(line.substr(key.size()));
  if (!line.starts_with('=') || line.starts_with("==")) return std::nullopt;
  return without_blanks(line.substr(1));
}

double number(std::string_view text) {
  double rate = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rate);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || !std::isfinite(rate) || rate <= 0)
    unknown("params.py gives `sample_rate` something else than a number of Hz");
  return rate;
}

}  // namespace

double find_sample_rate(const std::string& folder) {
  std::ifstream file(folder + "/params.py", std::ios::binary);
  if (!file) unknown("there is no params.py that can be read");
  std::optional<double> rate;
  for (std::string line; std::getline(file, line);) {
    const auto text = given(line);
    if (!text) continue;
    if (rate) unknown("params.py has several lines `sample_rate = NUMBER`");
    // Of 20000.0 in a file that was cut, 200 would be left.
    if (file.eof()) unknown("params.py ends within its line `sample_rate = NUMBER`");
    rate = number(*text);
  }
  if (!rate) unknown("params.py has no line `sample_rate = NUMBER`");
  return *rate;
}

}  // namespace facet::phy
