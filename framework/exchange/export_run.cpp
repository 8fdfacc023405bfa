#include "framework/exchange/export_run.h"

#include <algorithm>
#include <filesystem>

#include "facet/error.h"
#include "framework/exchange/export_place.h"
#include "framework/exchange/exported_encoders.h"
#include "framework/exchange/onnx_encoder.h"
#include "framework/exchange/python_encoder.h"
#include "framework/exchange/safetensors.h"
#include "framework/files/files.h"
#include "framework/run_folder/run_embedding.h"
#include "framework/writing/write_file.h"

namespace facet {

namespace {

using Note = std::function<void(const std::string&)>;

/// `/place/day1` of the session day1.
std::string folder_of(const ExportedEncoder& encoder, const std::string& place) {
  if (encoder.session.empty()) return place;
  std::string name = encoder.session;
  std::ranges::replace(name, '/', '-');
  const std::string folder = place + "/" + name;
  std::error_code error;
  if (!std::filesystem::create_directory(folder, error))
    throw Error("the session '" + encoder.session + "' cannot have a folder of its name");
  return folder;
}

void write_encoder(const ExportedEncoder& encoder, const std::string& folder) {
  write_safetensors(folder + "/model.safetensors", {encoder.state, {{"facet", encoder.about}}});
  write_text(folder + "/model.onnx", onnx_encoder(encoder));
  write_text(folder + "/encoder.py", python_encoder(encoder));
}

void write_embedding(const RunFolder& run, const std::string& folder, Registry& registry,
                     const Note& note) {
  if (path_exists(run.embedding()))
    write_file(folder + "/embedding.csv", arrays_of(load_run_embedding(run)), registry);
  else if (note)
    note(run.path() + ": has no embedding.npz, so that there is no embedding.csv");
}

}  // namespace

void export_run(const TrainedRun& run, const RunFolder& run_folder, const std::string& folder,
                ExistingFile existing, Registry& registry, const Note& note) {
  ExportPlace::require(folder, existing);
  const std::vector<ExportedEncoder> encoders = exported_encoders(run, run_folder, registry, note);
  ExportPlace place(folder, existing);
  for (const ExportedEncoder& encoder : encoders)
    write_encoder(encoder, folder_of(encoder, place.path()));
  write_embedding(run_folder, place.path(), registry, note);
  place.keep();
}

}  // namespace facet
