#pragma once

#include <string>
#include <vector>

#include "facet/value.h"

namespace facet {

/// The steps of `objective[0].loss.temperature`, which may also be written `objective.0.loss...`:
/// names in tables and indices in lists. A name that is no bare word stands in quotes, as join_key
/// writes it. Throws Error for what is no such key.
std::vector<std::string> key_steps(const std::string& key);

/// The value in `container` (a table or a list) that a step leads to; null when there is none.
const Value* find_step(const Value& container, const std::string& step);
Value* find_step(Value& container, const std::string& step);

/// The value that a key leads to; null when there is none. Owned by `table`.
const Value* find_key(const Table& table, const std::string& key);

/// Where the value of `key` was written; where there is none, its nearest parent's place; no place
/// for an empty key.
Location place_of(const Table& table, const std::string& key);

}  // namespace facet
