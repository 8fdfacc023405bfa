#include "framework/sweeping/swept_keys.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/toml/key_path.h"

namespace facet {

namespace {

constexpr const char* right_grid = "is not KEY=VALUE,VALUE, such as training.batch_size=256,512";
constexpr const char* right_range =
    "is not KEY=LOW..HIGH or KEY=LOW..HIGH:log, such as training.optimizer.lr=1e-5..1e-2:log";

/// The key before the first `=`; `rest` is what follows.
std::string key_of(const std::string& text, const char* right, std::string& rest) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) throw Error("'" + text + "' " + right);
  rest = text.substr(equals + 1);
  const std::string key = text.substr(0, equals);
  key_steps(key);  // throws
  if (key == "training.seed") throw Error("training.seed is what --seeds varies");
  if (key == "output.folder") throw Error("output.folder is chosen by the sweep");
  if (key.starts_with("plugins")) throw Error(key + " is the same for all trials: use --set");
  return key;
}

/// At the commas that stand in no brackets and no quotes.
std::vector<std::string> split_values(const std::string& text) {
  std::vector<std::string> values(1);
  int depth = 0;
  char quote = 0;
  for (const char letter : text) {
    if (quote)
      quote = letter == quote ? 0 : quote;
    else if (letter == '"' || letter == '\'')
      quote = letter;
    else if (letter == '[' || letter == '{')
      ++depth;
    else if (letter == ']' || letter == '}')
      --depth;
    if (letter == ',' && depth == 0 && !quote)
      values.emplace_back();
    else
      values.back() += letter;
  }
  return values;
}

/// Whether it is whole is told by how it is written: `1e3` is not.
double number_of(const std::string& text, const std::string& whole_text, bool& whole) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || error != std::errc() || rest != end || !std::isfinite(number))
    throw Error("'" + whole_text + "' " + right_range);
  whole = whole && text.find_first_of(".eE") == std::string::npos && std::abs(number) < 1e15;
  return number;
}

}  // namespace

GridKey parse_grid_key(const std::string& text) {
  std::string rest;
  GridKey grid{key_of(text, right_grid, rest), {}};
  grid.values = split_values(rest);
  for (auto value = grid.values.begin(); value != grid.values.end(); ++value) {
    if (value->empty()) throw Error("'" + text + "' has a value that is empty: it " + right_grid);
    if (std::find(grid.values.begin(), value, *value) != value)
      throw Error(grid.key + " has the value " + *value + " twice");
  }
  return grid;
}

RandomKey parse_random_key(const std::string& text) {
  std::string rest;
  RandomKey range{key_of(text, right_range, rest)};
  if (rest.ends_with(":log")) {
    range.logarithmic = true;
    rest.resize(rest.size() - 4);
  }
  const std::size_t dots = rest.find("..");
  if (dots == std::string::npos) throw Error("'" + text + "' " + right_range);
  range.whole = true;
  range.low = number_of(rest.substr(0, dots), text, range.whole);
  range.high = number_of(rest.substr(dots + 2), text, range.whole);
  if (range.low >= range.high) throw Error(range.key + ": LOW must be less than HIGH, got " + rest);
  if (range.logarithmic && range.low <= 0)
    throw Error(range.key + ": LOW must be > 0 with :log, got " + rest);
  return range;
}

std::string draw(const RandomKey& key, Random& random) {
  const double end = key.whole ? key.high + 1 : key.high;
  const double at = random.uniform();
  const double value = key.logarithmic ? std::exp(std::log(key.low) + at * std::log(end / key.low))
                                       : key.low + at * (end - key.low);
  if (key.whole)
    return std::to_string(
        static_cast<std::int64_t>(std::clamp(std::floor(value), key.low, key.high)));
  const std::string text = number_text(value, 4);
  double rounded = 0;
  std::from_chars(text.data(), text.data() + text.size(), rounded);
  return rounded < key.low || rounded > key.high ? number_text(value, 17) : text;
}

}  // namespace facet
