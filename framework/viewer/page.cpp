#include "framework/viewer/page.h"

#include "facet/text.h"
#include "framework/drawing/markup.h"
#include "framework/viewer/page_texts.h"

namespace facet {

namespace {

/// JSON that ends no element of HTML.
std::string json_in_page(const nlohmann::json& json) {
  std::string text;
  for (const char letter : json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))
    if (letter == '<')
      text += "\\u003c";
    else
      text += letter;
  return text;
}

}  // namespace

std::string page(const PageParts& parts, const nlohmann::json& views) {
  const std::pair<std::string, std::string> places[] = {{"{title}", markup_text(parts.title)},
                                                        {"{style}", style_text},
                                                        {"{header}", parts.header},
                                                        {"{sections}", parts.sections},
                                                        {"{data}", json_in_page(views)},
                                                        {"{viewer}", script_text}};
  std::string rest = page_text, whole;
  for (const auto& [place, text] : places) {
    const std::size_t at = rest.find(place);
    whole += rest.substr(0, at) + text;
    rest.erase(0, at + place.size());
  }
  return whole + rest;
}

}  // namespace facet
