#pragma once

#include <string>

#include "facet/recording.h"

namespace facet {

/// `sha256:...` of what a training sees of a recording: signals, labels and segments, to the last
/// bit. It is the same whether they come from a file, in whatever format, or from memory. Reads all
/// of the signals once (about 5 s a GB).
std::string recording_checksum(const Recording& recording);

}  // namespace facet
