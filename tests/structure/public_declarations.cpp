#include "structure/public_declarations.h"

#include <regex>

namespace facet {

namespace {

std::string without(const std::string& text, const char* pattern) {
  return std::regex_replace(text, std::regex(pattern), " ");
}

/// A declaration up to its semicolon or its body.
struct Chunk {
  std::string head;
  bool has_body = false;
  std::string body;
};

/// The declarations of a text one after the other, without those in bodies.
std::vector<Chunk> chunks_of(const std::string& text) {
  std::vector<Chunk> chunks;
  Chunk now;
  int parentheses = 0, braces = 0;
  const auto finish = [&] {
    now.head =
        std::regex_replace(now.head, std::regex("^(\\s|(public|private|protected)\\s*:)+"), "");
    if (!now.head.empty()) chunks.push_back(now);
    now = {};
  };
  for (const char c : text) {
    if (braces == 0) parentheses += (c == '(') - (c == ')');
    if (parentheses == 0 && c == '}' && --braces == 0) {
      finish();
    } else if (parentheses == 0 && c == '{' && ++braces == 1) {
      now.has_body = true;
    } else if (braces == 0 && parentheses == 0 && c == ';') {
      finish();
    } else {
      (braces == 0 ? now.head : now.body) += c;
    }
  }
  return chunks;
}

bool begins_with(const Chunk& chunk, const char* words) {
  return std::regex_search(chunk.head, std::regex("^(" + std::string(words) + ")\\b"));
}

/// `double f(int x)` without template arguments; empty for what is no function.
std::string function_of(const Chunk& chunk) {
  std::string head = chunk.head;
  for (std::string before; before != head;) head = without(before = head, "<[^<>]*>");
  head = head.substr(0, head.find(" = "));
  return head.find('(') == std::string::npos ? "" : head;
}

bool is_class(const Chunk& chunk) {
  return chunk.has_body && begins_with(chunk, "class|struct");
}

bool has_code(const std::string& class_body) {
  for (const Chunk& member : chunks_of(class_body)) {
    if (begins_with(member, "template|using|friend|enum|static_assert")) continue;
    if (is_class(member) ? has_code(member.body)
                         : std::regex_search(member.head, std::regex("\\b(virtual|override)\\b")))
      return true;
    const bool made_by_compiler =
        std::regex_search(member.head, std::regex("= (default|delete)\\s*$"));
    if (!member.has_body && !made_by_compiler && !function_of(member).empty()) return true;
  }
  return false;
}

std::string name_before(const std::string& text, const char* what) {
  std::smatch match;
  std::regex_search(text, match, std::regex("(\\w+)\\s*" + std::string(what)));
  return match.empty() ? text : match.str(1);
}

void collect(const std::string& text, std::vector<PublicDeclaration>& found) {
  for (const Chunk& chunk : chunks_of(text)) {
    const bool exported = chunk.head.find("FACET_API") != std::string::npos;
    if (begins_with(chunk, "namespace"))
      collect(chunk.body, found);
    else if (is_class(chunk))
      found.push_back(
          {name_before(chunk.head, "(final\\s*)?(:|$)"), exported, has_code(chunk.body)});
    else if (!begins_with(chunk, "template|using|enum") && !chunk.has_body &&
             !function_of(chunk).empty())
      found.push_back({name_before(function_of(chunk), "\\("), exported, true});
  }
}

}  // namespace

std::vector<PublicDeclaration> public_declarations(const std::string& header) {
  std::string text = without(header, "/\\*[^*]*\\*+([^/*][^*]*\\*+)*/");
  text = without(text, "//[^\n]*");
  text = without(text, "#([^\n]*\\\\\n)*[^\n]*");
  text = without(text, "\"([^\"\\\\]|\\\\.)*\"");
  text = without(text, "'([^'\\\\\n]|\\\\.)'");
  text = without(text, "\\[\\[[^\\]]*\\]\\]");
  std::vector<PublicDeclaration> found;
  collect(text, found);
  return found;
}

}  // namespace facet
