#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace facet {

/// Where the signals of a recording come from, for what is told of them.
struct SignalSource {
  std::vector<std::string> names;  ///< of the arrays, as the config has them
  at::Tensor channels;             ///< which of the file's channels were selected; undefined: all
  /// The value of a bin and a channel of the file as it stands there, before it became float32.
  std::function<double(std::int64_t bin, std::int64_t channel)> stored;
  std::vector<std::string> arrays = {};  ///< of several: in which each of the file's channels is

  /// The number that a channel has in the file.
  std::int64_t in_file(std::int64_t channel) const {
    return channels.defined() ? channels[channel].item<std::int64_t>() : channel;
  }

  /// `2`, or of signals in several arrays `2 ('unit_2')`.
  std::string text(std::int64_t channel) const {
    const std::int64_t number = in_file(channel);
    const std::string text = std::to_string(number);
    return arrays.empty() ? text
                          : text + " ('" + arrays.at(static_cast<std::size_t>(number)) + "')";
  }
};

}  // namespace facet
