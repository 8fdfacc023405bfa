#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "framework/files/files.h"

namespace facet {

/// A block of code in a page, without its indent or fence.
struct CodeBlock {
  std::size_t line;  ///< where it begins, from 1
  std::string text;  ///< ends with a line break
};

/// Those of a page in Markdown: indented by four after an empty line, or between fences.
inline std::vector<CodeBlock> code_blocks(const std::string& path) {
  std::istringstream page(read_text(path));
  std::vector<CodeBlock> blocks;
  enum { text, indented, fenced } in = text;
  std::string before;
  std::size_t number = 1;
  for (std::string line; std::getline(page, line); ++number) {
    const bool fence = line.starts_with("```"), indent = line.starts_with("    ");
    if (in == indented && !indent && !line.empty()) in = text;
    const bool begins = in == text && ((indent && before.empty()) || fence);
    if (begins) blocks.push_back({fence ? number + 1 : number, ""});
    if (begins)
      in = fence ? fenced : indented;
    else if (in == fenced && fence)
      in = text;
    if (in == indented) blocks.back().text += (indent ? line.substr(4) : "") + "\n";
    if (in == fenced && !fence) blocks.back().text += line + "\n";
    before = line;
  }
  for (CodeBlock& block : blocks) block.text.erase(block.text.find_last_not_of('\n') + 2);
  return blocks;
}

}  // namespace facet
