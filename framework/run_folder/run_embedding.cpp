#include "framework/run_folder/run_embedding.h"

#include <filesystem>

#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/run_folder/model_file.h"
#include "framework/run_folder/run_arrays.h"

namespace facet {

LabelledEmbedding load_run_embedding(const RunFolder& folder) {
  folder.require();
  require_finite_model(folder.model());
  if (!path_exists(folder.embedding())) {
    folder.require_ended();
    throw Error(folder.path() +
                ": has no embedding.npz, since the run has not ended: facet train " +
                folder.path() + " --resume goes on with it");
  }
  LabelledEmbedding file = load_embedding(folder.embedding());
  if (file.model != folder.model_checksum()) {
    folder.require_ended();
    throw Error(folder.embedding() + ": is not of the model.npz beside it: facet train " +
                folder.path() + " --resume ends the run and writes it anew");
  }
  return file;
}

namespace {

/// One that is damaged is of no model.
bool is_of_the_model(const std::string& file, const RunFolder& folder) {
  try {
    return model_of(file) == folder.model_checksum();
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

void remove_outdated(const RunFolder& folder) {
  for (const std::string& file : {folder.embedding(), folder.attribution()}) {
    if (!path_exists(file)) continue;
    std::error_code error;
    if (!is_of_the_model(file, folder) && !std::filesystem::remove(file, error) && error)
      throw Error(file + ": cannot be removed: " + error.message());
  }
}

}  // namespace facet
