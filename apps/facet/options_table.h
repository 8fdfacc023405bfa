#pragma once

#include <string>
#include <vector>

#include "facet/options.h"

namespace facet {

/// `required`, `-` for none, or the default as TOML writes it.
std::string default_text(const OptionInfo& option);

/// Its line of doc, and whether a resumed run may change it.
std::string meaning(const OptionInfo& option);

/// A Markdown table of options, one row each; members of tables follow with their key's path. Empty
/// when there are none.
std::string options_table(const std::vector<OptionInfo>& options);

/// Text in backquotes; empty stays empty.
std::string code(const std::string& text);

/// `text` with a capital and a full stop.
std::string sentence(std::string text);

/// A heading with the blank lines that it needs.
std::string heading(int level, const std::string& text);

}  // namespace facet
