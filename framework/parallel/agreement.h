#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "framework/ranks/ranks.h"

namespace facet {

/// What a rank says of itself, and where it runs.
struct FactsOfRank {
  std::string host;
  std::vector<RankFact> facts;
};

/// A line for each fact that is not the same on every rank, in the order of the first rank's:
/// `libtorch: 1.13.1 on rank 0 (n1), 2.6.0 on ranks 1, 2 (n2, n3)`.
std::vector<std::string> differences(const std::vector<FactsOfRank>& ranks);

/// Facts as one text, and back.
std::string to_text(const std::vector<RankFact>& facts);
std::vector<RankFact> facts_of(const std::string& text);

}  // namespace facet
