#include "framework/plugin_loader/torchscript_file.h"

#include "framework/files/checksum.h"

namespace facet {

namespace {

/// The whole of the open file. One that became shorter has another checksum.
std::string read_all(const PluginFile& file) {
  std::string bytes(static_cast<std::size_t>(file.status().st_size), '\0');
  bytes.resize(file.read(0, bytes.data(), bytes.size()));
  return bytes;
}

std::string shapes_of(const TorchScriptPlugin& plugin) {
  if (plugin.kind == "model")
    return "B x N x " + std::to_string(*plugin.left + *plugin.right) + " to B x O";
  return plugin.form == "contrastive" ? "reference, positive: B x d; negative: M x d"
                                      : "prediction: B x d; target: B rows";
}

}  // namespace

ComponentInfo torchscript_info(const TorchScriptPlugin& plugin) {
  ComponentInfo info;
  info.kind = plugin.kind;
  info.form = plugin.form.value_or("");
  info.name = plugin.plugin;
  info.summary = plugin.summary + " (TorchScript: deprecated by libtorch)";
  info.documentation.formula = "what " + plugin.plugin + ".pt says";
  info.documentation.shapes = shapes_of(plugin);
  return info;
}

TorchScriptComponent read_torchscript(const InspectedPlugin& plugin) {
  const std::string& path = plugin.file->path();
  try {
    TorchScriptComponent component{
        plugin.components.at(0),
        {plugin.torchscript->left.value_or(0), plugin.torchscript->right.value_or(1)},
        plugin.torchscript->target == "discrete" ? LabelKind::discrete : LabelKind::continuous,
        path,
        read_all(*plugin.file)};
    if (checksum(component.script) != plugin.checksum)
      throw Error("the file changed after it was checked; start the program again");
    return component;
  } catch (const Error& error) {
    throw Error(path + ": cannot be loaded: " + error.what());
  }
}

}  // namespace facet
