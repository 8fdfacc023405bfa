#include "framework/plugin_loader/torchscript_format.h"

#include <c10/util/Exception.h>
#include <caffe2/serialize/inline_container.h>
#include <caffe2/serialize/read_adapter_interface.h>

#include <memory>

#include "facet/error.h"

namespace facet {

namespace {

/// The open file, as libtorch reads archives.
class OpenArchive : public caffe2::serialize::ReadAdapterInterface {
 public:
  explicit OpenArchive(const PluginFile& file) : file_(file) {}

  std::size_t size() const override { return static_cast<std::size_t>(file_.status().st_size); }
  std::size_t read(std::uint64_t from, void* to, std::size_t count, const char*) const override {
    return from < size() ? file_.read(from, static_cast<char*>(to), count) : 0;
  }

 private:
  const PluginFile& file_;
};

}  // namespace

void require_torchscript(const PluginFile& file) {
  try {
    caffe2::serialize::PyTorchStreamReader archive(std::make_shared<OpenArchive>(file));
    if (!archive.hasRecord("constants.pkl"))
      throw Error(
          "it is no TorchScript, which torch.jit.save writes, but another archive of torch's");
  } catch (const Error&) {
    throw;
  } catch (const std::exception& error) {
    const auto* with_backtrace = dynamic_cast<const c10::Error*>(&error);
    const std::string text =
        with_backtrace ? with_backtrace->what_without_backtrace() : error.what();
    throw Error("this libtorch cannot read it: " + text.substr(0, text.find('\n')));
  }
}

}  // namespace facet
