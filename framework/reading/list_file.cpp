#include "framework/reading/list_file.h"

#include <algorithm>
#include <filesystem>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/calls/call.h"
#include "framework/files/extension.h"
#include "framework/files/files.h"
#include "framework/reading/file_times.h"
#include "framework/reading/other_formats.h"

namespace facet {

namespace {

/// A folder is read by the reader that knows one of its files.
std::string reader_of_folder(const std::string& path, const Registry& registry) {
  std::vector<std::string> readers, known;
  for (const ComponentInfo* reader : registry.components("reader")) {
    known.insert(known.end(), reader->folder_with.begin(), reader->folder_with.end());
    if (std::any_of(reader->folder_with.begin(), reader->folder_with.end(),
                    [&](const std::string& file) { return path_exists(path + "/" + file); }))
      readers.push_back(reader->name);
  }
  if (readers.size() == 1) return readers[0];
  if (const std::string instead = instead_of_folder(path); readers.empty() && !instead.empty())
    throw Error(path + ": " + instead);
  if (readers.empty())
    throw Error(path + ": is a folder, and none that a reader knows" +
                (known.empty() ? "" : ": it holds none of " + quoted(known)));
  throw Error(path + ": is a folder that several readers know, " + quoted(readers) +
              ": name one in [data] reader");
}

std::string reader_of_file(const std::string& path) {
  const std::string extension = extension_of(path);
  if (extension.empty())
    throw Error(path + ": has no extension that says which reader can read it; [data] reader can");
  return extension;
}

ComponentChoice reader_of(const std::string& path, const Registry& registry) {
  if (std::filesystem::is_directory(path)) return {reader_of_folder(path, registry)};
  const std::string reader = reader_of_file(path);
  try {
    registry.find("reader", reader);
  } catch (const Error& error) {
    const std::string instead = instead_of_file(reader);
    throw Error(path + ": " + (instead.empty() ? "" : instead + "; ") + error.what());
  }
  return {reader};
}

/// Of a pipe there is no end to wait for, and readers go to and fro.
void require_no_pipe(const std::string& path) {
  std::error_code not_there;
  const auto type = std::filesystem::status(path, not_there).type();
  if (type == std::filesystem::file_type::fifo || type == std::filesystem::file_type::socket ||
      type == std::filesystem::file_type::character)
    throw Error(path + ": cannot be read: it is a device or a pipe, not a file");
}

/// What goes wrong when it is read has the reader's name.
FileArray read_by(const Reader& reader, const FileArray& array) {
  const auto called = [whom = reader.origin()](const auto& read) {
    return call(whom, "in FileArray::Read", [&] { return own_errors_pass(read); });
  };
  const std::vector<std::int64_t>& shape = array.shape();
  if (array.is_text())
    return FileArray::text(array.name(), shape[0],
                           [array, called] { return called([&] { return array.read_text(); }); })
        .with(array.facts());
  if (array.is_ragged())
    return FileArray::ragged(array.name(), shape, array.type(),
                             [array, called](Rows rows) {
                               return called([&] { return array.read_ragged(rows); });
                             })
        .with(array.facts());
  if (shape.empty())
    return FileArray(array.name(), shape, array.type(),
                     [array, called] { return called([&] { return array.read(); }); })
        .with(array.facts());
  return FileArray::by_rows(
             array.name(), shape, array.type(),
             [array, called](Rows rows) { return called([&] { return array.read_rows(rows); }); })
      .with(array.facts());
}

/// Also where one array speaks of another.
FileArray with_prefix(const FileArray& array, const std::string& prefix) {
  ArrayFacts facts = array.facts();
  for (std::string* name : {&facts.of, &facts.times})
    if (!name->empty()) *name = prefix + *name;
  return array.named(prefix + array.name()).with(std::move(facts));
}

}  // namespace

FileArrays list_file(const FileConfig& file, const std::optional<ComponentChoice>& of_recording,
                     Registry& registry, const std::string& key) {
  const auto& named = file.reader ? file.reader : of_recording;
  require_no_pipe(file.path);
  const auto reader =
      registry.create<Reader>(named ? *named : reader_of(file.path, registry), {}, key);
  FileArrays arrays = call(*reader, "in list()", [&] {
    return own_errors_pass([&] { return reader->list(file.path); });
  });
  for (FileArray& array : arrays)
    if (array.why_unreadable().empty() && !array.in_memory()) array = read_by(*reader, array);
  if (file.is_timed()) arrays = with_times(arrays, file);
  if (!file.prefix.empty())
    for (FileArray& array : arrays) array = with_prefix(array, file.prefix);
  return arrays;
}

}  // namespace facet
