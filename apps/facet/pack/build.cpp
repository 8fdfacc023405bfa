#include <iostream>

#include "apps/facet/command_line.h"
#include "apps/facet/exit_codes.h"
#include "apps/facet/pack/pack_actions.h"
#include "framework/shipping/build_pack.h"

namespace facet {

namespace {

int run_pack_build(const Given& given) {
  const std::string folder = given["DIR"].as<std::string>();
  const std::string out =
      given.count("out") ? given["out"].as<std::string>() : archive_name(folder);
  require_output(out, {}, existing_file(given), {".facetpack"});
  build_pack(folder, out);
  std::cout << out << '\n';
  return exit_done;
}

}  // namespace

Command pack_build_command() {
  Command command{"build", "the archive of the pack in DIR, with checksums", {"DIR"}};
  command.description = "Writes the SHA256SUMS of the pack in the folder DIR, and its archive.";
  command.options.add_options()("out", text_of("FILE"),
                                "the archive (else NAME-VERSION.facetpack, here)")(
      "overwrite", "replaces an archive that is there already");
  command.examples = {{"facet pack build lab", "writes lab-1.2.0.facetpack"}};
  command.run = run_pack_build;
  return command;
}

}  // namespace facet
