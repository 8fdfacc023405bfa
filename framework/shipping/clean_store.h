#pragma once

#include <string>

namespace facet {

/// Removes from the store what is of no use: the work folders of processes that were killed, what
/// was decided of packs that are not there (see install_record.h) or built for them, and empty
/// folders. No other
/// process may be changing the store.
void clean_store(const std::string& store);

}  // namespace facet
