// How a user draws figures of runs.
#include <gmock/gmock.h>

#include <filesystem>
#include <sstream>

#include "apps/run_commands.h"

namespace facet {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class PlotCommand : public RunCommands {
 protected:
  std::string plotted(const Words& arguments, const std::string& file) const {
    Words words = {"plot"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    words.insert(words.end(), {"--out", file});
    const ProgramResult result = facet(words);
    EXPECT_EQ(result.exit_code, 0) << result.errors;
    EXPECT_EQ(result.output, file + "\n");
    return read(file);
  }
};

TEST_F(PlotCommand, DrawsEveryKind) {
  train_run({"--set", "training.steps=3"});
  EXPECT_THAT(
      plotted({"loss", "run"}, "loss.svg"),
      AllOf(StartsWith("<svg"), HasSubstr(">uniformity</text>"), HasSubstr("dots: held out")));
  EXPECT_THAT(plotted({"embedding", "run", "--label", "phase"}, "embedding.svg"),
              AllOf(HasSubstr(">columns 0:2</text>"), HasSubstr(">phase</text>")));
  EXPECT_THAT(plotted({"decoding", "run"}, "decoding.svg"),
              AllOf(HasSubstr(">position</text>"), HasSubstr(">PCA</text>")));
  ASSERT_EQ(facet({"attribute", "run"}).exit_code, 0);
  EXPECT_THAT(plotted({"attribution", "run", "--map", "jf"}, "attribution.svg"),
              AllOf(HasSubstr(">jf</text>"), HasSubstr(">neuron</text>")));
  std::filesystem::copy(folder() + "/run", folder() + "/again");
  EXPECT_THAT(plotted({"consistency", "run", "again"}, "consistency.svg"),
              HasSubstr(">1.00</text>"));
}

/// The lines of a page that call the program, without it.
std::vector<Words> calls_in(const std::string& page) {
  std::vector<Words> calls;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("    facet ")) continue;
    std::istringstream words(line.substr(0, line.find(" #")));
    std::string word;
    words >> word;
    calls.emplace_back();
    while (words >> word) calls.back().push_back(word);
  }
  return calls;
}

TEST_F(PlotCommand, DoesWhatItsPageSays) {
  train_run({"--set", "training.steps=3"});
  std::filesystem::create_directory(folder() + "/runs");
  for (const char* name : {"linear_track", "seed0", "seed1"})
    std::filesystem::copy(folder() + "/run", folder() + "/runs/" + name);
  const std::vector<Words> calls =
      calls_in(read_text(std::string(RECORDINGS) + "/../docs/figures.md"));
  ASSERT_EQ(calls.size(), 8u);
  for (const Words& call : calls)
    EXPECT_EQ(facet(call).exit_code, 0) << testing::PrintToString(call);
  for (const char* file : {"loss.svg", "embedding.pdf", "decoding.png", "attribution.svg",
                           "consistency.svg", "runs/linear_track/report.html", "seeds.html"})
    EXPECT_TRUE(std::filesystem::exists(folder() + "/" + file)) << file;
}

TEST_F(PlotCommand, WritesTheFormatOfTheExtension) {
  train_run({"--set", "training.steps=3"});
  EXPECT_THAT(plotted({"loss", "run"}, "loss.PNG"), StartsWith("\x89PNG"));
  EXPECT_THAT(plotted({"loss", "run"}, "loss.pdf"), StartsWith("%PDF-"));
  EXPECT_THAT(facet({"plot", "loss", "run", "--out", "loss.tiff"}).errors,
              HasSubstr("let its name end in .svg or .png or .pdf"));
  EXPECT_THAT(facet({"plot", "loss", "run", "--out", "loss.pdf"}).errors,
              HasSubstr("is there already: --overwrite replaces it"));
}

TEST_F(PlotCommand, MistakesSayWhatWouldBeRight) {
  train_run({"--set", "training.steps=3"});
  const auto mistake = [&](Words words) {
    words.insert(words.begin(), "plot");
    const ProgramResult result = facet(words);
    EXPECT_NE(result.exit_code, 0);
    return result.errors;
  };
  EXPECT_THAT(mistake({"los", "run"}),
              HasSubstr("KIND 'los' is none, did you mean 'loss'? (it is one of loss, "
                        "embedding, decoding, attribution, consistency)"));
  EXPECT_THAT(mistake({"loss", "run", "run"}), HasSubstr("is of one run, not of 2"));
  EXPECT_THAT(mistake({"attribution", "run"}),
              HasSubstr("attribution.npz: is not there: facet attribute run writes it"));
  EXPECT_THAT(mistake({"embedding", "run", "--label", "positon"}), HasSubstr("'position'"));
  EXPECT_THAT(mistake({"loss", "run", "--dpi", "9"}), HasSubstr("--dpi must be from 30 to 1200"));
  EXPECT_THAT(mistake({"loss", "nothing"}), HasSubstr("nothing"));
  EXPECT_EQ(mistake({"loss", "run", "--label", "position"}),
            "--label does not go with a figure of kind loss\n");
  EXPECT_EQ(mistake({"embedding", "run", "--map", "jf"}),
            "--map does not go with a figure of kind embedding\n");
  EXPECT_EQ(mistake({"consistency", "run", "--num-bins", "9"}),
            "--num-bins goes with a figure of kind consistency and --label\n");
  EXPECT_EQ(mistake({"loss", "run", "--dpi", "100"}),
            "--dpi goes with a .png, not with loss.svg, which has no dots\n");
}

}  // namespace
}  // namespace facet
