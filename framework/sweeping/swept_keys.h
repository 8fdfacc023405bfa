#pragma once

#include <string>
#include <vector>

#include "facet/random.h"

namespace facet {

/// `training.batch_size=256,512`: a key of the config, and the values that it takes in turn. Each
/// is TOML, as --set has it; a comma within brackets or quotes belongs to a value.
struct GridKey {
  std::string key;
  std::vector<std::string> values;
};

/// Throws Error that says what would be right.
GridKey parse_grid_key(const std::string& text);

/// `training.optimizer.lr=1e-5..1e-2:log`: a key that is drawn, evenly from the range or, with
/// `:log`, from that of its logarithm. Whole numbers are drawn where both ends are whole; the ends
/// belong to the range.
struct RandomKey {
  std::string key;
  double low = 0, high = 1;
  bool logarithmic = false, whole = false;
};

/// Throws Error that says what would be right.
RandomKey parse_random_key(const std::string& text);

/// As --set takes it, with at most four digits that count where it is not whole.
std::string draw(const RandomKey& key, Random& random);

}  // namespace facet
