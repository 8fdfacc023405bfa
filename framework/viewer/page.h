#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace facet {

/// What stands on a page beside the views of the embedding, all of it HTML but the title.
struct PageParts {
  std::string title;
  std::string header;
  std::string sections;  ///< below the embedding
};

/// A page of HTML in one file, which needs no other and no network: the embedding that `views` (see
/// embedding_views.h) holds, in three dimensions, drawn by WebGL2.
std::string page(const PageParts& parts, const nlohmann::json& views);

}  // namespace facet
