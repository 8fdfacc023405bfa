#include "framework/plugin_loader/plugin_note.h"

#include <algorithm>
#include <sstream>

#include "facet/build.h"
#include "facet/c_interface.h"
#include "facet/error.h"
#include "framework/packs/cxx_abi.h"
#include "framework/plugin_loader/other_host.h"

namespace facet {

namespace {

constexpr const char* c_interface_key = "c-interface";
constexpr const char* cxx_abi_key = "c++-abi";

using Fields = std::vector<std::pair<std::string, std::string>>;

Fields parse_lines(const std::string& text) {
  Fields fields;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t equals = line.find('=');
    if (equals != std::string::npos)
      fields.emplace_back(line.substr(0, equals), line.substr(equals + 1));
  }
  return fields;
}

/// Takes a field out of the list.
std::string take(Fields& fields, const std::string& key) {
  std::string value;
  std::erase_if(fields, [&](const auto& field) {
    if (field.first != key) return false;
    value = field.second;
    return true;
  });
  return value;
}

std::string value_of(const Fields& fields, const std::string& key) {
  for (const auto& [name, value] : fields)
    if (name == key) return value;
  return "nothing";
}

/// How a key of facet/build.h reads in a sentence.
std::string in_words(const std::string& key) {
  if (key == "sdk") return "Facet's sdk";
  if (key == cxx_abi_key) return "C++ ABI";
  if (key == "cxx11-strings") return "_GLIBCXX_USE_CXX11_ABI =";
  if (key == "containers") return "libstdc++ in mode";
  if (key == c_interface_key) return "Facet's C interface";
  return key;
}

/// How a value of facet/build.h reads in a sentence.
std::string shown_value(const std::string& key, const std::string& value) {
  return key == cxx_abi_key ? shown_cxx_abi(value) : value;
}

/// What must be the same on the side of the host.
Fields host_side(const PluginNote& note) {
  if (note.is_of_c_interface()) return {{c_interface_key, FACET_QUOTE(FACET_C_INTERFACE)}};
  return parse_lines(host_build());
}

std::string advice(const PluginNote& note) {
  if (note.is_of_c_interface()) return "build it again with this Facet's facet/c_interface.h";
  return "build it again for this Facet, with " + host_compiler() +
         " (facet_add_plugin, facet plugin build), or install a pack that carries its sources";
}

}  // namespace

bool PluginNote::is_of_c_interface() const {
  return std::any_of(build.begin(), build.end(),
                     [](const auto& field) { return field.first == c_interface_key; });
}

PluginNote read_plugin_note(const ElfFile& library) {
  const std::string text = library.note(".note.facet", "Facet");
  if (text.empty())
    throw Error(
        "it has no note of Facet: plugins are built by facet_add_plugin, "
        "those in C have FACET_C_PLUGIN");
  PluginNote note;
  note.build = parse_lines(text);
  note.plugin = take(note.build, "plugin");
  note.version = take(note.build, "version");
  return note;
}

void require_same_build(const PluginNote& note) {
  std::string mismatch;
  for (const auto& [key, ours] : host_side(note)) {
    const std::string theirs = value_of(note.build, key);
    if (theirs == ours) continue;
    mismatch += (mismatch.empty() ? "built for " : "; built for ") + in_words(key) + " " +
                shown_value(key, theirs) + ", this host runs " + shown_value(key, ours);
  }
  if (!mismatch.empty()) throw BuiltForOtherHost(mismatch, advice(note));
}

}  // namespace facet
