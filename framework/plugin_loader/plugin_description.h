#pragma once

#include <chrono>
#include <string>

namespace facet {

/// Checks and loads a plugin that was just built, and writes down what it offers in the file
/// `output`. For a program that does nothing else: where the time is up, the process ends with exit
/// code 1 and a last line on stderr that says what was being done. Throws Error.
void write_plugin_description(const std::string& library, const std::string& output,
                              std::chrono::seconds time_limit);

}  // namespace facet
