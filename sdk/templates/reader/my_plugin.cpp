#include <filesystem>
#include <fstream>

#include "facet/error.h"
#include "facet/plugin.h"
#include "facet/reader.h"

namespace {

/// Files of the numbers of bins and of channels (int64), and the signals, bin by bin (float32), in
/// the byte order of the machine. In a config, by the file's extension:
///
///     [data]
///     file = "recording.signals"
class SignalsReader : public facet::Reader {
 public:
  static inline const facet::Documentation documentation = {
      .shapes = "signals: bins x channels, float32"};

  facet::FileArrays list(const std::string& path) const override {
    facet::require_readable(path);
    std::int64_t sizes[2] = {};
    std::ifstream(path, std::ios::binary).read(reinterpret_cast<char*>(sizes), sizeof sizes);
    const auto [bins, channels] = sizes;
    const auto given = static_cast<std::int64_t>(std::filesystem::file_size(path));
    if (bins < 1 || channels < 1 || bins > given / channels ||
        given != static_cast<std::int64_t>(sizeof sizes) + bins * channels * 4)
      throw facet::Error(path + ": is damaged: " + std::to_string(given) + " bytes do not hold " +
                         std::to_string(bins) + " bins of " + std::to_string(channels) +
                         " channels");
    return {{"signals", {bins, channels}, at::kFloat, [=] {
               at::Tensor values = facet::memory_for({bins, channels}, at::kFloat);
               std::ifstream file(path, std::ios::binary);
               file.seekg(sizeof sizes);
               if (!file.read(static_cast<char*>(values.data_ptr()), bins * channels * 4))
                 throw facet::Error(path + ": 'signals' cannot be read to its end");
               return values;
             }}};
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<SignalsReader>("signals", "signals behind their sizes");
}
