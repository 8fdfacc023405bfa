#include "framework/config/config_schema.h"

#include <algorithm>

#include "framework/config/option_schema.h"
#include "framework/config/run_config.h"

namespace facet {

namespace {

using Json = nlohmann::ordered_json;

/// `schema` in its place, or what may be written shorter.
void may_be(Json& schema, const Json& shorter) {
  Json whole = {{"anyOf", Json::array({shorter, schema})}};
  for (const char* beside : {"description", "default"}) {
    if (!schema.contains(beside)) continue;
    whole[beside] = schema[beside];
    whole["anyOf"][1].erase(beside);
  }
  schema = whole;
}

/// A list may be one item by itself; an item that is a table a text.
void may_be_one_or_text(Json& list, bool as_text) {
  Json& item = list["items"];
  if (as_text) may_be(item, {{"type", "string"}});
  const Json one = item;
  may_be(list, one);
}

/// As short_forms.h and parse_sections spell them out.
void allow_short_forms(Json& sections) {
  Json& data = sections["data"]["properties"];
  for (Json* recording : {&data, &data["session"]["items"]["properties"]}) {
    may_be_one_or_text((*recording)["file"], true);
    may_be_one_or_text((*recording)["fill"], true);
  }
  Json& training = sections["training"]["properties"];
  may_be(training["sam"], {{"type", "boolean"}});
  may_be_one_or_text(training["learning_rate"], false);
}

/// What the engine asks for beside the descriptions.
void require_more(Json& schema) {
  schema["required"].push_back("objective");
  schema["properties"]["objective"]["minItems"] = 1;
  schema["properties"]["format"]["maximum"] = file_format;
}

}  // namespace

std::string config_schema(const Registry& registry) {
  OptionSchemas schemas(registry);
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                 {"title", "A run of Facet"},
                 {"description", "docs/reference/configuration.md tells of every key"}};
  schema.update(schemas.of_table(OptionsDescription<RunConfig>().infos()));
  require_more(schema);
  allow_short_forms(schema["properties"]);
  schema["definitions"] = schemas.definitions();
  return schema.dump(1) + "\n";
}

}  // namespace facet
