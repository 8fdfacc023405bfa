#include "framework/exchange/export_run.h"

#include <algorithm>
#include <filesystem>
#include <map>

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

std::string folder_name(std::string session) {
  std::ranges::replace(session, '/', '-');
  return session;
}

/// Two sessions must not share a folder.
void require_own_folders(const std::vector<ExportedEncoder>& encoders) {
  std::map<std::string, std::string> sessions;
  for (const ExportedEncoder& encoder : encoders) {
    const std::string name = folder_name(encoder.session);
    const auto [other, is_first] = sessions.emplace(name, encoder.session);
    if (!is_first)
      throw Error("the sessions '" + other->second + "' and '" + encoder.session +
                  "' would both have the folder " + name + ": give one of them another name in " +
                  "data.session");
  }
}

/// `/place/day1` of the session day1.
std::string folder_of(const ExportedEncoder& encoder, const std::string& place) {
  if (encoder.session.empty()) return place;
  const std::string folder = place + "/" + folder_name(encoder.session);
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

/// Sessions by their names in the place of their numbers.
FileArrays named_sessions(FileArrays arrays, const LabelledEmbedding& embedding,
                          const DataConfig& data) {
  if (!embedding.session.defined()) return arrays;
  std::vector<std::string> rows;
  for (std::int64_t i = 0; i < embedding.session.size(0); ++i)
    rows.push_back(
        data.session[static_cast<std::size_t>(embedding.session[i].item<std::int64_t>())].name);
  *std::ranges::find(arrays, "session", &FileArray::name) = FileArray::text(
      "session", embedding.session.size(0), [text = TextValues::of(rows)] { return text; });
  return arrays;
}

void write_embedding(const RunFolder& run, const DataConfig& data, const std::string& folder,
                     Registry& registry, const Note& note) {
  if (!path_exists(run.embedding())) {
    if (note) note(run.path() + ": has no embedding.npz, so that there is no embedding.csv");
    return;
  }
  const LabelledEmbedding embedding = load_run_embedding(run);
  write_file(folder + "/embedding.csv", named_sessions(arrays_of(embedding), embedding, data),
             registry);
}

}  // namespace

void export_run(const TrainedRun& run, const RunFolder& run_folder, const std::string& folder,
                ExistingFile existing, Registry& registry, const Note& note) {
  ExportPlace::require(folder, existing);
  const std::vector<ExportedEncoder> encoders = exported_encoders(run, run_folder, registry, note);
  require_own_folders(encoders);
  ExportPlace place(folder, existing);
  for (const ExportedEncoder& encoder : encoders)
    write_encoder(encoder, folder_of(encoder, place.path()));
  write_embedding(run_folder, run.config.data, place.path(), registry, note);
  place.keep();
}

}  // namespace facet
