#include "framework/shipping/pack_maker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/algorithm/string/replace.hpp>
#include <filesystem>
#include <fstream>

#include "framework/files/files.h"
#include "framework/shipping/build_pack.h"
#include "framework/shipping/sign_pack.h"
#include "message_of.h"
#include "run_program.h"

namespace facet::test {

namespace fs = std::filesystem;

PackMaker::PackMaker() {
  fs::create_directories(path() + "/config/facet");
}

std::string PackMaker::folder(const std::string& version, const std::string& more) const {
  const std::string folder = path() + "/lab-" + version;
  fs::create_directories(folder + "/docs");
  fs::permissions(folder, fs::perms(0755));
  for (const char* file : {"good.so", "good.components.json"})
    fs::copy_file(zoo_.folder() / file, folder + "/" + file, fs::copy_options::overwrite_existing);
  write_text(folder + "/docs/README.md", "what it is for, in version " + version + "\n");
  write_text(folder + "/pack.toml", "name = 'lab'\nversion = '" + version +
                                        "'\nplugins = ['good']\ndocs = ['docs/README.md']\n" +
                                        more);
  return folder;
}

std::string PackMaker::archive(const std::string& version, const std::string& more) const {
  return archive_of(folder(version, more));
}

std::string PackMaker::source_folder(const std::string& version, const std::string& weight) const {
  const std::string folder = path() + "/lab-" + version;
  fs::create_directories(folder + "/src/detail");
  write_text(folder + "/src/detail/weight.h", "double built_weight();\n");
  write_text(folder + "/src/weight.cpp",
             "#include \"detail/weight.h\"\ndouble built_weight() { return " + weight + "; }\n");
  write_text(folder + "/src/good.cpp", R"(#include "detail/weight.h"
#include "facet/plugin.h"
#include "facet/scheduler.h"

struct Built : facet::Scheduler {
  struct Options {
    static void describe(facet::OptionsDescription<Options>&) {}
  };
  explicit Built(const Options&) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override {
    return std::vector<double>{built_weight()};
  }
};

FACET_PLUGIN(registrar) { registrar.add<Built>("good", std::string("from ") + __FILE__); }
)");
  write_text(folder + "/pack.toml", "name = 'lab'\nversion = '" + version +
                                        "'\nplugins = ['good']\n[[sources]]\nplugin = 'good'\n"
                                        "files = ['src/good.cpp', 'src/weight.cpp']\n");
  return folder;
}

std::string PackMaker::archive_of(const std::string& folder) const {
  const std::string archive = folder + ".facetpack";
  build_pack(folder, archive);
  return archive;
}

std::string PackMaker::signed_archive(const std::string& version, const std::string& key) const {
  const std::string signed_one = archive(version);
  sign_pack(signed_one, key);
  return signed_one;
}

std::string PackMaker::known_key(const std::string& name) const {
  const std::string key = unknown_key(name);
  std::ofstream(path() + "/config/facet/allowed_signers", std::ios::app)
      << name << " namespaces=\"facet-pack\" " << read_text(key + ".pub");
  return key;
}

std::string PackMaker::unknown_key(const std::string& name) const {
  const std::string key = path() + "/key-" + name;
  const ProgramResult made =
      run_program({SSH_KEYGEN, "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", key}, path());
  EXPECT_EQ(made.exit_code, 0) << made.errors;
  return key;
}

void PackMaker::forget_signers() const {
  write_text(path() + "/config/facet/allowed_signers", "# nobody\n");
}

std::vector<std::string> PackMaker::all_of_store() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(store()))
    names.push_back(entry.path().lexically_relative(store()));
  std::sort(names.begin(), names.end());
  return names;
}

std::string said_by(const PackMaker& maker, const std::function<void()>& function) {
  std::string text = message_of(function);
  boost::algorithm::replace_all(text, maker.store(), "STORE");
  boost::algorithm::replace_all(text, maker.path(), "DIR");
  return text;
}

}  // namespace facet::test
