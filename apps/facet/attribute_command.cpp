#include <iostream>

#include "commands.h"
#include "described_options.h"
#include "exit_codes.h"
#include "framework/attribution/attribution_table.h"
#include "framework/figures/figures_json.h"
#include "framework/judging/attribute.h"
#include "framework/toml/toml_reader.h"
#include "opened_config.h"

namespace facet {

namespace {

namespace po = boost::program_options;
using Words = std::vector<std::string>;

/// How the table is laid out.
struct AttributionTable {
  std::int64_t top = 10;

  static void describe(OptionsDescription<AttributionTable>& options) {
    options.add("top", &AttributionTable::top, "neurons that the table ranks").at_least(1);
  }
};

/// A method's name, or an inline table with its name and options, checked.
ComponentChoice checked_method(const std::string& text, const Registry& registry,
                               Problems& problems) {
  ComponentChoice choice{text};
  if (const auto table = parse_toml_value(text, {}); table && table->is_table())
    choice = value_as<ComponentChoice>(*table);
  return registry.check("attribution", choice, "method", problems);
}

std::vector<ComponentChoice> checked_methods(const Words& texts, const Registry& registry) {
  Problems problems;
  std::vector<ComponentChoice> methods;
  for (const std::string& text : texts) methods.push_back(checked_method(text, registry, problems));
  problems.throw_if_any();
  return methods;
}

int run_attribute(const Given& given) {
  const auto how = OptionsDescription<AttributionOptions>().infos();
  const auto layout = OptionsDescription<AttributionTable>().infos();
  AttributionRequest request;
  request.options = parse_options<AttributionOptions>(described_options(given, how));
  const auto top = parse_options<AttributionTable>(described_options(given, layout)).top;
  request.ground_truth = given["ground-truth"].as<std::string>();
  request.session = given["session"].as<std::string>();
  request.note = [](const std::string& line) { std::cerr << line << '\n'; };
  request.every_bin = given.count("every-bin") > 0;
  const RunFolder folder(given["RUN"].as<std::string>());
  const auto registry = open_run(folder).registry;
  request.methods = checked_methods(given["method"].as<Words>(), *registry);

  const Figures figures = attribute_run(folder, request, *registry);
  std::cout << (given.count("json") ? to_json(figures) : attribution_table(figures, top));
  return exit_done;
}

}  // namespace

Command attribute_command() {
  Command command{"attribute", "which neurons the facets of a run depend on", {"RUN"}};
  command.description =
      "Which neurons the facets of a run depend on; the maps are written to RUN/attribution.npz.";
  command.options.add_options()(
      "method", texts_of("NAME")->default_value({"jacobian-based"}, ""),
      "a method (default jacobian-based; facet components attribution lists them), or a table with "
      "its options: '{ name = \"integrated-gradients\", n_steps = 20 }'; may be repeated")(
      "ground-truth", text_of("ARRAY")->default_value("", ""),
      "an array of the recording's file that is not 0 where a neuron bears on an output: one entry "
      "a neuron, or a row of them for each output or each objective")(
      "session", text_of("NAME")->default_value("", ""),
      "of a run of several sessions: the one whose encoder and neurons are meant");
  add_described_options(command, OptionsDescription<AttributionOptions>().infos());
  command.options.add_options()("every-bin", "write the maps of every bin, too");
  add_described_options(command, OptionsDescription<AttributionTable>().infos());
  command.examples = {
      {"facet attribute runs/run --top 20", "the 20 neurons on which each facet depends most"},
      {"facet attribute runs/run --method integrated-gradients --json", "by another method"}};
  command.reports = true;
  command.run = run_attribute;
  return command;
}

}  // namespace facet
